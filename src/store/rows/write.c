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
 * one, is in the book as the file has it; of two alike the one that is left shall stay elsewhere;
 * and whose it is that was somebody's who is another now follows from the merge. */
static enum err book(struct store *store, const struct row *before, bool along, struct errmsg *why)
{
	struct uuid id;
	bool twin;
	if (store->change.kept || ((along || store->change.unites) && !tells(before->kind)))
		return ERR_NONE;
	enum err err = row_has_twin(store, before, &twin, why);
	if (err || twin)
		return err;
	err = row_identity(store, before, &id, why);
	struct store_deleted entry = {
		.id = id, .at = deleted_at(store, before, along), .library = row_library(before)
	};
	return err ? err : book_add(store, &entry, why);
}

/* Is it about something else than before, by which it is known? Not by losing what is deleted, nor
 * when that is taken back. */
static bool is_of_another(
	const struct store *store, const struct row *before, const struct row *after)
{
	size_t person = kind_is_owner(after->kind) ? row_column_cell(after->kind, "person") : 0;
	if (person && !cell_same(&before->cell[person], &after->cell[person]))
		return true;
	for (size_t i = 0; i < kind_keys(after->kind) && !store->change.unties; i++) {
		size_t cell = row_field_cell(after->kind, i);
		bool tied = store->change.target && before->cell[cell].type == CELL_NULL;
		if (!tied && !cell_same(&before->cell[cell], &after->cell[cell]))
			return true;
	}
	return false;
}

/* A reading that is moved to another day is gone from the first. */
static enum err move(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	struct uuid from, to;
	enum err err = row_identity(store, before, &from, why);
	if (!err)
		err = row_identity(store, after, &to, why);
	return err || uuid_same(&from, &to) ? err : book(store, before, false, why);
}

/* What is put into something that came back is later than the deletion of that, and so is what is
 * changed of something that only lives by what is in it. */
static enum err follow_past(struct store *store, const struct row *before, const struct row *after,
	int64_t *at, struct errmsg *why)
{
	struct past past;
	if (before && !kind_is_container(after->kind))
		return ERR_NONE;
	enum err err = row_past(store, after, &past, why);
	if (err)
		return err;
	if (!before && past.changed > *at)
		*at = past.changed;
	if (past.deleted >= *at)
		*at = past.deleted + 1;
	return ERR_NONE;
}

static int64_t begun(const struct row *round)
{
	return round->cell[row_column_cell(KIND_ASSESSMENT, "begun")].whole;
}

/* What comes back right behind its round is confirmed there, or not, as it was. */
static void stamp_new(struct store *store, struct row *row, int64_t at)
{
	struct returned *round = &store->change.returned;
	bool is_round = row->kind == KIND_ASSESSMENT;
	int64_t before = is_round ? begun(row) : 0;
	row_stamp(NULL, row, row_stamp_back(round, row, at));
	if (is_round)
		*round = (struct returned){ row->cell[0].whole, before, begun(row) };
}

static enum err stamp(
	struct store *store, const struct row *before, struct row *after, struct errmsg *why)
{
	int64_t at = store->change.at;
	struct uuid id;
	enum err err = ERR_NONE;
	if (store->change.kept)
		return ERR_NONE;
	bool moves = before && is_of_another(store, before, after);
	if (moves)
		err = move(store, before, after, why);
	if (!err && (!before || moves) && !(err = row_identity(store, after, &id, why)))
		err = book_return(store, &id, &at, why);
	if (!err)
		err = follow_past(store, before, after, &at, why);
	if (before)
		row_stamp(before, after, at);
	else
		stamp_new(store, after, at);
	return err;
}

/* Its times become that, and nothing else of it. */
static enum err touch(struct store *store, const struct row *before, int64_t at, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row after;
	row_copy(&pool, before, &after);
	after.cell[row_changed_cell(before->kind)] =
		(struct cell){ .type = CELL_WHOLE, .whole = at };
	enum err err = upsert(store, &after, why);
	if (!err)
		err = log_rows(store, before, &after, why);
	pool_release(&pool);
	return err;
}

/* What was deleted elsewhere, and lives only by what is in it, stays when that goes: who takes it
 * out leaves the rest there. */
static enum err stay(struct store *store, const struct row *leaves, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row holder;
	struct past past;
	bool more = !store->change.kept;
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && more;) {
		err = row_next_hold(store, leaves, &i, &pool, &holder, &more, why);
		if (err || !more)
			break;
		err = row_past(store, &holder, &past, why);
		if (!err && past.deleted >= row_stamp_after(0, &holder) - 1)
			err = touch(store, &holder, past.deleted + 1, why);
	}
	pool_release(&pool);
	return err;
}

static bool is_elsewhere(const struct row *before, const struct row *after)
{
	const struct kind_info *info = &kind_info[after->kind];
	for (size_t i = 0; i < info->field_count; i++) {
		size_t cell = row_field_cell(after->kind, i);
		if (info->fields[i].type == FIELD_REF && info->fields[i].required &&
			!cell_same(&before->cell[cell], &after->cell[cell]))
			return true;
	}
	return false;
}

enum err row_put(
	struct store *store, const struct row *before, struct row *after, struct errmsg *why)
{
	enum err err = seal_check(store, before, after, why);
	if (!err)
		err = stamp(store, before, after, why);
	if (!err && before && is_elsewhere(before, after))
		err = stay(store, before, why);
	if (!err)
		err = upsert(store, after, why);
	if (!err)
		err = number_row(store, before, after, why);
	if (!err)
		err = listed_row(store, before, after, why);
	if (!err)
		err = log_rows(store, before, after, why);
	if (!err && after->kind == KIND_ALLIANCE && !store->change.alliance)
		store->change.alliance = after->cell[0].whole;
	return err;
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
	if (!err && !along)
		err = stay(store, before, why);
	if (!err && before->kind == KIND_ALLIANCE)
		err = listed_gone(store, before->cell[0].whole, why);
	if (!err)
		err = statement_run(store, STATEMENT_DELETE + before->kind, why,
			before->kind == KIND_ANSWER ? "ii" : "i", before->cell[0].whole,
			row_item(before));
	if (!err)
		err = log_rows(store, before, NULL, why);
	return err || !kind_is_container(before->kind) ? err : bury_row(store, before, why);
}
