/* SPDX-License-Identifier: MIT */
/*
 * Over random histories of an alliance - rounds, pulses, what people set by hand, gates that are
 * decided, shifts, redraws - whatever the redraw: every edit stays, nothing is dated into the past,
 * and at most PLAN_ACTIVE_MAX are open at once, old and new. What a hand has set is told here from
 * the schema, not as the plan tells it.
 */
#include "random.h"
#include "stored_plan.h"
#include <rekindle/carried.h>
#include <rekindle/str.h>

Suite *plan_histories_suite(void);

static struct build b;
static struct diagnosis diagnosis;
static int today;

/* The plan and all that is set of it, as it was before a redraw. */
static struct {
	struct plan_action *actions;
	struct owner *owners;
	size_t action_count, owner_count, objective_count, off_count;
	struct plan plan;
} was;

static void set_up(void)
{
	begin(&b, &diagnosis, 2);
	today = build_day("2026-03-02");
	keep(&b, &diagnosis, "2026-03-02");
}

static void tear_down(void)
{
	end(&b, &diagnosis);
}

/* What is told of an action */

enum part { PART_HAND, PART_DAYS, PART_STATE, PART_DRAWN };

/* Whose a member is: a hand's alone; a hand's or the redraw's; of what is over; the redraw's. */
static enum part part_of(const struct field *field)
{
	static const struct {
		const char *name;
		enum part part;
	} parts[] = {
		{ "start", PART_DAYS },
		{ "due", PART_DAYS },
		{ "active", PART_DAYS },
		{ "status", PART_STATE },
		{ "closed", PART_STATE },
		{ "reason", PART_STATE },
		{ "findings", PART_DRAWN },
		{ "stale", PART_DRAWN },
		{ "changed", PART_DRAWN },
		{ "drawn", PART_DRAWN },
	};
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (!strcmp(field->name, parts[i].name))
			return parts[i].part;
	return PART_HAND;
}

static bool same_member(const struct field *field, const void *a, const void *b_)
{
	const char *left = (const char *)a + field->offset;
	const char *right = (const char *)b_ + field->offset;

	if (field_is_text(field->type))
		return str_same(*(const char *const *)(const void *)left,
			       *(const char *const *)(const void *)right) ||
			*(const char *const *)(const void *)left ==
			*(const char *const *)(const void *)right;
	if (field->type == FIELD_UUID)
		return !memcmp(left, right, sizeof(struct uuid));
	if (field->type == FIELD_INSTANT)
		return !memcmp(left, right, sizeof(int64_t));
	return !memcmp(left, right, sizeof(int));
}

/* Members that a new action of the library has beside those that a redraw sets. */
static bool is_from_the_start(const struct field *field)
{
	return !strcmp(field->name, "library") || !strcmp(field->name, "round") ||
		!strcmp(field->name, "added");
}

static bool has_owner(int action)
{
	for (size_t i = 0; i < b.rec.action_owner_count; i++)
		if (b.rec.action_owners[i].of == action)
			return true;
	return false;
}

/* Has a hand set anything of it? */
static bool is_set(int at)
{
	const struct kind_info *info = &kind_info[KIND_PLAN_ACTION];
	const struct plan_action *action = &b.rec.actions[at];
	struct plan_action plain;

	object_init(KIND_PLAN_ACTION, &plain);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		enum part part = part_of(field);
		if ((part == PART_HAND || part == PART_STATE) && !is_from_the_start(field) &&
			!same_member(field, action, &plain))
			return true;
	}
	return !action->library || has_owner(at);
}

/* What people do */

static const char *any(const char *const texts[3])
{
	return texts[dice(3)];
}

static void set_words(struct plan_action *action)
{
	static const char *const texts[] = { "Ours", "In our own words", "Said twice" };
	static const char *const rhythms[] = { "week", "2 weeks on tuesday", "quarter" };

	*(const char **[]){ &action->title, &action->what, &action->done_when, &action->resources,
		&action->note, &action->retest, &action->required, &action->kpi }[dice(8)] =
		any(texts);
	if (!dice(4))
		action->every = any(rhythms);
}

