/* SPDX-License-Identifier: MIT */
/*
 * The sheet of the diagnosis: columns by the room there is, and its lines.
 */
#include "diagnosis.h"

#include <rekindle/utf8.h>

#define EDGE 2 /* rows kept visible beyond the focus */

static struct sheet_line *add(struct sheet *sheet, enum sheet_kind kind)
{
	struct sheet_line *line = POOL_APPEND(&sheet->pool, sheet->lines, sheet->count);
	*line = (struct sheet_line){ .kind = kind, .entry = -1, .text = "" };
	return line;
}

/* Text wrapped at width behind its indent; the label stands before its first line. */
static void add_text(struct sheet *sheet, enum style style, const char *label, int indent,
	int width, const char *text)
{
	size_t shown;
	width = width - indent < 8 ? 8 : width - indent;
	for (size_t n; (n = utf8_line(UTF8_SCREEN, text, width, &shown)); text += n) {
		struct sheet_line *line = add(sheet, SHEET_TEXT);
		line->style = style;
		line->label = label;
		line->indent = indent;
		line->text = pool_strndup(&sheet->pool, text, shown);
		label = NULL;
	}
}

static void add_blank(struct sheet *sheet, int count)
{
	while (count-- > 0)
		add(sheet, SHEET_TEXT);
}

static void add_verdict(struct sheet *sheet, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	const struct record *record = &app->record;
	add_text(sheet, STYLE_BOLD, NULL, 0, width, verdict_primary(&sheet->pool, record, d));
	add_text(sheet, STYLE_BOLD, NULL, 0, width, verdict_situation(&sheet->pool, d));
	add_text(sheet, STYLE_BOLD, NULL, 0, width, verdict_grade(&sheet->pool, record, d));
}

static void add_map(struct sheet *sheet, int parties, bool spaced)
{
	int entries[ENTRIES_MAX], count = sheet_entries(sheet, entries);
	for (int i = 0; i < count; i++) {
		if (spaced && i && entry_scale(entries[i]) == SCALE_NONE)
			add_blank(sheet, 1);
		add(sheet, SHEET_ENTRY)->entry = entries[i];
		for (int p = 0; !sheet->shape.step && p < parties; p += PARTIES_BELOW) {
			struct sheet_line *line = add(sheet, SHEET_PARTIES);
			line->entry = entries[i];
			line->party = p;
		}
	}
}

static void add_beside(struct sheet *sheet, const char *label, int width, const char *text)
{
	add_text(sheet, STYLE_PLAIN, label, width < 60 ? 10 : 15, width,
		*text ? text : words_plain(W_NONE_FOUND));
}

/* What the signs mean, by the room there is: entries, two blanks apart. */
enum legend_size { LEGEND_NARROW, LEGEND_STANDARD, LEGEND_WIDE };

static const char *legend_bands(struct pool *pool, const struct lines *lines, enum legend_size size)
{
	static const enum sentence said[][2] = {
		{ W_LEGEND_STRENGTH, W_LEGEND_STRENGTH_FULL },
		{ W_LEGEND_ADEQUATE, W_LEGEND_ADEQUATE_FULL },
		{ W_LEGEND_WEAK, W_LEGEND_WEAK_FULL },
	};
	const double from[] = { lines->strength, lines->failing, lines->critical };
	bool full = size == LEGEND_WIDE;
	struct texts row = { 0 };

	for (int i = 0; i < 3; i++)
		texts_add(pool, &row, words(pool, said[i][full], hole_number("line", from[i], 2)));
	texts_add(pool, &row, words_plain(full ? W_LEGEND_CRITICAL_FULL : W_LEGEND_CRITICAL));
	const char *between = size == LEGEND_NARROW ? " " : "  ";
	return texts_join(pool, &row, between, between);
}

