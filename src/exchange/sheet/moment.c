/* SPDX-License-Identifier: MIT */
/*
 * Moments as answer files and mails write them.
 */
#include "internal.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <rekindle/date.h>

#define MINUTE_MS INT64_C(60000)
#define DAY_MS (1440 * MINUTE_MS)

static int64_t moment(int day, int hour, int minute, int second)
{
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
		return 0;
	int64_t ms = day * DAY_MS + (hour * 60 + minute) * MINUTE_MS + second * INT64_C(1000);
	return ms > 0 ? ms : 0;
}

int64_t moment_iso(const char *text)
{
	char day_text[DATE_TEXT];
	int day, hour, minute, second = 0, n = 0;
	if (strlen(text) < DATE_TEXT + 4)
		return 0;
	snprintf(day_text, sizeof(day_text), "%.10s", text);
	if (!date_parse(day_text, &day) ||
		sscanf(text + 10, "T%2d:%2d%n", &hour, &minute, &n) != 2 || !n)
		return 0;
	text += 10 + n;
	n = 0;
	if (sscanf(text, ":%2d%n", &second, &n) == 1)
		text += n;
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	return strcmp(text, "Z") != 0 ? 0 : moment(day, hour, minute, second);
}

static int month_of(const char *text)
{
	for (int month = 1; month <= 12; month++)
		if (!strncasecmp(text, date_month_short(month), 3))
			return month;
	return 0;
}

/* "Tue, 28 Nov 2026 10:00:00 +0100" */
int64_t moment_mail(const char *text)
{
	char name[16];
	int mday, year, hour, minute, second = 0, n = 0, zone = 0;
	const char *comma = strchr(text, ',');
	text = comma ? comma + 1 : text;
	if (sscanf(text, " %2d %15s %4d %2d:%2d%n", &mday, name, &year, &hour, &minute, &n) != 5)
		return 0;
	int month = month_of(name);
	if (!month || year < DATE_YEAR_FIRST || year > DATE_YEAR_LAST || mday < 1 ||
		mday > date_month_days(year, month))
		return 0;
	text += n;
	n = 0;
	if (sscanf(text, ":%2d%n", &second, &n) == 1)
		text += n;
	sscanf(text, " %d", &zone);
	int64_t at = moment(date_make(year, month, mday), hour, minute, second);
	return zone <= -1500 || zone >= 1500 ? at : at - (zone / 100 * 60 + zone % 100) * MINUTE_MS;
}
