/* SPDX-License-Identifier: MIT */
/*
 * Which of the actions called for are active: more than two dozen at once is a list, not a plan,
 * and a healthy alliance is not burdened with more than a few (rekindle-method(7), section 7).
 */
#include <stdlib.h>
#include "plan_parts.h"

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

/* Makes an action active with those in the plan that must end before it. Gives how many became so.
 */
static size_t activate(struct planning *p, size_t at, bool *became)
{
	struct planned_action *planned = &p->plan->actions[at];
	size_t n = 1;

	if (planned->active || planned->held || !plan_is_open(planned))
		return 0;
	planned->active = became[at] = true;
	for (size_t i = 0; i < planned->action->required_count; i++) {
		int first = plan_find(
			p->plan, &p->rec->instrument->actions[planned->action->required[i]]);

		if (first >= 0)
			n += activate(p, (size_t)first, became);
	}
	return n;
}

static bool shares_are_kept(const struct plan *plan, const struct planned_action *planned)
{
	for (size_t i = 0; i < planned->finding_count; i++)
		if (active_citing(plan, planned->findings[i]) > PLAN_PER_FINDING)
			return false;
	return true;
}

static bool is_within_limits(const struct plan *plan, const bool *became, bool strict)
{
	int wins = 0;

	for (size_t i = 0; i < plan->action_count; i++) {
		if (strict && became[i] && !shares_are_kept(plan, &plan->actions[i]))
			return false;
		wins += became[i] && plan->actions[i].quick_win;
	}
	return !wins || !track_wants_wins(plan->track) || active_wins(plan) <= PLAN_WINS_MAX;
}

/*
 * How many places an action takes together with what must end before it: without that it could not
 * start, and stays for later. 0: there is no room, or it is active already. With `keep` it takes
 * them. strict: no finding brings in more than its share.
 */
static size_t places(struct planning *p, size_t at, bool strict, bool keep)
{
	struct plan *plan = p->plan;
	bool *became = pool_alloc(&plan->pool, plan->action_count * sizeof(*became));
	size_t n = activate(p, at, became);
	bool fits = n &&
		p->beside + plan->active_count + n <= (size_t)plan_active_most(plan->track) &&
		is_within_limits(plan, became, strict);

	if (fits && keep) {
		plan->active_count += n;
		return n;
	}
	for (size_t i = 0; i < plan->action_count; i++)
		plan->actions[i].active &= !became[i];
	return fits ? n : 0;
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
			places(p, i, false, true);
}

/* How many findings that have no active action yet it answers. */
static int answers(const struct planning *p, const struct planned_action *planned)
{
	int n = 0;

	for (size_t i = 0; i < p->diagnosis->finding_count; i++) {
		const struct finding *finding = &p->diagnosis->findings[i];

		n += finding->severity >= SEVERITY_YELLOW && plan_cites(planned, finding->id) &&
			!active_citing(p->plan, finding->id);
	}
	return n;
}

/* The action that takes the fewest places, then the one that answers most beside the finding. */
static bool select_for(struct planning *p, const char *finding, bool strict)
{
	size_t best = 0, fewest = PLAN_ACTIVE_MAX + 1;
	int most = -1;

	for (size_t i = 0; i < p->plan->action_count; i++) {
		size_t n =
			plan_cites(&p->plan->actions[i], finding) ? places(p, i, strict, false) : 0;
		int answered = n && n <= fewest ? answers(p, &p->plan->actions[i]) : -1;

		if (answered < 0 || (n == fewest && answered <= most))
			continue;
		best = i;
		fewest = n;
		most = answered;
	}
	return most >= 0 && places(p, best, strict, true);
}

static void select_first(struct planning *p, const char *finding)
{
	if (!active_citing(p->plan, finding) && !select_for(p, finding, true))
		select_for(p, finding, false);
}

static void select_lowest(struct planning *p)
{
	for (int aspect = 0; aspect < ASPECT_COUNT; aspect++)
		if (plan_is_lowest(&p->diagnosis->scores, aspect))
			select_first(
				p, plan_finding(&p->plan->pool, p->rec, FINDING_ASPECT, aspect));
}

static bool is_red(const struct finding *finding)
{
	return finding->severity >= SEVERITY_RED;
}

static bool is_failing_aspect(const struct finding *finding)
{
	return finding->kind == FINDING_ASPECT;
}

static bool is_yellow(const struct finding *finding)
{
	return finding->severity == SEVERITY_YELLOW;
}

static void select_found(struct planning *p, bool (*is)(const struct finding *))
{
	const struct diagnosis *diagnosis = p->diagnosis;

	for (size_t i = 0; i < diagnosis->finding_count; i++)
		if (is(&diagnosis->findings[i]))
			select_first(p, diagnosis->findings[i].id);
}

/* Every finding that is more than a remark gets one action before any gets a second; what is red
 * goes before what is only lowest. */
static void select_firsts(struct planning *p)
{
	select_found(p, is_red);
	if (p->plan->track == TRACK_SUSTAIN)
		select_lowest(p);
	select_found(p, is_failing_aspect);
	select_found(p, is_yellow);
}

static void select_wins(struct planning *p)
{
	for (size_t i = 0; i < p->plan->action_count; i++)
		if (p->plan->actions[i].quick_win && active_wins(p->plan) < PLAN_WINS_MIN)
			places(p, i, false, true);
}

void plan_select(struct planning *p)
{
	struct plan *plan = p->plan;

	if (plan->action_count)
		qsort(plan->actions, plan->action_count, sizeof(*plan->actions), by_need);
	for (size_t i = 0; i < plan->action_count; i++)
		plan->active_count += plan->actions[i].active;
	if (plan->track == TRACK_SUSTAIN) /* few places: none is better used */
		select_found(p, is_red);
	select_baseline(p);
	if (track_wants_wins(plan->track))
		select_wins(p);
	select_firsts(p);
	for (size_t i = 0; i < plan->action_count; i++)
		places(p, i, true, true);
}
