/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of who is asked what: the roles of each aspect, reversed items, and the
 * health check (rekindle-method(7), section 2).
 */
#include "internal.h"

#define ASPECTS_CHECKED 3 /* of each cause */

/* How the joint work is planned from week to week is not a sponsor's to know. */
static bool sponsor_can_know(enum scale scale)
{
	return scale != ASPECT_COORDINATION;
}

static int first_of(const struct instrument *instrument, enum scale scale)
{
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].kind == ITEM_RATED && instrument->items[i].scale == scale)
			return (int)i;
	return -1;
}

static void lint_asked(struct loading *loading, const struct instrument *instrument,
	enum scale scale, enum role role)
{
	int item = first_of(instrument, scale);
	if (item >= 0 && !(lint_roles(instrument, scale) >> role & 1u))
		fault_of(&(struct place){ loading, MEMBER_ITEMS, (size_t)item }, RULE_ASKED,
			"roles", "no item of %s is asked of the %s; add the role",
			scale_info[scale].id, vocabulary_role.word[role]);
}

void lint_asked_roles(struct loading *loading, const struct instrument *instrument)
{
	for (enum scale scale = 0; scale < (enum scale)ASPECT_COUNT; scale++) {
		if (sponsor_can_know(scale))
			lint_asked(loading, instrument, scale, ROLE_SPONSOR);
		lint_asked(loading, instrument, scale, ROLE_MANAGER);
	}
}

void lint_reversed(struct loading *loading, const struct instrument *instrument)
{
	bool seen[SCALE_COUNT] = { false };
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		if (item->kind != ITEM_RATED || item->scale == SCALE_NONE || !item->reversed)
			continue;
		if (seen[item->scale])
			fault_of(&(struct place){ loading, MEMBER_ITEMS, i }, RULE_REVERSED,
				"reversed",
				"is the second of %s; one reversed item is enough to wake people, "
				"two confuse; turn it round",
				scale_info[item->scale].id);
		seen[item->scale] = true;
	}
}

/* What a check cannot do without: the silent killers, and what ends alliances. */
static const enum scale needed[] = { ASPECT_OBJECTIVES, ASPECT_RELEVANCE, ASPECT_SPONSORSHIP,
	ASPECT_TERMS, ASPECT_COMMITMENT, ASPECT_GOVERNANCE, ASPECT_COMMUNICATION, SCALE_TRUST,
	SCALE_INFORMATION };

static void lint_everybody(const struct place *at, const struct item *item)
{
	if (item->roles != (1u << ROLE_COUNT) - 1)
		fault_of(at, RULE_CHECK, "roles",
			"the health check asks all five roles; ask them, or take \"health_check\" "
			"out");
}

static void lint_checked_item(const struct place *at, const struct item *item, int *count)
{
	lint_everybody(at, item);
	if (item->scale == SCALE_RESULTS)
		fault_of(at, RULE_CHECK, "health_check",
			"the health check asks about aspects, trust and information flow only; "
			"take it out");
	else if (item->scale != SCALE_NONE && count[item->scale]++)
		fault_of(at, RULE_CHECK, "health_check",
			"is the second item of %s; the health check has one; take it out",
			scale_info[item->scale].id);
}

static void lint_checked_cause(struct loading *loading, const int *count, enum cause cause)
{
	int aspects = 0;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		aspects += count[(int)cause * ASPECTS_PER_CAUSE + i] > 0;
	if (aspects != ASPECTS_CHECKED)
		fault_list(loading, RULE_CHECK, MEMBER_ITEMS,
			"the health check asks about %d of the aspects of the cause %s; ask about "
			"%d",
			aspects, cause_info[cause].id, ASPECTS_CHECKED);
}

/* Ratings say that something moved; one question lets people say what. */
static void lint_checked_text(struct loading *loading, const struct instrument *instrument)
{
	int count = 0;
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		struct place at = { loading, MEMBER_ITEMS, i };
		if (item->kind != ITEM_TEXT || !item->health_check)
			continue;
		lint_everybody(&at, item);
		if (count++)
			fault_of(&at, RULE_CHECK, "health_check",
				"is the second open question of the health check; take it out");
	}
	if (!count)
		fault_list(loading, RULE_CHECK, MEMBER_ITEMS,
			"the health check has no open question; mark one \"health_check: true\"");
}

void lint_health_check(struct loading *loading, const struct instrument *instrument)
{
	int count[SCALE_COUNT] = { 0 };
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].kind == ITEM_RATED && instrument->items[i].health_check)
			lint_checked_item(&(struct place){ loading, MEMBER_ITEMS, i },
				&instrument->items[i], count);
	lint_checked_text(loading, instrument);
	for (enum cause cause = 0; cause < CAUSE_COUNT; cause++)
		lint_checked_cause(loading, count, cause);
	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (!count[needed[i]])
			fault_list(loading, RULE_CHECK, MEMBER_ITEMS,
				"the health check asks nothing about %s; mark one of its items "
				"\"health_check: true\"",
				scale_info[needed[i]].id);
}
