/* SPDX-License-Identifier: MIT */
/*
 * The portfolio reads the rows that it shows: what the first picture and a key cost does not grow
 * with the alliances there are; and what many are sorted, found and counted by is right.
 */
#include "drive.h"

#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/portfolio.h>

#include "../../../src/store/sqlite/sqlite.h"
#include "../../../src/store/store_private.h"
#include "../../../src/tui/portfolio/portfolio.h"

Suite *window_suite(void);

static struct errmsg why;
static struct store *store;
#define WELL(call) ck_assert_msg(!(call), "%s: %s", #call, why.text)

static const struct portfolio *shown_rows(void)
{
	return app.top->state;
}

static int64_t number(const char *sql)
{
	struct query *query;
	bool row;
	WELL(engine_prepare(store->engine, sql, &query, &why));
	WELL(query_step(query, &row, &why));
	int64_t found = column_whole(query, 0);
	query_free(query);
	return found;
}

/* So many alliances with a round, in one of ten with two, every other with two actions: as another
 * program would have written them. */
static void make(int count)
{
	static const char sql[] =
		"CREATE TEMP TABLE n AS WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
		"FROM c WHERE i < %d) SELECT i FROM c;"
		"INSERT INTO instrument (key, id, version) VALUES (1, 'core', '2');"
		"INSERT INTO alliance (key, id, name) SELECT i, randomblob(16), "
		"printf('%%s %%05d', CASE i %% 3 WHEN 0 THEN 'alder' WHEN 1 THEN 'Birch' ELSE "
		"'\xC3\x89lan' END, i) FROM n;"
		"INSERT INTO party (alliance, id, name) SELECT i, randomblob(16), 'A' FROM n "
		"UNION ALL SELECT i, randomblob(16), 'B' FROM n;"
		"INSERT INTO assessment (key, alliance, id, instrument, kind, date) "
		"SELECT i, i, randomblob(16), 1, 0, 20700 FROM n;"
		"INSERT INTO assessment (alliance, id, instrument, kind, date) "
		"SELECT i, randomblob(16), 1, 1, 20750 FROM n WHERE i / 7 %% 10 = 0;"
		"INSERT INTO plan_action (alliance, id, title, step, start, due, active, status) "
		"SELECT i, randomblob(16), 'Do this', 1, 20700, 20700 + i %% 200, 1, 0 FROM n "
		"WHERE i %% 2 = 0 UNION ALL SELECT i, randomblob(16), 'Do that', 1, 20700, "
		"20720 + i %% 200, 1, 0 FROM n WHERE i %% 2 = 0;"
		"INSERT INTO change (seq, at, kind, key, new) SELECT i, 1700000000000 + i, 1, i, "
		"'' FROM n;"
		"INSERT INTO head (scope, alliance, change) SELECT 0, i, i FROM n;"
		"INSERT INTO summary (assessment, change, health, primary_cause, grade, counted, "
		"parties, heard, planned, plan_step, plan_size) SELECT key, alliance, 1 + alliance "
		"%% 9973 * 0.0004, 'management', 'B', -1, 0, 0, 0, 0, 0 FROM assessment;"
		"DROP TABLE n;";
	struct str script;
	str_init(&script);
	str_addf(&script, sql, count);
	store = app.options.store;
	WELL(engine_begin(store->engine, true, &why));
	WELL(engine_script(store->engine, script.text, &why));
	WELL(listed_fill(store, &why));
	WELL(engine_commit(store->engine, &why));
	str_release(&script);
}

static void begin(int count)
{
	drive_begin(false);
	make(count);
	app_push(&app, &screen_portfolio, NULL);
}

/* What the statements have done since this was asked last: steps of their programs, steps over
 * whole tables, sorts. */
