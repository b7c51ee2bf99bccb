/* SPDX-License-Identifier: MIT */
/*
 * The joint edition (rekindle-method(7), section 9): what it withholds, and what goes with it.
 */
#include <string.h>
#include "../../../src/core/edition/edition.h"
#include "random.h"

Suite *edition_suite(void);

/* What the composer prints of a scale goes together: a gap or a share without its values would be
 * one more equation. */
static void check_marks(const struct edition_view *view, const struct scores *all)
{
	for (int s = 0; s < SCALE_COUNT; s++) {
		const struct scale_score *shown = &view->shown.scores.scale[s];
		bool missing = view->scale[s] != WITHHELD_NOT;

		for (int p = 0; p < PARTIES_MAX; p++) {
			missing = missing || view->value[s][p];
			ck_assert(
				isnan(shown->value[p]) || all->scale[s].n[p] >= EDITION_VALUE_MIN);
			ck_assert(isnan(shown->dont_know[p]) ||
				all->scale[s].n[p] >= EDITION_VALUE_MIN);
			ck_assert(!shown->divided[p] ||
				all->scale[s].n[p] >= EDITION_DISTRIBUTION_MIN);
			ck_assert(!shown->n[p] || shown->n[p] >= EDITION_VALUE_MIN);
		}
		ck_assert(!missing || (isnan(shown->gap.value) && !shown->shared_pain));
		ck_assert(!missing || isnan(shown->perception) || isnan(all->scale[s].perception));
	}
	for (int p = 0; p < PARTIES_MAX; p++)
		for (int c = 0; c < CAUSE_COUNT; c++)
			ck_assert(isnan(view->shown.scores.split.mean[p][c]) ||
				all->split.n[p] >= EDITION_VALUE_MIN);
}

/* Is what has this id left out? */
static bool hides(const struct edition_view *view, const struct record *rec,
	const struct diagnosis *d, const char *id)
{
	struct finding_ref ref;

	ck_assert_msg(finding_parse(rec, id, &ref), "%s", id);
	return edition_hides(view, rec, d, &ref);
}

/* Two parties of five; of B only two have a value of terms. The example of the report. */
static void terms_build(struct build *b, int terms)
{
	build_pair(b, 5, 4);
	for (int r = 0; r < 5; r++)
		build_scale(b, r, ASPECT_TERMS, 3);
	for (int r = 5; r < 10; r++)
		build_states(b, r, ASPECT_TERMS, r < 7 ? terms == 2 ? "222" : "555" : "ddd");
	build_states(b, 0, ASPECT_WEIGHT, "ddd");
	record_settle(&b->rec);
}

/*
 * Terms: A 3.00 (n 5), B 2.00 (n 2), score 2.50. The cause is (4 + 4 + 4 + 2.50) / 4 = 3.62. With
 * the three others shown, 4 x 3.62 - 12 = 2.50 is the score, and 2 x 2.50 - 3.00 = 2.00 is what two
 * people of B said. Weight has the smallest n (4+5) and is withheld with it: then Terms and Weight
 * are 6.50 together, and B's terms can be anything.
 */
START_TEST(test_edition_joint_withholds_a_second_aspect)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	terms_build(&b, 2);
	diagnosis_compute(&d, &b.rec);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	ck_assert_int_eq(view.scale[ASPECT_TERMS], WITHHELD_FEW);
	ck_assert_int_eq(view.scale[ASPECT_WEIGHT], WITHHELD_SECOND);
	ck_assert_int_eq(view.scale[ASPECT_FIT], WITHHELD_NOT);
	ck_assert_int_eq(view.scale[ASPECT_VALUE], WITHHELD_NOT);
	ck_assert(!view.cause[CAUSE_TYPE]);
	const struct scores *shown = &view.shown.scores;
	assert_value(shown->scale[ASPECT_TERMS].value[0], 3);
	assert_value(shown->scale[ASPECT_TERMS].value[1], NAN);
	assert_value(shown->scale[ASPECT_WEIGHT].value[0], NAN);
	assert_value(shown->scale[ASPECT_TERMS].score, NAN);
	assert_value(shown->cause[CAUSE_TYPE].score, 3.6);
	assert_value(shown->health, 3.9);
	ck_assert(view.pitfall[PITFALL_UNADAPTED_AGREEMENT]);
	ck_assert(!view.shown.pitfall[PITFALL_UNADAPTED_AGREEMENT]);
	ck_assert(hides(&view, &b.rec, &d, "aspect.type.terms"));
	ck_assert(hides(&view, &b.rec, &d, "pitfall.unadapted_agreement"));
	ck_assert(!hides(&view, &b.rec, &d, "cause.type"));
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* Shown again, what was withheld second gives too much of what was withheld first. */
START_TEST(test_edition_second_aspect_makes_room)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	terms_build(&b, 2);
	diagnosis_compute(&d, &b.rec);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	struct room with = edition_room(&view, &b.rec, &d, ASPECT_TERMS, 1);
	view.scale[ASPECT_WEIGHT] = WITHHELD_NOT;
	view.value[ASPECT_WEIGHT][0] = view.value[ASPECT_WEIGHT][1] = false;
	struct room without = edition_room(&view, &b.rec, &d, ASPECT_TERMS, 1);
	/* the cause is 3.625, printed as 3.6: B's value lies within eight times what rounding left,
	 * and where terms are below 2.50 the track is another one */
	ck_assert_double_eq_tol(without.down, 0, 1e-9);
	ck_assert_double_eq_tol(without.up, 8 * 0.025, 1e-9);
	/* the nine of weight can give 9 people's three steps less, but for the most of each side */
	ck_assert_double_gt(with.up, 2);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/*
 * A pulse in which three of each side give 5 to everything: one item an aspect, so every value
 * tells what each of them rated, and a 5.0 of the cause as well. Its score goes, and health with
 * it.
 */
