/* SPDX-License-Identifier: MIT */
/*
 * What the built-in bank makes of answers that leave no doubt: everybody says the same, good but
 * for one thing. Two parties of five people, one a role.
 */
#include "build.h"

Suite *uniform_suite(void);

enum { GOOD = 4, EVERYBODY = 2 * ROLE_COUNT };

static struct build b;
static struct diagnosis d;

static void begin(enum round_kind kind)
{
	static const char *const labels[] = { "A", "B" };
	memset(&b, 0, sizeof(b));
	b.instrument = *instrument_builtin();
	record_init(&b.rec, &b.instrument);
	b.rec.assessment.kind = kind;
	for (int p = 0; p < 2; p++) {
		int party = build_party(&b, labels[p]);
		for (int role = 0; role < ROLE_COUNT; role++)
			build_respondent(&b, party, (enum role)role);
	}
}

static void done(void)
{
	diagnosis_release(&d);
	build_release(&b);
}

/* Everybody who is asked rates it so, 5 being the healthy end; in a pulse those of the health check
 * alone. */
static void rate(int at, int value)
{
	const struct item *item = &b.instrument.items[at];
	if (b.rec.assessment.kind == ROUND_PULSE && !item->health_check)
		return;
	for (int who = 0; who < EVERYBODY; who++)
		if (item_asks(item, (enum role)b.rec.respondents[who].role))
			build_rate(&b, who, at, item->reversed ? 6 - value : value);
}

/* The rated items of a scale; of all of them with SCALE_NONE. A later rating replaces an earlier.
 */
static void rate_scale(int scale, int value)
{
	for (size_t i = 0; i < b.instrument.item_count; i++) {
		const struct item *item = &b.instrument.items[i];
		if (item->kind == ITEM_RATED && (scale == SCALE_NONE || (int)item->scale == scale))
			rate((int)i, value);
	}
}

static bool found(const char *id)
{
	for (size_t i = 0; i < d.finding_count; i++)
		if (!strcmp(d.findings[i].id, id))
			return true;
	return false;
}

static void assert_healthy(void)
{
	ck_assert_str_eq(primary_word(d.primary.cause), "none");
	ck_assert_int_eq(d.track, TRACK_SUSTAIN);
}

/* 4 is what a good alliance says: nothing fails, nothing is found, whatever the item. */
START_TEST(test_uniform_all_good_is_healthy)
{
	begin(ROUND_BASELINE);
	rate_scale(SCALE_NONE, GOOD);
	build_diagnose(&b, &d);
	assert_healthy();
	ck_assert_uint_eq(d.finding_count, 0);
	done();
}
END_TEST

/* One aspect may carry its cause below the line, never another one. */
START_TEST(test_uniform_one_low_aspect_names_its_cause_or_none)
{
	for (int value = 1; value < GOOD; value++) {
		begin(ROUND_BASELINE);
		rate_scale(SCALE_NONE, GOOD);
		rate_scale(_i, value);
		build_diagnose(&b, &d);
		if (d.primary.cause != PRIMARY_NONE)
			ck_assert_int_eq(d.primary.cause, _i / ASPECTS_PER_CAUSE);
		ck_assert(!d.primary.tie);
		for (int s = 0; s < ASPECT_COUNT; s++)
			assert_value(d.scores.scale[s].score, s == _i ? value : GOOD);
		done();
	}
}
END_TEST

/* How the partner was chosen cannot be changed any more: it is said, and is no cause to mend. */
START_TEST(test_uniform_a_poor_choice_long_ago_is_a_finding_and_no_cause)
{
	begin(ROUND_BASELINE);
	rate_scale(SCALE_NONE, GOOD);
	for (int row = 0; row < SELECTION_ROWS; row++)
		build_check(&b, (enum check_row)row, CHECK_NO);
	build_diagnose(&b, &d);
	assert_healthy();
	ck_assert(found("aspect.partner.selection"));
	ck_assert(found("checklist.selection.longlist"));
	ck_assert(!found("cause.partner"));
	done();
}
END_TEST

