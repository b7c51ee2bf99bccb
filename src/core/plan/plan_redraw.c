/* SPDX-License-Identifier: MIT */
/*
 * Redrawing the stored plan (rekindle-method(7), section 7): what it would change, and doing it.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/person.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>
#include "plan_parts.h"

/* Working on one redraw. */
struct redrawing {
	struct planning p;
	struct plan_redraw *redraw;
	const struct owner **owners; /* of the stored actions, by side */
};

bool plan_may_redraw(const struct record *rec)
{
	return rec->assessment.kind != ROUND_PULSE;
}

bool plan_waits_for_hearing(const struct record *rec, const struct diagnosis *diagnosis)
{
	return plan_is_stored(rec) && diagnosis->track == TRACK_HEAR_FIRST &&
		record_plan(rec)->track != TRACK_HEAR_FIRST;
}

static bool is_touched(const struct redrawing *r, size_t at)
{
	const struct record *rec = r->p.rec;
	bool owned = false;

	for (size_t party = 0; party < rec->party_count; party++)
		owned |= r->owners[at * rec->party_count + party] != NULL;
	return plan_action_touched(&rec->actions[at], owned);
}

/* The first of that id; what stands there twice is one's own matter. */
static int stored_of(const struct record *rec, const char *library)
{
	for (size_t i = 0; i < rec->action_count; i++)
		if (str_same(rec->actions[i].library, library))
			return (int)i;
	return -1;
}

/* What is stored of an action that is called for. One that is over is neither held nor chosen. */
static void hold(struct redrawing *r, struct planned_action *planned)
{
	int at = stored_of(r->p.rec, planned->id);
	if (at < 0)
		return;
	const struct plan_action *kept = &r->p.rec->actions[at];
	planned->stored = at;
	if (!plan_action_open(kept)) {
		planned->status = r->redraw->reopen ? STATUS_OPEN : (enum status)kept->status;
		return;
	}
	planned->status = (enum status)kept->status;
	planned->held = is_touched(r, (size_t)at);
	planned->active = planned->held && plan_action_active(kept);
	if (plan_action_active(kept)) {
		planned->due = kept->due;
		planned->start = kept->start == DATE_NONE ? kept->due : kept->start;
	}
	if (planned->held && kept->quick_win != TRI_UNKNOWN)
		planned->quick_win = kept->quick_win == TRI_YES;
}

static int drawn_of(const struct plan *draft, int stored)
{
	for (size_t i = 0; i < draft->action_count; i++)
		if (draft->actions[i].stored == stored)
			return (int)i;
	return -1;
}

/* Open, active and not called for: what a hand has set keeps its place, whatever is chosen. */
static bool is_beside(const struct redrawing *r, size_t at)
{
	const struct plan_action *kept = &r->p.rec->actions[at];

	return plan_action_active(kept) && plan_action_open(kept) &&
		drawn_of(r->p.plan, (int)at) < 0;
}

static void count_beside(struct redrawing *r)
{
	for (size_t i = 0; i < r->p.rec->action_count; i++)
		r->p.beside += is_beside(r, i) && is_touched(r, i);
}

/* Is that gate still to be decided, in the plan as it was? */
static bool is_undecided(const struct plan *before, int number)
{
	for (size_t i = before->gate_first; i < before->gate_count; i++)
		if (before->gates[i].number == number)
			return before->gates[i].outcome < 0;
	return false;
}

/* Of the track's gates that are not decided: those that were there before, and those that were not.
 */
static void count_gates(const struct redrawing *r, const struct plan *before, int *stand, int *come)
{
	const struct plan *plan = r->p.plan;

	*stand = *come = 0;
	for (size_t i = plan->gate_first; i < plan->gate_count; i++)
		if (plan->gates[i].outcome < 0)
			*(is_undecided(before, plan->gates[i].number) ? stand : come) += 1;
}

static int last_decided(const struct record *rec, int last)
{
	for (size_t i = 0; i < rec->gate_decision_count; i++)
		if (rec->gate_decisions[i].number > last)
			last = rec->gate_decisions[i].number;
	return last;
}

static void draw_anew(struct redrawing *r, const struct gate_drawing *drawing)
{
	r->p.plan->gate_count = r->p.plan->gate_first = 0;
	plan_gates(&r->p, drawing);
}

/* Others, numbered on, only once all that count are decided, or one leads out; where the track has
 * another gate beside one that is still to be decided, they count from the day of the redraw. */
