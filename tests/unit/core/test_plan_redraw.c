/* SPDX-License-Identifier: MIT */
/*
 * Redrawing a stored plan: what it leaves alone, what it adds, what it marks, which gates count.
 */
#include "random.h"
#include "stored_plan.h"

Suite *plan_redraw_suite(void);

static struct build b;
static struct diagnosis diagnosis;

static void set_up(void)
{
	begin(&b, &diagnosis, 2);
	keep(&b, &diagnosis, "2026-03-02");
}

static void tear_down(void)
{
	end(&b, &diagnosis);
}

/* Everybody answers otherwise from now on. */
static void answer(int value)
{
	b.instrument.items = b.items;
	for (int r = 0; r < 6; r++)
		for (int s = ASPECT_RELEVANCE; s < SCALE_COUNT; s++)
			build_scale(&b, r, s, value);
	diagnosis_release(&diagnosis);
	build_diagnose(&b, &diagnosis);
	b.instrument.items = instrument_builtin()->items;
}

/* How many items of each kind it listed. */
static struct plan_redraw redraw(const char *day, bool reopen)
{
	struct plan_redraw redraw;

	plan_redraw(&redraw, &b.rec, &diagnosis, build_day(day), reopen);
	plan_redraw_keep(&b.rec, &redraw);
	struct plan_redraw counts = { .changes = redraw.changes, .new_gates = redraw.new_gates };
	memcpy(counts.of, redraw.of, sizeof(counts.of));
	plan_redraw_release(&redraw);
	return counts;
}

static void decide(int number, enum outcome outcome, const char *day)
{
	struct gate_decision *gate = record_add(&b.rec, KIND_GATE);
	gate->number = number;
	gate->outcome = (int)outcome;
	gate->date = build_day(day);
}

static int open_active(void)
{
	int n = 0;

	for (size_t i = 0; i < b.rec.action_count; i++)
		n += plan_action_active(&b.rec.actions[i]) && plan_action_open(&b.rec.actions[i]);
	return n;
}

/* A new round begins with nobody heard: what the plan has is not marked for that. */
START_TEST(test_plan_redraw_waits_until_people_are_heard)
{
	ck_assert(!plan_waits_for_hearing(&b.rec, &diagnosis));
	b.rec.answer_count = 0;
	record_settle(&b.rec);
	diagnosis_release(&diagnosis);
	b.instrument.items = b.items;
	build_diagnose(&b, &diagnosis);
	b.instrument.items = instrument_builtin()->items;
	ck_assert_int_eq(diagnosis.track, TRACK_HEAR_FIRST);
	ck_assert(plan_waits_for_hearing(&b.rec, &diagnosis));
	record_put_plan(&b.rec)->track = TRACK_HEAR_FIRST;
	ck_assert(!plan_waits_for_hearing(&b.rec, &diagnosis));
}
END_TEST

START_TEST(test_plan_redraw_on_the_first_day_changes_nothing)
{
	size_t count = b.rec.action_count;
	struct plan_redraw done = redraw("2026-03-02", false);

	ck_assert(!done.changes);
	ck_assert_uint_eq(done.of[REDRAW_KEPT], count);
	ck_assert_int_eq(record_plan(&b.rec)->redrawn, DATE_NONE);
}
END_TEST

/* What somebody has set, begun or finished keeps everything, its days too. */
START_TEST(test_plan_redraw_leaves_what_a_hand_has_set)
{
	struct plan_action before[6];
	struct plan_action *actions = b.rec.actions;

	actions[0].title = "Our own words";
	actions[1].due = build_day("2026-09-30");
	actions[1].dated = TRI_YES;
	actions[2].status = STATUS_DONE;
	actions[2].closed = build_day("2026-03-20");
	actions[3].status = STATUS_STARTED;
	actions[4].every = "2 weeks on tuesday";
	struct owner *owner = record_add(&b.rec, KIND_ACTION_OWNER);
	owner->of = 5;
	owner->person = 1;
	memcpy(before, b.rec.actions, sizeof(before));
	answer(3);
	redraw("2027-02-01", false);
	for (int i = 0; i < 6; i++) {
		ck_assert_int_eq(b.rec.actions[i].start, before[i].start);
		ck_assert_int_eq(b.rec.actions[i].due, before[i].due);
		ck_assert_int_eq(b.rec.actions[i].status, before[i].status);
		ck_assert_int_eq(b.rec.actions[i].active, before[i].active);
		ck_assert_ptr_eq(b.rec.actions[i].title, before[i].title);
	}
}
END_TEST

