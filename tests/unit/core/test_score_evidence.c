/* SPDX-License-Identifier: MIT */
/*
 * Recorded facts beside the ratings (rekindle-method(7), section 3.5) and the fit of the form.
 */
#include "build.h"

Suite *score_evidence_suite(void);

static struct build b;
static struct scores s;

static void done(void)
{
	scores_release(&s);
	build_release(&b);
}

static void assert_evidence(int aspect, double evidence, double weight, double score)
{
	assert_value(s.scale[aspect].evidence, evidence);
	assert_value(s.scale[aspect].weight, weight);
	assert_value(s.scale[aspect].score, score);
}

static void objective(const char *measure, const char *target, bool dated)
{
	struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
	objective->measure = measure;
	objective->target = target;
	objective->due = dated ? build_day("2026-09-30") : DATE_NONE;
}

START_TEST(test_evidence_nothing_recorded_leaves_the_ratings)
{
	build_pair(&b, 1, 4);
	build_score(&b, &s);
	for (int a = 0; a < ASPECT_COUNT; a++)
		assert_evidence(a, NAN, NAN, 4);
	done();
}
END_TEST

START_TEST(test_evidence_of_few_objectives_weighs_a_quarter)
{
	build_pair(&b, 1, 4);
	objective("tests", "0", true); /* 0 is a target: 3 of 3 */
	objective("  ", NULL, false);  /* blank is absent: 0 of 3 */
	build_score(&b, &s);
	/* x = 3/6, 1 + 4x = 3; 0.75 * 4 + 0.25 * 3 = 3.75 */
	assert_evidence(ASPECT_OBJECTIVES, 3, 0.25, 3.75);
	done();
}
END_TEST

START_TEST(test_evidence_of_three_objectives_weighs_a_half)
{
	build_pair(&b, 1, 4);
	objective("a", "1", true);
	objective("a", NULL, false);
	objective(NULL, NULL, true);
	b.rec.assessment.objectives_agreed = TRI_NO; /* they are recorded all the same */
	build_score(&b, &s);
	/* x = (3 + 1 + 1) / 9, 1 + 20/9 = 3.2222; (4 + 3.2222) / 2 */
	assert_evidence(ASPECT_OBJECTIVES, 29.0 / 9, 0.5, (4 + 29.0 / 9) / 2);
	done();
}
END_TEST

START_TEST(test_evidence_of_no_agreed_objectives_is_the_worst)
{
	build_pair(&b, 1, 4);
	b.rec.assessment.objectives_agreed = TRI_NO;
	build_score(&b, &s);
	assert_evidence(ASPECT_OBJECTIVES, 1, 0.5, 2.5);
	done();
}
END_TEST

START_TEST(test_evidence_of_agreed_but_unrecorded_objectives_is_none)
{
	build_pair(&b, 1, 4);
	b.rec.assessment.objectives_agreed = TRI_YES;
	build_score(&b, &s);
	assert_evidence(ASPECT_OBJECTIVES, NAN, NAN, 4);
	done();
}
END_TEST

START_TEST(test_evidence_of_three_known_checks_weighs_a_quarter)
{
	build_pair(&b, 1, 4);
	build_check(&b, SELECTION_LONGLIST, CHECK_YES);
	build_check(&b, SELECTION_SHORTLIST, CHECK_PARTLY);
	build_check(&b, SELECTION_CRITERIA, CHECK_NO);
	build_check(&b, SELECTION_CULTURE, CHECK_UNKNOWN);
	build_score(&b, &s);
	/* x = 1.5 / 3, 1 + 2 = 3; 0.75 * 4 + 0.25 * 3 */
	assert_evidence(ASPECT_SELECTION, 3, 0.25, 3.75);
	assert_evidence(ASPECT_GOVERNANCE, NAN, NAN, 4);
	done();
}
END_TEST

START_TEST(test_evidence_of_four_known_checks_weighs_a_half)
{
	build_pair(&b, 1, 4);
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_NO);
	build_check(&b, GOVERNANCE_STEERING, CHECK_NO);
	build_check(&b, GOVERNANCE_PLATFORM, CHECK_NO);
	build_score(&b, &s);
	/* x = 1/4, 1 + 1 = 2; (4 + 2) / 2 */
	assert_evidence(ASPECT_GOVERNANCE, 2, 0.5, 3);
	done();
}
END_TEST

START_TEST(test_evidence_alone_is_the_score_where_nobody_rated)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	build_check(&b, SELECTION_LONGLIST, CHECK_YES);
	build_score(&b, &s);
	assert_evidence(ASPECT_SELECTION, 5, 0.25, 5);
	assert_value(s.scale[ASPECT_SELECTION].perception, NAN);
	done();
}
END_TEST

