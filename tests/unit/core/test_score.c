/* SPDX-License-Identifier: MIT */
/*
 * Scores: items, respondents, parties, perception, causes, bands, killers, don't-know shares
 * (rekindle-method(7), sections 3.1 to 3.4, 3.6 to 3.8, 3.10, 3.11).
 */
#include "build.h"

Suite *score_suite(void);

static struct build b;
static struct scores s;

static void done(void)
{
	scores_release(&s);
	build_release(&b);
}

static double value_of(int respondent, int scale)
{
	return scores_tally(&s, (size_t)respondent, scale)->value;
}

START_TEST(test_score_reversed_item_is_turned)
{
	build_pair(&b, 1, 3);
	b.items[build_item(ASPECT_RATIONALE, 1)].reversed = true;
	build_states(&b, 0, ASPECT_RATIONALE, "514");
	build_score(&b, &s);
	assert_value(value_of(0, ASPECT_RATIONALE), 14.0 / 3); /* 5, 6 - 1 = 5, 4 */
	done();
}
END_TEST

START_TEST(test_score_item_of_another_role_is_ignored)
{
	build_pair(&b, 1, 4);
	b.items[build_item(ASPECT_RATIONALE, 2)].roles = 1u << ROLE_MANAGER;
	b.items[build_item(ASPECT_TERMS, 0)].roles = 0;
	build_states(&b, 0, ASPECT_RATIONALE, "551"); /* respondent 0 is a sponsor */
	build_states(&b, 0, ASPECT_TERMS, "1dd");
	build_score(&b, &s);
	assert_value(value_of(0, ASPECT_RATIONALE), 5);
	ck_assert_int_eq(scores_tally(&s, 0, ASPECT_RATIONALE)->asked, 2);
	ck_assert_int_eq(scores_tally(&s, 0, ASPECT_TERMS)->asked, 2);
	ck_assert_int_eq(s.scale[ASPECT_TERMS].dont_know_count[0], 2);
	done();
}
END_TEST

/* answered >= 2/3 of applicable, and >= min(2, asked) */
static const struct {
	const char *states;
	double value;
} respondents[] = {
	{ "543", 4 },
	{ "54-", 4.5 }, /* 2 of 3 */
	{ "54 ", 4.5 }, /* no answer at all is blank */
	{ "54d", 4.5 },
	{ "54r", 4.5 },
	{ "54n", 4.5 }, /* 2 of 2 */
	{ "5--", NAN }, /* 1 of 3 */
	{ "5dd", NAN },
	{ "5nn", NAN }, /* 1 of 1, but fewer than min(2, 3) */
	{ "5nd", NAN },
	{ "5qq", 5 },   /* 1 of 1, min(2, 1) = 1 */
	{ "5dq", NAN }, /* 1 of 2 */
	{ "5nq", NAN }, /* 1 of 1, fewer than min(2, 2) */
	{ "52q", 3.5 },
	{ "nnn", NAN },
	{ "qqq", NAN },
	{ "ddd", NAN },
	{ "---", NAN },
};

START_TEST(test_score_respondent_needs_two_thirds_and_two)
{
	build_init(&b);
	build_party(&b, "A");
	build_respondent(&b, 0, ROLE_SPONSOR);
	build_states(&b, 0, ASPECT_RATIONALE, respondents[_i].states);
	build_score(&b, &s);
	assert_value(value_of(0, ASPECT_RATIONALE), respondents[_i].value);
	done();
}
END_TEST

/* A bank may have more than three items an aspect: six here. */
static const struct {
	const char *states;
	double value;
} longer[] = {
	{ "5432--", 3.5 }, /* 4 of 6 */
	{ "543---", NAN }, /* 3 of 6 */
	{ "543--n", NAN }, /* 3 of 5 */
	{ "543-nn", 4 },   /* 3 of 4 */
	{ "54-nnn", 4.5 }, /* 2 of 3 */
	{ "5nnnnn", NAN },
	{ "54qqqq", 4.5 },
};

START_TEST(test_score_two_thirds_of_what_is_applicable)
{
	build_init(&b);
	for (int k = 0; k < 3; k++)
		b.items[build_item(ASPECT_OBJECTIVES, k)].scale = ASPECT_RATIONALE;
	build_party(&b, "A");
	build_respondent(&b, 0, ROLE_SPONSOR);
	build_states(&b, 0, ASPECT_RATIONALE, longer[_i].states); /* runs on into the next */
	build_score(&b, &s);
	assert_value(value_of(0, ASPECT_RATIONALE), longer[_i].value);
	done();
}
END_TEST

