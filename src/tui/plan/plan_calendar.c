/* SPDX-License-Identifier: MIT */
/*
 * The plan by days: what is due, the gates, and what recurs.
 */
#include "plan_view.h"

#include <rekindle/date.h>

#define DAY_COL 4
#define DAY_CELLS 10
#define WHAT_COL 16
#define STATE_CELLS 13

static void draw_month(const struct canvas *canvas, int row, int index)
{
	char name[32];
	int year = (index - 1) / 12, month = (index - 1) % 12 + 1;
	const char *first = date_long(date_make(year, month, 1), name);
	canvas_text(canvas, row, 2, 20, STYLE_BOLD, first + 2);
}

static void draw_what(
	const struct app *app, const struct canvas *canvas, int row, const struct plan_row *what)
{
	const struct plan *plan = &app->plan;
	struct pool pool = { 0 };
	int room = canvas->cols - WHAT_COL - STATE_CELLS - 2;
	const struct planned_action *planned =
		what->kind == PLAN_ACTION ? &plan->actions[what->index] : NULL;
	if (planned) {
		canvas_text(canvas, row, WHAT_COL, room, STYLE_PLAIN, planned->title);
		canvas_text(canvas, row, canvas->cols - 1 - STATE_CELLS, STATE_CELLS - 1,
			plan_state_style(planned, app->today),
			plan_state_within(&pool, planned, app->today, STATE_CELLS - 1));
	} else if (what->kind == PLAN_GATE) {
		const struct gate *gate = &plan->gates[what->index];
		canvas_textf(canvas, row, WHAT_COL, room, STYLE_BOLD, "%s   %s", gate_title(gate),
			gate_question(gate));
		if (gate->outcome >= 0)
			canvas_text(canvas, row, canvas->cols - 1 - STATE_CELLS, STATE_CELLS - 1,
				gate->outcome == OUTCOME_PASSED ? STYLE_GOOD : STYLE_CRITICAL,
				vocabulary_outcome.word[gate->outcome]);
	} else {
		canvas_text(canvas, row, WHAT_COL, room + STATE_CELLS, STYLE_PLAIN,
			event_title(&plan->events[what->index]));
	}
	pool_release(&pool);
}

void plan_calendar_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct plan_view *view = screen->state;
	const struct app *app = screen->app;
	int row = view->list_row;
	for (int i = view->list.top; i < view->list.top + view->visible; i++, row++) {
		const struct plan_row *what = &view->rows[i];
		char day[32];
		if (what->kind == PLAN_MONTH) {
			draw_month(canvas, row, what->index);
			continue;
		}
		canvas_textf(canvas, row, DAY_COL, DAY_CELLS,
			what->day < app->today ? STYLE_DIM : STYLE_PLAIN, "%.3s %6s",
			date_weekday_name(what->day), date_short(what->day, day));
		draw_what(app, canvas, row, what);
		if (i == view->list.at)
			canvas_focus_span(canvas, row, canvas->cols - STATE_CELLS - 2);
	}
	if (!view->row_count)
		canvas_text(canvas, row, 2, canvas->cols - 4, STYLE_PLAIN,
			words_plain(W_PLAN_SHOWS_NOTHING));
	list_draw_place(
		&view->list, canvas, BODY_TOP + body_rows(canvas->rows) - 1, canvas->cols - 2);
}
