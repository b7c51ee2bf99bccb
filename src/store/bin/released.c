/* SPDX-License-Identifier: MIT */
/*
 * Joint editions that were handed out, when somebody they rested on is forgotten or erased out of
 * the bin, and when the round they were of is.
 */
#include "../store_private.h"

#include <string.h>

/* Somebody: of them stays that there was somebody of that party */

static bool is_theirs(const struct theirs *theirs, const struct cell *id)
{
	for (size_t i = 0; i < theirs->id_count; i++)
		if (id->type == CELL_UUID &&
			!memcmp(id->text, &theirs->ids[i], sizeof(struct uuid)))
			return true;
	return false;
}

/* As RELEASE_BLANK does it in the table. */
static const char *blanked(
	const char *text, int64_t key, const struct theirs *theirs, struct pool *pool)
{
	static const char *const erased[] = { "respondent", "digest" };
	struct row row;
	struct str out;
	if (!text)
		return NULL;
	row_decode(text, KIND_RELEASE_RATING, key, 0, 0, pool, &row);
	if (!is_theirs(theirs, &row.cell[row_column_cell(row.kind, "respondent")]))
		return pool_strdup(pool, text);
	for (size_t i = 0; i < sizeof(erased) / sizeof(*erased); i++)
		row.cell[row_column_cell(row.kind, erased[i])] = (struct cell){ 0 };
	row.cell[row_changed_cell(row.kind)].whole++;
	str_init(&out);
	row_encode(&out, &row, 0);
	text = pool_strdup(pool, out.text);
	str_release(&out);
	return text;
}

struct rewritten {
	int64_t number;
	const char *old, *new;
};

static void consider(const struct theirs *theirs, struct query *query, struct pool *pool,
	struct rewritten **list, size_t *count)
{
	const char *old = column_text(query, 3, NULL), *new = column_text(query, 4, NULL);
	int64_t key = column_whole(query, 2);
	if (kind_of_code(column_whole(query, 1)) != KIND_RELEASE_RATING)
		return;
	struct rewritten entry = { column_whole(query, 0), blanked(old, key, theirs, pool),
		blanked(new, key, theirs, pool) };
	if (!str_same(entry.old, old) || !str_same(entry.new, new))
		*POOL_APPEND(pool, *list, *count) = entry;
}

/* What lies in the bin comes back without them. */
static enum err blank_log(struct store *store, const struct theirs *theirs, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *query;
	struct rewritten *list = NULL;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(store, CHANGE_ALL, &query, why, "");
	while (!err && !(err = query_step(query, &more, why)) && more)
		consider(theirs, query, &pool, &list, &count);
	for (size_t i = 0; i < count && !err; i++)
		err = statement_run(store, CHANGE_REWRITE, why, "itt", list[i].number, list[i].old,
			list[i].new);
	pool_release(&pool);
	return err;
}

enum err released_forget(struct store *store, const struct theirs *theirs, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < theirs->id_count && !err; i++)
		err = statement_run(store, RELEASE_BLANK, why, "b", &theirs->ids[i]);
	return err ? err : blank_log(store, theirs, why);
}

/* What is erased out of the bin */

static enum err collect(struct store *store, const struct uuid *round, struct pool *pool,
	int64_t **keys, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	enum err err = statement_bind(store, RELEASES_OF_GONE, &query, why, "b", round);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, *keys, *count) = column_whole(query, 0);
	return err;
}

enum err released_expire(struct store *store, struct theirs *theirs, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys = NULL;
	size_t count = 0;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < theirs->id_count && !err; i++)
		err = collect(store, &theirs->ids[i], &pool, &keys, &count, why);
	for (size_t i = 0; i < count && !err; i++) {
		theirs_add(theirs, KIND_RELEASE, keys[i]);
		err = statement_run(store, RELEASE_RATINGS_ERASE, why, "i", keys[i]);
		if (!err)
			err = statement_run(
				store, STATEMENT_DELETE + KIND_RELEASE, why, "i", keys[i]);
	}
	pool_release(&pool);
	return err;
}