static void draw_gates(struct redrawing *r, const struct plan *before)
{
	const struct gate_drawing old = plan_gates_drawn(r->p.rec, before->start);
	struct gate_drawing drawing = old;
	int stand, come, last = last_decided(r->p.rec, old.first - 1);

	plan_gates(&r->p, &old);
	count_gates(r, before, &stand, &come);
	if (stand && come && !plan_leads_to(before))
		drawing.day = r->p.plan->start;
	else if ((!stand || plan_leads_to(before)) && last + PLAN_GATES <= GATE_NUMBER_MOST)
		drawing = (struct gate_drawing){
			.first = last + 1, .day = r->p.plan->start, .decided = true
		};
	draw_anew(r, &drawing);
	r->redraw->gates_from = drawing.first;
	r->redraw->gates_day = drawing.day;
	r->redraw->new_gates = drawing.day != old.day && plan_gate(r->p.plan, 0);
	r->redraw->gates_over = r->redraw->new_gates || drawing.first != old.first;
}

static void draw(struct redrawing *r, int day)
{
	const struct diagnosis *diagnosis = r->p.diagnosis;
	struct plan *plan = r->p.plan, before;

	plan_read(&before, r->p.rec);
	*plan = (struct plan){ .track = diagnosis->track,
		.start = plan_day_after(r->p.rec, day > before.start ? day : before.start),
		.horizon_months = plan_horizon(diagnosis->track, &diagnosis->scores) };
	plan->from = plan->start;
	plan->end = date_add_months(plan->from, plan->horizon_months);
	draw_gates(r, &before);
	plan_release(&before);
	plan_gather(&r->p);
	for (size_t i = 0; i < plan->action_count; i++)
		hold(r, &plan->actions[i]);
	count_beside(r);
	plan_select(&r->p);
	plan_schedule(&r->p);
	plan_number(&r->p);
	plan_warn_contract(&r->p);
}

/* What it would change */

static void add_item(struct redrawing *r, struct redraw_item item)
{
	*POOL_APPEND(&r->redraw->draft.pool, r->redraw->items, r->redraw->count) = item;
	r->redraw->of[item.kind]++;
}

static bool is_elsewhere(const struct plan_action *kept, const struct redraw_item *item)
{
	return item->active != plan_action_active(kept) ||
		(item->active && (item->start != kept->start || item->due != kept->due));
}

static bool has_findings(
	struct pool *pool, const struct plan_action *kept, const struct planned_action *planned)
{
	return str_same(
		kept->findings, plan_join_lines(pool, planned->findings, planned->finding_count));
}

/* One that is called for: as the draft has it. */
static void list_drawn(struct redrawing *r, size_t at)
{
	struct plan_redraw *redraw = r->redraw;
	const struct planned_action *planned = &redraw->draft.actions[at];
	struct redraw_item item = { .kind = REDRAW_ADDED,
		.stored = planned->stored,
		.drawn = (int)at,
		.active = planned->active,
		.start = planned->start,
		.due = planned->due };

	if (item.stored >= 0) {
		const struct plan_action *kept = &r->p.rec->actions[item.stored];
		bool open = plan_action_open(kept);
		item.kind = !open                                     ? REDRAW_AGAIN
			: !planned->held && is_elsewhere(kept, &item) ? REDRAW_MOVED
								      : REDRAW_KEPT;
		redraw->changes |= open &&
			(kept->stale == TRI_YES ||
				!has_findings(&redraw->draft.pool, kept, planned));
	}
	add_item(r, item);
}

/* Of what nobody has touched and nothing calls for: what is late by now, or is no part of a
 * wind-down, is not asked for any more. */
static bool may_stay(const struct plan_redraw *redraw, const struct plan_action *kept)
{
	return kept->due >= redraw->draft.start && redraw->draft.track != TRACK_EXIT;
}

/* One that nothing calls for: where the plan is full, what nobody has touched makes room. */
static void list_left(struct redrawing *r, size_t at, size_t *room)
{
	const struct plan_action *kept = &r->p.rec->actions[at];
	struct redraw_item item = { .kind = REDRAW_KEPT,
		.stored = (int)at,
		.drawn = -1,
		.active = plan_action_active(kept),
		.start = kept->start,
		.due = kept->due };

	if (is_beside(r, at) && !is_touched(r, at)) {
		item.active = *room > 0 && may_stay(r->redraw, kept);
		*room -= item.active;
	}
	if (!item.active)
		item.start = item.due = DATE_NONE;
	if (kept->library && plan_action_open(kept) && kept->adopted != TRI_YES)
		item.kind = kept->stale != TRI_YES  ? REDRAW_STALE
			: is_elsewhere(kept, &item) ? REDRAW_MOVED
						    : REDRAW_KEPT;
	add_item(r, item);
}

static int step_of(const struct plan_redraw *redraw, const struct redraw_item *item)
{
	return item->drawn < 0 ? 0 : redraw->draft.actions[item->drawn].step;
}

