/* SPDX-License-Identifier: MIT */
/*
 * The audit's layout and painting: parts, tables by the room there is, the focus in full below.
 */
#include "audit.h"

#include <string.h>

#include <rekindle/carried.h>
#include <rekindle/utf8.h>

#define ROWS_ROOMY 17 /* body rows from which a blank row stands below the parts */
#define ROWS_ABOUT 6  /* rows of the list from which some are kept for the question */
#define STICKY_FROM 6
#define EDGE 2
#define ABOUT_MOST 140 /* cells of a line about the row in focus */
#define SUM_LABEL 21   /* cells before the end where the label of a sum stands */
#define BAR 8

static int cells(const char *text)
{
	return utf8_cells(UTF8_SCREEN, text);
}

/* Layout */

static bool explains(const struct audit *audit)
{
	return audit->part == AUDIT_CHECKLISTS || audit->part == AUDIT_ROUTE;
}

static int line_of_row(const struct audit *audit, int row)
{
	for (size_t i = 0; i < audit->line_count; i++)
		if (audit->lines[i].kind == LINE_ROW && audit->lines[i].row == row)
			return (int)i;
	return 0;
}

/* The list counts rows, what scrolls are lines: titles and sums scroll as well. */
static void scroll_lines(struct audit *audit)
{
	struct list *list = &audit->list[audit->part];
	int rows = audit->list_rows, count = (int)audit->line_count;
	int first = line_of_row(audit, list->at), last = first;
	int edge = rows > 8 ? EDGE : 0;
	audit->sticky = rows >= STICKY_FROM;
	if (last + 1 < count && audit->lines[last + 1].kind == LINE_BELOW)
		last++;
	if (list->at == (int)audit->row_count - 1)
		last = count - 1 - first < rows - 1 - audit->sticky ? count - 1 : last;
	if (list->top > first - edge - audit->sticky)
		list->top = first - edge - audit->sticky;
	if (list->top < last + 1 + edge - rows)
		list->top = last + 1 + edge - rows;
	if (list->at == 0)
		list->top = 0;
	if (list->top > count - rows)
		list->top = count - rows;
	if (list->top < 0)
		list->top = 0;
	list->rows = rows;
}

static void layout_about(struct audit *audit, int bottom)
{
	int room = bottom - audit->list_row, lines = (int)audit->line_count;
	int want = (int)audit->about.count + 1, keep = 0;
	if (explains(audit) && room >= ROWS_ABOUT)
		keep = want < room / 2 ? want : room / 2;
	audit->list_rows = lines < room - keep ? lines : room - keep;
	if (audit->list_rows < 1)
		audit->list_rows = 1;
	audit->about_row = audit->list_row + audit->list_rows + 1;
	page_layout(&audit->about, bottom - audit->about_row);
	if (bottom - audit->about_row < 1)
		audit->about_row = -1;
}

void audit_layout(struct screen *screen, int rows, int cols)
{
	struct audit *audit = screen->state;
	struct app *app = screen->app;
	int body = body_rows(rows), bottom = BODY_TOP + body - 1;
	const struct kpi_list kpis = record_kpis_now(&app->record); /* as they are listed */
	performance_compute(&audit->performance, &app->record, &kpis);
	audit->route = app_diagnosis(app)->scores.route;
	audit_rows(audit, app, audit->part);
	audit_lines(audit, app, cols);
	audit_place(audit, app, cols);
	audit_about(audit, app, (cols - 2 < ABOUT_MOST ? cols - 2 : ABOUT_MOST) - 2);
	audit->list_row = BODY_TOP + 1 + (body >= ROWS_ROOMY);
	if (audit->reading) {
		page_layout(&audit->about, bottom - audit->list_row);
		audit->about_row = audit->list_row;
		return;
	}
	layout_about(audit, bottom);
	scroll_lines(audit);
}

/* Tables */

/* Where a column stands; cells without the gap after it. False: not in the table at this width. */
static bool place(const struct audit *audit, enum kind kind, size_t which, int *col, int *width)
{
	*col = audit->places[kind][which].col;
	*width = audit->places[kind][which].width;
	return *width > 0;
}

