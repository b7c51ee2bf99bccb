/* SPDX-License-Identifier: MIT */
/*
 * What exchange asks beside the objects: who is known, what was deleted, which instruments.
 */
#include "store_private.h"

#include <assert.h>

int64_t store_key(struct store *store, enum kind kind, const struct uuid *id)
{
	int64_t key = 0;
	assert(kind_info[kind].has_id);
	statement_number(store, STATEMENT_FIND + kind, &key, NULL, "b", id);
	return key;
}

enum err store_put_deleted(struct store *store, int64_t alliance, const struct store_deleted *heard,
	struct errmsg *why)
{
	return statement_run(store, DELETED_HEARD, why, "bii", &heard->id, alliance, heard->at);
}

enum err store_deleted(struct store *store, int64_t alliance, struct pool *pool,
	struct store_deleted **list, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*list = NULL;
	*count = 0;
	enum err err = statement_bind(store, DELETED_LIST, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, *list, *count) =
			(struct store_deleted){ .id = column_uuid(query, 0),
				.at = column_whole(query, 1) };
	return err;
}

enum err store_put_instrument(
	struct store *store, const struct instrument *instrument, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	bank_forget(store);
	return change_end(store, own, bank_use(store, instrument, true, why), why);
}