static const char *legend_pain(const struct sheet *sheet, struct pool *pool,
	const struct lines *lines, enum legend_size size)
{
	struct hole line = hole_number("line", lines->failing, 2);

	if (sheet->shape.short_gap)
		return words(pool, W_LEGEND_PAIN_SHORT, line);
	return words(pool, size == LEGEND_WIDE ? W_LEGEND_PAIN_FULL : W_LEGEND_PAIN, line);
}

/* Whose point is which. */
static void add_points(struct sheet *sheet, const struct record *record, struct texts *row)
{
	for (int p = 0; sheet_plots(sheet) && p < (int)record->party_count; p++)
		texts_add(&sheet->pool, row,
			pool_printf(&sheet->pool, "%s\302\240%s",
				plot_sign(&sheet->pool, record, p), record->parties[p].label));
	if (sheet_plots(sheet))
		texts_add(&sheet->pool, row, words_plain(W_LEGEND_ALIKE));
}

static const char *legend(struct sheet *sheet, const struct record *record,
	const struct lines *lines, bool unfolded, int width)
{
	struct texts row = { 0 };
	enum legend_size size = width < 60 ? LEGEND_NARROW
		: unfolded && width < 100  ? LEGEND_STANDARD
					   : LEGEND_WIDE;
	const char *apart = size == LEGEND_WIDE ? " " : ""; /* one blank more where there is room */
	texts_add(&sheet->pool, &row,
		pool_printf(&sheet->pool, "%s%s", legend_bands(&sheet->pool, lines, size), apart));
	if (sheet->shape.short_gap)
		texts_add(&sheet->pool, &row, "d discuss  m material");
	texts_add(&sheet->pool, &row, "* confirmed");
	if (unfolded)
		texts_add(&sheet->pool, &row,
			pool_printf(&sheet->pool, "%s%s", sheet->shape.short_gap ? "" : apart,
				legend_pain(sheet, &sheet->pool, lines, size)));
	add_points(sheet, record, &row);
	return texts_join(&sheet->pool, &row, "  ", "  ");
}

static void add_rest(struct sheet *sheet, struct app *app, bool airy, bool unfolded, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	add_beside(sheet, "Symptoms", width, verdict_symptoms(&sheet->pool, d));
	add_beside(sheet, "Killers", width, verdict_killers(&sheet->pool, d));
	add_beside(sheet, "Pitfalls", width, verdict_pitfalls(&sheet->pool, d));
	add_beside(sheet, "Special", width, verdict_specials(&sheet->pool, d));
	add_blank(sheet, airy && !unfolded);
	add_text(sheet, STYLE_PLAIN, NULL, 0, width,
		legend(sheet, &app->record, &d->scores.lines, unfolded, width));
}

/* Whatever the scores are, it comes first. */
static void add_knockouts(struct sheet *sheet, struct app *app, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	if (d->knockout_count)
		add_text(sheet, STYLE_BOLD, "Knock-outs", width < 60 ? 10 : 15, width,
			verdict_knockouts(&sheet->pool, &app->record, d));
}

static void build(struct sheet *sheet, struct app *app, int cols, bool airy)
{
	int parties = (int)app->record.party_count, width = cols - 4;
	bool unfolded = sheet_unfolded(sheet);
	pool_release(&sheet->pool);
	sheet->lines = NULL;
	sheet->count = 0;
	sheet->shape = shape_for(cols, parties, unfolded);
	add_knockouts(sheet, app, width);
	add_verdict(sheet, app, width);
	add_blank(sheet, airy && !unfolded ? 2 : 1);
	sheet->heading = sheet->count;
	add(sheet, SHEET_HEADING);
	add_blank(sheet, airy);
	add_map(sheet, parties, airy && unfolded);
	add_blank(sheet, airy && !unfolded ? 2 : 1);
	add_rest(sheet, app, airy, unfolded, width);
}

static void build_to_fit(struct sheet *sheet, struct app *app, int body, int cols)
{
	build(sheet, app, cols, true);
	if ((int)sheet->count > body)
		build(sheet, app, cols, false);
}