static void set_facts(struct plan_action *action)
{
	switch (dice(4)) {
	case 0:
		action->effort_days = dice(20);
		break;
	case 1:
		action->quick_win = dice(2);
		break;
	case 2:
		action->step = 1 + dice(PLAN_STEPS);
		break;
	case 3:
		if (!b.rec.joint_objective_count)
			((struct joint_objective *)record_add(&b.rec, KIND_JOINT_OBJECTIVE))->text =
				"Together";
		action->objective = dice((int)b.rec.joint_objective_count);
		break;
	}
}

static void set_status(struct plan_action *action)
{
	enum status status = (enum status)dice(STATUS_COUNT);

	plan_set_status(action, status, today - dice(40));
	action->reason = status == STATUS_BLOCKED || status == STATUS_DROPPED ? "No time" : NULL;
}

static void set_days(struct plan_action *action)
{
	if (dice(3)) {
		action->start = today + dice(200) - 80;
		action->due = action->start + dice(60);
		plan_set_dated(action);
	} else
		plan_set_active(action, NULL, dice(2), today);
}

static void set_owner(int at)
{
	int party = dice(2);

	for (size_t i = 0; i < b.rec.action_owner_count; i++)
		if (b.rec.action_owners[i].of == at &&
			b.rec.people[b.rec.action_owners[i].person].party == party)
			return;
	struct owner *owner = record_add(&b.rec, KIND_ACTION_OWNER);
	owner->of = at;
	owner->person = party;
}

static void add_own(void)
{
	struct plan_action *action = record_add(&b.rec, KIND_PLAN_ACTION);

	action->title = "One of our own";
	action->step = 1 + dice(PLAN_STEPS);
	action->start = today + dice(60);
	action->due = action->start + dice(30);
	plan_set_dated(action);
}

static void add_day_off(void)
{
	struct day_off *off = record_add(&b.rec, KIND_DAY_OFF);

	off->party = dice(2);
	off->from = today + dice(300);
	off->to = off->from + dice(20);
	off->yearly = dice(2);
}

static void decide_gate(void)
{
	struct plan plan;

	plan_read(&plan, &b.rec);
	const struct gate *gate = plan_next_gate(&plan);
	if (gate) {
		struct gate_decision *decision = record_add(&b.rec, KIND_GATE);
		decision->number = gate->number;
		decision->outcome = dice(3) ? OUTCOME_PASSED : OUTCOME_FAILED;
		decision->date = today;
		plan_fix_gate(&plan, decision);
	}
	plan_release(&plan);
}

static void shift(void)
{
	struct plan plan;
	struct plan_shift shift;

	plan_read(&plan, &b.rec);
	switch (dice(3)) {
	case 0:
		plan_shift_weeks(&shift, &b.rec, &plan, 1 + dice(6), dice(2), today);
		break;
	case 1:
		plan_shift_late(&shift, &b.rec, &plan, today + dice(14), today);
		break;
	default:
		plan_shift_start(&shift, &b.rec, &plan, today + dice(30), today);
	}
	plan_shift_keep(&b.rec, &shift);
	plan_shift_release(&shift);
	plan_release(&plan);
}

static void edit(void)
{
	int at = dice((int)b.rec.action_count);

	switch (dice(11)) {
	case 0:
	case 1:
		set_status(&b.rec.actions[at]);
		break;
	case 2:
		set_words(&b.rec.actions[at]);
		break;
	case 3:
		set_facts(&b.rec.actions[at]);
		break;
	case 4:
		set_days(&b.rec.actions[at]);
		break;
	case 5:
		set_owner(at);
		break;
	case 6:
		add_own();
		break;
	case 7:
		add_day_off();
		break;
	case 8:
		decide_gate();
		break;
	case 9:
		shift();
		break;
	case 10:
		plan_set_adopted(&b.rec.actions[at], dice(4));
		break;
	}
}

