/* SPDX-License-Identifier: MIT */
/*
 * Calendar days as whole numbers: days since 1970-01-01, proleptic Gregorian.
 * Arithmetic is plain subtraction; no time zone anywhere but in clock_today().
 */
#ifndef REKINDLE_DATE_H
#define REKINDLE_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#define DATE_NONE INT_MIN
#define DATE_YEAR_FIRST 1900
#define DATE_YEAR_LAST 2200
#define DATE_TEXT 11 /* bytes of "2026-11-22" with its end */

enum { DATE_MONDAY = 1, DATE_SATURDAY = 6, DATE_SUNDAY = 7 };

/* "YYYY-MM-DD", years 1900 to 2200, nothing after it. False and *day = DATE_NONE otherwise. */
bool date_parse(const char *text, int *day);
/* What keeps a text from being a day: its form, a year that is out of range, a month, a day or,
 * behind it, a time that there is not. date_parse() is date_read() == DATE_READ. */
enum date_fault {
	DATE_READ,
	DATE_FAULT_FORM,
	DATE_FAULT_YEAR,
	DATE_FAULT_MONTH,
	DATE_FAULT_DAY,
	DATE_FAULT_TIME,
	DATE_FAULT_ORDER /* numbers of which each may be the month; of days that are typed */
};
enum date_fault date_read(const char *text, int *day);
/* A day, or a day and a time of it: "2026-10-15", "2026-10-15T16:00". */
#define DATE_MOMENT 17 /* bytes of the latter with its end */
enum date_fault date_read_moment(const char *text, int *day);

/*
 * A day as people type it: as date_read() has it, or "today", "tomorrow", "yesterday", "friday",
 * "fri", "+3w" and "-10d" (d, w, m, y), "eom" the last day of this month, "27 nov", "Nov 27",
 * "27 november 2026", "27.11.2026"; in any case. A weekday is the next one after today, a day of a
 * month without a year the next one from today on; leaning behind the last one; near the one of
 * these that is nearer. Numbers that may be several days are read in the order of settings(), where
 * that has one and they make a day in it. DATE_FAULT_ORDER: *day and *other are the first two days
 * that the numbers may mean; any other fault: none.
 */
enum date_lean { DATE_AHEAD, DATE_BEHIND, DATE_NEAR };
enum date_fault date_typed(const char *text, int today, enum date_lean, int *day, int *other);
/* The same of a day, or of a day and behind a blank a time of it, "friday 16:00": as ISO 8601. */
enum date_fault date_typed_moment(
	const char *text, int today, char moment[DATE_MOMENT], int *day, int *other);
int date_month_days(int year, int month); /* 28 to 31 */
/* Writes ISO 8601 into buffer and returns it; "" for DATE_NONE. */
const char *date_iso(int day, char buffer[DATE_TEXT]);
void date_split(int day, int *year, int *month, int *mday);
int date_make(int year, int month, int mday);
int date_weekday(int day); /* 1 Monday to 7 Sunday */
/* The same day of the month, months later; the last of the month when there is none. */
int date_add_months(int day, int months);
/* First Monday strictly after day. */
int date_next_monday(int day);
/* "22 November 2026", "22 Nov", "22 Nov 2026", "Sunday": English, whatever the locale. buffer >= 32
 * bytes. */
const char *date_long(int day, char *buffer);
const char *date_short(int day, char *buffer);
const char *date_short_year(int day, char *buffer);
const char *date_weekday_name(int day);
const char *date_month_short(int month); /* "Nov"; month 1 to 12 */
const char *date_month_name(int month);  /* "November" */

/* The only clocks of the program. REKINDLE_TODAY=YYYY-MM-DD sets the date; a malformed value
 * is ignored here and refused by the cli at start. */
int clock_today(void); /* local calendar day */
/* Today is that day from now on, where REKINDLE_TODAY does not say otherwise: an example stands on
 * the last day of its story. DATE_NONE: the calendar's again. */
void clock_stand(int day);
int64_t clock_ms(void); /* UTC milliseconds since 1970 */
int64_t clock_monotonic_ms(void);
/* UTC milliseconds to write on what is handed out: now; with REKINDLE_TODAY the start of that day,
 * so that the same data give the same bytes. */
int64_t clock_stamp_ms(void);
/* "14:31", local time of a UTC instant. */
const char *clock_hm(int64_t ms, char buffer[6]);
int clock_day(int64_t ms); /* its local calendar day */

#endif
