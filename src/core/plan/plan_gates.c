/* SPDX-License-Identifier: MIT */
/*
 * The two gates: which a track has, and what is done by the day of one (rekindle-method(7),
 * section 7).
 */
#include "plan_parts.h"

/* What each gate of a track decides; GATE_KINDS: the track has no such gate. */
static const enum gate_kind track_gate[TRACK_COUNT][PLAN_GATES] = {
	[TRACK_EXIT] = { GATE_KINDS, GATE_KINDS },
	[TRACK_ESCALATE] = { GATE_ANSWER, GATE_DONE },
	[TRACK_HEAR_FIRST] = { GATE_HEAR, GATE_KINDS },
	[TRACK_REDECIDE] = { GATE_STRATEGY, GATE_DONE },
	[TRACK_RESTRUCTURE] = { GATE_SPONSORS, GATE_DONE },
	[TRACK_RECOMMIT] = { GATE_SPONSORS, GATE_DONE },
	[TRACK_RELAUNCH] = { GATE_SPONSORS, GATE_DONE },
	[TRACK_SUSTAIN] = { GATE_KINDS, GATE_KINDS },
};

void plan_gates(struct plan *plan)
{
	static const int days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

	for (int i = 0; i < PLAN_GATES; i++)
		if (track_gate[plan->track][i] != GATE_KINDS)
			plan->gates[plan->gate_count++] = (struct gate){
				.number = i + 1,
				.kind = track_gate[plan->track][i],
				.day = plan->start + days[i],
				.outcome = -1,
				.decided = DATE_NONE,
			};
}

const struct gate *plan_leads_to(const struct plan *plan)
{
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].outcome == OUTCOME_FAILED)
			return &plan->gates[i];
	return NULL;
}

const struct gate *plan_next_gate(const struct plan *plan)
{
	for (size_t i = 0; i < plan->gate_count && !plan_leads_to(plan); i++)
		if (plan->gates[i].outcome < 0)
			return &plan->gates[i];
	return NULL;
}

static bool share_done(int done, int due)
{
	return !due || done * 100 >= PLAN_GATE_PERCENT * due;
}

bool gate_passes(const struct gate_progress *p)
{
	return p->wins_due + p->others_due > 0 && share_done(p->wins_done, p->wins_due) &&
		share_done(p->others_done, p->others_due);
}

struct gate_progress plan_gate_progress(const struct plan *plan, int day)
{
	struct gate_progress p = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		bool done = planned->status == STATUS_DONE;

		if (planned->due > day || planned->status == STATUS_DROPPED)
			continue;
		*(planned->quick_win ? &p.wins_due : &p.others_due) += 1;
		*(planned->quick_win ? &p.wins_done : &p.others_done) += done;
	}
	p.passed = gate_passes(&p);
	return p;
}
