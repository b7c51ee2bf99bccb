/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a day that was typed.
 */
#include <rekindle/words.h>

#include <stdlib.h>

const char *words_no_day(struct pool *pool, const char *text)
{
	int day;

	switch (date_read(text, &day)) {
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
	}
	return NULL;
}
