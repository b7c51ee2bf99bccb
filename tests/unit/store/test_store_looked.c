/* SPDX-License-Identifier: MIT */
/*
 * What has changed since the home of an alliance was looked at last: what others did, as it stands
 * now, and that looking is no change itself.
 */
#include <rekindle/looked.h>

#include "store_fixture.h"

Suite *store_looked_suite(void);

static struct store *store, *other;
static struct record record, theirs;
static int64_t alliance;
static struct looked_news news;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	int64_t round = stored_record(store, &record);
	alliance = record.alliance.object.key;
	OK(store_open(path, STORE_EXISTING, &other, &why));
	OK(store_load(other, round, &theirs, &why));
}

static void tear_down(void)
{
	looked_news_release(&news);
	record_release(&record);
	record_release(&theirs);
	store_close(other);
	store_close(store);
	remove_folder_of_test();
}

static void put_theirs(enum kind kind, void *object)
{
	OK(store_put(other, &theirs, kind, object, 0, &why));
}

static void look(struct store *by, int day)
{
	store_look(by, alliance, (struct store_looked){ .change = store_change(by), .day = day });
}

static void read_news(struct store *by)
{
	struct store_looked looked;
	OK(store_looked(by, alliance, &looked, &why));
	looked_news_release(&news);
	OK(store_looked_news(by, alliance, looked.change, &news, &why));
}

static void expect_nothing(void)
{
	ck_assert_uint_eq(
		news.answer_count + news.object_count + news.round_count + (size_t)news.imports, 0);
}

START_TEST(test_store_looked_is_remembered_and_never_goes_back)
{
	struct store_looked looked;
	OK(store_looked(store, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, 0);
	ck_assert_int_eq(looked.day, DATE_NONE);
	look(store, 20000);
	store_look(other, alliance, (struct store_looked){ .change = 1, .day = 19000 });
	OK(store_looked(other, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, store_change(store));
	ck_assert_int_eq(looked.day, 20000);
}
END_TEST

START_TEST(test_store_looked_is_no_change)
{
	int64_t change = store_change(store);
	ck_assert(!store_news(other));
	look(store, 20000);
	ck_assert_int_eq(store_change(store), change);
	ck_assert(!store_news(other));
	read_news(store);
	expect_nothing();
}
END_TEST

START_TEST(test_store_looked_tells_what_others_did)
{
	look(store, 20000);
	int before = theirs.actions[0].status;
	theirs.actions[0].status = (before + 1) % STATUS_COUNT;
	put_theirs(KIND_PLAN_ACTION, &theirs.actions[0]);
	theirs.actions[0].status = (before + 2) % STATUS_COUNT;
	put_theirs(KIND_PLAN_ACTION, &theirs.actions[0]);
	theirs.gate_decisions[0].note = "again";
	put_theirs(KIND_GATE, &theirs.gate_decisions[0]);
	for (int i = 0; i < 3; i++) {
		theirs.answers[i % 2].comment = pool_printf(&theirs.pool, "said %d", i);
		put_theirs(KIND_ANSWER, &theirs.answers[i % 2]);
	}
	read_news(store);
	ck_assert_uint_eq(news.object_count, 2);
	ck_assert_int_eq(news.objects[0].kind, KIND_PLAN_ACTION);
	ck_assert_int_eq(news.objects[0].key, theirs.actions[0].object.key);
	ck_assert_int_eq(news.objects[0].before, before);
	ck_assert_int_eq(news.objects[1].before, theirs.gate_decisions[0].outcome);
	int answers = 0;
	for (size_t i = 0; i < news.answer_count; i++)
		answers += news.answers[i].count;
	ck_assert_int_eq(answers, 2);
	ck_assert_ptr_nonnull(news.answers[0].who);
	/* whoever did it has seen it */
	look(other, 20000);
	read_news(store);
	expect_nothing();
}
END_TEST

START_TEST(test_store_looked_leaves_out_what_is_ours)
{
	look(store, 20000);
	record.actions[0].title = "ours";
	OK(store_put(store, &record, KIND_PLAN_ACTION, &record.actions[0], 0, &why));
	read_news(store);
	expect_nothing();
	/* also when it came after the home was read, but not what another did then */
	struct store_looked looked, seen = { .change = store_change(store), .day = 20001 };
	record.actions[0].title = "ours again";
	OK(store_put(store, &record, KIND_PLAN_ACTION, &record.actions[0], 0, &why));
	store_look(store, alliance, seen);
	OK(store_looked(store, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, store_change(store));
	seen.change = store_change(store);
	theirs.answers[0].comment = "theirs";
	put_theirs(KIND_ANSWER, &theirs.answers[0]);
	store_look(store, alliance, seen);
	read_news(store);
	ck_assert_uint_eq(news.answer_count, 1);
}
END_TEST

START_TEST(test_store_looked_leaves_out_what_was_taken_back)
{
	const char *what;
	int64_t scope = theirs.assessment.object.key;
	look(store, 20000);
	OK(store_delete(other, &theirs, KIND_ANSWER, &theirs.answers[0], &why));
	read_news(store);
	ck_assert_uint_eq(news.answer_count, 0);
	OK(store_undo(other, scope, &theirs.pool, &what, &why));
	theirs.actions[0].title = "touched";
	put_theirs(KIND_PLAN_ACTION, &theirs.actions[0]);
	OK(store_undo(other, scope, &theirs.pool, &what, &why));
	read_news(store);
	ck_assert_int_eq(news.objects[0].before, record.actions[0].status);
}
END_TEST

START_TEST(test_store_looked_goes_with_the_alliance)
{
	look(store, 20000);
	OK(store_delete(store, &record, KIND_ALLIANCE, &record.alliance, &why));
	struct store_looked looked;
	OK(store_looked(store, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, 0);
	/* nobody is left to be looked at */
	look(store, 20001);
	OK(store_looked(store, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, 0);
}
END_TEST

/* Looking is no reason to make a rescue file, or to write beside another database. */
START_TEST(test_store_looked_is_not_remembered_out_of_place)
{
	char aside[160];
	snprintf(aside, sizeof(aside), "%s/aside.db", folder);
	ck_assert_int_eq(rename(path, aside), 0);
	look(store, 20000);
	ck_assert_int_eq(store_astray(store, &why), ERR_NONE);
	ck_assert_int_eq(rename(aside, path), 0);
	struct store_looked looked;
	OK(store_looked(store, alliance, &looked, &why));
	ck_assert_int_eq(looked.change, 0);
}
END_TEST

Suite *store_looked_suite(void)
{
	Suite *suite = suite_create("store looked");
	TCase *tests = tcase_create("store looked");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_store_looked_is_remembered_and_never_goes_back);
	tcase_add_test(tests, test_store_looked_is_no_change);
	tcase_add_test(tests, test_store_looked_tells_what_others_did);
	tcase_add_test(tests, test_store_looked_leaves_out_what_is_ours);
	tcase_add_test(tests, test_store_looked_leaves_out_what_was_taken_back);
	tcase_add_test(tests, test_store_looked_goes_with_the_alliance);
	tcase_add_test(tests, test_store_looked_is_not_remembered_out_of_place);
	suite_add_tcase(suite, tests);
	return suite;
}
