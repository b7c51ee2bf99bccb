/* SPDX-License-Identifier: MIT */
/*
 * The only clocks of the program.
 */
#include <rekindle/date.h>

#include <stdlib.h>
#include <stdio.h>
#include <time.h>

int clock_day(int64_t ms)
{
	time_t t = (time_t)(ms / 1000);
	struct tm local;
	localtime_r(&t, &local);
	return date_make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

static int standing = DATE_NONE;

void clock_stand(int day)
{
	standing = day;
}

/* The day that is set from outside, or on which the clock stands. */
static bool is_set(int *day)
{
	if (date_parse(getenv("REKINDLE_TODAY"), day))
		return true;
	*day = standing;
	return standing != DATE_NONE;
}

int clock_today(void)
{
	int day;
	return is_set(&day) ? day : clock_day((int64_t)time(NULL) * 1000);
}

static int64_t milliseconds(clockid_t id)
{
	struct timespec t;
	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t clock_ms(void)
{
	return milliseconds(CLOCK_REALTIME);
}

int64_t clock_monotonic_ms(void)
{
	return milliseconds(CLOCK_MONOTONIC);
}

int64_t clock_stamp_ms(void)
{
	int day;
	return is_set(&day) ? day * INT64_C(86400000) : clock_ms();
}

const char *clock_hm(int64_t ms, char buffer[6])
{
	time_t t = (time_t)(ms / 1000);
	struct tm local;
	localtime_r(&t, &local);
	if (!strftime(buffer, 6, "%H:%M", &local))
		buffer[0] = '\0';
	return buffer;
}
