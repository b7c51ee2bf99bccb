/* SPDX-License-Identifier: MIT */
/*
 * Keys counted: what the usual work costs, with a bar for each. Structural keys are those that are
 * no text: moving, choosing, rating, finishing. Text is what has to be written anyhow.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct stage stage;
static int structural, text;
static char root[512];

static void setup(void)
{
	stage_begin(&stage);
	structural = text = 0;
}

static void teardown(void)
{
	stage_end(&stage);
}

static int keys_of(const char *script)
{
	int n = 0;
	while (*script) {
		const char *end = *script == '{' ? strchr(script, '}') : NULL;
		const char *star = end && end - script > 2
			? memchr(script + 2, '*', (size_t)(end - script - 2))
			: NULL;
		n += star && star < end ? atoi(star + 1) : 1;
		script = end ? end + 1 : script + 1;
	}
	return n;
}

/* Structural keys, once this is on the screen. */
static void press(const char *wait, const char *keys)
{
	stage_wait(&stage, wait);
	stage_idle(&stage);
	structural += keys_of(keys);
	ck_assert(term_keys(stage.term, keys));
	stage_idle(&stage);
}

static void type(const char *words)
{
	text += (int)strlen(words);
	ck_assert(term_send(stage.term, words, strlen(words)));
	stage_idle(&stage);
}

static void told(const char *work, int bar)
{
	printf("keys: %-44s %3d structural, %3d text (bar %d)\n", work, structural, text, bar);
	ck_assert_msg(
		structural <= bar, "%s: %d structural keys, at most %d", work, structural, bar);
	structural = text = 0;
}

static void person(const char *name, int company, int role)
{
	char choose[48];
	press("Next:", "a");
	stage_wait(&stage, "New person");
	type(name);
	snprintf(choose, sizeof(choose), "{ENTER}%d%d{ENTER}", company, role);
	press("Role", choose);
	stage_wait(&stage, "Added:");
}

static void alliance_of_four(void)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	press("no alliance yet", "a");
	stage_wait(&stage, "Your company");
	type("Nord and Sued");
	press("Your company", "{ENTER}");
	type("Nord");
	press("Nord", "{ENTER}");
	type("Sued");
	press("Sued", "{ENTER}");
	type("2025-04-01");
	press("2025-04-01", "{C-s}");
	person("Ana Ruiz", 1, 2);
	person("Ben Ost", 1, 3);
	person("Cleo West", 2, 2);
	person("Dirk Hall", 2, 3);
}

START_TEST(test_count_new_alliance_with_two_people_a_side)
{
	alliance_of_four();
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM person"), "4");
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM party"), "2");
	told("new alliance, two people a side", 29);
}
END_TEST

static void example(const char *change)
{
	char out[512];
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "import '%s/tests/data/one-round.json' 2>&1", root),
		0);
	stage_sql_run(&stage, change);
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Phoenix", "{ENTER}");
	stage_wait(&stage, "Next:");
}

START_TEST(test_count_rows_of_the_checklists)
{
	example("DELETE FROM checklist");
	stage_step(&stage, "Next:", "A");
	stage_step(&stage, "Performance", "{TAB}{TAB}");
	stage_wait(&stage, "A wide list");
	for (int i = 0; i < 18; i++) {
		static const char *const values[] = { "y", "p", "n" };
		press("Audit", values[i % 3]);
	}
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT group_concat(n, ' ') FROM (SELECT count(*) AS n FROM "
				 "checklist GROUP BY value)"),
		"6 6 6");
	told("18 rows of the checklists", 20);
}
END_TEST

static void plan_stored(void)
{
	example("");
	stage_step(&stage, "Next:", "P");
	stage_step(&stage, "draft", "r");
	stage_wait(&stage, "The plan is stored");
	stage_idle(&stage);
}

START_TEST(test_count_one_text_of_the_charter)
{
	plan_stored();
	press("Plan", "C");
	press("Charter", "{TAB*14}{C-u}");
	type("Each lead decides alone up to 5,000");
	press("up to 5,000", "{ESC}");
	ck_assert(term_wait_quiet(stage.term, 60, DEADLINE));
	if (!term_find(stage.term, "Plan ", NULL, NULL))
		press("Charter", "{ESC}");
	stage_wait(&stage, "Plan");
	told("one text of the charter", 20);
}
END_TEST

START_TEST(test_count_dates_of_three_actions)
{
	plan_stored();
	for (int i = 0; i < 3; i++) {
		if (i)
			press("Plan", "{DOWN}");
		press("Plan", "{ENTER}");
		press("Action", "{TAB*7}{C-u}");
		type("2027-02-12");
		press("Action", "{ESC}");
		stage_wait(&stage, "Plan");
	}
	ck_assert_str_eq(
		stage_sql(&stage, "SELECT count(*) FROM plan_action WHERE due = 20861"), "3");
	told("dates of three actions", 35);
}
END_TEST

Suite *count_suite(void)
{
	Suite *suite = suite_create("keys counted");
	TCase *tcase = tcase_create("keys counted");
	if (!getcwd(root, sizeof(root)))
		abort();
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, test_count_new_alliance_with_two_people_a_side);
	tcase_add_test(tcase, test_count_rows_of_the_checklists);
	tcase_add_test(tcase, test_count_one_text_of_the_charter);
	tcase_add_test(tcase, test_count_dates_of_three_actions);
	suite_add_tcase(suite, tcase);
	return suite;
}
