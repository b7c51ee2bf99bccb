/* SPDX-License-Identifier: MIT */
/*
 * What lists show of rounds: computed from as little of each as that needs, many at a time.
 */
#include "store_private.h"

/* Rounds read in one transaction: one that writes waits for no more than these. */
#define READ_TOGETHER 64

/* In a transaction. What is in the way of the outline is in the way of the whole round too, which
 * says it in words. */
static enum err summarise(
	struct store *store, int64_t assessment, struct summary *summary, struct errmsg *why)
{
	struct record record;
	enum err err = load_round(store, assessment, LOAD_OUTLINE, &record, why);
	if (err)
		err = load_round(store, assessment, LOAD_WHOLE, &record, why);
	if (err)
		return err;
	summary_compute(summary, &record);
	record_release(&record);
	return ERR_NONE;
}

static bool is_alone(const struct store *store)
{
	return !store->change.open && !store->together;
}

enum err store_summarise(
	struct store *store, int64_t assessment, struct summary *summary, struct errmsg *why)
{
	bool own = is_alone(store);
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = summarise(store, assessment, summary, why);
	if (own)
		engine_rollback(store->engine);
	return err;
}

static enum err summarise_round(struct store *store, struct store_round *round, struct errmsg *why)
{
	struct summary summary;
	enum err err = summarise(store, round->assessment, &summary, why);
	if (err)
		return err;
	round->health = summary.health;
	round->primary = primary_word(summary.primary);
	round->grade = grade_word(summary.grade);
	round->summary_change = round->change;
	return ERR_NONE;
}

static enum err summarise_all(
	struct store *store, struct store_round **stale, size_t count, struct errmsg *why)
{
	bool own = is_alone(store);
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < count; i++) {
		if (own && i % READ_TOGETHER == 0) {
			engine_rollback(store->engine);
			err = place_begin(store, false, why);
		}
		if (!err)
			err = summarise_round(store, stale[i], why);
	}
	if (own)
		engine_rollback(store->engine);
	return err;
}

/* Best effort, in one transaction: what cannot be kept, on a full disk, is computed again. */
static void keep_all(struct store *store, struct store_round **stale, size_t count)
{
	bool own;
	if (!count || engine_read_only(store->engine) || change_begin(store, 0, 0, &own, NULL))
		return;
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < count; i++)
		err = store_put_summary(store, stale[i]->assessment, stale[i]->change,
			stale[i]->health, stale[i]->primary, stale[i]->grade, NULL);
	change_end(store, own, err, NULL);
}

enum err store_summarise_list(struct store *store, struct store_list *list, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct store_round **stale = pool_alloc(&pool, list->count * sizeof(struct store_round *));
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		if (list->rounds[i].assessment &&
			list->rounds[i].summary_change != list->rounds[i].change)
			stale[count++] = &list->rounds[i];
	enum err err = summarise_all(store, stale, count, why);
	if (!err)
		keep_all(store, stale, count);
	pool_release(&pool);
	return err;
}
