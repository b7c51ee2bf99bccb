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
	store->unclean = false;
	enum err err = statement_number(store, UNCLEAN_FIND, &unclean, why, "");
	if (err || !unclean)
		return err;
	err = engine_clean(store->engine, why);
	return err ? err : drop_mark(store, why);
}
