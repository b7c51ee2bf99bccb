/* SPDX-License-Identifier: MIT */
/*
 * Changes in words: what would have to be, and what becomes of the finding then.
 */
#include <string.h>
#include "../diagnosis/findings.h"
#include "why.h"

const char *why_list(struct pool *pool, const struct texts *texts)
{
	const char *list = texts->count ? texts->text[0] : "";
	for (size_t i = 1; i < texts->count; i++)
		list = pool_printf(pool, "%s%s%s", list, i + 1 < texts->count ? ", " : " and ",
			texts->text[i]);
	return list;
}

static const char *spaced(struct pool *pool, const char *word)
{
	char *copy = pool_strdup(pool, word);
	for (char *at = copy; *at; at++)
		*at = *at == '_' ? ' ' : *at;
	return copy;
}

const char *why_row(const struct asked *q, int row)
{
	const char *dot = strchr(vocabulary_check_row.word[row], '.');
	return spaced(q->pool, dot ? dot + 1 : vocabulary_check_row.word[row]);
}

static const char *label(const struct asked *q, int party)
{
	return q->rec->parties[party].label;
}

/* What stands in a list before the common end of a group of changes. */
static const char *member(const struct asked *q, const struct change *change)
{
	switch (change->kind) {
	case CHANGE_RATINGS:
	case CHANGE_VIEWS:
	case CHANGE_KNOWN:
	case CHANGE_SPLIT:
	case CHANGE_STANCE:
	case CHANGE_SPONSOR:
	case CHANGE_SIZE:
		return label(q, change->party);
	case CHANGE_CHECK:
		return why_row(q, change->subject);
	case CHANGE_ROUTE:
		return spaced(q->pool, vocabulary_route_value.word[change->subject]);
	case CHANGE_KPI:
		return q->rec->kpis[change->subject].name;
	case CHANGE_COMPLETE:
	case CHANGE_RESULT:
		return WHY_TEXT("%d", change->subject + 1);
	case CHANGE_BREACH:
	case CHANGE_LITIGATION:
	case CHANGE_AMENDABLE:
	case CHANGE_TYPE:
	case CHANGE_AGREED:
	case CHANGE_PROCESS:
	case CHANGE_INCIDENT:
	case CHANGE_KINDS:
		break;
	}
	return "";
}

/* Is it about nothing but the ratings of one aspect? */
static bool of_one_aspect(const struct finding *finding)
{
	return finding->kind == FINDING_ASPECT || finding->kind == FINDING_GAP ||
		finding->kind == FINDING_PAIN;
}

static const char *of_ratings(const struct asked *q, const struct change *change, const char *who)
{
	bool same = of_one_aspect(q->finding);
	return WHY_TEXT("%s at %.2f or more%s%s", who, change->value, same ? "" : " on ",
		same ? "" : scale_info[change->subject].word);
}

static const char *of_group(
	const struct asked *q, const struct change *change, const struct texts *group)
{
	const char *who = why_list(q->pool, group), *many = group->count > 1 ? "s" : "";
	switch (change->kind) {
	case CHANGE_RATINGS:
		return of_ratings(q, change, who);
	case CHANGE_VIEWS:
		return WHY_TEXT(
			"answers of %s within %.2f of their mean on average", who, change->value);
	case CHANGE_KNOWN:
		return WHY_TEXT("%.0f \"don't know\" of %s answered", change->value, who);
	case CHANGE_SPLIT:
		return WHY_TEXT(
			"%s giving %s the most points", who, cause_info[change->subject].id);
	case CHANGE_STANCE:
		return WHY_TEXT("%s engaged in the revival", who);
	case CHANGE_SPONSOR:
		return WHY_TEXT("a sponsor named by %s", who);
	case CHANGE_SIZE:
		return WHY_TEXT(
			"%s of size class %s", who, vocabulary_size_class.word[change->subject]);
	case CHANGE_BREACH:
		return "the breach settled";
	case CHANGE_LITIGATION:
		return "the litigation ended";
	case CHANGE_AMENDABLE:
		return "a contract that can be amended";
	case CHANGE_TYPE:
		return WHY_TEXT("%s as form of the alliance",
			q->rec->instrument->types[change->subject].name);
	case CHANGE_ROUTE:
		return WHY_TEXT("%s at %.2f or less in the route test", who, change->value);
	case CHANGE_CHECK:
		return WHY_TEXT("%s at \"yes\"", who);
	case CHANGE_AGREED:
		return "objectives agreed on";
	case CHANGE_COMPLETE:
		return WHY_TEXT("objective%s %s with measure, target and date", many, who);
	case CHANGE_RESULT:
		return WHY_TEXT("objective%s %s met", many, who);
	case CHANGE_KPI:
		return WHY_TEXT("%s at target", who);
	case CHANGE_PROCESS:
		return "the step without its problem";
	case CHANGE_INCIDENT:
		return WHY_TEXT("incident %d repaired", change->subject + 1);
	case CHANGE_KINDS:
		break;
	}
	return "";
}

