/* SPDX-License-Identifier: MIT */
/*
 * How firm the primary cause stands (rekindle-method(7), section 5): stability and flips.
 */
#include <time.h>
#include "build.h"

Suite *diagnosis_what_if_suite(void);

static struct build b;
static struct diagnosis d;

static void done(void)
{
	diagnosis_release(&d);
	build_release(&b);
}

static void assert_stability(int agree, int agree_set, int of)
{
	ck_assert_int_eq(d.primary.agree, agree);
	ck_assert_int_eq(d.primary.agree_set, agree_set);
	ck_assert_int_eq(d.primary.of, of);
}

START_TEST(test_stability_one_respondent_decides)
{
	build_pair(&b, 2, 4);
	build_cause(&b, 0, CAUSE_MANAGEMENT, 12);
	build_respondent(&b, 0, ROLE_MANAGER); /* without data: not left out */
	build_diagnose(&b, &d);
	/* A (1 + 4) / 2 = 2.5, B 4: 3.25. Without the first A is 4 and nothing fails */
	ck_assert_int_eq(d.primary.cause, CAUSE_MANAGEMENT);
	assert_stability(3, 3, 4);
	done();
}
END_TEST

START_TEST(test_stability_leading_set_may_change_alone)
{
	build_pair(&b, 3, 4);
	build_cause_all(&b, CAUSE_PARTNER, 36);
	build_cause_all(&b, CAUSE_MANAGEMENT, 39);
	build_cause(&b, 0, CAUSE_MANAGEMENT, 42);
	build_diagnose(&b, &d);
	/* partner 3.0; management A (3.5 + 3.25 + 3.25) / 3 = 3.333, B 3.25: 3.2917, within 0.30.
	 * With a respondent fewer m is 0.40: the set stays, whoever goes. */
	ck_assert_int_eq(d.primary.cause, CAUSE_PARTNER);
	ck_assert(d.primary.tie);
	assert_stability(6, 6, 6);
	done();
	build_pair(&b, 3, 4);
	build_cause_all(&b, CAUSE_PARTNER, 36);
	build_cause_all(&b, CAUSE_MANAGEMENT, 40);
	build_diagnose(&b, &d);
	/* 3.333 lies outside 0.30 and inside the 0.40 of any run with n 2 */
	ck_assert(!d.primary.tie);
	assert_stability(6, 0, 6);
	done();
}
END_TEST

START_TEST(test_stability_takes_route_entries_out_too)
{
	build_pair(&b, 2, 4);
	for (int r = 0; r < 4; r++)
		for (int a = ASPECT_OBJECTIVES; a <= ASPECT_SPONSORSHIP; a++)
			build_states(&b, r, a, "443");
	build_route(&b, 0, _i ? -1 : 1, 4, 1, 1, 1);
	build_diagnose(&b, &d);
	/* c 4: evidence 1, rationale (4 + 1) / 2 = 2.5; strategy (2.5 + 11) / 4 = 3.375.
	 * Without the entry rationale is 4: 3.75 */
	ck_assert_int_eq(d.primary.cause, CAUSE_STRATEGY);
	assert_stability(_i ? 4 : 3, _i ? 4 : 3, 4);
	done();
}
END_TEST

START_TEST(test_stability_leaves_the_other_route_entries)
{
	build_pair(&b, 2, 4);
	for (int r = 0; r < 4; r++)
		for (int a = ASPECT_OBJECTIVES; a <= ASPECT_SPONSORSHIP; a++)
			build_states(&b, r, a, "443");
	build_route(&b, 0, 1, 4, 1, 1, 1);
	build_route(&b, 0, -1, 4, 1, 1, 1);
	build_diagnose(&b, &d);
	/* own 4 with and without the first entry: strategy 3.375 as above */
	ck_assert_int_eq(d.primary.cause, CAUSE_STRATEGY);
	assert_stability(4, 4, 4);
	done();
}
END_TEST

