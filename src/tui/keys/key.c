/* SPDX-License-Identifier: MIT */
/*
 * One key: what it means on the screen on top, for a line that is asked, for a question.
 */
#include "../app.h"
#include "../help/palette.h"

static enum act resolve(const struct screen *screen, const struct key *key)
{
	enum act action = offers_key(screen, key, true);
	if (action != ACTION_NONE)
		return action;
	static const enum act always[] = { ACTION_SAVED, ACTION_REDRAW };
	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		if (action_has_key(always[i], key))
			return always[i];
	return ACTION_KEY;
}

/* A key that changes something in a round that is open, and nothing in one that is sealed. */
static bool is_held_by_seal(const struct screen *screen, const struct key *key)
{
	return screen && app_sealed(screen->app) && !screen->ops->goes_on &&
		!app_read_only(screen->app) && offers_key(screen, key, false) != ACTION_NONE;
}

static void say_sealed(struct app *app)
{
	app_say(app, "%s",
		words(&app->said, W_SEALED_HOLDS,
			hole_day("day", app->record.assessment.sealed, DAY_LONG)));
}

/* What could not be taken is asked again, and its draft stays. */
static void line_entered(struct app *app)
{
	struct str text;
	str_init(&text);
	str_add(&text, app->ask.text.text);
	app->told = app->warning = false;
	app->message[0] = '\0';
	app_ask_end(app);
	app_do(app, ACTION_ASKED, &(struct key){ .code = TUI_ENTER, .text = text.text });
	app->ending.set &= !app->asking;
	app_draft_ended(app);
	str_release(&text);
}

static void confirmed(struct app *app, const struct key *key)
{
	bool leaving = app->leaving;
	app->confirming = app->leaving = false;
	if (key->code != 'y')
		app_say(app, "%s", words_plain(W_KEPT));
	else if (leaving)
		app->quit = true;
	else
		app_do(app, ACTION_CONFIRMED, key);
}

static void end_seeking(struct app *app, bool found)
{
	app_ask_end(app);
	seek_end(app, found);
	app_layout(app);
}

static void key_of_line(struct app *app, const struct key *key)
{
	bool enter = key->code == TUI_ENTER;
	if (app->seek.on && (enter || key->code == TUI_ESCAPE)) {
		end_seeking(app, enter);
	} else if (enter) {
		line_entered(app);
	} else {
		app_ask_key(app, key);
		if (app->seek.on)
			seek_typed(app), app_layout(app);
	}
}

/* A key in a list may be part of a motion; one that means nothing begins one. */
static void key_of_screen(struct app *app, const struct key *key)
{
	if (motion_goes_on(app, key))
		return;
	enum act meant = resolve(app->top, key);
	if (meant != ACTION_KEY) {
		if (!motion_act(app, meant))
			app_do(app, meant, key);
		return;
	}
	bool held = is_held_by_seal(app->top, key);
	if (app_act(app, ACTION_KEY, key) == NAV_DEFAULT && !held)
		motion_key(app, key);
	if (held && !*app->message)
		say_sealed(app);
}

/* What was chosen in the help or the palette. */
static void do_pending(struct app *app)
{
	enum act action = app->pending;
	const struct palette_entry *place = app->pending_place;
	app->pending = ACTION_NONE;
	app->pending_place = NULL;
	if (!app->top || (!place && action == ACTION_NONE))
		return;
	if (!app->warning) /* what the screen below said, which is on top again only to do this */
		app->message[0] = '\0';
	if (place)
		palette_go(app, place);
	else if (!motion_act(app, action))
		app_do(app, action, &app->pending_key);
}

void app_key(struct app *app, const struct key *key)
{
	if (app->rows < ROWS_MIN || app->cols < COLS_MIN) {
		app->quit |= key->code == 'q' && !app_unsaved(app);
		return;
	}
	if (app->asking) {
		key_of_line(app, key);
		return;
	}
	app->message[0] = '\0';
	app->warning = app->told = false;
	pool_release(&app->said);
	if (app->confirming) {
		confirmed(app, key);
		return;
	}
	key_of_screen(app, key);
	do_pending(app);
}
