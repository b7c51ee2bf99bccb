/* SPDX-License-Identifier: MIT */
/*
 * The brief's two answers: what each company loses, what a yes costs and what a no means.
 */
#include <rekindle/utf8.h>
#include "brief.h"

#define ACTIONS_NAMED 3 /* at most */
#define TITLE_CELLS 44
#define LOSS_INDENT 2
#define LABEL_LEAST 10 /* cells beside which a loss stands */
#define LABEL_MOST 14

static const struct contribution *contribution_of(const struct record *rec, int party)
{
	for (size_t i = 0; i < rec->contribution_count; i++)
		if (rec->contributions[i].party == party &&
			!(str_blank(rec->contributions[i].brings) &&
				str_blank(rec->contributions[i].would_lose)))
			return &rec->contributions[i];
	return NULL;
}

/* As its company put it, so in its letters. */
static const char *said(struct brief *b, const char *text, int cells)
{
	return str_blank(text) ? "not recorded" : without_stop(b->c, shortened(b->c, text, cells));
}

/* Where what is said of a company begins, that a label of usual length stands beside it. */
static int loss_hang(struct brief *b)
{
	int widest = LABEL_LEAST;

	for (int p = 0; p < b->c->parties; p++) {
		int cells = utf8_cells(UTF8_FILE, brief_name(b, p));

		if (cells > widest && cells <= LABEL_MOST)
			widest = cells;
	}
	return LOSS_INDENT + widest + 1;
}

/* Two companies have room for three lines or four each, more of them for one. */
static void compose_loss(struct brief *b, int party, int hang)
{
	const struct contribution *has = contribution_of(b->c->rec, party);
	const char *label = brief_name(b, party);
	const char *loses = has ? has->would_lose : NULL, *brings = has ? has->brings : NULL;

	if (b->c->parties > 2)
		doc_term(b->c->doc, LOSS_INDENT, hang, TERM_COLUMN, label, "%s",
			said(b, loses, b->room->loss_one));
	else
		doc_term(b->c->doc, LOSS_INDENT, hang, TERM_COLUMN, label, "%s",
			words(b->c->pool, W_LOSS_BRINGS,
				hole_text("loses", said(b, loses, b->room->loss)),
				hole_text("brings", said(b, brings, b->room->loss))));
}

static bool marked_ours(const struct record *rec)
{
	return rec->party_count && rec->parties[record_ours(rec)].ours == TRI_YES;
}

static const char *whose_text(struct brief *b)
{
	const struct record *rec = b->c->rec;
	struct hole us = hole_text("us", brief_name(b, record_ours(rec)));

	if (!marked_ours(rec) || b->to == record_ours(rec))
		return words_plain(W_LOSS_NOBODY_S);
	if (b->c->parties > 2)
		return words(b->c->pool, W_LOSS_BY_ALL, us);
	return words(b->c->pool, W_LOSS_BY, us, hole_text("them", brief_name(b, b->to)));
}

void brief_losses(struct brief *b)
{
	int hang = loss_hang(b);
	bool any = false;

	for (int p = 0; p < b->c->parties; p++)
		any = any || contribution_of(b->c->rec, p);
	doc_head(b->c->doc, NULL, "What each company loses if it ends", NULL);
	if (!any) {
		doc_text(b->c->doc, 2, "%s", words_plain(W_LOSS_NONE));
		return;
	}
	for (int p = 0; p < b->c->parties; p++)
		compose_loss(b, p, hang);
	doc_text(b->c->doc, 2, "%s", whose_text(b));
}

/* What a yes sets going: what waits for the first gate, else the actions of the plan. */
static bool any_gated(const struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].gated)
			return true;
	return false;
}

static bool is_to_do(const struct planned_action *planned, bool gated, bool late, int today)
{
	return planned->gated == gated && plan_is_open(planned) &&
		plan_is_late(planned, today) == late;
}

static int late_count(const struct plan *plan, int today)
{
	bool gated = any_gated(plan);
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += is_to_do(&plan->actions[i], gated, true, today);
	return n;
}

