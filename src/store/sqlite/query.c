/* SPDX-License-Identifier: MIT */
/*
 * Statements and transactions of SQLite, and what it says when one fails put into a sentence.
 */
#include "sqlite.h"

#include <stdlib.h>
#include <string.h>

struct query {
	sqlite3_stmt *statement;
	struct engine *engine;
};

static bool met_damage;

void engine_on_damage(struct engine *engine, engine_advice *advise)
{
	engine->advise = advise;
}

void engine_advise(const struct engine *engine, struct errmsg *why)
{
	if (engine->advise && why)
		engine->advise(engine->path, why);
}

enum err sqlite_damaged(const struct engine *engine, const char *detail, struct errmsg *why)
{
	errmsg_set(why, ERR_FAILED, "%s is damaged (%s)", engine->path, detail);
	engine_advise(engine, why);
	met_damage = true;
	return ERR_FAILED;
}

bool engine_met_damage(void)
{
	return met_damage;
}

/* After a failed write it is not known whether it reached the disk: never claim that it did not. */
enum err sqlite_fail(struct engine *engine, struct errmsg *why)
{
	int code = sqlite3_errcode(engine->db);
	int system = sqlite3_system_errno(engine->db);
	const char *detail = system ? strerror(system) : sqlite3_errmsg(engine->db);
	engine->busy = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return errmsg_set(why, ERR_LOCKED,
			"%s is in use by another program; try again in a moment", engine->path);
	case SQLITE_FULL:
		return errmsg_set(why, ERR_FAILED,
			"no room left for %s: whether the last change was kept "
			"is not certain; make room, then repeat it",
			engine->path);
	case SQLITE_IOERR:
		return errmsg_set(why, ERR_FAILED,
			"the disk refused %s (%s): whether the last change was "
			"kept is not certain; see to the disk, then repeat it",
			engine->path, detail);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return sqlite_damaged(engine, sqlite3_errmsg(engine->db), why);
	case SQLITE_CONSTRAINT:
		if (sqlite3_extended_errcode(engine->db) != SQLITE_CONSTRAINT_FOREIGNKEY)
			return errmsg_set(why, ERR_FAILED,
				"%s takes no object that lacks something or is there already; "
				"nothing was changed",
				engine->path);
		return errmsg_set(why, ERR_LOCKED,
			"what this belongs to is not in %s any more: another program has deleted "
			"it; "
			"nothing was changed",
			engine->path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return errmsg_set(why, ERR_FAILED, "cannot write to %s or its folder (%s)",
			engine->path, detail);
	}
	return errmsg_set(why, ERR_FAILED, "%s: %s", engine->path, sqlite3_errmsg(engine->db));
}

static enum err run(struct engine *engine, const char *sql, struct errmsg *why)
{
	if (sqlite3_exec(engine->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return ERR_NONE;
	return sqlite_fail(engine, why);
}

enum err engine_begin(struct engine *engine, bool write, struct errmsg *why)
{
	engine->busy = false; /* what is refused from here on is another matter */
	return run(engine, write ? "BEGIN IMMEDIATE" : "BEGIN", why);
}

enum err engine_commit(struct engine *engine, struct errmsg *why)
{
	enum err err = run(engine, "COMMIT", why);
	if (!err)
		place_remember(engine);
	return err;
}

bool engine_is_busy(const struct engine *engine)
{
	return engine->busy;
}

bool engine_in_transaction(const struct engine *engine)
{
	return !sqlite3_get_autocommit(engine->db);
}

/* SQLite has taken back by itself what it could not write. */
void engine_rollback(struct engine *engine)
{
	if (engine_in_transaction(engine))
		run(engine, "ROLLBACK", NULL);
}

int64_t engine_others(struct engine *engine)
{
	int64_t version = 0;
	if (!engine->others &&
		sqlite3_prepare_v2(engine->db, "PRAGMA data_version", -1, &engine->others, NULL) !=
			SQLITE_OK)
		return 0;
	if (sqlite3_step(engine->others) == SQLITE_ROW)
		version = sqlite3_column_int64(engine->others, 0);
	sqlite3_reset(engine->others);
	return version;
}

enum err engine_prepare(
	struct engine *engine, const char *text, struct query **out, struct errmsg *why)
{
	sqlite3_stmt *statement;
	*out = NULL;
	if (sqlite3_prepare_v3(engine->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
		SQLITE_OK)
		return sqlite_fail(engine, why);
	*out = mem_alloc(sizeof(**out));
	**out = (struct query){ statement, engine };
	return ERR_NONE;
}

void query_free(struct query *query)
{
	if (!query)
		return;
	sqlite3_finalize(query->statement);
	free(query);
}

size_t query_parameters(const struct query *query)
{
	return (size_t)sqlite3_bind_parameter_count(query->statement);
}

size_t query_columns(const struct query *query)
{
	return (size_t)sqlite3_column_count(query->statement);
}

void query_reset(struct query *query)
{
	sqlite3_reset(query->statement);
}

void query_bind(struct query *query, size_t parameter, const struct cell *cell)
{
	int at = (int)parameter + 1;
	switch (cell->type) {
	case CELL_NULL:
		sqlite3_bind_null(query->statement, at);
		break;
	case CELL_WHOLE:
		sqlite3_bind_int64(query->statement, at, cell->whole);
		break;
	case CELL_REAL:
		sqlite3_bind_double(query->statement, at, cell->real);
		break;
	case CELL_TEXT:
		sqlite3_bind_text(query->statement, at, cell->text, -1, SQLITE_STATIC);
		break;
	case CELL_UUID:
		sqlite3_bind_blob(query->statement, at, cell->text, 16, SQLITE_STATIC);
		break;
	}
}

enum err query_step(struct query *query, bool *row, struct errmsg *why)
{
	int code = sqlite3_step(query->statement);
	*row = code == SQLITE_ROW;
	if (*row)
		return ERR_NONE;
	enum err err = code == SQLITE_DONE ? ERR_NONE : sqlite_fail(query->engine, why);
	sqlite3_reset(query->statement);
	return err;
}

/* The value is asked for once: asking the row takes longer than the answer. It is safe, as no other
 * thread has this database. */
struct cell query_cell(const struct query *query, size_t column)
{
	sqlite3_value *value = sqlite3_column_value(query->statement, (int)column);
	switch (sqlite3_value_type(value)) {
	case SQLITE_INTEGER:
		return (struct cell){ CELL_WHOLE, .whole = sqlite3_value_int64(value) };
	case SQLITE_FLOAT:
		return (struct cell){ CELL_REAL, .real = sqlite3_value_double(value) };
	case SQLITE_TEXT:
		return (struct cell){ CELL_TEXT, .text = (const char *)sqlite3_value_text(value) };
	case SQLITE_BLOB:
		if (sqlite3_value_bytes(value) == (int)sizeof(struct uuid))
			return (struct cell){ CELL_UUID, .text = sqlite3_value_blob(value) };
	}
	return (struct cell){ 0 };
}

int64_t query_whole(const struct query *query, size_t column)
{
	return sqlite3_column_int64(query->statement, (int)column);
}

int64_t engine_last_key(const struct engine *engine)
{
	return sqlite3_last_insert_rowid(engine->db);
}
