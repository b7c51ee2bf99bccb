/* SPDX-License-Identifier: MIT */
/*
 * The portfolio: every round of every alliance with its summary.
 */
#include "window/window_private.h"

/* Counting people reads answers; it is remembered when that many rounds had to be counted at once.
 */
#define WORTH_REMEMBERING 50

/* Best effort: a list is not refused because its counts could not be kept. */
static void remember_counts(
	struct store *store, const struct store_list *list, const int64_t *counted)
{
	if (engine_read_only(store->engine) || store->change.open ||
		store_begin(store, 0, NULL, NULL))
		return;
	for (size_t i = 0; i < list->count; i++) {
		const struct store_round *round = &list->rounds[i];
		const struct counts counts = { round->parties, round->heard, round->planned,
			round->next_planned, round->plan };
		if (counted[i] == -1 && round->assessment &&
			counts_remember(store, round->assessment, round->change, &counts, NULL))
			break;
	}
	store_commit(store, NULL);
}

/* Read in one transaction, so that nothing changes between the rounds. */
enum err store_list(struct store *store, struct store_list *list, struct errmsg *why)
{
	struct pool scratch = { 0 };
	struct query *query;
	int64_t *counted = NULL;
	size_t stale = 0;
	bool own = !store_is_writing(store);
	*list = (struct store_list){ 0 };
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = statement_bind(store, PORTFOLIO, &query, why, "");
	if (!err)
		err = rounds_read(store, query, list, &scratch, &counted, &stale, why);
	if (own)
		engine_rollback(store->engine);
	if (!err && stale >= WORTH_REMEMBERING)
		remember_counts(store, list, counted);
	pool_release(&scratch);
	if (err)
		store_list_release(list);
	return err;
}

void store_list_release(struct store_list *list)
{
	pool_release(&list->pool);
	*list = (struct store_list){ 0 };
}
