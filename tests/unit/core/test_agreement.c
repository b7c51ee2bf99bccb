/* SPDX-License-Identifier: MIT */
/*
 * The two sides (rekindle-method(7), section 4): permutation test, Benjamini–Hochberg, gaps, shared
 * pain, divided parties, the split item.
 */
#include "build.h"

Suite *agreement_suite(void);

static struct build b;
static struct scores s;

static void done(void)
{
	scores_release(&s);
	build_release(&b);
}

static const struct {
	int na, nb;
	double a[6], b[6];
	double p;
} exact[] = {
	{ 1, 2, { 1 }, { 2, 3 }, 2.0 / 3 }, /* 1|23 and 3|12 of three splits */
	{ 1, 2, { 2 }, { 1, 3 }, 1 },
	/* {1,2,2,4}: 12|24 twice and 24|12 twice differ by 1.5, 14|22 and 22|14 by 0.5 */
	{ 2, 2, { 1, 2 }, { 2, 4 }, 4.0 / 6 },
	{ 3, 3, { 1, 2, 3 }, { 4, 5, 5 }, 2.0 / 20 },
	{ 4, 4, { 1, 1, 1, 1 }, { 5, 5, 5, 5 }, 2.0 / 70 },
	{ 5, 5, { 1, 1, 1, 1, 1 }, { 2, 2, 2, 2, 2 }, 2.0 / 252 },
	{ 4, 5, { 1, 2, 3, 4 }, { 5, 6, 7, 8, 9 }, 2.0 / 126 }, /* 1234 and 6789 apart */
	{ 5, 4, { 5, 6, 7, 8, 9 }, { 1, 2, 3, 4 }, 2.0 / 126 },
	{ 4, 4, { 3, 3, 3, 3 }, { 3, 3, 3, 3 }, 1 },
	/* thirds and halves; only the two full separations are as far apart */
	{ 3, 3, { 4 / 3.0, 1.5, 5 / 3.0 }, { 3, 10 / 3.0, 3.5 }, 2.0 / 20 },
	/* sevenths are not whole sixtieths */
	{ 2, 2, { 8 / 7.0, 9 / 7.0 }, { 10 / 7.0, 11 / 7.0 }, 2.0 / 6 },
};

START_TEST(test_permutation_counts_splits_as_far_apart)
{
	assert_value(
		permutation_p(exact[_i].a, exact[_i].na, exact[_i].b, exact[_i].nb), exact[_i].p);
}
END_TEST

/* What the numbers heard can show at most: two sides that do not overlap at all. */
START_TEST(test_permutation_smallest_p_by_size)
{
	static const struct {
		int n;
		const char *p;
	} least[] = { { 3, "0.1000" }, { 4, "0.0286" }, { 5, "0.0079" } };
	double low[5] = { 1, 1, 1, 1, 1 }, high[5] = { 5, 5, 5, 5, 5 };
	char p[16];
	for (size_t i = 0; i < 3; i++) {
		snprintf(p, sizeof(p), "%.4f", permutation_p(low, least[i].n, high, least[i].n));
		ck_assert_str_eq(p, least[i].p);
	}
	ck_assert(!(permutation_p(low, 3, high, 3) < 0.10));
}
END_TEST

/* Every split listed, as the method defines it. */
static double listed_p(const double *all, int na, int n)
{
	double total = 0, observed = 0;
	int as_far = 0, splits = 0;
	for (int i = 0; i < n; i++)
		total += all[i];
	for (int i = 0; i < na; i++)
		observed += all[i];
	observed = fabs(observed / na - (total - observed) / (n - na));
	for (unsigned mask = 0; mask < 1u << n; mask++) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			count += mask >> i & 1u;
			sum += mask >> i & 1u ? all[i] : 0;
		}
		if (count != na)
			continue;
		splits++;
		as_far += fabs(sum / na - (total - sum) / (n - na)) >= observed - 1e-9;
	}
	return (double)as_far / splits;
}

