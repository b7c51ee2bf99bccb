/* SPDX-License-Identifier: MIT */
/*
 * The whole way on the real program: an empty database, an alliance, two interviews, a kill in the
 * middle, diagnosis and report; by the screens, and by line mode through a pipe.
 */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct stage stage;

static void setup(void)
{
	stage_begin(&stage);
}

static void teardown(void)
{
	stage_end(&stage);
}

/* The form of a new alliance: name, two companies, the start; Ctrl-S adds it. */
static void new_alliance(void)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "no alliance yet", "a");
	stage_step(&stage, "Your company",
		"Nord and S\xC3\xBC"
		"d{ENTER}Nord{ENTER}S\xC3\xBC"
		"d{ENTER}");
	stage_step(&stage, "The day it began", "2025-04-01{C-s}");
	stage_wait(&stage, "Next:");
}

static void add_person(const char *name, int company, int role)
{
	char keys[64];
	stage_step(&stage, "Next:", "a");
	stage_wait(&stage, "New person");
	stage_idle(&stage);
	ck_assert(term_keys(stage.term, name));
	snprintf(keys, sizeof(keys), "{TAB}{RIGHT*%d}{TAB}{RIGHT*%d}{TAB}", company, role);
	ck_assert(term_keys(stage.term, keys));
	stage_step(&stage, "Day and time", "{ENTER}");
	stage_wait(&stage, "Added:");
}

static void first_interview(void)
{
	stage_step(&stage, "Next: interview", "{ENTER}");
	stage_step(&stage, "Agrees to it", " {ENTER}{ENTER}{ENTER}{ENTER}");
	stage_step(&stage, "What is your own part",
		"Z\xC3\xBCrich \xE2\x80\x94 \xE6\x97\xA5\xE6\x9C\xAC plan.");
	stage_step(&stage, "plan.", "{PGDN}");
	stage_step(&stage, "gone well", "{PGDN}");
	stage_step(&stage, "Think of the goal", "2");
	stage_step(&stage, "Rated 2.", "4");
	stage_step(&stage, "Rated 4.", "u");
	stage_step(&stage, "Undone", "{ENTER}");
	stage_step(&stage, "How clear is it at", "d");
	stage_step(&stage, "Noted: don't know", "{ENTER}");
	stage_step(&stage, "how alike would", "x");
	stage_step(&stage, "Reason", "Not our part of the work{ENTER}");
	stage_step(&stage, "Kept.", "{ENTER}");
	stage_step(&stage, "How exactly is it stated", "1");
	stage_step(&stage, "Rated 1.", "b");
	stage_step(&stage, "Not our part of the work", "{ENTER}");
	stage_step(&stage, "How exactly is it stated", "3");
	stage_step(&stage, "Rated 3.", "v");
	stage_step(&stage, "To settle", "F");
	stage_step(&stage, "y finishes", "y");
	stage_wait(&stage, "Finished.");
}

static void second_interview_killed(void)
{
	stage_step(&stage, "Next: interview", "{ENTER}");
	stage_step(&stage, "Agrees to it", " {ENTER}{ENTER}{ENTER}{ENTER}");
	stage_step(&stage, "What is your own part", "{PGDN}");
	stage_step(&stage, "gone well", "We keep half a sentence");
	stage_wait(&stage, "draft kept");
	stage_kill(&stage);
}

static void second_interview_goes_on(void)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Nord", "{ENTER}");
	stage_step(&stage, "Next: go on with", "{ENTER}");
	stage_wait(&stage, "gone well");
	stage_wait(&stage, "the text you were typing is back");
	stage_step(&stage, "We keep half a sentence", ", and then finish it.");
	stage_step(&stage, "finish it.", "{PGDN}");
	stage_step(&stage, "Think of the goal", "5");
	stage_step(&stage, "Rated 5.", "v");
	stage_step(&stage, "To settle", "F");
	stage_step(&stage, "y finishes", "y");
	stage_wait(&stage, "Finished.");
}

START_TEST(test_journey_from_nothing_to_the_report)
{
	char path[160];
	new_alliance();
	add_person("Ana Ruiz", 1, 2);
	add_person("Bo \xC3\x85kesson", 2, 2);
	first_interview();
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM respondent"), "1");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT text FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'open.perceptions.part'"),
		"Z\xC3\xBCrich \xE2\x80\x94 \xE6\x97\xA5\xE6\x9C\xAC plan.");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT rating FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.rationale.4'"),
		"2");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT rating FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.objectives.4'"),
		"3");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT reason FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.objectives.1'"),
		"Not our part of the work");
	second_interview_killed();
	second_interview_goes_on();
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT text FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'open.successes.best' ORDER BY respondent DESC"),
		"We keep half a sentence, and then finish it.");
	stage_step(&stage, "Next:", "D");
	stage_step(&stage, "Management", "R");
	stage_step(&stage, "Assessment report", "o");
	stage_idle(&stage);
	ck_assert(term_keys(stage.term, "{C-u}out.txt{ENTER}"));
	stage_wait(&stage, "Written");
	snprintf(path, sizeof(path), "%s/out.txt", stage.home);
	struct stat info;
	ck_assert_int_eq(stat(path, &info), 0);
	ck_assert_int_eq(info.st_mode & 0777, 0600);
	ck_assert(term_keys(stage.term, "qqqq"));
	stage_exit(&stage, 0);
}
END_TEST