static void draw_cell(const struct canvas *canvas, int row, int col, int width, bool right,
	enum style style, const char *text)
{
	if (!right)
		canvas_text(canvas, row, col, col + width < canvas->cols - 2 ? width - 1 : width,
			style, text);
	else if (cells(text) < width)
		canvas_right(canvas, row, col + width, style, text);
	else
		canvas_text(canvas, row, col + 1, width - 1, style, text);
}

/* Columns of the four values of the route test are the last four. */
static bool is_open_value(const struct audit *audit, enum kind kind, size_t column, size_t count)
{
	return kind == KIND_ROUTE && column + ROUTE_VALUES == count + (size_t)audit->value;
}

static void draw_titles(
	const struct audit *audit, const struct canvas *canvas, int row, enum kind kind)
{
	size_t count;
	const struct audit_column *columns = audit_columns(kind, &count);
	int col, width;
	for (size_t i = 0; i < count; i++)
		if (place(audit, kind, i, &col, &width))
			draw_cell(canvas, row, col, width, columns[i].right,
				is_open_value(audit, kind, i, count) ? STYLE_PART
					: i == 0                     ? STYLE_BOLD
								     : STYLE_PLAIN,
				columns[i].title);
	if (kind == KIND_KPI && width_of(canvas->cols) == WIDTH_NARROW)
		canvas_text(canvas, row, 2, 10, STYLE_BOLD, "KPI");
}

static enum style style_of(enum kind kind, const char *text)
{
	if (!strcmp(text, "--"))
		return STYLE_DIM;
	if (kind == KIND_OBJECTIVE && !strcmp(text, "missed"))
		return STYLE_CRITICAL;
	return kind == KIND_CHECKLIST && !strcmp(text, "unknown") ? STYLE_DIM : STYLE_PLAIN;
}

/* The category stands once, before its first KPI. */
static bool repeated(const struct audit *audit, const struct record *record, int row, size_t column)
{
	const struct audit_row *here = &audit->rows[row], *before = row ? here - 1 : NULL;
	return here->kind == KIND_KPI && !column && before && before->kind == KIND_KPI &&
		record->kpis[before->index].category == record->kpis[here->index].category;
}

static void draw_row_cells(const struct audit *audit, const struct record *record,
	const struct canvas *canvas, int row, int at)
{
	const struct audit_row *what = &audit->rows[at];
	size_t count;
	const struct audit_column *columns = audit_columns(what->kind, &count);
	struct pool pool = { 0 };
	bool focus = at == audit->list[audit->part].at;
	int col, width;
	for (size_t i = 0; i < count; i++) {
		if (!place(audit, what->kind, i, &col, &width) || repeated(audit, record, at, i))
			continue;
		if (columns[i].bar) {
			double share = audit_bar(record, what->index);
			if (!isnan(share))
				canvas_bar(canvas, row, col, BAR, (int)(share * BAR / 100 + 0.5));
			continue;
		}
		const char *text = audit_cell(&pool, record, what->kind, &columns[i], what->index);
		text = text ? text : "--";
		bool open = focus && is_open_value(audit, what->kind, i, count);
		draw_cell(canvas, row, col, width, columns[i].right, style_of(what->kind, text),
			open ? pool_printf(&pool, "[%s]", text) : text);
	}
	pool_release(&pool);
}

static const char *with_word(struct pool *pool, const struct audit_column *column, const char *text)
{
	return column->word ? words(pool, W_CELL_BELOW, hole_text("word", column->word),
				      hole_text("text", text))
			    : text;
}

