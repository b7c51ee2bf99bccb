/* SPDX-License-Identifier: MIT */
/*
 * Signs without a shape. Blanks at which no line may end: kept while lines are made, blanks once
 * they are. Soft hyphens and marks of direction: kept, and not drawn.
 */
#include <check.h>
#include <string.h>
#include <rekindle/str.h>
#include <rekindle/utf8.h>

Suite *blanks_suite(void);

#define NB "\302\240"

START_TEST(test_blanks_bind_until_they_are_loosened)
{
	size_t shown;
	struct str out;

	ck_assert_uint_eq(utf8_line(UTF8_FILE, "score 2.80 (n" NB "5)", 13, &shown), 11);
	ck_assert_uint_eq(shown, 10);
	str_init(&out);
	str_add(&out, "a" NB "b" NB NB "é" NB);
	utf8_loosen(&out, 2);
	ck_assert_str_eq(out.text, "a" NB "b  é ");
	utf8_loosen(&out, 0);
	ck_assert_str_eq(out.text, "a b  é ");
	str_release(&out);
}
END_TEST

START_TEST(test_blanks_in_ascii_are_no_question_marks)
{
	struct str out;

	str_init(&out);
	utf8_clean(&out, "(n" NB "5) é", false, true);
	ck_assert_str_eq(out.text, "(n 5) ?");
	str_release(&out);
}
END_TEST

#define HIDDEN "\u00AD\u061C\u200B\u200E\u200F\u202E\u2066\u2060\uFEFF\U000E0041"

START_TEST(test_hidden_signs_are_kept_and_not_drawn)
{
	struct str out;

	str_init(&out);
	utf8_clean(&out, "a" HIDDEN "é\u200D", false, false);
	ck_assert_str_eq(out.text, "aé\u200D");
	str_clear(&out);
	utf8_clean(&out, "a" HIDDEN "b\033\u2028", false, true);
	ck_assert_str_eq(out.text, "ab??");
	str_clear(&out);
	utf8_tame(&out, "a" HIDDEN "\033\302\233\n", false);
	ck_assert_str_eq(out.text, "a" HIDDEN "\uFFFD\uFFFD ");
	str_release(&out);
	ck_assert_int_eq(utf8_cells(UTF8_FILE, "a" HIDDEN "b"), 2);
	ck_assert_int_eq(utf8_cells(UTF8_SCREEN, "a" HIDDEN "b"), 2);
	ck_assert_uint_eq(utf8_line(UTF8_FILE, "ab" HIDDEN HIDDEN "cd", 4, NULL),
		strlen("ab" HIDDEN HIDDEN "cd"));
}
END_TEST

Suite *blanks_suite(void)
{
	Suite *suite = suite_create("blanks");
	TCase *tcase = tcase_create("blanks");
	tcase_add_test(tcase, test_blanks_bind_until_they_are_loosened);
	tcase_add_test(tcase, test_blanks_in_ascii_are_no_question_marks);
	tcase_add_test(tcase, test_hidden_signs_are_kept_and_not_drawn);
	suite_add_tcase(suite, tcase);
	return suite;
}
