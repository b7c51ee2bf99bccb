/* SPDX-License-Identifier: MIT */
/*
 * The portfolio on the screen: the list, three lines about the row in focus, and the first start.
 */
#include "portfolio.h"

#include <rekindle/utf8.h>
#include "../widgets/score.h"

#define DETAIL_ROWS 7 /* two blank rows, name, blank, three lines */
#define PANE_COLS 120 /* from here on the lines stand at the right */

#define PANE_CELLS 30
#define NAME_MIN 8
#define NAME_USUAL 24 /* also where all are shorter */
#define GRADE_CELLS 5
#define SIDES_CELLS 5
#define NAME_COL 2
#define NEWS_COL 1 /* beside the focus mark */

/* Left edges of the columns, 0: not shown; next, and all of them: the edge where it ends. */
struct columns {
	int state, health, primary, trend, next, grade, sides, end, pane;
};
#define SPARK_CELLS (PORTFOLIO_SPARK + 1)
#define CHANGE_CELLS 5

/* The columns behind a name of so many cells. */
static struct columns behind_name(const struct portfolio *own, int cells, bool graded, bool sided)
{
	struct columns at = { .state = NAME_COL + cells + 2 };
	at.health = at.state + own->state_cells + 2;
	at.primary = at.health + SCORE_CELLS + 1;
	at.next = at.primary + own->primary_cells;
	if (own->totals.rounds > 1) {
		at.trend = at.next + 2;
		at.next = at.trend + SPARK_CELLS + CHANGE_CELLS;
	}
	at.next += 2 + own->next_cells;
	at.end = at.next;
	if (graded) {
		at.grade = at.end + 3;
		at.end = at.grade + GRADE_CELLS;
	}
	if (sided) {
		at.sides = at.end + 2;
		at.end = at.sides + SIDES_CELLS;
	}
	return at;
}

/* A name is whole as far as the window goes; what is told of the row in focus, too, gives way. */
static struct columns columns_of(const struct portfolio *own, int cols)
{
	bool paned = cols >= PANE_COLS, wide = width_of(cols) == WIDTH_WIDE;
	int end = cols - 2 - (paned ? PANE_CELLS + 2 : 0), room = 0;
	struct columns at = { 0 };
	for (int extras = wide ? 2 : 0; extras >= 0; extras--) {
		at = behind_name(own, 0, extras > 0, extras > 1);
		room = end - at.end;
		if (room >= own->name_cells)
			break;
	}
	int cells = own->name_cells > NAME_USUAL ? own->name_cells : NAME_USUAL;
	if (cells > room)
		cells = room > NAME_MIN ? room : NAME_MIN;
	at = behind_name(own, cells, at.grade, at.sides);
	at.pane = paned ? at.end + 2 : 0;
	return at;
}

static bool narrow(int cols)
{
	return width_of(cols) == WIDTH_NARROW;
}

static int begin_choices(void)
{
	return 2;
}

/* The list, as far as it is shown: two rows each where it is narrow. */
static void layout_list(struct portfolio *own, int rows, int cols)
{
	int body = body_rows(rows), heading = 2, room = body - heading;
	if (narrow(cols)) {
		list_layout(&own->focus, own->count, (body - 1) / 2);
		return;
	}
	bool below = cols < PANE_COLS && room >= DETAIL_ROWS + 5;
	if (below) {
		room -= DETAIL_ROWS;
		own->detail_row = BODY_TOP + heading + (own->count < room ? own->count : room) + 2;
		own->detail_col = 2;
	}
	if (own->count > room && !below)
		room--; /* for "1-16 of 41" */
	list_layout(&own->focus, own->count, room);
}

/* What is shown is read, and one row more; with it the columns are known. */
void portfolio_layout(struct screen *screen, int rows, int cols)
{
	struct portfolio *own = screen->state;
	if (!own->totals.alliances) {
		list_layout(&own->focus, begin_choices(), begin_choices());
		return;
	}
	own->detail_row = own->detail_col = 0;
	layout_list(own, rows, cols);
	portfolio_read(own, own->focus.top, own->focus.rows + 1);
	portfolio_look_ahead(own);
	if (!narrow(cols) && cols >= PANE_COLS) {
		own->detail_row = BODY_TOP;
		own->detail_col = columns_of(own, cols).pane;
	}
}

static enum style next_style(const struct portfolio *own, int day)
{
	return day != DATE_NONE && day < own->today ? STYLE_WARN : STYLE_PLAIN;
}

