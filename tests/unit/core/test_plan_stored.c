/* SPDX-License-Identifier: MIT */
/*
 * The stored plan: a draft kept among the record's objects, worked on, and kept again.
 */
#include <limits.h>

#include "stored_plan.h"
#include "warnings.h"

Suite *plan_stored_suite(void);

START_TEST(test_plan_stored_is_read_as_it_was_drafted)
{
	struct build b;
	struct diagnosis diagnosis;
	struct plan draft, plan;

	begin(&b, &diagnosis, 3);
	for (int track = 0; track < TRACK_COUNT; track++) {
		b.rec.action_count = 0;
		diagnosis.track = (enum track)track;
		plan_compute(&draft, &b.rec, &diagnosis, build_day("2026-11-23"));
		plan_keep(&b.rec, &draft, proposed);
		ck_assert(plan_is_stored(&b.rec));
		plan_read(&plan, &b.rec);
		ck_assert(plan.stored && !draft.stored);
		ck_assert_int_eq(plan.track, draft.track);
		ck_assert_int_eq(plan.start, draft.start);
		ck_assert_int_eq(plan.end, draft.end);
		ck_assert_uint_eq(plan.gate_count, draft.gate_count);
		ck_assert_uint_eq(plan.event_count, draft.event_count);
		ck_assert_uint_eq(plan.active_count, draft.active_count);
		ck_assert_uint_eq(plan.action_count, draft.action_count);
		for (size_t i = 0; i < plan.active_count; i++) {
			const struct planned_action *a = &plan.actions[i], *d = &draft.actions[i];
			ck_assert_ptr_eq(a->action, d->action);
			ck_assert_str_eq(a->title, d->title);
			ck_assert_int_eq(a->start, d->start);
			ck_assert_int_eq(a->due, d->due);
			ck_assert_int_eq(a->gated, d->gated);
			ck_assert_int_eq(a->quick_win, d->quick_win);
			ck_assert_uint_eq(a->finding_count, d->finding_count);
			ck_assert_uint_eq(a->after_count, d->after_count);
			ck_assert_int_eq(a->owner[0], d->owner[0]);
			ck_assert_int_eq(a->owner[1], d->owner[1]);
			ck_assert(!a->edited && !a->stale);
		}
		plan_release(&plan);
		plan_release(&draft);
	}
	end(&b, &diagnosis);
}
END_TEST

/* Whatever a file says, events end with a plan that people could see through. */
START_TEST(test_plan_stored_horizon_of_a_file_is_bounded)
{
	static const int months[] = { INT_MAX, INT_MIN + 1, 1000000, -5 };
	struct build b;
	struct diagnosis diagnosis;
	struct plan draft, plan;

	begin(&b, &diagnosis, 3);
	plan_compute(&draft, &b.rec, &diagnosis, build_day("2026-11-23"));
	plan_keep(&b.rec, &draft, proposed);
	for (size_t i = 0; i < sizeof(months) / sizeof(*months); i++) {
		record_put_plan(&b.rec)->horizon = months[i];
		plan_read(&plan, &b.rec);
		ck_assert_int_eq(plan.horizon_months, months[i]);
		ck_assert_int_ge(plan.end, plan.from);
		ck_assert_int_le(plan.end, date_add_months(plan.from, PLAN_MONTHS_MOST));
		for (size_t e = 0; e < plan.event_count; e++)
			ck_assert_int_le(plan.events[e].count, PLAN_MONTHS_MOST * 31 / 7 + 1);
		plan_release(&plan);
	}
	plan_release(&draft);
	end(&b, &diagnosis);
}
END_TEST

