/* SPDX-License-Identifier: MIT */
/*
 * The route test (rekindle-method(7), section 5).
 */
#include "build.h"

Suite *diagnosis_route_suite(void);

static struct build b;
static struct scores s;

static void done(void)
{
	scores_release(&s);
	build_release(&b);
}

enum {
	NONE = -1,
	OWN = 1 << ROUTE_OWN,
	TRADE = 1 << ROUTE_TRADABILITY,
	CLOSE = 1 << ROUTE_CLOSENESS,
	JOIN = 1 << ROUTE_INTEGRATION
};

/* One entry a party; 0 is absent. Halves come from two parties. */
static const struct {
	int a[ROUTE_VALUES], c[ROUTE_VALUES];
	int result;
	unsigned undecided;
	double clearance;
} routes[] = {
	{ { 4, 1, 1, 1 }, { 0 }, ROUTE_BUILD, 0, 4 },
	{ { 4, 0, 0, 0 }, { 0 }, ROUTE_BUILD, 0, 4 }, /* nothing else is looked at */
	{ { 4, 5, 0, 0 }, { 0 }, ROUTE_BUILD, 0, 5 }, /* but counts for the clearance */
	{ { 4, 0, 0, 5 }, { 0 }, ROUTE_BUILD, 0, 5 }, /* the min is the one that exists */
	{ { 4, 1, 1, 1 }, { 3, 0, 0, 0 }, ROUTE_BUILD, 0, 3.5 },
	{ { 1, 4, 1, 1 }, { 0 }, ROUTE_CONTRACT, 0, 4 },
	{ { 1, 4, 0, 0 }, { 0 }, ROUTE_CONTRACT, 0, 4 },
	{ { 1, 1, 4, 4 }, { 0 }, ROUTE_ACQUIRE, 0, 4 },
	{ { 1, 1, 5, 2 }, { 0 }, ROUTE_ALLIANCE, 0, 2 },
	{ { 2, 2, 2, 5 }, { 0 }, ROUTE_ALLIANCE, 0, 2 },
	{ { 2, 2, 2, 0 }, { 0 }, ROUTE_ALLIANCE, 0, 2 }, /* integration is not looked at */
	/* 2.5 is shut, 3.5 is clear; between is grey */
	{ { 2, 1, 1, 1 }, { 3, 0, 0, 0 }, ROUTE_ALLIANCE, 0, 2.5 },
	{ { 3, 1, 1, 1 }, { 0 }, ROUTE_INCONCLUSIVE, OWN, 3 },
	{ { 3, 4, 1, 1 }, { 0 }, ROUTE_INCONCLUSIVE, OWN, 4 },
	{ { 3, 3, 1, 1 }, { 0 }, ROUTE_INCONCLUSIVE, OWN | TRADE, 3 },
	{ { 4, 3, 3, 3 }, { 0 }, ROUTE_BUILD, 0, 4 }, /* grey, but not looked at */
	{ { 1, 4, 3, 3 }, { 0 }, ROUTE_CONTRACT, 0, 4 },
	{ { 1, 1, 4, 3 }, { 0 }, ROUTE_INCONCLUSIVE, JOIN, 3 },
	{ { 1, 1, 3, 1 }, { 0 }, ROUTE_ALLIANCE, 0, 1 },            /* grey closeness is idle */
	{ { 1, 1, 3, 3 }, { 0, 0, 0, 2 }, ROUTE_ALLIANCE, 0, 2.5 }, /* up to 2.5 */
	{ { 1, 1, 3, 3 }, { 0 }, ROUTE_INCONCLUSIVE, CLOSE, 3 },
	{ { 1, 1, 3, 5 }, { 0 }, ROUTE_INCONCLUSIVE, CLOSE, 3 },
	{ { 1, 1, 3, 0 }, { 0 }, ROUTE_INCONCLUSIVE, CLOSE, 3 },
	/* what is looked at and missing */
	{ { 0, 0, 0, 0 }, { 0 }, NONE, 0, NAN },
	{ { 0, 5, 5, 5 }, { 0 }, NONE, 0, NAN },
	{ { 3, 0, 1, 1 }, { 0 }, NONE, 0, NAN }, /* undecided is empty then */
	{ { 1, 1, 0, 1 }, { 0 }, NONE, 0, NAN },
	{ { 1, 1, 4, 0 }, { 0 }, NONE, 0, NAN },
};

START_TEST(test_route_result_undecided_and_clearance)
{
	build_pair(&b, 1, 4);
	for (int p = 0; p < 2; p++) {
		const int *value = p ? routes[_i].c : routes[_i].a;
		build_route(&b, p, -1, value[0], value[1], value[2], value[3]);
	}
	build_score(&b, &s);
	unsigned undecided = 0;
	for (int v = 0; v < ROUTE_VALUES; v++)
		undecided |= (unsigned)s.route.undecided[v] << v;
	ck_assert_int_eq(s.route.result, routes[_i].result);
	ck_assert_uint_eq(undecided, routes[_i].undecided);
	assert_value(s.route.clearance, routes[_i].clearance);
	done();
}
END_TEST

START_TEST(test_route_weighs_parties_alike_whatever_the_role)
{
	build_pair(&b, 1, 4);
	int specialist = build_respondent(&b, 0, ROLE_SPECIALIST);
	build_route(&b, 0, 0, 5, 1, 1, 1);
	build_route(&b, 0, specialist, 5, 1, 1, 1);
	build_route(&b, 0, -1, 5, 0, 1, 1);
	build_route(&b, 1, 0, 2, 2, 1, 1); /* its own party counts, not its respondent's */
	build_score(&b, &s);
	assert_value(s.route.value[ROUTE_OWN], 3.5); /* (5 + 2) / 2 */
	assert_value(s.route.value[ROUTE_TRADABILITY], 1.5);
	ck_assert_int_eq(s.route.result, ROUTE_BUILD);
	done();
}
END_TEST

Suite *diagnosis_route_suite(void)
{
	Suite *suite = suite_create("diagnosis_route");
	TCase *tcase = tcase_create("route");
	add_cases(tcase, test_route_result_undecided_and_clearance, routes);
	tcase_add_test(tcase, test_route_weighs_parties_alike_whatever_the_role);
	suite_add_tcase(suite, tcase);
	return suite;
}
