/* SPDX-License-Identifier: MIT */
/*
 * Writes that fail, at any place: what the header says and what the file holds agree, before, while
 * and after; nothing that was shown as changed is lost, and no end of the program lies about it.
 */
#include "stage.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STEPS 5

/* A change: how to come to it while everything can be written, and the keys that make it. */
static const struct change {
	const char *steps[STEPS][2]; /* wait for, then type */
	const char *label;           /* of what is open then */
	const char *keys;
	const char *sql; /* what the file holds of it: 0 before, 1 once it is stored */
	int out;         /* keys q or Esc back to the portfolio */
} changes[] = {
	{ { { "Next:", "{TAB}e" } }, "> Name", "{C-u}Kim{TAB}",
		"SELECT count(*) FROM person WHERE name = 'Kim'", 2 },
	{ { { "Next:", "a" } }, "New person", "Kim{ENTER} {ENTER} {ENTER}{ENTER}",
		"SELECT count(*) FROM person WHERE name = 'Kim'", 1 },
	{ { { "Next:", "O" } }, "Profile", "{DOWN*14}{C-u}Kim{ENTER}",
		"SELECT count(*) FROM party WHERE name = 'Kim'", 2 },
	{ { { "Next:", "A" }, { "Performance", "{ENTER}" } }, "> Objective", "{C-u}Kim{ENTER}",
		"SELECT count(*) FROM objective WHERE text = 'Kim'", 3 },
	{ { { "Next:", "A" }, { "Performance", "a" } }, "> Objective", "Kim{C-s}",
		"SELECT count(*) FROM objective WHERE text = 'Kim'", 2 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*4}" }, { "v read", "a" } }, "> Risk",
		"Kim{C-s}", "SELECT count(*) FROM risk WHERE text = 'Kim'", 2 },
	{ { { "Next:", "A" } }, "Performance", "wKim{ENTER}",
		"SELECT count(*) FROM objective WHERE why LIKE '%Kim'", 2 },
	{ { { "Next:", "P" }, { "Plan", "r" } }, "The plan is stored", "aKim{ENTER}",
		"SELECT count(*) FROM plan_action WHERE title = 'Kim'", 3 },
	{ { { "Next:", "P" }, { "Plan", "{ENTER}" } }, "> Action", "{C-u}Kim{TAB}",
		"SELECT count(*) FROM plan_action WHERE title = 'Kim'", 3 },
	{ { { "Next:", "P" }, { "Plan", "r" } }, "The plan is stored", " ",
		"SELECT count(*) FROM plan_action WHERE status = 1", 2 },
	{ { { "Next:", "P" }, { "Plan", "C" } }, "> Steering", "{C-u}Kim{TAB}",
		"SELECT count(*) FROM alliance WHERE charter_steering = 'Kim'", 3 },
	{ { { "Next:", "P" }, { "Plan", "W" }, { "Workshop", "{ENTER}" } }, "Success, ",
		"{DOWN}Kim{TAB}", "SELECT count(*) FROM plan WHERE relevant = 'Kim'", 4 },
	{ { { "Next:", "P" }, { "Plan", "W" } }, "Workshop", "aKim{ENTER}",
		"SELECT count(*) FROM joint_objective WHERE text = 'Kim'", 4 },
	{ { { "Next:", "P" }, { "Plan", "L" } }, "Amendments", "aKim{ENTER}",
		"SELECT count(*) FROM amendment WHERE text = 'Kim'", 4 },
	{ { { "Next:", "P" }, { "Plan", "L" }, { "Amendments", "aKim{ENTER}" },
		  { "Because", "{ESC}" } },
		"Amendments", " ", "SELECT count(*) FROM amendment WHERE settled = 1", 3 },
	{ { { "Next:", "P" }, { "Plan", "r" }, { "The plan is stored", "/Gate 1{ENTER}{ENTER}" } },
		"> Outcome", " {ENTER}",
		"SELECT count(*) FROM gate_decision WHERE outcome IS NOT NULL", 3 },
	{ { { "Next:", "P" } }, "Plan", "r", "SELECT count(*) > 9 FROM plan_action", 2 },
	{ { { "Next:", "P" } }, "Plan", "s{C-u}2026-11-02{ENTER}",
		"SELECT count(*) FROM plan WHERE start IS NOT NULL", 2 },
	{ { { "Next:", "A" }, { "Performance", "jjjj{ENTER}" } }, "> KPI", "{C-u}Kim{ENTER}",
		"SELECT count(*) FROM kpi WHERE name = 'Kim'", 3 },
	{ { { "Next:", "A" }, { "Performance", "jjjja" }, { "One of your own", "{ENTER}" } },
		"> KPI", "{C-u}Kim{DOWN*2} {DOWN*9}{ENTER}",
		"SELECT count(*) FROM kpi WHERE name = 'Kim'", 2 },
	{ { { "Next:", "A" }, { "Performance", "jjjj" } }, "m new actual",
		"m{C-u}2026-09-09 77{ENTER}", "SELECT count(*) FROM actual WHERE value = 77", 2 },
	{ { { "Next:", "A" }, { "Performance", "{END}{ENTER}" } }, "> Milestone", "{C-u}Kim{ENTER}",
		"SELECT count(*) FROM milestone WHERE text = 'Kim'", 3 },
	{ { { "Next:", "A" }, { "Performance", "{TAB}" }, { "Hypothesis and", "a" } }, "> Step",
		"Kim{C-s}", "SELECT count(*) FROM process WHERE step = 'Kim'", 2 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*2}" } }, "A wide list", " ",
		"SELECT count(*) FROM checklist WHERE row = 0 AND value = 3", 2 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*3}" } }, "[2]", "5",
		"SELECT count(*) FROM route WHERE own_resources = 5", 2 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*6}" }, { "The validation team", "a" } },
		"> What happened", "Kim{C-s}", "SELECT count(*) FROM incident WHERE what = 'Kim'",
		2 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*7}" }, { "The assay", "{ENTER}" } },
		"> Company", "{DOWN}{C-u}Kim{TAB}",
		"SELECT count(*) FROM contribution WHERE brings = 'Kim'", 3 },
	{ { { "Next:", "{TAB}I" } }, "Esc leave, text kept", " Kim{ESC}",
		"SELECT count(*) FROM answer WHERE text LIKE '% Kim'", 2 },
	{ { { "Next:", "{TAB}I" }, { "Esc leave, text kept", "{ESC}" } }, "NAV", "+Kim{ENTER}",
		"SELECT count(*) FROM note WHERE text = 'Kim'", 2 },
	/* deletions */
	{ { { "Next:", "{TAB}X" } }, "answers?", "y", "SELECT count(*) = 12 FROM person", 1 },
	{ { { "Next:", "A" } }, "Performance", "X", "SELECT count(*) = 3 FROM objective", 2 },
	{ { { "Next:", "A" }, { "Performance", "jjjj" } }, "m new actual", "X",
		"SELECT count(*) = 5 FROM kpi", 2 },
	{ { { "Next:", "A" }, { "Performance", "jjjj{ENTER}" }, { "Actuals", "{DOWN*9}" } },
		"emptied, the actual", "{C-u}{ENTER}", "SELECT count(*) = 19 FROM actual", 3 },
	{ { { "Next:", "A" }, { "Performance", "{TAB*2}" } }, "A wide list", "X",
		"SELECT count(*) = 17 FROM checklist", 2 },
	{ { { "Next:", "P" }, { "Plan", "aKim{ENTER}" }, { "> Action", "{ESC}" } }, "Space status",
		"X", "SELECT count(*) = 0 FROM plan_action WHERE title = 'Kim'", 2 },
	{ { { "Next:", "P" }, { "Plan", "W" }, { "Workshop", "aKim{ENTER}" },
		  { "> Objective", "{ESC}" } },
		"Workshop", "X", "SELECT count(*) = 0 FROM joint_objective", 3 },
	{ { { "Next:", "P" }, { "Plan", "L" }, { "Amendments", "aKim{ENTER}" },
		  { "Because", "{ESC}" } },
		"Amendments", "X", "SELECT count(*) = 0 FROM amendment WHERE text = 'Kim'", 3 },
};
#define CHANGES (int)(sizeof(changes) / sizeof(*changes))

