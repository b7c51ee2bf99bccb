/* SPDX-License-Identifier: MIT */
/*
 * The plan as it is read from among the record's objects. What a stored action does not say is as
 * the library says, so that what it says was set by hand.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "plan_parts.h"

bool plan_is_stored(const struct record *rec)
{
	return rec->action_count > 0;
}

/* The library lacks it, or it never had it: one of the user's own. */
static void planned_of_nothing(
	struct pool *pool, const struct plan_action *kept, struct planned_action *planned)
{
	char buffer[UUID_TEXT];

	*planned = (struct planned_action){
		.id = kept->library ? kept->library
				    : pool_strdup(pool, uuid_text(&kept->object.id, buffer)),
		.step = 1,
		.title = kept->library ? kept->library : "",
		.what = "",
		.done_when = "",
		.resources = "",
	};
}

static bool override(const char **text, const char *by_hand)
{
	if (str_blank(by_hand))
		return false;
	*text = by_hand;
	return true;
}

static size_t split_lines(struct pool *pool, const char *lines, const char ***out)
{
	size_t count = 0;

	*out = NULL;
	for (const char *at = lines ? lines : ""; *at;) {
		size_t n = strcspn(at, "\n");
		if (n)
			*POOL_APPEND(pool, *out, count) = pool_strndup(pool, at, n);
		at += n + (at[n] == '\n');
	}
	return count;
}

static bool override_list(
	struct pool *pool, const char *const **list, size_t *count, const char *by_hand)
{
	const char **texts;

	if (!by_hand)
		return false;
	*count = split_lines(pool, by_hand, &texts);
	*list = texts;
	return true;
}

/* What a hand has set of the words and facts. */
static bool override_all(
	struct pool *pool, struct planned_action *planned, const struct plan_action *kept)
{
	bool edited = override(&planned->title, kept->title);

	edited |= override(&planned->what, kept->what);
	edited |= override(&planned->done_when, kept->done_when);
	edited |= override(&planned->resources, kept->resources);
	edited |= override(&planned->kpi, kept->kpi);
	edited |= override_list(pool, &planned->retest, &planned->retest_count, kept->retest);
	edited |= override_list(pool, &planned->required, &planned->required_count, kept->required);
	if (kept->effort_days != INT_NONE) {
		planned->effort_days = kept->effort_days;
		edited = true;
	}
	if (kept->quick_win != TRI_UNKNOWN) {
		planned->quick_win = kept->quick_win == TRI_YES;
		edited = true;
	}
	if (kept->step >= 1 && kept->step <= PLAN_STEPS)
		planned->step = kept->step;
	return edited || kept->every || kept->dated == TRI_YES || kept->moved == TRI_YES;
}

static void planned_of_kept(struct planning *p, int at, struct planned_action *planned)
{
	const struct plan_action *kept = &p->rec->actions[at];
	const struct instrument *bank;
	const struct action *action = library_action(p->rec->instrument, kept, &bank);

	if (action)
		planned_of_library(&p->plan->pool, bank, action, planned);
	else
		planned_of_nothing(&p->plan->pool, kept, planned);
	planned->stored = at;
	planned->edited = override_all(&p->plan->pool, planned, kept);
	planned->quick_win &= p->plan->track != TRACK_EXIT;
	planned->active = plan_action_active(kept);
	planned->due = planned->active ? kept->due : DATE_NONE;
	planned->start = !planned->active  ? DATE_NONE
		: kept->start == DATE_NONE ? kept->due
					   : kept->start;
	planned->adopted = kept->adopted == TRI_YES;
	planned->stale = kept->stale == TRI_YES && !planned->adopted;
	planned->fresh = kept->added != DATE_NONE && kept->added == record_plan(p->rec)->redrawn;
	planned->status = (enum status)kept->status;
	planned->reason = kept->reason;
	planned->note = kept->note;
	planned->closed = kept->closed;
	planned->every = kept->every;
	planned->objective = kept->objective;
	planned->finding_count = split_lines(&p->plan->pool, kept->findings, &planned->findings);
}

/* Step by step in the order in which they came, the later ones last. */
static int by_place(const void *a, const void *b)
{
	const struct planned_action *x = a, *y = b;

	if (x->active != y->active)
		return y->active - x->active;
	if (x->step != y->step)
		return x->step - y->step;
	return x->stored - y->stored;
}

static void restore_actions(struct planning *p)
{
	struct plan *plan = p->plan;

	plan->action_count = p->rec->action_count;
	plan->actions = pool_alloc(&plan->pool, plan->action_count * sizeof(*plan->actions));
	for (size_t i = 0; i < plan->action_count; i++) {
		planned_of_kept(p, (int)i, &plan->actions[i]);
		plan->active_count += plan->actions[i].active;
	}
	if (plan->action_count)
		qsort(plan->actions, plan->action_count, sizeof(*plan->actions), by_place);
}

static int first_start(const struct plan *plan)
{
	int first = DATE_NONE;

	for (size_t i = 0; i < plan->active_count; i++)
		if (first == DATE_NONE || plan->actions[i].start < first)
			first = plan->actions[i].start;
	return first == DATE_NONE ? 0 : first;
}

/* Any number can stand in a file. */
static int horizon_of(const struct plan *plan)
{
	int months = plan->horizon_months;
	return months < 0 ? 0 : months > PLAN_MONTHS_MOST ? PLAN_MONTHS_MOST : months;
}

void plan_restore(struct planning *p)
{
	const struct plan_frame *frame = record_plan(p->rec);
	struct plan *plan = p->plan;

	*plan = (struct plan){ .stored = true,
		.track = frame->track < 0 ? TRACK_SUSTAIN : (enum track)frame->track,
		.horizon_months = frame->horizon == INT_NONE ? 12 : frame->horizon };
	restore_actions(p);
	plan->start = plan_to_monday(frame->start == DATE_NONE ? first_start(plan) : frame->start);
	plan->from = frame->redrawn == DATE_NONE ? plan->start : frame->redrawn;
	plan->end = date_add_months(plan->from, horizon_of(plan));
	const struct gate_drawing drawing = plan_gates_drawn(p->rec, plan->start);
	plan_gates(p, &drawing);
	for (size_t i = 0; i < plan->action_count; i++)
		plan_put_behind(plan, &plan->actions[i]);
}

void plan_link(struct plan *plan)
{
	for (size_t i = 0; i < plan->action_count; i++) {
		struct planned_action *planned = &plan->actions[i];

		planned->after = NULL;
		planned->after_count = 0;
		for (size_t r = 0; r < planned->required_count; r++) {
			int at = plan_find_id(plan, planned->required[r]);
			if (at >= 0)
				*POOL_APPEND(&plan->pool, planned->after, planned->after_count) =
					at;
		}
	}
}
