/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a day that was typed; and days off.
 */
#include <rekindle/words.h>

#include <stdlib.h>

/* Numbers that may be several days, of which only the typed ones can be, are said by typed_words().
 */
static const char *fault_words(struct pool *pool, enum date_fault fault, const char *text)
{
	switch (fault) {
	case DATE_READ:
	case DATE_FAULT_ORDER:
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

/* What was typed: what is wrong with it, and both days where it may be two. */
static const char *typed_words(
	struct pool *pool, enum date_fault fault, const char *text, int day, int other)
{
	if (fault != DATE_FAULT_ORDER)
		return fault_words(pool, fault, text);
	return words(pool, W_DATE_ORDER, hole_day("one", day, DAY_LONG),
		hole_day("two", other, DAY_LONG), hole_day("one_iso", day, DAY_ISO),
		hole_day("two_iso", other, DAY_ISO));
}

/* What has not even the form of a date is told what that is. */
static const char *sentence_about(struct pool *pool, enum date_fault fault, const char *text,
	const char *wrong, const char *form)
{
	if (!fault)
		return NULL;
	return fault == DATE_FAULT_FORM
		? form
		: words(pool, W_DATE_TYPED, hole_text("typed", text), hole_text("wrong", wrong));
}

const char *words_no_typed_day(struct pool *pool, const char *text, int today)
{
	int day, other;
	enum date_fault fault = date_typed(text, today, DATE_AHEAD, &day, &other);

	return typed_words(pool, fault, text, day, other);
}

const char *words_wrong_day(struct pool *pool, const char *text, int today)
{
	int day, other;
	enum date_fault fault = date_typed(text, today, DATE_AHEAD, &day, &other);

	return sentence_about(pool, fault, text, typed_words(pool, fault, text, day, other),
		words_plain(W_FIELD_DAY));
}

const char *words_wrong_moment(struct pool *pool, const char *text, int today)
{
	char moment[DATE_MOMENT];
	int day, other;
	enum date_fault fault = date_typed_moment(text, today, moment, &day, &other);

	return sentence_about(pool, fault, text, typed_words(pool, fault, text, day, other),
		words_plain(W_PERSON_WHEN));
}

const char *words_day_in_full(struct pool *pool, int day)
{
	return words(pool, W_DATE_IN_FULL, hole_text("weekday", date_weekday_name(day)),
		hole_day("day", day, DAY_LONG));
}

const char *words_day(struct pool *pool, int day, enum day_form form)
{
	return day == DATE_NONE ? words_plain(W_NO_DAY)
				: words(pool, W_WHEN_DAY, hole_day("day", day, form));
}

const char *words_day_off(struct pool *pool, const struct day_off *off)
{
	struct hole from = hole_day("from", off->from, DAY_LONG);

	return off->to == DATE_NONE || off->to == off->from
		? words(pool, W_DAYS_OFF_ONE, from)
		: words(pool, W_DAYS_OFF_SEVERAL, from, hole_day("to", off->to, DAY_LONG));
}

const char *words_day_off_twin(struct pool *pool, const struct record *rec, int at)
{
	const struct day_off *off = &rec->days_off[at];

	return words(pool, W_DAYS_OFF_TWIN, hole_text("party", rec->parties[off->party].label),
		hole_text("days", words_day_off(pool, off)));
}
