/* SPDX-License-Identifier: MIT */
/*
 * The two gates: what is decided, when it is passed, and where the way leads otherwise
 * (rekindle-method(7), section 7).
 */
#include "plan_parts.h"

/* What is decided at each gate; no title: the track has no such gate. */
static const struct gate gate_hear = {
	.title = "Gate 1",
	.question = "Has every side been heard, so that a cause can be named?",
	.passed_when =
		"the missing interviews and records are in and the diagnosis has been repeated",
	.otherwise = "the sponsors who have been heard decide with what is known: go on listening"
		     " until a date, or wind the alliance down",
};
static const struct gate gate_sponsors = {
	.title = "Gate 1",
	.question = "Do the sponsors of every side commit?",
	.passed_when =
		"every sponsor has signed the same page: time, people and a date to look again",
	.otherwise = "the plan stops and the alliance is wound down in order, beginning with the"
		     " mandate, customers and people",
};
static const struct gate gate_answer = {
	.title = "Gate 1",
	.question = "Does every side take part in the revival, yes or no?",
	.passed_when = "the sponsor of every side has answered yes in writing and named a lead",
	.otherwise =
		"no answer counts as a no: the sponsors are asked to agree to an orderly wind-down",
};
static const struct gate gate_strategy = {
	.title = "Gate 1",
	.question = "Is partnering still the way to the ambition, for every side?",
	.passed_when = "the sponsors of every side have decided in writing to go on as an alliance",
	.otherwise = "the alliance is wound down in order, or becomes a contract, a purchase or a"
		     " build of one's own; steps 4 to 7 do not start",
};
static const struct gate gate_done = {
	.title = "Gate 2",
	.question = "Has enough of what was promised been done?",
	.passed_when =
		"of what was due by then at least 80 % of the quick wins and at least 80 % of the"
		" other actions are done; nothing due is not passed",
	.otherwise = "the sponsors decide within 30 days on an exit or on a new plan",
};

static const struct gate *const track_gate[TRACK_COUNT][PLAN_GATES] = {
	[TRACK_ESCALATE] = { &gate_answer, &gate_done },
	[TRACK_HEAR_FIRST] = { &gate_hear, NULL },
	[TRACK_REDECIDE] = { &gate_strategy, &gate_done },
	[TRACK_RESTRUCTURE] = { &gate_sponsors, &gate_done },
	[TRACK_RECOMMIT] = { &gate_sponsors, &gate_done },
	[TRACK_RELAUNCH] = { &gate_sponsors, &gate_done },
};

void plan_gates(struct plan *plan)
{
	static const int days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

	for (int i = 0; i < PLAN_GATES; i++) {
		if (!track_gate[plan->track][i])
			continue;
		struct gate *gate = &plan->gates[plan->gate_count++];
		*gate = *track_gate[plan->track][i];
		gate->day = plan->start + days[i];
		gate->outcome = -1;
		gate->decided = DATE_NONE;
	}
}

static bool share_done(int done, int due)
{
	return !due || done * 100 >= PLAN_GATE_PERCENT * due;
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
	p.passed = p.wins_due + p.others_due > 0 && share_done(p.wins_done, p.wins_due) &&
		share_done(p.others_done, p.others_due);
	return p;
}
