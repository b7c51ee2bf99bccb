/* SPDX-License-Identifier: MIT */
/*
 * A screen that is a form.
 */
#include "form_screen.h"
#include "form_draft.h"

#include <string.h>

#include <rekindle/date.h>

#include "../terminal.h"

#define ROWS_TITLED 12 /* body rows from which on a line about the form stands above it */
#define BELOW_CELLS 100
#define RETRY_MS 2000

/* Filling */

/* A row may be of a question bank that was loaded anew with the record: the member decides; and an
 * object may stand elsewhere now: its key decides. */
static bool same_field(const struct form_field *a, const struct form_field *b)
{
	if (a->member != b->member || (!a->member && a->row != b->row))
		return false;
	return a->key || b->key ? a->key == b->key : a->of == b->of;
}

static struct form_field *find_again(struct form *form, const struct form_field *old)
{
	for (int i = 0; i < form->count && !old->heading; i++)
		if (!form->field[i].heading && same_field(&form->field[i], old))
			return &form->field[i];
	return NULL;
}

/* What was chosen is found again by its word, for what it meant may be an index; none when it is
 * gone, unless it was typed. */
static void choose_again(struct form *form, struct form_field *field, const struct form_field *old)
{
	int i = old->choice < 0 ? -1 : field->choice_count - 1;
	while (i >= 0 && strcmp(field->choices[i], old->choices[old->choice]) != 0)
		i--;
	field->choice = i;
	if (i < 0 && form_meaning(old, -1) == FORM_NEW)
		form_choose_new(form, field, old->choices[old->choice]);
}

/* What a field held when it was added or kept, in words; NULL nothing. */
static const char *held(const struct form_field *field)
{
	if (!field->choices)
		return field->before;
	return field->choice_before < 0 ? NULL : field->choices[field->choice_before];
}

/* Another program has written something else there than what was typed over. */
static bool is_disputed(
	const struct form_field *field, const struct form_field *old, bool elsewhere)
{
	bool moved = elsewhere && !str_same(held(field), held(old));
	return (moved || old->disputed) && !str_same(held(field), form_says(field));
}

/* What was typed into a field and not kept stays in it; before, the record's, is the new one's. */
static void carry(struct form *form, const struct app *app, struct form_field *old)
{
	struct form_field *field = find_again(form, old);
	if (field && (old->changed || form->makes))
		memcpy(field->complaint, old->complaint, sizeof(field->complaint));
	if (!field || !old->changed)
		return;
	struct edit edit = field->edit;
	field->edit = old->edit;
	old->edit = edit;
	if (field->choices)
		choose_again(form, field, old);
	field->changed = true;
	field->refused = old->refused;
	field->disputed = is_disputed(field, old, app->elsewhere);
}

static void carry_draft(struct form *form, const struct form_field *old)
{
	struct form_field *field = old->drafted ? find_again(form, old) : NULL;
	if (field)
		field->drafted = true;
}

static void focus_again(struct form *form, int at)
{
	form->list.at = at < form->count ? at : form->count ? form->count - 1 : 0;
	while (form->list.at < form->count - 1 && form_focused(form)->heading)
		form->list.at++;
}

static bool fill(struct form *form, struct app *app)
{
	bool there = form->ops->fill(form, app);
	for (int i = 0; i < form->count; i++)
		form->field[i].fixed |= app_read_only(app);
	return there;
}

static bool fill_anew(struct form *form, struct app *app)
{
	struct form_field old[FORM_FIELDS];
	struct pool pool = form->pool;
	int count = form->count, at = form->list.at;
	bool typed = form_changed(form) && app->elsewhere;
	if (typed) /* what it is of may be gone: its words are with that, should it come back */
		form_drafts_save(form, app);
	memcpy(old, form->field, sizeof(old));
	form->count = 0;
	form->pool = (struct pool){ 0 };
	form->gone = !fill(form, app);
	if (form->gone && typed)
		app_warn(app, "%s", words_plain(W_FORM_GONE));
	for (int i = 0; i < count; i++) {
		carry(form, app, &old[i]);
		carry_draft(form, &old[i]);
		edit_release(&old[i].edit);
	}
	pool_release(&pool);
	focus_again(form, at);
	return !form->gone;
}

