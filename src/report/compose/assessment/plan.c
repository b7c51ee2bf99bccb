/* SPDX-License-Identifier: MIT */
/*
 * The plan by phase and step, its gates, and what it warns of.
 */
#include <string.h>
#include "../compose.h"

#define HANG 7 /* where the lines under an action begin */

/* The number behind a finding's id, so that a reason says how bad it is. */
static const char *finding_value(struct compose *c, const char *id)
{
	struct finding_ref ref;

	if (!c->diagnosis || !finding_parse(c->rec, id, &ref))
		return "";
	if (ref.kind == FINDING_ASPECT)
		return say(c, NB "%s", score_text(c, c->scores->scale[ref.subject].score));
	if (ref.kind == FINDING_GAP)
		return say(c, NB "%.2f%s", c->scores->scale[ref.subject].gap.value,
			c->scores->scale[ref.subject].gap.confirmed ? "*" : "");
	if (ref.kind == FINDING_KILLER)
		return say(c, NB "%.2f", c->scores->killer[ref.subject]);
	if (ref.kind == FINDING_CAUSE)
		return say(c, NB "%s", score_text(c, c->scores->cause[ref.subject].score));
	if (ref.kind == FINDING_CHECKLIST)
		return say(c, NB "%s",
			words_check((int)record_check(c->rec, (enum check_row)ref.subject)));
	return "";
}

