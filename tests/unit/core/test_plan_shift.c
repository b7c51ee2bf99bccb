/* SPDX-License-Identifier: MIT */
/*
 * Days off, and shifting a stored plan.
 */
#include "random.h"
#include "stored_plan.h"
#include "warnings.h"

Suite *plan_shift_suite(void);

static struct build b;
static struct diagnosis diagnosis;

static void set_up(void)
{
	begin(&b, &diagnosis, 2);
}

static void tear_down(void)
{
	end(&b, &diagnosis);
}

static void off(int party, const char *from, const char *to, int yearly)
{
	struct day_off *day = record_add(&b.rec, KIND_DAY_OFF);

	day->party = party;
	day->from = build_day(from);
	day->to = to ? build_day(to) : DATE_NONE;
	day->yearly = yearly;
}

static const struct {
	const char *day;
	bool off;
} days[] = {
	{ "2026-12-23", false },
	{ "2026-12-24", true },
	{ "2026-12-31", true },
	{ "2027-01-01", true },
	{ "2027-01-02", true }, /* a Saturday */
	{ "2027-01-03", true },
	{ "2029-01-09", true }, /* of every year, over its turn */
	{ "2029-01-11", false },
	{ "2027-05-03", true }, /* entered */
	{ "2027-05-07", true },
	{ "2027-05-10", false },
	{ "2028-05-03", false }, /* of one year only */
	{ "2027-06-24", true },  /* a single day */
	{ "2029-10-03", true },  /* of every year */
	{ "2029-10-04", false },
	{ "2030-02-27", true },
	{ "2030-03-01", false },
};

START_TEST(test_plan_days_off_are_known)
{
	off(0, "2027-05-03", "2027-05-09", TRI_UNKNOWN);
	off(1, "2027-06-24", NULL, TRI_NO);
	off(1, "2020-10-03", NULL, TRI_YES);
	off(0, "2020-02-20", "2020-02-28", TRI_YES);
	off(0, "2020-12-30", "2021-01-10", TRI_YES);
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		ck_assert_msg(plan_is_day_off(&b.rec, build_day(days[i].day)) == days[i].off, "%s",
			days[i].day);
}
END_TEST

START_TEST(test_plan_days_around_the_turn_of_the_year)
{
	int eve = build_day("2026-12-24"), last = build_day("2027-01-03");

	for (int day = eve; day <= last; day++) {
		ck_assert_int_eq(plan_day_before(&b.rec, day), build_day("2026-12-23"));
		ck_assert_int_eq(plan_day_after(&b.rec, day), build_day("2027-01-04"));
	}
	record_put_plan(&b.rec)->works_year_end = TRI_YES;
	ck_assert_int_eq(plan_day_before(&b.rec, eve), eve);
	ck_assert_int_eq(plan_day_after(&b.rec, build_day("2027-01-01")), build_day("2027-01-01"));
	off(0, "2000-01-01", "2001-01-01", TRI_YES); /* no day is left: it stays */
	ck_assert_int_eq(plan_day_after(&b.rec, eve), eve);
}
END_TEST

/* Whatever is entered: no due date, event or undecided gate falls on a day off. */
START_TEST(test_plan_has_nothing_on_days_off)
{
	struct plan plan;

	state = 88172645463325252u + (uint64_t)_i * 104729u;
	diagnosis.track = (enum track)dice(TRACK_COUNT);
	for (int n = dice(6); n > 0; n--) {
		struct day_off *day = record_add(&b.rec, KIND_DAY_OFF);
		day->from = build_day("2026-10-01") + dice(700);
		day->to = day->from + dice(30);
		day->yearly = dice(2);
	}
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-10-01") + dice(120));
	ck_assert(!plan_is_day_off(&b.rec, plan.start));
	for (size_t i = 0; i < plan.active_count; i++) {
		const struct planned_action *planned = &plan.actions[i];
		ck_assert(!plan_is_day_off(&b.rec, planned->start));
		ck_assert(!plan_is_day_off(&b.rec, planned->due));
		ck_assert_int_ge(planned->due, planned->start);
		for (size_t k = 0; k < planned->after_count; k++) {
			const struct planned_action *first = &plan.actions[planned->after[k]];
			ck_assert(!first->active || first->due < planned->start);
		}
	}
	for (size_t i = 0; i < plan.gate_count; i++)
		ck_assert(!plan_is_day_off(&b.rec, plan.gates[i].day));
	for (size_t i = 0; i < plan.event_count; i++)
		for (int n = 0; n < plan.events[i].count; n++) {
			ck_assert(!plan_is_day_off(&b.rec, plan_event_day(&plan.events[i], n)));
			ck_assert_int_le(plan_event_day(&plan.events[i], n), plan.end);
			ck_assert(!n ||
				plan_event_day(&plan.events[i], n - 1) <
					plan_event_day(&plan.events[i], n));
		}
	plan_release(&plan);
}
END_TEST

