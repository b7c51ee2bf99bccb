/* SPDX-License-Identifier: MIT */
/*
 * Did it work: actions that are done beside the items that test them again, with changes counted by
 * hand; promises and escalations by quarter; gates as they stood when they were decided.
 */
#include <rekindle/proof.h>
#include "two_rounds.h"

Suite *proof_suite(void);

#define SUBJECT ASPECT_GOVERNANCE
#define PULSE_DAY "2026-12-01"

static struct planned_action action;
static struct plan plan;
static struct proof proof;
static const char *retest[2];

/* Done between two rounds, and tested by the first two items of the subject. */
static void begin_done(void)
{
	struct build *rounds[] = { &before, &after };

	begin();
	for (int i = 0; i < 2; i++) {
		rounds[i]->rec.assessment.object.id = numbered(900 + i);
		rounds[i]->rec.assessment.kind = i ? ROUND_PULSE : ROUND_BASELINE;
		rounds[i]->rec.assessment.date = build_day(i ? PULSE_DAY : "2026-06-01");
		retest[i] = before.ids[build_item(SUBJECT, i)];
	}
	action = (struct planned_action){ .stored = -1,
		.active = true,
		.status = STATUS_DONE,
		.due = build_day("2026-09-01"),
		.closed = build_day("2026-09-01"),
		.retest = retest,
		.retest_count = 2 };
	plan = (struct plan){ .actions = &action, .action_count = 1, .active_count = 1 };
}

static void pair(int party, int then, int now)
{
	struct uuid id = numbered((int)before.rec.person_count);

	build_rate(&before, add(&before, party, id), build_item(SUBJECT, 0), then);
	build_rate(&after, add(&after, party, id), build_item(SUBJECT, 0), now);
}

static void work_out(void)
{
	const struct record *rounds[] = { &before.rec, &after.rec };

	record_settle(&before.rec);
	record_settle(&after.rec);
	proof_compute(&proof, &plan, &before.rec, rounds, 2);
}

static void end(void)
{
	proof_release(&proof);
	build_release(&before);
	build_release(&after);
}

/* Three of each side went from 2 to 3: one of 2^5 patterns of signs is as far, and its mirror. */
START_TEST(test_proof_pairs_people_over_the_items_that_test_again)
{
	const struct proof_action *one;

	begin_done();
	for (int i = 0; i < 6; i++)
		pair(i % 2, 2, 3);
	work_out();
	ck_assert_uint_eq(proof.count, 1);
	one = &proof.actions[0];
	ck_assert_int_eq(one->before, 0);
	ck_assert_int_eq(one->after, 1);
	ck_assert_uint_eq(one->items, 1); /* the pulse asks the first alone */
	ck_assert(one->scale[SUBJECT] && !one->scale[ASPECT_RATIONALE]);
	assert_value(one->of.before, 2);
	assert_value(one->of.after, 3);
	assert_value(one->of.change, 1);
	assert_value(one->of.p, 2.0 / 64);
	ck_assert_int_eq(one->of.pairs, 6);
	ck_assert_int_eq(proof_movement(one), MOVEMENT_ROSE);
	ck_assert_int_eq(proof.tested, 1);
	end();
}
END_TEST

static const struct {
	int pairs, then, now;
	enum movement movement;
} claims[] = {
	{ 6, 4, 2, MOVEMENT_FELL },
	{ 4, 2, 4, MOVEMENT_UNCLEAR }, /* too few to tell */
	{ 6, 3, 3, MOVEMENT_UNCLEAR },
	{ 0, 0, 0, MOVEMENT_UNCLEAR },
};

START_TEST(test_proof_claims_nothing_that_can_be_chance)
{
	begin_done();
	for (int i = 0; i < claims[_i].pairs; i++)
		pair(i % 2, claims[_i].then, claims[_i].now);
	work_out();
	ck_assert_int_eq(proof_movement(&proof.actions[0]), claims[_i].movement);
	ck_assert_int_eq(proof.actions[0].of.pairs, claims[_i].pairs);
	end();
}
END_TEST

/* Asked since it was closed, or not yet. */
START_TEST(test_proof_looks_at_rounds_since_it_was_closed_alone)
{
	begin_done();
	for (int i = 0; i < 6; i++)
		pair(i % 2, 2, 3);
	action.closed = build_day(PULSE_DAY) + 1;
	work_out();
	ck_assert_uint_eq(proof.count, 1);
	ck_assert_int_eq(proof.actions[0].after, -1);
	ck_assert(isnan(proof.actions[0].of.change));
	end();
}
END_TEST

START_TEST(test_proof_of_what_is_done_nobody_knows_when_is_counted_only)
{
	begin_done();
	action.closed = DATE_NONE;
	work_out();
	ck_assert_uint_eq(proof.count, 0);
	ck_assert_int_eq(proof.undated, 1);
	end();
}
END_TEST

/* The round that drew the action up, not the last one before it was closed. */
START_TEST(test_proof_begins_with_the_round_that_drew_it_up)
{
	struct plan_action *stored;
	const struct record *rounds[] = { &before.rec, &after.rec, &after.rec };

	begin_done();
	stored = record_add(&before.rec, KIND_PLAN_ACTION);
	stored->round = before.rec.assessment.object.id;
	action.stored = 0;
	for (int i = 0; i < 6; i++)
		pair(i % 2, 2, 3);
	after.rec.assessment.kind = ROUND_FOLLOW_UP;
	after.rec.assessment.date = build_day("2026-08-01");
	action.closed = build_day("2026-08-01");
	record_settle(&before.rec);
	record_settle(&after.rec);
	proof_compute(&proof, &plan, &before.rec, rounds, 3);
	ck_assert_int_eq(proof.actions[0].before, 0);
	ck_assert_int_eq(proof.actions[0].after, 2);
	end();
}
END_TEST

