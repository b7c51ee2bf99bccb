/* SPDX-License-Identifier: MIT */
/*
 * The top of page 1: what stands before everything, what to decide and by when, why, and three
 * numbers on their scales, in words that nobody has to look up.
 */
#include <string.h>
#include "../past.h"
#include "gather.h"

#define LABEL_HANG 16

/* Of each knock-out what is said of the sides that have it, inside and, in words that accuse
 * nobody, to all of them. */
static const char *knockout_fact(struct compose *c, enum knockout kind, const struct texts *parties)
{
	static const enum sentence said[KNOCKOUT_COUNT][EDITION_COUNT] = {
		[KNOCKOUT_NO_SPONSOR] = { W_PRIOR_NO_SPONSOR, W_PRIOR_NO_SPONSOR_YET },
		[KNOCKOUT_RATIONALE_GONE] = { W_PRIOR_NO_REASON, W_PRIOR_NO_REASON_YET },
		[KNOCKOUT_RELUCTANT] = { W_PRIOR_RELUCTANT, W_PRIOR_NOT_CONFIRMED },
		[KNOCKOUT_UNRESPONSIVE] = { W_PRIOR_UNRESPONSIVE, W_PRIOR_NOT_CONFIRMED },
	};
	static const enum sentence of_all[KNOCKOUT_COUNT] = {
		[KNOCKOUT_BREACH] = W_PRIOR_BREACH,
		[KNOCKOUT_LITIGATION] = W_PRIOR_LITIGATION,
	};

	if (!parties->count)
		return words_plain(c->joint ? W_PRIOR_DISPUTE : of_all[kind]);
	return words(c->pool, said[kind][c->joint], hole_list("parties", parties),
		hole_count("n", (int)parties->count));
}

/* May it be told? */
static bool is_told(const struct compose *c, const struct knockout_found *found)
{
	const struct finding_ref ref = { FINDING_KNOCKOUT, (int)found->id, found->party, 0 };

	return !c->joint || !edition_hides(c->view, c->rec, c->in->diagnosis, &ref);
}

static void add_knockout(struct compose *c, struct texts *list, enum knockout kind)
{
	struct texts parties = { 0 };
	const char *fact;
	int found = 0;

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *one = &c->diagnosis->knockouts[i];

		if (one->id != kind || !is_told(c, one))
			continue;
		found++;
		if (one->party >= 0)
			texts_add(c->pool, &parties, party_label(c, one->party));
	}
	fact = found ? knockout_fact(c, kind, &parties) : NULL;
	/* in neutral words two kinds may be the same */
	if (fact && !(list->count && !strcmp(list->text[list->count - 1], fact)))
		texts_add(c->pool, list, fact);
}

/* Where it ends before the plan does; NULL: not known, or later. */
static const char *contract_fact(struct compose *c)
{
	const struct profile *profile = record_profile(c->rec);
	int ends = profile->contract_ends, days = profile->notice_days;

	if (c->later || !plan_outlasts_contract(c->plan, c->rec))
		return NULL;
	if (days == INT_NONE || days <= 0)
		return words(c->pool, W_PRIOR_CONTRACT, hole_day("day", ends, DAY_UNBROKEN));
	return words(c->pool, W_PRIOR_CONTRACT_NOTICE, hole_day("day", ends, DAY_UNBROKEN),
		hole_day("notice", ends - days, DAY_UNBROKEN));
}

static void compose_facts_first(struct compose *c)
{
	struct texts list = { 0 };
	const char *contract = contract_fact(c);

	for (int kind = 0; kind < KNOCKOUT_COUNT; kind++)
		add_knockout(c, &list, (enum knockout)kind);
	if (contract)
		texts_add(c->pool, &list, contract);
	if (!list.count)
		return;
	doc_head(c->doc, NULL, "Before anything else", NULL);
	for (size_t i = 0; i < list.count; i++)
		doc_bullet(c->doc, 2, "%s", list.text[i]);
	doc_space(c->doc);
}