static void draw_below(const struct audit *audit, const struct record *record,
	const struct canvas *canvas, int row, int at)
{
	const struct audit_row *what = &audit->rows[at];
	size_t count;
	const struct audit_column *columns = audit_columns(what->kind, &count);
	struct pool pool = { 0 };
	struct texts cells_below = { 0 };
	for (size_t i = 0; i < count; i++) {
		if (columns[i].cells[WIDTH_NARROW] != COLUMN_BELOW)
			continue;
		const char *text = audit_cell(&pool, record, what->kind, &columns[i], what->index);
		if (text)
			texts_add(&pool, &cells_below, with_word(&pool, &columns[i], text));
	}
	canvas_text(canvas, row, 4, canvas->cols - 6, cells_below.count ? STYLE_PLAIN : STYLE_DIM,
		cells_below.count ? words_names(&pool, &cells_below) : "--");
	pool_release(&pool);
}

/* Carried over from the round before, and nobody has looked at it since. */
static bool is_unconfirmed(const struct record *record, const struct audit_row *what)
{
	if (what->index < 0 || !kind_is_carried(what->kind) ||
		record->assessment.sealed != DATE_NONE)
		return false;
	for (size_t i = 0; what->kind == KIND_CHECKLIST && i < record->checklist_count; i++)
		if (record->checklists[i].row == what->index)
			return record_unconfirmed(record, what->kind, &record->checklists[i]);
	return what->kind != KIND_CHECKLIST &&
		record_unconfirmed(
			record, what->kind, record_at(record, what->kind, (size_t)what->index));
}

/* To a sealed round nothing is added but KPIs, which are the alliance's. */
static const char *empty_text(const struct record *record, enum kind kind)
{
	bool closed = record->assessment.sealed != DATE_NONE && kind != KIND_KPI;
	const struct audit_noun *noun = audit_noun(kind);
	return words_plain(closed ? W_AUDIT_NONE : noun->empty);
}

/* The focus covers what a row is called: figures, days and results keep their colours. */
static int focus_end(const struct audit *audit, const struct audit_row *what, int end)
{
	size_t count;
	const struct audit_column *columns = audit_columns(what->kind, &count);
	int col, width;
	for (size_t i = 1; what->index >= 0 && i < count; i++)
		if (columns[i].right && place(audit, what->kind, i, &col, &width))
			return col;
	return end;
}

static void draw_row(const struct audit *audit, const struct record *record,
	const struct canvas *canvas, int row, int at)
{
	const struct audit_row *what = &audit->rows[at];
	int end = audit_end(canvas->cols), agreed = record->assessment.objectives_agreed;
	if (what->index < 0)
		canvas_text(canvas, row, 2, end - 2, STYLE_PLAIN, empty_text(record, what->kind));
	else if (what->kind == KIND_ASSESSMENT)
		canvas_textf(canvas, row, 2, end - 2, STYLE_PLAIN, "%s  %s",
			words_plain(W_OBJECTIVES_AGREED),
			agreed == TRI_UNKNOWN ? "unknown"
				: agreed      ? "yes"
					      : "no");
	else
		draw_row_cells(audit, record, canvas, row, at);
	if (is_unconfirmed(record, what))
		canvas_text(canvas, row, 1, 1, STYLE_WARN, "!");
	if (at == audit->list[audit->part].at)
		canvas_focus_span(canvas, row, focus_end(audit, what, end));
}

static void draw_means(const struct audit *audit, const struct canvas *canvas, int row)
{
	size_t count;
	char text[16];
	int col, width;
	audit_columns(KIND_ROUTE, &count);
	canvas_text(canvas, row, 2, 20, STYLE_PLAIN,
		width_of(canvas->cols) == WIDTH_NARROW ? "Mean" : "Mean of the sides");
	for (size_t i = 0; i < ROUTE_VALUES; i++) {
		double mean = audit->route.value[i];
		snprintf(text, sizeof(text), "%.2f", mean);
		if (place(audit, KIND_ROUTE, count - ROUTE_VALUES + i, &col, &width))
			draw_cell(canvas, row, col, width, true,
				isnan(mean) ? STYLE_DIM : STYLE_BOLD, isnan(mean) ? "--" : text);
	}
}

