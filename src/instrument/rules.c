/* SPDX-License-Identifier: MIT */
/*
 * The linter: every rule that a bank keeps to, and all faults in the order of the files.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

const struct rule_info rules[RULE_COUNT] = {
	[RULE_YAML] = { "yaml", "the files are YAML with the members that a bank has", NULL },
	[RULE_MEMBER] = { "member", "every member is there and holds what belongs in it", NULL },
	[RULE_INCOMPLETE] = { "incomplete",
		"the bank has an id, a version, all checklist rows and route questions", NULL },
	[RULE_DUPLICATE] = { "duplicate-id", "what names one thing is given once", NULL },
	[RULE_REFERENCE] = { "unknown-reference", "every id that is referred to exists", NULL },
	[RULE_CIRCLE] = { "circular-requires", "no action waits for itself", NULL },
	[RULE_TRIGGER] = { "trigger-form", "every trigger is written as one", NULL },
	[RULE_ANCHOR] = { "missing-anchor", "what is rated has three different anchors",
		lint_anchors },
	[RULE_ROLE] = { "too-many-rated", "no role is asked more than 36 rated items", NULL },
	[RULE_ASPECT] = { "aspect-without-items", "every aspect is asked of somebody",
		lint_aspects },
	[RULE_BLANK] = { "blank-as-safe", "nothing counts as healthy because nobody was asked",
		lint_blanks },
	[RULE_UNREACHABLE] = { "unreachable-trigger", "every trigger can fire", lint_unreachable },
	[RULE_ORPHAN] = { "orphan-action", "every action can get into a plan", lint_orphans },
	[RULE_UNSERVED] = { "unserved-subject", "whatever is found has two actions at least",
		lint_unserved },
	[RULE_WORDING] = { "repeated-wording", "no two questions or their anchors are worded alike",
		lint_wording },
	[RULE_ALIKE] = { "similar-actions", "no two actions are told in the same words",
		lint_alike },
	[RULE_LONG] = { "long-question", "a question has at most 30 words", lint_questions },
	[RULE_HARD] = { "hard-to-read", "an interview's questions are plain words", lint_reading },
	[RULE_PICTURE] = { "anchor-length", "anchors are a picture, and short",
		lint_anchor_lengths },
	[RULE_ABSOLUTE] = { "absolute-anchor", "a good alliance can reach the healthy end",
		lint_absolutes },
	[RULE_REVERSED] = { "reversed-items", "one item an aspect is reversed at most",
		lint_reversed },
	[RULE_ASKED] = { "who-is-asked", "sponsor and manager are asked of what they can know",
		lint_asked_roles },
	[RULE_CHECK] = { "health-check", "the health check gives four causes and both symptoms",
		lint_health_check },
	[RULE_KPI] = { "idle-kpi", "KPIs are moved by the actions that name them", lint_kpis },
	[RULE_RIVAL] = { "rival-actions", "what stands in for another can leave it a place",
		lint_rivals },
	[RULE_COUNSEL] = { "without-counsel", "counsel is asked where the law is near",
		lint_counsel },
};

static int by_place(const void *a, const void *b)
{
	const struct noted *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->fault.line != y->fault.line)
		return x->fault.line < y->fault.line ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static enum err lint(struct loading *loading, struct bank_faults *faults)
{
	struct instrument *instrument = pool_alloc(loading->pool, sizeof(*instrument));
	if (load_bank(loading, instrument))
		for (enum rule rule = 0; rule < RULE_COUNT; rule++)
			if (rules[rule].find)
				rules[rule].find(loading, instrument);
	source_release(loading);
	if (loading->err == ERR_FAILED)
		return ERR_FAILED;
	size_t count = loading->noted_count;
	*faults = (struct bank_faults){
		.list = pool_alloc(loading->pool, count * sizeof(*faults->list)),
		.count = count,
	};
	if (count)
		qsort(loading->noted, count, sizeof(*loading->noted), by_place);
	for (size_t i = 0; i < count; i++)
		faults->list[i] = loading->noted[i].fault;
	return ERR_NONE;
}

enum err instrument_lint(
	const char *path, struct pool *pool, struct bank_faults *faults, struct errmsg *why)
{
	struct loading loading = { .pool = pool, .why = why, .name = path, .collects = true };
	source_path(&loading, path);
	return lint(&loading, faults);
}

enum err instrument_lint_text(const char *yaml, const char *name, struct pool *pool,
	struct bank_faults *faults, struct errmsg *why)
{
	struct loading loading = { .pool = pool, .why = why, .name = name, .collects = true };
	source_add(&loading, name, yaml, strlen(yaml));
	return lint(&loading, faults);
}