/* What the plan asks for next; NULL: no gate is ahead. */
static const char *asked_text(struct compose *c)
{
	const struct gate *out = c->later ? NULL : plan_leads_to(c->plan);
	const struct gate *next = c->later ? NULL : plan_next_gate(c->plan);

	if (out)
		return words(c->pool, W_DECISION_EXIT, hole_text("gate", gate_title(out)),
			hole_text("otherwise", gate_otherwise(out)));
	if (!next)
		return NULL;
	return words(c->pool, next->day < c->today ? W_DECISION_OVERDUE : W_DECISION_BY,
		hole_text("question", gate_question(next)),
		hole_day("day", next->day, DAY_UNBROKEN));
}

static void compose_asked(struct compose *c)
{
	const char *revived = past_revived_text(c), *asked = asked_text(c);
	bool out = !c->later && plan_leads_to(c->plan);
	struct texts said = { 0 };

	doc_head(c->doc, NULL, "Decision", NULL);
	if (revived)
		texts_add(c->pool, &said, revived);
	if (!out)
		texts_add(c->pool, &said, track_sentence(c));
	if (asked)
		texts_add(c->pool, &said, asked);
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
	doc_space(c->doc);
	doc_head(c->doc, NULL, "Reason", NULL);
	doc_text(c->doc, 0, "%s", case_sentence(c));
	doc_space(c->doc);
}

static const char *health_number(struct compose *c)
{
	double health = c->scores->health;

	if (withheld_primary(c))
		return words_plain(W_NUMBER_WITHHELD);
	if (isnan(health))
		return words_plain(W_NUMBER_NO_HEALTH);
	return words(c->pool, W_NUMBER_HEALTH, hole_text("score", score_text(c, health)),
		hole_text("band", words_band((int)band_of(&c->scores->lines, health))),
		hole_number("line", c->scores->lines.failing, 2));
}

static const char *performance_number(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;

	if (isnan(performance->score))
		return words_plain(W_NUMBER_NO_PERFORMANCE);
	return words(c->pool, performance->low ? W_NUMBER_PERFORMANCE_LOW : W_NUMBER_PERFORMANCE,
		hole_number("score", performance->score, 0),
		hole_text("counted", performance_counted(c)),
		hole_number("line", PERFORMANCE_LOW, 0));
}

/* The first of the lowest; -1: none is shown. */
static int lowest_cause(const struct compose *c)
{
	int lowest = -1;

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (!isnan(c->scores->cause[i].score) &&
			(lowest < 0 ||
				below(c->scores->cause[i].score, c->scores->cause[lowest].score)))
			lowest = i;
	return lowest;
}

static const char *cause_number(struct compose *c)
{
	int lowest = lowest_cause(c);

	if (withheld_primary(c))
		return words_plain(W_NUMBER_WITHHELD);
	if (lowest < 0)
		return words_plain(W_NUMBER_NO_CAUSE);
	return words(c->pool, W_NUMBER_CAUSE,
		hole_text("score", score_text(c, c->scores->cause[lowest].score)),
		hole_text("cause", cause_info[lowest].plain));
}

static void compose_numbers(struct compose *c)
{
	doc_head(c->doc, NULL, "Three numbers", NULL);
	doc_term(c->doc, 2, LABEL_HANG, TERM_COLUMN, "Health", "%s", health_number(c));
	doc_term(c->doc, 2, LABEL_HANG, TERM_COLUMN, "Performance", "%s", performance_number(c));
	doc_term(c->doc, 2, LABEL_HANG, TERM_COLUMN, "Lowest cause", "%s", cause_number(c));
	doc_space(c->doc);
}

void compose_decision(struct compose *c)
{
	compose_facts_first(c);
	compose_asked(c);
	compose_numbers(c);
	compose_confidence(c);
}