/* What can be typed into an open list, or what it is narrowed to. */
static const char *list_hint(struct app *app, const struct form *form)
{
	bool fresh = form_focused(form)->takes_new;
	return *form->filter
		? words(&app->said, fresh ? W_FORM_LIST_NARROWED_NEW : W_FORM_LIST_NARROWED,
			  hole_text("letters", form->filter))
		: words_plain(fresh ? W_FORM_LIST_NEW : W_FORM_LIST);
}

/* The hint, or what is wrong with the field in focus, unless the message row is taken. */
static void hint(struct app *app, const struct form *form)
{
	if (*app->message || app->confirming || app->asking || !form->count)
		return;
	const struct form_field *field = form_focused(form);
	const char *understood = form_day_understood(&app->said, field, app->today);
	const char *said = form->open && form_list(form) ? list_hint(app, form)
		: understood                             ? understood
							 : field->hint;
	if (*field->complaint)
		app_warn(app, "%s", field->complaint);
	else if (said)
		app_say(app, "%s", said);
}

void form_place(
	struct form *form, const char *screen, const struct record *record, const struct object *of)
{
	snprintf(form->place_name, sizeof(form->place_name), "%s", screen);
	form->place = (struct store_place){ .screen = form->place_name };
	if (!of)
		return;
	form->place.object = of->id;
	form->place.alliance = record->alliance.object.key;
}

void form_screen_enter(struct screen *screen, const struct form_ops *ops)
{
	struct form *form = screen->state;
	form->ops = ops;
	fill(form, screen->app);
	if (screen->ops->goes_on || !app_sealed(screen->app))
		form_drafts_back(form, screen->app);
	hint(screen->app, form);
}

/* Keeping */

void form_complain(struct app *app, struct form_field *field, const char *sentence)
{
	snprintf(field->complaint, sizeof(field->complaint), "%s", sentence);
	app_warn(app, "%s", sentence);
}

static bool is_refused(struct form *form, struct app *app, int i)
{
	struct form_field *field = &form->field[i];
	if (field->heading)
		return false;
	const char *complaint = form->ops->check(form, app, i);
	field->complaint[0] = '\0';
	if (complaint)
		form_complain(app, field, complaint);
	else
		form_spell_day(field, app->today);
	return complaint != NULL;
}

/* The draft of a field goes with its change. */
static enum form_kept keep_with_draft(struct form *form, struct app *app, int i)
{
	struct form_field *field = &form->field[i];
	struct pool pool = { 0 };
	bool drafted = field->drafted;
	if (drafted)
		app_ending(app, &form->place, form_draft_name(&pool, field));
	enum form_kept kept = form->ops->keep(form, app, i);
	bool done = kept == FORM_KEPT || kept == FORM_FOLLOWED;
	field->drafted = drafted && !done;
	if (done)
		app_draft_ended(app);
	app->ending.set = false;
	pool_release(&pool);
	return kept;
}

/* What it says now is another's, and what was typed would be written over it. What waits is chosen
 * about first. */
static void ask_choice(struct form *form, struct app *app, int i)
{
	const struct form_field *field = &form->field[i];
	if (app->waiting.disputed) {
		app_dispute(app);
		return;
	}
	form->asked = i;
	dispute_forget(app);
	dispute_add(app, field->label, held(field), form_says(field));
}

