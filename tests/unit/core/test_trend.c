/* SPDX-License-Identifier: MIT */
/*
 * Change between two rounds: worked numbers with p-values counted by hand, what makes a pair, and
 * what holds for every two rounds.
 */
#include <rekindle/trend.h>
#include "two_rounds.h"

Suite *trend_suite(void);

#define SUBJECT ASPECT_GOVERNANCE

static struct trend_between t;

/* Somebody heard twice who rates the subject, and nothing else. */
static void pair(int party, int then, int now)
{
	struct uuid id = numbered((int)before.rec.person_count);

	build_scale(&before, add(&before, party, id), SUBJECT, then);
	build_scale(&after, add(&after, party, id), SUBJECT, now);
}

static void work_out(void)
{
	record_settle(&before.rec);
	record_settle(&after.rec);
	trend_compute(&t, &before.rec, &after.rec);
}

static void end(void)
{
	trend_release(&t);
	build_release(&before);
	build_release(&after);
}

/*
 * Changes of A and B from 2, party by party, with Δ, the number of sign patterns as far from 0 as
 * it (of 2 to the number of pairs), and whether that is a change.
 */
static const struct {
	const char *a, *b; /* '0' is a change of 0, '+' of 1, '#' of 2, '-' of -1 */
	double change;
	int as_far, of;
	bool changed;
} worked[] = {
	{ "+++", "+++", 1.0, 2, 64, true },
	{ "+++", "#0", 1.0, 4, 32, false }, /* all four that moved, twice for the one at rest */
	{ "++++", "-", 0.0, 32, 32, false },
	{ "#", "0000", 1.0, 32, 32, false }, /* one person cannot be told from chance */
	{ "#+", "+-", 0.75, 8, 16, false },
	{ "++", "++", 1.0, 2, 16, false }, /* fewer than five pairs */
	{ "---", "---", -1.0, 2, 64, true }, { "+++++", "", 1.0, 2, 32, true },
	{ "++++", "+0", 0.75, 4, 64, true },
	{ "+0000000", "+0000000", 0.125, 8, 16, false }, /* of the two that moved, (2 of 4) */
};

static void pairs_of(int party, const char *changes)
{
	static const char signs[] = "-0+#";

	for (; *changes; changes++)
		pair(party, 2, 2 + (int)(strchr(signs, *changes) - signs) - 1);
}

START_TEST(test_trend_p_is_the_share_of_sign_patterns)
{
	const struct trend_aspect *aspect = &t.aspect[SUBJECT];

	begin();
	pairs_of(0, worked[_i].a);
	pairs_of(1, worked[_i].b);
	work_out();
	ck_assert_int_eq(aspect->pairs, (int)(strlen(worked[_i].a) + strlen(worked[_i].b)));
	assert_value(aspect->change, worked[_i].change);
	assert_value(aspect->p, (double)worked[_i].as_far / worked[_i].of);
	ck_assert_int_eq(aspect->changed, worked[_i].changed);
	ck_assert_int_eq(trend_movement(aspect),
		!worked[_i].changed             ? MOVEMENT_UNCLEAR
			: worked[_i].change > 0 ? MOVEMENT_ROSE
						: MOVEMENT_FELL);
	ck_assert_int_eq(t.tested, 1);
	end();
}
END_TEST

START_TEST(test_trend_exact_up_to_twenty_pairs_then_normal)
{
	double w[21];

	for (int i = 0; i < 21; i++)
		w[i] = 0.05;
	ck_assert_double_eq_tol(sign_flip_p(w, 20), 2.0 / 1048576, 1e-12);
	for (int i = 0; i < 21; i++)
		w[i] = 1.0 / 21;
	/* z is the root of 21, 4.582576 */
	ck_assert_double_eq_tol(sign_flip_p(w, 21), 4.592834e-6, 1e-11);
	for (int i = 0; i < 21; i++)
		w[i] = 0;
	ck_assert_double_eq_tol(sign_flip_p(w, 21), 1, 1e-12);
	ck_assert_double_eq_tol(sign_flip_p(w, 0), 1, 1e-12);
}
END_TEST

/* The clearest change of n pairs has a p of 2 of 2^n, which has to be one tenth by the number of
 * aspects tested. */
