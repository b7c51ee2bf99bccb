/* SPDX-License-Identifier: MIT */
/*
 * The file under a session moved, deleted, replaced or overwritten: nothing more is called saved,
 * what the session has lies in a file beside it, and the last words say so. Damage is told.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static void shell(const char *command)
{
	ck_assert_int_eq(chdir(stage.home), 0);
	ck_assert_msg(system(command) == 0, "%s", command);
}

static const struct happening {
	const char *command, *words;
} happenings[] = {
	{ "cp monday.db .sync.tmp; mv .sync.tmp \"$DB\"",
		"was replaced: not saved; kept in rescue-" },
	{ "mv \"$DB\" away.db", "was moved or deleted: not saved; kept in rescue-" },
	{ "rm \"$DB\"", "was moved or deleted: not saved; kept in rescue-" },
	{ "cat monday.db > \"$DB\"", "was overwritten: not saved; kept in rescue-" },
};
#define HAPPENINGS ((int)(sizeof(happenings) / sizeof(*happenings)))

static void rate_before_and_after(const struct happening *happening)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "{PGDN}");
	stage_step(&stage, "gone well", "{PGDN}");
	stage_step(&stage, "1-5 rate", "4");
	stage_step(&stage, "Rated 4.", "n");
	stage_gone(&stage, "Rated 4.");
	shell(happening->command);
	stage_step(&stage, "1-5 rate", "2");
	stage_wait(&stage, "NOT SAVED !");
	stage_wait(&stage, happening->words);
}

/* The answers in the one rescue file: those from before, and the one that was not saved. */
static void check_rescue(void)
{
	char rescue[128];
	shell("test $(ls rescue-*.db | wc -l) = 1");
	shell("ls $PWD/rescue-*.db > name; test $(stat -c %a rescue-*.db) = 600");
	FILE *name = fopen("name", "r");
	ck_assert_ptr_nonnull(name);
	ck_assert_ptr_nonnull(fgets(rescue, sizeof(rescue), name));
	fclose(name);
	rescue[strcspn(rescue, "\n")] = '\0';
	strcpy(stage.database, rescue);
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT group_concat(rating, '') FROM (SELECT rating FROM answer "
				 "WHERE rating IS NOT NULL ORDER BY item)"),
		"42");
}

START_TEST(test_place_lost_under_a_session_is_told)
{
	setenv("DB", stage.database, 1);
	stage_sql(&stage, "SELECT 1");
	shell("cp \"$DB\" monday.db");
	rate_before_and_after(&happenings[_i]);
	ck_assert(term_keys(stage.term, "q"));
	stage_step(&stage, "baseline, 1 of 1", "q");
	stage_step(&stage, "alliance", "q");
	stage_step(&stage, "y leaves", "y");
	stage_exit(&stage, 1);
	stage_wait(&stage, "rescue-");
	ck_assert(!strstr(term_text(stage.term), "saved 1"));
	check_rescue();
}
END_TEST

/* The screens stand before a damaged file is looked into, and then say so; the exit code too. */
START_TEST(test_place_damage_is_told_on_the_screens)
{
	char command[400];
	snprintf(command, sizeof(command),
		"dd if=/dev/zero of='%s' bs=1 seek=$(((%s - 1) * 4096 + 3)) count=2 conv=notrunc "
		"2> /dev/null",
		stage.database,
		stage_sql(&stage,
			"SELECT rootpage FROM sqlite_schema WHERE name = 'respondent_assessment'"));
	shell(command);
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_wait(&stage, "Nord");
	stage_wait(&stage, "is damaged");
	ck_assert(term_keys(stage.term, "q"));
	stage_exit(&stage, 3);
	stage_wait(&stage, "good");
}
END_TEST

Suite *place_suite(void)
{
	Suite *suite = suite_create("place");
	TCase *tcase = tcase_create("place");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_place_lost_under_a_session_is_told, 0, HAPPENINGS);
	tcase_add_test(tcase, test_place_damage_is_told_on_the_screens);
	suite_add_tcase(suite, tcase);
	return suite;
}