struct done {
	int64_t steps, scans, sorts;
};
static struct done done(void)
{
	struct done sum = { 0 };
	sqlite3 *db = app.options.store->engine->db;
	for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(db, s)) != NULL;) {
		sum.steps += sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 1);
		sum.scans += sqlite3_stmt_status(s, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
		sum.sorts += sqlite3_stmt_status(s, SQLITE_STMTSTATUS_SORT, 1);
	}
	return sum;
}

/* The portfolio opened anew, once what was made is looked through. */
static struct done first_paint(int count)
{
	begin(count);
	screen_at(24, 80);
	while (app.top)
		app_key(&app, &(struct key){ .code = 'q', .text = "q" });
	app.quit = false;
	done();
	app_push(&app, &screen_portfolio, NULL);
	screen_at(24, 80);
	struct done paint = done();
	ck_assert_int_le(shown_rows()->loaded, 24);
	ck_assert_uint_le(shown_rows()->list.count, 30);
	drive_end();
	return paint;
}

START_TEST(test_window_first_paint_of_many_is_that_of_few)
{
	struct done few = first_paint(100), many = first_paint(10000);
	ck_assert_msg(many.steps < few.steps + 1500, "%" PRId64 " steps of 100, %" PRId64,
		few.steps, many.steps);
	ck_assert_int_le(many.scans, few.scans + 200); /* of the tallies */
}
END_TEST

/* Rows of the list as it would be sorted and shown without a window. */
static void expect_all(const char *order)
{
	struct store_list list;
	struct str sql;
	const struct portfolio *own = shown_rows();
	str_init(&sql);
	for (int at = 0; at < own->count; at += 7) {
		WELL(store_window(store, &own->view, (size_t)at, 1, &list, &why));
		ck_assert_uint_ge(list.count, 1);
		str_clear(&sql);
		str_addf(&sql, "SELECT alliance FROM listed ORDER BY %s LIMIT 1 OFFSET %d", order,
			at);
		ck_assert_int_eq(list.rounds[0].alliance, number(sql.text));
		int64_t place;
		WELL(store_view_place(store, &own->view, list.rounds[0].alliance, &place, &why));
		ck_assert_int_eq(place, at);
		store_list_release(&list);
	}
	str_release(&sql);
}

START_TEST(test_window_has_every_order)
{
	begin(300);
	expect_all("next, hour, name, alliance");
	press('s');
	expect("> ");
	expect_all("name, alliance");
	press('s');
	expect_all("health, name, alliance");
	drive_end();
}
END_TEST

static int focus(void)
{
	return shown_rows()->focus.at;
}

/* The row in focus is the one that is shown as such. */
static void expect_focus(int at)
{
	struct store_list list;
	char row[80];
	ck_assert_int_eq(focus(), at);
	WELL(store_window(store, &shown_rows()->view, (size_t)at, 1, &list, &why));
	snprintf(row, sizeof(row), "> %s ", list.rounds[0].alliance_name);
	store_list_release(&list);
	expect(row);
	ck_assert_int_le(shown_rows()->loaded, 3 * (shown_rows()->focus.rows + 1));
}

START_TEST(test_window_keys_go_over_its_borders)
{
	begin(1000);
	press('s');
	press(TUI_HOME);
	expect_focus(0);
	press(TUI_END);
	expect_focus(999);
	expect(" of 1000");
	press(TUI_UP);
	expect_focus(998);
	press(TUI_HOME);
	expect_focus(0);
	press(TUI_PAGE_DOWN);
	int page = focus();
	expect_focus(page);
	for (int i = 0; i < 3; i++)
		press(TUI_PAGE_DOWN);
	expect_focus(4 * page);
	for (int i = 0; i < 30; i++) {
		press(TUI_DOWN);
		expect_focus(4 * page + i + 1);
	}
	press_times(TUI_PAGE_UP, 40);
	expect_focus(0);
	type("500G");
	expect_focus(499);
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	press('q');
	expect_focus(499);
	drive_end();
}
END_TEST

