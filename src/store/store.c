/* SPDX-License-Identifier: MIT */
/*
 * Opening and closing the database.
 */
#include "store_private.h"

#include <stdio.h>
#include <stdlib.h>

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

enum err store_open_with(const char *path, enum store_mode mode, const struct embedded *steps,
	struct store **out, struct errmsg *why)
{
	struct store *store = mem_alloc(sizeof(*store));
	process_keep_private();
	store->path = mem_strdup(path);
	statements_init(store);
	enum err err =
		engine_open(path, mode == STORE_CREATE, migrate_newest(steps), &store->engine, why);
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
	if (store->engine)
		store_unhold(store);
	conflict_forget(store);
	statements_free(store);
	engine_close(store->engine);
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

bool store_owns(const char *database, const char *path)
{
	return engine_owns(database, path);
}

const char *store_notice(const struct store *store)
{
	return store->notice;
}

const char *store_default_path(char *buffer, size_t size)
{
	static const char end[] = "rekindle/rekindle.db";
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	int n = 0;
	/* The base directory specification: a relative XDG_DATA_HOME is not one. Nor is a relative
	 * home: a database would lie in whatever folder the program was started in. */
	if (data && *data == '/')
		n = snprintf(buffer, size, "%s/%s", data, end);
	else if (home && *home == '/')
		n = snprintf(buffer, size, "%s/.local/share/%s", home, end);
	return n > 0 && (size_t)n < size ? buffer : NULL;
}
