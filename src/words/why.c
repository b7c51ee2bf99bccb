/* SPDX-License-Identifier: MIT */
/*
 * Why in words: the title, the rule with its numbers, the evidence, the items, what would change
 * it.
 */
#include "why.h"

#include <math.h>
#include <rekindle/str.h>

/* Is the score judged by a line that it has reached? */
static bool is_from(const struct telling *t, double score)
{
	return band_of(&t->d->scores.lines, score) >= BAND_ADEQUATE;
}

static double line_of(const struct telling *t, double score)
{
	enum band band = band_of(&t->d->scores.lines, score);

	if (band == BAND_STRENGTH)
		return t->d->scores.lines.strength;
	return band == BAND_CRITICAL ? t->d->scores.lines.critical : t->d->scores.lines.failing;
}

static const char *band_of_title(const struct telling *t, double score)
{
	enum band band = band_of(&t->d->scores.lines, score);

	return band == BAND_STRENGTH ? words_plain(W_A_STRENGTH) : words_band((int)band);
}

static const char *aspect_title(const struct telling *t, int scale)
{
	const struct scale_score *score = &t->d->scores.scale[scale];
	struct hole what = hole_text("what", scale_info[scale].label);
	bool gap = at_least(score->gap.value, GAP_DISCUSS);

	if (isnan(score->score))
		return words(t->pool,
			gap                          ? W_TITLE_NO_SCORE_GAP
				: score->shared_pain ? W_TITLE_NO_SCORE_PAIN
						     : W_TITLE_NO_SCORE,
			what);
	struct hole band = hole_text("band", band_of_title(t, score->score));
	return words(t->pool,
		gap                               ? W_TITLE_BAND_GAP
			: score->shared_pain      ? W_TITLE_BAND_PAIN
			: !isnan(score->evidence) ? W_TITLE_BAND_FACTS
						  : W_TITLE_BAND,
		what, band);
}

static const char *cause_title(const struct telling *t, int cause)
{
	const struct primary *primary = &t->d->primary;
	double score = t->d->scores.cause[cause].score;
	struct hole what = hole_text("what", cause_info[cause].label);

	if (isnan(score))
		return words(t->pool, W_TITLE_NO_SCORE, what);
	struct hole band = hole_text("band", band_of_title(t, score));
	if (primary->leading[cause])
		return words(t->pool, primary->tie ? W_TITLE_TIE : W_TITLE_PRIMARY, what, band);
	return words(t->pool, primary->contributing[cause] ? W_TITLE_CONTRIBUTING : W_TITLE_BAND,
		what, band);
}

static const char *score_rule(const struct telling *t, const struct scale_score *scale)
{
	bool from = is_from(t, scale->score);
	struct hole score = hole_number("score", scale->score, 2);
	struct hole line = hole_number("line", line_of(t, scale->score), 2);
	struct texts list = { 0 };

	if (isnan(scale->perception))
		return words(t->pool, from ? W_RULE_FACTS_FROM : W_RULE_FACTS_BELOW, score, line);
	if (!isnan(scale->evidence))
		return words(t->pool, from ? W_RULE_BOTH_FROM : W_RULE_BOTH_BELOW,
			hole_number("ratings", scale->perception, 2),
			hole_number("facts", scale->evidence, 2),
			hole_number("weight", scale->weight, 2), score, line);
	for (size_t p = 0; p < t->rec->party_count; p++)
		if (!isnan(scale->value[p]))
			texts_add(t->pool, &list, tell_score(t, scale->value[p]));
	return words(t->pool, from ? W_RULE_MEAN_FROM : W_RULE_MEAN_BELOW,
		hole_list("values", &list), score, line);
}

static void add_unrated(
	const struct telling *t, const struct scale_score *scale, struct texts *rule)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < t->rec->party_count; p++)
		if (!scale->n[p])
			texts_add(t->pool, &list, tell_label(t, (int)p));
	if (list.count)
		texts_add(
			t->pool, rule, words(t->pool, W_RULE_UNRATED, hole_list("parties", &list)));
}

static const char *gap_rule(const struct telling *t, const struct gap *found)
{
	static const enum sentence tested[2][2] = {
		/* [material][confirmed] */
		{ W_RULE_GAP_CHANCE, W_RULE_GAP_CONFIRMED },
		{ W_RULE_WIDE_CHANCE, W_RULE_WIDE_CONFIRMED },
	};
	bool wide = found->level == GAP_MATERIALLY;
	struct hole gap = hole_number("gap", found->value, 2);
	struct hole line = hole_number("line", wide ? GAP_MATERIAL : GAP_DISCUSS, 2);

	if (isnan(found->p))
		return words(t->pool, wide ? W_RULE_WIDE_UNTESTED : W_RULE_GAP_UNTESTED, gap, line);
	return words(
		t->pool, tested[wide][found->confirmed], gap, line, hole_number("p", found->p, 3));
}

