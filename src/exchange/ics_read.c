/* SPDX-License-Identifier: MIT */
/*
 * The days of a calendar file (RFC 5545), as days off: of its events the first and the last day,
 * and whether they come again every year. What is of other days is refused with its line.
 */
#include <rekindle/exchange.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <rekindle/date.h>
#include <rekindle/str.h>

#define LINE_MOST (64 * 1024) /* bytes of an unfolded line */
#define DIGITS "0123456789"

struct calendar {
	const char *name; /* of the file */
	const char *at, *end;
	size_t next;       /* number of the line that at begins */
	size_t line;       /* of the one that was read last */
	struct str text;   /* that one, unfolded */
	const char *value; /* behind its colon */
	struct errmsg *why;
};

/* An event as it is read. */
struct vevent {
	size_t line; /* 0: none is open */
	int nested;  /* alarms and the like inside it that are open */
	struct calendar_day day;
	int days; /* from DURATION, 0 none */
	bool cancelled;
};

static enum err refuse(const struct calendar *c, size_t line, const char *what)
{
	return errmsg_set(c->why, ERR_INVALID, "%s:%zu: %s", c->name, line, what);
}

/* Lines */

static const char *end_of_line(const struct calendar *c)
{
	const char *end = memchr(c->at, '\n', (size_t)(c->end - c->at));
	return end ? end : c->end;
}

static void add_physical(struct calendar *c)
{
	const char *end = end_of_line(c);
	size_t n = (size_t)(end - c->at);
	if (n && c->at[n - 1] == '\r')
		n--;
	str_addn(&c->text, c->at, n);
	c->at = end < c->end ? end + 1 : end;
	c->next++;
}

static bool goes_on(const struct calendar *c)
{
	return c->at < c->end && (*c->at == ' ' || *c->at == '\t');
}

/* The next line that holds something, unfolded; *more false at the end. */
static enum err read_line(struct calendar *c, bool *more)
{
	str_clear(&c->text);
	while (c->at < c->end && !c->text.len) {
		c->line = c->next;
		add_physical(c);
		while (goes_on(c) && c->text.len <= LINE_MOST) {
			c->at++;
			add_physical(c);
		}
	}
	*more = c->text.len > 0;
	if (c->text.len > LINE_MOST || strlen(c->text.text) != c->text.len)
		return refuse(c, c->line, "this line is no text, or too long for a calendar");
	return ERR_NONE;
}

/* Is the line one of that property? Its value stands behind the first colon outside quotes. */
static bool is_property(struct calendar *c, const char *name)
{
	const char *p = c->text.text;
	size_t n = strlen(name);
	bool quoted = false;
	if (strncasecmp(p, name, n) != 0 || (p[n] != ':' && p[n] != ';'))
		return false;
	for (p += n; *p && (*p != ':' || quoted); p++)
		quoted ^= *p == '"';
	c->value = *p ? p + 1 : p;
	return true;
}

/* Values */

/* "20261224", "20261224T160000Z"; midnight: no time, or the first of a day. */
static bool read_day(const char *value, int *day, bool *midnight)
{
	char iso[DATE_TEXT];
	size_t n = strspn(value, DIGITS);
	if (n != 8)
		return false;
	snprintf(iso, sizeof(iso), "%.4s-%.2s-%.2s", value, value + 4, value + 6);
	*midnight = !value[8] || !strncmp(value + 8, "T000000", 7);
	bool timed = value[8] == 'T' && strspn(value + 9, DIGITS) == 6 &&
		(!value[15] || !strcmp(value + 15, "Z"));
	return date_parse(iso, day) && (!value[8] || timed);
}

/* Days of "P3D", "P2W", "PT8H": what is less than a day is one. */
static bool read_duration(const char *value, int *days)
{
	char *end;
	if (*value != 'P')
		return false;
	*days = 1;
	if (value[1] == 'T')
		return value[2] != '\0';
	long n = strtol(value + 1, &end, 10);
	if (end == value + 1 || n < 1 || n > CALENDAR_DAYS_MOST || (*end != 'D' && *end != 'W'))
		return false;
	*days = *end == 'W' ? (int)n * 7 : (int)n;
	return !end[1] || end[1] == 'T';
}

/* One part of a rule, "BYMONTH=12", that says nothing but the day on which the event begins. */
static bool is_plain_part(const char *part, size_t n, int day)
{
	char name[32], *sign;
	int year, month, mday;
	if (n >= sizeof(name))
		return false;
	snprintf(name, sizeof(name), "%.*s", (int)n, part);
	sign = strchr(name, '=');
	if (!sign)
		return false;
	*sign++ = '\0';
	date_split(day, &year, &month, &mday);
	if (!strcasecmp(name, "FREQ"))
		return !strcasecmp(sign, "YEARLY");
	if (!strcasecmp(name, "INTERVAL"))
		return !strcmp(sign, "1");
	if (!strcasecmp(name, "WKST"))
		return true;
	return (!strcasecmp(name, "BYMONTH") && atoi(sign) == month && !strchr(sign, ',')) ||
		(!strcasecmp(name, "BYMONTHDAY") && atoi(sign) == mday && !strchr(sign, ','));
}

