/* SPDX-License-Identifier: MIT */
/*
 * Interviews that were deleted in this transaction, by the person: one that went in one step with
 * the person comes back with the person. Found without looking at whatever else lies in the bin, of
 * which an import may fill in thousands.
 */
#include "../store_private.h"

#include <stdlib.h>

#define NONE SIZE_MAX
#define FEW 64

struct left {
	int64_t person, first; /* key; entry in the change log */
	size_t next;           /* of those of one slot, NONE: the last */
};

struct leavers {
	struct pool pool;
	struct left *list;
	size_t count;
	size_t *slots; /* the newest of each, NONE */
	size_t slot_count;
};

static size_t slot_of(const struct leavers *leavers, int64_t person)
{
	return (uint64_t)person % leavers->slot_count;
}

static void enter(struct leavers *leavers, size_t at)
{
	size_t *slot = &leavers->slots[slot_of(leavers, leavers->list[at].person)];
	leavers->list[at].next = *slot;
	*slot = at;
}

/* As many slots as there are entries at least. */
static void widen(struct leavers *leavers)
{
	leavers->slot_count = leavers->slot_count ? 2 * leavers->slot_count : FEW;
	free(leavers->slots);
	leavers->slots = mem_alloc(leavers->slot_count * sizeof(*leavers->slots));
	for (size_t i = 0; i < leavers->slot_count; i++)
		leavers->slots[i] = NONE;
	for (size_t i = 0; i < leavers->count; i++)
		enter(leavers, i);
}

void along_note(struct store *store, int64_t person, int64_t first)
{
	struct leavers *leavers = store->change.leavers;
	if (!leavers)
		store->change.leavers = leavers = mem_alloc(sizeof(*leavers));
	*POOL_APPEND(&leavers->pool, leavers->list, leavers->count) =
		(struct left){ person, first, NONE };
	if (leavers->count > leavers->slot_count)
		widen(leavers);
	else
		enter(leavers, leavers->count - 1);
}

enum err along_take(struct store *store, int64_t person, int64_t first, struct errmsg *why)
{
	const struct leavers *leavers = store->change.leavers;
	enum err err = ERR_NONE;
	if (!leavers)
		return err;
	for (size_t at = leavers->slots[slot_of(leavers, person)]; at != NONE && !err;
		at = leavers->list[at].next)
		if (leavers->list[at].person == person)
			err = statement_run(
				store, BIN_ALONG, why, "ii", leavers->list[at].first, first);
	return err;
}

void leavers_free(struct leavers *leavers)
{
	if (!leavers)
		return;
	pool_release(&leavers->pool);
	free(leavers->slots);
	free(leavers);
}