static struct stage stage;
static char root[512];

static void setup(void)
{
	char said[1024];
	ck_assert_ptr_nonnull(getcwd(root, sizeof(root)));
	stage_begin(&stage);
	stage.fails = true;
	ck_assert_int_eq(stage_command(&stage, said, sizeof(said),
				 "import %s/tests/data/one-round.json 2>&1", root),
		0);
}

static void teardown(void)
{
	stage_end(&stage);
}

/* A statement for every table, with its name where it has a %. */
static void for_every_table(const char *statement)
{
	char tables[8192], *rest = tables, *table;
	snprintf(tables, sizeof(tables), "%s",
		stage_sql(&stage,
			"SELECT group_concat(name, ' ') FROM sqlite_master WHERE type = 'table' "
			"AND name NOT LIKE 'sqlite%'"));
	while ((table = strsep(&rest, " "))) {
		char *sql = sqlite3_mprintf(statement, table, table, table, table);
		stage_sql_run(&stage, sql);
		sqlite3_free(sql);
	}
}

/* By the disk where tests/fault/run.sh gives it a way to, else by every table. */
static bool by_the_disk(char *gate, size_t size)
{
	snprintf(gate, size, "%s/full", stage.home);
	return getenv("IOFAULT_SO") != NULL;
}

static void refuse(void)
{
	char gate[128];
	if (by_the_disk(gate, sizeof(gate))) {
		FILE *full = fopen(gate, "w");
		ck_assert_ptr_nonnull(full);
		fclose(full);
		return;
	}
	for_every_table("CREATE TRIGGER no_insert_%s BEFORE INSERT ON \"%w\" BEGIN "
			"SELECT RAISE(ABORT, 'no room'); END");
	for_every_table("CREATE TRIGGER no_update_%s BEFORE UPDATE ON \"%w\" BEGIN "
			"SELECT RAISE(ABORT, 'no room'); END");
	for_every_table("CREATE TRIGGER no_delete_%s BEFORE DELETE ON \"%w\" BEGIN "
			"SELECT RAISE(ABORT, 'no room'); END");
}

