/* SPDX-License-Identifier: MIT */
/*
 * What an import costs of a document with very many answers, from the file to the last row, against
 * bare statements that insert the same rows, those of the change log too, into the same tables with
 * their indices, in one transaction that is as durable. BENCH_ANSWERS; REKINDLE names the program.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <rekindle/exchange.h>
#include <rekindle/file.h>
#include <rekindle/pool.h>
#include <rekindle/store.h>

#include "rows.h"
#include "runs.h"
#include "stores.h"

enum { RUNS = 5, EACH = 50 /* answers of a person */ };
#define IMPORT_RATE 0.7 /* of the bare statements' */

static struct errmsg why;

static void stop(const char *what)
{
	fprintf(stderr, "bench-import: %s\n", what);
	exit(BENCH_BROKEN);
}

static void must(enum err err)
{
	if (err)
		stop(why.text);
}

/* The document that is imported, and the database it comes into, with nothing in it but the bank.
 */
static void write_files(const char *document, const char *empty, int answers)
{
	const struct store_shape shape = { "import", 1, answers / EACH, answers / EACH, EACH,
		false };
	struct record record;
	struct store *store;
	struct str out;
	bench_record(&record, &shape);
	must(store_open(":memory:", STORE_CREATE, &store, &why));
	must(store_add_record(store, &record, &why));
	str_init(&out);
	must(exchange_write(store, record.assessment.object.key, false, &out, &why));
	must(file_write_safely(document, out.text, out.len, true, &why));
	str_release(&out);
	record_release(&record);
	store_close(store);
	unlink(empty);
	must(store_open(empty, STORE_CREATE, &store, &why));
	store_close(store);
}

static void copy_file(const char *from, const char *to)
{
	struct str bytes;
	str_init(&bytes);
	must(file_read(from, 100 << 20, &bytes, &why));
	must(file_write_safely(to, bytes.text, bytes.len, true, &why));
	str_release(&bytes);
}

/* A table as the import left it: what makes it, and all of its cells. */
struct cell {
	int type;
	union {
		sqlite3_int64 whole;
		double real;
		const char *bytes;
	};
	int size; /* of bytes */
};
struct table {
	const char *name;
	int columns;
	struct cell *cells;
	size_t count;
};
struct rows {
	struct pool pool;
	const char *path; /* where they are put */
	struct table *tables;
	size_t count;
};

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
}

static sqlite3 *open_file(const char *path)
{
	sqlite3 *db;
	if (sqlite3_open(path, &db) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *rows;
	if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK)
		stop(sqlite3_errmsg(db));
	return rows;
}

static struct cell read_cell(struct pool *pool, sqlite3_stmt *row, int column)
{
	struct cell cell = { .type = sqlite3_column_type(row, column) };
	if (cell.type == SQLITE_INTEGER)
		cell.whole = sqlite3_column_int64(row, column);
	else if (cell.type == SQLITE_FLOAT)
		cell.real = sqlite3_column_double(row, column);
	else if (cell.type != SQLITE_NULL) {
		const char *bytes = sqlite3_column_blob(row, column);
		cell.size = sqlite3_column_bytes(row, column);
		char *copy = pool_alloc(pool, (size_t)cell.size + 1);
		memcpy(copy, bytes ? bytes : "", (size_t)cell.size);
		cell.bytes = copy;
	}
	return cell;
}

static void read_table(struct rows *rows, sqlite3 *db, const char *name)
{
	struct table *table = POOL_APPEND(&rows->pool, rows->tables, rows->count);
	sqlite3_stmt *row = prepare(db, pool_printf(&rows->pool, "SELECT * FROM %s", name));
	table->name = pool_strdup(&rows->pool, name);
	table->columns = sqlite3_column_count(row);
	while (sqlite3_step(row) == SQLITE_ROW)
		for (int i = 0; i < table->columns; i++)
			*POOL_APPEND(&rows->pool, table->cells, table->count) =
				read_cell(&rows->pool, row, i);
	sqlite3_finalize(row);
}

