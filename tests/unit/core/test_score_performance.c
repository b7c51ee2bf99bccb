/* SPDX-License-Identifier: MIT */
/*
 * Performance (rekindle-method(7), section 3.9): objectives, KPIs, elapsed time.
 */
#include "build.h"

Suite *score_performance_suite(void);

static struct build b;
static struct scores s;

static void done(void)
{
	scores_release(&s);
	build_release(&b);
}

static struct kpi *kpi(enum category category, double baseline, double target)
{
	struct kpi *kpi = record_add(&b.rec, KIND_KPI);
	kpi->category = (int)category;
	kpi->name = "";
	kpi->baseline = baseline;
	kpi->target = target;
	return kpi;
}

static void actual(int of, const char *day, double value)
{
	struct actual *actual = record_add(&b.rec, KIND_ACTUAL);
	actual->kpi = of;
	actual->date = build_day(day);
	actual->value = value;
}

static const struct {
	enum direction direction;
	double baseline, target, latest, attained;
} attainments[] = {
	{ DIRECTION_HIGHER, 0, 100, 40, 40 },
	{ DIRECTION_HIGHER, 0, 100, 120, 100 },
	{ DIRECTION_HIGHER, 10, 20, 5, 0 },
	{ DIRECTION_LOWER, 14, 6, 12, 25 }, /* 2 of 8 */
	{ DIRECTION_LOWER, 14, 6, 15, 0 },
	{ DIRECTION_HIGHER, NAN, 8, 2, 25 },
	{ DIRECTION_HIGHER, NAN, 8, 9, 100 },
	{ DIRECTION_LOWER, NAN, 100, 125, 80 }, /* 100 / 125 */
	{ DIRECTION_LOWER, NAN, 100, 90, 100 },
	{ DIRECTION_HIGHER, NAN, 8, 0, 0 }, /* latest not above 0: reached or not */
	{ DIRECTION_HIGHER, NAN, 0, -1, 0 },
	{ DIRECTION_HIGHER, NAN, 0, 0, 100 },
	{ DIRECTION_LOWER, NAN, 0, 0, 100 },
	{ DIRECTION_LOWER, NAN, 0, 1, 0 },
	{ DIRECTION_LOWER, NAN, 3, 0, 100 },
	{ DIRECTION_HIGHER, 5, 5, 5, 100 }, /* to be held */
	{ DIRECTION_HIGHER, 5, 5, 4, 0 },
	{ DIRECTION_LOWER, 5, 5, 4, 100 },
	{ DIRECTION_HIGHER, -10, 10, 0, 50 },
	{ DIRECTION_HIGHER, 0, NAN, 5, NAN },
};

START_TEST(test_performance_attainment_of_a_kpi)
{
	build_init(&b);
	kpi(CATEGORY_FINANCIAL, attainments[_i].baseline, attainments[_i].target)->direction =
		(int)attainments[_i].direction;
	actual(0, "2026-01-01", attainments[_i].latest);
	build_score(&b, &s);
	assert_value(s.performance.category[CATEGORY_FINANCIAL], attainments[_i].attained);
	assert_value(s.performance.score, attainments[_i].attained);
	done();
}
END_TEST

START_TEST(test_performance_latest_is_newest_not_after_the_round)
{
	build_init(&b);
	b.rec.assessment.date = build_day("2026-03-16");
	kpi(CATEGORY_FINANCIAL, NAN, 10);
	actual(0, "2026-02-01", 1);
	actual(0, "2026-03-16", 2);
	actual(0, "2026-03-16", 3);
	actual(0, "2026-03-17", 9);
	actual(0, "2026-01-01", 8);
	build_score(&b, &s);
	const struct kpi_list list = record_kpis(&b.rec);
	ck_assert_int_eq(kpi_latest(&list, 0, b.rec.assessment.date), 2);
	assert_value(s.performance.kpis, 30);
	ck_assert_int_eq(kpi_latest(&list, 0, DATE_NONE), 3);
	ck_assert_int_eq(kpi_latest(&list, 0, build_day("2025-12-31")), -1);
	done();
}
END_TEST

static const struct {
	const char *start, *due, *date;
	double attained; /* baseline 0, target 100, latest 40 */
} elapsed[] = {
	{ "2024-09-16", "2026-09-16", "2026-03-16", 40 * 730.0 / 546 }, /* 546 of 730 days */
	{ "2026-01-01", "2026-01-11", "2026-01-06", 80 },               /* half of the time */
	{ "2026-01-01", "2026-01-11", "2026-01-02", 100 },              /* 400, at most 100 */
	{ "2026-01-01", "2026-01-06", "2026-01-06", 40 }, /* due on the day: not after it */
	{ "2026-01-01", "2026-01-05", "2026-01-06", 40 },
	{ "2026-01-06", "2026-01-11", "2026-01-06", NAN }, /* starts on the day: left out */
	{ "2026-01-07", "2026-01-11", "2026-01-06", NAN },
	{ NULL, "2026-01-11", "2026-01-06", 40 },
	{ "2026-01-01", NULL, "2026-01-06", 40 },
	{ "2026-01-01", "2026-01-11", NULL, 40 },
};

