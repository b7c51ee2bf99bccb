/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition prints of a change between two rounds, and what it keeps to itself.
 */
#include <rekindle/edition.h>
#include <rekindle/preview.h>
#include "two_rounds.h"

Suite *edition_change_suite(void);

#define SUBJECT ASPECT_GOVERNANCE

static struct trend_between trend;
static struct edition_trend shown;
static struct diagnosis diagnosis[2];
static struct edition_view view[2];

/* Somebody who rates everything 3 before, and 4 now. */
static void hear(int party, bool then, bool now)
{
	static int number;
	struct uuid id = numbered(number++);

	if (then)
		build_everything(&before, add(&before, party, id), 3);
	if (now)
		build_everything(&after, add(&after, party, id), 4);
}

static void hear_many(int party, int pairs, int gone, int new)
{
	for (int i = 0; i < pairs; i++)
		hear(party, true, true);
	for (int i = 0; i < gone; i++)
		hear(party, true, false);
	for (int i = 0; i < new; i++)
		hear(party, false, true);
}

static void work_out(enum edition edition)
{
	struct build *rounds[] = { &before, &after };

	for (int i = 0; i < 2; i++) {
		build_diagnose(rounds[i], &diagnosis[i]);
		edition_compute(&view[i], &rounds[i]->rec, &diagnosis[i], edition);
	}
	trend_compute(&trend, &before.rec, &after.rec);
	edition_trend(&shown, &trend, &view[0], &view[1]);
}

static void end(void)
{
	trend_release(&trend);
	for (int i = 0; i < 2; i++) {
		edition_release(&view[i]);
		diagnosis_release(&diagnosis[i]);
	}
	build_release(&before);
	build_release(&after);
}

/* People of A and B who answered both times, then alone, then now alone: is the change printed? */
static const struct {
	int pairs[2], gone[2], new[2];
	bool change, p;
} turnover[] = {
	{ { 3, 3 }, { 0, 0 }, { 0, 0 }, true, false },
	{ { 7, 8 }, { 0, 0 }, { 0, 0 }, true, false }, { { 8, 8 }, { 0, 0 }, { 0, 0 }, true, true },
	{ { 8, 8 }, { 1, 0 }, { 0, 0 }, false, false },
	{ { 8, 8 }, { 0, 0 }, { 0, 1 }, false, false },
	{ { 5, 5 }, { 2, 0 }, { 0, 0 }, false, false },
	{ { 5, 5 }, { 2, 1 }, { 0, 0 }, false, false }, /* not three of either side */
	{ { 5, 5 }, { 3, 0 }, { 0, 0 }, true, false },
	{ { 5, 5 }, { 2, 0 }, { 1, 0 }, true, false },
	{ { 5, 5 }, { 3, 3 }, { 0, 0 }, true, false },
	{ { 5, 5 }, { 3, 1 }, { 0, 0 }, false, false },
	{ { 8, 2 }, { 0, 3 }, { 0, 3 }, false, false }, /* two pairs are two people */
};

START_TEST(test_edition_change_needs_nobody_or_three_who_count_once)
{
	begin();
	for (int p = 0; p < 2; p++)
		hear_many(p, turnover[_i].pairs[p], turnover[_i].gone[p], turnover[_i].new[p]);
	work_out(EDITION_JOINT);
	const struct edition_change *change = &shown.aspect[SUBJECT];
	ck_assert_int_eq(!change->hides_change, turnover[_i].change);
	assert_value(change->change, turnover[_i].change ? 1 : NAN);
	ck_assert_int_eq(change->pairs,
		turnover[_i].change ? turnover[_i].pairs[0] + turnover[_i].pairs[1] : -1);
	ck_assert_int_eq(!isnan(change->p), turnover[_i].p);
	/* which way it went is said, and the scores of both rounds are their own editions' */
	ck_assert_int_eq(change->movement, MOVEMENT_ROSE);
	ck_assert(!change->hides_movement);
	assert_value(change->before, 3);
	assert_value(change->after, 4);
	assert_value(shown.cause_before[CAUSE_TYPE], 3);
	assert_value(shown.health_after, 4);
	end();
}
END_TEST

