/* SPDX-License-Identifier: MIT */
/*
 * Days on which nothing is due (rekindle-method(7), section 7): weekends, the turn of the year, and
 * what a party has entered.
 */
#include "plan_parts.h"

#define YEAR_DAYS 365
#define SEARCH_MOST 400 /* days: longer no closure is believed */

enum { YEAR_END_FIRST = 1224, YEAR_END_LAST = 101 };

/* 1224 for 24 December. */
static int day_of_year(int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return month * 100 + mday;
}

/* Days of the year from one to the other, which may lie beyond its turn. */
static bool is_between(int first, int last, int day)
{
	return first <= last ? day >= first && day <= last : day >= first || day <= last;
}

static bool covers(const struct day_off *off, int day)
{
	int last = off->to == DATE_NONE ? off->from : off->to;

	if (off->yearly != TRI_YES)
		return day >= off->from && day <= last;
	return last - off->from >= YEAR_DAYS ||
		is_between(day_of_year(off->from), day_of_year(last), day_of_year(day));
}

bool plan_is_day_off(const struct record *rec, int day)
{
	if (date_weekday(day) >= DATE_SATURDAY)
		return true;
	if (record_plan(rec)->works_year_end != TRI_YES &&
		is_between(YEAR_END_FIRST, YEAR_END_LAST, day_of_year(day)))
		return true;
	for (size_t i = 0; i < rec->day_off_count; i++)
		if (covers(&rec->days_off[i], day))
			return true;
	return false;
}

static int search(const struct record *rec, int day, int by)
{
	for (int i = 0; i < SEARCH_MOST; i++)
		if (!plan_is_day_off(rec, day + i * by))
			return day + i * by;
	return day;
}

int plan_day_before(const struct record *rec, int day)
{
	return search(rec, day, -1);
}

int plan_day_after(const struct record *rec, int day)
{
	return search(rec, day, 1);
}

int plan_due_day(const struct record *rec, int start, int due)
{
	int before = plan_day_before(rec, due);

	return before < start ? start : before;
}
