/* SPDX-License-Identifier: MIT */
/*
 * The file under a running program. Before anything is written, and before a record is read, it has
 * to be the one that was seen: under the same name, and with the same past. Where it is not, what
 * this program has goes on in a file of its own, and no change is called saved any more.
 */
#include "store_private.h"

#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <rekindle/care.h>

/* The last part of a path. */
static const char *file_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* The last entry of the change log up to a number; all zero when there is none. */
static enum err read_entry(
	struct store *store, int64_t most, struct seen *entry, struct errmsg *why)
{
	struct query *query;
	bool found = false;
	*entry = (struct seen){ .known = true };
	enum err err = statement_bind(store, CHANGE_UP_TO, &query, why, "i", most);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	entry->seq = column_whole(query, 0);
	entry->at = column_whole(query, 1);
	entry->kind = column_whole(query, 2);
	entry->key = column_whole(query, 3);
	entry->item = column_whole(query, 4);
	query_reset(query);
	return ERR_NONE;
}

static bool same_entry(const struct seen *a, const struct seen *b)
{
	return a->seq == b->seq && a->at == b->at && a->kind == b->kind && a->key == b->key &&
		a->item == b->item;
}

/*
 * The log is only added to: what was seen at its end is there still, unless it was erased, and then
 * something comes after it. In an older copy there is neither, in one that has gone another way
 * another entry bears the number.
 */
static enum err check_past(struct store *store, bool *same, struct errmsg *why)
{
	struct seen there, newest;
	*same = true;
	enum err err = read_entry(store, INT64_MAX, &newest, why);
	if (err || !store->seen.known) {
		store->seen = newest;
		store->seen.known = !err;
		return err;
	}
	err = read_entry(store, store->seen.seq, &there, why);
	*same = same_entry(&there, &store->seen) ||
		(there.seq != store->seen.seq && newest.seq > store->seen.seq);
	if (!err && *same)
		store->seen = newest;
	return err;
}

static const char *const happened[] = {
	[PLACE_SAME] = "overwritten",
	[PLACE_WRITTEN] = "overwritten",
	[PLACE_OTHER] = "replaced",
	[PLACE_NONE] = "moved or deleted",
};

/* From here on this is the file that is read and written. */
static enum err go_on_in(struct store *store, const char *name, struct errmsg *why)
{
	struct engine *engine;
	struct str notice;
	str_init(&notice);
	enum err err = engine_open(name, ENGINE_EXISTING, INT_MAX, &engine, why);
	if (!err)
		err = engine_settle(engine, &notice, why);
	str_release(&notice);
	if (err) {
		engine_close(engine);
		return err;
	}
	statements_free(store);
	engine_close(store->engine);
	store->engine = engine;
	store->aside = false;
	statements_init(store);
	bank_forget(store);
	return ERR_NONE;
}

static enum err write_rescue(
	struct store *store, enum engine_place place, struct str *name, struct errmsg *why)
{
	bool copy = place == PLACE_OTHER || place == PLACE_NONE;
	enum err err = engine_rescue(store->engine, copy, name, why);
	if (!err && !copy)
		err = store->keep_shown(store->shown, name->text, why);
	return err ? err : go_on_in(store, name->text, why);
}

static void keep_words(struct store *store, enum engine_place place, const char *name)
{
	struct str words;
	str_init(&words);
	str_addf(&words, "%s was %s: not saved; kept in %s; ", file_of(store->path),
		happened[place], file_of(name));
	if (place == PLACE_OTHER || place == PLACE_NONE) {
		str_add(&words, "bring it back with: ");
		care_command(&words, store->path, name);
	} else {
		str_addf(&words,
			"it has what was open here: rekindle --db %s export ID -o FILE, then "
			"rekindle import FILE",
			name);
	}
	store->astray = str_detach(&words);
}

/* Where nothing is shown nothing is lost: what lies there now is taken as it is, but not written
 * before it has been read. */
static enum err take_as_it_is(struct store *store, bool write, struct errmsg *why)
{
	store->seen.known = false;
	if (!write)
		return engine_begin(store->engine, false, why);
	return errmsg_set(why, ERR_FAILED,
		"%s was overwritten while it was open: nothing was changed; look at what is there "
		"now, then do it again",
		store->path);
}

/* ERR_FAILED also when it is rescued: what is read next is of the rescue file. */
static enum err leave_place(struct store *store, enum engine_place place, struct errmsg *why)
{
	struct errmsg said;
	struct str name;
	str_init(&name);
	if (write_rescue(store, place, &name, &said))
		errmsg_set(why, ERR_FAILED,
			"%s was %s while it was open: nothing more is saved in it, and what is "
			"open here cannot be kept in another file: %s",
			store->path, happened[place], said.text);
	else
		keep_words(store, place, name.text);
	str_release(&name);
	return store->astray ? store_astray(store, why) : ERR_FAILED;
}

enum err store_astray(const struct store *store, struct errmsg *why)
{
	return store->astray ? errmsg_set(why, ERR_FAILED, "%s", store->astray) : ERR_NONE;
}

static bool is_elsewhere(enum engine_place place)
{
	return place == PLACE_OTHER || place == PLACE_NONE;
}

/* In the transaction that has begun: is it the same file still? A file that was cut off, or is
 * none of ours any more, fails to be read only because somebody wrote it. */
static enum err begin_checked(
	struct store *store, bool write, enum engine_place place, bool *same, struct errmsg *why)
{
	enum err err = engine_begin(store->engine, write, why);
	if (!err)
		err = check_past(store, same, why);
	if (err && err != ERR_LOCKED && place == PLACE_WRITTEN) {
		*same = false;
		err = ERR_NONE;
	}
	if (err || !*same)
		engine_rollback(store->engine);
	return err;
}

static enum err begin_followed(struct store *store, bool write, struct errmsg *why)
{
	enum engine_place place = engine_place(store->engine);
	bool same = true;
	if (is_elsewhere(place))
		return leave_place(store, place, why);
	enum err err = begin_checked(store, write, place, &same, why);
	if (err || same)
		return err;
	return store->keep_shown ? leave_place(store, place, why)
				 : take_as_it_is(store, write, why);
}

enum err place_begin(struct store *store, bool write, struct errmsg *why)
{
	if (store->astray || engine_read_only(store->engine))
		return engine_begin(store->engine, write, why);
	enum err err = begin_followed(store, write, why);
	/* Whoever writes goes on in the rescue file, and is told when it is done. */
	return err && store->astray && write ? engine_begin(store->engine, true, why) : err;
}

/* A commit that failed at its very last step has been kept. Whoever tries it again then would undo
 * or add twice; it counts as done once the disk has taken that step. */
static bool was_kept(struct store *store, const struct seen *newest)
{
	struct seen there;
	return newest->seq > store->seen.seq && !engine_in_transaction(store->engine) &&
		!read_entry(store, INT64_MAX, &there, NULL) && same_entry(&there, newest) &&
		engine_sync(store->engine);
}

enum err place_commit(struct store *store, struct errmsg *why)
{
	struct seen newest = { 0 };
	enum err err = store->astray ? ERR_NONE : read_entry(store, INT64_MAX, &newest, why);
	if (!err)
		err = engine_commit(store->engine, why);
	if (err && was_kept(store, &newest))
		err = ERR_NONE;
	if (err || store->astray)
		return err ? err : store_astray(store, why);
	store->seen = newest;
	enum engine_place place = engine_place(store->engine);
	return is_elsewhere(place) ? leave_place(store, place, why) : ERR_NONE;
}
