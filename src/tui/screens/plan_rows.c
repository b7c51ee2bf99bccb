/* SPDX-License-Identifier: MIT */
/*
 * The rows of the plan's table: phases, actions by date, and the gates where they cut the list.
 */
#include "plan_view.h"

#include <string.h>

#include <rekindle/utf8.h>

static void add_row(struct plan_view *view, enum plan_row_kind kind, int index)
{
	*POOL_APPEND(&view->pool, view->rows, view->row_count) =
		(struct plan_row){ .kind = kind, .index = index };
}

/* Active actions of a phase by due date; the plan's order decides between equals. Returns their number. */
static int phase_actions(const struct plan *plan, int phase, int *out)
{
	int count = 0;
	for (size_t i = 0; i < plan->active_count; i++) {
		int at = count;
		if (step_phase(plan->actions[i].step) != phase + 1)
			continue;
		for (; at && plan->actions[out[at - 1]].due > plan->actions[i].due; at--)
			out[at] = out[at - 1];
		out[at] = (int)i;
		count++;
	}
	return count;
}

/* Gate 1 is decided in the second phase, gate 2 in the third: each stands there by its date. */
static void add_phase(struct plan_view *view, const struct plan *plan, int phase)
{
	int actions[PLAN_ACTIVE_MAX], count = phase_actions(plan, phase, actions), i = 0;
	int gate = phase - 1;
	bool gated = gate >= 0 && gate < (int)plan->gate_count;
	if (!count && !gated)
		return;
	add_row(view, PLAN_PHASE, phase);
	for (; i < count && (!gated || plan->actions[actions[i]].due <= plan->gates[gate].day); i++)
		add_row(view, PLAN_ACTION, actions[i]);
	if (gated)
		add_row(view, PLAN_GATE, gate);
	for (; i < count; i++)
		add_row(view, PLAN_ACTION, actions[i]);
}

static bool is_heading(const struct plan_row *row)
{
	return row->kind == PLAN_PHASE || row->kind == PLAN_LATER;
}

static int find_row(const struct plan_view *view, struct plan_row wanted)
{
	for (size_t i = 0; i < view->row_count; i++)
		if (view->rows[i].kind == wanted.kind && view->rows[i].index == wanted.index)
			return (int)i;
	return -1;
}

static int first_row(const struct plan_view *view)
{
	size_t i = 0;
	while (i < view->row_count && is_heading(&view->rows[i]))
		i++;
	return i < view->row_count ? (int)i : 0;
}

void plan_rows_build(struct plan_view *view, const struct plan *plan)
{
	const struct plan_row *focus = plan_focused(view);
	struct plan_row before = focus ? *focus : (struct plan_row){ PLAN_PHASE, -1 };
	pool_release(&view->pool);
	view->rows = NULL;
	view->row_count = 0;
	for (int phase = 0; phase < PLAN_PHASES; phase++)
		add_phase(view, plan, phase);
	if (view->all && plan->action_count > plan->active_count)
		add_row(view, PLAN_LATER, 0);
	for (size_t i = plan->active_count; view->all && i < plan->action_count; i++)
		add_row(view, PLAN_ACTION, (int)i);
	view->list.count = (int)view->row_count;
	int at = find_row(view, before);
	view->list.at = at >= 0 ? at : first_row(view);
}

int plan_row_height(const struct plan_view *view, size_t row)
{
	return view->columns.below && view->rows[row].kind == PLAN_ACTION ? 2 : 1;
}

const struct plan_row *plan_focused(const struct plan_view *view)
{
	if (view->list.at >= (int)view->row_count || is_heading(&view->rows[view->list.at]))
		return NULL;
	return &view->rows[view->list.at];
}

const char *plan_owner(struct pool *pool, const struct record *record,
	const struct planned_action *planned, int party)
{
	if (planned->owner[party] < 0)
		return "?";
	const struct person *person = &record->people[planned->owner[party]];
	if (str_blank(person->name))
		return vocabulary_role.word[person->role];
	const char *last = record_surname(person->name);
	if (last == person->name || !*last)
		return person->name;
	return pool_printf(pool, "%.*s. %s", (int)utf8_grapheme(person->name), person->name, last);
}
