/* SPDX-License-Identifier: MIT */
/*
 * The schema of an SQLite file: its number, its mark, a copy before it changes.
 */
#include "sqlite.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* A pragma or count that no table of statements can hold: the schema may not exist yet. */
static enum err number(struct engine *engine, const char *sql, int *value, struct errmsg *why)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(engine->db, sql, -1, &statement, NULL) != SQLITE_OK)
		return sqlite_fail(engine, why);
	enum err err = sqlite3_step(statement) == SQLITE_ROW ? ERR_NONE : sqlite_fail(engine, why);
	*value = sqlite3_column_int(statement, 0);
	sqlite3_finalize(statement);
	return err;
}

enum err engine_version(struct engine *engine, int *version, struct errmsg *why)
{
	return number(engine, "PRAGMA user_version", version, why);
}

/* Version 0 must be a file with nothing in it, any other must carry our mark. */
enum err engine_check_ours(struct engine *engine, int version, struct errmsg *why)
{
	int mark = 0, tables = 0;
	enum err err = number(engine, "PRAGMA application_id", &mark, why);
	if (!err)
		err = number(engine, "SELECT count(*) FROM sqlite_schema", &tables, why);
	if (err || (version ? mark == APPLICATION_ID : !tables))
		return err;
	return errmsg_set(why, ERR_FAILED, "%s is not a rekindle database; it is left as it is",
		engine->path);
}

static bool copy_into(struct engine *engine, const char *name)
{
	sqlite3 *copy;
	bool done = sqlite3_open_v2(name, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK;
	sqlite3_backup *backup =
		done ? sqlite3_backup_init(copy, "main", engine->db, "main") : NULL;
	if (backup)
		sqlite3_backup_step(backup, -1);
	done = backup && sqlite3_backup_finish(backup) == SQLITE_OK;
	return sqlite3_close(copy) == SQLITE_OK && done;
}

enum err engine_copy(struct engine *engine, int version, struct str *name, struct errmsg *why)
{
	if (!disk_beside(name, engine->path, version))
		return errmsg_set(why, ERR_FAILED,
			"cannot make a backup beside %s before bringing it up to "
			"date: %s",
			engine->path, strerror(errno));
	if (copy_into(engine, name->text))
		return ERR_NONE;
	unlink(name->text);
	return errmsg_set(why, ERR_FAILED,
		"cannot copy %s to %s before bringing it up to date; it is left "
		"as it was",
		engine->path, name->text);
}

enum err engine_script(struct engine *engine, const char *text, struct errmsg *why)
{
	if (sqlite3_exec(engine->db, text, NULL, NULL, NULL) == SQLITE_OK)
		return ERR_NONE;
	return errmsg_set(why, ERR_FAILED, "%s", sqlite3_errmsg(engine->db));
}
