/* SPDX-License-Identifier: MIT */
/*
 * The interview on the screens when something else happens to the database: a person comes back,
 * another program holds the file or the person, a number is mistyped.
 */
#include "heard.h"

#include "../../../src/tui/interview/interview.h"

Suite *interview_suite(void);

#define FIRST "strategy.rationale.1"
#define DEADLINE_MS 20000

static void set_up(void)
{
	heard_begin();
}

static void tear_down(void)
{
	heard_end();
}

/* The clock goes on until what waits is stored. */
static void wait_until_saved(void)
{
	int64_t end = clock_monotonic_ms() + DEADLINE_MS;
	while (app.unsaved && clock_monotonic_ms() < end) {
		app_tick(&app);
		usleep(20 * 1000);
	}
	ck_assert(!app.unsaved);
}

static void delete_respondent(int who)
{
	ck_assert(app_delete(&app, NULL, KIND_RESPONDENT, &app.record.respondents[who]));
}

START_TEST(test_interview_undo_that_moves_people_keeps_the_person)
{
	delete_respondent(ANA);
	app_interview(&app, BO);
	expect("Bo Lind");
	press('u');
	expect("Undone");
	expect("Bo Lind");
	press('3');
	expect("Rated 3.");
	ck_assert_str_eq(heard_answer(BO, FIRST), "0 3 -");
	ck_assert_str_eq(heard_answer(ANA, FIRST), "");
}
END_TEST

START_TEST(test_interview_undo_in_the_review_keeps_the_person)
{
	delete_respondent(ANA);
	app_interview(&app, BO);
	press('v');
	press('u');
	expect("Undone");
	expect("Bo Lind");
	press('q');
	press('4');
	ck_assert_str_eq(heard_answer(BO, FIRST), "0 4 -");
	ck_assert_str_eq(heard_answer(ANA, FIRST), "");
}
END_TEST

START_TEST(test_interview_failed_writes_are_stored_each_as_it_was)
{
	app_interview(&app, ANA);
	sqlite3 *other = heard_lock();
	press('2');
	expect("NOT SAVED !");
	press(TUI_ENTER);
	press('+');
	answer_line("They met in May");
	expect("NOT SAVED !");
	heard_unlock(other);
	wait_until_saved();
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 2 -");
	ck_assert_str_eq(heard_sql("SELECT group_concat(text) FROM note"), "They met in May");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "1");
	expect_not("NOT SAVED");
}
END_TEST

static void go_to(const char *id)
{
	int item = instrument_item(app.record.instrument, id);
	ck_assert_int_ge(item, 0);
	for (int i = 0; i < 40 && !strstr(screen_at(24, 80), heard.bank->items[item].text); i++)
		press(app.top->ops->text(app.top) ? TUI_PAGE_DOWN : TUI_ENTER);
	expect(heard.bank->items[item].text);
}

static void mistype(const char *id, const char *right)
{
	char words[64];
	go_to(id);
	press(TUI_ESCAPE);
	press('c');
	type("As they said");
	press(TUI_ENTER);
	press('i');
	type("some time");
	press(TUI_ENTER);
	snprintf(words, sizeof(words), "0 %s As they said", right);
	expect("some time");
	ck_assert_str_eq(heard_sql("SELECT coalesce(group_concat(comment), '') FROM answer"),
		"As they said");
	press(CONTROL('u'));
	type(right);
	press(TUI_ENTER);
	ck_assert_str_eq(heard_answer(ANA, id), words);
}

START_TEST(test_interview_mistyped_number_stays_in_its_row)
{
	app_interview(&app, ANA);
	mistype("kinds.number", "12");
}
END_TEST

START_TEST(test_interview_mistyped_date_stays_in_its_row)
{
	app_interview(&app, ANA);
	mistype("kinds.date", "2026-10-15");
}
END_TEST

