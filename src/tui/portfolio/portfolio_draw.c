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

#define DETAIL_ROWS 7 /* two blank rows, name, blank, three lines */
#define PANE_COLS 120 /* from here on the lines stand at the right */

#define WHEN_CELLS 14 /* "Wednesday 21", "Today 16:00" */
#define NAME_COL 2
#define STATE_CELLS 16 /* "sealed follow-up" */

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
		room--; /* for "1-16 of 41" */
	list_layout(&own->focus, own->count, room);
}

/* "plan day 64", "exit step 4"; false when no plan of this round is under way. */
static bool plan_text(const struct portfolio *own, const struct store_plan *plan, char buffer[48])
{
	if (plan->start == DATE_NONE || !plan->due_count || plan->start > own->today)
		return false;
	if (plan->track == TRACK_EXIT)
		snprintf(buffer, 48, "exit step %d", plan->step);
	else
		snprintf(buffer, 48, "plan day %d", plan_day(plan->start, own->today));
	return true;
}

static const char *state_text(
	const struct portfolio *own, const struct store_round *round, char buffer[48])
{
	const char *kind = vocabulary_round.word[round->kind];
	int people = round->planned > round->heard ? round->planned : round->heard;
	if (plan_text(own, &round->plan, buffer))
		return buffer;
	if (!round->assessment)
		snprintf(buffer, 48, "no round");
	else if (round->sealed != DATE_NONE)
		snprintf(buffer, 48, "sealed %s", kind);
	else
		snprintf(buffer, 48, "%s %d/%d", round->heard ? kind : "new", round->heard, people);
	return buffer;
}

static const char *next_text(const struct portfolio *own, int day, char buffer[48])
{
	char text[32];
	if (day == DATE_NONE)
		snprintf(buffer, 48, "--");
	else if (day == own->today)
		snprintf(buffer, 48, "today");
	else
		snprintf(buffer, 48, "%s%s", day < own->today ? "! " : "", date_short(day, text));
	return buffer;
}

static enum style next_style(const struct portfolio *own, int day)
{
	return day != DATE_NONE && day < own->today ? STYLE_WARN : STYLE_PLAIN;
}

static enum style band_style(enum band band)
{
	static const enum style styles[] = { [BAND_CRITICAL] = STYLE_CRITICAL,
		[BAND_WEAK] = STYLE_WARN,
		[BAND_ADEQUATE] = STYLE_PLAIN,
		[BAND_STRENGTH] = STYLE_GOOD };
	return band == BAND_NONE ? STYLE_DIM : styles[band];
}

static void draw_health(
	const struct canvas *canvas, int row, int col, const struct store_round *round)
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
	const struct store_round *round = own->rows[i].round;
	char text[48];
	canvas_text(
		canvas, row, NAME_COL, at->state - NAME_COL - 2, STYLE_PLAIN, round->alliance_name);
	canvas_text(canvas, row, at->state, STATE_CELLS, STYLE_PLAIN, state_text(own, round, text));
	draw_health(canvas, row, at->health, round);
	canvas_text(canvas, row, at->primary, 10, STYLE_PLAIN, primary_text(round));
	int next = own->rows[i].next;
	canvas_right(canvas, row, at->next, next_style(own, next), next_text(own, next, text));
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
		const struct store_round *round = own->rows[i].round;
		canvas_text(canvas, row, 2, end - 2 - 8, STYLE_PLAIN, round->alliance_name);
		draw_health(canvas, row, end - 6, round);
		if (i == own->focus.at)
			canvas_focus(canvas, row);
		canvas_text(canvas, row + 1, 2, end - 2 - 10, STYLE_PLAIN,
			state_text(own, round, text));
		int next = own->rows[i].next;
		canvas_right(
			canvas, row + 1, end, next_style(own, next), next_text(own, next, text));
		row += 2;
	}
	list_draw_place(&own->focus, canvas, canvas->rows - 4, end);
}

/* The three lines about the row in focus. */

/* "Baseline of 15 October 2026. " */
static void round_words(const struct store_round *round, char *buffer, size_t size)
{
	char day[32];
	snprintf(buffer, size, "%s%s%s. ", vocabulary_round.word[round->kind],
		round->date == DATE_NONE ? "" : " of ", date_long(round->date, day));
	buffer[0] = (char)toupper((unsigned char)buffer[0]);
}

/* "Management holds it back; grade A." */
static void verdict_words(const struct store_round *round, char *buffer, size_t size)
{
	const char *grade = round->grade && strcmp(round->grade, "none") ? round->grade : NULL;
	if (!round->primary || !strcmp(round->primary, "insufficient"))
		snprintf(buffer, size, "Not enough is known for a diagnosis.");
	else
		snprintf(buffer, size, "%s holds it back%s%s.",
			strcmp(round->primary, "none") ? round->primary : "no cause",
			grade ? "; grade " : "", grade ? grade : "");
	buffer[0] = (char)toupper((unsigned char)buffer[0]);
}

static const char *about(const struct store_round *round, char *buffer, size_t size)
{
	if (!round->assessment)
		return "No round yet.";
	round_words(round, buffer, size);
	size_t used = strlen(buffer);
	verdict_words(round, buffer + used, size - used);
	return buffer;
}

/* At the right of the list, where lines are short and many, the words wrap. */
static void draw_ahead(
	const struct portfolio *own, const struct canvas *canvas, int row, int col, int end)
{
	int left = col + WHEN_CELLS, width = canvas->cols - 2 - left;
	for (size_t i = 0; i < own->ahead_count && row < end; i++) {
		const struct portfolio_ahead *ahead = &own->ahead[i];
		int lines = own->detail_row == BODY_TOP ? canvas_lines(ahead->text, width) : 1;
		canvas_text(
			canvas, row, col, WHEN_CELLS - 1, next_style(own, ahead->day), ahead->when);
		if (lines == 1)
			canvas_text(canvas, row, left, width, STYLE_PLAIN, ahead->text);
		else
			canvas_wrapped(
				canvas, row, left, width, 0, end - row, STYLE_PLAIN, ahead->text);
		row += lines;
	}
}

static void draw_detail(const struct portfolio *own, const struct canvas *canvas)
{
	const struct store_round *round = own->rows[own->focus.at].round;
	int row = own->detail_row, col = own->detail_col, width = canvas->cols - 2 - col;
	int end = canvas->rows - 3;
	char text[160];
	if (!row)
		return;
	canvas_text(canvas, row, col, width, STYLE_BOLD, round->alliance_name);
	row += 2;
	row += canvas_wrapped(canvas, row, col, width, 0, end - row, STYLE_PLAIN,
		about(round, text, sizeof(text)));
	if (!own->ahead_count && row < end)
		canvas_text(canvas, row, col, width, STYLE_PLAIN,
			"No interview is planned, no action is due.");
	draw_ahead(own, canvas, row, col, end);
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
	bool choice, gap; /* a blank row before it where there is room */
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
		row += roomy && begin_rows[i].gap ? begin_rows[i].choice ? 2
				: i == BEGIN_ROWS - 1                    ? 2
									 : 1
						  : 0;
		canvas_text(canvas, row, 2, 1, STYLE_BOLD, begin_rows[i].key);
		int lines = canvas_wrapped(canvas, row, 2 + lead, width - lead, 0,
			canvas->rows - 3 - row, STYLE_PLAIN, begin_rows[i].text);
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
