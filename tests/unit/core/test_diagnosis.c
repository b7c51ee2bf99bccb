/* SPDX-License-Identifier: MIT */
/*
 * Primary cause, situation, knock-outs, decision, pitfalls, special situations (rekindle-method(7),
 * sections 5 and 6).
 */
#include "build.h"

Suite *diagnosis_suite(void);

static struct build b;
static struct diagnosis d;

static void done(void)
{
	diagnosis_release(&d);
	build_release(&b);
}

/* Two parties of n; the causes' means are sum / 12, 0 leaves two aspects unanswered. */
static void build_causes(int n, const int sum[CAUSE_COUNT])
{
	build_pair(&b, n, 4);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		if (sum[c])
			build_cause_all(&b, c, sum[c]);
		for (int r = 0; !sum[c] && r < 2 * n; r++)
			for (int a = 0; a < 2; a++)
				build_states(&b, r, c * ASPECTS_PER_CAUSE + a, "ddd");
	}
}

static unsigned set_of(const bool in[CAUSE_COUNT])
{
	unsigned set = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		set |= (unsigned)in[c] << c;
	return set;
}

enum {
	S = 1 << CAUSE_STRATEGY,
	T = 1 << CAUSE_TYPE,
	P = 1 << CAUSE_PARTNER,
	M = 1 << CAUSE_MANAGEMENT
};

