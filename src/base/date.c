/* SPDX-License-Identifier: MIT */
/*
 * The calendar: days as numbers (after the well-known "days from civil" arithmetic).
 */
#include <rekindle/date.h>

#include <stdio.h>
#include <string.h>

static const char *const month_names[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };
static const char *const months_short[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
	"Sep", "Oct", "Nov", "Dec" };
static const char *const weekday_names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday", "Sunday" };

int date_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

int date_make(int year, int month, int mday)
{
	/* Years begin in March, so that the leap day is the last of its year. */
	int y = year - (month <= 2);
	int era = (y >= 0 ? y : y - 399) / 400;
	int year_of_era = y - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

void date_split(int day, int *year, int *month, int *mday)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int day_of_era = z - era * 146097;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int mp = (5 * day_of_year + 2) / 153;
	*mday = day_of_year - (153 * mp + 2) / 5 + 1;
	*month = mp + (mp < 10 ? 3 : -9);
	*year = year_of_era + era * 400 + (*month <= 2);
}

/* The three numbers of "2026-11-22". */
static bool read_parts(const char *text, int part[3])
{
	if (!text || strlen(text) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	for (int i = 0, p = 0; i < 10; i++) {
		if (i == 4 || i == 7) {
			p++;
			continue;
		}
		if (text[i] < '0' || text[i] > '9')
			return false;
		part[p] = part[p] * 10 + (text[i] - '0');
	}
	return true;
}

enum date_fault date_read(const char *text, int *day)
{
	int part[3] = { 0 };
	*day = DATE_NONE;
	if (!read_parts(text, part))
		return DATE_FAULT_FORM;
	if (part[0] < DATE_YEAR_FIRST || part[0] > DATE_YEAR_LAST)
		return DATE_FAULT_YEAR;
	if (part[1] < 1 || part[1] > 12)
		return DATE_FAULT_MONTH;
	if (part[2] < 1 || part[2] > date_month_days(part[0], part[1]))
		return DATE_FAULT_DAY;
	*day = date_make(part[0], part[1], part[2]);
	return DATE_READ;
}

/* "T16:00" */
static enum date_fault read_time(const char *text)
{
	if (strlen(text) != 6 || text[0] != 'T' || text[3] != ':')
		return DATE_FAULT_FORM;
	for (int i = 1; i < 6; i++)
		if (i != 3 && (text[i] < '0' || text[i] > '9'))
			return DATE_FAULT_FORM;
	int hour = (text[1] - '0') * 10 + text[2] - '0';
	return hour < 24 && text[4] < '6' ? DATE_READ : DATE_FAULT_TIME;
}

enum date_fault date_read_moment(const char *text, int *day)
{
	char date[DATE_TEXT] = "";
	if (text)
		memcpy(date, text, strnlen(text, DATE_TEXT - 1));
	enum date_fault fault = date_read(date, day);
	return fault || !text[DATE_TEXT - 1] ? fault : read_time(text + DATE_TEXT - 1);
}

bool date_parse(const char *text, int *day)
{
	return date_read(text, day) == DATE_READ;
}

const char *date_iso(int day, char buffer[DATE_TEXT])
{
	int y, m, d;
	buffer[0] = '\0';
	if (day == DATE_NONE)
		return buffer;
	date_split(day, &y, &m, &d);
	snprintf(buffer, DATE_TEXT, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100,
		(unsigned)d % 100);
	return buffer;
}

int date_weekday(int day)
{
	int w = (day + 3) % 7; /* 1970-01-01 was a Thursday */
	return (w < 0 ? w + 7 : w) + 1;
}

int date_add_months(int day, int months)
{
	int y, m, d;
	date_split(day, &y, &m, &d);
	int n = y * 12 + m - 1 + months;
	y = n / 12;
	m = n % 12 + 1;
	int last = date_month_days(y, m);
	return date_make(y, m, d < last ? d : last);
}

int date_next_monday(int day)
{
	return day + 8 - date_weekday(day);
}

const char *date_long(int day, char *buffer)
{
	int y, m, d;
	buffer[0] = '\0';
	if (day == DATE_NONE)
		return buffer;
	date_split(day, &y, &m, &d);
	sprintf(buffer, "%d %s %d", d, month_names[m - 1], y);
	return buffer;
}

const char *date_short(int day, char *buffer)
{
	int y, m, d;
	buffer[0] = '\0';
	if (day == DATE_NONE)
		return buffer;
	date_split(day, &y, &m, &d);
	sprintf(buffer, "%d %.3s", d, month_names[m - 1]);
	return buffer;
}

const char *date_short_year(int day, char *buffer)
{
	int y, m, d;
	buffer[0] = '\0';
	if (day == DATE_NONE)
		return buffer;
	date_split(day, &y, &m, &d);
	sprintf(buffer, "%d %.3s %d", d, month_names[m - 1], y);
	return buffer;
}

const char *date_month_short(int month)
{
	return months_short[month - 1];
}

const char *date_month_name(int month)
{
	return month_names[month - 1];
}

const char *date_weekday_name(int day)
{
	return weekday_names[date_weekday(day) - 1];
}
