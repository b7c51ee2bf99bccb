/* SPDX-License-Identifier: MIT */
/*
 * Alliances deleted from the portfolio, and brought back: by u, also after a restart.
 */
#include "portfolio.h"

#include <rekindle/bin.h>

#define NAME_CELLS 60 /* of a name in a question, so that its end is seen */

static size_t answers_of(struct app *app, const int64_t *rounds, size_t n)
{
	size_t answers = 0;
	for (size_t i = 0; i < n; i++) {
		struct record record;
		struct errmsg why;
		if (store_load(app->options.store, rounds[i], &record, &why))
			continue;
		for (size_t j = 0; j < record.answer_count; j++)
			answers += record.answers[j].state != STATE_BLANK;
		record_release(&record);
	}
	return answers;
}

static const char *cut(struct app *app, const char *name)
{
	return app_cut(&app->said, name, NAME_CELLS);
}

void portfolio_ask_delete(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	const struct portfolio_row *row = portfolio_focus(own);
	struct pool pool = { 0 };
	int64_t *rounds;
	if (!row)
		return;
	const struct store_round *round = row->round;
	size_t n = store_rounds(app->options.store, round->alliance, &pool, &rounds);
	size_t answers = answers_of(app, rounds, n);
	pool_release(&pool);
	own->deleting = round->alliance;
	app_confirm(app, "%s",
		words(&app->said, W_ALLIANCE_DELETE,
			hole_text("alliance", cut(app, round->alliance_name)),
			hole_count("rounds", (int)n), hole_count("answers", (int)answers)));
}

/* What is refused leaves nothing that waits to be saved. */
static bool was_done(struct app *app, enum err err, const struct errmsg *why)
{
	if (!err)
		return app_wrote(app, err, why);
	app_warn(app, "%s", why->text);
	return false;
}

bool portfolio_delete(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	const struct store_round *round = portfolio_row(own, own->focus.at)->round;
	struct errmsg why;
	const struct store_found found = { .kind = KIND_ALLIANCE,
		.key = round->alliance,
		.alliance = round->alliance,
		.id = round->alliance_id,
		.name = round->alliance_name };
	own->deleting = 0;
	if (!was_done(app, store_delete_found(app->options.store, &found, &why), &why))
		return false;
	*POOL_APPEND(&own->mine_pool, own->mine, own->mine_count) = found.key;
	app_say(app, "%s", words(&app->said, W_DELETED, hole_text("what", cut(app, found.name))));
	return true;
}

static bool is_ours(const struct portfolio *own, const struct store_binned *binned)
{
	for (size_t i = 0; i < own->mine_count; i++)
		if (own->mine[i] == binned->key)
			return true;
	return binned->first <= own->opened;
}

/* The latest deletion that is ours to undo; NULL: none, or it cannot be read. */
static struct store_binned *find_latest(
	const struct portfolio *own, struct store *store, struct pool *pool)
{
	struct store_binned *list;
	struct errmsg why;
	size_t count;
	if (store_bin(store, pool, &list, &count, &why))
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (list[i].kind == KIND_ALLIANCE && is_ours(own, &list[i]))
			return &list[i];
	return NULL;
}

int64_t portfolio_undelete(struct screen *screen)
{
	struct portfolio *own = screen->state;
	struct app *app = screen->app;
	struct pool pool = { 0 };
	struct errmsg why;
	const struct store_binned *latest = find_latest(own, app->options.store, &pool);
	int64_t back = 0;
	if (!latest)
		app_say(app, "%s", words_plain(W_NOTHING_TO_UNDO));
	else if (was_done(app, store_undelete(app->options.store, latest, &why), &why)) {
		back = latest->key;
		app_say(app, "%s",
			words(&app->said, W_ALLIANCE_BACK,
				hole_text("alliance", cut(app, latest->name))));
	}
	pool_release(&pool);
	return back;
}

bool portfolio_can_undelete(struct portfolio *own, struct store *store)
{
	struct pool pool = { 0 };
	bool can = find_latest(own, store, &pool);
	pool_release(&pool);
	return can;
}
