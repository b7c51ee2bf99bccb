/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition shows of a plan (rekindle-method(7), section 9): actions whose reasons it
 * may tell, adopted ones and the users' own; and counts of these alone.
 */
#include <rekindle/edition_plan.h>
#include "stored_plan.h"

Suite *edition_plan_suite(void);

#define START "2026-03-23"

static struct build b;
static struct diagnosis diagnosis;
static struct plan plan;
static struct edition_history history;

static const struct plan *shown(void)
{
	return &history.plan.shown;
}

/* The library's items are those of another bank: what an edition looks at are the test's own. */
static void show(enum edition edition)
{
	ck_assert_uint_le(instrument_builtin()->item_count, BUILD_ROOM);
	b.instrument.items = b.items;
	edition_history_compute(&history, &b.rec, &diagnosis, &plan, edition, NULL, 0);
}

static void draft(int value)
{
	begin(&b, &diagnosis, value);
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
}

static void finish(void)
{
	edition_history_release(&history);
	plan_release(&plan);
	end(&b, &diagnosis);
}

/* Two of the three of one party leave: facts alone are shown. */
static void leave_one(void)
{
	for (size_t i = 0; i < b.rec.answer_count; i++)
		if (b.rec.answers[i].respondent >= 4)
			b.rec.answers[i].state = STATE_BLANK;
	diagnosis_release(&diagnosis);
	b.instrument.items = b.items;
	build_diagnose(&b, &diagnosis);
	b.instrument.items = instrument_builtin()->items;
}

/* Party 1: two of three skip the scale, so that its value rests on one. */
static void thin(int scale)
{
	int first = build_item(scale, 0);

	for (size_t i = 0; i < b.rec.answer_count; i++) {
		struct answer *answer = &b.rec.answers[i];

		if (answer->respondent >= 4 && answer->item >= first &&
			answer->item < first + BUILD_PER_SCALE)
			answer->state = STATE_DONT_KNOW;
	}
	diagnosis_release(&diagnosis);
	b.instrument.items = b.items;
	build_diagnose(&b, &diagnosis);
	b.instrument.items = instrument_builtin()->items;
}

static bool has_kind(const struct planned_action *planned, enum finding_kind kind)
{
	for (size_t i = 0; i < planned->finding_count; i++) {
		struct finding_ref ref;

		if (finding_parse(&b.rec, planned->findings[i], &ref) && ref.kind == kind)
			return true;
	}
	return false;
}

static const struct planned_action *shown_of(const char *id)
{
	int at = plan_find_id(shown(), id);

	return at < 0 ? NULL : &shown()->actions[at];
}

START_TEST(test_edition_plan_internal_shows_everything)
{
	draft(2);
	show(EDITION_INTERNAL);
	ck_assert_uint_gt(plan.action_count, 24);
	ck_assert_uint_eq(shown()->action_count, plan.action_count);
	ck_assert_uint_eq(history.plan.left_out, 0);
	ck_assert(!shown()->unnamed && !shown()->part);
	finish();
}
END_TEST

START_TEST(test_edition_plan_of_many_heard_is_whole)
{
	draft(2);
	show(EDITION_JOINT);
	for (size_t i = 0; i < plan.action_count; i++) {
		const char **untold;
		struct pool pool = { 0 };

		ck_assert_msg(history.plan.shows[i], "%s", plan.actions[i].id);
		ck_assert_uint_eq(edition_plan_untold(&history.plan, i, &pool, &untold), 0);
		pool_release(&pool);
	}
	ck_assert(!shown()->unnamed && !shown()->part);
	finish();
}
END_TEST

/* Of a scale that is withheld no action tells, nor a reason of one that is shown for another. */
START_TEST(test_edition_plan_withheld_aspect_calls_for_nothing)
{
	char id[64];

	begin(&b, &diagnosis, 2);
	thin(ASPECT_COMMUNICATION);
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	show(EDITION_JOINT);
	snprintf(id, sizeof(id), "aspect.%s", scale_info[ASPECT_COMMUNICATION].id);
	ck_assert(history.view.scale[ASPECT_COMMUNICATION] != WITHHELD_NOT);
	ck_assert(!edition_plan_tells(&history.plan, id));
	ck_assert_uint_gt(history.plan.left_out, 0);
	ck_assert_uint_eq(shown()->action_count + history.plan.left_out, plan.action_count);
	for (size_t i = 0; i < plan.action_count; i++)
		if (plan.actions[i].finding_count == 1 && plan_cites(&plan.actions[i], id))
			ck_assert_ptr_null(shown_of(plan.actions[i].id));
	for (size_t i = 0; i < shown()->action_count; i++) {
		ck_assert(!plan_cites(&shown()->actions[i], id));
		ck_assert_uint_gt(shown()->actions[i].finding_count, 0);
	}
	finish();
}
END_TEST

