/* SPDX-License-Identifier: MIT */
/*
 * What is done first, or next once the plan is under way, and which gate comes.
 */
#include <string.h>
#include "../compose.h"

#define FIRST_ACTIONS 5
#define FIRST_ACTIONS_JOINT 4 /* its page 1 has more to say */

/* Places of the first actions that are still open, by due date. */
static int first_actions(const struct compose *c, size_t out[FIRST_ACTIONS])
{
	const struct planned_action *actions = c->plan->actions;
	int count = 0, most = c->joint ? FIRST_ACTIONS_JOINT : FIRST_ACTIONS;

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

/* The gate that is decided next; NULL when there is none, or one was not passed. */
static const struct gate *next_gate(const struct plan *plan)
{
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].outcome != OUTCOME_PASSED)
			return plan->gates[i].outcome < 0 ? &plan->gates[i] : NULL;
	return NULL;
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

/* " (6 due before gate 1, 18 November 2026; the first 5)", and once some are done " (2 of 23 done;
 * 21 due before gate 2)"; NULL: nothing to say. */
static const char *first_aside(struct compose *c, int shown)
{
	const struct gate *gate = next_gate(c->plan);
	struct plan_count all = plan_count(c->plan, 0, c->plan->start);
	int due = gate ? open_by(c->plan, gate->day) : 0;
	struct list list = { 0 };

	if (all.done)
		list_add(c, &list, say(c, "%d of %d done", all.done, all.active));
	if (due)
		list_add(c, &list,
			say(c, "%d due before %s%s%s", due, small(c, gate_title(gate)),
				all.done ? "" : ", ", all.done ? "" : day_long(c, gate->day)));
	if (due > shown && !all.done)
		list_add(c, &list, say(c, "the first %d", shown));
	return list.count ? say(c, " (%s)", list_join(c, &list, "; ")) : NULL;
}

/* Up to its first comma: what comes of it, without how. */
static const char *first_clause(struct compose *c, const char *text)
{
	return say(c, "%.*s", (int)strcspn(text, ",;"), text);
}

/* What was decided at a gate, and which one is next. */
static void compose_next_gate(struct compose *c)
{
	const struct gate *next = next_gate(c->plan);
	struct list list = { 0 };

	for (size_t i = 0; i < c->plan->gate_count; i++) {
		const struct gate *gate = &c->plan->gates[i];

		if (gate->outcome >= 0)
			list_add(c, &list,
				say(c, "%s was %s%s%s.", gate_title(gate),
					gate->outcome == OUTCOME_PASSED ? "passed" : "not passed",
					gate->decided == DATE_NONE ? "" : " on ",
					gate->decided == DATE_NONE ? ""
								   : day_long(c, gate->decided)));
		if (gate->outcome == OUTCOME_FAILED)
			list_add(c, &list, say(c, "So %s.", gate_otherwise(gate)));
	}
	if (next)
		list_add(c, &list,
			say(c, "%s, %s: %s If not: %s (section" NB "%d).", gate_title(next),
				day_long(c, next->day), gate_question(next),
				c->joint ? first_clause(c, gate_otherwise(next))
					 : gate_otherwise(next),
				c->number[REPORT_GATES]));
	if (list.count)
		doc_text(c->doc, 2, "%s", list_join(c, &list, " "));
}

void compose_first_actions(struct compose *c)
{
	size_t at[FIRST_ACTIONS];
	int count = first_actions(c, at);
	struct table *table;

	doc_head(c->doc, NULL, begun(c) ? "Next actions" : "First actions", first_aside(c, count));
	if (!count)
		doc_text(c->doc, 2,
			c->plan->active_count ? "Every action is done or dropped."
					      : "The library holds no action for this diagnosis.");
	table = count ? table_of_actions(c) : NULL;
	for (int i = 0; i < count; i++)
		action_row(c, table, at[i]);
	compose_next_gate(c);
}