START_TEST(test_stability_of_last_respondent_of_a_party)
{
	build_pair(&b, 1, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	build_diagnose(&b, &d);
	/* without a required party's only respondent no cause has a score */
	assert_stability(0, 0, 2);
	done();
}
END_TEST

START_TEST(test_stability_of_nobody_is_zero_of_zero)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	build_diagnose(&b, &d);
	assert_stability(0, 0, 0);
	ck_assert_int_eq(d.confidence.grade, GRADE_NONE);
	done();
}
END_TEST

static void assert_flip(
	int i, enum flip_kind kind, int respondent, int item, int from, int to, int primary)
{
	const struct flip *flip = &d.primary.flip[i];
	ck_assert_int_eq(flip->kind, kind);
	ck_assert_int_eq(flip->respondent, respondent);
	ck_assert_int_eq(flip->item, item);
	ck_assert_int_eq(flip->from, from);
	ck_assert_int_eq(flip->to, to);
	ck_assert_int_eq(flip->primary, primary);
}

START_TEST(test_flip_none_when_nothing_is_near)
{
	build_pair(&b, 2, 5);
	build_cause_all(&b, CAUSE_MANAGEMENT, 24);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.primary.flip_count, 0);
	done();
}
END_TEST

/* Management: A 41 / 12, B 3.5: 3.4583. One step of one answer is 1/3 of an aspect of a party,
 * a half of that of the alliance, a quarter of that of the cause: 1/24 = 0.041667. */
START_TEST(test_flip_single_answers_in_order)
{
	build_pair(&b, 1, 4);
	build_cause(&b, 0, CAUSE_MANAGEMENT, 41);
	build_cause(&b, 1, CAUSE_MANAGEMENT, 42);
	b.items[build_item(ASPECT_GOVERNANCE, 1)].reversed = true;
	build_rate(&b, 0, build_item(ASPECT_GOVERNANCE, 1), 2); /* v 4, as before */
	build_rate(&b, 1, build_item(ASPECT_GOVERNANCE, 1), 2);
	build_diagnose(&b, &d);
	assert_value(d.scores.cause[CAUSE_MANAGEMENT].score, 83.0 / 24);
	ck_assert_int_eq(d.primary.flip_count, 24); /* each of the 24, one way only */
	assert_flip(0, FLIP_ANSWER, 0, build_item(ASPECT_GOVERNANCE, 0), 4, 5, PRIMARY_NONE);
	assert_flip(1, FLIP_ANSWER, 0, build_item(ASPECT_GOVERNANCE, 1), 2, 1, PRIMARY_NONE);
	assert_flip(2, FLIP_ANSWER, 0, build_item(ASPECT_GOVERNANCE, 2), 4, 5, PRIMARY_NONE);
	done();
}
END_TEST

START_TEST(test_flip_counts_only_answers_that_count)
{
	build_pair(&b, 2, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 42);
	build_rate(&b, 1, build_item(ASPECT_GOVERNANCE, 0), 3); /* 4 before: 3.479 */
	build_states(&b, 0, ASPECT_GOVERNANCE, "5dd");          /* no value: its 5 does not count */
	build_diagnose(&b, &d);
	/* governance A is respondent 1 alone: 11/3; others 3.333, B 42/12. A (11/3 + 10) / 4 */
	assert_value(d.scores.cause[CAUSE_MANAGEMENT].score, ((11 / 3.0 + 10) / 4 + 3.5) / 2);
	ck_assert_int_eq(d.primary.cause, CAUSE_MANAGEMENT);
	for (int i = 0; i < FLIPS_SHOWN && i < d.primary.flip_count; i++)
		ck_assert(d.primary.flip[i].respondent != 0 ||
			d.primary.flip[i].item != build_item(ASPECT_GOVERNANCE, 0));
	done();
}
END_TEST

START_TEST(test_flip_stays_within_one_to_five)
{
	build_pair(&b, 1, 5);
	/* A 5, B 23 / 12: 3.4583; B's ones and A's fives move one way only */
	build_cause(&b, 1, CAUSE_MANAGEMENT, 23);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.primary.cause, CAUSE_MANAGEMENT);
	ck_assert_int_eq(d.primary.flip_count, 12); /* B's answers up */
	assert_flip(0, FLIP_ANSWER, 1, build_item(ASPECT_GOVERNANCE, 0), 2, 3, PRIMARY_NONE);
	done();
}
END_TEST

