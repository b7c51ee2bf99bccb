/* SPDX-License-Identifier: MIT */
/*
 * A line that is asked for on the message row, and what of it is kept while it is typed.
 */
#include "../app.h"

#include <string.h>

#include <rekindle/date.h>
#include <rekindle/utf8.h>

void app_ask(struct app *app, const char *label, const char *initial)
{
	app->message[0] = '\0';
	app->ask_place.screen = NULL;
	app->ask_drafted = false;
	app->ask_typed = 0;
	app->ask_dated = false;
	snprintf(app->ask_label, sizeof(app->ask_label), "%s", label);
	edit_set(&app->ask, initial);
	app_ask_layout(app);
	app->asking = true;
}

/* What was being typed when the program ended takes the place of what the line would hold. */
static void bring_back(struct app *app, const char *label)
{
	struct pool pool = { 0 };
	struct store_draft *drafts;
	size_t count;
	if (!store_drafts(app->options.store, &app->ask_place, &pool, &drafts, &count, NULL) &&
		count) {
		app->ask_drafted = true;
		edit_set(&app->ask, NULL);
		edit_insert(&app->ask, drafts[0].text);
		snprintf(app->ask_label, sizeof(app->ask_label), "%s",
			words(&pool, W_ASK_BACK, hole_text("label", label),
				hole_text("when", app_when(&pool, drafts[0].at))));
		app_ask_layout(app);
	}
	pool_release(&pool);
}

void app_ask_kept(struct app *app, const char *screen, const struct object *of, const char *label,
	const char *initial)
{
	app_ask(app, label, initial);
	app->ask_place = (struct store_place){
		.screen = screen, .object = of->id, .alliance = app->record.alliance.object.key
	};
	bring_back(app, label);
}

void app_ask_save(struct app *app)
{
	const struct store_draft draft = {
		.field = "", .text = app->ask.text.text, .cursor = app->ask.cursor
	};
	struct errmsg why;
	if (!app->asking || !app->ask_typed || store_read_only(app->options.store))
		return;
	enum err err = str_blank(draft.text)
		? store_drop_draft(app->options.store, &app->ask_place, NULL, &why)
		: store_put_draft(app->options.store, &app->ask_place, &draft, &why);
	app->ask_drafted |= !err;
	app->ask_typed = app_drafted(app, err, &why) ? 0 : clock_monotonic_ms();
}

void app_ask_tick(struct app *app)
{
	if (app->ask_typed && clock_monotonic_ms() - app->ask_typed >= DRAFT_MS)
		app_ask_save(app);
}

void app_ask_end(struct app *app)
{
	app->asking = app->draft_waits = false;
	app->ask_typed = 0;
	if (app->ask_drafted)
		app_ending(app, &app->ask_place, NULL);
}

void app_ask_layout(struct app *app)
{
	edit_layout(&app->ask, 1, app->cols - 6 - utf8_cells(UTF8_SCREEN, app->ask_label));
}

void app_ask_day(struct app *app, enum date_lean lean)
{
	app->ask_dated = true;
	app->ask_lean = lean;
}

void app_ask_again(struct app *app, const char *typed, const char *why)
{
	edit_set(&app->ask, typed);
	app_ask_layout(app);
	app->asking = true;
	app_warn(app, "%s", why);
}

/* The day that is typed otherwise than it is written, in full. */
static void say_day(struct app *app)
{
	struct pool pool = { 0 };
	char iso[DATE_TEXT];
	int day, other;
	const char *text = app->ask.text.text;
	if (app->ask_dated && !date_typed(text, app->today, app->ask_lean, &day, &other) &&
		strcmp(date_iso(day, iso), text) != 0)
		app_say(app, "%s", words_day_in_full(&pool, day));
	pool_release(&pool);
}

static void typed(struct app *app, const struct key *key)
{
	if (!app->told)
		app->message[0] = '\0';
	app->warning &= app->told;
	edit_key(&app->ask, key);
	app_ask_layout(app);
	say_day(app);
	if (app->ask.changed && app->ask_place.screen && !app->ask_typed)
		app->ask_typed = clock_monotonic_ms();
	app->ask.changed = false;
}

void app_ask_key(struct app *app, const struct key *key)
{
	if (key->code != TUI_ESCAPE) {
		typed(app, key);
		return;
	}
	app_ask_end(app);
	app_draft_ended(app);
}
