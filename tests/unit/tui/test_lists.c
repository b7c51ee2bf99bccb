/* SPDX-License-Identifier: MIT */
/*
 * Every list takes the keys that hands know: gg G, half pages and pages, a number before a key, and
 * / with n and N.
 */
#include "drive.h"

#include "../../../src/tui/widgets/list.h"
#include "../../../src/tui/widgets/page.h"

Suite *lists_suite(void);

static int at(void)
{
	struct rows rows = { 0 };
	app.top->ops->rows(app.top, &rows);
	return rows.page ? rows.page->top : rows.list ? rows.list->at : rows.at;
}

/* The row that those keys lead to, from the first. */
static int led_to(const char *keys)
{
	press(TUI_HOME);
	for (; *keys; keys++)
		press(*keys < ' ' ? *keys : (unsigned char)*keys);
	return at();
}

static const struct {
	const char *name;
	const struct screen_ops *ops;
	bool jumps; /* g means something else there */
} places[] = {
	{ "portfolio", &screen_portfolio, false },
	{ "home", &screen_home, false },
	{ "audit", &screen_audit, false },
	{ "diagnosis", &screen_diagnosis, false },
	{ "findings", &screen_findings, false },
	{ "situation", &screen_situation, false },
	{ "plan", &screen_plan, false },
	{ "workshop", &screen_workshop, false },
	{ "days off", &screen_days_off, false },
	{ "meeting", &screen_meeting, false },
	{ "trend", &screen_trend, false },
	{ "report", &screen_report, false },
	{ "quotes", &screen_quotes, false },
	{ "preview", &screen_preview, false },
};
#define PLACES (sizeof(places) / sizeof(*places))

static void open_place(size_t i)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_push(&app, &screen_home, NULL);
	app_push(&app, places[i].ops, NULL);
	app_resize(&app, 24, 80);
}

START_TEST(test_lists_take_the_keys_that_hands_know)
{
	size_t i = (size_t)_i;
	char half[16] = "";
	open_place(i);
	press('G');
	int last = at();
	press('g');
	press('g');
	int first = at();
	press(TUI_END);
	ck_assert_msg(at() == last, "%s: End %d, G %d", places[i].name, at(), last);
	press(TUI_HOME);
	ck_assert_msg(at() == first, "%s: Home %d, gg %d", places[i].name, at(), first);
	memset(half, 'j', (size_t)body_rows(24) / 2);
	int halfway = led_to(half);
	ck_assert_msg(led_to("\4") == halfway, "%s: Ctrl-D", places[i].name);
	ck_assert_msg(led_to("3j") == led_to("jjj"), "%s: 3j", places[i].name);
	ck_assert_msg(led_to("4G") == led_to("jjj"), "%s: 4G", places[i].name);
	ck_assert_msg(led_to("4gg") == led_to("jjj"), "%s: 4gg", places[i].name);
	int over = led_to("jjk");
	ck_assert_msg(led_to("2jk") == over, "%s: 2jk", places[i].name);
	ck_assert_msg(led_to("10j") == led_to("jjjjjjjjjj"), "%s: 10j", places[i].name);
	press(TUI_HOME);
	press(TUI_PAGE_DOWN);
	int page = at();
	ck_assert_msg(led_to("\6") == page, "%s: Ctrl-F", places[i].name);
	press(TUI_PAGE_UP);
	int back = at();
	ck_assert_msg(led_to("\6\2") == back, "%s: Ctrl-B", places[i].name);
	drive_end();
}
END_TEST

START_TEST(test_lists_forget_a_number_with_escape)
{
	open_place(1);
	const struct screen *screen = app.top;
	press(TUI_HOME);
	press('5');
	expect("5: then Down, Up");
	press(TUI_ESCAPE);
	ck_assert_ptr_eq(app.top, screen);
	press('j');
	ck_assert_int_eq(at(), 1);
	press('g');
	press('j');
	press('g');
	int moved = at(); /* one g does nothing by itself */
	ck_assert_int_eq(led_to("jj"), moved);
	drive_end();
}
END_TEST

START_TEST(test_lists_are_searched_while_the_word_is_typed)
{
	size_t i = (size_t)_i;
	open_place(i);
	press('/');
	type("e");
	ck_assert_msg(app.asking, "%s: no search", places[i].name);
	int while_typed = at();
	press(TUI_ENTER);
	ck_assert_msg(!app.asking && at() == while_typed, "%s: Enter moved", places[i].name);
	press('/');
	type("zzqq");
	press(TUI_ENTER);
	ck_assert_msg(at() == while_typed, "%s: a word that is not there moved", places[i].name);
	ck_assert_msg(strstr(app.message, "zzqq"), "%s: %s", places[i].name, app.message);
	drive_end();
}
END_TEST