static void draw_row(const struct portfolio *own, const struct canvas *canvas, int row, int i)
{
	const struct columns found = columns_of(own, canvas->cols);
	const struct columns *at = &found;
	const struct portfolio_row *shown = portfolio_row(own, i);
	if (!shown)
		return;
	const struct store_round *round = shown->round;
	int primary = primary_from_word(round->primary);
	enum grade grade = grade_from_word(round->grade);
	if (portfolio_has_news(shown))
		canvas_text(canvas, row, NEWS_COL, 1, STYLE_LINK, "*");
	canvas_text(
		canvas, row, NAME_COL, at->state - NAME_COL - 2, STYLE_PLAIN, round->alliance_name);
	canvas_text(canvas, row, at->state, own->state_cells, STYLE_PLAIN, shown->state);
	score_draw(canvas, &lines_usual, row, at->health, round->health);
	canvas_text(canvas, row, at->primary, own->primary_cells, STYLE_PLAIN,
		words_primary(primary < 0 ? PRIMARY_INSUFFICIENT : primary));
	if (at->trend) {
		canvas_spark(canvas, row, at->trend, PORTFOLIO_SPARK, shown->spark);
		canvas_text(canvas, row, at->trend + SPARK_CELLS, CHANGE_CELLS, STYLE_PLAIN,
			shown->change);
	}
	canvas_right(canvas, row, at->next, next_style(own, shown->next), shown->when);
	if (at->grade) {
		canvas_text(canvas, row, at->grade, 6, STYLE_PLAIN,
			grade == GRADE_NONE ? "--" : grade_word(grade));
		canvas_textf(canvas, row, at->sides, 6, STYLE_PLAIN, "%d", round->parties);
	}
	if (i == own->focus.at)
		canvas_focus_span(canvas, row, at->state - 1);
}

static void draw_heading(const struct portfolio *own, const struct canvas *canvas)
{
	const struct columns found = columns_of(own, canvas->cols);
	const struct columns *at = &found;
	const struct {
		int col;
		const char *title;
	} headings[] = {
		{ NAME_COL, "Alliance" },
		{ at->state, "State" },
		{ at->health, "Health" },
		{ at->primary, "Primary" },
		{ at->trend, "Trend" },
		{ at->grade, "Grade" },
		{ at->sides, "Sides" },
	};
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++)
		if (headings[i].col)
			canvas_text(canvas, BODY_TOP, headings[i].col, 12, STYLE_PLAIN,
				headings[i].title);
	canvas_right(canvas, BODY_TOP, at->next, STYLE_PLAIN, "Next");
}

/* Two rows an alliance: name and health, state and next. */
static void draw_narrow(const struct portfolio *own, const struct canvas *canvas)
{
	int end = canvas->cols - 2, row = BODY_TOP;
	int name_cells = end - 2 - 8 - (own->totals.rounds > 1 ? SPARK_CELLS : 0);
	for (int i = own->focus.top; i < own->count && i < own->focus.top + own->focus.rows; i++) {
		const struct portfolio_row *shown = portfolio_row(own, i);
		if (!shown)
			break;
		const struct store_round *round = shown->round;
		canvas_text(canvas, row, 2, name_cells, STYLE_PLAIN, round->alliance_name);
		score_draw(canvas, &lines_usual, row, end - SCORE_CELLS, round->health);
		if (own->totals.rounds > 1)
			canvas_spark(canvas, row, end - SCORE_CELLS - SPARK_CELLS, PORTFOLIO_SPARK,
				shown->spark);
		if (i == own->focus.at)
			canvas_focus_span(canvas, row, name_cells + 3);
		canvas_text(canvas, row + 1, 2, end - 2 - 10, STYLE_PLAIN, shown->state);
		canvas_right(canvas, row + 1, end, next_style(own, shown->next), shown->when);
		row += 2;
	}
	list_draw_place(&own->focus, canvas, canvas->rows - 4, end);
}

/* The three lines about the row in focus. */

static int when_cells(const struct portfolio *own)
{
	int cells = 0;
	for (size_t i = 0; i < own->ahead_count; i++) {
		int own_cells = utf8_cells(UTF8_SCREEN, own->ahead[i].when);
		cells = own_cells > cells ? own_cells : cells;
	}
	return cells;
}