static const char *because(struct compose *c, const struct planned_action *planned)
{
	struct list list = { 0 };

	for (size_t i = 0; i < planned->finding_count; i++) {
		const char *reason = reason_text(
			c, planned->findings[i], finding_value(c, planned->findings[i]));

		if (reason)
			list_add(c, &list, reason);
	}
	return list.count ? list_join(c, &list, ", ") : NULL;
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

/* Of a stored plan, once somebody has begun. */
static void compose_state(
	struct compose *c, struct table *table, const struct planned_action *planned)
{
	const char *word = vocabulary_status.word[planned->status];

	if (planned->status == STATUS_OPEN)
		return;
	if (planned->closed != DATE_NONE)
		word = say(c, "%s on %s", word, day_long(c, planned->closed));
	doc_detail(c->doc, table, "State", "%s%s%s.", word, planned->reason ? ": " : "",
		planned->reason ? without_stop(c, planned->reason) : "");
}

/* Notes are for one side's eyes. */
static void compose_note(
	struct compose *c, struct table *table, const struct planned_action *planned)
{
	if (!c->joint && !str_blank(planned->note))
		doc_detail(c->doc, table, "Note", "%s", planned->note);
}

/* The same of a later one, behind its title: " (dropped: no longer needed; note: ask again)". */
static const char *state_note(struct compose *c, const struct planned_action *planned)
{
	struct list list = { 0 };

	if (planned->status != STATUS_OPEN)
		list_add(c, &list,
			say(c, "%s%s%s", vocabulary_status.word[planned->status],
				planned->reason ? ": " : "",
				planned->reason ? planned->reason : ""));
	if (!c->joint && !str_blank(planned->note))
		list_add(c, &list, say(c, "note: %s", planned->note));
	return list.count ? say(c, " (%s)", list_join(c, &list, "; ")) : "";
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
		doc_detail(c->doc, table, "Owners", "%s.", owners_text(c, planned));
	doc_detail(c->doc, table, "Done when", "%s%s.", without_stop(c, planned->done_when),
		after(c, planned));
	if (planned->gated)
		doc_detail(c->doc, table, "Starts",
			"when gate" NB "1 is passed; the date counts on it.");
	compose_state(c, table, planned);
	compose_note(c, table, planned);
	if (because(c, planned))
		doc_detail(c->doc, table, "Because", "%s", because(c, planned));
	if (c->needs && !str_blank(planned->resources))
		doc_detail(c->doc, table, "Needs", "%s (%d" NB "person-days).",
			without_stop(c, planned->resources), planned->effort_days);
}

/* The table of a step; its heads are shown at the first step of a phase. */
static struct table *begin_step(struct compose *c, int step, bool new_phase)
{
	int phase = step_phase(step);

	if (c->plan->track == TRACK_EXIT)
		doc_space(c->doc); /* a wind-down has no phases, only steps */
	else if (new_phase)
		doc_head(c->doc, say(c, "Phase %d", phase), phase_name[phase - 1], NULL);
	struct table *table = table_of_step(c,
		(struct caption){ .lead = say(c, "Step" NB "%d", step),
			.text = track_step_name(c->plan->track, step) });
	table->heads_above = !new_phase;
	return table;
}

static void compose_actions(struct compose *c)
{
	struct table *table = NULL;
	int step = 0, phase = 0;

	for (size_t i = 0; i < c->plan->active_count; i++) {
		int next = c->plan->actions[i].step;

		if (next != step)
			table = begin_step(c, next, step_phase(next) != phase);
		compose_action(c, table, i);
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

static int person_days(const struct plan *plan)
{
	int days = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		days += plan->actions[i].effort_days;
	return days;
}

static const char *why_horizon(const struct plan *plan)
{
	return plan->horizon_months == 12    ? "because health is at least 3.50"
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

/* A warning that names what is withheld tells of it. */
static bool tells_withheld(const struct compose *c, const struct warning *warning)
{
	const struct diagnosis *all = c->joint ? c->in->diagnosis : NULL;

	for (size_t i = 0; all && i < all->finding_count; i++)
		for (size_t j = 0; c->view->finding[i] && j < warning->finding_count; j++)
			if (!strcmp(warning->findings[j], all->findings[i].id))
				return true;
	return false;
}

static void compose_warnings(struct compose *c)
{
	for (size_t i = 0; i < c->plan->warning_count; i++) {
		const struct warning *warning = &c->plan->warnings[i];

		if (!tells_withheld(c, warning))
			doc_term(c->doc, 5, HANG, TERM_COLON, "Warning", "%s",
				small(c, words_warning(c->pool, c->rec, c->plan, warning)));
	}
}

void compose_plan_body(struct compose *c)
{
	const struct plan *plan = c->plan;
	int wins = quick_wins(plan);

	doc_text(c->doc, 0,
		"%d" NB "months%s%s. %zu" NB "active %s, %s%d due in the first %d" NB "days;"
		" about %d" NB "person-days in all.%s%s",
		plan->horizon_months, withheld_primary(c) ? "" : ", ",
		withheld_primary(c) ? "" : why_horizon(plan), plan->active_count,
		plural((int)plan->active_count, "action", "actions"),
		wins ? say(c, "%d of them %s (QW), ", wins,
			       plural(wins, "a quick win", "quick wins"))
		     : "",
		early_actions(plan), PLAN_EARLY_DAYS, person_days(plan), later_text(c),
		c->needs ? "" : " Resources and effort: the plan as a section by itself.");
	compose_actions(c);
	doc_space(c->doc);
	compose_recurring(c);
	compose_warnings(c);
	compose_agreed(c);
}

/* Titles of one step, with what became of them; what the joint edition need not know is not said.
 */
static const char *later_titles(struct compose *c, int step)
{
	struct list list = { 0 };

	for (size_t i = c->plan->active_count; i < c->plan->action_count; i++) {
		const struct planned_action *planned = &c->plan->actions[i];

		if (planned->step == step)
			list_add(c, &list, say(c, "%s%s", planned->title, state_note(c, planned)));
	}
	return list.count ? list_join(c, &list, "; ") : NULL;
}

void compose_later(struct compose *c)
{
	if (c->plan->action_count == c->plan->active_count)
		return;
	doc_head(c->doc, NULL, "Later", NULL);
	for (int step = 1; step <= PLAN_STEPS; step++)
		if (later_titles(c, step))
			doc_term(c->doc, 2, 10, TERM_RUN, say(c, "Step" NB "%d", step), "%s.",
				later_titles(c, step));
}

void compose_plan(struct compose *c)
{
	static const char *const what[TRACK_COUNT] = {
		[TRACK_EXIT] = "wind-down",
		[TRACK_ESCALATE] = "escalate",
		[TRACK_HEAR_FIRST] = "hear first",
		[TRACK_REDECIDE] = "decide again",
		[TRACK_RESTRUCTURE] = "restructure",
		[TRACK_RECOMMIT] = "recommit",
		[TRACK_RELAUNCH] = "relaunch",
		[TRACK_SUSTAIN] = "sustain",
	};

	compose_chapter(c, REPORT_PLAN, NULL,
		say(c, "Plan: %s, %s to %s", what[c->plan->track], day_long(c, c->plan->start),
			day_long(c, c->plan->end)));
	compose_plan_body(c);
	compose_weeks(c);
	compose_later(c);
}

/* "3 and 16": of quick wins, where any is due, and of the other actions. */
static const char *both_text(
	struct compose *c, const struct gate_progress *due, int wins, int others)
{
	return due->wins_due ? say(c, "%d and %d", wins, others) : say(c, "%d", others);
}

/* Of that many, the least that makes up the share of gate 2. */
static int needed(int due)
{
	return (due * PLAN_GATE_PERCENT + 99) / 100;
}

/* "3 quick wins and 20 other actions, of which 0 and 2 are done and 3 and 16 are needed" */
static const char *due_text(struct compose *c, size_t gate, const struct gate_progress *due)
{
	struct list counts = { 0 };
	const char *wins = due->wins_due ? say(c, "%d" NB "quick %s and ", due->wins_due,
						   plural(due->wins_due, "win", "wins"))
					 : "";

	if (c->plan->stored)
		list_add(c, &counts,
			say(c, "%s are done", both_text(c, due, due->wins_done, due->others_done)));
	if (gate + 1 == PLAN_GATES && due->wins_due + due->others_due)
		list_add(c, &counts,
			say(c, "%s are needed",
				both_text(c, due, needed(due->wins_due), needed(due->others_due))));
	return say(c, "%s%d" NB "%s%s%s%s", wins, due->others_due, due->wins_due ? "other " : "",
		plural(due->others_due, "action", "actions"), counts.count ? ", of which " : "",
		list_and(c, &counts));
}

/* " Passed on 15 October 2026. Both had signed."; the note is for one side's eyes. */
static const char *decided_text(struct compose *c, const struct gate *gate)
{
	static const char *const words[OUTCOME_COUNT] = { "Passed", "Not passed" };
	const char *note = c->joint || str_blank(gate->note)
		? ""
		: say(c, " Note: %s.", without_stop(c, gate->note));

	if (gate->outcome < 0)
		return note;
	return say(c, " %s%s%s.%s", words[gate->outcome], gate->decided == DATE_NONE ? "" : " on ",
		gate->decided == DATE_NONE ? "" : day_long(c, gate->decided), note);
}

void compose_gates_body(struct compose *c)
{
	for (size_t i = 0; i < c->plan->gate_count; i++) {
		const struct gate *gate = &c->plan->gates[i];
		struct gate_progress due = plan_gate_progress(c->plan, gate->day);

		doc_term(c->doc, 0, 8, TERM_COLUMN, gate_title(gate),
			"%s, day" NB "%d. %s%s Due by then: %s. Passed when %s. If not passed: %s.",
			day_long(c, gate->day), gate->day - c->plan->start, gate_question(gate),
			decided_text(c, gate), due_text(c, i, &due), gate_passed_when(gate),
			gate_otherwise(gate));
	}
}

void compose_gates(struct compose *c)
{
	if (!c->plan->gate_count)
		return;
	compose_chapter(c, REPORT_GATES, NULL, "Gates");
	compose_gates_body(c);
}
