/* SPDX-License-Identifier: MIT */
/*
 * The revival plan as a whole (rekindle-method(7), section 7).
 */
#include <assert.h>
#include <string.h>
#include "plan_parts.h"

const char *const phase_name[PLAN_PHASES] = {
	"Diagnosis",
	"Re-alignment",
	"Momentum",
	"Sustaining",
};

const char *const step_name[PLAN_STEPS] = {
	"Audit",
	"Gaps in communication and trust",
	"Objectives",
	"Governance and communication",
	"Action plans and quick wins",
	"Transparency and accountability",
	"Monitoring, adaptation, value",
};

const char *const track_plain[TRACK_COUNT] = {
	[TRACK_EXIT] = "wind the alliance down in order",
	[TRACK_ESCALATE] = "ask the sponsors for a dated decision",
	[TRACK_HEAR_FIRST] = "hear who is missing, then diagnose",
	[TRACK_REDECIDE] = "decide again whether to partner",
	[TRACK_RESTRUCTURE] = "change the deal: scope, form and terms",
	[TRACK_RECOMMIT] = "renew the commitment of the companies to each other",
	[TRACK_RELAUNCH] = "rebuild how the alliance is run",
	[TRACK_SUSTAIN] = "keep it healthy and improve the lowest aspects",
};

const char *track_step_name(enum track track, int step)
{
	static const char *const wind_down[PLAN_STEPS] = {
		"Mandate",
		"Customers",
		"People",
		"Rights and data",
		"Dates",
		"Communication",
		"Lessons",
	};

	assert(step >= 1 && step <= PLAN_STEPS);
	return track == TRACK_EXIT ? wind_down[step - 1] : step_name[step - 1];
}

int step_phase(int step)
{
	static const int phase[PLAN_STEPS] = { 1, 1, 2, 2, 3, 3, 4 };

	assert(step >= 1 && step <= PLAN_STEPS);
	return phase[step - 1];
}

int plan_find(const struct plan *plan, const struct action *action)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i].action == action)
			return (int)i;
	return -1;
}

int plan_find_id(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (!strcmp(plan->actions[i].id, id))
			return (int)i;
	return -1;
}

bool plan_is_open(const struct planned_action *planned)
{
	return planned->status != STATUS_DONE && planned->status != STATUS_DROPPED;
}

bool plan_is_late(const struct planned_action *planned, int today)
{
	return planned->active && plan_is_open(planned) && planned->due != DATE_NONE &&
		planned->due < today;
}

struct plan_count plan_count(const struct plan *plan, int phase, int today)
{
	struct plan_count n = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		bool due = planned->due <= today, done = planned->status == STATUS_DONE;

		if (phase && step_phase(planned->step) != phase)
			continue;
		if (planned->status == STATUS_DROPPED) {
			n.dropped++;
			continue;
		}
		n.active++;
		n.due += due;
		n.due_done += due && done;
		n.done += done;
		n.started += planned->status == STATUS_STARTED;
		n.blocked += planned->status == STATUS_BLOCKED;
		n.late += plan_is_late(planned, today);
	}
	return n;
}

struct plan_promises plan_promises(const struct plan *plan, int today)
{
	struct plan_promises n = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (planned->due > today || planned->status == STATUS_DROPPED)
			continue;
		n.due++;
		n.kept += planned->status == STATUS_DONE && planned->closed != DATE_NONE &&
			planned->closed <= planned->due;
	}
	return n;
}

bool plan_revived(const struct diagnosis *before, const struct diagnosis *now)
{
	const struct diagnosis *rounds[] = { before, now };

	for (size_t i = 0; i < 2; i++)
		if (rounds[i]->primary.cause != PRIMARY_NONE ||
			isnan(rounds[i]->scores.performance.score) ||
			rounds[i]->scores.performance.low)
			return false;
	return true;
}

/* A plan of any origin once its actions stand. */
static void complete(struct planning *p)
{
	plan_link(p->plan);
	plan_owners(p);
	plan_events(p);
	plan_kpis(p);
	plan_warn(p);
}

static int horizon(double health)
{
	if (isnan(health))
		return 24;
	if (at_least(health, 3.5))
		return 12;
	return at_least(health, 3.0) ? 18 : 24;
}

void plan_compute(
	struct plan *plan, const struct record *rec, const struct diagnosis *diagnosis, int start)
{
	struct planning p = { .plan = plan, .rec = rec, .diagnosis = diagnosis };

	assert(start != DATE_NONE);
	*plan = (struct plan){ .track = diagnosis->track };
	plan->start = plan_to_monday(start);
	plan->horizon_months = horizon(diagnosis->scores.health);
	plan->end = date_add_months(plan->start, plan->horizon_months);
	plan_gates(plan);
	plan_gather(&p);
	plan_select(&p);
	plan_schedule(&p);
	complete(&p);
}

void plan_read(struct plan *plan, const struct record *rec)
{
	struct planning p = { .plan = plan, .rec = rec };

	plan_restore(&p);
	complete(&p);
}

void plan_release(struct plan *plan)
{
	pool_release(&plan->pool);
	*plan = (struct plan){ .track = TRACK_SUSTAIN };
}