static void allow(void)
{
	char gate[128];
	if (by_the_disk(gate, sizeof(gate))) {
		ck_assert_int_eq(unlink(gate), 0);
		return;
	}
	for_every_table("DROP TRIGGER no_insert_%s");
	for_every_table("DROP TRIGGER no_update_%s");
	for_every_table("DROP TRIGGER no_delete_%s");
}

static void start(void)
{
	stage_run(&stage, 24, 80, NULL, NULL);
	stage_wait(&stage, "3.22");
}

static void change(const struct change *change)
{
	start();
	ck_assert(term_keys(stage.term, "{ENTER}"));
	for (int i = 0; i < STEPS && change->steps[i][0]; i++) {
		stage_step(&stage, change->steps[i][0], change->steps[i][1]);
		stage_idle(&stage);
	}
	stage_wait(&stage, change->label);
	refuse();
	ck_assert(term_keys(stage.term, change->keys));
	stage_wait(&stage, "1 NOT SAVED !");
	ck_assert_str_eq(stage_sql(&stage, change->sql), "0");
}

static void walk_away(const struct change *change)
{
	for (int i = 0; i < change->out; i++) {
		stage_idle(&stage);
		ck_assert(term_keys(stage.term, "{ESC}"));
	}
	stage_wait(&stage, "Portfolio");
	stage_wait(&stage, "1 NOT SAVED !");
}

