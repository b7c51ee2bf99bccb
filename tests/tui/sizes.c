/* SPDX-License-Identifier: MIT */
/*
 * Every screen at every size, in both locales, and a storm of resizes.
 */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct stage stage;
static char root[512];

static void setup(void)
{
	char out[512];
	stage_begin(&stage);
	ck_assert_int_eq(stage_command(&stage, out, sizeof(out),
				 "import '%s/tests/data/one-round.json' 2>&1", root),
		0);
}

static void teardown(void)
{
	stage_end(&stage);
}

/* How to reach a screen: text to wait for > keys > text > keys …, then what its header begins with.
 */
#define HOME "Phoenix>{ENTER}>Home>"
#define INTERVIEW HOME "{TAB}{ENTER}>Interview>"
#define STORED HOME "P>Plan>r>stored>"
#define RATED INTERVIEW "{PGDN}>2/46>{PGDN}>3/46>"
static const struct {
	const char *name, *way, *title;
	bool text;
} screens[] = {
	{ "portfolio", "3.22>", "Portfolio", false },
	{ "new alliance", "Phoenix>a", "New alliance", true },
	{ "home", "Phoenix>{ENTER}", "Home", false },
	{ "person", HOME "a", "New person", true },
	{ "profile", HOME "O", "Profile", true },
	{ "opening", HOME "{ENTER}", "Opening", true },
	{ "interview", HOME "{TAB}{ENTER}", "Interview", true },
	{ "rated question", RATED, "Interview", false },
	{ "review", RATED "v", "Review", false },
	{ "jump list", RATED "g", "Questions", false },
	{ "diagnosis", HOME "D", "Diagnosis", false },
	{ "diagnosis unfolded", HOME "D>Diagnosis>z", "Diagnosis", false },
	{ "why", HOME "D>Diagnosis>{ENTER}", "Diagnosis", false },
	{ "situation", HOME "D>Diagnosis>S", "Situation", false },
	{ "audit", HOME "A", "Audit", false },
	{ "audit checklists", HOME "A>Audit>{TAB}{TAB}", "Audit", false },
	{ "findings", HOME "D>Diagnosis>F", "Findings", false },
	{ "plan", HOME "P", "Plan", false },
	{ "plan as gantt", STORED "{TAB}", "Plan", false },
	{ "plan as calendar", STORED "{TAB}{TAB}", "Plan", false },
	{ "action", STORED "{ENTER}", "Action", true },
	{ "workshop", STORED "W", "Workshop", false },
	{ "charter", STORED "C", "Charter", true },
	{ "amendments", STORED "L", "Amendments", false },
	{ "report", HOME "R", "Report", false },
	{ "parts of the report", HOME "R>Report>s", "Parts", false },
	{ "preview", HOME "v", "Preview", false },
	{ "quotes", HOME "R>Report>\"", "Quotes", false },
	{ "help", HOME "?", "Home", false },
	{ "palette", HOME ":", "Home", true },
};
#define SCREENS ((int)(sizeof(screens) / sizeof(*screens)))
static const int sizes[][2] = { { 24, 80 }, { 40, 120 }, { 12, 40 }, { 10, 40 } };
#define SIZES ((int)(sizeof(sizes) / sizeof(*sizes)))

static void reach(int i, int rows, int cols, const char *locale)
{
	static const char *const no_args[] = { NULL };
	char way[256], *rest = way;
	stage_run(&stage, rows, cols, locale, no_args);
	snprintf(way, sizeof(way), "%s", screens[i].way);
	for (char *wait; (wait = strsep(&rest, ">")) && *wait;) {
		char *keys = strsep(&rest, ">");
		stage_step(&stage, wait, keys ? keys : "");
	}
	stage_wait(&stage, screens[i].title);
	stage_wait(&stage, screens[i].text ? "TEXT" : "NAV");
	stage_idle(&stage);
}

/* The frame of a screen: title, mode in the last row, the way out, nothing beyond column cols - 2.
 */
static void check_frame(int i, int rows, int cols)
{
	char head[512];
	snprintf(head, sizeof(head), "%s", term_row(stage.term, 0));
	if (strncmp(head, "  ", 2) || strncmp(head + 2, screens[i].title, strlen(screens[i].title)))
		FAIL_WITH_SCREEN(&stage, "%s at %dx%d: no title %s", screens[i].name, rows, cols,
			screens[i].title);
	const char *foot = term_row(stage.term, rows - 1);
	if (!strstr(foot, screens[i].text ? "TEXT" : "NAV"))
		FAIL_WITH_SCREEN(
			&stage, "%s at %dx%d: mode not named", screens[i].name, rows, cols);
	if (!strstr(head, "saved"))
		FAIL_WITH_SCREEN(&stage, "%s at %dx%d: saved is cut", screens[i].name, rows, cols);
}

