/* SPDX-License-Identifier: MIT */
/*
 * What the other side would see, on its screen: from the home and from the report, at every size,
 * and as it is after a change.
 */
#include "drive.h"

Suite *preview_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_home, NULL);
	screen_at(24, 80);
}

static void tear_down(void)
{
	drive_end();
}

/* People of the second side leave the record, all but so many, with what they answered. */
static void leave_of_second(int most)
{
	int heard = 0;
	for (size_t r = 0; r < app.record.respondent_count; r++)
		if (app.record.respondents[r].party == 1 && heard++ >= most)
			for (size_t i = 0; i < app.record.answer_count; i++)
				if (app.record.answers[i].respondent == (int)r)
					app.record.answers[i].state = STATE_BLANK;
	record_settle(&app.record);
	app_touched(&app);
}

START_TEST(test_preview_opens_from_home_and_report)
{
	expect("The other side would see 16 of 16 aspects now: v lists.");
	press('v');
	expect("  Preview");
	expect("For the team that runs the review alone");
	expect("Aspects                   16 of 16");
	press('q');
	expect("  Home");
	press('R');
	press('v');
	expect("  Preview");
	press('q');
	expect("  Report");
}
END_TEST

START_TEST(test_preview_says_why_and_whom_to_hear)
{
	leave_of_second(2);
	press('v');
	expect("The other side would see 0 of 16 aspects now.");
	expect_at(
		60, 100, "Fewer than 3 people of GenTech were heard: nothing but facts is shown.");
	expect_at(60, 100, "Whom to hear to show more");
	screen_at(24, 80);
	expect_at(60, 100, "An estimate, as if they answered as the others of their side do.");
	expect_at(60, 100, "Actions left out, and what adopting tells");
	screen_at(24, 80);
	press(TUI_END);
	expect("more above");
	press(TUI_HOME);
	expect("more below");
}
END_TEST

START_TEST(test_preview_is_anew_after_a_change)
{
	press('v');
	expect("16 of 16 aspects");
	leave_of_second(2);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("0 of 16 aspects");
}
END_TEST

START_TEST(test_preview_fits_every_size)
{
	leave_of_second(2);
	press('v');
	every_size("Preview");
	expect_at(12, 40, "0 of 16");
}
END_TEST

START_TEST(test_preview_of_nobody)
{
	leave_of_second(0);
	for (size_t i = 0; i < app.record.answer_count; i++)
		app.record.answers[i].state = STATE_BLANK;
	app_touched(&app);
	press('v');
	expect("No aspect has a score yet: there is nothing to show or to withhold.");
}
END_TEST

Suite *preview_suite(void)
{
	Suite *suite = suite_create("preview");
	TCase *tcase = tcase_create("preview");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_preview_opens_from_home_and_report);
	tcase_add_test(tcase, test_preview_says_why_and_whom_to_hear);
	tcase_add_test(tcase, test_preview_is_anew_after_a_change);
	tcase_add_test(tcase, test_preview_fits_every_size);
	tcase_add_test(tcase, test_preview_of_nobody);
	suite_add_tcase(suite, tcase);
	return suite;
}