/* One item carries an aspect in a pulse: it shows that it moved, and decides nothing. */
START_TEST(test_uniform_one_low_item_of_a_pulse_moves_and_decides_nothing)
{
	for (size_t i = 0; i < instrument_builtin()->item_count; i++) {
		const struct item *item = &instrument_builtin()->items[i];
		if (item->kind != ITEM_RATED || !item->health_check)
			continue;
		begin(ROUND_PULSE);
		rate_scale(SCALE_NONE, GOOD);
		rate((int)i, 1);
		build_diagnose(&b, &d);
		assert_value(d.scores.scale[item->scale].score, 1);
		ck_assert_int_eq(d.primary.cause, PRIMARY_UNDECIDED);
		ck_assert_int_eq(d.track, TRACK_COUNT);
		ck_assert_uint_eq(d.finding_count, 0);
		done();
	}
}
END_TEST

/* Rated middling all over nothing stands out: all four fail, and none is called the cause. */
START_TEST(test_uniform_all_middling_cannot_be_told_apart)
{
	begin(ROUND_BASELINE);
	rate_scale(SCALE_NONE, 3);
	build_diagnose(&b, &d);
	ck_assert(d.primary.tie && d.provisional);
	for (int c = 0; c < CAUSE_COUNT; c++)
		ck_assert(d.primary.leading[c]);
	ck_assert_int_eq(d.confidence.grade, GRADE_C);
	done();
}
END_TEST

/*
 * Items of other causes that people of a badly run alliance may rate low as well, whatever they are
 * asked: by their place in the aspect, 0 the first. Failing management has to be named all the
 * same, and the plan not to begin with the deal.
 */
static const struct {
	int scale, place;
} drawn_down[] = {
	{ ASPECT_OBJECTIVES, 1 },
	{ ASPECT_RELEVANCE, 1 },
	{ ASPECT_FIT, 0 },
	{ ASPECT_FIT, 2 },
	{ ASPECT_WEIGHT, 0 },
	{ ASPECT_WEIGHT, 1 },
	{ ASPECT_COMPLEMENT, 0 },
	{ ASPECT_COMPATIBLE, 0 },
	{ ASPECT_COMPATIBLE, 2 },
	{ ASPECT_COMMITMENT, 2 },
};

static int item_of(int scale, int place)
{
	int at = -1;
	while (place >= 0)
		if ((int)b.instrument.items[++at].scale == scale)
			place--;
	return at;
}

START_TEST(test_uniform_failing_management_is_named_though_it_draws_others_down)
{
	int low = 1 + _i;
	begin(ROUND_BASELINE);
	rate_scale(SCALE_NONE, GOOD);
	for (int a = 0; a < ASPECTS_PER_CAUSE; a++)
		rate_scale(CAUSE_MANAGEMENT * ASPECTS_PER_CAUSE + a, low);
	for (size_t i = 0; i < sizeof(drawn_down) / sizeof(*drawn_down); i++)
		rate(item_of(drawn_down[i].scale, drawn_down[i].place), low);
	build_diagnose(&b, &d);
	ck_assert_str_eq(primary_word(d.primary.cause), "management");
	ck_assert(!d.primary.tie);
	done();
}
END_TEST

Suite *uniform_suite(void)
{
	Suite *suite = suite_create("uniform");
	TCase *tcase = tcase_create("uniform");
	tcase_add_test(tcase, test_uniform_all_good_is_healthy);
	tcase_add_loop_test(
		tcase, test_uniform_one_low_aspect_names_its_cause_or_none, 0, ASPECT_COUNT);
	tcase_add_test(tcase, test_uniform_a_poor_choice_long_ago_is_a_finding_and_no_cause);
	tcase_add_test(tcase, test_uniform_one_low_item_of_a_pulse_moves_and_decides_nothing);
	tcase_add_test(tcase, test_uniform_all_middling_cannot_be_told_apart);
	tcase_add_loop_test(
		tcase, test_uniform_failing_management_is_named_though_it_draws_others_down, 0, 3);
	suite_add_tcase(suite, tcase);
	return suite;
}