/* What is late and nobody has touched is dated anew, what lies ahead stays where it is. */
START_TEST(test_plan_redraw_moves_what_is_late)
{
	int today = build_day("2026-06-01");
	size_t count = b.rec.action_count;
	struct plan_action *before = malloc(count * sizeof(*before));

	memcpy(before, b.rec.actions, count * sizeof(*before));
	struct plan_redraw done = redraw("2026-06-01", false);
	ck_assert_uint_gt(done.of[REDRAW_MOVED], 0);
	for (size_t i = 0; i < count; i++) {
		const struct plan_action *now = &b.rec.actions[i];
		if (!plan_action_active(now) || !plan_action_active(&before[i]))
			continue;
		ck_assert_int_ge(now->due, today);
		if (before[i].due < today)
			ck_assert_int_ge(now->start, today);
	}
	free(before);
}
END_TEST

START_TEST(test_plan_redraw_marks_what_nothing_calls_for)
{
	size_t stale = 0;

	answer(5);
	struct plan_redraw done = redraw("2026-06-01", false);
	ck_assert_uint_gt(done.of[REDRAW_STALE], 0);
	for (size_t i = 0; i < b.rec.action_count; i++)
		stale += b.rec.actions[i].stale == TRI_YES;
	ck_assert_uint_eq(stale, done.of[REDRAW_STALE]);
	answer(2);
	redraw("2026-06-02", false);
	for (size_t i = 0; i < b.rec.action_count; i++)
		ck_assert(b.rec.actions[i].stale != TRI_YES || b.rec.actions[i].added != DATE_NONE);
}
END_TEST

/* What is kept out by now is marked like what nothing calls for; what is begun or over goes on. */
START_TEST(test_plan_redraw_marks_what_is_kept_out)
{
	const struct trigger unless = { TRIGGER_TRACK, (int)diagnosis.track, 0 };
	size_t size = b.instrument.action_count * sizeof(struct action);
	struct action *actions = malloc(size);
	struct plan_action *kept = b.rec.actions;

	memcpy(actions, b.instrument.actions, size);
	b.instrument.actions = actions;
	kept[0].status = STATUS_STARTED;
	kept[1].status = STATUS_DONE;
	kept[2].adopted = TRI_YES;
	for (int i = 0; i < 4; i++) {
		struct action *action = &actions[instrument_action(&b.instrument, kept[i].library)];
		action->unless = &unless;
		action->unless_count = 1;
	}
	struct plan_redraw done = redraw("2026-03-02", false);
	ck_assert_uint_eq(done.of[REDRAW_STALE], 2);
	ck_assert_uint_eq(done.of[REDRAW_AGAIN], 0);
	ck_assert(kept[0].stale == TRI_YES && plan_action_active(&kept[0]));
	ck_assert(kept[1].stale != TRI_YES && kept[1].status == STATUS_DONE);
	ck_assert(kept[2].stale != TRI_YES && plan_action_active(&kept[2]));
	ck_assert(kept[3].stale == TRI_YES);
	b.instrument.actions = instrument_builtin()->actions;
	free(actions);
}
END_TEST

/* Done and called for again: listed, and opened only when that is asked for. */
START_TEST(test_plan_redraw_opens_again_only_on_yes)
{
	b.rec.actions[0].status = STATUS_DONE;
	b.rec.actions[0].closed = build_day("2026-03-20");
	b.rec.actions[1].status = STATUS_DROPPED;
	struct plan_redraw done = redraw("2026-06-01", false);
	ck_assert_uint_eq(done.of[REDRAW_AGAIN], 2);
	ck_assert_int_eq(b.rec.actions[0].status, STATUS_DONE);
	ck_assert_int_eq(b.rec.actions[0].closed, build_day("2026-03-20"));
	done = redraw("2026-06-01", true);
	ck_assert_uint_eq(done.of[REDRAW_AGAIN], 2);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(b.rec.actions[i].status, STATUS_OPEN);
		ck_assert_int_eq(b.rec.actions[i].closed, DATE_NONE);
		ck_assert(!plan_action_active(&b.rec.actions[i]) ||
			b.rec.actions[i].start >= build_day("2026-06-01"));
	}
}
END_TEST

