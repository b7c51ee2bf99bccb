/* SPDX-License-Identifier: MIT */
/*
 * Plans that fit their case (rekindle-method(7), section 7): light where all is well, no days off,
 * and the contract's end said first.
 */
#include "random.h"
#include "stored_plan.h"
#include "warnings.h"

Suite *plan_fit_suite(void);

static struct build b;
static struct diagnosis diagnosis;

/* Light */

static int open_active(void)
{
	int n = 0;

	for (size_t i = 0; i < b.rec.action_count; i++)
		n += plan_action_active(&b.rec.actions[i]) && plan_action_open(&b.rec.actions[i]);
	return n;
}

static void redraw_as(enum track track, const char *day)
{
	struct plan_redraw redraw;

	diagnosis.track = track;
	plan_redraw(&redraw, &b.rec, &diagnosis, build_day(day), false);
	plan_redraw_keep(&b.rec, &redraw);
	plan_redraw_release(&redraw);
}

START_TEST(test_plan_fit_sustain_has_eight_places)
{
	struct plan plan;

	begin(&b, &diagnosis, 5);
	ck_assert_int_eq(diagnosis.track, TRACK_SUSTAIN);
	for (int row = 0; row < CHECK_ROWS; row++)
		build_check(&b, (enum check_row)row, CHECK_NO);
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-03-23"));
	ck_assert_uint_gt(plan.action_count, 8);
	ck_assert_uint_eq(plan.active_count, 8);
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* What is left of a revival that nobody has touched is no burden to the healthy either. */
START_TEST(test_plan_fit_redraw_of_the_healthy_is_as_light)
{
	begin(&b, &diagnosis, 2);
	diagnosis.track = TRACK_RELAUNCH;
	keep(&b, &diagnosis, "2026-03-23");
	ck_assert_int_gt(open_active(), 8);
	diagnosis_release(&diagnosis);
	for (size_t i = 0; i < b.rec.answer_count; i++)
		b.rec.answers[i].value.number = 5;
	build_diagnose(&b, &diagnosis);
	redraw_as(TRACK_SUSTAIN, "2026-03-23");
	ck_assert_int_le(open_active(), 8);
	end(&b, &diagnosis);
}
END_TEST

START_TEST(test_plan_fit_more_than_eight_of_the_healthy_are_many)
{
	struct plan plan;

	begin(&b, &diagnosis, 5);
	keep(&b, &diagnosis, "2026-03-23");
	plan_read(&plan, &b.rec);
	ck_assert_ptr_null(warning_of(&plan, WARNING_MANY));
	plan_release(&plan);
	for (size_t i = 0; i < 9; i++) {
		struct plan_action *own = record_add(&b.rec, KIND_PLAN_ACTION);
		own->title = "Own";
		own->start = own->due = build_day("2026-04-01");
		own->active = TRI_YES;
	}
	plan_read(&plan, &b.rec);
	ck_assert_ptr_nonnull(warning_of(&plan, WARNING_MANY));
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* The contract */

static const struct {
	const char *what, *ends;
	int notice; /* days; 0: none */
	enum warning_kind kind[2];
	bool early[2];
	int count;
} contract_cases[] = {
	{ "outlasts the plan", "2099-01-01", 90, { 0 }, { 0 }, 0 },
	{ "ends under way", "2026-12-31", 0, { WARNING_CONTRACT }, { false }, 1 },
	{ "ends under way after notice", "2026-12-31", 90, { WARNING_CONTRACT, WARNING_NOTICE },
		{ false, false }, 2 },
	{ "notice was due before", "2026-04-30", 90, { WARNING_CONTRACT, WARNING_NOTICE },
		{ false, true }, 2 },
	{ "is over", "2026-02-28", 90, { WARNING_CONTRACT }, { true }, 1 },
	{ "only notice is due", "2027-06-01", 300, { WARNING_NOTICE }, { false }, 1 },
};

static void check_contract(const struct plan *plan, int at)
{
	size_t n = 0;

	for (size_t i = 0; i < plan->warning_count; i++) {
		if (!plan_warns_first(&plan->warnings[i]))
			continue;
		ck_assert_msg(i == n, "%s: not first", contract_cases[at].what);
		ck_assert_msg(plan->warnings[i].kind == contract_cases[at].kind[n] &&
				plan->warnings[i].early == contract_cases[at].early[n],
			"%s: warning %zu", contract_cases[at].what, n + 1);
		n++;
	}
	ck_assert_msg(
		(int)n == contract_cases[at].count, "%s: %zu warnings", contract_cases[at].what, n);
}

START_TEST(test_plan_fit_contract_is_said_first)
{
	struct plan_redraw redraw;
	struct plan plan;

	begin(&b, &diagnosis, 4);
	keep(&b, &diagnosis, "2026-03-23"); /* 12 months */
	record_put_profile(&b.rec)->contract_ends = build_day(contract_cases[_i].ends);
	if (contract_cases[_i].notice)
		record_put_profile(&b.rec)->notice_days = contract_cases[_i].notice;
	plan_compute(&plan, &b.rec, &diagnosis, build_day("2026-03-23"));
	check_contract(&plan, _i);
	plan_release(&plan);
	plan_read(&plan, &b.rec);
	check_contract(&plan, _i);
	plan_release(&plan);
	plan_redraw(&redraw, &b.rec, &diagnosis, build_day("2026-03-23"), false);
	check_contract(&redraw.draft, _i);
	plan_redraw_release(&redraw);
	end(&b, &diagnosis);
}
END_TEST

/* Days off */

#define CLOSURES 6
#define SEEDS 400

static const char start_day[] = "2026-11-23"; /* a month before the turn of the year */

/* Told from the entries by hand, day by day. */
static bool is_off(const struct record *rec, int day)
{
	int year, month, mday, first, last, skip;

	date_split(day, &year, &month, &mday);
	if (date_weekday(day) >= DATE_SATURDAY)
		return true;
	if (record_plan(rec)->works_year_end != TRI_YES &&
		((month == 12 && mday >= 24) || (month == 1 && mday == 1)))
		return true;
	for (size_t i = 0; i < rec->day_off_count; i++) {
		const struct day_off *off = &rec->days_off[i];

		first = off->from;
		last = off->to == DATE_NONE ? off->from : off->to;
		for (int k = 0; k < (off->yearly == TRI_YES ? 4 : 1); k++) {
			date_split(first, &skip, &month, &mday);
			int shift = date_make(skip + k, month, mday) - first;
			if (day >= first + shift && day <= last + shift)
				return true;
		}
	}
	return false;
}

/* Single days, ranges and yearly ones, none in February so that years are alike. */
static void close_days(int count)
{
	for (int i = 0; i < count; i++) {
		struct day_off *off = record_add(&b.rec, KIND_DAY_OFF);

		off->party = dice(2);
		off->from = date_make(2026, 3 + dice(10), 1 + dice(25));
		off->to = dice(3) ? off->from + dice(30) : DATE_NONE;
		off->yearly = dice(2) ? TRI_YES : TRI_UNKNOWN;
		if (off->yearly != TRI_YES)
			off->from += 365, off->to += off->to == DATE_NONE ? 0 : 365;
	}
	if (!dice(3))
		record_put_plan(&b.rec)->works_year_end = TRI_YES;
}

static int works_by(int day)
{
	while (is_off(&b.rec, day))
		day--;
	return day;
}

static int works_from(int day)
{
	while (is_off(&b.rec, day))
		day++;
	return day;
}

static void check_actions(const struct plan *plan, int seed)
{
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		int weeks = planned->action->weeks;
		int last = weeks ? works_by(planned->start + 7 * weeks - 1) : planned->start;

		ck_assert_msg(
			!is_off(&b.rec, planned->start), "seed %d: %s starts", seed, planned->id);
		ck_assert_msg(planned->due == last, "seed %d: %s is due %d days off", seed,
			planned->id, planned->due - last);
		for (size_t r = 0; r < planned->after_count; r++) {
			const struct planned_action *first = &plan->actions[planned->after[r]];
			ck_assert_msg(!first->active || first->due < planned->start,
				"seed %d: %s before %s ends", seed, planned->id, first->id);
		}
	}
}

static void check_gates(const struct plan *plan, int seed)
{
	static const int days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

	for (size_t i = 0; i < plan->gate_count; i++)
		ck_assert_msg(plan->gates[i].day == works_by(plan->start + days[i]),
			"seed %d: gate %zu", seed, i + 1);
}

static void check_events(const struct plan *plan, int seed)
{
	for (size_t i = 0; i < plan->event_count; i++)
		for (int k = 0; k < plan->events[i].count; k++) {
			const struct plan_event *event = &plan->events[i];
			int day = plan_event_day(event, k), rule = plan_event_rule(event, k);

			ck_assert_msg(day == works_from(rule) || day == works_by(rule),
				"seed %d: %s %d is %d days off", seed, event->id, k + 1,
				day - rule);
			ck_assert_msg(day == works_from(rule) || works_from(rule) > plan->end,
				"seed %d: %s %d is early", seed, event->id, k + 1);
			ck_assert_msg(
				!is_off(&b.rec, day), "seed %d: %s %d", seed, event->id, k + 1);
		}
}

START_TEST(test_plan_fit_nothing_is_on_a_day_off)
{
	for (int seed = 0; seed < SEEDS; seed++) {
		struct plan plan;

		state = 88172645463325252u + (uint64_t)seed;
		begin(&b, &diagnosis, 2 + dice(3));
		close_days(1 + dice(CLOSURES));
		diagnosis.track = (enum track)dice(TRACK_COUNT);
		plan_compute(&plan, &b.rec, &diagnosis, build_day(start_day) + dice(300));
		ck_assert(!is_off(&b.rec, plan.start));
		check_actions(&plan, seed);
		check_gates(&plan, seed);
		check_events(&plan, seed);
		plan_release(&plan);
		end(&b, &diagnosis);
	}
}
END_TEST

/* What nobody has touched gives way to days off that are entered later, once the plan is drawn
 * again; until then it is warned of. */
START_TEST(test_plan_fit_days_off_entered_later_are_warned_of_and_given_way_to)
{
	for (int seed = 0; seed < SEEDS / 4; seed++) {
		struct plan plan;
		bool off = false;

		state = 88172645463325252u + (uint64_t)seed;
		begin(&b, &diagnosis, 2);
		enum track track = diagnosis.track;
		keep(&b, &diagnosis, start_day);
		close_days(CLOSURES);
		for (size_t i = 0; i < b.rec.action_count; i++)
			off |= plan_action_active(&b.rec.actions[i]) &&
				is_off(&b.rec, b.rec.actions[i].due);
		plan_read(&plan, &b.rec);
		ck_assert_int_eq(warning_of(&plan, WARNING_DAY_OFF) != NULL, off);
		check_events(&plan, seed);
		plan_release(&plan);
		redraw_as(track, start_day);
		plan_read(&plan, &b.rec);
		ck_assert_ptr_null(warning_of(&plan, WARNING_DAY_OFF));
		ck_assert_ptr_null(warning_of(&plan, WARNING_OVERLAP));
		plan_release(&plan);
		end(&b, &diagnosis);
	}
}
END_TEST

START_TEST(test_plan_fit_turn_of_the_year_can_be_taken_out)
{
	int day = build_day("2026-12-28");

	begin(&b, &diagnosis, 2);
	ck_assert(plan_is_day_off(&b.rec, day));
	record_put_plan(&b.rec)->works_year_end = TRI_YES;
	ck_assert(!plan_is_day_off(&b.rec, day));
	end(&b, &diagnosis);
}
END_TEST

Suite *plan_fit_suite(void)
{
	Suite *suite = suite_create("plan_fit");
	TCase *tcase = tcase_create("plan_fit");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_plan_fit_sustain_has_eight_places);
	tcase_add_test(tcase, test_plan_fit_redraw_of_the_healthy_is_as_light);
	tcase_add_test(tcase, test_plan_fit_more_than_eight_of_the_healthy_are_many);
	add_cases(tcase, test_plan_fit_contract_is_said_first, contract_cases);
	tcase_add_test(tcase, test_plan_fit_nothing_is_on_a_day_off);
	tcase_add_test(tcase, test_plan_fit_days_off_entered_later_are_warned_of_and_given_way_to);
	tcase_add_test(tcase, test_plan_fit_turn_of_the_year_can_be_taken_out);
	suite_add_tcase(suite, tcase);
	return suite;
}