/*
 * What three people of B rated of the subject who were heard in one round alone, and what the five
 * who make pairs did there: a value has room enough beside the other ratings of its round, so that
 * the change alone can tell.
 */
static const struct {
	bool later;
	int single[3], pair[5];
	bool change;
} apart[] = {
	{ true, { 2, 3, 4 }, { 2, 3, 4, 3, 3 }, true },
	{ false, { 2, 3, 4 }, { 2, 3, 4, 3, 3 }, true },
	{ true, { 5, 5, 5 }, { 2, 3, 4, 3, 3 }, false }, /* three alike */
	{ false, { 1, 1, 1 }, { 2, 3, 4, 3, 3 }, false },
	{ true, { 4, 5, 5 }, { 2, 3, 4, 3, 3 }, false }, /* the first of them reads */
	{ false, { 2, 5, 5 }, { 2, 3, 4, 3, 3 }, false },
	{ true, { 2, 3, 4 }, { 5, 5, 5, 5, 5 }, false }, /* the others are known as well */
	{ false, { 2, 3, 4 }, { 1, 1, 1, 1, 1 }, false },
};

START_TEST(test_edition_change_leaves_the_ratings_of_pairs_and_others_open)
{
	struct build *round = apart[_i].later ? &after : &before;

	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 5, apart[_i].later ? 0 : 3, apart[_i].later ? 3 : 0);
	for (int i = 0; i < 5; i++)
		build_scale(round, 5 + i, SUBJECT, apart[_i].pair[i]);
	for (int i = 0; i < 3; i++)
		build_scale(round, 10 + i, SUBJECT, apart[_i].single[i]);
	work_out(EDITION_JOINT);
	const struct edition_change *change = &shown.aspect[SUBJECT];
	ck_assert(!change->hides_movement && !change->hides_before && !change->hides_after);
	ck_assert_int_eq(!change->hides_change, apart[_i].change);
	ck_assert_int_eq(change->pairs, apart[_i].change ? 10 : -1);
	ck_assert_int_eq(isnan(change->change), !apart[_i].change);
	ck_assert(!shown.aspect[ASPECT_TERMS].hides_change);
	end();
}
END_TEST

/* Who speaks for another company now is one of both. */
START_TEST(test_edition_change_is_hidden_where_a_pair_changed_sides)
{
	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 5, 0, 0);
	before.rec.respondents[0].party = before.rec.people[0].party = 1;
	work_out(EDITION_JOINT);
	ck_assert(shown.aspect[SUBJECT].hides_change);
	ck_assert(!shown.aspect[SUBJECT].hides_movement);
	end();
}
END_TEST

/* Enough people rated it: what hides it is that they have changed since. */
START_TEST(test_edition_change_tells_repeated_figures_from_withheld_ones)
{
	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 5, 0, 0);
	work_out(EDITION_JOINT);
	ck_assert(!shown.aspect[SUBJECT].repeats);
	view[1].as_of = 1;
	edition_trend(&shown, &trend, &view[0], &view[1]);
	ck_assert(shown.aspect[SUBJECT].hides_movement && shown.aspect[SUBJECT].repeats);
	view[1].scale[SUBJECT] = WITHHELD_FEW;
	edition_trend(&shown, &trend, &view[0], &view[1]);
	ck_assert(shown.aspect[SUBJECT].hides_movement && !shown.aspect[SUBJECT].repeats);
	end();
}
END_TEST

static struct preview_count foresee(void)
{
	struct edition_preview preview;

	preview_compute(&preview, &after.rec, &diagnosis[1], &view[1], NULL, &before.rec);
	const struct preview_count changes = preview.of[PREVIEW_CHANGES];
	preview_release(&preview);
	return changes;
}

