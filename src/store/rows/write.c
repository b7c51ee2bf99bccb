/* SPDX-License-Identifier: MIT */
/*
 * Rows written: each with its entry in the change log, and in the book of deleted ids.
 */
#include "../store_private.h"

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

enum err row_put(
	struct store *store, const struct row *before, struct row *after, struct errmsg *why)
{
	int id = row_id_cell(after->kind);
	enum err err = upsert(store, after, why);
	if (!err)
		err = log_rows(store, before, after, why);
	if (!err && after->kind == KIND_ALLIANCE && !store->change.alliance)
		store->change.alliance = after->cell[0].whole;
	if (!err && !before && id >= 0)
		err = statement_run(store, DELETED_REMOVE, why, "b", after->cell[id].text);
	return err;
}

enum err row_delete(struct store *store, const struct row *before, struct errmsg *why)
{
	int id = row_id_cell(before->kind);
	enum err err = statement_run(store, STATEMENT_DELETE + before->kind, why,
		before->kind == KIND_ANSWER ? "ii" : "i", before->cell[0].whole, row_item(before));
	if (!err)
		err = log_rows(store, before, NULL, why);
	if (!err && id >= 0)
		err = statement_run(store, DELETED_ADD, why, "bii", before->cell[id].text,
			store->change.alliance, store->change.at);
	return err;
}
