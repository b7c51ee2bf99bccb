/* SPDX-License-Identifier: MIT */
/*
 * Who was deleted on one copy and on another is whom others became a part of: what these said is
 * theirs, and when it was said later than the deletion, they live.
 */
#include "../json/merge.h"

#include <string.h>

struct rising {
	struct merge *merge;
	const struct store_told *told;
	size_t count;
	json_t *person; /* of an interview */
};

/* Whose it is in the end. */
static const char *end_of(const struct merge *m, const struct uuid *id, char text[UUID_TEXT])
{
	json_t *into = json_object_get(m->parts, uuid_text(id, text));
	return into ? json_string_value(into) : text;
}

static int64_t deleted_at(const struct merge *m, const char *id)
{
	json_t *at = id ? json_object_get(m->deleted, id) : NULL;
	return at ? json_integer_value(at) : -1;
}

static void find_person(struct rising *r, const struct store_told *told, json_t *times)
{
	char interview[UUID_TEXT], person[UUID_TEXT];
	json_t *known = json_object_get(times, uuid_text(&told->id, interview));
	if (uuid_none(&told->whose) || (known && json_integer_value(known) > told->changed))
		return;
	json_object_set_new(times, interview, json_integer(told->changed));
	json_object_set_new(
		r->person, interview, json_string(end_of(r->merge, &told->whose, person)));
}

static void rise(struct merge *m, const char *id)
{
	if (deleted_at(m, id) >= 0)
		json_object_set_new(m->risen, id, json_true());
}

/* An answer, or an interview of its own, keeps the interview and the person. */
static void hear(struct rising *r, const struct store_told *told)
{
	struct merge *m = r->merge;
	char text[UUID_TEXT];
	const struct uuid *id = told->kind == KIND_ANSWER ? &told->whose : &told->id;
	const char *interview = end_of(m, id, text);
	const char *person = json_string_value(json_object_get(r->person, interview));
	int64_t at = deleted_at(m, interview), of_person = deleted_at(m, person);
	if (told->kind == KIND_RESPONDENT && interview != text)
		return;
	if (told->changed <= (at > of_person ? at : of_person))
		return;
	rise(m, interview);
	rise(m, person);
}

/* Who owns something lives, unless the place was emptied since. */
static void own(struct rising *r, const struct store_told *told)
{
	struct merge *m = r->merge;
	char owner[UUID_TEXT], place[UUID_TEXT];
	const char *person = end_of(m, &told->whose, owner);
	int64_t at = deleted_at(m, person), emptied = deleted_at(m, uuid_text(&told->id, place));
	if (told->changed > (at > emptied ? at : emptied))
		rise(m, person);
}

/* Gone with whom they are a part of, whatever was said of themselves last. */
static void sink(struct rising *r, const char *part, const char *whole)
{
	struct merge *m = r->merge;
	char text[UUID_TEXT];
	int64_t at = deleted_at(m, part), of_whole = deleted_at(m, whole);
	if (of_whole < 0 || json_object_get(m->risen, whole))
		return;
	at = of_whole > at ? of_whole : at;
	for (size_t i = 0; i < r->count; i++)
		if (!strcmp(uuid_text(&r->told[i].id, text), part) && r->told[i].changed > at)
			at = r->told[i].changed;
	json_object_set_new(m->deleted, part, json_integer(at));
}

void find_risen(struct merge *m, const struct store_told *told, size_t count)
{
	struct rising r = { m, told, count, json_object() };
	json_t *times = json_object(), *whole;
	const char *part;
	json_object_clear(m->risen);
	for (size_t i = 0; i < count; i++)
		if (told[i].kind == KIND_RESPONDENT)
			find_person(&r, &told[i], times);
	for (size_t i = 0; i < count; i++) {
		if (told[i].kind == KIND_RESPONDENT || told[i].kind == KIND_ANSWER)
			hear(&r, &told[i]);
		else if (kind_is_owner(told[i].kind))
			own(&r, &told[i]);
	}
	json_object_foreach(m->parts, part, whole) sink(&r, part, json_string_value(whole));
	json_decref(times);
	json_decref(r.person);
}
