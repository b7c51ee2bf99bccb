/* SPDX-License-Identifier: MIT */
/*
 * The stored plan: a draft kept among the record's objects, worked on, and kept again.
 */
#include "build.h"
#include <rekindle/plan.h>

Suite *plan_stored_suite(void);

/* Two parties of three who rate everything alike, and the built-in library. */
static void begin(struct build *b, struct diagnosis *diagnosis, int value)
{
	build_pair(b, 3, value);
	b->instrument.actions = instrument_builtin()->actions;
	b->instrument.action_count = instrument_builtin()->action_count;
	b->instrument.kpis = instrument_builtin()->kpis;
	b->instrument.kpi_count = instrument_builtin()->kpi_count;
	for (int party = 0; party < 2; party++) {
		struct person *person = record_add(&b->rec, KIND_PERSON);
		person->party = party;
		person->role = ROLE_MANAGER;
		person->name = party ? "Bo" : "Ana";
	}
	build_diagnose(b, diagnosis);
	/* what an action re-tests are items of the built-in bank */
	b->instrument.items = instrument_builtin()->items;
}

static const char *const proposed[PROPOSAL_COUNT] = { "form", "weight", "value", "terms",
	"clause" };

static struct plan_kept keep(struct build *b, struct diagnosis *diagnosis, const char *start)
{
	struct plan draft;

	plan_compute(&draft, &b->rec, diagnosis, build_day(start));
	struct plan_kept kept = plan_keep(&b->rec, &draft, proposed);
	plan_release(&draft);
	return kept;
}

static void end(struct build *b, struct diagnosis *diagnosis)
{
	b->instrument.items = b->items;
	diagnosis_release(diagnosis);
	build_release(b);
}

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

START_TEST(test_plan_kept_again_unchanged_changes_nothing)
{
	struct build b;
	struct diagnosis diagnosis;

	begin(&b, &diagnosis, 3);
	struct plan_kept first = keep(&b, &diagnosis, "2026-11-23");
	size_t count = b.rec.action_count;
	struct plan_kept again = keep(&b, &diagnosis, "2026-11-23");
	ck_assert_uint_eq(first.added, count);
	ck_assert_uint_eq(again.added + again.updated + again.stale, 0);
	ck_assert_uint_eq(b.rec.action_count, count);
	end(&b, &diagnosis);
}
END_TEST

/* Another start moves what nobody has touched, and nothing else. */
START_TEST(test_plan_kept_again_leaves_what_a_hand_has_set)
{
	struct build b;
	struct diagnosis diagnosis;
	struct plan plan;

	begin(&b, &diagnosis, 3);
	keep(&b, &diagnosis, "2026-11-23");
	struct plan_action *edited = &b.rec.actions[0], *dated = &b.rec.actions[1];
	struct plan_action *done = &b.rec.actions[2], *moved = &b.rec.actions[3];
	edited->title = "Our own words";
	dated->due = build_day("2027-06-30");
	dated->dated = TRI_YES;
	done->status = STATUS_DONE;
	moved->active = TRI_NO;
	moved->moved = TRI_YES;
	moved->start = moved->due = DATE_NONE;
	b.rec.actions[4].every = "2 weeks on tuesday";
	int due_edited = edited->due, due_done = done->due;
	struct owner *owner = record_add(&b.rec, KIND_ACTION_OWNER);
	owner->of = 0;
	owner->person = 1;
	struct plan_kept kept = keep(&b, &diagnosis, "2027-01-11");
	ck_assert_uint_gt(kept.updated, 0);
	edited = &b.rec.actions[0], dated = &b.rec.actions[1];
	done = &b.rec.actions[2], moved = &b.rec.actions[3];
	ck_assert_str_eq(edited->title, "Our own words");
	ck_assert_int_eq(edited->due, due_edited + 49); /* only its words were edited */
	ck_assert_int_eq(dated->due, build_day("2027-06-30"));
	ck_assert_int_eq(done->due, due_done);
	ck_assert_int_eq(moved->active, TRI_NO);
	plan_read(&plan, &b.rec);
	int at = plan_find_id(&plan, edited->library);
	ck_assert(plan.actions[at].edited && plan.actions[at].owner_chosen[1]);
	ck_assert_int_eq(plan.actions[at].owner[1], 1);
	ck_assert(!plan.actions[at].owner_chosen[0]);
	ck_assert_ptr_null(plan.actions[at].every);
	at = plan_find_id(&plan, b.rec.actions[4].library);
	ck_assert_str_eq(plan.actions[at].every, "2 weeks on tuesday");
	ck_assert(plan.actions[at].edited);
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* With better answers triggers go: the actions stay, marked; with worse ones they come back. */
START_TEST(test_plan_kept_again_marks_what_nothing_calls_for)
{
	struct build b;
	struct diagnosis diagnosis, better;
	struct plan plan;

	begin(&b, &diagnosis, 2);
	keep(&b, &diagnosis, "2026-11-23");
	size_t count = b.rec.action_count, stale = 0, own;
	struct plan_action *mine = record_add(&b.rec, KIND_PLAN_ACTION);
	mine->title = "Print the brochure";
	mine->step = 5;
	mine->start = mine->due = build_day("2026-12-11");
	mine->active = TRI_YES;
	b.instrument.items = b.items;
	for (int r = 0; r < 6; r++)
		for (int s = ASPECT_RELEVANCE; s < SCALE_COUNT; s++)
			build_scale(&b, r, s, 5);
	build_diagnose(&b, &better);
	b.instrument.items = instrument_builtin()->items;
	struct plan_kept kept = keep(&b, &better, "2026-11-23");
	ck_assert_uint_gt(kept.stale, 0);
	ck_assert_uint_eq(b.rec.action_count, count + 1 + kept.added);
	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < plan.action_count; i++)
		stale += plan.actions[i].stale;
	ck_assert_uint_eq(stale, kept.stale);
	for (own = 0; plan.actions[own].action;)
		own++;
	ck_assert(!plan.actions[own].stale && plan.actions[own].active);
	ck_assert_int_eq(plan.actions[own].owner[0], -1);
	plan_release(&plan);
	keep(&b, &diagnosis, "2026-11-23");
	for (size_t i = 0; i < count; i++)
		ck_assert_int_ne(b.rec.actions[i].stale, TRI_YES);
	diagnosis_release(&better);
	end(&b, &diagnosis);
}
END_TEST