START_TEST(test_flip_to_another_cause)
{
	build_pair(&b, 3, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 36);
	build_cause_all(&b, CAUSE_PARTNER, 40);
	build_rate(&b, 0, build_item(ASPECT_SELECTION, 0), 3); /* 4 before */
	build_rate(&b, 0, build_item(ASPECT_SELECTION, 1), 3);
	build_rate(&b, 1, build_item(ASPECT_SELECTION, 0), 3);
	build_diagnose(&b, &d);
	/* partner 3.3333 - 3/72 = 3.2917 lies within 0.30 of 3.0. A step is 1/72 = 0.0139: partner
	 * rises to 3.3056 and leaves the set; management falls to 2.9861, 0.3056 apart. */
	ck_assert_int_eq(d.primary.cause, CAUSE_PARTNER);
	ck_assert_int_eq(d.primary.flip_count, 72 + 72);
	assert_flip(0, FLIP_ANSWER, 0, build_item(ASPECT_SELECTION, 0), 3, 4, CAUSE_MANAGEMENT);
	done();
}
END_TEST

START_TEST(test_flip_route_value)
{
	build_pair(&b, 1, 4);
	for (int r = 0; r < 2; r++)
		for (int a = ASPECT_OBJECTIVES; a <= ASPECT_SPONSORSHIP; a++)
			build_states(&b, r, a, "443");
	build_route(&b, 0, 0, 3, 1, 1, 1);
	build_route(&b, 1, -1, 3, 1, 1, 1);
	build_diagnose(&b, &d);
	/* own 3: x 0.5, evidence 3, rationale 3.5; strategy (3.5 + 11) / 4 = 3.625. One entry at 4:
	 * own 3.5, evidence 1, rationale 2.5, strategy 3.375. An answer moves it by 0.0417. */
	assert_value(d.scores.cause[CAUSE_STRATEGY].score, 3.625);
	ck_assert_int_eq(d.primary.cause, PRIMARY_NONE);
	ck_assert_int_eq(d.primary.flip_count, 2);
	assert_flip(0, FLIP_ROUTE, 0, ROUTE_OWN, 3, 4, CAUSE_STRATEGY);
	assert_flip(1, FLIP_ROUTE, -1, ROUTE_OWN, 3, 4, CAUSE_STRATEGY);
	done();
}
END_TEST

START_TEST(test_flip_checklist_entry)
{
	build_pair(&b, 1, 4);
	for (int r = 0; r < 2; r++) {
		build_states(&b, r, ASPECT_COORDINATION, "443");
		build_states(&b, r, ASPECT_COMMUNICATION, "443");
		build_states(&b, r, ASPECT_CAPABILITY, "433");
	}
	build_check(&b, GOVERNANCE_STEERING, CHECK_NO); /* file order does not matter */
	build_check(&b, GOVERNANCE_MANAGERS, CHECK_YES);
	build_check(&b, GOVERNANCE_MANDATE, CHECK_PARTLY);
	build_check(&b, GOVERNANCE_DISPUTES, CHECK_UNKNOWN);
	build_check(&b, GOVERNANCE_PLATFORM, CHECK_PARTLY);
	build_diagnose(&b, &d);
	/* x 2/4: evidence 3, governance 3.5; management (3.5 + 32/3) / 4 = 3.5417. A step of a row
	 * is 1/8 of x, 0.5 of evidence, 0.0625 of the cause; an answer 0.0417: exactly to 3.5. */
	assert_value(d.scores.cause[CAUSE_MANAGEMENT].score, 3.5 + 1 / 24.0);
	ck_assert_int_eq(d.primary.flip_count, 3);
	assert_flip(0, FLIP_CHECKLIST, -1, GOVERNANCE_MANAGERS, CHECK_YES, CHECK_PARTLY,
		CAUSE_MANAGEMENT);
	assert_flip(1, FLIP_CHECKLIST, -1, GOVERNANCE_MANDATE, CHECK_PARTLY, CHECK_NO,
		CAUSE_MANAGEMENT);
	assert_flip(2, FLIP_CHECKLIST, -1, GOVERNANCE_PLATFORM, CHECK_PARTLY, CHECK_NO,
		CAUSE_MANAGEMENT);
	done();
}
END_TEST

