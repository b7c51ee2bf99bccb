/* SPDX-License-Identifier: MIT */
/*
 * An answer's value as one text, and back.
 */
#include <rekindle/schema.h>

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *value_number(struct pool *pool, double x)
{
	char text[32];
	if (isnan(x))
		return NULL;
	if (x == floor(x) && fabs(x) < 1e15)
		return pool_printf(pool, "%.0f", x);
	for (int digits = 1; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	return pool_strdup(pool, text);
}

static const char *swap(struct pool *pool, const char *text, char from, char to)
{
	char *copy = pool_strdup(pool, text);
	for (char *p = copy; *p; p++)
		if (*p == from)
			*p = to;
	return copy;
}

static const char *split_text(struct pool *pool, const double *points)
{
	return pool_printf(pool, "%s %s %s %s", value_number(pool, points[0]),
		value_number(pool, points[1]), value_number(pool, points[2]),
		value_number(pool, points[3]));
}

const char *value_format(struct pool *pool, enum item_kind kind, const struct value *value)
{
	switch (value->type) {
	case VALUE_NONE:
		return NULL;
	case VALUE_NUMBER:
		return value_number(pool, value->number);
	case VALUE_TEXT:
		return kind == ITEM_MULTI ? swap(pool, value->text, '\n', ',') : value->text;
	case VALUE_SPLIT:
		return split_text(pool, value->split);
	}
	return NULL;
}

/* A finite number and nothing after it but blanks; *end is where it stopped. */
static bool number_parse(const char *text, double *x, const char **end)
{
	char *stop;
	while (*text == ' ')
		text++;
	if (*text != '-' && *text != '+' && *text != '.' && !isdigit((unsigned char)*text))
		return false;
	*x = strtod(text, &stop);
	*end = stop;
	return stop != text && isfinite(*x);
}

static bool split_parse(const char *text, double *points)
{
	for (int i = 0; i < CAUSE_COUNT; i++)
		if (!number_parse(text, &points[i], &text) || points[i] < 0)
			return false;
	return *text == '\0';
}

static bool is_check(const char *text)
{
	int i = vocabulary_find(&vocabulary_check, text);
	return i >= 0 && i != CHECK_UNKNOWN;
}

bool value_parse(struct pool *pool, enum item_kind kind, const char *text, struct value *value)
{
	double x;
	int day;
	const char *end;
	*value = (struct value){ 0 };
	switch (kind) {
	case ITEM_RATED:
	case ITEM_NUMBER:
		if (!number_parse(text, &x, &end) || *end)
			return false;
		if (kind == ITEM_RATED && (x != floor(x) || x < 1 || x > 5))
			return false;
		*value = (struct value){ .type = VALUE_NUMBER, .number = x };
		return true;
	case ITEM_SPLIT:
		if (!split_parse(text, value->split))
			return *value = (struct value){ 0 }, false;
		value->type = VALUE_SPLIT;
		return true;
	case ITEM_DATE:
		if (!date_parse(text, &day))
			return false;
		break;
	case ITEM_CHECK:
		if (!is_check(text))
			return false;
		break;
	case ITEM_CHOICE:
	case ITEM_MULTI:
	case ITEM_TEXT:
		if (!*text)
			return false;
		break;
	case ITEM_KIND_COUNT:
		return false;
	}
	value->type = VALUE_TEXT;
	value->text = kind == ITEM_MULTI ? swap(pool, text, ',', '\n') : pool_strdup(pool, text);
	return true;
}

static bool same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

bool value_same(const struct value *a, const struct value *b)
{
	return a->type == b->type &&
		(a->type != VALUE_NUMBER || same_number(a->number, b->number)) &&
		(a->type != VALUE_TEXT || str_same(a->text, b->text)) &&
		(a->type != VALUE_SPLIT || !memcmp(a->split, b->split, sizeof(a->split)));
}
