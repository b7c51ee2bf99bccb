/* SPDX-License-Identifier: MIT */
/*
 * What the list says of stored plans: days of the open actions, late and due, first day and step;
 * fresh after each change and its undo, and remembered.
 */
#include "store_fixture.h"

#include <rekindle/date.h>
#include <rekindle/plan.h>

Suite *store_due_suite(void);

#define START 20745 /* Monday 19 October 2026 */

static struct store *store;
static struct record record;

static struct plan_action *add_action(const char *title, int step, int due, int status, int active)
{
	struct plan_action *action = record_add(&record, KIND_PLAN_ACTION);
	action->title = title;
	action->step = step;
	action->due = due;
	action->status = status;
	action->active = active;
	return action;
}

/* An alliance with a plan of every kind of action; track -1: none chosen. */
static void add_planned(int track, int plan_start)
{
	record_init(&record, instrument_builtin());
	record.alliance.name = "Planned";
	record_put_plan(&record)->start = plan_start;
	record_put_plan(&record)->track = track;
	add_action("third", 5, START + 30, STATUS_BLOCKED, TRI_YES);
	add_action("first", 4, START + 10, STATUS_STARTED, TRI_UNKNOWN);
	add_action("second", 3, START + 20, STATUS_OPEN, TRI_YES)->start = START + 2;
	add_action("is done", 1, START + 5, STATUS_DONE, TRI_YES);
	add_action("is dropped", 1, START + 6, STATUS_DROPPED, TRI_YES);
	add_action("is later", 2, START + 7, STATUS_OPEN, TRI_NO);
	add_action("has no date", 2, DATE_NONE, STATUS_OPEN, TRI_YES);
	OK(store_add_record(store, &record, &why));
}

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
}

static void tear_down(void)
{
	record_release(&record);
	store_close(store);
	remove_folder_of_test();
}

/* The only round: days as "10 20 30" after START. */
static void assert_due(const char *days)
{
	struct store_list list;
	struct str text;
	str_init(&text);
	OK(store_list(store, &list, &why));
	ck_assert_uint_eq(list.count, 1);
	const struct store_plan *plan = &list.rounds[0].plan;
	for (size_t i = 0; i < plan->due_count; i++)
		str_addf(&text, "%s%d", i ? " " : "", plan->due[i] - START);
	ck_assert_str_eq(text.text, days);
	str_release(&text);
	store_list_release(&list);
}

static struct store_plan only_plan(struct store_list *list)
{
	OK(store_list(store, list, &why));
	ck_assert_uint_eq(list->count, 1);
	return list->rounds[0].plan;
}

static void assert_whole_plan(void)
{
	struct store_list list;
	struct store_plan plan = only_plan(&list);
	ck_assert_int_eq(plan.start, START);
	ck_assert_int_eq(plan.track, TRACK_RELAUNCH);
	ck_assert_int_eq(plan.size, 4);
	ck_assert_int_eq(plan.step, 0);
	ck_assert_int_eq(store_plan_next(&plan), START + 10);
	ck_assert_int_eq(store_plan_late(&plan, START + 10), 0);
	ck_assert_int_eq(store_plan_due(&plan, START + 10), 1);
	ck_assert_int_eq(store_plan_late(&plan, START + 11), 1);
	ck_assert_int_eq(store_plan_due(&plan, START + 11), 0);
	ck_assert_int_eq(store_plan_late(&plan, START + 99), 3);
	store_list_release(&list);
	assert_due("10 20 30");
}

START_TEST(test_store_due_counts_the_open_active_actions)
{
	add_planned(TRACK_RELAUNCH, START - 1); /* a Sunday: the plan starts on Monday */
	assert_whole_plan();
	/* the same once it was remembered, and read from there */
	int64_t key = record.assessment.object.key;
	OK(store_put_summary(store, key, store_change(store), 3, "type", "B", &why));
	ck_assert_int_eq(sql_number(store,
				 "SELECT counted = (SELECT max(seq) FROM change) AND "
				 "plan_due = '20755 20765 20775' FROM summary"),
		1);
	assert_whole_plan();
}
END_TEST

START_TEST(test_store_due_without_a_plan_is_nothing)
{
	struct store_list list;
	record_init(&record, instrument_builtin());
	record.alliance.name = "Unplanned";
	record_put_plan(&record)->start = START; /* a day for a draft is no plan */
	OK(store_add_record(store, &record, &why));
	for (int pass = 0; pass < 2; pass++) {
		struct store_plan plan = only_plan(&list);
		ck_assert_int_eq(plan.start, DATE_NONE);
		ck_assert_int_eq(store_plan_next(&plan), DATE_NONE);
		ck_assert_int_eq(store_plan_late(&plan, START + 99), 0);
		ck_assert_int_eq(store_plan_due(&plan, START), 0);
		store_list_release(&list);
		OK(store_put_summary(store, record.assessment.object.key, store_change(store), NAN,
			NULL, NULL, &why));
	}
}
END_TEST

