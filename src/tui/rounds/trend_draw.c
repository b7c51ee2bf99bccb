/* SPDX-License-Identifier: MIT */
/*
 * The sheet of the trend on the screen: its lines in their columns.
 */
#include "trend.h"

#include "../widgets/score.h"

#define LEFT 2
#define ASPECT_COL 4

static void draw_cell(const struct canvas *canvas, int row, int end, const char *text)
{
	if (end && text)
		canvas_right(canvas, row, end, STYLE_PLAIN, text);
}

static void draw_row(const struct trend_view *own, const struct canvas *canvas, int row,
	const struct trend_line *line)
{
	const struct lines *lines = &own->change.after->diagnosis.scores.lines;
	const struct trend_columns *at = own->columns;
	bool inner = line->kind == TREND_ASPECT || line->kind == TREND_SYMPTOM;
	int col = inner ? ASPECT_COL : LEFT, end = at->spark ? at->spark : at->after;
	canvas_text(canvas, row, col, end - col - 1, inner ? STYLE_PLAIN : STYLE_BOLD, line->text);
	if (at->spark)
		canvas_spark(canvas, row, at->spark, TREND_SPARK_ROUNDS, line->spark);
	if (at->before)
		score_draw(canvas, lines, row, at->before, line->before);
	score_draw(canvas, lines, row, at->after, line->after);
	draw_cell(canvas, row, at->change, line->cell[TREND_CHANGE]);
	draw_cell(canvas, row, at->pairs, line->cell[TREND_PAIRS]);
	draw_cell(canvas, row, at->p, line->cell[TREND_P]);
	canvas_text(canvas, row, at->told, own->cols - at->told - 2, line->style, line->told);
}

static void draw_heading(const struct trend_view *own, const struct canvas *canvas, int row)
{
	const struct trend_columns *at = own->columns;
	if (at->spark)
		canvas_text(canvas, row, at->spark, TREND_SPARK_ROUNDS, STYLE_PLAIN, "rounds");
	if (at->before)
		canvas_text(canvas, row, at->before, SCORE_CELLS, STYLE_PLAIN, "from");
	canvas_text(canvas, row, at->after, SCORE_CELLS, STYLE_PLAIN, "to");
	draw_cell(canvas, row, at->change, "change");
	draw_cell(canvas, row, at->pairs, "pairs");
	draw_cell(canvas, row, at->p, "p");
}

/* All rounds */

#define MARK_COL 2 /* "from", "to" */
#define KIND_COL 7
#define DAY_COL 17
static const int score_col[1 + CAUSE_COUNT] = { 28, 36, 46, 53, 62 };
#define CAUSE_CELLS 10 /* of the longest name */
#define HEARD_END 79

static bool has_room(const struct trend_view *own, int score)
{
	return score_col[score] + SCORE_CELLS < own->cols;
}

static void draw_round_heading(const struct trend_view *own, const struct canvas *canvas, int row)
{
	canvas_text(canvas, row, KIND_COL, 9, STYLE_PLAIN, "round");
	canvas_text(canvas, row, DAY_COL, 10, STYLE_PLAIN, "date");
	canvas_text(canvas, row, score_col[0], SCORE_CELLS, STYLE_PLAIN, "health");
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		int col = score_col[1 + cause], room = own->cols - 2 - col;

		if (has_room(own, 1 + cause))
			canvas_text(canvas, row, col, room < CAUSE_CELLS ? room : CAUSE_CELLS,
				STYLE_PLAIN, words_cause(cause));
	}
	if (own->cols >= HEARD_END)
		canvas_right(canvas, row, HEARD_END, STYLE_PLAIN, "heard");
}

static const char *mark_of(const struct trend_view *own, int round)
{
	if (!own->compared || (round != own->from && round != own->to))
		return "";
	return round == own->to ? "to" : "from";
}

