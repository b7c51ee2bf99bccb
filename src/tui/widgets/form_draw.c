/* SPDX-License-Identifier: MIT */
/*
 * A form on the screen: every field as high as its text, the list or box in focus.
 */
#include "form.h"

#include <string.h>

#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define LINE_CELLS 50
#define BOX_CELLS 76
#define BOX_ROWS 4 /* of an open box at least */
#define NUMBER_CELLS 4
#define EDGE 2 /* fields kept visible beyond the focus */

static int label_cells(int cols)
{
	return width_is_narrow(cols) ? FORM_LABEL - 6 : FORM_LABEL;
}

/* Every text is shown from its start; only what is being written scrolls with its cursor. */
static void layout_field(struct form *form, int i, int rows, int cols)
{
	struct form_field *field = &form->field[i];
	struct edit *edit = &field->edit;
	bool focus = i == form->list.at, written = focus && (form->open || !field->box);
	int most = field->box ? BOX_CELLS : LINE_CELLS, room = cols - 4 - label_cells(cols) - 2;
	int width = room < most ? room : most, lines = 1;
	edit->width = width;
	edit->wraps = field->box || utf8_cells(UTF8_SCREEN, edit->text.text) >= width ||
		strchr(edit->text.text, '\n');
	if (edit->wraps && !field->choices)
		lines = edit_lines(edit);
	if (field->box && written && lines < BOX_ROWS)
		lines = BOX_ROWS;
	field->rows = form_is_hidden(form, i) ? 0 : lines < rows ? lines : rows;
	edit_layout(edit, field->rows, width);
	if (!written)
		edit->top = 0;
}

static int height(const struct form *form, int from, int to)
{
	int rows = 0;
	for (int i = from; i <= to; i++)
		rows += form->field[i].rows;
	return rows;
}

static void scroll_fields(struct form *form, int rows)
{
	struct list *list = &form->list;
	int edge = rows > 2 * EDGE ? EDGE : 0, last = form_last(form);
	int first = list->at > edge ? list->at - edge : 0;
	int below = list->at + edge < last ? list->at + edge : last;
	if (list->top > first)
		list->top = first;
	while (list->top < list->at && height(form, list->top, below) > rows)
		list->top++;
	while (list->top > 0 && height(form, list->top - 1, last) <= rows)
		list->top--;
	list->count = last + 1;
	form->height = list->rows = 0;
	for (int i = list->top; i < list->count && form->height < rows; i++, list->rows++)
		form->height += form->field[i].rows;
	if (form->height > rows)
		form->height = rows;
}

void form_layout(struct form *form, int rows, int cols)
{
	rows = rows > 0 ? rows : 1;
	if (form->count && !form_writes(form))
		form->open = false;
	for (int i = 0; i < form->count; i++)
		layout_field(form, i, rows, cols);
	scroll_fields(form, rows);
}

int form_height(const struct form *form)
{
	return form->height;
}

/* The words of a choice, or what was typed to narrow its list. */
static void draw_choice(const struct form *form, const struct form_field *field,
	const struct canvas *canvas, int row, int col, enum style style)
{
	bool narrowed = field == form_focused(form) && form->open && *form->filter;
	canvas_padded(canvas, row, col, field->edit.width, style,
		narrowed                    ? form->filter
			: field->choice < 0 ? "--"
					    : field->choices[field->choice]);
}

static void draw_text(const struct form_field *field, const struct canvas *canvas, int row, int col,
	int rows, enum style style, bool written)
{
	struct edit edit = field->edit;
	edit.rows = rows;
	for (int i = 0; edit.wraps && i < rows; i++) {
		canvas_padded(canvas, row + i, col, edit.width, style, "");
		if (style == STYLE_PLAIN && field->box && written)
			canvas_text(canvas, row + i, col - 2, 1, STYLE_PLAIN, SIGN_RULE);
	}
	edit_draw(&edit, canvas, row, col, style, written);
}

static void draw_field(
	const struct form *form, int i, const struct canvas *canvas, int row, int col, int rows)
{
	const struct form_field *field = &form->field[i];
	bool focus = i == form->list.at, open = focus && form->open;
	bool writes = focus && !field->fixed && (open || !field->box);
	bool in_list = open && field->choices && form->pick >= 0;
	enum style style = open && field->box ? STYLE_PLAIN
		: focus && !in_list           ? STYLE_FOCUS
		: field->fixed                ? STYLE_PLAIN
					      : STYLE_FIELD;
	if (field->choices)
		draw_choice(form, field, canvas, row, col, style);
	else
		draw_text(field, canvas, row, col, rows, style, writes);
}

static void draw_label(const struct form *form, int i, const struct canvas *canvas, int row)
{
	const struct form_field *field = &form->field[i];
	int label = label_cells(canvas->cols);
	canvas_text(canvas, row, 2, field->heading ? canvas->cols - 4 : label - 1,
		field->heading ? STYLE_BOLD : STYLE_PLAIN, field->label);
	if (i == form->list.at && !(form->open && field->choices && form->pick >= 0))
		canvas_text(canvas, row, 0, 1, STYLE_PLAIN, ">");
	if (*field->complaint)
		canvas_text(canvas, row, 2 + label - 1, 1, STYLE_WARN, "!");
}

static void draw_row(const struct form *form, const struct canvas *canvas, int row, int col,
	int width, int number)
{
	const struct form_field *field = form_focused(form);
	int choice = form_list_choice(form, number);
	bool focus = number == form->pick, typed = choice == field->choice_count;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	char text[16], fresh[sizeof(form->filter) + 32];
	canvas_padded(canvas, row, 0, canvas->cols, STYLE_PLAIN, "");
	snprintf(text, sizeof(text), "%*d  ", NUMBER_CELLS - 2, number + 1);
	canvas_padded(canvas, row, col, NUMBER_CELLS, style, text);
	snprintf(fresh, sizeof(fresh), "%s %s", words_plain(W_FORM_LIST_TYPED), form->filter);
	canvas_padded(canvas, row, col + NUMBER_CELLS, width - NUMBER_CELLS, style,
		typed ? fresh : field->choices[choice]);
	if (focus)
		canvas_text(canvas, row, 0, 1, STYLE_PLAIN, ">");
}

/* Below the field, or above it where there is more room. */
static void draw_list(
	const struct form *form, const struct canvas *canvas, int row, int col, int width)
{
	int count = form_list_rows(form), end = canvas->rows - 4, top = form->pick;
	int below = end - row - 1, above = row - 2;
	bool under = below >= count || below >= above;
	int rows = under ? below : above;
	rows = rows > count ? count : rows;
	top = top - rows / 2 > count - rows ? count - rows : top - rows / 2;
	top = top < 0 ? 0 : top;
	int first = under ? row + 1 : row - rows;
	for (int i = 0; i < rows; i++)
		draw_row(form, canvas, first + i, col, width, top + i);
}

void form_draw(const struct form *form, const struct canvas *canvas, int row)
{
	int col = 2 + label_cells(canvas->cols) + 1, end = row + form->height, focus = row;
	for (int i = form->list.top; i < form->list.count && row < end; i++) {
		const struct form_field *field = &form->field[i];
		int rows = field->rows < end - row ? field->rows : end - row;
		draw_label(form, i, canvas, row);
		if (!field->heading)
			draw_field(form, i, canvas, row, col, rows);
		if (i == form->list.at)
			focus = row;
		row += field->rows;
	}
	if (form->open && form_list(form))
		draw_list(form, canvas, focus, col, form_focused(form)->edit.width);
}
