/* SPDX-License-Identifier: MIT */
/*
 * Can the difference of two means be chance? (rekindle-method(7), section 4): the permutation test,
 * and Benjamini–Hochberg over many of them.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include "basis.h"

/* The values of both sides as whole multiples of one unit, from the smallest value. */
struct grains {
	int value[GAP_EXACT_MAX];
	int count, sum, largest;
	double unit;
};

static int divisor(int a, int b)
{
	return b ? divisor(b, a % b) : a;
}

static bool whole(double x)
{
	return fabs(x - round(x)) < 1e-6;
}

/* Means of up to six ratings are whole sixtieths, of up to ten whole 2520ths. */
static double grain_of(const double *all, int count)
{
	for (int i = 0; i < count; i++)
		if (!whole(all[i] * 60))
			return 2520;
	return 60;
}

static struct grains grind(const double *all, int count)
{
	struct grains grains = { .count = count };
	double scale = grain_of(all, count), least = all[0];
	int common = 0;
	for (int i = 1; i < count; i++)
		least = fmin(least, all[i]);
	for (int i = 0; i < count; i++) {
		grains.value[i] = (int)lround((all[i] - least) * scale);
		common = divisor(grains.value[i], common);
	}
	if (!common)
		common = 1;
	for (int i = 0; i < count; i++) {
		grains.value[i] /= common;
		grains.sum += grains.value[i];
		grains.largest =
			grains.value[i] > grains.largest ? grains.value[i] : grains.largest;
	}
	grains.unit = common / scale;
	return grains;
}

static double difference(const struct grains *grains, int sum, int n)
{
	double one = (double)sum / n, other = (double)(grains->sum - sum) / (grains->count - n);
	return fabs(one - other) * grains->unit;
}

/* ways[k][s] of choosing k of the values with sum s; at most 2,704,156 for 12 of 24. */
static uint32_t *count_ways(const struct grains *grains, int n, int width)
{
	uint32_t *ways = mem_alloc((size_t)(n + 1) * (size_t)width * sizeof(*ways));
	ways[0] = 1;
	for (int i = 0; i < grains->count; i++)
		for (int k = i + 1 < n ? i + 1 : n; k > 0; k--)
			for (int s = grains->value[i]; s < width; s++)
				ways[k * width + s] += ways[(k - 1) * width + s - grains->value[i]];
	return ways;
}

/* Share of all splits at least as far apart as ours: a has n values with the given sum. */
static double exact_p(const struct grains *grains, int n, int sum)
{
	int width = n * grains->largest + 1;
	uint32_t *ways = count_ways(grains, n, width);
	double observed = difference(grains, sum, n), as_far = 0, all = 0;
	for (int s = 0; s < width; s++) {
		uint32_t splits = ways[n * width + s];
		all += splits;
		if (splits && at_least(difference(grains, s, n), observed))
			as_far += splits;
	}
	free(ways);
	return as_far / all;
}

static double normal_p(const double *a, int na, const double *b, int nb)
{
	double sum_a = 0, sum_b = 0, squares = 0, count = na + nb;
	for (int i = 0; i < na; i++)
		sum_a += a[i];
	for (int i = 0; i < nb; i++)
		sum_b += b[i];
	double mean = (sum_a + sum_b) / count;
	for (int i = 0; i < na; i++)
		squares += (a[i] - mean) * (a[i] - mean);
	for (int i = 0; i < nb; i++)
		squares += (b[i] - mean) * (b[i] - mean);
	double variance = squares / (count - 1);
	if (equal(variance, 0))
		return 1;
	double z = (sum_a / na - sum_b / nb) / sqrt(variance * count / ((double)na * nb));
	return erfc(fabs(z) / sqrt(2));
}

double permutation_p(const double *a, int na, const double *b, int nb)
{
	double all[GAP_EXACT_MAX];
	assert(na > 0 && nb > 0);
	if (na + nb > GAP_EXACT_MAX)
		return normal_p(a, na, b, nb);
	if (na > nb) /* the smaller side makes the smaller table */
		return permutation_p(b, nb, a, na);
	for (int i = 0; i < na; i++)
		all[i] = a[i];
	for (int i = 0; i < nb; i++)
		all[na + i] = b[i];
	struct grains grains = grind(all, na + nb);
	int sum = 0;
	for (int i = 0; i < na; i++)
		sum += grains.value[i];
	return exact_p(&grains, na, sum);
}

/* The p-values not above p, of the tests there are. */
static int rank_of(const double *p, int n, double limit)
{
	int rank = 0;
	for (int i = 0; i < n; i++)
		rank += at_most(p[i], limit);
	return rank;
}

void benjamini_hochberg(const double *p, int n, double q, bool *confirmed)
{
	int tests = 0;
	double limit = -1;
	for (int i = 0; i < n; i++)
		tests += !isnan(p[i]);
	for (int i = 0; i < n; i++)
		if (at_most(p[i], q * rank_of(p, n, p[i]) / tests))
			limit = fmax(limit, p[i]);
	for (int i = 0; i < n; i++)
		confirmed[i] = at_most(p[i], limit);
}