static void open_all(struct sheet *sheet, bool open)
{
	for (int c = 0; c < CAUSE_COUNT; c++)
		sheet->open[c] = open;
}

/* The window is large enough for everything: then everything is unfolded, unless somebody has
 * folded. */
static void fold_by_size(struct sheet *sheet, struct app *app, int body, int cols)
{
	bool beside = pane_beside(cols, (int)app->record.party_count, true);
	bool below = !beside && width_of(cols) != WIDTH_NARROW;
	if (sheet->chosen)
		return;
	open_all(sheet, true);
	build(sheet, app, beside ? cols - PANE_COLS : cols, false);
	if ((int)sheet->count > body - (below ? PANE_ROWS + 1 : 0)) {
		open_all(sheet, false);
		sheet->focus = entry_cause(sheet->focus);
	}
}

static int map_end(const struct sheet *sheet)
{
	size_t end = sheet->count;
	while (end && sheet->lines[end - 1].entry < 0)
		end--;
	return (int)end;
}

static void keep_in_sight(struct sheet *sheet)
{
	int count, first = sheet_place(sheet, sheet->focus, &count);
	int edge = sheet->rows > 8 ? EDGE : 0, last = (int)sheet->count - sheet->rows;
	if (sheet->follow && first >= 0) {
		/* the heading keeps the first row once the sheet has passed it */
		if (sheet->top > first - 1 - edge)
			sheet->top = first - 1 - edge;
		int bottom = first + count + edge, end = map_end(sheet);
		if (sheet->pane == PANE_BELOW && bottom > end)
			bottom = end; /* the map first: little else has room above a pane */
		if (sheet->top < bottom - sheet->rows)
			sheet->top = bottom - sheet->rows;
		if (sheet->pane == PANE_BELOW && sheet->top < (int)sheet->heading)
			sheet->top = (int)sheet->heading;
		if (first + count <= sheet->rows && sheet->focus == 0)
			sheet->top = 0;
	}
	sheet->follow = false;
	if (sheet->top > last)
		sheet->top = last;
	if (sheet->top < 0)
		sheet->top = 0;
}

static bool in_sight(const struct sheet *sheet)
{
	int count, first = sheet_place(sheet, sheet->focus, &count);
	return first >= sheet->top && first + count <= sheet->top + sheet->rows;
}

/* The verdict is read first, and a window of the old size shows the old place; but where the focus
 * would be out of sight, what it is on comes first. */
static void keep_place(struct sheet *sheet, bool opened, bool resized)
{
	if (resized)
		sheet->top = sheet->wanted;
	if (opened)
		sheet->follow = !in_sight(sheet);
	else if (resized)
		sheet->follow = sheet->top > 0 || sheet->pane == PANE_BELOW || !in_sight(sheet);
}

void diagnosis_layout(struct screen *screen, int rows, int cols)
{
	struct sheet *sheet = screen->state;
	int body = body_rows(rows), before = sheet->rows;
	bool resized = before && (rows != sheet->window_rows || cols != sheet->window_cols);
	sheet->window_rows = rows;
	sheet->window_cols = cols;
	app_diagnosis(screen->app);
	fold_by_size(sheet, screen->app, body, cols);
	pane_place(sheet, screen->app, rows, cols);
	if (sheet->pane == PANE_BELOW)
		body -= PANE_ROWS + 1;
	build_to_fit(sheet, screen->app, body, sheet->cols);
	sheet->all_visible = (int)sheet->count <= body;
	/* the row before a pane below is blank, and says where we are */
	sheet->rows = sheet->all_visible || sheet->pane == PANE_BELOW ? body : body - 1;
	keep_place(sheet, !before, resized);
	keep_in_sight(sheet);
	if (before && !resized && sheet->top != sheet->placed)
		sheet->wanted = sheet->top; /* moved by a person, not by the window */
	sheet->placed = sheet->top;
	pane_layout(sheet, screen->app, rows, cols);
}
