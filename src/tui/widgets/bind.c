/* SPDX-License-Identifier: MIT */
/*
 * Members of the record's objects as a line of text.
 */
#include "bind.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/words.h>

#define WHOLE_MOST 100000

const struct field *bind_named(enum kind kind, const char *name)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count; i++)
		if (!strcmp(info->fields[i].name, name))
			return &info->fields[i];
	return NULL;
}

bool bind_is_written(const struct field *field)
{
	return field_is_text(field->type) || field->type == FIELD_DATE ||
		field->type == FIELD_WHOLE || field->type == FIELD_REAL;
}

int bind_number(const struct field *field, const void *object)
{
	int number;
	memcpy(&number, (const char *)object + field->offset, sizeof(number));
	return number;
}

void bind_set(const struct field *field, void *object, int number)
{
	memcpy((char *)object + field->offset, &number, sizeof(number));
}

const char *bind_list(struct pool *pool, const char *lines)
{
	struct str out;
	str_init(&out);
	for (; *lines; lines++)
		if (*lines == '\n')
			str_add(&out, "; ");
		else
			str_addc(&out, *lines);
	const char *text = pool_strdup(pool, out.text);
	str_release(&out);
	return text;
}

const char *bind_read_real(const char *text, double *value)
{
	char *end;
	*value = strtod(text, &end);
	if (*end || end == text || text[strspn(text, "0123456789+-.eE")] || !isfinite(*value))
		return words_plain(W_FIELD_NUMBER);
	return NULL;
}

const char *bind_text(struct pool *pool, const struct field *field, const void *object)
{
	const void *member = (const char *)object + field->offset;
	const char *text;
	char day[DATE_TEXT];
	double real;
	if (field->type == FIELD_REAL) {
		memcpy(&real, member, sizeof(real));
		return value_number(pool, real);
	}
	if (!field_is_text(field->type)) {
		int number = bind_number(field, object);
		if (field->type == FIELD_DATE)
			return number == DATE_NONE ? NULL
						   : pool_strdup(pool, date_iso(number, day));
		return number == INT_NONE ? NULL : pool_printf(pool, "%d", number);
	}
	memcpy(&text, member, sizeof(text));
	if (str_blank(text))
		return NULL;
	return field->type == FIELD_LIST ? bind_list(pool, text) : text;
}

static const char *read_whole(const char *text, int *number)
{
	char *end;
	long value = strtol(text, &end, 10);
	if (*end || value < 0 || value > WHOLE_MOST)
		return words_plain(W_FIELD_WHOLE);
	*number = (int)value;
	return NULL;
}

const char *bind_complaint(struct pool *pool, const struct field *field, const char *text)
{
	double real;
	int number;
	if (!text || field_is_text(field->type))
		return NULL;
	return field->type == FIELD_REAL    ? bind_read_real(text, &real)
		: field->type == FIELD_DATE ? words_wrong_day(pool, text, clock_today())
					    : read_whole(text, &number);
}

/* "Phoenix; GenTech" as lines; NULL when there is no entry. */
static const char *take_list(struct pool *pool, const char *text)
{
	struct str out;
	str_init(&out);
	while (text && *text) {
		size_t n = strcspn(text, ";"), from = strspn(text, " ");
		size_t to = n;
		while (to > from && text[to - 1] == ' ')
			to--;
		if (to > from)
			str_addf(
				&out, "%s%.*s", out.len ? "\n" : "", (int)(to - from), text + from);
		text += n + (text[n] == ';');
	}
	const char *list = out.len ? pool_strdup(pool, out.text) : NULL;
	str_release(&out);
	return list;
}

void bind_take(struct pool *pool, const struct field *field, void *object, const char *text)
{
	void *member = (char *)object + field->offset;
	double real = NAN;
	int number = field->type == FIELD_DATE ? DATE_NONE : INT_NONE, other;
	if (field_is_text(field->type)) {
		if (field->type == FIELD_LIST)
			text = take_list(pool, text);
		if (!text && field->never_null)
			text = "";
		memcpy(member, &text, sizeof(text));
	} else if (field->type == FIELD_REAL) {
		if (text)
			bind_read_real(text, &real);
		memcpy(member, &real, sizeof(real));
	} else {
		if (text && field->type == FIELD_DATE)
			date_typed(text, clock_today(), field->past ? DATE_BEHIND : DATE_AHEAD,
				&number, &other);
		else if (text)
			read_whole(text, &number);
		bind_set(field, object, number);
	}
}

int bind_index(const struct record *record, enum kind kind, int64_t key)
{
	for (size_t i = 0; i < record_count(record, kind); i++)
		if (((const struct object *)record_at(record, kind, i))->key == key)
			return (int)i;
	return -1;
}