static const struct {
	int tested, pairs;
} needed[] = {
	{ 0, 5 },                       /* that many in any case */
	{ 1, 5 },                       /* 1/16 is below 1/10, 1/8 is not */
	{ 2, 6 }, { 3, 6 },             /* 1/32 is below 1/30 */
	{ 4, 7 }, { 12, 8 }, { 16, 9 }, /* 1/256 is below 1/160, 1/128 is not */
};

START_TEST(test_trend_tells_how_many_pairs_it_takes)
{
	ck_assert_int_eq(trend_pairs_needed(needed[_i].tested), needed[_i].pairs);
}
END_TEST

START_TEST(test_trend_of_many_aspects_asks_more_of_each)
{
	begin();
	pairs_of(0, "+++");
	pairs_of(1, "+++");
	for (int r = 0; r < 6; r++)
		for (int s = 0; s < ASPECT_COUNT; s++)
			if (s != SUBJECT) {
				build_scale(&before, r, s, 3);
				build_scale(&after, r, s, 3);
			}
	work_out();
	ck_assert_int_eq(t.tested, ASPECT_COUNT);
	assert_value(t.aspect[SUBJECT].p, 2.0 / 64);
	ck_assert(!t.aspect[SUBJECT].changed); /* the first of 16 needs 0.1 / 16 */
	assert_value(t.aspect[ASPECT_TERMS].p, 1);
	end();
}
END_TEST

START_TEST(test_trend_small_change_is_none_however_sure)
{
	begin();
	for (int i = 0; i < 12; i++) {
		struct uuid id = numbered(i);
		int then = add(&before, i % 2, id), now = add(&after, i % 2, id);

		build_states(&before, then, SUBJECT, "333");
		build_states(&after, now, SUBJECT, i < 6 ? "334" : "333");
	}
	work_out();
	assert_value(t.aspect[SUBJECT].change, 1.0 / 6);
	assert_value(t.aspect[SUBJECT].p, 2.0 / 64);
	ck_assert(!t.aspect[SUBJECT].changed);
	end();
}
END_TEST

START_TEST(test_trend_takes_only_what_both_rounds_asked)
{
	begin();
	after.rec.assessment.kind = ROUND_PULSE;
	for (int i = 0; i < 6; i++) {
		struct uuid id = numbered(i);
		int then = add(&before, i % 2, id), now = add(&after, i % 2, id);

		build_states(&before, then, SUBJECT, "255");
		build_states(&after, now, SUBJECT, "2");
	}
	work_out();
	assert_value(t.aspect[SUBJECT].before, 2);
	assert_value(t.aspect[SUBJECT].change, 0);
	ck_assert_uint_eq(t.items, 14); /* three of four aspects, and two symptoms */
	ck_assert(!t.aspect[SUBJECT].whole_before);
	ck_assert(t.aspect[SUBJECT].whole_after);
	/* not asked in the pulse at all */
	ck_assert_double_nan(t.aspect[ASPECT_OBJECTIVES].before);
	ck_assert_double_nan(t.aspect[ASPECT_OBJECTIVES].p);
	end();
}
END_TEST

/* What makes of the first item of the subject another one, under the same id. */
static void reword(struct item *item)
{
	item->text = "Something else.";
}
static void reword_low(struct item *item)
{
	item->low = "Something else.";
}
static void reword_mid(struct item *item)
{
	item->mid = "Something else.";
}
static void reword_high(struct item *item)
{
	item->high = "Something else.";
}
static void turn(struct item *item)
{
	item->reversed = true;
}
static void move(struct item *item)
{
	item->scale = ASPECT_TERMS;
}

static void (*const rewordings[])(struct item *) = {
	reword,
	reword_low,
	reword_mid,
	reword_high,
	turn,
	move,
};

/* Six people who gave 2, 5, 5 before and give 5 throughout now. */
static void rate_twice(enum role role)
{
	for (int i = 0; i < 6; i++) {
		struct uuid id = numbered(i);
		int then = add(&before, i % 2, id), now = add(&after, i % 2, id);

		before.rec.respondents[then].role = after.rec.respondents[now].role = role;
		build_states(&before, then, SUBJECT, "255");
		build_states(&after, now, SUBJECT, "555");
	}
}

