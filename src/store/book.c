/* SPDX-License-Identifier: MIT */
/*
 * The book of deletions: which UUID was deleted when, for files that still have the object. What an
 * import writes into it is remembered with its group of the change log, and undone with it.
 */
#include "store_private.h"

#include <string.h>

#define NOTHING INT64_C(-1)

bool store_deleted_later(const struct store_deleted *a, const struct store_deleted *b)
{
	return a->at != b->at ? a->at > b->at : memcmp(&a->into, &b->into, sizeof(a->into)) > 0;
}

/* What is in three columns from that on. */
static struct store_deleted read_entry(
	const struct query *query, const struct uuid *id, size_t column, struct pool *pool)
{
	struct store_deleted entry = { .id = *id, .at = column_whole(query, column) };
	if (!column_null(query, column + 1))
		entry.into = column_uuid(query, column + 1);
	entry.library = column_text(query, column + 2, pool);
	return entry;
}

/* Its time is -1 when the id is not in it. */
static enum err find(struct store *store, const struct uuid *id, struct pool *pool,
	struct store_deleted *entry, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*entry = (struct store_deleted){ .id = *id, .at = NOTHING };
	enum err err = statement_bind(store, DELETED_GET, &query, why, "b", id);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	*entry = read_entry(query, id, 0, pool);
	query_reset(query);
	return ERR_NONE;
}

enum err book_find(struct store *store, const struct uuid *id, int64_t *at, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted entry;
	enum err err = find(store, id, &pool, &entry, why);
	*at = entry.at;
	pool_release(&pool);
	return err;
}

static const struct uuid *part_of(const struct store_deleted *entry)
{
	return uuid_none(&entry->into) ? NULL : &entry->into;
}

static enum err add(struct store *store, int64_t alliance, const struct store_deleted *entry,
	struct errmsg *why)
{
	return statement_run(store, DELETED_ADD, why, "biibt", &entry->id, alliance, entry->at,
		part_of(entry), entry->library);
}

enum err book_add(struct store *store, const struct store_deleted *entry, struct errmsg *why)
{
	return add(store, store->change.alliance, entry, why);
}

enum err book_remove(struct store *store, const struct uuid *id, struct errmsg *why)
{
	return statement_run(store, DELETED_REMOVE, why, "b", id);
}

/* That it was a part of another is taken back for everybody: older files say so yet. */
static enum err part_again(
	struct store *store, struct store_deleted *entry, int64_t *at, struct errmsg *why)
{
	entry->at = *at;
	entry->into = entry->id;
	++*at;
	return book_add(store, entry, why);
}

enum err book_return(struct store *store, const struct uuid *id, int64_t *at, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted entry;
	enum err err = find(store, id, &pool, &entry, why);
	if (!err && entry.at >= *at)
		*at = entry.at + 1;
	if (!err && part_of(&entry))
		err = part_again(store, &entry, at, why);
	else if (!err && entry.at != NOTHING)
		err = book_remove(store, id, why);
	pool_release(&pool);
	return err;
}

enum err book_action(struct store *store, const char *library, int64_t *at, struct errmsg *why)
{
	int64_t last;
	enum err err = statement_number(
		store, DELETED_ACTION, &last, why, "it", store->change.alliance, library);
	if (!err && last > *at)
		*at = last;
	return err;
}

enum err store_note_part(
	struct store *store, const struct uuid *part, const struct uuid *into, struct errmsg *why)
{
	return statement_run(store, DELETED_INTO, why, "bb", part, into);
}

/* A group that changed nothing has no number, and is not undone. */
static enum err write(struct store *store, int64_t alliance, const struct store_deleted *before,
	const struct store_deleted *entry, struct errmsg *why)
{
	enum err err = ERR_NONE;
	if (store->change.group)
		err = statement_run(store, HEARD_ADD, why, "ibiibt", store->change.group,
			&before->id, alliance, before->at, part_of(before), before->library);
	if (err)
		return err;
	return entry->at == NOTHING ? book_remove(store, &entry->id, why)
				    : add(store, alliance, entry, why);
}

/* Which action of the library it was is known from either. */
static struct store_deleted later_of(
	const struct store_deleted *before, const struct store_deleted *heard)
{
	struct store_deleted entry = store_deleted_later(heard, before) ? *heard : *before;
	entry.library = heard->library ? heard->library : before->library;
	return entry;
}

enum err store_put_deleted(struct store *store, int64_t alliance, const struct store_deleted *heard,
	struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted before;
	enum err err = find(store, &heard->id, &pool, &before, why);
	struct store_deleted entry = later_of(&before, heard);
	if (!err &&
		(store_deleted_later(&entry, &before) || !str_same(entry.library, before.library)))
		err = write(store, alliance, &before, &entry, why);
	pool_release(&pool);
	return err;
}

enum err store_drop_deleted(
	struct store *store, int64_t alliance, const struct uuid *id, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted before, nothing = { .id = *id, .at = NOTHING };
	enum err err = find(store, id, &pool, &before, why);
	if (!err && before.at != NOTHING)
		err = write(store, alliance, &before, &nothing, why);
	pool_release(&pool);
	return err;
}

enum err store_deleted(struct store *store, int64_t alliance, struct pool *pool,
	struct store_deleted **list, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*list = NULL;
	*count = 0;
	enum err err = statement_bind(store, DELETED_LIST, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct uuid id = column_uuid(query, 0);
		*POOL_APPEND(pool, *list, *count) = read_entry(query, &id, 1, pool);
	}
	return err;
}

struct word {
	struct store_deleted entry;
	int64_t alliance;
};

static enum err turn_word(struct store *store, const struct word *word, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_deleted before;
	enum err err = find(store, &word->entry.id, &pool, &before, why);
	if (!err)
		err = write(store, word->alliance, &before, &word->entry, why);
	pool_release(&pool);
	return err;
}

enum err book_turn(struct store *store, int64_t group, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct word *words = NULL;
	struct query *query;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(store, HEARD_LIST, &query, why, "i", group);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		struct uuid id = column_uuid(query, 0);
		*POOL_APPEND(&pool, words, count) =
			(struct word){ read_entry(query, &id, 2, &pool), column_whole(query, 1) };
	}
	for (size_t i = 0; i < count && !err; i++)
		err = turn_word(store, &words[i], why);
	pool_release(&pool);
	return err;
}
