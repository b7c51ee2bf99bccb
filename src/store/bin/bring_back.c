/* SPDX-License-Identifier: MIT */
/*
 * A deleted alliance that a file brings back: as it was last, for the file to be merged into.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>

enum err store_binned_alliance(struct store *store, const struct uuid *id, struct pool *pool,
	struct store_binned *binned, bool *found, struct errmsg *why)
{
	struct store_binned *list;
	size_t count;
	*found = false;
	enum err err = store_bin(store, pool, &list, &count, why);
	for (size_t i = 0; i < count && !err && !*found; i++) {
		*found = list[i].kind == KIND_ALLIANCE && !memcmp(&list[i].id, id, sizeof(*id));
		*binned = list[i];
	}
	return err;
}

/* Whose undo takes the import back: the newest round that comes back. */
static int64_t newest_round(const struct group *group, struct pool *pool)
{
	struct row row;
	int64_t newest = 0, date = DATE_NONE;
	for (size_t i = 0; i < group->count; i++) {
		const struct entry *entry = &group->entries[i];
		if (entry->kind != KIND_ASSESSMENT || !entry->old || entry->new)
			continue;
		row_decode(entry->old, KIND_ASSESSMENT, entry->key, 0, group->at, pool, &row);
		const struct cell *cell = &row.cell[row_column_cell(KIND_ASSESSMENT, "date")];
		int64_t day = cell->type == CELL_WHOLE ? cell->whole : DATE_NONE;
		if (!newest || day >= date) {
			newest = entry->key;
			date = day;
		}
	}
	return newest;
}

static enum err drop_deletion(
	struct store *store, const struct entry *entry, struct pool *pool, struct errmsg *why)
{
	struct row row;
	struct uuid id;
	bool found;
	enum err err =
		row_get(store, entry->kind, entry->key, entry->item, pool, &row, &found, why);
	if (err || !found)
		return err;
	err = row_identity(store, &row, &id, why);
	return err ? err : store_drop_deleted(store, store->change.alliance, &id, why);
}

enum err store_bring_back(
	struct store *store, const struct store_binned *binned, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct group group;
	struct bin_start start;
	enum err err = bin_start(store, binned, &start, why);
	if (!err)
		err = change_read(store, start.group, &pool, &group, why);
	if (!err) {
		store->change.alliance = binned->alliance;
		store->change.scope = newest_round(&group, &pool);
		err = bin_take_out(store, binned, &start, why);
	}
	for (size_t i = 0; !err && i < group.count; i++)
		err = drop_deletion(store, &group.entries[i], &pool, why);
	pool_release(&pool);
	return err;
}
