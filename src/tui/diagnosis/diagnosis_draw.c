/* SPDX-License-Identifier: MIT */
/*
 * The sheet of the diagnosis on the screen: its lines in their columns.
 */
#include "diagnosis.h"

#include <rekindle/utf8.h>
#include "../widgets/score.h"

#define FULL_SCALE "1    2    3    4    5"

/* "2.62 C" in the colour of its band; returns the column after it. */
static int draw_value(
	const struct canvas *canvas, const struct lines *lines, int row, int col, double value)
{
	score_draw(canvas, lines, row, col, value);
	return col + VALUE_CELLS;
}

/* Cells from the lowest score to this one. */
static int along(double score, int cells)
{
	return (int)lround((score - SCORE_LOWEST) * cells / (SCORE_HIGHEST - SCORE_LOWEST));
}

static void draw_score_bar(const struct canvas *canvas, int row, int col, int cells, double score)
{
	if (!isnan(score))
		canvas_bar(canvas, row, col, cells, along(score, cells));
}

/* What a row of the map shows: a cause, or one of its aspects. */
struct shown {
	double score;
	const double *value;
	const int *people;                /* NULL: of a cause */
	const struct scale_score *gap_of; /* NULL: no gap */
	bool evidence;
};

static struct shown shown_of(const struct scores *scores, int entry)
{
	int scale = entry_scale(entry);
	if (scale != SCALE_NONE) {
		const struct scale_score *aspect = &scores->scale[scale];
		return (struct shown){ .score = aspect->score,
			.value = aspect->value,
			.people = aspect->n,
			.gap_of = aspect,
			.evidence = !isnan(aspect->evidence) };
	}
	const struct cause_score *cause = &scores->cause[entry];
	return (struct shown){ .score = cause->score,
		.value = cause->value,
		.gap_of = cause->widest == SCALE_NONE ? NULL : &scores->scale[cause->widest] };
}

/* The stretch between the outermost sides. */
static void draw_stretch(
	const struct canvas *canvas, int row, int col, int cells, const double *value, int parties)
{
	int low = cells + 1, high = -1;
	for (int p = 0; p < parties; p++) {
		if (isnan(value[p]))
			continue;
		int at = along(value[p], cells);
		low = at < low ? at : low;
		high = at > high ? at : high;
	}
	for (int at = low + 1; at < high; at++)
		canvas_text(
			canvas, row, col + at, 1, STYLE_DIM, canvas->ascii ? "-" : "\342\224\200");
}

/* The sides as points on the scale: how far apart they are is seen, and who is where. */
static void draw_plot(const struct canvas *canvas, const struct record *record, int row, int col,
	int cells, const double *value)
{
	int parties = (int)record->party_count;
	struct pool pool = { 0 };
	draw_stretch(canvas, row, col, cells, value, parties);
	for (int p = 0; p < parties; p++) {
		bool alike = false;
		for (int q = 0; !isnan(value[p]) && q < parties; q++)
			alike = alike ||
				(q != p && !isnan(value[q]) &&
					along(value[q], cells) == along(value[p], cells));
		if (!isnan(value[p]))
			canvas_text(canvas, row, col + along(value[p], cells), 1, STYLE_BOLD,
				alike ? "=" : plot_sign(&pool, record, p));
	}
	pool_release(&pool);
}

static void draw_gap(
	const struct canvas *canvas, int row, const struct shape *shape, const struct shown *shown)
{
	static const char *const whole[] = { "", "discuss", "material" };
	static const char *const letters[] = { "", "d", "m" };
	const struct scale_score *of = shown->gap_of;
	if (!of || isnan(of->gap.value)) {
		canvas_text(canvas, row, shape->gap + 2, 2, STYLE_DIM, "--");
		return;
	}
	bool pain = shown->people && of->shared_pain;
	const char *word = pain ? shape->short_gap ? "p" : "pain"
				: (shape->short_gap ? letters : whole)[of->gap.level];
	int col = shape->gap +
		canvas_textf(canvas, row, shape->gap, GAP_CELLS, STYLE_PLAIN, "%.2f %s",
			of->gap.value, word);
	if (of->gap.confirmed)
		canvas_text(canvas, row, col, 1, STYLE_PLAIN, "*");
}

static void draw_name(const struct sheet *sheet, const struct canvas *canvas, int row, int entry)
{
	int scale = entry_scale(entry);
	if (scale != SCALE_NONE) {
		canvas_text(canvas, row, sheet->shape.aspect,
			sheet->shape.score - sheet->shape.aspect - 1, STYLE_PLAIN,
			words_scale(scale));
		return;
	}
	canvas_text(canvas, row, 2, 1, STYLE_BOLD, sheet->open[entry] ? "-" : "+");
	canvas_text(canvas, row, NAME_COL, sheet->shape.score - NAME_COL - 1, STYLE_PLAIN,
		cause_info[entry].label);
}

