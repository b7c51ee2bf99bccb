/* SPDX-License-Identifier: MIT */
/*
 * The plan by phase and step, and what it warns of.
 */
#include <string.h>
#include "gather.h"

#define PROVEN_SHOWN 12 /* actions, beside what tests them again */
#define HANG 7          /* where the lines under an action begin */

static bool said_already(const struct texts *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->text[i], text))
			return true;
	return false;
}

/* NULL: for no reason that is told. */
static const char *because(struct compose *c, const struct planned_action *planned)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < planned->finding_count; i++) {
		const char *reason = reason_text(c, planned->findings[i]);

		if (reason && !said_already(&list, reason))
			texts_add(c->pool, &list, reason);
	}
	return list.count ? words_clauses(c->pool, &list) : NULL;
}

/* When it is done, and which of the active actions must end first, by their numbers. */
static const char *done_when(struct compose *c, const struct planned_action *planned)
{
	struct hole done = hole_text("done", without_stop(c, planned->done_when));
	struct texts after = { 0 };

	for (size_t i = 0; i < planned->after_count; i++) {
		const struct planned_action *first = &c->plan->actions[planned->after[i]];
		if (first->active)
			texts_add(c->pool, &after, say(c, "%d", first->number));
	}
	return after.count ? words(c->pool, W_PLAN_DONE_AFTER, done,
				     hole_text("actions", words_names(c->pool, &after)))
			   : words(c->pool, W_PLAN_DONE, done);
}

/* Of a stored plan, once somebody has begun. */
static const char *state_text(struct compose *c, const struct planned_action *planned)
{
	struct hole state = hole_text("state", words_status((int)planned->status));
	struct hole day = hole_text("day", day_long(c, planned->closed));

	if (!planned->reason)
		return planned->closed == DATE_NONE ? words(c->pool, W_PLAN_STATE, state)
						    : words(c->pool, W_PLAN_STATE_ON, state, day);
	struct hole reason = hole_text("reason", without_stop(c, planned->reason));
	return planned->closed == DATE_NONE
		? words(c->pool, W_PLAN_STATE_WHY, state, reason)
		: words(c->pool, W_PLAN_STATE_ON_WHY, state, day, reason);
}

/* Of a stored plan, once somebody has begun. */
static void compose_state(
	struct compose *c, struct table *table, const struct planned_action *planned)
{
	if (planned->status != STATUS_OPEN)
		doc_detail(c->doc, table, "State", "%s", state_text(c, planned));
}

/* Notes are for one side's eyes. */
static void compose_note(
	struct compose *c, struct table *table, const struct planned_action *planned)
{
	if (!c->joint && !str_blank(planned->note))
		doc_detail(c->doc, table, "Note", "%s", planned->note);
}

/* A later one's title, and what became of it: "Meet (dropped: no longer needed; note: ask again)".
 */
static const char *later_title(struct compose *c, const struct planned_action *planned)
{
	struct hole state = hole_text("state", words_status((int)planned->status));
	struct texts list = { 0 };

	if (planned->status != STATUS_OPEN)
		texts_add(c->pool, &list,
			planned->reason ? words(c->pool, W_PLAN_LATER_WHY, state,
						  hole_text("reason", planned->reason))
					: state.text);
	if (!c->joint && !str_blank(planned->note))
		texts_add(c->pool, &list,
			words(c->pool, W_PLAN_LATER_NOTE, hole_text("note", planned->note)));
	return list.count ? words(c->pool, W_PLAN_LATER_TITLE, hole_text("title", planned->title),
				    hole_text("notes", words_clauses(c->pool, &list)))
			  : planned->title;
}

static const char *owners_text(struct compose *c, const struct planned_action *planned)
{
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list,
			words(c->pool, W_PLAN_OWNER, hole_text("party", party_label(c, p)),
				hole_text("name", owner_name(c, planned, p))));
	return words(c->pool, W_SAID_WHOLE, hole_text("text", words_names(c->pool, &list)));
}

