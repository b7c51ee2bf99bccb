/* SPDX-License-Identifier: MIT */
/*
 * What was deleted comes back out of the change log, for something that was not stored yet belongs
 * to it: with what went along with it, and with what it was in.
 */
#include "../store_private.h"

#include <string.h>

/* The group that deleted an object, and which of its entries come back. */
struct deletion {
	struct group group;
	struct row *rows; /* by entry: what was deleted; of kind KIND_NONE where nothing was */
	bool *back;
};

static enum err read_group(struct store *store, int64_t entry, struct pool *pool,
	struct deletion *deletion, struct errmsg *why)
{
	int64_t start = 0;
	struct group *group = &deletion->group;
	enum err err = statement_number(store, CHANGE_START, &start, why, "i", entry);
	if (!err)
		err = change_read(store, start, pool, group, why);
	if (err)
		return err;
	deletion->rows = pool_alloc(pool, group->count * sizeof(*deletion->rows));
	deletion->back = pool_alloc(pool, group->count * sizeof(*deletion->back));
	for (size_t i = 0; i < group->count; i++) {
		const struct entry *gone = &group->entries[i];
		deletion->rows[i].kind = KIND_NONE;
		if (gone->old && !gone->new && gone->kind != KIND_NONE)
			row_decode(gone->old, gone->kind, gone->key, gone->item, group->at, pool,
				&deletion->rows[i]);
	}
	return ERR_NONE;
}

static bool is_it(const struct row *row, enum kind kind, int64_t key)
{
	return row->kind == kind && row->cell[0].whole == key;
}

static bool has_id(const struct row *row, const struct uuid *id)
{
	int cell = row_id_cell(row->kind);
	return cell < 0 || uuid_none(id) ||
		(row->cell[cell].type == CELL_UUID &&
			!memcmp(row->cell[cell].text, id, sizeof(*id)));
}

/* Does the row belong to that object, or refer to it? */
static bool refers(const struct row *row, enum kind kind, int64_t key)
{
	const struct kind_info *info = &kind_info[row->kind];
	int owner = row_owner_cell(row->kind);
	if (owner >= 0 && info->parent == kind && row->cell[owner].whole == key)
		return true;
	for (size_t i = 0; i < info->field_count; i++) {
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (info->fields[i].type == FIELD_REF && info->fields[i].ref == kind &&
			cell->type == CELL_WHOLE && cell->whole == key)
			return true;
	}
	return false;
}

/* Something of the group hangs on a row that comes back, or the other way round. */
static bool hangs_together(const struct deletion *deletion, const struct row *row)
{
	for (size_t i = 0; i < deletion->group.count; i++) {
		const struct row *other = &deletion->rows[i];
		if (deletion->back[i] &&
			(refers(row, other->kind, other->cell[0].whole) ||
				refers(other, row->kind, row->cell[0].whole)))
			return true;
	}
	return false;
}

static void mark(struct deletion *deletion, enum kind kind, int64_t key)
{
	bool more = true;
	for (size_t i = 0; i < deletion->group.count; i++)
		deletion->back[i] = is_it(&deletion->rows[i], kind, key);
	while (more) {
		more = false;
		for (size_t i = 0; i < deletion->group.count; i++) {
			const struct row *row = &deletion->rows[i];
			if (row->kind == KIND_NONE || deletion->back[i] ||
				!hangs_together(deletion, row))
				continue;
			deletion->back[i] = more = true;
		}
	}
}

enum err revive_find(struct store *store, enum kind kind, int64_t key, const struct uuid *id,
	struct pool *pool, struct row *was, bool *found, struct errmsg *why)
{
	struct deletion deletion = { 0 };
	int64_t entry = 0;
	*found = false;
	enum err err = statement_number(
		store, CHANGE_OF_OBJECT, &entry, why, "ii", (int64_t)kind_info[kind].code, key);
	if (!err && entry)
		err = read_group(store, entry, pool, &deletion, why);
	for (size_t i = 0; !err && i < deletion.group.count; i++)
		if (is_it(&deletion.rows[i], kind, key) && has_id(&deletion.rows[i], id)) {
			*was = deletion.rows[i];
			*found = true;
		}
	return err;
}

enum err revive(struct store *store, const struct row *was, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct deletion deletion = { 0 };
	int64_t entry = 0, key = was->cell[0].whole;
	bool same;
	enum err err = statement_number(store, CHANGE_OF_OBJECT, &entry, why, "ii",
		(int64_t)kind_info[was->kind].code, key);
	if (!err)
		err = read_group(store, entry, &pool, &deletion, why);
	if (!err)
		mark(&deletion, was->kind, key);
	for (size_t i = deletion.group.count; !err && i-- > 0;)
		if (deletion.back[i])
			err = change_turn(
				store, &deletion.group.entries[i], deletion.group.at, &same, why);
	pool_release(&pool);
	return err;
}
