/* SPDX-License-Identifier: MIT */
/*
 * Why (rekindle-method(7), section 6a): the rule of a finding in words, the evidence for and
 * against it, and what would change it. A cause or aspect that is no finding is explained the same
 * way.
 */
#include "why.h"

static void explain(struct why *why, const struct asked *q)
{
	struct changes changes = { .pool = q->pool };
	why_evidence(why, q);
	why_search(q, &changes);
	why->changes = changes.list;
	why->change_count = changes.count;
	why->would_change = changes.count ? change_text(q, &changes) : NULL;
}

void why_finding(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, const struct finding *finding)
{
	const struct asked asked = { pool, rec, d, finding }, *q = &asked;
	*why = (struct why){ .title = finding->id };
	texts_add(q->pool, &why->rule, finding->text);
	why_items(why, q, finding->scale);
	explain(why, q);
}

/* The finding of that kind and subject, NULL when it is none. */
static const struct finding *found(const struct diagnosis *d, enum finding_kind kind, int subject)
{
	for (size_t i = 0; i < d->finding_count; i++)
		if (d->findings[i].kind == kind && d->findings[i].subject == subject)
			return &d->findings[i];
	return NULL;
}

static const char *against_line(const struct asked *q, double score)
{
	enum band band = band_of(score);
	return WHY_TEXT("%s %.2f",
		band == BAND_STRENGTH || band == BAND_ADEQUATE ? "from" : "below",
		band == BAND_STRENGTH           ? SCORE_STRENGTH
			: band == BAND_CRITICAL ? SCORE_CRITICAL
						: SCORE_FAILING);
}

static const char *sides_of(const struct asked *q, const double value[PARTIES_MAX])
{
	struct texts list = { 0 };
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!isnan(value[p]))
			texts_add(q->pool, &list, WHY_TEXT("%.2f", value[p]));
	return why_list(q->pool, &list);
}

static void add_rule(struct why *why, const struct asked *q, const char *text)
{
	texts_add(q->pool, &why->rule, text);
}

static void missing_sides(struct why *why, const struct asked *q, const struct scale_score *scale)
{
	struct texts list = { 0 };
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!scale->n[p])
			texts_add(q->pool, &list, q->rec->parties[p].label);
	if (list.count)
		add_rule(why, q, WHY_TEXT("No ratings of %s.", why_list(q->pool, &list)));
}

static void rule_of_score(struct why *why, const struct asked *q, const struct scale_score *scale)
{
	const char *line = isnan(scale->score) ? "" : against_line(q, scale->score);
	if (isnan(scale->score))
		add_rule(why, q, "No score: a side that is needed has no value.");
	else if (isnan(scale->evidence))
		add_rule(why, q,
			WHY_TEXT("Mean of the sides, %s, is %.2f: %s.", sides_of(q, scale->value),
				scale->score, line));
	else if (isnan(scale->perception))
		add_rule(why, q, WHY_TEXT("Recorded facts alone: %.2f, %s.", scale->score, line));
	else
		add_rule(why, q,
			WHY_TEXT("Ratings %.2f and facts %.2f (weight %.2f) make %.2f: %s.",
				scale->perception, scale->evidence, scale->weight, scale->score,
				line));
	if (isnan(scale->perception))
		missing_sides(why, q, scale);
}

static void rule_of_gap(struct why *why, const struct asked *q, const struct scale_score *scale)
{
	const struct gap *gap = &scale->gap;
	const char *test = isnan(gap->p)
		? "cannot be confirmed at this size"
		: WHY_TEXT("p %.3f, %s", gap->p, gap->confirmed ? "so confirmed" : "may be chance");
	if (at_least(gap->value, GAP_DISCUSS))
		add_rule(why, q,
			WHY_TEXT("Gap %.2f, from %.2f on %s; %s.", gap->value,
				gap->level == GAP_MATERIALLY ? GAP_MATERIAL : GAP_DISCUSS,
				gap->level == GAP_MATERIALLY ? "material" : "to be discussed",
				test));
	else if (scale->shared_pain)
		add_rule(why, q,
			WHY_TEXT("All sides below %.2f, gap %.2f: pain that they share.",
				SCORE_FAILING, gap->value));
}

static const char *is_band(const struct asked *q, const char *what, double score)
{
	if (isnan(score))
		return WHY_TEXT("%s has no score", what);
	return WHY_TEXT("%s is %s", what,
		band_of(score) == BAND_STRENGTH ? "a strength" : band_word(band_of(score)));
}