static struct texts aspect_rules(const struct telling *t, int aspect)
{
	const struct scale_score *scale = &t->d->scores.scale[aspect];
	struct texts rule = { 0 };

	texts_add(t->pool, &rule,
		isnan(scale->score) ? words_plain(W_RULE_NO_SCORE) : score_rule(t, scale));
	if (isnan(scale->perception))
		add_unrated(t, scale, &rule);
	if (at_least(scale->gap.value, GAP_DISCUSS))
		texts_add(t->pool, &rule, gap_rule(t, &scale->gap));
	else if (scale->shared_pain)
		texts_add(t->pool, &rule,
			words(t->pool, W_RULE_PAIN,
				hole_number("line", t->d->scores.lines.failing, 2),
				hole_number("gap", scale->gap.value, 2)));
	return rule;
}

static const char *cause_rule(const struct telling *t, int cause)
{
	double score = t->d->scores.cause[cause].score;
	struct texts list = { 0 };

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		double aspect = t->d->scores.scale[cause * ASPECTS_PER_CAUSE + i].score;
		if (!isnan(aspect))
			texts_add(t->pool, &list, tell_score(t, aspect));
	}
	if (isnan(score))
		return words(t->pool, W_RULE_FEW_ASPECTS, hole_count("n", (int)list.count),
			hole_count("all", ASPECTS_PER_CAUSE),
			hole_count("needed", CAUSE_ASPECTS_MIN));
	return words(t->pool, is_from(t, score) ? W_RULE_ASPECTS_FROM : W_RULE_ASPECTS_BELOW,
		hole_list("aspects", &list), hole_number("score", score, 2),
		hole_number("line", line_of(t, score), 2));
}

static struct texts cause_rules(const struct telling *t, int cause)
{
	const struct primary *primary = &t->d->primary;
	struct texts rule = { 0 };

	texts_add(t->pool, &rule, cause_rule(t, cause));
	if (primary->leading[cause] && !isnan(t->d->scores.cause[cause].score))
		texts_add(t->pool, &rule,
			words(t->pool, W_RULE_LEADING, hole_number("margin", primary->margin, 2),
				hole_count("agree", primary->agree),
				hole_count("of", primary->of)));
	return rule;
}

static struct texts finding_rules(const struct telling *t)
{
	struct texts rule = { 0 };

	texts_add(t->pool, &rule, words_finding(t->pool, t->rec, t->d, t->finding));
	return rule;
}

static struct texts evidence(const struct telling *t, const struct arguments *found)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < found->count; i++)
		texts_add_item(
			t->pool, &list, tell_argument(t, &found->list[i]), found->list[i].item);
	return list;
}

static struct texts items(const struct telling *t, const struct why *why)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < why->item_count; i++)
		texts_add_item(t->pool, &list,
			words(t->pool, W_ITEM_VALUES,
				hole_text("item", tell_item(t, why->items[i])),
				hole_text("values", tell_item_values(t, why->items[i]))),
			why->items[i]);
	return list;
}

static const char *would_change(const struct telling *t, const struct why *why)
{
	switch (why->would) {
	case WOULD_NOTHING:
		return NULL;
	case WOULD_CHANGES:
		return tell_change(t, why);
	case WOULD_PASS:
		return words_plain(W_WOULD_PASS);
	case WOULD_SCORE:
		return words_plain(W_WOULD_SCORE);
	case WOULD_PARTY_FALL:
		return words(t->pool, W_WOULD_PARTY_FALL,
			hole_text("party", tell_label(t, why->party)),
			hole_number("level", why->level, 2));
	case WOULD_ALL_FALL:
		return words(t->pool, W_WOULD_ALL_FALL, hole_number("level", why->level, 2));
	case WOULD_ASPECTS_FALL:
		return words(t->pool, W_WOULD_ASPECTS_FALL, hole_number("level", why->level, 2));
	}
	return NULL;
}

void words_why(struct why_words *said, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, const struct why *why)
{
	const struct telling telling = { pool, rec, d, why->finding }, *t = &telling;

	*said = (struct why_words){
		.pro = evidence(t, &why->pro),
		.against = evidence(t, &why->against),
		.items = items(t, why),
		.would_change = would_change(t, why),
	};
	switch (why->about) {
	case WHY_FINDING:
		said->title = why->finding->id;
		said->rule = finding_rules(t);
		break;
	case WHY_CAUSE:
		said->title = cause_title(t, why->cause);
		said->rule = cause_rules(t, why->cause);
		break;
	case WHY_ASPECT:
		said->title = aspect_title(t, why->scale);
		said->rule = aspect_rules(t, why->scale);
		break;
	}
}
