/* SPDX-License-Identifier: MIT */
/*
 * All rounds of an alliance, one after another.
 */
#include "rounds.h"

enum err rounds_each(struct store *store, int64_t alliance,
	enum err (*visit)(struct store *, struct record *, void *data, struct errmsg *why),
	void *data, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count = store_rounds(store, alliance, &pool, &keys);
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < count; i++) {
		struct record record;
		err = store_load(store, keys[i], &record, why);
		if (err == ERR_NONE)
			err = visit(store, &record, data, why);
		record_release(&record);
	}
	pool_release(&pool);
	return err;
}

int rounds_person(const struct record *record, int64_t person)
{
	for (size_t i = 0; i < record->person_count; i++)
		if (record->people[i].object.key == person)
			return (int)i;
	return -1;
}