static bool is_required(const struct planned_action *planned, const char *id)
{
	for (size_t i = 0; i < planned->required_count; i++)
		if (!strcmp(planned->required[i], id))
			return true;
	return false;
}

START_TEST(test_edition_plan_counts_what_is_shown)
{
	size_t active = 0, later = 0;

	begin(&b, &diagnosis, 2);
	thin(ASPECT_COMMUNICATION);
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	show(EDITION_JOINT);
	for (size_t i = 0; i < plan.action_count; i++) {
		active += history.plan.shows[i] && plan.actions[i].active;
		later += history.plan.shows[i] && !plan.actions[i].active;
	}
	ck_assert_uint_eq(shown()->active_count, active);
	ck_assert_uint_eq(shown()->action_count, active + later);
	ck_assert_int_eq(plan_count(shown(), 0, shown()->start).active, (int)active);
	for (size_t i = 0; i < shown()->action_count; i++) {
		const struct planned_action *planned = &shown()->actions[i];

		ck_assert(planned->active == (i < active));
		for (size_t k = 0; k < planned->after_count; k++)
			ck_assert(is_required(planned, shown()->actions[planned->after[k]].id));
	}
	finish();
}
END_TEST

/* Facts alone: what checklists, stances and the like call for, and no track. */
START_TEST(test_edition_plan_facts_only)
{
	begin(&b, &diagnosis, 2);
	build_check(&b, GOVERNANCE_ESCALATION, CHECK_NO);
	leave_one();
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	show(EDITION_JOINT);
	ck_assert(history.view.facts_only);
	ck_assert(shown()->unnamed);
	ck_assert_uint_gt(shown()->action_count, 0);
	for (size_t i = 0; i < shown()->action_count; i++)
		ck_assert(has_kind(&shown()->actions[i], FINDING_CHECKLIST));
	for (size_t i = 0; i < shown()->gate_count; i++)
		ck_assert(shown()->gates[i].kind == GATE_UNTOLD ||
			shown()->gates[i].kind == GATE_DONE);
	ck_assert_int_eq(shown()->horizon_months, PLAN_MONTHS_SHORT);
	for (size_t i = 0; i < shown()->event_count; i++) {
		const struct plan_event *event = &shown()->events[i];

		ck_assert_int_ne(event->kind, EVENT_RELATIONSHIP);
		ck_assert_int_le(plan_event_day(event, event->count - 1), shown()->end);
	}
	finish();
}
END_TEST

/* Adopted or one's own it is shown, whatever has called for it; its reasons are still not named. */
START_TEST(test_edition_plan_shows_adopted_and_own)
{
	const char *id = "mandate_to_gate";

	begin(&b, &diagnosis, 2);
	leave_one();
	keep(&b, &diagnosis, START);
	struct plan_action *own = record_add(&b.rec, KIND_PLAN_ACTION);
	own->title = "Call them";
	own->due = build_day("2026-04-03");
	own->active = TRI_YES;
	plan_read(&plan, &b.rec);
	show(EDITION_JOINT);
	ck_assert_uint_eq(shown()->action_count, 1);
	ck_assert_str_eq(shown()->actions[0].title, "Call them");
	ck_assert_ptr_null(shown_of(id));
	edition_history_release(&history);
	plan_release(&plan);

	for (size_t i = 0; i < b.rec.action_count; i++)
		if (str_same(b.rec.actions[i].library, id))
			b.rec.actions[i].adopted = TRI_YES;
	b.instrument.items = instrument_builtin()->items;
	plan_read(&plan, &b.rec);
	show(EDITION_JOINT);
	ck_assert_uint_eq(shown()->action_count, 2);
	ck_assert_ptr_nonnull(shown_of(id));
	ck_assert_uint_eq(shown_of(id)->finding_count, 0);
	finish();
}
END_TEST

