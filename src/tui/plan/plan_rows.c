/* SPDX-License-Identifier: MIT */
/*
 * The rows of the plan: phases, actions by date, and the gates where they cut the list; the same
 * without headings for the gantt; and all that has a day for the calendar.
 */
#include "plan_view.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

const char *const plan_show_word[SHOW_COUNT] = { "show: active", "show: to do", "show: late",
	"show: all" };

static const char *late_text(struct pool *pool, const struct planned_action *planned, int today)
{
	return words(pool, W_PLAN_STATE_LATE, hole_count("days", today - planned->due));
}

bool plan_state_is_long(const struct planned_action *planned, int today)
{
	return plan_is_late(planned, today) && planned->status != STATUS_OPEN;
}

const char *plan_state(struct pool *pool, const struct planned_action *planned, int today)
{
	if (plan_state_is_long(planned, today))
		return words(pool, W_PLAN_STATE_AND_LATE,
			hole_text("state", words_status(planned->status)),
			hole_text("late", late_text(pool, planned, today)));
	if (plan_is_late(planned, today))
		return late_text(pool, planned, today);
	if (planned->status == STATUS_OPEN && planned->stale)
		return words_plain(W_PLAN_STATE_STALE);
	if (planned->status == STATUS_OPEN && planned->fresh)
		return words_plain(W_PLAN_STATE_NEW);
	if (planned->status == STATUS_OPEN && planned->gated)
		return words(pool, W_PLAN_STATE_GATED, hole_count("gate", planned->gate));
	return words_status(planned->status);
}

const char *plan_state_within(
	struct pool *pool, const struct planned_action *planned, int today, int cells)
{
	const char *state = plan_state(pool, planned, today);

	return !plan_state_is_long(planned, today) || utf8_cells(UTF8_SCREEN, state) <= cells
		? state
		: late_text(pool, planned, today);
}

enum style plan_state_style(const struct planned_action *planned, int today)
{
	if (plan_is_late(planned, today))
		return STYLE_CRITICAL;
	if (planned->status == STATUS_DONE)
		return STYLE_GOOD;
	if (planned->status == STATUS_BLOCKED)
		return STYLE_WARN;
	return planned->stale || planned->status == STATUS_DROPPED ? STYLE_DIM : STYLE_PLAIN;
}

static void add_row(struct plan_view *view, enum plan_row_kind kind, int index, int day)
{
	*POOL_APPEND(&view->pool, view->rows, view->row_count) =
		(struct plan_row){ .kind = kind, .index = index, .day = day };
}

/* Has the action these words: in its title, its state, its phase, its owners, or is it of that
 * side? */
static bool has_words(struct pool *pool, const struct app *app,
	const struct planned_action *planned, const char *words)
{
	const struct record *record = &app->record;
	if (strcasestr(planned->title, words) ||
		strcasestr(plan_state(pool, planned, app->today), words) ||
		strcasestr(phase_name[step_phase(planned->step) - 1], words) ||
		(planned->adopted && strcasestr(words_plain(W_PLAN_STATE_ADOPTED), words)))
		return true;
	for (size_t p = 0; p < record->party_count; p++) {
		int owner = planned->owner[p];
		if (owner < 0 ? !strcmp(words, "?")
			      : (strcasestr(record->parties[p].label, words) ||
					(record->people[owner].name &&
						strcasestr(record->people[owner].name, words))))
			return true;
	}
	return false;
}

static bool is_shown(
	const struct plan_view *view, const struct app *app, const struct planned_action *planned)
{
	struct pool pool = { 0 };
	bool shown = true;
	switch (view->show) {
	case SHOW_ACTIVE:
		shown = planned->active && planned->status != STATUS_DROPPED;
		break;
	case SHOW_OPEN:
		shown = planned->active && plan_is_open(planned);
		break;
	case SHOW_LATE:
		shown = plan_is_late(planned, app->today);
		break;
	case SHOW_ALL:
	case SHOW_COUNT:
		break;
	}
	if (shown && *view->filter)
		shown = has_words(&pool, app, planned, view->filter);
	pool_release(&pool);
	return shown;
}

