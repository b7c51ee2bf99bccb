/* SPDX-License-Identifier: MIT */
/*
 * A second round and a pulse on the screens: the card before them, the home of each, the session of
 * a health check, and taking them back.
 */
#include "drive.h"

#include <rekindle/next.h>

Suite *next_round_suite(void);

static int64_t first;

static void set_up(void)
{
	drive_begin(false);
	app_push(&app, &screen_portfolio, NULL);
	drive_example();
	first = app.record.assessment.object.key;
	app_push(&app, &screen_home, NULL);
}

static int64_t here(void)
{
	return app.record.assessment.object.key;
}

/* The card as it is offered, done. */
static void begin(int key)
{
	press(key);
	press(TUI_ENTER);
	press(TUI_ENTER);
	ck_assert_msg(app.top->ops == &screen_home, "%s", app.message);
	ck_assert_int_ne(here(), first);
}

/* Where letters are text, the help is F1. */
static void every_card(const char *title)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 } };
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		expect_at(sizes[i][0], sizes[i][1], title);
		expect_at(sizes[i][0], sizes[i][1], "Title");
	}
}

START_TEST(test_next_round_is_asked_about_first)
{
	press('N');
	expect("Next round");
	expect("The same people are offered, 13 of them");
	expect("to be confirmed: 3 profiles,");
	expect("read-only from now on: baseline of 15 October 2026");
	expect("Enter");
	every_card("Next round");
	press(TUI_ESCAPE);
	expect("Nothing was begun.");
	ck_assert_int_eq(here(), first);
	ck_assert_int_eq(app.record.assessment.sealed, DATE_NONE);
}
END_TEST

START_TEST(test_next_round_begins_and_is_taken_back)
{
	begin('N');
	expect("follow-up, 0 of 13 heard");
	expect("The round has begun");
	expect("To confirm from the last round: 3 profiles,");
	expect("> follow-up");
	expect("baseline 15 October 2026 sealed");
	press('u');
	expect("Undone: follow-up round begun. U does it again.");
	ck_assert_int_eq(here(), first);
	ck_assert_int_eq(app.record.assessment.sealed, DATE_NONE);
	expect("baseline, 10 of 13 heard");
	press('U');
	expect("Done again: follow-up round begun.");
	ck_assert_int_ne(app.record.assessment.sealed, DATE_NONE);
	press('>');
	expect("follow-up, 0 of 13 heard");
}
END_TEST

START_TEST(test_next_round_is_not_of_an_earlier_day)
{
	press('N');
	press(TUI_ENTER);
	answer_line("2026-10-14");
	expect("The baseline was on 2026-10-15: the next round is not before it.");
	answer_line("2026-10-16");
	ck_assert(app.top->ops == &screen_home);
	ck_assert_int_eq(app.record.assessment.date, date_make(2026, 10, 16));
}
END_TEST

START_TEST(test_next_round_goes_from_one_to_another)
{
	begin('N');
	int64_t second = here();
	press('<');
	ck_assert_int_eq(here(), first);
	expect("sealed");
	press('<');
	expect("This is the first round.");
	press('>');
	ck_assert_int_eq(here(), second);
	press('>');
	expect("This is the last round; N begins the next one.");
}
END_TEST

START_TEST(test_next_round_asks_to_confirm)
{
	begin('N');
	int all = record_unconfirmed_all(&app.record);
	ck_assert_int_gt(all, 20);
	press('A');
	expect("!");
	int goals = record_unconfirmed_count(&app.record, KIND_OBJECTIVE) +
		record_unconfirmed_count(&app.record, KIND_MILESTONE);
	expect("c confirm");
	press('c');
	expect("confirmed. u takes it back.");
	ck_assert_int_eq(record_unconfirmed_all(&app.record), all - goals);
	expect_not("c confirm");
	press('c');
	expect("Nothing here is left to confirm.");
	press('u');
	ck_assert_int_eq(record_unconfirmed_all(&app.record), all);
	press('q');
	press('c');
	expect("Confirm all that is left");
	press('y');
	ck_assert_int_eq(record_unconfirmed_all(&app.record), 0);
	expect_not("To confirm from the last round");
	press('u');
	ck_assert_int_eq(record_unconfirmed_all(&app.record), all);
}
END_TEST

/* Of a baseline nothing is marked. */
START_TEST(test_next_round_alone_asks_to_confirm)
{
	press('A');
	expect_not("c confirm");
	press('q');
	expect_not("To confirm");
}
END_TEST

START_TEST(test_pulse_has_a_home_of_its_own)
{
	press('H');
	expect("Pulse");
	expect("asked the health check, ten minutes each");
	expect("It seals nothing");
	every_card("Pulse");
	press(TUI_ESCAPE);
	begin('H');
	expect("pulse, 0 of 13 heard");
	expect("Next: health check with");
	expect("to ask   Marit Solheim");
	expect("A pulse decides nothing: the baseline of 15 October 2026 does.");
	every_size("Home");
	int64_t pulse = here();
	press('<');
	ck_assert_int_eq(here(), first);
	expect("Pulse of 15 October 2026: 0 of 13 answered; not yet ");
	ck_assert_int_eq(app.record.assessment.sealed, DATE_NONE);
	press('H');
	ck_assert_int_eq(here(), pulse);
	press('u');
	expect("Undone: pulse begun.");
	ck_assert_int_eq(here(), first);
}
END_TEST