/* Whether the diagnosis still calls for it may rest on what is withheld. */
START_TEST(test_edition_plan_never_says_stale)
{
	begin(&b, &diagnosis, 2);
	keep(&b, &diagnosis, START);
	for (size_t i = 0; i < b.rec.action_count; i++)
		b.rec.actions[i].stale = TRI_YES;
	plan_read(&plan, &b.rec);
	show(EDITION_JOINT);
	ck_assert_uint_eq(shown()->action_count, plan.action_count);
	for (size_t i = 0; i < shown()->action_count; i++)
		ck_assert(!shown()->actions[i].stale);
	for (size_t i = 0; i < shown()->warning_count; i++)
		ck_assert_int_ne(shown()->warnings[i].kind, WARNING_STALE);
	finish();
}
END_TEST

/* What an earlier round's joint edition tells is known; facts alone are told of the last one. */
START_TEST(test_edition_plan_earlier_round_tells)
{
	struct edition_view before, now;
	struct diagnosis first;
	struct edition_plan told;
	char id[64];

	begin(&b, &diagnosis, 2);
	keep(&b, &diagnosis, START);
	plan_read(&plan, &b.rec);
	b.instrument.items = b.items;
	build_diagnose(&b, &first);
	edition_compute(&before, &b.rec, &first, EDITION_JOINT);
	b.instrument.items = instrument_builtin()->items;
	thin(ASPECT_COMMUNICATION);
	b.instrument.items = b.items;
	edition_compute(&now, &b.rec, &diagnosis, EDITION_JOINT);
	const struct edition_round rounds[] = { { &b.rec, &first, &before },
		{ &b.rec, &diagnosis, &now } };
	snprintf(id, sizeof(id), "aspect.%s", scale_info[ASPECT_COMMUNICATION].id);

	edition_plan_compute(&told, &plan, rounds + 1, 1);
	ck_assert(!edition_plan_tells(&told, id));
	ck_assert_uint_gt(told.left_out, 0);
	edition_plan_release(&told);

	edition_plan_compute(&told, &plan, rounds, 2);
	ck_assert(edition_plan_tells(&told, id));
	ck_assert_uint_eq(told.left_out, 0);
	edition_plan_release(&told);

	edition_release(&before);
	edition_release(&now);
	diagnosis_release(&first);
	history = (struct edition_history){ .past_count = 0 };
	plan_release(&plan);
	end(&b, &diagnosis);
}
END_TEST

/* Two rounds, of which the first shows communication and the second does not; day: of a redraw. */
static void show_two(bool stored, const char *day)
{
	static struct record first;
	static struct edition_view before, now;
	static struct diagnosis earlier;
	struct edition_round rounds[2];

	begin(&b, &diagnosis, 2);
	b.rec.assessment.date = build_day("2026-09-14");
	b.instrument.items = b.items;
	build_diagnose(&b, &earlier);
	edition_compute(&before, &b.rec, &earlier, EDITION_JOINT);
	first = b.rec;
	first.assessment.date = build_day("2026-03-16");
	first.assessment.object.id.byte[0] ^= 1;
	b.instrument.items = instrument_builtin()->items;
	thin(ASPECT_COMMUNICATION);
	if (stored)
		keep(&b, &diagnosis, START);
	if (stored && day)
		record_put_plan(&b.rec)->redrawn = build_day(day);
	for (size_t i = 0; day && i < b.rec.action_count; i++)
		b.rec.actions[i].added = build_day(day);
	if (stored)
		plan_read(&plan, &b.rec);
	else
		plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	b.instrument.items = b.items;
	edition_compute(&now, &b.rec, &diagnosis, EDITION_JOINT);
	rounds[0] = (struct edition_round){ &first, &earlier, &before };
	rounds[1] = (struct edition_round){ &b.rec, &diagnosis, &now };
	edition_plan_compute(&history.plan, &plan, rounds, 2);
	edition_release(&before);
	diagnosis_release(&earlier);
	edition_release(&now);
}

static bool cites(const struct plan *of, int scale)
{
	char id[64];

	snprintf(id, sizeof(id), "aspect.%s", scale_info[scale].id);
	for (size_t i = 0; i < of->action_count; i++)
		if (plan_cites(&of->actions[i], id))
			return true;
	return false;
}

/* What is called for by one round is not told because another one shows the like. */
START_TEST(test_edition_plan_told_by_its_own_round)
{
	static const struct {
		bool stored;
		const char *day;
		bool told;
	} cases[] = {
		{ false, NULL, false },        /* a draft of the second round */
		{ true, NULL, false },         /* first drawn up from it */
		{ true, "2026-10-05", false }, /* brought by a redraw after it */
		{ true, "2026-06-01", true },  /* by one before it */
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		show_two(cases[i].stored, cases[i].day);
		ck_assert(cites(&plan, ASPECT_COMMUNICATION));
		ck_assert_int_eq(cites(shown(), ASPECT_COMMUNICATION), cases[i].told);
		ck_assert_int_eq(history.plan.left_out == 0, cases[i].told);
		finish();
	}
}
END_TEST