START_TEST(test_edition_joint_withholds_a_cause_that_tells_all)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 3, 5);
	b.rec.assessment.kind = ROUND_PULSE;
	for (size_t i = 0; i < b.rec.answer_count; i++)
		if (!b.items[b.rec.answers[i].item].health_check)
			b.rec.answers[i].state = STATE_NOT_ASKED;
	record_settle(&b.rec);
	diagnosis_compute(&d, &b.rec);
	assert_value(d.scores.cause[CAUSE_TYPE].score, 5);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		ck_assert(view.cause[c]);
		assert_value(view.shown.scores.cause[c].score, NAN);
	}
	assert_value(view.shown.scores.health, NAN);
	ck_assert_int_eq(view.shown.situation, SITUATION_UNKNOWN);
	ck_assert(view.left_out[LEFT_OUT_FEW] && view.left_out[LEFT_OUT_CAUSES]);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* All 5 of three: hidden though three said it, and the count with it, as if they were fewer. */
START_TEST(test_edition_joint_withholds_what_is_too_alike)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 3, 4);
	for (int r = 0; r < 3; r++)
		build_scale(&b, r, SCALE_TRUST, 5);
	build_diagnose(&b, &d);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	const struct scale_score *trust = &view.shown.scores.scale[SCALE_TRUST];
	ck_assert_int_eq(view.scale[SCALE_TRUST], WITHHELD_FEW);
	assert_value(trust->value[0], NAN);
	assert_value(trust->value[1], 4);
	assert_value(trust->perception, NAN);
	assert_value(trust->gap.value, NAN);
	ck_assert_int_eq(trust->n[0], 0);
	ck_assert_int_eq(trust->n[1], 3);
	assert_value(view.shown.scores.killer[KILLER_COMMUNICATION_TRUST], NAN);
	ck_assert_int_eq(view.scale[SCALE_INFORMATION], WITHHELD_NOT);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/*
 * What stands for a number: its decimal, on its side of a line. Governance of A is 3.33, of B 3.67:
 * the score 3.50 is adequate. Coordination is 3.47: printed 3.5, and weak. Neither is nearer to the
 * line, or to the other, than any that prints alike.
 */
START_TEST(test_edition_joint_numbers_have_a_decimal_and_a_side)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 5, 3);
	for (int r = 0; r < 10; r++) {
		build_states(&b, r, ASPECT_GOVERNANCE, r < 5 ? "334" : "344");
		build_states(&b, r, ASPECT_COORDINATION, r < 5 ? "344" : "343");
	}
	build_states(&b, 0, ASPECT_COORDINATION, "343");
	build_diagnose(&b, &d);
	assert_value(d.scores.scale[ASPECT_COORDINATION].score, 3 + 7.0 / 15);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	const struct scores *shown = &view.shown.scores;
	assert_value(shown->scale[ASPECT_GOVERNANCE].value[0], 3.3);
	assert_value(shown->scale[ASPECT_GOVERNANCE].value[1], 3.7);
	assert_value(shown->scale[ASPECT_GOVERNANCE].score, 3.5);
	assert_value(shown->scale[ASPECT_GOVERNANCE].gap.value, 0.3);
	ck_assert_int_eq(
		band_of(&shown->lines, shown->scale[ASPECT_GOVERNANCE].score), BAND_ADEQUATE);
	ck_assert_int_eq(
		band_of(&shown->lines, shown->scale[ASPECT_COORDINATION].score), BAND_WEAK);
	ck_assert_double_eq_tol(shown->scale[ASPECT_COORDINATION].score, 3.5, 1e-5);
	assert_value(edition_number(EDITION_JOINT, shown->scale[ASPECT_COORDINATION].score), 3.5);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

