/* SPDX-License-Identifier: MIT */
/*
 * The plan by weeks: two cells a week under their months; gates and today as columns.
 */
#include "plan_view.h"

#include <stdlib.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define TITLE_COL 2
#define TITLE_CELLS 24 /* more where the window is wider and a title needs it */
#define STANDARD_COLS 80
#define STATE_CELLS 13
#define WEEK_CELLS 2
#define PLACE_CELLS 16 /* "1-25 of 50" at the right, and blanks */

static int weeks_shown(int bars_col, int end)
{
	int weeks = (end - STATE_CELLS - bars_col) / WEEK_CELLS;
	return weeks > 0 ? weeks : 0;
}

static int monday_of(int day)
{
	return day - date_weekday(day) + 1;
}

/* The longest title whole, as far as a wider window has more than the weeks of a standard one. */
static int title_cells(const struct plan_view *view, const struct plan *plan, int cols)
{
	int most = TITLE_CELLS + (cols > STANDARD_COLS ? cols - STANDARD_COLS : 0);
	int cells = TITLE_CELLS;
	for (size_t i = 0; i < view->row_count; i++) {
		const struct planned_action *planned = &plan->actions[view->rows[i].index];
		int own = utf8_cells(UTF8_SCREEN, planned->title) + (planned->quick_win ? 2 : 0);
		cells = own > cells ? own : cells;
	}
	return cells < most ? cells : most;
}

/* Today a third from the left, as far as the plan goes. */
void plan_gantt_layout(struct plan_view *view, const struct app *app, int cols)
{
	const struct plan *plan = &app->plan;
	if (view->way != PLAN_GANTT)
		return;
	view->bars_col = TITLE_COL + title_cells(view, plan, cols) + 2;
	int weeks = weeks_shown(view->bars_col, cols - 2), first = monday_of(plan->start);
	int last = monday_of(plan->end) - 7 * (weeks - 1);
	if (!view->scrolled && app->today > plan->start + 7 * weeks / 2)
		first = monday_of(app->today) - 7 * (weeks / 2);
	else if (view->scrolled)
		first = view->first_day;
	if (first > last)
		first = last;
	if (first < monday_of(plan->start))
		first = monday_of(plan->start);
	view->first_day = first;
}

struct gantt {
	const struct plan_view *view;
	const struct canvas *canvas;
	const struct app *app;
	int weeks;
};

static int col_of(const struct gantt *g, int day)
{
	int days = day - g->view->first_day;
	int week = days < 0 ? -1 : days / 7;
	return week < 0 || week >= g->weeks ? -1 : g->view->bars_col + WEEK_CELLS * week;
}

static void draw_months(const struct gantt *g, int row)
{
	int before = -1, free_from = g->view->bars_col;
	for (int week = 0; week < g->weeks; week++) {
		int year, month, day, col = g->view->bars_col + WEEK_CELLS * week;
		date_split(g->view->first_day + 7 * week, &year, &month, &day);
		if (month != before && col >= free_from) {
			canvas_text(g->canvas, row, col, 3, STYLE_BOLD, date_month_short(month));
			free_from = col + 4;
			before = month;
		}
	}
}

static void draw_marks(const struct gantt *g, int row)
{
	const struct plan *plan = &g->app->plan;
	int today = col_of(g, g->app->today);
	if (today >= 0)
		canvas_text(g->canvas, row, today, 1, STYLE_BOLD, "v");
	for (size_t i = 0; i < plan->gate_count; i++) {
		int col = col_of(g, plan->gates[i].day);
		if (col >= 0)
			canvas_textf(
				g->canvas, row, col, 3, STYLE_BOLD, "G%d", plan->gates[i].number);
	}
}

static void draw_columns(const struct gantt *g, int row)
{
	const struct plan *plan = &g->app->plan;
	int today = col_of(g, g->app->today);
	for (size_t i = 0; i < plan->gate_count; i++) {
		int col = col_of(g, plan->gates[i].day);
		if (col >= 0)
			canvas_text(g->canvas, row, col, 1, STYLE_PLAIN, SIGN_RULE);
	}
	if (today >= 0)
		canvas_text(g->canvas, row, today, 1, STYLE_PLAIN, g->canvas->ascii ? ":" : "╎");
}

static const char *bar_sign(const struct planned_action *planned, bool ascii)
{
	static const char *const signs[STATUS_COUNT][2] = {
		[STATUS_OPEN] = { "░", "-" },
		[STATUS_STARTED] = { "▒", "=" },
		[STATUS_BLOCKED] = { "▒", "=" },
		[STATUS_DONE] = { "█", "#" },
		[STATUS_DROPPED] = { " ", " " },
	};
	return signs[planned->status][ascii];
}

/* The bar from start to due; what is late is marked from the end of the bar to today. */
static void draw_bar(const struct gantt *g, int row, const struct planned_action *planned)
{
	bool late = plan_is_late(planned, g->app->today);
	for (int week = 0; week < g->weeks; week++) {
		int monday = g->view->first_day + 7 * week,
		    col = g->view->bars_col + WEEK_CELLS * week;
		bool within = planned->due >= monday && planned->start <= monday + 6;
		if (within)
			for (int cell = 0; cell < WEEK_CELLS; cell++)
				canvas_text(g->canvas, row, col + cell, 1,
					plan_state_style(planned, INT_MIN),
					bar_sign(planned, g->canvas->ascii));
		else if (late && monday > planned->due && monday <= g->app->today)
			canvas_text(g->canvas, row, col, 1, STYLE_CRITICAL, "!");
	}
}

