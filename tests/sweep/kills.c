/* SPDX-License-Identifier: MIT */
/*
 * kill -9 at random moments of a form and of work on the plan, on a terminal: the database is whole
 * afterwards, and everything that was saved when the program waited for a key is there. REKINDLE
 * names the program, SWEEP_KILLS how many kills there are, of each, SWEEP_SEED their seed.
 */
#include "../tui/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KILLS 5

static struct stage stage;
static unsigned seed, first_seed;

static unsigned roll(unsigned sides)
{
	seed = seed * 1103515245u + 12345u;
	return (seed >> 16) % sides;
}

static void setup(void)
{
	char out[4096];
	stage_begin(&stage);
	stage_interview(&stage);
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out), "plan Nord --save 2>&1"), 0);
}

static void teardown(void)
{
	stage_end(&stage);
}

static void open_plan(void)
{
	const char *const args[] = { "open", stage.alliance, NULL };
	stage_run(&stage, 24, 80, NULL, args);
	stage_step(&stage, "Next:", "P");
	stage_wait(&stage, "List what was promised");
	stage_idle(&stage);
}

static int changes(void)
{
	return atoi(stage_sql(&stage, "SELECT count(*) FROM change WHERE at IS NOT NULL"));
}

/* Now, or after up to four milliseconds of what is under way. */
static void kill_soon(void)
{
	usleep(roll(4000));
	stage_kill(&stage);
	ck_assert_str_eq(stage_sql(&stage, "PRAGMA integrity_check"), "ok");
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM pragma_foreign_key_check"), "0");
}

static void assert_saved(int before, int saved)
{
	int now = changes();
	ck_assert_msg(now >= before + saved && now <= before + saved + 1,
		"seed %u: %d changes were saved, %d are there", seed, saved, now - before);
}

START_TEST(test_kills_of_work_on_the_plan_lose_nothing)
{
	seed = first_seed + 100 + (unsigned)_i;
	open_plan();
	int before = changes(), saved = 0;
	for (unsigned steps = roll(4); steps > 0; steps--) { /* of three actions */
		stage_step(&stage, "List what was promised", " ");
		stage_wait(&stage, "Now ");
		stage_idle(&stage);
		saved++;
		ck_assert(term_keys(stage.term, "{DOWN}"));
		stage_gone(&stage, "Now ");
	}
	if (roll(3))
		ck_assert(term_keys(stage.term, " "));
	kill_soon();
	assert_saved(before, saved);
}
END_TEST

/* The words of the charter, field by field: who leaves a field has saved it. */
START_TEST(test_kills_of_a_form_lose_nothing)
{
	char typed[64], sql[160];
	int saved = 0;
	seed = first_seed + 7919 + (unsigned)_i;
	open_plan();
	ck_assert(term_keys(stage.term, "C"));
	stage_wait(&stage, "Steering committee");
	stage_idle(&stage);
	int before = changes();
	for (unsigned steps = roll(4); steps > 0; steps--) {
		snprintf(typed, sizeof(typed), "{C-u}words of field %d{TAB}", saved);
		ck_assert(term_keys(stage.term, typed));
		stage_idle(&stage);
		saved++;
	}
	if (roll(3))
		ck_assert(term_keys(stage.term, "{C-u}half a wo"));
	kill_soon();
	assert_saved(before, saved);
	for (int i = 0; i < saved; i++) {
		snprintf(sql, sizeof(sql),
			"SELECT count(*) > 0 FROM change WHERE new LIKE '%%words of field %d%%'",
			i);
		ck_assert_str_eq(stage_sql(&stage, sql), "1");
	}
	open_plan();
}
END_TEST

static Suite *kills_suite(int kills)
{
	Suite *suite = suite_create("kills");
	TCase *tcase = tcase_create("kills");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 300);
	tcase_add_loop_test(tcase, test_kills_of_work_on_the_plan_lose_nothing, 0, kills);
	tcase_add_loop_test(tcase, test_kills_of_a_form_lose_nothing, 0, kills);
	suite_add_tcase(suite, tcase);
	return suite;
}

int main(void)
{
	const char *wanted = getenv("SWEEP_KILLS"), *first = getenv("SWEEP_SEED");
	int kills = wanted ? atoi(wanted) : KILLS;
	first_seed = first ? (unsigned)atoi(first) : 0;
	program = getenv("REKINDLE");
	if (!program || *program != '/') {
		fputs("sweep-kills: set REKINDLE to the absolute path of the program\n", stderr);
		return EXIT_FAILURE;
	}
	SRunner *runner = srunner_create(kills_suite(kills));
	srunner_run_all(runner, CK_NORMAL);
	printf("sweep: %d kills at the plan and %d in a form, seed %u: %d failed\n", kills, kills,
		first_seed, srunner_ntests_failed(runner));
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
