/* SPDX-License-Identifier: MIT */
/*
 * One member of an object from JSON, by the type of its field.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

/* A JSON number without a fraction, also written as 3.0. */
static bool whole(json_t *value, double *x)
{
	if (!json_is_number(value))
		return false;
	*x = json_number_value(value);
	return *x == floor(*x);
}

static enum err read_text(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a text");
	size_t n = json_string_length(value);
	*out = n ? pool_strndup(&r->record->pool, json_string_value(value), n) : NULL;
	return ERR_NONE;
}

static enum err read_lines(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	struct str lines;
	size_t i;
	json_t *entry;
	enum err err = ERR_NONE;
	if (!json_is_array(value))
		return refuse_type(r, place, value, "a list of texts");
	str_init(&lines);
	json_array_foreach(value, i, entry)
	{
		struct place at = { place, NULL, i };
		const char *text = json_string_value(entry);
		if (!text)
			err = refuse_type(r, &at, entry, "a text");
		else if (strchr(text, '\n'))
			err = refuse(
				r, &at, "has a line break, which an entry of a list cannot have");
		if (err)
			break;
		str_add(&lines, lines.len && *text ? "\n" : "");
		str_add(&lines, text);
	}
	if (!err)
		*out = lines.len ? pool_strndup(&r->record->pool, lines.text, lines.len) : NULL;
	str_release(&lines);
	return err;
}

static enum err read_quantity(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	if (!json_is_number(value) && !json_is_string(value))
		return refuse_type(r, place, value, "a number or a text");
	if (json_is_string(value))
		return read_text(r, place, value, out);
	*out = json_keep(&r->record->pool, value);
	return ERR_NONE;
}

static enum err read_figures(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	if (!json_is_object(value))
		return refuse_type(r, place, value, "an object of numbers");
	*out = json_keep(&r->record->pool, value);
	return figures_valid(*out)
		? ERR_NONE
		: refuse(r, place,
			  "must hold a plain number under each name, like {\"health\": 3.4}");
}

static enum err read_whole(struct reader *r, const struct place *place, json_t *value, int *out)
{
	double x;
	if (!json_is_number(value))
		return refuse_type(r, place, value, "a number");
	if (!whole(value, &x) || x < 0 || x > 1e6)
		return refuse(r, place, "must be a whole number from 0 to 1000000");
	*out = (int)x;
	return ERR_NONE;
}

static enum err read_rating(struct reader *r, const struct place *place, json_t *value, int *out)
{
	double x;
	if (!json_is_number(value))
		return refuse_type(r, place, value, "a number");
	if (!whole(value, &x) || x < 1 || x > 5)
		return refuse(r, place, "must be a whole number from 1 to 5");
	*out = (int)x;
	return ERR_NONE;
}

static enum err read_real(struct reader *r, const struct place *place, json_t *value, double *out)
{
	if (!json_is_number(value))
		return refuse_type(r, place, value, "a number");
	*out = json_number_value(value);
	return ERR_NONE;
}

static enum err read_tri(struct reader *r, const struct place *place, json_t *value, int *out)
{
	if (!json_is_boolean(value))
		return refuse_type(r, place, value, "true or false");
	*out = json_is_true(value) ? TRI_YES : TRI_NO;
	return ERR_NONE;
}

static enum err read_date(struct reader *r, const struct place *place, json_t *value, int *out)
{
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a date as text, like \"2026-11-22\"");
	const char *wrong = words_no_day(&r->record->pool, json_string_value(value));
	if (wrong)
		return refuse(r, place, "%s", wrong);
	date_parse(json_string_value(value), out);
	return ERR_NONE;
}

static enum err read_moment(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	enum err err = read_text(r, place, value, out);
	const char *wrong = err || !*out ? NULL : words_no_moment(&r->record->pool, *out);
	return wrong ? refuse(r, place, "%s", wrong) : err;
}

static enum err read_every(
	struct reader *r, const struct place *place, json_t *value, const char **out)
{
	enum err err = read_text(r, place, value, out);
	return err || !*out || recurrence_valid(*out)
		? err
		: refuse(r, place, "\"%.40s\" %s", *out, words_plain(W_RECURRENCE_FORM));
}

