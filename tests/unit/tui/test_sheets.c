/* SPDX-License-Identifier: MIT */
/*
 * Sheets on the screens: who was sent one, what is missing, and what the home says of it; the sheet
 * of somebody whose record is made one with another's.
 */
#include <rekindle/people.h>

#include "heard.h"

Suite *sheets_suite(void);

static void set_up(void)
{
	heard_begin();
}

static void tear_down(void)
{
	heard_end();
}

static void send(int person, int closes)
{
	struct errmsg why;
	struct answer_sheet *sheet = record_add(&app.record, KIND_SHEET);
	sheet->person = person;
	sheet->token = uuid_new();
	sheet->written = app.today - 10;
	sheet->closes = closes;
	ck_assert_msg(!store_put(app.options.store, &app.record, KIND_SHEET, sheet, 0, &why), "%s",
		why.text);
}

START_TEST(test_sheets_of_nobody_say_so)
{
	press('S');
	expect("Nobody was sent questions to answer alone.");
	expect("not sent");
	press('q');
	expect("Home");
}
END_TEST

START_TEST(test_sheets_that_are_missing_are_the_next_step)
{
	send(BO, app.today - 1);
	ck_assert(app_reload(&app));
	press('S');
	expect("1 sheet sent, 0 back, 1 missing");
	press('q');
	expect("Next: ask Bo Lind for the answers that were due");
	press(TUI_ENTER);
	expect("1 sheet sent, 0 back, 1 missing");
}
END_TEST

START_TEST(test_sheets_that_are_not_due_yet_are_no_step)
{
	send(BO, app.today);
	ck_assert(app_reload(&app));
	press('S');
	expect("1 sheet sent, 0 back, 0 missing");
	press('q');
	expect_not("Next: ask ");
}
END_TEST

START_TEST(test_sheets_go_with_whom_a_person_is_one)
{
	struct people_merged merged;
	struct errmsg why;
	struct person *bo = &app.record.people[BO];
	bo->party = app.record.people[ANA].party;
	ck_assert(!store_put(app.options.store, &app.record, KIND_PERSON, bo,
		app.record.alliance.object.key, &why));
	send(BO, app.today);
	struct uuid id = app.record.people[ANA].object.id;
	ck_assert_msg(!people_merge(app.options.store, &app.record, ANA, BO, &merged, &why), "%s",
		why.text);
	people_merged_release(&merged);
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.sheet_count, 1);
	const struct person *of = &app.record.people[app.record.sheets[0].person];
	ck_assert(uuid_same(&of->object.id, &id));
}
END_TEST

Suite *sheets_suite(void)
{
	Suite *suite = suite_create("sheets");
	TCase *tests = tcase_create("sheets");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_sheets_of_nobody_say_so);
	tcase_add_test(tests, test_sheets_that_are_missing_are_the_next_step);
	tcase_add_test(tests, test_sheets_that_are_not_due_yet_are_no_step);
	tcase_add_test(tests, test_sheets_go_with_whom_a_person_is_one);
	suite_add_tcase(suite, tests);
	return suite;
}
