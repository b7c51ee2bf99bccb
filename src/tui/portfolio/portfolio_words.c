/* SPDX-License-Identifier: MIT */
/*
 * A row of the portfolio in words: how far the alliance is, when something comes, and the two
 * sentences about it while it is in focus.
 */
#include "portfolio.h"

#include <limits.h>
#include <math.h>

#include <rekindle/utf8.h>

/* Is it a later round than the one that the plan came from, and not everybody was heard yet? */
static bool is_being_heard(const struct store_round *round)
{
	return !round->plan.own && round->sealed == DATE_NONE && round->heard < round->planned;
}

/* The plan, when it is under way; else NULL. */
static const char *plan_text(struct portfolio *own, const struct store_plan *plan)
{
	if (plan->start == DATE_NONE || !plan->due_count || plan->start > own->today)
		return NULL;
	if (plan->track == TRACK_EXIT)
		return words(&own->list.pool, W_STATE_EXIT, hole_count("step", plan->step));
	return words(&own->list.pool, W_STATE_PLAN,
		hole_count("day", plan_day(plan->start, own->today)));
}

/* Does the state count the days of the plan? */
static bool counts_days(const struct portfolio *own, const struct portfolio_row *row)
{
	const struct store_plan *plan = &row->round->plan;
	return plan->start != DATE_NONE && plan->due_count && plan->start <= own->today &&
		plan->track != TRACK_EXIT;
}

static const char *heard_text(struct portfolio *own, const struct store_round *round)
{
	int people = round->planned > round->heard ? round->planned : round->heard;
	struct hole heard = hole_count("heard", round->heard);
	struct hole all = hole_count("people", people);
	if (!round->heard)
		return words(&own->list.pool, W_STATE_NEW, heard, all);
	return words(&own->list.pool, W_STATE_HEARD,
		hole_text("kind", words_round((int)round->kind)), heard, all);
}

static const char *pulse_state(struct portfolio *own, const struct store_round *pulse)
{
	return words(&own->list.pool, W_STATE_HEARD,
		hole_text("kind", words_round((int)pulse->kind)), hole_count("heard", pulse->heard),
		hole_count("people", pulse->planned));
}

static const char *state_text(struct portfolio *own, const struct portfolio_row *row)
{
	const struct store_round *round = row->round;
	if (row->pulse && row->pulse->sealed == DATE_NONE)
		return pulse_state(own, row->pulse);
	const char *plan = is_being_heard(round) ? NULL : plan_text(own, &round->plan);
	if (plan)
		return plan;
	if (!round->assessment)
		return words_plain(W_STATE_NO_ROUND);
	if (round->sealed == DATE_NONE)
		return heard_text(own, round);
	return words(
		&own->list.pool, W_STATE_SEALED, hole_text("kind", words_round((int)round->kind)));
}

static const char *when_text(struct portfolio *own, int day)
{
	if (day == DATE_NONE)
		return "--";
	if (day == own->today)
		return words_plain(W_WHEN_TODAY);
	return words(&own->list.pool, day < own->today ? W_WHEN_LATE : W_WHEN_DAY,
		hole_day("day", day, DAY_SHORT));
}

/* "Baseline of 15 October 2026." */
static const char *round_text(struct portfolio *own, const struct store_round *round)
{
	struct hole kind = hole_text("kind", words_round_first((int)round->kind));
	if (round->date == DATE_NONE)
		return words(&own->list.pool, W_ROUND, kind);
	return words(&own->list.pool, W_ROUND_OF, kind, hole_day("day", round->date, DAY_LONG));
}

/* "Management holds it back; grade A." NULL: it is not worked out yet. */
static const char *verdict_text(struct portfolio *own, const struct store_round *round)
{
	int primary = primary_from_word(round->primary);
	enum grade grade = grade_from_word(round->grade);
	struct hole graded = hole_text("grade", grade_word(grade));
	if (!round->primary && summary_is_stale(round))
		return NULL;
	if (primary < 0 || primary == PRIMARY_INSUFFICIENT)
		return words_plain(W_VERDICT_UNKNOWN);
	if (primary == PRIMARY_NONE)
		return grade == GRADE_NONE ? words_plain(W_VERDICT_NONE)
					   : words(&own->list.pool, W_VERDICT_NONE_GRADED, graded);
	struct hole cause = hole_text("cause", words_cause_first(primary));
	return grade == GRADE_NONE ? words(&own->list.pool, W_VERDICT_CAUSE, cause)
				   : words(&own->list.pool, W_VERDICT_CAUSE_GRADED, cause, graded);
}

/* What a pulse shows beside what the full round says. */
static void add_pulse(struct portfolio *own, const struct portfolio_row *row, struct texts *said)
{
	struct pool *pool = &own->list.pool;
	const struct store_round *pulse = row->pulse;
	texts_add(pool, said,
		words(pool, W_PORTFOLIO_PULSE,
			hole_text("day", words_day(pool, pulse->date, DAY_LONG)),
			hole_count("heard", pulse->heard), hole_count("people", pulse->planned)));
	if (!isnan(row->before) && !isnan(row->after))
		texts_add(pool, said,
			words(pool, W_PORTFOLIO_MOVED, hole_number("before", row->before, 2),
				hole_number("after", row->after, 2)));
}

static const char *about_text(struct portfolio *own, const struct portfolio_row *row)
{
	const struct store_round *round = row->round;
	struct texts said = { 0 };
	if (!round->assessment)
		return words_plain(W_ROUND_NONE);
	const char *verdict = round->kind == ROUND_PULSE ? words_plain(W_PRIMARY_UNDECIDED)
							 : verdict_text(own, round);
	texts_add(&own->list.pool, &said, round_text(own, round));
	if (verdict)
		texts_add(&own->list.pool, &said, verdict);
	if (row->pulse)
		add_pulse(own, row, &said);
	if (portfolio_has_news(row))
		texts_add(&own->list.pool, &said, words_plain(W_PORTFOLIO_NEWS));
	return words_sentences(&own->list.pool, &said);
}

static void widen(int *cells, const char *text)
{
	int own = utf8_cells(UTF8_SCREEN, text);
	*cells = own > *cells ? own : *cells;
}

void portfolio_say(struct portfolio *own, struct portfolio_row *row)
{
	row->state = state_text(own, row);
	row->when = when_text(own, row->next);
	row->about = about_text(own, row);
	int primary = primary_from_word(row->round->primary);
	widen(&own->state_cells, row->state);
	widen(&own->primary_cells, words_primary(primary < 0 ? PRIMARY_INSUFFICIENT : primary));
	widen(&own->next_cells, row->when);
}

int portfolio_said_till(const struct portfolio *own, const struct portfolio_row *row)
{
	const struct store_plan *plan = &row->round->plan;
	int till = row->next > own->today ? row->next - 1 : INT_MAX;
	if (row->next == own->today || counts_days(own, row))
		return own->today;
	return plan->start > own->today && plan->start <= till ? plan->start - 1 : till;
}