/* New ones say so until the next redraw. */
START_TEST(test_plan_redraw_marks_what_is_new)
{
	struct plan plan;
	size_t count = b.rec.action_count, fresh = 0;

	diagnosis.track = TRACK_SUSTAIN;
	struct plan_redraw done = redraw("2026-06-01", false);
	ck_assert_uint_gt(done.of[REDRAW_ADDED], 0);
	ck_assert_uint_eq(b.rec.action_count, count + done.of[REDRAW_ADDED]);
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++)
		fresh += plan.actions[i].fresh;
	ck_assert_uint_eq(fresh, done.of[REDRAW_ADDED]);
	plan_release(&plan);
	diagnosis.track = TRACK_RELAUNCH;
	redraw("2026-07-01", false);
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++)
		ck_assert(!plan.actions[i].fresh ||
			b.rec.actions[plan.actions[i].stored].added == build_day("2026-07-01"));
	plan_release(&plan);
}
END_TEST

/* A decided gate keeps its date, question and outcome, whatever the track is now; others come, and
 * are numbered on, once all are decided. */
START_TEST(test_plan_redraw_keeps_decided_gates)
{
	struct plan plan;
	enum track first = diagnosis.track;

	plan_read(&plan, &b.rec);
	ck_assert_uint_eq(plan.gate_count, 2);
	struct gate before = plan.gates[0];
	plan_release(&plan);
	decide(1, OUTCOME_PASSED, "2026-04-01");
	diagnosis.track = first == TRACK_ESCALATE ? TRACK_RELAUNCH : TRACK_ESCALATE;
	ck_assert(!redraw("2026-05-04", false).new_gates);
	plan_read(&plan, &b.rec);
	ck_assert_uint_eq(plan.gate_count, 2);
	ck_assert_int_eq(plan.gates[0].kind, before.kind);
	ck_assert_int_eq(plan.gates[0].day, before.day);
	ck_assert_int_eq(plan.gates[0].outcome, OUTCOME_PASSED);
	ck_assert_int_eq(plan_next_gate(&plan)->number, 2);
	plan_release(&plan);
	decide(2, OUTCOME_PASSED, "2026-06-10");
	ck_assert(redraw("2026-07-01", false).new_gates);
	ck_assert(!redraw("2026-07-01", false).new_gates);
	plan_read(&plan, &b.rec);
	ck_assert_uint_eq(plan.gate_count, 4);
	ck_assert_int_eq(plan.gates[0].kind, before.kind);
	ck_assert_int_eq(plan.gates[2].number, 3);
	ck_assert_int_eq(plan.gates[2].day, build_day("2026-07-31"));
	ck_assert_int_eq(plan_next_gate(&plan)->number, 3);
	plan_release(&plan);
	diagnosis.track = first;
}
END_TEST

/* The partner has come round: an escalation, its gate passed, becomes a relaunch two months on. */
START_TEST(test_plan_redraw_after_the_partner_came_round)
{
	struct plan plan;
	int today = build_day("2026-05-04");

	b.rec.action_count = b.rec.plan_count = 0;
	diagnosis.track = TRACK_ESCALATE;
	keep(&b, &diagnosis, "2026-03-02");
	for (int i = 0; i < 3; i++) {
		b.rec.actions[i].status = STATUS_DONE;
		b.rec.actions[i].closed = build_day("2026-03-20");
	}
	decide(1, OUTCOME_PASSED, "2026-04-01");
	diagnosis.track = TRACK_RELAUNCH;
	ck_assert_uint_gt(redraw("2026-05-04", false).of[REDRAW_ADDED], 0);
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.active_count; i++) {
		ck_assert(!plan_is_late(&plan.actions[i], today));
		ck_assert(!plan.actions[i].fresh || plan.actions[i].start >= today);
	}
	ck_assert_int_le(open_active(), PLAN_ACTIVE_MAX);
	ck_assert_int_eq(plan.gates[0].kind, GATE_ANSWER);
	ck_assert_int_eq(plan.gates[0].day, build_day("2026-04-01"));
	ck_assert_int_eq(plan.gates[0].outcome, OUTCOME_PASSED);
	plan_release(&plan);
}
END_TEST

