/* SPDX-License-Identifier: MIT */
/*
 * Text that was wrapped to a width and may be longer than its place: built in layout(), scrolled
 * as a whole, drawn line by line.
 */
#ifndef TUI_PAGE_H
#define TUI_PAGE_H

#include <rekindle/pool.h>
#include "../actions.h"
#include "../canvas.h"

struct page_line {
	const char *text;
	enum style style;
	int indent;
	const char *lead; /* drawn at lead_col of the page in lead_style before the text; or NULL */
	int lead_col;
	enum style lead_style;
	int tag; /* the owner's number; 0 none */
};

struct page {
	struct pool pool;
	struct page_line *lines;
	size_t count;
	int top, rows; /* first visible line, visible lines */
	int wanted;    /* where the user scrolled to; a larger window comes back to it */
};

void page_release(struct page *);
void page_clear(struct page *); /* keeps the place */
/* Wrap text at width cells and append it, indented; newlines break. Returns its first line's index.
 */
size_t page_add(struct page *, enum style, int indent, int width, const char *text);
void page_blank(struct page *);
/* A word before the text of one line: a key, a label. col: counted from the page's own left. */
void page_lead(struct page *, size_t line, int col, enum style, const char *text);
/* Blanks at the end never count. */
void page_layout(struct page *, int rows);
bool page_act(struct page *,
	enum act); /* UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST; false: nothing to scroll */
bool page_more_above(const struct page *);
bool page_more_below(const struct page *);
void page_draw(const struct page *, const struct canvas *, int row, int col);

#endif
