/* SPDX-License-Identifier: MIT */
/*
 * What a terminal sends besides typed keys: reports, pastes, broken bytes, Alt, other locales.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void send_bytes(const char *bytes)
{
	ck_assert(term_send(stage.term, bytes, strlen(bytes)));
}

/* The text of the first question, after the next one came up. */
static const char *stored_text(void)
{
	return stage_sql(&stage,
		"SELECT text FROM answer JOIN item ON item.key = item "
		"WHERE id = 'open.perceptions.part'");
}

static void leave_text(void)
{
	ck_assert(term_keys(stage.term, "{PGDN}"));
	stage_wait(&stage, "gone well");
}

START_TEST(test_input_reports_rate_nothing)
{
	static const char *const reports[] = { "\033[<0;10;5M", "\033[<64;10;5M", "\033[M 15",
		"\033[I", "\033[?62;1;4c", "\033[12;5R", "\033]11;rgb:1/2/3\033\\",
		"\033]52;c;MTIz\a", "\033P1+r5\033\\", "\033_G5\033\\", "\033[49u", "\033[27;5;49~",
		"\033[25~", "\033Oq", "\2335;5R", "\xC2\x9B<0;10;5M", "\0335", "\033[<0;10" };
	stage_open_interview(&stage, NULL);
	leave_text();
	stage_step(&stage, "gone well", "{PGDN}");
	stage_wait(&stage, "1-5 rate");
	for (size_t i = 0; i < sizeof(reports) / sizeof(*reports); i++)
		send_bytes(reports[i]);
	ck_assert(term_wait_quiet(stage.term, 300, DEADLINE)); /* the last one is cut off */
	stage_idle(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM answer"), "0");
	stage_step(&stage, "1-5 rate", "4");
	stage_wait(&stage, "Rated 4.");
	ck_assert_str_eq(stage_sql(&stage, "SELECT rating FROM answer"), "4");
}
END_TEST

#define UNIT "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE3\x83\x86 "
#define UNITS 7700 /* 100 KB */

START_TEST(test_input_large_paste_arrives_whole)
{
	char *paste = malloc(UNITS * (sizeof(UNIT) - 1) + 16), *at = paste, wanted[64];
	stage_open_interview(&stage, NULL);
	at += sprintf(at, "\033[200~");
	for (int i = 0; i < UNITS; i++)
		at += sprintf(at, UNIT);
	strcpy(at, "\033[201~");
	send_bytes(paste);
	free(paste);
	stage_wait(&stage, "Pasted as text");
	leave_text();
	snprintf(wanted, sizeof(wanted), "%d 0", UNITS * 5);
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT length(text) || ' ' || length(replace(text, '" UNIT
				 "', '')) FROM answer"),
		wanted);
}
END_TEST

START_TEST(test_input_paste_is_text_and_its_line_ends_are_one)
{
	stage_open_interview(&stage, NULL);
	send_bytes("\033[200~one\r\ntwo\rthree\033[201~");
	stage_wait(&stage, "three");
	leave_text();
	ck_assert_str_eq(stored_text(), "one\ntwo\nthree");
	stage_step(&stage, "gone well", "{PGDN}");
	stage_wait(&stage, "1-5 rate");
	send_bytes("\033[200~5dq\033[201~");
	ck_assert(term_keys(stage.term, "3"));
	stage_wait(&stage, "Rated 3.");
	ck_assert_str_eq(stage_sql(&stage, "SELECT group_concat(rating) FROM answer"), "3");
}
END_TEST

START_TEST(test_input_broken_bytes_are_replaced_and_told)
{
	stage_open_interview(&stage, NULL);
	send_bytes("\033[200~abc \xff def\033[201~");
	stage_wait(&stage, "no UTF-8");
	leave_text();
	ck_assert_str_eq(stored_text(), "abc \xEF\xBF\xBD def");
}
END_TEST

/* A locale of its own or one that is not there: the picture is ASCII, what is typed is kept. */
START_TEST(test_input_is_utf8_whatever_the_locale)
{
	static const char *const locales[] = { "C", "de_AT.NOT-THERE" };
	stage_open_interview(&stage, locales[_i]);
	ck_assert(term_keys(stage.term,
		"Gr\xC3\xB6\xC3\x9F"
		"e, sch\xC3\xB6n"));
	stage_wait(&stage, "Gr??e, sch?n");
	stage_idle(&stage);
	int row, col, text_row, text_col;
	bool seen;
	term_cursor(stage.term, &row, &col, &seen);
	ck_assert(term_find(stage.term, "Gr??e, sch?n", &text_row, &text_col));
	ck_assert_int_eq(row, text_row);
	ck_assert_int_eq(col, text_col + 12);
	leave_text();
	ck_assert_str_eq(stored_text(),
		"Gr\xC3\xB6\xC3\x9F"
		"e, sch\xC3\xB6n");
}
END_TEST

START_TEST(test_input_alt_stays_in_the_box)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "one two");
	ck_assert(term_keys(stage.term, "{M-r}{M-x}{M-1}{M-P}"));
	ck_assert(term_wait_quiet(stage.term, 300, DEADLINE));
	ck_assert(term_keys(stage.term,
		"{M-b}{M-d}{M-b}"
		"and {C-y}"));
	stage_wait(&stage, "and twoone");
	leave_text();
	ck_assert_str_eq(stored_text(), "and twoone ");
	ck_assert_str_eq(stage_sql(&stage, "SELECT group_concat(state) FROM answer"),
		stage_sql(&stage, "SELECT state FROM answer"));
}
END_TEST

