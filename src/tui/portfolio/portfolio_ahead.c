/* SPDX-License-Identifier: MIT */
/*
 * What is to come for the alliance in focus: its next interview, the start of its plan, the actions
 * due next. Read when the focus moves there, so that a long list reads one plan and not all.
 */
#include "portfolio.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define AHEAD_MOST 6   /* actions */
#define TITLE_MOST 100 /* cells of a title, whatever somebody wrote there */
#define WEEK 7

/* "Today 16:00", "Monday 19", "! 12 Oct"; time: "16:00" or "". */
static const char *when_text(struct portfolio *own, int day, const char *time)
{
	char text[32];
	int year, month, number;
	if (day == own->today)
		return pool_printf(&own->ahead_pool, "Today%s%.5s", *time ? " " : "", time);
	if (day < own->today || day >= own->today + WEEK)
		return pool_printf(&own->ahead_pool, "%s%s", day < own->today ? "! " : "",
			date_short(day, text));
	date_split(day, &year, &month, &number);
	return pool_printf(&own->ahead_pool, "%s %d", date_weekday_name(day), number);
}

/* By day; of one day in the order in which they come here. */
static void add(struct portfolio *own, int day, const char *time, const char *text)
{
	POOL_APPEND(&own->ahead_pool, own->ahead, own->ahead_count);
	size_t at = own->ahead_count - 1;
	for (; at > 0 && own->ahead[at - 1].day > day; at--)
		own->ahead[at] = own->ahead[at - 1];
	own->ahead[at] = (struct portfolio_ahead){
		.day = day, .when = when_text(own, day, time), .text = text
	};
}

static void add_interview(struct portfolio *own, const struct store_round *round)
{
	int day = store_round_interview(round);
	if (day == DATE_NONE)
		return;
	const char *time = strlen(round->next_planned) >= 16 ? round->next_planned + 11 : "";
	const char *text = "an interview";
	if (day < own->today)
		text = "an interview was planned and is not done";
	else if (day > own->today && *time)
		text = pool_printf(&own->ahead_pool, "an interview, %.5s", time);
	add(own, day, time, text);
}

static void add_start(struct portfolio *own, const struct store_plan *plan)
{
	char day[32];
	int first = store_plan_next(plan);
	if (plan->start == DATE_NONE || plan->start <= own->today || first == DATE_NONE)
		return;
	add(own, plan->start, "",
		pool_printf(&own->ahead_pool, "the plan starts: %d action%s, first due %s",
			plan->size, plan->size == 1 ? "" : "s", date_long(first, day)));
}

static void add_action(struct portfolio *own, const struct store_due *due)
{
	struct str title;
	str_init(&title);
	utf8_cut(&title, UTF8_SCREEN, due->title, TITLE_MOST);
	add(own, due->day, "",
		due->day < own->today ? pool_printf(&own->ahead_pool, "%s, %d d late", title.text,
						own->today - due->day)
				      : pool_strdup(&own->ahead_pool, title.text));
	str_release(&title);
}

void portfolio_look_ahead(struct portfolio *own, struct store *store)
{
	struct store_due *due;
	size_t count;
	pool_release(&own->ahead_pool);
	own->ahead = NULL;
	own->ahead_count = 0;
	if (own->focus.at >= own->count)
		return;
	const struct portfolio_row *row = &own->rows[own->focus.at];
	add_interview(own, row->round);
	add_start(own, &row->planned->plan);
	if (!row->planned->plan.due_count ||
		store_due(store, row->planned->assessment, AHEAD_MOST, &own->ahead_pool, &due,
			&count, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		add_action(own, &due[i]);
}
