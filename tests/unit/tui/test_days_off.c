/* SPDX-License-Identifier: MIT */
/*
 * Days off on their screen: added, corrected, removed; the turn of the year taken out.
 */
#include "drive.h"

#include <rekindle/date.h>

#include "../../../src/tui/plan/plan_view.h"

Suite *days_off_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_plan, NULL);
	screen_at(24, 80);
	press('d');
	ck_assert_ptr_eq(app.top->ops, &screen_days_off);
}

static void tear_down(void)
{
	drive_end();
}

static void add(const char *day)
{
	press('a');
	expect("First day off, as 24 dec:");
	answer_line(day);
}

static void field(const char *text)
{
	press(TUI_END);
	press(CONTROL('u'));
	type(text);
	press(TUI_ENTER);
}

START_TEST(test_days_off_say_what_moves_a_stored_plan)
{
	add("2027-05-06");
	press(TUI_ESCAPE);
	expect("it moves to the working day before. The");
	expect("dates of a stored plan move only by a redraw or a shift.");
	expect_at(24, 40, "a redraw or a shift.");
	every_size("Days off");
}
END_TEST

START_TEST(test_days_off_added_corrected_deleted)
{
	size_t before = app.record.day_off_count;
	add("2027-05-06");
	ck_assert_uint_eq(app.record.day_off_count, before + 1);
	ck_assert_ptr_eq(app.top->ops, &screen_plan_form);
	press_times(TUI_DOWN, 2);
	field("2027-05-01");
	expect("! The last day is before the first.");
	press(TUI_UP);
	field("2027-05-07");
	press_times(TUI_ESCAPE, 2);
	ck_assert_ptr_eq(app.top->ops, &screen_days_off);
	expect("6 May 2027 to 7 May 2027");
	ck_assert(plan_is_day_off(&app.record, date_make(2027, 5, 7)));
	every_size("Days off");
	press('X');
	expect("Deleted: 6 May 2027 to 7 May 2027. u brings it back.");
	ck_assert_uint_eq(app.record.day_off_count, before);
	press('u');
	ck_assert(plan_is_day_off(&app.record, date_make(2027, 5, 7)));
}
END_TEST

START_TEST(test_days_off_second_entry_of_a_side_and_day_is_refused)
{
	int parties = (int)app.record.party_count;
	size_t before = app.record.day_off_count;
	for (int i = 0; i < parties; i++) {
		add("2027-05-06");
		ck_assert_int_eq(app.record.days_off[before + (size_t)i].party, i);
		press(TUI_ESCAPE);
	}
	add("2027-05-06");
	expect("is off from that day already: 6 May 2027. Edit that entry.");
	ck_assert_uint_eq(app.record.day_off_count, before + (size_t)parties);
	press(TUI_ESCAPE);
	add("2027-05-08");
	press(TUI_DOWN);
	field("2027-05-06");
	expect("is off from that day already: 6 May 2027. Edit that entry.");
	ck_assert_int_eq(
		app.record.days_off[app.record.day_off_count - 1].from, date_make(2027, 5, 8));
}
END_TEST

START_TEST(test_days_off_turn_of_the_year_is_taken_out)
{
	ck_assert(plan_is_day_off(&app.record, date_make(2026, 12, 28)));
	expect("> ");
	press(' ');
	expect("24 December to 1 January are days like others");
	ck_assert(!plan_is_day_off(&app.record, date_make(2026, 12, 28)));
	press('u');
	ck_assert(plan_is_day_off(&app.record, date_make(2026, 12, 28)));
	press(' ');
	press(' ');
	expect("Nothing is due from 24 December to 1 January again.");
	ck_assert(plan_is_day_off(&app.record, date_make(2026, 12, 28)));
}
END_TEST

START_TEST(test_days_off_what_is_no_day_is_refused)
{
	size_t before = app.record.day_off_count;
	add("soon");
	expect("! A date reads 2026-11-27");
	ck_assert_uint_eq(app.record.day_off_count, before);
}
END_TEST

Suite *days_off_suite(void)
{
	Suite *suite = suite_create("days off");
	TCase *tests = tcase_create("days off");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, test_days_off_say_what_moves_a_stored_plan);
	tcase_add_test(tests, test_days_off_added_corrected_deleted);
	tcase_add_test(tests, test_days_off_second_entry_of_a_side_and_day_is_refused);
	tcase_add_test(tests, test_days_off_turn_of_the_year_is_taken_out);
	tcase_add_test(tests, test_days_off_what_is_no_day_is_refused);
	suite_add_tcase(suite, tests);
	return suite;
}
