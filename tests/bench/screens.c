/* SPDX-License-Identifier: MIT */
/*
 * The screens against the least program of their kind (floor.c), on a pseudo-terminal of 80x24 and
 * interleaved: from the start to the first paint, bytes for a moved cursor, what is done when
 * nothing is, memory; and the portfolio of 10,000 assessments against that of 100. REKINDLE and
 * FLOOR name the programs.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/instrument.h>
#include <rekindle/store.h>

#include "../tui/driver.h"
#include "times.h"

enum { RUNS = 15, FEW = 100, MANY = 10000, MOVES = 20, IDLE_MS = 3000, DEADLINE = 60000 };

/* A program on its screen: what it is called with, and what stands there when it is painted. */
struct painted {
	const char *program, *database, *words;
	bool least;
};

static char folder[200];

static void stop(const char *what)
{
	fprintf(stderr, "bench-screens: %s\n", what);
	exit(EXIT_FAILURE);
}

static bool print_ratio(const char *what, double ours, double floor, const char *unit, double bar)
{
	double ratio = ours / floor;
	printf("%-34s %9.3f %9.3f %-5s %6.2f x   bar %.1f   %s\n", what, ours, floor, unit, ratio,
		bar, ratio <= bar ? "met" : "MISSED");
	return ratio <= bar;
}

static bool print_count(const char *what, double ours, const char *unit, double bar)
{
	printf("%-34s %9.1f           %-5s            bar %.0f   %s\n", what, ours, unit, bar,
		ours <= bar ? "met" : "MISSED");
	return ours <= bar;
}

/* A portfolio of so many alliances, a round each. */
static const char *make(int assessments, char *path, size_t size)
{
	struct store *store;
	struct errmsg why;
	snprintf(path, size, "%s/%d.db", folder, assessments);
	if (store_open(path, STORE_CREATE, &store, &why) || store_begin_all(store, &why))
		stop(why.text);
	for (int i = 0; i < assessments; i++) {
		struct record record;
		char name[40];
		snprintf(name, sizeof(name), "Alliance %05d", i);
		record_init(&record, instrument_builtin());
		record.alliance.name = name;
		record.assessment.kind = ROUND_BASELINE;
		for (int party = 0; party < 2; party++)
			((struct party *)record_add(&record, KIND_PARTY))->name = party ? "B" : "A";
		record_settle(&record);
		if (store_add_record(store, &record, &why))
			stop(why.text);
		record_release(&record);
	}
	store_keep_no_copies(store);
	if (store_commit_all(store, &why))
		stop(why.text);
	store_close(store);
	return path;
}

static struct term *start(const struct painted *painted)
{
	static const char *const env[] = { "REKINDLE_TODAY=2026-10-15", "TZ=UTC", NULL };
	static char option[] = "--db";
	char *database = (char *)(size_t)painted->database,
	     *ours[] = { NULL, option, database, NULL }, *floor[] = { NULL, database, NULL };
	const struct term_options options = { .env = env, .cwd = folder };
	ours[0] = floor[0] = (char *)(size_t)painted->program;
	struct term *term = term_spawn(painted->least ? floor : ours, &options);
	if (!term || !term_wait_text(term, painted->words, DEADLINE))
		stop("never painted");
	return term;
}

static double first_paint(const struct painted *painted)
{
	double from = now(CLOCK_MONOTONIC);
	struct term *term = start(painted);
	double took = now(CLOCK_MONOTONIC) - from;
	term_free(term);
	return took;
}

static bool measure_paint(const char *what, const struct painted *a, const struct painted *b)
{
	double ours[RUNS], floor[RUNS];
	first_paint(a);
	first_paint(b);
	for (int run = 0; run < RUNS; run++) {
		floor[run] = first_paint(b);
		ours[run] = first_paint(a);
	}
	return print_ratio(what, median(ours, RUNS), median(floor, RUNS), "ms", 1.2);
}

/* Kilobytes that nobody shares. */
static double private_memory(const struct painted *painted)
{
	struct term *term = start(painted);
	char path[64], line[200];
	double sum = 0;
	long some;
	if (!term_wait_idle(term, DEADLINE))
		stop("never waits for a key");
	snprintf(path, sizeof(path), "/proc/%jd/smaps_rollup", (intmax_t)term_pid(term));
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "Private_Clean: %ld", &some) == 1 ||
			sscanf(line, "Private_Dirty: %ld", &some) == 1)
			sum += (double)some;
	if (file)
		fclose(file);
	term_free(term);
	return sum;
}

/* Moves down, then nothing at all. */
static bool measure_bytes(const struct painted *painted)
{
	struct term *term = start(painted);
	if (!term_wait_idle(term, DEADLINE))
		stop("never waits for a key");
	size_t before = term_bytes(term);
	for (int i = 0; i < MOVES; i++)
		if (!term_keys(term, "{DOWN}") || !term_wait_idle(term, DEADLINE))
			stop("a key is not taken");
	bool met = print_count("bytes for a moved cursor",
		(double)(term_bytes(term) - before) / MOVES, "bytes", 200);
	before = term_bytes(term);
	term_wait_text(term, "what is never there", IDLE_MS);
	met &= print_count("bytes in three seconds of nothing", (double)(term_bytes(term) - before),
		"bytes", 0);
	term_free(term);
	return met;
}

static void remove_file(const char *path)
{
	unlink(path);
	rmdir(folder);
}

int main(void)
{
	char few[256], many[256];
	const char *place = getenv("TMPDIR"), *program = getenv("REKINDLE"),
		   *floor = getenv("FLOOR");
	snprintf(folder, sizeof(folder), "%s/rekindle-bench-XXXXXX", place ? place : "/tmp");
	if (!program || !floor || !mkdtemp(folder))
		stop("set REKINDLE and FLOOR to the absolute paths of both programs");
	const struct painted least = { floor, make(FEW, few, sizeof(few)), "arrows move", true };
	const struct painted small = { program, few, "Alliance 00", false };
	const struct painted large = { program, make(MANY, many, sizeof(many)), "Alliance 0",
		false };
	bool met = measure_paint("first paint, portfolio of 100", &small, &least);
	met &= measure_paint("first paint, 10,000 against 100", &large, &small);
	met &= measure_bytes(&small);
	met &= print_ratio(
		"private memory, 10,000", private_memory(&large), private_memory(&least), "KiB", 3);
	remove_file(few);
	remove_file(many);
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