START_TEST(test_interview_skipping_for_now_keeps_the_words)
{
	app_interview(&app, ANA);
	go_to("open.ideas.one");
	type("They met twice");
	press(TUI_ESCAPE);
	press('k');
	ck_assert_str_eq(
		heard_sql("SELECT text FROM answer WHERE state IS NULL"), "They met twice");
}
END_TEST

/* Who has no name is called by role and party, once. */
START_TEST(test_interview_quotes_somebody_without_a_name_by_the_role)
{
	app.record.respondents[ANA].name = NULL;
	app.record.people[ANA].name = NULL;
	app_interview(&app, ANA);
	ck_assert_str_eq(interview_quoted_as(app.top->state), "manager of Nord");
}
END_TEST

static void open_card(const struct sitting_newcomer *who)
{
	int nobody = -1;
	app.options.newcomer = who;
	app_push(&app, &screen_opening, &nobody);
}

/* Two that were begun and cut off are of two people. */
START_TEST(test_interview_card_of_somebody_new_keeps_its_own_draft)
{
	int64_t party = app.record.parties[0].object.key;
	const struct sitting_newcomer first = { party, ROLE_OPERATIONS, ATTRIBUTION_NAMED, "Cy" },
				      second = { party, ROLE_OPERATIONS, ATTRIBUTION_NAMED, "Di" };
	open_card(&first);
	press_times(TUI_DOWN, 2);
	press(CONTROL('u'));
	type("77");
	app_save_drafts(&app);
	ck_assert_str_eq(heard_sql("SELECT text FROM draft"), "77");
	ck_assert_str_eq(
		heard_sql("SELECT count(*) FROM draft WHERE screen || field LIKE '%Cy%'"), "0");
	open_card(&second);
	expect_not("77");
	open_card(&first);
	expect("77");
}
END_TEST

START_TEST(test_interview_holds_the_person_while_it_is_open)
{
	app_interview(&app, ANA);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM hold"), "1");
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM hold"), "0");
}
END_TEST

START_TEST(test_interview_of_somebody_held_elsewhere_is_read_only)
{
	struct store *other;
	struct errmsg why;
	ck_assert(!store_open(heard.path, STORE_EXISTING, &other, &why));
	ck_assert(!store_hold(other, heard.respondent[ANA], &why));
	app_interview(&app, ANA);
	expect("has been interviewing");
	expect("READ ONLY");
	expect_not("1-5 rate");
	expect_not("comment");
	expect("Enter next");
	for (const char *key = "3dxrkcef\"+"; *key; key++) {
		press(*key);
		ck_assert(!app.warning && !app.asking);
	}
	press('v');
	expect("READ ONLY");
	expect_not("F finish");
	press('F');
	ck_assert(!app.warning && !app.confirming);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "0");
	store_close(other);
}
END_TEST

START_TEST(test_interview_of_a_sealed_round_is_read_only)
{
	app.record.assessment.sealed = date_make(2026, 3, 16);
	ck_assert(app_put(
		&app, KIND_ASSESSMENT, &app.record.assessment, app.record.alliance.object.key));
	app_interview(&app, ANA);
	ck_assert(app.warning);
	expect("this round was sealed on 2026-03-16");
	press('3');
	expect("sealed 2026-03-16");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "0");
}
END_TEST

START_TEST(test_interview_draft_of_an_unknown_field_is_the_answer)
{
	heard_exec("INSERT INTO sitting SELECT respondent.key, (SELECT key FROM item WHERE "
		   "id = 'open.ideas.one'), 99, 'Half a sen', -7, 0, 0 FROM respondent");
	app_interview(&app, ANA);
	expect("Half a sen");
	press(TUI_ESCAPE);
	ck_assert_str_eq(heard_sql("SELECT text FROM answer"), "Half a sen");
}
END_TEST

START_TEST(test_interview_undo_waits_for_what_is_not_saved)
{
	app_interview(&app, ANA);
	press('2');
	heard_refuse();
	press('4');
	press('u');
	expect("NOT SAVED !");
	heard_allow();
	press('u');
	expect("Undone");
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 2 -");
}
END_TEST

