/* SPDX-License-Identifier: MIT */
/*
 * Days as people type them, beside ISO 8601: "friday", "+3w", "eom", "27 nov". Numbers alone are
 * taken where their order cannot be misread.
 */
#include <rekindle/date.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/settings.h>

#define TYPED_MOST 40   /* bytes of a day; what is longer is none */
#define LETTERS_LEAST 3 /* of the name of a month or weekday */
#define MONTHS 12
#define WEEKDAYS 7
#define CENTURY 2000
#define NO_YEAR (-1)

struct typed {
	const char *text; /* in small letters, no blanks around it */
	int today;
	enum date_lean lean;
	int day, other;
};

/* Is word the beginning of name, of three letters or more? */
static bool begins(const char *word, size_t n, const char *name)
{
	if (n < LETTERS_LEAST || n > strlen(name))
		return false;
	for (size_t i = 0; i < n; i++)
		if (word[i] != tolower((unsigned char)name[i]))
			return false;
	return true;
}

static bool in_years(int day)
{
	return day >= date_make(DATE_YEAR_FIRST, 1, 1) && day <= date_make(DATE_YEAR_LAST, 12, 31);
}

static enum date_fault settle(struct typed *typed, int day)
{
	if (!in_years(day))
		return DATE_FAULT_YEAR;
	typed->day = day;
	return DATE_READ;
}

static int end_of_month(int today)
{
	int year, month, mday;

	date_split(today, &year, &month, &mday);
	return date_make(year, month, date_month_days(year, month));
}

/* The next one after today, or the last one before it. */
static int weekday_near(const struct typed *typed, int weekday)
{
	int ahead = (weekday - date_weekday(typed->today) + WEEKDAYS) % WEEKDAYS;

	if (typed->lean == DATE_BEHIND)
		return typed->today + ahead - WEEKDAYS;
	return typed->today + (ahead ? ahead : WEEKDAYS);
}

static enum date_fault read_word(struct typed *typed)
{
	const struct {
		const char *word;
		int day;
	} near[] = {
		{ "today", typed->today },
		{ "tomorrow", typed->today + 1 },
		{ "yesterday", typed->today - 1 },
		{ "eom", end_of_month(typed->today) },
	};
	for (size_t i = 0; i < sizeof(near) / sizeof(*near); i++)
		if (strcmp(near[i].word, typed->text) == 0)
			return settle(typed, near[i].day);
	/* 1970-01-05 was a Monday */
	for (int i = 0; i < WEEKDAYS; i++)
		if (begins(typed->text, strlen(typed->text), date_weekday_name(4 + i)))
			return settle(typed, weekday_near(typed, i + 1));
	return DATE_FAULT_FORM;
}

/* "+3w", "-10d" */
static enum date_fault read_offset(struct typed *typed)
{
	const char *text = typed->text;
	size_t digits = strspn(text + (*text != '\0'), "0123456789");

	if ((*text != '+' && *text != '-') || !digits || digits > 4 || !text[digits + 1] ||
		text[digits + 2])
		return DATE_FAULT_FORM;
	int count = atoi(text);
	switch (text[digits + 1]) {
	case 'd':
		return settle(typed, typed->today + count);
	case 'w':
		return settle(typed, typed->today + count * WEEKDAYS);
	case 'm':
		return settle(typed, date_add_months(typed->today, count));
	case 'y':
		return settle(typed, date_add_months(typed->today, count * MONTHS));
	}
	return DATE_FAULT_FORM;
}

static enum date_fault fault_of(int year, int month, int mday)
{
	if (year < DATE_YEAR_FIRST || year > DATE_YEAR_LAST)
		return DATE_FAULT_YEAR;
	if (month < 1 || month > MONTHS)
		return DATE_FAULT_FORM;
	return mday >= 1 && mday <= date_month_days(year, month) ? DATE_READ : DATE_FAULT_FORM;
}

/* The day of that month on the side of today to which it leans; today itself is on both. */
static int day_without_year(const struct typed *typed, int month, int mday)
{
	int year, now_month, now_mday, step = typed->lean == DATE_AHEAD ? 1 : -1;

	date_split(typed->today, &year, &now_month, &now_mday);
	/* 29 February may be eight years away */
	for (int i = 0; i <= 8; i++, year += step) {
		int day = fault_of(year, month, mday) ? DATE_NONE : date_make(year, month, mday);
		if (day != DATE_NONE && (step > 0 ? day >= typed->today : day <= typed->today))
			return day;
	}
	return DATE_NONE;
}

