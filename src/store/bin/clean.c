/* SPDX-License-Identifier: MIT */
/*
 * After something was erased its bytes still lie in free pages and in the journal. That it is to be
 * cleaned is remembered in the database, so that a program that is killed leaves it to the next.
 */
#include "../store_private.h"

static enum err drop_mark(struct store *store, struct errmsg *why)
{
	enum err err = place_begin(store, true, why);
	if (err)
		return err;
	err = statement_run(store, UNCLEAN_DROP, why, "");
	if (!err)
		err = place_commit(store, why);
	if (err)
		engine_rollback(store->engine);
	return err;
}

enum err clean_up(struct store *store, struct errmsg *why)
{
	int64_t unclean;
	enum err err = statement_number(store, UNCLEAN_FIND, &unclean, why, "");
	if (!err && unclean)
		err = engine_clean(store->engine, why);
	if (!err && unclean)
		err = drop_mark(store, why);
	store->unclean = err != ERR_NONE;
	return err;
}

void clean_last(struct store *store)
{
	if (!store->unclean || store->astray || engine_read_only(store->engine))
		return;
	enum engine_place place = engine_place(store->engine);
	if (place == PLACE_SAME || place == PLACE_WRITTEN)
		clean_up(store, NULL);
}
