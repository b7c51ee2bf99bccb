/* SPDX-License-Identifier: MIT */
/*
 * Databases that are whole and say absurd things: a cell of any table at random, changed by another
 * program to what rekindle never writes. Whatever is done with one, it is done or refused in words.
 */
#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <rekindle/diagnosis.h>
#include <rekindle/exchange.h>
#include <rekindle/plan.h>
#include <rekindle/report.h>

#include "store_fixture.h"

Suite *absurd_suite(void);

#define FILES 50 /* of the fixed seed; a sweep sets ABSURD_FILES and SWEEP_SEED */
#define SECONDS_MOST 60
#define TODAY 20528

static uint64_t state = 20261126;

static int files(void)
{
	const char *wanted = getenv("ABSURD_FILES");
	return wanted ? atoi(wanted) : FILES;
}

static uint64_t dice(uint64_t sides)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (state >> 33) % sides;
}

static const char *const values[] = { "NULL", "-1", "0", "2", "3", "4", "5", "6", "7", "77", "255",
	"100000", "2000000", "2147483647", "-2147483648", "4294967297", "9223372036854775807",
	"-9223372036854775808", "1e308", "-1e308", "9e999", "'-1'", "'x'", "''", "'%s%n'",
	"'9999-99-99'", "'2026-02-30'", "'99 99 99 99'", "'{'", "'{}'", "'[1]'",
	"CAST(x'FFFE41' AS TEXT)", "char(10, 10, 27)", "zeroblob(16)", "x'01'",
	"printf('%.3000c', 'w')", "'0,1,@,99999999999999999999,\"'", "'items: ['" };
#define VALUES (sizeof(values) / sizeof(*values))

/* A statement that changes one cell, of any table that has rows. */
static char *mutation(sqlite3 *db)
{
	static const char sql[] =
		"SELECT 'UPDATE ' || t.name || ' SET ' || c.name || ' = %s WHERE ' || "
		"(SELECT name FROM pragma_table_info(t.name) WHERE pk = 1) || ' = (SELECT ' || "
		"(SELECT name FROM pragma_table_info(t.name) WHERE pk = 1) || ' FROM ' || t.name "
		"|| "
		"' LIMIT 1 OFFSET %d)' FROM sqlite_schema t, pragma_table_info(t.name) c "
		"WHERE t.type = 'table' AND t.name <> 'sqlite_sequence'";
	static char text[512];
	sqlite3_stmt *row;
	int count = 0;

	ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
	while (sqlite3_step(row) == SQLITE_ROW)
		count++;
	for (int skip = (int)dice((uint64_t)count); skip >= 0; skip--)
		ck_assert_int_eq(sqlite3_step(row), SQLITE_ROW);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	snprintf(text, sizeof(text), (const char *)sqlite3_column_text(row, 0),
		values[dice(VALUES)], (int)dice(3));
#pragma GCC diagnostic pop
	sqlite3_finalize(row);
	return text;
}

/* Until one of them takes: what the types of the tables refuse is no valid file. */
static const char *spoil(void)
{
	sqlite3 *db;
	const char *text;

	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
	do
		text = mutation(db);
	while (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK || sqlite3_changes(db) == 0);
	sqlite3_close(db);
	return text;
}

static void write_reports(struct store *store, struct record *record)
{
	struct store_earlier earlier;
	struct diagnosis diagnosis;
	struct plan plan;

	if (store_load_earlier(store, record, &earlier, &why))
		return;
	diagnosis_compute(&diagnosis, record);
	if (plan_is_stored(record))
		plan_read(&plan, record);
	else
		plan_compute(&plan, record, &diagnosis, date_next_monday(TODAY));
	const struct report_rounds rounds = { .record = record,
		.diagnosis = &diagnosis,
		.plan = &plan,
		.all = earlier.all,
		.count = earlier.count,
		.own = earlier.own,
		.today = TODAY };
	for (int kind = 0; kind < REPORT_KINDS; kind++) {
		struct report_reading reading;
		struct str out;
		str_init(&out);
		report_read(&reading, &rounds, (enum report_kind)kind);
		report_write(&out, &reading.input,
			(enum report_format)(kind % 2 ? REPORT_HTML : REPORT_TEXT), false);
		report_reading_release(&reading);
		exchange_plan_csv(&out, record, &plan, EDITION_INTERNAL);
		exchange_plan_ics(&out, store, record, &plan, EDITION_INTERNAL, 1790000000000);
		exchange_plan_json(&out, record, &plan);
		str_release(&out);
	}
	plan_release(&plan);
	diagnosis_release(&diagnosis);
	store_earlier_release(&earlier);
}

static void undo_and_redo(struct store *store, int64_t assessment)
{
	struct pool pool = { 0 };
	const char *what;

	for (int i = 0; i < 3; i++)
		store_undo(store, assessment, &pool, &what, &why);
	for (int i = 0; i < 3; i++)
		store_redo(store, assessment, &pool, &what, &why);
	pool_release(&pool);
}