START_TEST(test_performance_is_held_against_elapsed_time)
{
	build_init(&b);
	struct kpi *what = kpi(CATEGORY_OPERATIONAL, 0, 100);
	if (elapsed[_i].start)
		what->start = build_day(elapsed[_i].start);
	if (elapsed[_i].due)
		what->due = build_day(elapsed[_i].due);
	if (elapsed[_i].date)
		b.rec.assessment.date = build_day(elapsed[_i].date);
	actual(0, "2026-01-01", 40);
	build_score(&b, &s);
	assert_value(s.performance.category[CATEGORY_OPERATIONAL], elapsed[_i].attained);
	done();
}
END_TEST

START_TEST(test_performance_without_baseline_ignores_elapsed_time)
{
	build_init(&b);
	struct kpi *what = kpi(CATEGORY_OPERATIONAL, NAN, 100);
	what->start = build_day("2026-01-01");
	what->due = build_day("2026-01-11");
	b.rec.assessment.date = build_day("2026-01-06");
	actual(0, "2026-01-01", 40);
	build_score(&b, &s);
	assert_value(s.performance.kpis, 40);
	done();
}
END_TEST

static void objective(int result)
{
	struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
	objective->result = result;
}

START_TEST(test_performance_means_by_category_then_over_all)
{
	build_init(&b);
	objective(RESULT_MISSED);
	objective(RESULT_PARTLY);
	objective(RESULT_MISSED);
	objective(RESULT_TOO_EARLY);
	objective(-1);
	kpi(CATEGORY_FINANCIAL, NAN, 100);
	kpi(CATEGORY_FINANCIAL, NAN, 100);
	kpi(CATEGORY_STRATEGIC, NAN, 100);
	kpi(CATEGORY_RELATIONSHIP, NAN, 100); /* no actual: left out */
	actual(0, "2026-01-01", 80);
	actual(1, "2026-01-01", 40);
	actual(2, "2026-01-01", 20);
	build_score(&b, &s);
	assert_value(s.performance.objectives, 50.0 / 3); /* 0, 50, 0 */
	ck_assert_int_eq(s.performance.objectives_counted, 3);
	assert_value(s.performance.category[CATEGORY_FINANCIAL], 60);
	assert_value(s.performance.category[CATEGORY_RELATIONSHIP], NAN);
	assert_value(s.performance.kpis, 40); /* (60 + 20) / 2 */
	ck_assert_int_eq(s.performance.kpis_counted, 3);
	assert_value(s.performance.score, (50.0 / 3 + 40) / 2);
	ck_assert(s.performance.low);
	done();
}
END_TEST

START_TEST(test_performance_is_low_below_sixty)
{
	static const double latest[] = { 60, 59 };
	build_init(&b);
	kpi(CATEGORY_FINANCIAL, NAN, 100);
	actual(0, "2026-01-01", latest[_i]);
	build_score(&b, &s);
	ck_assert_int_eq(s.performance.low, _i);
	assert_value(s.performance.objectives, NAN);
	done();
}
END_TEST

START_TEST(test_performance_of_the_way_to_a_kpi_a_share_is_due)
{
	struct kpi one = { .baseline = 10, .target = 20, .start = 100, .due = 300 };

	ck_assert_double_eq_tol(kpi_elapsed(&one, 150), 0.25, 1e-12);
	ck_assert_double_eq(kpi_elapsed(&one, 300), 1);
	ck_assert_double_eq(kpi_elapsed(&one, 400), 1);
	ck_assert_double_eq(kpi_elapsed(&one, DATE_NONE), 1);
	ck_assert(isnan(kpi_elapsed(&one, 100)));
	one.due = DATE_NONE;
	ck_assert_double_eq(kpi_elapsed(&one, 150), 1);
	one.due = 300;
	one.baseline = NAN;
	ck_assert_double_eq(kpi_elapsed(&one, 50), 1);
}
END_TEST

Suite *score_performance_suite(void)
{
	Suite *suite = suite_create("score_performance");
	TCase *tcase = tcase_create("performance");
	add_cases(tcase, test_performance_attainment_of_a_kpi, attainments);
	tcase_add_test(tcase, test_performance_latest_is_newest_not_after_the_round);
	add_cases(tcase, test_performance_is_held_against_elapsed_time, elapsed);
	tcase_add_test(tcase, test_performance_without_baseline_ignores_elapsed_time);
	tcase_add_test(tcase, test_performance_means_by_category_then_over_all);
	tcase_add_loop_test(tcase, test_performance_is_low_below_sixty, 0, 2);
	tcase_add_test(tcase, test_performance_of_the_way_to_a_kpi_a_share_is_due);
	suite_add_tcase(suite, tcase);
	return suite;
}
