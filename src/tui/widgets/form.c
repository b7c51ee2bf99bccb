/* SPDX-License-Identifier: MIT */
/*
 * A form.
 */
#include "form.h"

#include <assert.h>
#include <string.h>

#include <rekindle/utf8.h>

#define FOCUS_ROWS 6 /* that a text in focus takes at most */

static struct form_field *add(struct form *form, const char *label, const char *hint)
{
	assert(form->count < FORM_FIELDS);
	struct form_field *field = &form->field[form->count++];
	*field = (struct form_field){
		.label = label, .hint = hint, .choice = -1, .choice_before = -1
	};
	edit_init(&field->edit, true);
	form->list.count = form->count;
	return field;
}

struct form_field *form_text(
	struct form *form, const char *label, const char *hint, const char *value)
{
	struct form_field *field = add(form, label, hint);
	edit_set(&field->edit, value);
	field->before = pool_strdup(&form->pool, value);
	return field;
}

struct form_field *form_choice(struct form *form, const char *label, const char *hint,
	const char *const *choices, int count, int choice)
{
	struct form_field *field = add(form, label, hint);
	field->choices = choices;
	field->choice_count = count;
	field->choice = field->choice_before = choice;
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
	pool_release(&form->pool);
}

void form_word(struct form_words *words, const char *word, int meaning)
{
	*POOL_APPEND(words->pool, words->word, words->count) = pool_strdup(words->pool, word);
	*POOL_APPEND(words->pool, words->meaning, words->meanings) = meaning;
}

struct form_field *form_choose(struct form *form, const char *label, const char *hint,
	const struct form_words *words, int now)
{
	int choice = (int)words->count - 1;
	while (choice >= 0 && words->meaning[choice] != now)
		choice--;
	struct form_field *field =
		form_choice(form, label, hint, words->word, (int)words->count, choice);
	field->meaning = words->meaning;
	return field;
}

int form_meaning(const struct form_field *field, int none)
{
	if (field->choice < 0)
		return none;
	return field->meaning ? field->meaning[field->choice] : field->choice;
}

const char *form_value(struct pool *pool, const struct form_field *field)
{
	const char *text = field->edit.text.text;
	if (str_blank(text))
		return NULL;
	text += strspn(text, " \t\n");
	size_t n = strlen(text);
	while (n && strchr(" \t\n", text[n - 1]))
		n--;
	return pool_strndup(pool, text, n);
}

const char *form_says(const struct form_field *field)
{
	if (field->choices)
		return field->choice < 0 ? NULL : field->choices[field->choice];
	return str_blank(field->edit.text.text) ? NULL : field->edit.text.text;
}

void form_settle(struct form *form, struct form_field *field)
{
	field->changed = field->disputed = false;
	field->complaint[0] = '\0';
	field->choice_before = field->choice;
	if (!field->choices)
		field->before = pool_strdup(&form->pool, field->edit.text.text);
}

void form_restore(struct form_field *field)
{
	field->changed = field->disputed = false;
	field->complaint[0] = '\0';
	field->choice = field->choice_before;
	edit_set(&field->edit, field->before);
}

bool form_changed(const struct form *form)
{
	for (int i = 0; i < form->count; i++)
		if (form->field[i].changed)
			return true;
	return false;
}

struct form_field *form_focus(struct form *form)
{
	return &form->field[form->list.at];
}

const struct form_field *form_focused(const struct form *form)
{
	return &form->field[form->list.at];
}

static bool reads(const struct form *form)
{
	return form->count && !form_focused(form)->choices;
}