START_TEST(test_score_perception_weighs_parties_alike)
{
	build_init(&b);
	build_team(&b, build_party(&b, "A"), 1, 2);
	build_team(&b, build_party(&b, "B"), 3, 4);
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_FIT].perception, 3); /* (2 + 4) / 2, not 14 / 4 */
	assert_value(s.scale[SCALE_TRUST].perception, 3);
	assert_value(s.scale[SCALE_RESULTS].perception, 3);
	assert_value(s.scale[ASPECT_FIT].value[1], 4);
	ck_assert_int_eq(s.scale[ASPECT_FIT].n[1], 3);
	done();
}
END_TEST

START_TEST(test_score_party_is_mean_of_its_respondents)
{
	build_pair(&b, 3, 4);
	build_states(&b, 0, ASPECT_FIT, "11-");
	build_states(&b, 1, ASPECT_FIT, "5--");
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_FIT].value[0], 2.5); /* (1 + 4) / 2; one has no value */
	ck_assert_int_eq(s.scale[ASPECT_FIT].n[0], 2);
	done();
}
END_TEST

START_TEST(test_score_required_party_without_value_leaves_none)
{
	build_pair(&b, 2, 4);
	build_party(&b, "C");
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_FIT].perception, NAN);
	assert_value(s.scale[ASPECT_FIT].value[0], 4);
	assert_value(s.scale[ASPECT_FIT].score, NAN);
	assert_value(s.health, NAN);
	ck_assert(!s.one_sided);
	done();
}
END_TEST

START_TEST(test_score_unresponsive_party_is_not_required)
{
	build_pair(&b, 2, 4);
	build_silent_party(&b, "C");
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_FIT].perception, 4);
	done();
}
END_TEST

START_TEST(test_score_unresponsive_party_counts_when_heard)
{
	build_pair(&b, 2, 4);
	record_put_party_profile(&b.rec, 1)->stance = STANCE_UNRESPONSIVE;
	build_scale(&b, 2, ASPECT_FIT, 1);
	build_scale(&b, 3, ASPECT_FIT, 1);
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_FIT].perception, 2.5);
	done();
}
END_TEST

START_TEST(test_score_one_sided_below_two_parties_with_data)
{
	build_init(&b);
	build_team(&b, build_party(&b, "A"), 2, 4);
	build_respondent(&b, build_party(&b, "B"), ROLE_SPONSOR);
	build_answer(&b, 2, 0, STATE_DONT_KNOW);
	build_score(&b, &s);
	ck_assert(s.one_sided);
	ck_assert_int_eq(s.respondents[1], 1);
	ck_assert_int_eq(s.with_data[1], 0);
	done();
}
END_TEST

START_TEST(test_score_cause_needs_three_of_four_aspects)
{
	build_pair(&b, 1, 4);
	for (int r = 0; r < 2; r++) {
		build_scale(&b, r, ASPECT_RATIONALE, 2);
		build_states(&b, r, ASPECT_OBJECTIVES, "ddd");
		build_states(&b, r, ASPECT_FIT, "ddd");
		build_states(&b, r, ASPECT_WEIGHT, "ddd");
	}
	build_score(&b, &s);
	assert_value(s.cause[CAUSE_STRATEGY].score, 10.0 / 3); /* (2 + 4 + 4) / 3 */
	assert_value(s.cause[CAUSE_STRATEGY].value[0], 10.0 / 3);
	ck_assert(s.cause[CAUSE_STRATEGY].failing);
	assert_value(s.cause[CAUSE_TYPE].score, NAN);
	assert_value(s.cause[CAUSE_TYPE].value[1], NAN);
	ck_assert(!s.cause[CAUSE_TYPE].failing);
	ck_assert_int_eq(s.cause[CAUSE_TYPE].band, BAND_NONE);
	assert_value(s.health, NAN);
	done();
}
END_TEST

START_TEST(test_score_health_is_mean_of_four_causes)
{
	build_pair(&b, 1, 4);
	build_cause_all(&b, CAUSE_STRATEGY, 30);   /* 2.5 */
	build_cause_all(&b, CAUSE_MANAGEMENT, 41); /* 3.41667 */
	build_score(&b, &s);
	assert_value(s.cause[CAUSE_MANAGEMENT].score, 41.0 / 12);
	assert_value(s.health, (2.5 + 4 + 4 + 41.0 / 12) / 4);
	done();
}
END_TEST

START_TEST(test_score_widest_gap_is_first_of_the_widest)
{
	build_pair(&b, 1, 4);
	build_scale(&b, 0, ASPECT_OBJECTIVES, 3);  /* gap 1 */
	build_scale(&b, 1, ASPECT_SPONSORSHIP, 3); /* gap 1 */
	build_score(&b, &s);
	ck_assert_int_eq(s.cause[CAUSE_STRATEGY].widest, ASPECT_OBJECTIVES);
	done();
}
END_TEST