/* Gate 2 wants 80 % of the quick wins and 80 % of the others; a dropped action is not due. */
START_TEST(test_plan_gate_counts_wins_and_others_apart)
{
	struct planned_action actions[9] = { 0 };
	struct plan plan = { .actions = actions, .active_count = 9 };

	for (int i = 0; i < 9; i++)
		actions[i] = (struct planned_action){
			.active = true, .due = 10, .quick_win = i < 3, .status = STATUS_DONE
		};
	struct gate_progress p = plan_gate_progress(&plan, 10);
	ck_assert(p.passed && p.wins_due == 3 && p.others_due == 6);
	actions[0].status = STATUS_OPEN; /* 2 of 3 */
	ck_assert(!plan_gate_progress(&plan, 10).passed);
	actions[0].status = STATUS_DROPPED; /* 2 of 2 */
	ck_assert(plan_gate_progress(&plan, 10).passed);
	actions[8].status = STATUS_STARTED; /* 5 of 6 = 83 % */
	ck_assert(plan_gate_progress(&plan, 10).passed);
	actions[7].status = STATUS_BLOCKED; /* 4 of 6 */
	ck_assert(!plan_gate_progress(&plan, 10).passed);
	ck_assert(!plan_gate_progress(&plan, 9).passed); /* nothing is due */
}
END_TEST

/* Whatever follows it: what is asked for is the decision behind a gate that was not passed. */
START_TEST(test_plan_failed_gate_leads_out)
{
	struct gate gates[] = { { .number = 1, .outcome = -1 }, { .number = 2, .outcome = -1 } };
	struct plan plan = { .gate_count = 2 };
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
		for (int g = 0; g < 2; g++) {
			gates[g].outcome = cases[i].outcome[g];
			plan.gates[g] = gates[g];
		}
		const struct gate *out = plan_leads_to(&plan), *next = plan_next_gate(&plan);
		ck_assert_int_eq(out ? out->number : 0, cases[i].out);
		ck_assert_int_eq(next ? next->number : 0, cases[i].next);
	}
}
END_TEST

/* Kept: done on its day or before, of all that was due; a dropped action is not due. */
START_TEST(test_plan_promises_are_kept_by_their_day)
{
	static const struct planned_action actions[] = {
		{ .active = true, .due = 10, .status = STATUS_DONE, .closed = 10 },
		{ .active = true, .due = 10, .status = STATUS_DONE, .closed = 11 },
		{ .active = true, .due = 10, .status = STATUS_DONE, .closed = DATE_NONE },
		{ .active = true, .due = 10, .status = STATUS_OPEN, .closed = DATE_NONE },
		{ .active = true, .due = 10, .status = STATUS_DROPPED, .closed = 9 },
		{ .active = true, .due = 12, .status = STATUS_DONE, .closed = 8 },
	};
	struct plan plan = { .actions = (struct planned_action *)actions, .active_count = 6 };
	struct plan_promises n = plan_promises(&plan, 10);

	ck_assert_int_eq(n.due, 4);
	ck_assert_int_eq(n.kept, 1);
	n = plan_promises(&plan, 12);
	ck_assert_int_eq(n.due, 5);
	ck_assert_int_eq(n.kept, 2);
	ck_assert_int_eq(plan_promises(&plan, 9).due, 0);
}
END_TEST

Suite *plan_stored_suite(void)
{
	Suite *suite = suite_create("plan_stored");
	TCase *tcase = tcase_create("plan_stored");

	tcase_add_test(tcase, test_plan_stored_is_read_as_it_was_drafted);
	tcase_add_test(tcase, test_plan_stored_actions_say_the_same_alone);
	tcase_add_test(tcase, test_plan_promises_are_kept_by_their_day);
	tcase_add_test(tcase, test_plan_failed_gate_leads_out);
	tcase_add_test(tcase, test_plan_kept_again_unchanged_changes_nothing);
	tcase_add_test(tcase, test_plan_kept_again_leaves_what_a_hand_has_set);
	tcase_add_test(tcase, test_plan_kept_again_marks_what_nothing_calls_for);
	tcase_add_test(tcase, test_plan_gate_counts_wins_and_others_apart);
	suite_add_tcase(suite, tcase);
	return suite;
}