static const struct {
	int n;
	int sum[CAUSE_COUNT]; /* 36 is 3.0, 42 is 3.5 */
	int primary;
	unsigned leading, contributing, consequence;
	double margin;
} primaries[] = {
	{ 3, { 48, 48, 48, 36 }, CAUSE_MANAGEMENT, M, 0, 0, 0.30 },
	{ 3, { 42, 42, 42, 42 }, PRIMARY_NONE, 0, 0, 0, NAN },      /* 3.5 does not fail */
	{ 3, { 41, 48, 48, 30 }, CAUSE_MANAGEMENT, M, S, 0, 0.30 }, /* upstream: no consequence */
	{ 3, { 30, 41, 48, 41 }, CAUSE_STRATEGY, S, T | M, T | M, 0.30 }, /* 2.5 is critical */
	{ 3, { 36, 41, 48, 41 }, CAUSE_STRATEGY, S, T | M, 0, 0.30 },     /* 3.0 is weak */
	{ 3, { 48, 36, 48, 33 }, CAUSE_TYPE, T | M, 0, 0, 0.30 },         /* 2.75 and 3.0: a tie */
	{ 3, { 39, 36, 48, 33 }, CAUSE_TYPE, T | M, S, 0, 0.30 },         /* 3.25 lies 0.5 above */
	{ 3, { 36, 48, 48, 33 }, CAUSE_STRATEGY, S | M, 0, 0, 0.30 },
	/* margins: 0.40 to n 2, 0.30 to 4, 0.25 to 7, 0.20 from 8 */
	{ 1, { 48, 48, 40, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.40 }, /* 0.333 apart */
	{ 2, { 48, 48, 40, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.40 },
	{ 2, { 48, 48, 41, 36 }, CAUSE_MANAGEMENT, M, P, 0, 0.40 }, /* 0.417 apart */
	{ 3, { 48, 48, 40, 36 }, CAUSE_MANAGEMENT, M, P, 0, 0.30 },
	{ 4, { 48, 48, 39, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.30 },
	{ 5, { 48, 48, 39, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.25 }, /* 0.25: the line itself */
	{ 7, { 48, 48, 39, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.25 },
	{ 8, { 48, 48, 39, 36 }, CAUSE_MANAGEMENT, M, P, 0, 0.20 },
	{ 8, { 48, 48, 38, 36 }, CAUSE_PARTNER, P | M, 0, 0, 0.20 }, /* 0.167 apart */
	/* scores that are missing */
	{ 3, { 0, 48, 48, 48 }, PRIMARY_INSUFFICIENT, 0, 0, 0, NAN },
	{ 3, { 48, 48, 48, 0 }, PRIMARY_INSUFFICIENT, 0, 0, 0, NAN },
	{ 3, { 36, 48, 48, 0 }, CAUSE_STRATEGY, S, 0, 0, 0.30 },      /* missing downstream */
	{ 3, { 0, 48, 48, 36 }, PRIMARY_INSUFFICIENT, 0, M, 0, NAN }, /* missing upstream */
	{ 3, { 36, 0, 48, 30 }, PRIMARY_INSUFFICIENT, 0, S | M, 0, NAN },
	{ 3, { 33, 0, 48, 30 }, CAUSE_STRATEGY, S | M, 0, 0, 0.30 },
	{ 3, { 0, 0, 0, 0 }, PRIMARY_INSUFFICIENT, 0, 0, 0, NAN },
};

START_TEST(test_primary_is_most_upstream_of_the_leading)
{
	build_causes(primaries[_i].n, primaries[_i].sum);
	build_diagnose(&b, &d);
	unsigned leading = primaries[_i].leading;
	ck_assert_int_eq(d.primary.cause, primaries[_i].primary);
	ck_assert_uint_eq(set_of(d.primary.leading), leading);
	ck_assert_uint_eq(set_of(d.primary.contributing), primaries[_i].contributing);
	ck_assert_uint_eq(set_of(d.primary.consequence), primaries[_i].consequence);
	ck_assert_int_eq(d.primary.tie, (leading & (leading - 1)) != 0);
	ck_assert_int_eq(d.provisional, d.primary.tie);
	assert_value(d.primary.margin, primaries[_i].margin);
	done();
}
END_TEST

START_TEST(test_primary_margin_follows_the_smallest_party_heard)
{
	static const int sum[] = { 48, 48, 39, 36 };
	build_causes(8, sum);
	build_team(&b, build_party(&b, "C"), 2, 4);
	for (int r = 16; r < 18; r++) {
		build_cause(&b, r, CAUSE_PARTNER, 39);
		build_cause(&b, r, CAUSE_MANAGEMENT, 36);
	}
	build_silent_party(&b, "D"); /* nobody: not 0 */
	build_diagnose(&b, &d);
	assert_value(d.primary.margin, 0.40);
	ck_assert_int_eq(d.primary.cause, CAUSE_PARTNER);
	done();
}
END_TEST

START_TEST(test_primary_from_facts_alone_has_the_widest_margin)
{
	build_init(&b);
	build_party(&b, "A");
	build_party(&b, "B");
	build_check(&b, SELECTION_LONGLIST, CHECK_NO);
	build_diagnose(&b, &d);
	/* one aspect of four is no score */
	ck_assert_int_eq(d.primary.cause, PRIMARY_INSUFFICIENT);
	ck_assert_int_eq(d.primary.of, 0);
	ck_assert_int_eq(d.track, TRACK_HEAR_FIRST);
	done();
}
END_TEST

static const struct {
	int management;     /* sum of twelve */
	double performance; /* NAN none */
	enum situation situation;
} situations[] = {
	{ 30, 20, SITUATION_UNDERPERFORMING }, /* one cause fails: health counts as low */
	{ 48, 20, SITUATION_LOOK_OUTSIDE }, { 30, 80, SITUATION_RESULTS_OUTRUN_RELATIONSHIP },
	{ 48, 80, SITUATION_HEALTHY }, { 48, 60, SITUATION_HEALTHY },
	{ 48, NAN, SITUATION_UNKNOWN }, { 0, 80, SITUATION_UNKNOWN }, /* no health */
};

START_TEST(test_situation_from_performance_and_health)
{
	int sum[] = { 48, 48, 48, situations[_i].management };
	build_causes(1, sum);
	if (!isnan(situations[_i].performance)) {
		struct kpi *kpi = record_add(&b.rec, KIND_KPI);
		kpi->category = CATEGORY_FINANCIAL;
		kpi->target = 100;
		struct actual *actual = record_add(&b.rec, KIND_ACTUAL);
		actual->kpi = 0;
		actual->date = build_day("2026-01-01");
		actual->value = situations[_i].performance;
	}
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.situation, situations[_i].situation);
	done();
}
END_TEST

START_TEST(test_situation_health_is_low_below_the_line)
{
	static const int sum[] = { 42, 42, 42, 41 }; /* mean 3.479 */
	build_causes(1, sum);
	struct objective *objective = record_add(&b.rec, KIND_OBJECTIVE);
	objective->result = RESULT_MET;
	objective->measure = objective->target = "1";
	objective->due = 0;
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.situation, SITUATION_RESULTS_OUTRUN_RELATIONSHIP);
	done();
}
END_TEST

START_TEST(test_knockouts_by_kind_then_party)
{
	build_pair(&b, 1, 4);
	build_party(&b, "C");
	record_put_party_profile(&b.rec, 1)->has_sponsor = TRI_NO;
	record_put_party_profile(&b.rec, 0)->has_sponsor = TRI_NO;
	record_put_party_profile(&b.rec, 2)->stance = STANCE_UNRESPONSIVE;
	record_put_party_profile(&b.rec, 0)->stance = STANCE_RELUCTANT;
	build_states(&b, 1, ASPECT_RATIONALE, "222"); /* 2.0 is not below 2.0 */
	build_states(&b, 0, ASPECT_RATIONALE, "221");
	record_put_profile(&b.rec)->breach = TRI_YES;
	record_put_profile(&b.rec)->litigation = TRI_YES;
	build_diagnose(&b, &d);
	static const struct knockout_found expected[] = {
		{ KNOCKOUT_NO_SPONSOR, 0 },
		{ KNOCKOUT_NO_SPONSOR, 1 },
		{ KNOCKOUT_RATIONALE_GONE, 0 },
		{ KNOCKOUT_RELUCTANT, 0 },
		{ KNOCKOUT_UNRESPONSIVE, 2 },
		{ KNOCKOUT_BREACH, -1 },
		{ KNOCKOUT_LITIGATION, -1 },
	};
	ck_assert_uint_eq(d.knockout_count, 7);
	for (size_t i = 0; i < 7; i++) {
		ck_assert_int_eq(d.knockouts[i].id, expected[i].id);
		ck_assert_int_eq(d.knockouts[i].party, expected[i].party);
	}
	done();
}
END_TEST

START_TEST(test_knockouts_none_where_nothing_is_known)
{
	build_pair(&b, 1, 4);
	build_diagnose(&b, &d);
	ck_assert_uint_eq(d.knockout_count, 0);
	done();
}
END_TEST

static void set_up_track(enum track track)
{
	static const int low[TRACK_COUNT][CAUSE_COUNT] = {
		[TRACK_EXIT] = { 48, 48, 48, 30 },
		[TRACK_ESCALATE] = { 48, 48, 48, 30 },
		[TRACK_HEAR_FIRST] = { 0, 48, 48, 30 },
		[TRACK_REDECIDE] = { 30, 48, 48, 48 },
		[TRACK_RESTRUCTURE] = { 48, 30, 48, 48 },
		[TRACK_RECOMMIT] = { 48, 48, 30, 48 },
		[TRACK_RELAUNCH] = { 48, 48, 48, 30 },
		[TRACK_SUSTAIN] = { 48, 48, 48, 48 },
	};
	build_causes(3, low[track]);
	if (track == TRACK_EXIT || track == TRACK_ESCALATE)
		record_put_party_profile(&b.rec, 1)->stance = STANCE_UNRESPONSIVE;
	if (track == TRACK_EXIT)
		record_put_party_profile(&b.rec, 1)->escalated = TRI_YES;
}

START_TEST(test_decision_track_of_each_case)
{
	set_up_track((enum track)_i);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.track, _i);
	done();
}
END_TEST

START_TEST(test_decision_escalates_a_reluctant_party)
{
	set_up_track(TRACK_HEAR_FIRST);
	record_put_party_profile(&b.rec, 0)->stance = STANCE_RELUCTANT;
	record_put_party_profile(&b.rec, 0)->escalated =
		TRI_YES; /* reluctant is not unresponsive */
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.track, TRACK_ESCALATE);
	done();
}
END_TEST

static const struct {
	int own, a, c; /* own resources, rationale of A and B */
	enum track track;
} exits[] = {
	{ 4, 2, 2, TRACK_EXIT },
	{ 4, 2, 3, TRACK_REDECIDE }, /* B still sees a reason: 3.0 is not below 3.0 */
	{ 3, 2, 2, TRACK_REDECIDE }, /* no clear other route */
	{ 4, 2, 0, TRACK_REDECIDE }, /* B has no value */
};

START_TEST(test_decision_exits_when_the_reason_is_lost)
{
	build_pair(&b, 3, 4);
	build_cause_all(&b, CAUSE_STRATEGY, 30);
	for (int r = 0; r < 6; r++) {
		int value = r < 3 ? exits[_i].a : exits[_i].c;
		if (value)
			build_scale(&b, r, ASPECT_RATIONALE, value);
		else
			build_states(&b, r, ASPECT_RATIONALE, "ddd");
	}
	build_route(&b, 0, -1, exits[_i].own, 1, 1, 1);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.track, exits[_i].track);
	done();
}
END_TEST

