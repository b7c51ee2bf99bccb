/* SPDX-License-Identifier: MIT */
/*
 * The sheet of the diagnosis: columns by the room there is, lines, and painting them.
 */
#include "diagnosis.h"

#include <rekindle/utf8.h>

#define NAME_COL 4
#define ASPECT_COL 6
#define BAR_CELLS 20  /* five a point, from 1 */
#define VALUE_CELLS 6 /* "3.41 W" */
#define GAP_CELLS 14  /* "1.40 material*" */
#define EDGE 2        /* rows kept visible beyond the focus */

/* From roomy to tight: the first that fits is taken. */
static const struct layout_choice {
	bool unfolded_only, folded_only, bar, people, short_gap, evidence, tight;
	int step;
} choices[] = {
	{ .folded_only = true, .bar = true, .step = 9 },
	{ .unfolded_only = true, .bar = true, .people = true, .evidence = true, .step = 10 },
	{ .unfolded_only = true, .bar = true, .people = true, .tight = true, .step = 10 },
	{ .unfolded_only = true, .people = true, .evidence = true, .step = 11 },
	{ .unfolded_only = true, .people = true, .evidence = true, .step = 10 },
	{ .unfolded_only = true, .people = true, .step = 10 },
	{ .step = 9 },
	{ .step = 8 },
	{ .step = 8, .short_gap = true },
	{ .step = 7, .short_gap = true },
};

static int need(const struct layout_choice *choice, int score, int parties)
{
	int party = score + VALUE_CELLS + 2 + (choice->bar ? BAR_CELLS + 2 : 0);
	return party + parties * choice->step + (choice->short_gap ? 7 : GAP_CELLS) +
		(choice->evidence ? 9 : 0);
}

static struct shape shape_for(int cols, int parties, bool unfolded)
{
	struct shape shape = { .score = unfolded ? 21 : 16,
		.aspect = ASPECT_COL,
		.bar = -1,
		.evidence = -1,
		.short_gap = true };
	int score = shape.score;
	for (size_t i = 0; i < sizeof(choices) / sizeof(*choices); i++) {
		const struct layout_choice *choice = &choices[i];
		shape.score = choice->tight ? score - 2 : score;
		shape.aspect = choice->tight ? ASPECT_COL - 2 : ASPECT_COL;
		if ((unfolded ? choice->folded_only : choice->unfolded_only) ||
			need(choice, shape.score, parties) > cols - 2)
			continue;
		shape.bar = choice->bar ? shape.score + VALUE_CELLS + 2 : -1;
		shape.party = shape.score + VALUE_CELLS + 2 + (choice->bar ? BAR_CELLS + 2 : 0);
		shape.step = choice->step;
		shape.gap = shape.party + parties * shape.step;
		shape.evidence = choice->evidence ? shape.gap + GAP_CELLS + 1 : -1;
		shape.people = choice->people;
		shape.short_gap = choice->short_gap;
		return shape;
	}
	shape.score = score;
	shape.aspect = ASPECT_COL;
	shape.gap = shape.score + VALUE_CELLS + 2;
	return shape;
}

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
		*text ? text : "none found");
}

static const char *legend(struct sheet *sheet, bool unfolded, int width)
{
	const char *bands = width < 60 ? "S from 4.00 A 3.50 W 3.00 C below"
		: unfolded && width < 100
		? "S from 4.00  A 3.50  W 3.00  C below"
		: "S strength from 4.00  A adequate 3.50  W weak 3.00  C critical ";
	return pool_printf(&sheet->pool, "%s%s%s%s", bands,
		sheet->shape.short_gap ? "  d discuss  m material" : "", "  * confirmed",
		!unfolded                        ? ""
			: sheet->shape.short_gap ? "  p both sides below 3.50"
			: width < 100            ? "  pain: both below 3.50"
						 : "   pain: both sides below 3.50");
}

static void add_rest(struct sheet *sheet, struct app *app, bool airy, bool unfolded, int width)
{
	const struct diagnosis *d = app_diagnosis(app);
	if (d->knockout_count)
		add_text(sheet, STYLE_BOLD, "Knock-outs", width < 60 ? 10 : 15, width,
			verdict_knockouts(&sheet->pool, &app->record, d));
	add_beside(sheet, "Symptoms", width, verdict_symptoms(&sheet->pool, d));
	add_beside(sheet, "Killers", width, verdict_killers(&sheet->pool, d));
	add_beside(sheet, "Pitfalls", width, verdict_pitfalls(&sheet->pool, d));
	add_beside(sheet, "Special", width, verdict_specials(&sheet->pool, d));
	add_blank(sheet, airy && !unfolded);
	add_text(sheet, STYLE_PLAIN, NULL, 0, width, legend(sheet, unfolded, width));
}

bool sheet_unfolded(const struct sheet *sheet)
{
	bool any = false;
	for (int c = 0; c < CAUSE_COUNT; c++)
		any = any || sheet->open[c];
	return any;
}

