/* SPDX-License-Identifier: MIT */
/*
 * Which safety copies stay: a question about days alone.
 */
#include <rekindle/care.h>

#include <rekindle/date.h>

/* The day before its Monday: the same of all days of a week. */
static int week_of(int day)
{
	return day - date_weekday(day);
}

static void choose_part(const int *days, size_t count, int today, bool ahead, bool *stays)
{
	int kept = 0, weeks = 0, week = DATE_NONE;
	for (size_t i = 0; i < count; i++) {
		if ((days[i] > today) != ahead)
			continue;
		bool as_day = kept++ < CARE_DAYS;
		bool as_week = !as_day && week_of(days[i]) != week && weeks++ < CARE_WEEKS;
		if (!as_day)
			week = week_of(days[i]);
		stays[i] = as_day || as_week;
	}
}

void care_choose(const int *days, size_t count, int today, bool *stays)
{
	choose_part(days, count, today, true, stays);
	choose_part(days, count, today, false, stays);
}
