/* SPDX-License-Identifier: MIT */
/*
 * Working with the plan: storing it, status, forms, own actions, what comes and goes with the
 * diagnosis, the workshop, the charter, the points of the agreement.
 */
#include "drive.h"

#include <rekindle/date.h>
#include <rekindle/plan.h>

Suite *plan_work_suite(void);

static void set_up(void)
{
	drive_begin(false);
	drive_example();
	app_push(&app, &screen_plan, NULL);
	screen_at(24, 80);
}

static void tear_down(void)
{
	drive_end();
}

/* What the database has, whatever is in memory. */
static const struct plan_action *stored(const char *library)
{
	ck_assert(app_reload(&app));
	for (size_t i = 0; i < app.record.action_count; i++)
		if (str_same(app.record.actions[i].library, library))
			return &app.record.actions[i];
	ck_abort_msg("no action %s is stored", library);
}

/* An id of an imported plan may be longer than what is remembered of it. */
START_TEST(test_plan_edits_an_action_whose_id_is_long)
{
	char id[201];

	memset(id, 'x', sizeof(id) - 1);
	id[sizeof(id) - 1] = '\0';
	press(' ');
	struct plan_action *action = &app.record.actions[app_plan(&app)->actions[0].stored];
	action->library = pool_strdup(&app.record.pool, id);
	action->title = "From a file";
	action->step = 1;
	action->status = STATUS_OPEN;
	ck_assert(app_change(&app, "an action", KIND_PLAN_ACTION, action));
	expect("From a file");
	press(' ');
	expect("Now started.");
	press(TUI_ENTER);
	expect("From a file");
	expect_at(24, 80, "Resources");
}
END_TEST

START_TEST(test_plan_space_stores_the_draft_and_steps_the_status)
{
	ck_assert(!plan_is_stored(&app.record));
	expect("relaunch, draft, 24 actions");
	press(' ');
	expect("Now started. u takes it back.");
	expect("relaunch, 0 of 24 done");
	expect("6 Nov  started");
	press(' ');
	expect("Now done.");
	expect("relaunch, 1 of 24 done");
	const struct plan_action *action = stored("mandate_to_gate");
	ck_assert_int_eq(action->status, STATUS_DONE);
	ck_assert_int_eq(action->closed, date_make(2026, 10, 15));
	press('u');
	expect("Undone: ");
	ck_assert_int_eq(stored("mandate_to_gate")->status, STATUS_STARTED);
	press('u');
	press('u');
	expect("relaunch, draft, 24 actions");
	ck_assert(!plan_is_stored(&app.record));
	press('U');
	expect("relaunch, 0 of 24 done");
}
END_TEST

/* Days that are long over, or far ahead, have their year. */
START_TEST(test_plan_opens_at_what_is_not_done_and_tells_years)
{
	press_times(' ', 2);
	expect("Now done.");
	expect_not("Nov 2026");
	press('q');
	app_push(&app, &screen_plan, NULL);
	expect(">   Write down what a partner must");
	app.today = date_make(2027, 11, 15);
	app_layout(&app);
	expect("! 13 Nov 2026  367d late");
}
END_TEST

/* Adopted: marked at the left, said in full, found by the word, and taken back by u or again. */
START_TEST(test_plan_adopts_an_action_and_all_that_are_open)
{
	press('y');
	expect("Adopted: it stays, whatever a redraw finds. u takes it back.");
	expect(">a");
	ck_assert_int_eq(stored("mandate_to_gate")->adopted, TRI_YES);
	press('w');
	expect("Adopted       it stays, whatever a redraw finds");
	press('b');
	press('f');
	answer_line("adopted");
	expect("Sign a mandate up to the first gate");
	expect_not("Show every side the same results");
	press('f');
	answer_line("");
	press('y');
	expect("No longer adopted. u takes it back.");
	expect_not(">a");
	ck_assert_int_ne(stored("mandate_to_gate")->adopted, TRI_YES);
	press('u');
	expect(">a");
	press('Y');
	expect("Adopted: 57 actions; what is adopted stays, whatever a redraw finds.");
	for (size_t i = 0; i < app.record.action_count; i++)
		ck_assert_int_eq(app.record.actions[i].adopted, TRI_YES);
	press('Y');
	expect("Every open action is adopted already.");
	press('u');
	ck_assert_int_eq(stored("mandate_to_gate")->adopted, TRI_YES);
	int adopted = 0;
	for (size_t i = 0; i < app.record.action_count; i++)
		adopted += app.record.actions[i].adopted == TRI_YES;
	ck_assert_int_eq(adopted, 1);
}
END_TEST

