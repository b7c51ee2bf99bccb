/* SPDX-License-Identifier: MIT */
/*
 * What it takes for a scale or a cause to reach a level: ratings of the lowest sides first,
 * recorded facts where ratings alone cannot do it, both where either is too little.
 */
#include <stdlib.h>
#include "why.h"

void changes_add(
	struct changes *changes, enum change_kind kind, int party, int subject, double value)
{
	struct change *grown = pool_alloc(changes->pool, (changes->count + 1) * sizeof(*grown));
	for (size_t i = 0; i < changes->count; i++)
		grown[i] = changes->list[i];
	grown[changes->count++] = (struct change){ kind, party, subject, value };
	changes->list = grown;
}

/* Two decimals, so that what is printed is enough. */
static double cents_up(double x)
{
	return fmin(ceil(x * 100 - 1e-6) / 100, SCORE_HIGHEST);
}

static double cents_above(double x)
{
	return fmin((floor(x * 100 + 1e-6) + 1) / 100, SCORE_HIGHEST);
}

/* Parties with a value, the lowest first. */
static int lowest_first(const struct asked *q, int scale, int party[PARTIES_MAX])
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	int count = 0;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		if (!score->n[p])
			continue;
		int at = count++;
		for (; at && score->value[p] < score->value[party[at - 1]]; at--)
			party[at] = party[at - 1];
		party[at] = (int)p;
	}
	return count;
}

static void rate_all(const struct asked *q, struct changes *out, int scale, double level)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (below(score->value[p], level))
			changes_add(out, CHANGE_RATINGS, (int)p, scale, cents_up(level));
}

/* Not more than a strength, and no new gap to those who stay where they are. */
static bool is_fair(const struct asked *q, double level, double highest, double lowest_left)
{
	return at_most(level, q->d->scores.lines.strength) &&
		(at_most(level, highest) || below(level - lowest_left, GAP_DISCUSS));
}

/* As few of the lowest parties as bring the mean there and may fairly be asked. */
static void rate_lowest(const struct asked *q, struct changes *out, int scale, double needed)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	int party[PARTIES_MAX], count = lowest_first(q, scale, party);
	double missing = 0, level = needed;
	int few = 1;
	for (int i = 0; i < count; i++)
		missing += needed - score->value[party[i]];
	for (double sum = 0; few <= count; few++) {
		sum += score->value[party[few - 1]];
		level = few == count ? needed : (sum + missing) / few;
		if (few == count ||
			is_fair(q, level, score->value[party[count - 1]], score->value[party[few]]))
			break;
	}
	for (int i = 0; i < few && i < count; i++)
		if (below(score->value[party[i]], level))
			changes_add(out, CHANGE_RATINGS, party[i], scale, cents_up(level));
}

/* Facts that score so much, and ratings of all sides where one is given: does that do it? */
static bool reach_with(const struct asked *q, struct changes *out, int scale, double level,
	double facts, double ratings)
{
	struct changes before = *out;
	change_facts(q, out, scale, fmin(facts, SCORE_HIGHEST));
	if (!isnan(ratings))
		rate_all(q, out, scale, ratings);
	if (changes_reach(q, out, scale, level))
		return true;
	*out = before;
	return false;
}

/* Just enough of them, else all. */
static bool reach_by_facts(const struct asked *q, struct changes *out, int scale, double level)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	double weight = score->weight, rated = score->perception;
	double enough = isnan(rated) ? level : (level - (1 - weight) * rated) / weight;
	return reach_with(q, out, scale, level, enough, NAN) ||
		reach_with(q, out, scale, level, SCORE_HIGHEST, NAN);
}

static bool reach_by_both(const struct asked *q, struct changes *out, int scale, double level)
{
	return reach_with(q, out, scale, level, SCORE_HIGHEST, level) ||
		reach_with(q, out, scale, level, SCORE_HIGHEST, q->d->scores.lines.strength) ||
		reach_with(q, out, scale, level, SCORE_HIGHEST, SCORE_HIGHEST);
}

/* Ratings if no more than a strength is asked; else the facts; else more of either. */
bool reach_scale(const struct asked *q, struct changes *out, int scale, double level)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	bool facts = scale < ASPECT_COUNT && !isnan(score->evidence);
	double needed =
		facts ? (level - score->weight * score->evidence) / (1 - score->weight) : level;
	bool rated = !isnan(score->perception);
	if (facts && !(rated && at_most(needed, q->d->scores.lines.strength)) &&
		reach_by_facts(q, out, scale, level))
		return true;
	if (rated && at_most(needed, SCORE_HIGHEST)) {
		rate_lowest(q, out, scale, needed);
		return true;
	}
	return facts && reach_by_both(q, out, scale, level);
}

/* The cause's scored aspects, the lowest first. */
static int aspects_of(const struct asked *q, int cause, int aspect[ASPECTS_PER_CAUSE])
{
	int count = 0;
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;
		double score = q->d->scores.scale[scale].score;
		if (isnan(score))
			continue;
		int at = count++;
		for (; at && score < q->d->scores.scale[aspect[at - 1]].score; at--)
			aspect[at] = aspect[at - 1];
		aspect[at] = scale;
	}
	return count;
}

