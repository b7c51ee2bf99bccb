/* SPDX-License-Identifier: MIT */
/*
 * Which rows of the plan are in sight. A row of it takes one row of the screen or two, so the
 * list's own layout does not serve. It scrolls by half of where the focus may stand: a step is then
 * mostly a move of the focus alone, and few bytes on a slow line.
 */
#include "plan_view.h"

#define EDGE 2      /* rows of the screen kept in sight before and behind the focus */
#define EDGE_FROM 9 /* where so many are shown */

/* Rows of the screen before that row of the plan; behind the last: all of them. */
static int rows_before(const struct plan_view *view, int row)
{
	int before = 0;
	for (int i = 0; i < row && i < (int)view->row_count; i++)
		before += plan_row_height(view, (size_t)i);
	return before;
}

/* The first row of the plan that does not begin before that row of the screen. */
static int row_from(const struct plan_view *view, int before)
{
	int row = 0;
	while (row < (int)view->row_count && before > 0)
		before -= plan_row_height(view, (size_t)row++);
	return row;
}

/* Rows of the screen that are out of sight above so that the focus is in sight, and its edges. */
static int scrolled(const struct plan_view *view, int rows, bool opened)
{
	int edge = rows >= EDGE_FROM ? EDGE : 0, step = (rows + 1) / 2 - edge;
	int from = rows_before(view, view->list.at) - edge;
	int end = rows_before(view, view->list.at + 1) + edge;
	int above = rows_before(view, view->list.top);
	if (opened && end > rows)
		return from + edge - rows / 3;
	if (from < above)
		return from < above - step ? from : above - step;
	if (end > above + rows)
		return end - rows > above + step ? end - rows : above + step;
	return above;
}

static int rows_whole(const struct plan_view *view, int rows)
{
	int whole = 0, top = view->list.top;
	while (top + whole < view->list.count &&
		(rows -= plan_row_height(view, (size_t)(top + whole))) >= 0)
		whole++;
	return whole;
}

void plan_scroll(struct plan_view *view, int rows, bool opened)
{
	struct list *list = &view->list;
	int above = scrolled(view, rows, opened);
	int last = row_from(view, rows_before(view, list->count) - rows);
	bool back = above < rows_before(view, list->top);
	list->top = row_from(view, above);
	if (back && list->top && rows_before(view, list->top) > above)
		list->top--;
	if (list->top > last)
		list->top = last;
	if (list->top > list->at)
		list->top = list->at;
	if (list->at == 1 && list->top == 1 && rows_before(view, 2) <= rows)
		list->top = 0; /* with the heading of the first phase */
	view->visible = rows_whole(view, rows);
}
