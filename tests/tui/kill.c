/* SPDX-License-Identifier: MIT */
/*
 * kill -9 at random moments: no acknowledged answer is lost. Hang-up and end of the terminal: the
 * program ends, and what was typed is kept.
 */
#include "stage.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
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

/* Values of the rated answers so far, in the order of asking: "2453". */
static const char *stored(void)
{
	return stage_sql(&stage,
		"SELECT coalesce(group_concat(rating, ''), '') FROM (SELECT rating FROM answer "
		"WHERE rating IS NOT NULL ORDER BY item)");
}

#define KILLS 20

START_TEST(test_kill_at_random_moments_loses_no_acknowledged_answer)
{
	char acknowledged[128] = "";
	unsigned seed = 42;
	size_t n = 0;
	stage_open_interview(&stage, NULL);
	ck_assert(term_keys(stage.term, "{PGDN}"));
	stage_step(&stage, "gone well", "{PGDN}");
	stage_wait(&stage, "1-5 rate");
	for (int kill_number = 0; kill_number < KILLS && n < 30; kill_number++) {
		seed = seed * 1103515245u + 12345u;
		int ratings = (int)(seed >> 16) % 3;
		for (int i = 0; i < ratings && n < 30; i++) {
			char digit[2] = { (char)('1' + (seed >> 20) % 5), 0 }, said[32];
			seed = seed * 1103515245u + 12345u;
			snprintf(said, sizeof(said), "Rated %s.", digit);
			stage_step(&stage, "1-5 rate", digit);
			stage_wait(&stage, said);
			acknowledged[n++] = *digit;
			ck_assert(term_keys(stage.term, "n"));
			stage_gone(&stage, said);
		}
		/* now and then in the middle of a write that nobody has seen confirmed */
		if (seed >> 18 & 1)
			ck_assert(term_keys(stage.term, "3"));
		stage_kill(&stage);
		char kept[128];
		snprintf(kept, sizeof(kept), "%s", stored());
		if (strncmp(kept, acknowledged, n))
			ck_abort_msg("kill %d: acknowledged %s, stored %s", kill_number,
				acknowledged, kept);
		ck_assert_uint_le(strlen(kept), n + 1);
		stage_open_interview(&stage, NULL);
		/* an answer that was stored without being seen is simply there */
		if (strlen(kept) > n) {
			acknowledged[n] = kept[n];
			n++;
			stage_step(&stage, "Here you stopped", "n");
			stage_gone(&stage, "Here you stopped");
		}
	}
	ck_assert_uint_gt(n, 5);
}
END_TEST

static void type_a_draft(void)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "Half a sen");
	stage_wait(&stage, "Half a sen");
}

static const char *kept(void)
{
	return stage_sql(
		&stage, "SELECT coalesce((SELECT draft FROM sitting), (SELECT text FROM answer))");
}

START_TEST(test_kill_by_signal_keeps_the_draft)
{
	static const int signals[] = { SIGHUP, SIGTERM, SIGQUIT };
	type_a_draft();
	term_kill(stage.term, signals[_i]);
	stage_exit(&stage, 130);
	ck_assert_str_eq(kept(), "Half a sen");
	stage_open_interview(&stage, NULL);
	stage_wait(&stage, "Half a sen");
}
END_TEST

START_TEST(test_kill_control_backslash_restores_the_terminal)
{
	type_a_draft();
	ck_assert(term_keys(stage.term, "{C-\\}"));
	stage_exit(&stage, 130);
	ck_assert(!term_altscreen(stage.term));
	ck_assert_str_eq(kept(), "Half a sen");
}
END_TEST

START_TEST(test_kill_end_of_the_terminal_ends_the_program)
{
	type_a_draft();
	pid_t pid = term_pid(stage.term);
	close(term_master(stage.term));
	for (int i = 0; i < 1000 && !kill(pid, 0); i++) {
		if (term_wait_exit(stage.term, 10, NULL))
			break;
	}
	ck_assert(term_wait_exit(stage.term, DEADLINE, NULL));
	ck_assert_str_eq(kept(), "Half a sen");
}
END_TEST

/* An editor that has written words and is not left. */
static void type_in_an_editor(void)
{
	static char editor[256];
	char path[128];
	snprintf(path, sizeof(path), "%s/editor.sh", stage.home);
	FILE *script = fopen(path, "w");
	ck_assert_ptr_nonnull(script);
	fprintf(script,
		"echo 'Words of an editor' >> \"$1\"\necho $$ > %s/pid\n"
		"mv %s/pid %s/ready\nexec sleep 600\n",
		stage.home, stage.home, stage.home);
	fclose(script);
	snprintf(editor, sizeof(editor), "VISUAL=exec sh %s", path);
	stage.env = editor;
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "{C-x}{C-e}");
	snprintf(path, sizeof(path), "%s/ready", stage.home);
	for (int i = 0; access(path, F_OK); i++) {
		ck_assert_int_lt(i, DEADLINE / 10);
		usleep(10 * 1000);
	}
}

static void end_the_editor(void)
{
	char path[128];
	int process;
	snprintf(path, sizeof(path), "%s/ready", stage.home);
	FILE *in = fopen(path, "r");
	ck_assert_ptr_nonnull(in);
	ck_assert_int_eq(fscanf(in, "%d", &process), 1);
	fclose(in);
	for (int i = 0; !kill(process, SIGKILL); i++) {
		ck_assert_int_lt(i, DEADLINE / 10);
		usleep(10 * 1000);
	}
}