bool form_writes(const struct form *form)
{
	return reads(form) && !form_focused(form)->fixed;
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

static enum form_result choose(struct form_field *field, int choice)
{
	field->choice = choice;
	field->changed = choice != field->choice_before;
	field->complaint[0] = '\0';
	return FORM_CHANGED;
}

static enum form_result cycle(struct form_field *field, int by)
{
	int n = field->choice_count;
	return choose(
		field, field->choice < 0 ? (by > 0 ? 0 : n - 1) : (field->choice + by + n) % n);
}

static enum form_result choice_key(struct form_field *field, int code)
{
	if (code == ' ' || code == TUI_RIGHT)
		return cycle(field, 1);
	if (code == TUI_LEFT)
		return cycle(field, -1);
	if (code >= '1' && code < '1' + field->digits)
		return choose(field, code - '1');
	return FORM_IGNORED;
}

/* A key that only moved the cursor changed nothing, nor did what is typed and taken back. */
static enum form_result text_key(struct form_field *field, const struct key *key)
{
	if (!edit_key(&field->edit, key))
		return FORM_IGNORED;
	if (field->edit.changed) {
		field->changed =
			strcmp(field->edit.text.text, field->before ? field->before : "") != 0;
		field->complaint[0] = '\0';
	}
	field->edit.changed = false;
	return FORM_CHANGED;
}

/* Up and Down inside a text of several lines. */
static bool moves_line(const struct edit *edit, int by)
{
	int line = edit_cursor_line(edit) + by;
	return edit->wraps && line >= 0 && line < edit_lines(edit);
}

static enum form_result form_key(struct form *form, const struct key *key, int *left)
{
	struct form_field *field = form_focus(form);
	int by = key->code == TUI_UP ? -1 : 1;
	switch (key->code) {
	case TUI_UP:
	case TUI_DOWN:
		return moves_line(&field->edit, by) ? text_key(field, key)
						    : move_focus(form, by, left);
	case TUI_ENTER:
		*left = form->list.at;
		return step(form, 1) ? FORM_MOVED : FORM_DONE;
	}
	if (field->fixed)
		return FORM_IGNORED;
	return field->choices ? choice_key(field, key->code) : text_key(field, key);
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
	if (action == ACTION_CHANGE && form_focus(form)->choices && !form_focus(form)->fixed)
		return cycle(form_focus(form), 1);
	if (action == ACTION_RESTORE) {
		form_restore(form_focus(form));
		return FORM_TAKEN;
	}
	if (key && key->code != KEY_NONE)
		return form_key(form, key, left);
	return FORM_IGNORED;
}

/* The text in focus over as many rows as it needs; in a small window over one. */
static void layout_focus(struct form *form, int rows, int width)
{
	struct edit *edit = &form_focus(form)->edit;
	int most = rows < 2 * FOCUS_ROWS ? rows / 2 : FOCUS_ROWS;
	form->extra = 0;
	if (!reads(form) || most < 2 || utf8_cells(UTF8_SCREEN, edit->text.text) < edit->width)
		return;
	edit->wraps = true;
	int lines = edit_lines(edit);
	edit_layout(edit, lines < most ? lines : most, width);
	form->extra = edit->rows - 1;
}

void form_layout(struct form *form, int rows, int cols)
{
	int label = width_is_narrow(cols) ? FORM_LABEL - 6 : FORM_LABEL;
	int width = cols - 4 - label - 2 < 50 ? cols - 4 - label - 2 : 50;
	for (int i = 0; i < form->count; i++) {
		form->field[i].edit.wraps = false;
		edit_layout(&form->field[i].edit, 1, width);
	}
	layout_focus(form, rows, width);
	list_layout(&form->list, form->count, rows - form->extra);
}

int form_height(const struct form *form)
{
	int shown = form->count < form->list.rows ? form->count : form->list.rows;
	return shown + form->extra;
}

static void draw_field(
	const struct form_field *field, const struct canvas *canvas, int row, int col, bool focus)
{
	enum style style = focus ? STYLE_FOCUS : field->fixed ? STYLE_PLAIN : STYLE_FIELD;
	int width = field->edit.width;
	if (field->choices) {
		canvas_padded(canvas, row, col, width, style,
			field->choice < 0 ? "--" : field->choices[field->choice]);
		return;
	}
	for (int i = 0; field->edit.wraps && i < field->edit.rows; i++)
		canvas_padded(canvas, row + i, col, width, style, "");
	edit_draw(&field->edit, canvas, row, col, style, focus && !field->fixed);
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
		draw_field(field, canvas, row, 2 + label + 1, focus);
		row += focus ? form->extra : 0;
	}
}