START_TEST(test_permutation_equals_listing_every_split)
{
	static const int of[] = { 1, 2, 3, 4, 6, 7 }; /* items behind a value */
	srand((unsigned)_i + 1);
	double all[12];
	int na = 1 + rand() % 6, nb = 1 + rand() % 6;
	for (int i = 0; i < na + nb; i++) {
		int items = of[rand() % 6];
		all[i] = (items + rand() % (4 * items + 1)) / (double)items;
	}
	assert_value(permutation_p(all, na, all + na, nb), listed_p(all, na, na + nb));
}
END_TEST

START_TEST(test_permutation_is_normal_above_twenty_four)
{
	double a[13], c[12];
	for (int i = 0; i < 13; i++)
		a[i] = 4;
	for (int i = 0; i < 12; i++)
		c[i] = 3;
	/* mean 3.52, S² = (13 · 0.48² + 12 · 0.52²) / 24 = 0.26,
	 * z = 1 / sqrt(0.26 · 25 / 156) = 4.899 */
	double p = permutation_p(a, 13, c, 12);
	ck_assert_double_eq_tol(p, 9.63357008643099e-07, 1e-15);
	/* exact with one fewer: 2 of C(24, 12) */
	assert_value(permutation_p(a, 12, c, 12), 2 / 2704156.0);
	assert_value(permutation_p(a, 13, a, 12), 1);
}
END_TEST

static const struct {
	double p[6];
	int n;
	const char *confirmed;
} step_ups[] = {
	{ { 0.01, 0.04, 0.03, 0.005 }, 4, "yyyy" }, /* lines 0.025, 0.05, 0.075, 0.1 */
	{ { 0.03, 0.09, 0.2, 0.5 }, 4, "nnnn" },
	{ { 0.03, 0.04, 0.06, 0.5 }, 4, "yyyn" }, /* the third lifts the first */
	{ { 0.025, 0.5, 0.5, 0.5 }, 4, "ynnn" },  /* on the line itself */
	{ { 0.5, 0.026, 0.5, 0.5 }, 4, "nnnn" },
	{ { NAN, 0.05, NAN, 0.9 }, 4, "nynn" }, /* two tests: lines 0.05, 0.1 */
	{ { 0.07, 0.07, 0.07 }, 3, "yyy" },     /* ties share the highest rank */
	{ { NAN, NAN }, 2, "nn" },
};

START_TEST(test_benjamini_hochberg_steps_up)
{
	bool confirmed[6];
	benjamini_hochberg(step_ups[_i].p, step_ups[_i].n, 0.10, confirmed);
	for (int i = 0; i < step_ups[_i].n; i++)
		ck_assert_int_eq(confirmed[i], step_ups[_i].confirmed[i] == 'y');
}
END_TEST

static const struct {
	int parties;
	int sum[4]; /* of the three items of the aspect, per party; 0 no value */
	double gap;
	int higher, lower;
	enum gap_level level;
} gaps[] = {
	{ 2, { 12, 9 }, 1, 0, 1, GAP_MATERIALLY },
	{ 2, { 9, 11 }, 2 / 3.0, 1, 0, GAP_NORMAL },
	{ 2, { 9, 9 }, 0, -1, 1, GAP_NORMAL },
	{ 2, { 9, 0 }, NAN, -1, -1, GAP_NORMAL },
	{ 3, { 9, 12, 6 }, 2, 1, 2, GAP_MATERIALLY },
	{ 3, { 9, 12, 12 }, 1, 1, 0, GAP_MATERIALLY },
	{ 4, { 12, 9, 12, 9 }, 1, 0, 1, GAP_MATERIALLY },
	{ 3, { 0, 12, 10 }, 2 / 3.0, 1, 2, GAP_NORMAL },
};