START_TEST(test_window_is_not_read_at_each_step)
{
	begin(1000);
	screen_at(24, 80);
	int read = 0, first = shown_rows()->first;
	for (int i = 0; i < 100; i++) {
		press(TUI_DOWN);
		read += shown_rows()->first != first;
		first = shown_rows()->first;
	}
	expect_focus(100);
	ck_assert_int_ge(read, 1);
	ck_assert_int_le(read, 1 + 100 / shown_rows()->focus.rows);
	drive_end();
}
END_TEST

START_TEST(test_window_search_finds_what_is_not_in_it)
{
	begin(1000);
	press('s');
	press('/');
	answer_line("00777");
	expect("> alder 00777 ");
	press('/');
	answer_line("\xC3\xA9LAN 00512");
	expect("> \xC3\x89lan 00512 ");
	press('/');
	answer_line("nobody");
	expect("No alliance is called \"nobody\".");
	expect("> \xC3\x89lan 00512 ");
	drive_end();
}
END_TEST

static void only(const char *words, const char *header)
{
	press('f');
	answer_line(words);
	expect(header);
}

/* As they are compared on the screen; what LIKE takes for something else is itself. */
START_TEST(test_window_filter_finds_as_search_does)
{
	begin(1000);
	store = app.options.store;
	only("ALDER", "333 of 1000 alliances");
	only("\xC3\xA9lan 99", "of 1000 alliances");
	struct search_words wanted;
	struct pool pool = { 0 };
	search_words_init(&wanted, &pool, (const char *const[]){ "\xC3\x89LAN", "99" }, 2);
	int found = 0;
	for (int i = 1; i <= 1000; i++) {
		struct store_list list;
		const struct portfolio *own = shown_rows();
		const struct store_view all = { .order = own->view.order };
		WELL(store_window(store, &all, (size_t)i - 1, 1, &list, &why));
		const char *said = pool_printf(
			&pool, "%s %s", list.rounds[0].alliance_name, "follow-up baseline");
		found += search_rank(&wanted, said) > 0;
		store_list_release(&list);
	}
	search_words_release(&wanted);
	pool_release(&pool);
	ck_assert_int_gt(found, 0);
	ck_assert_int_eq(shown_rows()->count, found);
	only("a_der", "No alliance has \"a_der\": all are shown.");
	only("100%", "No alliance has \"100%\": all are shown.");
	only("a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5", "No alliance has");
	only("late", "of 1000 alliances");
	int late = shown_rows()->count;
	press(TUI_END);
	expect_focus(late - 1);
	ck_assert_int_eq(late, number("SELECT count(*) FROM listed WHERE next < 20741"));
	only("", " 1000 alliances");
	drive_end();
}
END_TEST

/* What a row says of a day is found on that day. */
/* Nobody mistakes all of them for the few that were shown. */
START_TEST(test_window_filter_that_shows_none_any_more_says_so)
{
	begin(300);
	only("alder 00003", "1 of 300 alliances");
	press('X');
	press('y');
	expect("Deleted. No other alliance has \"alder 00003\": all are shown.");
	expect(" 299 alliances");
	press('u');
	expect(" 300 alliances");
	only("alder 00003", "1 of 300 alliances");
	drive_end();
}
END_TEST

START_TEST(test_window_filter_goes_with_the_day)
{
	begin(50);
	app.today = 20700;
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	only("late", "No alliance has");
	app.today = 20726;
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	only("late", "12 of 50 alliances");
	only("plan 27", "25 of 50 alliances");
	only("today", "1 of 50 alliances");
	drive_end();
}
END_TEST

