/* SPDX-License-Identifier: MIT */
/*
 * The focus in a list and what of it is visible. Scrolls by row when the focus comes within two
 * rows of an edge.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>
#include "../actions.h"
#include "../canvas.h"

struct list {
	int count;
	int at;        /* focus, 0 to count - 1; 0 when empty */
	int top, rows; /* first visible row, visible rows */
};

/* Moves for ACTION_UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST; false for others. */
bool list_act(struct list *, enum act);
/* Clamp focus and scroll to rows visible rows and count entries. */
void list_layout(struct list *, int count, int rows);
/* "16-25 of 41" ending at column col of row, only when not all fits. */
void list_draw_place(const struct list *, const struct canvas *, int row, int col);

#endif