START_TEST(test_interview_finish_waits_for_what_is_not_saved)
{
	app_interview(&app, ANA);
	heard_refuse();
	press('2');
	press('v');
	press('F');
	press('y');
	ck_assert_ptr_eq(app.top->ops, &screen_review);
	expect("NOT SAVED !");
	heard_allow();
	press('F');
	press('y');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 2 -");
	ck_assert_str_eq(heard_sql("SELECT finished FROM sitting"), "1");
}
END_TEST

/* What waits outlives the interview; only the program is not left without a word. */
START_TEST(test_interview_with_unsaved_answers_ends_the_program_after_y_only)
{
	app_interview(&app, ANA);
	heard_refuse();
	press('2');
	press('q');
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	expect("1 NOT SAVED !");
	press_times('q', 2);
	expect("1 change is not stored");
	press('n');
	ck_assert(!app.quit);
	expect("1 NOT SAVED !");
	press('q');
	press('y');
	ck_assert(app.quit);
	ck_assert_int_eq(app_unsaved(&app), 1);
}
END_TEST

START_TEST(test_interview_left_with_unsaved_answers_stores_them_later)
{
	app_interview(&app, ANA);
	heard_refuse();
	press('2');
	press('q');
	expect("1 NOT SAVED !");
	heard_allow();
	wait_until_saved();
	expect_not("NOT SAVED");
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	ck_assert_str_eq(heard_answer(ANA, FIRST), "0 2 -");
	press_times('q', 2);
	ck_assert(app.quit);
}
END_TEST

START_TEST(test_interview_pause_is_ended_by_the_key_that_began_it)
{
	app_interview(&app, ANA);
	press('p');
	expect("Paused; the clock stands still.");
	press('p');
	expect_not("aused");
	expect("min left");
}
END_TEST

START_TEST(test_interview_hint_of_a_text_keeps_clear_of_its_line)
{
	app_interview(&app, ANA);
	go_to("open.ideas.one");
	for (int i = 0; i < 12; i++)
		type("They met, and met again. ");
	app_do(&app, ACTION_SAVE, NULL);
	expect("60 words, draft kept ");
	expect_at(12, 40, "60 words, draft k");
	expect_at(12, 40, "  line ");
}
END_TEST

Suite *interview_suite(void)
{
	Suite *suite = suite_create("interview");
	TCase *tests = tcase_create("interview");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_interview_undo_that_moves_people_keeps_the_person);
	tcase_add_test(tests, test_interview_undo_in_the_review_keeps_the_person);
	tcase_add_test(tests, test_interview_failed_writes_are_stored_each_as_it_was);
	tcase_add_test(tests, test_interview_mistyped_number_stays_in_its_row);
	tcase_add_test(tests, test_interview_mistyped_date_stays_in_its_row);
	tcase_add_test(tests, test_interview_skipping_for_now_keeps_the_words);
	tcase_add_test(tests, test_interview_quotes_somebody_without_a_name_by_the_role);
	tcase_add_test(tests, test_interview_card_of_somebody_new_keeps_its_own_draft);
	tcase_add_test(tests, test_interview_holds_the_person_while_it_is_open);
	tcase_add_test(tests, test_interview_of_somebody_held_elsewhere_is_read_only);
	tcase_add_test(tests, test_interview_of_a_sealed_round_is_read_only);
	tcase_add_test(tests, test_interview_draft_of_an_unknown_field_is_the_answer);
	tcase_add_test(tests, test_interview_undo_waits_for_what_is_not_saved);
	tcase_add_test(tests, test_interview_finish_waits_for_what_is_not_saved);
	tcase_add_test(tests, test_interview_with_unsaved_answers_ends_the_program_after_y_only);
	tcase_add_test(tests, test_interview_left_with_unsaved_answers_stores_them_later);
	tcase_add_test(tests, test_interview_pause_is_ended_by_the_key_that_began_it);
	tcase_add_test(tests, test_interview_hint_of_a_text_keeps_clear_of_its_line);
	suite_add_tcase(suite, tests);
	return suite;
}
