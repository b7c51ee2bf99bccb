/* SPDX-License-Identifier: MIT */
/*
 * A text box: one line or many, grapheme by grapheme. Never loses text: killed text can be
 * brought back, leaving keeps everything.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include <stdbool.h>
#include <rekindle/str.h>
#include "../actions.h"
#include "../canvas.h"

struct edit {
	struct str text;
	size_t cursor; /* byte offset, on a grapheme boundary */
	struct str killed;
	bool one_line; /* no line end is put in */
	bool wraps; /* shown and walked through in lines of its width; else as one that scrolls */
	int width, rows; /* as laid out */
	int top;         /* first visible line */
	bool changed;    /* since edit_set; the owner may clear it */
};

void edit_init(struct edit *, bool one_line);
void edit_release(struct edit *);
/* Replace the text, cursor at its end; not a change. NULL empties. */
void edit_set(struct edit *, const char *text);
/* Insert at the cursor as one block: control bytes become harmless, newlines blanks in one line. */
void edit_insert(struct edit *, const char *text);
/* A key while the box has the focus; false when it is none for a box. */
bool edit_key(struct edit *, const struct key *);
void edit_layout(struct edit *, int rows, int width);
/* Line of the cursor (from 0, in the whole text) and lines in all, for "12 of 40". */
int edit_cursor_line(const struct edit *);
int edit_lines(const struct edit *);
/* Draw at row, col; with the focus it places the terminal cursor. */
void edit_draw(
	const struct edit *, const struct canvas *, int row, int col, enum style, bool focus);
int edit_words(const struct edit *);

#endif
