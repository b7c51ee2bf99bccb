/* SPDX-License-Identifier: MIT */
/*
 * A round sealed, and the seal taken back. What a seal holds: rows/seal.c.
 */
#include "store_private.h"

#include <rekindle/words.h>

/* Whoever is in an interview could not save the next answer. */
static enum err nobody_interviews(
	struct store *store, const struct record *record, struct errmsg *why)
{
	struct errmsg held;
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < record->respondent_count; i++)
		err = store_hold(store, record->respondents[i].object.key, &held);
	store_unhold(store);
	return err ? errmsg_set(why, err, "not sealed: %s", held.text) : ERR_NONE;
}

/* What was answered since was answered knowing what the sealed round says. */
static enum err nothing_later(struct store *store, const struct record *record, struct errmsg *why)
{
	struct pool pool = { 0 };
	const struct assessment *later = NULL;
	int64_t key;
	enum err err = statement_number(store, SEAL_LATER, &key, why, "ii",
		record->assessment.object.key, (int64_t)ROUND_PULSE);
	if (!err && key)
		err = load_assessment(store, key, &pool, &later, why);
	if (later)
		err = errmsg_set(why, ERR_LOCKED, "%s",
			words(&pool, W_SEAL_STAYS, hole_text("round", words_round(later->kind)),
				hole_text("day", words_day(&pool, later->date, DAY_ISO))));
	pool_release(&pool);
	return err;
}

enum err seal_round(struct store *store, int64_t assessment, int day, struct errmsg *why)
{
	struct record record;
	enum err err = store_load(store, assessment, &record, why);
	if (err)
		return err;
	if (record.assessment.sealed == DATE_NONE)
		err = nobody_interviews(store, &record, why);
	else if (day == DATE_NONE)
		err = nothing_later(store, &record, why);
	record.assessment.sealed = day;
	if (!err)
		err = store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, why);
	record_release(&record);
	return err;
}

enum err store_keep_kpis(struct store *store, int64_t assessment, struct errmsg *why)
{
	return kept_take(store, assessment, why);
}

/* Of no scope: undo must not open a sealed round by the way. */
enum err store_seal(struct store *store, int64_t assessment, int day, struct errmsg *why)
{
	enum err err = store_begin(store, 0, NULL, why);
	return err ? err : change_end(store, true, seal_round(store, assessment, day, why), why);
}
