/* SPDX-License-Identifier: MIT */
/*
 * What the benchmarks share: clocks and medians, in milliseconds; how much longer ten times as much
 * takes.
 */
#ifndef REKINDLE_BENCH_TIMES_H
#define REKINDLE_BENCH_TIMES_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rows.h"

static inline double now(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static inline int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Sorts them. */
static inline double median(double *times, size_t count)
{
	qsort(times, count, sizeof(*times), ascending);
	return times[count / 2];
}

#define GROWTH_BAR 10.5 /* of ten times as much */
enum { GROWTH_RUNS = 7 };

struct growth_times {
	double few[GROWTH_RUNS], many[GROWTH_RUNS];
};

static inline double growth_of(struct growth_times *times)
{
	return median(times->many, GROWTH_RUNS) / median(times->few, GROWTH_RUNS);
}

/* libraries: their growth alone; where it is more than 10, the bar rises as it. */
static inline bool print_growth(
	const char *work, const char *name, struct growth_times *times, double libraries)
{
	char key[100], what[100];
	snprintf(key, sizeof(key), "growth %s %s", work, name);
	snprintf(what, sizeof(what), "%s, %s", work, name);
	const struct bench_row row = { key, what, "a tenth of them", "ms",
		GROWTH_BAR * (libraries > 10 ? libraries / 10 : 1) };
	const struct samples few = { times->few, GROWTH_RUNS, GROWTH_RUNS },
			     many = { times->many, GROWTH_RUNS, GROWTH_RUNS };
	return bench_row(&row, &many, &few);
}

#endif
