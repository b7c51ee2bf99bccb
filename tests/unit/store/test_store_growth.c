/* SPDX-License-Identifier: MIT */
/*
 * Many objects of one kind take as long each as few, whatever is done with them: also those that
 * have no id of their own and are known by what they say, or by what they are about.
 */
#include <sqlite3.h>

#include "store_fixture.h"

Suite *store_growth_suite(void);

enum { FEW = 200, MANY = 10 * FEW, PARTS = 7 };

/* Steps of the database's own machine, in times of those that a few take; quadratic is 100. What a
 * deeper index takes is the rest. */
#define BAR 10.5

static const enum kind kinds[PARTS] = { KIND_ROUTE, KIND_ACTUAL, KIND_CONTRIBUTION,
	KIND_ACTION_OWNER, KIND_OBJECTIVE_OWNER, KIND_SUCCESS, KIND_GATE };

static int64_t steps;

static int one_step(void *count)
{
	(*(int64_t *)count)++;
	return 0;
}

/* Called by the library for each database that is opened. */
static int count_steps(sqlite3 *database, char **error, const struct sqlite3_api_routines *library)
{
	(void)error, (void)library;
	sqlite3_progress_handler(database, 1, one_step, &steps);
	return SQLITE_OK;
}

/* So many of them, alike but for the number n, which is also that of a day where they have one. */
static void add(struct record *record, enum kind kind, int count, bool alike)
{
	for (int i = 0; i < count; i++)
		fill_object(record, kind, record_add(record, kind), alike ? 7 : i, 0);
}

static void put_all(struct store *store, struct record *record, enum kind kind)
{
	for (size_t i = 2; i < record_count(record, kind); i++)
		((struct object *)record_at(record, kind, i))->key = 0;
	OK(store_begin(store, record->assessment.object.key, NULL, &why));
	for (size_t i = 2; i < record_count(record, kind); i++)
		OK(store_put(store, record, kind, record_at(record, kind, i), 0, &why));
	OK(store_commit(store, &why));
}

static void delete_all(struct store *store, struct record *record, enum kind kind)
{
	OK(store_begin(store, record->assessment.object.key, NULL, &why));
	for (size_t i = 2; i < record_count(record, kind); i++)
		OK(store_delete(store, record, kind, record_at(record, kind, i), &why));
	OK(store_commit(store, &why));
}

/* Stored, stored again by one who does not know that they are, deleted one by one. */
static void live(enum kind kind, int count, bool alike, int64_t taken[3])
{
	struct record record;
	struct store *store;
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	stored_record(store, &record);
	add(&record, kind, count, alike);
	taken[0] = steps;
	put_all(store, &record, kind);
	int64_t change = store_change(store);
	taken[1] = steps;
	put_all(store, &record, kind);
	ck_assert_int_eq(store_change(store), change);
	taken[2] = steps;
	delete_all(store, &record, kind);
	for (int i = 0; i < 2; i++)
		taken[i] = taken[i + 1] - taken[i];
	taken[2] = steps - taken[2];
	record_release(&record);
	store_close(store);
}

START_TEST(test_store_growth_is_linear_for_kinds_without_an_id)
{
	static const char *const what[] = { "stored", "found again", "deleted" };
	enum kind kind = kinds[_i % PARTS];
	int64_t few[3], many[3];
	sqlite3_auto_extension((void (*)(void))count_steps);
	live(kind, FEW, _i >= PARTS, few);
	live(kind, MANY, _i >= PARTS, many);
	sqlite3_reset_auto_extension();
	for (int i = 0; i < 3; i++) {
		double times = (double)many[i] / (double)few[i];
		ck_assert_int_gt(few[i], FEW);
		ck_assert_msg(
			times < BAR, "%s %s: %.2f times", kind_info[kind].plural, what[i], times);
	}
}
END_TEST

/* Of rows that say the same each is found by one, and none that the record knows. */
START_TEST(test_store_growth_finds_every_row_once)
{
	struct record record, loaded;
	struct store *store = open_store();
	int64_t round = stored_record(store, &record);
	for (int i = 0; i < 3; i++)
		fill_object(&record, KIND_ACTUAL, record_add(&record, KIND_ACTUAL), 9, 0);
	put_all(store, &record, KIND_ACTUAL);
	record.actuals[3].object.key = record.actuals[4].object.key = 0;
	int64_t change = store_change(store);
	OK(store_begin(store, round, NULL, &why));
	for (size_t i = 3; i < 5; i++)
		OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[i], 0, &why));
	OK(store_commit(store, &why));
	ck_assert_int_eq(store_change(store), change);
	ck_assert_int_ne(record.actuals[3].object.key, record.actuals[4].object.key);
	ck_assert_int_ne(record.actuals[3].object.key, record.actuals[2].object.key);
	/* one that is gone since is not found */
	OK(store_begin(store, round, NULL, &why));
	record.actuals[3].object.key = record.actuals[4].object.key = 0;
	OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[3], 0, &why));
	OK(store_delete(store, &record, KIND_ACTUAL, &record.actuals[3], &why));
	OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[4], 0, &why));
	record.actuals[3].object.key = 0;
	OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[3], 0, &why));
	OK(store_commit(store, &why));
	OK(store_load(store, round, &loaded, &why));
	ck_assert_uint_eq(loaded.actual_count, 5);
	record_release(&loaded);
	record_release(&record);
	store_close(store);
}
END_TEST

Suite *store_growth_suite(void)
{
	Suite *suite = suite_create("store growth");
	TCase *tests = tcase_create("growth");
	tcase_set_timeout(tests, 120);
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_add_loop_test(
		tests, test_store_growth_is_linear_for_kinds_without_an_id, 0, 2 * PARTS);
	tcase_add_test(tests, test_store_growth_finds_every_row_once);
	suite_add_tcase(suite, tests);
	return suite;
}