static int by_kind(const void *left, const void *right, void *given)
{
	const struct redraw_item *a = left, *b = right;

	if (a->kind != b->kind)
		return (int)a->kind - (int)b->kind;
	if (a->active != b->active)
		return b->active - a->active;
	if (step_of(given, a) != step_of(given, b))
		return step_of(given, a) - step_of(given, b);
	return a->drawn != b->drawn ? a->drawn - b->drawn : a->stored - b->stored;
}

static void list(struct redrawing *r)
{
	struct plan_redraw *redraw = r->redraw;
	const struct plan_frame *frame = record_plan(r->p.rec);
	size_t taken = r->p.beside + redraw->draft.active_count;
	size_t most = (size_t)plan_active_most(redraw->draft.track);
	size_t room = taken < most ? most - taken : 0;

	for (size_t i = 0; i < redraw->draft.action_count; i++)
		list_drawn(r, i);
	for (size_t i = 0; i < r->p.rec->action_count; i++)
		if (drawn_of(&redraw->draft, (int)i) < 0)
			list_left(r, i, &room);
	if (redraw->count)
		qsort_r(redraw->items, redraw->count, sizeof(*redraw->items), by_kind, redraw);
	redraw->changes |= redraw->gates_over || frame->track != (int)redraw->draft.track ||
		frame->horizon != redraw->draft.horizon_months || redraw->of[REDRAW_ADDED] ||
		redraw->of[REDRAW_STALE] || redraw->of[REDRAW_MOVED] ||
		(redraw->reopen && redraw->of[REDRAW_AGAIN]);
}

void plan_redraw(struct plan_redraw *redraw, const struct record *rec,
	const struct diagnosis *diagnosis, int day, bool reopen)
{
	struct pool pool = { 0 };
	struct redrawing r = { .p = { .plan = &redraw->draft, .rec = rec, .diagnosis = diagnosis },
		.redraw = redraw,
		.owners = person_owners(rec, KIND_ACTION_OWNER, &pool) };

	assert(plan_is_stored(rec) && plan_may_redraw(rec));
	*redraw = (struct plan_redraw){ .reopen = reopen };
	draw(&r, day);
	list(&r);
	plan_owners(&r.p);
	pool_release(&pool);
}

void plan_redraw_release(struct plan_redraw *redraw)
{
	plan_release(&redraw->draft);
	*redraw = (struct plan_redraw){ 0 };
}

/* Doing it */

static void put_back(struct plan_action *kept)
{
	kept->status = STATUS_OPEN;
	kept->closed = DATE_NONE;
	kept->reason = NULL;
}

static void keep_stored(
	struct record *rec, const struct plan_redraw *redraw, const struct redraw_item *item)
{
	struct plan_action *kept = &rec->actions[item->stored];
	const struct planned_action *planned =
		item->drawn < 0 ? NULL : &redraw->draft.actions[item->drawn];
	bool again = item->kind == REDRAW_AGAIN;

	if (again && !redraw->reopen)
		return;
	if (again)
		put_back(kept);
	if (planned && !has_findings(&rec->pool, kept, planned))
		kept->findings =
			plan_join_lines(&rec->pool, planned->findings, planned->finding_count);
	if (planned)
		kept->stale = TRI_UNKNOWN;
	if (item->kind == REDRAW_STALE)
		kept->stale = TRI_YES;
	if ((planned && planned->held) || !is_elsewhere(kept, item))
		return;
	kept->active = item->active ? TRI_YES : TRI_NO;
	kept->start = item->start;
	kept->due = item->due;
}

static void keep_frame(struct record *rec, const struct plan_redraw *redraw)
{
	struct plan_frame *frame = record_put_plan(rec);

	frame->redrawn = redraw->draft.start;
	frame->track = (int)redraw->draft.track;
	frame->horizon = redraw->draft.horizon_months;
	if (!redraw->gates_over)
		return;
	frame->gates_from = redraw->gates_from;
	frame->gates_day = redraw->gates_day;
}

void plan_redraw_keep(struct record *rec, const struct plan_redraw *redraw)
{
	struct plan before;

	if (!redraw->changes)
		return;
	plan_read(&before, rec);
	plan_fix_gates(rec, &before);
	plan_release(&before);
	keep_frame(rec, redraw);
	for (size_t i = 0; i < redraw->count; i++)
		if (redraw->items[i].stored >= 0)
			keep_stored(rec, redraw, &redraw->items[i]);
	const size_t *places = plan_by_number(&rec->pool, &redraw->draft);
	for (size_t i = 0; i < redraw->draft.action_count; i++) {
		if (redraw->draft.actions[places[i]].stored >= 0)
			continue;
		plan_keep_new(rec, &redraw->draft.actions[places[i]]);
		rec->actions[rec->action_count - 1].added = redraw->draft.start;
	}
}
