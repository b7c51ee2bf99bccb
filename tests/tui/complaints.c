/* SPDX-License-Identifier: MIT */
/*
 * What people complain about in programs of this kind, where no other test holds it: see
 * tests/complaints.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct stage stage;

static void setup(void)
{
	stage_begin(&stage);
	stage_interview(&stage);
}

static void teardown(void)
{
	stage_end(&stage);
}

static const char *stored(const char *column)
{
	char sql[256];
	snprintf(sql, sizeof(sql),
		"SELECT %s FROM answer JOIN item ON item.key = item "
		"WHERE id = 'open.perceptions.part'",
		column);
	return stage_sql(&stage, sql);
}

static const char *const keys_that_move[] = { "{UP}", "{DOWN}", "{LEFT}", "{RIGHT}", "{HOME}",
	"{END}", "{TAB}{BTAB}", "{C-a}", "{C-e}", "{PGDN}{PGUP}", "{F1}{ESC}", "{C-l}" };
#define KEYS_THAT_MOVE ((int)(sizeof(keys_that_move) / sizeof(*keys_that_move)))

START_TEST(test_complaint_moving_never_takes_the_place_of_what_is_typed)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "half a thought");
	stage_wait(&stage, "half a thought");
	ck_assert(term_keys(stage.term, keys_that_move[_i]));
	ck_assert(term_wait_quiet(stage.term, 100, DEADLINE));
	stage_wait(&stage, "half a thought");
	ck_assert(term_keys(stage.term, "{PGDN}"));
	stage_wait(&stage, "gone well");
	ck_assert_str_eq(stored("text"), "half a thought");
}
END_TEST

START_TEST(test_complaint_escape_keeps_what_was_typed)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "a long note");
	stage_step(&stage, "a long note", "{ESC}");
	stage_wait(&stage, "NAV");
	stage_idle(&stage);
	ck_assert_str_eq(stored("text"), "a long note");
	ck_assert(term_keys(stage.term, "{ESC}"));
	stage_wait(&stage, "Home");
	stage_idle(&stage);
	ck_assert_str_eq(stored("text"), "a long note");
}
END_TEST

/* Asked to the end: rated questions, choices, the 100 points, open ones. */
static int left_with(const char *key)
{
	int asked = 0;
	while (asked < 60 && !strncmp(term_row(stage.term, 0), "  Interview", 11)) {
		if (term_find(stage.term, "TEXT", NULL, NULL))
			ck_assert(term_keys(stage.term, "{ESC}"));
		stage_step(&stage, "NAV", key);
		stage_wait(&stage, "Noted: ");
		stage_idle(&stage);
		ck_assert(term_keys(stage.term, "{ENTER}"));
		stage_gone(&stage, "Noted: ");
		stage_idle(&stage);
		asked++;
	}
	return asked;
}

START_TEST(test_complaint_every_kind_of_question_can_be_left_without_a_value)
{
	static const char *const keys[] = { "d", "r" };
	char sql[160];
	stage_open_interview(&stage, NULL);
	int asked = left_with(keys[_i]);
	ck_assert_int_ge(asked, 45);
	snprintf(sql, sizeof(sql),
		"SELECT count(*) = %d AND count(DISTINCT state) = 1 AND max(state) > 0 FROM answer",
		asked);
	ck_assert_str_eq(stage_sql(&stage, sql), "1");
}
END_TEST

START_TEST(test_complaint_the_key_that_deletes_does_not_confirm)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Nord", "X");
	stage_step(&stage, "other key", "X");
	stage_gone(&stage, "other key");
	stage_idle(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM alliance"), "1");
	ck_assert(term_keys(stage.term, "X"));
	stage_step(&stage, "other key", "{ENTER}");
	stage_gone(&stage, "other key");
	stage_idle(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM alliance"), "1");
	ck_assert(term_keys(stage.term, "X"));
	stage_step(&stage, "other key", "y");
	stage_wait(&stage, "Deleted: Nord");
	ck_assert(term_keys(stage.term, "u"));
	stage_wait(&stage, "Nord");
}
END_TEST

START_TEST(test_complaint_a_slip_of_q_loses_nothing)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "one thought{ESC}");
	stage_wait(&stage, "NAV");
	stage_idle(&stage);
	ck_assert(term_keys(stage.term, "q"));
	stage_wait(&stage, "Home");
	ck_assert(term_keys(stage.term, "q"));
	stage_wait(&stage, "Portfolio");
	ck_assert(term_keys(stage.term, "q"));
	stage_exit(&stage, 0);
	ck_assert_str_eq(stored("text"), "one thought");
	stage_open_interview(&stage, NULL);
	stage_wait(&stage, "one thought");
}
END_TEST

/* Where the columns of the home begin, whatever stands in them. */
static int column_of(const char *word)
{
	int row, col;
	stage_wait(&stage, word);
	ck_assert(term_find(stage.term, word, &row, &col));
	return col;
}

START_TEST(test_complaint_wide_names_move_no_column)
{
	const char *const args[] = { "open", stage.alliance, NULL };
	stage_run(&stage, 24, 80, NULL, args);
	int before = column_of("Sued"), percent = column_of(" %");
	stage_kill(&stage);
	stage_sql_run(&stage,
		"UPDATE person SET name = '\xE7\x94\xB0\xE4\xB8\xAD'; UPDATE respondent SET "
		"name = '\xE7\x94\xB0\xE4\xB8\xAD'; UPDATE party SET label = "
		"'\xE6\x97\xA5\xE6\x9C\xAC' WHERE name = 'Nord'");
	stage_run(&stage, 24, 80, NULL, args);
	stage_wait(&stage, "\xE7\x94\xB0\xE4\xB8\xAD");
	ck_assert_int_eq(column_of("Sued"), before);
	ck_assert_int_eq(column_of(" %"), percent);
}
END_TEST

Suite *complaints_suite(void)
{
	Suite *suite = suite_create("complaints");
	TCase *tcase = tcase_create("complaints");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_complaint_moving_never_takes_the_place_of_what_is_typed, 0,
		KEYS_THAT_MOVE);
	tcase_add_test(tcase, test_complaint_escape_keeps_what_was_typed);
	tcase_add_loop_test(
		tcase, test_complaint_every_kind_of_question_can_be_left_without_a_value, 0, 2);
	tcase_add_test(tcase, test_complaint_the_key_that_deletes_does_not_confirm);
	tcase_add_test(tcase, test_complaint_a_slip_of_q_loses_nothing);
	tcase_add_test(tcase, test_complaint_wide_names_move_no_column);
	suite_add_tcase(suite, tcase);
	return suite;
}
