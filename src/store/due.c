/* SPDX-License-Identifier: MIT */
/*
 * What of the stored plans is due: counted for the list from the rows of the actions, without the
 * rest of the record.
 */
#include "store_private.h"

#include <stdio.h>
#include <stdlib.h>

#include <rekindle/date.h>
#include <rekindle/plan.h>

enum column { LIBRARY, STEP, TITLE, START, DUE, ACTIVE, STATUS, PLAN_START, PLAN_TRACK };

/* What the list asks of an action; texts borrowed till the next step. */
static struct plan_action read_action(struct query *row)
{
	return (struct plan_action){
		.library = column_text(row, LIBRARY, NULL),
		.step = (int)column_or(row, STEP, INT_NONE),
		.title = column_text(row, TITLE, NULL),
		.start = (int)column_or(row, START, DATE_NONE),
		.due = (int)column_or(row, DUE, DATE_NONE),
		.active = (int)column_or(row, ACTIVE, TRI_UNKNOWN),
		.status = (int)column_or(row, STATUS, STATUS_OPEN),
	};
}

/* The round's own, else the built-in: a list is not refused because one round has a strange one. */
static const struct instrument *instrument_of(
	struct store *store, int64_t assessment, struct pool *pool)
{
	const struct instrument *instrument;
	if (load_instrument(store, assessment, pool, &instrument, NULL))
		return instrument_builtin();
	return instrument;
}

static void count_action(
	struct store_plan *plan, struct pool *pool, const struct plan_action *action, int *first)
{
	if (!plan_action_active(action))
		return;
	int start = action->start == DATE_NONE ? action->due : action->start;
	if (*first == DATE_NONE || start < *first)
		*first = start;
	plan->size += action->status != STATUS_DROPPED;
	if (plan_action_open(action))
		*POOL_APPEND(pool, plan->due, plan->due_count) = action->due;
}

static void count_step(struct store_plan *plan, const struct instrument *instrument,
	const struct plan_action *action)
{
	if (!plan_action_active(action) || !plan_action_open(action))
		return;
	int step = plan_action_step(instrument, action);
	if (!plan->step || step < plan->step)
		plan->step = step;
}

enum err count_plan(struct store *store, int64_t alliance, int64_t assessment, struct pool *pool,
	struct store_plan *plan, struct errmsg *why)
{
	const struct instrument *instrument = NULL;
	struct pool scratch = { 0 };
	struct query *row;
	int first = DATE_NONE, chosen = DATE_NONE;
	bool more = true;
	*plan = (struct store_plan){ .start = DATE_NONE, .track = -1 };
	enum err err = statement_bind(store, ROUND_PLAN, &row, why, "i", alliance);
	while (!err && !(err = query_step(row, &more, why)) && more) {
		const struct plan_action action = read_action(row);
		chosen = (int)column_or(row, PLAN_START, DATE_NONE);
		plan->track = (int)column_or(row, PLAN_TRACK, -1);
		count_action(plan, pool, &action, &first);
		if (plan->track != TRACK_EXIT)
			continue;
		if (!instrument)
			instrument = instrument_of(store, assessment, &scratch);
		count_step(plan, instrument, &action);
	}
	if (chosen != DATE_NONE || first != DATE_NONE)
		plan->start = plan_to_monday(chosen != DATE_NONE ? chosen : first);
	pool_release(&scratch);
	return err;
}

void days_encode(struct str *text, const int *days, size_t count)
{
	for (size_t i = 0; i < count; i++)
		str_addf(text, "%s%d", i ? " " : "", days[i]);
}

size_t days_decode(struct pool *pool, const char *text, int **days)
{
	size_t count = 0;
	*days = NULL;
	for (char *end; text && *text; text = end) {
		long day = strtol(text, &end, 10);
		if (end == text)
			break;
		*POOL_APPEND(pool, *days, count) = (int)day;
	}
	return count;
}

int store_plan_late(const struct store_plan *plan, int day)
{
	int late = 0;
	while ((size_t)late < plan->due_count && plan->due[late] < day)
		late++;
	return late;
}

int store_plan_due(const struct store_plan *plan, int day)
{
	return store_plan_late(plan, day + 1) - store_plan_late(plan, day);
}

int store_plan_next(const struct store_plan *plan)
{
	return plan->due_count ? plan->due[0] : DATE_NONE;
}

int store_round_interview(const struct store_round *round)
{
	char day[DATE_TEXT];
	int number = DATE_NONE;
	if (round->next_planned && round->sealed == DATE_NONE) {
		snprintf(day, sizeof(day), "%.10s", round->next_planned);
		date_parse(day, &number);
	}
	return number;
}

int store_round_next(const struct store_round *round)
{
	int interview = store_round_interview(round), due = store_plan_next(&round->plan);
	if (interview == DATE_NONE || due == DATE_NONE)
		return interview == DATE_NONE ? due : interview;
	return interview < due ? interview : due;
}

enum err store_due(struct store *store, int64_t assessment, size_t most, struct pool *pool,
	struct store_due **due, size_t *count, struct errmsg *why)
{
	struct pool scratch = { 0 };
	const struct instrument *instrument = NULL;
	struct query *row;
	int64_t alliance = 0;
	bool more = true;
	*due = NULL;
	*count = 0;
	enum err err = statement_number(store, ALLIANCE_OF, &alliance, why, "i", assessment);
	if (!err)
		err = statement_bind(store, ROUND_PLAN, &row, why, "i", alliance);
	while (!err && !(err = query_step(row, &more, why)) && more) {
		const struct plan_action action = read_action(row);
		if (*count == most || !plan_action_active(&action) || !plan_action_open(&action))
			continue;
		if (!instrument)
			instrument = instrument_of(store, assessment, &scratch);
		*POOL_APPEND(pool, *due, *count) = (struct store_due){ .day = action.due,
			.title = pool_strdup(pool, plan_action_title(instrument, &action)) };
	}
	pool_release(&scratch);
	return err;
}
