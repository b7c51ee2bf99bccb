/* SPDX-License-Identifier: MIT */
/*
 * The top of page 1: what stands before everything, what to decide and by when, why, and three
 * numbers on their scales, in words that nobody has to look up.
 */
#include "../past.h"
#include "gather.h"

#define LABEL_HANG 16

const char *decision_asked(struct compose *c)
{
	const struct gate *out = c->later ? NULL : plan_leads_to(c->plan);
	const struct gate *next = c->later ? NULL : plan_next_gate(c->plan);

	if (out)
		return words(c->pool, W_DECISION_EXIT, hole_text("gate", gate_title(out)),
			hole_text("otherwise", gate_otherwise(out)));
	if (!next)
		return NULL;
	if (next->kind == GATE_UNTOLD)
		return words(c->pool, W_DECISION_UNTOLD, hole_text("gate", gate_title(next)),
			hole_day("day", next->day, DAY_UNBROKEN));
	return words(c->pool, next->day < c->today ? W_DECISION_OVERDUE : W_DECISION_BY,
		hole_text("question", gate_question(next)),
		hole_day("day", next->day, DAY_UNBROKEN));
}

static void compose_asked(struct compose *c)
{
	const char *revived = past_revived_text(c), *asked = decision_asked(c);
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

const char *performance_number(struct compose *c)
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
	if (compose_prior(c, true))
		doc_space(c->doc);
	compose_asked(c);
	compose_numbers(c);
	compose_confidence(c);
}
