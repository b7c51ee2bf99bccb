/* SPDX-License-Identifier: MIT */
/*
 * Which of the actions called for are active: more than two dozen at once is a list, not a plan
 * (method.md, section 7).
 */
#include <stdlib.h>
#include <string.h>
#include "plan_parts.h"

bool track_wants_wins(enum track track)
{
	return track == TRACK_REDECIDE || track == TRACK_RESTRUCTURE || track == TRACK_RECOMMIT
		|| track == TRACK_RELAUNCH;
}

static int active_citing(const struct plan *plan, const char *finding)
{
	int n = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		n += plan->actions[i].active && plan_cites(&plan->actions[i], finding);
	return n;
}

static int active_wins(const struct plan *plan)
{
	int n = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		n += plan->actions[i].active && plan->actions[i].quick_win;
	return n;
}

static bool findings_are_full(const struct plan *plan, const struct planned_action *planned)
{
	for (size_t i = 0; i < planned->finding_count; i++)
		if (active_citing(plan, planned->findings[i]) >= PLAN_PER_FINDING)
			return true;
	return false;
}

static bool has_room(const struct plan *plan, const struct planned_action *planned, bool strict)
{
	if (plan->active_count >= PLAN_ACTIVE_MAX)
		return false;
	if (planned->quick_win && track_wants_wins(plan->track)
		&& active_wins(plan) >= PLAN_WINS_MAX)
		return false;
	return !strict || !findings_are_full(plan, planned);
}

/*
 * Makes an action active together with the planned ones that must end before it: without them it
 * could not start, and stays for later. strict: no finding brings in more than its share.
 */
static bool activate(struct planning *p, struct planned_action *planned, bool strict)
{
	const struct action *action = planned->action;

	if (planned->active)
		return true;
	if (!has_room(p->plan, planned, strict))
		return false;
	planned->active = true;
	p->plan->active_count++;
	for (size_t i = 0; i < action->required_count; i++) {
		int at = plan_find(p->plan, &p->rec->instrument->actions[action->required[i]]);

		if (at >= 0 && !activate(p, &p->plan->actions[at], strict)) {
			planned->active = false;
			p->plan->active_count--;
			return false;
		}
	}
	return true;
}

static int by_need(const void *a, const void *b)
{
	const struct planned_action *x = a, *y = b;

	if (x->severity != y->severity)
		return y->severity - x->severity;
	if (x->action->step != y->action->step)
		return x->action->step - y->action->step;
	return (x->action > y->action) - (x->action < y->action);
}

static void select_baseline(struct planning *p)
{
	for (size_t i = 0; i < p->plan->action_count; i++)
		if (p->plan->actions[i].baseline)
			activate(p, &p->plan->actions[i], false);
}

static void select_for(struct planning *p, const char *finding)
{
	if (active_citing(p->plan, finding))
		return;
	for (size_t i = 0; i < p->plan->action_count; i++)
		if (plan_cites(&p->plan->actions[i], finding)
			&& activate(p, &p->plan->actions[i], false))
			return;
}

/* Every red finding and every failing aspect keeps one action, before any gets a second. */
static void select_must(struct planning *p)
{
	const struct diagnosis *diagnosis = p->diagnosis;

	for (size_t i = 0; i < diagnosis->finding_count; i++)
		if (diagnosis->findings[i].severity >= SEVERITY_RED)
			select_for(p, diagnosis->findings[i].id);
	for (int i = 0; i < ASPECT_COUNT; i++)
		if (!isnan(diagnosis->scores.scale[i].score)
			&& below(diagnosis->scores.scale[i].score, SCORE_FAILING))
			select_for(p, pool_printf(&p->plan->pool, "aspect.%s",
				vocabulary_scale.word[i]));
}

static void select_wins(struct planning *p)
{
	for (size_t i = 0; i < p->plan->action_count; i++)
		if (p->plan->actions[i].quick_win && active_wins(p->plan) < PLAN_WINS_MIN)
			activate(p, &p->plan->actions[i], false);
}

void plan_select(struct planning *p)
{
	struct plan *plan = p->plan;

	if (plan->action_count)
		qsort(plan->actions, plan->action_count, sizeof(*plan->actions), by_need);
	select_baseline(p);
	select_must(p);
	if (track_wants_wins(plan->track))
		select_wins(p);
	for (size_t i = 0; i < plan->action_count; i++)
		activate(p, &plan->actions[i], true);
}
