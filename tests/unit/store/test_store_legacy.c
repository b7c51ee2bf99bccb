/* SPDX-License-Identifier: MIT */
/*
 * What version 0.1.0 has written: its database is brought up to date and means the same.
 */
#include "../../../src/store/sqlite/sqlite.h"
#include <jansson.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_legacy_suite(void);

#define DATABASE "tests/data/db-0.1.0.sql"
#define DOCUMENT "tests/data/exchange/0.1.0.json"

static struct store *store;
static struct record record;

static void set_up(void)
{
	sqlite3 *db;
	int64_t assessment;
	char *sql = file_text(DATABASE);
	make_folder_of_test();
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	free(sql);
	store = open_store();
	OK(store_find(store, "1529169f", &assessment, &why));
	OK(store_load(store, assessment, &record, &why));
}

static void tear_down(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

/* Without what 0.1.0 did not write: times of change but those of answers, and nulls. */
static void strip(json_t *value, bool answer)
{
	const char *name;
	json_t *member;
	void *next;
	size_t i;
	json_array_foreach(value, i, member) strip(member, answer);
	json_object_foreach_safe(value, next, name, member)
	{
		strip(member, answer || !strcmp(name, "answers"));
		if (json_is_null(member) || (json_is_object(member) && !json_object_size(member)) ||
			(!answer && (!strcmp(name, "changed") || !strcmp(name, "drawn"))))
			json_object_del(value, name);
	}
}

static void strip_rounds(json_t *list)
{
	size_t i;
	json_t *value;
	json_array_foreach(list, i, value) json_object_del(value, "round");
}

/* The plan and the KPIs where 0.1.0 had them: in the only round; it wrote no origin of what is in
 * them. The profile stands where it was as well. */
static void put_back(json_t *root)
{
	static const char *const moved[] = { "plan", "kpis" };
	json_t *alliance = json_object_get(root, "alliance");
	json_t *round = json_array_get(json_object_get(root, "assessments"), 0);
	for (size_t i = 0; i < 2; i++) {
		json_object_set(round, moved[i], json_object_get(alliance, moved[i]));
		json_object_del(alliance, moved[i]);
	}
	json_object_del(round, "profile");
	strip_rounds(json_object_get(json_object_get(round, "plan"), "actions"));
	strip_rounds(json_object_get(json_object_get(round, "plan"), "gates"));
}

/* What follows from the plan minds days off and the end of the contract now. */
static void drop_derived(json_t *root)
{
	json_t *round = json_array_get(json_object_get(root, "assessments"), 0);
	json_t *plan = json_object_get(round, "plan"), *gate;
	size_t i;
	json_object_del(plan, "events");
	json_object_del(plan, "warnings");
	json_array_foreach(json_object_get(plan, "gates"), i, gate) json_object_del(gate, "date");
}

START_TEST(test_store_of_0_1_0_exports_as_then)
{
	struct str text;
	char *then = file_text(DOCUMENT);
	str_init(&text);
	OK(exchange_write(store, record.assessment.object.key, false, &text, &why));
	json_t *a = json_loads(text.text, 0, NULL), *b = json_loads(then, 0, NULL);
	ck_assert(a && b);
	put_back(a);
	drop_derived(a);
	drop_derived(b);
	strip(a, false);
	strip(b, false);
	ck_assert(json_equal(a, b));
	json_decref(a);
	json_decref(b);
	str_release(&text);
	free(then);
}
END_TEST

/* Its objects were changed when its log says so. */
START_TEST(test_store_of_0_1_0_gets_times_from_its_log)
{
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM respondent WHERE changed IS NULL"), 0);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM respondent WHERE changed NOT IN "
				 "(SELECT at FROM change WHERE at IS NOT NULL)"),
		0);
}
END_TEST

/* Nothing that is read through the store, but it must hold in the file. */
START_TEST(test_store_of_0_1_0_has_ratings_apart)
{
	int64_t then = 0;
	for (size_t i = 0; i < record.answer_count; i++)
		then += record.answers[i].value.type == VALUE_NUMBER &&
			record.instrument->items[record.answers[i].item].kind == ITEM_RATED;
	ck_assert_int_gt(then, 300);
	ck_assert_int_eq(sql_number(store, "SELECT count(rating) FROM answer"), then);
	ck_assert_int_eq(sql_number(store,
				 "SELECT count(*) FROM answer WHERE rating IS NOT NULL AND value "
				 "IS NOT NULL"),
		0);
	ck_assert_int_eq(sql_number(store, "PRAGMA foreign_key_check(answer)"), -1);
	ck_assert_ptr_nonnull(strstr(store_notice(store), ".schema-5"));
}
END_TEST

START_TEST(test_store_of_0_1_0_goes_on_in_the_draft)
{
	struct pool pool = { 0 };
	struct store_sitting sitting;
	bool found;
	const struct respondent *last = &record.respondents[record.respondent_count - 1];
	OK(store_get_sitting(store, &record, last->object.key, &pool, &sitting, &found, &why));
	ck_assert(found && !sitting.finished);
	ck_assert_str_eq(sitting.draft, "half a sen");
	ck_assert_int_eq(sitting.cursor, 10);
	ck_assert_int_ge(sitting.item, 0);
	pool_release(&pool);
}
END_TEST

static void undo(const char *expected)
{
	const char *what;
	OK(store_undo(store, record.assessment.object.key, &record.pool, &what, &why));
	ck_assert_str_eq(what, expected);
}

/* The entries of its log are read: the last answers were a split and a rating of 2 made a 5. */
START_TEST(test_store_of_0_1_0_is_undone)
{
	const char *what;
	struct record now;
	int respondent = (int)record.respondent_count - 1, twos = 0;
	undo("answer changed");
	undo("rated 5");
	OK(store_load(store, record.assessment.object.key, &now, &why));
	ck_assert_uint_eq(now.answer_count, record.answer_count - 1);
	for (size_t i = 0; i < record.instrument->item_count; i++) {
		const struct answer *then = record_answer(&record, respondent, (int)i);
		const struct answer *answer = record_answer(&now, respondent, (int)i);
		if (answer && answer->value.type == VALUE_NUMBER && then->value.number == 5)
			twos += answer->value.number == 2;
	}
	ck_assert_int_eq(twos, 1);
	record_release(&now);
	OK(store_redo(store, record.assessment.object.key, &record.pool, &what, &why));
	OK(store_redo(store, record.assessment.object.key, &record.pool, &what, &why));
	OK(store_load(store, record.assessment.object.key, &now, &why));
	assert_same(&record, &now, false);
	record_release(&now);
}
END_TEST

Suite *store_legacy_suite(void)
{
	Suite *suite = suite_create("store_legacy");
	TCase *tests = tcase_create("legacy");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_store_of_0_1_0_exports_as_then);
	tcase_add_test(tests, test_store_of_0_1_0_gets_times_from_its_log);
	tcase_add_test(tests, test_store_of_0_1_0_has_ratings_apart);
	tcase_add_test(tests, test_store_of_0_1_0_goes_on_in_the_draft);
	tcase_add_test(tests, test_store_of_0_1_0_is_undone);
	suite_add_tcase(suite, tests);
	return suite;
}
