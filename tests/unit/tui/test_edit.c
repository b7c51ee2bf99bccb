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

Suite *edit_suite(void)
{
	Suite *suite = suite_create("edit");
	TCase *tcase = tcase_create("edit");
	tcase_add_test(tcase, test_edit_shows_all_again_when_all_fits);
	suite_add_tcase(suite, tcase);
	return suite;
}
