/* SPDX-License-Identifier: MIT */
/*
 * What is done first, or next once the plan is under way, and which gate comes.
 */
#include "gather.h"

#define FIRST_ACTIONS_JOINT 4 /* its page 1 has more to say */
#define FIRST_FEWEST 2

int first_actions(const struct compose *c, size_t out[FIRST_ACTIONS])
{
	const struct planned_action *actions = c->plan->actions;
	int count = 0,
	    most = tightened(c, c->joint ? FIRST_ACTIONS_JOINT : FIRST_ACTIONS, FIRST_FEWEST);

	for (size_t i = 0; i < c->plan->active_count; i++) {
		int at = count;

		if (!plan_is_open(&actions[i]))
			continue;
		for (; at && actions[i].due < actions[out[at - 1]].due; at--)
			if (at < most)
				out[at] = out[at - 1];
		if (at < most)
			out[at] = i;
		count += count < most;
	}
	return count;
}

static int open_by(const struct plan *plan, int day)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan_is_open(&plan->actions[i]) && plan->actions[i].due <= day;
	return n;
}

static bool begun(const struct compose *c)
{
	return plan_count(c->plan, 0, c->plan->start).done > 0;
}

static const char *first_due(struct compose *c, const struct gate *gate, int due, bool under_way)
{
	struct hole n = hole_count("n", due);
	struct hole number = hole_count("gate", gate->number);

	if (under_way)
		return words(c->pool, W_FIRST_DUE_NEXT, n, number);
	return words(c->pool, W_FIRST_DUE, n, number, hole_day("day", gate->day, DAY_UNBROKEN));
}

/* " (6 due before gate 1, 18 November 2026; the first 5)", and once some are done " (2 of 23 done;
 * 21 due before gate 2)"; NULL: nothing to say. */
static const char *first_aside(struct compose *c, int shown)
{
	const struct gate *gate = plan_next_gate(c->plan);
	struct plan_count all = plan_count(c->plan, 0, c->plan->start);
	int due = gate ? open_by(c->plan, gate->day) : 0;
	struct texts list = { 0 };

	if (all.done)
		texts_add(c->pool, &list,
			words(c->pool, W_FIRST_DONE, hole_count("done", all.done),
				hole_count("all", all.active + all.dropped)));
	if (all.dropped)
		texts_add(c->pool, &list,
			words(c->pool, W_FIRST_DROPPED, hole_count("n", all.dropped)));
	if (due)
		texts_add(c->pool, &list, first_due(c, gate, due, all.done));
	if (due > shown && !all.done)
		texts_add(c->pool, &list, words(c->pool, W_FIRST_SHOWN, hole_count("n", shown)));
	return list.count ? say(c, " (%s)", words_clauses(c->pool, &list)) : NULL;
}

const char *was_decided(struct compose *c, const struct gate *gate)
{
	bool passed = gate->outcome == OUTCOME_PASSED;
	struct hole title = hole_text("gate", gate_title(gate));

	if (gate->decided == DATE_NONE)
		return words(c->pool, passed ? W_DECIDED_PASSED : W_DECIDED_FAILED, title);
	return words(c->pool, passed ? W_DECIDED_PASSED_ON : W_DECIDED_FAILED_ON, title,
		hole_day("day", gate->decided, DAY_UNBROKEN));
}

static const char *is_next(struct compose *c, const struct gate *gate)
{
	return words(c->pool, W_DECIDED_NEXT, hole_text("gate", gate_title(gate)),
		hole_day("day", gate->day, DAY_UNBROKEN),
		hole_text("otherwise", c->joint ? gate_briefly(gate) : gate_otherwise(gate)),
		hole_count("section", c->number[REPORT_GATES]));
}

/* What was decided at a gate, and which one is next. */
static void compose_next_gate(struct compose *c)
{
	const struct gate *next = plan_next_gate(c->plan);
	struct texts list = { 0 };

	for (size_t i = 0; i < c->plan->gate_count; i++) {
		const struct gate *gate = &c->plan->gates[i];

		if (gate->outcome >= 0)
			texts_add(c->pool, &list, was_decided(c, gate));
	}
	if (next)
		texts_add(c->pool, &list, is_next(c, next));
	if (list.count)
		doc_text(c->doc, 2, "%s", words_sentences(c->pool, &list));
}

static const char *no_first(struct compose *c, const struct gate *out)
{
	if (out)
		return words(c->pool, W_NEXT_LEADS_OUT, hole_count("number", out->number));
	if (c->plan->active_count)
		return words_plain(W_FIRST_NONE_LEFT);
	if (facts_only(c))
		return words_plain(W_FIRST_NONE_FACTS);
	return words_plain(c->told && c->told->left_out ? W_FIRST_NONE_TOLD : W_FIRST_NONE);
}

void compose_first_actions(struct compose *c)
{
	size_t at[FIRST_ACTIONS];
	int count = first_actions(c, at);
	const struct gate *out = plan_leads_to(c->plan);
	struct table *table;

	if (c->later) {
		doc_head(c->doc, NULL, "Actions", NULL);
		doc_text(c->doc, 2, "%s", plan_elsewhere(c));
		return;
	}
	if (out)
		count = 0; /* nothing that would go on without the decision */
	doc_head(c->doc, NULL, begun(c) ? "Next actions" : "First actions", first_aside(c, count));
	if (!count)
		doc_text(c->doc, 2, "%s", no_first(c, out));
	table = count ? table_of_actions(c) : NULL;
	for (int i = 0; i < count; i++)
		action_row(c, table, at[i]);
	compose_next_gate(c);
}