static bool is_yearly(const char *rule, int day)
{
	while (*rule) {
		size_t n = strcspn(rule, ";");
		if (!is_plain_part(rule, n, day))
			return false;
		rule += n + (rule[n] == ';');
	}
	return true;
}

/* Events */

static enum err take_start(struct calendar *c, struct vevent *event)
{
	bool midnight;
	return read_day(c->value, &event->day.first, &midnight)
		? ERR_NONE
		: refuse(c, c->line, "DTSTART is no day, as 20261224 or 20261224T160000Z");
}

/* A day as an end is the one behind the last; so is midnight. */
static enum err take_end(struct calendar *c, struct vevent *event)
{
	bool midnight;
	if (!read_day(c->value, &event->day.last, &midnight))
		return refuse(c, c->line, "DTEND is no day, as 20261224 or 20261224T160000Z");
	event->day.last -= midnight;
	return ERR_NONE;
}

static enum err take_duration(struct calendar *c, struct vevent *event)
{
	return read_duration(c->value, &event->days)
		? ERR_NONE
		: refuse(c, c->line, "DURATION is no number of days, as P3D or P2W");
}

static enum err take_rule(struct calendar *c, struct vevent *event)
{
	if (event->day.first == DATE_NONE)
		return refuse(c, c->line, "RRULE stands before DTSTART");
	event->day.yearly = true;
	return is_yearly(c->value, event->day.first)
		? ERR_NONE
		: refuse(c, c->line,
			  "this event comes again otherwise than on its days of every year; enter "
			  "its days by hand, or leave it out of the file");
}

static enum err take_status(struct calendar *c, struct vevent *event)
{
	event->cancelled = !strcasecmp(c->value, "CANCELLED");
	return ERR_NONE;
}

static enum err take_property(struct calendar *c, struct vevent *event)
{
	static const struct {
		const char *name;
		enum err (*take)(struct calendar *, struct vevent *);
	} known[] = { { "DTSTART", take_start }, { "DTEND", take_end },
		{ "DURATION", take_duration }, { "RRULE", take_rule }, { "STATUS", take_status } };
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (is_property(c, known[i].name))
			return known[i].take(c, event);
	return ERR_NONE;
}

static enum err end_event(struct calendar *c, const struct vevent *event, struct pool *pool,
	struct calendar_day **days, size_t *count)
{
	struct calendar_day day = event->day;
	if (day.first == DATE_NONE)
		return refuse(c, event->line, "this event has no DTSTART");
	if (event->days)
		day.last = day.first + event->days - 1;
	if (day.last == DATE_NONE || day.last == day.first - 1)
		day.last = day.first;
	if (day.last < day.first)
		return refuse(c, event->line, "this event ends before it begins");
	if (day.last - day.first >= CALENDAR_DAYS_MOST)
		return refuse(c, event->line, "this event is longer than any closure");
	if (*count == CALENDAR_EVENTS_MOST)
		return refuse(
			c, event->line, "there are more events than a calendar of days off has");
	if (!event->cancelled)
		*POOL_APPEND(pool, *days, *count) = day;
	return ERR_NONE;
}

static enum err read_event_line(struct calendar *c, struct vevent *event, struct pool *pool,
	struct calendar_day **days, size_t *count)
{
	enum err err;
	if (is_property(c, "BEGIN")) {
		event->nested++;
		return ERR_NONE;
	}
	if (!is_property(c, "END"))
		return event->nested ? ERR_NONE : take_property(c, event);
	if (event->nested--)
		return ERR_NONE;
	err = end_event(c, event, pool, days, count);
	event->line = 0;
	return err;
}

static bool begins(struct calendar *c, const char *what)
{
	return is_property(c, "BEGIN") && !strcasecmp(c->value, what);
}

static enum err read_all(
	struct calendar *c, struct pool *pool, struct calendar_day **days, size_t *count)
{
	struct vevent event = { 0 };
	bool more = true;
	enum err err = read_line(c, &more);
	if (!err && (!more || !begins(c, "VCALENDAR")))
		return refuse(
			c, 1, "this is no calendar file: it does not begin with BEGIN:VCALENDAR");
	while (!err && !(err = read_line(c, &more)) && more)
		if (event.line)
			err = read_event_line(c, &event, pool, days, count);
		else if (begins(c, "VEVENT"))
			event = (struct vevent){ .line = c->line,
				.day = { .first = DATE_NONE, .last = DATE_NONE } };
	return err || !event.line
		? err
		: refuse(c, event.line, "the file ends inside the event that begins here");
}

enum err exchange_calendar_read(const char *text, size_t size, const char *name, struct pool *pool,
	struct calendar_day **days, size_t *count, struct errmsg *why)
{
	struct calendar c = { .name = name, .at = text, .end = text + size, .next = 1, .why = why };
	*days = NULL;
	*count = 0;
	if (size >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
		c.at += 3;
	str_init(&c.text);
	enum err err = read_all(&c, pool, days, count);
	str_release(&c.text);
	return err;
}
