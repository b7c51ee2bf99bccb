/* SPDX-License-Identifier: MIT */
/*
 * How questions are put on the screens: Enter on a choice, points that do not make 100, the pause,
 * the way to a question by its number, what stays in sight.
 */
#include "heard.h"

#include <rekindle/settings.h>

#include "../../../src/tui/interview/interview.h"

Suite *asking_suite(void);

#define CHOICE "kinds.choice"
#define RATED "strategy.rationale.1"

static void set_up(void)
{
	heard_begin();
	app_interview(&app, ANA);
}

static void tear_down(void)
{
	heard_end();
}

static struct interview *asked(void)
{
	return app.top->state;
}

static void go_to(const char *id)
{
	int item = instrument_item(app.record.instrument, id);
	int question = flow_find(&asked()->sitting.flow, item);
	ck_assert_int_ge(question, 0);
	interview_go(asked(), (size_t)question);
	ck_assert_uint_eq(asked()->sitting.flow.at, (size_t)question);
}

START_TEST(test_asking_enter_takes_the_choice_in_focus_and_goes_on)
{
	go_to(CHOICE);
	press(TUI_DOWN);
	press(TUI_ENTER);
	expect("Which ones?");
	expect("Chosen: Second. u takes it back.");
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "0 second -");
	press('b');
	press(TUI_ENTER);
	expect("Which ones?");
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "0 second -");
}
END_TEST

START_TEST(test_asking_enter_leaves_what_is_not_known_as_it_is)
{
	go_to(CHOICE);
	press('d');
	press(TUI_ENTER);
	expect("Which ones?");
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "1 - -");
	press('b');
	press(TUI_DOWN);
	press(TUI_ENTER);
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "0 second -");
}
END_TEST

START_TEST(test_asking_a_number_chooses_its_row)
{
	go_to(CHOICE);
	expect("2 ( )   Second");
	press('2');
	expect("2 (x)   Second");
	press('7');
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "0 second -");
	go_to("kinds.multi");
	press('2');
	press('1');
	expect("1 [x]   Left");
	expect("2 [x]   Right");
	press('1');
	expect("1 [ ]   Left");
	expect("Which ones?");
}
END_TEST

START_TEST(test_asking_a_probe_comes_into_sight)
{
	go_to(RATED);
	screen_at(12, 40);
	press('h');
	expect_at(12, 40, "Probe 2 of 2");
	app_resize(&app, 24, 80);
}
END_TEST

/* The settings say how it begins. */
START_TEST(test_asking_a_rating_goes_on_by_itself_from_the_settings)
{
	struct app other;
	const struct settings before = *settings();
	struct settings now = before;
	now.auto_advance = true;
	settings_use(&now);
	app_init(&other, &app.options);
	ck_assert(other.advances);
	app_release(&other);
	settings_use(&before);
	ck_assert(!app.advances);
}
END_TEST

START_TEST(test_asking_n_goes_on_without_a_choice)
{
	go_to(CHOICE);
	press('n');
	expect("Which ones?");
	ck_assert_str_eq(heard_answer(ANA, CHOICE), "");
}
END_TEST

static void give(const int points[CAUSE_COUNT])
{
	for (int i = 0; i < CAUSE_COUNT; i++) {
		press('0' + points[i] / 10);
		press('0' + points[i] % 10);
		press(TUI_DOWN);
	}
}

START_TEST(test_asking_points_that_do_not_make_100_are_not_settled)
{
	go_to("split.causes");
	give((const int[]){ 15, 15, 10, 70 });
	expect("-10 !  take 10 away");
	expect("10 points too many");
	expect_at(12, 40, "10 points too many: take them away");
	app_resize(&app, 24, 80);
	press(TUI_ENTER);
	expect("The four make 110, not 100");
	press('v');
	expect("15 15 10 70");
	expect("! 100");
	expect_at(12, 40, "15 15 10 70 !");
	app_resize(&app, 24, 80);
	press('F');
	expect("questions open?");
	press('n');
	press('q');
	go_to("split.causes");
	press_times(TUI_UP, 3);
	press('-');
	press('-');
	expect_not("!");
	press('v');
	expect_not("! 100");
}
END_TEST

START_TEST(test_asking_pause_is_ended_by_its_own_key_only)
{
	go_to(RATED);
	press('p');
	expect("min left, paused");
	press(TUI_ENTER);
	expect("Still paused");
	ck_assert_uint_eq(asked()->sitting.flow.at, 0);
	press('3');
	expect("paused");
	ck_assert_str_eq(heard_answer(ANA, RATED), "");
	press('p');
	expect("min left");
	expect_not("paused");
	press('3');
	ck_assert_str_eq(heard_answer(ANA, RATED), "0 3 -");
}
END_TEST

START_TEST(test_asking_a_number_in_the_list_goes_to_its_question)
{
	go_to(RATED);
	press('g');
	type("11");
	expect("Question 11. Enter opens it.");
	press(TUI_ENTER);
	ck_assert_uint_eq(asked()->sitting.flow.at, 10);
	press('v');
	type("99");
	expect("Question 9.");
	type("0");
	expect("There is no question 0");
	press(TUI_UP);
	type("2");
	press(TUI_ENTER);
	ck_assert_uint_eq(asked()->sitting.flow.at, 1);
}
END_TEST