static void build(struct sheet *sheet, struct app *app, int cols, bool airy)
{
	int parties = (int)app->record.party_count, width = cols - 4;
	bool unfolded = sheet_unfolded(sheet);
	pool_release(&sheet->pool);
	sheet->lines = NULL;
	sheet->count = 0;
	sheet->shape = shape_for(cols, parties, unfolded);
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
	if (sheet->chosen)
		return;
	open_all(sheet, true);
	build(sheet, app, cols, false);
	if ((int)sheet->count > body) {
		open_all(sheet, false);
		sheet->focus = entry_cause(sheet->focus);
	}
}

int sheet_place(const struct sheet *sheet, int entry, int *count)
{
	int first = -1;
	*count = 0;
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->lines[i].entry == entry) {
			first = first < 0 ? (int)i : first;
			(*count)++;
		}
	return first;
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

void diagnosis_layout(struct screen *screen, int rows, int cols)
{
	struct sheet *sheet = screen->state;
	int body = body_rows(rows), before = sheet->rows;
	bool resized = before && (rows != sheet->window_rows || cols != sheet->window_cols);
	sheet->window_rows = rows;
	sheet->window_cols = cols;
	app_diagnosis(screen->app);
	pane_place(sheet, rows, cols);
	fold_by_size(sheet, screen->app,
		width_of(cols) == WIDTH_STANDARD ? body - PANE_ROWS - 1 : body, sheet->cols);
	pane_place(sheet, rows, cols);
	if (sheet->pane == PANE_BELOW)
		body -= PANE_ROWS + 1;
	build_to_fit(sheet, screen->app, body, sheet->cols);
	sheet->all_visible = (int)sheet->count <= body;
	/* the row before a pane below is blank, and says where we are */
	sheet->rows = sheet->all_visible || sheet->pane == PANE_BELOW ? body : body - 1;
	if (!before)
		sheet->follow = false; /* the verdict is read first */
	if (resized) {
		sheet->top = sheet->wanted; /* a window of the old size shows the old place */
		sheet->follow = sheet->top > 0 || sheet->pane == PANE_BELOW;
	}
	keep_in_sight(sheet);
	if (!resized)
		sheet->wanted = sheet->top;
	pane_layout(sheet, screen->app, rows, cols);
}

static const enum style band_style[] = { [BAND_CRITICAL] = STYLE_CRITICAL,
	[BAND_WEAK] = STYLE_WARN,
	[BAND_ADEQUATE] = STYLE_PLAIN,
	[BAND_STRENGTH] = STYLE_GOOD };

/* "2.62 C" in the colour of its band; returns the column after it. */
static int draw_value(const struct canvas *canvas, int row, int col, double value)
{
	enum band band = band_of(value);
	if (band == BAND_NONE)
		canvas_text(canvas, row, col + 2, 2, STYLE_DIM, "--");
	else
		canvas_textf(canvas, row, col, VALUE_CELLS, band_style[band], "%.2f %c", value,
			band_letter(band));
	return col + VALUE_CELLS;
}

static void draw_score_bar(const struct canvas *canvas, int row, int col, double score)
{
	if (!isnan(score))
		canvas_bar(canvas, row, col, BAR_CELLS,
			(int)lround((score - SCORE_LOWEST) * BAR_CELLS /
				(SCORE_HIGHEST - SCORE_LOWEST)));
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
	canvas_textf(canvas, row, shape->gap, GAP_CELLS, STYLE_PLAIN, "%.2f %s%s", of->gap.value,
		word, of->gap.confirmed ? "*" : "");
}

static void draw_name(const struct sheet *sheet, const struct canvas *canvas, int row, int entry)
{
	int scale = entry_scale(entry);
	if (scale != SCALE_NONE) {
		canvas_text(canvas, row, sheet->shape.aspect,
			sheet->shape.score - sheet->shape.aspect - 1, STYLE_PLAIN,
			scale_info[scale].word);
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
	struct shown shown = shown_of(&app_diagnosis(screen->app)->scores, entry);
	draw_name(sheet, canvas, row, entry);
	draw_value(canvas, row, shape->score, shown.score);
	if (shape->bar >= 0)
		draw_score_bar(canvas, row, shape->bar, shown.score);
	for (int p = 0; shape->step && p < (int)screen->app->record.party_count; p++) {
		int col = draw_value(canvas, row, shape->party + p * shape->step, shown.value[p]);
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
	struct shown shown = shown_of(&app_diagnosis(screen->app)->scores, line->entry);
	const struct sheet *sheet = screen->state;
	int cells = (sheet->cols - 2 - ASPECT_COL) / PARTIES_BELOW;
	for (int i = 0; i < PARTIES_BELOW && line->party + i < (int)record->party_count; i++) {
		int party = line->party + i, col = ASPECT_COL + i * cells;
		col += canvas_text(canvas, row, col, cells - VALUE_CELLS - 2, STYLE_PLAIN,
			       record->parties[party].label) +
			1;
		draw_value(
			canvas, row, isnan(shown.value[party]) ? col - 2 : col, shown.value[party]);
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
		canvas_text(canvas, row, shape->bar, BAR_CELLS + 1, STYLE_PLAIN,
			"1    2    3    4    5");
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
