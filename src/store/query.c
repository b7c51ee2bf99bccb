/* SPDX-License-Identifier: MIT */
/*
 * Statements: prepared on first use, bound from a list of arguments, stepped, and what SQLite
 * says when that fails put into a sentence.
 */
#include "store_private.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

/* After a failed write it is not known whether it reached the disk: never claim that it did not. */
enum err store_fail(struct store *store, struct errmsg *why)
{
	int code = sqlite3_errcode(store->db);
	int system = sqlite3_system_errno(store->db);
	const char *detail = system ? strerror(system) : sqlite3_errmsg(store->db);
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return errmsg_set(why, ERR_LOCKED,
			"%s is in use by another program; try again in a moment", store->path);
	case SQLITE_FULL:
		return errmsg_set(why, ERR_FAILED,
			"no room left for %s: whether the last change was kept "
			"is not certain; make room, then repeat it",
			store->path);
	case SQLITE_IOERR:
		return errmsg_set(why, ERR_FAILED,
			"the disk refused %s (%s): whether the last change was "
			"kept is not certain; see to the disk, then repeat it",
			store->path, detail);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return errmsg_set(why, ERR_FAILED,
			"%s is damaged (%s): set it aside and go back to a backup", store->path,
			sqlite3_errmsg(store->db));
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return errmsg_set(why, ERR_FAILED, "cannot write to %s or its folder (%s)",
			store->path, detail);
	}
	return errmsg_set(why, ERR_FAILED, "%s: %s", store->path, sqlite3_errmsg(store->db));
}

enum err statement_get(
	struct store *store, enum statement which, sqlite3_stmt **out, struct errmsg *why)
{
	sqlite3_stmt **slot = &store->prepared[which];
	assert(statement_text[which]);
	if (!*slot &&
		sqlite3_prepare_v3(store->db, statement_text[which], -1, SQLITE_PREPARE_PERSISTENT,
			slot, NULL) != SQLITE_OK)
		return store_fail(store, why);
	*out = *slot;
	return ERR_NONE;
}

enum err store_prepare_all(struct store *store, struct errmsg *why)
{
	sqlite3_stmt *statement;
	enum err err = ERR_NONE;
	for (int i = 0; !err && i < STATEMENT_COUNT; i++)
		if (statement_text[i])
			err = statement_get(store, (enum statement)i, &statement, why);
	return err;
}

static void bind_text(sqlite3_stmt *statement, int at, const char *text)
{
	if (text)
		sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
	else
		sqlite3_bind_null(statement, at);
}

static void bind_optional(sqlite3_stmt *statement, int at, int64_t number)
{
	if (number)
		sqlite3_bind_int64(statement, at, number);
	else
		sqlite3_bind_null(statement, at);
}

static void bind_real(sqlite3_stmt *statement, int at, double x)
{
	if (isnan(x))
		sqlite3_bind_null(statement, at);
	else
		sqlite3_bind_double(statement, at, x);
}

static enum err bind_list(struct store *store, enum statement which, sqlite3_stmt **out,
	struct errmsg *why, const char *shape, va_list arguments)
{
	enum err err = statement_get(store, which, out, why);
	if (err)
		return err;
	sqlite3_reset(*out);
	assert((size_t)sqlite3_bind_parameter_count(*out) == strlen(shape));
	for (int at = 1; *shape; shape++, at++) {
		if (*shape == 'i')
			sqlite3_bind_int64(*out, at, va_arg(arguments, int64_t));
		else if (*shape == 'o')
			bind_optional(*out, at, va_arg(arguments, int64_t));
		else if (*shape == 't')
			bind_text(*out, at, va_arg(arguments, const char *));
		else if (*shape == 'b')
			sqlite3_bind_blob(*out, at, va_arg(arguments, const struct uuid *), 16,
				SQLITE_STATIC);
		else
			bind_real(*out, at, va_arg(arguments, double));
	}
	return ERR_NONE;
}

enum err statement_bind(struct store *store, enum statement which, sqlite3_stmt **out,
	struct errmsg *why, const char *shape, ...)
{
	va_list arguments;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, out, why, shape, arguments);
	va_end(arguments);
	return err;
}

enum err statement_step(struct store *store, sqlite3_stmt *statement, bool *row, struct errmsg *why)
{
	int code = sqlite3_step(statement);
	*row = code == SQLITE_ROW;
	if (*row)
		return ERR_NONE;
	enum err err = code == SQLITE_DONE ? ERR_NONE : store_fail(store, why);
	sqlite3_reset(statement);
	return err;
}

enum err statement_run(
	struct store *store, enum statement which, struct errmsg *why, const char *shape, ...)
{
	sqlite3_stmt *statement;
	va_list arguments;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, &statement, why, shape, arguments);
	va_end(arguments);
	for (bool row = true; !err && row;)
		err = statement_step(store, statement, &row, why);
	return err;
}

enum err statement_number(struct store *store, enum statement which, int64_t *number,
	struct errmsg *why, const char *shape, ...)
{
	sqlite3_stmt *statement;
	va_list arguments;
	bool row = false;
	*number = 0;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, &statement, why, shape, arguments);
	va_end(arguments);
	if (!err)
		err = statement_step(store, statement, &row, why);
	if (row) {
		*number = sqlite3_column_int64(statement, 0);
		sqlite3_reset(statement);
	}
	return err;
}

const char *column_text(sqlite3_stmt *statement, int column, struct pool *pool)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);
	return pool ? pool_strdup(pool, text) : text;
}

struct uuid column_uuid(sqlite3_stmt *statement, int column)
{
	struct uuid id = { 0 };
	if (sqlite3_column_bytes(statement, column) == (int)sizeof(id))
		memcpy(&id, sqlite3_column_blob(statement, column), sizeof(id));
	return id;
}

int64_t column_or(sqlite3_stmt *statement, int column, int64_t absent)
{
	return sqlite3_column_type(statement, column) == SQLITE_NULL
		? absent
		: sqlite3_column_int64(statement, column);
}