static const struct {
	double score;
	enum band band;
} bands[] = {
	{ 5, BAND_STRENGTH },
	{ 4, BAND_STRENGTH },
	{ 4 - 1e-12, BAND_STRENGTH },
	{ 4 - 1e-6, BAND_ADEQUATE },
	{ 3.5, BAND_ADEQUATE },
	{ 3.5 - 1e-12, BAND_ADEQUATE },
	{ 3.499, BAND_WEAK },
	{ 3, BAND_WEAK },
	{ 3 - 1e-12, BAND_WEAK },
	{ 2.999, BAND_CRITICAL },
	{ 1, BAND_CRITICAL },
	{ NAN, BAND_NONE },
};

START_TEST(test_score_band_edges)
{
	ck_assert_int_eq(band_of(&lines_usual, bands[_i].score), bands[_i].band);
}
END_TEST

START_TEST(test_score_comparisons_allow_for_rounding)
{
	ck_assert(at_least(3.5 - 1e-10, 3.5) && !below(3.5 - 1e-10, 3.5));
	ck_assert(at_most(3.5 + 1e-10, 3.5) && !above(3.5 + 1e-10, 3.5));
	ck_assert(below(3.5 - 1e-8, 3.5) && above(3.5 + 1e-8, 3.5));
	ck_assert(equal(0.1 + 0.2, 0.3) && !equal(0.3, 0.3 + 1e-8));
	ck_assert(!at_least(NAN, 0) && !at_most(NAN, 0) && !below(NAN, 0) && !above(NAN, 0));
}
END_TEST

START_TEST(test_score_killers_are_listed_with_their_scores)
{
	build_pair(&b, 1, 4);
	for (int r = 0; r < 2; r++) {
		build_scale(&b, r, ASPECT_OBJECTIVES, 3);
		build_scale(&b, r, ASPECT_COMMUNICATION, 2);
		build_states(&b, r, ASPECT_RELEVANCE, "ddd");
	}
	build_score(&b, &s);
	assert_value(s.killer[KILLER_OBJECTIVES], 3);
	ck_assert(s.killer_present[KILLER_OBJECTIVES]);
	assert_value(s.killer[KILLER_COMMUNICATION_TRUST], 3); /* (2 + trust 4) / 2 */
	ck_assert(s.killer_present[KILLER_COMMUNICATION_TRUST]);
	assert_value(s.killer[KILLER_GOVERNANCE], 4);
	ck_assert(!s.killer_present[KILLER_GOVERNANCE]);
	ck_assert(!s.killer_known[KILLER_SHIFTING_PRIORITIES]);
	ck_assert(!s.killer_present[KILLER_SHIFTING_PRIORITIES]);
	done();
}
END_TEST

START_TEST(test_score_killer_of_communication_needs_trust)
{
	build_pair(&b, 1, 2);
	build_states(&b, 0, SCALE_TRUST, "ddd");
	build_score(&b, &s);
	ck_assert(!s.killer_known[KILLER_COMMUNICATION_TRUST]);
	done();
}
END_TEST

START_TEST(test_score_dont_know_share_by_party_then_mean)
{
	build_pair(&b, 2, 4);
	build_states(&b, 0, ASPECT_TERMS, "dn4");
	build_states(&b, 1, ASPECT_TERMS, "d-r");
	build_score(&b, &s);
	/* A: 2 don't know of 3 answered or not known; B: 0 of 6 */
	assert_value(s.scale[ASPECT_TERMS].dont_know[0], 2.0 / 3);
	assert_value(s.scale[ASPECT_TERMS].dont_know[1], 0);
	assert_value(s.scale[ASPECT_TERMS].dont_know_share, 1.0 / 3);
	ck_assert(!s.scale[ASPECT_TERMS].visibility_gap[0]); /* 3 are fewer than 5 */
	done();
}
END_TEST

static const struct {
	const char *states[4];
	double share;
	bool gap;
} unknown[] = {
	{ { "qqq", "qqq", "qqq", "---" }, NAN, false },  /* 0 of 0 */
	{ { "d44", "4qq", "qqq", "qqq" }, 0.25, false }, /* 1 of 4 */
	{ { "dd4", "44q", "qqq", "qqq" }, 0.4, true },   /* 2 of 5 */
	{ { "d44", "44q", "qqq", "qqq" }, 0.2, false },
	{ { "ddd", "444", "444", "4qq" }, 0.3, true }, /* 3 of 10: the line itself */
	{ { "ddd", "444", "444", "44q" }, 3.0 / 11, false },
};

