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

void app_dispute(struct app *app)
{
	size_t count;
	const struct store_conflict *list = store_conflicts(app->options.store, &count);
	dispute_forget(app);
	for (size_t i = 0; i < count; i++)
		dispute_add(app, list[i].what,
			list[i].deleted ? words_plain(W_CONFLICT_GONE) : list[i].there,
			list[i].deleted           ? words_plain(W_CONFLICT_KEPT)
				: list[i].deletes ? words_plain(W_CONFLICT_GONE)
						  : list[i].ours);
}