static void read_rows(struct rows *rows, const char *path)
{
	sqlite3 *db = open_file(path);
	sqlite3_stmt *table = prepare(db,
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
	while (sqlite3_step(table) == SQLITE_ROW)
		read_table(rows, db, (const char *)sqlite3_column_text(table, 0));
	sqlite3_finalize(table);
	sqlite3_close(db);
}

static void bind(sqlite3_stmt *put, int at, const struct cell *cell)
{
	if (cell->type == SQLITE_INTEGER)
		sqlite3_bind_int64(put, at, cell->whole);
	else if (cell->type == SQLITE_FLOAT)
		sqlite3_bind_double(put, at, cell->real);
	else if (cell->type == SQLITE_TEXT)
		sqlite3_bind_text(put, at, cell->bytes, cell->size, SQLITE_STATIC);
	else if (cell->type == SQLITE_BLOB)
		sqlite3_bind_blob(put, at, cell->bytes, cell->size, SQLITE_STATIC);
	else
		sqlite3_bind_null(put, at);
}

static void put_table(sqlite3 *db, const struct table *table)
{
	struct str sql;
	str_init(&sql);
	str_addf(&sql, "INSERT OR IGNORE INTO %s VALUES (", table->name);
	for (int i = 0; i < table->columns; i++)
		str_add(&sql, i ? ", ?" : "?");
	str_add(&sql, ")");
	sqlite3_stmt *put = prepare(db, sql.text);
	for (size_t at = 0; at < table->count; at += (size_t)table->columns) {
		for (int i = 0; i < table->columns; i++)
			bind(put, i + 1, &table->cells[at + (size_t)i]);
		if (sqlite3_step(put) != SQLITE_DONE)
			stop(sqlite3_errmsg(db));
		sqlite3_reset(put);
	}
	sqlite3_finalize(put);
	str_release(&sql);
}

static void put_rows(const void *context)
{
	const struct rows *rows = context;
	sqlite3 *db = open_file(rows->path);
	run(db,
		"PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = "
		"ON; PRAGMA secure_delete = ON; BEGIN");
	for (size_t i = 0; i < rows->count; i++)
		put_table(db, &rows->tables[i]);
	run(db, "COMMIT");
	sqlite3_close(db);
}

struct measured {
	struct samples ours, ours_clock, floor, floor_clock;
};

/* Where things lie. */
struct files {
	char empty[4200], imported[4200], inserted[4200], document[4200];
};

static void name_files(struct files *files)
{
	const char *folder = bench_folder();
	snprintf(files->empty, sizeof(files->empty), "%s/empty.db", folder);
	snprintf(files->imported, sizeof(files->imported), "%s/imported.db", folder);
	snprintf(files->inserted, sizeof(files->inserted), "%s/inserted.db", folder);
	snprintf(files->document, sizeof(files->document), "%s/import.json", folder);
	bench_leave_copy("imported");
}

static void remove_files(const struct files *files)
{
	unlink(files->empty);
	unlink(files->imported);
	unlink(files->inserted);
	unlink(files->document);
}

static struct run_cost import(const struct files *files)
{
	const char *const arguments[] = { getenv("REKINDLE"), "import", files->document, "--db",
		files->imported, NULL };
	copy_file(files->empty, files->imported);
	return run_program(arguments);
}

static void measure(struct measured *measured, const struct files *files, const struct rows *rows)
{
	copy_file(files->empty, files->inserted);
	struct run_cost floor = run_function(put_rows, rows), ours = import(files);
	samples_add(&measured->ours, ours.processor);
	samples_add(&measured->ours_clock, ours.clock);
	samples_add(&measured->floor, floor.processor);
	samples_add(&measured->floor_clock, floor.clock);
}

static bool print_rows(const struct measured *measured, const struct samples *peak)
{
	static const struct bench_row rows[] = {
		{ "import", "import, processor", "bare inserts of the same rows", "ms",
			1 / IMPORT_RATE },
		{ "import_clock", "import, by the clock", "bare inserts of the same rows", "ms",
			1 / IMPORT_RATE },
		{ "import_memory", "import: memory at most", "", "KiB", BENCH_TOLD },
	};
	bool met = bench_row(&rows[0], &measured->ours, &measured->floor);
	met &= bench_row(&rows[1], &measured->ours_clock, &measured->floor_clock);
	met &= bench_row(&rows[2], peak, NULL);
	return met;
}

int main(void)
{
	static struct measured measured;
	static struct files files;
	struct samples peak = { 0 };
	struct rows rows = { .path = files.inserted };
	int answers = bench_number("BENCH_ANSWERS", 200000);
	int runs = bench_number("BENCH_RUNS", RUNS);
	if (!getenv("REKINDLE"))
		stop("REKINDLE names no program");
	setenv("REKINDLE_TODAY", BENCH_TODAY, 1);
	name_files(&files);
	write_files(files.document, files.empty, answers);
	samples_add(&peak, import(&files).peak);
	read_rows(&rows, files.imported);
	printf("a document of %d answers\n", answers);
	for (int i = 0; i < runs; i++)
		measure(&measured, &files, &rows);
	pool_release(&rows.pool);
	remove_files(&files);
	return print_rows(&measured, &peak) ? EXIT_SUCCESS : EXIT_FAILURE;
}
