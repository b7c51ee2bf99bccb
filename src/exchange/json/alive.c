/* SPDX-License-Identifier: MIT */
/*
 * What deletions leave of a record: an object lives when it was changed after it, and all that it
 * is in, were deleted, or when something in it lives.
 */
#include "merge.h"

#include <stdlib.h>

/* When the object that a reference leads to without which there is none was deleted; whether that
 * lives is set. */
struct hold {
	const struct field *field;
	const int *index;
};

/* An interview is nothing without the person, what was said in it nothing without the interview. */
static bool holds(enum kind kind, const struct field *field)
{
	return field->type == FIELD_REF &&
		(field->required || (kind == KIND_RESPONDENT && field->ref == KIND_PERSON) ||
			(kind == KIND_ROUTE && field->ref == KIND_RESPONDENT));
}

/* Those references of an object one after another; false behind the last. */
static bool next_hold(enum kind kind, const void *object, size_t *i, struct hold *hold)
{
	for (; *i < kind_info[kind].field_count; (*i)++) {
		const struct field *field = &kind_info[kind].fields[*i];
		const int *index = (const int *)((const char *)object + field->offset);
		if (!holds(kind, field) || *index < 0)
			continue;
		*hold = (struct hold){ field, index };
		(*i)++;
		return true;
	}
	return false;
}

/* An owner is deleted at the very time at which they were named where they went along with
 * something: that reaches only those who were named before. */
int64_t deletion_of(json_t *deleted, enum kind kind, const struct uuid *id)
{
	char text[UUID_TEXT];
	json_t *at =
		json_object_size(deleted) ? json_object_get(deleted, uuid_text(id, text)) : NULL;
	return at ? json_integer_value(at) - kind_is_owner(kind) : -1;
}

static int64_t later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* -1: neither it nor what it is in was deleted. */
static int64_t deleted_with(const struct record *rec, enum kind kind, const void *object,
	const struct merge *m, int64_t *const *at)
{
	struct uuid id = object_id(rec, kind, object);
	int64_t last = deletion_of(m->deleted, kind, &id);
	const char *person = whose_since(m, kind, object);
	struct hold hold;
	if (person && uuid_parse(person, &id))
		last = later(last, deletion_of(m->deleted, KIND_PERSON, &id));
	if (kind > KIND_ASSESSMENT)
		last = later(last, at[KIND_ASSESSMENT][0]);
	for (size_t i = 0; next_hold(kind, object, &i, &hold);)
		if (!person || hold.field->ref != KIND_PERSON)
			last = later(last, at[hold.field->ref][*hold.index]);
	return last;
}

/* What is of a round that stays as it is keeps what it could be without, too. */
static void hold_all(struct lives *lives, enum kind kind, const void *object)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		int at = field->type == FIELD_REF && !field->required
			? object_reference(field, object)
			: -1;
		if (at >= 0)
			lives->alive[field->ref][at] = true;
	}
}

static void hold_up(struct lives *lives, const struct record *rec, const struct merge *m,
	enum kind kind, const void *object)
{
	const char *person = whose_since(m, kind, object);
	struct uuid id;
	int at = person && uuid_parse(person, &id) ? record_find(rec, KIND_PERSON, &id) : -1;
	struct hold hold;
	if (at >= 0)
		lives->alive[KIND_PERSON][at] = true;
	if (kind > KIND_ASSESSMENT)
		lives->alive[KIND_ASSESSMENT][0] = true;
	for (size_t i = 0; next_hold(kind, object, &i, &hold);)
		if (!person || hold.field->ref != KIND_PERSON)
			lives->alive[hold.field->ref][*hold.index] = true;
}

void lives_init(
	struct lives *lives, const struct record *rec, const struct merge *m, enum living living)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t count = record_count(rec, kind);
		lives->alive[kind] = mem_alloc(count + 1);
		lives->at[kind] = mem_alloc((count + 1) * sizeof(int64_t));
		for (size_t i = 0; i < count; i++) {
			const void *object = record_at(rec, kind, i);
			lives->at[kind][i] = deleted_with(rec, kind, object, m, lives->at);
			int64_t time = object_time(kind, object);
			lives->alive[kind][i] = (living == LIVES_ALL && !kind_is_shared(kind)) ||
				(living == LIVES_UNTIMED && !time) || time > lives->at[kind][i];
		}
	}
	for (int kind = KIND_COUNT; kind-- > 0;)
		for (size_t i = 0; i < record_count(rec, kind); i++) {
			if (lives->alive[kind][i])
				hold_up(lives, rec, m, kind, record_at(rec, kind, i));
			if (living == LIVES_ALL && !kind_is_shared(kind))
				hold_all(lives, kind, record_at(rec, kind, i));
		}
}

void lives_release(struct lives *lives)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		free(lives->alive[kind]);
		free(lives->at[kind]);
	}
}
