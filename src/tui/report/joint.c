/* SPDX-License-Identifier: MIT */
/*
 * Whether the other company may be given a joint edition now.
 */
#include "joint.h"

#include <rekindle/history.h>

#define DAY_MS 86400000

/* Why there is no new joint edition beside the last one. */
static void say_too_soon(struct app *app, const struct release_look *last)
{
	struct hole day = hole_day("day", (int)(last->at / DAY_MS), DAY_LONG);
	struct hole least = hole_count("least", EDITION_CHANGED_MIN);
	app_warn(app, "%s",
		last->bar == RELEASE_FEW ? words(&app->said, W_EDITION_TOO_SOON, day,
						   hole_text("side", words_release_side(last)),
						   hole_count("n", last->changed), least)
					 : words(&app->said, W_EDITION_REWEIGHED, day, least));
}

static bool own_may_give(struct app *app, bool keep)
{
	struct store *store = app->options.store;
	const struct record *record = &app->record;
	const struct diagnosis *diagnosis = app_diagnosis(app);
	struct edition_view view;
	struct release_look last = { 0 };
	struct errmsg why;
	edition_compute(&view, record, diagnosis, EDITION_JOINT);
	enum err err = store_last_edition(store, record, &view, &diagnosis->scores, &last, &why);
	bool soon = !err && store_edition_allowed(&last, &why);
	if (keep && !err && !soon)
		err = store_keep_edition(store, record, &view, &diagnosis->scores, &why);
	edition_release(&view);
	if (soon)
		say_too_soon(app, &last);
	else if (err)
		app_warn(app, "%s", why.text);
	return !err && !soon;
}

bool joint_may_give(struct app *app, const struct store_since *since, bool keep)
{
	struct store *store = app->options.store;
	struct errmsg why;
	enum err err = history_give(store, since->round, since->count, false, &why);
	if (err == ERR_NONE && !own_may_give(app, keep))
		return false;
	if (err == ERR_NONE && keep)
		err = history_give(store, since->round, since->count, true, &why);
	if (err)
		app_warn(app, "%s", why.text);
	return !err;
}
