/* SPDX-License-Identifier: MIT */
/*
 * The plan by phase and step, its gates, and what it warns of.
 */
#include <string.h>
#include "compose.h"

#define HANG 7                    /* where the lines under an action begin */

/* The number behind a finding's id, so that a reason says how bad it is. */
static const char *finding_value(struct compose *c, const char *id)
{
	const char *name = strchr(id, '.');
	int at;

	if (!c->diagnosis || !name)
		return "";
	name++;
	if (!strncmp(id, "aspect.", 7) && (at = vocabulary_find(&vocabulary_scale, name)) >= 0)
		return say(c, NB "%s", score_text(c, c->scores->scale[at].score));
	if (!strncmp(id, "gap.", 4) && (at = vocabulary_find(&vocabulary_scale, name)) >= 0)
		return say(c, NB "%.2f%s", c->scores->scale[at].gap.value,
			c->scores->scale[at].gap.confirmed ? "*" : "");
	if (!strncmp(id, "killer.", 7) && (at = vocabulary_find(&vocabulary_killer, name)) >= 0)
		return say(c, NB "%.2f", c->scores->killer[at]);
	if (!strncmp(id, "cause.", 6) && (at = vocabulary_find(&vocabulary_cause, name)) >= 0)
		return say(c, NB "%s", score_text(c, c->scores->cause[at].score));
	if (!strncmp(id, "checklist.", 10) &&
		(at = vocabulary_find(&vocabulary_check_row, name)) >= 0)
		return say(c, NB "%s",
			vocabulary_check.word[record_check(c->rec, (enum check_row)at)]);
	return "";
}

static const char *because(struct compose *c, const struct planned_action *planned)
{
	struct list list = { 0 };

	for (size_t i = 0; i < planned->finding_count; i++)
		list_add(c, &list, say(c, "%s%s", planned->findings[i],
			finding_value(c, planned->findings[i])));
	return list_join(c, &list, ", ");
}

/* "(after 8, 12)": numbers of the active actions that must end first. */
static const char *after(struct compose *c, const struct planned_action *planned)
{
	struct list list = { 0 };

	for (size_t i = 0; i < planned->after_count; i++) {
		if (c->plan->actions[planned->after[i]].active)
			list_add(c, &list, say(c, "%d", planned->after[i] + 1));
	}
	return list.count ? say(c, " (after" NB "%s)", list_join(c, &list, ", ")) : "";
}

static const char *owners_text(struct compose *c, const struct planned_action *planned)
{
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &list, say(c, "%s %s", party_label(c, p), owner_name(c, planned, p)));
	return list_join(c, &list, ", ");
}

static void compose_action(struct compose *c, struct table *table, size_t at)
{
	const struct planned_action *planned = &c->plan->actions[at];

	action_row(c, table, at);
	if (c->parties > ACTION_ROWS_PARTIES)
		doc_item(c->doc, 5, HANG, "Owners:    ", "%s.", owners_text(c, planned));
	doc_item(c->doc, 5, HANG, "Done when: ", "%s%s.",
		without_stop(c, planned->done_when), after(c, planned));
	if (planned->gated)
		doc_item(c->doc, 5, HANG,
			"Starts:    ", "when gate" NB "1 is passed; the date counts on it.");
	doc_item(c->doc, 5, HANG, "Because:   ", "%s", because(c, planned));
	if (c->needs && !str_blank(planned->resources))
		doc_item(c->doc, 5, HANG, "Needs:     ", "%s (%d" NB "person-days).",
			without_stop(c, planned->resources), planned->effort_days);
}

static void compose_step(struct compose *c, int step, bool new_phase)
{
	int phase = step_phase(step);

	if (c->plan->track == TRACK_EXIT)
		doc_space(c->doc);        /* a wind-down has no phases, only steps */
	else if (new_phase)
		doc_head(c->doc, say(c, "PHASE %d  %s", phase, upper(c, phase_name[phase - 1])));
	doc_text(c->doc, 0, "Step" NB "%d  %s", step, track_step_name(c->plan->track, step));
}

static void compose_actions(struct compose *c)
{
	int step = 0, phase = 0;

	for (size_t i = 0; i < c->plan->active_count; i++) {
		int next = c->plan->actions[i].step;
		bool new_phase = step_phase(next) != phase;

		if (next != step)
			compose_step(c, next, new_phase);
		compose_action(c, table_of_actions(c, new_phase), i);
		step = next;
		phase = step_phase(next);
	}
}

