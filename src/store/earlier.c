/* SPDX-License-Identifier: MIT */
/*
 * The rounds of an alliance that came before one of them.
 */
#include <rekindle/store.h>

/* How many of the keys come before this one. */
static size_t count_before(const int64_t *keys, size_t count, int64_t key)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i] == key)
			return i;
	return 0;
}

/* A round without actions has no plan stored. */
static enum err load_plan(struct store *store, const int64_t *keys, size_t count,
	struct store_earlier *earlier, struct errmsg *why)
{
	while (count-- && !earlier->planned) {
		enum err err = store_load(store, keys[count], &earlier->plan, why);

		if (err != ERR_NONE)
			return err;
		earlier->planned = earlier->plan.action_count > 0;
		if (!earlier->planned)
			record_release(&earlier->plan);
	}
	return ERR_NONE;
}

enum err store_load_earlier(struct store *store, const struct record *rec,
	struct store_earlier *earlier, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count = store_rounds(store, rec->alliance.object.key, &pool, &keys);
	enum err err = ERR_NONE;

	*earlier = (struct store_earlier){ 0 };
	count = count_before(keys, count, rec->assessment.object.key);
	if (count)
		err = store_load(store, keys[count - 1], &earlier->before, why);
	earlier->found = count && err == ERR_NONE;
	if (err == ERR_NONE && !rec->action_count)
		err = load_plan(store, keys, count, earlier, why);
	pool_release(&pool);
	if (err != ERR_NONE)
		store_earlier_release(earlier);
	return err;
}

void store_earlier_release(struct store_earlier *earlier)
{
	if (earlier->found)
		record_release(&earlier->before);
	if (earlier->planned)
		record_release(&earlier->plan);
	*earlier = (struct store_earlier){ 0 };
}
