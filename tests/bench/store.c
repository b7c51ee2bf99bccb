/* SPDX-License-Identifier: MIT */
/*
 * How an import and an export grow with what is in the file: ten times as many objects that have no
 * id of their own, texts ten times as long, interleaved in one run, as a ratio of medians of
 * processor time (the database is in memory). Linear is 10; the bar is 10.5. Ten times as much
 * does not fit the processor's caches any more: the floor is the library alone, which reads and
 * prints what was exported, in the same run; where it takes more than 10 times, the bar rises as
 * it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <rekindle/exchange.h>
#include "times.h"

enum { FEW = 1000 };

/* A document with n of something: before them, one of them by its number, behind them. */
struct growth {
	const char *name, *before, *one, *after;
};

#define ROUND                                                                                      \
	"{'alliance':{'id':'x','name':'Phoenix','parties':[{'id':'a','name':'Apex'},"              \
	"{'id':'b','name':'Borealis'}],'people':[{'id':'p','party':'a','role':'sponsor'}]},"       \
	"'assessments':[{'id':'one','date':'2026-11-20',"
#define PLAN ROUND "'plan':{'start':'2026-12-07','track':'relaunch','horizon_months':12,"
#define ACTION "{'id':'%08d-1f0e-4f5b-9c3a-0a4f0c9a7e77','title':'own','step':3"

static const struct growth growths[] = {
	{ "readings of one day",
		ROUND "'kpis':[{'id':'k','category':'financial','name':'K','actuals':[",
		"{'date':'2026-01-01','value':%d}", "]}]}]}" },
	{ "readings, all alike",
		ROUND "'kpis':[{'id':'k','category':'financial','name':'K','actuals':[",
		"{'date':'2026-01-01','value':1,'x%d':1}", "]}]}]}" },
	{ "route test", ROUND "'route':[", "{'party':'a','closeness':3,'x':%d}", "]}]}" },
	{ "contributions", ROUND "'contributions':[", "{'party':'a','brings':'x%d'}", "]}]}" },
	{ "what success is", PLAN "'workshop':{'success':[", "{'party':'a','text':'x%d'}",
		"]}}}]}" },
	{ "owners of actions", PLAN "'actions':[", ACTION ",'owners':[{'party':'a','person':'p'}]}",
		"]}}]}" },
	{ "owners of objectives", PLAN "'objectives':[",
		"{'id':'g%d','text':'g','owners':[{'party':'a','person':'p'}]}", "]}}]}" },
	{ "one long note", ROUND "'notes':[{'text':'", "word %05d \xC3\xA9 e\xCC\x81 \\n",
		"'}]}]}" },
	{ "one long label",
		"{'assessments':[{'date':'2026-11-20'}],'alliance':{'id':'x','name':'Phoenix',"
		"'parties':[{'name':'B'},{'name':'A','label':'",
		"%09d\xCC\x81", "'}]}}" },
	{ "lines of a list", ROUND "'kpis':[{'category':'financial','name':'K','agreed_by':[",
		"'party %d'", "]}]}]}" },
	{ "members nobody knows", ROUND "'x':{", "'y%d':[0]", "}}]}" },
};
#define GROWTHS (sizeof(growths) / sizeof(*growths))

static bool is_list(const struct growth *growth)
{
	return strchr("[{", growth->before[strlen(growth->before) - 1]) != NULL;
}

static char *document(const struct growth *growth, int count)
{
	struct str text;
	str_init(&text);
	str_add(&text, growth->before);
	for (int i = 0; i < count; i++) {
		if (i && is_list(growth))
			str_addc(&text, ',');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		str_addf(&text, growth->one, i);
#pragma GCC diagnostic pop
	}
	str_add(&text, growth->after);
	for (size_t i = 0; i < text.len; i++)
		if (text.text[i] == '\'')
			text.text[i] = '"';
	return str_detach(&text);
}

enum work { IMPORT, EXPORT, FLOOR, WORKS };

static enum err import(struct store *store, const char *text, int64_t *round, struct errmsg *why)
{
	struct exchange file;
	struct exchange_report report;
	enum err err = exchange_read(text, strlen(text), "bench", &file, why);
	if (err)
		return err;
	err = exchange_import(store, &file, IMPORT_PLAINLY, &report, why);
	*round = report.assessment;
	exchange_report_release(&report);
	exchange_release(&file);
	return err;
}

/* What reading and printing of so large a document costs whoever does it. */
static void run_floor(const char *text)
{
	json_t *document = json_loads(text, 0, NULL);
	char *printed = json_dumps(document, JSON_INDENT(1));
	if (!printed)
		abort();
	free(printed);
	json_decref(document);
}

/* In, and out again. */
static void run_both(const char *text, double *milliseconds[WORKS], int run)
{
	struct store *store;
	struct str out;
	struct errmsg why = { "" };
	int64_t round;
	str_init(&out);
	enum err err = store_open(":memory:", STORE_CREATE, &store, &why);
	double from = now(CLOCK_PROCESS_CPUTIME_ID);
	if (!err)
		err = import(store, text, &round, &why);
	double between = now(CLOCK_PROCESS_CPUTIME_ID);
	if (!err)
		err = exchange_write(store, round, false, &out, &why);
	milliseconds[IMPORT][run] = between - from;
	milliseconds[EXPORT][run] = now(CLOCK_PROCESS_CPUTIME_ID) - between;
	if (err) {
		fprintf(stderr, "bench-store: %s\n", why.text);
		exit(BENCH_BROKEN);
	}
	between = now(CLOCK_PROCESS_CPUTIME_ID);
	run_floor(out.text);
	milliseconds[FLOOR][run] = now(CLOCK_PROCESS_CPUTIME_ID) - between;
	str_release(&out);
	store_close(store);
}

static bool measure(const struct growth *growth)
{
	struct growth_times times[WORKS];
	char *small = document(growth, FEW), *large = document(growth, 10 * FEW);
	for (int run = 0; run < GROWTH_RUNS; run++) {
		run_both(small,
			(double *[]){ times[IMPORT].few, times[EXPORT].few, times[FLOOR].few },
			run);
		run_both(large,
			(double *[]){ times[IMPORT].many, times[EXPORT].many, times[FLOOR].many },
			run);
	}
	double floor = growth_of(&times[FLOOR]);
	bool met = print_growth("import", growth->name, &times[IMPORT], floor);
	met &= print_growth("export", growth->name, &times[EXPORT], floor);
	free(small);
	free(large);
	return met;
}

int main(void)
{
	bool met = true;
	printf("%d objects of a kind, and a tenth of them\n", 10 * FEW);
	for (size_t i = 0; i < GROWTHS; i++)
		met &= measure(&growths[i]);
	return met ? EXIT_SUCCESS : EXIT_FAILURE;
}
