/* SPDX-License-Identifier: MIT */
/*
 * Dates of the active actions, forward from the first day of the plan, and the order in which a
 * plan is read (rekindle-method(7), section 7).
 */
#include <assert.h>
#include <stdlib.h>
#include "plan_parts.h"

struct timetable {
	struct planning *p;
	int early;  /* due in the first days so far */
	bool *busy; /* by place: its dates are being worked out or stand */
};

/* Place of the i-th prerequisite if it is active, else -1. */
static int prerequisite(const struct planning *p, const struct planned_action *planned, size_t i)
{
	int at = plan_find(p->plan, &p->rec->instrument->actions[planned->action->required[i]]);

	return at >= 0 && p->plan->actions[at].active ? at : -1;
}

static bool waits_for(const struct planning *p, int at, int other)
{
	const struct planned_action *planned = &p->plan->actions[at];

	for (size_t i = 0; i < planned->action->required_count; i++) {
		int first = prerequisite(p, planned, i);

		if (first == other || (first >= 0 && waits_for(p, first, other)))
			return true;
	}
	return false;
}

/* Does the action change the deal itself: does it answer an aspect or a gap of the form? */
static bool is_deal(const struct planned_action *planned)
{
	const struct action *action = planned->action;

	if (!planned->active || !planned->baseline || (action->step != 3 && action->step != 4))
		return false;
	for (size_t i = 0; i < action->when_count; i++)
		if ((action->when[i].kind == TRIGGER_ASPECT ||
			    action->when[i].kind == TRIGGER_GAP) &&
			action->when[i].subject / ASPECTS_PER_CAUSE == CAUSE_TYPE)
			return true;
	return false;
}

static void schedule(struct timetable *table, int at);

/* The end of what must be over before this one starts: one day before the plan without any. */
static int end_before(struct timetable *table, int at)
{
	struct planning *p = table->p;
	const struct planned_action *planned = &p->plan->actions[at];
	int end = p->plan->start - 1;

	for (size_t i = 0; i < planned->action->required_count; i++) {
		int first = prerequisite(p, planned, i);

		if (first < 0)
			continue;
		schedule(table, first);
		if (p->plan->actions[first].due > end)
			end = p->plan->actions[first].due;
	}
	return end;
}

/*
 * In a restructuring nothing new is begun on a deal that is about to change; a quick win waits for
 * what is agreed in step 3 only, since lawyers take longer than trust lasts.
 */
static int deal_end(struct timetable *table, int at)
{
	struct plan *plan = table->p->plan;
	int last_step = plan->actions[at].quick_win ? 3 : 4;
	int end = plan->start - 1;

	if (plan->track != TRACK_RESTRUCTURE || plan->actions[at].action->step != 5)
		return end;
	for (size_t i = 0; i < plan->action_count; i++) {
		if (!is_deal(&plan->actions[i]) || plan->actions[i].action->step > last_step ||
			waits_for(table->p, (int)i, at))
			continue;
		schedule(table, (int)i);
		if (plan->actions[i].due > end)
			end = plan->actions[i].due;
	}
	return end;
}

static int later_of(int a, int b)
{
	return a > b ? a : b;
}

static int due_of(const struct timetable *table, const struct action *action, int start)
{
	if (action->weeks <= 0)
		return start;
	return plan_due_day(table->p->rec, start, start + 7 * action->weeks - 1);
}

/* At the earliest, whatever the library says of its week. */
static int earliest(struct timetable *table, int at)
{
	const struct plan *plan = table->p->plan;
	int start = later_of(end_before(table, at), deal_end(table, at)) + 1;

	return plan->actions[at].gated ? later_of(start, plan_waits_until(plan)) : start;
}

/* What has days already keeps them in a redraw, unless it is late or others have moved behind it.
 */
static bool keeps_days(
	const struct timetable *table, const struct planned_action *planned, int from)
{
	return planned->start != DATE_NONE && planned->due >= table->p->plan->start &&
		(planned->start >= from || from == table->p->plan->start);
}

