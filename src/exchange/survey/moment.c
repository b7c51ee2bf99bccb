/* SPDX-License-Identifier: MIT */
/*
 * Days and times as survey tools write them: three numbers in the order that the map says, a time,
 * an offset.
 */
#include "internal.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <rekindle/date.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* A number of at most so many digits at *text, which goes behind it; -1: there is none. */
static int number(const char **text, int most)
{
	int x = 0, digits = 0;
	for (; digits < most && isdigit((unsigned char)**text); digits++)
		x = 10 * x + *(*text)++ - '0';
	return digits ? x : -1;
}

static bool skip(const char **text, const char *any)
{
	bool is = **text && strchr(any, **text);
	*text += is;
	return is;
}

static bool read_day(enum survey_order order, const char **text, int *day)
{
	bool leads = order == ORDER_YEAR;
	int first = number(text, leads ? 4 : 2), second, third;
	char by[2] = { **text, '\0' };
	if (first < 0 || !skip(text, "/.-") || (second = number(text, 2)) < 0 || !skip(text, by) ||
		(third = number(text, leads ? 2 : 4)) < 0)
		return false;
	int year = leads ? first : third;
	int month = order == ORDER_DAY || leads ? second : first;
	int mday = leads ? third : order == ORDER_DAY ? first : second;
	if (year < DATE_YEAR_FIRST || year > DATE_YEAR_LAST || month < 1 || month > 12 ||
		mday < 1 || mday > date_month_days(year, month))
		return false;
	*day = date_make(year, month, mday);
	return true;
}

/* "AM", "pm" behind an hour of twelve. */
static bool read_half(const char **text, int *hour)
{
	const char *at = *text + (**text == ' ');
	int half = toupper((unsigned char)at[0]);
	if ((half != 'A' && half != 'P') || toupper((unsigned char)at[1]) != 'M')
		return true;
	*text = at + 2;
	bool known = *hour >= 1 && *hour <= 12;
	*hour = *hour % 12 + (half == 'P' ? 12 : 0);
	return known;
}

/* Seconds of the day; a fraction of one is passed over. */
static bool read_clock(const char **text, int *seconds)
{
	int hour = number(text, 2), minute, second = 0;
	if (hour < 0 || !skip(text, ":") || (minute = number(text, 2)) < 0)
		return false;
	if (skip(text, ":") && (second = number(text, 2)) < 0)
		return false;
	if (skip(text, ".,"))
		while (isdigit((unsigned char)**text))
			++*text;
	if (!read_half(text, &hour))
		return false;
	*seconds = hour * HOUR + minute * MINUTE + second;
	return hour < 24 && minute < 60 && second <= 60;
}

/* "Z", "+02:00", "-0400", "+2"; *given: one stands there. */
static bool read_offset(const char **text, int *seconds, bool *given)
{
	*given = true;
	*seconds = 0;
	if (skip(text, "Z"))
		return true;
	int sign = **text == '-' ? -1 : 1;
	*given = skip(text, "+-");
	if (!*given)
		return true;
	int hour = number(text, 2), minute = 0;
	if (hour >= 0 && (skip(text, ":") || isdigit((unsigned char)**text)))
		minute = number(text, 2);
	*seconds = sign * (hour * HOUR + minute * MINUTE);
	return hour >= 0 && hour <= 14 && minute >= 0 && minute < 60;
}

static bool is_offset(const char *zone, int *seconds)
{
	bool given;
	const char *at = zone;
	return read_offset(&at, seconds, &given) && given && !*at;
}

bool survey_zone_known(const char *zone)
{
	const char *folder = getenv("TZDIR");
	char path[512];
	int seconds;
	if (is_offset(zone, &seconds) || !strcmp(zone, "UTC"))
		return true;
	if (*zone == '/' || strstr(zone, ".."))
		return false;
	snprintf(path, sizeof(path), "%s/%s", folder ? folder : "/usr/share/zoneinfo", zone);
	return access(path, R_OK) == 0;
}

/* The process has one zone at a time; its own is kept aside. */
static struct {
	bool away;
	char *home; /* NULL: TZ was not set */
	const char *now;
} zone_state;

static void enter(const char *zone)
{
	if (!zone_state.away) {
		const char *home = getenv("TZ");
		zone_state.home = home ? mem_strdup(home) : NULL;
		zone_state.away = true;
		zone_state.now = "";
	}
	if (strcmp(zone_state.now, zone) != 0) {
		setenv("TZ", zone, 1);
		tzset();
	}
	zone_state.now = zone;
}

void survey_zone_leave(void)
{
	if (!zone_state.away)
		return;
	if (zone_state.home)
		setenv("TZ", zone_state.home, 1);
	else
		unsetenv("TZ");
	tzset();
	free(zone_state.home);
	memset(&zone_state, 0, sizeof(zone_state));
}

/* Seconds since 1970 of a time in a zone; of an hour that comes twice the first. */
static int64_t in_zone(const char *zone, int day, int seconds)
{
	int year, month, mday, offset;
	if (is_offset(zone, &offset))
		return (int64_t)day * DAY + seconds - offset;
	date_split(day, &year, &month, &mday);
	struct tm tm = { .tm_year = year - 1900,
		.tm_mon = month - 1,
		.tm_mday = mday,
		.tm_hour = seconds / HOUR,
		.tm_min = seconds / MINUTE % 60,
		.tm_sec = seconds % MINUTE,
		.tm_isdst = -1 };
	enter(zone);
	return mktime(&tm);
}

static int day_in_zone(const char *zone, int64_t at)
{
	int offset;
	struct tm tm;
	if (is_offset(zone, &offset))
		return (int)((at + offset) / DAY);
	time_t time = at;
	enter(zone);
	localtime_r(&time, &tm);
	return date_make(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Of a day with a time the instant, and the day that it is there. */
static void settle(const struct survey_form *form, int seconds, bool given, int offset,
	struct survey_time *time)
{
	const char *zone = form->zone ? form->zone : "UTC";
	int64_t at = given ? (int64_t)time->day * DAY + seconds - offset
			   : in_zone(zone, time->day, seconds);
	if (form->day_zone)
		time->day = day_in_zone(form->day_zone, at);
	time->at = at > 0 ? at * 1000 : 0;
}

bool survey_time_read(const struct survey_form *form, const char *text, struct survey_time *time)
{
	int seconds, offset = 0;
	bool given = false;
	*time = (struct survey_time){ .day = DATE_NONE };
	if (!read_day(form->order, &text, &time->day))
		return false;
	if (!*text)
		return true;
	if (!skip(&text, "T ") || !read_clock(&text, &seconds))
		return false;
	text += *text == ' ';
	if (!read_offset(&text, &offset, &given) || *text)
		return false;
	settle(form, seconds, given, offset, time);
	return true;
}