static void compose_action(struct compose *c, struct table *table, size_t at)
{
	const struct planned_action *planned = &c->plan->actions[at];

	action_row(c, table, at);
	if (c->parties > ACTION_ROWS_PARTIES)
		doc_detail(c->doc, table, "Owners", "%s", owners_text(c, planned));
	doc_detail(c->doc, table, "Done when", "%s", done_when(c, planned));
	if (planned->gated)
		doc_detail(c->doc, table, "Starts", "%s",
			words(c->pool, W_PLAN_GATED, hole_count("gate", planned->gate)));
	compose_state(c, table, planned);
	compose_note(c, table, planned);
	if (because(c, planned))
		doc_detail(c->doc, table, "Because", "%s", because(c, planned));
	if (c->needs && !str_blank(planned->resources))
		doc_detail(c->doc, table, "Needs", "%s",
			words(c->pool, W_PLAN_NEEDS,
				hole_text("what", without_stop(c, planned->resources)),
				hole_count("n", planned->effort_days)));
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

static const char *horizon_text(struct compose *c)
{
	int months = c->plan->horizon_months;

	struct hole n = hole_count("n", months);

	if (c->plan->unnamed)
		return words_plain(W_PLAN_MONTHS_UNTOLD);
	if (c->plan->track == TRACK_EXIT)
		return words(c->pool, W_PLAN_MONTHS_END, n);
	if (!c->scores || withheld_primary(c))
		return words(c->pool, W_PLAN_MONTHS, n);
	struct hole failing = hole_number("failing", c->scores->lines.failing, 2);
	struct hole critical = hole_number("critical", c->scores->lines.critical, 2);
	if (months == PLAN_MONTHS_SHORT)
		return words(c->pool, W_PLAN_MONTHS_SOUND, n, failing);
	return months == PLAN_MONTHS ? words(c->pool, W_PLAN_MONTHS_WEAK, n, critical, failing)
				     : words(c->pool, W_PLAN_MONTHS_CRITICAL, n, critical);
}

static const char *active_text(struct compose *c)
{
	int wins = quick_wins(c->plan);
	struct hole n = hole_count("n", (int)c->plan->active_count);
	struct hole early = hole_count("early", early_actions(c->plan));
	struct hole days = hole_count("days", PLAN_EARLY_DAYS);
	struct hole effort = hole_count("effort", plan_person_days(c->plan));

	return wins ? words(c->pool, W_PLAN_ACTIVE_WINS, n, early, days, effort,
			      hole_count("wins", wins))
		    : words(c->pool, W_PLAN_ACTIVE, n, early, days, effort);
}

/* NULL: no action is kept for later. */
static const char *later_text(struct compose *c)
{
	size_t later = c->plan->action_count - c->plan->active_count;

	if (!later)
		return NULL;
	const struct gate *gate = plan_gate(c->plan, 1);
	struct hole n = hole_count("n", (int)later);
	return gate ? words(c->pool, W_PLAN_LATER_GATE, n, hole_count("gate", gate->number))
		    : words(c->pool, W_PLAN_LATER_DONE, n);
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

/* What nothing answers is named as a reason is. */
static const char *unanswered(struct compose *c, const struct warning *warning)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < warning->finding_count; i++) {
		const char *reason = reason_text(c, warning->findings[i]);

		if (reason && !said_already(&list, reason))
			texts_add(c->pool, &list, reason);
	}
	return list.count ? words(c->pool, W_WARN_UNANSWERED_INSIDE,
				    hole_text("findings", words_clauses(c->pool, &list)))
			  : NULL;
}

static const char *warning_text(struct compose *c, const struct warning *warning)
{
	if (tells_withheld(c, warning))
		return NULL;
	if (warning->kind == WARNING_UNANSWERED)
		return unanswered(c, warning);
	return words_warning_inside(c->pool, c->rec, c->plan, warning);
}

/* first: those that stand before the actions. */
static void compose_warnings(struct compose *c, bool first)
{
	for (size_t i = 0; i < c->plan->warning_count; i++) {
		const struct warning *warning = &c->plan->warnings[i];
		const char *text =
			plan_warns_first(warning) == first ? warning_text(c, warning) : NULL;

		if (text && first)
			doc_term(c->doc, 0, 2, TERM_COLON, "Warning", "%s", text);
		else if (text)
			doc_term(c->doc, 5, HANG, TERM_COLON, "Warning", "%s", text);
	}
}

static void compose_size(struct compose *c)
{
	struct texts said = { 0 };

	texts_add(c->pool, &said, horizon_text(c));
	texts_add(c->pool, &said, active_text(c));
	if (later_text(c))
		texts_add(c->pool, &said, later_text(c));
	if (!c->needs)
		texts_add(c->pool, &said, words_plain(W_PLAN_NEEDS_ELSEWHERE));
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

void compose_plan_body(struct compose *c)
{
	compose_warnings(c, true);
	compose_size(c);
	compose_actions(c);
	doc_space(c->doc);
	compose_recurring(c);
	compose_warnings(c, false);
	compose_agreed(c);
}

/* Titles of one step, with what became of them; what the joint edition need not know is not said.
 */
static const char *later_titles(struct compose *c, int step)
{
	struct texts list = { 0 };

	for (size_t i = c->plan->active_count; i < c->plan->action_count; i++)
		if (c->plan->actions[i].step == step)
			texts_add(c->pool, &list, later_title(c, &c->plan->actions[i]));
	return list.count
		? words(c->pool, W_SAID_WHOLE, hole_text("text", words_clauses(c->pool, &list)))
		: NULL;
}

void compose_later(struct compose *c)
{
	if (c->plan->action_count == c->plan->active_count)
		return;
	doc_head(c->doc, NULL, "Later", NULL);
	for (int step = 1; step <= PLAN_STEPS; step++)
		if (later_titles(c, step))
			doc_term(c->doc, 2, 10, TERM_RUN, say(c, "Step" NB "%d", step), "%s",
				later_titles(c, step));
}

void compose_plan(struct compose *c)
{
	static const char *const what[TRACK_COUNT] = {
		[TRACK_EXIT] = "wind-down",
		[TRACK_ESCALATE] = "sponsors decide", /* in words that accuse nobody */
		[TRACK_HEAR_FIRST] = "hear first",
		[TRACK_REDECIDE] = "decide again",
		[TRACK_RESTRUCTURE] = "restructure",
		[TRACK_RECOMMIT] = "recommit",
		[TRACK_RELAUNCH] = "relaunch",
		[TRACK_SUSTAIN] = "sustain",
	};

	if (c->later) {
		compose_chapter(c, REPORT_PLAN, NULL, "Plan");
		doc_text(c->doc, 0, "%s", plan_elsewhere(c));
		return;
	}
	const struct hole start = hole_text("start", day_long(c, c->plan->start));
	const struct hole end = hole_text("end", day_long(c, c->plan->end));
	compose_chapter(c, REPORT_PLAN, NULL,
		c->plan->unnamed ? words(c->pool, W_PLAN_TITLE_UNNAMED, start)
				 : words(c->pool, W_PLAN_TITLE,
					   hole_text("what", what[c->plan->track]), start, end));
	compose_plan_body(c);
	compose_weeks(c);
	compose_later(c);
	if (proof_told(c))
		compose_proof(c, PROVEN_SHOWN);
}
