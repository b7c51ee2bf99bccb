/* SPDX-License-Identifier: MIT */
/*
 * The keys of a form: between its fields, in a text, its box, and in the list of a choice, where
 * numbers pick, letters narrow, and Enter takes the row in focus and goes on. Yes and no are picked
 * by their letters, without the list.
 */
#include "form.h"

#include <string.h>

#define PICKED_AT_ONCE 9 /* rows that a page of the list is */
#define ALL_ROWS 100000

static enum form_result choose_row(struct form *form, int choice)
{
	struct form_field *field = form_focus(form);
	if (choice == field->choice_count)
		form_choose_new(form, field, form->filter);
	else
		field->choice = choice;
	field->changed = choice != field->choice_before;
	field->complaint[0] = '\0';
	form->used = true;
	return FORM_CHANGED;
}

static enum form_result step_choice(struct form *form, int by)
{
	const struct form_field *field = form_focused(form);
	int n = field->choice_count, first = by > 0 ? 0 : n - 1;
	return choose_row(form, field->choice < 0 ? first : (field->choice + by + n) % n);
}

static enum form_result take(struct form *form, int choice, int *left, enum form_result last)
{
	if (choice < 0)
		return FORM_TAKEN;
	choose_row(form, choice);
	form_close(form);
	return form_go_on(form, left, FORM_PICKED, last);
}

/* Where yes and no can be chosen, the choice that a letter means; -1: none. */
static int lettered(const struct form_field *field, int code)
{
	static const struct {
		int code;
		const char *word;
	} letters[] = { { 'y', "yes" }, { 'n', "no" }, { 'p', "partly" }, { '?', "unknown" } };
	int meant = -1, yes = 0;
	for (int i = 0; i < field->choice_count; i++)
		for (size_t k = 0; k < sizeof(letters) / sizeof(*letters); k++) {
			bool same = !strcasecmp(field->choices[i], letters[k].word);
			yes += same && k < 2;
			if (same && letters[k].code == code)
				meant = i;
		}
	return yes == 2 ? meant : -1;
}

/* A number is a row once no longer one begins with it; until then its row has the focus. */
static enum form_result digit_key(struct form *form, int digit, int *left)
{
	int rows = form_list_rows(form), number = 10 * form->number + digit;
	if (number < 1 || number > rows)
		return FORM_TAKEN;
	if (10 * number > rows)
		return take(form, form_list_choice(form, number - 1), left, FORM_CHANGED);
	form->number = number;
	form->pick = number - 1;
	return FORM_TAKEN;
}

static void narrow(struct form *form, const char *text)
{
	size_t n = strlen(form->filter), more = strlen(text);
	if (n + more < sizeof(form->filter))
		memcpy(form->filter + n, text, more + 1);
	form->pick = form->number = 0;
}

static void widen(struct form *form)
{
	size_t n = strlen(form->filter);
	while (n && (form->filter[n - 1] & 0xC0) == 0x80)
		n--;
	form->filter[n ? n - 1 : 0] = '\0';
	form->pick = form->number = 0;
}

static bool move_key(struct form *form, int code)
{
	static const struct {
		int code, by;
	} moves[] = { { TUI_UP, -1 }, { TUI_DOWN, 1 }, { TUI_PAGE_UP, -PICKED_AT_ONCE },
		{ TUI_PAGE_DOWN, PICKED_AT_ONCE }, { TUI_HOME, -ALL_ROWS }, { TUI_END, ALL_ROWS } };
	int rows = form_list_rows(form);
	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (moves[i].code == code) {
			int at = form->pick + moves[i].by;
			form->pick = at >= rows ? rows - 1 : at < 0 ? 0 : at;
			form->number = 0;
			return true;
		}
	return false;
}

/* Space, Right and Left go round. */
static bool round_key(struct form *form, int code)
{
	int rows = form_list_rows(form), by = code == TUI_LEFT ? -1 : 1;
	if ((code != ' ' && code != TUI_RIGHT && code != TUI_LEFT) || *form->filter || !rows)
		return false;
	form->pick = form->pick < 0 ? (by > 0 ? 0 : rows - 1) : (form->pick + by + rows) % rows;
	form->number = 0;
	return true;
}

void form_list_take(struct form *form)
{
	int choice = form->pick < 0 ? -1 : form_list_choice(form, form->pick);
	if (choice >= 0)
		choose_row(form, choice);
	form_close(form);
}

/* With no row in focus nothing is chosen, and the form says so where that is needed. */
static enum form_result take_focused(struct form *form, int *left)
{
	if (form->pick >= 0)
		return take(form, form_list_choice(form, form->pick), left, FORM_DONE);
	form_close(form);
	return form_go_on(form, left, FORM_MOVED, FORM_DONE);
}

static enum form_result letter_key(struct form *form, const struct key *key, int *left)
{
	int letter = *form->filter ? -1 : lettered(form_focused(form), key->code);
	if (letter >= 0)
		return take(form, letter, left, FORM_CHANGED);
	if (key->code >= '0' && key->code <= '9' && !*form->filter)
		return digit_key(form, key->code - '0', left);
	if (key->text)
		narrow(form, key->text);
	return FORM_TAKEN;
}

