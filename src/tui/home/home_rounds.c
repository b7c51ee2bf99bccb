/* SPDX-License-Identifier: MIT */
/*
 * The rounds of the alliance on the home: which there are, the open pulse and who has not answered
 * it, when the plan has the next one, what is still to be confirmed.
 */
#include "home.h"

#include <math.h>

#include <rekindle/trend.h>

#define EARLY_DAYS 30 /* a round held that long before the day that the plan has counts for it */
#define MISSING_SHOWN 3

static void add_text(struct home *home, const char *text)
{
	texts_add(&home->pool, &home->more, text);
}

static bool is_shown(const struct app *app, const struct assessment *round)
{
	return round->object.key == app->record.assessment.object.key;
}

static const char *round_text(struct home *home, const struct assessment *round, bool shown)
{
	const char *named =
		words(&home->pool, round->sealed == DATE_NONE ? W_HOME_ROUND : W_HOME_ROUND_SEALED,
			hole_text("kind", words_round(round->kind)),
			hole_text("day", words_day(&home->pool, round->date, DAY_UNBROKEN)));
	return shown ? pool_printf(&home->pool, ">\302\240%s", named) : named;
}

/* "baseline 15 Oct 2026 sealed   > pulse 20 Jan 2027   2 more": the one shown and those beside it.
 */
static void add_rounds(struct home *home, const struct app *app)
{
	struct texts list = { 0 };
	int at = 0, more = (int)home->round_count;
	for (int i = 0; i < (int)home->round_count; i++)
		at = is_shown(app, home->rounds[i]) ? i : at;
	for (int i = at ? at - 1 : 0; i <= at + 1 && i < (int)home->round_count; i++, more--)
		texts_add(&home->pool, &list, round_text(home, home->rounds[i], i == at));
	if (more)
		texts_add(&home->pool, &list,
			words(&home->pool, W_HOME_ROUNDS_MORE, hole_count("n", more)));
	if (list.count > 1)
		add_text(home,
			words(&home->pool, W_HOME_ROUNDS,
				hole_text("rounds", texts_join(&home->pool, &list, "   ", "   "))));
}

/* The newest pulse after the round that is shown; the open one first. */
static const struct assessment *pulse_of(const struct home *home, const struct app *app)
{
	const struct assessment *found = NULL;
	bool after = false;
	for (size_t i = 0; i < home->round_count; i++) {
		const struct assessment *round = home->rounds[i];
		after |= is_shown(app, round);
		if (round->kind == ROUND_PULSE && after && !is_shown(app, round))
			found = round;
		if (round->kind == ROUND_FOLLOW_UP && !is_shown(app, round))
			found = NULL;
	}
	return found;
}

static const char *missing_text(struct home *home, const struct record *pulse, int *heard)
{
	struct texts names = { 0 };
	int more = 0;
	*heard = 0;
	for (size_t i = 0; i < pulse->person_count; i++) {
		const struct person *person = &pulse->people[i];
		bool has = false;
		for (size_t r = 0; r < pulse->respondent_count; r++)
			has |= pulse->respondents[r].person == (int)i &&
				record_has_data(pulse, (int)r);
		*heard += has;
		if (!has && names.count < MISSING_SHOWN)
			texts_add(&home->pool, &names,
				str_blank(person->name)
					? words(&home->pool, W_WHO_UNNAMED,
						  hole_text("role", words_role(person->role)),
						  hole_text("party",
							  pulse->parties[person->party].label))
					: pool_strdup(&home->pool, person->name));
		else
			more += !has;
	}
	if (!names.count)
		return NULL;
	return more ? words(&home->pool, W_SOME_RESPONDENTS,
			      hole_text("people", words_names(&home->pool, &names)),
			      hole_count("more", more))
		    : words_names(&home->pool, &names);
}

/* Only where both have a health over the questions that both asked; the earlier round first, which
 * of an old pulse is the pulse. */
static void add_movement(struct home *home, const struct record *one, const struct record *other)
{
	bool turned = one->assessment.date > other->assessment.date;
	const struct record *before = turned ? other : one, *after = turned ? one : other;
	struct trend_between trend;
	trend_compute(&trend, before, after);
	if (!isnan(trend.health_before) && !isnan(trend.health_after))
		add_text(home,
			words(&home->pool, W_HOME_MOVED,
				hole_number("before", trend.health_before, 2),
				hole_number("after", trend.health_after, 2),
				hole_day("then", before->assessment.date, DAY_LONG),
				hole_day("day", after->assessment.date, DAY_LONG)));
	trend_release(&trend);
}