/* The same diagnosis from scratch with one answer changed: the short way must agree. */
START_TEST(test_flip_count_equals_diagnosing_anew)
{
	srand((unsigned)_i + 1);
	build_init(&b);
	for (int p = 0; p < 2; p++) {
		build_party(&b, "P");
		for (int i = 0; i < 2; i++) {
			int r = build_respondent(&b, p, ROLE_SPONSOR);
			for (int s = 0; s < ASPECT_COUNT; s++)
				for (int k = 0; k < 3; k++)
					if (rand() % 8)
						build_rate(&b, r, build_item(s, k), 3 + rand() % 2);
		}
	}
	for (int row = 0; row < CHECK_ROWS; row += 2)
		build_check(&b, row, (enum check)(rand() % CHECK_VALUE_COUNT));
	build_diagnose(&b, &d);
	int flips = 0;
	for (size_t i = 0; i < b.rec.answer_count; i++) {
		double *value = &b.rec.answers[i].value.number, before = *value;
		for (int step = -1; step <= 1; step += 2) {
			struct diagnosis other;
			*value = before + step;
			diagnosis_compute(&other, &b.rec);
			flips += other.primary.cause != d.primary.cause;
			diagnosis_release(&other);
		}
		*value = before;
	}
	for (size_t i = 0; i < b.rec.checklist_count; i++) {
		int *value = &b.rec.checklists[i].value, before = *value;
		for (int to = CHECK_YES; to <= CHECK_NO; to++) {
			struct diagnosis other;
			if (before == CHECK_UNKNOWN || abs(to - before) != 1)
				continue;
			*value = to;
			diagnosis_compute(&other, &b.rec);
			flips += other.primary.cause != d.primary.cause;
			diagnosis_release(&other);
		}
		*value = before;
	}
	ck_assert_int_eq(d.primary.flip_count, flips);
	done();
}
END_TEST

static double seconds_for(int n)
{
	build_pair(&b, n, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 41);
	record_settle(&b.rec);
	clock_t start = clock();
	diagnosis_compute(&d, &b.rec);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	done();
	return seconds;
}

START_TEST(test_what_if_grows_with_the_answers)
{
	/* ten times the people: well below a hundred times the time */
	double few = seconds_for(100), many = seconds_for(1000);
	ck_assert_double_lt(many, 30 * few + 0.05);
}
END_TEST

Suite *diagnosis_what_if_suite(void)
{
	Suite *suite = suite_create("diagnosis_what_if");
	TCase *tcase = tcase_create("what if");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_stability_one_respondent_decides);
	tcase_add_test(tcase, test_stability_leading_set_may_change_alone);
	tcase_add_loop_test(tcase, test_stability_takes_route_entries_out_too, 0, 2);
	tcase_add_test(tcase, test_stability_leaves_the_other_route_entries);
	tcase_add_test(tcase, test_stability_of_last_respondent_of_a_party);
	tcase_add_test(tcase, test_stability_of_nobody_is_zero_of_zero);
	tcase_add_test(tcase, test_flip_none_when_nothing_is_near);
	tcase_add_test(tcase, test_flip_single_answers_in_order);
	tcase_add_test(tcase, test_flip_counts_only_answers_that_count);
	tcase_add_test(tcase, test_flip_stays_within_one_to_five);
	tcase_add_test(tcase, test_flip_to_another_cause);
	tcase_add_test(tcase, test_flip_route_value);
	tcase_add_test(tcase, test_flip_checklist_entry);
	tcase_add_loop_test(tcase, test_flip_count_equals_diagnosing_anew, 0, 12);
	tcase_add_test(tcase, test_what_if_grows_with_the_answers);
	suite_add_tcase(suite, tcase);
	return suite;
}