START_TEST(test_waiting_change_is_stored_wherever_one_is_by_then)
{
	change(&changes[_i]);
	walk_away(&changes[_i]);
	allow();
	stage_gone(&stage, "NOT SAVED !");
	stage_wait(&stage, "saved ");
	ck_assert_str_eq(stage_sql(&stage, changes[_i].sql), "1");
	ck_assert(term_keys(stage.term, "q"));
	stage_exit(&stage, 0);
	ck_assert_str_eq(stage_sql(&stage, changes[_i].sql), "1");
}
END_TEST

/* Leaving asks; who leaves all the same is told so, on every way out. */
START_TEST(test_waiting_change_is_not_left_without_a_word)
{
	const struct change *one = &changes[_i * CHANGES / 4];
	change(one);
	if (_i < 2)
		walk_away(one);
	if (_i == 0) {
		ck_assert(term_keys(stage.term, "q"));
		stage_step(&stage, "1 change is not stored", "n");
		stage_step(&stage, "1 NOT SAVED !", "q");
		stage_step(&stage, "1 change is not stored", "y");
	} else if (_i == 1) {
		ck_assert(term_keys(stage.term, "{C-c}"));
		stage_step(&stage, "NOT everything is saved", "{C-c}");
	} else {
		term_kill(stage.term, _i == 2 ? SIGTERM : SIGHUP);
	}
	stage_exit(&stage, 1);
	stage_wait(&stage, "could not be saved: ");
	ck_assert_str_eq(stage_sql(&stage, one->sql), "0");
}
END_TEST

static const char alliance_count[] = "SELECT count(*) FROM alliance";

static const char *alliances(void)
{
	return stage_sql(&stage, alliance_count);
}

static void new_alliance(const char *keys)
{
	start();
	ck_assert(term_keys(stage.term, "a"));
	stage_wait(&stage, "New alliance");
	refuse();
	ck_assert(term_keys(stage.term, "Ost & West{ENTER}Ost{ENTER}West"));
	if (keys)
		ck_assert(term_keys(stage.term, keys));
	stage_wait(&stage, "NOT SAVED !");
	stage_wait(&stage, "Ost & West");
}

/* What a form makes is made as soon as it can be; it says so until then. */
START_TEST(test_waiting_form_is_made_without_a_key)
{
	new_alliance("{DOWN*9}{ENTER}");
	ck_assert_str_eq(alliances(), "1");
	allow();
	stage_wait(&stage, "Next:");
	stage_gone(&stage, "NOT SAVED !");
	ck_assert_str_eq(alliances(), "2");
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM draft"), "0");
}
END_TEST

START_TEST(test_waiting_card_opens_the_interview_once_it_is_stored)
{
	static const char count[] = "SELECT count(*) FROM respondent";
	start();
	ck_assert(term_keys(stage.term, "{ENTER}"));
	stage_step(&stage, "Next:", "{ENTER}");
	stage_wait(&stage, "> Agrees to it");
	refuse();
	ck_assert(term_keys(stage.term, " {C-s}"));
	stage_wait(&stage, "NOT SAVED !");
	ck_assert_str_eq(stage_sql(&stage, count), "10");
	allow();
	stage_wait(&stage, "1/47");
	stage_wait(&stage, "is saved now.");
	ck_assert_ptr_null(strstr(term_text(stage.term), "NOT SAVED"));
	ck_assert_str_eq(stage_sql(&stage, count), "11");
}
END_TEST

/* Nobody can say who has it: it is read until it can be held, and goes on then by itself. */
START_TEST(test_waiting_interview_is_read_until_it_can_be_held)
{
	start();
	ck_assert(term_keys(stage.term, "{ENTER}"));
	stage_wait(&stage, "Next:");
	stage_idle(&stage);
	refuse();
	ck_assert(term_keys(stage.term, "{TAB}I"));
	stage_wait(&stage, "READ ONLY");
	stage_wait(&stage, "it is tried again by itself");
	ck_assert_ptr_null(strstr(term_text(stage.term), "i write"));
	ck_assert_ptr_null(strstr(term_text(stage.term), "NOT SAVED"));
	ck_assert(term_keys(stage.term, "ix3Kim"));
	stage_idle(&stage);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM hold"), "0");
	allow();
	stage_gone(&stage, "READ ONLY");
	stage_wait(&stage, "the interview can be changed");
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM hold"), "1");
	ck_assert(term_keys(stage.term, _i ? " Kim{ESC}" : "{ESC}"));
	stage_wait(&stage, "NAV");
	stage_wait(&stage, "i write");
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM answer WHERE text LIKE '%Kim%'"),
		_i ? "1" : "0");
}
END_TEST