/* Refused for good; or because another program was first, and the person chooses. */
static void failed(struct form *form, struct app *app, int i)
{
	struct form_field *field = &form->field[i];
	app->elsewhere = app->dispute.open;
	field->refused = !app->dispute.open;
	app->unsaved |= field->refused;
	if (app->dispute.open)
		dispute_forget(app);
	snprintf(field->complaint, sizeof(field->complaint), "%s", app->message);
	fill_anew(form, app);
	app->elsewhere = false;
	if (i < form->count && form->field[i].disputed)
		ask_choice(form, app, i);
}

static void keep_field(struct form *form, struct app *app, int i)
{
	struct form_field *field = &form->field[i];
	switch (keep_with_draft(form, app, i)) {
	case FORM_FOLLOWED:
		form_settle(form, field);
		fill_anew(form, app);
		return;
	case FORM_KEPT:
		form_settle(form, field);
		return;
	case FORM_WAITS:
		return;
	case FORM_FAILED:
		failed(form, app, i);
		return;
	}
}

/* Every field that was changed; false: field i cannot be kept as it stands. */
static bool keep_changed(struct form *form, struct app *app, int i)
{
	bool free = true;
	for (int at = 0; at < form->count && !form->makes; at++) {
		if (!form->field[at].changed || (form->field[at].refused && at != i))
			continue;
		if (form->field[at].disputed) {
			if (at == i)
				ask_choice(form, app, at);
			free &= at != i;
			continue;
		}
		bool refused = is_refused(form, app, at);
		free &= !refused || at != i;
		if (!refused)
			keep_field(form, app, at);
		free &= at != i || !form->field[at].disputed;
	}
	if (!form->makes && !form_changed(form))
		form_drafts_settled(form, app);
	return free;
}

/* May the focus go on? */
static bool may_leave(struct form *form, struct app *app, int i, bool entered)
{
	if (!form->makes)
		return keep_changed(form, app, i);
	return !is_refused(form, app, i) || !(entered || form->field[i].changed);
}

void form_give_up(struct form *form, struct app *app)
{
	for (int i = 0; i < form->count; i++)
		if (form->field[i].changed)
			form_restore(&form->field[i]);
	form_drafts_end(form, app);
	app_draft_ended(app);
	app->unsaved = app_unsaved(app) > 0;
}

/* What was typed and cannot be kept is the newest change: it goes first. */
static enum nav undo(struct form *form, struct app *app, enum act action)
{
	keep_changed(form, app, -1);
	if (form->makes || action == ACTION_REDO || !form_changed(form))
		return NAV_DEFAULT;
	form_give_up(form, app);
	app_say(app, "%s", words_plain(W_FIELD_BACK));
	return NAV_STAY;
}

/* Leaving */

static enum nav out(struct form *form, struct app *app)
{
	if (app->dispute.open)
		return NAV_STAY;
	if (!form_changed(form)) {
		form_give_up(form, app);
		return NAV_UP;
	}
	app_confirm(app, "%s", form->makes ? form->leaving : words_plain(W_FORM_LEAVE));
	return NAV_STAY;
}

static enum nav made(struct form *form, struct app *app, enum form_made made)
{
	switch (made) {
	case FORM_MADE:
		return NAV_UP;
	case FORM_GONE:
		return NAV_STAY;
	case FORM_NOT_MADE:
		return fill_anew(form, app) ? NAV_STAY : NAV_UP;
	case FORM_NOT_STORED:
		app->unsaved = true;
		form->retry_at = clock_monotonic_ms() + RETRY_MS;
		return fill_anew(form, app) ? NAV_STAY : NAV_UP;
	}
	return NAV_STAY;
}

/* All that was typed goes into what is made, and so do the drafts of it. */
static enum nav make_it(struct form *form, struct app *app)
{
	form->making = true;
	form->retry_at = 0;
	app_ending(app, &form->place, NULL);
	enum form_made result = form->ops->make(form, app);
	bool done = result == FORM_MADE || result == FORM_GONE;
	if (done)
		app_draft_ended(app);
	app->ending.set = false;
	if (result != FORM_GONE)
		form->making = done;
	return made(form, app, result);
}