static void use_round(struct store *store, const struct store_round *round)
{
	struct record record;
	struct store_sitting sitting;
	struct store_due *due;
	struct pool pool = { 0 };
	struct str out;
	size_t count;
	bool found;

	store_due(store, round->assessment, 5, &pool, &due, &count, &why);
	if (store_load(store, round->assessment, &record, &why) == ERR_NONE) {
		for (size_t i = 0; i < record.respondent_count; i++)
			store_get_sitting(store, &record, record.respondents[i].object.key, &pool,
				&sitting, &found, &why);
		write_reports(store, &record);
		record_release(&record);
	}
	str_init(&out);
	exchange_write(store, round->assessment, false, &out, &why);
	str_release(&out);
	undo_and_redo(store, round->assessment);
	pool_release(&pool);
}

/* Everything that reads, in a process of its own. */
static void use_file(void)
{
	struct store *store;
	struct store_list list;
	int64_t key;

	why.text[0] = '\0';
	if (store_open(path, STORE_EXISTING, &store, &why)) {
		_exit(why.text[0] ? EXIT_SUCCESS : EXIT_FAILURE);
	}
	store_find(store, "alli", &key, &why);
	if (store_list(store, &list, &why) == ERR_NONE) {
		for (size_t i = 0; i < list.count; i++) {
			store_round_next(&list.rounds[i]);
			if (list.rounds[i].assessment)
				use_round(store, &list.rounds[i]);
		}
		store_list_release(&list);
	}
	store_close(store);
	_exit(EXIT_SUCCESS);
}

static void make_file(const char *name)
{
	struct record record;
	struct store *store;
	struct plan plan;
	struct diagnosis diagnosis;

	OK(store_open(name, STORE_CREATE, &store, &why));
	int64_t key = stored_record(store, &record);
	record.assessment.title = "later";
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	struct store_sitting sitting = { .respondent = record.respondents[0].object.key,
		.item = 1,
		.draft = "half a",
		.cursor = 3 };
	OK(store_put_sitting(store, &record, &sitting, &why));
	diagnosis_compute(&diagnosis, &record);
	plan_compute(&plan, &record, &diagnosis, date_next_monday(TODAY));
	plan_release(&plan);
	OK(store_put_summary(store, key, store_change(store), 3.25, "management", "solid", &why));
	diagnosis_release(&diagnosis);
	record_release(&record);
	store_close(store);
}

START_TEST(test_absurd_cell_is_refused_or_harmless)
{
	char whole[160], command[700];
	const char *seed = getenv("SWEEP_SEED");

	if (seed)
		state = strtoull(seed, NULL, 10);
	snprintf(whole, sizeof(whole), "%s.whole", path);
	make_file(whole);
	for (int i = 0; i < files(); i++) {
		int status;
		snprintf(command, sizeof(command), "rm -f '%s-wal' '%s-shm'; cp '%s' '%s'", path,
			path, whole, path);
		ck_assert_int_eq(system(command), 0);
		const char *change = spoil();
		for (uint64_t more = dice(3); more > 0; more--)
			change = spoil();
		pid_t child = fork();
		if (child == 0) {
			alarm(SECONDS_MOST);
			use_file();
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%d, status %d: %s", i,
			status, change);
	}
	if (seed)
		printf("sweep: %d files with absurd values, seed %s: all read or refused\n",
			files(), seed);
}
END_TEST

/* What the types of the fields let pass, and no export of it could be read back. */
static const struct {
	const char *change, *words;
} strange[] = {
	{ "UPDATE escalation SET level = 4",
		"the escalation with key 1 has something in its "
		"column level" },
	{ "UPDATE escalation SET level = 0", "column level" },
	{ "UPDATE escalation SET opened = 2000000", "column opened" },
	{ "UPDATE day_off SET last_day = first_day - 1", "column last_day" },
	{ "UPDATE day_off SET party = 77", "column party" },
	{ "UPDATE day_off SET yearly = 2", "column yearly" },
	{ "UPDATE meeting SET at = -1", "column at" },
	{ "UPDATE meeting SET notes = CAST(x'FFFE41' AS TEXT)", "column notes" },
	{ "UPDATE event SET kind = 12", "the event with key 1 has something in its column kind" },
	{ "UPDATE event SET kind = -1", "column kind" },
	{ "UPDATE plan_action SET every = 'fortnight'", "column every" },
	{ "UPDATE plan_action SET every = ''", "column every" },
	{ "UPDATE plan_action SET step = 8", "column step" },
	{ "UPDATE gate_decision SET number = 21", "column number" },
};

START_TEST(test_absurd_member_that_its_kind_has_not_is_told)
{
	struct store_list list;
	struct record record;
	struct store *store;
	sqlite3 *db;

	make_file(path);
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, strange[_i].change, NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_gt(sqlite3_changes(db), 0);
	sqlite3_close(db);
	OK(store_open(path, STORE_EXISTING, &store, &why));
	OK(store_list(store, &list, &why));
	ck_assert_int_eq(store_load(store, list.rounds[0].assessment, &record, &why), ERR_INVALID);
	ck_assert_msg(strstr(why.text, strange[_i].words) != NULL, "%s", why.text);
	store_list_release(&list);
	store_close(store);
}
END_TEST

Suite *absurd_suite(void)
{
	Suite *suite = suite_create("absurd");
	TCase *tests = tcase_create("files");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 600);
	tcase_add_test(tests, test_absurd_cell_is_refused_or_harmless);
	tcase_add_loop_test(tests, test_absurd_member_that_its_kind_has_not_is_told, 0,
		sizeof(strange) / sizeof(*strange));
	suite_add_tcase(suite, tests);
	return suite;
}
