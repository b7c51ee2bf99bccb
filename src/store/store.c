/* SPDX-License-Identifier: MIT */
/*
 * Opening and closing the database.
 */
#include "care/care_private.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/date.h>
#include <rekindle/process.h>

static void keep_notice(struct store *store, const struct str *first, const struct str *second)
{
	struct str both;
	if (!first->len && !second->len)
		return;
	str_init(&both);
	str_add(&both, first->text);
	str_add(&both, first->len && second->len ? "; " : "");
	str_add(&both, second->text);
	store->notice = str_detach(&both);
}

static enum err set_up(struct store *store, const struct embedded *steps, struct errmsg *why)
{
	struct str migrated, place;
	str_init(&migrated);
	str_init(&place);
	enum err err = store_migrate(store, steps, &migrated, why);
	if (!err)
		err = engine_settle(store->engine, &place, why);
	if (!err) {
		store->others = engine_others(store->engine);
		store->told = store->opened = store_change(store);
	}
	keep_notice(store, &migrated, &place);
	str_release(&migrated);
	str_release(&place);
	return err;
}

struct store *store_new(const char *path)
{
	struct store *store = mem_alloc(sizeof(*store));
	store->path = mem_strdup(path);
	store->presence = -1;
	store->copied = DATE_NONE;
	statements_init(store);
	return store;
}

/* Others are told that it is open before it is, so that none takes it away in between; of one that
 * is made they can be only afterwards. */
static enum err open_engine(
	struct store *store, enum store_mode mode, const struct embedded *steps, struct errmsg *why)
{
	static const enum engine_mode modes[] = { [STORE_CREATE] = ENGINE_CREATE,
		[STORE_EXISTING] = ENGINE_EXISTING,
		[STORE_GLANCE] = ENGINE_GLANCE };
	bool memory = !strcmp(store->path, ":memory:");
	bool glance = mode == STORE_GLANCE;
	enum err err =
		memory || glance ? ERR_NONE : care_miss(store->path, mode == STORE_CREATE, why);
	if (!err && !memory)
		err = presence_enter(store->path, &store->presence, why);
	if (!err)
		err = engine_open(
			store->path, modes[mode], migrate_newest(steps), &store->engine, why);
	if (err == ERR_FAILED && !glance)
		care_way_back_if_damaged(store->path, why);
	if (!err)
		engine_on_damage(store->engine, care_way_back);
	if (!err && !memory && store->presence < 0)
		err = presence_enter(store->path, &store->presence, why);
	return err;
}

enum err store_open_with(const char *path, enum store_mode mode, const struct embedded *steps,
	struct store **out, struct errmsg *why)
{
	struct store *store = store_new(path);
	process_keep_private();
	enum err err = open_engine(store, mode, steps, why);
	if (!err)
		err = set_up(store, steps, why);
	if (err) {
		store_close(store);
		store = NULL;
	}
	*out = store;
	return err;
}

enum err store_open(const char *path, enum store_mode mode, struct store **out, struct errmsg *why)
{
	return store_open_with(path, mode, embedded_files, out, why);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (store->change.open)
		store_rollback(store);
	if (store->engine) {
		store_unhold(store);
		clean_last(store);
	}
	conflict_forget(store);
	statements_free(store);
	engine_close(store->engine);
	presence_leave(store->presence);
	bank_forget(store);
	free(store->path);
	free(store->notice);
	free(store->astray);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

bool store_read_only(const struct store *store)
{
	return engine_read_only(store->engine);
}

enum err store_check(struct store *store, int64_t most, struct errmsg *why)
{
	if (store->checked)
		return ERR_NONE;
	enum err err = engine_check(store->engine, most, why);
	store->checked = !err && !most;
	return err;
}

bool store_is_busy(const struct store *store)
{
	return engine_is_busy(store->engine);
}

bool store_met_damage(void)
{
	return engine_met_damage();
}

void store_listen(struct store *store, store_listener *listener, void *context)
{
	store->listener = listener;
	store->context = context;
}

void store_keep_no_copies(struct store *store)
{
	store->uncopied = true;
}

bool store_owns(const char *database, const char *path)
{
	return engine_owns(database, path);
}

const char *store_notice(const struct store *store)
{
	return store->notice;
}