/* All that is wrong is marked; the focus goes to the first, unless the field it is in is wrong. */
static enum nav make(struct form *form, struct app *app)
{
	int wrong = -1, last = form_last(form);
	if (form->open && form_list(form))
		form_list_take(form);
	form_close_up(form);
	for (int i = last; i >= 0; i--)
		if (is_refused(form, app, i) && (wrong < last || !form->field[last].changed))
			wrong = i;
	form_close(form);
	if (wrong < 0)
		return make_it(form, app);
	form->list.at = wrong;
	app_warn(app, "%s", form->field[wrong].complaint);
	return NAV_STAY;
}

static enum nav done(struct form *form, struct app *app, int last)
{
	if (form->makes)
		return make(form, app);
	return may_leave(form, app, last, true) ? out(form, app) : NAV_STAY;
}

static enum nav tick(struct form *form, struct app *app)
{
	form_drafts_tick(form, app);
	if (!form->retry_at || clock_monotonic_ms() < form->retry_at)
		return NAV_STAY;
	enum nav nav = make_it(form, app); /* from here on the form may be gone */
	app->ticked = true;
	if (app->warning && !app->unsaved)
		app_say(app, "%s", words_plain(W_SAVED_NOW));
	return nav;
}

static void left(struct form *form, struct app *app, int i, bool entered)
{
	if (may_leave(form, app, i, entered))
		return;
	form_close(form);
	form->list.at = i;
}

/* What is chosen and cannot be kept says so at once. */
static void changed(struct form *form, struct app *app)
{
	form_drafts_note(form);
	form_focus(form)->refused = false;
	form->retry_at = 0;
	if (form_focused(form)->choices)
		is_refused(form, app, form->list.at);
}

/* Esc in a list or a box closes it, and what was written is kept. */
static enum nav close_field(struct form *form, struct app *app)
{
	form_close(form);
	keep_changed(form, app, form->list.at);
	hint(app, form);
	return NAV_STAY;
}

/* Ctrl-X Ctrl-E, as in a shell: the words of the box in the editor of the user. */
static enum nav edit_outside(struct form *form, struct app *app)
{
	struct str text;
	form_drafts_save(form, app);
	str_init(&text);
	str_add(&text, form_focused(form)->edit.text.text);
	if (terminal_edit(app, form_focused(form)->label, NULL, &text)) {
		form_box_set(form, text.text);
		changed(form, app);
		form_drafts_save(form, app);
	}
	str_release(&text);
	return NAV_STAY;
}

/* Both are drafts as they stand now. */
static enum nav move_up(struct form *form, struct app *app)
{
	if (!form_can_move_up(form))
		return NAV_DEFAULT;
	form_move_up(form);
	form_drafts_note(form);
	hint(app, form);
	return NAV_STAY;
}

/* A list that has closed up has its focus where the next entry is added, if that was behind it. */
static void closed_up(struct form *form)
{
	if (form_close_up(form))
		form_drafts_note(form);
	if (form->list.at > form_last(form))
		form->list.at = form_last(form);
}

static enum nav act_field(
	struct form *form, struct app *app, enum act action, const struct key *key)
{
	int at = form->list.at;
	enum form_result result = action > ACTION_KEY || !form->count
		? FORM_IGNORED
		: form_act(form, action, key, &at);
	switch (result) {
	case FORM_DONE:
		return done(form, app, at);
	case FORM_MOVED:
		left(form, app, at, key && key->code == TUI_ENTER);
		closed_up(form);
		break;
	case FORM_PICKED:
		form_drafts_note(form);
		form->field[at].refused = false;
		form->retry_at = 0;
		left(form, app, at, true);
		break;
	case FORM_CHANGED:
		changed(form, app);
		break;
	case FORM_TAKEN:
	case FORM_IGNORED:
		break;
	}
	hint(app, form);
	return result == FORM_IGNORED ? NAV_DEFAULT : NAV_STAY;
}