START_TEST(test_window_counts_follow_every_change)
{
	static const char late[] = "SELECT count(*) FROM plan_action WHERE due < 20741";
	begin(200);
	expect(" 200 alliances");
	ck_assert_int_eq(shown_rows()->totals.late, number(late));
	ck_assert_int_eq(shown_rows()->totals.rounds, 2);
	press(TUI_END);
	press('s');
	int64_t last = shown_rows()->focus.at;
	press('X');
	press('y');
	expect(" 199 alliances");
	ck_assert_int_eq(shown_rows()->totals.late, number(late));
	ck_assert_int_eq(number("SELECT count(*) FROM listed"), 199);
	ck_assert_int_eq(number("SELECT sum(n) FROM tally WHERE what = 1"), 199);
	press('u');
	expect(" 200 alliances");
	ck_assert_int_eq(shown_rows()->focus.at, last);
	ck_assert_int_eq(shown_rows()->totals.late, number(late));
	drive_end();
}
END_TEST

/* What is in the tallies is what counting would give. */
START_TEST(test_window_tallies_are_what_counting_gives)
{
	begin(500);
	ck_assert_int_eq(number("SELECT sum(n) FROM tally WHERE what = 0"),
		number("SELECT count(*) FROM plan_action"));
	ck_assert_int_eq(number("SELECT count(*) FROM (SELECT at, n FROM tally WHERE what = 3 "
				"EXCEPT SELECT CAST(health * 64 AS INTEGER), count(*) FROM listed "
				"GROUP BY 1)"),
		0);
	ck_assert_int_eq(number("SELECT count(*) FROM tally WHERE n <= 0"), 0);
	int lower, same;
	WELL(store_health_rank(store, 2.0, &lower, &same, &why));
	ck_assert_int_eq(lower, number("SELECT count(*) FROM listed WHERE health < 2.0"));
	ck_assert_int_eq(same, number("SELECT count(*) FROM listed WHERE health = 2.0"));
	drive_end();
}
END_TEST

static void remove_folder(const char *folder)
{
	char command[80];
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	ck_assert_int_eq(system(command), 0);
}

static void begin_file(const char *path)
{
	drive_begin_at(path, false);
	make(30);
	drive_end();
	chmod(path, 0400);
	drive_begin_at(path, false);
	store = app.options.store;
}

/* Where the file cannot be written the words are put together all the same. */
START_TEST(test_window_filter_works_in_a_file_that_is_read_only)
{
	char folder[] = "/tmp/rekindle-window-XXXXXX", path[64];
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/a.db", folder);
	begin_file(path);
	ck_assert(store_read_only(store));
	app_push(&app, &screen_portfolio, NULL);
	only("alder", "10 of 30 alliances");
	only("birch", "10 of 30 alliances");
	press('s');
	press(TUI_END);
	expect_focus(9);
	drive_end();
	remove_folder(folder);
}
END_TEST

/* What another program adds is counted, and the focus stays where it is. */
START_TEST(test_window_follows_another_program)
{
	char folder[] = "/tmp/rekindle-window-XXXXXX", path[64];
	struct store *other;
	struct record record;
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/a.db", folder);
	drive_begin_at(path, false);
	make(30);
	app_push(&app, &screen_portfolio, NULL);
	press('s');
	press(TUI_HOME);
	press_times(TUI_DOWN, 25);
	app_follow(&app);
	expect_focus(25);
	WELL(store_open(path, STORE_EXISTING, &other, &why));
	record_init(&record, instrument_builtin());
	record.alliance.name = "Aaron";
	((struct party *)record_add(&record, KIND_PARTY))->name = "Ours";
	WELL(store_add_record(other, &record, &why));
	record_release(&record);
	store_close(other);
	app_follow(&app);
	expect(" 31 alliances");
	expect_focus(26);
	press(TUI_HOME);
	expect("> Aaron ");
	drive_end();
	remove_folder(folder);
}
END_TEST

/* Slices */

static int64_t waiting_after;

static bool key_waits(const struct keys *keys)
{
	(void)keys;
	return waiting_after-- <= 0;
}

/* Nothing that was diagnosed counts any more. */
static void begin_stale(int count)
{
	begin(count);
	WELL(engine_begin(store->engine, true, &why));
	WELL(engine_script(store->engine,
		"UPDATE summary SET change = -1; DELETE FROM listed; DELETE FROM tally", &why));
	WELL(listed_fill(store, &why));
	WELL(engine_commit(store->engine, &why));
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
}