START_TEST(test_store_due_follows_each_status_and_its_undo)
{
	const char *what;
	add_planned(TRACK_RELAUNCH, START);
	int64_t key = record.assessment.object.key;
	OK(store_put_summary(store, key, store_change(store), 3, "type", "B", &why));
	record.actions[1].status = STATUS_DONE;
	OK(store_begin(store, key, NULL, &why));
	OK(store_put(store, &record, KIND_PLAN_ACTION, &record.actions[1], 0, &why));
	OK(store_commit(store, &why));
	assert_due("20 30");
	OK(store_put_summary(store, key, store_change(store), 3, "type", "B", &why));
	assert_due("20 30");
	OK(store_undo(store, key, &record.pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	assert_due("10 20 30");
	OK(store_redo(store, key, &record.pool, &what, &why));
	assert_due("20 30");
}
END_TEST

START_TEST(test_store_due_of_a_wind_down_says_its_step)
{
	struct store_list list;
	const struct action *library = &instrument_builtin()->actions[0];
	add_planned(TRACK_EXIT, DATE_NONE);
	struct store_plan plan = only_plan(&list);
	ck_assert_int_eq(plan.step, 3);
	ck_assert_int_eq(plan.start, START + 2); /* nobody chose one: the first action's */
	store_list_release(&list);
	/* an action of the library is at the library's step */
	ck_assert_int_lt(library->step, 3);
	struct plan_action *action = add_action(NULL, INT_NONE, START + 40, STATUS_OPEN, TRI_YES);
	action->library = library->id;
	OK(store_put(store, &record, KIND_PLAN_ACTION, action, 0, &why));
	plan = only_plan(&list);
	ck_assert_int_eq(plan.step, library->step);
	store_list_release(&list);
}
END_TEST

START_TEST(test_store_due_names_the_next_actions)
{
	const struct action *library = &instrument_builtin()->actions[0];
	struct pool pool = { 0 };
	struct store_due *due;
	size_t count;
	add_planned(TRACK_RELAUNCH, START);
	struct plan_action *action = add_action(NULL, INT_NONE, START + 15, STATUS_OPEN, TRI_YES);
	action->library = library->id;
	OK(store_put(store, &record, KIND_PLAN_ACTION, action, 0, &why));
	int64_t key = record.assessment.object.key;
	OK(store_due(store, key, 10, &pool, &due, &count, &why));
	const char *const title[] = { "first", library->title, "second", "third" };
	const int day[] = { START + 10, START + 15, START + 20, START + 30 };
	ck_assert_uint_eq(count, 4);
	for (size_t i = 0; i < count; i++) {
		ck_assert_str_eq(due[i].title, title[i]);
		ck_assert_int_eq(due[i].day, day[i]);
	}
	OK(store_due(store, key, 2, &pool, &due, &count, &why));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(due[1].title, library->title);
	OK(store_due(store, key + 1, 2, &pool, &due, &count, &why));
	ck_assert_uint_eq(count, 0);
	pool_release(&pool);
}
END_TEST

/* The earlier of interview and action; a sealed round has no interview to come. */
START_TEST(test_store_due_next_is_the_earlier_of_both)
{
	static const struct {
		const char *planned;
		int sealed, due, next;
	} cases[] = {
		{ NULL, DATE_NONE, DATE_NONE, DATE_NONE },
		{ NULL, DATE_NONE, START, START },
		{ "2026-10-18T09:00", DATE_NONE, DATE_NONE, START - 1 },
		{ "2026-10-18T09:00", DATE_NONE, START, START - 1 },
		{ "2026-10-20", DATE_NONE, START, START },
		{ "2026-10-18", START, START, START },
		{ "2026-10-18", START, DATE_NONE, DATE_NONE },
		{ "soon", DATE_NONE, DATE_NONE, DATE_NONE },
	};
	int due = cases[_i].due;
	const struct store_round round = { .next_planned = cases[_i].planned,
		.sealed = cases[_i].sealed,
		.plan = { .due = &due, .due_count = due != DATE_NONE } };
	ck_assert_int_eq(store_round_next(&round), cases[_i].next);
}
END_TEST

START_TEST(test_store_due_days_are_text_and_back)
{
	static const int days[] = { -40, 0, 20745, 20745 };
	struct pool pool = { 0 };
	struct str text;
	int *back;
	str_init(&text);
	days_encode(&text, days, 4);
	ck_assert_str_eq(text.text, "-40 0 20745 20745");
	ck_assert_uint_eq(days_decode(&pool, text.text, &back), 4);
	ck_assert_int_eq(memcmp(back, days, sizeof(days)), 0);
	ck_assert_uint_eq(days_decode(&pool, NULL, &back), 0);
	ck_assert_uint_eq(days_decode(&pool, "", &back), 0);
	ck_assert_uint_eq(days_decode(&pool, "7 x 8", &back), 1);
	str_release(&text);
	pool_release(&pool);
}
END_TEST

Suite *store_due_suite(void)
{
	Suite *suite = suite_create("store_due");
	TCase *tests = tcase_create("due");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_store_due_counts_the_open_active_actions);
	tcase_add_test(tests, test_store_due_without_a_plan_is_nothing);
	tcase_add_test(tests, test_store_due_follows_each_status_and_its_undo);
	tcase_add_test(tests, test_store_due_of_a_wind_down_says_its_step);
	tcase_add_test(tests, test_store_due_names_the_next_actions);
	suite_add_tcase(suite, tests);
	TCase *plain = tcase_create("plain");
	tcase_add_loop_test(plain, test_store_due_next_is_the_earlier_of_both, 0, 8);
	tcase_add_test(plain, test_store_due_days_are_text_and_back);
	suite_add_tcase(suite, plain);
	return suite;
}
