/* SPDX-License-Identifier: MIT */
/*
 * The schema of an SQLite file: its number, its mark, a copy before it changes.
 */
#include "sqlite.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/pool.h>

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

/* A line for each row of one text. */
static enum err add_lines(struct engine *engine, const char *query, const char *format,
	struct str *out, struct errmsg *why)
{
	sqlite3_stmt *row;
	int code = sqlite3_prepare_v2(engine->db, query, -1, &row, NULL);
	if (code != SQLITE_OK)
		return sqlite_fail(engine, why);
	while ((code = sqlite3_step(row)) == SQLITE_ROW)
		str_addf(out, format, sqlite3_column_text(row, 0));
	enum err err = code == SQLITE_DONE ? ERR_NONE : sqlite_fail(engine, why);
	sqlite3_finalize(row);
	return err;
}

struct shape {
	struct pool pool;
	char **lines;
	size_t count;
};

static char *add_text(char *end, sqlite3_stmt *row, int column)
{
	size_t n = (size_t)sqlite3_column_bytes(row, column);
	if (n)
		memcpy(end, sqlite3_column_text(row, column), n);
	return end + n;
}

/* Without blanks and quotes, since renaming a table puts some in. */
static char *add_bare(char *end, sqlite3_stmt *row, int column)
{
	const char *text = (const char *)sqlite3_column_text(row, column);
	int n = sqlite3_column_bytes(row, column);
	for (int i = 0; i < n; i++)
		if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '"')
			*end++ = text[i];
	return end;
}

/* "table person CREATETABLEperson(...)" */
static void add_line(struct shape *shape, sqlite3_stmt *row)
{
	size_t most = 3;
	for (int i = 0; i < 3; i++)
		most += (size_t)sqlite3_column_bytes(row, i);
	char *line = pool_alloc(&shape->pool, most), *end = add_text(line, row, 0);
	*end++ = ' ';
	end = add_text(end, row, 1);
	*end++ = ' ';
	*add_bare(end, row, 2) = '\0';
	*POOL_APPEND(&shape->pool, shape->lines, shape->count) = line;
}

