/* SPDX-License-Identifier: MIT */
/*
 * The portfolio on the screen: the list, three lines about the row in focus, and the first start.
 */
#include "portfolio.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define DETAIL_ROWS 7             /* two blank rows, name, blank, three lines */
#define PANE_COLS 120             /* from here on the lines stand at the right */

#define NAME_COL 2
#define STATE_CELLS 16            /* "sealed follow-up" */

/* Left edges of the columns, 0: not shown; next: the edge it ends at. */
struct columns {
	int state, health, primary, next, grade, sides, pane;
};

static const struct columns *columns_of(int cols)
{
	static const struct columns standard = { 35, 52, 59, 78, 0, 0, 0 };
	static const struct columns wide = { 35, 52, 59, 78, 82, 90, 0 };
	static const struct columns paned = { 28, 45, 52, 71, 74, 81, 88 };
	return cols >= PANE_COLS ? &paned : width_of(cols) == WIDTH_WIDE ? &wide : &standard;
}

static bool narrow(int cols)
{
	return width_of(cols) == WIDTH_NARROW;
}

static int begin_choices(void)
{
	return 2;
}

void portfolio_layout(struct screen *screen, int rows, int cols)
{
	struct portfolio *own = screen->state;
	int body = body_rows(rows), heading = 2, room = body - heading;
	if (!own->count) {
		list_layout(&own->focus, begin_choices(), begin_choices());
		return;
	}
	own->detail_row = own->detail_col = 0;
	if (narrow(cols)) {
		list_layout(&own->focus, own->count, (body - 1) / 2);
		return;
	}
	if (cols >= PANE_COLS) {
		own->detail_row = BODY_TOP;
		own->detail_col = columns_of(cols)->pane;
	} else if (room >= DETAIL_ROWS + 5) {
		room -= DETAIL_ROWS;
		own->detail_row = BODY_TOP + heading + (own->count < room ? own->count : room) + 2;
		own->detail_col = 2;
	}
	if (own->count > room && !(own->detail_row && cols < PANE_COLS))
		room--;                           /* for "1-16 of 41" */
	list_layout(&own->focus, own->count, room);
}

static const char *state_text(const struct store_round *round, char buffer[48])
{
	const char *kind = vocabulary_round.word[round->kind];
	int people = round->planned > round->heard ? round->planned : round->heard;
	if (!round->assessment)
		snprintf(buffer, 48, "no round");
	else if (round->sealed != DATE_NONE)
		snprintf(buffer, 48, "sealed %s", kind);
	else
		snprintf(buffer, 48, "%s %d/%d", round->heard ? kind : "new", round->heard, people);
	return buffer;
}

static int next_day(const struct store_round *round)
{
	char day[DATE_TEXT];
	int number = DATE_NONE;
	if (round->next_planned && round->sealed == DATE_NONE) {
		snprintf(day, sizeof(day), "%.10s", round->next_planned);
		date_parse(day, &number);
	}
	return number;
}

static const char *next_text(const struct portfolio *own, const struct store_round *round, char buffer[48])
{
	char text[32];
	int day = next_day(round);
	if (day == DATE_NONE)
		snprintf(buffer, 48, "--");
	else if (day == own->today)
		snprintf(buffer, 48, "today");
	else
		snprintf(buffer, 48, "%s%s", day < own->today ? "! " : "", date_short(day, text));
	return buffer;
}

static enum style band_style(enum band band)
{
	static const enum style styles[] = { [BAND_CRITICAL] = STYLE_CRITICAL, [BAND_WEAK] = STYLE_WARN,
		[BAND_ADEQUATE] = STYLE_PLAIN, [BAND_STRENGTH] = STYLE_GOOD };
	return band == BAND_NONE ? STYLE_DIM : styles[band];
}

static void draw_health(const struct canvas *canvas, int row, int col, const struct store_round *round)
{
	enum band band = band_of(round->health);
	if (isnan(round->health))
		canvas_text(canvas, row, col, 6, STYLE_DIM, "  --");
	else
		canvas_textf(canvas, row, col, 6, band_style(band), "%.2f %c", round->health,
			band_letter(band));
}

static const char *primary_text(const struct store_round *round)
{
	return !round->primary || !strcmp(round->primary, "insufficient") ? "--" : round->primary;
}

