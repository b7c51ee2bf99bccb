/* SPDX-License-Identifier: MIT */
/*
 * A whole interview on the real program, by as few keys as it takes: those that are not the words
 * of an answer are counted.
 */
#include "stage.h"

#include <stdio.h>
#include <string.h>

#define KEYS_MOST 75   /* that are no words, of a whole interview */
#define QUESTIONS 45   /* at the least, of a manager */
#define STEPS_MOST 120 /* a loop that does not end is a fault */

static struct stage stage;

static void setup(void)
{
	stage_begin(&stage);
}

static void teardown(void)
{
	stage_end(&stage);
}

/* How a question is answered is told by its footer: the keys, and how many of them there are. */
static const struct manner {
	const char *footer, *words, *keys;
	int count;
} manners[] = {
	{ "1-5 rate", "", "4", 1 },
	{ "0-9 points", "", "40{DOWN}30{DOWN}20{DOWN}10{ENTER}", 12 },
	{ "Enter take", "", "{DOWN}{ENTER}", 2 },
	{ "PgDn next question", "In May", "{PGDN}", 1 },
};

static const struct manner *manner_of(struct term *term)
{
	for (size_t i = 0; i < sizeof(manners) / sizeof(*manners); i++)
		if (strstr(term_text(term), manners[i].footer))
			return &manners[i];
	FAIL_WITH_SCREEN(&stage, "no way to answer this");
}

/* The question that is shown, 0 when it is the review. */
static int question(struct term *term)
{
	char head[512];
	int number = 0;
	if (strstr(term_text(term), "To settle"))
		return 0;
	snprintf(head, sizeof(head), "%s", term_row(term, 0));
	const char *slash = strchr(head, '/');
	if (!slash)
		return 0;
	while (slash > head && slash[-1] != ' ')
		slash--;
	if (sscanf(slash, "%d/", &number) != 1)
		FAIL_WITH_SCREEN(&stage, "no number before the stroke");
	return number;
}

static int answer(struct term *term)
{
	const struct manner *manner = manner_of(term);
	int before = question(term);
	ck_assert(term_keys(term, manner->words));
	ck_assert(term_keys(term, manner->keys));
	for (int i = 0; i < 100 && question(term) == before; i++)
		stage_idle(&stage);
	ck_assert_msg(question(term) != before, "question %d stays", before);
	return manner->count;
}

/* The card: agreed, and a rating is to go on. */
static int begin(void)
{
	char id[64];
	ck_assert_int_eq(
		stage_command(&stage, id, sizeof(id), "new --name Nord --party Nord --party Sued"),
		0);
	id[strcspn(id, "\n")] = '\0';
	const char *const args[] = { "interview", id, "--party", "Nord", "--role", "manager",
		"--name", "Ana Ruiz", NULL };
	stage_run(&stage, 24, 80, NULL, args);
	stage_step(&stage, "After a rating       stay", " {DOWN*4} {ENTER}");
	stage_wait(&stage, "PgDn next question");
	return 1 + 4 + 1 + 1;
}

START_TEST(test_asked_a_whole_interview_takes_few_keys)
{
	int keys = begin(), answered = 0;
	stage_idle(&stage);
	for (int i = 0; i < STEPS_MOST && question(stage.term); i++, answered++)
		keys += answer(stage.term);
	ck_assert_int_ge(answered, QUESTIONS);
	stage_step(&stage, "To settle", "F");
	stage_wait(&stage, "Finished.");
	keys++;
	ck_assert_int_le(keys, KEYS_MOST);
	ck_assert_str_eq(stage_sql(&stage, "SELECT count(*) FROM answer WHERE state IS NULL"), "0");
}
END_TEST

Suite *asked_suite(void)
{
	Suite *suite = suite_create("asked");
	TCase *tests = tcase_create("asked");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 180);
	tcase_add_test(tests, test_asked_a_whole_interview_takes_few_keys);
	suite_add_tcase(suite, tests);
	return suite;
}
