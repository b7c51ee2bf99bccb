/* SPDX-License-Identifier: MIT */
/*
 * The terminal's cursor on every screen: on what is being written, else on the row in focus, hidden
 * as it is; where nothing has the focus, at the top of what is read.
 */
#include "stage.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BODY_TOP 2

static const char alliance[] = "Phoenix Labs and GenTech Solutions";

/* From the home on: keys, what is to be seen then, and the keys back to the home. */
static const struct {
	const char *name, *keys, *seen, *back;
	bool focus; /* a row has it, and is in sight in a window of 24 rows */
} places[] = {
	{ "home", "", "Next:", "", true },
	{ "home, a person", "{DOWN}{DOWN}", "Next:", "{HOME}", true },
	{ "audit", "A", "Audit", "q", true },
	{ "audit, process", "A{TAB}{DOWN}", "Audit", "q", true },
	{ "audit, checklists", "A{TAB}{TAB}{DOWN*4}", "Audit", "q", true },
	{ "audit, a row in full", "Av", "Audit", "qq", false },
	{ "audit, form", "A{DOWN}{ENTER}", "TEXT", "{ESC}q", true },
	{ "diagnosis", "D", "Diagnosis", "q", true },
	{ "why", "D{ENTER}", "Diagnosis", "qq", false },
	{ "findings", "DF{DOWN*3}", "Findings", "qq", true },
	{ "situation", "DS", "Situation", "qq", false },
	{ "plan", "P{DOWN*3}", "Plan", "q", true },
	{ "plan, why", "P{DOWN}w", "Plan", "qq", false },
	{ "gantt", "P{TAB}{DOWN}", "Plan", "q", true },
	{ "calendar", "P{TAB}{TAB}{DOWN}", "Plan", "q", true },
	{ "workshop", "PW", "Workshop", "qq", true },
	{ "days off", "Pd", "Days off", "qq", true },
	{ "charter", "PC", "Charter", "{ESC}q", true },
	{ "meeting", "M", "Meeting", "q", false },
	{ "report", "R", "Report", "q", true },
	{ "parts of the report", "Rs{DOWN}", "Parts", "qq", true },
	{ "preview", "v", "Preview", "q", false },
	{ "profile", "O{DOWN}", "Profile", "{ESC}", true },
	{ "help", "?{DOWN}", "Esc close", "{ESC}", true },
	{ "palette", ":pl", "Esc close", "{ESC}", true },
	{ "search", "/o", "Find:", "{ESC}", true },
};

static bool is_reversed(struct term *term, int row, int cols)
{
	for (int col = 0; col < cols; col++)
		if (term_at(term, row, col).reverse)
			return true;
	return false;
}

static bool any_reversed(struct term *term, int rows, int cols)
{
	for (int row = 0; row < rows; row++)
		if (is_reversed(term, row, cols))
			return true;
	return false;
}

static void look(struct stage *stage, const char *name, bool focus, int rows, int cols)
{
	int row, col;
	bool visible;
	term_cursor(stage->term, &row, &col, &visible);
	bool has = visible || any_reversed(stage->term, rows, cols);
	if (focus && !has && rows >= 24)
		FAIL_WITH_SCREEN(stage, "%s at %dx%d: nothing has the focus", name, rows, cols);
	if (visible && strncmp(term_row(stage->term, rows - 1) + 2, "TEXT", 4) != 0)
		FAIL_WITH_SCREEN(stage, "%s at %dx%d: a cursor in NAV", name, rows, cols);
	if (!visible && has && !is_reversed(stage->term, row, cols))
		FAIL_WITH_SCREEN(
			stage, "%s at %dx%d: cursor at %d, %d", name, rows, cols, row, col);
	if (!has && (row != BODY_TOP || col))
		FAIL_WITH_SCREEN(
			stage, "%s at %dx%d: no focus, %d, %d", name, rows, cols, row, col);
}

