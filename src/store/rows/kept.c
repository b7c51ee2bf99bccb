/* SPDX-License-Identifier: MIT */
/*
 * What a sealed round keeps of the alliance's KPIs: rows of its own, copied when it is sealed and
 * gone with the seal.
 */
#include "../store_private.h"

struct rows {
	struct pool pool;
	struct row *list; /* in the order of their keys */
	size_t count;
};

/* Rows first, changes then: a statement cannot run while it is being used further down. */
static enum err read_rows(
	struct store *store, enum kind kind, int64_t owner, struct rows *rows, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*rows = (struct rows){ .count = 0 };
	enum err err = statement_bind(store, STATEMENT_LIST + kind, &query, why, "i", owner);
	while (!err && !(err = query_step(query, &more, why)) && more)
		row_of_query(query, kind, &rows->pool,
			POOL_APPEND(&rows->pool, rows->list, rows->count));
	return err;
}

/* What is deleted with a seal is no deletion that travels: the seal does. */
static enum err drop_kind(struct store *store, enum kind kind, int64_t round, struct errmsg *why)
{
	struct rows rows;
	enum err err = read_rows(store, kind, round, &rows, why);
	for (size_t i = 0; i < rows.count && !err; i++)
		err = row_delete(store, &rows.list[i], true, why);
	pool_release(&rows.pool);
	return err;
}

static enum err drop(struct store *store, int64_t round, struct errmsg *why)
{
	enum err err = drop_kind(store, KIND_SEALED_ACTUAL, round, why);
	return err ? err : drop_kind(store, KIND_SEALED_KPI, round, why);
}

/* The copy has the id of the KPI where that has its first field, then all of its fields. */
static void copy_kpi(struct pool *pool, const struct row *kpi, int64_t round, struct row *copy)
{
	row_init(pool, KIND_SEALED_KPI, copy);
	copy->cell[row_owner_cell(KIND_SEALED_KPI)] =
		(struct cell){ .type = CELL_WHOLE, .whole = round };
	copy->cell[row_extra_cell(KIND_SEALED_KPI)] = kpi->cell[row_extra_cell(KIND_KPI)];
	copy->cell[row_field_cell(KIND_SEALED_KPI, 0)] = kpi->cell[row_id_cell(KIND_KPI)];
	for (size_t i = 0; i < kind_info[KIND_KPI].field_count; i++)
		copy->cell[row_field_cell(KIND_SEALED_KPI, i + 1)] =
			kpi->cell[row_field_cell(KIND_KPI, i)];
}

/* The key that the copy gets is left in the row's place. */
static enum err keep_kpis(
	struct store *store, struct rows *kpis, int64_t round, int64_t *copies, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < kpis->count && !err; i++) {
		struct row copy;
		copy_kpi(&kpis->pool, &kpis->list[i], round, &copy);
		err = row_put(store, NULL, &copy, why);
		copies[i] = copy.cell[0].whole;
	}
	return err;
}

/* The place of the KPI of this key, which is there. */
static size_t place_of(const struct rows *kpis, int64_t key)
{
	size_t low = 0, high = kpis->count;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (kpis->list[middle].cell[0].whole <= key)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Readings of after its day are not of the round. */
static bool is_of_round(const struct row *actual, const struct cell *day)
{
	return day->type == CELL_NULL ||
		actual->cell[row_column_cell(KIND_ACTUAL, "date")].whole <= day->whole;
}

static enum err keep_actuals(struct store *store, const struct rows *kpis, const int64_t *copies,
	const struct row *round, struct errmsg *why)
{
	struct rows actuals;
	const struct cell *day = &round->cell[row_column_cell(KIND_ASSESSMENT, "date")];
	size_t whole = row_parent_cell(KIND_ACTUAL);
	enum err err = read_rows(
		store, KIND_ACTUAL, round->cell[row_owner_cell(round->kind)].whole, &actuals, why);
	for (size_t i = 0; i < actuals.count && !err; i++) {
		struct row copy = actuals.list[i];
		if (!is_of_round(&copy, day))
			continue;
		copy.kind = KIND_SEALED_ACTUAL; /* cell for cell the same */
		copy.cell[0] = (struct cell){ .type = CELL_NULL };
		copy.cell[whole].whole = copies[place_of(kpis, copy.cell[whole].whole)];
		err = row_put(store, NULL, &copy, why);
	}
	pool_release(&actuals.pool);
	return err;
}

static enum err keep(struct store *store, const struct row *round, struct errmsg *why)
{
	struct rows kpis;
	enum err err = read_rows(
		store, KIND_KPI, round->cell[row_owner_cell(round->kind)].whole, &kpis, why);
	int64_t *copies = pool_alloc(&kpis.pool, (kpis.count + 1) * sizeof(*copies));
	if (!err)
		err = keep_kpis(store, &kpis, round->cell[0].whole, copies, why);
	if (!err)
		err = keep_actuals(store, &kpis, copies, round, why);
	pool_release(&kpis.pool);
	return err;
}

enum err kept_take(struct store *store, int64_t key, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row round;
	bool found = false;
	enum err err = row_get(store, KIND_ASSESSMENT, key, 0, &pool, &round, &found, why);
	if (!err && found)
		err = drop(store, key, why);
	if (!err && found && round.cell[row_column_cell(round.kind, "sealed")].type != CELL_NULL)
		err = keep(store, &round, why);
	pool_release(&pool);
	return err;
}

enum err kept_follow(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	size_t sealed = row_column_cell(KIND_ASSESSMENT, "sealed");
	bool was = before->cell[sealed].type != CELL_NULL,
	     is = after->cell[sealed].type != CELL_NULL;
	return was == is ? ERR_NONE : kept_take(store, after->cell[0].whole, why);
}