START_TEST(test_trend_reworded_item_is_another_item)
{
	begin();
	rate_twice(ROLE_MANAGER);
	rewordings[_i](&after.items[build_item(SUBJECT, 0)]);
	work_out();
	ck_assert_uint_eq(t.items, SCALE_COUNT * BUILD_PER_SCALE - 1);
	size_t rated;
	ck_assert_uint_eq(trend_alike(&before.instrument, &after.instrument, &rated), t.items);
	ck_assert_uint_eq(rated, SCALE_COUNT * BUILD_PER_SCALE);
	assert_value(t.aspect[SUBJECT].before, 5);
	assert_value(t.aspect[SUBJECT].after, 5);
	assert_value(t.aspect[SUBJECT].change, 0);
	ck_assert(!t.aspect[SUBJECT].whole_before);
	ck_assert(t.aspect[ASPECT_VALUE].whole_before && t.aspect[ASPECT_VALUE].whole_after);
	end();
}
END_TEST

/* A role that one bank does not ask has no such item in either round; the others have. */
static const struct {
	enum role role;
	double before, change;
} asked_in_both[] = {
	{ ROLE_SPONSOR, 5, 0 },
	{ ROLE_MANAGER, 4, 1 },
};

START_TEST(test_trend_takes_an_item_of_the_roles_asked_in_both)
{
	for (int later = 0; later < 2; later++) {
		struct build *one = later ? &after : &before;

		begin();
		rate_twice(asked_in_both[_i].role);
		add(&before, 0, named("another"));
		add(&after, 0, named("another"));
		one->items[build_item(SUBJECT, 0)].roles &= ~(1u << ROLE_SPONSOR);
		work_out();
		ck_assert_uint_eq(t.items, SCALE_COUNT * BUILD_PER_SCALE);
		assert_value(t.aspect[SUBJECT].before, asked_in_both[_i].before);
		assert_value(t.aspect[SUBJECT].after, 5);
		assert_value(t.aspect[SUBJECT].change, asked_in_both[_i].change);
		end();
	}
}
END_TEST

START_TEST(test_trend_leaves_recorded_facts_out)
{
	begin();
	pairs_of(0, "+++");
	pairs_of(1, "+++");
	for (int row = GOVERNANCE_MANAGERS; row < CHECK_ROWS; row++)
		build_check(&after, row, CHECK_YES);
	work_out();
	assert_value(t.aspect[SUBJECT].after, 3);
	assert_value(t.aspect[SUBJECT].before, 2);
	end();
}
END_TEST

START_TEST(test_trend_tells_who_is_new_and_who_is_gone)
{
	begin();
	pairs_of(0, "+++");
	build_scale(&before, add(&before, 1, named("gone")), SUBJECT, 1);
	build_scale(&after, add(&after, 1, named("new")), SUBJECT, 5);
	work_out();
	ck_assert_int_eq(t.paired, 3);
	ck_assert_uint_eq(t.joined.count, 1);
	ck_assert_uint_eq(t.left.count, 1);
	ck_assert_int_eq(t.joined.person[0], 3);
	ck_assert_int_eq(t.left.person[0], 3);
	/* they count in the values, which are no pairs */
	assert_value(t.aspect[SUBJECT].before, 1.5);
	assert_value(t.aspect[SUBJECT].after, 4);
	assert_value(t.aspect[SUBJECT].change, 1);
	ck_assert_int_eq(t.aspect[SUBJECT].n_before[1], 1);
	ck_assert_int_eq(t.aspect[SUBJECT].pairs_of[1], 0);
	ck_assert_int_eq(t.aspect[SUBJECT].single_of[1], 2);
	ck_assert_int_eq(t.single_of[1], 2);
	ck_assert_int_eq(t.single_of[0], 0);
	end();
}
END_TEST

/* Heard in both rounds, but with a value of the aspect in one alone. */
START_TEST(test_trend_counts_whose_value_is_in_one_round_alone)
{
	begin();
	pairs_of(0, "+++");
	pairs_of(1, "+++");
	build_scale(&before, 3, ASPECT_TERMS, 3);
	build_scale(&after, 3, ASPECT_TERMS, 3);
	build_scale(&after, 4, ASPECT_TERMS, 3);
	build_scale(&before, 2, ASPECT_TERMS, 3);
	work_out();
	ck_assert_int_eq(t.single_of[0] + t.single_of[1], 0);
	ck_assert_int_eq(t.aspect[SUBJECT].single_of[1], 0);
	ck_assert_int_eq(t.aspect[ASPECT_TERMS].single_of[0], 1);
	ck_assert_int_eq(t.aspect[ASPECT_TERMS].single_of[1], 1);
	end();
}
END_TEST

