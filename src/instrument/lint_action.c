/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of actions: that what they name moves by them, that no two of one plan
 * contradict each other, and that counsel is asked where the law is near.
 */
#include "internal.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static unsigned scale_bit(enum scale scale)
{
	return scale == SCALE_NONE ? 0 : 1u << scale;
}

/* What it works on: the aspects that call for it, and those of the items that test it again. */
static unsigned works_on(const struct instrument *instrument, const struct action *action)
{
	unsigned scales = 0;
	for (size_t t = 0; t < action->when_count; t++)
		if (action->when[t].kind == TRIGGER_ASPECT || action->when[t].kind == TRIGGER_GAP)
			scales |= scale_bit((enum scale)action->when[t].subject);
	for (size_t i = 0; i < action->retest_count; i++)
		if (action->retest[i] >= 0)
			scales |= scale_bit(instrument->items[action->retest[i]].scale);
	return scales;
}

static void lint_kpi_of(struct loading *loading, const struct instrument *instrument, size_t index)
{
	const struct action *action = &instrument->actions[index];
	const struct kpi_template *kpi = &instrument->kpis[action->kpi];
	if (kpi->moved_by && !(kpi->moved_by & works_on(instrument, action)))
		fault_of(&(struct place){ loading, MEMBER_ACTIONS, index }, RULE_KPI, "kpi",
			"%s is not moved by what the action works on; name another KPI, or none",
			kpi->id);
}

static bool is_named(const struct instrument *instrument, size_t kpi)
{
	for (size_t i = 0; i < instrument->action_count; i++)
		if (instrument->actions[i].kpi == (int)kpi)
			return true;
	return false;
}

void lint_kpis(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->kpi_count; i++) {
		struct place at = { loading, MEMBER_KPIS, i };
		if (!instrument->kpis[i].moved_by)
			fault_of(&at, RULE_KPI, "moved_by",
				"is missing; name the aspects that have to get better for it to "
				"move");
		if (!is_named(instrument, i))
			fault_of(&at, RULE_KPI, NULL,
				"is moved by no action; give it one, or take it out");
	}
	for (size_t i = 0; i < instrument->action_count; i++)
		if (instrument->actions[i].kpi >= 0)
			lint_kpi_of(loading, instrument, i);
}

/* A trigger that both have; NULL: they share none. */
static const struct trigger *in_common(const struct action *a, const struct action *b)
{
	for (size_t i = 0; i < a->when_count; i++)
		for (size_t k = 0; k < b->when_count; k++)
			if (a->when[i].kind != TRIGGER_KIND_COUNT &&
				a->when[i].kind == b->when[k].kind &&
				a->when[i].subject == b->when[k].subject)
				return &a->when[i];
	return NULL;
}

static bool stands_in_for(const struct instrument *instrument, const struct action *action,
	const struct action *other)
{
	for (size_t i = 0; i < action->instead_of_count; i++)
		if (action->instead_of[i] == (int)(other - instrument->actions))
			return true;
	return false;
}

static void lint_rival(const struct place *at, const struct instrument *instrument,
	const struct action *action, const struct action *other)
{
	const struct trigger *common =
		action->unless_count || other->unless_count ? NULL : in_common(action, other);
	char text[TRIGGER_TEXT];
	if (action == other)
		fault_of(at, RULE_RIVAL, "instead_of", "names the action itself; take it out");
	else if (stands_in_for(instrument, other, action))
		fault_of(at, RULE_RIVAL, "instead_of",
			"%s stands in for this one, too, so that neither is ever in a plan with "
			"the "
			"other; take one out",
			other->id);
	else if (action->tracks & other->tracks)
		fault_of(at, RULE_RIVAL, "instead_of",
			"both belong to one track, so that %s is never in it; take that track from "
			"one",
			other->id);
	else if (common)
		fault_of(at, RULE_RIVAL, "instead_of",
			"\"%s\" calls for both, so that it never brings %s; take it from one, or "
			"say \"unless\"",
			trigger_text(common, text), other->id);
}

void lint_rivals(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		for (size_t k = 0; k < action->instead_of_count; k++)
			if (action->instead_of[k] >= 0)
				lint_rival(&(struct place){ loading, MEMBER_ACTIONS, i },
					instrument, action,
					&instrument->actions[action->instead_of[k]]);
	}
}

/* Beginnings of words that no two companies agree on without counsel. */
static const char *const delicate[] = { "customer", "price", "pricing", "stop", "exclusiv",
	"notice", "terminat", "competitor", NULL };
static const char *const counsel[] = { "counsel", "lawyer", NULL };

/* The beginning that a word of the text has; NULL: none. Case makes no difference. */
static const char *begins_word(const char *text, const char *const *beginnings)
{
	bool inside = false;
	for (; text && *text; text++) {
		bool letter = isalnum((unsigned char)*text);
		for (size_t i = 0; letter && !inside && beginnings[i]; i++)
			if (!strncasecmp(text, beginnings[i], strlen(beginnings[i])))
				return beginnings[i];
		inside = letter;
	}
	return NULL;
}

void lint_counsel(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		struct place at = { loading, MEMBER_ACTIONS, i };
		const char *title = begins_word(action->title, delicate);
		const char *word = title ? title : begins_word(action->what, delicate);
		if (!word)
			continue;
		if (action->owner != ROLE_SPECIALIST && action->partner_owner != ROLE_SPECIALIST)
			fault_of(&at, RULE_COUNSEL, "owner",
				"\"%s...\" needs counsel, so that an owner is specialist; change "
				"the owner or the words",
				word);
		if (!begins_word(action->resources, counsel))
			fault_of(&at, RULE_COUNSEL, "resources",
				"\"%s...\" needs counsel; name them here or change the words",
				word);
	}
}
