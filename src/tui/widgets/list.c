/* SPDX-License-Identifier: MIT */
/*
 * The focus in a list.
 */
#include "list.h"

#define EDGE 2 /* rows kept visible beyond the focus */

static void clamp(struct list *list)
{
	if (list->at >= list->count)
		list->at = list->count - 1;
	if (list->at < 0)
		list->at = 0;
}

bool list_act(struct list *list, enum act action)
{
	int page = list->rows > 1 ? list->rows - 1 : 1;
	if (action == ACTION_UP || action == ACTION_PREVIOUS_CHOICE)
		list->at--;
	else if (action == ACTION_DOWN || action == ACTION_NEXT_CHOICE)
		list->at++;
	else if (action == ACTION_PAGE_UP)
		list->at -= page;
	else if (action == ACTION_PAGE_DOWN)
		list->at += page;
	else if (action == ACTION_FIRST)
		list->at = 0;
	else if (action == ACTION_LAST)
		list->at = list->count - 1;
	else
		return false;
	clamp(list);
	return true;
}

void list_layout(struct list *list, int count, int rows)
{
	list->count = count;
	list->rows = rows > 0 ? rows : 1;
	clamp(list);
	int edge = list->rows > 2 * EDGE ? EDGE : 0;
	if (list->at < list->top + edge)
		list->top = list->at - edge;
	if (list->at >= list->top + list->rows - edge)
		list->top = list->at - list->rows + 1 + edge;
	if (list->top > count - list->rows)
		list->top = count - list->rows;
	if (list->top < 0)
		list->top = 0;
}

void list_draw_place(const struct list *list, const struct canvas *canvas, int row, int col)
{
	if (list->count <= list->rows)
		return;
	char text[48];
	int last = list->top + list->rows;
	snprintf(text, sizeof(text), "%d-%d of %d", list->top + 1,
		last < list->count ? last : list->count, list->count);
	canvas_right(canvas, row, col, STYLE_PLAIN, text);
}
