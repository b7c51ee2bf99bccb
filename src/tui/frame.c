/* SPDX-License-Identifier: MIT */
/*
 * What frames every screen: header, message row, footer, and the message of a small window.
 */
#include "app.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define TEXT_COL 2

static const char *saved_text(const struct app *app, char *buffer, size_t size)
{
	struct pool pool = { 0 };
	char at[6];
	int waiting = app_unsaved(app);
	const char *saved = words_plain(app->unsaved ? W_NOT_SAVED : W_SAVED);
	if (app->unsaved && waiting)
		saved = words(&pool, W_NOT_SAVED_COUNT, hole_count("n", waiting));
	if (app->saved_at && !app->unsaved)
		saved = words(&pool, W_SAVED_AT, hole_text("time", clock_hm(app->saved_at, at)));
	snprintf(buffer, size, "%s", saved);
	size_t used = strlen(buffer);
	if (app->options.example && !app->unsaved)
		snprintf(buffer + used, size - used, "   %s", words_plain(W_EXAMPLE));
	pool_release(&pool);
	return buffer;
}

/* Nothing on this screen is saved any more. */
static void sealed_text(const struct app *app, char *buffer, size_t size)
{
	struct pool pool = { 0 };
	snprintf(buffer, size, "%s",
		words(&pool, W_SEALED_ON, hole_day("day", app->record.assessment.sealed, DAY_ISO)));
	pool_release(&pool);
}

static int cells(const char *text)
{
	return utf8_cells(UTF8_SCREEN, text);
}

/* A part of the header with the gap before it; returns the column after it. */
static int header_part(const struct canvas *canvas, int col, int room, const char *text)
{
	if (!*text || room < 2)
		return col;
	return col + 3 + canvas_text(canvas, 0, col + 3, room, STYLE_PLAIN, text);
}

static void draw_header(
	const struct app *app, const struct screen *screen, const struct canvas *canvas)
{
	struct header header = { .title = screen->ops->name };
	char saved[48];
	if (screen->ops->header)
		screen->ops->header(screen, &header);
	saved_text(app, saved, sizeof(saved));
	if (app_read_only(app))
		header.saved = words_plain(W_READ_ONLY);
	if (header.saved && !app->unsaved)
		snprintf(saved, sizeof(saved), "%s", header.saved);
	if (app_sealed(app) && !app->unsaved && !screen->ops->goes_on)
		sealed_text(app, saved, sizeof(saved));
	int end = canvas->cols - 2;
	canvas_right(canvas, 0, end, app->unsaved ? STYLE_BOLD : STYLE_PLAIN, saved);
	end -= cells(saved) + 3;
	int progress = *header.progress ? cells(header.progress) : 0;
	int room = end - TEXT_COL - cells(header.title) - (progress ? progress + 3 : 0);
	int alliance = *header.alliance ? cells(header.alliance) + 3 : 0;
	int who = *header.who ? cells(header.who) + 3 : 0;
	if (who > room - alliance)
		who = room - alliance; /* who is cut first */
	if (who < 8)
		who = 0;
	if (alliance > room - who)
		alliance = room - who;
	int col = TEXT_COL +
		canvas_text(canvas, 0, TEXT_COL, end - TEXT_COL, STYLE_BOLD, header.title);
	col = header_part(canvas, col, alliance - 3, header.alliance);
	header_part(canvas, col, who - 3, header.who);
	if (progress && room >= 0)
		canvas_right(canvas, 0, end, STYLE_PLAIN, header.progress);
}

/* A message that does not fit in its row takes those above it, too: what it asks is at its end. */
int app_message_rows(const struct app *app)
{
	int rows = app->asking;
	if (*app->message)
		rows += canvas_lines(app->message, app->cols - 4 - 2 * app->warning);
	return rows < app->rows - 4 ? rows : app->rows - 4;
}

int app_message_over(const struct app *app)
{
	int rows = app_message_rows(app);
	return rows > 1 ? rows - 1 : 0;
}

static void draw_said(const struct app *app, const struct canvas *canvas, int row, int rows)
{
	int col = TEXT_COL;
	if (app->warning)
		col += canvas_text(canvas, row, col, 2, STYLE_WARN, "! ");
	canvas_wrapped(canvas, row, col, canvas->cols - col - 2, 0, rows,
		app->confirming ? STYLE_BOLD : STYLE_PLAIN, app->message);
}

static void draw_message(const struct app *app, const struct canvas *canvas, int rows)
{
	int row = canvas->rows - 2 - rows;
	if (*app->message)
		draw_said(app, canvas, row, rows - app->asking);
	if (!app->asking)
		return;
	row = canvas->rows - 3;
	int col = TEXT_COL +
		canvas_text(canvas, row, TEXT_COL, canvas->cols - 4, STYLE_BOLD, app->ask_label) +
		1;
	edit_draw(&app->ask, canvas, row, col, STYLE_FIELD, true);
}

static const char *action_label(const struct screen *screen, enum act action)
{
	const char *label = screen->ops->label ? screen->ops->label(screen, action) : NULL;
	return label ? label : action_table[action].label;
}

/* "Enter open   a add": key bold, word plain; what does not fit is left to the help. */
static int footer_entry(
	const struct canvas *canvas, int row, int col, const char *key, const char *label)
{
	int need = cells(key) + 1 + cells(label);
	if (col + need > canvas->cols - 2)
		return col;
	col += canvas_text(canvas, row, col, need, STYLE_BOLD, key) + 1;
	return col + canvas_text(canvas, row, col, need, STYLE_PLAIN, label) + 3;
}