/* Active actions of a phase by due date; the plan's order decides between equals. Returns their
 * number. */
static int phase_actions(
	struct plan_view *view, const struct app *app, const struct plan *plan, int phase, int *out)
{
	int count = 0;
	for (size_t i = 0; i < plan->active_count; i++) {
		int at = count;
		if (step_phase(plan->actions[i].step) != phase + 1 ||
			!is_shown(view, app, &plan->actions[i]))
			continue;
		for (; at && plan->actions[out[at - 1]].due > plan->actions[i].due; at--)
			out[at] = out[at - 1];
		out[at] = (int)i;
		count++;
	}
	return count;
}

/* What has been done is asked in the third phase, all else in the second. */
static bool is_in_phase(const struct gate *gate, int phase)
{
	return phase == (gate->kind == GATE_DONE ? 2 : 1);
}

/* The phase's gates from *next on that are before the day. */
static void add_gates(
	struct plan_view *view, const struct plan *plan, int phase, size_t *next, int before)
{
	for (; *next < plan->gate_count; ++*next) {
		const struct gate *gate = &plan->gates[*next];
		if (!is_in_phase(gate, phase))
			continue;
		if (gate->day >= before)
			return;
		add_row(view, PLAN_GATE, (int)*next, DATE_NONE);
	}
}

static bool has_gates(const struct plan *plan, int phase)
{
	for (size_t i = 0; i < plan->gate_count; i++)
		if (is_in_phase(&plan->gates[i], phase))
			return true;
	return false;
}

/* Each gate stands in its phase by its date. */
static void add_phase(struct plan_view *view, struct app *app, const struct plan *plan, int phase)
{
	int *actions = pool_alloc(&view->pool, (plan->active_count + 1) * sizeof(*actions));
	int count = phase_actions(view, app, plan, phase, actions);
	size_t next = plan->gate_count;
	if (view->way == PLAN_TABLE && !*view->filter && view->show != SHOW_LATE &&
		has_gates(plan, phase))
		next = 0;
	if (!count && next)
		return;
	if (view->way == PLAN_TABLE)
		add_row(view, PLAN_PHASE, phase, DATE_NONE);
	for (int i = 0; i < count; i++) {
		add_gates(view, plan, phase, &next, plan->actions[actions[i]].due);
		add_row(view, PLAN_ACTION, actions[i], DATE_NONE);
	}
	add_gates(view, plan, phase, &next, INT_MAX);
}

static void add_later(struct plan_view *view, struct app *app, const struct plan *plan)
{
	bool headed = false;
	for (size_t i = plan->active_count; view->show == SHOW_ALL && i < plan->action_count; i++) {
		if (!is_shown(view, app, &plan->actions[i]))
			continue;
		if (!headed)
			add_row(view, PLAN_LATER, 0, DATE_NONE);
		headed = true;
		add_row(view, PLAN_ACTION, (int)i, DATE_NONE);
	}
}

static int by_day(const void *a, const void *b)
{
	const struct plan_row *x = a, *y = b;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	return x->index - y->index;
}

static void add_events(struct plan_view *view, const struct plan *plan)
{
	for (size_t i = 0; i < plan->event_count; i++)
		for (int n = 0; n < plan->events[i].count; n++)
			add_row(view, PLAN_EVENT, (int)i, plan_event_day(&plan->events[i], n));
}

static void add_months(struct plan_view *view)
{
	size_t count = view->row_count;
	struct plan_row *rows = view->rows;
	int year, month, day, before = -1;
	view->rows = NULL;
	view->row_count = 0;
	for (size_t i = 0; i < count; i++) {
		date_split(rows[i].day, &year, &month, &day);
		if (year * 12 + month != before)
			add_row(view, PLAN_MONTH, year * 12 + month, rows[i].day);
		before = year * 12 + month;
		*POOL_APPEND(&view->pool, view->rows, view->row_count) = rows[i];
	}
}

