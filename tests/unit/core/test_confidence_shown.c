/* SPDX-License-Identifier: MIT */
/*
 * The grade that an edition gives of what it shows (rekindle-method(7), section 9).
 */
#include "../../../src/core/score/basis.h"
#include "build.h"

Suite *confidence_shown_suite(void);

#define PEOPLE GRADE_A_MIN /* of either party, one of each role */

static struct build b;
static struct diagnosis shown;

/* Two parties of which everybody was heard by name; the primary cause has most points. */
static void begin(void)
{
	build_init(&b);
	shown = (struct diagnosis){ .primary = { .cause = CAUSE_TYPE } };
	for (int p = 0; p < 2; p++) {
		int party = build_party(&b, p ? "B" : "A");

		for (int i = 0; i < PEOPLE; i++)
			build_rate(&b, build_respondent(&b, party, (enum role)i), 0, 3);
		shown.scores.with_data[p] = PEOPLE;
	}
	record_settle(&b.rec);
	for (int c = 0; c < CAUSE_COUNT; c++)
		shown.scores.split.overall[c] = c == CAUSE_TYPE ? 40 : 20;
}

static void assert_grade(enum grade grade)
{
	ck_assert_str_eq(grade_word(confidence_shown(&shown, &b.rec)), grade_word(grade));
	build_release(&b);
}

START_TEST(test_confidence_shown_is_a_where_everything_holds)
{
	begin();
	assert_grade(GRADE_A);
}
END_TEST

START_TEST(test_confidence_shown_of_a_tie_is_c)
{
	begin();
	shown.primary.tie = true;
	assert_grade(GRADE_C);
}
END_TEST

/* Of so many people of one side with data. */
static const struct {
	int heard;
	enum grade grade;
} sides[] = {
	{ GRADE_A_MIN, GRADE_A },
	{ GRADE_A_MIN - 1, GRADE_B },
	{ GRADE_B_MIN, GRADE_B },
	{ GRADE_B_MIN - 1, GRADE_C },
	{ 0, GRADE_C },
};

START_TEST(test_confidence_shown_is_of_the_smaller_side)
{
	begin();
	shown.scores.with_data[1] = sides[_i].heard;
	assert_grade(sides[_i].grade);
}
END_TEST

/* Where nothing is said of which cause it is, it is no A; where none fails, no points are asked. */
static const struct {
	int cause;
	enum grade grade;
} causes[] = {
	{ CAUSE_TYPE, GRADE_A },
	{ CAUSE_STRATEGY, GRADE_B }, /* the points are on another */
	{ PRIMARY_NONE, GRADE_A },
	{ PRIMARY_INSUFFICIENT, GRADE_B },
};

START_TEST(test_confidence_shown_takes_the_cause_that_is_shown)
{
	begin();
	shown.primary.cause = causes[_i].cause;
	assert_grade(causes[_i].grade);
}
END_TEST

START_TEST(test_confidence_shown_without_points_is_no_a)
{
	begin();
	for (int c = 0; c < CAUSE_COUNT; c++)
		shown.scores.split.overall[c] = NAN;
	assert_grade(GRADE_B);
}
END_TEST

/* Who answered in confidence gives the side no role, and is counted all the same. */
static const struct {
	enum role role;
	enum grade grade;
} roles[] = {
	{ ROLE_SPONSOR, GRADE_B },
	{ ROLE_MANAGER, GRADE_B },
	{ ROLE_OPERATIONS, GRADE_A },
};

START_TEST(test_confidence_shown_knows_roles_that_are_named)
{
	begin();
	for (size_t r = PEOPLE; r < b.rec.respondent_count; r++)
		if (b.rec.respondents[r].role == (int)roles[_i].role)
			b.rec.respondents[r].attribution = ATTRIBUTION_CONFIDENTIAL;
	assert_grade(roles[_i].grade);
}
END_TEST

Suite *confidence_shown_suite(void)
{
	Suite *suite = suite_create("confidence_shown");
	TCase *tcase = tcase_create("confidence_shown");

	tcase_add_test(tcase, test_confidence_shown_is_a_where_everything_holds);
	tcase_add_test(tcase, test_confidence_shown_of_a_tie_is_c);
	tcase_add_loop_test(tcase, test_confidence_shown_is_of_the_smaller_side, 0,
		sizeof(sides) / sizeof(*sides));
	tcase_add_loop_test(tcase, test_confidence_shown_takes_the_cause_that_is_shown, 0,
		sizeof(causes) / sizeof(*causes));
	tcase_add_test(tcase, test_confidence_shown_without_points_is_no_a);
	tcase_add_loop_test(tcase, test_confidence_shown_knows_roles_that_are_named, 0,
		sizeof(roles) / sizeof(*roles));
	suite_add_tcase(suite, tcase);
	return suite;
}