static enum err read_instant(
	struct reader *r, const struct place *place, json_t *value, int64_t *out)
{
	static const json_int_t last = INT64_C(253402300799999); /* the year 9999 */
	if (!json_is_integer(value))
		return refuse_type(r, place, value, "a whole number of milliseconds since 1970");
	json_int_t ms = json_integer_value(value);
	if (ms < 0 || ms > last)
		return refuse(r, place, "must be milliseconds since 1970, from 0 to %lld",
			(long long)last);
	*out = ms;
	return ERR_NONE;
}

/* A name of the file's own is that of a round, as it gets its UUID by it. */
static enum err read_uuid(
	struct reader *r, const struct place *place, json_t *value, struct uuid *out)
{
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a text: an id");
	*out = id_uuid(&r->alliance, KIND_ASSESSMENT, json_string_value(value));
	return ERR_NONE;
}

static enum err read_word(struct reader *r, const struct place *place, json_t *value,
	const struct vocabulary *words, int *out)
{
	char list[512];
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a text");
	*out = vocabulary_find(words, json_string_value(value));
	if (*out < 0)
		return refuse(r, place, "\"%.40s\" is no %s; write %s", json_string_value(value),
			words->name, vocabulary_list(words, list, sizeof(list)));
	return ERR_NONE;
}

static enum err read_ref(
	struct reader *r, const struct place *place, json_t *value, enum kind kind, int *out)
{
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a text: an id, a label or a name");
	*out = names_find(r, kind, json_string_value(value));
	if (*out == -1)
		return refuse(r, place, "\"%.80s\" is more than one %s; give each an id and use it",
			json_string_value(value), kind_info[kind].name);
	if (*out < 0)
		return refuse(r, place, "\"%.80s\" is unknown; use the id or name of one of the %s",
			json_string_value(value), kind_info[kind].plural);
	return ERR_NONE;
}

static enum err read_item(struct reader *r, const struct place *place, json_t *value, int *out)
{
	const struct instrument *instrument = r->record->instrument;
	if (!json_is_string(value))
		return refuse_type(r, place, value, "a text");
	*out = instrument_item(instrument, json_string_value(value));
	if (*out < 0)
		return refuse(r, place,
			"\"%.80s\" is no item of instrument %s %s; "
			"`rekindle instrument show%s%s` lists the items",
			json_string_value(value), instrument->id, instrument->version,
			instrument->source ? "" : " ",
			instrument->source ? "" : instrument->version);
	return ERR_NONE;
}

enum err read_member(struct reader *r, const struct place *place, json_t *value,
	const struct field *field, void *member)
{
	switch (field->type) {
	case FIELD_TEXT:
		return read_text(r, place, value, member);
	case FIELD_MOMENT:
		return read_moment(r, place, value, member);
	case FIELD_EVERY:
		return read_every(r, place, value, member);
	case FIELD_FIGURES:
		return read_figures(r, place, value, member);
	case FIELD_LIST:
		return read_lines(r, place, value, member);
	case FIELD_WHOLE:
		return read_whole(r, place, value, member);
	case FIELD_RATING:
		return read_rating(r, place, value, member);
	case FIELD_REAL:
		return read_real(r, place, value, member);
	case FIELD_QUANTITY:
		return read_quantity(r, place, value, member);
	case FIELD_TRI:
		return read_tri(r, place, value, member);
	case FIELD_DATE:
		return read_date(r, place, value, member);
	case FIELD_INSTANT:
		return read_instant(r, place, value, member);
	case FIELD_UUID:
		return read_uuid(r, place, value, member);
	case FIELD_WORD:
		return read_word(r, place, value, field->words, member);
	case FIELD_REF:
		return read_ref(r, place, value, field->ref, member);
	case FIELD_ITEM:
		return read_item(r, place, value, member);
	case FIELD_VALUE: /* needs the item: check_object() */
		return ERR_NONE;
	}
	return ERR_NONE;
}

/* What a file says of an object, field by field: what it leaves out stays as the database has it.
 */

static uint64_t bit_of(enum kind kind, size_t offset)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count; i++)
		if (info->fields[i].offset == offset)
			return UINT64_C(1) << i;
	return 0;
}

bool field_is_given(enum kind kind, const void *object, size_t offset)
{
	return ((const struct object *)object)->given & bit_of(kind, offset);
}

void field_give(enum kind kind, void *object, size_t offset, bool given)
{
	struct object *head = object;
	uint64_t bit = bit_of(kind, offset);
	head->given = given ? head->given | bit : head->given & ~bit;
}
