/* SPDX-License-Identifier: MIT */
/*
 * A confirmation that is taken back, or done again, after the fact has come back with its round:
 * the times in the log are of the round as it had begun before.
 */
#include "../store_private.h"

#include <rekindle/carried.h>

static enum err find_begun(
	struct store *store, const struct row *row, int64_t *begun, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row round;
	bool found;
	enum err err = row_get(store, KIND_ASSESSMENT, row->cell[row_parent_cell(row->kind)].whole,
		0, &pool, &round, &found, why);
	*begun = !err && found ? round.cell[row_column_cell(KIND_ASSESSMENT, "begun")].whole : 0;
	pool_release(&pool);
	return err;
}

/* Its time alone changes by that. */
static bool is_of_confirming(const struct row *old, const struct row *new)
{
	size_t changed = row_changed_cell(old->kind);
	bool alone = kind_is_carried(old->kind);
	for (size_t i = 0; i < old->count; i++)
		alone &= i == changed || cell_same(&old->cell[i], &new->cell[i]);
	return alone && !cell_same(&old->cell[changed], &new->cell[changed]);
}

enum err confirmed_turn(struct store *store, const struct row *old, const struct row *new,
	struct row *row, struct errmsg *why)
{
	size_t changed = row_changed_cell(row->kind);
	int64_t begun = 0;
	if (!store->change.kept || !is_of_confirming(old, new))
		return ERR_NONE;
	enum err err = find_begun(store, row, &begun, why);
	if (err || !begun)
		return err;
	if (old->cell[changed].whole > new->cell[changed].whole)
		row->cell[changed].whole = row_stamp_after(store->change.at, row);
	else
		row->cell[changed].whole = begun;
	return ERR_NONE;
}
