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

static enum err load_other(
	struct store *store, int64_t key, struct store_earlier *earlier, struct errmsg *why)
{
	struct record *other = &earlier->others[earlier->other_count];
	enum err err = store_load(store, key, other, why);

	if (err == ERR_NONE)
		earlier->all[earlier->count++] = &earlier->others[earlier->other_count++];
	return err;
}

static enum err load_all(struct store *store, const struct record *rec, const int64_t *keys,
	size_t count, struct store_earlier *earlier, struct errmsg *why)
{
	enum err err = ERR_NONE;

	earlier->own = count_before(keys, count, rec->assessment.object.key);
	earlier->others = pool_alloc(&earlier->pool, (count + 1) * sizeof(*earlier->others));
	earlier->all = pool_alloc(&earlier->pool, (count + 1) * sizeof(*earlier->all));
	if (!count)
		earlier->all[earlier->count++] = rec;
	for (size_t i = 0; i < count && err == ERR_NONE; i++)
		if (i == earlier->own)
			earlier->all[earlier->count++] = rec;
		else
			err = load_other(store, keys[i], earlier, why);
	return err;
}

void store_earlier_release(struct store_earlier *earlier)
{
	for (size_t i = 0; i < earlier->other_count; i++)
		record_release(&earlier->others[i]);
	pool_release(&earlier->pool);
	*earlier = (struct store_earlier){ 0 };
}

enum err store_load_earlier(struct store *store, const struct record *rec,
	struct store_earlier *earlier, struct errmsg *why)
{
	int64_t *keys;
	size_t count;
	enum err err;

	*earlier = (struct store_earlier){ 0 };
	count = store_rounds(store, rec->alliance.object.key, &earlier->pool, &keys);
	err = load_all(store, rec, keys, count, earlier, why);
	if (err)
		store_earlier_release(earlier);
	return err;
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
