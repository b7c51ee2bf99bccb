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

/* "Today 16:00", "Monday 19", "! 12 Oct"; time: "16:00" or NULL. */
static const char *when_text(struct portfolio *own, int day, const char *time)
{
	int year, month, number;
	if (day == own->today && time)
		return words(&own->ahead_pool, W_AHEAD_TODAY_AT, hole_text("time", time));
	if (day == own->today)
		return words_plain(W_AHEAD_TODAY);
	if (day < own->today || day >= own->today + WEEK)
		return words(&own->ahead_pool, day < own->today ? W_WHEN_LATE : W_WHEN_DAY,
			hole_day("day", day, DAY_SHORT));
	date_split(day, &year, &month, &number);
	return words(&own->ahead_pool, W_AHEAD_WEEKDAY,
		hole_text("weekday", date_weekday_name(day)), hole_count("day", number));
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
	const char *time = strlen(round->next_planned) >= 16
		? pool_strndup(&own->ahead_pool, round->next_planned + 11, 5)
		: NULL;
	const char *text =
		words_plain(day < own->today ? W_AHEAD_INTERVIEW_MISSED : W_AHEAD_INTERVIEW);
	if (day > own->today && time)
		text = words(&own->ahead_pool, W_AHEAD_INTERVIEW_AT, hole_text("time", time));
	add(own, day, time, text);
}

static void add_start(struct portfolio *own, const struct store_plan *plan)
{
	int first = store_plan_next(plan);
	if (plan->start == DATE_NONE || plan->start <= own->today || first == DATE_NONE)
		return;
	add(own, plan->start, NULL,
		words(&own->ahead_pool, W_AHEAD_PLAN, hole_count("actions", plan->size),
			hole_day("day", first, DAY_LONG)));
}

static void add_action(struct portfolio *own, const struct store_due *due)
{
	struct str title;
	str_init(&title);
	utf8_cut(&title, UTF8_SCREEN, due->title, TITLE_MOST);
	add(own, due->day, NULL,
		due->day < own->today
			? words(&own->ahead_pool, W_AHEAD_LATE, hole_text("title", title.text),
				  hole_count("late", own->today - due->day))
			: pool_strdup(&own->ahead_pool, title.text));
	str_release(&title);
}

static const char *about_text(struct portfolio *own, const struct portfolio_row *row)
{
	const char *rank = portfolio_rank(own, row);
	struct texts said = { 0 };
	texts_add(&own->ahead_pool, &said, row->about);
	if (rank)
		texts_add(&own->ahead_pool, &said, rank);
	return words_sentences(&own->ahead_pool, &said);
}

void portfolio_look_ahead(struct portfolio *own)
{
	struct store_due *due;
	size_t count;
	const struct portfolio_row *row = portfolio_row(own, own->focus.at);
	if (row && row->round->alliance == own->ahead_of)
		return;
	pool_release(&own->ahead_pool);
	own->ahead = NULL;
	own->ahead_count = 0;
	own->about = NULL;
	own->ahead_of = row ? row->round->alliance : 0;
	if (!row)
		return;
	own->about = about_text(own, row);
	add_interview(own, row->round);
	add_start(own, &row->round->plan);
	if (!row->round->plan.due_count ||
		store_due(own->app->options.store, row->round->assessment, AHEAD_MOST,
			&own->ahead_pool, &due, &count, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		add_action(own, &due[i]);
}
