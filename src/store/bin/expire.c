/* SPDX-License-Identifier: MIT */
/*
 * What has lain in the bin for its days is erased: at the first change of a day, never at reading.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>

struct due {
	int64_t first, key;
	enum kind kind;
	struct uuid id; /* none: not known */
};

static struct due read_due(struct query *query, struct pool *pool)
{
	struct row row;
	struct due due = { column_whole(query, 0), column_whole(query, 2),
		kind_of_code(column_whole(query, 1)), { { 0 } } };
	const char *old = column_text(query, 3, NULL);
	if (!old || due.kind == KIND_NONE || row_id_cell(due.kind) < 0)
		return due;
	row_decode(old, due.kind, due.key, 0, 0, pool, &row);
	const struct cell *id = &row.cell[row_id_cell(due.kind)];
	if (id->type == CELL_UUID)
		memcpy(&due.id, id->text, sizeof(due.id));
	return due;
}

static enum err collect_due(struct store *store, struct pool *pool, struct due **list,
	size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err =
		statement_bind(store, BIN_DUE, &query, why, "i", (int64_t)store->looked - BIN_DAYS);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, *list, *count) = read_due(query, pool);
	return err;
}

/* What is there again is not in the bin: only its place is given up. */
static enum err take(
	struct store *store, struct theirs *theirs, const struct due *due, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	bool there = true;
	enum err err = ERR_NONE;
	if (due->kind != KIND_NONE)
		err = row_get(store, due->kind, due->key, 0, &pool, &row, &there, why);
	if (!err && !there) {
		theirs_add(theirs, due->kind, due->key);
		*POOL_APPEND(&theirs->pool, theirs->ids, theirs->id_count) = due->id;
	}
	pool_release(&pool);
	return err ? err : statement_run(store, BIN_DROP, why, "i", due->first);
}

static enum err erase(struct store *store, struct theirs *theirs, struct errmsg *why)
{
	enum err err = released_expire(store, theirs, why);
	if (!err)
		err = theirs_in_log(store, theirs, true, why);
	if (!err)
		err = theirs_erase_log(store, theirs, why);
	if (!err)
		err = released_forget(store, theirs, why);
	if (!err)
		err = statement_run(store, UNCLEAN_ADD, why, "");
	return err;
}

static enum err look_for_unclean(struct store *store, struct errmsg *why)
{
	int64_t unclean;
	enum err err = statement_number(store, UNCLEAN_FIND, &unclean, why, "");
	store->unclean |= !err && unclean;
	return err;
}

enum err bin_expire(struct store *store, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct theirs theirs = { 0 };
	struct due *list = NULL;
	size_t count = 0;
	bool any = false;
	int today = clock_today();
	if (store->looked == today)
		return ERR_NONE;
	store->looked = today;
	enum err err = collect_due(store, &pool, &list, &count, why);
	for (size_t i = 0; i < count && !err; i++)
		err = take(store, &theirs, &list[i], why);
	if (!err && theirs.grown)
		err = erase(store, &theirs, why);
	if (!err)
		err = buried_expire(store, today - BIN_DAYS, &any, why);
	if (!err && any)
		err = statement_run(store, UNCLEAN_ADD, why, "");
	theirs_release(&theirs);
	pool_release(&pool);
	return err ? err : look_for_unclean(store, why);
}