/* The words and numbers of "27 nov 2026". */
struct part {
	int number; /* -1: a word */
	size_t length;
	const char *at;
};
#define PARTS 3

/* How many there are; 0: too many, or something else among them. */
static int split_parts(const char *text, struct part part[PARTS])
{
	int count = 0;

	while (*text) {
		size_t digits = strspn(text, "0123456789"), n = digits;
		if (!n)
			n = strspn(text, "abcdefghijklmnopqrstuvwxyz");
		if ((!n && !strchr(" .,/-", *text)) || (n && count == PARTS) || digits > 4)
			return 0;
		if (n)
			part[count++] = (struct part){ digits ? atoi(text) : -1, n, text };
		text += n ? n : 1;
	}
	return count;
}

static int month_named(const struct part *part)
{
	for (int month = 1; part->number < 0 && month <= MONTHS; month++)
		if (begins(part->at, part->length, date_month_name(month)))
			return month;
	return 0;
}

/* "27 nov", "nov 27", with a year of four digits or none. */
static enum date_fault read_month(struct typed *typed)
{
	struct part part[PARTS];
	int count = split_parts(typed->text, part), year = NO_YEAR, month = 0, mday = 0;

	for (int i = 0; i < count; i++) {
		if (part[i].number < 0 && !month)
			month = month_named(&part[i]);
		else if (part[i].length == 4 && year == NO_YEAR)
			year = part[i].number;
		else if (part[i].length <= 2 && !mday)
			mday = part[i].number;
		else
			return DATE_FAULT_FORM;
	}
	if (!month)
		return DATE_FAULT_FORM;
	if (year != NO_YEAR) {
		enum date_fault fault = fault_of(year, month, mday);
		return fault ? fault : settle(typed, date_make(year, month, mday));
	}
	int day = day_without_year(typed, month, mday);
	return day == DATE_NONE ? DATE_FAULT_FORM : settle(typed, day);
}

/* A reading of numbers alone; year NO_YEAR: none was given. */
static void add_reading(struct typed *typed, int year, int month, int mday)
{
	int day = DATE_NONE;

	if (year != NO_YEAR && !fault_of(year, month, mday))
		day = date_make(year, month, mday);
	else if (year == NO_YEAR && month >= 1 && month <= MONTHS)
		day = day_without_year(typed, month, mday);
	if (day == DATE_NONE || day == typed->day)
		return;
	if (typed->day == DATE_NONE)
		typed->day = day;
	else if (typed->other == DATE_NONE)
		typed->other = day;
}

/* Where year, month and day stand; of two numbers the year is left out. */
static const int places[DATE_ORDER_COUNT][PARTS] = {
	[DATE_ORDER_DMY] = { 2, 1, 0 },
	[DATE_ORDER_MDY] = { 2, 0, 1 },
	[DATE_ORDER_YMD] = { 0, 1, 2 },
};

/* Numbers of four digits are years. */
static bool in_order(const struct part *part, int count, enum date_order order)
{
	for (int i = 0; i < count; i++)
		if (part[i].length == 4 && (count < PARTS || i != places[order][0]))
			return false;
	return true;
}

static void add_order(
	struct typed *typed, const struct part *part, int count, enum date_order order)
{
	if (!in_order(part, count, order))
		return;
	if (count < PARTS) {
		bool day_first = order == DATE_ORDER_DMY;
		add_reading(typed, NO_YEAR, part[day_first].number, part[!day_first].number);
		return;
	}
	const int *at = places[order];
	int year = part[at[0]].number + (part[at[0]].length == 4 ? 0 : CENTURY);
	add_reading(typed, year, part[at[1]].number, part[at[2]].number);
}

static void add_readings(struct typed *typed, const struct part *part, int count)
{
	if (settings()->date_order)
		add_order(typed, part, count, settings()->date_order);
	if (typed->day != DATE_NONE)
		return;
	for (int order = DATE_ORDER_DMY; order < DATE_ORDER_COUNT; order++)
		add_order(typed, part, count, (enum date_order)order);
}