START_TEST(test_edition_number_has_one_decimal_and_no_minus_zero)
{
	ck_assert_double_eq(edition_number(EDITION_JOINT, 3.349), 3.3);
	/* a half but for rounding is one, whichever way it went */
	ck_assert_double_eq(edition_number(EDITION_JOINT, 3.35 - 1e-12), 3.4);
	ck_assert_double_eq(edition_number(EDITION_JOINT, 3.35 + 1e-12), 3.4);
	ck_assert_double_eq(edition_number(EDITION_JOINT, -0.35), -0.4);
	ck_assert(!signbit(edition_number(EDITION_JOINT, -0.04)));
	ck_assert(isnan(edition_number(EDITION_JOINT, NAN)));
	ck_assert_double_eq(edition_number(EDITION_INTERNAL, 3.349), 3.349);
}
END_TEST

/* Of five a side: a gap of two steps that is confirmed. How the ratings are spread takes eight. */
START_TEST(test_edition_joint_tests_gaps_from_eight_a_side)
{
	static const int people[] = { 5, 8 };

	for (int i = 0; i < 2; i++) {
		struct build b;
		struct diagnosis d;
		struct edition_view view;

		build_init(&b);
		build_team(&b, build_party(&b, "A"), people[i], 4);
		build_team(&b, build_party(&b, "B"), people[i], 2);
		build_diagnose(&b, &d);
		ck_assert(d.scores.scale[ASPECT_FIT].gap.confirmed);
		edition_compute(&view, &b.rec, &d, EDITION_JOINT);
		const struct gap *gap = &view.shown.scores.scale[ASPECT_FIT].gap;
		assert_value(gap->value, 2);
		ck_assert_int_eq(gap->higher, 0);
		ck_assert(gap->confirmed == (people[i] == 8));
		ck_assert(isnan(gap->p) == (people[i] < 8));
		for (size_t f = 0; f < view.shown.finding_count; f++)
			if (view.shown.findings[f].kind == FINDING_GAP)
				ck_assert_int_eq(
					view.shown.findings[f].severity, people[i] == 8 ? 3 : 2);
		for (size_t f = 1; f < view.shown.finding_count; f++)
			ck_assert_int_le(view.shown.findings[f].severity,
				view.shown.findings[f - 1].severity);
		edition_release(&view);
		diagnosis_release(&d);
		build_release(&b);
	}
}
END_TEST

/* Of B only two were heard: facts are left, and of A nothing either. */
START_TEST(test_edition_joint_of_a_party_of_two_is_of_facts)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_init(&b);
	build_team(&b, build_party(&b, "A"), 5, 2);
	build_team(&b, build_party(&b, "B"), 2, 2);
	build_split(&b, 0, 100, 0, 0, 0);
	build_route(&b, 0, -1, 2, 2, 5, 1);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_NO);
	record_put_profile(&b.rec)->amendable = TRI_NO;
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
	record_settle(&b.rec);
	diagnosis_compute(&d, &b.rec);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	const struct scores *shown = &view.shown.scores;
	ck_assert(view.facts_only);
	ck_assert(!view.few[0] && view.few[1]);
	for (int s = 0; s < SCALE_COUNT; s++) {
		ck_assert_int_eq(view.scale[s], WITHHELD_FEW);
		assert_value(shown->scale[s].score, NAN);
		assert_value(shown->scale[s].gap.value, NAN);
		assert_value(shown->scale[s].dont_know_share, NAN);
		for (int p = 0; p < 2; p++) {
			assert_value(shown->scale[s].value[p], NAN);
			assert_value(shown->scale[s].dont_know[p], NAN);
			ck_assert_int_eq(shown->scale[s].n[p], 0);
		}
	}
	for (int c = 0; c < CAUSE_COUNT; c++) {
		assert_value(shown->cause[c].score, NAN);
		assert_value(shown->split.mean[0][c], NAN);
	}
	for (int k = 0; k < KILLER_COUNT; k++)
		ck_assert(!shown->killer_known[k]);
	assert_value(shown->health, NAN);
	assert_value(shown->route.value[ROUTE_OWN], NAN);
	ck_assert_int_eq(view.shown.primary.cause, PRIMARY_INSUFFICIENT);
	ck_assert_int_eq(view.shown.confidence.grade, GRADE_NONE);
	ck_assert_int_eq(view.shown.track, TRACK_HEAR_FIRST);
	ck_assert(view.shown.special[SPECIAL_RIGID_CONTRACT]);
	ck_assert_uint_eq(view.shown.knockout_count, 1);
	ck_assert_uint_eq(view.shown.finding_count, 3);
	for (size_t i = 0; i < view.shown.finding_count; i++)
		ck_assert(edition_is_fact(&b.rec, &view.shown.findings[i]));
	ck_assert_int_eq(edition_withheld(&view), 1);
	ck_assert(view.left_out[LEFT_OUT_FACTS]);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* A party of which nobody was heard withholds nothing, nor does one of three, whoever they are. */