static const struct {
	int aspect, sum; /* of three items */
	enum track track;
} rebuilds[] = {
	{ ASPECT_FIT, 7, TRACK_RESTRUCTURE }, /* 2.33 */
	{ ASPECT_TERMS, 7, TRACK_RESTRUCTURE },
	{ ASPECT_TERMS, 8, TRACK_RELAUNCH }, /* 2.67 */
	{ ASPECT_VALUE, 3, TRACK_RELAUNCH },
};

START_TEST(test_decision_restructures_when_form_or_terms_are_broken)
{
	build_pair(&b, 3, 5);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	for (int r = 0; r < 6; r++)
		for (int k = 0; k < 3; k++)
			build_rate(&b, r, build_item(rebuilds[_i].aspect, k),
				(rebuilds[_i].sum + k) / 3);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.primary.cause, CAUSE_MANAGEMENT);
	ck_assert_int_eq(d.track, rebuilds[_i].track);
	done();
}
END_TEST

START_TEST(test_decision_restructures_on_ratings_not_on_facts_alone)
{
	build_pair(&b, 3, 5);
	build_cause_all(&b, CAUSE_MANAGEMENT, 30);
	for (int r = 0; r < 6; r++)
		build_states(&b, r, ASPECT_FIT, "ddd");
	record_put_profile(&b.rec)->type = "research";
	record_put_profile(&b.rec)->ambitions = "save"; /* fit 0: evidence 1 */
	build_diagnose(&b, &d);
	assert_value(d.scores.scale[ASPECT_FIT].score, 1);
	ck_assert_int_eq(d.track, TRACK_RELAUNCH);
	done();
}
END_TEST