START_TEST(test_lists_go_to_the_next_place_and_back)
{
	open_place(1);
	press(TUI_HOME);
	press('n');
	expect("Nothing has been searched for yet");
	press('/');
	type("SPONSOR");
	int first = at();
	ck_assert_int_gt(first, 0);
	press(TUI_ENTER);
	press('n');
	int next = at();
	ck_assert_int_ne(next, first);
	app_do(&app, ACTION_SEARCH_BEFORE, &(struct key){ 0 });
	ck_assert_int_eq(at(), first);
	press('/');
	type("operations");
	ck_assert_int_ne(at(), first);
	press(TUI_ESCAPE);
	ck_assert_int_eq(at(), first);
	press('n'); /* the word before is still the one */
	ck_assert_int_eq(at(), next);
	drive_end();
}
END_TEST

START_TEST(test_lists_search_every_part_of_the_audit)
{
	open_place(2);
	press(TUI_HOME);
	int before = at();
	press('/');
	type("criteria in");
	ck_assert_int_ne(at(), before);
	expect("Criteria in writing");
	press(TUI_ESCAPE);
	ck_assert_int_eq(at(), before);
	drive_end();
}
END_TEST

/* A word found in a folded cause unfolds it; going back folds it again. */
START_TEST(test_lists_fold_again_what_a_search_unfolded)
{
	open_place(3);
	app_resize(&app, 24, 80);
	expect_not("rationale");
	press('/');
	type("rationale");
	ck_assert_int_eq(at(), 1);
	press(TUI_ESCAPE);
	expect_not("rationale");
	drive_end();
}
END_TEST

START_TEST(test_lists_name_these_keys_in_the_help)
{
	open_place(1);
	press('?');
	expect_at(40, 120, "half a page down");
	expect_at(40, 120, "find a word while it is typed");
	expect_at(40, 120, "the next place of the word");
	const char *screen = screen_at(40, 120); /* N begins a round there */
	ck_assert_ptr_null(strstr(screen, "the place before of that word"));
	drive_end();
}
END_TEST

START_TEST(test_lists_widen_where_the_window_has_room)
{
	static const char cut[] = "> Phoenix Labs and GenTech Solut~";
	static const char whole[] = "> Phoenix Labs and GenTech Solutions  ";
	open_place(0);
	expect_at(24, 80, cut);
	expect_at(24, 84, whole);
	expect_at(24, 104, whole);
	expect_at(40, 160, whole);
	drive_end();
}
END_TEST

/* The name that somebody gave it; where that only lists the companies, their short names. */
START_TEST(test_lists_have_the_name_of_the_alliance_above_them)
{
	open_place(5);
	expect("  Situation   Phoenix & GenTech   baseline");
	app.record.alliance.name = "Northern Light";
	expect("  Situation   Northern Light   baseline");
	app.record.alliance.name = "Phoenix Labs & GenTech Solutions";
	expect("  Situation   Phoenix & GenTech   baseline");
	app.record.alliance.name =
		"An alliance of a name that is longer than any header of a window";
	every_size("Situation");
	drive_end();
}
END_TEST

Suite *lists_suite(void)
{
	Suite *suite = suite_create("lists");
	TCase *tcase = tcase_create("lists");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_lists_take_the_keys_that_hands_know, 0, (int)PLACES);
	tcase_add_test(tcase, test_lists_forget_a_number_with_escape);
	tcase_add_loop_test(tcase, test_lists_are_searched_while_the_word_is_typed, 0, (int)PLACES);
	tcase_add_test(tcase, test_lists_go_to_the_next_place_and_back);
	tcase_add_test(tcase, test_lists_search_every_part_of_the_audit);
	tcase_add_test(tcase, test_lists_fold_again_what_a_search_unfolded);
	tcase_add_test(tcase, test_lists_name_these_keys_in_the_help);
	tcase_add_test(tcase, test_lists_widen_where_the_window_has_room);
	tcase_add_test(tcase, test_lists_have_the_name_of_the_alliance_above_them);
	suite_add_tcase(suite, tcase);
	return suite;
}
