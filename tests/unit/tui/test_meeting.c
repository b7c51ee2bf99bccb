/* SPDX-License-Identifier: MIT */
/*
 * Agenda and minutes on one screen: what is written down is stored and filed, and one undo takes it
 * back; minutes go on when the round is sealed.
 */
#include "drive.h"

#include <rekindle/minutes.h>

#include "../../../src/tui/plan/plan_view.h"

Suite *meeting_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
	app_push(&app, &screen_home, NULL);
	ck_assert(plan_is_stored(&app.record) || plan_store(&app));
	press('M');
}

static void tear_down(void)
{
	drive_end();
}

static void write_down(int key, const char *text)
{
	press(key);
	answer_line(text);
}

static const struct meeting *only(void)
{
	ck_assert_uint_eq(app.record.meeting_count, 1);
	return &app.record.meetings[0];
}

START_TEST(test_meeting_is_shown_at_every_size)
{
	every_size("Meeting");
	write_down('a', "One budget for both plants, kept by finance, reported every month");
	write_down('+', "Ana takes the minutes");
	every_size("Meeting");
	expect("decided  One budget");
}
END_TEST

/* What is asked for keeps to the window, also to one that has become smaller. */
START_TEST(test_meeting_line_keeps_to_a_smaller_window)
{
	screen_at(24, 140);
	press('a');
	for (int i = 0; i < 30; i++)
		type("decide");
	screen_at(24, 140);
	expect_at(24, 70, "Decided: ");
	const char *row = strstr(screen_at(24, 70), "Decided: ");
	ck_assert_msg(!strncmp(row + 70 - 2 - 2, "  ", 2), "it is %.70s", row);
}
END_TEST

/* By the words that people have for it, from the home and the plan. */
START_TEST(test_meeting_is_found_by_its_words)
{
	static const char *const said[] = { "minutes", "agenda", "steering committee", "meeting" };
	press('q');
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
		press(':');
		type(said[i]);
		expect("agenda and minutes");
		press(TUI_ESCAPE);
	}
	press('P');
	press(':');
	type("agenda");
	press(TUI_ENTER);
	expect("Agenda of the steering committee");
}
END_TEST

/* The agenda is of the meeting ahead; who writes something down sits in one. */
START_TEST(test_meeting_minutes_are_of_today)
{
	expect("Agenda of the steering committee");
	expect("Nothing is written down yet");
	write_down('a', "One budget");
	expect("of a meeting of today");
	ck_assert_int_eq(meeting_day(only()), app.today);
	ck_assert_str_eq(only()->body, "steering committee");
	/* blank is nothing */
	write_down('a', "  ");
	ck_assert_str_eq(only()->decisions, "One budget");
	press(TUI_TAB);
	expect("Agenda of the working group");
	expect("Minutes: no decision, no note");
	press(TUI_TAB);
	expect("Minutes: 1 decision, no note");
}
END_TEST

START_TEST(test_meeting_rows_are_moved_and_taken_out)
{
	write_down('a', "One");
	write_down('a', "Two");
	write_down('+', "Three");
	press('K'); /* the first note goes not among the decisions */
	ck_assert_str_eq(only()->decisions, "One\nTwo");
	press(TUI_UP);
	press('K');
	ck_assert_str_eq(only()->decisions, "Two\nOne");
	press('X');
	ck_assert_str_eq(only()->decisions, "One");
	press('u');
	ck_assert_str_eq(only()->decisions, "Two\nOne");
	press_times('u', 2);
	ck_assert_ptr_null(only()->notes);
}
END_TEST

/* What it is filed to has it behind its note; one step back takes both away. */
START_TEST(test_meeting_files_to_an_action)
{
	write_down('a', "Phoenix names a lead");
	const struct plan *plan = app_plan(&app);
	int first = plan->actions[0].stored;
	app.record.actions[first].note = "Asked for";
	ck_assert(app_change(&app, NULL, KIND_PLAN_ACTION, &app.record.actions[first]));
	press(TUI_ENTER);
	expect("Filed to");
	press(TUI_TAB);
	press(' ');
	press(TUI_ESCAPE);
	ck_assert_str_eq(app.record.actions[first].note,
		"Asked for\n15 October 2026, steering committee: Phoenix names a lead");
	expect("[action");
	press('u');
	ck_assert_str_eq(app.record.actions[first].note, "Asked for");
	ck_assert_ptr_null(only()->decisions_filed);
}
END_TEST

START_TEST(test_meeting_day_is_corrected)
{
	write_down('a', "One");
	write_down('s', "2026-10-16");
	expect("ahead of today");
	answer_line("monday");
	ck_assert_int_eq(meeting_day(only()), app.today - 3);
	expect("12 Oct");
	press('>');
	write_down('a', "Two");
	ck_assert_uint_eq(app.record.meeting_count, 2);
	write_down('s', "2026-10-12");
	expect("has met on 12 October 2026 already");
	press(TUI_ESCAPE);
	press('<');
	expect("decided  One");
	press('<');
	expect("the first meeting");
	press_times('X', 2);
	ck_assert_uint_eq(app.record.meeting_count, 1);
}
END_TEST

START_TEST(test_meeting_goes_on_when_the_round_is_sealed)
{
	struct errmsg why;
	ck_assert(!store_seal(app.options.store, app.record.assessment.object.key,
		date_make(2026, 10, 14), &why));
	ck_assert(app_reload(&app));
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	write_down('+', "Ana takes the minutes");
	ck_assert(!app.warning);
	ck_assert_str_eq(only()->notes, "Ana takes the minutes");
}
END_TEST

Suite *meeting_suite(void)
{
	Suite *suite = suite_create("meeting");
	TCase *tcase = tcase_create("meeting");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_meeting_is_shown_at_every_size);
	tcase_add_test(tcase, test_meeting_line_keeps_to_a_smaller_window);
	tcase_add_test(tcase, test_meeting_is_found_by_its_words);
	tcase_add_test(tcase, test_meeting_minutes_are_of_today);
	tcase_add_test(tcase, test_meeting_rows_are_moved_and_taken_out);
	tcase_add_test(tcase, test_meeting_files_to_an_action);
	tcase_add_test(tcase, test_meeting_day_is_corrected);
	tcase_add_test(tcase, test_meeting_goes_on_when_the_round_is_sealed);
	suite_add_tcase(suite, tcase);
	return suite;
}