/* At the right of the list, where lines are short and many, the words wrap. */
static void draw_ahead(
	const struct portfolio *own, const struct canvas *canvas, int row, int col, int end)
{
	int when = when_cells(own), left = col + when + 2, width = canvas->cols - 2 - left;
	for (size_t i = 0; i < own->ahead_count && row < end; i++) {
		const struct portfolio_ahead *ahead = &own->ahead[i];
		int lines = own->detail_row == BODY_TOP ? canvas_lines(ahead->text, width) : 1;
		canvas_text(canvas, row, col, when, next_style(own, ahead->day), ahead->when);
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
	const struct portfolio_row *shown = portfolio_row(own, own->focus.at);
	int row = own->detail_row, col = own->detail_col, width = canvas->cols - 2 - col;
	int end = canvas->rows - 3;
	if (!row || !shown)
		return;
	row += 1 +
		canvas_wrapped(
			canvas, row, col, width, 0, 3, STYLE_BOLD, shown->round->alliance_name);
	row += canvas_wrapped(canvas, row, col, width, 0, end - row, STYLE_PLAIN,
		own->about ? own->about : shown->about);
	if (!own->ahead_count && row < end)
		canvas_wrapped(canvas, row, col, width, 0, end - row, STYLE_PLAIN,
			words_plain(W_NOTHING_AHEAD));
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
	const char *key; /* NULL: of its action */
	enum sentence text;
	bool choice, gap; /* a blank row before it where there is room */
} begin_rows[] = {
	{ "", W_BEGIN_HOW, false, false },
	{ "1", W_BEGIN_NAME, false, true },
	{ "2", W_BEGIN_INTERVIEW, false, false },
	{ "3", W_BEGIN_READ, false, false },
	{ NULL, W_BEGIN_ADD, true, true },
	{ NULL, W_BEGIN_EXAMPLE, true, false },
	{ "", W_BEGIN_WHERE, false, true },
};
#define BEGIN_ROWS ((int)(sizeof(begin_rows) / sizeof(*begin_rows)))

static const enum act begin_acts[] = { ACTION_ADD_ALLIANCE, ACTION_EXAMPLE };

/* What stands before a row: a number, the key of a choice, "" nothing. */
static const char *begin_key(int i, char key[ACTION_KEY_TEXT])
{
	int choice = 0;
	for (int before = 0; before < i; before++)
		choice += begin_rows[before].choice;
	if (begin_rows[i].choice)
		return action_first_key(begin_acts[choice], key);
	return begin_rows[i].key;
}

/* Cells before its text. */
static int begin_lead(int i)
{
	char key[ACTION_KEY_TEXT];
	int cells = utf8_cells(UTF8_SCREEN, begin_key(i, key));
	return !cells ? 0 : cells < 3 ? 4 : cells + 2;
}

static const char *begin_text(const struct portfolio *own, int i)
{
	return i == 0 && own->begin ? own->begin : words_plain(begin_rows[i].text);
}

static int begin_height(const struct portfolio *own, int i, int width)
{
	return canvas_lines(begin_text(own, i), width - begin_lead(i));
}

/* From the two ways in upward and downward as far as the rows go: they are never what is cut. */
static void draw_begin(const struct portfolio *own, const struct canvas *canvas)
{
	int width = canvas->cols - 4 < 76 ? canvas->cols - 4 : 76, body = body_rows(canvas->rows);
	int all = 1, first = 0, choice = 0, row = BODY_TOP;
	for (int i = 0; i < BEGIN_ROWS; i++)
		all += begin_height(own, i, width);
	bool roomy = all + 8 <= body;
	while (all > body && !begin_rows[first].choice)
		all -= begin_height(own, first++, width);
	row += roomy ? 3 : 0;
	for (int i = first; i < BEGIN_ROWS && row < canvas->rows - 3; i++) {
		char key[ACTION_KEY_TEXT];
		int lead = begin_lead(i);
		row += roomy && begin_rows[i].gap ? begin_rows[i].choice ? 2
				: i == BEGIN_ROWS - 1                    ? 2
									 : 1
						  : 0;
		canvas_text(canvas, row, 2, lead, STYLE_BOLD, begin_key(i, key));
		int lines = canvas_wrapped(canvas, row, 2 + lead, width - lead, 0,
			canvas->rows - 3 - row, STYLE_PLAIN, begin_text(own, i));
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
	if (!own->totals.alliances) {
		draw_begin(own, canvas);
		return;
	}
	if (narrow(canvas->cols)) {
		draw_narrow(own, canvas);
		return;
	}
	draw_heading(own, canvas);
	for (int i = 0; i < own->focus.rows && own->focus.top + i < own->count; i++)
		draw_row(own, canvas, BODY_TOP + 2 + i, own->focus.top + i);
	bool below = own->detail_row && own->detail_row != BODY_TOP;
	list_draw_place(&own->focus, canvas, below ? own->detail_row - 2 : canvas->rows - 4,
		columns_of(own, canvas->cols).next);
	draw_detail(own, canvas);
}
