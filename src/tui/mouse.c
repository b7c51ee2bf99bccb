/* SPDX-License-Identifier: MIT */
/*
 * The mouse, for whom it was asked for: a click puts the focus where it is by the keys that go
 * there, one on the focus is Enter, the wheel goes three rows.
 */
#include "app.h"

#define WHEEL_ROWS 3

static bool writes(const struct screen *screen)
{
	return screen->ops->text && screen->ops->text(screen);
}

/* The row of the window on which the focus stands. */
static int focus_row(const struct app *app)
{
	int row = -1, col;
	WINDOW *window = newpad(app->rows, app->cols);
	if (!window)
		return -1;
	app_draw(app, window, &row, &col);
	delwin(window);
	return row;
}

static bool in_body(const struct app *app, int row)
{
	return row >= BODY_TOP && row < BODY_TOP + body_rows(app->rows);
}

static void press(struct app *app, int code)
{
	app_key(app, &(struct key){ .code = code, .text = "" });
}

/* As many rows as it is away at the most: a list that scrolls meanwhile takes its rows along. */
static void go_to(struct app *app, int from, int to)
{
	const struct screen *screen = app->top;
	int code = to > from ? TUI_DOWN : TUI_UP, by = to > from ? 1 : -1;
	for (int left = (to - from) * by, at = from; left > 0 && at != to; left--) {
		press(app, code);
		if (app->top != screen || app->quit || app->confirming || app->asking)
			return;
		int now = focus_row(app);
		if ((now - to) * by > 0) /* there is no row: the one before it */
			press(app, code == TUI_DOWN ? TUI_UP : TUI_DOWN);
		if ((now - to) * by > 0)
			return;
		at = now;
	}
}

static void click(struct app *app, int row)
{
	int from = focus_row(app);
	if (!in_body(app, row) || from < 0)
		return;
	if (row != from)
		go_to(app, from, row);
	else if (!writes(app->top))
		press(app, TUI_ENTER);
}

static void wheel(struct app *app, int code)
{
	for (int i = 0; i < WHEEL_ROWS && !writes(app->top) && !app->confirming; i++)
		press(app, code);
}

bool mouse_key(struct app *app, const struct key *key)
{
	bool is_mouse =
		key->code == TUI_CLICK || key->code == TUI_WHEEL_UP || key->code == TUI_WHEEL_DOWN;
	if (!is_mouse || app->asking || app->confirming || !app->top || app->rows < ROWS_MIN ||
		app->cols < COLS_MIN)
		return is_mouse;
	if (key->code == TUI_CLICK)
		click(app, key->row);
	else
		wheel(app, key->code == TUI_WHEEL_UP ? TUI_UP : TUI_DOWN);
	return true;
}