/* Words, owner and date of the action in focus; each is one step of undo. */
START_TEST(test_plan_form_sets_words_owner_and_date)
{
	press(TUI_ENTER);
	expect("The plan is stored: 58 actions.");
	expect("> Action               Sign a mandate up to the first gate");
	press(CONTROL('u'));
	type("Sign it ourselves");
	press_times(TUI_TAB, 4);
	expect("> Owner, Phoenix       by role: Marit Solheim");
	press(' ');
	press_times(TUI_TAB, 3);
	expect("> Due                  2026-11-06");
	press(CONTROL('u'));
	type("2026-12-32");
	press(TUI_TAB);
	expect("2026-12-32 is no date: that month has 31 days.");
	press(TUI_BACK_TAB);
	press(CONTROL('u'));
	type("2026-12-11");
	press(TUI_ESCAPE);
	expect("Plan   ");
	expect(">   Sign it ourselves                    M. Solhe~ P. Okafor  11 Dec  open   e");
	const struct plan_action *action = stored("mandate_to_gate");
	ck_assert_str_eq(action->title, "Sign it ourselves");
	ck_assert_ptr_null(action->done_when);
	ck_assert_int_eq(action->dated, TRI_YES);
	ck_assert_uint_eq(app.record.action_owner_count, 1);
	press('r');
	expect("Nothing to redraw: the plan is as this diagnosis calls for it.");
	expect("M. Solhe~ P. Okafor  11 Dec  open   e");
	press('u');
	press('u');
	press('u');
	expect(" Sign a mandate up to the first gate");
}
END_TEST

/* An action is done on a day that may be over; never on one ahead. */
static const struct kpi_template *foreign_kpi(void)
{
	size_t count;
	const struct instrument *bank = instrument_released(&count);

	for (size_t b = 0; b < count; b++)
		for (size_t i = 0; i < bank[b].kpi_count; i++)
			if (instrument_kpi(app.record.instrument, bank[b].kpis[i].id) < 0)
				return &bank[b].kpis[i];
	ck_abort_msg("each KPI of every bank is in the newest");
}

/* A plan keeps what was drawn from another bank; the form says what it is and leaves it alone. */
START_TEST(test_plan_form_keeps_a_kpi_of_another_bank)
{
	press(' ');
	const struct kpi_template *kpi = foreign_kpi();
	struct plan_action *action = &app.record.actions[app_plan(&app)->actions[0].stored];
	action->kpi = kpi->id;
	ck_assert(app_change(&app, "an action", KIND_PLAN_ACTION, action));
	press(TUI_ENTER);
	expect_at(48, 80, kpi->name);
	press_times(TUI_TAB, 16);
	expect("> Moves");
	press(TUI_TAB);
	type("as agreed");
	press(TUI_ESCAPE);
	ck_assert_str_eq(stored("mandate_to_gate")->kpi, kpi->id);
}
END_TEST

START_TEST(test_plan_form_takes_the_day_it_was_done)
{
	press(TUI_ENTER);
	press_times(TUI_TAB, 2);
	expect("> Done on");
	type("2026-10-16");
	press(TUI_TAB);
	expect("It cannot have been done after today: 15 October 2026.");
	press(TUI_BACK_TAB);
	press(CONTROL('u'));
	type("tomorrow");
	press(TUI_TAB);
	expect("It cannot have been done after today: 15 October 2026.");
	press(TUI_BACK_TAB);
	press(CONTROL('u'));
	type("2026-10-12");
	press(TUI_ESCAPE);
	const struct plan_action *action = stored("mandate_to_gate");
	ck_assert_int_eq(action->closed, date_make(2026, 10, 12));
	ck_assert_int_eq(action->status, STATUS_DONE);
	ck_assert_int_ne(action->dated, TRI_YES);
	press(TUI_ENTER);
	press_times(TUI_TAB, 8);
	expect("> Comes again");
	type("every second Tuesday");
	press(TUI_ESCAPE);
	ck_assert_str_eq(stored("mandate_to_gate")->every, "2 weeks on tuesday");
}
END_TEST

START_TEST(test_plan_form_goes_back_to_the_role_and_to_the_librarys_words)
{
	press(TUI_ENTER);
	press(CONTROL('u'));
	press_times(TUI_TAB, 4);
	press(' ');
	press(TUI_TAB);
	ck_assert_uint_eq(app.record.action_owner_count, 1);
	press(TUI_BACK_TAB);
	press(TUI_LEFT);
	press(TUI_ESCAPE);
	ck_assert_uint_eq(app.record.action_owner_count, 0);
	ck_assert_ptr_null(stored("mandate_to_gate")->title);
	expect(">   Sign a mandate up to the first gate  M. Solhe~");
}
END_TEST

