/* SPDX-License-Identifier: MIT */
/*
 * What the screens that are a form have in common.
 */
#include "fields.h"

#include <string.h>

#define ROWS_TITLED 12 /* body rows from which on the title and a blank row stand above */

const enum act fields_offers_new[] = { ACTION_ENTER_FIELD, ACTION_CHANGE, ACTION_PREVIOUS_FIELD,
	ACTION_PREVIOUS_PART, ACTION_LEAVE_FORM, ACTION_NONE, ACTION_KILL, ACTION_YANK,
	ACTION_PREVIOUS_CHOICE, ACTION_HELP, ACTION_HELP_TEXT, ACTION_UP_LEVEL, ACTION_NONE,
	ACTION_NEXT_CHOICE, ACTION_NEXT_FIELD, ACTION_NEXT_PART, ACTION_PALETTE, ACTION_NONE };
const enum act fields_offers_saved[] = { ACTION_ENTER_FIELD, ACTION_CHANGE, ACTION_PREVIOUS_FIELD,
	ACTION_PREVIOUS_PART, ACTION_UNDO, ACTION_LEAVE_FORM, ACTION_NONE, ACTION_KILL, ACTION_YANK,
	ACTION_PREVIOUS_CHOICE, ACTION_HELP, ACTION_HELP_TEXT, ACTION_UP_LEVEL, ACTION_NONE,
	ACTION_NEXT_CHOICE, ACTION_NEXT_FIELD, ACTION_NEXT_PART, ACTION_REDO, ACTION_PALETTE,
	ACTION_NONE };

enum fields_event fields_act(struct form *form, enum act action, const struct key *key, int *left)
{
	static const enum fields_event events[] = {
		[FORM_IGNORED] = FIELDS_OTHER,
		[FORM_CHANGED] = FIELDS_CHANGED,
		[FORM_MOVED] = FIELDS_LEFT,
		[FORM_DONE] = FIELDS_DONE,
	};
	*left = form->list.at;
	if (action == ACTION_LEAVE_FORM || action == ACTION_UP_LEVEL)
		return FIELDS_OUT;
	if (action > ACTION_KEY || !form->count)
		return FIELDS_OTHER;
	enum fields_event event = events[form_act(form, action, key, left)];
	if (event == FIELDS_CHANGED)
		form_focus(form)->complaint[0] = '\0';
	return event;
}

void fields_hint(struct app *app, const struct form *form)
{
	if (*app->message || app->confirming || app->asking || !form->count)
		return;
	const struct form_field *field = form_focused(form);
	if (*field->complaint)
		app_warn(app, "%s", field->complaint);
	else if (field->hint)
		app_say(app, "%s", field->hint);
}

void fields_complain(struct app *app, struct form_field *field, const char *sentence)
{
	snprintf(field->complaint, sizeof(field->complaint), "%s", sentence);
	app_warn(app, "%s", sentence);
}

const char *fields_text(struct pool *pool, const struct form_field *field)
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

bool fields_typed(const struct form *form)
{
	for (int i = 0; i < form->count; i++)
		if (form->field[i].edit.changed)
			return true;
	return false;
}

static int title_rows(int rows)
{
	return body_rows(rows) >= ROWS_TITLED ? 2 : 0;
}

void fields_layout(struct form *form, int rows, int cols)
{
	form_layout(form, body_rows(rows) - title_rows(rows) - 1, cols);
}

void fields_draw(const struct form *form, const struct canvas *canvas, const char *title)
{
	int above = title_rows(canvas->rows);
	if (above)
		canvas_text(canvas, BODY_TOP, 2, canvas->cols - 4, STYLE_PLAIN, title);
	form_draw(form, canvas, BODY_TOP + above);
	list_draw_place(&form->list, canvas, canvas->rows - 4, canvas->cols - 2);
}