/* The lowest aspects at a common level such that the mean of all is at the line. */
static bool lift_aspects(const struct asked *q, struct changes *out, const int *aspect, int count,
	int few, double line)
{
	double level = line * count;
	for (int i = few; i < count; i++)
		level -= q->d->scores.scale[aspect[i]].score;
	level /= few;
	if (above(level, q->d->scores.lines.strength))
		return false;
	for (int i = 0; i < few; i++)
		if (below(q->d->scores.scale[aspect[i]].score, level) &&
			!reach_scale(q, out, aspect[i], cents_up(level)))
			return false;
	return true;
}

static bool asks_much(const struct asked *q, const struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (changes->list[i].kind == CHANGE_RATINGS &&
			above(changes->list[i].value, q->d->scores.lines.strength))
			return true;
	return false;
}

/* As few aspects as do it without asking for more than a strength; all of them if that is asked. */
bool reach_cause(const struct asked *q, struct changes *out, int cause, double line)
{
	int aspect[ASPECTS_PER_CAUSE], count = aspects_of(q, cause, aspect);
	struct changes before = *out;
	for (int few = 1; few <= count; few++) {
		*out = before;
		if (lift_aspects(q, out, aspect, count, few, line) &&
			(few == count || !asks_much(q, out)) && changes_work(q, out))
			return true;
	}
	*out = before;
	return false;
}

void close_gap(const struct asked *q, struct changes *out, int scale, double limit)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	double highest = SCORE_LOWEST;
	for (size_t p = 0; p < q->rec->party_count; p++)
		highest = fmax(highest, score->value[p]);
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (score->n[p] && at_most(score->value[p], highest - limit))
			changes_add(
				out, CHANGE_RATINGS, (int)p, scale, cents_above(highest - limit));
}

/* Rows that are not "yes" become it, those that are "no" first. */
static void change_rows(const struct asked *q, struct changes *out, enum list list, double share)
{
	static const enum check worst_first[] = { CHECK_NO, CHECK_PARTLY };
	int known = 0, points = 0;
	for (int row = (int)list_info[list].first; row < (int)list_info[list].end; row++) {
		int value = check_points(record_check(q->rec, (enum check_row)row));
		known += value >= 0;
		points += value >= 0 ? value : 0;
	}
	for (int i = 0; i < 2; i++)
		for (int row = (int)list_info[list].first; row < (int)list_info[list].end; row++) {
			enum check value = record_check(q->rec, (enum check_row)row);
			if (value != worst_first[i] || at_least(points, share * 2 * known))
				continue;
			changes_add(out, CHANGE_CHECK, -1, row, 0);
			points += check_points(CHECK_YES) - check_points(value);
		}
}

static void change_objectives(const struct asked *q, struct changes *out, double share)
{
	const struct record *rec = q->rec;
	int have = 0;
	if (!rec->objective_count)
		changes_add(out, CHANGE_AGREED, -1, 0, 0);
	for (size_t i = 0; i < rec->objective_count; i++)
		have += !str_blank(rec->objectives[i].measure) +
			!str_blank(rec->objectives[i].target) +
			(rec->objectives[i].due != DATE_NONE);
	for (size_t i = 0; i < rec->objective_count; i++) {
		const struct objective *objective = &rec->objectives[i];
		int has = !str_blank(objective->measure) + !str_blank(objective->target) +
			(objective->due != DATE_NONE);
		if (has == 3 || at_least(have, share * 3 * (double)rec->objective_count))
			continue;
		changes_add(out, CHANGE_COMPLETE, -1, (int)i, 0);
		have += 3 - has;
	}
}

static void change_form(const struct asked *q, struct changes *out)
{
	const struct type_fit *type = &q->d->scores.type;
	if (type->better_count)
		changes_add(out, CHANGE_TYPE, -1, type->better[0].type, 0);
}

/* No other route is open any more. */
static void change_route(const struct asked *q, struct changes *out)
{
	static const int ways[] = { ROUTE_OWN, ROUTE_TRADABILITY };
	const double *value = q->d->scores.route.value;
	for (int i = 0; i < 2; i++)
		if (above(value[ways[i]], ROUTE_SHUT))
			changes_add(out, CHANGE_ROUTE, -1, ways[i], ROUTE_SHUT);
	if (above(fmin(value[ROUTE_CLOSENESS], value[ROUTE_INTEGRATION]), ROUTE_SHUT))
		changes_add(out, CHANGE_ROUTE, -1,
			isnan(value[ROUTE_INTEGRATION]) ? ROUTE_CLOSENESS : ROUTE_INTEGRATION,
			ROUTE_SHUT);
}

void change_facts(const struct asked *q, struct changes *out, int aspect, double level)
{
	double share = (level - SCORE_LOWEST) / (SCORE_HIGHEST - SCORE_LOWEST);
	if (aspect == ASPECT_RATIONALE)
		change_route(q, out);
	else if (aspect == ASPECT_OBJECTIVES)
		change_objectives(q, out, share);
	else if (aspect == ASPECT_FIT)
		change_form(q, out);
	else
		change_rows(q, out, aspect == ASPECT_SELECTION ? LIST_SELECTION : LIST_GOVERNANCE,
			share);
}
