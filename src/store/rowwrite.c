/* SPDX-License-Identifier: MIT */
/*
 * Rows written: each with its entry in the change log, and in the book of deleted ids.
 */
#include "store_private.h"

static void bind_cell(sqlite3_stmt *statement, int at, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_NULL:
		sqlite3_bind_null(statement, at);
		break;
	case CELL_WHOLE:
		sqlite3_bind_int64(statement, at, cell->whole);
		break;
	case CELL_REAL:
		sqlite3_bind_double(statement, at, cell->real);
		break;
	case CELL_TEXT:
		sqlite3_bind_text(statement, at, cell->text, -1, SQLITE_STATIC);
		break;
	case CELL_UUID:
		sqlite3_bind_blob(statement, at, cell->text, 16, SQLITE_STATIC);
		break;
	}
}

static enum err upsert(struct store *store, struct row *row, struct errmsg *why)
{
	sqlite3_stmt *statement;
	bool more;
	enum err err = statement_get(store, STATEMENT_PUT + row->kind, &statement, why);
	if (err)
		return err;
	sqlite3_reset(statement);
	for (size_t i = 0; i < row->count; i++)
		bind_cell(statement, (int)i + 1, &row->cell[i]);
	err = statement_step(store, statement, &more, why);
	if (!err && row->cell[0].type == CELL_NULL)
		row->cell[0] = (struct cell){ .type = CELL_WHOLE,
			.whole = sqlite3_last_insert_rowid(store->db) };
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