/* With everything taken back there is nobody who was asked, and nothing that is answered. */
START_TEST(test_asking_undo_in_the_review_keeps_the_rows)
{
	go_to(RATED);
	press('4');
	press('v');
	press('u');
	expect("Undone");
	for (int i = 0; i < 3; i++) {
		press('u');
		expect("undo");
		expect(heard.bank->items[instrument_item(heard.bank, "strategy.objectives.1")]
				.topic);
	}
	press(TUI_END);
	press(TUI_ENTER);
	ck_assert_uint_eq(asked()->sitting.flow.at, asked()->sitting.flow.count - 1);
}
END_TEST

static void open_card(void)
{
	press('q');
	ck_assert(app_delete(&app, NULL, KIND_RESPONDENT, &app.record.respondents[ANA]));
	app_interview(&app, ANA);
	ck_assert_ptr_eq(app.top->ops, &screen_opening);
}

/* Undone to before the person agreed: the interview is over, and the home is there. */
START_TEST(test_asking_undo_in_the_review_to_before_the_agreement)
{
	open_card();
	press(' ');
	press_times(TUI_ENTER, 4);
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	go_to(RATED);
	press('4');
	press('v');
	press_times('u', 2);
	expect("Undone");
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_str_eq(heard_answer(ANA, RATED), "");
}
END_TEST

START_TEST(test_asking_the_rating_stays_in_sight_while_it_is_noted)
{
	go_to(RATED);
	app_resize(&app, 12, 40);
	press('5');
	press('c');
	type("As they said");
	const char *screen = screen_at(12, 40);
	ck_assert_msg(strstr(screen, ">    5") || strstr(screen, "\n>"), "%s", screen);
	ck_assert_msg(strstr(screen, "As they said") != NULL, "%s", screen);
	press(TUI_ENTER);
	app_resize(&app, 12, 40);
	press_times(TUI_PAGE_DOWN, 5);
	expect_at(12, 40, "As they said");
	expect_at(12, 40, "Comment 1");
}
END_TEST

START_TEST(test_asking_a_rating_stays_unless_the_card_says_otherwise)
{
	open_card();
	expect("After a rating       stay until Enter");
	press(' ');
	press_times(TUI_DOWN, 4);
	press(' ');
	expect("go on by itself");
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	size_t at = asked()->sitting.flow.at;
	press('4');
	expect("Rated 4. u takes it back.");
	ck_assert_uint_eq(asked()->sitting.flow.at, at + 1);
	press('d');
	ck_assert_uint_eq(asked()->sitting.flow.at, at + 2);
	press('b');
	press('b');
	ck_assert_uint_eq(asked()->sitting.flow.at, at);
	press('a');
	expect("A rating stays at its question");
	press('3');
	ck_assert_uint_eq(asked()->sitting.flow.at, at);
	ck_assert_str_eq(heard_sql("SELECT group_concat(rating) FROM answer"), "3");
}
END_TEST

START_TEST(test_asking_the_date_of_the_card_begins_and_is_checked)
{
	open_card();
	press(' ');
	press_times(TUI_ENTER, 3);
	expect("Enter begin");
	answer_line("some day");
	ck_assert_ptr_eq(app.top->ops, &screen_opening);
	answer_line("2026-10-14");
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	size_t at = asked()->sitting.flow.at;
	press('3');
	ck_assert_uint_eq(asked()->sitting.flow.at, at);
	ck_assert_int_eq(sitting_respondent(&asked()->sitting)->date, date_make(2026, 10, 14));
}
END_TEST

Suite *asking_suite(void)
{
	Suite *suite = suite_create("asking");
	TCase *tests = tcase_create("asking");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_asking_enter_takes_the_choice_in_focus_and_goes_on);
	tcase_add_test(tests, test_asking_enter_leaves_what_is_not_known_as_it_is);
	tcase_add_test(tests, test_asking_a_number_chooses_its_row);
	tcase_add_test(tests, test_asking_a_probe_comes_into_sight);
	tcase_add_test(tests, test_asking_a_rating_goes_on_by_itself_from_the_settings);
	tcase_add_test(tests, test_asking_n_goes_on_without_a_choice);
	tcase_add_test(tests, test_asking_points_that_do_not_make_100_are_not_settled);
	tcase_add_test(tests, test_asking_pause_is_ended_by_its_own_key_only);
	tcase_add_test(tests, test_asking_a_number_in_the_list_goes_to_its_question);
	tcase_add_test(tests, test_asking_undo_in_the_review_keeps_the_rows);
	tcase_add_test(tests, test_asking_undo_in_the_review_to_before_the_agreement);
	tcase_add_test(tests, test_asking_the_rating_stays_in_sight_while_it_is_noted);
	tcase_add_test(tests, test_asking_a_rating_stays_unless_the_card_says_otherwise);
	tcase_add_test(tests, test_asking_the_date_of_the_card_begins_and_is_checked);
	suite_add_tcase(suite, tests);
	return suite;
}