/* Rounds */

static void next_round(void)
{
	bool pulse = !dice(4);

	b.instrument.items = b.items;
	record_begin_next(&b.rec, pulse ? ROUND_PULSE : ROUND_FOLLOW_UP);
	b.rec.assessment.date = today;
	for (int party = 0; party < 2; party++) {
		for (int n = dice(5); n > 0; n--) {
			int who = build_respondent(&b, party, (enum role)dice(ROLE_COUNT));
			for (int scale = 0; scale < SCALE_COUNT; scale++)
				build_scale(&b, who, scale, 1 + dice(5));
		}
		if (pulse)
			continue;
		struct party_profile *profile = record_put_party_profile(&b.rec, party);
		profile->stance = dice(4) ? STANCE_ENGAGED : dice(STANCE_COUNT);
		profile->escalated = dice(2);
	}
	diagnosis_release(&diagnosis);
	build_diagnose(&b, &diagnosis);
	if (!pulse && !dice(5))
		diagnosis.track = (enum track)dice(TRACK_COUNT);
	b.instrument.items = instrument_builtin()->items;
}

/* Before and after */

static void *copy(const void *from, size_t count, size_t size)
{
	void *to = malloc(count * size + 1);

	if (count)
		memcpy(to, from, count * size);
	return to;
}

static void remember(void)
{
	was.actions = copy(b.rec.actions, b.rec.action_count, sizeof(*was.actions));
	was.owners = copy(b.rec.action_owners, b.rec.action_owner_count, sizeof(*was.owners));
	was.action_count = b.rec.action_count;
	was.owner_count = b.rec.action_owner_count;
	was.objective_count = b.rec.joint_objective_count;
	was.off_count = b.rec.day_off_count;
	plan_read(&was.plan, &b.rec);
}

static void forget(void)
{
	plan_release(&was.plan);
	free(was.owners);
	free(was.actions);
}

/* What a hand has set, also of what is over and opened again only on yes; what is adopted is not
 * marked. */
static void assert_kept(int at, bool set, bool reopen)
{
	const struct kind_info *info = &kind_info[KIND_PLAN_ACTION];
	const struct plan_action *then = &was.actions[at], *now = &b.rec.actions[at];
	bool opened = reopen && !plan_action_open(then);

	ck_assert(now->adopted != TRI_YES || now->stale != TRI_YES || then->stale == TRI_YES);
	for (size_t i = 0; i < info->field_count; i++) {
		enum part part = part_of(&info->fields[i]);
		if (part == PART_DRAWN || (part == PART_STATE && opened) ||
			(part == PART_DAYS && (opened || !set)))
			continue;
		ck_assert_msg(same_member(&info->fields[i], then, now), "%s of action %d",
			info->fields[i].name, at);
	}
}

/* A day that the redraw has set. */
static void assert_ahead(int day)
{
	ck_assert_int_ge(day, today);
	ck_assert(!plan_is_day_off(&b.rec, day));
}

static void assert_dated(int at, bool set)
{
	const struct plan_action *now = &b.rec.actions[at];
	const struct plan_action *then = at < (int)was.action_count ? &was.actions[at] : NULL;

	if (!plan_action_active(now))
		return;
	if (!then || now->start != then->start)
		assert_ahead(now->start);
	if (!then || now->due != then->due)
		assert_ahead(now->due);
	if (!set) {
		ck_assert_int_ge(now->due, now->start);
		ck_assert_int_ge(now->due, today); /* late, and nobody has touched it */
	}
}

