/* SPDX-License-Identifier: MIT */
/*
 * Records of people that were made one with another's: what was said in them cannot be told from
 * what the other said, so that both are forgotten together.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/words.h>

enum err merged_undeleted(
	struct store *store, const struct store_binned *binned, struct errmsg *why)
{
	return binned->kind == KIND_PERSON
		? statement_run(store, BIN_MERGED_BACK, why, "ii",
			  (int64_t)kind_info[KIND_PERSON].code, binned->key)
		: ERR_NONE;
}

/* Somebody as they are in the bin, or were there; *merged: the person whose record holds what they
 * said, 0 nobody's: undoing the merge took it back. */
static enum err read_binned(struct store *store, int64_t key, bool living, struct pool *pool,
	struct row *row, int64_t *merged, bool *found, struct errmsg *why)
{
	struct query *query;
	*found = false;
	*merged = 0;
	enum err err = statement_bind(
		store, BIN_PERSON, &query, why, "ii", (int64_t)kind_info[KIND_PERSON].code, key);
	if (!err)
		err = query_step(query, found, why);
	if (err || !*found)
		return err;
	const char *old = column_text(query, 0, pool);
	int64_t into = column_whole(query, 1);
	query_reset(query);
	*found = old != NULL;
	*merged = into < 0 ? -into : living ? 0 : into;
	if (old)
		row_decode(old, KIND_PERSON, key, 0, 0, pool, row);
	return ERR_NONE;
}

static enum err read_person(struct store *store, int64_t key, struct pool *pool, struct row *row,
	int64_t *merged, bool *found, struct errmsg *why)
{
	struct row old;
	bool living, binned;
	enum err err = row_get(store, KIND_PERSON, key, 0, pool, row, &living, why);
	if (!err)
		err = read_binned(store, key, living, pool, &old, merged, &binned, why);
	if (!err && !living && binned)
		*row = old;
	*found = !err && (living || binned);
	return err;
}

static struct uuid id_of(const struct row *row)
{
	struct uuid id;
	memcpy(&id, row->cell[row_id_cell(row->kind)].text, sizeof(id));
	return id;
}

enum err store_note_merged(struct store *store, int64_t person, int64_t into, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row part, whole;
	int64_t merged;
	bool gone = false, there = false;
	enum err err = statement_run(store, BIN_MERGED_PUT, why, "iii",
		(int64_t)kind_info[KIND_PERSON].code, person, into);
	if (!err)
		err = read_binned(store, person, false, &pool, &part, &merged, &gone, why);
	if (!err)
		err = row_get(store, KIND_PERSON, into, 0, &pool, &whole, &there, why);
	if (!err && gone && there) {
		struct uuid from = id_of(&part), to = id_of(&whole);
		err = store_note_part(store, &from, &to, why);
	}
	pool_release(&pool);
	return err;
}

static const char *name_of(struct pool *pool, const struct row *row)
{
	const struct cell *name = &row->cell[row_column_cell(KIND_PERSON, "name")];
	char text[UUID_TEXT];
	struct uuid id;
	if (name->type == CELL_TEXT && *name->text)
		return name->text;
	memcpy(&id, row->cell[row_id_cell(KIND_PERSON)].text, sizeof(id));
	return words(pool, W_NAMELESS, hole_text("what", kind_info[KIND_PERSON].name),
		hole_text("id", uuid_text(&id, text)));
}

#define MERGES_MOST 1000 /* one after another: no more are followed, should they go in a circle */

/* That record may be part of another's by now: the last that there is counts. */
static enum err find_last(struct store *store, int64_t key, struct pool *pool, struct row *last,
	bool *found, struct errmsg *why)
{
	struct row row;
	bool there;
	int64_t merged;
	*found = false;
	enum err err = read_person(store, key, pool, &row, &merged, &there, why);
	for (int i = 0; !err && merged && merged != key && i < MERGES_MOST; i++) {
		err = read_person(store, merged, pool, &row, &merged, &there, why);
		if (err || !there)
			continue;
		*last = row;
		*found = true;
	}
	return err;
}

enum err merged_check(struct store *store, const struct store_found *found, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row last;
	bool merged = false;
	enum err err = found->kind == KIND_PERSON
		? find_last(store, found->key, &pool, &last, &merged, why)
		: ERR_NONE;
	if (!err && merged)
		err = errmsg_set(why, ERR_USAGE, "%s",
			words(&pool, W_FORGET_MERGED, hole_text("what", found->name),
				hole_text("into", name_of(&pool, &last))));
	pool_release(&pool);
	return err;
}

static enum err add_one(
	struct store *store, struct theirs *theirs, int64_t into, bool *more, struct errmsg *why)
{
	struct query *query;
	struct row row;
	enum err err = statement_bind(
		store, BIN_MERGED, &query, why, "ii", (int64_t)kind_info[KIND_PERSON].code, into);
	*more = false;
	bool found = true;
	while (!err && !(err = query_step(query, &found, why)) && found) {
		int64_t key = column_whole(query, 0);
		const char *old = column_text(query, 1, NULL);
		if (!old || theirs_has(theirs, KIND_PERSON, key))
			continue;
		row_decode(old, KIND_PERSON, key, 0, 0, &theirs->pool, &row);
		memcpy(POOL_APPEND(&theirs->pool, theirs->ids, theirs->id_count),
			row.cell[row_id_cell(KIND_PERSON)].text, sizeof(struct uuid));
		theirs_add(theirs, KIND_PERSON, key);
		*more = true;
	}
	return err;
}

enum err merged_add(struct store *store, struct theirs *theirs, struct errmsg *why)
{
	bool more = true, any;
	enum err err = ERR_NONE;
	while (more && !err) {
		more = false;
		for (size_t key = 1; key < theirs->keys[KIND_PERSON].size && !err; key++)
			if (theirs_has(theirs, KIND_PERSON, (int64_t)key) &&
				!(err = add_one(store, theirs, (int64_t)key, &any, why)))
				more |= any;
	}
	return err;
}