static enum nav chosen(struct form *form, struct app *app, enum act action)
{
	if (app->waiting.disputed || form->asked >= form->count ||
		!form->field[form->asked].disputed)
		return NAV_DEFAULT;
	form->field[form->asked].disputed = false;
	if (action == ACTION_THEIRS)
		form_restore(&form->field[form->asked]);
	else
		keep_field(form, app, form->asked);
	if (!app->dispute.open)
		app_say(app, "%s",
			words_plain(action == ACTION_OURS ? W_CHOSEN_OURS : W_CHOSEN_THEIRS));
	return NAV_STAY;
}

enum nav form_screen_act(struct screen *screen, enum act action, const struct key *key)
{
	struct form *form = screen->state;
	struct app *app = screen->app;
	bool editor = form->editor_pending && key && key->code == CONTROL('e');
	if (form->gone)
		return NAV_UP;
	if (action == ACTION_TICK)
		return tick(form, app);
	form->editor_pending = action == ACTION_EDITOR;
	if (editor && form_box_focused(form))
		return edit_outside(form, app);
	switch ((int)action) {
	case ACTION_EDITOR:
		return NAV_STAY;
	case ACTION_MAKE:
		return form->makes ? make(form, app) : NAV_DEFAULT;
	case ACTION_CHANGE_PLACES:
		return move_up(form, app);
	case ACTION_CONFIRMED:
		form_give_up(form, app);
		return NAV_UP;
	case ACTION_RESUMED:
		if (!fill_anew(form, app))
			return NAV_UP;
		hint(app, form);
		return NAV_STAY;
	case ACTION_THEIRS:
	case ACTION_OURS:
		return chosen(form, app, action);
	case ACTION_LEAVE_FORM:
	case ACTION_UP_LEVEL:
		if (form->open)
			return close_field(form, app);
		keep_changed(form, app, -1);
		return out(form, app);
	case ACTION_SAVE:
		form_drafts_save(form, app);
		return NAV_STAY;
	case ACTION_UNDO:
	case ACTION_REDO:
		return undo(form, app, action);
	}
	return act_field(form, app, action, key);
}

void form_screen_leave(struct screen *screen)
{
	struct form *form = screen->state;
	if (!screen->app->interrupted)
		keep_changed(form, screen->app, -1);
	if (!form->making)
		form_drafts_save(form, screen->app);
	form_release(form);
	page_release(&form->below);
}

/* What is offered and shown */

#define NONE ACTION_NONE
#define FIELDS ACTION_NEXT_FIELD, ACTION_PREVIOUS_FIELD
#define KEYS ACTION_KILL, ACTION_YANK, ACTION_HELP_TEXT, NONE, ACTION_RESTORE
static const enum act *offered_by(const struct form *form)
{
	static const enum act text[] = { ACTION_ENTER_FIELD, ACTION_MAKE, FIELDS, NONE,
		ACTION_LEAVE_FORM, KEYS, NONE };
	static const enum act entry[] = { ACTION_ENTER_FIELD, ACTION_MAKE, ACTION_CHANGE_PLACES,
		FIELDS, NONE, ACTION_LEAVE_FORM, KEYS, NONE };
	static const enum act box[] = { ACTION_OPEN_BOX, ACTION_MAKE, ACTION_EDITOR, FIELDS, NONE,
		ACTION_LEAVE_FORM, KEYS, NONE };
	static const enum act choice[] = { ACTION_OPEN_LIST, ACTION_MAKE, ACTION_STEP, FIELDS, NONE,
		ACTION_LEAVE_FORM, ACTION_HELP_TEXT, NONE, ACTION_RESTORE, NONE };
	static const enum act rating[] = { ACTION_ENTER_FIELD, ACTION_PICK_ROW, ACTION_STEP, FIELDS,
		ACTION_MAKE, NONE, ACTION_LEAVE_FORM, ACTION_HELP_TEXT, NONE, ACTION_RESTORE,
		NONE };
	if (form_list(form))
		return form_list(form)->rating ? rating : choice;
	return form_box_focused(form) ? box : form_can_move_up(form) ? entry : text;
}

