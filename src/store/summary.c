/* SPDX-License-Identifier: MIT */
/*
 * What lists show of rounds: computed from as little of each as that needs.
 */
#include "store_private.h"

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

enum err store_summarise(
	struct store *store, int64_t assessment, struct summary *summary, struct errmsg *why)
{
	bool own = !store_is_writing(store);
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = summarise(store, assessment, summary, why);
	if (own)
		engine_rollback(store->engine);
	return err;
}