static void draw_row(const struct portfolio *own, const struct canvas *canvas, int row, int i)
{
	const struct columns *at = columns_of(canvas->cols);
	const struct store_round *round = own->rows[i];
	char text[48];
	canvas_text(canvas, row, NAME_COL, at->state - NAME_COL - 2, STYLE_PLAIN, round->alliance_name);
	canvas_text(canvas, row, at->state, STATE_CELLS, STYLE_PLAIN, state_text(round, text));
	draw_health(canvas, row, at->health, round);
	canvas_text(canvas, row, at->primary, 10, STYLE_PLAIN, primary_text(round));
	bool late = next_day(round) != DATE_NONE && next_day(round) < own->today;
	canvas_right(canvas, row, at->next, late ? STYLE_WARN : STYLE_PLAIN, next_text(own, round, text));
	if (at->grade) {
		canvas_text(canvas, row, at->grade, 6, STYLE_PLAIN,
			round->grade && strcmp(round->grade, "none") ? round->grade : "--");
		canvas_textf(canvas, row, at->sides, 6, STYLE_PLAIN, "%d", round->parties);
	}
	if (i == own->focus.at)
		canvas_focus(canvas, row);
}

static void draw_heading(const struct canvas *canvas)
{
	const struct columns *at = columns_of(canvas->cols);
	canvas_text(canvas, BODY_TOP, NAME_COL, 12, STYLE_PLAIN, "Alliance");
	canvas_text(canvas, BODY_TOP, at->state, 12, STYLE_PLAIN, "State");
	canvas_text(canvas, BODY_TOP, at->health, 12, STYLE_PLAIN, "Health");
	canvas_text(canvas, BODY_TOP, at->primary, 12, STYLE_PLAIN, "Primary");
	canvas_right(canvas, BODY_TOP, at->next, STYLE_PLAIN, "Next");
	if (at->grade) {
		canvas_text(canvas, BODY_TOP, at->grade, 6, STYLE_PLAIN, "Grade");
		canvas_text(canvas, BODY_TOP, at->sides, 6, STYLE_PLAIN, "Sides");
	}
}

/* Two rows an alliance: name and health, state and next. */
static void draw_narrow(const struct portfolio *own, const struct canvas *canvas)
{
	int end = canvas->cols - 2, row = BODY_TOP;
	char text[48];
	for (int i = own->focus.top; i < own->count && i < own->focus.top + own->focus.rows; i++) {
		const struct store_round *round = own->rows[i];
		canvas_text(canvas, row, 2, end - 2 - 8, STYLE_PLAIN, round->alliance_name);
		draw_health(canvas, row, end - 6, round);
		if (i == own->focus.at)
			canvas_focus(canvas, row);
		canvas_text(canvas, row + 1, 2, end - 2 - 10, STYLE_PLAIN, state_text(round, text));
		canvas_right(canvas, row + 1, end, STYLE_PLAIN, next_text(own, round, text));
		row += 2;
	}
	list_draw_place(&own->focus, canvas, canvas->rows - 4, end);
}

/* The three lines about the row in focus. */

static const char *heard_line(const struct store_round *round, char *buffer, size_t size)
{
	char day[32];
	int people = round->planned > round->heard ? round->planned : round->heard;
	if (!round->assessment)
		return "No round yet.";
	snprintf(buffer, size, "%s of %s: %d of %d heard, %d companies.",
		vocabulary_round.word[round->kind], date_long(round->date, day), round->heard, people,
		round->parties);
	buffer[0] = (char)toupper((unsigned char)buffer[0]);
	return buffer;
}

static const char *verdict_line(const struct store_round *round, char *buffer, size_t size)
{
	const char *grade = round->grade && strcmp(round->grade, "none") ? round->grade : NULL;
	if (!round->primary || !strcmp(round->primary, "insufficient"))
		return "Not enough is known for a diagnosis.";
	if (!strcmp(round->primary, "none"))
		snprintf(buffer, size, "No cause holds it back%s%s.", grade ? "; grade " : "",
			grade ? grade : "");
	else
		snprintf(buffer, size, "%s holds it back%s%s.", round->primary, grade ? "; grade " : "",
			grade ? grade : "");
	buffer[0] = (char)toupper((unsigned char)buffer[0]);
	return buffer;
}

static const char *planned_line(const struct portfolio *own, const struct store_round *round, char *buffer,
	size_t size)
{
	char day[32];
	int number = next_day(round);
	const char *time = round->next_planned && strlen(round->next_planned) >= 16 ?
		round->next_planned + 11 : "";
	if (number == DATE_NONE)
		return "No interview is planned.";
	if (number < own->today)
		snprintf(buffer, size, "! An interview was planned for %s and is not done.",
			date_long(number, day));
	else
		snprintf(buffer, size, "Next interview: %s%s%.5s.", number == own->today ? "today" :
			date_long(number, day), *time ? " " : "", time);
	return buffer;
}