/* The list asks the stored actions one by one: it must get what the plan would say. */
START_TEST(test_plan_stored_actions_say_the_same_alone)
{
	struct build b;
	struct diagnosis diagnosis;
	struct plan plan;

	begin(&b, &diagnosis, 3);
	keep(&b, &diagnosis, "2026-11-23");
	b.rec.actions[0].title = "  ";
	b.rec.actions[1].title = "By hand";
	b.rec.actions[1].step = 7;
	b.rec.actions[2].library = "gone";
	b.rec.actions[2].status = STATUS_DONE;
	b.rec.actions[3].library = NULL;
	b.rec.actions[3].status = STATUS_DROPPED;
	b.rec.actions[4].active = TRI_NO;
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++) {
		const struct planned_action *planned = &plan.actions[i];
		const struct plan_action *kept = &b.rec.actions[planned->stored];

		ck_assert_str_eq(plan_action_title(&b.instrument, kept), planned->title);
		ck_assert_int_eq(plan_action_step(&b.instrument, kept), planned->step);
		ck_assert_int_eq(plan_action_active(kept), planned->active);
		ck_assert_int_eq(plan_action_open(kept), plan_is_open(planned));
	}
	ck_assert_int_eq(plan_day(plan.start, plan.start), 1);
	ck_assert_int_eq(plan_day(plan.start, plan.start - 1), 0);
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* Gate 2 wants 80 % of the quick wins and 80 % of the others; a dropped action is not due. */
/* What blocked it blocks it no more. */
START_TEST(test_plan_reason_goes_with_blocked_and_dropped)
{
	struct plan_action action = { .status = STATUS_BLOCKED, .reason = "the lawyers are away" };

	plan_set_status(&action, STATUS_DROPPED, build_day("2026-12-01"));
	ck_assert_str_eq(action.reason, "the lawyers are away");
	plan_set_status(&action, STATUS_BLOCKED, build_day("2026-12-02"));
	ck_assert_str_eq(action.reason, "the lawyers are away");
	plan_set_status(&action, STATUS_STARTED, build_day("2026-12-03"));
	ck_assert_ptr_null(action.reason);
	ck_assert_int_eq(action.closed, DATE_NONE);
}
END_TEST

START_TEST(test_plan_gate_counts_wins_and_others_apart)
{
	struct planned_action actions[9] = { 0 };
	struct plan plan = { .actions = actions, .active_count = 9 };
	struct gate gate = { .day = 10, .outcome = -1 };

	for (int i = 0; i < 9; i++)
		actions[i] = (struct planned_action){ .active = true,
			.due = 10,
			.quick_win = i < 3,
			.status = STATUS_DONE,
			.closed = DATE_NONE };
	struct gate_progress p = plan_gate_progress(&plan, &gate, 50);
	ck_assert(p.passed && p.wins_due == 3 && p.others_due == 6);
	actions[0].status = STATUS_OPEN; /* 2 of 3 */
	ck_assert(!plan_gate_progress(&plan, &gate, 50).passed);
	actions[0].status = STATUS_DROPPED; /* 2 of 2 */
	ck_assert(plan_gate_progress(&plan, &gate, 50).passed);
	actions[8].status = STATUS_STARTED; /* 5 of 6 = 83 % */
	ck_assert(plan_gate_progress(&plan, &gate, 50).passed);
	actions[7].status = STATUS_BLOCKED; /* 4 of 6 */
	ck_assert(!plan_gate_progress(&plan, &gate, 50).passed);
	gate.day = 9; /* nothing is due */
	ck_assert(!plan_gate_progress(&plan, &gate, 50).passed);
}
END_TEST

/* A gate that is decided keeps the figures of that day; what was dropped is said beside them. */
START_TEST(test_plan_gate_stands_as_on_the_day_it_was_decided)
{
	struct planned_action actions[] = {
		{ .active = true, .due = 10, .status = STATUS_DONE, .closed = 9 },
		{ .active = true, .due = 10, .status = STATUS_DONE, .closed = 30 },
		{ .active = true, .due = 10, .status = STATUS_DROPPED, .closed = 30 },
		{ .active = true, .due = 40, .status = STATUS_OPEN, .closed = DATE_NONE },
	};
	const struct plan four = { .actions = actions, .action_count = 4, .active_count = 4 };
	struct gate gate = { .day = 20, .outcome = OUTCOME_FAILED, .decided = 21 };
	struct gate_progress p = plan_gate_progress(&four, &gate, 50);

	ck_assert_int_eq(p.others_due, 2);
	ck_assert_int_eq(p.others_done, 1);
	ck_assert_int_eq(p.dropped, 1);
	ck_assert(!p.passed);
	gate.outcome = -1;
	p = plan_gate_progress(&four, &gate, 50);
	ck_assert_int_eq(p.others_done, 2);
	ck_assert(p.passed);
}
END_TEST