static const struct {
	int own;
	double evidence;
} clearances[] = {
	{ 1, 5 }, /* x = clip(2.5) = 1 */
	{ 2, 5 }, /* 1.5 */
	{ 3, 3 }, /* 0.5 */
	{ 4, 1 }, /* -0.5 */
	{ 5, 1 },
};

START_TEST(test_evidence_of_reason_falls_with_the_clearance)
{
	build_pair(&b, 1, 4);
	build_route(&b, 0, -1, clearances[_i].own, 1, 1, 1);
	build_score(&b, &s);
	double evidence = clearances[_i].evidence;
	assert_evidence(ASPECT_RATIONALE, evidence, 0.5, (4 + evidence) / 2);
	done();
}
END_TEST

START_TEST(test_evidence_of_reason_needs_what_the_route_looks_at)
{
	build_pair(&b, 1, 4);
	build_route(&b, 0, -1, 1, 0, 1, 1);
	build_score(&b, &s);
	assert_evidence(ASPECT_RATIONALE, NAN, NAN, 4);
	assert_value(s.route.clearance, NAN);
	done();
}
END_TEST

static const struct {
	const char *type, *ambitions;
	double fit; /* 0 to 3 */
} fits[] = {
	{ "research", "innovate\nreach\nsave", (3 * 3 + 2 * 1 + 0) / 6.0 },
	{ "research", "reach\ninnovate", (3 * 1 + 2 * 3) / 5.0 },
	{ "licence", "innovate\nsave\nreach", (3 * 1 + 1 * 3) / 4.0 }, /* no pair: its 2 goes */
	{ "research", "learn\nlearn\nlearn\ninnovate", NAN }, /* the fourth does not count */
	{ "research", "nonsense\ninnovate", 3 },
	{ "research", NULL, NAN },
	{ NULL, "innovate", NAN },
	{ "nonsense", "innovate", NAN },
};

START_TEST(test_evidence_of_fit_weighs_ambitions_by_rank)
{
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->type = fits[_i].type;
	record_put_profile(&b.rec)->ambitions = fits[_i].ambitions;
	build_score(&b, &s);
	double fit = fits[_i].fit, evidence = 1 + 4 * fit / 3;
	assert_value(s.type.fit, fit);
	assert_evidence(
		ASPECT_FIT, evidence, isnan(fit) ? NAN : 0.5, isnan(fit) ? 4 : (4 + evidence) / 2);
	done();
}
END_TEST

START_TEST(test_fit_better_types_come_best_first)
{
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->type = "research";
	record_put_profile(&b.rec)->ambitions = "reach";
	build_score(&b, &s);
	ck_assert_uint_eq(s.type.better_count, 2); /* research 1, licence 3, venture 2 */
	ck_assert_int_eq(s.type.better[0].type, 1);
	assert_value(s.type.better[0].fit, 3);
	ck_assert_int_eq(s.type.better[1].type, 2);
	assert_value(s.type.better[1].fit, 2);
	done();
}
END_TEST

START_TEST(test_fit_equal_types_are_not_better)
{
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->type = "venture";
	record_put_profile(&b.rec)->ambitions = "innovate\nreach\nsave";
	build_score(&b, &s);
	/* venture (6 + 4 + 3) / 6; research (9 + 2 + 0) / 6; licence (3 + 6) / 5 */
	assert_value(s.type.fit, 13.0 / 6);
	ck_assert_uint_eq(s.type.better_count, 0);
	done();
}
END_TEST

Suite *score_evidence_suite(void)
{
	Suite *suite = suite_create("score_evidence");
	TCase *tcase = tcase_create("evidence");
	tcase_add_test(tcase, test_evidence_nothing_recorded_leaves_the_ratings);
	tcase_add_test(tcase, test_evidence_of_few_objectives_weighs_a_quarter);
	tcase_add_test(tcase, test_evidence_of_three_objectives_weighs_a_half);
	tcase_add_test(tcase, test_evidence_of_no_agreed_objectives_is_the_worst);
	tcase_add_test(tcase, test_evidence_of_agreed_but_unrecorded_objectives_is_none);
	tcase_add_test(tcase, test_evidence_of_three_known_checks_weighs_a_quarter);
	tcase_add_test(tcase, test_evidence_of_four_known_checks_weighs_a_half);
	tcase_add_test(tcase, test_evidence_alone_is_the_score_where_nobody_rated);
	add_cases(tcase, test_evidence_of_reason_falls_with_the_clearance, clearances);
	tcase_add_test(tcase, test_evidence_of_reason_needs_what_the_route_looks_at);
	add_cases(tcase, test_evidence_of_fit_weighs_ambitions_by_rank, fits);
	tcase_add_test(tcase, test_fit_better_types_come_best_first);
	tcase_add_test(tcase, test_fit_equal_types_are_not_better);
	suite_add_tcase(suite, tcase);
	return suite;
}