/* An aspect of everybody at a value; what comes of it. */
static const struct {
	int scale, a, c; /* ratings of A and B */
	unsigned pitfalls, specials;
} watches[] = {
	{ ASPECT_RELEVANCE, 3, 3, 0, 0 },
	{ ASPECT_COMMITMENT, 3, 3, 1u << PITFALL_CULTURAL_DIFFERENCES, 0 },
	{ ASPECT_COMMITMENT, 4, 5, 1u << PITFALL_CULTURAL_DIFFERENCES, 0 }, /* gap 1 */
	{ ASPECT_COMMITMENT, 4, 4, 0, 0 },
	{ ASPECT_SPONSORSHIP, 3, 3, 1u << PITFALL_NO_SPONSORSHIP, 0 },
	{ ASPECT_SPONSORSHIP, 3, 4, 0, 0 }, /* 3.5 */
	{ ASPECT_TERMS, 3, 3, 1u << PITFALL_UNADAPTED_AGREEMENT, 0 },
	{ ASPECT_TERMS, 2, 3, 1u << PITFALL_UNADAPTED_AGREEMENT, 1u << SPECIAL_RIGID_CONTRACT },
	{ ASPECT_VALUE, 4, 5, 0, 1u << SPECIAL_POWER_IMBALANCE },
	{ ASPECT_COMMUNICATION, 3, 3, 0, 0 },
	{ ASPECT_COMMUNICATION, 2, 3, 0, 1u << SPECIAL_THIN_RELATIONSHIPS },
	{ SCALE_TRUST, 3, 3, 0, 0 }, { SCALE_TRUST, 2, 3, 0, 1u << SPECIAL_THIN_RELATIONSHIPS },
	{ SCALE_RESULTS, 2, 2, 0, 0 }, /* no start known */
};

