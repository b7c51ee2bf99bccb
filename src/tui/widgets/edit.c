/* SPDX-License-Identifier: MIT */
/*
 * A text box.
 */
#include "edit.h"

#include <string.h>

#include <rekindle/utf8.h>

void edit_init(struct edit *edit, bool one_line)
{
	*edit = (struct edit){ .one_line = one_line, .wraps = !one_line, .width = 40, .rows = 1 };
	str_init(&edit->text);
	str_init(&edit->killed);
}

void edit_release(struct edit *edit)
{
	str_release(&edit->text);
	str_release(&edit->killed);
}

void edit_set(struct edit *edit, const char *text)
{
	str_set(&edit->text, text);
	edit->cursor = edit->text.len;
	edit->changed = false;
	edit->top = 0;
}

void edit_insert(struct edit *edit, const char *text)
{
	struct str clean;
	str_init(&clean);
	utf8_tame(&clean, text, !edit->one_line);
	str_insert(&edit->text, edit->cursor, clean.text, clean.len);
	edit->cursor += clean.len;
	edit->changed |= clean.len > 0;
	str_release(&clean);
}

static void remove_span(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return;
	str_delete(&edit->text, from, to - from);
	edit->cursor = from;
	edit->changed = true;
}

static void kill_span(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return;
	str_clear(&edit->killed);
	str_addn(&edit->killed, edit->text.text + from, to - from);
	remove_span(edit, from, to);
}