START_TEST(test_gap_is_highest_less_lowest_party)
{
	build_init(&b);
	for (int p = 0; p < gaps[_i].parties; p++) {
		int r = build_respondent(&b, build_party(&b, "P"), ROLE_SPONSOR);
		for (int k = 0; gaps[_i].sum[p] && k < 3; k++)
			build_rate(&b, r, build_item(ASPECT_VALUE, k), (gaps[_i].sum[p] + k) / 3);
	}
	build_score(&b, &s);
	const struct gap *gap = &s.scale[ASPECT_VALUE].gap;
	assert_value(gap->value, gaps[_i].gap);
	ck_assert_int_eq(gap->higher, gaps[_i].higher);
	ck_assert_int_eq(gap->lower, gaps[_i].lower);
	ck_assert_int_eq(gap->level, gaps[_i].level);
	assert_value(gap->p, NAN);
	ck_assert(!gap->confirmed);
	done();
}
END_TEST

START_TEST(test_gap_of_three_quarters_is_to_discuss)
{
	build_pair(&b, 4, 4);
	for (int i = 0; i < 4; i++)
		build_scale(&b, 4 + i, ASPECT_VALUE, i ? 3 : 4); /* mean 3.25 */
	build_score(&b, &s);
	const struct gap *gap = &s.scale[ASPECT_VALUE].gap;
	assert_value(gap->value, 0.75);
	ck_assert_int_eq(gap->level, GAP_DISCUSSED);
	/* three 3s among eight values, all on one side: 2 · C(5,1) of C(8,4) splits */
	assert_value(gap->p, 10 / 70.0);
	ck_assert(!gap->confirmed);
	done();
}
END_TEST

static const struct {
	int n;
	double p;
	bool confirmed;
} sizes[] = {
	{ 3, NAN, false },       /* fewer than four values */
	{ 4, 2 / 70.0, false },  /* 0.0286 above 0.10 / 16 */
	{ 5, 2 / 252.0, false }, /* 0.0079 above 0.00625 */
	{ 6, 2 / 924.0, true },  /* 0.0022 */
};

START_TEST(test_gap_is_confirmed_by_its_size_and_number)
{
	build_pair(&b, sizes[_i].n, 4);
	for (int i = 0; i < sizes[_i].n; i++)
		build_scale(&b, i, ASPECT_VALUE, 2);
	build_score(&b, &s);
	const struct gap *gap = &s.scale[ASPECT_VALUE].gap;
	assert_value(gap->value, 2);
	assert_value(gap->p, sizes[_i].p);
	ck_assert_int_eq(gap->confirmed, sizes[_i].confirmed);
	ck_assert(!s.scale[ASPECT_TERMS].gap.confirmed); /* gap 0 */
	done();
}
END_TEST

START_TEST(test_gap_below_three_quarters_is_never_confirmed)
{
	build_pair(&b, 10, 4);
	for (int r = 0; r < 10; r++)
		build_states(&b, r, ASPECT_VALUE, "443"); /* gap 1/3, p 2 / 184756 */
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_VALUE].gap.p, 2 / 184756.0);
	ck_assert(!s.scale[ASPECT_VALUE].gap.confirmed);
	done();
}
END_TEST

START_TEST(test_gap_of_many_parties_pays_for_the_pairs)
{
	build_pair(&b, 6, 4);
	for (int i = 0; i < 6; i++)
		build_scale(&b, i, ASPECT_VALUE, 2);
	build_team(&b, build_party(&b, "C"), 1, 3);
	build_score(&b, &s);
	/* A 2, B 4, C 3: 3 · 2 / 2 = 3 pairs */
	assert_value(s.scale[ASPECT_VALUE].gap.p, 3 * 2 / 924.0);
	assert_value(s.scale[ASPECT_TERMS].gap.p, NAN); /* B or A 4, lowest C has one value */
	ck_assert(s.scale[ASPECT_VALUE].gap.confirmed); /* the only test */
	done();
}
END_TEST

