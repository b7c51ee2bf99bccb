/* SPDX-License-Identifier: MIT */
/*
 * What a file and the database say differently, and what becomes of it, for the report.
 */
#include <rekindle/words.h>
#include "merge.h"

#include <string.h>

static const char *const verdicts[VERDICT_COUNT] = { "taken", "kept", "sealed", "deleted", "gone",
	"revived", "forgotten" };
const struct vocabulary vocabulary_verdict = { "verdict", VERDICT_COUNT, verdicts };

/* The first text that it has, else what it is about. */
static const char *name_of(
	struct pool *pool, const struct record *rec, enum kind kind, const void *object)
{
	const struct answer *answer = object;
	if (kind == KIND_ANSWER)
		return pool_printf(pool, "%s of %s", rec->instrument->items[answer->item].id,
			words_respondent(pool, rec, answer->respondent));
	if (kind == KIND_PROFILE)
		return "";
	if (kind == KIND_PARTY_PROFILE)
		return pool_strdup(
			pool, rec->parties[((const struct party_profile *)object)->party].label);
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		json_t *value = object_member(rec, kind, object, field);
		const char *text = json_string_value(value);
		bool names = text &&
			(field->type == FIELD_TEXT ||
				(i < kind_keys(kind) && field->type != FIELD_UUID));
		const char *kept = names ? pool_strdup(pool, text) : NULL;
		json_decref(value);
		if (kept)
			return kept;
	}
	return "";
}

static struct difference *add(struct merge *m, const struct record *rec, enum verdict verdict,
	enum kind kind, const void *object)
{
	struct exchange_report *report = m->report;
	struct difference *difference =
		POOL_APPEND(&report->pool, report->differences, report->difference_count);
	*difference = (struct difference){ .verdict = verdict,
		.kind = kind,
		.id = object_id(rec, kind, object),
		.name = name_of(&report->pool, rec, kind, object) };
	return difference;
}

void differ_object(struct merge *m, enum verdict verdict, enum kind kind, const void *file,
	const void *stored, int64_t here_at, int64_t there_at)
{
	struct difference *difference = stored ? add(m, &m->stored, verdict, kind, stored)
					       : add(m, m->from, verdict, kind, file);
	difference->here_at = here_at;
	difference->there_at = there_at;
}

void differ_stored(struct merge *m, const struct record *rec, enum verdict verdict, enum kind kind,
	const void *stored, int64_t there_at)
{
	struct difference *difference = add(m, rec, verdict, kind, stored);
	difference->here_at = object_time(kind, stored);
	difference->there_at = there_at;
}

static const char *quoted_id(struct pool *pool, const struct uuid *id)
{
	char text[UUID_TEXT];
	return pool_printf(pool, "\"%s\"", uuid_text(id, text));
}

void differ_id(struct merge *m, enum verdict verdict, const struct record *rec,
	const struct plan_action *action, const struct uuid *there)
{
	struct difference *difference = add(m, rec, verdict, KIND_PLAN_ACTION, action);
	difference->member = "id";
	difference->here = quoted_id(&m->report->pool, &action->object.id);
	difference->there = quoted_id(&m->report->pool, there);
	difference->here_at = difference->there_at = object_time(KIND_PLAN_ACTION, action);
}

static const char *value_text(struct merge *m, const struct record *rec, enum kind kind,
	const void *object, const struct field *field)
{
	json_t *value = object_member(rec, kind, object, field);
	const char *text = value ? json_keep(&m->report->pool, value) : NULL;
	json_decref(value);
	return text;
}

void differ_fields(struct merge *m, enum verdict verdict, enum kind kind, const void *file,
	const void *stored, uint64_t fields, int64_t here_at, int64_t there_at)
{
	const struct object *head = file;
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		if (!(head->given & fields & UINT64_C(1) << i) ||
			field_says_same(field, file, stored, m->map))
			continue;
		struct difference *difference = add(m, &m->stored, verdict, kind, stored);
		difference->member = field->name;
		difference->here = value_text(m, &m->stored, kind, stored, field);
		difference->there = value_text(m, m->from, kind, file, field);
		difference->here_at = here_at;
		difference->there_at = there_at;
	}
}

void differ_alike(struct merge *m, const struct record *rec, enum kind kind, const void *stands,
	const void *gives_way)
{
	uint64_t fields = fields_of_people(kind, stands);
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		if (!(fields >> i & 1) || field_says_same(field, gives_way, stands, NULL))
			continue;
		struct difference *difference = add(m, rec, VERDICT_KEPT, kind, stands);
		difference->member = field->name;
		difference->here = value_text(m, rec, kind, stands, field);
		difference->there = value_text(m, rec, kind, gives_way, field);
		difference->here_at = object_time(kind, stands);
		difference->there_at = object_time(kind, gives_way);
	}
}

void exchange_report_release(struct exchange_report *report)
{
	pool_release(&report->pool);
	*report = (struct exchange_report){ 0 };
}
