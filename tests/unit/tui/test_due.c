/* SPDX-License-Identifier: MIT */
/*
 * What of the plan is due, on the portfolio and on the home of an alliance.
 */
#include <rekindle/words.h>
#include "drive.h"

#include <rekindle/date.h>
#include <rekindle/plan.h>

Suite *due_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
}

static void tear_down(void)
{
	drive_end();
}

static void on(int year, int month, int day)
{
	app.today = date_make(year, month, day);
}

/* The plan as drawn up on 15 October: it starts on Monday 19. */
static void keep_plan(void)
{
	struct errmsg why;
	plan_keep(&app.record, app_plan(&app), words_proposals);
	ck_assert_msg(
		!store_put_plan(app.options.store, &app.record, "plan", &why), "%s", why.text);
	app_touched(&app);
}

static void set_all(enum status status)
{
	struct errmsg why;
	for (size_t i = 0; i < app.record.action_count; i++)
		app.record.actions[i].status = (int)status;
	ck_assert_msg(
		!store_put_plan(app.options.store, &app.record, "plan", &why), "%s", why.text);
	app_touched(&app);
}

/* Nobody is left to hear: who was not heard is not there. */
static void hear_everybody(void)
{
	for (size_t i = app.record.person_count; i-- > 0;) {
		size_t r = 0;
		while (r < app.record.respondent_count &&
			app.record.respondents[r].person != (int)i)
			r++;
		if (r == app.record.respondent_count)
			ck_assert(app_delete(&app, NULL, KIND_PERSON, &app.record.people[i]));
	}
}

START_TEST(test_portfolio_says_what_is_to_come)
{
	keep_plan();
	app_push(&app, &screen_portfolio, NULL);
	expect("baseline 10/13");
	expect("  20 Oct ");
	expect("Monday 19   the plan starts: 24 actions, first due 6 November 2026");
	expect("Tuesday 20  an interview, 13:30");
	expect("6 Nov       Sign a mandate up to the first gate");
	expect_not(" late");
	expect_not("due today");
}
END_TEST

/* What nobody has worked out yet is not said to be unknown. */
START_TEST(test_portfolio_says_no_verdict_before_it_is_worked_out)
{
	app_push(&app, &screen_portfolio, NULL);
	expect("Baseline of 15 October 2026.");
	expect_not("Not enough is known");
	app_tick(&app);
	expect("holds it back");
}
END_TEST

START_TEST(test_portfolio_counts_late_and_due_today)
{
	keep_plan();
	hear_everybody();
	on(2026, 11, 13);
	app_push(&app, &screen_portfolio, NULL);
	expect("1 late, 4 due today   saved");
	expect("plan day 26");
	expect("   ! 6 Nov ");
	expect("! 6 Nov  Sign a mandate up to the first gate, 7 d late");
	expect("Today    Write down what a partner must bring");
	expect_at(12, 40, "! 6 Nov");
	expect_at(40, 120, "Today    Write down ");
	every_size("Portfolio");
}
END_TEST

/* An interview that is late is late too, and one today is due today. */
START_TEST(test_portfolio_counts_interviews_as_well)
{
	on(2026, 10, 20);
	app_push(&app, &screen_portfolio, NULL);
	expect("  1 due today   saved");
	expect("  today ");
	expect("Today 13:30  an interview ");
	on(2026, 10, 21);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("  1 late   saved");
	expect("! 20 Oct  an interview was planned and is not done");
}
END_TEST

static void add_alliance(const char *name, const char *planned)
{
	struct errmsg why;
	struct record record;
	record_init(&record, instrument_builtin());
	record.alliance.name = name;
	((struct party *)record_add(&record, KIND_PARTY))->name = "Ours";
	struct person *person = record_add(&record, KIND_PERSON);
	person->party = 0;
	person->role = ROLE_SPONSOR;
	person->planned = planned;
	ck_assert_msg(!store_add_record(app.options.store, &record, &why), "%s", why.text);
	record_release(&record);
}

static void expect_order(const char *first, const char *second, const char *third)
{
	const char *screen = screen_at(24, 80);
	const char *a = strstr(screen, first), *b = strstr(screen, second),
		   *c = strstr(screen, third);
	ck_assert_msg(a && b && c && a < b && b < c, "not in order:\n%s", screen);
}

