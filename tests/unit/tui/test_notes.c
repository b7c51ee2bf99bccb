/* SPDX-License-Identifier: MIT */
/*
 * The quick notes on the screens: written in an interview, read, filed, edited, deleted, undone.
 */
#include "heard.h"

Suite *notes_suite(void);

#define LONG                                                                                       \
	"They met in May and agreed on one calendar, which nobody has kept since; ask both sides " \
	"who was to keep it"

static void set_up(void)
{
	heard_begin();
}

static void tear_down(void)
{
	heard_end();
}

static const char *filed(void)
{
	return heard_sql("SELECT coalesce(filed, '') FROM note");
}

static void write_one(const char *text)
{
	press('B');
	press('+');
	answer_line(text);
	expect("Note kept. Enter edits and files it.");
}

START_TEST(test_notes_of_an_interview_are_read_from_its_review)
{
	app_interview(&app, ANA);
	press('+');
	answer_line(LONG);
	expect("B in the review");
	press('v');
	expect("1 note to file");
	press('B');
	expect("1 note, 1 to file");
	expect("who was to keep it");
	expect_at(12, 40, "They met in May");
	press('q');
	expect("Review");
}
END_TEST

START_TEST(test_notes_are_filed_to_a_person_and_taken_back)
{
	char who[UUID_TEXT];
	expect("Notes to file 0");
	write_one("Ask about travel");
	expect("to file");
	press(TUI_ENTER);
	expect("Filed to");
	press(TUI_DOWN);
	press(TUI_RIGHT);
	expect("person: Ana Ruiz");
	press(TUI_ESCAPE);
	expect("filed to person: Ana Ruiz");
	uuid_text(&app.record.people[ANA].object.id, who);
	ck_assert_str_eq(filed() + strlen("person "), who);
	press('u');
	expect("Undone");
	ck_assert_str_eq(filed(), "");
	press('q');
	expect("Notes to file 1 (B)");
}
END_TEST

START_TEST(test_notes_are_edited_shown_and_deleted)
{
	write_one("Ask about travel");
	press(TUI_ENTER);
	press(CONTROL('u'));
	type("Ask about rail");
	press(TUI_ESCAPE);
	expect("Ask about rail");
	ck_assert_str_eq(heard_sql("SELECT text FROM note"), "Ask about rail");
	press('X');
	expect("No note is written yet");
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM note"), "0");
	press('u');
	expect("Ask about rail");
	press('l');
	expect("show: to file");
	every_size("Notes");
}
END_TEST

/* What a file says in its own words of where a note went stays until another place is chosen. */
START_TEST(test_notes_filed_in_words_of_a_file_stay_so)
{
	write_one("Ask about travel");
	heard_exec("UPDATE note SET filed = 'the risk register'");
	press('q');
	ck_assert(app_reload(&app));
	press('B');
	expect("filed to the risk register");
	press(TUI_ENTER);
	press(TUI_ENTER);
	press(TUI_ESCAPE); /* the list of places */
	press(TUI_ESCAPE);
	ck_assert_str_eq(filed(), "the risk register");
	expect("filed to the risk register");
	press('l');
	expect("Every note is filed. l shows all.");
}
END_TEST

START_TEST(test_notes_of_a_sealed_round_are_read_only)
{
	write_one("Ask about travel");
	press('q');
	heard_exec("UPDATE assessment SET sealed = 20000");
	ck_assert(app_reload(&app));
	press('B');
	expect("Ask about travel");
	press('X');
	expect("Ask about travel");
	press(TUI_ENTER);
	ck_assert_ptr_eq(app.top->ops, &screen_notes);
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM note"), "1");
}
END_TEST

Suite *notes_suite(void)
{
	Suite *suite = suite_create("notes");
	TCase *tests = tcase_create("notes");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_notes_of_an_interview_are_read_from_its_review);
	tcase_add_test(tests, test_notes_are_filed_to_a_person_and_taken_back);
	tcase_add_test(tests, test_notes_are_edited_shown_and_deleted);
	tcase_add_test(tests, test_notes_filed_in_words_of_a_file_stay_so);
	tcase_add_test(tests, test_notes_of_a_sealed_round_are_read_only);
	suite_add_tcase(suite, tests);
	return suite;
}