static int64_t stale(void)
{
	return number("SELECT count(*) FROM listed WHERE stale = 1");
}

/* A key ends it behind the round that is at work; those in sight come first. */
START_TEST(test_window_slices_end_for_a_key)
{
	begin_stale(60);
	screen_at(24, 80);
	ck_assert_int_eq(stale(), 60);
	struct portfolio *own = app.top->state;
	own->slice_ms = 1000000;
	app.key_waits = key_waits;
	waiting_after = 4;
	app_tick(&app);
	ck_assert_int_eq(stale(), 55);
	for (int i = 0; i < 5; i++)
		ck_assert(!summary_is_stale(portfolio_row(own, i)->round));
	own->slice_ms = 0;
	waiting_after = 1000;
	app_tick(&app);
	ck_assert_int_eq(stale(), 54);
	own->slice_ms = 1000000;
	app_tick(&app);
	ck_assert_int_eq(stale(), 0);
	app.ticked = false;
	app_tick(&app);
	ck_assert(!app.ticked);
	drive_end();
}
END_TEST

/* Where nothing can be kept it is not tried again and again. */
START_TEST(test_window_slices_end_where_nothing_can_be_kept)
{
	begin_stale(40);
	screen_at(24, 80);
	struct portfolio *own = app.top->state;
	own->slice_ms = 1000000;
	WELL(engine_script(store->engine,
		"CREATE TEMP TRIGGER full BEFORE UPDATE ON summary BEGIN "
		"SELECT RAISE(ABORT, 'full'); END",
		&why));
	app_tick(&app);
	ck_assert_int_eq(stale(), 40);
	ck_assert_int_eq(own->totals.stale, 0);
	ck_assert(!summary_is_stale(portfolio_row(own, 0)->round));
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	ck_assert_int_eq(own->totals.stale, 40);
	drive_end();
}
END_TEST

/* By health as far as it is known; then, once it is, in its order. */
START_TEST(test_window_sorted_by_health_settles)
{
	begin_stale(40);
	press('s');
	press('s');
	expect("Sorted by health as far as it is known; 40 alliances are still worked out.");
	((struct portfolio *)app.top->state)->slice_ms = 1000000;
	app_tick(&app);
	ck_assert_int_eq(stale(), 0);
	expect_all("health, name, alliance");
	press('s');
	press('s');
	press('s');
	expect("Sorted by health, the lowest first.");
	drive_end();
}
END_TEST

Suite *window_suite(void)
{
	Suite *suite = suite_create("window");
	TCase *tests = tcase_create("window");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_window_first_paint_of_many_is_that_of_few);
	tcase_add_test(tests, test_window_has_every_order);
	tcase_add_test(tests, test_window_keys_go_over_its_borders);
	tcase_add_test(tests, test_window_is_not_read_at_each_step);
	tcase_add_test(tests, test_window_search_finds_what_is_not_in_it);
	tcase_add_test(tests, test_window_filter_finds_as_search_does);
	tcase_add_test(tests, test_window_filter_that_shows_none_any_more_says_so);
	tcase_add_test(tests, test_window_filter_goes_with_the_day);
	tcase_add_test(tests, test_window_filter_works_in_a_file_that_is_read_only);
	tcase_add_test(tests, test_window_follows_another_program);
	tcase_add_test(tests, test_window_counts_follow_every_change);
	tcase_add_test(tests, test_window_tallies_are_what_counting_gives);
	tcase_add_test(tests, test_window_slices_end_for_a_key);
	tcase_add_test(tests, test_window_slices_end_where_nothing_can_be_kept);
	tcase_add_test(tests, test_window_sorted_by_health_settles);
	suite_add_tcase(suite, tests);
	return suite;
}
