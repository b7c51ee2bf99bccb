/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition leaves out, in words.
 */
#include <check.h>
#include <rekindle/words.h>

Suite *edition_words_suite(void);

static struct pool pool;
static struct edition_view view;
static struct party parties[] = { { .label = "Atlas" }, { .label = "Berg" }, { .label = "Cato" } };
static const struct record rec = { .parties = parties, .party_count = 3 };

static void set_up(void)
{
	view = (struct edition_view){ .edition = EDITION_JOINT };
}

static void tear_down(void)
{
	pool_release(&pool);
}

static void assert_says(enum left_out kind, const char *text)
{
	ck_assert_str_eq(words_left_out(&pool, &rec, &view, kind), text);
}

START_TEST(test_edition_words_name_what_few_are_behind)
{
	view.scale[ASPECT_TERMS] = WITHHELD_FEW;
	assert_says(LEFT_OUT_FEW,
		"Terms: one side gave answers that are too few or too alike, so that its value "
		"would "
		"tell what one person said. It, the alliance score, the gap and the shares of "
		"\"don't know\" are withheld.");
	view.scale[ASPECT_COMPLEMENT] = view.scale[SCALE_TRUST] = WITHHELD_FEW;
	assert_says(LEFT_OUT_FEW,
		"Terms, skills delivered and trust: one side gave answers that are too few or too "
		"alike, so that its values would tell what one person said. They, the alliance "
		"score, the gap and the shares of \"don't know\" are withheld.");
	for (int s = 0; s < SCALE_COUNT; s++)
		view.scale[s] = WITHHELD_FEW;
	assert_says(LEFT_OUT_FEW,
		"Every aspect, symptom and result: one side gave answers that are too few or too "
		"alike, so that a value would tell what one person said. These values, the "
		"alliance score, the gap and the shares of \"don't know\" are withheld.");
}
END_TEST

START_TEST(test_edition_words_name_what_is_withheld_beside)
{
	view.scale[ASPECT_FIT] = view.scale[ASPECT_VALUE] = WITHHELD_SECOND;
	view.cause[CAUSE_TYPE] = view.cause[CAUSE_PARTNER] = true;
	assert_says(LEFT_OUT_SECOND,
		"Form fits ambition and fair split of value: withheld as well, so that nothing "
		"withheld can be worked out from the score of its cause. Nothing is wrong with the "
		"answers.");
	assert_says(LEFT_OUT_CAUSES,
		"The score of type and partner, and with it health and which cause comes first: a "
		"withheld value could be worked out from it.");
	assert_says(LEFT_OUT_POINTS,
		"The 100 points of a side with fewer than 3 respondents, and their mean.");
	assert_says(LEFT_OUT_ROUTE,
		"The route test, which somebody took in confidence, and what is built on it: the "
		"reason to partner, the score of strategy, health and which cause comes first.");
	assert_says(LEFT_OUT_CHANGES,
		"Where answers are added, changed or removed, later editions repeat these "
		"figures until that holds for at least 3 people of each side concerned.");
}
END_TEST

START_TEST(test_edition_words_name_the_parties_of_which_too_few_were_heard)
{
	view.facts_only = view.few[1] = true;
	assert_says(LEFT_OUT_FACTS,
		"Everything but recorded facts: fewer than three people of Berg were heard. Every "
		"rating and all that rests on ratings is withheld, also of the other side.");
	view.few[2] = true;
	assert_says(LEFT_OUT_FACTS,
		"Everything but recorded facts: fewer than three people of Berg and Cato were "
		"heard. Every rating and all that rests on ratings is withheld, also of the other "
		"side.");
}
END_TEST

Suite *edition_words_suite(void)
{
	Suite *suite = suite_create("edition_words");
	TCase *tcase = tcase_create("edition_words");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_add_test(tcase, test_edition_words_name_what_few_are_behind);
	tcase_add_test(tcase, test_edition_words_name_the_parties_of_which_too_few_were_heard);
	tcase_add_test(tcase, test_edition_words_name_what_is_withheld_beside);
	suite_add_tcase(suite, tcase);
	return suite;
}
