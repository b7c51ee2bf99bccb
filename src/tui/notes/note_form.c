/* SPDX-License-Identifier: MIT */
/*
 * One quick note as a form: its words, and what it is filed to. Leaving a field saves it.
 */
#include "notes.h"

#include "../widgets/bind.h"
#include "../meeting/filed.h"
#include "../widgets/form_screen.h"

struct note_form {
	struct form form;
	int64_t key;
};

/* By their addresses the form knows its fields. */
static const struct row {
	const char *label, *hint;
} text_row = { "Words", "What was noted." },
  filed_row = { "Filed to", "An action, a joint objective, a risk, a person." };

static struct note *find(const struct form *form, struct record *record)
{
	int at = bind_index(record, KIND_NOTE, ((const struct note_form *)form)->key);
	return at < 0 ? NULL : &record->notes[at];
}

/* A place in words of somebody's own is one of the choices, as long as it is the one. */
static bool fill(struct form *form, struct app *app)
{
	const struct note *note = find(form, &app->record);
	struct form_words places = { .pool = &form->pool };
	if (!note)
		return false;
	struct minute minute = note_minute(&form->pool, &app->record, note);
	bool own = minute.filed == FILED_NOWHERE && note_is_filed(note);
	filed_places(&places, app, &minute, words_plain(W_NOTES_NOTHING), true);
	if (own)
		form_word(&places, note->filed, -1);
	form_text(form, text_row.label, text_row.hint, note->text)->row = &text_row;
	form_choose(
		form, filed_row.label, filed_row.hint, &places, own ? -1 : filed_meaning(&minute))
		->row = &filed_row;
	return true;
}

static const char *check(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	return field->row == &text_row && !form_value(&app->said, field)
		? words_plain(W_FIELD_WORDS)
		: NULL;
}

static enum form_kept keep(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	struct note *note = find(form, &app->record);
	bool text = field->row == &text_row;
	int meaning = text ? 0 : form_meaning(field, -1);
	if (!note)
		return FORM_FAILED;
	if (!text && meaning < 0)
		return FORM_KEPT;
	if (text)
		note->text = form_value(&app->record.pool, field);
	else {
		struct minute place = filed_of(&app->record, note->text, meaning);
		note->filed = note_place(&app->record.pool, &place);
	}
	if (!app_change(app, NULL, KIND_NOTE, note))
		return FORM_FAILED;
	if (!text)
		app_say(app, "%s", words_plain(note->filed ? W_NOTES_NOW_FILED : W_NOTES_UNFILED));
	return FORM_KEPT;
}

static void enter(struct screen *screen, const void *arg)
{
	static const struct form_ops ops = { .fill = fill, .check = check, .keep = keep };
	struct note_form *own = screen->state;
	const struct record *record = &screen->app->record;
	own->key = *(const int64_t *)arg;
	own->form.title = "Note";
	own->form.about = "Leaving a field saves it.";
	form_place(
		&own->form, "quick note", record, &find(&own->form, &screen->app->record)->object);
	form_screen_enter(screen, &ops);
}

const struct screen_ops screen_note = { .name = "note",
	.state_size = sizeof(struct note_form),
	.enter = enter,
	.act = form_screen_act,
	.offers = form_screen_offers,
	.label = form_screen_label,
	.text = form_screen_text,
	.header = form_screen_header,
	.layout = form_screen_layout,
	.draw = form_screen_draw,
	.leave = form_screen_leave };