/* By what comes next, be it an interview or an action; nothing to come stands last. */
START_TEST(test_portfolio_is_sorted_by_what_comes_next)
{
	keep_plan();
	hear_everybody();
	add_alliance("Alder", NULL);
	add_alliance("Birch", "2026-11-09T09:00");
	add_alliance("Cedar", "2026-10-29");
	app_push(&app, &screen_portfolio, NULL);
	expect_order("Cedar  ", "Phoenix Labs", "Birch  ");
	expect_order("Phoenix Labs", "Birch  ", "Alder  ");
	press('s');
	expect_order("Alder  ", "Birch  ", "Cedar  ");
}
END_TEST

START_TEST(test_portfolio_shows_only_what_has_some_words)
{
	keep_plan();
	hear_everybody();
	on(2026, 11, 2);
	add_alliance("Alder", NULL);
	add_alliance("Birch", "2026-10-29");
	app_push(&app, &screen_portfolio, NULL);
	expect("Portfolio   3 alliances ");
	expect("f filter");
	press('f');
	answer_line("LATE");
	expect("Portfolio   1 of 3 alliances ");
	expect("> Birch  ");
	expect_not("Alder");
	expect("f filter: LATE");
	press('s');
	expect_not("Alder");
	press('f');
	answer_line(" plan labs");
	expect("> Phoenix Labs");
	expect_not("Birch");
	press('f');
	answer_line("nobody");
	expect("No alliance has \"nobody\": all are shown.");
	expect("Alder");
	press('f');
	answer_line("alder");
	expect("> Alder");
	press('X');
	press('y');
	expect("Portfolio   2 alliances ");
	expect("Birch");
	every_size("Portfolio");
}
END_TEST

START_TEST(test_portfolio_is_fresh_after_a_status_and_its_undo)
{
	keep_plan();
	hear_everybody();
	on(2026, 11, 9);
	app_push(&app, &screen_portfolio, NULL);
	expect("1 late   saved");
	press(TUI_ENTER);
	app_do(&app, ACTION_PLAN, &(struct key){ 0 });
	press(' ');
	press(' ');
	expect("Now done.");
	press('q');
	press('q');
	expect("  13 Nov ");
	expect_not(" late");
	press(TUI_ENTER);
	press('u');
	press('q');
	expect("   ! 6 Nov ");
	expect("1 late   saved");
}
END_TEST

START_TEST(test_portfolio_has_a_wind_down_at_its_step)
{
	keep_plan();
	record_put_plan(&app.record)->track = TRACK_EXIT;
	for (size_t i = 0; i < app.record.action_count; i++)
		if (plan_action_step(app.record.instrument, &app.record.actions[i]) < 4)
			app.record.actions[i].status = STATUS_DONE;
	struct errmsg why;
	ck_assert(!store_put_plan(app.options.store, &app.record, "plan", &why));
	app_push(&app, &screen_portfolio, NULL);
	expect("baseline 10/13");
	app.today = date_make(2026, 10, 19);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("exit step 4");
	set_all(STATUS_DONE);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("baseline 10/13");
}
END_TEST

/* A plan is followed until another is stored, whatever rounds come after it. */
START_TEST(test_portfolio_keeps_the_plan_of_the_round_before)
{
	struct errmsg why;
	struct record next;
	keep_plan();
	ck_assert(!store_load(app.options.store, app.record.assessment.object.key, &next, &why));
	next.assessment.object = (struct object){ 0 };
	next.assessment.kind = ROUND_FOLLOW_UP;
	next.assessment.date = date_make(2026, 12, 1);
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kind_info[kind].count && !kind_is_shared((enum kind)kind))
			*(size_t *)((char *)&next + kind_info[kind].count) = 0;
	ck_assert_msg(!store_add_record(app.options.store, &next, &why), "%s", why.text);
	record_release(&next);
	hear_everybody();
	on(2026, 12, 2);
	app_push(&app, &screen_portfolio, NULL);
	expect("  1 alliance ");
	expect("new 0/10");
	expect("! 6 Nov   Sign a mandate up to the first gate, 26 d late");
}
END_TEST

/* What somebody wrote in a title stays one harmless line. */
START_TEST(test_due_titles_may_be_hostile)
{
	static char title[5000];
	struct errmsg why;
	keep_plan();
	hear_everybody();
	on(2026, 11, 2);
	memset(title, 'x', sizeof(title) - 1);
	memcpy(title, "a\033[31m\xE2\x80\xAE\nb", 11);
	for (size_t i = 0; i < app.record.action_count; i++)
		app.record.actions[i].title = title;
	ck_assert(!store_put_plan(app.options.store, &app.record, "plan", &why));
	app_touched(&app);
	app_push(&app, &screen_portfolio, NULL);
	every_size("Portfolio");
	ck_assert_ptr_null(strchr(screen_at(40, 120), '\033'));
	press(TUI_ENTER);
	every_size("Home");
	ck_assert_ptr_null(strchr(screen_at(40, 120), '\033'));
	ck_assert_ptr_null(strstr(screen_at(40, 120), "\xE2\x80\xAE"));
}
END_TEST

