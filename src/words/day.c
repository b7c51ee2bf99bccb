/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a day that was typed.
 */
#include <rekindle/words.h>

#include <stdlib.h>

static const char *fault_words(struct pool *pool, enum date_fault fault, const char *text)
{
	switch (fault) {
	case DATE_READ:
		break;
	case DATE_FAULT_FORM:
		return words_plain(W_DATE_FORM);
	case DATE_FAULT_YEAR:
		return words(pool, W_DATE_YEAR, hole_count("first", DATE_YEAR_FIRST),
			hole_count("last", DATE_YEAR_LAST));
	case DATE_FAULT_MONTH:
		return words_plain(W_DATE_MONTH);
	case DATE_FAULT_DAY:
		return words(pool, W_DATE_DAY,
			hole_count("days", date_month_days(atoi(text), atoi(text + 5))));
	case DATE_FAULT_TIME:
		return words_plain(W_DATE_TIME);
	}
	return NULL;
}

/* What has not even the form of a date is told what that is. */
static const char *sentence_about(
	struct pool *pool, enum date_fault fault, const char *text, const char *form)
{
	const char *wrong = fault_words(pool, fault, text);

	if (!wrong)
		return NULL;
	return fault == DATE_FAULT_FORM
		? form
		: words(pool, W_DATE_TYPED, hole_text("typed", text), hole_text("wrong", wrong));
}

const char *words_no_day(struct pool *pool, const char *text)
{
	int day;

	return fault_words(pool, date_read(text, &day), text);
}

const char *words_no_moment(struct pool *pool, const char *text)
{
	int day;
	enum date_fault fault = date_read_moment(text, &day);

	return fault == DATE_FAULT_FORM ? words_plain(W_DATE_MOMENT_FORM)
					: fault_words(pool, fault, text);
}

const char *words_wrong_day(struct pool *pool, const char *text)
{
	int day;

	return sentence_about(pool, date_read(text, &day), text, words_plain(W_FIELD_DAY));
}

const char *words_wrong_moment(struct pool *pool, const char *text)
{
	int day;

	return sentence_about(pool, date_read_moment(text, &day), text, words_plain(W_PERSON_WHEN));
}

const char *words_day(struct pool *pool, int day, enum day_form form)
{
	return day == DATE_NONE ? words_plain(W_NO_DAY)
				: words(pool, W_WHEN_DAY, hole_day("day", day, form));
}
