/* SPDX-License-Identifier: MIT */
/*
 * The gates: which a track has, what was decided at those of before, and what is done by the day of
 * one (rekindle-method(7), section 7).
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
static const int gate_days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

/* What was decided stays as it was then: what it asked, and when. */
static void take_decision(struct gate *gate, const struct gate_decision *decision)
{
	gate->outcome = decision->outcome;
	gate->decided = decision->date;
	gate->note = decision->note;
	if (decision->outcome < 0 || decision->kind < 0)
		return;
	gate->kind = (enum gate_kind)decision->kind;
	if (decision->day != DATE_NONE)
		gate->day = decision->day;
}

/* The gate of that number: of the track, or one that was decided before; false: there is none. */
static bool make_gate(
	const struct planning *p, const struct gate_drawing *drawing, int number, struct gate *gate)
{
	const struct gate_decision *decision =
		drawing->decided ? record_gate_decision(p->rec, number) : NULL;
	int at = number - drawing->first;
	enum gate_kind kind =
		at < 0 || at >= PLAN_GATES ? GATE_KINDS : track_gate[p->plan->track][at];

	*gate = (struct gate){ .number = number,
		.kind = kind,
		.day = plan_day_before(
			p->rec, drawing->day + (kind == GATE_KINDS ? 0 : gate_days[at])),
		.outcome = -1,
		.decided = DATE_NONE };
	if (decision)
		take_decision(gate, decision);
	return gate->kind != GATE_KINDS;
}

static int last_number(const struct record *rec, const struct gate_drawing *drawing)
{
	int last = drawing->first + PLAN_GATES - 1;

	for (size_t i = 0; drawing->decided && i < rec->gate_decision_count; i++)
		if (rec->gate_decisions[i].number > last)
			last = rec->gate_decisions[i].number;
	return last < GATE_NUMBER_MOST ? last : GATE_NUMBER_MOST;
}

void plan_gates(struct planning *p, const struct gate_drawing *drawing)
{
	struct plan *plan = p->plan;
	int last = last_number(p->rec, drawing);
	struct gate gate;

	for (int number = 1; number <= last; number++) {
		if (number == drawing->first)
			plan->gate_first = plan->gate_count;
		if (make_gate(p, drawing, number, &gate))
			*POOL_APPEND(&plan->pool, plan->gates, plan->gate_count) = gate;
	}
}

struct gate_drawing plan_gates_drawn(const struct record *rec, int start)
{
	const struct plan_frame *frame = record_plan(rec);

	return (struct gate_drawing){ .first =
					      frame->gates_from == INT_NONE ? 1 : frame->gates_from,
		.day = frame->gates_day == DATE_NONE ? start : frame->gates_day,
		.decided = true };
}

void plan_put_behind(const struct plan *plan, struct planned_action *planned)
{
	const struct gate *gate = plan_gate(plan, 0);

	planned->gated = gate && planned->step >= track_first_gated(plan->track) &&
		gate->outcome != OUTCOME_PASSED;
	planned->gate = planned->gated ? gate->number : 0;
}

int plan_waits_until(const struct plan *plan)
{
	const struct gate *gate = plan_gate(plan, 0);

	return gate ? gate->day + 1 : plan->start;
}

const struct gate *plan_leads_to(const struct plan *plan)
{
	for (size_t i = plan->gate_first; i < plan->gate_count; i++)
		if (plan->gates[i].outcome == OUTCOME_FAILED)
			return &plan->gates[i];
	return NULL;
}

const struct gate *plan_next_gate(const struct plan *plan)
{
	for (size_t i = plan->gate_first; i < plan->gate_count && !plan_leads_to(plan); i++)
		if (plan->gates[i].outcome < 0)
			return &plan->gates[i];
	return NULL;
}

const struct gate *plan_gate_numbered(const struct plan *plan, long number)
{
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].number == number)
			return &plan->gates[i];
	return NULL;
}

const struct gate *plan_gate(const struct plan *plan, int i)
{
	return plan->gate_first + (size_t)i < plan->gate_count
		? &plan->gates[plan->gate_first + (size_t)i]
		: NULL;
}

static bool share_done(int done, int due)
{
	return !due || done * 100 >= PLAN_GATE_PERCENT * due;
}

static bool passes(const struct gate_progress *p)
{
	return p->wins_due + p->others_due > 0 && share_done(p->wins_done, p->wins_due) &&
		share_done(p->others_done, p->others_due);
}

static bool done_by(const struct planned_action *planned, int day)
{
	return planned->status == STATUS_DONE &&
		(planned->closed == DATE_NONE || planned->closed <= day);
}

struct gate_progress plan_gate_progress(const struct plan *plan, const struct gate *gate, int today)
{
	int day = gate->outcome >= 0 && gate->decided != DATE_NONE ? gate->decided : today;
	struct gate_progress p = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		bool dropped = planned->status == STATUS_DROPPED, win = planned->quick_win;

		if (planned->due > gate->day)
			continue;
		p.dropped += dropped;
		*(win ? &p.wins_due : &p.others_due) += !dropped;
		*(win ? &p.wins_done : &p.others_done) += done_by(planned, day);
	}
	p.passed = passes(&p);
	return p;
}

void plan_fix_gate(const struct plan *plan, struct gate_decision *decision)
{
	const struct gate *gate = plan_gate_numbered(plan, decision->number);

	if (!gate || decision->outcome < 0)
		return;
	decision->kind = (int)gate->kind;
	decision->day = gate->day;
}

void plan_fix_gates(struct record *rec, const struct plan *plan)
{
	for (size_t i = 0; i < rec->gate_decision_count; i++)
		plan_fix_gate(plan, &rec->gate_decisions[i]);
}