START_TEST(test_kill_beneath_an_editor_keeps_what_it_had_written)
{
	type_in_an_editor();
	if (_i) {
		term_kill(stage.term, _i);
		stage_exit(&stage, 130);
		ck_assert_str_eq(kept(), "Words of an editor");
	} else {
		stage_kill(&stage);
		end_the_editor();
		stage_sql_run(&stage, "DELETE FROM hold");
	}
	stage_open_interview(&stage, NULL);
	stage_wait(&stage, "Words of an editor");
}
END_TEST

START_TEST(test_kill_control_c_twice_leaves_with_130)
{
	type_a_draft();
	ck_assert(term_keys(stage.term, "{C-c}"));
	stage_step(&stage, "Ctrl-C again leaves", "{C-c}");
	stage_exit(&stage, 130);
	ck_assert(!term_altscreen(stage.term));
}
END_TEST

START_TEST(test_kill_control_c_twice_with_unsaved_answers_ends_with_1)
{
	stage_open_interview(&stage, NULL);
	stage_step(&stage, "own part", "{PGDN}");
	stage_step(&stage, "gone well", "{PGDN}");
	stage_wait(&stage, "1-5 rate");
	stage_sql_run(&stage,
		"CREATE TRIGGER no_answer BEFORE INSERT ON answer BEGIN "
		"SELECT RAISE(ABORT, 'no room'); END");
	ck_assert(term_keys(stage.term, "2"));
	stage_step(&stage, "NOT SAVED !", "{C-c}");
	stage_step(&stage, "NOT everything is saved", "{C-c}");
	stage_exit(&stage, 1);
}
END_TEST

/* A fault of our own leaves a terminal that can be used, no core file, and the signal as the end.
 */
START_TEST(test_kill_by_a_fault_restores_the_terminal)
{
	static const int faults[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
	struct termios before, after;
	int status;
	bool visible;
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_wait(&stage, "Nord");
	ck_assert(term_altscreen(stage.term));
	ck_assert_int_eq(tcgetattr(term_master(stage.term), &before), 0);
	ck_assert(!(before.c_lflag & ECHO));
	term_kill(stage.term, faults[_i]);
	ck_assert(term_wait_text(stage.term, "ended by a fault of its own", DEADLINE));
	ck_assert_int_eq(tcgetattr(term_master(stage.term), &after), 0);
	ck_assert(term_wait_exit(stage.term, DEADLINE, &status));
	ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == faults[_i]);
	ck_assert(!WCOREDUMP(status));
	ck_assert(!term_altscreen(stage.term));
	term_cursor(stage.term, NULL, NULL, &visible);
	ck_assert(visible);
	ck_assert(after.c_lflag & ECHO && after.c_lflag & ICANON);
}
END_TEST

/* Somebody new on the opening card is nobody yet. */
START_TEST(test_kill_on_the_opening_card_leaves_nobody)
{
	const char *const args[] = { "interview", stage.alliance, "--party", "Nord", "--role",
		"sponsor", "--name", "Zora Quill", NULL };
	char people[8];
	snprintf(people, sizeof(people), "%s", stage_sql(&stage, "SELECT count(*) FROM person"));
	stage_run(&stage, 24, 80, NULL, args);
	stage_wait(&stage, "Agrees to it");
	stage_wait(&stage, "Zora Quill, Nord");
	stage_idle(&stage);
	stage_kill(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM person"), people);
	ck_assert_str_eq(
		stage_sql(&stage, "SELECT count(*) FROM respondent WHERE name LIKE 'Zora%'"), "0");
	stage_run(&stage, 24, 80, NULL, args);
	stage_step(&stage, "Agrees to it", " {ENTER}{ENTER}{ENTER}{ENTER}");
	stage_wait(&stage, "Interview");
	stage_kill(&stage);
	ck_assert_str_eq(
		stage_sql(&stage, "SELECT count(*) FROM respondent WHERE name LIKE 'Zora%'"), "1");
}
END_TEST

Suite *kill_suite(void)
{
	Suite *suite = suite_create("killed");
	TCase *tcase = tcase_create("killed");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_kill_at_random_moments_loses_no_acknowledged_answer);
	tcase_add_test(tcase, test_kill_on_the_opening_card_leaves_nobody);
	tcase_add_loop_test(tcase, test_kill_by_signal_keeps_the_draft, 0, 3);
	tcase_add_test(tcase, test_kill_control_backslash_restores_the_terminal);
	tcase_add_test(tcase, test_kill_end_of_the_terminal_ends_the_program);
	tcase_add_loop_test(tcase, test_kill_beneath_an_editor_keeps_what_it_had_written, 0, 2);
	tcase_add_loop_test(
		tcase, test_kill_beneath_an_editor_keeps_what_it_had_written, SIGTERM, SIGTERM + 1);
	tcase_add_test(tcase, test_kill_control_c_twice_leaves_with_130);
	tcase_add_test(tcase, test_kill_control_c_twice_with_unsaved_answers_ends_with_1);
	tcase_add_loop_test(tcase, test_kill_by_a_fault_restores_the_terminal, 0, 5);
	suite_add_tcase(suite, tcase);
	return suite;
}
