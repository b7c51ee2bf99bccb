/* SPDX-License-Identifier: MIT */
/*
 * Rows written: each with its entry in the change log, and in the book of deleted ids.
 */
#include "../store_private.h"

#include <rekindle/date.h>

static enum err upsert(struct store *store, struct row *row, struct errmsg *why)
{
	struct query *query;
	bool more;
	enum err err = statement_get(store, STATEMENT_PUT + row->kind, &query, why);
	if (err)
		return err;
	query_reset(query);
	for (size_t i = 0; i < row->count; i++)
		query_bind(query, i, &row->cell[i]);
	err = query_step(query, &more, why);
	if (!err && row->cell[0].type == CELL_NULL)
		row->cell[0] = (struct cell){ .type = CELL_WHOLE,
			.whole = engine_last_key(store->engine) };
	return err;
}

static enum err log_rows(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	const struct row *row = after ? after : before;
	struct str old, new;
	str_init(&old);
	str_init(&new);
	if (before)
		row_encode(&old, before, store->change.at);
	if (after)
		row_encode(&new, after, store->change.at);
	enum err err = change_log(store, row->kind, row->cell[0].whole, row_item(row),
		before ? old.text : NULL, after ? new.text : NULL, why);
	str_release(&old);
	str_release(&new);
	return err;
}

/* What comes back is later than its deletion. */
static enum err return_deleted(
	struct store *store, const struct uuid *id, int64_t *at, struct errmsg *why)
{
	int64_t deleted;
	enum err err = book_find(store, id, &deleted, why);
	if (err || deleted < 0)
		return err;
	if (deleted >= *at)
		*at = deleted + 1;
	return book_remove(store, id, why);
}

static enum err stamp(
	struct store *store, const struct row *before, struct row *after, struct errmsg *why)
{
	int64_t at = store->change.at;
	struct uuid id;
	enum err err = ERR_NONE;
	if (store->change.kept)
		return ERR_NONE;
	if (!before && !(err = row_identity(store, after, &id, why)))
		err = return_deleted(store, &id, &at, why);
	row_stamp(before, after, at);
	return err;
}

enum err row_put(
	struct store *store, const struct row *before, struct row *after, struct errmsg *why)
{
	enum err err = seal_check(store, before, after, why);
	if (!err)
		err = stamp(store, before, after, why);
	if (!err)
		err = upsert(store, after, why);
	if (!err)
		err = log_rows(store, before, after, why);
	if (!err && after->kind == KIND_ALLIANCE && !store->change.alliance)
		store->change.alliance = after->cell[0].whole;
	return err;
}

/* Does the deletion of what it goes with not tell of it? That an owner is gone frees the place for
 * nobody who had it before. */
static bool tells(enum kind kind)
{
	return row_id_cell(kind) >= 0 || kind_is_owner(kind);
}

static int64_t deleted_at(const struct store *store, const struct row *before, bool along)
{
	return along && kind_is_owner(before->kind) ? row_stamp_after(0, before) - 1
						    : row_stamp_after(store->change.at, before);
}

/* Before the row goes: its identity hangs on what it belongs to. What a file takes away, or undoing
 * one, is in the book as the file has it; of two alike the one that is left shall stay elsewhere.
 */
static enum err book(struct store *store, const struct row *before, bool along, struct errmsg *why)
{
	struct uuid id;
	bool twin;
	if (store->change.kept || (along && !tells(before->kind)))
		return ERR_NONE;
	enum err err = row_has_twin(store, before, &twin, why);
	if (err || twin)
		return err;
	err = row_identity(store, before, &id, why);
	return err ? err : book_add(store, &id, deleted_at(store, before, along), why);
}

/* What a redone deletion takes away lies in the bin from now on. */
static enum err bin_again(struct store *store, const struct row *before, struct errmsg *why)
{
	if (!kind_is_binned(before->kind))
		return ERR_NONE;
	return statement_run(store, BIN_AGAIN, why, "iii", (int64_t)kind_info[before->kind].code,
		before->cell[0].whole, (int64_t)clock_today());
}

enum err row_delete(struct store *store, const struct row *before, bool along, struct errmsg *why)
{
	enum err err = seal_check(store, before, NULL, why);
	if (!err)
		err = book(store, before, along, why);
	if (!err)
		err = bin_again(store, before, why);
	if (!err)
		err = statement_run(store, STATEMENT_DELETE + before->kind, why,
			before->kind == KIND_ANSWER ? "ii" : "i", before->cell[0].whole,
			row_item(before));
	if (!err)
		err = log_rows(store, before, NULL, why);
	return err || !kind_is_container(before->kind) ? err : bury_row(store, before, why);
}