/* What the editor leaves in the file; what is in the box then. */
START_TEST(test_input_editor_that_leaves_nothing_takes_nothing)
{
	static const struct {
		const char *command, *says, *kept;
	} editors[] = {
		{ "EDITOR=: >", "left nothing", "one two" },
		{ "EDITOR=printf ' \\n\\n' >", "left nothing", "one two" },
		{ "EDITOR=false", "did not end well", "one two" },
		{ "EDITOR=printf 'three\\n' >", "three", "three" },
	};
	stage.env = editors[_i].command;
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "one two{C-x}{C-e}");
	stage_wait(&stage, editors[_i].says);
	stage_idle(&stage);
	leave_text();
	ck_assert_str_eq(stored_text(), editors[_i].kept);
}
END_TEST

/* A pager that was set to nothing is the usual one; a file of that name stands for it here. */
START_TEST(test_input_blank_pager_is_the_usual_one)
{
	char path[512], out[64];
	snprintf(path, sizeof(path), "%s:%s", stage.home, getenv("PATH"));
	setenv("PATH", path, 1);
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "list >/dev/null; printf '#!/bin/sh\\nfor last; do :; done; cp "
				 "\"$last\" paged' >less; "
				 "chmod +x less"),
		0);
	stage.env = "PAGER=  ";
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Nord", "{ENTER}");
	stage_step(&stage, "Next:", "R");
	stage_step(&stage, "Assessment report", "|");
	for (int i = 0; i < 100 &&
		stage_command(&stage, out, sizeof(out),
			"list >/dev/null; "
			"test -s paged");
		i++)
		stage_idle(&stage);
	ck_assert_int_eq(
		stage_command(&stage, out, sizeof(out), "list >/dev/null; test -s paged"), 0);
	ck_assert(!term_find(stage.term, "could not be run", NULL, NULL));
}
END_TEST

/* The screen shows what it can; the file keeps what was said. */
START_TEST(test_input_file_written_in_the_c_locale_is_utf8)
{
	char out[64], name[160];
	stage_sql_run(&stage,
		"UPDATE person SET name = 'In\xC3\xA9s'; UPDATE respondent SET name = "
		"'In\xC3\xA9s'");
	stage_run(&stage, 24, 80, "C", NULL);
	stage_step(&stage, "Nord", "{ENTER}");
	stage_step(&stage, "Next:", "R");
	stage_step(&stage, "Assessment report", "o");
	snprintf(name, sizeof(name), "{C-u}%s/written.txt{ENTER}", stage.home);
	stage_step(&stage, "Write to:", name);
	stage_wait(&stage, "Written:");
	ck_assert_int_eq(
		stage_command(&stage, out, sizeof(out),
			"list >/dev/null; grep -q 'In\xC3\xA9s' '%s/written.txt'", stage.home),
		0);
}
END_TEST

Suite *input_suite(void)
{
	Suite *suite = suite_create("input");
	TCase *tcase = tcase_create("input");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, test_input_reports_rate_nothing);
	tcase_add_test(tcase, test_input_file_written_in_the_c_locale_is_utf8);
	tcase_add_test(tcase, test_input_large_paste_arrives_whole);
	tcase_add_test(tcase, test_input_paste_is_text_and_its_line_ends_are_one);
	tcase_add_test(tcase, test_input_broken_bytes_are_replaced_and_told);
	tcase_add_loop_test(tcase, test_input_is_utf8_whatever_the_locale, 0, 2);
	tcase_add_test(tcase, test_input_alt_stays_in_the_box);
	tcase_add_loop_test(tcase, test_input_editor_that_leaves_nothing_takes_nothing, 0, 4);
	tcase_add_test(tcase, test_input_blank_pager_is_the_usual_one);
	suite_add_tcase(suite, tcase);
	return suite;
}