START_TEST(test_gap_p_is_at_most_one)
{
	build_pair(&b, 4, 4);
	build_team(&b, build_party(&b, "C"), 4, 4);
	build_score(&b, &s);
	assert_value(s.scale[ASPECT_VALUE].gap.p, 1);
	done();
}
END_TEST

static const struct {
	int a, c; /* sums of three items; 0 none */
	bool pain;
} pains[] = {
	{ 9, 9, true }, { 10, 9, true }, { 10, 8, true }, /* gap 0.667 */
	{ 9, 6, false },                                  /* gap 1 */
	{ 11, 9, false },                                 /* 3.667 is not low */
	{ 9, 0, false },                                  /* one party */
};

START_TEST(test_pain_is_shared_when_all_are_low_and_near)
{
	build_init(&b);
	for (int p = 0; p < 2; p++) {
		int sum = p ? pains[_i].c : pains[_i].a;
		int r = build_respondent(&b, build_party(&b, "P"), ROLE_SPONSOR);
		for (int k = 0; sum && k < 3; k++)
			build_rate(&b, r, build_item(ASPECT_VALUE, k), (sum + k) / 3);
	}
	build_score(&b, &s);
	ck_assert_int_eq(s.scale[ASPECT_VALUE].shared_pain, pains[_i].pain);
	done();
}
END_TEST

START_TEST(test_pain_needs_every_party_low)
{
	build_init(&b);
	for (int p = 0; p < 3; p++)
		build_team(&b, build_party(&b, "P"), 1, 3);
	for (int k = 0; k < 3; k++)
		build_rate(&b, 2, build_item(ASPECT_VALUE, k), k ? 4 : 3); /* 3.667 */
	build_score(&b, &s);
	ck_assert(!s.scale[ASPECT_VALUE].shared_pain);
	ck_assert(s.scale[ASPECT_TERMS].shared_pain);
	done();
}
END_TEST

static const struct {
	int n;
	int value[5];
	bool divided;
} divisions[] = {
	{ 4, { 1, 1, 5, 5 }, true },     /* mean 3, deviation 2 */
	{ 3, { 1, 1, 5 }, false },       /* too few */
	{ 5, { 2, 4, 3, 4, 2 }, false }, /* mean 3, deviation 0.8: the line itself */
	{ 5, { 1, 4, 4, 4, 2 }, true },  /* mean 3, deviation 6 / 5 */
	{ 4, { 4, 3, 5, 3 }, false },    /* mean 3.75, deviation 0.75 */
	{ 4, { 2, 2, 4, 4 }, true },     /* deviation 1 */
};

START_TEST(test_divided_party_deviates_more_than_point_eight)
{
	build_init(&b);
	build_party(&b, "A");
	for (int i = 0; i < divisions[_i].n; i++)
		build_scale(&b, build_respondent(&b, 0, ROLE_SPONSOR), ASPECT_VALUE,
			divisions[_i].value[i]);
	build_score(&b, &s);
	ck_assert_int_eq(s.scale[ASPECT_VALUE].divided[0], divisions[_i].divided);
	done();
}
END_TEST

START_TEST(test_split_is_rescaled_and_averaged_by_party)
{
	build_pair(&b, 3, 4);
	build_split(&b, 0, 10, 0, 20, 10); /* 25, 0, 50, 25 */
	build_split(&b, 1, 0, 0, 0, 100);
	build_split(&b, 2, 0, 0, 0, 0); /* left out */
	build_split(&b, 3, 40, 30, 20, 10);
	build_score(&b, &s);
	assert_value(s.split.mean[0][CAUSE_STRATEGY], 12.5);
	assert_value(s.split.mean[0][CAUSE_PARTNER], 25);
	assert_value(s.split.mean[0][CAUSE_MANAGEMENT], 62.5);
	ck_assert_int_eq(s.split.n[0], 2);
	assert_value(s.split.overall[CAUSE_MANAGEMENT], 36.25); /* (62.5 + 10) / 2 */
	done();
}
END_TEST

