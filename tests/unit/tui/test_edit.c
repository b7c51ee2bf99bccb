/* SPDX-License-Identifier: MIT */
/*
 * The box for text: what of it is in sight.
 */
#include "drive.h"

#include "../../../src/tui/widgets/edit.h"

Suite *edit_suite(void);

/* Too small for a while, then large enough again: the first line is back, wherever the cursor is.
 */
START_TEST(test_edit_shows_all_again_when_all_fits)
{
	struct edit edit;
	setlocale(LC_ALL, "C.UTF-8");
	edit_init(&edit, false);
	edit_set(&edit, "one\ntwo\nthree");
	edit_layout(&edit, 1, 20);
	ck_assert_int_eq(edit.top, 2);
	edit_layout(&edit, 2, 20);
	ck_assert_int_eq(edit.top, 1);
	edit_layout(&edit, 8, 20);
	ck_assert_int_eq(edit.top, 0);
	edit_release(&edit);
}
END_TEST

static void press_in(struct edit *edit, int code, bool taken, const char *text, size_t cursor)
{
	struct key key = { .code = code, .text = "d" };
	ck_assert_int_eq(edit_key(edit, &key), taken);
	ck_assert_str_eq(edit->text.text, text);
	ck_assert_uint_eq(edit->cursor, cursor);
}

/* By words with Alt or with Ctrl and an arrow; every other Alt is no key of a box. */
START_TEST(test_edit_alt_moves_and_kills_by_words)
{
	struct edit edit;
	setlocale(LC_ALL, "C.UTF-8");
	edit_init(&edit, true);
	edit_set(&edit, "one two  three");
	press_in(&edit, KEY_ALT | 'b', true, "one two  three", 9);
	press_in(&edit, TUI_WORD_LEFT, true, "one two  three", 4);
	press_in(&edit, KEY_ALT | 'f', true, "one two  three", 7);
	press_in(&edit, TUI_WORD_RIGHT, true, "one two  three", 14);
	press_in(&edit, KEY_ALT | 'f', true, "one two  three", 14);
	press_in(&edit, KEY_ALT | TUI_BACKSPACE, true, "one two  ", 9);
	press_in(&edit, TUI_HOME, true, "one two  ", 0);
	press_in(&edit, KEY_ALT | 'b', true, "one two  ", 0);
	press_in(&edit, KEY_ALT | 'd', true, " two  ", 0);
	press_in(&edit, TUI_DELETE_WORD, true, "  ", 0);
	press_in(&edit, CONTROL('y'), true, " two  ", 4);
	press_in(&edit, KEY_ALT | 'r', false, " two  ", 4);
	press_in(&edit, KEY_ALT | TUI_ENTER, false, " two  ", 4);
	edit_release(&edit);
}
END_TEST

/* Pasted signs without a shape stay in the text, under no cell. */
START_TEST(test_edit_keeps_hidden_signs)
{
	struct edit edit;
	setlocale(LC_ALL, "C.UTF-8");
	edit_init(&edit, false);
	edit_insert(&edit, "so\u00ADft \u200Eword\033[31m");
	ck_assert_str_eq(edit.text.text, "so\u00ADft \u200Eword\uFFFD[31m");
	edit_release(&edit);
}
END_TEST

Suite *edit_suite(void)
{
	Suite *suite = suite_create("edit");
	TCase *tcase = tcase_create("edit");
	tcase_add_test(tcase, test_edit_shows_all_again_when_all_fits);
	tcase_add_test(tcase, test_edit_alt_moves_and_kills_by_words);
	tcase_add_test(tcase, test_edit_keeps_hidden_signs);
	suite_add_tcase(suite, tcase);
	return suite;
}