START_TEST(test_home_counts_actions_due)
{
	app_push(&app, &screen_home, NULL);
	expect("Flags 6     Notes to file 1 (B)     Actions due: none (no plan yet)");
	expect_at(40, 120, "  Next actions  ");
	keep_plan();
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("Actions due: none  ");
	on(2026, 11, 6);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("Actions due: 1  ");
	on(2026, 11, 13);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("Actions due: 5, 1 late ");
	expect_at(40, 120, "! 6 Nov  Sign a mandate");
	expect_at(40, 120, "today    Write down what");
	expect_at(40, 120, "Flagged");
	expect_at(12, 100, "! 6 Nov  Sign");
	expect_at(12, 100, "Flagged");
	every_size("Home");
}
END_TEST

START_TEST(test_home_goes_to_the_plan_when_everybody_was_heard)
{
	app_push(&app, &screen_home, NULL);
	hear_everybody();
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("Next: read the diagnosis; everybody named here was heard.");
	keep_plan();
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("> Next: Sign a mandate up to the first gate; due 6 November 2026.");
	on(2026, 11, 6);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("> Next: Sign a mandate up to the first gate; due today.");
	on(2026, 11, 9);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("> Next: Sign a mandate up to the first gate; due 6 Nov, 3 d late.");
	expect("Enter plan");
	press(TUI_ENTER);
	expect("  Plan   Phoenix");
	press('q');
	set_all(STATUS_DONE);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("Next: nothing waits");
	expect("Actions due: none  ");
	press(TUI_ENTER);
	expect("  Diagnosis   Phoenix");
}
END_TEST

/* A sealed round is heard; the work on its plan goes on. */
START_TEST(test_home_of_a_sealed_round_goes_to_the_plan)
{
	app.record.assessment.sealed = date_make(2026, 10, 15);
	app_push(&app, &screen_home, NULL);
	expect("Next: read the diagnosis; sealed on 15 October 2026.");
	keep_plan();
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("> Next: Sign a mandate up to the first gate; due 6 November 2026.");
}
END_TEST

/* A gate that was not passed leads out of the plan: what is asked for is the decision behind it. */
START_TEST(test_home_asks_for_the_decision_behind_a_failed_gate)
{
	struct gate_decision gate;
	keep_plan();
	on(2026, 11, 20);
	object_init(KIND_GATE, &gate);
	gate.number = 1;
	gate.outcome = OUTCOME_FAILED;
	gate.date = app.today;
	ck_assert(app_append(&app, NULL, KIND_GATE, &gate));
	app_push(&app, &screen_home, NULL);
	expect("Next: decide, since gate 1 was not passed: the plan stops and");
	press(TUI_ENTER);
	expect("Gate 1 was not passed. To decide now: the plan stops");
	press(TUI_TAB);
	expect_not("Gate 2 in");
	app.record.gate_decisions[0].outcome = OUTCOME_PASSED;
	ck_assert(app_change(&app, NULL, KIND_GATE, &app.record.gate_decisions[0]));
	expect_not("To decide now");
	expect("Gate 2 in");
}
END_TEST

Suite *due_suite(void)
{
	Suite *suite = suite_create("due");
	TCase *tests = tcase_create("due");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_portfolio_says_what_is_to_come);
	tcase_add_test(tests, test_portfolio_says_no_verdict_before_it_is_worked_out);
	tcase_add_test(tests, test_portfolio_counts_late_and_due_today);
	tcase_add_test(tests, test_portfolio_counts_interviews_as_well);
	tcase_add_test(tests, test_portfolio_is_sorted_by_what_comes_next);
	tcase_add_test(tests, test_portfolio_shows_only_what_has_some_words);
	tcase_add_test(tests, test_portfolio_is_fresh_after_a_status_and_its_undo);
	tcase_add_test(tests, test_portfolio_has_a_wind_down_at_its_step);
	tcase_add_test(tests, test_portfolio_keeps_the_plan_of_the_round_before);
	tcase_add_test(tests, test_due_titles_may_be_hostile);
	tcase_add_test(tests, test_home_counts_actions_due);
	tcase_add_test(tests, test_home_goes_to_the_plan_when_everybody_was_heard);
	tcase_add_test(tests, test_home_of_a_sealed_round_goes_to_the_plan);
	tcase_add_test(tests, test_home_asks_for_the_decision_behind_a_failed_gate);
	suite_add_tcase(suite, tests);
	return suite;
}