/* A new plan is what was decided behind a gate that was not passed: it no longer leads out. */
START_TEST(test_plan_redraw_answers_a_failed_gate)
{
	struct plan plan;

	decide(1, OUTCOME_FAILED, "2026-04-01");
	plan_read(&plan, &b.rec);
	ck_assert_int_eq(plan_leads_to(&plan)->number, 1);
	plan_release(&plan);
	ck_assert(redraw("2026-05-04", false).new_gates);
	plan_read(&plan, &b.rec);
	ck_assert_ptr_null(plan_leads_to(&plan));
	ck_assert_int_eq(plan_next_gate(&plan)->number, 2);
	ck_assert_int_eq(plan.gates[0].outcome, OUTCOME_FAILED);
	plan_release(&plan);
}
END_TEST

/* Nor does it where what was decided is a track without gates. */
START_TEST(test_plan_redraw_into_a_wind_down_answers_a_failed_gate)
{
	struct plan plan;

	decide(1, OUTCOME_FAILED, "2026-04-01");
	diagnosis.track = TRACK_EXIT;
	ck_assert(!redraw("2026-05-04", false).new_gates);
	plan_read(&plan, &b.rec);
	ck_assert_ptr_null(plan_leads_to(&plan));
	ck_assert_ptr_null(plan_next_gate(&plan));
	ck_assert_uint_eq(plan.gate_count, 1);
	ck_assert_int_eq(plan.gates[0].outcome, OUTCOME_FAILED);
	plan_release(&plan);
	ck_assert(!redraw("2026-05-04", false).changes);
	diagnosis.track = TRACK_RELAUNCH;
	ck_assert(redraw("2026-06-01", false).new_gates);
	plan_read(&plan, &b.rec);
	ck_assert_int_eq(plan_next_gate(&plan)->number, 2);
	ck_assert_int_eq(plan_next_gate(&plan)->day, build_day("2026-07-01"));
	plan_release(&plan);
}
END_TEST

/* What nothing calls for is put off once its day has gone by, and at once in a wind-down; what a
 * hand has begun goes on. */
START_TEST(test_plan_redraw_puts_off_what_nothing_calls_for)
{
	int today = build_day("2026-04-01");
	size_t late = 0, ahead = 0;

	b.rec.actions[0].status = STATUS_STARTED;
	answer(5);
	diagnosis.track = TRACK_RECOMMIT;
	redraw("2026-04-01", false);
	ck_assert(plan_action_active(&b.rec.actions[0]));
	for (size_t i = 1; i < b.rec.action_count; i++)
		if (b.rec.actions[i].stale == TRI_YES) {
			late += plan_action_active(&b.rec.actions[i]) &&
				b.rec.actions[i].due < today;
			ahead += plan_action_active(&b.rec.actions[i]);
		}
	ck_assert_uint_eq(late, 0);
	ck_assert_uint_gt(ahead, 0);
	diagnosis.track = TRACK_EXIT;
	redraw("2026-04-02", false);
	ck_assert(plan_action_active(&b.rec.actions[0]));
	for (size_t i = 1; i < b.rec.action_count; i++)
		ck_assert(b.rec.actions[i].stale != TRI_YES ||
			!plan_action_active(&b.rec.actions[i]));
}
END_TEST

/* One that is late, or the alliance is wound down, and nothing calls for it: it stays all the same,
 * and is not marked. What was marked before is so again once it is not adopted any more. */
