/* SPDX-License-Identifier: MIT */
/*
 * What two programs have made of one row: the row as it was shown is found in the change log by its
 * times, which no two versions of a row share; what only one of the two has changed is taken from
 * it.
 */
#include "../store_private.h"

#include <string.h>

bool row_same_times(const struct row *a, const struct row *b)
{
	size_t changed = row_changed_cell(a->kind), drawn = row_drawn_cell(a->kind);
	return cell_same(&a->cell[changed], &b->cell[changed]) &&
		(drawn == NO_CELL || cell_same(&a->cell[drawn], &b->cell[drawn]));
}

/* Newest first: is what the entry replaced the version looked for? */
static bool is_version(
	struct query *query, const struct row *mine, struct pool *pool, struct row *shown)
{
	const char *old = column_text(query, 1, pool);
	if (!old)
		return false;
	row_decode(old, mine->kind, mine->cell[0].whole, row_item(mine), column_whole(query, 0),
		pool, shown);
	return row_same_times(shown, mine);
}

/* A row that bears no time may be of before there was one. */
static bool was_none(const struct row *mine, bool began, struct pool *pool, struct row *shown)
{
	if (!began || mine->cell[row_changed_cell(mine->kind)].type != CELL_NULL)
		return false;
	row_init(pool, mine->kind, shown);
	memcpy(shown->cell, mine->cell, row_key_cells(mine->kind) * sizeof(*shown->cell));
	return true;
}

/* One that was deleted and is back has begun more than once. */
static enum err find_version(struct store *store, const struct row *mine, struct pool *pool,
	struct row *shown, bool *known, struct errmsg *why)
{
	struct query *query;
	bool more = true, began = false;
	*known = false;
	enum err err = statement_bind(store, OBJECT_PAST, &query, why, "iio",
		(int64_t)kind_info[mine->kind].code, mine->cell[0].whole, row_item(mine));
	while (!err && !*known && !(err = query_step(query, &more, why)) && more) {
		*known = is_version(query, mine, pool, shown);
		began |= column_null(query, 1);
	}
	if (*known)
		query_reset(query);
	else if (!err)
		*known = was_none(mine, began, pool, shown);
	return err;
}

enum err row_shown(struct store *store, const struct row *there, const struct row *mine,
	struct pool *pool, struct row *shown, bool *known, struct errmsg *why)
{
	size_t changed = row_changed_cell(mine->kind);
	*shown = *there;
	*known = true;
	if (row_same_times(there, mine))
		return ERR_NONE;
	enum err err = find_version(store, mine, pool, shown, known, why);
	/* a time that the file does not know and that is later: of a try that was taken back */
	if (!err && !*known && mine->cell[changed].whole > there->cell[changed].whole) {
		*shown = *there;
		*known = true;
	}
	return err;
}

/* Columns that only make sense together: where one of them is in dispute, all are. */
static const struct unit {
	enum kind kind;
	const char *columns[5];
} units[] = {
	{ KIND_ANSWER, { "state", "value", "text", "reason" } }, /* its rating is its value */
	{ KIND_PLAN_ACTION, { "status", "reason", "closed" } },
	{ KIND_PLAN_ACTION, { "start", "due", "dated" } },
	{ KIND_PLAN_ACTION, { "active", "moved" } },
	{ KIND_MEETING, { "decisions", "decisions_filed" } },
	{ KIND_MEETING, { "notes", "notes_filed" } },
};

static bool in_unit(enum kind kind, const struct unit *unit, size_t cell)
{
	const char *column = row_column(kind, cell);
	if ((int)cell == row_rating_cell(kind))
		column = "value";
	for (size_t i = 0; unit->columns[i]; i++)
		if (!strcmp(unit->columns[i], column))
			return true;
	return false;
}

/* 0 where the column stands alone. */
static size_t unit_of(enum kind kind, size_t cell)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (units[i].kind == kind && in_unit(kind, &units[i], cell))
			return i + 1;
	return 0;
}

/* Who has changed a cell, or one of those it belongs with, and do both say the same? */
struct sides {
	bool ours, theirs, same;
};

static struct sides sides_of(
	const struct row *shown, const struct row *there, const struct row *mine, size_t cell)
{
	struct sides sides = { .same = true };
	size_t unit = unit_of(mine->kind, cell);
	for (size_t i = 0; i < mine->count; i++) {
		if (i != cell && (!unit || unit_of(mine->kind, i) != unit))
			continue;
		sides.ours |= !shown || !cell_same(&mine->cell[i], &shown->cell[i]);
		sides.theirs |= !shown || !cell_same(&there->cell[i], &shown->cell[i]);
		sides.same &= cell_same(&mine->cell[i], &there->cell[i]);
	}
	return sides;
}

bool cell_disputed(
	const struct row *shown, const struct row *there, const struct row *mine, size_t cell)
{
	if (cell == row_changed_cell(mine->kind) || cell == row_drawn_cell(mine->kind))
		return false;
	const struct sides sides = sides_of(shown, there, mine, cell);
	return sides.ours && sides.theirs && !sides.same;
}

bool row_merge(struct pool *pool, const struct row *shown, const struct row *there,
	const struct row *mine, enum store_choice choice, struct row *merged)
{
	bool clean = true;
	row_copy(pool, there, merged);
	for (size_t i = 0; i < mine->count; i++) {
		bool disputed = cell_disputed(shown, there, mine, i);
		clean &= !disputed;
		if (disputed ? choice == STORE_OURS : sides_of(shown, there, mine, i).ours)
			merged->cell[i] = mine->cell[i];
	}
	return clean;
}