START_TEST(test_edition_change_is_foreseen)
{
	static const struct {
		int pairs, gone, shown;
	} turned[] = { { 5, 0, ASPECT_COUNT }, { 2, 3, 0 } };

	for (size_t i = 0; i < sizeof(turned) / sizeof(*turned); i++) {
		begin();
		hear_many(0, 5, 0, 0);
		hear_many(1, turned[i].pairs, turned[i].gone, 0);
		work_out(EDITION_JOINT);
		const struct preview_count changes = foresee();
		ck_assert_int_eq(changes.all, ASPECT_COUNT);
		ck_assert_int_eq(changes.shown, turned[i].shown);
		end();
	}
}
END_TEST

START_TEST(test_edition_change_says_nothing_of_what_a_round_withholds)
{
	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 2, 3, 0);
	work_out(EDITION_JOINT);
	const struct edition_change *change = &shown.aspect[SUBJECT];
	ck_assert(change->hides_movement && change->hides_change && change->hides_after);
	ck_assert_int_eq(change->movement, MOVEMENT_UNCLEAR);
	ck_assert_double_nan(change->after);
	ck_assert_double_nan(change->change);
	ck_assert_double_nan(shown.cause_after[CAUSE_TYPE]);
	ck_assert_double_nan(shown.health_after);
	assert_value(change->before, 3);
	assert_value(shown.health_before, 3);
	end();
}
END_TEST

START_TEST(test_edition_change_keeps_whose_value_is_in_one_round_alone)
{
	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 5, 0, 0);
	for (int k = 0; k < BUILD_PER_SCALE; k++)
		build_answer(&before, 0, build_item(SUBJECT, k), STATE_DONT_KNOW);
	work_out(EDITION_JOINT);
	ck_assert(shown.aspect[SUBJECT].hides_change);
	ck_assert(!shown.aspect[ASPECT_TERMS].hides_change);
	ck_assert(!shown.hides_people);
	end();
}
END_TEST

/* Whoever was heard once takes their part in every aspect, as far as a reader knows. */
START_TEST(test_edition_change_of_somebody_heard_once_is_none_of_any_aspect)
{
	begin();
	hear_many(0, 5, 0, 0);
	hear_many(1, 5, 0, 0);
	build_scale(&before, add(&before, 1, named("gone")), ASPECT_TERMS, 2);
	work_out(EDITION_JOINT);
	ck_assert_int_eq(trend.aspect[SUBJECT].single_of[1], 0);
	ck_assert(shown.aspect[SUBJECT].hides_change && shown.aspect[ASPECT_TERMS].hides_change);
	ck_assert(shown.hides_people);
	end();
}
END_TEST

/* The mean of one item of three stands in no edition of the full round. */
START_TEST(test_edition_change_takes_scores_of_other_items_for_withheld)
{
	begin();
	after.rec.assessment.kind = ROUND_PULSE;
	for (int i = 0; i < 8; i++) {
		struct uuid id = numbered(i);
		int then = add(&before, i % 2, id), now = add(&after, i % 2, id);

		build_everything(&before, then, 3);
		for (int s = 0; s < SCALE_COUNT; s++)
			if (after.items[build_item(s, 0)].health_check)
				build_rate(&after, now, build_item(s, 0), 4);
	}
	work_out(EDITION_JOINT);
	ck_assert(shown.aspect[SUBJECT].hides_before);
	ck_assert_double_nan(shown.aspect[SUBJECT].before);
	assert_value(shown.aspect[SUBJECT].after, 4);
	assert_value(shown.aspect[SUBJECT].change, 1);
	ck_assert_double_nan(shown.cause_before[CAUSE_TYPE]);
	assert_value(shown.cause_after[CAUSE_TYPE], 4);
	ck_assert(!shown.aspect[ASPECT_OBJECTIVES].hides_before); /* not asked: nothing to hide */
	end();
}
END_TEST