START_TEST(test_plan_own_action_is_added_dated_and_deleted)
{
	press('a');
	answer_line("Print the brochure");
	expect("> Action               Print the brochure");
	expect("Owner, Phoenix       nobody yet");
	press(TUI_ESCAPE);
	expect(">   Print the brochure");
	expect("? ");
	expect("of 25");
	press('X');
	expect("Deleted: Print the brochure. u brings it back.");
	expect("of 24");
	press('u');
	expect("Print the brochure");
	press('/');
	answer_line("Write down what");
	press('X');
	expect("Dropped: Write down what a partner must bring.");
	expect("of 24");
	ck_assert_int_eq(stored("partner_criteria")->status, STATUS_DROPPED);
}
END_TEST

/* Late is not all that there is to say of it. */
START_TEST(test_plan_late_action_says_that_it_is_begun)
{
	press(' ');
	app.today = date_make(2026, 12, 3);
	press('j');
	press('k');
	expect("! 6 Nov  27d late");
	expect_at(24, 50, "started, 27d late");
	expect_at(40, 120, "started, 27d late");
	expect_at(40, 140, "! 6 Nov  started, 27d late");
	screen_at(24, 80);
	press('w');
	expect("started, 27d late");
}
END_TEST

START_TEST(test_plan_filter_and_views_show_what_is_asked_for)
{
	press('r');
	app.today = date_make(2026, 12, 3);
	press('k');
	expect("! 6 Nov  27d late");
	press_times('l', 2);
	expect("show: late");
	expect_not("Gate 1");
	press_times('l', 2);
	press('f');
	answer_line("Okafor");
	expect("Only what has \"Okafor\"");
	expect("P. Okafor");
	expect_not("J. Brandt");
	press('f');
	answer_line("");
	press(TUI_TAB);
	expect("G1");
	expect("!");
	expect("Gate 1 15 days ago: Do the sponsors of every side commit?");
	every_size("Plan");
	screen_at(24, 80);
	press('>');
	press('0');
	press(TUI_TAB);
	expect("Working group");
	expect("  November 2026");
	every_size("Plan");
	screen_at(24, 80);
	press(TUI_TAB);
	expect("  Diagnosis");
}
END_TEST

START_TEST(test_plan_gate_keeps_what_was_decided)
{
	press('/');
	answer_line("gate 1");
	press(TUI_ENTER);
	expect("Gate   Phoenix & GenTech   gate 1");
	press(' ');
	press(TUI_TAB);
	type("2026-11-17");
	press(TUI_TAB);
	type("both signed");
	press_times(TUI_ESCAPE, 2);
	expect("Gate 1   Do the sponsors of every side commit?            18 Nov  passed");
	press('w');
	expect("passed on 17 November 2026");
	expect("both signed");
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.gate_decision_count, 1);
}
END_TEST

/* What is kept and may be a slip is said. */
START_TEST(test_plan_odd_due_is_kept_and_said)
{
	press(TUI_ENTER);
	press_times(TUI_DOWN, 7);
	expect("> Due ");
	press(CONTROL('u'));
	type("2026-12-25");
	expect_not("Kept");
	press(TUI_TAB);
	expect("! Kept: due on 25 December 2026, which is a day off.");
	press(TUI_BACK_TAB);
	press(CONTROL('u'));
	type("2026-10-01");
	press(TUI_TAB);
	expect("! Kept: due on 1 October 2026, before the start on ");
}
END_TEST

START_TEST(test_workshop_records_what_was_said_and_three_objectives)
{
	press('W');
	expect("The workshop: not held yet");
	press(TUI_ENTER);
	type("2026-11-30");
	press_times(TUI_TAB, 4);
	expect("> Success, Phoenix");
	type("one test sold");
	press_times(TUI_ESCAPE, 2);
	expect("The workshop: what was said");
	expect("one test sold");
	press('a');
	answer_line("First sale");
	expect("> Objective            First sale");
	press(TUI_TAB);
	type("units sold");
	press_times(TUI_TAB, 2);
	type("50");
	press(TUI_TAB);
	type("2028-01-31");
	press(TUI_TAB);
	press(' ');
	press(TUI_ESCAPE);
	expect("First sale");
	expect("31 January 2028");
	expect("! none yet");
	every_size("Workshop");
	screen_at(24, 80);
	ck_assert(app_reload(&app));
	ck_assert_uint_eq(app.record.joint_objective_count, 1);
	ck_assert_uint_eq(app.record.objective_owner_count, 1);
	ck_assert_str_eq(app.record.joint_objectives[0].target, "50");
	ck_assert_str_eq(app.record.successes[0].text, "one test sold");
	press('X');
	expect("Deleted: First sale.");
	press('u');
	expect("First sale");
	press('q');
	press('r');
	press('!');
	expect("One joint objective is recorded; the workshop agrees on 3 to 5.");
	expect("Joint objective 1 lacks: baseline, owner of GenTech.");
}
END_TEST