static unsigned bits(const bool *in, int count)
{
	unsigned set = 0;
	for (int i = 0; i < count; i++)
		set |= (unsigned)in[i] << i;
	return set;
}

START_TEST(test_watch_pitfalls_and_special_situations)
{
	build_pair(&b, 1, 4);
	build_scale(&b, 0, watches[_i].scale, watches[_i].a);
	build_scale(&b, 1, watches[_i].scale, watches[_i].c);
	build_diagnose(&b, &d);
	ck_assert_uint_eq(bits(d.pitfall, PITFALL_COUNT), watches[_i].pitfalls);
	ck_assert_uint_eq(bits(d.special, SPECIAL_COUNT), watches[_i].specials);
	done();
}
END_TEST

/* Of the aspect that the bank names for cultures, and of no other: by score, and by gap. */
START_TEST(test_watch_cultures_where_the_bank_asks_about_them)
{
	static const enum scale asked[] = { ASPECT_COMMITMENT, ASPECT_COMPATIBLE };
	enum scale culture = asked[_i / 4], low = asked[_i / 2 % 2];
	build_pair(&b, 1, 4);
	b.instrument.culture = culture;
	build_scale(&b, 0, low, _i % 2 ? 3 : 4);
	build_scale(&b, 1, low, _i % 2 ? 3 : 5);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.pitfall[PITFALL_CULTURAL_DIFFERENCES], low == culture);
	for (size_t i = 0; i < d.finding_count; i++)
		if (d.findings[i].kind == FINDING_PITFALL)
			ck_assert_int_eq(d.findings[i].scale, culture);
	done();
}
END_TEST

START_TEST(test_watch_blame_game_from_either_pattern)
{
	build_pair(&b, 1, 4);
	build_split(&b, 0, 0, 0, 100, 0);
	build_split(&b, 1, 0, 0, _i ? 100 : 0, _i ? 0 : 100);
	build_diagnose(&b, &d);
	ck_assert(d.pitfall[PITFALL_BLAME_GAME]);
	done();
}
END_TEST

START_TEST(test_watch_facts_of_parties_and_contract)
{
	build_pair(&b, 1, 4);
	record_put_profile(&b.rec)->amendable = TRI_NO;
	record_put_party_profile(&b.rec, 0)->stance = _i ? STANCE_RELUCTANT : STANCE_UNRESPONSIVE;
	build_diagnose(&b, &d);
	ck_assert(d.special[SPECIAL_RIGID_CONTRACT]);
	ck_assert(d.special[SPECIAL_UNWILLING_PARTNER]);
	ck_assert(!d.pitfall[PITFALL_UNADAPTED_AGREEMENT]);
	done();
}
END_TEST

static const struct {
	int size[3];
	bool apart;
} size_cases[] = {
	{ { SIZE_SMALL, SIZE_MEDIUM, -1 }, false },
	{ { SIZE_SMALL, SIZE_LARGE, -1 }, true },
	{ { SIZE_GLOBAL, -1, SIZE_MEDIUM }, true },
	{ { SIZE_SMALL, -1, -1 }, false },
	{ { -1, -1, -1 }, false },
	{ { SIZE_GLOBAL, SIZE_LARGE, SIZE_LARGE }, false },
};