START_TEST(test_edition_joint_of_three_or_nobody_is_of_more_than_facts)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_init(&b);
	build_team(&b, build_party(&b, "A"), 3, 2);
	build_party(&b, "B");
	b.rec.respondents[1].attribution = ATTRIBUTION_CONFIDENTIAL;
	record_settle(&b.rec);
	diagnosis_compute(&d, &b.rec);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	ck_assert(!view.facts_only);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

START_TEST(test_edition_internal_withholds_nothing)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	terms_build(&b, 2);
	diagnosis_compute(&d, &b.rec);
	edition_compute(&view, &b.rec, &d, EDITION_INTERNAL);
	assert_value(view.shown.scores.scale[ASPECT_TERMS].value[1], 2);
	for (int kind = 0; kind < LEFT_OUT_KINDS; kind++)
		ck_assert(!view.left_out[kind]);
	ck_assert(!hides(&view, &b.rec, &d, "aspect.type.terms"));
	ck_assert_int_eq(view.shown.primary.of, d.primary.of);
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* The points of B are two people's; A's are shown, their mean and the pattern are not. */
START_TEST(test_edition_joint_withholds_points_of_few)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 5, 4);
	for (int r = 0; r < 7; r++)
		build_split(&b, r, r < 5 ? 100 : 0, 0, r < 5 ? 0 : 100, 0);
	build_diagnose(&b, &d);
	ck_assert(d.pitfall[PITFALL_BLAME_GAME]);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	assert_value(view.shown.scores.split.mean[0][CAUSE_STRATEGY], 100);
	assert_value(view.shown.scores.split.mean[1][CAUSE_STRATEGY], NAN);
	assert_value(view.shown.scores.split.overall[CAUSE_STRATEGY], NAN);
	ck_assert(!view.shown.scores.split.parties_differ);
	ck_assert(!view.shown.pitfall[PITFALL_BLAME_GAME]);
	ck_assert(hides(&view, &b.rec, &d, "blame.parties_differ"));
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* Entries are what a company says, of one person, of several or of none. */
START_TEST(test_edition_joint_reads_the_route_back)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 5, 4);
	build_route(&b, 0, 0, 2, 2, 5, 1);
	build_route(&b, 1, -1, 2, 3, 5, 1);
	build_diagnose(&b, &d);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	ck_assert(!view.route);
	assert_value(view.shown.scores.route.value[ROUTE_TRADABILITY], 2.5);
	ck_assert_int_eq(view.shown.scores.route.result, d.scores.route.result);
	ck_assert(!isnan(view.shown.scores.scale[ASPECT_RATIONALE].evidence));
	ck_assert(!isnan(view.shown.scores.cause[CAUSE_STRATEGY].score));
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* One of two was given in confidence: all that the test is part of goes, the rest of strategy and
 * the other causes stay. */