/* Proposals are kept on the day on which every side signs. */
START_TEST(test_charter_proposes_until_it_is_signed)
{
	press('C');
	expect("Working group        every two weeks; runs the plan, clears what is");
	expect("blocked");
	press(CONTROL('u'));
	type("every month");
	press(TUI_TAB);
	ck_assert(app_reload(&app));
	ck_assert_str_eq(app.record.alliance.charter.text[CHARTER_STEERING], "every month");
	ck_assert_ptr_null(app.record.alliance.charter.text[CHARTER_REPORTS]);
	press_times(TUI_DOWN, 30);
	expect("> Signed on");
	type("2026-11-20");
	press(TUI_TAB);
	expect("! Kept: signed on 20 November 2026, which is still ahead.");
	press(TUI_ESCAPE);
	ck_assert(app_reload(&app));
	ck_assert_ptr_nonnull(app.record.alliance.charter.text[CHARTER_REPORTS]);
	ck_assert_int_eq(app.record.alliance.charter.hours[1], charter_hours[1]);
	ck_assert_str_eq(app.record.alliance.charter.text[CHARTER_STEERING], "every month");
}
END_TEST

/* A key that has nothing to act on is not named below. */
START_TEST(test_plan_lists_without_an_entry_offer_to_add_one)
{
	press('L');
	expect("No point yet");
	expect("  a add a point  ");
	expect_not("Enter edit");
	press(TUI_ESCAPE);
	press('W');
	expect("The workshop: not held yet");
	expect("  Enter edit   a add an objective  ");
	expect_not("X delete");
}
END_TEST

START_TEST(test_amendments_are_proposed_settled_and_added)
{
	press('r');
	press('L');
	expect("Exclusivity, change of terms, notice and exit");
	expect("Because         terms");
	expect_not("aspect.type");
	press(' ');
	expect("Settled. u takes it back.");
	press('a');
	answer_line("Rights to the raw data");
	press(TUI_ESCAPE);
	expect("Rights to the raw data");
	every_size("Amendments");
	screen_at(24, 80);
	ck_assert(app_reload(&app));
	ck_assert_int_eq(app.record.amendments[0].settled, TRI_YES);
}
END_TEST

/* The plan is the alliance's: it goes on while the round is sealed. */
START_TEST(test_plan_of_a_sealed_round_goes_on)
{
	app.record.assessment.sealed = date_make(2026, 10, 20);
	ck_assert(app_put(
		&app, KIND_ASSESSMENT, &app.record.assessment, app.record.alliance.object.key));
	press('r');
	ck_assert(plan_is_stored(&app.record));
	press(' ');
	ck_assert(!app.warning);
	press('u');
	ck_assert(!app.warning);
	ck_assert_int_eq(app.record.assessment.sealed, date_make(2026, 10, 20));
}
END_TEST

Suite *plan_work_suite(void)
{
	Suite *suite = suite_create("plan_work");
	TCase *tcase = tcase_create("plan_work");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_plan_edits_an_action_whose_id_is_long);
	tcase_add_test(tcase, test_plan_space_stores_the_draft_and_steps_the_status);
	tcase_add_test(tcase, test_plan_opens_at_what_is_not_done_and_tells_years);
	tcase_add_test(tcase, test_plan_adopts_an_action_and_all_that_are_open);
	tcase_add_test(tcase, test_plan_form_sets_words_owner_and_date);
	tcase_add_test(tcase, test_plan_form_keeps_a_kpi_of_another_bank);
	tcase_add_test(tcase, test_plan_form_takes_the_day_it_was_done);
	tcase_add_test(tcase, test_plan_form_goes_back_to_the_role_and_to_the_librarys_words);
	tcase_add_test(tcase, test_plan_own_action_is_added_dated_and_deleted);
	tcase_add_test(tcase, test_plan_late_action_says_that_it_is_begun);
	tcase_add_test(tcase, test_plan_filter_and_views_show_what_is_asked_for);
	tcase_add_test(tcase, test_plan_gate_keeps_what_was_decided);
	tcase_add_test(tcase, test_plan_odd_due_is_kept_and_said);
	tcase_add_test(tcase, test_workshop_records_what_was_said_and_three_objectives);
	tcase_add_test(tcase, test_charter_proposes_until_it_is_signed);
	tcase_add_test(tcase, test_plan_lists_without_an_entry_offer_to_add_one);
	tcase_add_test(tcase, test_amendments_are_proposed_settled_and_added);
	tcase_add_test(tcase, test_plan_of_a_sealed_round_goes_on);
	suite_add_tcase(suite, tcase);
	return suite;
}
