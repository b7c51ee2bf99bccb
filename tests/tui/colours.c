/* SPDX-License-Identifier: MIT */
/*
 * Which colours the terminal is sent: by NO_COLOR, --color, what TERM can do, and the settings; and
 * keys and the mouse as a configuration file has them.
 */
#include "stage.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { YELLOW = 3, MAGENTA = 5 };
#define ROWS 40
#define COLS 120

/* The colours of the letters on the screen, a bit each; underlined: is anything? */
static unsigned colours_of(struct term *term, bool *underlined)
{
	unsigned seen = 0;
	*underlined = false;
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			struct term_cell cell = term_at(term, row, col);
			ck_assert_int_eq(cell.bg, -1);
			if (cell.fg >= 0)
				seen |= 1u << cell.fg;
			*underlined |= cell.underline && *cell.text > ' ';
		}
	return seen;
}

static void settle(const struct stage *stage, const char *lines)
{
	char path[128];
	snprintf(path, sizeof(path), "%s/.config", stage->home);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/.config/rekindle", stage->home);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/.config/rekindle/config", stage->home);
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(lines, file);
	fclose(file);
}

static const struct {
	const char *env, *option, *settings;
	unsigned has, lacks; /* colours */
	bool underlined;
} cases[] = {
	{ NULL, NULL, "", 1u << YELLOW, 0, false },
	{ "NO_COLOR=1", NULL, "", 0, ~0u, false },
	{ "NO_COLOR=", NULL, "", 1u << YELLOW, 0, false },
	{ "NO_COLOR=1", "--color=always", "", 1u << YELLOW, 0, false },
	{ "NO_COLOR=1", "--color=auto", "", 0, ~0u, false },
	{ NULL, "--color=never", "", 0, ~0u, false },
	{ "TERM=vt100", "--color=always", "", 0, ~0u, false },
	{ NULL, NULL, "color weak magenta\n", 1u << MAGENTA, 1u << YELLOW, false },
	{ NULL, NULL, "color weak default underline\n", 0, 1u << YELLOW, true },
	{ NULL, "--color=never", "color weak magenta underline\n", 0, ~0u, true },
};

START_TEST(test_colours_are_those_that_are_wanted)
{
	struct stage stage;
	bool underlined;
	stage_begin(&stage);
	settle(&stage, cases[_i].settings);
	stage.env = cases[_i].env;
	stage_run(
		&stage, ROWS, COLS, NULL, (const char *const[]){ "demo", cases[_i].option, NULL });
	stage_step(&stage, "Next", "D");
	stage_wait(&stage, "Diagnosis");
	stage_idle(&stage);
	unsigned seen = colours_of(stage.term, &underlined);
	ck_assert_msg((seen & cases[_i].has) == cases[_i].has, "colours %x", seen);
	ck_assert_msg(!(seen & cases[_i].lacks), "colours %x", seen);
	ck_assert_int_eq(underlined, cases[_i].underlined);
	stage_end(&stage);
}
END_TEST

START_TEST(test_settings_of_a_file_hold_on_the_screens)
{
	struct stage stage;
	stage_begin(&stage);
	settle(&stage, "key plan C-o\nkey up-level Z\nmouse yes\n");
	stage_run(&stage, ROWS, COLS, NULL, (const char *const[]){ "demo", NULL });
	stage_step(&stage, "^O plan", "P");
	stage_step(&stage, "Next", "{C-o}");
	stage_step(&stage, "Z up", "q");
	stage_step(&stage, "Plan", "Z");
	stage_wait(&stage, "^O plan");
	ck_assert(term_mouse(stage.term));
	stage_end(&stage);
}
END_TEST

/* Nothing is drawn before a file that cannot be meant is told. */
START_TEST(test_settings_that_are_faulty_keep_the_screens_away)
{
	struct stage stage;
	stage_begin(&stage);
	settle(&stage, "\nkey plan A\n");
	stage_run(&stage, ROWS, COLS, NULL, (const char *const[]){ "demo", NULL });
	stage_exit(&stage, 2);
	stage_wait(&stage, "/.config/rekindle/config:2: plan cannot have A");
	ck_assert(!term_altscreen(stage.term));
	stage_end(&stage);
}
END_TEST

Suite *colours_suite(void)
{
	Suite *suite = suite_create("colours");
	TCase *tcase = tcase_create("colours");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_colours_are_those_that_are_wanted, 0,
		(int)(sizeof(cases) / sizeof(*cases)));
	tcase_add_test(tcase, test_settings_of_a_file_hold_on_the_screens);
	tcase_add_test(tcase, test_settings_that_are_faulty_keep_the_screens_away);
	suite_add_tcase(suite, tcase);
	return suite;
}