static void draw_round(const struct trend_view *own, const struct canvas *canvas, int row,
	const struct trend_line *line)
{
	const struct scores *scores = &own->history.round[line->n].diagnosis.scores;
	canvas_text(canvas, row, MARK_COL, 4, STYLE_BOLD, mark_of(own, line->n));
	canvas_text(canvas, row, KIND_COL, 9, STYLE_PLAIN, line->text);
	canvas_text(canvas, row, DAY_COL, 10, STYLE_PLAIN, line->cell[TREND_DAY]);
	score_draw(canvas, &scores->lines, row, score_col[0], scores->health);
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		if (has_room(own, 1 + cause))
			score_draw(canvas, &scores->lines, row, score_col[1 + cause],
				scores->cause[cause].score);
	if (own->cols >= HEARD_END)
		draw_cell(canvas, row, HEARD_END, line->cell[TREND_HEARD]);
}

/* KPIs */

static void draw_kpi_cells(const struct trend_view *own, const struct canvas *canvas, int row,
	const char *name, const char *spark, const char *const cell[TREND_CELLS])
{
	const struct trend_kpi_columns *at = &own->kpi;
	canvas_text(canvas, row, LEFT, at->name, STYLE_PLAIN, name);
	if (at->spark)
		canvas_spark(canvas, row, at->spark, TREND_KPI_SPARK, spark);
	for (int i = 0; i < TREND_CELLS; i++)
		draw_cell(canvas, row, at->end[i], cell[i]);
}

static void draw_line(const struct trend_view *own, const struct canvas *canvas, int row,
	const struct trend_line *line)
{
	switch (line->kind) {
	case TREND_HEALTH:
	case TREND_CAUSE:
	case TREND_ASPECT:
	case TREND_SYMPTOM:
		draw_row(own, canvas, row, line);
		break;
	case TREND_KPI:
		draw_kpi_cells(own, canvas, row, line->text, line->spark, line->cell);
		break;
	case TREND_TEXT:
		canvas_text(canvas, row, LEFT, own->cols - LEFT - 2, STYLE_PLAIN, line->text);
		break;
	case TREND_HEADING:
		draw_heading(own, canvas, row);
		break;
	case TREND_ROUND_HEADING:
		draw_round_heading(own, canvas, row);
		break;
	case TREND_ROUND:
		draw_round(own, canvas, row, line);
		break;
	case TREND_KPI_HEADING:
		draw_kpi_cells(own, canvas, row, "KPI", "readings", trend_kpi_head);
		break;
	}
}

/* The line that stands there: the heading of the comparison above its rows stays in sight. */
static const struct trend_line *line_on(const struct trend_view *own, int i)
{
	const struct trend_line *line = &own->lines[own->top + i];
	bool compared = line->kind <= TREND_SYMPTOM;
	return !i && compared && own->rows > 3 ? &own->lines[own->heading] : line;
}

static void draw_more(
	const struct screen *screen, const struct canvas *canvas, bool above, bool below)
{
	if ((above || below) && !*screen->app->message)
		canvas_right(canvas, canvas->rows - 3, canvas->cols - 2, STYLE_PLAIN,
			below ? "more below" : "more above");
}

static void draw_sheet(const struct screen *screen, const struct canvas *canvas)
{
	const struct trend_view *own = screen->state;
	int focus = trend_line_of(own, &own->focus) - own->top;
	for (int i = 0; i < own->rows && own->top + i < (int)own->line_count; i++) {
		const struct trend_line *line = line_on(own, i);
		draw_line(own, canvas, BODY_TOP + i, line);
		if (i == focus && line->kind < TREND_FOCUSABLE)
			canvas_focus_span(canvas, BODY_TOP + i, own->cols - 2);
	}
	draw_more(screen, canvas, own->top > 0, own->top + own->rows < (int)own->line_count);
}

void trend_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct trend_view *own = screen->state;
	if (own->open) {
		page_draw(&own->why, canvas, BODY_TOP, LEFT);
		draw_more(screen, canvas, page_more_above(&own->why), page_more_below(&own->why));
		return;
	}
	draw_sheet(screen, canvas);
	if (own->pane)
		page_draw(&own->why, canvas, BODY_TOP, own->pane);
}