START_TEST(test_split_of_another_role_is_ignored)
{
	build_pair(&b, 1, 4);
	b.items[b.instrument.split].roles = 1u << ROLE_MANAGER;
	build_split(&b, 0, 100, 0, 0, 0);
	build_score(&b, &s);
	ck_assert_int_eq(s.split.n[0], 0);
	assert_value(s.split.mean[0][CAUSE_STRATEGY], NAN);
	assert_value(s.split.overall[CAUSE_STRATEGY], NAN);
	done();
}
END_TEST

static const struct {
	double points[3][CAUSE_COUNT]; /* parties A, B, C; a row of zeros is no split */
	bool differ, blame;
} patterns[] = {
	{ { { 0, 0, 60, 40 }, { 0, 0, 40, 60 } }, true, false },
	{ { { 0, 0, 60, 40 }, { 0, 0, 70, 30 } }, false, true },
	{ { { 0, 0, 50, 50 }, { 0, 0, 70, 30 } }, false, false }, /* a shared top */
	{ { { 0, 0, 60, 40 } }, false, false },                   /* one party */
	{ { { 50, 50, 0, 0 }, { 50, 0, 50, 0 }, { 0, 50, 50, 0 } }, true, false },
	{ { { 50, 50, 0, 0 }, { 50, 0, 50, 0 }, { 60, 40, 0, 0 } }, false, false },
	{ { { 0, 0, 9, 0 }, { 0, 0, 0, 0 }, { 0, 0, 8, 1 } }, false, true },
};

START_TEST(test_split_patterns_of_blame)
{
	build_pair(&b, 1, 4);
	build_team(&b, build_party(&b, "C"), 1, 4);
	for (int p = 0; p < 3; p++) {
		const double *points = patterns[_i].points[p];
		build_split(&b, p, points[0], points[1], points[2], points[3]);
	}
	build_score(&b, &s);
	ck_assert_int_eq(s.split.parties_differ, patterns[_i].differ);
	ck_assert_int_eq(s.split.all_blame_partner, patterns[_i].blame);
	done();
}
END_TEST

Suite *agreement_suite(void)
{
	Suite *suite = suite_create("agreement");
	TCase *tcase = tcase_create("agreement");
	add_cases(tcase, test_permutation_counts_splits_as_far_apart, exact);
	tcase_add_test(tcase, test_permutation_smallest_p_by_size);
	tcase_add_loop_test(tcase, test_permutation_equals_listing_every_split, 0, 60);
	tcase_add_test(tcase, test_permutation_is_normal_above_twenty_four);
	add_cases(tcase, test_benjamini_hochberg_steps_up, step_ups);
	add_cases(tcase, test_gap_is_highest_less_lowest_party, gaps);
	tcase_add_test(tcase, test_gap_of_three_quarters_is_to_discuss);
	add_cases(tcase, test_gap_is_confirmed_by_its_size_and_number, sizes);
	tcase_add_test(tcase, test_gap_below_three_quarters_is_never_confirmed);
	tcase_add_test(tcase, test_gap_of_many_parties_pays_for_the_pairs);
	tcase_add_test(tcase, test_gap_p_is_at_most_one);
	add_cases(tcase, test_pain_is_shared_when_all_are_low_and_near, pains);
	tcase_add_test(tcase, test_pain_needs_every_party_low);
	add_cases(tcase, test_divided_party_deviates_more_than_point_eight, divisions);
	tcase_add_test(tcase, test_split_is_rescaled_and_averaged_by_party);
	tcase_add_test(tcase, test_split_of_another_role_is_ignored);
	add_cases(tcase, test_split_patterns_of_blame, patterns);
	suite_add_tcase(suite, tcase);
	return suite;
}
