/* SPDX-License-Identifier: MIT */
/*
 * What a form does with keys and the message row.
 */
#include "fields.h"

#include <string.h>

enum fields_event fields_act(struct form *form, enum act action, const struct key *key, int *left)
{
	static const enum fields_event events[] = {
		[FORM_IGNORED] = FIELDS_OTHER,
		[FORM_TAKEN] = FIELDS_STAY,
		[FORM_CHANGED] = FIELDS_CHANGED,
		[FORM_MOVED] = FIELDS_LEFT,
		[FORM_DONE] = FIELDS_DONE,
	};
	*left = form->list.at;
	if (action == ACTION_LEAVE_FORM || action == ACTION_UP_LEVEL)
		return FIELDS_OUT;
	if (action > ACTION_KEY || !form->count)
		return FIELDS_OTHER;
	return events[form_act(form, action, key, left)];
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
