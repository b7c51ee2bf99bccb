/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of items: that a blank can never pass for a good answer.
 */
#include "internal.h"

#include <string.h>

#define ROLES_LEAST 3 /* asked about an aspect (rekindle-method(7), section 2) */

unsigned lint_roles(const struct instrument *instrument, enum scale scale)
{
	unsigned roles = 0;
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].kind == ITEM_RATED && instrument->items[i].scale == scale)
			roles |= instrument->items[i].roles;
	return roles;
}

static int role_count(unsigned roles)
{
	int count = 0;
	for (enum role role = 0; role < ROLE_COUNT; role++)
		count += roles >> role & 1u;
	return count;
}

/* The first item that measures it, -1 without one. */
static int measuring(const struct instrument *instrument, enum scale scale)
{
	for (size_t i = 0; i < instrument->item_count; i++)
		if (instrument->items[i].kind == ITEM_RATED && instrument->items[i].scale == scale)
			return (int)i;
	return -1;
}

static bool offers(const struct item *item, const char *choice)
{
	for (size_t i = 0; i < item->choice_count; i++)
		if (str_same(item->choices[i].id, choice))
			return true;
	return !choice;
}

int lint_fact(const struct instrument *instrument, const char *field, const char *choice)
{
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		if (item->section == SECTION_PROFILE && str_same(item->field, field) &&
			offers(item, choice))
			return (int)i;
	}
	return -1;
}

static bool alike(const char *a, const char *b)
{
	struct str x, y;
	str_init(&x);
	str_init(&y);
	lint_normal(&x, a);
	lint_normal(&y, b);
	bool same = !strcmp(x.text, y.text);
	str_release(&x);
	str_release(&y);
	return same;
}

void lint_anchors(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		struct place at = { loading, MEMBER_ITEMS, i };
		if (item->kind != ITEM_RATED || !item->low || !item->mid || !item->high)
			continue;
		if (alike(item->low, item->mid))
			fault_of(&at, RULE_ANCHOR, "mid",
				"says the same as low; word what 3 looks like");
		if (alike(item->low, item->high) || alike(item->mid, item->high))
			fault_of(&at, RULE_ANCHOR, "high",
				"says the same as another anchor; word what 5 looks like");
	}
}

void lint_aspects(struct loading *loading, const struct instrument *instrument)
{
	for (enum scale scale = 0; scale < (enum scale)ASPECT_COUNT; scale++) {
		int item = measuring(instrument, scale);
		if (item >= 0 && !lint_roles(instrument, scale))
			fault_of(&(struct place){ loading, MEMBER_ITEMS, (size_t)item },
				RULE_ASPECT, "roles",
				"no item of the aspect %s is asked of any role; name roles",
				scale_info[scale].id);
	}
}

/* A cause is scored from three of its four aspects, a killer without trust is never present: what
 * too few roles are asked about drops out wherever these were not heard. */
static void lint_blank_scale(
	struct loading *loading, const struct instrument *instrument, enum scale scale)
{
	int item = measuring(instrument, scale), roles = role_count(lint_roles(instrument, scale));
	if (roles >= ROLES_LEAST || (scale != SCALE_TRUST && roles == 0))
		return;
	if (item < 0)
		fault_list(loading, RULE_BLANK, MEMBER_ITEMS,
			"no rated item measures %s, so that the silent killer communication_trust "
			"is never found; add one",
			scale_info[scale].id);
	else
		fault_of(&(struct place){ loading, MEMBER_ITEMS, (size_t)item }, RULE_BLANK,
			"roles",
			"%s is asked of %d role%s; where they are not heard it stays blank and is "
			"not missed; ask at least %d roles",
			scale_info[scale].id, roles, roles == 1 ? "" : "s", ROLES_LEAST);
}

/* Facts that are taken for good while nobody has stated them, and the answer that says else. */
static const struct {
	const char *field, *choice;
} worries[] = {
	{ "party.has_sponsor", "no" },
	{ "party.stance", "reluctant" },
	{ "party.stance", "unresponsive" },
	{ "party.escalated", "yes" },
	{ "contract.amendable", "no" },
	{ "contract.breach", "yes" },
	{ "contract.litigation", "yes" },
};

void lint_blanks(struct loading *loading, const struct instrument *instrument)
{
	for (enum scale scale = 0; scale <= SCALE_TRUST; scale++)
		lint_blank_scale(loading, instrument, scale);
	for (size_t i = 0; i < sizeof(worries) / sizeof(*worries); i++) {
		const char *field = worries[i].field, *choice = worries[i].choice;
		int item = lint_fact(instrument, field, NULL);
		if (lint_fact(instrument, field, choice) >= 0)
			continue;
		if (item >= 0)
			fault_of(&(struct place){ loading, MEMBER_ITEMS, (size_t)item }, RULE_BLANK,
				"choices",
				"\"%s\" is not among them, so that this fact always counts as "
				"healthy; add it",
				choice);
		else if (!i || strcmp(worries[i - 1].field, field))
			fault_list(loading, RULE_BLANK, MEMBER_ITEMS,
				"no profile item fills %s, so that this fact always counts as "
				"healthy; add one with the choice \"%s\"",
				field, choice);
	}
}
