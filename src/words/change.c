/* SPDX-License-Identifier: MIT */
/*
 * Changes in words: what would have to be, and what becomes of the finding then.
 */
#include "why.h"

#include <math.h>

/* What stands in a list before the common end of a group of changes; "" where none does. */
static const char *member(const struct telling *t, const struct change *change)
{
	switch (change->kind) {
	case CHANGE_RATINGS:
	case CHANGE_VIEWS:
	case CHANGE_KNOWN:
	case CHANGE_SPLIT:
	case CHANGE_STANCE:
	case CHANGE_SPONSOR:
	case CHANGE_SIZE:
		return tell_label(t, change->party);
	case CHANGE_CHECK:
		return words_check_row(change->subject);
	case CHANGE_ROUTE:
		return words_route_value(change->subject);
	case CHANGE_KPI:
		return record_kpis(t->rec).kpis[change->subject].name;
	case CHANGE_COMPLETE:
	case CHANGE_RESULT:
	case CHANGE_INCIDENT:
		return pool_printf(t->pool, "%d", change->subject + 1);
	case CHANGE_BREACH:
	case CHANGE_LITIGATION:
	case CHANGE_AMENDABLE:
	case CHANGE_COMPETING:
	case CHANGE_TYPE:
	case CHANGE_AGREED:
	case CHANGE_PROCESS:
	case CHANGE_KINDS:
		break;
	}
	return "";
}

/* Changes that differ in nothing but what the list names. */
struct group {
	const struct change *first;
	struct texts names;
};
typedef const char *tell(const struct telling *, const struct group *);

/* Is it about nothing but the ratings of one aspect? */
static bool of_one_aspect(const struct finding *finding)
{
	return finding->kind == FINDING_ASPECT || finding->kind == FINDING_GAP ||
		finding->kind == FINDING_PAIN;
}

static const char *of_ratings(const struct telling *t, const struct group *group)
{
	struct hole who = hole_list("sides", &group->names);
	struct hole level = hole_number("level", group->first->value, 2);

	if (of_one_aspect(t->finding))
		return words(t->pool, W_CHANGE_RATINGS, who, level);
	return words(t->pool, W_CHANGE_RATINGS_ON, who, level,
		hole_text("scale", words_scale(group->first->subject)));
}

static const char *of_views(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_VIEWS, hole_list("sides", &group->names),
		hole_number("limit", group->first->value, 2));
}

static const char *of_known(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_KNOWN, hole_count("n", (int)group->first->value),
		hole_list("sides", &group->names));
}

static const char *of_split(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_SPLIT, hole_list("sides", &group->names),
		hole_text("cause", words_cause(group->first->subject)));
}

static const char *of_sides(const struct telling *t, const struct group *group)
{
	return words(t->pool,
		group->first->kind == CHANGE_STANCE ? W_CHANGE_STANCE : W_CHANGE_SPONSOR,
		hole_list("sides", &group->names));
}

static const char *of_size(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_SIZE, hole_list("sides", &group->names),
		hole_text("size", words_size(group->first->subject)));
}

static const char *plain(const struct telling *t, const struct group *group)
{
	static const enum sentence sentences[CHANGE_KINDS] = {
		[CHANGE_BREACH] = W_CHANGE_BREACH,
		[CHANGE_LITIGATION] = W_CHANGE_LITIGATION,
		[CHANGE_AMENDABLE] = W_CHANGE_AMENDABLE,
		[CHANGE_COMPETING] = W_CHANGE_COMPETING,
		[CHANGE_AGREED] = W_CHANGE_AGREED,
		[CHANGE_PROCESS] = W_CHANGE_PROCESS,
	};

	(void)t;
	return words_plain(sentences[group->first->kind]);
}

static const char *of_type(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_TYPE,
		hole_text("type", t->rec->instrument->types[group->first->subject].name));
}

static const char *of_route(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_ROUTE, hole_list("values", &group->names),
		hole_number("level", group->first->value, 2));
}

static const char *of_check(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_CHECK, hole_list("rows", &group->names));
}

static const char *of_objectives(const struct telling *t, const struct group *group)
{
	return words(t->pool,
		group->first->kind == CHANGE_COMPLETE ? W_CHANGE_COMPLETE : W_CHANGE_RESULT,
		hole_count("n", (int)group->names.count), hole_list("numbers", &group->names));
}

static const char *of_kpi(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_KPI, hole_list("kpis", &group->names));
}

static const char *of_incident(const struct telling *t, const struct group *group)
{
	return words(t->pool, W_CHANGE_INCIDENT, hole_count("number", group->first->subject + 1));
}

static tell *const tells[CHANGE_KINDS] = {
	[CHANGE_RATINGS] = of_ratings,
	[CHANGE_VIEWS] = of_views,
	[CHANGE_KNOWN] = of_known,
	[CHANGE_SPLIT] = of_split,
	[CHANGE_STANCE] = of_sides,
	[CHANGE_SPONSOR] = of_sides,
	[CHANGE_SIZE] = of_size,
	[CHANGE_BREACH] = plain,
	[CHANGE_LITIGATION] = plain,
	[CHANGE_AMENDABLE] = plain,
	[CHANGE_COMPETING] = plain,
	[CHANGE_TYPE] = of_type,
	[CHANGE_ROUTE] = of_route,
	[CHANGE_CHECK] = of_check,
	[CHANGE_AGREED] = plain,
	[CHANGE_COMPLETE] = of_objectives,
	[CHANGE_RESULT] = of_objectives,
	[CHANGE_KPI] = of_kpi,
	[CHANGE_PROCESS] = plain,
	[CHANGE_INCIDENT] = of_incident,
};