static void draw_detail(const struct portfolio *own, const struct canvas *canvas)
{
	const struct store_round *round = own->rows[own->focus.at];
	int row = own->detail_row, col = own->detail_col, width = canvas->cols - 2 - col;
	char text[160];
	if (!row)
		return;
	canvas_text(canvas, row, col, width, STYLE_BOLD, round->alliance_name);
	row += 2;
	row += canvas_wrapped(canvas, row, col, width, 0, 4, STYLE_PLAIN,
		heard_line(round, text, sizeof(text)));
	row += canvas_wrapped(canvas, row, col, width, 0, 4, STYLE_PLAIN,
		verdict_line(round, text, sizeof(text)));
	canvas_wrapped(canvas, row, col, width, 0, 4, STYLE_PLAIN,
		planned_line(own, round, text, sizeof(text)));
}

/* First start */

/* A path too long for the line is cut in its middle. */
static void draw_path(const struct canvas *canvas, int row, int width, const char *path)
{
	int cells = utf8_cells(UTF8_SCREEN, path), half = (width - 1) / 2;
	if (cells <= width) {
		canvas_text(canvas, row, 2, width, STYLE_PLAIN, path);
		return;
	}
	int used = canvas_text(canvas, row, 2, half + 1, STYLE_PLAIN, path);
	const char *tail = path;
	while (utf8_cells(UTF8_SCREEN, tail) > width - used)
		tail += utf8_grapheme(tail);
	canvas_text(canvas, row, 2 + used, width - used, STYLE_PLAIN, tail);
}

static const struct {
	const char *key, *text;
	bool choice, gap;                 /* a blank row before it where there is room */
} begin_rows[] = {
	{ "", "Two companies, one alliance that disappoints. This is how to begin:", false, false },
	{ "1", "Name the alliance and its companies.", false, true },
	{ "2", "Interview people on every side. Answers are kept as you type.", false, false },
	{ "3", "Read which of four causes holds it back, and plan the revival.", false, false },
	{ "a", "add your first alliance", true, true },
	{ "e", "open the example: Phoenix Labs and GenTech, in a throw-away copy", true, false },
	{ "", "Everything stays on this machine, in one file:", false, true },
};
#define BEGIN_ROWS ((int)(sizeof(begin_rows) / sizeof(*begin_rows)))

static int begin_height(int i, int width)
{
	return canvas_lines(begin_rows[i].text, *begin_rows[i].key ? width - 4 : width);
}

/* From the two ways in upward and downward as far as the rows go: they are never what is cut. */
static void draw_begin(const struct portfolio *own, const struct canvas *canvas)
{
	int width = canvas->cols - 4 < 76 ? canvas->cols - 4 : 76, body = body_rows(canvas->rows);
	int all = 1, first = 0, choice = 0, row = BODY_TOP;
	for (int i = 0; i < BEGIN_ROWS; i++)
		all += begin_height(i, width);
	bool roomy = all + 8 <= body;
	while (all > body && !begin_rows[first].choice)
		all -= begin_height(first++, width);
	row += roomy ? 3 : 0;
	for (int i = first; i < BEGIN_ROWS && row < canvas->rows - 3; i++) {
		int lead = *begin_rows[i].key ? 4 : 0;
		row += roomy && begin_rows[i].gap ? begin_rows[i].choice ? 2 : i == BEGIN_ROWS - 1 ? 2 : 1 : 0;
		canvas_text(canvas, row, 2, 1, STYLE_BOLD, begin_rows[i].key);
		int lines = canvas_wrapped(canvas, row, 2 + lead, width - lead, 0, canvas->rows - 3 - row,
			STYLE_PLAIN, begin_rows[i].text);
		if (begin_rows[i].choice && choice++ == own->focus.at)
			canvas_focus(canvas, row);
		row += lines;
	}
	if (row < canvas->rows - 3)
		draw_path(canvas, row, width, own->file);
}

void portfolio_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct portfolio *own = screen->state;
	if (!own->count) {
		draw_begin(own, canvas);
		return;
	}
	if (narrow(canvas->cols)) {
		draw_narrow(own, canvas);
		return;
	}
	draw_heading(canvas);
	for (int i = 0; i < own->focus.rows && own->focus.top + i < own->count; i++)
		draw_row(own, canvas, BODY_TOP + 2 + i, own->focus.top + i);
	bool below = own->detail_row && own->detail_row != BODY_TOP;
	list_draw_place(&own->focus, canvas, below ? own->detail_row - 2 : canvas->rows - 4,
		columns_of(canvas->cols)->next);
	draw_detail(own, canvas);
}