/* A draft beside what the joint edition prints, which a test then changes. */
static void draft_beside(struct edition_view *view)
{
	draft(2);
	b.instrument.items = b.items;
	edition_compute(view, &b.rec, &diagnosis, EDITION_JOINT);
}

static void finish_beside(struct edition_view *view)
{
	edition_release(view);
	history = (struct edition_history){ .past_count = 0 };
	plan_release(&plan);
	end(&b, &diagnosis);
}

/* Where the edition prints another track, as one does that prints a release again, what the plan's
 * own track takes up is not shown, though the cause behind it is. */
START_TEST(test_edition_plan_track_behind_is_not_told)
{
	struct edition_view view;
	struct edition_plan told;
	char id[64];

	draft_beside(&view);
	snprintf(id, sizeof(id), "cause.%s", vocabulary_cause.word[diagnosis.primary.cause]);
	ck_assert_int_eq(plan_cause_track(diagnosis.primary.cause), plan.track);
	struct diagnosis printed = diagnosis;
	printed.track = plan.track == TRACK_RELAUNCH ? TRACK_RECOMMIT : TRACK_RELAUNCH;
	const struct edition_round round = { &b.rec, &printed, &view };
	/* whether it prints another cause first, or the plan's own under another track */
	const int first[] = { printed.track == TRACK_RELAUNCH ? CAUSE_MANAGEMENT : CAUSE_PARTNER,
		diagnosis.primary.cause };
	for (size_t k = 0; k < 2; k++) {
		view.shown.primary.cause = first[k];
		edition_plan_compute(&told, &plan, &round, 1);
		ck_assert(edition_plan_tells(&told, id));
		for (size_t i = 0; i < plan.action_count; i++)
			if (plan.actions[i].finding_count == 1 && plan_cites(&plan.actions[i], id))
				ck_assert(!told.shows[i]);
		ck_assert_uint_gt(told.left_out, 0);
		for (size_t i = 0; i < told.shown.action_count; i++)
			ck_assert(!plan_cites(&told.shown.actions[i], id));
		edition_plan_release(&told);
	}
	finish_beside(&view);
}
END_TEST

/* That a gap is to be discussed does not tell of an action that only a wider one calls for. */
START_TEST(test_edition_plan_gap_is_as_wide_as_printed)
{
	const struct instrument *bank = instrument_builtin();
	struct edition_view view;
	struct edition_plan told;
	const struct edition_round round = { &b.rec, &diagnosis, &view };
	struct gap *gap = &view.shown.scores.scale[ASPECT_SPONSORSHIP].gap;

	draft_beside(&view);
	view.shown.finding_count = 0;
	view.shown.findings = pool_alloc(&view.pool, sizeof(*view.shown.findings));
	view.shown.findings[view.shown.finding_count++] =
		(struct finding){ .kind = FINDING_GAP, .subject = ASPECT_SPONSORSHIP, .party = -1 };
	plan.actions[0].action = &bank->actions[instrument_action(bank, "trace_gaps")];
	plan.actions[0].findings = (const char *[]){ "gap.strategy.sponsorship" };
	plan.actions[0].finding_count = 1;
	plan.action_count = 1;
	for (int level = GAP_DISCUSSED; level <= GAP_MATERIALLY; level++) {
		gap->level = (enum gap_level)level;
		gap->value = level == GAP_MATERIALLY ? GAP_MATERIAL : GAP_DISCUSS;
		edition_plan_compute(&told, &plan, &round, 1);
		ck_assert(edition_plan_tells(&told, "gap.strategy.sponsorship"));
		ck_assert_int_eq(told.shows[0], level == GAP_MATERIALLY);
		edition_plan_release(&told);
	}
	finish_beside(&view);
}
END_TEST

/* What today's diagnosis has found, and the edition does not print, is not told. */
START_TEST(test_edition_plan_found_is_what_is_printed)
{
	struct edition_view view;
	struct edition_plan told;
	const struct edition_round round = { &b.rec, &diagnosis, &view };
	char id[64];

	draft_beside(&view);
	snprintf(id, sizeof(id), "aspect.%s", scale_info[ASPECT_COMMUNICATION].id);
	for (int printed = true; printed >= false; printed--) {
		if (!printed)
			view.shown.finding_count = 0;
		edition_plan_compute(&told, &plan, &round, 1);
		ck_assert_int_eq(edition_plan_tells(&told, id), printed);
		edition_plan_release(&told);
	}
	finish_beside(&view);
}
END_TEST

