/* SPDX-License-Identifier: MIT */
/*
 * What is being typed outlives the program: every form and every line that is asked for, killed and
 * ended by a signal while something is typed there, gives the words back when it is opened again.
 */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define STEPS 5

/* How to come to a place, and where in it something is typed. */
static const struct journey {
	const char *steps[STEPS][2]; /* wait for, then type */
	const char *label;           /* of what is open then */
	const char *moves;           /* to the field, the first time; it is in focus afterwards */
	bool makes;                  /* leaving asks first */
	bool line;                   /* it is asked on the message row */
	const char *after;           /* what is seen when it was left */
} journeys[] = {
	{ { { "3.22", "a" } }, "New alliance", "", true, false, "Portfolio" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "a" } }, "New person", "", true, false, "Next:" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "{TAB}e" } }, "> Name", "", false, false, "Next:" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "O" } }, "Profile", "{DOWN*14}", false, false,
		"Next:" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "A" }, { "Performance", "{ENTER}" } }, "> Objective",
		"", false, false, "Performance" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "A" }, { "Performance", "a" } }, "> Objective", "",
		true, false, "Performance" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "A" }, { "Performance", "{TAB*4}" },
		  { "v read", "a" } },
		"> Risk", "", true, false, "v read" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "{ENTER}" } }, "> Action", "", false,
		false, "done" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "W" }, { "Workshop", "{ENTER}" } },
		"Success, ", "{DOWN}", false, false, "Workshop" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "C" } }, "> Steering", "", false,
		false, "Plan" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "a" } }, "never mind", "", false,
		true, "Plan" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "W" }, { "Workshop", "a" } },
		"never mind", "", false, true, "Workshop" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "P" }, { "Plan", "L" }, { "Amendments", "a" } },
		"never mind", "", false, true, "Amendments" },
	{ { { "3.22", "{ENTER}" }, { "Next:", "A" }, { "Performance", "w" } }, "never mind", "",
		false, true, "Performance" },
};
#define JOURNEYS (int)(sizeof(journeys) / sizeof(*journeys))

static struct stage stage;
static char root[512];

static void setup(void)
{
	char said[1024];
	ck_assert_ptr_nonnull(getcwd(root, sizeof(root)));
	stage_begin(&stage);
	ck_assert_int_eq(stage_command(&stage, said, sizeof(said),
				 "import %s/tests/data/one-round.json 2>&1", root),
		0);
}

static void teardown(void)
{
	stage_end(&stage);
}

static void go(const struct journey *journey)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	for (int i = 0; i < STEPS && journey->steps[i][0]; i++) {
		stage_step(&stage, journey->steps[i][0], journey->steps[i][1]);
		stage_idle(&stage);
	}
	stage_wait(&stage, journey->label);
}

static void go_and_type(const struct journey *journey, const char *text)
{
	go(journey);
	ck_assert(term_keys(stage.term, journey->moves));
	ck_assert(term_keys(stage.term, text));
	stage_wait(&stage, "Kim");
}

static int drafts(void)
{
	return atoi(stage_sql(&stage, "SELECT count(*) FROM draft"));
}

static void wait_for_drafts(int count)
{
	for (int tenths = 0; drafts() != count; tenths++) {
		if (tenths > DEADLINE / 100)
			FAIL_WITH_SCREEN(&stage, "%d drafts", drafts());
		nanosleep(&(struct timespec){ .tv_nsec = 100000000 }, NULL);
	}
}

/* Left without being kept it is gone for good. */
static void leave(const struct journey *journey)
{
	ck_assert(term_keys(stage.term, journey->makes || journey->line ? "{ESC}" : "{C-r}{ESC}"));
	if (journey->makes)
		stage_step(&stage, "y does it", "y");
	stage_gone(&stage, "ept from ");
	stage_wait(&stage, journey->after);
	wait_for_drafts(0);
}

static void back_and_away(const struct journey *journey)
{
	go(journey);
	stage_wait(&stage, "ept from ");
	stage_wait(&stage, "Kim");
	leave(journey);
}

START_TEST(test_drafts_come_back_after_a_kill)
{
	go_and_type(&journeys[_i], "Kim");
	wait_for_drafts(1);
	stage_kill(&stage);
	back_and_away(&journeys[_i]);
}
END_TEST

/* At once, before the clock would have kept them. */
START_TEST(test_drafts_come_back_after_a_signal)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGQUIT };
	const struct journey *journey = &journeys[_i * JOURNEYS / 3];
	go_and_type(journey, "Kim");
	term_kill(stage.term, signals[_i]);
	stage_exit(&stage, 130);
	ck_assert_int_eq(drafts(), 1);
	back_and_away(journey);
}
END_TEST

/* The field is left: what it says is stored and its draft gone, both or none. */
START_TEST(test_drafts_end_in_what_is_stored)
{
	go_and_type(&journeys[2], "{C-u}Kim Berg");
	wait_for_drafts(1);
	ck_assert(term_keys(stage.term, "{TAB}"));
	stage_wait(&stage, "> Company");
	wait_for_drafts(0);
	ck_assert_str_eq(
		stage_sql(&stage, "SELECT count(*) FROM person WHERE name = 'Kim Berg'"), "1");
}
END_TEST

Suite *drafts_suite(void)
{
	Suite *suite = suite_create("drafts");
	TCase *tcase = tcase_create("drafts");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_drafts_come_back_after_a_kill, 0, JOURNEYS);
	tcase_add_loop_test(tcase, test_drafts_come_back_after_a_signal, 0, 3);
	tcase_add_test(tcase, test_drafts_end_in_what_is_stored);
	suite_add_tcase(suite, tcase);
	return suite;
}
