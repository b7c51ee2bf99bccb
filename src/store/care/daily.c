/* SPDX-License-Identifier: MIT */
/*
 * The safety copy of a day, once its first change is kept.
 */
#include "care_private.h"

#include <string.h>
#include <unistd.h>

#include <rekindle/date.h>
#include <rekindle/file.h>

static void let_go(const char *database, int today)
{
	struct pool pool = { 0 };
	struct shelf_copy *copies;
	size_t count = shelf_list(database, &pool, &copies);
	int *days = pool_alloc(&pool, count * sizeof(*days));
	bool *stays = pool_alloc(&pool, count * sizeof(*stays));
	for (size_t i = 0; i < count; i++)
		days[i] = copies[i].day;
	care_choose(days, count, today, stays);
	for (size_t i = 0; i < count; i++)
		if (!stays[i])
			unlink(copies[i].path);
	pool_release(&pool);
}

/* One made meanwhile by another program is as good. */
static enum err make(struct store *store, const char *path, int today, struct errmsg *why)
{
	enum err err = file_make_folders(path, why);
	if (err)
		return err;
	shelf_sweep(store->path);
	err = copy_verified(store->engine, path, false, false, why);
	if (err)
		return file_exists(path) ? ERR_NONE : err;
	let_go(store->path, today);
	return ERR_NONE;
}

static void tell(struct store *store, const struct errmsg *why)
{
	struct errmsg said;
	errmsg_set(&said, ERR_NONE, "no safety copy was made today: %s; what was changed is kept",
		why->text);
	if (store->listener)
		store->listener(store->context, said.text);
}

void care_daily(struct store *store)
{
	int today = clock_today();
	struct errmsg why;
	struct str path;
	if (store->copied == today || store->uncopied || store->astray ||
		engine_read_only(store->engine) || !strcmp(store->path, ":memory:"))
		return;
	store->copied = today;
	str_init(&path);
	shelf_copy(&path, store->path, today);
	if (!file_exists(path.text) && make(store, path.text, today, &why))
		tell(store, &why);
	str_release(&path);
}