/* Somebody wrote it for the team, with names. */
START_TEST(test_edition_plan_keeps_why_an_action_stands_still)
{
	draft(2);
	for (size_t i = 0; i < plan.action_count; i++) {
		plan.actions[i].status = STATUS_BLOCKED;
		plan.actions[i].reason = "Dev is away";
	}
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		show((enum edition)edition);
		ck_assert_uint_gt(shown()->action_count, 0);
		for (size_t i = 0; i < shown()->action_count; i++) {
			ck_assert_int_eq(shown()->actions[i].status, STATUS_BLOCKED);
			ck_assert_int_eq(!shown()->actions[i].reason, edition == EDITION_JOINT);
		}
		if (edition + 1 < EDITION_COUNT)
			edition_history_release(&history);
	}
	finish();
}
END_TEST

/* A missing number would tell where in the plan an action is left out. */
START_TEST(test_edition_plan_numbers_begin_with_what_is_shown)
{
	begin(&b, &diagnosis, 2);
	thin(ASPECT_COMMUNICATION);
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	b.instrument.items = b.items;
	edition_plan_number(&plan, &b.rec, &diagnosis);
	show(EDITION_JOINT);
	ck_assert_uint_gt(history.plan.left_out, 0);
	for (size_t i = 0; i < shown()->action_count; i++)
		ck_assert_int_eq(shown()->actions[i].number, (int)i + 1);
	/* and so they are kept */
	plan_keep(&b.rec, &plan, proposed);
	for (size_t i = 0; i < plan.action_count; i++)
		ck_assert_str_eq(
			b.rec.actions[plan.actions[i].number - 1].library, plan.actions[i].id);
	finish();
}
END_TEST

/* A point for an amendment tells for what it was proposed; one that a hand has written does not. */
START_TEST(test_edition_plan_amendments)
{
	begin(&b, &diagnosis, 2);
	thin(ASPECT_TERMS);
	plan_compute(&plan, &b.rec, &diagnosis, build_day(START));
	plan_keep(&b.rec, &plan, proposed);
	struct amendment *own = record_add(&b.rec, KIND_AMENDMENT);
	own->text = "Notice";
	show(EDITION_JOINT);
	for (size_t i = 0; i < b.rec.amendment_count; i++) {
		const struct amendment *amendment = &b.rec.amendments[i];
		bool tells =
			str_same(amendment->text, "terms") || str_same(amendment->text, "clause");

		if (tells)
			ck_assert(!edition_plan_shows_amendment(&history.plan, amendment));
	}
	ck_assert(edition_plan_shows_amendment(
		&history.plan, &b.rec.amendments[b.rec.amendment_count - 1]));
	finish();
}
END_TEST

Suite *edition_plan_suite(void)
{
	Suite *suite = suite_create("edition_plan");
	TCase *tcase = tcase_create("edition plan");

	tcase_add_test(tcase, test_edition_plan_internal_shows_everything);
	tcase_add_test(tcase, test_edition_plan_of_many_heard_is_whole);
	tcase_add_test(tcase, test_edition_plan_withheld_aspect_calls_for_nothing);
	tcase_add_test(tcase, test_edition_plan_counts_what_is_shown);
	tcase_add_test(tcase, test_edition_plan_facts_only);
	tcase_add_test(tcase, test_edition_plan_shows_adopted_and_own);
	tcase_add_test(tcase, test_edition_plan_never_says_stale);
	tcase_add_test(tcase, test_edition_plan_earlier_round_tells);
	tcase_add_test(tcase, test_edition_plan_told_by_its_own_round);
	tcase_add_test(tcase, test_edition_plan_track_behind_is_not_told);
	tcase_add_test(tcase, test_edition_plan_gap_is_as_wide_as_printed);
	tcase_add_test(tcase, test_edition_plan_found_is_what_is_printed);
	tcase_add_test(tcase, test_edition_plan_keeps_why_an_action_stands_still);
	tcase_add_test(tcase, test_edition_plan_numbers_begin_with_what_is_shown);
	tcase_add_test(tcase, test_edition_plan_amendments);
	suite_add_tcase(suite, tcase);
	return suite;
}