START_TEST(test_plan_redraw_leaves_what_is_adopted)
{
	struct plan plan;
	int at = -1;

	answer(5);
	diagnosis.track = TRACK_RECOMMIT;
	redraw("2026-03-03", false);
	for (size_t i = 0; i < b.rec.action_count && at < 0; i++)
		if (b.rec.actions[i].stale == TRI_YES && plan_action_active(&b.rec.actions[i]))
			at = (int)i;
	ck_assert_int_ge(at, 0);
	for (size_t i = 0; i < b.rec.action_count; i++)
		plan_set_adopted(&b.rec.actions[i], (int)i == at || i % 2);
	struct plan_action before = b.rec.actions[at];
	diagnosis.track = TRACK_EXIT;
	redraw("2026-11-02", false);
	ck_assert_int_eq(b.rec.actions[at].start, before.start);
	ck_assert_int_eq(b.rec.actions[at].due, before.due);
	ck_assert(plan_action_active(&b.rec.actions[at]));
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++) {
		const struct plan_action *kept = &b.rec.actions[plan.actions[i].stored];
		ck_assert_int_eq(plan.actions[i].adopted, kept->adopted == TRI_YES);
		ck_assert(!plan.actions[i].adopted || !plan.actions[i].stale);
	}
	plan_release(&plan);
	plan_set_adopted(&b.rec.actions[at], false);
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++)
		ck_assert(plan.actions[i].stored != at || plan.actions[i].stale);
	plan_release(&plan);
	redraw("2026-11-03", false);
	ck_assert(!plan_action_active(&b.rec.actions[at]));
}
END_TEST

START_TEST(test_plan_redraw_counts_from_its_day)
{
	struct plan plan;

	diagnosis.track = TRACK_SUSTAIN;
	redraw("2026-09-01", false);
	plan_read(&plan, &b.rec);
	ck_assert_int_eq(plan.start, build_day("2026-03-02"));
	ck_assert_int_eq(plan.from, build_day("2026-09-01"));
	ck_assert_int_eq(plan.end, date_add_months(plan.from, plan.horizon_months));
	for (size_t i = 0; i < plan.event_count; i++)
		ck_assert_int_gt(plan.events[i].first, plan.from);
	plan_release(&plan);
}
END_TEST

START_TEST(test_plan_redraw_is_never_of_a_pulse)
{
	ck_assert(plan_may_redraw(&b.rec));
	b.rec.assessment.kind = ROUND_PULSE;
	ck_assert(!plan_may_redraw(&b.rec));
	b.rec.assessment.kind = ROUND_BASELINE;
}
END_TEST

/* Over random rounds, edits and redraws. */

static bool is_edited(size_t at)
{
	const struct plan_action *action = &b.rec.actions[at];

	return !action->library || action->status != STATUS_OPEN || action->title ||
		action->dated == TRI_YES || action->moved == TRI_YES;
}

/* What a person may do to an action on that day. */
static void edit(int today)
{
	size_t at = (size_t)dice((int)b.rec.action_count);
	struct plan_action *action = &b.rec.actions[at];

	switch (dice(6)) {
	case 0:
		action->status = dice(STATUS_COUNT);
		action->closed = plan_action_open(action) ? DATE_NONE : today;
		break;
	case 1:
		action->title = "Ours";
		break;
	case 2:
		action->start = action->due = today + dice(200) - 50;
		action->dated = action->active = TRI_YES;
		break;
	case 3:
		action->moved = TRI_YES;
		action->active = TRI_NO;
		action->start = action->due = DATE_NONE;
		break;
	case 4:
		action = record_add(&b.rec, KIND_PLAN_ACTION);
		action->title = "One of our own";
		action->step = 1 + dice(PLAN_STEPS);
		action->start = action->due = today + 10;
		action->active = action->dated = TRI_YES;
		break;
	case 5: {
		struct day_off *off = record_add(&b.rec, KIND_DAY_OFF);
		off->party = dice(2);
		off->from = today + dice(300);
		off->to = off->from + dice(20);
		break;
	}
	}
}