/* The first that are ahead, or late, by due date. */
static int first_actions(const struct plan *plan, bool late, int today, size_t out[ACTIONS_NAMED])
{
	bool gated = any_gated(plan);
	int count = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		int at = count;

		if (!is_to_do(planned, gated, late, today))
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

static bool is_begun(const struct plan *plan)
{
	return plan_count(plan, 0, plan->start).done > 0;
}

static void add_actions(struct brief *b, struct texts *list, const size_t *at, int count)
{
	struct pool *pool = b->c->pool;
	int days = 0;

	for (int i = 0; i < count; i++) {
		const struct planned_action *planned = &b->c->plan->actions[at[i]];

		days += planned->effort_days;
		texts_add(pool, list,
			words(pool, W_YES_ACTION,
				hole_text("title", shortened(b->c, planned->title, TITLE_CELLS)),
				hole_text("day", day_short(b->c, planned->due))));
	}
	int all = plan_person_days(b->c->plan);
	if (days && all > days)
		texts_add(pool, list,
			words(pool, W_YES_DAYS_OF, hole_count("n", days), hole_count("all", all)));
	else if (days)
		texts_add(pool, list, words(pool, W_YES_DAYS, hole_count("n", days)));
}

/* What is late stands alone where nothing is ahead, else only how much it is. */
static void add_cost(struct brief *b, struct texts *said)
{
	const struct plan *plan = b->c->plan;
	size_t at[ACTIONS_NAMED];
	int count = first_actions(plan, false, b->c->today, at), named;
	int late = late_count(plan, b->c->today);
	bool ahead = count > 0;
	struct pool *pool = b->c->pool;
	struct texts list = { 0 };

	count = ahead ? count : first_actions(plan, true, b->c->today, at);
	named = count - (count == ACTIONS_NAMED && !brief_heard(b)); /* the hour stands before */
	named = named < b->room->actions ? named : b->room->actions;
	late -= ahead ? 0 : named;
	add_actions(b, &list, at, named);
	if (late)
		texts_add(pool, &list, words(pool, W_YES_LATE_BESIDE, hole_count("n", late)));
	if (count)
		texts_add(pool, said,
			words(pool,
				!ahead                   ? W_YES_LATE
					: is_begun(plan) ? W_YES_GOES_ON
							 : W_YES_BEGINS,
				hole_text("actions", words_clauses(pool, &list))));
}

/* The second gate, as long as it is not decided; NULL: there is none. */
static const char *gate_ahead(struct brief *b)
{
	const struct gate *second = plan_gate(b->c->plan, 1);

	if (!second || second->outcome >= 0)
		return NULL;
	return words(b->c->pool, second->day < b->c->today ? W_YES_GATE_DUE : W_YES_GATE,
		hole_count("number", second->number), hole_text("day", day_long(b->c, second->day)),
		hole_count("percent", PLAN_GATE_PERCENT));
}

static const char *yes_text(struct brief *b)
{
	const char *gate = gate_ahead(b);
	struct texts said = { 0 };

	if (plan_leads_to(b->c->plan))
		return words_plain(W_YES_LED_OUT);
	/* what one side does alone to end it is no business of the other's */
	if (b->c->plan->track == TRACK_EXIT && record_party_silent(b->c->rec, b->to))
		return words(b->c->pool, W_YES_END, hole_text("others", brief_others(b)));
	texts_add(b->c->pool, &said,
		brief_heard(b) ? words_plain(W_YES_NAME) : words_plain(W_YES_HOUR));
	add_cost(b, &said);
	if (gate)
		texts_add(b->c->pool, &said, gate);
	return words_sentences(b->c->pool, &said);
}

/* Where no gate asks, the contract says what holds. */
static const char *contract_text(struct brief *b)
{
	const struct profile *profile = record_profile(b->c->rec);
	struct pool *pool = b->c->pool;
	struct texts terms = { 0 };

	if (profile->notice_days != INT_NONE)
		texts_add(pool, &terms,
			words(pool, W_NO_NOTICE, hole_count("n", profile->notice_days)));
	if (!str_blank(profile->exit_terms))
		texts_add(pool, &terms,
			without_stop(b->c, shortened(b->c, profile->exit_terms, b->room->terms)));
	if (!terms.count)
		return words_plain(W_NO_TERMS);
	return words(pool, W_NO_CONTRACT, hole_text("terms", words_clauses(pool, &terms)));
}

static const char *no_text(struct brief *b)
{
	const struct plan *plan = b->c->plan;

	if (plan_leads_to(plan))
		return contract_text(b);
	if (plan->track == TRACK_ESCALATE)
		return words_plain(W_NO_WIND_DOWN);
	if (plan_gate(plan, 0))
		return words(b->c->pool, W_SAID_WHOLE,
			hole_text("text", gate_otherwise(plan_gate(plan, 0))));
	return contract_text(b);
}

void brief_answers(struct brief *b)
{
	doc_head(b->c->doc, NULL, "What a yes costs, and what a no means", NULL);
	doc_term(b->c->doc, 2, 8, TERM_COLUMN, "Yes", "%s", yes_text(b));
	doc_term(b->c->doc, 2, 8, TERM_COLUMN, "No", "%s", no_text(b));
}
