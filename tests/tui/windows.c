/* SPDX-License-Identifier: MIT */
/*
 * Two windows on one database: each shows within a second what the other has changed, takes back
 * only its own, and overwrites nothing that it has not shown.
 */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LIVE_MS 1000
#define ROWS 30
#define COLS 100

static const char alliance[] = "Phoenix Labs and GenTech Solutions";
static struct stage left, right;

static void setup(void)
{
	char root[512], said[4096];
	stage_begin(&left);
	ck_assert_ptr_nonnull(getcwd(root, sizeof(root)));
	ck_assert_int_eq(stage_command(&left, said, sizeof(said),
				 "import %s/tests/data/one-round.json 2>&1", root),
		0);
	ck_assert_int_eq(stage_command(&left, said, sizeof(said),
				 "plan '%s' --save --start 2026-11-30 2>&1", alliance),
		0);
	right = left;
	right.term = NULL;
}

static void teardown(void)
{
	term_free(right.term);
	stage_end(&left);
}

static void open_plan(struct stage *stage)
{
	stage_run(stage, ROWS, COLS, NULL, (const char *const[]){ "open", alliance, NULL });
	stage_step(stage, "Next:", "P");
	stage_wait(stage, "Space status");
	stage_idle(stage);
}

static void press(struct stage *stage, const char *keys)
{
	ck_assert(term_keys(stage->term, keys));
}

/* The status of the action in focus at first: 3 done, 1 started, 0 open. */
static const char *status(void)
{
	return stage_sql(&left,
		"SELECT count(*) FILTER (WHERE status = 3) || ' done, ' || "
		"count(*) FILTER (WHERE status = 1) || ' started' FROM plan_action");
}

static void await_status(const char *wanted)
{
	for (int i = 0; i < 200 && strcmp(status(), wanted); i++)
		usleep(20 * 1000);
	ck_assert_str_eq(status(), wanted);
}

START_TEST(test_windows_show_each_other_and_undo_their_own)
{
	open_plan(&left);
	open_plan(&right);
	press(&left, " ");
	stage_wait(&left, "started");
	await_status("0 done, 1 started");
	ck_assert_msg(term_wait_text(right.term, "started", LIVE_MS), "%s", term_text(right.term));
	press(&left, " ");
	await_status("1 done, 0 started");
	ck_assert_msg(term_wait_gone(right.term, "started", LIVE_MS), "%s", term_text(right.term));
	/* nothing is sent while nothing changes */
	stage_idle(&right);
	size_t sent = term_bytes(right.term);
	usleep(500 * 1000);
	stage_idle(&right);
	ck_assert_uint_eq(term_bytes(right.term), sent);
	/* what the other did a moment ago is not to be taken back here */
	press(&right, "u");
	stage_wait(&right, "changed since by another program: plan drawn up; nothing undone");
	ck_assert_str_eq(status(), "1 done, 0 started");
	press(&left, "u");
	await_status("0 done, 1 started");
}
END_TEST

/* A key that is typed before the screen could show the change is asked about. */
START_TEST(test_windows_ask_before_they_overwrite)
{
	open_plan(&left);
	open_plan(&right);
	kill(term_pid(right.term), SIGSTOP);
	press(&left, " ");
	await_status("0 done, 1 started");
	press(&left, " ");
	await_status("1 done, 0 started");
	press(&right, " ");
	kill(term_pid(right.term), SIGCONT);
	stage_wait(&right, "Changed twice");
	stage_wait(&right, "done");
	stage_wait(&right, "started");
	ck_assert_str_eq(status(), "1 done, 0 started");
	press(&right, _i ? "m" : "t");
	stage_wait(&right, _i ? "Yours is written." : "Theirs is kept.");
	ck_assert_str_eq(status(), _i ? "0 done, 1 started" : "1 done, 0 started");
}
END_TEST

Suite *windows_suite(void)
{
	Suite *suite = suite_create("windows");
	TCase *tests = tcase_create("windows");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_windows_show_each_other_and_undo_their_own);
	tcase_add_loop_test(tests, test_windows_ask_before_they_overwrite, 0, 2);
	suite_add_tcase(suite, tests);
	return suite;
}