/* The column behind the titles, which alone have the focus. */
static int title_end(const struct gantt *g)
{
	return g->weeks ? g->view->bars_col - 2 : g->canvas->cols - STATE_CELLS - 2;
}

static void draw_row(const struct gantt *g, int row, const struct planned_action *planned)
{
	struct pool pool = { 0 };
	if (planned->quick_win)
		canvas_text(g->canvas, row, TITLE_COL, 1, STYLE_LINK, "q");
	int indent = planned->quick_win ? 2 : 0;
	canvas_text(g->canvas, row, TITLE_COL + indent, title_end(g) - TITLE_COL - indent,
		STYLE_PLAIN, planned->title);
	if (g->weeks) {
		draw_columns(g, row);
		draw_bar(g, row, planned);
	}
	canvas_text(g->canvas, row, g->canvas->cols - 2 - STATE_CELLS + 1, STATE_CELLS - 1,
		plan_state_style(planned, g->app->today),
		plan_state_within(&pool, planned, g->app->today, STATE_CELLS - 1));
	pool_release(&pool);
}

/* When the gate is, and what it decides. */
static const char *question_text(struct pool *pool, const struct gantt *g, const struct gate *gate)
{
	int days = gate->day - g->app->today;
	return words(pool, days < 0 ? W_GATE_BEHIND : W_GATE_AHEAD,
		hole_text("gate", gate_title(gate)), hole_count("n", abs(days)),
		hole_text("question", gate_question(gate)));
}

/* When the gate is, and how far what it asks for is done. */
static const char *progress_text(struct pool *pool, const struct gantt *g, const struct gate *gate)
{
	struct gate_progress p = plan_gate_progress(&g->app->plan, gate, g->app->today);
	int days = gate->day - g->app->today;
	return words(pool, days < 0 ? W_GATE_BEHIND_PROGRESS : W_GATE_AHEAD_PROGRESS,
		hole_text("gate", gate_title(gate)), hole_count("n", abs(days)),
		hole_count("won", p.wins_done), hole_count("wins", p.wins_due),
		hole_count("kept", p.others_done), hole_count("others", p.others_due),
		hole_count("percent", PLAN_GATE_PERCENT));
}

/* The title in focus, whole, where its row cuts it. */
static void draw_cut_title(const struct gantt *g, int row)
{
	const struct plan_row *focus = plan_focused(g->view);
	if (!focus)
		return;
	const struct planned_action *planned = &g->app->plan.actions[focus->index];
	if (utf8_cells(UTF8_SCREEN, planned->title) + (planned->quick_win ? 2 : 0) >
		g->view->bars_col - TITLE_COL - 2)
		canvas_text(g->canvas, row, TITLE_COL, g->canvas->cols - TITLE_COL - PLACE_CELLS,
			STYLE_PLAIN, planned->title);
}

static void draw_foot(const struct gantt *g, int row)
{
	const struct plan *plan = &g->app->plan;
	const struct gate *gate = plan_next_gate(plan);
	if (!gate)
		return;
	struct pool pool = { 0 };
	canvas_text(g->canvas, row, 2, g->canvas->cols - 4, STYLE_PLAIN,
		gate->kind == GATE_DONE ? progress_text(&pool, g, gate)
					: question_text(&pool, g, gate));
	pool_release(&pool);
}

void plan_gantt_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_view *view = screen->state;
	struct gantt g = { .view = view,
		.canvas = canvas,
		.app = screen->app,
		.weeks = width_of(canvas->cols) == WIDTH_NARROW
			? 0
			: weeks_shown(view->bars_col, canvas->cols - 2) };
	char day[32];
	int row = view->list_row;
	canvas_textf(canvas, row - 2, 2, view->bars_col - 3, STYLE_PLAIN, "%s %s",
		date_weekday_name(screen->app->today), date_long(screen->app->today, day));
	draw_months(&g, row - 2);
	draw_marks(&g, row - 1);
	for (int i = view->list.top; i < view->list.top + view->visible; i++, row++) {
		draw_row(&g, row, &screen->app->plan.actions[view->rows[i].index]);
		if (i == view->list.at)
			canvas_focus_span(canvas, row, title_end(&g));
	}
	if (!view->row_count)
		canvas_text(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN,
			words_plain(W_PLAN_SHOWS_NOTHING));
	int foot = BODY_TOP + body_rows(canvas->rows) - 2;
	if (body_rows(canvas->rows) < 14)
		return;
	draw_cut_title(&g, foot - 2);
	if ((int)view->row_count > view->visible) {
		char place[32];
		snprintf(place, sizeof(place), "%d-%d of %zu", view->list.top + 1,
			view->list.top + view->visible, view->row_count);
		canvas_right(canvas, foot - 2, canvas->cols - 2, STYLE_PLAIN, place);
	}
	draw_foot(&g, foot - 1);
	canvas_text(canvas, foot + 1, 2, canvas->cols - 4, STYLE_PLAIN,
		canvas->ascii ? "# done   = started   - open   ! late   | gate   : v today"
			      : "█ done   ▒ started   ░ open   ! late   │ gate   ╎ v today");
}
