/* SPDX-License-Identifier: MIT */
/*
 * The second value to hide (rekindle-method(7), section 9): what a reader could work out from the
 * score of a cause, and how much more is withheld until that is nothing.
 */
#include "edition.h"

/* What a reader knows of one withheld score, before the score of its cause is looked at. */
struct guess {
	int scale;
	double low, high;
	double weight; /* of one party value in the score */
	int hidden;    /* party values that are not shown */
};

struct guesses {
	struct guess of[ASPECTS_PER_CAUSE];
	int count;
	double sum; /* of the withheld scores: the cause and the shown ones give it */
};

/* A score without a perception is a recorded fact: anybody can work it out, so it hides nothing. */
static bool is_open(const struct edition_view *view, const struct scores *scores, int scale)
{
	return view->scale[scale] == WITHHELD_NOT || isnan(scores->scale[scale].perception);
}

/* A score is known to lie on its side of the lines that trigger actions and decisions. */
static void know_side(struct guess *guess, double score, double line)
{
	if (below(score, line))
		guess->high = fmin(guess->high, line);
	else
		guess->low = fmax(guess->low, line);
}

static struct guess guess_score(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, int scale)
{
	const struct scale_score *score = &scores->scale[scale];
	double facts = isnan(score->evidence) ? 0 : score->weight, shown = 0;
	struct guess guess = { .scale = scale };
	int parties = 0;

	for (size_t p = 0; p < rec->party_count; p++) {
		if (isnan(score->value[p]))
			continue;
		parties++;
		if (view->value[scale][p])
			guess.hidden++;
		else
			shown += score->value[p];
	}
	guess.weight = (1 - facts) / parties;
	shown = shown * guess.weight + (facts > 0 ? facts * score->evidence : 0);
	guess.low = shown + guess.weight * guess.hidden * SCORE_LOWEST;
	guess.high = shown + guess.weight * guess.hidden * SCORE_HIGHEST;
	know_side(&guess, score->score, scores->lines.failing);
	if (scale == ASPECT_FIT || scale == ASPECT_TERMS)
		know_side(&guess, score->score, SCORE_REBUILD);
	return guess;
}

static struct guesses guess_all(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, int cause)
{
	struct guesses all = { .count = 0 };

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;

		if (isnan(scores->scale[scale].score) || is_open(view, scores, scale))
			continue;
		all.of[all.count++] = guess_score(view, rec, scores, scale);
		all.sum += scores->scale[scale].score;
	}
	return all;
}

/* How far apart the least and the most are that one of the scores can be, given their sum. */
static double room(const struct guesses *all, int at)
{
	double low = all->sum, high = all->sum;

	for (int i = 0; i < all->count; i++)
		if (i != at) {
			low -= all->of[i].high;
			high -= all->of[i].low;
		}
	return fmin(high, all->of[at].high) - fmax(low, all->of[at].low);
}

static bool has_few(const struct edition_view *view, const struct scores *scores, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (view->value[scale][p] && scores->scale[scale].n[p] < EDITION_VALUE_MIN)
			return true;
	return false;
}

static bool scores_hold(
	const struct edition_view *view, const struct scores *scores, const struct guesses *all)
{
	for (int i = 0; i < all->count; i++) {
		double width = room(all, i);

		if (width < EDITION_NARROW)
			return false;
		if (has_few(view, scores, all->of[i].scale) &&
			width / all->of[i].weight < EDITION_SPREAD)
			return false;
	}
	return true;
}

/*
 * The most that the sum of the party's values over the withheld aspects can be, up to what is known
 * anyway: of all ways to share out the sum of the scores, the one that gives it where a point of
 * score is most of the party's. With turn -1: the least, negated.
 */
static double party_most(const struct guesses *all, const double *rate, int turn)
{
	double left = all->sum, most = 0;
	bool used[ASPECTS_PER_CAUSE] = { false };

	for (int i = 0; i < all->count; i++) {
		left -= all->of[i].low;
		most += turn * rate[i] * all->of[i].low;
	}
	for (int step = 0; step < all->count; step++) {
		int best = -1;

		for (int i = 0; i < all->count; i++)
			if (!used[i] && (best < 0 || turn * rate[i] > turn * rate[best]))
				best = i;
		double given = fmin(left, all->of[best].high - all->of[best].low);
		most += turn * rate[best] * given;
		left -= given;
		used[best] = true;
	}
	return most;
}