const enum act *form_screen_offers(const struct screen *screen)
{
	static const enum act reading[] = { ACTION_ENTER_FIELD, ACTION_PREVIOUS_PART, ACTION_UNDO,
		NONE, ACTION_PREVIOUS_CHOICE, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE,
		ACTION_NEXT_CHOICE, ACTION_NEXT_PART, ACTION_REDO, NONE };
	static const enum act in_list[] = { ACTION_TAKE_ROW, ACTION_PICK_ROW, ACTION_MAKE, NONE,
		ACTION_LEAVE_FORM, ACTION_HELP_TEXT, NONE, FIELDS, ACTION_RESTORE, NONE };
	static const enum act in_box[] = { ACTION_LEAVE_FORM, FIELDS, ACTION_EDITOR, ACTION_MAKE,
		NONE, KEYS, NONE };
	const struct form *form = screen->state;
	if (!form_writes(form))
		return reading;
	if (form->open)
		return form_list(form) ? in_list : in_box;
	return offered_by(form);
}

const char *form_screen_label(const struct screen *screen, enum act action)
{
	const struct form *form = screen->state;
	bool last = form->list.at == form_last(form);
	switch ((int)action) {
	case ACTION_MAKE:
		return form->makes ? form->done : "";
	case ACTION_ENTER_FIELD:
	case ACTION_OPEN_BOX:
	case ACTION_OPEN_LIST:
		if (action != ACTION_ENTER_FIELD && !form->used)
			return NULL;
		return !last ? "next field" : form->makes ? form->done : "done";
	case ACTION_LEAVE_FORM:
		return form->open     ? form_list(form) ? "as it was" : "leave, text kept"
			: form->makes ? "never mind"
				      : NULL;
	}
	return NULL;
}

bool form_screen_text(const struct screen *screen)
{
	return form_writes(screen->state);
}

void form_screen_header(const struct screen *screen, struct header *header)
{
	const struct form *form = screen->state;
	header->title = form->title;
	if (!form->alone)
		app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s", form->who);
}

static int title_rows(int rows)
{
	return body_rows(rows) >= ROWS_TITLED ? 2 : 0;
}

static void layout_below(struct form *form, const struct app *app, int rows, int cols)
{
	int end = BODY_TOP + body_rows(rows);
	form->below_row = BODY_TOP + title_rows(rows) + form_height(form) + 1;
	page_clear(&form->below);
	form->ops->below(form, app, &form->below, cols - 4 < BELOW_CELLS ? cols - 4 : BELOW_CELLS);
	page_layout(&form->below, end - form->below_row);
	if (form->below_row >= end)
		form->below_row = -1;
}

void form_screen_layout(struct screen *screen, int rows, int cols)
{
	struct form *form = screen->state;
	int over = app_message_over(screen->app);
	form_layout(form, body_rows(rows) - title_rows(rows) - (over > 1 ? over : 1), cols);
	if (form->ops->below && !form->gone)
		layout_below(form, screen->app, rows, cols);
}

void form_screen_draw(const struct screen *screen, const struct canvas *canvas)
{
	const struct form *form = screen->state;
	int above = title_rows(canvas->rows);
	if (above)
		canvas_text(canvas, BODY_TOP, 2, canvas->cols - 4, STYLE_PLAIN, form->about);
	list_draw_place(&form->list, canvas, canvas->rows - 4, canvas->cols - 2);
	if (form->below.count && form->below_row >= 0)
		page_draw(&form->below, canvas, form->below_row, 2);
	form_draw(form, canvas, BODY_TOP + above);
}