START_TEST(test_trend_has_causes_and_health_of_ratings_alone)
{
	begin();
	pairs_of(0, "+++");
	pairs_of(1, "+++");
	for (int r = 0; r < 6; r++)
		for (int s = 0; s < ASPECT_COUNT; s++)
			if (s != SUBJECT) {
				build_scale(&before, r, s, 3);
				build_scale(&after, r, s, 4);
			}
	for (int row = GOVERNANCE_MANAGERS; row < CHECK_ROWS; row++)
		build_check(&after, row, CHECK_YES);
	work_out();
	assert_value(t.cause_before[CAUSE_MANAGEMENT], 2.75); /* 2, 3, 3, 3 */
	assert_value(t.cause_after[CAUSE_MANAGEMENT], 3.75);  /* 3, 4, 4, 4 */
	assert_value(t.health_before, 2.9375);
	assert_value(t.health_after, 3.9375);
	end();
}
END_TEST

START_TEST(test_trend_without_an_identity_makes_no_pair)
{
	begin();
	for (int i = 0; i < 6; i++) {
		build_scale(&before, add(&before, i % 2, (struct uuid){ { 0 } }), SUBJECT, 2);
		build_scale(&after, build_respondent(&after, i % 2, ROLE_MANAGER), SUBJECT, 4);
	}
	work_out();
	ck_assert_int_eq(t.aspect[SUBJECT].pairs, 0);
	ck_assert_int_eq(t.aspect[SUBJECT].single_of[0], 6);
	ck_assert_int_eq(t.single_of[1], 6);
	ck_assert_double_nan(t.health_after);
	ck_assert_double_nan(t.aspect[SUBJECT].change);
	ck_assert_double_nan(t.aspect[SUBJECT].p);
	assert_value(t.aspect[SUBJECT].after, 4);
	end();
}
END_TEST

START_TEST(test_trend_of_somebody_heard_twice_takes_the_mean)
{
	begin();
	pair(0, 2, 2);
	int again = build_respondent(&after, 0, ROLE_MANAGER);
	after.rec.respondents[again].person = 0;
	build_scale(&after, again, SUBJECT, 5);
	work_out();
	ck_assert_int_eq(t.aspect[SUBJECT].pairs, 1);
	assert_value(t.aspect[SUBJECT].change, 1.5);
	end();
}
END_TEST

START_TEST(test_trend_finds_parties_in_another_order)
{
	begin();
	pairs_of(0, "++");
	pairs_of(1, "#");
	after.rec.parties[0].object.id = named("party B");
	after.rec.parties[1].object.id = named("party A");
	for (size_t r = 0; r < after.rec.respondent_count; r++)
		after.rec.respondents[r].party = 1 - after.rec.respondents[r].party;
	work_out();
	ck_assert_int_eq(t.aspect[SUBJECT].n_before[0], 1);
	ck_assert_int_eq(t.aspect[SUBJECT].n_before[1], 2);
	ck_assert_int_eq(t.aspect[SUBJECT].pairs_of[1], 2);
	assert_value(t.aspect[SUBJECT].change, 1.5);
	end();
}
END_TEST

/* Properties */

/* The people of a record the other way round. */
static void turn_people(struct record *rec)
{
	int last = (int)rec->person_count - 1;

	for (int i = 0; i < (int)rec->person_count / 2; i++) {
		struct person kept = rec->people[i];
		rec->people[i] = rec->people[last - i];
		rec->people[last - i] = kept;
	}
	for (size_t r = 0; r < rec->respondent_count; r++)
		rec->respondents[r].person = last - rec->respondents[r].person;
}

START_TEST(test_trend_property_everything_stays_in_range)
{
	for (uint64_t seed = 1; seed <= 300; seed++) {
		random_rounds(seed);
		work_out();
		for (int a = 0; a < ASPECT_COUNT; a++) {
			const struct trend_aspect *aspect = &t.aspect[a];
			int pairs = 0;

			for (int p = 0; p < PARTIES_MAX; p++)
				pairs += aspect->pairs_of[p];
			ck_assert_int_eq(aspect->pairs, pairs);
			ck_assert_int_eq(isnan(aspect->change), !pairs);
			ck_assert_int_eq(isnan(aspect->p), !pairs);
			ck_assert(!pairs || (aspect->p > 0 && aspect->p <= 1));
			ck_assert(!pairs || fabs(aspect->change) <= 4 + 1e-9);
			ck_assert(!aspect->changed ||
				(pairs >= TREND_PAIRS_MIN &&
					fabs(aspect->change) >= TREND_CHANGE_MIN - 1e-9));
		}
		end();
	}
}
END_TEST