static void add_pulse(struct home *home, struct app *app, const struct assessment *round)
{
	struct record pulse;
	int heard;
	if (store_load(app->options.store, round->object.key, &pulse, NULL))
		return;
	const char *missing = missing_text(home, &pulse, &heard);
	struct hole day = hole_text("day", words_day(&home->pool, round->date, DAY_LONG));
	struct hole count = hole_count("heard", heard);
	struct hole people = hole_count("people", (int)pulse.person_count);
	add_text(home,
		missing && round->sealed == DATE_NONE
			? words(&home->pool, W_HOME_PULSE_MISSING, day, count, people,
				  hole_text("missing", missing))
			: words(&home->pool, W_HOME_PULSE, day, count, people));
	add_movement(home, &app->record, &pulse);
	record_release(&pulse);
}

/* Was there a round for what the plan has on that day? A full one serves as a pulse, too. */
static bool is_held(const struct home *home, const struct plan_event *event)
{
	for (size_t i = 0; i < home->round_count; i++) {
		const struct assessment *round = home->rounds[i];
		bool serves = round->kind == ROUND_FOLLOW_UP ||
			(round->kind == ROUND_PULSE && event->kind == EVENT_PULSE);
		if (serves && round->date != DATE_NONE && round->date >= event->first - EARLY_DAYS)
			return true;
	}
	return false;
}

static void find_due(struct home *home, struct app *app)
{
	home->due_round = DATE_NONE;
	if (!plan_is_stored(&app->record))
		return;
	const struct plan *plan = app_plan(app);
	for (size_t i = 0; i < plan->event_count; i++) {
		const struct plan_event *event = &plan->events[i];
		bool pulse = event->kind == EVENT_PULSE;
		if ((!pulse && event->kind != EVENT_HEALTH_CHECK) || is_held(home, event) ||
			(home->due_round != DATE_NONE && home->due_round <= event->first))
			continue;
		home->due_round = event->first;
		home->due_kind = pulse ? ROUND_PULSE : ROUND_FOLLOW_UP;
	}
}

static void add_due(struct home *home, const struct app *app)
{
	if (home->due_round != DATE_NONE)
		add_text(home,
			words(&home->pool,
				home->due_kind == ROUND_PULSE ? W_HOME_PULSE_DUE : W_HOME_ROUND_DUE,
				hole_day("day", home->due_round, DAY_LONG),
				hole_count("people", (int)app->record.person_count)));
}

static void add_unconfirmed(struct home *home, const struct record *record)
{
	int count[KIND_COUNT];
	if (record->assessment.sealed != DATE_NONE || !record_unconfirmed_all(record))
		return;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		count[kind] = record_unconfirmed_count(record, (enum kind)kind);
	add_text(home,
		words(&home->pool, W_HOME_UNCONFIRMED,
			hole_text("facts", words_carried(&home->pool, count))));
}

/* The last full round, beside which the pulse stands. */
static void add_decided(struct home *home, struct app *app)
{
	struct record full;
	int64_t own = app->record.assessment.object.key;
	int64_t newest = store_newest(app->options.store, own);
	if (newest == own || store_load(app->options.store, newest, &full, NULL)) {
		add_text(home, words_plain(W_HOME_PULSE_ALONE));
		return;
	}
	if (full.assessment.kind == ROUND_PULSE) {
		add_text(home, words_plain(W_HOME_PULSE_ALONE));
	} else {
		add_text(home,
			words(&home->pool, W_HOME_PULSE_DECIDES,
				hole_text("round", words_round(full.assessment.kind)),
				hole_text("day",
					words_day(&home->pool, full.assessment.date, DAY_LONG))));
		add_movement(home, &full, &app->record);
	}
	record_release(&full);
}

static void find_rounds(struct home *home, struct app *app)
{
	struct errmsg why;
	home->pulse = 0;
	home->more = (struct texts){ 0 };
	if (store_assessments(app->options.store, app->record.alliance.object.key, &home->pool,
		    &home->rounds, &home->round_count, &why))
		home->round_count = 0;
	for (size_t i = 0; i < home->round_count; i++)
		if (home->rounds[i]->kind == ROUND_PULSE && home->rounds[i]->sealed == DATE_NONE)
			home->pulse = home->rounds[i]->object.key;
}

void home_gather_rounds(struct home *home, struct app *app)
{
	find_rounds(home, app);
	find_due(home, app);
	const struct assessment *pulse = pulse_of(home, app);
	if (home_is_pulse(app))
		add_decided(home, app);
	else if (pulse)
		add_pulse(home, app, pulse);
	add_unconfirmed(home, &app->record);
	if (!home->pulse)
		add_due(home, app);
	add_rounds(home, app);
}

const char *home_round_due(struct home *home, const struct app *app)
{
	bool late = home->due_round != DATE_NONE && home->due_round <= app->today;
	if (!late || home->pulse || (home->due_count && home->due[0].day <= home->due_round))
		return NULL;
	return words(&home->pool,
		home->due_kind == ROUND_PULSE ? W_NEXT_PULSE_DUE : W_NEXT_ROUND_DUE,
		hole_day("day", home->due_round, DAY_LONG));
}
