/* SPDX-License-Identifier: MIT */
/*
 * The gates of the plan: what is decided at each, and what is due by then.
 */
#include "gather.h"

/* "3 and 16": of quick wins, where any is due, and of the other actions. */
static const char *both_text(
	struct compose *c, const struct gate_progress *due, int wins, int others)
{
	return due->wins_due ? words(c->pool, W_PLAN_WINS_AND_OTHERS, hole_count("wins", wins),
				       hole_count("others", others))
			     : say(c, "%d", others);
}

/* Of that many, the least that makes up the share of gate 2. */
static int needed(int due)
{
	return (due * PLAN_GATE_PERCENT + 99) / 100;
}

/* "3 quick wins and 20 other actions" */
static const char *due_by_then(struct compose *c, const struct gate_progress *due)
{
	struct hole others = hole_count("n", due->others_due);

	return due->wins_due
		? words(c->pool, W_PLAN_WINS_AND_ACTIONS, hole_count("wins", due->wins_due), others)
		: words(c->pool, W_PLAN_ACTIONS, others);
}

/* Of what is due, how much is done and, by the last gate, how much is needed. */
static const char *due_text(
	struct compose *c, const struct gate *gate, const struct gate_progress *due)
{
	bool needs = gate->kind == GATE_DONE && due->wins_due + due->others_due;
	struct hole all = hole_text("due", due_by_then(c, due));
	struct hole done = hole_text("done", both_text(c, due, due->wins_done, due->others_done));
	struct hole need = hole_text(
		"needed", both_text(c, due, needed(due->wins_due), needed(due->others_due)));

	if (c->plan->stored && needs)
		return words(c->pool, W_PLAN_DUE_DONE_NEEDED, all, done, need);
	if (c->plan->stored)
		return words(c->pool, W_PLAN_DUE_DONE, all, done);
	return needs ? words(c->pool, W_PLAN_DUE_NEEDED, all, need)
		     : words(c->pool, W_PLAN_DUE, all);
}

/* "Passed on 15 October 2026." "Note: Both had signed."; the note is for one side's eyes. */
static void add_decided(struct compose *c, struct texts *said, const struct gate *gate)
{
	bool passed = gate->outcome == OUTCOME_PASSED;

	if (gate->outcome >= 0)
		texts_add(c->pool, said,
			gate->decided == DATE_NONE
				? words_plain(passed ? W_PLAN_PASSED : W_PLAN_FAILED)
				: words(c->pool, passed ? W_PLAN_PASSED_ON : W_PLAN_FAILED_ON,
					  hole_day("day", gate->decided, DAY_UNBROKEN)));
	if (!c->joint && !str_blank(gate->note))
		texts_add(c->pool, said,
			words(c->pool, W_PLAN_GATE_NOTE,
				hole_text("note", without_stop(c, gate->note))));
}

static const char *gate_text(struct compose *c, size_t at)
{
	const struct gate *gate = &c->plan->gates[at];
	struct gate_progress due = plan_gate_progress(c->plan, gate, c->today);
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_PLAN_GATE_DAY, hole_day("day", gate->day, DAY_UNBROKEN),
			hole_count("n", gate->day - c->plan->start)));
	texts_add(c->pool, &said, gate_question(gate));
	add_decided(c, &said, gate);
	texts_add(c->pool, &said, due_text(c, gate, &due));
	texts_add(c->pool, &said,
		words(c->pool, W_PLAN_GATE_WHEN, hole_text("when", gate_passed_when(gate))));
	texts_add(c->pool, &said,
		words(c->pool, W_PLAN_GATE_ELSE, hole_text("otherwise", gate_otherwise(gate))));
	return words_sentences(c->pool, &said);
}

void compose_gates_body(struct compose *c)
{
	for (size_t i = 0; i < c->plan->gate_count; i++)
		doc_term(c->doc, 0, 8, TERM_COLUMN, gate_title(&c->plan->gates[i]), "%s",
			gate_text(c, i));
}

void compose_gates(struct compose *c)
{
	if (c->later || !c->plan->gate_count)
		return;
	compose_chapter(c, REPORT_GATES, NULL, "Gates");
	compose_gates_body(c);
}
