/* SPDX-License-Identifier: MIT */
/*
 * Rows of the table that `make bench` ends with: what is measured, against what, as a ratio of
 * medians with the bar beside it.
 */
#ifndef REKINDLE_BENCH_ROWS_H
#define REKINDLE_BENCH_ROWS_H

#include <stdbool.h>
#include <stddef.h>

/* Of several runs, in the order in which they were made; taken turn by turn. */
struct samples {
	double *value;
	size_t count, room;
};
void samples_add(struct samples *, double value);
double samples_median(const struct samples *);
double samples_least(const struct samples *);
void samples_release(struct samples *);

#define BENCH_BROKEN 2 /* status of a benchmark that could not measure */
#define BENCH_TOLD (-1)
struct bench_row {
	const char *key;  /* of the JSON, never changed: "start" */
	const char *what; /* "start to first paint, 100 alliances" */
	const char *against;
	const char *unit; /* of both: "ms" */
	double bar; /* the ratio that it may have; without a floor the most it may be; 0: it is
		       told, and has no bar */
};
/*
 * Prints the row, and adds it to the file that BENCH_ROWS names, a line of JSON. floor NULL: there
 * is nothing to compare with, the measure itself is held against the bar. Gives whether it is met.
 */
bool bench_row(const struct bench_row *, const struct samples *ours, const struct samples *floor);
/* A row that was not measured, and why; it is not met. */
bool bench_left_out(const struct bench_row *, const char *why);

#endif
