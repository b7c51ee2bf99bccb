/* SPDX-License-Identifier: MIT */
/*
 * Shifting what is open and was not dated by hand (rekindle-method(7), section 7).
 */
#include "plan_parts.h"

/* Working on one shift; by place in the plan. */
struct shifting {
	const struct record *rec;
	const struct plan *plan;
	struct plan_shift *shift;
	int today;
	int *start, *due; /* as they would be */
	bool *moved;
};

static void begin(struct shifting *s)
{
	size_t count = s->plan->action_count + 1;
	struct pool *pool = &s->shift->pool;

	*s->shift = (struct plan_shift){ .start = DATE_NONE };
	s->start = pool_alloc(pool, count * sizeof(*s->start));
	s->due = pool_alloc(pool, count * sizeof(*s->due));
	s->moved = pool_alloc(pool, count * sizeof(*s->moved));
	for (size_t i = 0; i < s->plan->action_count; i++) {
		s->start[i] = s->plan->actions[i].start;
		s->due[i] = s->plan->actions[i].due;
	}
}

static bool may_move(const struct shifting *s, size_t at)
{
	const struct planned_action *planned = &s->plan->actions[at];

	return planned->active && plan_is_open(planned) &&
		s->rec->actions[planned->stored].dated != TRI_YES;
}

static int earlier_of(int a, int b)
{
	return a < b ? a : b;
}

/* Nothing goes to before today that was not there; what is under way keeps its start. */
static void move_to(struct shifting *s, size_t at, int start)
{
	const struct planned_action *planned = &s->plan->actions[at];
	int length = planned->due - planned->start, least = earlier_of(planned->start, s->today);
	bool begun = planned->status == STATUS_STARTED && planned->start <= s->today;

	start = plan_day_after(s->rec, start < least ? least : start);
	int due = plan_due_day(s->rec, start, start + length);

	s->start[at] = begun ? planned->start : start;
	s->due[at] = due;
	s->moved[at] = true;
}

/* The first that waits for what was shifted and would begin before its end; its new start. */
static bool find_follower(const struct shifting *s, size_t *at, int *start)
{
	for (size_t i = 0; i < s->plan->action_count; i++)
		for (size_t r = 0; may_move(s, i) && r < s->plan->actions[i].after_count; r++) {
			int first = s->plan->actions[i].after[r];
			if (!s->moved[first] || s->due[first] < s->start[i])
				continue;
			*at = i;
			*start = s->due[first] + 1;
			return true;
		}
	return false;
}

/* As often as a chain is long; ids that wait for each other end there too. */
static void follow(struct shifting *s)
{
	size_t at, most = s->plan->action_count * s->plan->action_count;
	int start;

	while (most-- > 0 && find_follower(s, &at, &start)) {
		int length = s->due[at] - s->start[at];
		s->start[at] = plan_day_after(s->rec, start);
		s->due[at] = plan_due_day(s->rec, s->start[at], s->start[at] + length);
		s->moved[at] = true;
	}
}

static void finish(struct shifting *s)
{
	follow(s);
	for (size_t i = 0; i < s->plan->action_count; i++) {
		const struct planned_action *planned = &s->plan->actions[i];

		if (!s->moved[i] || (s->start[i] == planned->start && s->due[i] == planned->due))
			continue;
		*POOL_APPEND(&s->shift->pool, s->shift->moves, s->shift->count) =
			(struct plan_move){ planned->stored, s->start[i], s->due[i] };
	}
}

void plan_shift_start(struct plan_shift *shift, const struct record *rec, const struct plan *plan,
	int start, int today)
{
	struct shifting s = { .rec = rec, .plan = plan, .shift = shift, .today = today };
	int by = plan_day_after(rec, start) - plan->start;

	begin(&s);
	shift->start = plan->start + by;
	for (size_t i = 0; i < plan->action_count; i++)
		if (by && may_move(&s, i))
			move_to(&s, i, plan->actions[i].start + by);
	finish(&s);
}

void plan_shift_weeks(struct plan_shift *shift, const struct record *rec, const struct plan *plan,
	int weeks, bool late, int today)
{
	struct shifting s = { .rec = rec, .plan = plan, .shift = shift, .today = today };

	begin(&s);
	for (size_t i = 0; i < plan->action_count; i++)
		if (may_move(&s, i) && (!late || plan_is_late(&plan->actions[i], today)))
			move_to(&s, i, plan->actions[i].start + 7 * weeks);
	finish(&s);
}

void plan_shift_late(struct plan_shift *shift, const struct record *rec, const struct plan *plan,
	int from, int today)
{
	struct shifting s = { .rec = rec, .plan = plan, .shift = shift, .today = today };

	begin(&s);
	for (size_t i = 0; i < plan->action_count; i++)
		if (may_move(&s, i) && plan_is_late(&plan->actions[i], today))
			move_to(&s, i, from);
	finish(&s);
}

void plan_shift_release(struct plan_shift *shift)
{
	pool_release(&shift->pool);
	*shift = (struct plan_shift){ 0 };
}

void plan_shift_keep(struct record *rec, const struct plan_shift *shift)
{
	struct plan before;

	plan_read(&before, rec);
	plan_fix_gates(rec, &before);
	plan_release(&before);
	if (shift->start != DATE_NONE)
		record_put_plan(rec)->start = shift->start;
	for (size_t i = 0; i < shift->count; i++) {
		struct plan_action *kept = &rec->actions[shift->moves[i].stored];
		kept->start = shift->moves[i].start;
		kept->due = shift->moves[i].due;
	}
}
