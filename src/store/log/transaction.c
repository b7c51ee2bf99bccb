/* SPDX-License-Identifier: MIT */
/*
 * One transaction = one group of the change log = one step of undo.
 */
#include "../store_private.h"

#include <assert.h>
#include <stdlib.h>

#include <rekindle/care.h>

static void change_forget(struct transaction *change)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		strays_free(change->strays[kind]);
	leavers_free(change->leavers);
	free(change->what);
	*change = (struct transaction){ 0 };
}

static enum err begin_write(struct store *store, struct errmsg *why)
{
	if (engine_read_only(store->engine))
		return errmsg_set(why, ERR_FAILED, "%s is read-only: nothing can be changed in it",
			store->path);
	return place_begin(store, true, why);
}

enum err store_begin_all(struct store *store, struct errmsg *why)
{
	assert(!store_is_writing(store));
	enum err err = begin_write(store, why);
	store->together = !err;
	return err;
}

enum err store_begin(struct store *store, int64_t scope, const char *what, struct errmsg *why)
{
	assert(!store->change.open);
	enum err err = store->together ? ERR_NONE : begin_write(store, why);
	if (!err)
		store->change = (struct transaction){ .open = true,
			.scope = scope,
			.at = clock_ms(),
			.what = what ? mem_strdup(what) : NULL };
	return err;
}

void store_rollback(struct store *store)
{
	engine_rollback(store->engine);
	bank_forget(store);
	if (store->session_fresh)
		store->session = 0;
	if (store->together)
		store->told = 0; /* groups that were kept within are gone: to be looked at anew */
	store->session_fresh = false;
	change_forget(&store->change);
	store->together = false;
	store->looked = 0;
}

/* What was done is in the transaction whole, with its place in the chain of its scope. */
static enum err close_group(struct store *store, struct errmsg *why)
{
	struct transaction *change = &store->change;
	assert(change->open);
	if (change->broken || !engine_in_transaction(store->engine))
		return errmsg_set(why, ERR_FAILED, "%s",
			change->broken ? change->why.text
				       : "the change was taken back by the database");
	enum err err = buried_claim(store, why);
	if (err || !change->group || !change->alliance)
		return err;
	return statement_run(
		store, HEAD_PUT, why, "iii", change->scope, change->alliance, change->group);
}

/* After a change that is kept. That the file cannot be cleaned now is no fault of the change: it
 * is tried again with the next one. Cleaned it is before it is copied. */
static void follow_up(struct store *store, bool logged)
{
	if (store->together)
		return;
	if (store->unclean && clean_up(store, NULL))
		return;
	if (logged)
		care_daily(store);
}

enum err store_commit(struct store *store, struct errmsg *why)
{
	enum err err = close_group(store, why);
	if (!err && !store->together)
		err = place_commit(store, why);
	if (err) {
		store_rollback(store);
		return err;
	}
	bool logged = store->change.group != 0;
	store->session_fresh &= store->together;
	if (store->change.group)
		store->told = store->change.next;
	change_forget(&store->change);
	follow_up(store, logged);
	return ERR_NONE;
}

enum err store_commit_all(struct store *store, struct errmsg *why)
{
	assert(!store->change.open && store->together);
	enum err err = place_commit(store, why);
	store->together = false;
	if (err)
		store_rollback(store);
	else
		follow_up(store, true);
	store->session_fresh = false;
	return err;
}

enum err change_begin(
	struct store *store, int64_t scope, int64_t alliance, bool *own, struct errmsg *why)
{
	*own = !store->change.open;
	enum err err = *own ? store_begin(store, scope, NULL, why) : ERR_NONE;
	if (!err && !store->change.alliance)
		store->change.alliance = alliance;
	return err;
}

enum err change_end(struct store *store, bool own, enum err result, struct errmsg *why)
{
	if (own && !result)
		return store_commit(store, why);
	if (own) {
		store_rollback(store);
	} else if (result) {
		store->change.broken = true;
		errmsg_set(&store->change.why, result, "%s", why ? why->text : "a change failed");
	}
	return result;
}

void store_keep_stamps(struct store *store)
{
	assert(store->change.open && !store->change.group);
	store->change.kept = true;
}

void store_unite_people(struct store *store)
{
	assert(store->change.open);
	store->change.unites = true;
}

/* The number of this program in the log, from its first change on. */
static enum err know_session(struct store *store, struct errmsg *why)
{
	if (store->session)
		return ERR_NONE;
	enum err err = statement_run(store, SESSION_ADD, why, "i", store->change.at);
	if (!err)
		store->session = engine_last_key(store->engine);
	store->session_fresh = !err;
	return err;
}

/* The first entry of a group says when, whose, and which group came before it. */
static enum err log_first(struct store *store, enum kind kind, int64_t key, int64_t item,
	const char *old, const char *new, struct errmsg *why)
{
	struct transaction *change = &store->change;
	int64_t last, before = 0;
	enum err err = bin_expire(store, why);
	if (!err)
		err = statement_number(store, CHANGE_LAST, &last, why, "");
	if (!err && change->scope)
		err = statement_number(
			store, HEAD_GET, &before, why, "ii", change->scope, change->alliance);
	if (!err)
		err = know_session(store, why);
	if (err)
		return err;
	store->news |= last > store->told;
	change->group = change->next = last + 1;
	return statement_run(store, CHANGE_ADD, why,
		"iioo"
		"iiottoto",
		change->group, change->at, change->scope,
		before ? change->group - before : INT64_C(0), (int64_t)kind_info[kind].code, key,
		item, old, new, change->target, change->what, store->session);
}

enum err change_log(struct store *store, enum kind kind, int64_t key, int64_t item, const char *old,
	const char *new, struct errmsg *why)
{
	const int64_t none = 0;
	if (!store->change.group) {
		enum err err = log_first(store, kind, key, item, old, new, why);
		return err || !store->change.kept
			? err
			: statement_run(store, STAMPED_ADD, why, "i", store->change.group);
	}
	return statement_run(store, CHANGE_ADD, why,
		"iooo"
		"iiottoto",
		++store->change.next, none, none, none, (int64_t)kind_info[kind].code, key, item,
		old, new, none, (const char *)NULL, none);
}

int64_t store_object_change(struct store *store, enum kind kind, int64_t key)
{
	int64_t last;
	statement_number(
		store, CHANGE_OF_OBJECT, &last, NULL, "ii", (int64_t)kind_info[kind].code, key);
	return last;
}

int64_t store_kinds_change(struct store *store, int64_t alliance, uint64_t kinds)
{
	int64_t last, codes = 0;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kinds >> kind & 1)
			codes |= INT64_C(1) << kind_info[kind].code;
	statement_number(store, CHANGE_OF_KINDS, &last, NULL, "ii", alliance, codes);
	return last;
}

bool store_news(struct store *store)
{
	int64_t others = engine_others(store->engine);
	bool news = store->news;
	if (others != store->others) {
		int64_t last = store_change(store);
		news |= last > store->told;
		store->told = last;
	}
	store->others = others;
	store->news = false;
	return news;
}

int64_t store_change(struct store *store)
{
	int64_t last;
	statement_number(store, CHANGE_LAST, &last, NULL, "");
	return last;
}