START_TEST(test_trend_property_order_of_people_does_not_matter)
{
	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct trend_between straight;

		random_rounds(seed);
		record_settle(&before.rec);
		record_settle(&after.rec);
		trend_compute(&straight, &before.rec, &after.rec);
		turn_people(&before.rec);
		work_out();
		for (int a = 0; a < ASPECT_COUNT; a++) {
			assert_value(t.aspect[a].change, straight.aspect[a].change);
			assert_value(t.aspect[a].p, straight.aspect[a].p);
			ck_assert_int_eq(t.aspect[a].changed, straight.aspect[a].changed);
		}
		ck_assert_uint_eq(t.joined.count, straight.joined.count);
		ck_assert_uint_eq(t.left.count, straight.left.count);
		trend_release(&straight);
		end();
	}
}
END_TEST

START_TEST(test_trend_property_backwards_is_the_opposite)
{
	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct trend_between back;

		random_rounds(seed);
		work_out();
		trend_compute(&back, &after.rec, &before.rec);
		for (int a = 0; a < ASPECT_COUNT && before.rec.party_count == after.rec.party_count;
			a++) {
			assert_value(back.aspect[a].change, -t.aspect[a].change);
			assert_value(back.aspect[a].p, t.aspect[a].p);
			assert_value(back.aspect[a].before, t.aspect[a].after);
		}
		ck_assert_uint_eq(back.joined.count, t.left.count);
		ck_assert_uint_eq(back.items, t.items);
		trend_release(&back);
		end();
	}
}
END_TEST

START_TEST(test_trend_property_nothing_changes_against_itself)
{
	for (uint64_t seed = 1; seed <= 200; seed++) {
		struct trend_between same;

		random_rounds(seed);
		record_settle(&before.rec);
		trend_compute(&same, &before.rec, &before.rec);
		for (int a = 0; a < ASPECT_COUNT; a++) {
			ck_assert(isnan(same.aspect[a].p) || same.aspect[a].p == 1);
			ck_assert(!same.aspect[a].changed);
		}
		ck_assert_uint_eq(same.joined.count + same.left.count, 0);
		trend_release(&same);
		build_release(&before);
		build_release(&after);
	}
}
END_TEST

Suite *trend_suite(void)
{
	Suite *suite = suite_create("trend");
	TCase *tcase = tcase_create("trend");

	tcase_set_timeout(tcase, 300);
	add_cases(tcase, test_trend_p_is_the_share_of_sign_patterns, worked);
	tcase_add_test(tcase, test_trend_exact_up_to_twenty_pairs_then_normal);
	add_cases(tcase, test_trend_tells_how_many_pairs_it_takes, needed);
	tcase_add_test(tcase, test_trend_of_many_aspects_asks_more_of_each);
	tcase_add_test(tcase, test_trend_small_change_is_none_however_sure);
	tcase_add_test(tcase, test_trend_takes_only_what_both_rounds_asked);
	add_cases(tcase, test_trend_reworded_item_is_another_item, rewordings);
	add_cases(tcase, test_trend_takes_an_item_of_the_roles_asked_in_both, asked_in_both);
	tcase_add_test(tcase, test_trend_leaves_recorded_facts_out);
	tcase_add_test(tcase, test_trend_tells_who_is_new_and_who_is_gone);
	tcase_add_test(tcase, test_trend_counts_whose_value_is_in_one_round_alone);
	tcase_add_test(tcase, test_trend_has_causes_and_health_of_ratings_alone);
	tcase_add_test(tcase, test_trend_without_an_identity_makes_no_pair);
	tcase_add_test(tcase, test_trend_of_somebody_heard_twice_takes_the_mean);
	tcase_add_test(tcase, test_trend_finds_parties_in_another_order);
	tcase_add_test(tcase, test_trend_property_everything_stays_in_range);
	tcase_add_test(tcase, test_trend_property_order_of_people_does_not_matter);
	tcase_add_test(tcase, test_trend_property_backwards_is_the_opposite);
	tcase_add_test(tcase, test_trend_property_nothing_changes_against_itself);
	suite_add_tcase(suite, tcase);
	return suite;
}