static int by_line(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Every start does this: put together here, it takes a tenth of what SQLite's replace() and order
 * take. What SQLite makes by itself has no text or a name of its own. */
static enum err read_shape(struct engine *engine, struct shape *shape, struct errmsg *why)
{
	sqlite3_stmt *row;
	int code = sqlite3_prepare_v2(engine->db,
		"SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
		"substr(name, 1, 7) <> 'sqlite_'",
		-1, &row, NULL);
	if (code != SQLITE_OK)
		return sqlite_fail(engine, why);
	while ((code = sqlite3_step(row)) == SQLITE_ROW)
		add_line(shape, row);
	enum err err = code == SQLITE_DONE ? ERR_NONE : sqlite_fail(engine, why);
	sqlite3_finalize(row);
	if (shape->count)
		qsort(shape->lines, shape->count, sizeof(*shape->lines), by_line);
	return err;
}

static void join_shape(const struct shape *shape, struct str *out)
{
	for (size_t i = 0; i < shape->count; i++)
		str_add(out, shape->lines[i]), str_addc(out, '\n');
}

static bool is_shape(const struct shape *shape, const char *wanted)
{
	for (size_t i = 0; i < shape->count; i++) {
		size_t n = strlen(shape->lines[i]);
		if (strncmp(wanted, shape->lines[i], n) != 0 || wanted[n] != '\n')
			return false;
		wanted += n + 1;
	}
	return !*wanted;
}

enum err engine_shape(struct engine *engine, struct str *out, struct errmsg *why)
{
	struct shape shape = { .count = 0 };
	enum err err = read_shape(engine, &shape, why);
	join_shape(&shape, out);
	pool_release(&shape.pool);
	return err;
}

enum err engine_making(struct engine *engine, struct str *out, struct errmsg *why)
{
	enum err err = add_lines(
		engine, "PRAGMA application_id", "PRAGMA application_id = %s;\n", out, why);
	if (!err)
		err = add_lines(
			engine, "PRAGMA user_version", "PRAGMA user_version = %s;\n", out, why);
	if (!err)
		err = add_lines(engine,
			"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
			"substr(name, 1, 7) <> 'sqlite_' ORDER BY rowid",
			"%s;\n", out, why);
	return err;
}

/* The first line of shape that wanted has not, or "" when some are missing. */
static void find_strange(const char *shape, const char *wanted, struct str *line)
{
	for (size_t n; *shape; shape += n) {
		n = strcspn(shape, "\n") + 1;
		str_clear(line);
		str_addn(line, shape, n);
		const char *at = strstr(wanted, line->text);
		if (!at || (at != wanted && at[-1] != '\n'))
			return;
	}
	str_clear(line);
}

static enum err refuse_shape(
	const struct engine *engine, const char *shape, const char *wanted, struct errmsg *why)
{
	struct str line;
	str_init(&line);
	find_strange(shape, wanted, &line);
	char *type = line.len ? line.text : NULL, *name = type ? strchr(type, ' ') + 1 : NULL;
	if (type)
		errmsg_set(why, ERR_INVALID,
			"%s is not laid out as rekindle does it (%.*s): another program has "
			"changed it; nothing in it is used",
			engine->path, (int)(name - type + (int)strcspn(name, " ")), type);
	else
		errmsg_set(why, ERR_INVALID,
			"%s is not laid out as rekindle does it (something is missing): another "
			"program has changed it; nothing in it is used",
			engine->path);
	engine_advise(engine, why);
	str_release(&line);
	return ERR_INVALID;
}

enum err engine_check_shape(struct engine *engine, const char *wanted, struct errmsg *why)
{
	struct shape shape = { .count = 0 };
	struct str text;
	str_init(&text);
	enum err err = read_shape(engine, &shape, why);
	if (!err && !is_shape(&shape, wanted)) {
		join_shape(&shape, &text);
		err = refuse_shape(engine, text.text, wanted, why);
	}
	str_release(&text);
	pool_release(&shape.pool);
	return err;
}

bool sqlite_copy(struct engine *engine, const char *name)
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
	if (sqlite_copy(engine, name->text))
		return ERR_NONE;
	unlink(name->text);
	return errmsg_set(why, ERR_FAILED,
		"cannot copy %s to %s before bringing it up to date; it is left "
		"as it was",
		engine->path, name->text);
}

/* What SQLite says first, without the line about which database it is of. */
static enum err damaged(const struct engine *engine, const char *said, struct errmsg *why)
{
	const char *line = strrchr(said, '\n');
	return sqlite_damaged(engine, line ? line + 1 : said, why);
}

static int64_t bytes_of(struct engine *engine)
{
	int pages = 0, size = 0;
	if (number(engine, "PRAGMA page_count", &pages, NULL) ||
		number(engine, "PRAGMA page_size", &size, NULL))
		return 0;
	return (int64_t)pages * size;
}

/* integrity_check takes no longer than quick_check here, about 4 ms a megabyte, and sees indices.
 */
enum err engine_check(struct engine *engine, int64_t most, struct errmsg *why)
{
	sqlite3_stmt *row;
	if (most && bytes_of(engine) > most)
		return ERR_NONE;
	if (sqlite3_prepare_v2(engine->db, "PRAGMA integrity_check(1)", -1, &row, NULL) !=
		SQLITE_OK)
		return sqlite_fail(engine, why);
	enum err err = sqlite3_step(row) == SQLITE_ROW ? ERR_NONE : sqlite_fail(engine, why);
	if (!err && strcmp((const char *)sqlite3_column_text(row, 0), "ok") != 0)
		err = damaged(engine, (const char *)sqlite3_column_text(row, 0), why);
	sqlite3_finalize(row);
	return err;
}

enum err engine_script(struct engine *engine, const char *text, struct errmsg *why)
{
	if (sqlite3_exec(engine->db, text, NULL, NULL, NULL) == SQLITE_OK)
		return ERR_NONE;
	return errmsg_set(why, ERR_FAILED, "%s", sqlite3_errmsg(engine->db));
}