static const struct plan_event *working_group(const struct plan *plan)
{
	for (size_t i = 0; i < plan->event_count; i++)
		if (plan->events[i].kind == EVENT_WORKING_GROUP)
			return &plan->events[i];
	return NULL;
}

/* Three weeks off: what would move onto the next regular one is not held beside it. */
START_TEST(test_plan_event_that_moves_onto_the_next_falls_out)
{
	struct plan plan;
	const struct plan_event *group;

	diagnosis.track = TRACK_RELAUNCH;
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-10-05"));
	group = working_group(&plan);
	ck_assert_ptr_nonnull(group);
	int all = group->count, gone = plan_event_day(group, 1), next = plan_event_day(group, 2);
	ck_assert_int_eq(next - gone, 14);
	plan_release(&plan);

	struct day_off *day = record_add(&b.rec, KIND_DAY_OFF);
	day->from = gone - 3;
	day->to = next - 1;
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-10-05"));
	group = working_group(&plan);
	ck_assert_int_eq(group->count, all - 1);
	ck_assert_int_eq(plan_event_day(group, 1), next);
	ck_assert_int_eq(plan_event_rule(group, 1), next);
	plan_release(&plan);
}
END_TEST

/* The first in the list: that the plan outlasts what it rests on. */
START_TEST(test_plan_says_first_that_it_outlasts_the_contract)
{
	struct plan plan;
	struct profile *profile = record_put_profile(&b.rec);

	profile->contract_ends = build_day("2026-12-31");
	profile->notice_days = 90;
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-03-02"));
	ck_assert_int_eq(plan.warnings[0].kind, WARNING_CONTRACT);
	ck_assert_int_eq(plan.warnings[0].day, build_day("2026-12-31"));
	ck_assert_int_eq(plan.warnings[1].kind, WARNING_NOTICE);
	ck_assert_int_eq(plan.warnings[1].day, build_day("2026-10-02"));
	plan_release(&plan);
	profile->contract_ends = build_day("2036-12-31");
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-03-02"));
	ck_assert_ptr_null(warning_of(&plan, WARNING_CONTRACT));
	ck_assert_ptr_null(warning_of(&plan, WARNING_NOTICE));
	profile->contract_ends = plan.end; /* both have the same last day */
	ck_assert(!plan_outlasts_contract(&plan, &b.rec));
	profile->contract_ends = plan.end - 1;
	ck_assert(plan_outlasts_contract(&plan, &b.rec));
	profile->contract_ends = DATE_NONE;
	ck_assert(!plan_outlasts_contract(&plan, &b.rec));
	plan_release(&plan);
}
END_TEST

/* Shifting */

static struct plan stored(void)
{
	struct plan plan;

	plan_read(&plan, &b.rec);
	return plan;
}

