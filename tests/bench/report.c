/* SPDX-License-Identifier: MIT */
/*
 * What a report costs of an assessment with 1,000 people, against reading it from the database; and
 * how it grows, with the appendix too, from 100 people. Processor time in one process, interleaved.
 */
#include <stdio.h>
#include <stdlib.h>

#include <rekindle/diagnosis.h>
#include <rekindle/plan.h>
#include <rekindle/report.h>
#include <rekindle/store.h>

#include "rows.h"
#include "stores.h"
#include "times.h"

enum { RUNS = 7, EVERY_QUESTION = 1000 };
#define TODAY 20773
#define WHOLE ((1u << REPORT_SECTIONS) - 1)
#define PLAIN (WHOLE & ~(1u << REPORT_APPENDIX))

static struct errmsg why;

static void must(enum err err)
{
	if (!err)
		return;
	fprintf(stderr, "bench-report: %s\n", why.text);
	exit(BENCH_BROKEN);
}

/* An assessment in a database in memory, and what was measured of it. */
struct measured {
	struct store *store;
	int64_t round;
	struct samples reading, plain, whole;
};

static void make(struct measured *measured, int people)
{
	const struct store_shape shape = { "report", 1, people, people, EVERY_QUESTION, false };
	struct record record;
	bench_record(&record, &shape);
	must(store_open(":memory:", STORE_CREATE, &measured->store, &why));
	must(store_add_record(measured->store, &record, &why));
	measured->round = record.assessment.object.key;
	record_release(&record);
}

static double read_record(struct measured *measured, struct record *record)
{
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	must(store_load(measured->store, measured->round, record, &why));
	return now(CLOCK_PROCESS_CPUTIME_ID) - from;
}

static double report(const struct record *record, unsigned sections)
{
	struct diagnosis diagnosis;
	struct plan plan;
	struct str out;
	struct report_reading reading;
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	diagnosis_compute(&diagnosis, record);
	plan_compute(&plan, record, &diagnosis, TODAY);
	const struct report_rounds rounds = {
		.record = record, .diagnosis = &diagnosis, .plan = &plan, .today = TODAY
	};
	report_read(&reading, &rounds, REPORT_ASSESSMENT);
	reading.input.sections = sections;
	str_init(&out);
	report_write(&out, &reading.input, REPORT_TEXT, false);
	str_release(&out);
	report_reading_release(&reading);
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	return now(CLOCK_PROCESS_CPUTIME_ID) - from;
}

static void measure(struct measured *measured)
{
	struct record record;
	samples_add(&measured->reading, read_record(measured, &record));
	samples_add(&measured->plain, report(&record, PLAIN));
	samples_add(&measured->whole, report(&record, WHOLE));
	record_release(&record);
}

int main(void)
{
	static const struct bench_row rows[] = {
		{ "report", "report of 1,000 people, no appendix", "reading its rows", "ms", 3 },
		{ "report_growth", "report, no appendix: ten times as many", "100 people", "ms",
			GROWTH_BAR },
		{ "appendix_growth", "report, with appendix: ten times as many", "100 people", "ms",
			GROWTH_BAR },
		{ "reading_growth", "reading its rows: ten times as many", "100 people", "ms",
			GROWTH_BAR },
	};
	static struct measured few, many;
	make(&few, 100);
	make(&many, 1000);
	for (int run = 0; run < bench_number("BENCH_RUNS", RUNS); run++) {
		measure(&few);
		measure(&many);
	}
	store_close(few.store);
	store_close(many.store);
	bool met = bench_row(&rows[0], &many.plain, &many.reading);
	met &= bench_row(&rows[1], &many.plain, &few.plain);
	met &= bench_row(&rows[2], &many.whole, &few.whole);
	met &= bench_row(&rows[3], &many.reading, &few.reading);
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
