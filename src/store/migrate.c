/* SPDX-License-Identifier: MIT */
/*
 * Schema steps: data/schema/mNNN_*.sql, each one transaction that sets its own user_version.
 */
#include "store_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* NNN of "data/schema/mNNN_….sql"; 0 for any other file. */
static int step_number(const struct embedded *step)
{
	static const char start[] = "data/schema/m";
	if (strncmp(step->path, start, sizeof(start) - 1))
		return 0;
	return atoi(step->path + sizeof(start) - 1);
}

int migrate_newest(const struct embedded *steps)
{
	int newest = 0;
	for (; steps->path; steps++)
		if (step_number(steps) > newest)
			newest = step_number(steps);
	return newest;
}

/* A pragma or count that no table of statements can hold: the schema may not exist yet. */
static enum err number(struct store *store, const char *sql, int *value, struct errmsg *why)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
		return store_fail(store, why);
	enum err err = sqlite3_step(statement) == SQLITE_ROW ? ERR_NONE : store_fail(store, why);
	*value = sqlite3_column_int(statement, 0);
	sqlite3_finalize(statement);
	return err;
}

static enum err schema_version(struct store *store, int *version, struct errmsg *why)
{
	return number(store, "PRAGMA user_version", version, why);
}

static enum err refuse_newer(const struct store *store, int version, int newest, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s was written by a newer rekindle (schema %d, this program knows "
		"%d); it is left as it is: use the newer program",
		store->path, version, newest);
}

/* The step again when another program has taken it meanwhile: version tells. */
static enum err run_step(struct store *store, const struct embedded *step, struct errmsg *why)
{
	int version = 0, wanted = step_number(step);
	if (sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
		return store_fail(store, why);
	enum err err = schema_version(store, &version, why);
	bool due = !err && version < wanted;
	if (due && sqlite3_exec(store->db, step->text, NULL, NULL, NULL) != SQLITE_OK) {
		err = errmsg_set(why, ERR_FAILED,
			"cannot bring %s to schema %d: %s; it is left as it was", store->path,
			wanted, sqlite3_errmsg(store->db));
	} else if (due) {
		err = schema_version(store, &version, why);
		if (!err && version != wanted)
			err = errmsg_set(why, ERR_FAILED, "schema step %s sets version %d",
				step->path, version);
	}
	if (!err && sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return ERR_NONE;
	if (!err)
		err = store_fail(store, why);
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return err;
}

/* A new file beside the database: PATH.schema-1, then PATH.schema-1.2 and so on. */
static bool backup_name(struct str *name, const char *path, int version)
{
	for (int i = 1; i < 1000; i++) {
		str_clear(name);
		str_addf(name, "%s.schema-%d", path, version);
		if (i > 1)
			str_addf(name, ".%d", i);
		int file = open(name->text, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (file >= 0) {
			fchmod(file, 0600);
			return close(file) == 0;
		}
		if (errno != EEXIST)
			return false;
	}
	return false;
}

static bool copy_into(struct store *store, const char *name)
{
	sqlite3 *copy;
	bool done = sqlite3_open_v2(name, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK;
	sqlite3_backup *backup = done ? sqlite3_backup_init(copy, "main", store->db, "main") : NULL;
	if (backup)
		sqlite3_backup_step(backup, -1);
	done = backup && sqlite3_backup_finish(backup) == SQLITE_OK;
	return sqlite3_close(copy) == SQLITE_OK && done;
}

static enum err keep_copy(struct store *store, int version, struct str *name, struct errmsg *why)
{
	if (!backup_name(name, store->path, version))
		return errmsg_set(why, ERR_FAILED,
			"cannot make a backup beside %s before bringing it up to "
			"date: %s",
			store->path, strerror(errno));
	if (copy_into(store, name->text))
		return ERR_NONE;
	unlink(name->text);
	return errmsg_set(why, ERR_FAILED,
		"cannot copy %s to %s before bringing it up to date; it is left "
		"as it was",
		store->path, name->text);
}

/* Version 0 must be a file with nothing in it, any other must carry our mark. */
static enum err check_ours(struct store *store, int version, struct errmsg *why)
{
	int mark = 0, tables = 0;
	enum err err = number(store, "PRAGMA application_id", &mark, why);
	if (!err)
		err = number(store, "SELECT count(*) FROM sqlite_schema", &tables, why);
	if (err || (version ? mark == APPLICATION_ID : !tables))
		return err;
	return errmsg_set(
		why, ERR_FAILED, "%s is not a rekindle database; it is left as it is", store->path);
}

static enum err run_steps(
	struct store *store, const struct embedded *steps, int version, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int next = version + 1; !err && next <= migrate_newest(steps); next++)
		for (const struct embedded *step = steps; !err && step->path; step++)
			if (step_number(step) == next)
				err = run_step(store, step, why);
	return err;
}

enum err store_migrate(struct store *store, const struct embedded *steps, struct errmsg *why)
{
	int version = 0, newest = migrate_newest(steps);
	enum err err = schema_version(store, &version, why);
	if (err || version == newest)
		return err;
	if (version > newest)
		return refuse_newer(store, version, newest, why);
	if (store->read_only)
		return errmsg_set(why, ERR_FAILED,
			"%s is %s and read-only: make it writable, so that it can be "
			"brought up to date",
			store->path, version ? "of an older rekindle" : "empty");
	struct str copy;
	str_init(&copy);
	err = check_ours(store, version, why);
	if (!err && version)
		err = keep_copy(store, version, &copy, why);
	if (!err)
		err = run_steps(store, steps, version, why);
	if (!err && version)
		store_set_notice(store,
			"%s was brought up to date; a copy of it as it was is in %s", store->path,
			copy.text);
	str_release(&copy);
	return err;
}
