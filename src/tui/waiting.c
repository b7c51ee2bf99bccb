/* SPDX-License-Identifier: MIT */
/*
 * What waits to be stored, and what the header and the message row say of it.
 */
#include "app.h"

#include <rekindle/date.h>

int app_unsaved(const struct app *app)
{
	return unsaved_count(&app->waiting) + app->draft_waits;
}

bool app_outcome(struct app *app, enum kept kept)
{
	app->unsaved = app_unsaved(app) > 0;
	if (kept == KEPT) {
		app->saved_at = clock_ms();
		return true;
	}
	app_warn(app, "%s", app->waiting.why.text);
	app->told = true;
	if (app->waiting.disputed)
		app_dispute(app);
	return kept == KEPT_WAITING;
}

bool app_settle(struct app *app)
{
	return !app->waiting.first ||
		(app_outcome(app, unsaved_settle(&app->waiting)) && !app->waiting.first);
}

void app_use(struct app *app, struct store *store)
{
	app->options.store = app->waiting.store = store;
}

/* Drafts */

void app_ending(struct app *app, const struct store_place *place, const char *field)
{
	app->ending.set = true;
	app->ending.place = *place;
	app->ending.field = field;
}

void app_draft_ended(struct app *app)
{
	if (!app->ending.set)
		return;
	unsaved_begin(&app->waiting, NULL);
	unsaved_end_draft(&app->waiting, &app->ending.place, app->ending.field);
	app->ending.set = false;
	unsaved_end(&app->waiting, true);
	app->unsaved |= app_unsaved(app) > 0;
}

enum err app_end_draft(struct app *app, struct errmsg *why)
{
	if (!app->ending.set)
		return ERR_NONE;
	enum err err =
		store_drop_draft(app->options.store, &app->ending.place, app->ending.field, why);
	app->ending.set = err;
	return err;
}

bool app_drafted(struct app *app, enum err err, const struct errmsg *why)
{
	bool first = err && !app->draft_waits;
	app->draft_waits = err;
	if (err)
		app->waiting.why = *why;
	app->unsaved = app_unsaved(app) > 0;
	app->ticked = true;
	if (first && !app->asking && !app->confirming)
		app_warn(app, "%s", why->text);
	return !err;
}

const char *app_when(struct pool *pool, int64_t at)
{
	char time[6], day[32];
	int date = clock_day(at);
	if (date == clock_day(clock_ms()))
		return pool_strdup(pool, clock_hm(at, time));
	return pool_printf(pool, "%s %s", date_long(date, day), clock_hm(at, time));
}