/* Under the figures that it sums, not under the words beside them. */
static void draw_sum(const struct canvas *canvas, int row, const char *text, const char *label,
	const char *figure)
{
	int end = audit_sum_end(canvas->cols);
	if (text)
		canvas_text(canvas, row, 2, end - SUM_LABEL - 3, STYLE_PLAIN, text);
	canvas_text(canvas, row, end - SUM_LABEL, 12, STYLE_BOLD, label);
	canvas_right(canvas, row, end, strcmp(figure, "--") ? STYLE_BOLD : STYLE_DIM, figure);
}

static void draw_line(const struct screen *screen, const struct canvas *canvas, int row,
	const struct audit_line *line)
{
	const struct audit *audit = screen->state;
	const struct record *record = &screen->app->record;
	switch (line->kind) {
	case LINE_TITLES:
		draw_titles(audit, canvas, row, line->of);
		break;
	case LINE_GROUP:
		canvas_text(canvas, row, 2, canvas->cols - 4, STYLE_BOLD, line->text);
		break;
	case LINE_ROW:
		draw_row(audit, record, canvas, row, line->row);
		break;
	case LINE_BELOW:
		draw_below(audit, record, canvas, row, line->row);
		break;
	case LINE_SUM:
		draw_sum(canvas, row, line->text, line->label, line->figure);
		break;
	case LINE_MEANS:
		draw_means(audit, canvas, row);
		break;
	case LINE_BLANK:
		break;
	}
}

/* The titles of what scrolls below them stay. */
static const struct audit_line *sticky_line(const struct audit *audit, int top)
{
	const struct audit_line *line = &audit->lines[top];
	bool ends = top + 1 < (int)audit->line_count && line[1].kind != LINE_ROW &&
		line[1].kind != LINE_BELOW;
	if (!audit->sticky || ends || (line->kind != LINE_ROW && line->kind != LINE_BELOW))
		return line;
	for (int i = top; i >= 0; i--)
		if (audit->lines[i].kind == LINE_TITLES || audit->lines[i].kind == LINE_GROUP)
			return &audit->lines[i];
	return line;
}

static void draw_list(const struct screen *screen, const struct canvas *canvas)
{
	const struct audit *audit = screen->state;
	const struct list *list = &audit->list[audit->part];
	for (int i = 0; i < audit->list_rows && list->top + i < (int)audit->line_count; i++)
		draw_line(screen, canvas, audit->list_row + i,
			i ? &audit->lines[list->top + i] : sticky_line(audit, list->top));
}

static void draw_performance(const struct audit *audit, const struct canvas *canvas, int row)
{
	const struct performance *performance = &audit->performance;
	char figure[24] = "--";
	bool low = !isnan(performance->score) && performance->low;
	bool narrow = width_of(canvas->cols) == WIDTH_NARROW;
	if (!isnan(performance->score))
		snprintf(figure, sizeof(figure), "%.2f%s", performance->score,
			low && narrow ? " low" : "");
	draw_sum(canvas, row, NULL, "Performance", figure);
	if (low && !narrow)
		canvas_right(canvas, row, audit_sum_end(canvas->cols) - SUM_LABEL - 3,
			STYLE_CRITICAL, "low, below 60");
}

void audit_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct audit *audit = screen->state;
	int bottom = BODY_TOP + body_rows(canvas->rows) - 1;
	audit_draw_parts(audit, &screen->app->record, canvas);
	if (audit->reading || audit->about_row >= 0)
		page_draw(&audit->about, canvas, audit->about_row, 2);
	if (audit->reading) {
		if (page_more_below(&audit->about) || page_more_above(&audit->about))
			canvas_right(canvas, bottom, canvas->cols - 2, STYLE_DIM,
				page_more_below(&audit->about) ? "more below" : "more above");
		return;
	}
	draw_list(screen, canvas);
	struct list place_of = audit->list[audit->part];
	place_of.count = (int)audit->line_count;
	place_of.rows = audit->list_rows;
	list_draw_place(
		&place_of, canvas, bottom, audit->part == AUDIT_GOALS ? 2 + 11 : canvas->cols - 2);
	if (audit->part == AUDIT_GOALS)
		draw_performance(audit, canvas, bottom);
}
