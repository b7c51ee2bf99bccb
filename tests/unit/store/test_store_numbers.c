/* SPDX-License-Identifier: MIT */
/*
 * The numbers by which people call the actions of a plan: one for good, and none twice.
 */
#include <rekindle/bin.h>

#include "../../../src/store/sqlite/sqlite.h"
#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_numbers_suite(void);

static struct store *store;
static struct record record;
static int64_t round_key;

static void load_again(void)
{
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
}

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	round_key = stored_record(store, &record);
}

static void tear_down(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

static int add_action(const char *title)
{
	struct plan_action *action = record_add(&record, KIND_PLAN_ACTION);
	action->title = title;
	action->step = 1;
	OK(store_put(store, &record, KIND_PLAN_ACTION, action, 0, &why));
	int number = action->number;
	load_again();
	return number;
}

static void delete_action(size_t at)
{
	OK(store_delete(store, &record, KIND_PLAN_ACTION, &record.actions[at], &why));
	load_again();
}

START_TEST(test_store_numbers_go_up_from_one_in_each_alliance)
{
	struct record other;
	ck_assert_uint_eq(record.action_count, 2);
	ck_assert_int_eq(record.actions[0].number, 1);
	ck_assert_int_eq(record.actions[1].number, 2);
	ck_assert_int_eq(add_action("third"), 3);
	ck_assert_int_eq(record.actions[2].number, 3);
	stored_record(store, &other);
	ck_assert_int_eq(other.actions[0].number, 1);
	record_release(&other);
}
END_TEST

START_TEST(test_store_numbers_of_deleted_actions_stay_theirs)
{
	struct pool pool = { 0 };
	const char *what;
	delete_action(1);
	ck_assert_int_eq(add_action("third"), 3);
	OK(store_undo(store, round_key, &pool, &what, &why));
	OK(store_undo(store, round_key, &pool, &what, &why));
	load_again();
	ck_assert_uint_eq(record.action_count, 2);
	ck_assert_int_eq(record.actions[1].number, 2);
	/* what was added and taken back keeps its number to itself as well */
	ck_assert_int_eq(add_action("fourth"), 4);
	pool_release(&pool);
}
END_TEST

START_TEST(test_store_numbers_stay_when_the_id_changes)
{
	struct uuid id = uuid_new(), before = record.actions[0].object.id;
	struct pool pool = { 0 };
	const char *what;
	OK(store_put_id(store, &record, KIND_PLAN_ACTION, &record.actions[0], &id, &why));
	load_again();
	ck_assert(uuid_same(&record.actions[0].object.id, &id));
	ck_assert_int_eq(record.actions[0].number, 1);
	OK(store_undo(store, round_key, &pool, &what, &why));
	load_again();
	ck_assert(uuid_same(&record.actions[0].object.id, &before));
	ck_assert_int_eq(record.actions[0].number, 1);
	pool_release(&pool);
}
END_TEST

/* The object that is written over another program's change is read anew. */
START_TEST(test_store_numbers_stay_when_two_programs_write)
{
	struct store *second = open_store();
	struct record theirs;
	OK(store_load(second, round_key, &theirs, &why));
	theirs.actions[0].note = "theirs";
	OK(store_put(second, &theirs, KIND_PLAN_ACTION, &theirs.actions[0], 0, &why));
	record.actions[0].title = "ours";
	OK(store_put(store, &record, KIND_PLAN_ACTION, &record.actions[0], 0, &why));
	ck_assert_str_eq(record.actions[0].note, "theirs");
	ck_assert_int_eq(record.actions[0].number, 1);
	record_release(&theirs);
	store_close(second);
}
END_TEST

START_TEST(test_store_numbers_go_with_the_alliance_that_is_forgotten)
{
	struct record other;
	struct store_found found = { .kind = KIND_ALLIANCE,
		.key = record.alliance.object.key,
		.alliance = record.alliance.object.key,
		.id = record.alliance.object.id,
		.name = record.alliance.name };
	struct pool pool = { 0 };
	struct texts mentions = { 0 }, copies = { 0 };
	stored_record(store, &other);
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM action_number"), 2);
	record_release(&other);
	pool_release(&pool);
}
END_TEST

/* A plan of a version without numbers gets them in the order in which its actions came. */
START_TEST(test_store_numbers_are_given_to_older_plans)
{
	sqlite3 *db;
	char *sql = file_text("tests/data/db-0.1.0.sql");
	char old[160];
	snprintf(old, sizeof(old), "%s/old.db", folder);
	ck_assert_int_eq(sqlite3_open(old, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	free(sql);
	store_close(store);
	OK(store_open(old, STORE_EXISTING, &store, &why));
	OK(store_find(store, "1529169f", &round_key, &why));
	load_again();
	ck_assert_uint_gt(record.action_count, 10);
	for (size_t i = 0; i < record.action_count; i++)
		ck_assert_int_eq(record.actions[i].number, (int)i + 1);
	ck_assert_int_eq(add_action("new"), (int)record.action_count);
}
END_TEST

Suite *store_numbers_suite(void)
{
	Suite *suite = suite_create("store numbers");
	TCase *tests = tcase_create("store numbers");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_store_numbers_go_up_from_one_in_each_alliance);
	tcase_add_test(tests, test_store_numbers_of_deleted_actions_stay_theirs);
	tcase_add_test(tests, test_store_numbers_stay_when_the_id_changes);
	tcase_add_test(tests, test_store_numbers_stay_when_two_programs_write);
	tcase_add_test(tests, test_store_numbers_go_with_the_alliance_that_is_forgotten);
	tcase_add_test(tests, test_store_numbers_are_given_to_older_plans);
	suite_add_tcase(suite, tests);
	return suite;
}