/* The way out and the help must not be the ones that do not fit. */
static bool stays(enum act action)
{
	return action == ACTION_HELP || action == ACTION_HELP_TEXT || action == ACTION_HELP_ONLY ||
		action == ACTION_UP_LEVEL || action == ACTION_QUIT;
}

static const enum act *footer_row(const struct screen *screen, const struct canvas *canvas, int row,
	int col, const enum act *offer, unsigned mode)
{
	int wanted = 0;
	for (const enum act *a = offer; *a; a++)
		if ((action_table[*a].mode & mode) && stays(*a))
			wanted +=
				cells(action_table[*a].shown) + cells(action_label(screen, *a)) + 4;
	for (; *offer; offer++) {
		bool last = stays(*offer);
		const char *key = action_table[*offer].shown, *label = action_label(screen, *offer);
		if (!(action_table[*offer].mode & mode) || !*label || !app_can(screen, *offer))
			continue;
		int need = cells(key) + cells(label) + 4;
		if (last)
			wanted -= need;
		else if (col + need + wanted > canvas->cols - 2 + 3)
			continue;
		col = footer_entry(canvas, row, col, key, label);
	}
	return offer + 1;
}

static void draw_footer(
	const struct app *app, const struct screen *screen, const struct canvas *canvas)
{
	int row = canvas->rows - 2;
	if (app->asking) {
		int col = footer_entry(canvas, row, TEXT_COL, "Enter", "done");
		footer_entry(canvas, row, col, "Esc", "never mind");
		canvas_text(canvas, row + 1, TEXT_COL, 4, STYLE_BOLD, "TEXT");
		return;
	}
	bool text = screen->ops->text && screen->ops->text(screen);
	unsigned mode = text ? MODE_TEXT : MODE_NAV;
	const enum act *offer = screen->ops->offers(screen);
	offer = footer_row(screen, canvas, row, TEXT_COL, offer, mode);
	int col = TEXT_COL +
		canvas_text(canvas, row + 1, TEXT_COL, 4, STYLE_BOLD, text ? "TEXT" : "NAV") + 3;
	footer_row(screen, canvas, row + 1, col, offer, mode);
}

static void draw_small(const struct app *app, const struct canvas *canvas)
{
	struct pool pool = { 0 };
	int cols = canvas->cols, row = canvas->rows >= 8 ? 1 : 0;
	if (cols < 24) {
		canvas_text(canvas, 0, 0, cols, STYLE_PLAIN, "40x10");
		return;
	}
	const char *const lines[] = {
		words(&pool, W_WINDOW_NEEDED, hole_count("cols", COLS_MIN),
			hole_count("rows", ROWS_MIN)),
		words(&pool, W_WINDOW_IS, hole_count("cols", cols),
			hole_count("rows", canvas->rows)),
		"",
		words_plain(app->unsaved ? W_ANSWERS_WAIT : W_ANSWERS_SAVED),
		words_plain(W_WINDOW_LARGER),
		words_plain(W_WINDOW_OR_LEAVE),
	};
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		canvas_text(canvas, row + (int)i, TEXT_COL, cols, STYLE_PLAIN, lines[i]);
	pool_release(&pool);
}

static void no_focus(const struct canvas *canvas)
{
	*canvas->cursor_row = -1;
	*canvas->focus_row = BODY_TOP; /* where no row has the focus, reading begins */
	*canvas->focus_col = 0;
	canvas->kept->row = -1;
}

static void draw_screen(const struct screen *screen, const struct canvas *canvas)
{
	if (screen->ops->overlay && screen->below)
		draw_screen(screen->below, canvas);
	no_focus(canvas);
	screen->ops->draw(screen, canvas);
}

static void draw_all(const struct app *app, const struct canvas *canvas)
{
	const struct screen *titled = app->top;
	while (titled->ops->overlay && titled->below)
		titled = titled->below;
	draw_header(app, titled, canvas);
	draw_screen(app->top, canvas);
	int rows = app_message_rows(app);
	wmove(canvas->window, app->rows - 2 - rows, 0);
	wclrtobot(canvas->window);
	if (rows)
		draw_message(app, canvas, rows);
	draw_footer(app, app->top, canvas);
}

bool app_draw(const struct app *app, WINDOW *window, int *row, int *col)
{
	struct str *scratch = (struct str *)(uintptr_t)&app->scratch; /* a buffer, no state */
	int written_row = -1, written_col = -1;
	struct kept_cells kept = { .row = -1 };
	struct canvas canvas = { .window = window,
		.rows = app->rows,
		.cols = app->cols,
		.ascii = app->options.ascii,
		.colour = app->options.colour,
		.scratch = scratch,
		.cursor_row = &written_row,
		.cursor_col = &written_col,
		.focus_row = row,
		.focus_col = col,
		.kept = &kept };
	*row = *col = 0;
	werase(window);
	if (app->rows < ROWS_MIN || app->cols < COLS_MIN) {
		draw_small(app, &canvas);
		return false;
	}
	draw_all(app, &canvas);
	if (app->confirming)
		*row = app->rows - 2 - app_message_rows(app), *col = TEXT_COL;
	if (written_row < 0)
		return false;
	*row = written_row;
	*col = written_col;
	return true;
}
