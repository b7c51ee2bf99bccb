/* SPDX-License-Identifier: MIT */
/*
 * Fields of a form that are the entries of one list: as many are shown as are filled, and one more
 * to add to them; one that is emptied is taken out, and what stood behind it moves up.
 */
#include "form.h"

#include <string.h>

static bool is_blank(const struct form_field *field)
{
	return str_blank(field->edit.text.text);
}

bool form_is_hidden(const struct form *form, int i)
{
	const struct form_field *field = &form->field[i], *before = field - 1;
	return field->entry && i > 0 && before->entry && is_blank(before) && is_blank(field);
}

int form_last(const struct form *form)
{
	int last = form->count - 1;
	while (last > 0 && form_is_hidden(form, last))
		last--;
	return last;
}

/* What is typed into two entries, with what is wrong with it. */
static void swap(struct form_field *a, struct form_field *b)
{
	struct edit edit = a->edit;
	char complaint[sizeof(a->complaint)];
	memcpy(complaint, a->complaint, sizeof(complaint));
	memcpy(a->complaint, b->complaint, sizeof(complaint));
	memcpy(b->complaint, complaint, sizeof(complaint));
	a->edit = b->edit;
	b->edit = edit;
}

static void note_changed(struct form_field *field)
{
	field->changed = !str_same(field->edit.text.text, field->before ? field->before : "");
}

bool form_close_up(struct form *form)
{
	bool moved = false;
	for (int at = 0, to = 0; at < form->count; at++) {
		struct form_field *field = &form->field[at];
		if (!field->entry || at == 0 || !field[-1].entry)
			to = at;
		if (!field->entry || is_blank(field))
			continue;
		if (to < at) {
			swap(field, &form->field[to]);
			note_changed(field);
			note_changed(&form->field[to]);
			moved = true;
		}
		to++;
	}
	return moved;
}

bool form_can_move_up(const struct form *form)
{
	const struct form_field *field = &form->field[form->list.at];
	return field->behind && !is_blank(field) && !is_blank(&form->field[field->behind - 1]);
}

void form_move_up(struct form *form)
{
	struct form_field *field = &form->field[form->list.at];
	struct form_field *before = &form->field[field->behind - 1];
	swap(field, before);
	note_changed(field);
	note_changed(before);
	form->list.at = field->behind - 1;
}