/* "27.11.2026", "27/11", "2026/11/27"; "3/4/27" is several days unless the person has settled how
 * it is read. */
static enum date_fault read_numbers(struct typed *typed)
{
	struct part part[PARTS];
	int count = split_parts(typed->text, part);

	for (int i = 0; i < count; i++)
		if (part[i].number < 0)
			return DATE_FAULT_FORM;
	if (count < 2)
		return DATE_FAULT_FORM;
	add_readings(typed, part, count);
	if (typed->other != DATE_NONE)
		return DATE_FAULT_ORDER;
	return typed->day == DATE_NONE ? DATE_FAULT_FORM : DATE_READ;
}

/* In small letters, without the blanks around it; false: too long. */
static bool plain(const char *text, char small[TYPED_MOST])
{
	text += strspn(text, " \t");
	size_t n = strlen(text);
	while (n && strchr(" \t", text[n - 1]))
		n--;
	if (!n || n >= TYPED_MOST)
		return false;
	for (size_t i = 0; i < n; i++)
		small[i] = (char)tolower((unsigned char)text[i]);
	small[n] = '\0';
	return true;
}

static enum date_fault read_leaning(
	const char *text, int today, enum date_lean lean, int *day, int *other)
{
	static enum date_fault (*const readers[])(
		struct typed *) = { read_word, read_offset, read_month, read_numbers };
	char small[TYPED_MOST];
	struct typed typed = { small, today, lean, DATE_NONE, DATE_NONE };

	*day = *other = DATE_NONE;
	if (!plain(text, small))
		return DATE_FAULT_FORM;
	enum date_fault fault = date_read(small, day);
	for (size_t i = 0; fault == DATE_FAULT_FORM && i < sizeof(readers) / sizeof(*readers); i++)
		fault = readers[i](&typed);
	if (fault != DATE_READ && fault != DATE_FAULT_ORDER)
		return fault;
	if (*day == DATE_NONE)
		*day = typed.day;
	*other = typed.other;
	return fault;
}

enum date_fault date_typed(const char *text, int today, enum date_lean lean, int *day, int *other)
{
	int behind, unused;
	enum date_fault fault = read_leaning(
		text, today, lean == DATE_BEHIND ? DATE_BEHIND : DATE_AHEAD, day, other);

	if (lean == DATE_NEAR && fault == DATE_READ &&
		read_leaning(text, today, DATE_BEHIND, &behind, &unused) == DATE_READ &&
		today - behind < *day - today)
		*day = behind;
	return fault;
}

/* "16:00" or "9:30" behind a blank: where the blank is; NULL: no time is there. */
static const char *time_behind(const char *text)
{
	const char *blank = strrchr(text, ' ');
	size_t hours = blank ? strspn(blank + 1, "0123456789") : 0;

	return hours >= 1 && hours <= 2 && blank[1 + hours] == ':' &&
			strspn(blank + 2 + hours, "0123456789") == 2 && !blank[4 + hours]
		? blank
		: NULL;
}

enum date_fault date_typed_moment(
	const char *text, int today, char moment[DATE_MOMENT], int *day, int *other)
{
	char small[TYPED_MOST], iso[DATE_TEXT];
	int unused;

	*day = *other = DATE_NONE;
	*moment = '\0';
	if (!plain(text, small))
		return DATE_FAULT_FORM;
	if (strnlen(small, DATE_TEXT) == DATE_TEXT && small[DATE_TEXT - 1] == 't')
		small[DATE_TEXT - 1] = 'T';
	if (date_read_moment(small, day) != DATE_FAULT_FORM) {
		snprintf(moment, DATE_MOMENT, "%.16s", small);
		return date_read_moment(small, day);
	}
	const char *time = time_behind(small);
	size_t n = time ? (size_t)(time - small) : strlen(small);
	char typed[TYPED_MOST];
	memcpy(typed, small, n);
	typed[n] = '\0';
	enum date_fault fault = date_typed(typed, today, DATE_AHEAD, day, other);
	if (fault)
		return fault;
	n = (size_t)snprintf(moment, DATE_MOMENT, "%s", date_iso(*day, iso));
	if (time)
		snprintf(moment + n, DATE_MOMENT - n, "T%s%s", time[2] == ':' ? "0" : "", time + 1);
	return date_read_moment(moment, &unused);
}
