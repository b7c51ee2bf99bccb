/* SPDX-License-Identifier: MIT */
/*
 * What hangs on what: deleting an object takes along what belongs to it and what cannot be without
 * it, and unties the rest. All of it is in the change log, so that undo brings it back.
 */
#include "../store_private.h"

/* One way in which rows hang on a row. */
struct reference {
	enum kind from;
	enum statement list; /* those rows */
	size_t cell;         /* that refers; of no meaning where the reference is required */
	bool required;
};

struct place {
	int64_t key, item;
};

static enum err delete_deep(
	struct store *, enum kind, int64_t key, int64_t item, bool along, struct errmsg *why);

static enum err untie(
	struct store *store, const struct reference *reference, struct place at, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row before, after;
	bool found;
	enum err err =
		row_get(store, reference->from, at.key, at.item, &pool, &before, &found, why);
	if (!err && found) {
		row_copy(&pool, &before, &after);
		after.cell[reference->cell] = (struct cell){ 0 };
		/* for a file that is no change of it: what it led to may come back */
		if (store->change.kept)
			err = bury_row(store, &before, why);
		store->change.unties = true;
		if (!err)
			err = row_put(store, &before, &after, why);
		store->change.unties = false;
	}
	pool_release(&pool);
	return err;
}

/* Keys first, changes then: a statement cannot run while it is being used further down. */
static enum err collect(struct store *store, const struct reference *reference, int64_t key,
	struct pool *pool, struct place **places, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, reference->list, &query, why, "i", key);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct place *place = POOL_APPEND(pool, *places, *count);
		place->key = column_whole(query, 0);
		if (row_key_cells(reference->from) > 1)
			place->item = column_whole(query, 1);
	}
	return err;
}

static enum err follow(
	struct store *store, const struct reference *reference, int64_t key, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct place *places = NULL;
	size_t count = 0;
	enum err err = collect(store, reference, key, &pool, &places, &count, why);
	for (size_t i = 0; !err && i < count; i++)
		err = reference->required ? delete_deep(store, reference->from, places[i].key,
						    places[i].item, true, why)
					  : untie(store, reference, places[i], why);
	pool_release(&pool);
	return err;
}

/* What of one kind belongs to the row, then what refers to it. */
static enum err follow_kind(
	struct store *store, enum kind from, enum kind to, int64_t key, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[from];
	enum err err = ERR_NONE;
	if (row_owner_cell(from) >= 0 && info->parent == to)
		err = follow(store, &(struct reference){ from, STATEMENT_LIST + from, 0, true },
			key, why);
	for (size_t i = 0; !err && i < info->field_count; i++)
		if (info->fields[i].type == FIELD_REF && info->fields[i].ref == to)
			err = follow(store,
				&(struct reference){ from, statement_refer(from, i),
					row_field_cell(from, i), info->fields[i].required },
				key, why);
	return err;
}

/* From the last kind to the first: no object refers to one of a later kind. along: with what it is
 * in. */
static enum err delete_deep(struct store *store, enum kind kind, int64_t key, int64_t item,
	bool along, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row before;
	bool found = false;
	enum err err = ERR_NONE;
	for (int from = KIND_COUNT; !err && from-- > 0;)
		err = follow_kind(store, (enum kind)from, kind, key, why);
	if (!err)
		err = row_get(store, kind, key, item, &pool, &before, &found, why);
	if (!err && found)
		err = row_delete(store, &before, along, why);
	pool_release(&pool);
	return err;
}

enum err row_delete_deep(
	struct store *store, enum kind kind, int64_t key, int64_t item, struct errmsg *why)
{
	bool unsealed = store->change.unsealed;
	store->change.unsealed |= kind == KIND_ALLIANCE; /* its sealed rounds go with it */
	enum err err = delete_deep(store, kind, key, item, false, why);
	store->change.unsealed = unsealed;
	return err;
}