/* Whatever is withheld of a scale, the way it went goes with it. */
START_TEST(test_proof_hides_what_rests_on_a_withheld_scale)
{
	struct edition_view view[2] = { { .edition = EDITION_JOINT },
		{ .edition = EDITION_JOINT } };
	const struct proof_action one = { .scale = { [SUBJECT] = true } };

	view[0].value[ASPECT_RATIONALE][0] = true; /* of another scale */
	ck_assert(!proof_hidden(&one, &view[0], &view[1]));
	view[0].value[SUBJECT][0] = true;
	ck_assert(proof_hidden(&one, &view[0], &view[1]));
	view[0].value[SUBJECT][0] = false;
	view[1].scale[SUBJECT] = WITHHELD_SECOND;
	ck_assert(proof_hidden(&one, &view[0], &view[1]));
	view[1].edition = EDITION_INTERNAL;
	ck_assert(!proof_hidden(&one, &view[0], &view[1]));
}
END_TEST

/* Counted by hand: by the quarter of the due day; dropped ones aside; today's are not over. */
START_TEST(test_proof_quarters_count_promises_and_escalations)
{
	struct planned_action actions[6] = { 0 };
	struct plan three = { .actions = actions, .action_count = 6, .active_count = 6 };
	struct escalation escalations[] = {
		{ .opened = build_day("2026-09-20"), .closed = build_day("2026-09-30") },
		{ .opened = build_day("2026-10-01"), .closed = build_day("2026-10-05") },
		{ .opened = build_day("2026-10-01"), .closed = build_day("2026-10-09") },
		{ .opened = build_day("2026-11-01"), .closed = DATE_NONE },
		{ .opened = build_day("2026-11-01"), .closed = build_day("2027-03-01") },
	};
	const struct record rec = { .escalations = escalations, .escalation_count = 5 };
	static const struct {
		const char *due, *closed;
		enum status status;
	} done[] = {
		{ "2026-09-30", "2026-09-30", STATUS_DONE },
		{ "2026-10-01", "2026-10-02", STATUS_DONE },
		{ "2026-12-31", "2026-12-01", STATUS_DONE },
		{ "2026-12-31", "2026-12-01", STATUS_DROPPED },
		{ "2027-01-15", NULL, STATUS_OPEN },
		{ "2027-02-01", NULL, STATUS_OPEN },
	};
	struct pool pool = { 0 };
	size_t count;

	three.start = build_day("2026-08-03");
	for (int i = 0; i < 6; i++)
		actions[i] = (struct planned_action){ .active = true,
			.status = done[i].status,
			.due = build_day(done[i].due),
			.closed = done[i].closed ? build_day(done[i].closed) : DATE_NONE };
	const struct proof_quarter *list =
		proof_quarters(&pool, &three, &rec, build_day("2027-01-20"), &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(list[0].first, build_day("2026-07-01"));
	ck_assert_int_eq(list[0].due, 1);
	ck_assert_int_eq(list[0].kept, 1);
	ck_assert_int_eq(list[0].resolved, 1);
	assert_value(list[0].days, 10);
	ck_assert_int_eq(list[1].due, 2);
	ck_assert_int_eq(list[1].kept, 1);
	ck_assert_int_eq(list[1].dropped, 1);
	ck_assert_int_eq(list[1].resolved, 2);
	assert_value(list[1].days, 6);
	ck_assert_int_eq(list[2].due, 1);
	ck_assert_int_eq(list[2].kept, 0);
	ck_assert(isnan(list[2].days));
	ck_assert_int_eq(proof_escalations_open(&rec, build_day("2027-01-20")), 2);
	pool_release(&pool);
}
END_TEST

/* A pulse between two full rounds is none of them. */
START_TEST(test_proof_full_rounds_leave_pulses_aside)
{
	static const struct record rounds[] = {
		{ .assessment = { .kind = ROUND_BASELINE } },
		{ .assessment = { .kind = ROUND_FOLLOW_UP } },
		{ .assessment = { .kind = ROUND_PULSE } },
		{ .assessment = { .kind = ROUND_FOLLOW_UP } },
	};
	const struct record *const list[] = { &rounds[0], &rounds[1], &rounds[2], &rounds[3] };
	struct proof_pair pair;

	ck_assert(proof_full_rounds(list, 4, 3, &pair));
	ck_assert_int_eq(pair.before, 1);
	ck_assert_int_eq(pair.now, 3);
	ck_assert(proof_full_rounds(list, 4, 2, &pair));
	ck_assert_int_eq(pair.now, 1);
	ck_assert(!proof_full_rounds(list, 4, 0, &pair));
}
END_TEST

Suite *proof_suite(void)
{
	Suite *suite = suite_create("proof");
	TCase *tcase = tcase_create("proof");

	tcase_add_test(tcase, test_proof_pairs_people_over_the_items_that_test_again);
	add_cases(tcase, test_proof_claims_nothing_that_can_be_chance, claims);
	tcase_add_test(tcase, test_proof_looks_at_rounds_since_it_was_closed_alone);
	tcase_add_test(tcase, test_proof_of_what_is_done_nobody_knows_when_is_counted_only);
	tcase_add_test(tcase, test_proof_begins_with_the_round_that_drew_it_up);
	tcase_add_test(tcase, test_proof_hides_what_rests_on_a_withheld_scale);
	tcase_add_test(tcase, test_proof_quarters_count_promises_and_escalations);
	tcase_add_test(tcase, test_proof_full_rounds_leave_pulses_aside);
	suite_add_tcase(suite, tcase);
	return suite;
}