START_TEST(test_plan_shift_of_the_start_leaves_what_is_over_or_dated)
{
	struct plan plan;
	struct plan_shift shift;
	struct plan_action before[200];

	keep(&b, &diagnosis, "2026-03-02");
	b.rec.actions[0].status = STATUS_DONE;
	b.rec.actions[1].dated = TRI_YES;
	memcpy(before, b.rec.actions, b.rec.action_count * sizeof(*before));
	plan = stored();
	plan_shift_start(&shift, &b.rec, &plan, build_day("2026-03-30"), build_day("2026-02-20"));
	plan_shift_keep(&b.rec, &shift);
	plan_shift_release(&shift);
	plan_release(&plan);
	ck_assert_int_eq(record_plan(&b.rec)->start, build_day("2026-03-30"));
	for (size_t i = 0; i < b.rec.action_count; i++) {
		const struct plan_action *now = &b.rec.actions[i];
		int by = i < 2 || !plan_action_active(&before[i]) ? 0 : 28;
		if (by) {
			ck_assert_int_ge(now->start, before[i].start + by);
			ck_assert_int_le(now->start, before[i].start + by + 14);
		} else {
			ck_assert_int_eq(now->start, before[i].start);
			ck_assert_int_eq(now->due, before[i].due);
		}
	}
}
END_TEST

START_TEST(test_plan_shift_of_what_is_late_moves_nothing_else)
{
	struct plan plan;
	struct plan_shift shift;
	int today = build_day("2026-05-04"), monday = build_day("2026-05-11"), late = 0;

	keep(&b, &diagnosis, "2026-03-02");
	plan = stored();
	for (size_t i = 0; i < plan.active_count; i++)
		late += plan_is_late(&plan.actions[i], today);
	ck_assert_int_gt(late, 0);
	plan_shift_late(&shift, &b.rec, &plan, monday, today);
	ck_assert_int_ge((int)shift.count, late);
	for (size_t i = 0; i < shift.count; i++)
		ck_assert_int_ge(shift.moves[i].start, monday);
	plan_shift_keep(&b.rec, &shift);
	plan_shift_release(&shift);
	plan_release(&plan);
	plan = stored();
	for (size_t i = 0; i < plan.active_count; i++)
		ck_assert(!plan_is_late(&plan.actions[i], today));
	ck_assert_ptr_null(warning_of(&plan, WARNING_OVERLAP));
	plan_release(&plan);
}
END_TEST

/* By weeks, everything open: what is under way keeps its start, nobody waits for what is later. */
START_TEST(test_plan_shift_by_weeks_keeps_the_order)
{
	struct plan plan;
	struct plan_shift shift;
	int today = build_day("2026-05-04");

	keep(&b, &diagnosis, "2026-03-02");
	b.rec.actions[0].status = STATUS_STARTED;
	int start = b.rec.actions[0].start, due = b.rec.actions[0].due;
	plan = stored();
	plan_shift_weeks(&shift, &b.rec, &plan, 4, false, today);
	plan_shift_keep(&b.rec, &shift);
	plan_shift_release(&shift);
	plan_release(&plan);
	ck_assert_int_eq(b.rec.actions[0].start, start);
	ck_assert_int_eq(b.rec.actions[0].due, due + 28);
	plan = stored();
	ck_assert_ptr_null(warning_of(&plan, WARNING_OVERLAP));
	ck_assert_ptr_null(warning_of(&plan, WARNING_BACKWARDS));
	plan_release(&plan);
}
END_TEST

START_TEST(test_plan_shift_keeps_decided_gates)
{
	struct plan plan;
	struct plan_shift shift;

	keep(&b, &diagnosis, "2026-03-02");
	struct gate_decision *gate = record_add(&b.rec, KIND_GATE);
	gate->number = 1;
	gate->outcome = OUTCOME_PASSED;
	plan = stored();
	int day = plan.gates[0].day, second = plan.gates[1].day;
	plan_shift_start(&shift, &b.rec, &plan, build_day("2026-03-16"), build_day("2026-02-20"));
	plan_shift_keep(&b.rec, &shift);
	plan_shift_release(&shift);
	plan_release(&plan);
	plan = stored();
	ck_assert_int_eq(plan.gates[0].day, day);
	ck_assert_int_eq(plan.gates[1].day, second + 14);
	plan_release(&plan);
}
END_TEST