/* Whatever follows it: what is asked for is the decision behind a gate that was not passed. */
START_TEST(test_plan_failed_gate_leads_out)
{
	struct gate gates[] = { { .number = 1, .outcome = -1 }, { .number = 2, .outcome = -1 } };
	struct plan plan = { .gates = gates, .gate_count = 2 };
	static const struct {
		int outcome[2], out, next; /* numbers; 0 none */
	} cases[] = {
		{ { -1, -1 }, 0, 1 },
		{ { OUTCOME_PASSED, -1 }, 0, 2 },
		{ { OUTCOME_PASSED, OUTCOME_PASSED }, 0, 0 },
		{ { OUTCOME_FAILED, -1 }, 1, 0 },
		{ { OUTCOME_PASSED, OUTCOME_FAILED }, 2, 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (int g = 0; g < 2; g++)
			gates[g].outcome = cases[i].outcome[g];
		const struct gate *out = plan_leads_to(&plan), *next = plan_next_gate(&plan);
		ck_assert_int_eq(out ? out->number : 0, cases[i].out);
		ck_assert_int_eq(next ? next->number : 0, cases[i].next);
	}
}
END_TEST

/* Kept: done on its day or before, of all that was due; a dropped action is not due. */
static const struct {
	const char *due, *closed;
	enum status status;
	bool later;
} promised[] = {
	{ "2026-04-01", "2026-04-01", STATUS_DONE, false },    /* 1: on its day */
	{ "2026-04-01", "2026-03-20", STATUS_DONE, false },    /* 2: before */
	{ "2026-04-01", "2026-04-02", STATUS_DONE, false },    /* 3: a day late */
	{ "2026-04-01", NULL, STATUS_DONE, false },            /* 4: nobody knows when */
	{ "2026-04-01", NULL, STATUS_OPEN, false },            /* 5 */
	{ "2026-04-01", "2026-03-20", STATUS_DROPPED, false }, /* 6: aside */
	{ "2026-04-08", NULL, STATUS_STARTED, false },         /* 7 */
	{ "2026-04-08", NULL, STATUS_BLOCKED, false },         /* 8 */
	{ "2026-04-08", "2026-04-20", STATUS_DROPPED, false }, /* 9: aside, though late by then */
	{ "2026-04-30", "2026-04-03", STATUS_DONE, false },    /* 10: counts once it is due */
	{ NULL, "2026-04-01", STATUS_DONE, true },             /* 11: was never due */
};
static const struct {
	const char *today;
	int due, kept;
} counted[] = {
	{ "2026-03-31", 0, 0 },
	{ "2026-04-01", 5, 2 }, /* 1 to 5; kept 1 and 2 */
	{ "2026-04-07", 5, 2 },
	{ "2026-04-08", 7, 2 }, /* and 7, 8 */
	{ "2026-04-30", 8, 3 }, /* and 10, which is kept */
	{ "2027-04-30", 8, 3 },
};

START_TEST(test_plan_promises_are_kept_by_their_day)
{
	struct planned_action actions[sizeof(promised) / sizeof(*promised)];
	struct plan plan = { .actions = actions };

	for (size_t i = 0; i < sizeof(promised) / sizeof(*promised); i++) {
		actions[i] = (struct planned_action){ .active = !promised[i].later,
			.status = promised[i].status,
			.due = promised[i].due ? build_day(promised[i].due) : DATE_NONE,
			.closed = promised[i].closed ? build_day(promised[i].closed) : DATE_NONE };
		plan.action_count++;
		plan.active_count += actions[i].active;
	}
	struct plan_promises n = plan_promises(&plan, build_day(counted[_i].today));
	ck_assert_int_eq(n.due, counted[_i].due);
	ck_assert_int_eq(n.kept, counted[_i].kept);
}
END_TEST

static int open_wins(const struct plan *plan)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan->actions[i].quick_win && plan_is_open(&plan->actions[i]);
	return n;
}

