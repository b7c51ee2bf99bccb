/* SPDX-License-Identifier: MIT */
/*
 * How reading the table of a survey tool, and bringing it in, grow with its rows: ten times as
 * many, interleaved in one run, as a ratio of medians of processor time (the database is in
 * memory). Linear is 10; the bar is 10.5. Ten times as much does not fit the processor's caches
 * any more: the floor is the libraries alone, libcsv that reads the same cells and jansson that
 * keeps each row under its key, in the same run; where they take more than 10 times, the bar rises
 * as they do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csv.h>
#include <jansson.h>
#include <rekindle/survey.h>
#include "times.h"

enum { FEW = 2000 };

#define PERSON                                                                                     \
	"person: {party: who, role: {fixed: manager}, date: {column: at, form: year-month-day, "   \
	"zone: Europe/Berlin}, "
#define ANSWERS                                                                                    \
	"answers: [{item: strategy.rationale.4, column: a, values: {yes: 5, no: 1}}, "             \
	"{item: strategy.rationale.5, column: b}, {item: open.perceptions.part, column: t}]\n"

/* A table of n rows: what tells one from another. */
static const struct growth {
	const char *name, *map;
	int rows; /* rows of each person */
} growths[] = {
	{ "a row a person", PERSON "key: id}\n" ANSWERS, 1 },
	{ "two rows a person", PERSON "key: id}\n" ANSWERS, 2 },
	{ "people by name", PERSON "key: id, name: id}\n" ANSWERS, 1 },
	{ "rows without a key", PERSON "}\n" ANSWERS, 1 },
};
#define GROWTHS (sizeof(growths) / sizeof(*growths))

static char *table(const struct growth *growth, int count)
{
	struct str text;
	str_init(&text);
	str_add(&text, "id,at,who,a,b,t\n");
	for (int i = 0; i < count; i++)
		str_addf(&text, "p%d,2026-10-%02d 08:%02d:00,%s,%s,%d,\"said, by %d\"\n",
			i / growth->rows, i % 28 + 1, i / growth->rows % 60,
			i / growth->rows % 2 ? "Apex" : "Borealis",
			i / growth->rows % 3 ? "yes" : "no", i / growth->rows % 5 + 1,
			i / growth->rows);
	return str_detach(&text);
}

enum work { READ, IMPORT, AGAIN, FLOOR, WORKS };
static const char *const work_name[WORKS] = { "read", "bring in", "once more", "floor" };

static void must(enum err err, const struct errmsg *why)
{
	if (!err)
		return;
	fprintf(stderr, "bench-survey: %s\n", why->text);
	exit(BENCH_BROKEN);
}

static int64_t new_round(struct store *store)
{
	static const char text[] =
		"{\"instrument\":{\"id\":\"core\",\"version\":\"2\"},\"alliance\":{\"name\":\"P\","
		"\"parties\":[{\"name\":\"Apex\"},"
		"{\"name\":\"Borealis\"}]},\"assessments\":[{\"date\":\"2026-11-20\"}]}";
	struct exchange file;
	struct exchange_report report;
	struct errmsg why = { "" };
	must(exchange_read(text, strlen(text), "bench", &file, &why), &why);
	must(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why), &why);
	int64_t round = report.assessment;
	exchange_report_release(&report);
	exchange_release(&file);
	return round;
}

/* Reads it, *read ms, and brings it in, *brought ms. */
static void bring_in(struct store *store, int64_t key, const char *text, const char *map_text,
	double *read, double *brought)
{
	struct survey_map *map;
	struct survey_report counts;
	struct exchange file;
	struct exchange_report report;
	struct record round;
	struct errmsg why = { "" };
	must(survey_map_read(map_text, strlen(map_text), "map", &map, &why), &why);
	must(store_load(store, key, &round, &why), &why);
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	must(survey_read(text, strlen(text), "bench", map, &round, NULL, &file, &counts, &why),
		&why);
	double between = now(CLOCK_PROCESS_CPUTIME_ID);
	must(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why), &why);
	*brought = now(CLOCK_PROCESS_CPUTIME_ID) - between;
	*read = between - from;
	exchange_report_release(&report);
	exchange_release(&file);
	survey_report_release(&counts);
	record_release(&round);
	survey_map_free(map);
}

struct floor {
	struct pool pool;
	json_t *rows;
	const char *first; /* of the row */
	int row;
};

static void keep(void *bytes, size_t n, void *context)
{
	struct floor *floor = context;
	const char *cell = pool_strndup(&floor->pool, bytes ? bytes : "", n);
	floor->first = floor->first ? floor->first : cell;
}

static void end_row(int end, void *context)
{
	struct floor *floor = context;
	(void)end;
	json_object_set_new(floor->rows, floor->first, json_integer(floor->row++));
	floor->first = NULL;
}

static void run_floor(const char *text)
{
	struct csv_parser parser;
	struct floor floor = { .rows = json_object() };
	if (csv_init(&parser, 0) ||
		csv_parse(&parser, text, strlen(text), keep, end_row, &floor) != strlen(text))
		abort();
	csv_fini(&parser, keep, end_row, &floor);
	csv_free(&parser);
	json_decref(floor.rows);
	pool_release(&floor.pool);
}

static void run_once(const char *text, const char *map, double milliseconds[WORKS])
{
	struct store *store;
	struct errmsg why = { "" };
	double read;
	must(store_open(":memory:", STORE_CREATE, &store, &why), &why);
	int64_t round = new_round(store);
	bring_in(store, round, text, map, &milliseconds[READ], &milliseconds[IMPORT]);
	bring_in(store, round, text, map, &read, &milliseconds[AGAIN]);
	milliseconds[AGAIN] += read;
	store_close(store);
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	run_floor(text);
	milliseconds[FLOOR] = now(CLOCK_PROCESS_CPUTIME_ID) - from;
}

static bool measure(const struct growth *growth)
{
	struct growth_times times[WORKS];
	double took[WORKS];
	bool met = true;
	char *small = table(growth, FEW), *large = table(growth, 10 * FEW);
	for (int run = 0; run < GROWTH_RUNS; run++) {
		run_once(small, growth->map, took);
		for (int work = 0; work < WORKS; work++)
			times[work].few[run] = took[work];
		run_once(large, growth->map, took);
		for (int work = 0; work < WORKS; work++)
			times[work].many[run] = took[work];
	}
	double floor = growth_of(&times[FLOOR]);
	for (int work = READ; work < FLOOR; work++)
		met &= print_growth(work_name[work], growth->name, &times[work], floor);
	free(small);
	free(large);
	return met;
}

int main(void)
{
	bool met = true;
	printf("%d rows of a table, and a tenth of them\n", 10 * FEW);
	for (size_t i = 0; i < GROWTHS; i++)
		met &= measure(&growths[i]);
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
