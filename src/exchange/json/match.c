/* SPDX-License-Identifier: MIT */
/*
 * Objects of a file and their counterparts in the database: finding, comparing, replacing.
 * References of the file are indices of the file; map translates them by kind.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

static int mapped(const struct field *field, int index, int *const *map)
{
	return index < 0 ? -1 : map[field->ref][index];
}

static bool value_same(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case VALUE_NONE:
		break;
	case VALUE_NUMBER:
		return a->number == b->number;
	case VALUE_TEXT:
		return str_same(a->text, b->text);
	case VALUE_SPLIT:
		return !memcmp(a->split, b->split, sizeof(a->split));
	}
	return true;
}

static bool field_same(
	const struct field *field, const void *file, const void *stored, int *const *map)
{
	const void *a = (const char *)file + field->offset,
		   *b = (const char *)stored + field->offset;
	double x, y;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
		return str_same(*(const char *const *)a, *(const char *const *)b);
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_TRI:
	case FIELD_DATE:
	case FIELD_WORD:
	case FIELD_ITEM:
		return *(const int *)a == *(const int *)b;
	case FIELD_REAL:
		x = *(const double *)a, y = *(const double *)b;
		return x == y || (isnan(x) && isnan(y));
	case FIELD_INSTANT:
		return *(const int64_t *)a == *(const int64_t *)b;
	case FIELD_REF:
		return mapped(field, *(const int *)a, map) == *(const int *)b;
	case FIELD_VALUE:
		return value_same(a, b);
	}
	return true;
}

static size_t field_size(enum field_type type)
{
	switch (type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
		return sizeof(const char *);
	case FIELD_REAL:
		return sizeof(double);
	case FIELD_INSTANT:
		return sizeof(int64_t);
	case FIELD_VALUE:
		return sizeof(struct value);
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_TRI:
	case FIELD_DATE:
	case FIELD_WORD:
	case FIELD_REF:
	case FIELD_ITEM:
		break;
	}
	return sizeof(int);
}

static bool is_given(const struct object *file, size_t field)
{
	return file->given >> field & 1;
}

bool object_same(enum kind kind, const void *file, const void *stored, int *const *map)
{
	const struct kind_info *info = &kind_info[kind];
	const struct object *a = file, *b = stored;
	for (size_t i = 0; i < info->field_count; i++)
		if (is_given(a, i) && !field_same(&info->fields[i], file, stored, map))
			return false;
	return !a->extra || json_text_same(a->extra, b->extra);
}

static void transfer(const struct field *field, const void *file, void *stored, int *const *map)
{
	void *to = (char *)stored + field->offset;
	const void *from = (const char *)file + field->offset;
	if (field->type == FIELD_REF)
		*(int *)to = mapped(field, *(const int *)from, map);
	else
		memcpy(to, from, field_size(field->type));
}

void object_transfer(enum kind kind, const void *file, void *stored, int *const *map)
{
	const struct kind_info *info = &kind_info[kind];
	const struct object *from = file;
	struct object *to = stored;
	for (size_t i = 0; i < info->field_count; i++)
		if (is_given(from, i))
			transfer(&info->fields[i], file, stored, map);
	if (from->extra)
		to->extra = from->extra;
}

void object_take(enum kind kind, const void *file, void *stored, int *const *map)
{
	const struct kind_info *info = &kind_info[kind];
	struct object *to = stored;
	for (size_t i = 0; i < info->field_count; i++)
		transfer(&info->fields[i], file, stored, map);
	to->id = ((const struct object *)file)->id;
	to->extra = ((const struct object *)file)->extra;
}

/* Objects without a UUID are the same when what they are about is: the first fields of their kind.
 * The second of two alike is matched with the second. */
static size_t about(enum kind kind)
{
	static const size_t count[KIND_COUNT] = {
		[KIND_ANSWER] = 2,       /* respondent, item */
		[KIND_ROUTE] = 2,        /* party, respondent */
		[KIND_ACTUAL] = 2,       /* kpi, date */
		[KIND_CHECKLIST] = 1,    /* row */
		[KIND_CONTRIBUTION] = 1, /* party */
		[KIND_SUCCESS] = 1,      /* party */
		[KIND_GATE] = 1,         /* number */
	};
	return count[kind];
}

static bool is_owner(enum kind kind)
{
	return kind == KIND_ACTION_OWNER || kind == KIND_OBJECTIVE_OWNER;
}

/* A side has one owner: another name is a change of the same. */
static bool same_side(const struct owner *file, const struct owner *stored,
	const struct record *record, int *const *map, enum kind kind)
{
	int person = map[KIND_PERSON][file->person];
	return map[kind_info[kind].parent][file->of] == stored->of && person >= 0 &&
		record->people[person].party == record->people[stored->person].party;
}

static bool is_counterpart(enum kind kind, const void *file, const void *stored,
	const struct record *record, int *const *map)
{
	const struct object *a = file, *b = stored;
	if (kind_info[kind].has_id)
		return uuid_same(&a->id, &b->id);
	if (is_owner(kind))
		return same_side(file, stored, record, map, kind);
	for (size_t i = 0; i < about(kind); i++)
		if (!field_same(&kind_info[kind].fields[i], file, stored, map))
			return false;
	return true;
}

int object_match(enum kind kind, const void *file, const struct record *stored, int *const *map,
	const bool *taken)
{
	for (size_t i = 0; i < record_count(stored, kind); i++)
		if (!taken[i] &&
			is_counterpart(kind, file, record_at(stored, kind, i), stored, map))
			return (int)i;
	return -1;
}
