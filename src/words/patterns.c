/* SPDX-License-Identifier: MIT */
/*
 * Pitfalls and special situations in words: the rule with its name, or the case alone.
 */
#include "findings.h"

#include <assert.h>
#include <math.h>
#include <rekindle/str.h>

static const char *blame_game(const struct telling *t, bool alone)
{
	return words(t->pool, alone ? W_CASE_BLAME_GAME : W_RULE_BLAME_GAME,
		hole_text("tops", tell_tops(t)), hole_text("n", tell_n(t, t->d->scores.split.n)));
}

static const char *culture(const struct telling *t, bool alone)
{
	enum scale aspect = t->rec->instrument->culture;
	const struct scale_score *scale = &t->d->scores.scale[aspect];
	struct hole name =
		hole_text("aspect", alone ? scale_info[aspect].label : words_scale((int)aspect));
	struct hole score = hole_text("score", tell_score(t, scale->score));
	struct hole n = hole_text("n", tell_n(t, scale->n));
	struct hole line = hole_number("line", t->d->scores.lines.failing, 2);
	struct hole limit = hole_number("limit", GAP_DISCUSS, 2);

	if (isnan(scale->gap.value))
		return words(t->pool, alone ? W_CASE_CULTURE : W_RULE_CULTURE, name, score, n, line,
			limit);
	return words(t->pool, alone ? W_CASE_CULTURE_GAP : W_RULE_CULTURE_GAP, name, score, n,
		hole_number("gap", scale->gap.value, 2), line, limit);
}

static const char *sponsorship(const struct telling *t, bool alone)
{
	return words(t->pool, alone ? W_CASE_NO_SPONSORSHIP : W_RULE_NO_SPONSORSHIP,
		hole_text("score", tell_score(t, t->d->scores.scale[ASPECT_SPONSORSHIP].score)),
		hole_text("n", tell_scale_n(t, ASPECT_SPONSORSHIP)),
		hole_number("line", t->d->scores.lines.failing, 2));
}

static const char *agreement(const struct telling *t, bool alone)
{
	return words(t->pool, alone ? W_CASE_UNADAPTED : W_RULE_UNADAPTED,
		hole_text("score", tell_score(t, t->d->scores.scale[ASPECT_TERMS].score)),
		hole_text("n", tell_scale_n(t, ASPECT_TERMS)),
		hole_number("line", t->d->scores.lines.failing, 2));
}

static const char *unwilling(const struct telling *t, bool alone)
{
	(void)t;
	return words_plain(alone ? W_CASE_UNWILLING : W_RULE_UNWILLING);
}

static const char *rigid(const struct telling *t, bool alone)
{
	struct hole score =
		hole_text("score", tell_score(t, t->d->scores.scale[ASPECT_TERMS].score));
	struct hole n = hole_text("n", tell_scale_n(t, ASPECT_TERMS));
	struct hole line = hole_number("line", t->d->scores.lines.critical, 2);

	if (record_profile(t->rec)->amendable == TRI_NO)
		return words(
			t->pool, alone ? W_CASE_RIGID_FIXED : W_RULE_RIGID_FIXED, score, n, line);
	return words(t->pool, alone ? W_CASE_RIGID : W_RULE_RIGID, score, n, line);
}

static const char *power(const struct telling *t, bool alone)
{
	double gap = t->d->scores.scale[ASPECT_VALUE].gap.value;

	return words(t->pool, alone ? W_CASE_POWER : W_RULE_POWER,
		hole_text("sizes", tell_sizes(t)),
		hole_text("gap", isnan(gap) ? words_plain(W_SAYS_NO_GAP) : tell_score(t, gap)),
		hole_text("n", tell_scale_n(t, ASPECT_VALUE)), hole_number("line", GAP_DISCUSS, 2));
}

static const char *thin(const struct telling *t, bool alone)
{
	const struct scale_score *scale = t->d->scores.scale;

	return words(t->pool, alone ? W_CASE_THIN : W_RULE_THIN,
		hole_text("trust", tell_score(t, scale[SCALE_TRUST].score)),
		hole_text("trust_n", tell_scale_n(t, SCALE_TRUST)),
		hole_text("talk", tell_score(t, scale[ASPECT_COMMUNICATION].score)),
		hole_text("talk_n", tell_scale_n(t, ASPECT_COMMUNICATION)),
		hole_number("line", t->d->scores.lines.critical, 2));
}

static const char *impatience(const struct telling *t, bool alone)
{
	return words(t->pool, alone ? W_CASE_IMPATIENCE : W_RULE_IMPATIENCE,
		hole_text("score", tell_score(t, t->d->scores.scale[SCALE_RESULTS].score)),
		hole_text("n", tell_scale_n(t, SCALE_RESULTS)),
		hole_number("line", t->d->scores.lines.critical, 2),
		hole_count("months", IMPATIENCE_MONTHS));
}

static const char *coopetition(const struct telling *t, bool alone)
{
	const char *where = record_profile(t->rec)->competitors_where;

	if (str_blank(where))
		return words_plain(alone ? W_CASE_COOPETITION : W_RULE_COOPETITION);
	return words(t->pool, alone ? W_CASE_COOPETITION_IN : W_RULE_COOPETITION_IN,
		hole_text("where", tell_unstopped(t, where)));
}

typedef const char *tell_pattern(const struct telling *, bool alone);

static tell_pattern *const pitfalls[PITFALL_COUNT] = {
	[PITFALL_BLAME_GAME] = blame_game,
	[PITFALL_CULTURAL_DIFFERENCES] = culture,
	[PITFALL_NO_SPONSORSHIP] = sponsorship,
	[PITFALL_UNADAPTED_AGREEMENT] = agreement,
};

static tell_pattern *const specials[SPECIAL_COUNT] = {
	[SPECIAL_UNWILLING_PARTNER] = unwilling,
	[SPECIAL_RIGID_CONTRACT] = rigid,
	[SPECIAL_POWER_IMBALANCE] = power,
	[SPECIAL_THIN_RELATIONSHIPS] = thin,
	[SPECIAL_IMPATIENCE] = impatience,
	[SPECIAL_COOPETITION] = coopetition,
};

const char *tell_pitfall(const struct telling *t)
{
	return pitfalls[t->finding->subject](t, false);
}

const char *tell_special(const struct telling *t)
{
	return specials[t->finding->subject](t, false);
}

const char *words_case(struct pool *pool, const struct record *rec, const struct diagnosis *d,
	const struct finding *finding)
{
	const struct telling telling = { pool, rec, d, finding };
	bool pitfall = finding->kind == FINDING_PITFALL;

	assert(pitfall || finding->kind == FINDING_SPECIAL);
	if (finding->withheld)
		return "";
	return (pitfall ? pitfalls : specials)[finding->subject](&telling, true);
}