START_TEST(test_score_visibility_gap_from_five_and_thirty_percent)
{
	build_pair(&b, 4, 4);
	for (int r = 0; r < 4; r++)
		build_states(&b, r, ASPECT_TERMS, unknown[_i].states[r]);
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_TERMS].dont_know[0], unknown[_i].share);
	ck_assert_int_eq(s.scale[ASPECT_TERMS].visibility_gap[0], unknown[_i].gap);
	done();
}
END_TEST

START_TEST(test_score_pulse_asks_the_health_check_only)
{
	build_init(&b);
	b.rec.assessment.kind = ROUND_PULSE;
	for (int p = 0; p < 2; p++) {
		int r = build_respondent(&b, build_party(&b, p ? "B" : "A"), ROLE_SPONSOR);
		for (int i = 0; i < BUILD_ITEMS - 1; i++)
			if (b.items[i].health_check)
				build_rate(&b, r, i, 2 + p);
	}
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_route(&b, 0, -1, 5, 5, 5, 5);
	b.rec.assessment.objectives_agreed = TRI_NO;
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_RATIONALE].perception, 2.5); /* one item asked is enough */
	assert_value(s.scale[ASPECT_OBJECTIVES].score, NAN);     /* not in the check, no evidence */
	assert_value(s.scale[ASPECT_RATIONALE].evidence, NAN);
	assert_value(s.scale[ASPECT_GOVERNANCE].evidence, NAN);
	for (int c = 0; c < CAUSE_COUNT; c++)
		assert_value(s.cause[c].score, 2.5);
	assert_value(s.scale[SCALE_RESULTS].perception, NAN);
	ck_assert_int_eq(s.route.result, ROUTE_BUILD);
	done();
}
END_TEST

START_TEST(test_score_pulse_counts_what_was_answered_beside_the_check)
{
	build_init(&b);
	b.rec.assessment.kind = ROUND_PULSE;
	build_respondent(&b, build_party(&b, "A"), ROLE_SPONSOR);
	build_states(&b, 0, ASPECT_RATIONALE, "42 ");
	build_score(&b, &s);
	ck_assert_int_eq(scores_tally(&s, 0, ASPECT_RATIONALE)->asked, 2);
	assert_value(value_of(0, ASPECT_RATIONALE), 3);
	done();
}
END_TEST

START_TEST(test_score_nobody_heard_gives_no_number)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	build_score(&b, &s);
	assert_value(s.health, NAN);
	ck_assert(s.one_sided);
	for (int i = 0; i < SCALE_COUNT; i++) {
		assert_value(s.scale[i].score, NAN);
		assert_value(s.scale[i].gap.value, NAN);
		assert_value(s.scale[i].dont_know_share, NAN);
	}
	done();
}
END_TEST

Suite *score_suite(void)
{
	Suite *suite = suite_create("score");
	TCase *tcase = tcase_create("scores");
	tcase_add_test(tcase, test_score_reversed_item_is_turned);
	tcase_add_test(tcase, test_score_item_of_another_role_is_ignored);
	add_cases(tcase, test_score_respondent_needs_two_thirds_and_two, respondents);
	add_cases(tcase, test_score_two_thirds_of_what_is_applicable, longer);
	tcase_add_test(tcase, test_score_perception_weighs_parties_alike);
	tcase_add_test(tcase, test_score_party_is_mean_of_its_respondents);
	tcase_add_test(tcase, test_score_required_party_without_value_leaves_none);
	tcase_add_test(tcase, test_score_unresponsive_party_is_not_required);
	tcase_add_test(tcase, test_score_unresponsive_party_counts_when_heard);
	tcase_add_test(tcase, test_score_one_sided_below_two_parties_with_data);
	tcase_add_test(tcase, test_score_cause_needs_three_of_four_aspects);
	tcase_add_test(tcase, test_score_health_is_mean_of_four_causes);
	tcase_add_test(tcase, test_score_widest_gap_is_first_of_the_widest);
	add_cases(tcase, test_score_band_edges, bands);
	tcase_add_test(tcase, test_score_comparisons_allow_for_rounding);
	tcase_add_test(tcase, test_score_killers_are_listed_with_their_scores);
	tcase_add_test(tcase, test_score_killer_of_communication_needs_trust);
	tcase_add_test(tcase, test_score_dont_know_share_by_party_then_mean);
	add_cases(tcase, test_score_visibility_gap_from_five_and_thirty_percent, unknown);
	tcase_add_test(tcase, test_score_pulse_asks_the_health_check_only);
	tcase_add_test(tcase, test_score_pulse_counts_what_was_answered_beside_the_check);
	tcase_add_test(tcase, test_score_nobody_heard_gives_no_number);
	suite_add_tcase(suite, tcase);
	return suite;
}
