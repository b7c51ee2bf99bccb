/* SPDX-License-Identifier: MIT */
/*
 * The rounds of an alliance that came before one of them, and the one that its plan goes on with.
 */
#include "store_private.h"

#include <stdlib.h>
#include <string.h>

/* How many of the keys come before this one. */
static size_t count_before(const int64_t *keys, size_t count, int64_t key)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i] == key)
			return i;
	return 0;
}

static const struct record **place(struct store_earlier *earlier, const struct record *rec)
{
	const struct record **at = POOL_APPEND(&earlier->pool, earlier->all, earlier->count);

	*at = rec;
	return at;
}

static enum err load_before(
	struct store *store, int64_t key, struct store_earlier *earlier, struct errmsg *why)
{
	enum err err = store_load(store, key, &earlier->before, why);

	earlier->found = err == ERR_NONE;
	if (earlier->found)
		place(earlier, &earlier->before);
	return err;
}

static enum err load_other(
	struct store *store, int64_t key, struct store_earlier *earlier, struct errmsg *why)
{
	struct record *other = &earlier->others[earlier->other_count];
	enum err err = store_load(store, key, other, why);

	if (err != ERR_NONE)
		return err;
	earlier->other_count++;
	place(earlier, other);
	return ERR_NONE;
}

static enum err load_all(struct store *store, const struct record *rec, const int64_t *keys,
	size_t count, struct store_earlier *earlier, struct errmsg *why)
{
	size_t own = count_before(keys, count, rec->assessment.object.key);
	enum err err = ERR_NONE;

	earlier->others = pool_alloc(&earlier->pool, (count + 1) * sizeof(*earlier->others));
	for (size_t i = 0; i < count && err == ERR_NONE; i++)
		if (i == own)
			place(earlier, rec);
		else if (i + 1 == own)
			err = load_before(store, keys[i], earlier, why);
		else
			err = load_other(store, keys[i], earlier, why);
	return err;
}

enum err store_load_earlier(struct store *store, const struct record *rec,
	struct store_earlier *earlier, struct errmsg *why)
{
	int64_t *keys;
	size_t count;

	*earlier = (struct store_earlier){ 0 };
	count = store_rounds(store, rec->alliance.object.key, &earlier->pool, &keys);
	return load_all(store, rec, keys, count, earlier, why);
}

void store_earlier_release(struct store_earlier *earlier)
{
	if (earlier->found)
		record_release(&earlier->before);
	for (size_t i = 0; i < earlier->other_count; i++)
		record_release(&earlier->others[i]);
	pool_release(&earlier->pool);
	*earlier = (struct store_earlier){ 0 };
}

/* Backwards into list[0..count), up to a full one; *first: where they begin. */
static enum err load_back(struct store *store, const int64_t *keys, size_t count,
	struct record *list, size_t *first, struct errmsg *why)
{
	bool full = false;
	enum err err = ERR_NONE;

	for (*first = count; !err && !full && *first;
		full = list[*first].assessment.kind != ROUND_PULSE) {
		err = store_load(store, keys[*first - 1], &list[*first - 1], why);
		if (err)
			break;
		--*first;
	}
	return err;
}

enum err store_load_since(struct store *store, const struct record *rec, struct store_since *since,
	struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t first, count = store_rounds(store, rec->alliance.object.key, &pool, &keys);
	enum err err;

	*since = (struct store_since){ 0 };
	count = count_before(keys, count, rec->assessment.object.key);
	since->round = count ? mem_alloc(count * sizeof(*since->round)) : NULL;
	err = load_back(store, keys, count, since->round, &first, why);
	since->count = count - first;
	if (since->count)
		memmove(since->round, since->round + first, since->count * sizeof(*since->round));
	pool_release(&pool);
	return err;
}

void store_since_release(struct store_since *since)
{
	for (size_t i = 0; i < since->count; i++)
		record_release(&since->round[i]);
	free(since->round);
	*since = (struct store_since){ 0 };
}

enum err store_later(struct store *store, const struct record *rec, struct pool *pool,
	const struct assessment **later, struct errmsg *why)
{
	int64_t own = rec->assessment.object.key, newest = store_newest(store, own), *keys = NULL;
	size_t count =
		newest == own ? 0 : store_rounds(store, rec->alliance.object.key, pool, &keys);

	*later = NULL;
	if (count_before(keys, count, newest) <= count_before(keys, count, own))
		return ERR_NONE;
	return load_assessment(store, newest, pool, later, why);
}
