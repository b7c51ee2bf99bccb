/* SPDX-License-Identifier: MIT */
/*
 * How the diagnosis grows with the respondents: 1,000 against 100, interleaved in one run, as a
 * ratio of medians of processor time. Linear is 10; the bar is 10.5. Also 15 + 15 respondents with
 * flips and stability.
 */
#include "../unit/core/build.h"
#include "times.h"

enum { RUNS = 31, SIZES = 3 };

static uint64_t state = 20261015;

static int dice(int sides)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (int)((state >> 33) % (uint64_t)sides);
}

static void fill(struct build *b, int respondents)
{
	build_init(b);
	build_party(b, "A");
	build_party(b, "B");
	for (int i = 0; i < respondents; i++) {
		int who = build_respondent(b, i % 2, (enum role)dice(ROLE_COUNT));
		for (int item = 0; item < BUILD_ITEMS - 1; item++)
			if (dice(10))
				build_rate(b, who, item, 1 + dice(5));
	}
	record_settle(&b->rec);
}

static double milliseconds(struct build *b)
{
	struct diagnosis diagnosis;
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	diagnosis_compute(&diagnosis, &b->rec);
	diagnosis_release(&diagnosis);
	return now(CLOCK_PROCESS_CPUTIME_ID) - from;
}

int main(void)
{
	static const struct bench_row row = { "diagnosis_growth",
		"diagnosis: ten times as many people", "100 people", "ms", GROWTH_BAR };
	static const int sizes[SIZES] = { 30, 100, 1000 };
	static struct build b[SIZES];
	static struct samples times[SIZES];
	for (int i = 0; i < SIZES; i++)
		fill(&b[i], sizes[i]);
	for (int run = 0; run < RUNS; run++)
		for (int i = 0; i < SIZES; i++)
			samples_add(&times[i], milliseconds(&b[i]));
	printf("diagnosis of 15 + 15 people                %10.3f ms\n", samples_median(&times[0]));
	bool met = bench_row(&row, &times[2], &times[1]);
	for (int i = 0; i < SIZES; i++) {
		build_release(&b[i]);
		samples_release(&times[i]);
	}
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