/*
 * The party's value of the cause. Where another party's value is hidden beside its own, what it
 * says stays open; where it is the only one every time, the sum of the scores may give it.
 */
static bool party_holds(const struct edition_view *view, const struct scores *scores,
	const struct guesses *all, int cause, int party)
{
	double rate[ASPECTS_PER_CAUSE] = { 0 };
	bool any = false;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;

		if (view->value[scale][party] && is_open(view, scores, scale))
			return true;
	}
	for (int i = 0; i < all->count; i++) {
		if (!view->value[all->of[i].scale][party])
			continue;
		if (all->of[i].hidden > 1)
			return true;
		rate[i] = 1 / all->of[i].weight;
		any = true;
	}
	return !any ||
		(party_most(all, rate, 1) + party_most(all, rate, -1)) / ASPECTS_PER_CAUSE >=
		EDITION_SPREAD;
}

static bool holds(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, int cause)
{
	struct guesses all = guess_all(view, rec, scores, cause);

	if (!scores_hold(view, scores, &all))
		return false;
	for (size_t p = 0; p < rec->party_count; p++)
		if (!party_holds(view, scores, &all, cause, (int)p))
			return false;
	return true;
}

static void hide_row(struct edition_view *view, const struct scores *scores, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		view->value[scale][p] = !isnan(scores->scale[scale].value[p]);
	if (view->scale[scale] == WITHHELD_NOT)
		view->scale[scale] = WITHHELD_SECOND;
}

static int count_n(const struct record *rec, const struct scale_score *score)
{
	int n = 0;

	for (size_t p = 0; p < rec->party_count; p++)
		n += score->n[p];
	return n;
}

/* The one of the smallest n, of several the last in order; -1 when none is left. */
static int find_second(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, int cause)
{
	int best = -1;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;
		const struct scale_score *score = &scores->scale[scale];

		if (view->scale[scale] != WITHHELD_NOT || isnan(score->perception))
			continue;
		if (best < 0 || count_n(rec, score) <= count_n(rec, &scores->scale[best]))
			best = scale;
	}
	return best;
}

static int count_hidden(const struct edition_view *view, int cause)
{
	int n = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		n += view->scale[cause * ASPECTS_PER_CAUSE + i] != WITHHELD_NOT;
	return n;
}

/* Of the withheld aspects one more is withheld with every party's value, the last first, until that
 * is enough. */
static bool hide_rows(
	struct edition_view *view, const struct record *rec, const struct scores *scores, int cause)
{
	bool enough = false;

	for (int i = ASPECTS_PER_CAUSE - 1; i >= 0 && !enough; i--) {
		int scale = cause * ASPECTS_PER_CAUSE + i;

		if (view->scale[scale] == WITHHELD_NOT)
			continue;
		hide_row(view, scores, scale);
		enough = holds(view, rec, scores, cause);
	}
	return enough;
}

/* The last resort leaves nothing of the cause: the track of the plan says where its score lies. */
static void hide_cause(struct edition_view *view, const struct scores *scores, int cause)
{
	view->cause[cause] = view->primary = true;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		if (!isnan(scores->scale[cause * ASPECTS_PER_CAUSE + i].perception))
			hide_row(view, scores, cause * ASPECTS_PER_CAUSE + i);
}

void edition_protect(
	struct edition_view *view, const struct record *rec, const struct scores *scores, int cause)
{
	int second;

	if (isnan(scores->cause[cause].score) || !count_hidden(view, cause))
		return;
	if (count_hidden(view, cause) < 2 || !holds(view, rec, scores, cause)) {
		second = find_second(view, rec, scores, cause);
		if (second >= 0)
			hide_row(view, scores, second);
	}
	if (count_hidden(view, cause) > 1 && holds(view, rec, scores, cause))
		return;
	if (count_hidden(view, cause) < 2 || !hide_rows(view, rec, scores, cause))
		hide_cause(view, scores, cause);
}