static bool alike(const struct change *a, const struct change *b)
{
	if (a->kind != b->kind || fabs(a->value - b->value) > SCORE_EPSILON)
		return false;
	return a->party < 0 || a->subject == b->subject;
}

/* "Phoenix and GenTech at 3.00 or more on trust, mandate at "yes"" */
static const char *changes(const struct telling *t, const struct why *why)
{
	struct texts all = { 0 };

	for (size_t i = 0; i < why->change_count;) {
		struct group group = { .first = &why->changes[i] };
		for (; i < why->change_count && alike(group.first, &why->changes[i]); i++)
			texts_add(t->pool, &group.names, member(t, &why->changes[i]));
		texts_add(t->pool, &all, tells[group.first->kind](t, &group));
	}
	return texts_join(t->pool, &all, ", ", ", ");
}

/* A low score is low no longer; the gap is told where there was or will be one. */
static const char *aspect_effect(const struct telling *t, const struct why *why)
{
	static const enum sentence then[2][3] = {
		/* [critical][level of the gap] */
		{ W_EFFECT_NOT_WEAK_NORMAL, W_EFFECT_NOT_WEAK_DISCUSS, W_EFFECT_NOT_WEAK_MATERIAL },
		{ W_EFFECT_NOT_CRITICAL_NORMAL, W_EFFECT_NOT_CRITICAL_DISCUSS,
			W_EFFECT_NOT_CRITICAL_MATERIAL },
	};
	enum gap_level now = t->d->scores.scale[t->finding->subject].gap.level;
	bool critical = equal(why_line(t->d, t->finding), t->d->scores.lines.critical);
	int level = at_least(why->gap_then, GAP_DISCUSS) + at_least(why->gap_then, GAP_MATERIAL);

	if (isnan(why->gap_then) || (now == GAP_NORMAL && !level))
		return words_plain(critical ? W_EFFECT_NOT_CRITICAL : W_EFFECT_NOT_WEAK);
	return words(t->pool, then[critical][level], hole_number("gap", why->gap_then, 2));
}

static const char *gap_effect(const struct telling *t)
{
	enum gap_level level = t->d->scores.scale[t->finding->subject].gap.level;

	return words(t->pool, W_EFFECT_GAP,
		hole_number("line", level == GAP_MATERIALLY ? GAP_MATERIAL : GAP_DISCUSS, 2));
}

static const char *effect(const struct telling *t, const struct why *why)
{
	static const enum sentence gone[FINDING_KINDS] = {
		[FINDING_KNOCKOUT] = W_EFFECT_NO_KNOCKOUT,
		[FINDING_EXIT] = W_EFFECT_NO_EXIT,
		[FINDING_PAIN] = W_EFFECT_NO_PAIN,
		[FINDING_BLAME] = W_EFFECT_NO_PATTERN,
		[FINDING_PITFALL] = W_EFFECT_NO_WATCH,
		[FINDING_SPECIAL] = W_EFFECT_NO_CASE,
		[FINDING_CHECKLIST] = W_EFFECT_SETTLED,
		[FINDING_PROCESS] = W_EFFECT_SETTLED,
		[FINDING_INCIDENT] = W_EFFECT_SETTLED,
		[FINDING_DIVIDED] = W_EFFECT_NOT_DIVIDED,
		[FINDING_VISIBILITY] = W_EFFECT_SEEN,
	};
	double line = why_line(t->d, t->finding);

	switch (t->finding->kind) {
	case FINDING_CAUSE:
		return words_plain(equal(line, t->d->scores.lines.critical) ? W_EFFECT_NOT_CRITICAL
									    : W_EFFECT_NOT_WEAK);
	case FINDING_ASPECT:
		return aspect_effect(t, why);
	case FINDING_GAP:
		return gap_effect(t);
	case FINDING_KILLER:
		return words(t->pool, W_EFFECT_KILLER, hole_number("line", line, 2));
	case FINDING_PERFORMANCE:
		return words(
			t->pool, W_EFFECT_PERFORMANCE, hole_number("line", PERFORMANCE_LOW, 0));
	case FINDING_KNOCKOUT:
	case FINDING_EXIT:
	case FINDING_PAIN:
	case FINDING_BLAME:
	case FINDING_PITFALL:
	case FINDING_SPECIAL:
	case FINDING_CHECKLIST:
	case FINDING_EVENT:
	case FINDING_PROCESS:
	case FINDING_INCIDENT:
	case FINDING_DIVIDED:
	case FINDING_VISIBILITY:
	case FINDING_KINDS:
		break;
	}
	return words_plain(gone[t->finding->kind]);
}

const char *tell_change(const struct telling *t, const struct why *why)
{
	return words(t->pool, W_WOULD_CHANGE, hole_text("changes", changes(t, why)),
		hole_text("effect", effect(t, why)));
}
