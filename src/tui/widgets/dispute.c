/* SPDX-License-Identifier: MIT */
/*
 * What was changed here and by another program, put together for the person to choose.
 */
#include "../app.h"

void dispute_forget(struct app *app)
{
	pool_release(&app->dispute.pool);
	app->dispute = (struct dispute){ 0 };
}

void dispute_add(struct app *app, const char *what, const char *there, const char *ours)
{
	struct dispute *dispute = &app->dispute;
	const char *nothing = words_plain(W_CONFLICT_NOTHING);
	texts_add(&dispute->pool, &dispute->what, what);
	texts_add(&dispute->pool, &dispute->there, there ? there : nothing);
	texts_add(&dispute->pool, &dispute->ours, ours ? ours : nothing);
	dispute->open = true;
}

/* What was typed, of something that is deleted: it is seen before it is let go of. */
static void add_at_stake(struct app *app)
{
	struct pool *pool = &app->dispute.pool;
	struct texts what = { 0 }, ours = { 0 };
	unsaved_at_stake(&app->waiting, pool, &what, &ours);
	for (size_t i = 0; i < what.count; i++)
		dispute_add(app, what.text[i], words_plain(W_CONFLICT_GONE), ours.text[i]);
}

void app_dispute(struct app *app)
{
	size_t count;
	const struct store_conflict *list = store_conflicts(app->options.store, &count);
	dispute_forget(app);
	for (size_t i = 0; i < count; i++) {
		bool whole = list[i].deleted && !list[i].ours;
		dispute_add(app, list[i].what,
			list[i].deleted ? words_plain(W_CONFLICT_GONE) : list[i].there,
			whole                     ? words_plain(W_CONFLICT_KEPT)
				: list[i].deletes ? words_plain(W_CONFLICT_GONE)
						  : list[i].ours);
	}
	add_at_stake(app);
}
