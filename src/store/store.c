/* SPDX-License-Identifier: MIT */
/*
 * Opening and closing the database.
 */
#include "store_private.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BUSY_MS 3000
#define BUSY_STEP_MS 20

void store_set_notice(struct store *store, const char *fmt, ...)
{
	struct str text;
	va_list arguments;
	str_init(&text);
	if (store->notice)
		str_addf(&text, "%s; ", store->notice);
	va_start(arguments, fmt);
	str_addv(&text, fmt, arguments);
	va_end(arguments);
	free(store->notice);
	store->notice = str_detach(&text);
}

static bool in_memory(const char *path)
{
	return !strcmp(path, ":memory:");
}

/* Nothing waits to be read in a -wal: the file can be read alone, with nothing made beside it. */
static bool complete(const char *path)
{
	struct str name;
	struct stat at;
	str_init(&name);
	str_addf(&name, "%s-wal", path);
	bool alone = stat(name.text, &at) < 0 || at.st_size == 0;
	str_release(&name);
	return alone;
}

/* What SQLite opens. Everything as a URI, so that no path can be mistaken for one. */
static void file_uri(struct str *uri, const char *path, bool read_only)
{
	str_add(uri, *path == '/' ? "file://" : "file:");
	for (const unsigned char *p = (const unsigned char *)path; *p; p++)
		if (isalnum(*p) || strchr("/._-", *p))
			str_addc(uri, (char)*p);
		else
			str_addf(uri, "%%%02X", *p);
	str_addf(uri, "?mode=%s", read_only ? "ro" : "rw");
	if (read_only && complete(path))
		str_add(uri, "&immutable=1");
}

static enum err connect(struct store *store, struct errmsg *why)
{
	struct str uri;
	str_init(&uri);
	if (in_memory(store->path))
		str_add(&uri, "file::memory:");
	else
		file_uri(&uri, store->path, store->read_only);
	int code = sqlite3_open_v2(uri.text, &store->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
		NULL);
	str_release(&uri);
	if (code != SQLITE_OK)
		return store_fail(store, why);
	sqlite3_busy_timeout(store->db, BUSY_MS);
	return ERR_NONE;
}

/* The change of journal does not wait for others by itself. */
static enum err set_pragmas(struct store *store, bool network, struct errmsg *why)
{
	static const char local[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
				    "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON";
	static const char remote[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; "
				     "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON";
	int code = SQLITE_BUSY;
	for (int waited = 0; code == SQLITE_BUSY && waited <= BUSY_MS; waited += BUSY_STEP_MS) {
		code = sqlite3_exec(store->db, network ? remote : local, NULL, NULL, NULL);
		if (code == SQLITE_BUSY)
			sqlite3_sleep(BUSY_STEP_MS);
	}
	return code == SQLITE_OK ? ERR_NONE : store_fail(store, why);
}

static enum err prepare_file(
	struct store *store, enum store_mode mode, const struct embedded *steps, struct errmsg *why)
{
	struct disk_state state;
	enum err err = disk_inspect(store->path, &state, why);
	if (err)
		return err;
	if (!state.exists && mode == STORE_EXISTING)
		return errmsg_set(why, ERR_FAILED, "there is no database at %s", store->path);
	if (!state.exists)
		return disk_create(store->path, why);
	if (state.version > (unsigned)migrate_newest(steps))
		return errmsg_set(why, ERR_FAILED,
			"%s was written by a newer rekindle (schema %u, this program "
			"knows %d); it is left as it is: use the newer program",
			store->path, state.version, migrate_newest(steps));
	store->read_only = state.read_only;
	return ERR_NONE;
}

static enum err set_up_file(struct store *store, const struct embedded *steps, struct errmsg *why)
{
	bool network = !in_memory(store->path) && disk_on_network(store->path);
	enum err err = store_migrate(store, steps, why);
	if (!err && store->read_only) {
		sqlite3_exec(store->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
		store_set_notice(
			store, "%s is read-only: nothing can be changed in it", store->path);
	} else if (!err) {
		err = set_pragmas(store, network, why);
		if (!in_memory(store->path))
			disk_make_private(store->path);
		if (!err && network)
			store_set_notice(store,
				"%s is on a network file system: it is written more slowly, and "
				"one program at a time",
				store->path);
	}
	return err;
}

enum err store_open_with(const char *path, enum store_mode mode, const struct embedded *steps,
	struct store **out, struct errmsg *why)
{
	struct store *store = mem_alloc(sizeof(*store));
	store->path = mem_strdup(path);
	enum err err = in_memory(path) ? ERR_NONE : prepare_file(store, mode, steps, why);
	if (!err)
		err = connect(store, why);
	if (!err) {
		/* A file that is refused must not be written by closing it. */
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		err = set_up_file(store, steps, why);
	}
	if (err) {
		store_close(store);
		store = NULL;
	} else {
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
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
	if (store->db)
		store_unhold(store);
	for (int i = 0; i < STATEMENT_COUNT; i++)
		sqlite3_finalize(store->prepared[i]);
	sqlite3_close(store->db);
	bank_forget(store);
	free(store->path);
	free(store->notice);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

bool store_read_only(const struct store *store)
{
	return store->read_only;
}

const char *store_notice(const struct store *store)
{
	return store->notice;
}
