/* SPDX-License-Identifier: MIT */
/*
 * The two sides (rekindle-method(7), section 4): gaps and whether they may be chance, pain that is
 * shared, parties divided in themselves.
 */
#include <stdlib.h>
#include "basis.h"

const char *gap_word(enum gap_level level)
{
	static const char *const words[] = {
		[GAP_NORMAL] = "normal",
		[GAP_DISCUSSED] = "discuss",
		[GAP_MATERIALLY] = "material",
	};
	return words[level];
}

static int highest(const struct scale_score *scale, size_t party_count)
{
	int best = -1;
	for (size_t p = 0; p < party_count; p++)
		if (scale->n[p] && (best < 0 || above(scale->value[p], scale->value[best])))
			best = (int)p;
	return best;
}

static int lowest_but(const struct scale_score *scale, size_t party_count, int but)
{
	int best = -1;
	for (size_t p = 0; p < party_count; p++)
		if (scale->n[p] && (int)p != but &&
			(best < 0 || below(scale->value[p], scale->value[best])))
			best = (int)p;
	return best;
}

static enum gap_level gap_level_of(double gap)
{
	return at_least(gap, GAP_MATERIAL)   ? GAP_MATERIALLY
		: at_least(gap, GAP_DISCUSS) ? GAP_DISCUSSED
					     : GAP_NORMAL;
}

/* The respondents' values of one party, in file order; the caller frees. */
static double *values_of(
	const struct scores *scores, const struct record *rec, int scale, int party)
{
	int n = 0;
	double *values = mem_alloc((size_t)scores->scale[scale].n[party] * sizeof(*values));
	for (size_t r = 0; r < rec->respondent_count; r++) {
		double value = scores_tally(scores, r, scale)->value;
		if (rec->respondents[r].party == party && !isnan(value))
			values[n++] = value;
	}
	return values;
}

/* With more than two parties the widest pair was picked out of many. */
static double test_gap(const struct scores *scores, const struct record *rec, int scale, int high,
	int low, int parties)
{
	const int *n = scores->scale[scale].n;
	if (n[high] < GAP_TEST_MIN || n[low] < GAP_TEST_MIN)
		return NAN;
	double *a = values_of(scores, rec, scale, high), *b = values_of(scores, rec, scale, low);
	double p = permutation_p(a, n[high], b, n[low]);
	free(a);
	free(b);
	return fmin(p * parties * (parties - 1) / 2, 1);
}

static void find_gap(struct scores *scores, const struct record *rec, int s)
{
	struct scale_score *scale = &scores->scale[s];
	int high = highest(scale, rec->party_count), parties = 0;
	int low = lowest_but(scale, rec->party_count, high);
	scale->gap = (struct gap){ .value = NAN, .higher = -1, .lower = -1, .p = NAN };
	if (low < 0)
		return;
	for (size_t p = 0; p < rec->party_count; p++)
		parties += scale->n[p] > 0;
	double gap = scale->value[high] - scale->value[low];
	scale->gap.value = gap;
	scale->gap.level = gap_level_of(gap);
	scale->gap.higher = equal(gap, 0) ? -1 : high;
	scale->gap.lower = low;
	if (s < ASPECT_COUNT)
		scale->gap.p = test_gap(scores, rec, s, high, low, parties);
}

static void confirm_gaps(struct scores *scores)
{
	double p[ASPECT_COUNT];
	bool confirmed[ASPECT_COUNT];
	for (int a = 0; a < ASPECT_COUNT; a++)
		p[a] = scores->scale[a].gap.p;
	benjamini_hochberg(p, ASPECT_COUNT, FALSE_DISCOVERY, confirmed);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		struct gap *gap = &scores->scale[a].gap;
		gap->confirmed = confirmed[a] && at_least(gap->value, GAP_DISCUSS);
	}
}

static bool pain_shared(
	const struct scores *scores, const struct scale_score *scale, size_t party_count)
{
	for (size_t p = 0; p < party_count; p++)
		if (scale->n[p] && !below(scale->value[p], scores->lines.failing))
			return false;
	return below(scale->gap.value, GAP_DISCUSS);
}

static void find_divided(struct scores *scores, const struct record *rec, int s)
{
	struct scale_score *scale = &scores->scale[s];
	double deviation[PARTIES_MAX] = { 0 };
	for (size_t r = 0; r < rec->respondent_count; r++) {
		int party = rec->respondents[r].party;
		double value = scores_tally(scores, r, s)->value;
		if (!isnan(value))
			deviation[party] += fabs(value - scale->value[party]);
	}
	for (size_t p = 0; p < rec->party_count; p++)
		scale->divided[p] = scale->n[p] >= DIVIDED_MIN &&
			above(deviation[p] / scale->n[p], DIVIDED_DEVIATION);
}

void agreement_compute(struct scores *scores, const struct record *rec)
{
	for (int s = 0; s < SCALE_COUNT; s++) {
		find_gap(scores, rec, s);
		find_divided(scores, rec, s);
		scores->scale[s].shared_pain =
			pain_shared(scores, &scores->scale[s], rec->party_count);
	}
	confirm_gaps(scores);
}