/* The session of somebody: it is theirs. */
static void open_check(void)
{
	begin('H');
	press(TUI_TAB);
	press(TUI_ENTER);
	expect("Opening");
	expect("A short check of ten minutes");
	expect("10");
	press(' ');
	press_times(TUI_ENTER, 4);
	expect("Health check");
	expect("1/15");
}

/* What she said in the baseline. */
static bool tells_what_was_said(void)
{
	const char *screen = screen_at(24, 80);
	return strstr(screen, "was 1") || strstr(screen, "was 2") || strstr(screen, "was 3") ||
		strstr(screen, "was 4") || strstr(screen, "was 5");
}

START_TEST(test_pulse_session_goes_on_by_the_digit)
{
	open_check();
	every_size("Health check");
	press('3');
	expect("2/15");
	expect("Rated 3. u takes it back.");
	press('b');
	expect("1/15");
	press('g');
	expect("Questions");
	ck_assert(!tells_what_was_said());
	press('q');
	for (int i = 0; i < 14; i++)
		press('2');
	expect("15/15");
	expect("If you could change one thing");
	type("One calendar");
	press(TUI_PAGE_DOWN);
	expect("Review");
	expect("15/15");
	ck_assert(tells_what_was_said());
	every_size("Review");
	expect_at(40, 120, "The last time: ");
	press('F');
	expect("answered");
	expect("pulse, 1 of 13 heard");
	press('u');
	expect("Undone");
}
END_TEST

/* Else the digit for the next question would be written over what was just noted. */
START_TEST(test_pulse_session_goes_on_by_any_answer)
{
	open_check();
	press('d');
	expect("2/15");
	expect("Noted: don't know");
	press('r');
	expect("3/15");
	press('x');
	expect("Reason");
	expect("3/15");
	type("Not our part");
	press(TUI_ENTER);
	expect("4/15");
	expect("Kept.");
	press('x');
	press(TUI_ESCAPE);
	expect("5/15");
	press('b');
	press('b');
	expect("Not our part");
}
END_TEST

START_TEST(test_pulse_fits_a_small_window)
{
	begin('H');
	press(TUI_TAB);
	press(TUI_ENTER);
	app_resize(&app, 12, 40);
	expect_at(12, 40, "A short check of ten minutes");
	expect_at(12, 40, "Agrees to it");
	press(' ');
	press_times(TUI_ENTER, 4);
	expect_at(12, 40, "1/15");
	press('4');
	expect_at(12, 40, "2/15");
}
END_TEST

START_TEST(test_pulse_decides_nothing_on_the_screens)
{
	open_check();
	for (int i = 0; i < 14; i++)
		press('1');
	type("One calendar");
	press(TUI_PAGE_DOWN);
	press('F');
	press('D');
	expect("A pulse: it shows movement and decides nothing.");
	expect("Pitfalls       not looked for in a pulse");
	expect("Special        not looked for in a pulse");
	expect_not("Decision");
	expect_not("Primary cause");
	every_size("Diagnosis");
	press('F');
	expect("No findings: a pulse decides nothing.");
	press('q');
	press('S');
	every_size("Situation");
	press('R');
	expect("decides nothing");
	every_size("Report");
	press('P');
	expect("A pulse has none: this is of the baseline.");
	ck_assert_int_eq(here(), first);
	press('q');
	expect("baseline, 10 of 13 heard");
	press('q');
	for (int i = 0; i < 3; i++)
		app_tick(&app);
	expect("pulse 1/13");
	expect("Management holds it back");
	expect("1 of 13 answered.");
}
END_TEST

START_TEST(test_pulse_leads_to_the_facts_of_the_full_round)
{
	begin('H');
	int64_t pulse = here();
	press('A');
	expect("Audit");
	ck_assert_int_eq(here(), first);
	press('q');
	press('>');
	ck_assert_int_eq(here(), pulse);
	press('O');
	expect("Profile");
	ck_assert_int_eq(here(), first);
}
END_TEST

static void on(int year, int month, int day)
{
	app.today = date_make(year, month, day);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
}

START_TEST(test_pulse_of_the_plan_is_announced)
{
	press('P');
	press('r');
	press('q');
	expect("Next pulse ");
	expect("13 people: H begins it.");
	on(2027, 2, 1);
	expect("Next pulse ");
	begin('H');
	press('<');
	expect_not("Next pulse ");
	expect("answered; not yet");
}
END_TEST

Suite *next_round_suite(void)
{
	Suite *suite = suite_create("next_round");
	TCase *tests = tcase_create("next_round");
	tcase_add_checked_fixture(tests, set_up, drive_end);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_next_round_is_asked_about_first);
	tcase_add_test(tests, test_next_round_begins_and_is_taken_back);
	tcase_add_test(tests, test_next_round_is_not_of_an_earlier_day);
	tcase_add_test(tests, test_next_round_goes_from_one_to_another);
	tcase_add_test(tests, test_next_round_asks_to_confirm);
	tcase_add_test(tests, test_next_round_alone_asks_to_confirm);
	tcase_add_test(tests, test_pulse_has_a_home_of_its_own);
	tcase_add_test(tests, test_pulse_session_goes_on_by_the_digit);
	tcase_add_test(tests, test_pulse_session_goes_on_by_any_answer);
	tcase_add_test(tests, test_pulse_fits_a_small_window);
	tcase_add_test(tests, test_pulse_decides_nothing_on_the_screens);
	tcase_add_test(tests, test_pulse_leads_to_the_facts_of_the_full_round);
	tcase_add_test(tests, test_pulse_of_the_plan_is_announced);
	suite_add_tcase(suite, tests);
	return suite;
}
