/* SPDX-License-Identifier: MIT */
/*
 * Rows that a record does not know, found by what they say: those of a kind and its owner are read
 * once in a transaction and sorted, so that putting many objects takes no longer each than putting
 * one.
 */
#include "../store_private.h"

#include <stdlib.h>
#include <string.h>

/* A row; of those that say the same the first in order counts how many are gone. */
struct stray {
	const char *says;
	int64_t key;
	size_t taken;
};

struct strays {
	const struct record *record;
	int64_t owner; /* key of the alliance or round that they are in */
	struct pool pool;
	struct stray *row;
	size_t count;
};

/* A checklist has one row of each sort, a profile one of each party, an alliance one plan; other
 * rows are known by all that they say. */
static bool tells(const struct row *row, size_t cell)
{
	static const char *const sorts[KIND_COUNT] = {
		[KIND_CHECKLIST] = "row", [KIND_PARTY_PROFILE] = "party"
	};
	const char *sort = sorts[row->kind];
	if (cell == row_changed_cell(row->kind))
		return false;
	if (sort && cell == row_column_cell(row->kind, sort))
		return true;
	return cell == row_parent_cell(row->kind) || (!sort && !kind_is_single(row->kind));
}

static void keep_what_tells(struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!tells(row, i))
			row->cell[i] = (struct cell){ 0 };
}

static const char *says(struct pool *pool, const struct row *row)
{
	struct row bare;
	struct str text;
	row_copy(pool, row, &bare);
	keep_what_tells(&bare);
	str_init(&text);
	row_encode(&text, &bare, 0);
	const char *said = pool_strdup(pool, text.text);
	str_release(&text);
	return said;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct stray *)a)->says, ((const struct stray *)b)->says);
}

static int by_key(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

static int64_t *known_keys(const struct record *record, enum kind kind, size_t count)
{
	int64_t *keys = mem_alloc((count + 1) * sizeof(*keys));
	for (size_t i = 0; i < count; i++)
		keys[i] = ((const struct object *)record_at(record, kind, i))->key;
	qsort(keys, count, sizeof(*keys), by_key);
	return keys;
}

static enum err read_strays(
	struct store *store, enum kind kind, struct strays *strays, struct errmsg *why)
{
	size_t count = record_count(strays->record, kind);
	int64_t *known = known_keys(strays->record, kind, count);
	struct query *query;
	bool more = true;
	enum err err =
		statement_bind(store, STATEMENT_LIST + kind, &query, why, "i", strays->owner);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct pool pool = { 0 };
		struct row row;
		row_of_query(query, kind, &pool, &row);
		if (!bsearch(&row.cell[0].whole, known, count, sizeof(*known), by_key))
			*POOL_APPEND(&strays->pool, strays->row, strays->count) = (struct stray){
				.says = pool_strdup(&strays->pool, says(&pool, &row)),
				.key = row.cell[0].whole
			};
		pool_release(&pool);
	}
	if (strays->count)
		qsort(strays->row, strays->count, sizeof(*strays->row), by_text);
	free(known);
	return err;
}

static enum err strays_of(struct store *store, const struct record *record, enum kind kind,
	int64_t owner, struct strays **out, struct errmsg *why)
{
	struct strays **strays = &store->change.strays[kind];
	*out = *strays;
	if (*strays && (*strays)->record == record && (*strays)->owner == owner)
		return ERR_NONE;
	strays_free(*strays);
	*out = *strays = mem_alloc(sizeof(**strays));
	(*strays)->record = record;
	(*strays)->owner = owner;
	return read_strays(store, kind, *strays, why);
}

/* The first that says so, or the place where it would be. */
static size_t lower(const struct strays *strays, const char *text)
{
	size_t low = 0, high = strays->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(strays->row[middle].says, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Something in this transaction may have changed the row since. */
static enum err still_says(struct store *store, enum kind kind, const struct stray *stray,
	const char *text, bool *so, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	enum err err = row_get(store, kind, stray->key, 0, &pool, &row, so, why);
	*so = *so && !strcmp(says(&pool, &row), text);
	pool_release(&pool);
	return err;
}

enum err row_adopt(struct store *store, const struct record *record, int64_t owner,
	struct row *mine, struct pool *pool, struct errmsg *why)
{
	struct strays *strays;
	bool found = false;
	enum err err = strays_of(store, record, mine->kind, owner, &strays, why);
	const char *text = says(pool, mine);
	size_t first = err ? 0 : lower(strays, text);
	while (!err && !found) {
		size_t next = first < strays->count ? first + strays->row[first].taken : first;
		if (next >= strays->count || strcmp(strays->row[next].says, text))
			break;
		strays->row[first].taken++;
		err = still_says(store, mine->kind, &strays->row[next], text, &found, why);
		if (found)
			mine->cell[0] =
				(struct cell){ .type = CELL_WHOLE, .whole = strays->row[next].key };
	}
	return err;
}

void strays_free(struct strays *strays)
{
	if (!strays)
		return;
	pool_release(&strays->pool);
	free(strays);
}
