/* SPDX-License-Identifier: MIT */
/*
 * What stands before everything else that a report says: knock-outs, and a contract that ends.
 */
#include <string.h>
#include "compose.h"

#define CONTRACT_NEAR_DAYS 180 /* half a year: terms are renewed or notice is given in it */

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

/* "The contract ends on 31 March 2028, before this plan does" */
static const char *contract_end(struct compose *c, int ends)
{
	struct hole day = hole_day("day", ends, DAY_UNBROKEN);

	if (ends < c->today)
		return words(c->pool, W_PRIOR_ENDED, day);
	return words(c->pool,
		c->plan && plan_outlasts_contract(c->plan, c->rec) ? W_PRIOR_ENDS_EARLY
								   : W_PRIOR_ENDS,
		day);
}

/* Does the day fall into the plan or the time near at hand, or has it passed? */
static bool is_near(const struct compose *c, int day)
{
	return day <= c->today + CONTRACT_NEAR_DAYS || (c->plan && day < c->plan->end);
}

/* Where it ends, or the last day for notice is, near at hand; NULL: not known, or later. */
static const char *contract_fact(struct compose *c)
{
	const struct profile *profile = record_profile(c->rec);
	int ends = profile->contract_ends, days = profile->notice_days;
	bool noticed = ends != DATE_NONE && days != INT_NONE && days > 0 && ends >= c->today;

	if (c->later || ends == DATE_NONE || !is_near(c, noticed ? ends - days : ends))
		return NULL;
	struct hole contract = hole_text("contract", contract_end(c, ends));
	if (!noticed)
		return words(c->pool, W_PRIOR_CONTRACT, contract);
	return words(c->pool, ends - days < c->today ? W_PRIOR_NOTICE_PAST : W_PRIOR_NOTICE,
		contract, hole_day("notice", ends - days, DAY_UNBROKEN));
}

static bool is_stance(int kind)
{
	return kind == KNOCKOUT_RELUCTANT || kind == KNOCKOUT_UNRESPONSIVE;
}

bool compose_prior(struct compose *c, bool stance)
{
	struct texts list = { 0 };
	const char *contract = contract_fact(c);

	for (int kind = 0; kind < KNOCKOUT_COUNT; kind++)
		if (stance || !is_stance(kind))
			add_knockout(c, &list, (enum knockout)kind);
	if (contract)
		texts_add(c->pool, &list, contract);
	if (!list.count)
		return false;
	doc_head(c->doc, NULL, "Before anything else", NULL);
	for (size_t i = 0; i < list.count; i++)
		doc_bullet(c->doc, 2, "%s", list.text[i]);
	return true;
}
