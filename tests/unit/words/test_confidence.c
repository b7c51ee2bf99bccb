/* SPDX-License-Identifier: MIT */
/*
 * The grade of confidence, its reasons and what would raise it (rekindle-method(7), section 5).
 */
#include <rekindle/words.h>
#include "../core/build.h"

Suite *confidence_suite(void);

static struct build b;
static struct diagnosis d;
static struct pool pool;
static struct confidence_words said;

static void diagnose(void)
{
	build_diagnose(&b, &d);
	said = words_confidence(&pool, &b.rec, &d);
}

static void done(void)
{
	pool_release(&pool);
	diagnosis_release(&d);
	build_release(&b);
}

/* Two parties of n with the roles in turn, management low, the points as given to it. */
static void build_graded(int n, double management)
{
	build_pair(&b, n, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	for (int r = 0; r < 2 * n; r++)
		build_split(&b, r, 0, 0, 100 - management, management);
}

static bool says(const char *const *lines, const char *line)
{
	for (; *lines; lines++)
		if (!strcmp(*lines, line))
			return true;
	return false;
}

static void assert_graded(enum grade grade, const char *reason, const char *raise)
{
	ck_assert_str_eq(grade_word(d.confidence.grade), grade_word(grade));
	if (reason)
		ck_assert_msg(says(said.reasons, reason), "no reason: %s", reason);
	if (raise)
		ck_assert_msg(says(said.raise, raise), "nothing raises: %s", raise);
}

START_TEST(test_confidence_a_when_all_is_heard_and_agrees)
{
	build_graded(5, 60);
	diagnose();
	assert_graded(
		GRADE_A, "leaving out one respondent keeps the result in 10 of 10 cases", NULL);
	ck_assert(says(said.reasons, "the 100 points give management the most as well"));
	ck_assert_ptr_null(said.raise[0]);
	done();
}
END_TEST

START_TEST(test_confidence_b_when_the_points_do_not_agree)
{
	build_graded(5, _i ? 50 : 40); /* not strictly the most */
	diagnose();
	assert_graded(GRADE_B, "the 100 points do not give management the most",
		"settle why the ratings name management and the points another cause");
	done();
}
END_TEST

START_TEST(test_confidence_b_when_nobody_divided_the_points)
{
	build_graded(5, 60);
	for (int r = 0; r < 10; r++)
		build_split(&b, r, 0, 0, 0, 0);
	diagnose();
	assert_graded(GRADE_B, "nobody divided the 100 points over the causes",
		"have every respondent divide the 100 points");
	done();
}
END_TEST

START_TEST(test_confidence_points_are_means_of_parties)
{
	build_graded(5, 40);
	build_split(&b, 0, 0, 0, 0, 100);
	build_split(&b, 1, 0, 0, 0, 100); /* A: management (200 + 120) / 5 = 64 */
	diagnose();
	assert_graded(GRADE_A, NULL, NULL); /* (64 + 40) / 2 = 52 against 48 */
	done();
}
END_TEST

START_TEST(test_confidence_a_without_points_when_nothing_fails)
{
	build_pair(&b, 5, 4);
	diagnose();
	ck_assert_int_eq(d.primary.cause, PRIMARY_NONE);
	assert_graded(GRADE_A, NULL, NULL);
	done();
}
END_TEST

START_TEST(test_confidence_b_below_five_a_party)
{
	build_graded(5, 60);
	for (int i = 0; i < BUILD_ITEMS; i++)
		build_answer(&b, 9, i, STATE_NOT_ASKED); /* B's fifth has no data */
	diagnose();
	assert_graded(
		GRADE_B, "fewer than 5 respondents of B were heard", "hear at least 5 people of B");
	done();
}
END_TEST

START_TEST(test_confidence_b_when_a_role_is_missing)
{
	static const struct {
		enum role role;
		const char *reason, *raise;
	} roles[] = {
		{ ROLE_SPONSOR, "no sponsor of B was heard", "hear a sponsor of B" },
		{ ROLE_MANAGER, "no manager of B was heard", "hear a manager of B" },
	};
	build_graded(5, 60);
	b.rec.respondents[5 + roles[_i].role].role = ROLE_SPECIALIST;
	diagnose();
	assert_graded(GRADE_B, roles[_i].reason, roles[_i].raise);
	done();
}
END_TEST

START_TEST(test_confidence_b_when_three_roles_were_heard)
{
	build_graded(5, 60);
	for (int r = 0; r < 10; r++)
		if (b.rec.respondents[r].role > ROLE_OPERATIONS)
			b.rec.respondents[r].role = ROLE_OPERATIONS;
	diagnose();
	assert_graded(GRADE_B, "3 of 5 roles were heard", "hear people of at least 4 roles");
	done();
}
END_TEST

/* A of n people, one of whom is so low that the cause depends on him; B all the same. */
static const struct {
	int n;
	enum grade grade;
} steadiness[] = {
	{ 5, GRADE_B }, /* 9 of 10 agree: 90 % */
	{ 4, GRADE_C }, /* 7 of 8 */
};

START_TEST(test_confidence_falls_with_stability)
{
	int n = steadiness[_i].n;
	build_pair(&b, n, 4);
	build_cause_all(&b, CAUSE_MANAGEMENT, 42);
	build_cause(&b, 0, CAUSE_MANAGEMENT, 12); /* without it 3.5: nothing fails */
	for (int r = 0; r < 2 * n; r++)
		build_split(&b, r, 0, 0, 0, 100);
	diagnose();
	ck_assert_int_eq(d.primary.agree, 2 * n - 1);
	assert_graded(steadiness[_i].grade,
		_i ? "leaving out one respondent keeps the result in 7 of 8 cases"
		   : "leaving out one respondent keeps the result in 9 of 10 cases",
		"hear more people, so that no single respondent decides");
	done();
}
END_TEST

START_TEST(test_confidence_c_on_a_tie)
{
	build_graded(5, 60);
	build_cause_all(&b, CAUSE_PARTNER, 30);
	diagnose();
	assert_graded(GRADE_C, "partner and management cannot be told apart",
		"hear more people: the margin of 0.25 narrows");
	ck_assert_ptr_null(said.reasons[CONFIDENCE_REASONS]);
	done();
}
END_TEST

START_TEST(test_confidence_c_below_three_a_party)
{
	build_graded(2, 60);
	diagnose();
	assert_graded(GRADE_C, "fewer than 3 respondents of A and B were heard",
		"hear at least 3 people of A and B");
	done();
}
END_TEST

START_TEST(test_confidence_counts_unresponsive_parties)
{
	build_graded(5, 60);
	build_silent_party(&b, "C");
	diagnose();
	assert_graded(GRADE_C, "fewer than 3 respondents of C were heard", NULL);
	done();
}
END_TEST

START_TEST(test_confidence_none_when_one_sided)
{
	build_graded(5, 60);
	record_put_party_profile(&b.rec, 1)->stance = STANCE_UNRESPONSIVE;
	for (int r = 5; r < 10; r++)
		b.rec.respondents[r].party = 0;
	diagnose();
	ck_assert_int_eq(d.primary.cause, CAUSE_MANAGEMENT);
	assert_graded(GRADE_NONE, "only A was heard", "hear people of B");
	done();
}
END_TEST

START_TEST(test_confidence_none_when_nobody_was_heard)
{
	build_pair(&b, 0, 4);
	diagnose();
	assert_graded(GRADE_NONE, "nobody was heard", "hear people of A and B");
	done();
}
END_TEST

START_TEST(test_confidence_none_without_a_score)
{
	build_graded(5, 60);
	for (int r = 0; r < 10; r++)
		for (int a = 0; a < 2; a++)
			build_states(&b, r, CAUSE_TYPE * ASPECTS_PER_CAUSE + a, "ddd");
	diagnose();
	assert_graded(GRADE_NONE, "too few answers to score type",
		"have the questions on type answered in every party");
	done();
}
END_TEST

/* Of the alliance with so many people a party, and of which of those that were simulated it tells.
 */
static const struct {
	int n;
	enum grade grade;
	int people;
} sizes[] = {
	{ 1, GRADE_C, 0 },
	{ 2, GRADE_C, 2 },
	{ 4, GRADE_B, 3 },
	{ 5, GRADE_A, 5 },
	{ 7, GRADE_A, 5 },
	{ 8, GRADE_A, 8 },
	{ 40, GRADE_A, 15 },
};

START_TEST(test_confidence_is_worth_what_the_next_smaller_simulated_alliance_was)
{
	const struct calibrated *counted;
	build_graded(sizes[_i].n, 60);
	b.instrument.id = instrument_builtin()->id;
	diagnose();
	assert_graded(sizes[_i].grade, NULL, NULL);
	counted = diagnosis_calibrated(&b.rec, &d);
	ck_assert_int_eq(counted ? counted->people : 0, sizes[_i].people);
	ck_assert(!counted || counted->grade == sizes[_i].grade);
	ck_assert_int_eq(!words_worth(&pool, &b.rec, &d), !counted);
	done();
}
END_TEST

#define NB "\302\240"

static const char *tenths(int percent)
{
	static const char *const tenth[] = { "hardly any", "1" NB "of" NB "10", "2" NB "of" NB "10",
		"3" NB "of" NB "10", "4" NB "of" NB "10", "about half", "6" NB "of" NB "10",
		"7" NB "of" NB "10", "8" NB "of" NB "10", "9" NB "of" NB "10", "nearly all" };
	return tenth[(percent + 5) / 10];
}

START_TEST(test_confidence_is_worth_the_share_that_was_right)
{
	const struct calibrated *counted;
	build_graded(5, 60);
	b.instrument.id = instrument_builtin()->id;
	diagnose();
	counted = diagnosis_calibrated(&b.rec, &d);
	ck_assert_str_eq(words_worth(&pool, &b.rec, &d),
		pool_printf(&pool,
			"In simulated alliances with 5 people a side, grade" NB "A named the true "
			"cause in %s when it was mild and in %s when it was marked.",
			tenths(counted->right), tenths(counted->right_marked)));
	done();
}
END_TEST

START_TEST(test_confidence_in_a_tie_is_worth_the_share_that_was_in_it)
{
	const struct calibrated *counted;
	build_graded(5, 60);
	build_cause_all(&b, CAUSE_PARTNER, 30);
	b.instrument.id = instrument_builtin()->id;
	diagnose();
	counted = diagnosis_calibrated(&b.rec, &d);
	ck_assert_str_eq(words_worth(&pool, &b.rec, &d),
		pool_printf(&pool,
			"In simulated alliances with 5 people a side, the causes that led in "
			"grade" NB "C had the true one among them in %s when it was mild and in %s "
			"when it was "
			"marked.",
			tenths(counted->held), tenths(counted->held_marked)));
	done();
}
END_TEST

START_TEST(test_confidence_that_is_rare_where_the_cause_is_marked_says_so)
{
	const struct calibrated *counted;
	build_graded(5, 40);
	b.instrument.id = instrument_builtin()->id;
	diagnose();
	assert_graded(GRADE_B, NULL, NULL);
	counted = diagnosis_calibrated(&b.rec, &d);
	ck_assert_int_eq(counted->right_marked, CALIBRATED_RARE);
	ck_assert_str_eq(words_worth(&pool, &b.rec, &d),
		pool_printf(&pool,
			"In simulated alliances with 5 people a side, grade" NB "B named the true "
			"cause in %s when it was mild; when it was marked, the grade was rare.",
			tenths(counted->right)));
	done();
}
END_TEST

START_TEST(test_confidence_in_no_cause_is_worth_what_was_overlooked)
{
	const struct calibrated *counted;
	build_pair(&b, 5, 4);
	b.instrument.id = instrument_builtin()->id;
	diagnose();
	counted = diagnosis_calibrated(&b.rec, &d);
	ck_assert_str_eq(words_worth(&pool, &b.rec, &d),
		pool_printf(&pool,
			"In simulated alliances with 5 people a side, grade" NB
			"A overlooked a mild "
			"cause in %s and a marked one in %s.",
			tenths(counted->missed), tenths(counted->missed_marked)));
	done();
}
END_TEST

START_TEST(test_confidence_by_a_bank_of_ones_own_was_not_counted)
{
	build_graded(5, 60);
	diagnose();
	ck_assert_ptr_null(words_worth(&pool, &b.rec, &d));
	done();
}
END_TEST

START_TEST(test_confidence_without_a_grade_is_worth_nothing)
{
	build_pair(&b, 5, 4);
	b.instrument.id = instrument_builtin()->id;
	b.rec.assessment.kind = ROUND_PULSE;
	diagnose();
	ck_assert_ptr_null(words_worth(&pool, &b.rec, &d));
	done();
}
END_TEST

Suite *confidence_suite(void)
{
	Suite *suite = suite_create("confidence");
	TCase *tcase = tcase_create("confidence");
	tcase_add_test(tcase, test_confidence_a_when_all_is_heard_and_agrees);
	tcase_add_loop_test(tcase, test_confidence_b_when_the_points_do_not_agree, 0, 2);
	tcase_add_test(tcase, test_confidence_b_when_nobody_divided_the_points);
	tcase_add_test(tcase, test_confidence_points_are_means_of_parties);
	tcase_add_test(tcase, test_confidence_a_without_points_when_nothing_fails);
	tcase_add_test(tcase, test_confidence_b_below_five_a_party);
	tcase_add_loop_test(tcase, test_confidence_b_when_a_role_is_missing, 0, 2);
	tcase_add_test(tcase, test_confidence_b_when_three_roles_were_heard);
	tcase_add_loop_test(tcase, test_confidence_falls_with_stability, 0, 2);
	tcase_add_test(tcase, test_confidence_c_on_a_tie);
	tcase_add_test(tcase, test_confidence_c_below_three_a_party);
	tcase_add_test(tcase, test_confidence_counts_unresponsive_parties);
	tcase_add_test(tcase, test_confidence_none_when_one_sided);
	tcase_add_test(tcase, test_confidence_none_when_nobody_was_heard);
	tcase_add_test(tcase, test_confidence_none_without_a_score);
	add_cases(tcase, test_confidence_is_worth_what_the_next_smaller_simulated_alliance_was,
		sizes);
	tcase_add_test(tcase, test_confidence_is_worth_the_share_that_was_right);
	tcase_add_test(tcase, test_confidence_in_a_tie_is_worth_the_share_that_was_in_it);
	tcase_add_test(tcase, test_confidence_that_is_rare_where_the_cause_is_marked_says_so);
	tcase_add_test(tcase, test_confidence_in_no_cause_is_worth_what_was_overlooked);
	tcase_add_test(tcase, test_confidence_by_a_bank_of_ones_own_was_not_counted);
	tcase_add_test(tcase, test_confidence_without_a_grade_is_worth_nothing);
	suite_add_tcase(suite, tcase);
	return suite;
}