START_TEST(test_edition_change_internal_is_the_trend_itself)
{
	begin();
	hear_many(0, 5, 1, 0);
	hear_many(1, 2, 0, 1);
	build_rate(&after, 0, build_item(SUBJECT, 0), 5);
	work_out(EDITION_INTERNAL);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct edition_change *change = &shown.aspect[a];

		assert_value(change->before, trend.aspect[a].before);
		assert_value(change->after, trend.aspect[a].after);
		assert_value(change->change, trend.aspect[a].change);
		assert_value(change->p, trend.aspect[a].p);
		ck_assert_int_eq(change->pairs, trend.aspect[a].pairs);
		ck_assert(!change->hides_change && !change->hides_before);
	}
	assert_value(shown.health_before, 3);
	end();
}
END_TEST

START_TEST(test_edition_change_joint_numbers_have_one_decimal)
{
	ck_assert_double_eq(edition_number(EDITION_JOINT, 3.449), 3.4);
	ck_assert_double_eq(edition_number(EDITION_JOINT, -0.06), -0.1);
	ck_assert_double_eq(edition_number(EDITION_INTERNAL, 3.449), 3.449);
	ck_assert_double_nan(edition_number(EDITION_JOINT, NAN));
	ck_assert(!signbit(edition_number(EDITION_JOINT, -0.04)));
}
END_TEST

static bool is_few(int n)
{
	return n == 1 || n == 2;
}

static void nobody_comes_or_goes(void)
{
	struct build *rounds[] = { &before, &after };

	for (int i = 0; i < 2; i++)
		for (int n = 0; n < (int)rounds[i]->rec.person_count; n++) {
			struct person *person = &rounds[i]->rec.people[n];

			person->object.id = numbered(10000 * person->party + n);
		}
}

START_TEST(test_edition_change_property_no_few_behind_a_change)
{
	int printed = 0;

	for (uint64_t seed = 1; seed <= 300; seed++) {
		random_rounds(seed);
		if (seed % 2)
			nobody_comes_or_goes();
		work_out(EDITION_JOINT);
		for (int a = 0; a < ASPECT_COUNT; a++) {
			const struct edition_change *change = &shown.aspect[a];

			printed += !isnan(change->change);
			for (int p = 0; p < PARTIES_MAX && !isnan(change->change); p++) {
				ck_assert(!is_few(trend.single_of[p]));
				ck_assert(!is_few(trend.aspect[a].single_of[p]));
				ck_assert(!is_few(trend.aspect[a].pairs_of[p]));
				ck_assert(!view[0].value[a][p] && !view[1].value[a][p]);
			}
			ck_assert(isnan(change->p) || !isnan(change->change));
			ck_assert(isnan(change->before) || view[0].scale[a] == WITHHELD_NOT);
			ck_assert(isnan(change->after) || view[1].scale[a] == WITHHELD_NOT);
		}
		end();
	}
	ck_assert_int_gt(printed, 0);
}
END_TEST

Suite *edition_change_suite(void)
{
	Suite *suite = suite_create("edition_change");
	TCase *tcase = tcase_create("edition_change");

	tcase_set_timeout(tcase, 300);
	add_cases(tcase, test_edition_change_needs_nobody_or_three_who_count_once, turnover);
	add_cases(tcase, test_edition_change_leaves_the_ratings_of_pairs_and_others_open, apart);
	tcase_add_test(tcase, test_edition_change_is_hidden_where_a_pair_changed_sides);
	tcase_add_test(tcase, test_edition_change_tells_repeated_figures_from_withheld_ones);
	tcase_add_test(tcase, test_edition_change_is_foreseen);
	tcase_add_test(tcase, test_edition_change_says_nothing_of_what_a_round_withholds);
	tcase_add_test(tcase, test_edition_change_keeps_whose_value_is_in_one_round_alone);
	tcase_add_test(tcase, test_edition_change_of_somebody_heard_once_is_none_of_any_aspect);
	tcase_add_test(tcase, test_edition_change_takes_scores_of_other_items_for_withheld);
	tcase_add_test(tcase, test_edition_change_internal_is_the_trend_itself);
	tcase_add_test(tcase, test_edition_change_joint_numbers_have_one_decimal);
	tcase_add_test(tcase, test_edition_change_property_no_few_behind_a_change);
	suite_add_tcase(suite, tcase);
	return suite;
}
