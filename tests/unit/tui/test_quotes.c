/* SPDX-License-Identifier: MIT */
/*
 * The words that may be quoted on their screen: read, confirmed, kept in, and what rewording does.
 */
#include "drive.h"

#include <rekindle/quote.h>
#include <rekindle/sitting.h>

Suite *quotes_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_report, NULL);
	screen_at(24, 80);
	press('"');
	expect("Quotes");
}

static void tear_down(void)
{
	drive_end();
}

static int respondent, item; /* of the answer in focus */

static const struct answer *answer(void)
{
	return record_answer(&app.record, respondent, item);
}

/* Brings the first that is barred like that into focus. */
static void focus_on(enum quote_bar bar)
{
	struct pool pool = { 0 };
	size_t count, at = 0;
	const struct quote *quotes = quotes_of(&pool, &app.record, &count);
	while (at < count && quotes[at].bar != bar)
		at++;
	ck_assert_uint_lt(at, count);
	respondent = app.record.answers[quotes[at].answer].respondent;
	item = app.record.answers[quotes[at].answer].item;
	pool_release(&pool);
	press(TUI_HOME);
	press_times(TUI_DOWN, (int)at);
}

static int stored(void)
{
	ck_assert(app_reload(&app));
	return answer()->quotable;
}

/* As both faces do it. */
static void reword(void)
{
	struct sitting sitting;
	struct errmsg why;
	ck_assert_msg(!sitting_open(&sitting, app.options.store, &app.record,
			      app.record.respondents[respondent].object.key, &why),
		"%s", why.text);
	for (size_t q = 0; sitting_item_index(&sitting) != item; q++)
		sitting_go(&sitting, q);
	ck_assert_int_eq(sitting_write(&sitting, SITTING_QUOTE, "Other words"), KEPT);
	ck_assert_int_eq(sitting_close(&sitting), 0);
}

START_TEST(test_quotes_wait_go_out_and_are_kept_in)
{
	focus_on(QUOTE_NAMES);
	expect("Space may go out");
	press(' ');
	expect("It may go out. u takes it back.");
	ck_assert_int_eq(stored(), TRI_YES);
	press('u');
	ck_assert_int_eq(stored(), TRI_UNKNOWN);
	press(' ');
	press(' ');
	expect("It stays in. u takes it back.");
	expect("stays in");
	ck_assert_int_eq(stored(), TRI_NO);
	every_size("Quotes");
}
END_TEST

/* What was confirmed were other words. */
START_TEST(test_quotes_reworded_wait_again)
{
	focus_on(QUOTE_NAMES);
	press(' ');
	ck_assert_int_eq(stored(), TRI_YES);
	reword();
	ck_assert_int_eq(stored(), TRI_UNKNOWN);
}
END_TEST

Suite *quotes_suite(void)
{
	Suite *suite = suite_create("quotes");
	TCase *list = tcase_create("list");

	tcase_add_checked_fixture(list, set_up, tear_down);
	tcase_add_test(list, test_quotes_wait_go_out_and_are_kept_in);
	tcase_add_test(list, test_quotes_reworded_wait_again);
	suite_add_tcase(suite, list);
	return suite;
}