static int early_actions(const struct plan *plan)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan->actions[i].due - plan->start <= PLAN_EARLY_DAYS;
	return n;
}

static int quick_wins(const struct plan *plan)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan->actions[i].quick_win;
	return n;
}

static const char *why_horizon(const struct plan *plan)
{
	return plan->horizon_months == 12 ? "because health is at least 3.50"
		: plan->horizon_months == 18 ? "because health is at least 3.00 and below 3.50"
		: "because health is below 3.00 or not known";
}

static const char *later_text(struct compose *c)
{
	size_t later = c->plan->action_count - c->plan->active_count;

	if (!later)
		return "";
	return say(c, " %zu" NB "later %s looked at %s.", later,
		plural((int)later, "action is", "actions are"),
		c->plan->gate_count > 1 ? "after gate" NB "2" : "when these are done");
}

static void compose_warnings(struct compose *c)
{
	for (size_t i = 0; i < c->plan->warning_count; i++)
		doc_item(c->doc, 5, HANG, "Warning: ", "%s", small(c, c->plan->warnings[i]));
}

void compose_plan_body(struct compose *c)
{
	const struct plan *plan = c->plan;
	int wins = quick_wins(plan);

	doc_text(c->doc, 0,
		"%d" NB "months, %s. %zu" NB "active %s, %s%d due in the first %d" NB "days.%s%s",
		plan->horizon_months, why_horizon(plan), plan->active_count,
		plural((int)plan->active_count, "action", "actions"),
		wins ? say(c, "%d of them %s (QW), ", wins,
			       plural(wins, "a quick win", "quick wins"))
		     : "",
		early_actions(plan), PLAN_EARLY_DAYS, later_text(c),
		c->needs ? "" : " Resources and effort: the plan as a section by itself.");
	compose_actions(c);
	compose_warnings(c);
}

static const char *later_titles(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = c->plan->active_count; i < c->plan->action_count; i++)
		list_add(c, &list, say(c, "%s (step" NB "%d)", c->plan->actions[i].title,
			c->plan->actions[i].step));
	return list_join(c, &list, "; ");
}

void compose_later(struct compose *c)
{
	if (c->plan->action_count == c->plan->active_count)
		return;
	doc_head(c->doc, "LATER");
	doc_text(c->doc, 5, "%s.", later_titles(c));
}

void compose_plan(struct compose *c)
{
	static const char *const what[TRACK_COUNT] = {
		[TRACK_EXIT] = "WIND-DOWN",
		[TRACK_ESCALATE] = "ESCALATE",
		[TRACK_HEAR_FIRST] = "HEAR FIRST",
		[TRACK_REDECIDE] = "DECIDE AGAIN",
		[TRACK_RESTRUCTURE] = "RESTRUCTURE",
		[TRACK_RECOMMIT] = "RECOMMIT",
		[TRACK_RELAUNCH] = "RELAUNCH",
		[TRACK_SUSTAIN] = "SUSTAIN",
	};

	doc_section(c->doc, c->number[REPORT_PLAN],
		say(c, "PLAN: %s, %s TO %s", what[c->plan->track],
			upper(c, day_long(c, c->plan->start)),
			upper(c, day_long(c, c->plan->end))));
	compose_plan_body(c);
	compose_later(c);
}

struct due_count {
	int wins, others;
};

static struct due_count due_by_gate(const struct plan *plan, int day)
{
	struct due_count n = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		if (plan->actions[i].due > day)
			continue;
		if (plan->actions[i].quick_win)
			n.wins++;
		else
			n.others++;
	}
	return n;
}

void compose_gates_body(struct compose *c)
{
	for (size_t i = 0; i < c->plan->gate_count; i++) {
		const struct gate *gate = &c->plan->gates[i];
		struct due_count due = due_by_gate(c->plan, gate->day);

		doc_item(c->doc, 0, 8, gate->title,
			"%s, day" NB "%d. %s Due by then: %d quick %s and %d other %s."
			" Passed when %s. If not passed: %s.",
			day_long(c, gate->day), gate->day - c->plan->start, gate->question,
			due.wins, plural(due.wins, "win", "wins"), due.others,
			plural(due.others, "action", "actions"), gate->passed_when,
			gate->otherwise);
	}
}

void compose_gates(struct compose *c)
{
	if (!c->plan->gate_count)
		return;
	doc_section(c->doc, c->number[REPORT_GATES], "GATES");
	compose_gates_body(c);
}
