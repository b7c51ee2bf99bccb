/* SPDX-License-Identifier: MIT */
/*
 * Days in a form: what is typed as "friday" is said in full while it is typed, and written out when
 * the field is left.
 */
#include "form.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/words.h>

static enum form_takes takes(const struct form_field *field)
{
	if (field->choices || field->heading)
		return FORM_WORDS;
	if (!field->member || field->member->type != FIELD_DATE)
		return field->takes;
	return field->member->past ? FORM_DAY_PAST : FORM_DAY;
}

static const enum date_lean lean_of[] = {
	[FORM_DAY] = DATE_AHEAD,
	[FORM_DAY_PAST] = DATE_BEHIND,
	[FORM_DAY_NEAR] = DATE_NEAR,
};

/* As the field would show it, written out; false: it is no day, or is written so already. */
static bool written_out(const struct form_field *field, int today, char out[DATE_MOMENT], int *day)
{
	const char *text = field->edit.text.text;
	enum form_takes kind = takes(field);
	int other;
	if (kind == FORM_WORDS || str_blank(text))
		return false;
	if (kind == FORM_MOMENT) {
		if (date_typed_moment(text, today, out, day, &other))
			return false;
		if (out[DATE_TEXT - 1])
			out[DATE_TEXT - 1] = ' ';
	} else {
		if (date_typed(text, today, lean_of[kind], day, &other))
			return false;
		date_iso(*day, out);
	}
	return strcmp(out, text) != 0;
}

void form_spell_day(struct form_field *field, int today)
{
	char out[DATE_MOMENT] = "";
	int day;
	if (written_out(field, today, out, &day))
		edit_set(&field->edit, out);
}

const char *form_day_understood(struct pool *pool, const struct form_field *field, int today)
{
	char out[DATE_MOMENT] = "";
	int day;
	if (!written_out(field, today, out, &day))
		return NULL;
	return strlen(out) < DATE_TEXT
		? words_day_in_full(pool, day)
		: words(pool, W_DATE_AND_TIME, hole_text("day", words_day_in_full(pool, day)),
			  hole_text("time", out + DATE_TEXT));
}
