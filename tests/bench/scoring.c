/* SPDX-License-Identifier: MIT */
/*
 * What scoring a whole portfolio costs: `rekindle list` with no summary up to date, which reads,
 * computes and remembers each assessment, against a plain C loop that steps over the same answers;
 * and how it grows from a tenth of them. BENCH_ALLIANCES of 1,000 answers each; REKINDLE names the
 * program.
 */
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <rekindle/store.h>

#include "rows.h"
#include "runs.h"
#include "stores.h"
#include "times.h"

enum { RUNS = 3 };

static void stop(const char *what)
{
	fprintf(stderr, "bench-scoring: %s\n", what);
	exit(BENCH_BROKEN);
}

static sqlite3 *open_file(const char *path)
{
	sqlite3 *db;
	if (sqlite3_open(path, &db) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	return db;
}

/* The floor: the ratings of each question summed, row by row. */
static void step_over(const void *context)
{
	static double sum[1000], count[1000];
	sqlite3 *db = open_file(context);
	sqlite3_stmt *row;
	if (sqlite3_prepare_v2(db, "SELECT item, rating FROM answer", -1, &row, NULL) != SQLITE_OK)
		_exit(EXIT_FAILURE);
	while (sqlite3_step(row) == SQLITE_ROW) {
		int item = sqlite3_column_int(row, 0) % 1000;
		sum[item] += sqlite3_column_int(row, 1);
		count[item]++;
	}
	_exit(sqlite3_finalize(row) == SQLITE_OK ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* As after a change of each of them; in a process of its own, since what it takes is not measured.
 */
static void age(const void *path)
{
	struct store *store;
	struct store_list list;
	struct errmsg why = { "" };
	enum err err = store_open(path, STORE_EXISTING, &store, &why);
	if (!err)
		err = store_list(store, &list, &why);
	if (!err)
		err = store_begin(store, 0, NULL, &why);
	for (size_t i = 0; !err && i < list.count; i++)
		err = store_put_summary(
			store, list.rounds[i].assessment, -1, NAN, NULL, NULL, &why);
	if (!err)
		err = store_commit(store, &why);
	if (err)
		stop(why.text);
	store_list_release(&list);
	store_close(store);
}

struct volume {
	struct store_shape shape;
	char path[4200];
	struct samples processor, clock, peak; /* ours */
	struct samples floor_processor, floor_clock;
};

static void make(struct volume *volume, const char *name, int alliances)
{
	volume->shape = (struct store_shape){ name, alliances, 20, 20, 50, false };
	bench_store(&volume->shape, volume->path, sizeof(volume->path));
	bench_leave_copy(name);
	run_function(step_over, volume->path); /* into the page cache */
}

static void measure(struct volume *volume)
{
	const char *const arguments[] = { getenv("REKINDLE"), "list", "--ids", "--db", volume->path,
		NULL };
	run_function(age, volume->path);
	struct run_cost floor = run_function(step_over, volume->path);
	struct run_cost ours = run_program(arguments);
	samples_add(&volume->processor, ours.processor);
	samples_add(&volume->clock, ours.clock);
	samples_add(&volume->peak, ours.peak);
	samples_add(&volume->floor_processor, floor.processor);
	samples_add(&volume->floor_clock, floor.clock);
}

static bool print_rows(const struct volume *few, const struct volume *many)
{
	static const struct bench_row rows[] = {
		{ "score", "score all, processor", "a C loop over the same answers", "ms", 2 },
		{ "score_clock", "score all, by the clock", "a C loop over the same answers", "ms",
			2 },
		{ "score_growth", "score all: ten times as many", "a tenth of them", "ms",
			GROWTH_BAR },
		{ "score_memory", "score all: memory at most", "a tenth of them", "KiB",
			BENCH_TOLD },
	};
	bool met = bench_row(&rows[0], &many->processor, &many->floor_processor);
	met &= bench_row(&rows[1], &many->clock, &many->floor_clock);
	met &= bench_row(&rows[2], &many->processor, &few->processor);
	met &= bench_row(&rows[3], &many->peak, &few->peak);
	return met;
}

int main(void)
{
	static struct volume few, many;
	int alliances = bench_number("BENCH_ALLIANCES", 10000);
	int runs = bench_number("BENCH_RUNS", RUNS);
	if (!getenv("REKINDLE"))
		stop("REKINDLE names no program");
	setenv("REKINDLE_TODAY", BENCH_TODAY, 1);
	make(&few, "tenth", alliances / 10);
	make(&many, "answers", alliances);
	printf("%d alliances of 1,000 answers, and a tenth of them\n", alliances);
	for (int run = 0; run < runs; run++) {
		measure(&few);
		measure(&many);
	}
	return print_rows(&few, &many) ? EXIT_SUCCESS : EXIT_FAILURE;
}