/* Changes that differ in nothing but what the list names. */
static bool alike(const struct change *a, const struct change *b)
{
	if (a->kind != b->kind || fabs(a->value - b->value) > SCORE_EPSILON)
		return false;
	return a->party < 0 || a->subject == b->subject;
}

static const char *what(const struct asked *q, const struct changes *changes)
{
	struct texts all = { 0 };
	for (size_t i = 0; i < changes->count;) {
		const struct change *first = &changes->list[i];
		struct texts group = { 0 };
		for (; i < changes->count && alike(first, &changes->list[i]); i++)
			texts_add(q->pool, &group, member(q, &changes->list[i]));
		texts_add(q->pool, &all, of_group(q, first, &group));
	}
	const char *text = all.count ? all.text[0] : "";
	for (size_t i = 1; i < all.count; i++)
		text = WHY_TEXT("%s, %s", text, all.text[i]);
	return text;
}

/* The gap when one side's value is another; NAN with changes of another kind. */
static double gap_then(const struct asked *q, const struct changes *changes)
{
	const struct change *change = changes->list;
	double low = INFINITY, high = -INFINITY;
	if (changes->count != 1 || change->kind != CHANGE_RATINGS)
		return NAN;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		double value = (int)p == change->party
			? change->value
			: q->d->scores.scale[change->subject].value[p];
		low = fmin(low, value);
		high = fmax(high, value);
	}
	return high - low;
}

static const char *aspect_effect(const struct asked *q, const struct changes *changes)
{
	const struct gap *gap = &q->d->scores.scale[q->finding->subject].gap;
	const char *then =
		q->finding->severity == SEVERITY_CRITICAL ? "no longer critical" : "no longer weak";
	double after = gap_then(q, changes);
	if (isnan(after) || (gap->level == GAP_NORMAL && below(after, GAP_DISCUSS)))
		return then;
	return WHY_TEXT("%s; gap %.2f%s", then, after,
		at_least(after, GAP_MATERIAL)          ? ", material"
			: at_least(after, GAP_DISCUSS) ? ", discuss"
						       : "");
}

static const char *effect(const struct asked *q, const struct changes *changes)
{
	static const char *const gone[FINDING_KINDS] = {
		[FINDING_KNOCKOUT] = "no longer a knock-out",
		[FINDING_EXIT] = "no reason left to wind it down",
		[FINDING_PAIN] = "no longer low on every side",
		[FINDING_BLAME] = "no such pattern",
		[FINDING_PITFALL] = "no longer on the watch",
		[FINDING_SPECIAL] = "no longer the case",
		[FINDING_CHECKLIST] = "settled",
		[FINDING_PROCESS] = "settled",
		[FINDING_INCIDENT] = "settled",
		[FINDING_DIVIDED] = "no longer divided",
		[FINDING_VISIBILITY] = "enough is seen",
	};
	const struct finding *finding = q->finding;
	bool red = finding->severity == SEVERITY_CRITICAL;
	switch (finding->kind) {
	case FINDING_CAUSE:
		return red ? "no longer critical" : "no longer weak";
	case FINDING_ASPECT:
		return aspect_effect(q, changes);
	case FINDING_GAP:
		return q->d->scores.scale[finding->subject].gap.level == GAP_MATERIALLY
			? WHY_TEXT("gap below %.2f", GAP_MATERIAL)
			: WHY_TEXT("gap below %.2f", GAP_DISCUSS);
	case FINDING_KILLER:
		return WHY_TEXT("no longer below %.2f", why_line(finding));
	case FINDING_PERFORMANCE:
		return WHY_TEXT("performance from %.0f on", PERFORMANCE_LOW);
	case FINDING_KNOCKOUT:
	case FINDING_EXIT:
	case FINDING_PAIN:
	case FINDING_BLAME:
	case FINDING_PITFALL:
	case FINDING_SPECIAL:
	case FINDING_CHECKLIST:
	case FINDING_PROCESS:
	case FINDING_INCIDENT:
	case FINDING_DIVIDED:
	case FINDING_VISIBILITY:
	case FINDING_KINDS:
		break;
	}
	return gone[finding->kind];
}

const char *change_text(const struct asked *q, const struct changes *changes)
{
	return WHY_TEXT("%s: %s", what(q, changes), effect(q, changes));
}