START_TEST(test_sizes_each_screen_is_drawn_right)
{
	int i = _i / SIZES, rows = sizes[_i % SIZES][0], cols = sizes[_i % SIZES][1];
	reach(i, rows, cols, NULL);
	check_frame(i, rows, cols);
	/* the title stack is all that libvterm does not know */
	ck_assert_str_eq(term_unhandled(stage.term), "CSI22t ");
}
END_TEST

START_TEST(test_sizes_too_small_says_what_is_needed_and_comes_back)
{
	reach(_i, 24, 80, NULL);
	char *before = strdup(term_text(stage.term));
	term_resize(stage.term, 8, 30);
	stage_wait(&stage, "rekindle needs 40 x 10");
	stage_wait(&stage, "This window is 30 x 8");
	term_resize(stage.term, 24, 80);
	stage_gone(&stage, "rekindle needs");
	stage_wait(&stage, screens[_i].title);
	stage_idle(&stage);
	ck_assert_str_eq(term_text(stage.term), before);
	free(before);
}
END_TEST

START_TEST(test_sizes_in_the_c_locale_only_ascii_is_drawn)
{
	reach(_i, 24, 80, "C");
	check_frame(_i, 24, 80);
	for (const char *p = term_text(stage.term); *p; p++)
		if ((unsigned char)*p > 0x7E)
			FAIL_WITH_SCREEN(&stage, "%s: not ASCII", screens[_i].name);
}
END_TEST

static const char *wrong_colour(int rows, int cols)
{
	static char where[64];
	for (int i = 0; i < rows * cols; i++) {
		struct term_cell cell = term_at(stage.term, i / cols, i % cols);
		snprintf(where, sizeof(where), "row %d, column %d", i / cols, i % cols);
		if (cell.bg != -1 || cell.fg < -1 || cell.fg > 7 || cell.blink)
			return where;
	}
	return NULL;
}

static void copy_database(const char *from_to)
{
	char out[64];
	ck_assert_int_eq(
		stage_command(&stage, out, sizeof(out), "list >/dev/null; cp %s", from_to), 0);
}

/* Paper and ink are the terminal's own, so that they are told apart on white as on black; and what
 * a colour says is said in letters too. */
START_TEST(test_sizes_colours_are_the_terminals_and_say_nothing_alone)
{
	copy_database("test.db kept.db");
	reach(_i, 24, 80, NULL);
	char *coloured = strdup(term_text(stage.term));
	const char *wrong = wrong_colour(24, 80);
	if (wrong)
		FAIL_WITH_SCREEN(&stage, "%s: %s", screens[_i].name, wrong);
	stage_kill(&stage);
	copy_database("kept.db test.db");
	stage.env = "NO_COLOR=1";
	reach(_i, 24, 80, NULL);
	ck_assert_str_eq(term_text(stage.term), coloured);
	ck_assert_ptr_null(strpbrk(term_attrs(stage.term), "cBR01234567"));
	free(coloured);
}
END_TEST

START_TEST(test_sizes_a_storm_of_resizes_ends_right)
{
	unsigned seed = 20261015;
	reach(_i, 24, 80, NULL);
	char *before = strdup(term_text(stage.term));
	for (int n = 0; n < 60; n++) {
		seed = seed * 1103515245u + 12345u;
		int rows = 2 + (int)(seed >> 16) % 50;
		seed = seed * 1103515245u + 12345u;
		int cols = 2 + (int)(seed >> 16) % 160;
		term_resize(stage.term, rows, cols);
		if (n % 7 == 0)
			stage_idle(&stage);
	}
	term_resize(stage.term, 24, 80);
	stage_wait(&stage, screens[_i].title);
	/* the last size is painted, however the signals came together */
	for (int tries = 0; tries < 100 && strcmp(term_text(stage.term), before); tries++)
		term_wait_quiet(stage.term, 50, 1000);
	ck_assert_str_eq(term_text(stage.term), before);
	free(before);
}
END_TEST

Suite *sizes_suite(void)
{
	Suite *suite = suite_create("sizes");
	TCase *tcase = tcase_create("sizes");
	if (!getcwd(root, sizeof(root)))
		abort();
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 300);
	tcase_add_loop_test(tcase, test_sizes_each_screen_is_drawn_right, 0, SCREENS * SIZES);
	tcase_add_loop_test(
		tcase, test_sizes_too_small_says_what_is_needed_and_comes_back, 0, SCREENS);
	tcase_add_loop_test(tcase, test_sizes_in_the_c_locale_only_ascii_is_drawn, 0, SCREENS);
	tcase_add_loop_test(
		tcase, test_sizes_colours_are_the_terminals_and_say_nothing_alone, 0, SCREENS);
	tcase_add_loop_test(tcase, test_sizes_a_storm_of_resizes_ends_right, 0, SCREENS);
	suite_add_tcase(suite, tcase);
	return suite;
}