static const struct {
	const char *text;
	enum plan_shift_kind kind;
	int number;      /* weeks … */
	const char *day; /* … or a day; neither: it is refused */
} asked[] = {
	{ "open 4", SHIFT_OPEN, 4, NULL },
	{ "  Open by 104 weeks ", SHIFT_OPEN, 104, NULL },
	{ "late 2", SHIFT_LATE, 2, NULL },
	{ "late 1 week", SHIFT_LATE, 1, NULL },
	{ "late monday", SHIFT_LATE_FROM, 0, "2026-03-09" },
	{ "late from 2026-04-01", SHIFT_LATE_FROM, 0, "2026-04-01" },
	{ "start 7 dec", SHIFT_START, 0, "2026-12-07" },
	{ "start 2026-12-07", SHIFT_START, 0, "2026-12-07" },
	{ "", SHIFT_OPEN, 0, NULL },
	{ "open", SHIFT_OPEN, 0, NULL },
	{ "open 0", SHIFT_OPEN, 0, NULL },
	{ "open 105", SHIFT_OPEN, 0, NULL },
	{ "open monday", SHIFT_OPEN, 0, NULL },
	{ "late", SHIFT_OPEN, 0, NULL },
	{ "late 2 months", SHIFT_OPEN, 0, NULL },
	{ "start", SHIFT_OPEN, 0, NULL },
	{ "later 2", SHIFT_OPEN, 0, NULL },
	{ "4", SHIFT_OPEN, 0, NULL },
};

START_TEST(test_plan_shift_is_asked_for_in_words)
{
	struct plan_asked got = { SHIFT_OPEN, 0 };
	int wanted = asked[_i].day ? build_day(asked[_i].day) : asked[_i].number;

	if (plan_shift_read(asked[_i].text, build_day("2026-03-04"), &got)) {
		ck_assert_int_eq((int)got.kind, (int)asked[_i].kind);
		ck_assert_int_eq(got.number, wanted);
	} else {
		ck_assert_int_eq(wanted, 0);
	}
}
END_TEST

/* The same as by the function of its own; only the day of the start is no change. */
START_TEST(test_plan_shift_does_what_was_asked)
{
	struct plan_shift shift;

	keep(&b, &diagnosis, "2026-03-02");
	struct plan plan = stored();
	plan_shift(
		&shift, &b.rec, &plan, &(struct plan_asked){ SHIFT_START, plan.start }, plan.start);
	ck_assert(!plan_shift_changes(&shift, &plan));
	plan_shift_release(&shift);
	plan_shift(&shift, &b.rec, &plan, &(struct plan_asked){ SHIFT_START, plan.start + 14 },
		plan.start);
	ck_assert(plan_shift_changes(&shift, &plan));
	ck_assert_int_eq(shift.start, plan.start + 14);
	plan_shift_release(&shift);
	plan_shift(&shift, &b.rec, &plan, &(struct plan_asked){ SHIFT_OPEN, 2 }, plan.start);
	ck_assert_int_gt((int)shift.count, 0);
	ck_assert_int_eq(shift.start, DATE_NONE);
	plan_shift_release(&shift);
	plan_release(&plan);
}
END_TEST

Suite *plan_shift_suite(void)
{
	Suite *suite = suite_create("plan_shift");
	TCase *tcase = tcase_create("plan_shift");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_plan_days_off_are_known);
	tcase_add_test(tcase, test_plan_days_around_the_turn_of_the_year);
	tcase_add_loop_test(tcase, test_plan_has_nothing_on_days_off, 0, 200);
	tcase_add_test(tcase, test_plan_event_that_moves_onto_the_next_falls_out);
	tcase_add_test(tcase, test_plan_says_first_that_it_outlasts_the_contract);
	tcase_add_test(tcase, test_plan_shift_of_the_start_leaves_what_is_over_or_dated);
	tcase_add_test(tcase, test_plan_shift_of_what_is_late_moves_nothing_else);
	tcase_add_test(tcase, test_plan_shift_by_weeks_keeps_the_order);
	tcase_add_test(tcase, test_plan_shift_keeps_decided_gates);
	tcase_add_loop_test(tcase, test_plan_shift_is_asked_for_in_words, 0,
		(int)(sizeof(asked) / sizeof(*asked)));
	tcase_add_test(tcase, test_plan_shift_does_what_was_asked);
	suite_add_tcase(suite, tcase);
	return suite;
}