static enum form_result open_key(struct form *form, const struct key *key, int *left)
{
	if (key->code == TUI_ENTER)
		return take_focused(form, left);
	if (round_key(form, key->code))
		return FORM_TAKEN;
	if (key->code == TUI_BACKSPACE || key->code == CONTROL('u'))
		widen(form);
	else if (!move_key(form, key->code) && key->code >= ' ' && key->code < KEY_SPECIAL)
		return letter_key(form, key, left);
	return FORM_TAKEN;
}

static enum form_result closed_key(struct form *form, const struct key *key, int *left)
{
	int code = key->code;
	if (code == ' ' || code == TUI_RIGHT || code == TUI_LEFT)
		return step_choice(form, code == TUI_LEFT ? -1 : 1);
	if (code == TUI_ENTER && (form->used || form_focused(form)->rating))
		return form_go_on(form, left, FORM_MOVED, FORM_DONE);
	if (code != TUI_ENTER && (code <= ' ' || code >= KEY_SPECIAL))
		return FORM_IGNORED;
	form_list_open(form);
	return code == TUI_ENTER ? FORM_TAKEN : letter_key(form, key, left);
}

static enum form_result list_key(struct form *form, const struct key *key, int *left)
{
	return form->open ? open_key(form, key, left) : closed_key(form, key, left);
}

/* Texts, and from field to field */

static enum form_result move_focus(struct form *form, int by, int *left)
{
	*left = form->list.at;
	if (!form_step(form, by))
		form_close(form);
	return FORM_MOVED;
}

/* A key that only moved the cursor changed nothing, nor did what is typed and taken back. */
static void text_changed(struct form_field *field)
{
	if (field->edit.changed) {
		field->changed =
			strcmp(field->edit.text.text, field->before ? field->before : "") != 0;
		field->complaint[0] = '\0';
	}
	field->edit.changed = false;
}

static enum form_result text_key(struct form *form, const struct key *key)
{
	struct form_field *field = form_focus(form);
	bool whole = !form->open && key->code == CONTROL('u'); /* of a closed box all of it goes */
	field->edit.one_line = !field->box || whole;
	bool taken = edit_key(&field->edit, key);
	field->edit.one_line = !field->box;
	if (!taken)
		return FORM_IGNORED;
	form->open |= field->box;
	text_changed(field);
	return FORM_CHANGED;
}

void form_box_set(struct form *form, const char *text)
{
	struct form_field *field = form_focus(form);
	edit_set(&field->edit, NULL);
	edit_insert(&field->edit, text);
	text_changed(field);
	form->open = true;
}

/* Up and Down inside a text of several lines. */
static bool moves_line(const struct form *form, int by)
{
	const struct form_field *field = form_focused(form);
	int line = edit_cursor_line(&field->edit) + by;
	if (field->box || field->choices)
		return form->open;
	return field->edit.wraps && line >= 0 && line < edit_lines(&field->edit);
}

static enum form_result enter_key(struct form *form, const struct key *key, int *left)
{
	const struct form_field *field = form_focused(form);
	if (field->box && form->open)
		return text_key(form, key);
	if (field->box && !field->fixed && !form->used) {
		form->open = true;
		return FORM_TAKEN;
	}
	return form_go_on(form, left, FORM_MOVED, FORM_DONE);
}

static enum form_result form_key(struct form *form, const struct key *key, int *left)
{
	int by = key->code == TUI_UP ? -1 : 1;
	if (form->open && form_list(form))
		return list_key(form, key, left);
	if (key->code == TUI_UP || key->code == TUI_DOWN)
		return moves_line(form, by) ? text_key(form, key) : move_focus(form, by, left);
	if (form_list(form))
		return list_key(form, key, left);
	if (key->code == TUI_ENTER)
		return enter_key(form, key, left);
	return form_focused(form)->fixed ? FORM_IGNORED : text_key(form, key);
}

enum form_result form_act(struct form *form, enum act action, const struct key *key, int *left)
{
	*left = form->list.at;
	if (action == ACTION_NEXT_FIELD && form->open && form_list(form))
		return list_key(form, &(struct key){ .code = TUI_ENTER }, left);
	if (action == ACTION_NEXT_FIELD || action == ACTION_NEXT_PART ||
		action == ACTION_NEXT_CHOICE)
		return move_focus(form, 1, left);
	if (action == ACTION_PREVIOUS_FIELD || action == ACTION_PREVIOUS_PART ||
		action == ACTION_PREVIOUS_CHOICE)
		return move_focus(form, -1, left);
	if (action == ACTION_RESTORE) {
		form_close(form);
		form_restore(form_focus(form));
		return FORM_TAKEN;
	}
	if (key && key->code != KEY_NONE)
		return form_key(form, key, left);
	return FORM_IGNORED;
}
