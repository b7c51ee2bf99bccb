/* SPDX-License-Identifier: MIT */
/*
 * One object as JSON: its present fields in the order of the schema.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

/* Whole numbers without a fraction, so that 5 stays 5. */
json_t *json_of_number(double x)
{
	if (!isfinite(x))
		return NULL;
	if (x == floor(x) && fabs(x) < 1e15)
		return json_integer((json_int_t)x);
	return json_real(x);
}

static json_t *compose_lines(const char *text)
{
	json_t *array = json_array();
	for (;; text++) {
		size_t n = strcspn(text, "\n");
		if (n)
			json_array_append_new(array, json_stringn(text, n));
		text += n;
		if (!*text)
			return array;
	}
}

/* A number when the text is just what that number is written as, else the text. */
static json_t *compose_quantity(const char *text)
{
	json_t *value = json_loads(text, JSON_DECODE_ANY, NULL);
	if (json_is_number(value)) {
		struct str again;
		str_init(&again);
		json_emit(&again, value, false);
		bool same = !strcmp(again.text, text);
		str_release(&again);
		if (same)
			return value;
	}
	json_decref(value);
	return json_string(text);
}

static json_t *compose_value(const struct record *rec, const struct answer *answer)
{
	const struct value *value = &answer->value;
	switch (value->type) {
	case VALUE_NONE:
		break;
	case VALUE_NUMBER:
		return json_of_number(value->number);
	case VALUE_TEXT:
		if (rec->instrument->items[answer->item].kind == ITEM_MULTI)
			return compose_lines(value->text);
		return json_string(value->text);
	case VALUE_SPLIT: {
		json_t *split = json_object();
		for (int i = 0; i < CAUSE_COUNT; i++)
			json_object_set_new(
				split, cause_info[i].id, json_of_number(value->split[i]));
		return split;
	}
	}
	return NULL;
}

static json_t *compose_date(int day)
{
	char buffer[DATE_TEXT];
	return day == DATE_NONE ? NULL : json_string(date_iso(day, buffer));
}

static json_t *compose_uuid(const struct uuid *id)
{
	char buffer[UUID_TEXT];
	return uuid_none(id) ? NULL : json_string(uuid_text(id, buffer));
}

static json_t *compose_ref(const struct record *rec, enum kind kind, int index)
{
	char buffer[UUID_TEXT];
	const struct object *object = index < 0 ? NULL : record_at(rec, kind, (size_t)index);
	return object ? json_string(uuid_text(&object->id, buffer)) : NULL;
}

static json_t *compose_text(enum field_type type, const char *text)
{
	if (!text || !*text)
		return NULL;
	if (type == FIELD_LIST)
		return compose_lines(text);
	if (type == FIELD_QUANTITY)
		return compose_quantity(text);
	if (type == FIELD_FIGURES)
		return json_loads(text, 0, NULL);
	return json_string(text);
}

/* NULL when absent */
static json_t *compose_field(
	const struct record *rec, const struct field *field, const void *object)
{
	const void *member = (const char *)object + field->offset;
	const int *whole = member;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		return compose_text(field->type, *(const char *const *)member);
	case FIELD_WHOLE:
	case FIELD_RATING:
		return *whole == INT_NONE ? NULL : json_integer(*whole);
	case FIELD_REAL:
		return json_of_number(*(const double *)member);
	case FIELD_TRI:
		return *whole == TRI_UNKNOWN ? NULL : json_boolean(*whole == TRI_YES);
	case FIELD_DATE:
		return compose_date(*whole);
	case FIELD_INSTANT:
		return *(const int64_t *)member ? json_integer(*(const int64_t *)member) : NULL;
	case FIELD_WORD:
		return *whole < 0 ? NULL : json_string(field->words->word[*whole]);
	case FIELD_UUID:
		return compose_uuid(member);
	case FIELD_REF:
		return compose_ref(rec, field->ref, *whole);
	case FIELD_ITEM:
		return json_string(rec->instrument->items[*whole].id);
	case FIELD_VALUE:
		return compose_value(rec, object);
	}
	return NULL;
}

static bool is_of_parent(enum kind kind, const struct field *field)
{
	return kind_is_part(kind) && field->ref == kind_info[kind].parent &&
		field->type == FIELD_REF;
}

/* What the reader finds by itself, or would refuse. */
static bool is_implied(enum kind kind, const struct field *field, const void *object)
{
	const struct party *party = object;
	if (kind == KIND_PARTY && field->offset == offsetof(struct party, label))
		return str_same(party->label, party->name);
	if ((kind == KIND_KPI || kind == KIND_SEALED_KPI) &&
		field->offset == offsetof(struct kpi, direction))
		return kpi_contradicts(object);
	return is_of_parent(kind, field);
}

json_t *object_member(
	const struct record *rec, enum kind kind, const void *object, const struct field *field)
{
	return is_implied(kind, field, object) ? NULL : compose_field(rec, field, object);
}

/* Where it is left out, somebody is made. */
static bool is_made(enum kind kind, const struct field *field)
{
	return kind == KIND_RESPONDENT && field->type == FIELD_REF && field->ref == KIND_PERSON;
}

/* Of an object that says when it was changed every member is written, so that what is empty empties
 * it elsewhere. */
static void add_fields(json_t *out, const struct record *rec, enum kind kind, const void *object)
{
	const struct object *head = object;
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		json_t *value = object_member(rec, kind, object, field);
		if (!value && (head->changed || is_made(kind, field)) && !is_of_parent(kind, field))
			value = json_null();
		if (value)
			member_set(out, field->name, value);
	}
}

json_t *object_compose(const struct record *rec, enum kind kind, const void *object, bool extra)
{
	const struct object *head = object;
	json_t *out = json_object();
	char buffer[UUID_TEXT];
	if (kind_info[kind].has_id)
		json_object_set_new(out, "id", json_string(uuid_text(&head->id, buffer)));
	add_fields(out, rec, kind, object);
	if (extra && head->extra) {
		json_t *more = json_loads(head->extra, 0, NULL);
		members_merge(out, more);
		json_decref(more);
	}
	return out;
}

json_t *exchange_object(const struct record *rec, enum kind kind, const void *object)
{
	struct pool pool = { 0 };
	struct object *copy = pool_alloc(&pool, kind_info[kind].size);
	memcpy(copy, object, kind_info[kind].size);
	copy->changed = 1; /* of what has a time every member is written */
	json_t *out = object_compose(rec, kind, copy, true);
	json_object_del(out, "changed");
	pool_release(&pool);
	return out;
}
