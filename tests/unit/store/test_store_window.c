/* SPDX-License-Identifier: MIT */
/*
 * What the portfolio is sorted, found and counted by: made for a database of before, and following
 * every change.
 */
#include "../../../src/store/sqlite/sqlite.h"
#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/portfolio.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_window_suite(void);

#define DATABASE "tests/data/db-29.sql"

static struct store *store;
static struct store_totals totals;
static char *today; /* as it was before */

static void set_up(void)
{
	sqlite3 *db;
	char *sql = file_text(DATABASE);
	make_folder_of_test();
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	free(sql);
	today = getenv("REKINDLE_TODAY") ? strdup(getenv("REKINDLE_TODAY")) : NULL;
	setenv("REKINDLE_TODAY", "2026-11-16", 1); /* what is in the bin stays there */
	store = open_store();
}

static void tear_down(void)
{
	if (today)
		setenv("REKINDLE_TODAY", today, 1);
	else
		unsetenv("REKINDLE_TODAY");
	free(today);
	store_close(store);
	remove_folder_of_test();
}

static void count(void)
{
	OK(store_totals(store, date_make(2026, 11, 16), &totals, &why));
}

/* The names in that order, a line each. */
static void expect_names(enum store_order order, const char *expected)
{
	const struct store_view view = { .order = order };
	struct store_list list;
	struct str names;
	int64_t last = 0;
	str_init(&names);
	OK(store_window(store, &view, 0, 10, &list, &why));
	for (size_t i = 0; i < list.count; last = list.rounds[i++].alliance)
		if (list.rounds[i].alliance != last)
			str_addf(&names, "%s\n", list.rounds[i].alliance_name);
	ck_assert_str_eq(names.text, expected);
	store_list_release(&list);
	str_release(&names);
}

#define BIRCH "birch\n"
#define ELAN                                                                                       \
	"\xC3\x89lan & \xC4\x8C"                                                                   \
	"apek\n"
#define PHOENIX "Phoenix Labs and GenTech Solutions\n"

/* The folded name sorts, so that an accent stands behind the letters without. */
START_TEST(test_store_of_schema_29_has_its_portfolio)
{
	ck_assert_ptr_nonnull(strstr(store_notice(store), ".schema-29"));
	count();
	ck_assert_int_eq(totals.alliances, 3);
	ck_assert_int_eq(totals.cells, (int)strlen(PHOENIX) - 1);
	ck_assert_int_eq(totals.rounds, 1);
	ck_assert_int_eq(totals.with_health, 1);
	ck_assert_int_eq(totals.late,
		1 +
			sql_number(store,
				"SELECT count(*) FROM plan_action WHERE due < 20773 AND "
				"coalesce(status, 0) NOT IN (3, 4)"));
	expect_names(ORDER_NAME, BIRCH PHOENIX ELAN);
	expect_names(ORDER_NEXT, PHOENIX BIRCH ELAN);
	expect_names(ORDER_HEALTH, PHOENIX BIRCH ELAN);
	OK(store_check(store, 0, &why));
	ck_assert_int_eq(sql_number(store, "PRAGMA foreign_key_check"), -1);
}
END_TEST

static int64_t key_of(const char *name)
{
	int64_t key;
	OK(store_find(store, name, &key, &why));
	return key;
}

/* What lies in the bin is not in it; what comes back is. */
START_TEST(test_store_window_follows_the_bin)
{
	struct pool pool = { 0 };
	struct store_binned *binned;
	size_t n;
	OK(store_bin(store, &pool, &binned, &n, &why));
	ck_assert_uint_ge(n, 1);
	OK(store_undelete(store, &binned[0], &why));
	count();
	ck_assert_int_eq(totals.alliances, 4);
	expect_names(ORDER_NAME, BIRCH "Gone\n" PHOENIX ELAN);
	ck_assert_int_eq(sql_number(store, "SELECT sum(n) FROM tally WHERE what = 2"), 4);
	pool_release(&pool);
}
END_TEST

/* A name counts at once, also before the rest is followed. */
START_TEST(test_store_window_follows_a_name)
{
	struct record record;
	OK(store_load(store, key_of("birch"), &record, &why));
	record.alliance.name = "Zebra";
	OK(store_put(store, &record, KIND_ALLIANCE, &record.alliance, 0, &why));
	record_release(&record);
	expect_names(ORDER_NAME, PHOENIX "Zebra\n" ELAN);
}
END_TEST

/* Another program is not waited for; what it has done is there the next time. */
START_TEST(test_store_window_does_not_wait_for_others)
{
	sqlite3 *other;
	struct record record;
	int64_t planned;
	count();
	OK(store_load(store, key_of("birch"), &record, &why));
	struct person *person = record_add(&record, KIND_PERSON);
	person->party = 0;
	person->role = ROLE_SPONSOR;
	person->planned = "2026-11-16";
	OK(store_put(store, &record, KIND_PERSON, person, 0, &why));
	record_release(&record);
	ck_assert_int_eq(sqlite3_open(path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	planned = clock_monotonic_ms();
	count();
	ck_assert_int_lt(clock_monotonic_ms() - planned, 1500);
	ck_assert_int_eq(totals.due, 0);
	sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(other);
	count();
	ck_assert_int_eq(totals.due, 1);
}
END_TEST

Suite *store_window_suite(void)
{
	Suite *suite = suite_create("store window");
	TCase *tests = tcase_create("window");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_store_of_schema_29_has_its_portfolio);
	tcase_add_test(tests, test_store_window_follows_the_bin);
	tcase_add_test(tests, test_store_window_follows_a_name);
	tcase_add_test(tests, test_store_window_does_not_wait_for_others);
	suite_add_tcase(suite, tests);
	return suite;
}
