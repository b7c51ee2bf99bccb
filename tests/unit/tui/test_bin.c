/* SPDX-License-Identifier: MIT */
/*
 * The portfolio deletes, and u brings back: at once, after a restart, only what is ours.
 */
#include "drive.h"

#include <rekindle/bin.h>
#include <unistd.h>

Suite *bin_suite(void);

static char path[] = "/tmp/rekindle-bin-test.XXXXXX";

static void begin(void)
{
	drive_begin_at(path, false);
	app_push(&app, &screen_portfolio, NULL);
}

static void set_up(void)
{
	strcpy(path + strlen(path) - 6, "XXXXXX");
	close(mkstemp(path));
	drive_begin_at(path, false);
	drive_example();
	app_push(&app, &screen_portfolio, NULL);
}

static void tear_down(void)
{
	drive_end();
	unlink(path);
}

static void restart(void)
{
	drive_end();
	begin();
}

static struct store_found found_alliance(struct store *store)
{
	struct store_found found;
	struct errmsg why;
	struct pool pool = { 0 };
	ck_assert_msg(!store_find_object(
			      store, "Phoenix Labs and GenTech Solutions", &pool, &found, &why),
		"%s", why.text);
	pool_release(&pool);
	found.name = "";
	return found;
}

START_TEST(test_portfolio_brings_back_what_it_deleted)
{
	press('u');
	expect("Nothing to undo.");
	press('X');
	expect("1 round, ");
	expect("any other key keeps.");
	press('y');
	expect("Deleted: Phoenix Labs and GenTech Solutions. u brings it back.");
	expect("u undo");
	expect_not("sort: next");
	if (_i)
		restart();
	press('u');
	expect("Phoenix Labs and GenTech Solutions is back, with all that went with it.");
	expect("baseline 10/13");
	press('u');
	expect("Nothing to undo.");
}
END_TEST

/* What is asked can be read to its end in the narrowest window. */
START_TEST(test_question_wraps_in_a_narrow_window)
{
	press('X');
	expect_at(10, 40, "does it, any other key keeps.");
	expect_at(24, 40, "Delete Phoenix Labs and GenTech");
	press('n');
	expect("Kept");
	ck_assert_int_eq(app.confirming, false);
}
END_TEST

START_TEST(test_portfolio_leaves_what_others_deleted)
{
	struct store *other;
	struct errmsg why;
	ck_assert(!store_open(path, STORE_EXISTING, &other, &why));
	struct store_found found = found_alliance(other);
	ck_assert(!store_delete_found(other, &found, &why));
	store_close(other);
	app_do(&app, ACTION_RESUMED, &(struct key){ 0 });
	expect("no alliance, 1 in the bin");
	expect("1 alliance lies in the bin: rekindle undelete brings it back");
	press('u');
	expect_not("is back");
	restart();
	expect("1 alliance lies in the bin: u brings it back");
	press('u');
	expect("is back");
}
END_TEST

Suite *bin_suite(void)
{
	Suite *suite = suite_create("bin");
	TCase *tests = tcase_create("bin");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_portfolio_brings_back_what_it_deleted, 0, 2);
	tcase_add_test(tests, test_question_wraps_in_a_narrow_window);
	tcase_add_test(tests, test_portfolio_leaves_what_others_deleted);
	suite_add_tcase(suite, tests);
	return suite;
}
