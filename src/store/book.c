/* SPDX-License-Identifier: MIT */
/*
 * The book of deletions: which UUID was deleted when, for files that still have the object. What an
 * import writes into it is remembered with its group of the change log, and undone with it.
 */
#include "store_private.h"

#define NOTHING INT64_C(-1)

enum err book_find(struct store *store, const struct uuid *id, int64_t *at, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*at = NOTHING;
	enum err err = statement_bind(store, DELETED_AT, &query, why, "b", id);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	*at = column_whole(query, 0);
	query_reset(query);
	return ERR_NONE;
}

enum err book_add(struct store *store, const struct uuid *id, int64_t at, struct errmsg *why)
{
	return statement_run(store, DELETED_ADD, why, "bii", id, store->change.alliance, at);
}

enum err book_remove(struct store *store, const struct uuid *id, struct errmsg *why)
{
	return statement_run(store, DELETED_REMOVE, why, "b", id);
}

/* A group that changed nothing has no number, and is not undone. */
static enum err write(struct store *store, const struct uuid *id, int64_t alliance, int64_t at,
	struct errmsg *why)
{
	int64_t before;
	enum err err = book_find(store, id, &before, why);
	if (!err && store->change.group)
		err = statement_run(
			store, HEARD_ADD, why, "ibii", store->change.group, id, alliance, before);
	if (!err && at == NOTHING)
		err = book_remove(store, id, why);
	else if (!err)
		err = statement_run(store, DELETED_ADD, why, "bii", id, alliance, at);
	return err;
}

enum err store_put_deleted(struct store *store, int64_t alliance, const struct store_deleted *heard,
	struct errmsg *why)
{
	int64_t before;
	enum err err = book_find(store, &heard->id, &before, why);
	if (err || before >= heard->at)
		return err;
	return write(store, &heard->id, alliance, heard->at, why);
}

enum err store_drop_deleted(
	struct store *store, int64_t alliance, const struct uuid *id, struct errmsg *why)
{
	int64_t before;
	enum err err = book_find(store, id, &before, why);
	return err || before == NOTHING ? err : write(store, id, alliance, NOTHING, why);
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

struct word {
	struct uuid id;
	int64_t alliance, at;
};

enum err book_turn(struct store *store, int64_t group, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct word *words = NULL;
	struct query *query;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(store, HEARD_LIST, &query, why, "i", group);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(&pool, words, count) = (struct word){ column_uuid(query, 0),
			column_whole(query, 1), column_whole(query, 2) };
	for (size_t i = 0; i < count && !err; i++)
		err = write(store, &words[i].id, words[i].alliance, words[i].at, why);
	pool_release(&pool);
	return err;
}
