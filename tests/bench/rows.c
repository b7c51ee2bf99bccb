/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/pool.h>

#include "times.h"

void samples_add(struct samples *samples, double value)
{
	if (samples->count == samples->room) {
		samples->room = samples->room ? 2 * samples->room : 16;
		samples->value =
			mem_resize(samples->value, samples->room * sizeof(*samples->value));
	}
	samples->value[samples->count++] = value;
}

static double at_rank(const struct samples *samples, size_t rank)
{
	double *sorted = mem_alloc(samples->count * sizeof(*sorted));
	memcpy(sorted, samples->value, samples->count * sizeof(*sorted));
	qsort(sorted, samples->count, sizeof(*sorted), ascending);
	double value = sorted[rank];
	free(sorted);
	return value;
}

double samples_median(const struct samples *samples)
{
	return at_rank(samples, samples->count / 2);
}

double samples_least(const struct samples *samples)
{
	return at_rank(samples, 0);
}

void samples_release(struct samples *samples)
{
	free(samples->value);
	*samples = (struct samples){ 0 };
}

static void add_number(FILE *file, const char *name, double number)
{
	if (isfinite(number))
		fprintf(file, ", \"%s\": %.6g", name, number);
	else
		fprintf(file, ", \"%s\": null", name);
}

static void add_samples(FILE *file, const char *name, const struct samples *samples)
{
	fprintf(file, ", \"%s\": ", name);
	if (!samples) {
		fputs("null", file);
		return;
	}
	fprintf(file, "{\"runs\": %zu", samples->count);
	add_number(file, "median", samples_median(samples));
	add_number(file, "least", samples_least(samples));
	fputc('}', file);
}

/* The words are ours: none has a character that JSON escapes. */
static void record(const struct bench_row *row, const struct samples *ours,
	const struct samples *floor, double ratio, bool met, const char *left_out)
{
	const char *path = getenv("BENCH_ROWS");
	FILE *file = path ? fopen(path, "a") : NULL;
	if (!file)
		return;
	fprintf(file, "{\"key\": \"%s\", \"what\": \"%s\", \"against\": \"%s\", \"unit\": \"%s\"",
		row->key, row->what, row->against, row->unit);
	add_samples(file, "ours", ours);
	add_samples(file, "floor", floor);
	add_number(file, "ratio", ratio);
	add_number(file, "bar", row->bar);
	if (left_out)
		fprintf(file, ", \"left_out\": \"%s\"", left_out);
	fprintf(file, ", \"met\": %s}\n", met ? "true" : "false");
	fclose(file);
}

bool bench_row(const struct bench_row *row, const struct samples *ours, const struct samples *floor)
{
	double middle = samples_median(ours), ratio = floor ? middle / samples_median(floor) : NAN;
	bool met = row->bar < 0 || (floor ? ratio : middle) <= row->bar;
	printf("%-42s %10.3f ", row->what, middle);
	if (floor)
		printf("%10.3f %-5s %7.2f x", samples_median(floor), row->unit, ratio);
	else
		printf("%10s %-5s %9s", "", row->unit, "");
	if (row->bar >= 0)
		printf("   bar %6g   %s\n", row->bar, met ? "met" : "MISSED");
	else
		puts("   no bar");
	fflush(stdout);
	record(row, ours, floor, ratio, met, NULL);
	return met;
}

bool bench_left_out(const struct bench_row *row, const char *why)
{
	printf("%-42s left out: %s   MISSED\n", row->what, why);
	fflush(stdout);
	record(row, NULL, NULL, NAN, false, why);
	return false;
}