START_TEST(test_journey_undo_and_redo_survive_a_restart)
{
	new_alliance();
	add_person("Ana Ruiz", 1, 2);
	stage_kill(&stage);
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Nord", "{ENTER}");
	stage_step(&stage, "Ana Ruiz", "u");
	stage_step(&stage, "Undone", "{DOWN}"); /* which names her, too */
	stage_gone(&stage, "Ana Ruiz");
	stage_kill(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM person"), "0");
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_step(&stage, "Nord", "{ENTER}");
	stage_step(&stage, "Next:", "U");
	stage_wait(&stage, "Ana Ruiz");
}
END_TEST

/* Line mode: the same, fed through a pipe. */
static void line(const char *fmt, const char *answers, char *out, size_t size)
{
	char path[160];
	snprintf(path, sizeof(path), "%s/answers", stage.home);
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(answers, file);
	fclose(file);
	char rest[512];
	snprintf(rest, sizeof(rest), "%s < answers 2>&1", fmt);
	ck_assert_int_eq(stage_command(&stage, out, size, "%s", rest), 0);
}

START_TEST(test_journey_by_line_mode_through_a_pipe)
{
	char out[1 << 16], id[64], command[256];
	ck_assert_int_eq(
		stage_command(&stage, id, sizeof(id), "new --name Nord --party Nord --party Sued"),
		0);
	id[strcspn(id, "\n")] = '\0';
	snprintf(command, sizeof(command),
		"--line interview %s --party Nord --role manager --name 'Ana Ruiz' --attribution "
		"role",
		id);
	line(command,
		"y\n\n\nZ\xC3\xBCrich \xE2\x80\x94 plan.\n.\n:next\n2\ndk\nna not our "
		"part\n1\n:back\n3\n:undo\n:quit\n",
		out, sizeof(out));
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT text FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'open.perceptions.part'"),
		"Z\xC3\xBCrich \xE2\x80\x94 plan.");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT rating FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.rationale.4'"),
		"2");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT reason FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.objectives.1'"),
		"not our part");
	ck_assert_str_eq(stage_sql(&stage,
				 "SELECT rating FROM answer JOIN item ON item.key = item "
				 "WHERE id = 'strategy.objectives.4'"),
		"1");
	snprintf(command, sizeof(command),
		"--line interview %s --party Sued --role sponsor --name 'Bo' --attribution named",
		id);
	line(command, "y\n\n\nOne line\n", out, sizeof(out));
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out), "diagnose %s", id), 0);
	ck_assert_ptr_nonnull(strstr(out, "Strategy"));
	ck_assert_int_eq(
		stage_command(&stage, out, sizeof(out), "report %s -o r.txt && test -s r.txt", id),
		0);
}
END_TEST

START_TEST(test_journey_export_import_export_is_the_same_document)
{
	char out[256];
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "new --name Nord --party Nord --party Sued >id"),
		0);
	stage_sql_run(&stage, "UPDATE party SET name = 'Nord by SQL' WHERE name = 'Nord'");
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "export $(cat id) >one.json 2>/dev/null && "
				 "grep -q 'Nord by SQL' one.json"),
		0);
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "list >/dev/null && '%s' --db two.db import one.json "
				 ">/dev/null && '%s' --db two.db export $(cat id) >two.json "
				 "2>/dev/null && cmp one.json two.json",
				 program, program),
		0);
}
END_TEST

/* Closing a terminal sends more than one signal, as long as there is anybody to hear them. */
START_TEST(test_journey_demo_leaves_nothing_when_its_terminal_closes)
{
	char out[256];
	int status;
	stage_run(&stage, 24, 80, NULL, (const char *const[]){ "demo", NULL });
	stage_wait(&stage, "Next:");
	ck_assert_int_eq(
		stage_command(&stage, out, sizeof(out), "list 2>&1; ls -d rekindle-demo-* 2>&1"),
		0);
	for (int i = 0; i < 100; i++) {
		term_kill(stage.term, SIGHUP);
		usleep(2000);
	}
	ck_assert(term_wait_exit(stage.term, DEADLINE, &status));
	ck_assert_int_ne(
		stage_command(&stage, out, sizeof(out), "list 2>&1; ls -d rekindle-demo-* 2>&1"),
		0);
}
END_TEST

Suite *journey_suite(void)
{
	Suite *suite = suite_create("journeys");
	TCase *tcase = tcase_create("journeys");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_journey_from_nothing_to_the_report);
	tcase_add_test(tcase, test_journey_undo_and_redo_survive_a_restart);
	tcase_add_test(tcase, test_journey_by_line_mode_through_a_pipe);
	tcase_add_test(tcase, test_journey_export_import_export_is_the_same_document);
	tcase_add_test(tcase, test_journey_demo_leaves_nothing_when_its_terminal_closes);
	suite_add_tcase(suite, tcase);
	return suite;
}