/* By index of the record as it was. */
static void assert_redrawn(const struct plan_action *before, const bool *edited, size_t count,
	int open_before, int today, bool reopen)
{
	for (size_t i = 0; i < b.rec.action_count; i++) {
		const struct plan_action *now = &b.rec.actions[i];
		bool over = i < count && !plan_action_open(&before[i]);
		if (i < count && edited[i] && !(over && reopen)) {
			ck_assert_int_eq(now->start, before[i].start);
			ck_assert_int_eq(now->due, before[i].due);
			ck_assert_int_eq(now->active, before[i].active);
			ck_assert_int_eq(now->status, before[i].status);
			ck_assert_int_eq(now->closed, before[i].closed);
			ck_assert_ptr_eq(now->title, before[i].title);
		} else if (plan_action_active(now) &&
			(i >= count || now->start != before[i].start)) {
			ck_assert_int_ge(now->start, today);
			ck_assert_int_ge(now->due, now->start);
			ck_assert(!plan_is_day_off(&b.rec, now->start));
			ck_assert(!plan_is_day_off(&b.rec, now->due));
		}
		for (size_t j = 0; j < i; j++)
			ck_assert(!now->library || !b.rec.actions[j].library ||
				strcmp(now->library, b.rec.actions[j].library));
	}
	ck_assert_int_le(
		open_active(), open_before > PLAN_ACTIVE_MAX ? open_before : PLAN_ACTIVE_MAX);
}

START_TEST(test_plan_redraw_holds_over_random_histories)
{
	int today = build_day("2026-03-02");

	state = 88172645463325252u + (uint64_t)_i * 7919u;
	for (int round = 0; round < 8; round++) {
		struct plan_redraw again;
		today += dice(120);
		if (dice(2))
			answer(1 + dice(5));
		if (dice(3) == 0)
			diagnosis.track = (enum track)dice(TRACK_COUNT);
		for (int n = dice(12); n > 0; n--)
			edit(today);
		size_t count = b.rec.action_count;
		struct plan_action *before = malloc(count * sizeof(*before));
		bool *edited = malloc(count * sizeof(*edited));
		bool reopen = dice(4) == 0;
		int open_before = open_active();
		memcpy(before, b.rec.actions, count * sizeof(*before));
		for (size_t i = 0; i < count; i++)
			edited[i] = is_edited(i);
		plan_redraw(&again, &b.rec, &diagnosis, today, reopen);
		ck_assert_uint_eq(again.count, count + again.of[REDRAW_ADDED]);
		plan_redraw_keep(&b.rec, &again);
		plan_redraw_release(&again);
		assert_redrawn(before, edited, count, open_before, today, reopen);
		plan_redraw(&again, &b.rec, &diagnosis, today, false);
		/* what was opened again with words of somebody's is held from now on */
		ck_assert_msg(reopen || !again.changes,
			"a second redraw of round %d changes %zu, %zu, %zu", round,
			again.of[REDRAW_ADDED], again.of[REDRAW_MOVED], again.of[REDRAW_STALE]);
		plan_redraw_release(&again);
		free(edited);
		free(before);
	}
}
END_TEST

Suite *plan_redraw_suite(void)
{
	Suite *suite = suite_create("plan_redraw");
	TCase *tcase = tcase_create("plan_redraw");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_plan_redraw_on_the_first_day_changes_nothing);
	tcase_add_test(tcase, test_plan_redraw_leaves_what_a_hand_has_set);
	tcase_add_test(tcase, test_plan_redraw_moves_what_is_late);
	tcase_add_test(tcase, test_plan_redraw_marks_what_nothing_calls_for);
	tcase_add_test(tcase, test_plan_redraw_marks_what_is_kept_out);
	tcase_add_test(tcase, test_plan_redraw_opens_again_only_on_yes);
	tcase_add_test(tcase, test_plan_redraw_marks_what_is_new);
	tcase_add_test(tcase, test_plan_redraw_keeps_decided_gates);
	tcase_add_test(tcase, test_plan_redraw_after_the_partner_came_round);
	tcase_add_test(tcase, test_plan_redraw_answers_a_failed_gate);
	tcase_add_test(tcase, test_plan_redraw_into_a_wind_down_answers_a_failed_gate);
	tcase_add_test(tcase, test_plan_redraw_puts_off_what_nothing_calls_for);
	tcase_add_test(tcase, test_plan_redraw_leaves_what_is_adopted);
	tcase_add_test(tcase, test_plan_redraw_counts_from_its_day);
	tcase_add_test(tcase, test_plan_redraw_is_never_of_a_pulse);
	tcase_add_test(tcase, test_plan_redraw_waits_until_people_are_heard);
	tcase_add_loop_test(tcase, test_plan_redraw_holds_over_random_histories, 0, 300);
	suite_add_tcase(suite, tcase);
	return suite;
}
