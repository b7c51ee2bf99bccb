/* SPDX-License-Identifier: MIT */
/*
 * The mouse: nothing of it unless it was asked for; then a click puts the focus on a row, one on
 * the focus is Enter, the wheel scrolls; off again on every way out.
 */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

static struct stage stage;

static void setup(void)
{
	stage_begin(&stage);
}

static void teardown(void)
{
	stage_end(&stage);
}

static void demo(const char *option)
{
	const char *args[] = { "demo", option, NULL };
	stage_run(&stage, 24, 80, NULL, args);
	stage_step(&stage, "Next:", "A");
	stage_wait(&stage, "Performance");
	stage_idle(&stage);
}

/* Button: 0 the left one, 64 and 65 the wheel. Row from 0. */
static void report(int button, int row)
{
	char bytes[32];
	int n = snprintf(bytes, sizeof(bytes), "\033[<%d;10;%dM\033[<%d;10;%dm", button, row + 1,
		button, row + 1);
	ck_assert(term_send(stage.term, bytes, (size_t)n));
	ck_assert(term_wait_quiet(stage.term, 200, DEADLINE));
}

static int focus(void)
{
	int row;
	term_cursor(stage.term, &row, NULL, NULL);
	return row;
}

START_TEST(test_mouse_is_nothing_unless_it_was_asked_for)
{
	demo(NULL);
	int before = focus();
	ck_assert(!term_mouse(stage.term));
	report(0, before + 2);
	report(65, before);
	report(0, before);
	ck_assert_int_eq(focus(), before);
	stage_wait(&stage, "Performance");
}
END_TEST

START_TEST(test_mouse_click_goes_to_a_row_and_opens_it)
{
	demo("--mouse");
	ck_assert(term_mouse(stage.term));
	int first = focus();
	report(0, first + 2);
	ck_assert_int_eq(focus(), first + 2);
	report(0, first);
	ck_assert_int_eq(focus(), first);
	report(65, first);
	ck_assert_int_gt(focus(), first);
	report(64, first);
	ck_assert_int_eq(focus(), first);
	report(0, 0); /* the header is no row */
	report(0, 23);
	ck_assert_int_eq(focus(), first);
	report(0, first + 1);
	report(0, first + 1);
	stage_wait(&stage, "TEXT");
	int field = focus();
	report(0, field + 1);
	ck_assert_int_eq(focus(), field + 1);
}
END_TEST

START_TEST(test_mouse_is_off_again_when_it_ends)
{
	demo("--mouse");
	ck_assert(term_keys(stage.term, "qqq"));
	if (!term_wait_exit(stage.term, 2000, NULL))
		ck_assert(term_keys(stage.term, "q"));
	stage_exit(&stage, 0);
	ck_assert(!term_mouse(stage.term));
}
END_TEST

START_TEST(test_mouse_is_off_again_after_signals)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGSEGV, SIGABRT };
	int status;
	demo("--mouse");
	term_kill(stage.term, signals[_i]);
	ck_assert(term_wait_exit(stage.term, DEADLINE, &status));
	ck_assert(!term_mouse(stage.term));
}
END_TEST

static void wait_until_stopped(void)
{
	int status;
	ck_assert_int_eq(waitpid(term_pid(stage.term), &status, WUNTRACED), term_pid(stage.term));
	ck_assert(WIFSTOPPED(status));
	ck_assert(term_wait_quiet(stage.term, 200, DEADLINE));
}

START_TEST(test_mouse_is_off_while_it_is_suspended)
{
	demo("--mouse");
	ck_assert(term_keys(stage.term, "{C-z}"));
	wait_until_stopped();
	ck_assert(!term_mouse(stage.term));
	term_kill(stage.term, SIGCONT);
	stage_wait(&stage, "Performance");
	ck_assert(term_wait_quiet(stage.term, 200, DEADLINE));
	ck_assert(term_mouse(stage.term));
}
END_TEST

Suite *mouse_suite(void)
{
	Suite *suite = suite_create("mouse");
	TCase *tcase = tcase_create("mouse");
	tcase_set_timeout(tcase, 120);
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, test_mouse_is_nothing_unless_it_was_asked_for);
	tcase_add_test(tcase, test_mouse_click_goes_to_a_row_and_opens_it);
	tcase_add_test(tcase, test_mouse_is_off_again_when_it_ends);
	tcase_add_loop_test(tcase, test_mouse_is_off_again_after_signals, 0, 4);
	tcase_add_test(tcase, test_mouse_is_off_while_it_is_suspended);
	suite_add_tcase(suite, tcase);
	return suite;
}