static void assert_gates(void)
{
	struct plan plan;

	plan_read(&plan, &b.rec);
	for (size_t i = 0; i < was.plan.gate_count; i++) {
		const struct gate *then = &was.plan.gates[i];
		const struct gate *now = plan_gate_numbered(&plan, then->number);
		if (then->outcome < 0)
			continue;
		ck_assert_ptr_nonnull(now);
		ck_assert_int_eq(now->kind, then->kind);
		ck_assert_int_eq(now->day, then->day);
		ck_assert_int_eq(now->outcome, then->outcome);
		ck_assert_int_eq(now->decided, then->decided);
	}
	for (size_t i = 0; i < plan.gate_count; i++) {
		const struct gate *gate = &plan.gates[i];
		ck_assert(!i || gate->number > plan.gates[i - 1].number);
		if (gate->outcome < 0 && !plan_gate_numbered(&was.plan, gate->number))
			ck_assert_int_ge(gate->day, today);
	}
	ck_assert_ptr_null(plan_leads_to(&plan)); /* the redraw is the answer */
	plan_release(&plan);
}

static void assert_redrawn(const bool *set, bool reopen)
{
	int open = 0, held = 0;

	for (int i = 0; i < (int)b.rec.action_count; i++) {
		const struct plan_action *now = &b.rec.actions[i];
		bool is_held = i < (int)was.action_count && set[i];
		if (i < (int)was.action_count)
			assert_kept(i, is_held, reopen);
		bool opened = is_held && reopen && !plan_action_open(&was.actions[i]);
		if (plan_action_open(now))
			assert_dated(i, is_held && !opened);
		open += plan_action_active(now) && plan_action_open(now);
		held += plan_action_active(now) && plan_action_open(now) && is_held;
		for (int j = 0; j < i; j++)
			ck_assert(
				!now->library || !str_same(now->library, b.rec.actions[j].library));
	}
	ck_assert_int_le(open, held > PLAN_ACTIVE_MAX ? held : PLAN_ACTIVE_MAX);
	ck_assert_uint_eq(b.rec.action_owner_count, was.owner_count);
	if (was.owner_count)
		ck_assert_mem_eq(
			b.rec.action_owners, was.owners, was.owner_count * sizeof(*was.owners));
	ck_assert_uint_eq(b.rec.joint_objective_count, was.objective_count);
	ck_assert_uint_eq(b.rec.day_off_count, was.off_count);
	assert_gates();
}

/* A second one of that day has nothing left to do. */
static void assert_settled(void)
{
	struct plan_redraw again;

	plan_redraw(&again, &b.rec, &diagnosis, today, false);
	ck_assert_msg(!again.changes, "a second redraw changes %zu, %zu, %zu",
		again.of[REDRAW_ADDED], again.of[REDRAW_MOVED], again.of[REDRAW_STALE]);
	plan_redraw_release(&again);
}

static void redraw(void)
{
	struct plan_redraw redraw;
	bool reopen = !dice(4);
	size_t count = b.rec.action_count;
	bool *set = malloc(count * sizeof(*set));

	for (size_t i = 0; i < count; i++)
		set[i] = is_set((int)i);
	remember();
	plan_redraw(&redraw, &b.rec, &diagnosis, today, reopen);
	ck_assert_uint_eq(redraw.count, count + redraw.of[REDRAW_ADDED]);
	bool changes = redraw.changes;
	plan_redraw_keep(&b.rec, &redraw);
	plan_redraw_release(&redraw);
	if (changes)
		assert_redrawn(set, reopen);
	/* what was opened again with words of somebody's is held from now on */
	if (!reopen)
		assert_settled();
	forget();
	free(set);
}

START_TEST(test_plan_redraw_holds_over_histories)
{
	state = 88172645463325252u + (uint64_t)_i * 7919u;
	for (int step = 0; step < 10; step++) {
		today += dice(100);
		if (dice(3))
			next_round();
		for (int n = dice(12); n > 0; n--)
			edit();
		if (plan_may_redraw(&b.rec))
			redraw();
		else
			ck_assert_int_eq(b.rec.assessment.kind, ROUND_PULSE);
	}
}
END_TEST

Suite *plan_histories_suite(void)
{
	Suite *suite = suite_create("plan_histories");
	TCase *tcase = tcase_create("plan_histories");

	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_plan_redraw_holds_over_histories, 0, 300);
	suite_add_tcase(suite, tcase);
	return suite;
}