START_TEST(test_watch_sizes_two_steps_apart)
{
	build_pair(&b, 1, 4);
	build_team(&b, build_party(&b, "C"), 1, 4);
	for (int p = 0; p < 3; p++)
		record_put_party_profile(&b.rec, p)->size_class = size_cases[_i].size[p];
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.special[SPECIAL_POWER_IMBALANCE], size_cases[_i].apart);
	done();
}
END_TEST

static const struct {
	const char *date, *started, *plan;
	bool impatient;
} starts[] = {
	{ "2026-03-16", "2026-03-16", NULL, true },
	{ "2026-03-16", "2025-03-17", NULL, true },
	{ "2026-03-16", "2025-03-16", NULL, false },         /* twelve months to the day */
	{ "2026-03-16", "2026-03-17", NULL, false },         /* not begun */
	{ "2026-03-16", "2020-01-01", "2026-01-01", false }, /* a plan begins nothing anew */
	{ "2026-03-16", "2020-01-01", "2026-04-01", false },
	{ NULL, "2026-03-16", NULL, false },
	{ "2026-03-16", NULL, NULL, false },
};

START_TEST(test_watch_impatience_in_the_first_year)
{
	build_pair(&b, 1, 4);
	build_scale(&b, 0, SCALE_RESULTS, 2);
	build_scale(&b, 1, SCALE_RESULTS, 3); /* 2.5 */
	if (starts[_i].date)
		b.rec.assessment.date = build_day(starts[_i].date);
	if (starts[_i].started)
		b.rec.alliance.started = build_day(starts[_i].started);
	if (starts[_i].plan)
		record_put_plan(&b.rec)->start = build_day(starts[_i].plan);
	build_diagnose(&b, &d);
	ck_assert_int_eq(d.special[SPECIAL_IMPATIENCE], starts[_i].impatient);
	done();
}
END_TEST

Suite *diagnosis_suite(void)
{
	Suite *suite = suite_create("diagnosis");
	TCase *tcase = tcase_create("diagnosis");
	add_cases(tcase, test_primary_is_most_upstream_of_the_leading, primaries);
	tcase_add_test(tcase, test_primary_margin_follows_the_smallest_party_heard);
	tcase_add_test(tcase, test_primary_from_facts_alone_has_the_widest_margin);
	add_cases(tcase, test_situation_from_performance_and_health, situations);
	tcase_add_test(tcase, test_situation_health_is_low_below_the_line);
	tcase_add_test(tcase, test_knockouts_by_kind_then_party);
	tcase_add_test(tcase, test_knockouts_none_where_nothing_is_known);
	tcase_add_loop_test(tcase, test_decision_track_of_each_case, 0, TRACK_COUNT);
	tcase_add_test(tcase, test_decision_escalates_a_reluctant_party);
	add_cases(tcase, test_decision_exits_when_the_reason_is_lost, exits);
	add_cases(tcase, test_decision_restructures_when_form_or_terms_are_broken, rebuilds);
	tcase_add_test(tcase, test_decision_restructures_on_ratings_not_on_facts_alone);
	add_cases(tcase, test_watch_pitfalls_and_special_situations, watches);
	tcase_add_loop_test(tcase, test_watch_cultures_where_the_bank_asks_about_them, 0, 8);
	tcase_add_loop_test(tcase, test_watch_blame_game_from_either_pattern, 0, 2);
	tcase_add_loop_test(tcase, test_watch_facts_of_parties_and_contract, 0, 2);
	add_cases(tcase, test_watch_sizes_two_steps_apart, size_cases);
	add_cases(tcase, test_watch_impatience_in_the_first_year, starts);
	suite_add_tcase(suite, tcase);
	return suite;
}