START_TEST(test_edition_joint_withholds_a_route_given_in_confidence)
{
	struct build b;
	struct diagnosis d;
	struct edition_view view;

	build_pair(&b, 5, 3);
	b.rec.respondents[6].attribution = ATTRIBUTION_CONFIDENTIAL;
	build_route(&b, 0, 0, 5, 5, 5, 5);
	build_route(&b, 1, 6, 4, 4, 4, 4);
	build_diagnose(&b, &d);
	assert_value(d.scores.scale[ASPECT_RATIONALE].score, 2);
	edition_compute(&view, &b.rec, &d, EDITION_JOINT);
	const struct scores *shown = &view.shown.scores;
	ck_assert(view.route && view.left_out[LEFT_OUT_ROUTE]);
	ck_assert(!view.left_out[LEFT_OUT_CAUSES] && !view.left_out[LEFT_OUT_FEW]);
	ck_assert_int_eq(view.scale[ASPECT_RATIONALE], WITHHELD_ROUTE);
	assert_value(shown->route.value[ROUTE_OWN], NAN);
	assert_value(shown->route.clearance, NAN);
	ck_assert_int_eq(shown->route.result, -1);
	assert_value(shown->scale[ASPECT_RATIONALE].evidence, NAN);
	assert_value(shown->scale[ASPECT_RATIONALE].weight, NAN);
	assert_value(shown->scale[ASPECT_RATIONALE].perception, NAN);
	assert_value(shown->scale[ASPECT_RATIONALE].score, NAN);
	assert_value(shown->cause[CAUSE_STRATEGY].score, NAN);
	assert_value(shown->health, NAN);
	ck_assert_int_eq(view.shown.primary.cause, PRIMARY_INSUFFICIENT);
	ck_assert_int_eq(view.shown.track, TRACK_HEAR_FIRST);
	assert_value(shown->scale[ASPECT_OBJECTIVES].score, 3);
	assert_value(shown->cause[CAUSE_TYPE].score, 3);
	ck_assert(hides(&view, &b.rec, &d, "aspect.strategy.rationale"));
	ck_assert(hides(&view, &b.rec, &d, "cause.strategy"));
	edition_release(&view);
	diagnosis_release(&d);
	build_release(&b);
}
END_TEST

/* What stands together is withheld together. */
START_TEST(test_edition_joint_marks_hold_together)
{
	struct diagnosis d;
	struct edition_view view;
	struct build b;

	for (int seed = 1; seed <= 200; seed++) {
		random_build(&b, (uint64_t)seed);
		diagnosis_compute(&d, &b.rec);
		edition_compute(&view, &b.rec, &d, EDITION_JOINT);
		check_marks(&view, &d.scores);
		edition_release(&view);
		diagnosis_release(&d);
		build_release(&b);
	}
}
END_TEST

/* Stability, flips and the words of findings are about single respondents. */
START_TEST(test_edition_joint_tells_nothing_of_single_respondents)
{
	struct diagnosis d;
	struct edition_view view;
	struct build b;

	for (int seed = 1; seed <= 100; seed++) {
		random_build(&b, (uint64_t)seed);
		diagnosis_compute(&d, &b.rec);
		edition_compute(&view, &b.rec, &d, EDITION_JOINT);
		ck_assert_int_eq(view.shown.primary.of, 0);
		ck_assert_int_eq(view.shown.primary.flip_count, 0);
		ck_assert_int_eq(view.shown.confidence.reason_count, 0);
		for (size_t i = 0; i < view.shown.finding_count; i++)
			ck_assert(view.shown.findings[i].withheld);
		edition_release(&view);
		diagnosis_release(&d);
		build_release(&b);
	}
}
END_TEST

Suite *edition_suite(void)
{
	Suite *suite = suite_create("edition");
	TCase *tcase = tcase_create("edition");

	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_edition_joint_withholds_a_second_aspect);
	tcase_add_test(tcase, test_edition_second_aspect_makes_room);
	tcase_add_test(tcase, test_edition_joint_withholds_a_cause_that_tells_all);
	tcase_add_test(tcase, test_edition_joint_withholds_what_is_too_alike);
	tcase_add_test(tcase, test_edition_joint_numbers_have_a_decimal_and_a_side);
	tcase_add_test(tcase, test_edition_number_has_one_decimal_and_no_minus_zero);
	tcase_add_test(tcase, test_edition_joint_tests_gaps_from_eight_a_side);
	tcase_add_test(tcase, test_edition_joint_of_a_party_of_two_is_of_facts);
	tcase_add_test(tcase, test_edition_joint_of_three_or_nobody_is_of_more_than_facts);
	tcase_add_test(tcase, test_edition_internal_withholds_nothing);
	tcase_add_test(tcase, test_edition_joint_withholds_points_of_few);
	tcase_add_test(tcase, test_edition_joint_reads_the_route_back);
	tcase_add_test(tcase, test_edition_joint_withholds_a_route_given_in_confidence);
	tcase_add_test(tcase, test_edition_joint_marks_hold_together);
	tcase_add_test(tcase, test_edition_joint_tells_nothing_of_single_respondents);
	suite_add_tcase(suite, tcase);
	return suite;
}
