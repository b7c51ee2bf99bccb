/* SPDX-License-Identifier: MIT */
/*
 * The brief's two answers: what each company loses, what a yes costs and what a no means.
 */
#include "brief.h"

#define ACTIONS_NAMED 3
#define LOSS_CELLS 110    /* of what a company loses, and of what it brings */
#define LOSS_CELLS_ONE 60 /* where there is one line for each */

static const struct contribution *contribution_of(const struct record *rec, int party)
{
	for (size_t i = 0; i < rec->contribution_count; i++)
		if (rec->contributions[i].party == party &&
			!(str_blank(rec->contributions[i].brings) &&
				str_blank(rec->contributions[i].would_lose)))
			return &rec->contributions[i];
	return NULL;
}

static const char *said(struct brief *b, const char *text, int cells)
{
	return str_blank(text) ? "not recorded"
			       : small(b->c, without_stop(b->c, shortened(b->c, text, cells)));
}

/* Two companies have room for three lines or four each, more of them for one. */
static void compose_loss(struct brief *b, int party)
{
	const struct contribution *has = contribution_of(b->c->rec, party);
	const char *label = shortened(b->c, party_label(b->c, party), 10);

	if (b->c->parties > 2)
		doc_term(b->c->doc, 2, 13, TERM_COLUMN, label, "%s",
			said(b, has ? has->would_lose : NULL, LOSS_CELLS_ONE));
	else
		doc_term(b->c->doc, 2, 13, TERM_COLUMN, label, "%s. Brings: %s.",
			capital(b->c, said(b, has ? has->would_lose : NULL, LOSS_CELLS)),
			said(b, has ? has->brings : NULL, LOSS_CELLS));
}

static bool marked_ours(const struct record *rec)
{
	return rec->party_count && rec->parties[record_ours(rec)].ours == TRI_YES;
}

static const char *whose_text(struct brief *b)
{
	const struct record *rec = b->c->rec;
	const char *us = brief_name(b, record_ours(rec)), *them = brief_name(b, b->to);

	if (!marked_ours(rec) || b->to == record_ours(rec))
		return "Whose estimate these lines are is not recorded. Please correct yours.";
	return b->c->parties > 2
		? say(b->c,
			  "Entered by %s, whose estimate stands for the others: please correct"
			  " yours.",
			  us)
		: say(b->c, "Entered by %s, whose estimate stands for %s: please correct it.", us,
			  them);
}

void brief_losses(struct brief *b)
{
	bool any = false;

	for (int p = 0; p < b->c->parties; p++)
		any = any || contribution_of(b->c->rec, p);
	doc_head(b->c->doc, NULL, "What each company loses if it ends", NULL);
	if (!any) {
		doc_text(b->c->doc, 2,
			"Not recorded. The audit records what each company brings and"
			" would lose: rekindle open ID, then A.");
		return;
	}
	for (int p = 0; p < b->c->parties; p++)
		compose_loss(b, p);
	doc_text(b->c->doc, 2, "%s", whose_text(b));
}

/* What a yes sets going: what waits for gate 1, else the first actions of the plan; by due date. */
static int first_actions(const struct plan *plan, size_t out[ACTIONS_NAMED])
{
	bool gated = false;
	int count = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		gated = gated || plan->actions[i].gated;
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		int at = count;

		if (planned->gated != gated || !plan_is_open(planned))
			continue;
		for (; at && planned->due < plan->actions[out[at - 1]].due; at--)
			if (at < ACTIONS_NAMED)
				out[at] = out[at - 1];
		if (at < ACTIONS_NAMED)
			out[at] = i;
		count += count < ACTIONS_NAMED;
	}
	return count;
}

static const char *cost_text(struct brief *b)
{
	const struct plan *plan = b->c->plan;
	size_t at[ACTIONS_NAMED];
	int count = first_actions(plan, at), days = 0;
	struct list list = { 0 };

	count -= count == ACTIONS_NAMED && !brief_heard(b); /* the hour stands before them */
	for (int i = 0; i < count; i++) {
		days += plan->actions[at[i]].effort_days;
		list_add(b->c, &list,
			say(b->c, "%s (%s)",
				small(b->c, shortened(b->c, plan->actions[at[i]].title, 36)),
				day_short(b->c, plan->actions[at[i]].due)));
	}
	if (!count)
		return "";
	return say(b->c, "The plan begins with: %s%s.", list_join(b->c, &list, "; "),
		days ? say(b->c, "; %d" NB "person-days of all companies together", days) : "");
}

static const char *second_gate(struct brief *b)
{
	const struct plan *plan = b->c->plan;

	if (plan->gate_count < 2)
		return "";
	return say(b->c,
		" A second gate follows on %s; with less than %d" NB "%% done the sponsors"
		" decide on an exit or a new plan.",
		day_long(b->c, plan->gates[1].day), PLAN_GATE_PERCENT);
}

static const char *hour_text(struct brief *b)
{
	return brief_heard(b)
		? "your name under the plan. "
		: "one hour of yours for an interview, and your name under the plan. ";
}

/* Where no gate asks, the contract says what holds. */
static const char *no_text(struct brief *b)
{
	const struct alliance *alliance = &b->c->rec->alliance;
	const struct plan *plan = b->c->plan;

	if (plan->track == TRACK_ESCALATE)
		return "the sponsors are asked to agree to an orderly wind-down. No answer by then"
		       " counts as a no.";
	if (plan->gate_count)
		return say(b->c, "%s.", gate_otherwise(&plan->gates[0]));
	if (alliance->notice_days == INT_NONE && str_blank(alliance->exit_terms))
		return "the contract holds; its notice and exit terms are not recorded.";
	return say(b->c, "the contract holds: %s%s%s.",
		alliance->notice_days == INT_NONE
			? ""
			: say(b->c, "notice %d" NB "days", alliance->notice_days),
		alliance->notice_days == INT_NONE || str_blank(alliance->exit_terms) ? "" : "; ",
		str_blank(alliance->exit_terms)
			? ""
			: without_stop(b->c, shortened(b->c, alliance->exit_terms, 120)));
}

void brief_answers(struct brief *b)
{
	doc_head(b->c->doc, NULL, "What a yes costs, and what a no means", NULL);
	doc_term(b->c->doc, 2, 8, TERM_COLUMN, "Yes", "%s%s%s", hour_text(b), cost_text(b),
		second_gate(b));
	doc_term(b->c->doc, 2, 8, TERM_COLUMN, "No", "%s", no_text(b));
}