static void set_days(struct timetable *table, struct planned_action *planned, int from)
{
	struct plan *plan = table->p->plan;
	int start = later_of(plan->start + 7 * planned->action->earliest_week, from);

	start = plan_day_after(table->p->rec, start);
	if (table->early >= PLAN_EARLY_MAX)
		while (due_of(table, planned->action, start) - plan->start <= PLAN_EARLY_DAYS)
			start = plan_day_after(table->p->rec, start + 7);
	planned->start = start;
	planned->due = due_of(table, planned->action, start);
}

/* To days off that were entered since: what has all of its time in them starts after them. */
static void give_way(struct timetable *table, struct planned_action *planned, int from)
{
	planned->due = plan_due_day(table->p->rec, planned->start, planned->due);
	if (plan_is_day_off(table->p->rec, planned->due))
		set_days(table, planned, later_of(from, planned->start));
}

static void schedule(struct timetable *table, int at)
{
	struct plan *plan = table->p->plan;
	struct planned_action *planned = &plan->actions[at];

	if (table->busy[at])
		return;
	table->busy[at] = true;
	int from = earliest(table, at);
	if (!planned->held && !keeps_days(table, planned, from))
		set_days(table, planned, from);
	else if (!planned->held)
		give_way(table, planned, from);
	if (planned->due - plan->start <= PLAN_EARLY_DAYS)
		table->early++;
}

/* What rivals agree on before they exchange anything is read before all else. */
static bool goes_first(const struct planned_action *planned)
{
	const struct action *action = planned->action;

	for (size_t i = 0; action->step == 1 && i < action->when_count; i++)
		if (action->when[i].kind == TRIGGER_SPECIAL &&
			action->when[i].subject == (int)SPECIAL_COOPETITION)
			return true;
	return false;
}

/* By step and severity: who is dated first keeps a place in the first days. */
static int by_step(const void *a, const void *b)
{
	const struct planned_action *x = a, *y = b;

	if (x->active != y->active)
		return y->active - x->active;
	if (x->action->step != y->action->step)
		return x->action->step - y->action->step;
	if (goes_first(x) != goes_first(y))
		return goes_first(y) - goes_first(x);
	if (x->severity != y->severity)
		return y->severity - x->severity;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return (x->action > y->action) - (x->action < y->action);
}

static void move_up(struct planned_action *actions, size_t from, size_t to)
{
	struct planned_action moved = actions[from];

	for (size_t i = from; i > to; i--)
		actions[i] = actions[i - 1];
	actions[to] = moved;
}

/* An action that another of the same step waits for is read before it. */
static void prerequisites_first(struct planning *p)
{
	struct plan *plan = p->plan;

	for (size_t i = 0; i < plan->active_count; i++)
		for (size_t j = i + 1; j < plan->active_count &&
			plan->actions[j].action->step == plan->actions[i].action->step;
			j++)
			if (waits_for(p, (int)i, (int)j)) {
				move_up(plan->actions, j, i);
				j = i;
			}
}

void plan_schedule(struct planning *p)
{
	struct plan *plan = p->plan;
	struct timetable table = { .p = p };

	if (!plan->action_count)
		return;
	table.busy = pool_alloc(&plan->pool, plan->action_count * sizeof(*table.busy));
	qsort(plan->actions, plan->action_count, sizeof(*plan->actions), by_step);
	/* What stays, then the track's own keep the first days: the first gate asks what they
	 * bring. */
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].held)
			schedule(&table, (int)i);
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].baseline)
			schedule(&table, (int)i);
	for (size_t i = 0; i < plan->active_count; i++)
		schedule(&table, (int)i);
	for (size_t i = plan->active_count; i < plan->action_count; i++)
		plan->actions[i].start = plan->actions[i].due = DATE_NONE;
	qsort(plan->actions, plan->action_count, sizeof(*plan->actions), by_step);
	prerequisites_first(p);
}