static size_t word_before(const struct edit *edit)
{
	size_t at = edit->cursor;
	const char *text = edit->text.text;
	while (at && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		at--;
	while (at && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return at;
}

static size_t word_after(const struct edit *edit)
{
	const char *text = edit->text.text;
	size_t at = edit->cursor;
	at += strspn(text + at, " \n");
	return at + strcspn(text + at, " \n");
}

/* The visual line that holds byte offset at: its start, and in *number its index. */
static size_t line_of(const struct edit *edit, size_t at, int *number)
{
	const char *text = edit->text.text;
	size_t start = 0;
	*number = 0;
	if (!edit->wraps)
		return 0;
	for (size_t n; (n = utf8_line(UTF8_SCREEN, text + start, edit->width, NULL)); start += n) {
		bool ends = text[start + n - 1] == '\n';
		if (at < start + n || (at == start + n && !text[start + n] && !ends))
			return start;
		++*number;
	}
	return start;
}

static size_t line_start(const struct edit *edit, int number)
{
	size_t start = 0;
	for (size_t n; number-- > 0 &&
		(n = utf8_line(UTF8_SCREEN, edit->text.text + start, edit->width, NULL));)
		start += n;
	return start;
}

static size_t line_end(const struct edit *edit, size_t start)
{
	if (!edit->wraps)
		return edit->text.len;
	size_t shown;
	size_t n = utf8_line(UTF8_SCREEN, edit->text.text + start, edit->width, &shown);
	return n && edit->text.text[start + n - 1] != '\n' && start + n < edit->text.len
		? start + shown
		: start + n - (n && edit->text.text[start + n - 1] == '\n');
}

int edit_cursor_line(const struct edit *edit)
{
	int number;
	line_of(edit, edit->cursor, &number);
	return number;
}

int edit_lines(const struct edit *edit)
{
	int number;
	line_of(edit, edit->text.len, &number);
	return number + 1;
}

static void move_line(struct edit *edit, int by)
{
	int number;
	size_t start = line_of(edit, edit->cursor, &number);
	int cells = utf8_cells_n(UTF8_SCREEN, edit->text.text + start, edit->cursor - start);
	number += by;
	if (number < 0 || number >= edit_lines(edit))
		return;
	size_t at = line_start(edit, number), end = line_end(edit, at);
	for (int used = 0; at < end && used < cells;) {
		size_t g = utf8_grapheme(edit->text.text + at);
		used += utf8_cells_n(UTF8_SCREEN, edit->text.text + at, g);
		at += g;
	}
	edit->cursor = at;
}

/* Where Home goes and Ctrl-U begins: one line is one, also where it is shown in several. */
static size_t first_of_line(const struct edit *edit)
{
	int number;
	return edit->one_line ? 0 : line_of(edit, edit->cursor, &number);
}

static bool move_key(struct edit *edit, int code)
{
	const char *text = edit->text.text;
	int number;
	switch (code) {
	case TUI_LEFT:
		edit->cursor -= utf8_grapheme_before(text, edit->cursor);
		return true;
	case TUI_RIGHT:
		edit->cursor += utf8_grapheme(text + edit->cursor);
		return true;
	case TUI_HOME:
		edit->cursor = first_of_line(edit);
		return true;
	case TUI_END:
		edit->cursor = edit->one_line
			? edit->text.len
			: line_end(edit, line_of(edit, edit->cursor, &number));
		return true;
	case TUI_WORD_LEFT:
	case KEY_ALT | 'b':
		edit->cursor = word_before(edit);
		return true;
	case TUI_WORD_RIGHT:
	case KEY_ALT | 'f':
		edit->cursor = word_after(edit);
		return true;
	case TUI_UP:
	case TUI_DOWN:
		if (!edit->wraps)
			return false;
		move_line(edit, code == TUI_UP ? -1 : 1);
		return true;
	}
	return false;
}

static bool change_key(struct edit *edit, int code)
{
	const char *text = edit->text.text;
	size_t at = edit->cursor;
	switch (code) {
	case TUI_BACKSPACE:
		remove_span(edit, at - utf8_grapheme_before(text, at), at);
		return true;
	case TUI_DELETE:
		str_delete(&edit->text, at, utf8_grapheme(text + at));
		edit->changed = true;
		return true;
	case TUI_DELETE_WORD:
	case KEY_ALT | 'd':
		kill_span(edit, at, word_after(edit));
		return true;
	case CONTROL('w'):
	case KEY_ALT | TUI_BACKSPACE:
		kill_span(edit, word_before(edit), at);
		return true;
	case CONTROL('u'):
		kill_span(edit, first_of_line(edit), at);
		return true;
	case CONTROL('y'):
		edit_insert(edit, edit->killed.text);
		return true;
	case TUI_ENTER:
		if (edit->one_line)
			return false;
		edit_insert(edit, "\n");
		return true;
	}
	return false;
}

bool edit_key(struct edit *edit, const struct key *key)
{
	if (key->code == TUI_PASTE ||
		(key->code >= ' ' && key->code < KEY_SPECIAL && key->code != 0x7F)) {
		edit_insert(edit, key->text);
		return true;
	}
	return move_key(edit, key->code) || change_key(edit, key->code);
}

void edit_layout(struct edit *edit, int rows, int width)
{
	edit->rows = rows > 0 ? rows : 1;
	edit->width = width > 1 ? width : 1;
	int at = edit_cursor_line(edit);
	if (at < edit->top)
		edit->top = at;
	if (at >= edit->top + edit->rows)
		edit->top = at - edit->rows + 1;
	/* nothing stays out of sight above while there is room below */
	int lines = edit->wraps ? canvas_lines(edit->text.text, edit->width) : 1;
	int last = (lines > at ? lines : at + 1) - edit->rows;
	if (edit->top > last)
		edit->top = last > 0 ? last : 0;
}

/* One line: show the part around the cursor. */
static void draw_line(const struct edit *edit, const struct canvas *canvas, int row, int col,
	enum style style, bool focus)
{
	const char *text = edit->text.text;
	size_t from = 0;
	if (focus)
		while (utf8_cells_n(UTF8_SCREEN, text + from, edit->cursor - from) >= edit->width)
			from += utf8_grapheme(text + from);
	canvas_padded(canvas, row, col, edit->width, style, text + from);
	if (focus && canvas->cursor_row) {
		*canvas->cursor_row = row;
		*canvas->cursor_col =
			col + utf8_cells_n(UTF8_SCREEN, text + from, edit->cursor - from);
	}
}

void edit_draw(const struct edit *edit, const struct canvas *canvas, int row, int col,
	enum style style, bool focus)
{
	if (!edit->wraps) {
		draw_line(edit, canvas, row, col, style, focus);
		return;
	}
	canvas_wrapped(
		canvas, row, col, edit->width, edit->top, edit->rows, style, edit->text.text);
	if (!focus || !canvas->cursor_row)
		return;
	int number;
	size_t start = line_of(edit, edit->cursor, &number);
	int cells = utf8_cells_n(UTF8_SCREEN, edit->text.text + start, edit->cursor - start);
	*canvas->cursor_row = row + number - edit->top;
	*canvas->cursor_col = col + (cells < edit->width ? cells : edit->width);
}

int edit_words(const struct edit *edit)
{
	int words = 0;
	bool inside = false;
	for (const char *p = edit->text.text; *p; p++) {
		bool blank = *p == ' ' || *p == '\n' || *p == '\t';
		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}