/* What is done was wanted and asks nobody for anything: it is none too many, and none too few. */
START_TEST(test_plan_warns_of_the_quick_wins_that_are_open)
{
	struct build b;
	struct diagnosis diagnosis;
	struct plan plan;

	begin(&b, &diagnosis, 3);
	diagnosis.track = TRACK_RELAUNCH;
	keep(&b, &diagnosis, "2026-11-23");
	for (int i = 0; i < 2 * PLAN_WINS_MAX; i++) {
		struct plan_action *win = record_add(&b.rec, KIND_PLAN_ACTION);
		win->title = "A small thing";
		win->step = 5;
		win->quick_win = win->active = TRI_YES;
		win->due = build_day("2026-12-18");
		win->status = i < 2 ? STATUS_DONE : STATUS_OPEN;
	}
	plan_read(&plan, &b.rec);
	const struct warning *many = warning_of(&plan, WARNING_WINS);
	ck_assert_ptr_nonnull(many);
	ck_assert_int_eq(many->count, open_wins(&plan));
	ck_assert_int_ge(many->count, 2 * PLAN_WINS_MAX - 2);
	plan_release(&plan);
	for (size_t i = 0; i < b.rec.action_count; i++)
		b.rec.actions[i].status = STATUS_DONE;
	plan_read(&plan, &b.rec);
	ck_assert_ptr_null(warning_of(&plan, WARNING_WINS));
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* Stored, it is not forgotten: an action that answers alone is dropped, and its finding is named.
 */
START_TEST(test_plan_stored_warns_of_what_it_does_nothing_about)
{
	struct build b;
	struct diagnosis diagnosis;
	struct plan draft, plan;

	begin(&b, &diagnosis, 2);
	plan_compute(&draft, &b.rec, &diagnosis, build_day("2026-11-23"));
	bool warned = warning_of(&draft, WARNING_UNANSWERED);
	plan_keep(&b.rec, &draft, proposed);
	plan_read(&plan, &b.rec);
	plan_warn_unanswered(&plan, &b.rec, &diagnosis);
	ck_assert_int_eq(warning_of(&plan, WARNING_UNANSWERED) != NULL, warned);
	plan_release(&plan);
	for (size_t i = 0; i < b.rec.action_count; i++)
		b.rec.actions[i].active = TRI_NO;
	plan_read(&plan, &b.rec);
	ck_assert_ptr_null(warning_of(&plan, WARNING_UNANSWERED));
	plan_warn_unanswered(&plan, &b.rec, &diagnosis);
	ck_assert(warns_of_finding(&plan, "cause.management"));
	ck_assert(warns_of_finding(&plan, "aspect.management.governance"));
	plan_release(&plan);
	plan_release(&draft);
	end(&b, &diagnosis);
}
END_TEST

Suite *plan_stored_suite(void)
{
	Suite *suite = suite_create("plan_stored");
	TCase *tcase = tcase_create("plan_stored");

	tcase_add_test(tcase, test_plan_stored_is_read_as_it_was_drafted);
	tcase_add_test(tcase, test_plan_stored_horizon_of_a_file_is_bounded);
	tcase_add_test(tcase, test_plan_stored_actions_say_the_same_alone);
	tcase_add_test(tcase, test_plan_reason_goes_with_blocked_and_dropped);
	tcase_add_test(tcase, test_plan_stored_warns_of_what_it_does_nothing_about);
	tcase_add_test(tcase, test_plan_warns_of_the_quick_wins_that_are_open);
	add_cases(tcase, test_plan_promises_are_kept_by_their_day, counted);
	tcase_add_test(tcase, test_plan_failed_gate_leads_out);
	tcase_add_test(tcase, test_plan_gate_counts_wins_and_others_apart);
	tcase_add_test(tcase, test_plan_gate_stands_as_on_the_day_it_was_decided);
	suite_add_tcase(suite, tcase);
	return suite;
}
