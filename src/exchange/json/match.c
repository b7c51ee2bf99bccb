/* SPDX-License-Identifier: MIT */
/*
 * Objects of a file and their counterparts in the database: finding, comparing, replacing.
 * References of the file are indices of the file; map translates them by kind.
 */
#include "merge.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static int mapped(const struct field *field, int index, int *const *map)
{
	return index < 0 || !map ? index : map[field->ref][index];
}

bool field_says_same(
	const struct field *field, const void *file, const void *stored, int *const *map)
{
	const void *a = (const char *)file + field->offset,
		   *b = (const char *)stored + field->offset;
	double x, y;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
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
	case FIELD_UUID:
		return uuid_same(a, b);
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
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		return sizeof(const char *);
	case FIELD_REAL:
		return sizeof(double);
	case FIELD_INSTANT:
		return sizeof(int64_t);
	case FIELD_VALUE:
		return sizeof(struct value);
	case FIELD_UUID:
		return sizeof(struct uuid);
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

static bool is_given(const struct object *file, size_t field, uint64_t fields)
{
	return file->given & fields & UINT64_C(1) << field;
}

static bool is_time(const struct field *field)
{
	return field->type == FIELD_INSTANT &&
		(!strcmp(field->name, "changed") || !strcmp(field->name, "drawn"));
}

/* The bits of the fields that drawing up the plan sets, or of all others; never of the times. */
static uint64_t bits(enum kind kind, const void *object, bool drawn)
{
	const struct plan_action *action = object;
	bool dated = kind == KIND_PLAN_ACTION && action->dated == TRI_YES;
	bool moved = kind == KIND_PLAN_ACTION && action->moved == TRI_YES;
	uint64_t fields = 0;
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		bool is_drawn = kind == KIND_PLAN_ACTION && action_field_is_drawn(i, dated, moved);
		if (is_drawn == drawn && !is_time(&kind_info[kind].fields[i]))
			fields |= UINT64_C(1) << i;
	}
	return fields;
}

uint64_t fields_of_people(enum kind kind, const void *object)
{
	return bits(kind, object, false);
}

uint64_t fields_drawn(enum kind kind, const void *object)
{
	return bits(kind, object, true);
}

bool fields_same(
	enum kind kind, const void *file, const void *stored, int *const *map, uint64_t fields)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++)
		if (is_given(file, i, fields) &&
			!field_says_same(&kind_info[kind].fields[i], file, stored, map))
			return false;
	return true;
}

/* A file that says when something was changed says all of it. */
bool extra_same(const void *file, const void *stored)
{
	const struct object *a = file, *b = stored;
	return (!a->extra && !a->changed) || json_text_same(a->extra, b->extra);
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

void fields_transfer(
	enum kind kind, const void *file, void *stored, int *const *map, uint64_t fields)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++)
		if (is_given(file, i, fields))
			transfer(&kind_info[kind].fields[i], file, stored, map);
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

/* The second of two alike is the second. */
static const char *nth_id(json_t *seen, const struct uuid *id, char key[64])
{
	char text[UUID_TEXT];
	json_int_t n = json_integer_value(json_object_get(seen, uuid_text(id, text))) + 1;
	json_object_set_new(seen, text, json_integer(n));
	snprintf(key, 64, "%s %" JSON_INTEGER_FORMAT, text, n);
	return key;
}

json_t *ids_of(const struct record *rec, enum kind kind)
{
	json_t *ids = json_object(), *seen = json_object();
	char key[64];
	for (size_t i = 0; i < record_count(rec, kind); i++) {
		struct uuid id = object_id(rec, kind, record_at(rec, kind, i));
		json_object_set_new(ids, nth_id(seen, &id, key), json_integer((json_int_t)i));
	}
	json_decref(seen);
	return ids;
}

void ids_map(const struct record *rec, enum kind kind, json_t *ids, int *map)
{
	json_t *seen = json_object();
	char key[64];
	for (size_t i = 0; i < record_count(rec, kind); i++) {
		struct uuid id = object_id(rec, kind, record_at(rec, kind, i));
		json_t *index = json_object_get(ids, nth_id(seen, &id, key));
		map[i] = index ? (int)json_integer_value(index) : -1;
	}
	json_decref(seen);
}