static const char *aspect_title(const struct asked *q, int scale)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	const char *title = is_band(q, scale_info[scale].label, score->score);
	if (at_least(score->gap.value, GAP_DISCUSS))
		return WHY_TEXT("%s, and the sides see it differently", title);
	return score->shared_pain ? WHY_TEXT("%s, and all sides say so", title) : title;
}

/* The party whose fall alone would bring a healthy aspect below the line, and how far. */
static const char *what_would_fail(const struct asked *q, int scale)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	double weight = isnan(score->evidence) ? 0 : score->weight;
	double facts = isnan(score->evidence) ? 0 : score->evidence, sum = 0;
	int low = -1, n = 0;
	if (isnan(score->perception))
		return NULL;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		if (!score->n[p])
			continue;
		n++;
		sum += score->value[p];
		if (low < 0 || below(score->value[p], score->value[low]))
			low = (int)p;
	}
	double needed = (SCORE_FAILING - weight * facts) / (1 - weight);
	double level = n * needed - (sum - score->value[low]);
	if (above(level, SCORE_LOWEST))
		return WHY_TEXT("%s below %.2f: weak", q->rec->parties[low].label, level);
	return above(needed, SCORE_LOWEST) ? WHY_TEXT("all sides below %.2f: weak", needed) : NULL;
}

void why_aspect(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, int scale)
{
	const struct finding *finding = found(d, FINDING_ASPECT, scale);
	const struct scale_score *score = &d->scores.scale[scale];
	const struct asked asked = { pool, rec, d, finding }, *q = &asked;
	*why = (struct why){ .title = aspect_title(q, scale) };
	rule_of_score(why, q, score);
	rule_of_gap(why, q, score);
	why_items(why, q, scale);
	if (finding) {
		explain(why, q);
		return;
	}
	struct why low = { 0 }; /* what speaks for a healthy one speaks against a low one */
	why_scale(&low, q, scale, SCORE_FAILING);
	why->pro = isnan(score->score) ? low.pro : low.against;
	why->against = isnan(score->score) ? low.against : low.pro;
	why->would_change =
		isnan(score->score) ? "values of every side: a score" : what_would_fail(q, scale);
}

static const char *cause_title(const struct asked *q, int cause)
{
	const struct primary *primary = &q->d->primary;
	const char *title = is_band(q, cause_info[cause].label, q->d->scores.cause[cause].score);
	if (primary->leading[cause])
		return WHY_TEXT("%s: %s", title,
			primary->tie ? "leading, cannot be told apart" : "the primary cause");
	if (primary->contributing[cause])
		return WHY_TEXT("%s, contributing", title);
	return title;
}

static void rule_of_cause(struct why *why, const struct asked *q, int cause)
{
	const struct primary *primary = &q->d->primary;
	const struct cause_score *score = &q->d->scores.cause[cause];
	double aspect[ASPECTS_PER_CAUSE];
	struct texts list = { 0 };
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		aspect[i] = q->d->scores.scale[cause * ASPECTS_PER_CAUSE + i].score;
		if (!isnan(aspect[i]))
			texts_add(q->pool, &list, WHY_TEXT("%.2f", aspect[i]));
	}
	if (isnan(score->score)) {
		add_rule(why, q,
			WHY_TEXT("No score: %zu of %d aspects have one, %d are needed.", list.count,
				ASPECTS_PER_CAUSE, CAUSE_ASPECTS_MIN));
		return;
	}
	add_rule(why, q,
		WHY_TEXT("Aspects %s, mean %.2f: %s.", why_list(q->pool, &list), score->score,
			against_line(q, score->score)));
	if (primary->leading[cause])
		add_rule(why, q,
			WHY_TEXT("Within %.2f of the lowest; %d of %d runs less one person "
				 "agree.",
				primary->margin, primary->agree, primary->of));
}

void why_cause(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, int cause)
{
	const struct finding *finding = found(d, FINDING_CAUSE, cause);
	double score = d->scores.cause[cause].score;
	const struct asked asked = { pool, rec, d, finding }, *q = &asked;
	*why = (struct why){ .title = cause_title(q, cause) };
	rule_of_cause(why, q, cause);
	if (finding) {
		explain(why, q);
		return;
	}
	struct why low = { 0 };
	why_of_cause(&low, q, cause, SCORE_FAILING);
	why->pro = isnan(score) ? low.pro : low.against;
	why->against = isnan(score) ? low.against : low.pro;
	why->would_change = isnan(score)
		? "values of every side: a score"
		: WHY_TEXT("its aspects more than %.2f lower on average: weak",
			  score - SCORE_FAILING);
}
