/* SPDX-License-Identifier: MIT */
/*
 * How the diagnosis grows with the respondents: 1,000 against 100, interleaved in one run, as a
 * ratio of medians. Linear is 10; the bar is 10.5. Also 15 + 15 respondents with flips and
 * stability.
 */
#include "../unit/core/build.h"
#include "times.h"

enum { RUNS = 31 };

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
	double from = now(CLOCK_MONOTONIC);
	diagnosis_compute(&diagnosis, &b->rec);
	diagnosis_release(&diagnosis);
	return now(CLOCK_MONOTONIC) - from;
}

int main(void)
{
	static const int sizes[] = { 30, 100, 1000 };
	static struct build b[3];
	static double times[3][RUNS];
	double middle[3];
	for (int i = 0; i < 3; i++)
		fill(&b[i], sizes[i]);
	for (int run = 0; run < RUNS; run++)
		for (int i = 0; i < 3; i++)
			times[i][run] = milliseconds(&b[i]);
	for (int i = 0; i < 3; i++) {
		middle[i] = median(times[i], RUNS);
		printf("diagnosis of %4d respondents  %8.3f ms\n", sizes[i], middle[i]);
		build_release(&b[i]);
	}
	double ratio = middle[2] / middle[1];
	printf("1,000 against 100              %8.2f x   bar %.1f   %s\n", ratio, GROWTH_BAR,
		ratio <= GROWTH_BAR ? "met" : "MISSED");
	return ratio <= GROWTH_BAR ? EXIT_SUCCESS : EXIT_FAILURE;
}
