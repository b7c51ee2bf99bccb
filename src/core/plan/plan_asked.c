/* SPDX-License-Identifier: MIT */
/*
 * How a shift of the plan is asked for in words, and doing what was asked.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/date.h>
#include "plan_parts.h"

#define WEEKS_MOST 104

/* Behind the word and the blanks that follow it; NULL: text begins with another one. */
static const char *behind(const char *text, const char *word)
{
	char first[8] = "";
	size_t n = strcspn(text, " ");

	if (n >= sizeof(first))
		return NULL;
	memcpy(first, text, n);
	return strcasecmp(first, word) == 0 ? text + n + strspn(text + n, " ") : NULL;
}

static bool read_weeks(const char *text, int *weeks)
{
	char *end;
	long number = strtol(text, &end, 10);

	if (end == text || number < 1 || number > WEEKS_MOST || (*end && *end != ' '))
		return false;
	end += strspn(end, " ");
	const char *one = behind(end, "week"), *rest = one ? one : behind(end, "weeks");
	*weeks = (int)number;
	return !*end || (rest && !*rest);
}

static bool read_day(const char *text, int today, int *day)
{
	int other;

	return *text && !date_typed(text, today, DATE_AHEAD, day, &other);
}

static const char *skip_filling(const char *text)
{
	const char *by = behind(text, "by"), *from = behind(text, "from");

	return by ? by : from ? from : text;
}

bool plan_shift_read(const char *text, int today, struct plan_asked *asked)
{
	static const char *const kinds[] = {
		[SHIFT_START] = "start", [SHIFT_OPEN] = "open", [SHIFT_LATE] = "late"
	};
	const char *rest = NULL;
	size_t kind = 0;

	for (text += strspn(text, " "); kind < sizeof(kinds) / sizeof(*kinds); kind++)
		if ((rest = behind(text, kinds[kind])) != NULL)
			break;
	if (!rest)
		return false;
	asked->kind = (enum plan_shift_kind)kind;
	rest = skip_filling(rest);
	if (kind != SHIFT_START && read_weeks(rest, &asked->number))
		return true;
	if (kind == SHIFT_LATE)
		asked->kind = SHIFT_LATE_FROM;
	return kind != SHIFT_OPEN && read_day(rest, today, &asked->number);
}

void plan_shift(struct plan_shift *shift, const struct record *rec, const struct plan *plan,
	const struct plan_asked *asked, int today)
{
	switch (asked->kind) {
	case SHIFT_START:
		plan_shift_start(shift, rec, plan, asked->number, today);
		break;
	case SHIFT_OPEN:
	case SHIFT_LATE:
		plan_shift_weeks(shift, rec, plan, asked->number, asked->kind == SHIFT_LATE, today);
		break;
	case SHIFT_LATE_FROM:
		plan_shift_late(shift, rec, plan, asked->number, today);
		break;
	}
}

bool plan_shift_changes(const struct plan_shift *shift, const struct plan *plan)
{
	return shift->count || (shift->start != DATE_NONE && shift->start != plan->start);
}
