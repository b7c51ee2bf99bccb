/* SPDX-License-Identifier: MIT */
/*
 * What was read: kept beside the drafts of the alliance, in this database alone.
 */
#include "reading.h"

#include <string.h>

static const char *const screens[] = {
	[HOME_READ_DIAGNOSIS] = "diagnosis read",
	[HOME_READ_PREVIEW] = "preview read",
};

static struct store_place place_of(const struct app *app, enum home_reading reading)
{
	return (struct store_place){ .screen = screens[reading],
		.object = app->record.assessment.object.id,
		.alliance = app->record.alliance.object.key };
}

/* What a reader would find another time: another verdict, another grade, other people heard. */
static const char *state_of(struct pool *pool, struct app *app)
{
	const struct diagnosis *d = app_diagnosis(app);
	int heard = 0;
	for (size_t i = 0; i < app->record.respondent_count; i++)
		heard += record_has_data(&app->record, (int)i);
	return pool_printf(
		pool, "%d %d %d", (int)d->primary.cause, (int)d->confidence.grade, heard);
}

bool home_was_read(struct app *app, enum home_reading reading)
{
	struct store_place place = place_of(app, reading);
	struct store_draft *kept;
	struct pool pool = { 0 };
	size_t count = 0;
	bool read = !store_drafts(app->options.store, &place, &pool, &kept, &count, NULL) &&
		count && !strcmp(kept[0].text, state_of(&pool, app));
	pool_release(&pool);
	return read;
}

void home_note_read(struct app *app, enum home_reading reading)
{
	struct store_place place = place_of(app, reading);
	struct pool pool = { 0 };
	const struct store_draft mark = { .field = "", .text = state_of(&pool, app) };
	if (!app_read_only(app) && !home_was_read(app, reading))
		store_put_draft(app->options.store, &place, &mark, NULL);
	pool_release(&pool);
}
