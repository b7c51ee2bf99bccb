/* SPDX-License-Identifier: MIT */
/*
 * What is known of the past of a row and of what it is in: what was deleted and came back lives
 * elsewhere only by what is later than its deletion, whatever the clock here says.
 */
#include "../store_private.h"

/* A cell that says what a row is in, and of which kind that is. */
struct hold {
	size_t cell;
	enum kind kind;
};

/* Step 0 is the round, the others are the fields; false: it is in nothing by that. */
static bool hold_at(const struct row *row, size_t step, struct hold *hold)
{
	const struct kind_info *info = &kind_info[row->kind];
	if (!step) {
		*hold = (struct hold){ row_parent_cell(row->kind), KIND_ASSESSMENT };
		return info->parent == KIND_ASSESSMENT;
	}
	const struct field *field = &info->fields[step - 1];
	*hold = (struct hold){ row_field_cell(row->kind, step - 1), field->ref };
	return field->type == FIELD_REF && field->required &&
		row->cell[hold->cell].type == CELL_WHOLE;
}

/* False behind the last. */
static bool next_hold(const struct row *row, size_t *step, struct hold *hold)
{
	while (*step <= kind_info[row->kind].field_count)
		if (hold_at(row, (*step)++, hold))
			return true;
	return false;
}

const char *row_library(const struct row *row)
{
	if (row->kind != KIND_PLAN_ACTION)
		return NULL;
	const struct cell *cell = &row->cell[row_column_cell(KIND_PLAN_ACTION, "library")];
	return cell->type == CELL_TEXT ? cell->text : NULL;
}

static int64_t later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static enum err look_at(struct store *store, const struct hold *hold, int64_t key,
	struct past *past, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	struct past above;
	bool found;
	enum err err = row_get(store, hold->kind, key, 0, &pool, &row, &found, why);
	if (!err && found && !(err = row_past(store, &row, &above, why))) {
		past->deleted = later(past->deleted, above.deleted);
		past->changed = later(past->changed, above.changed);
		past->changed = later(past->changed, row_stamp_after(0, &row) - 1);
	}
	pool_release(&pool);
	return err;
}

enum err row_past(struct store *store, const struct row *row, struct past *past, struct errmsg *why)
{
	struct uuid id;
	struct hold hold;
	*past = (struct past){ -1, 0 };
	enum err err = row_identity(store, row, &id, why);
	if (!err)
		err = book_find(store, &id, &past->deleted, why);
	if (!err && row_library(row))
		err = book_action(store, row_library(row), &past->deleted, why);
	for (size_t i = 0; !err && next_hold(row, &i, &hold);)
		err = look_at(store, &hold, row->cell[hold.cell].whole, past, why);
	return err;
}

enum err row_next_hold(struct store *store, const struct row *row, size_t *i, struct pool *pool,
	struct row *holder, bool *more, struct errmsg *why)
{
	struct hold hold;
	bool found = false;
	enum err err = ERR_NONE;
	*more = false;
	while (!err && !found && (*more = next_hold(row, i, &hold)))
		err = row_get(
			store, hold.kind, row->cell[hold.cell].whole, 0, pool, holder, &found, why);
	return err;
}