static void build_calendar(struct plan_view *view, struct app *app, const struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (is_shown(view, app, &plan->actions[i]))
			add_row(view, PLAN_ACTION, (int)i, plan->actions[i].due);
	for (size_t i = 0; i < plan->gate_count && !*view->filter; i++)
		add_row(view, PLAN_GATE, (int)i, plan->gates[i].day);
	if (!*view->filter && view->show != SHOW_LATE)
		add_events(view, plan);
	if (view->row_count)
		qsort(view->rows, view->row_count, sizeof(*view->rows), by_day);
	add_months(view);
}

static bool is_heading(const struct plan_row *row)
{
	return row->kind == PLAN_PHASE || row->kind == PLAN_LATER || row->kind == PLAN_MONTH;
}

int plan_find_action(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (str_same(plan->actions[i].id, id))
			return (int)i;
	return -1;
}

static int find_row(
	const struct plan_view *view, const struct plan *plan, const struct plan_row *wanted)
{
	int action = wanted->kind == PLAN_ACTION ? plan_find_action(plan, view->focus.text)
						 : wanted->index;
	for (size_t i = 0; i < view->row_count; i++)
		if (view->rows[i].kind == wanted->kind && view->rows[i].index == action &&
			(wanted->kind != PLAN_EVENT || view->rows[i].day == wanted->day))
			return (int)i;
	return -1;
}

static int first_open(const struct plan_view *view, const struct plan *plan)
{
	for (size_t i = 0; i < view->row_count; i++)
		if (view->rows[i].kind == PLAN_ACTION &&
			plan_is_open(&plan->actions[view->rows[i].index]))
			return (int)i;
	return -1;
}

/* The first row to stand on: what is not done yet; in the calendar what comes next. */
static int first_row(const struct plan_view *view, const struct plan *plan, int today)
{
	size_t i = 0;
	int open = view->way == PLAN_CALENDAR ? -1 : first_open(view, plan);
	if (open >= 0)
		return open;
	while (i < view->row_count &&
		(is_heading(&view->rows[i]) ||
			(view->way == PLAN_CALENDAR && view->rows[i].day < today)))
		i++;
	return i < view->row_count ? (int)i : view->row_count ? (int)view->row_count - 1 : 0;
}

static int near_row(const struct plan_view *view, int at)
{
	if (at >= (int)view->row_count)
		at = (int)view->row_count - 1;
	while (at > 0 && is_heading(&view->rows[at]))
		at++;
	return at > 0 && at < (int)view->row_count ? at : -1;
}

void plan_note_focus(struct plan_view *view, struct app *app)
{
	const struct plan_row *focus = plan_focused(view);
	if (focus && focus->kind == PLAN_ACTION && focus->index < (int)app_plan(app)->action_count)
		str_set(&view->focus, app_plan(app)->actions[focus->index].id);
}

void plan_rows_build(struct plan_view *view, struct app *app)
{
	const struct plan *plan = app_plan(app);
	const struct plan_row *focus = plan_focused(view);
	struct plan_row before =
		focus ? *focus : (struct plan_row){ .kind = PLAN_PHASE, .index = -1 };
	int at = view->list.at;
	bool first = !view->rows;
	pool_release(&view->pool);
	view->rows = NULL;
	view->row_count = 0;
	if (view->way == PLAN_CALENDAR)
		build_calendar(view, app, plan);
	for (int phase = 0; view->way != PLAN_CALENDAR && phase < PLAN_PHASES; phase++)
		add_phase(view, app, plan, phase);
	if (view->way == PLAN_TABLE)
		add_later(view, app, plan);
	view->list.count = (int)view->row_count;
	view->list.at = find_row(view, plan, &before);
	if (view->list.at < 0 && !first)
		view->list.at = view->way == PLAN_CALENDAR && before.kind == PLAN_ACTION
			? -1
			: near_row(view, at);
	if (view->list.at < 0)
		view->list.at = first_row(view, plan, app->today);
}

int plan_row_height(const struct plan_view *view, size_t row)
{
	return view->way == PLAN_TABLE && view->rows[row].lines ? view->rows[row].lines : 1;
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
	return words_person_short(pool, record, planned->owner[party], false);
}
