/* SPDX-License-Identifier: MIT */
/*
 * A form.
 */
#include "form.h"

#include <assert.h>
#include <string.h>

static struct form_field *add(struct form *form, const char *label, const char *hint)
{
	assert(form->count < FORM_FIELDS);
	struct form_field *field = &form->field[form->count++];
	*field = (struct form_field){ .label = label, .hint = hint, .choice = -1 };
	edit_init(&field->edit, true);
	form->list.count = form->count;
	return field;
}

struct form_field *form_text(
	struct form *form, const char *label, const char *hint, const char *value)
{
	struct form_field *field = add(form, label, hint);
	edit_set(&field->edit, value);
	return field;
}

struct form_field *form_choice(struct form *form, const char *label, const char *hint,
	const char *const *choices, int count, int choice)
{
	struct form_field *field = add(form, label, hint);
	field->choices = choices;
	field->choice_count = count;
	field->choice = choice;
	return field;
}

void form_heading(struct form *form, const char *label)
{
	add(form, label, NULL)->heading = true;
	if (form->list.at == form->count - 1)
		form->list.at++;
}

void form_release(struct form *form)
{
	for (int i = 0; i < form->count; i++)
		edit_release(&form->field[i].edit);
	form->count = 0;
}

struct form_field *form_focus(struct form *form)
{
	return &form->field[form->list.at];
}

const struct form_field *form_focused(const struct form *form)
{
	return &form->field[form->list.at];
}

bool form_writes(const struct form *form)
{
	return form->count && !form_focused(form)->choices;
}

/* The next field that is no heading, or the same at the end. */
static bool step(struct form *form, int by)
{
	int at = form->list.at + by;
	while (at >= 0 && at < form->count && form->field[at].heading)
		at += by;
	if (at < 0 || at >= form->count)
		return false;
	form->list.at = at;
	return true;
}

static enum form_result move_focus(struct form *form, int by, int *left)
{
	*left = form->list.at;
	step(form, by);
	return FORM_MOVED;
}

static enum form_result cycle(struct form_field *field, int by)
{
	int n = field->choice_count;
	field->choice = field->choice < 0 ? (by > 0 ? 0 : n - 1) : (field->choice + by + n) % n;
	return FORM_CHANGED;
}

static enum form_result form_key(struct form *form, const struct key *key, int *left)
{
	struct form_field *field = form_focus(form);
	switch (key->code) {
	case TUI_UP:
		return move_focus(form, -1, left);
	case TUI_DOWN:
		return move_focus(form, 1, left);
	case TUI_ENTER:
		*left = form->list.at;
		return step(form, 1) ? FORM_MOVED : FORM_DONE;
	}
	if (field->choices)
		return key->code == ' ' || key->code == TUI_RIGHT ? cycle(field, 1)
			: key->code == TUI_LEFT                   ? cycle(field, -1)
								  : FORM_IGNORED;
	return edit_key(&field->edit, key) ? FORM_CHANGED : FORM_IGNORED;
}

enum form_result form_act(struct form *form, enum act action, const struct key *key, int *left)
{
	*left = form->list.at;
	if (action == ACTION_NEXT_FIELD || action == ACTION_NEXT_PART ||
		action == ACTION_NEXT_CHOICE)
		return move_focus(form, 1, left);
	if (action == ACTION_PREVIOUS_FIELD || action == ACTION_PREVIOUS_PART ||
		action == ACTION_PREVIOUS_CHOICE)
		return move_focus(form, -1, left);
	if (action == ACTION_CHANGE && form_focus(form)->choices)
		return cycle(form_focus(form), 1);
	if (key && key->code != KEY_NONE)
		return form_key(form, key, left);
	return FORM_IGNORED;
}

void form_layout(struct form *form, int rows, int cols)
{
	int label = width_is_narrow(cols) ? FORM_LABEL - 6 : FORM_LABEL;
	int width = cols - 4 - label - 2;
	list_layout(&form->list, form->count, rows);
	for (int i = 0; i < form->count; i++)
		edit_layout(&form->field[i].edit, 1, width < 50 ? width : 50);
}

static void draw_choice(const struct form_field *field, const struct canvas *canvas, int row,
	int col, int width, bool focus)
{
	const char *word = field->choice < 0 ? "--" : field->choices[field->choice];
	canvas_padded(canvas, row, col, width, focus ? STYLE_FOCUS : STYLE_FIELD, word);
}

void form_draw(const struct form *form, const struct canvas *canvas, int row)
{
	int label = width_is_narrow(canvas->cols) ? FORM_LABEL - 6 : FORM_LABEL;
	int rows = form->list.rows;
	for (int i = form->list.top; i < form->count && i < form->list.top + rows; i++, row++) {
		const struct form_field *field = &form->field[i];
		bool focus = i == form->list.at;
		canvas_text(canvas, row, 2, field->heading ? canvas->cols - 4 : label - 1,
			field->heading ? STYLE_BOLD : STYLE_PLAIN, field->label);
		if (field->heading)
			continue;
		if (focus)
			canvas_text(canvas, row, 0, 1, STYLE_PLAIN, ">");
		if (*field->complaint)
			canvas_text(canvas, row, 2 + label - 1, 1, STYLE_WARN, "!");
		if (field->choices)
			draw_choice(field, canvas, row, 2 + label + 1, field->edit.width, focus);
		else
			edit_draw(&field->edit, canvas, row, 2 + label + 1,
				focus ? STYLE_FOCUS : STYLE_FIELD, focus);
	}
}
