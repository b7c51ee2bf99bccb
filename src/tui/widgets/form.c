/* SPDX-License-Identifier: MIT */
/*
 * A form.
 */
#include "form.h"

#include <assert.h>
#include <string.h>

#include <rekindle/utf8.h>

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

struct form_field *form_box(struct form_field *field)
{
	field->box = true;
	field->edit.one_line = false;
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

/* Without blanks around it; NULL when that is nothing. */
static const char *trimmed(struct pool *pool, const char *text)
{
	if (str_blank(text))
		return NULL;
	text += strspn(text, " \t\n");
	size_t n = strlen(text);
	while (n && strchr(" \t\n", text[n - 1]))
		n--;
	return pool_strndup(pool, text, n);
}

const char *form_value(struct pool *pool, const struct form_field *field)
{
	return trimmed(pool, field->edit.text.text);
}

void form_choose_new(struct form *form, struct form_field *field, const char *word)
{
	int n = field->choice_count;
	struct form_words words = { .pool = &form->pool };
	for (int i = 0; i < n; i++)
		if (!field->meaning || field->meaning[i] != FORM_NEW)
			form_word(
				&words, field->choices[i], field->meaning ? field->meaning[i] : i);
	form_word(&words, trimmed(&form->pool, word), FORM_NEW);
	field->choices = words.word;
	field->meaning = words.meaning;
	field->choice_count = (int)words.count;
	field->choice = field->choice_count - 1;
}

int form_meaning(const struct form_field *field, int none)
{
	if (field->choice < 0)
		return none;
	return field->meaning ? field->meaning[field->choice] : field->choice;
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

bool form_writes(const struct form *form)
{
	return form->count && !form_focused(form)->fixed;
}

const struct form_field *form_list(const struct form *form)
{
	const struct form_field *field = form->count ? form_focused(form) : NULL;
	return field && field->choices && !field->fixed ? field : NULL;
}

const struct form_field *form_box_focused(const struct form *form)
{
	const struct form_field *field = form->count ? form_focused(form) : NULL;
	return field && field->box && !field->fixed ? field : NULL;
}

void form_close(struct form *form)
{
	form->used |= form->open && form_focused(form)->box;
	form->open = false;
	form->filter[0] = '\0';
	form->number = 0;
}

/* The next field that is no heading, or the same at the end. */
bool form_step(struct form *form, int by)
{
	int at = form->list.at + by;
	while (at >= 0 && at < form->count && (form->field[at].heading || form_is_hidden(form, at)))
		at += by;
	if (at < 0 || at >= form->count)
		return false;
	form_close(form);
	form->used = false;
	form->list.at = at;
	return true;
}

/* An open list */

static bool is_shown(const struct form *form, int choice)
{
	return strcasestr(form_focused(form)->choices[choice], form->filter) != NULL;
}

/* The row of what is typed, behind the others. */
static bool shows_new(const struct form *form)
{
	const struct form_field *field = form_focused(form);
	bool shown = field->takes_new && !str_blank(form->filter);
	for (int i = 0; shown && i < field->choice_count; i++)
		shown = !utf8_same_name(field->choices[i], form->filter);
	return shown;
}

int form_list_rows(const struct form *form)
{
	int count = shows_new(form);
	for (int i = 0; i < form_focused(form)->choice_count; i++)
		count += is_shown(form, i);
	return count;
}

int form_list_choice(const struct form *form, int row)
{
	for (int i = 0; i < form_focused(form)->choice_count; i++)
		if (is_shown(form, i) && row-- == 0)
			return i;
	return row == 0 && shows_new(form) ? form_focused(form)->choice_count : -1;
}

void form_list_open(struct form *form)
{
	form->open = true;
	form->pick = form_focused(form)->choice;
	form->number = 0;
	form->filter[0] = '\0';
}

enum form_result form_go_on(
	struct form *form, int *left, enum form_result moved, enum form_result last)
{
	*left = form->list.at;
	if (!form_step(form, 1))
		return last;
	if (form_list(form) && !form_focused(form)->rating)
		form_list_open(form);
	return moved;
}
