/* SPDX-License-Identifier: MIT */
/*
 * How much of an alliance a joint edition still shows (rekindle-method(7), section 9): of the
 * simulated ones of calibrate, on average over them, so many aspects of the 16, causes of the four,
 * symptoms and results of the three, and healths. kept BANK fails where it is fewer aspects than
 * promised, and says how long an edition takes.
 */
#include "../calibrate/simulate.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <rekindle/edition.h>

#define SEED UINT64_C(20261127)
#define ALLIANCES 40 /* of each cell */

static const struct {
	int people;     /* of each party */
	double aspects; /* shown at least */
} promised[] = { { 3, 7 }, { 5, 13 }, { 8, 15 } };

static const struct cell cells[] = {
	{ 0, 500, 0, 600 },
	{ 0, 500, 0, 900 },
	{ 0, 500, 50, 600 },
	{ 0, 500, 50, 900 },
	{ 0, 1000, 0, 600 },
	{ 0, 1000, 0, 900 },
	{ 0, 1000, 50, 600 },
	{ 0, 1000, 50, 900 },
};

struct kept {
	int alliances, aspects, causes, beside, healths;
	double seconds;
};

static double now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

/* All of a scale: its score and every party's value. */
static bool shows(const struct edition_view *view, const struct scores *all, int scale)
{
	const struct scale_score *shown = &view->shown.scores.scale[scale];

	for (int p = 0; p < SIMULATED_PARTIES; p++)
		if (isnan(shown->value[p]) || isnan(all->scale[scale].value[p]))
			return false;
	return !isnan(shown->score);
}

static void count(struct kept *kept, const struct edition_view *view, const struct scores *all)
{
	kept->alliances++;
	for (int s = 0; s < SCALE_COUNT; s++)
		*(s < ASPECT_COUNT ? &kept->aspects : &kept->beside) += shows(view, all, s);
	for (int c = 0; c < CAUSE_COUNT; c++)
		kept->causes += !isnan(view->shown.scores.cause[c].score);
	kept->healths += !isnan(view->shown.scores.health);
}

static void look(struct kept *kept, const struct instrument *bank, const struct cell *cell,
	int number, uint64_t seed)
{
	struct record record;
	struct diagnosis diagnosis;
	struct edition_view view;

	simulate(&record, bank, cell, (enum cause)(number % CAUSE_COUNT), seed);
	diagnosis_compute(&diagnosis, &record);
	double began = now();
	edition_compute(&view, &record, &diagnosis, EDITION_JOINT);
	kept->seconds += now() - began;
	count(kept, &view, &diagnosis.scores);
	edition_release(&view);
	diagnosis_release(&diagnosis);
	record_release(&record);
}

static struct kept look_at_all(const struct instrument *bank, int people)
{
	struct kept kept = { 0 };

	for (size_t c = 0; c < sizeof(cells) / sizeof(*cells); c++)
		for (int number = 0; number < ALLIANCES; number++) {
			struct cell cell = cells[c];

			cell.people = people;
			look(&kept, bank, &cell, number,
				SEED << 32 ^ (uint64_t)c << 16 ^ (uint64_t)number);
		}
	return kept;
}

static double mean(int sum, const struct kept *kept)
{
	return (double)sum / kept->alliances;
}

/* Is it what is promised? */
static bool report(const struct kept *kept, int people, double least)
{
	double aspects = mean(kept->aspects, kept);

	printf("%6d %7.2f of %d %8.2f %8.2f %8.2f %11.3f\n", people, aspects, ASPECT_COUNT,
		mean(kept->causes, kept), mean(kept->beside, kept), mean(kept->healths, kept),
		1000 * kept->seconds / kept->alliances);
	if (aspects < least)
		fprintf(stderr, "kept: of %d and %d people fewer than %g aspects\n", people, people,
			least);
	return aspects >= least;
}

int main(int argc, char **argv)
{
	const struct instrument *bank = NULL;
	struct pool pool = { 0 };
	struct errmsg why;
	bool kept = true;

	if (argc != 2) {
		fprintf(stderr, "usage: kept BANK\n");
		return EXIT_FAILURE;
	}
	if (instrument_load(argv[1], &pool, &bank, &why)) {
		fprintf(stderr, "kept: %s\n", why.text);
		return EXIT_FAILURE;
	}
	printf("%6s %13s %8s %8s %8s %11s\n", "people", "aspects", "causes", "beside", "health",
		"ms/edition");
	for (size_t i = 0; i < sizeof(promised) / sizeof(*promised); i++) {
		struct kept all = look_at_all(bank, promised[i].people);

		kept = report(&all, promised[i].people, promised[i].aspects) && kept;
	}
	pool_release(&pool);
	return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}