static void draw_entry(const struct screen *screen, const struct canvas *canvas, int row, int entry)
{
	const struct sheet *sheet = screen->state;
	const struct shape *shape = &sheet->shape;
	const struct scores *scores = &app_diagnosis(screen->app)->scores;
	struct shown shown = shown_of(scores, entry);
	draw_name(sheet, canvas, row, entry);
	draw_value(canvas, &scores->lines, row, shape->score, shown.score);
	if (shape->bar >= 0 && !(sheet->plots && shape->plot < 0))
		draw_score_bar(canvas, row, shape->bar, shape->bar_cells, shown.score);
	else if (shape->bar >= 0)
		draw_plot(canvas, &screen->app->record, row, shape->bar, shape->bar_cells,
			shown.value);
	if (shape->plot >= 0)
		draw_plot(canvas, &screen->app->record, row, shape->plot, BAR_CELLS, shown.value);
	for (int p = 0; shape->step && p < (int)screen->app->record.party_count; p++) {
		int col = draw_value(canvas, &scores->lines, row, shape->party + p * shape->step,
			shown.value[p]);
		if (shape->people && shown.people)
			canvas_textf(canvas, row, col + 1, 3, STYLE_PLAIN, "%d", shown.people[p]);
	}
	draw_gap(canvas, row, shape, &shown);
	if (shape->evidence >= 0 && shown.evidence)
		canvas_text(canvas, row, shape->evidence, 8, STYLE_PLAIN, "evidence");
}

static void draw_parties(const struct screen *screen, const struct canvas *canvas, int row,
	const struct sheet_line *line)
{
	const struct record *record = &screen->app->record;
	const struct scores *scores = &app_diagnosis(screen->app)->scores;
	struct shown shown = shown_of(scores, line->entry);
	const struct sheet *sheet = screen->state;
	int cells = (sheet->cols - 2 - ASPECT_COL) / PARTIES_BELOW;
	for (int i = 0; i < PARTIES_BELOW && line->party + i < (int)record->party_count; i++) {
		int party = line->party + i, col = ASPECT_COL + i * cells;
		col += canvas_text(canvas, row, col, cells - VALUE_CELLS - 2, STYLE_PLAIN,
			       record->parties[party].label) +
			1;
		draw_value(canvas, &scores->lines, row, isnan(shown.value[party]) ? col - 2 : col,
			shown.value[party]);
	}
}

static void draw_heading(const struct screen *screen, const struct canvas *canvas, int row)
{
	const struct sheet *sheet = screen->state;
	const struct shape *shape = &sheet->shape;
	const struct record *record = &screen->app->record;
	canvas_text(canvas, row, NAME_COL - 2, 10, STYLE_PLAIN, "Cause");
	canvas_text(canvas, row, shape->score, 5, STYLE_PLAIN, "Score");
	if (shape->bar >= 0)
		canvas_text(canvas, row, shape->bar, shape->bar_cells + 1, STYLE_PLAIN,
			shape->bar_cells == BAR_CELLS ? FULL_SCALE : "1  2  3  4  5");
	if (shape->plot >= 0)
		canvas_text(canvas, row, shape->plot, BAR_CELLS + 1, STYLE_PLAIN, FULL_SCALE);
	for (int p = 0; shape->step && p < (int)record->party_count; p++)
		canvas_text(canvas, row, shape->party + p * shape->step, shape->step - 1,
			STYLE_PLAIN, record->parties[p].label);
	canvas_text(canvas, row, shape->gap, GAP_CELLS, STYLE_PLAIN,
		sheet_unfolded(sheet) || shape->short_gap ? "Gap" : "Widest gap");
}

static void draw_line(const struct screen *screen, const struct canvas *canvas, int row,
	const struct sheet_line *line)
{
	const struct sheet *sheet = screen->state;
	switch (line->kind) {
	case SHEET_TEXT:
		if (line->label)
			canvas_text(canvas, row, 2, line->indent - 1, STYLE_PLAIN, line->label);
		canvas_text(canvas, row, 2 + line->indent, sheet->cols, line->style, line->text);
		break;
	case SHEET_HEADING:
		draw_heading(screen, canvas, row);
		break;
	case SHEET_ENTRY:
		draw_entry(screen, canvas, row, line->entry);
		if (line->entry == sheet->focus && !sheet->inside)
			canvas_focus_span(canvas, row, sheet->cols - 2);
		break;
	case SHEET_PARTIES:
		draw_parties(screen, canvas, row, line);
		break;
	}
}

static void draw_place(const struct sheet *sheet, const struct canvas *canvas)
{
	char text[48];
	int last = sheet->top + sheet->rows;
	snprintf(text, sizeof(text), "%d-%d of %zu", sheet->top + 1,
		last < (int)sheet->count ? last : (int)sheet->count, sheet->count);
	canvas_right(canvas, BODY_TOP + sheet->rows, sheet->cols - 2, STYLE_PLAIN, text);
}

static void draw_map(const struct screen *screen, const struct canvas *canvas)
{
	const struct sheet *sheet = screen->state;
	for (int i = 0; i < sheet->rows && sheet->top + i < (int)sheet->count; i++) {
		size_t at = (size_t)(sheet->top + i);
		if (i == 0 && at > sheet->heading)
			at = sheet->heading; /* headings stay */
		draw_line(screen, canvas, BODY_TOP + i, &sheet->lines[at]);
	}
	if (!sheet->all_visible)
		draw_place(sheet, canvas);
}

void diagnosis_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct sheet *sheet = screen->state;
	if (!pane_alone(sheet))
		draw_map(screen, canvas);
	if (sheet->pane != PANE_ALONE || sheet->inside)
		pane_draw(sheet, canvas);
}