/* Esc by itself: with a key behind it, it would be another one. */
static void go_back(struct stage *stage, const char *keys)
{
	size_t escape = strncmp(keys, "{ESC}", 5) == 0 ? 5 : 0;
	if (escape) {
		term_keys(stage->term, "{ESC}");
		stage_gone(stage, "TEXT");
	}
	stage_idle(stage);
	term_keys(stage->term, keys + escape);
}

static void walk(int rows, int cols)
{
	struct stage stage = { 0 };
	char root[512], said[4096];
	stage_begin(&stage);
	ck_assert_ptr_nonnull(getcwd(root, sizeof(root)));
	ck_assert_int_eq(stage_command(&stage, said, sizeof(said),
				 "import %s/tests/data/one-round.json 2>&1", root),
		0);
	stage_run(&stage, rows, cols, NULL, (const char *const[]){ "open", alliance, NULL });
	stage_wait(&stage, "Next:");
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		term_keys(stage.term, places[i].keys);
		stage_wait(&stage, places[i].seen);
		stage_idle(&stage);
		look(&stage, places[i].name, places[i].focus, rows, cols);
		go_back(&stage, places[i].back);
		stage_wait(&stage, "Next:");
		stage_idle(&stage);
	}
	stage_end(&stage);
}

START_TEST(test_cursor_stands_on_the_focus_of_every_screen)
{
	static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 } };
	walk(sizes[_i][0], sizes[_i][1]);
}
END_TEST

/* The rows that keys go over, one by one. */
START_TEST(test_cursor_goes_with_the_focus)
{
	struct stage stage = { 0 };
	int row, col, before = -1;
	bool visible;
	stage_begin(&stage);
	stage_run(&stage, 24, 80, NULL, (const char *const[]){ "demo", NULL });
	stage_step(&stage, "Next:", "A");
	stage_wait(&stage, "Performance");
	for (int i = 0; i < 5; i++) {
		stage_idle(&stage);
		term_cursor(stage.term, &row, &col, &visible);
		ck_assert_int_gt(row, before);
		ck_assert_int_eq(col, 0);
		ck_assert_str_eq(term_at(stage.term, row, 0).text, ">");
		before = row;
		term_keys(stage.term, "j");
	}
	stage_end(&stage);
}
END_TEST

/* For slow lines: what a key of ten down and ten up sends, in the mean. */
START_TEST(test_cursor_moves_by_few_bytes)
{
	enum { STEPS = 10, BYTES_MOST = 200 };
	static const char *const lists[][3] = { { "", "Next:", "" }, { "A", "Audit", "q" },
		{ "D", "Diagnosis", "q" }, { "P", "Plan", "q" }, { "P{TAB}{TAB}", "table", "q" },
		{ "T", "Trend", "q" } };
	struct stage stage = { 0 };
	stage_begin(&stage);
	stage_run(&stage, 24, 80, NULL, (const char *const[]){ "demo", NULL });
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		stage_wait(&stage, "Next:");
		term_keys(stage.term, lists[i][0]);
		stage_wait(&stage, lists[i][1]);
		stage_idle(&stage);
		size_t before = term_bytes(stage.term);
		for (int step = 0; step < 2 * STEPS; step++) {
			term_keys(stage.term, step < STEPS ? "{DOWN}" : "{UP}");
			stage_idle(&stage);
		}
		size_t bytes = (term_bytes(stage.term) - before) / (size_t)(2 * STEPS);
		if (!bytes || bytes > BYTES_MOST)
			FAIL_WITH_SCREEN(&stage, "%zu bytes a key", bytes);
		term_keys(stage.term, lists[i][2]);
	}
	stage_end(&stage);
}
END_TEST

Suite *focus_suite(void)
{
	Suite *suite = suite_create("cursor");
	TCase *tcase = tcase_create("cursor");
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, test_cursor_stands_on_the_focus_of_every_screen, 0, 3);
	tcase_add_test(tcase, test_cursor_goes_with_the_focus);
	tcase_add_test(tcase, test_cursor_moves_by_few_bytes);
	suite_add_tcase(suite, tcase);
	return suite;
}