/* What cannot wait without lying is refused: the screen stays as it is, and so does the file. */
static void refused(const char *keys, const char *sql, const char *stays)
{
	refuse();
	ck_assert(term_keys(stage.term, keys));
	stage_wait(&stage, getenv("IOFAULT_SO") ? "no room" : "nothing was changed");
	ck_assert_ptr_null(strstr(term_text(stage.term), "NOT SAVED"));
	ck_assert_str_eq(stage_sql(&stage, sql), stays);
	allow();
}

START_TEST(test_waiting_undo_is_refused_and_changes_nothing)
{
	static const char count[] = "SELECT count(*) FROM objective";
	start();
	ck_assert(term_keys(stage.term, "{ENTER}"));
	stage_step(&stage, "Next:", "A");
	stage_step(&stage, "Performance", "X");
	stage_wait(&stage, "Working prototype of the Kestrel");
	stage_idle(&stage);
	refused("u", count, "3");
	ck_assert(term_keys(stage.term, "u"));
	stage_wait(&stage, "Undone");
	ck_assert_str_eq(stage_sql(&stage, count), "4");
	refused("U", count, "4");
}
END_TEST

START_TEST(test_waiting_alliance_is_deleted_or_it_stays)
{
	start();
	ck_assert(term_keys(stage.term, "X"));
	stage_wait(&stage, "answers?");
	refused("y", alliance_count, "1");
	stage_wait(&stage, "3.22");
	stage_idle(&stage);
	ck_assert(term_keys(stage.term, "X"));
	stage_step(&stage, "answers?", "y");
	stage_gone(&stage, "3.22");
	ck_assert_str_eq(alliances(), "0");
	refused("u", alliance_count, "0");
}
END_TEST

/* Typed words that cannot even be kept as a draft. */
START_TEST(test_waiting_words_of_a_form_are_not_said_to_be_saved)
{
	new_alliance(NULL);
	ck_assert(term_keys(stage.term, "{C-c}"));
	stage_wait(&stage, "NOT everything is saved");
	if (_i == 0)
		ck_assert(term_keys(stage.term, "{C-c}"));
	else if (_i == 1)
		ck_assert(term_keys(stage.term, "{C-\\}"));
	else
		term_kill(stage.term, SIGTERM);
	stage_exit(&stage, 1);
	stage_wait(&stage, "could not be saved: ");
	ck_assert(!term_altscreen(stage.term));
}
END_TEST

Suite *waiting_suite(void)
{
	Suite *suite = suite_create("waiting");
	TCase *tcase = tcase_create("waiting");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(
		tcase, test_waiting_change_is_stored_wherever_one_is_by_then, 0, CHANGES);
	suite_add_tcase(suite, tcase);
	tcase = tcase_create("waiting ways out");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_waiting_change_is_not_left_without_a_word, 0, 4);
	tcase_add_test(tcase, test_waiting_form_is_made_without_a_key);
	tcase_add_test(tcase, test_waiting_card_opens_the_interview_once_it_is_stored);
	tcase_add_loop_test(tcase, test_waiting_interview_is_read_until_it_can_be_held, 0, 2);
	tcase_add_test(tcase, test_waiting_undo_is_refused_and_changes_nothing);
	tcase_add_test(tcase, test_waiting_alliance_is_deleted_or_it_stays);
	tcase_add_loop_test(tcase, test_waiting_words_of_a_form_are_not_said_to_be_saved, 0, 3);
	suite_add_tcase(suite, tcase);
	return suite;
}
