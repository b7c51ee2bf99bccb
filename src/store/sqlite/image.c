/* SPDX-License-Identifier: MIT */
/*
 * A database as bytes: read, changed, and looked into by SQLite in memory.
 */
#include "image.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER 100

void image_release(struct image *image)
{
	sqlite3_free(image->bytes);
	*image = (struct image){ 0 };
}

void image_resize(struct image *image, size_t size)
{
	image->bytes = sqlite3_realloc64(image->bytes, size + 1);
	if (!image->bytes)
		abort();
	if (size > image->size)
		memset(image->bytes + image->size, 0, size - image->size);
	image->size = size;
}

void image_copy(const struct image *from, struct image *to)
{
	*to = (struct image){ 0 };
	image_resize(to, from->size);
	if (from->size)
		memcpy(to->bytes, from->bytes, from->size);
}

bool image_read(struct image *image, const char *path)
{
	struct stat at;
	*image = (struct image){ 0 };
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return false;
	bool read_all = fstat(file, &at) == 0 && S_ISREG(at.st_mode) && at.st_size > 0;
	if (read_all) {
		image_resize(image, (size_t)at.st_size);
		read_all = pread(file, image->bytes, image->size, 0) == (ssize_t)image->size;
	}
	close(file);
	if (!read_all)
		image_release(image);
	return read_all;
}

uint32_t image_number(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
		bytes[3];
}

bool image_is_power(uint32_t n, uint32_t least, uint32_t most)
{
	return n >= least && n <= most && !(n & (n - 1));
}

void image_put(struct image *image, uint32_t number, const unsigned char *page, size_t size)
{
	size_t end = number * size;
	if (end > image->size)
		image_resize(image, end);
	memcpy(image->bytes + end - size, page, size);
}

uint32_t image_counter(const unsigned char *page)
{
	return image_number(page + 24);
}

bool image_is_database(const struct image *image)
{
	return image->size >= HEADER && !memcmp(image->bytes, "SQLite format 3", 16);
}

/* In memory there is no -wal: the mark that there may be one is taken away. */
static sqlite3 *open_image(const struct image *image)
{
	sqlite3 *db;
	struct image copy;
	if (!image_is_database(image) ||
		sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		return NULL;
	image_copy(image, &copy);
	copy.bytes[18] = copy.bytes[19] = 1;
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	if (sqlite3_deserialize(db, "main", copy.bytes, (sqlite3_int64)copy.size,
		    (sqlite3_int64)copy.size,
		    SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) == SQLITE_OK)
		return db;
	sqlite3_close(db);
	return NULL;
}

/* Row by row; those of tables that are not there yet, or in pages that are no pages, are none. */
static sqlite3_stmt *first_row(sqlite3 *db, const char *sql, int64_t parameter)
{
	sqlite3_stmt *row = NULL;
	if (!db || sqlite3_prepare_v2(db, sql, -1, &row, NULL) != SQLITE_OK)
		return NULL;
	if (sqlite3_bind_parameter_count(row))
		sqlite3_bind_int64(row, 1, parameter);
	if (sqlite3_step(row) == SQLITE_ROW)
		return row;
	sqlite3_finalize(row);
	return NULL;
}

static bool has_row(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *row = first_row(db, sql, 0);
	sqlite3_finalize(row);
	return row;
}

bool image_whole(const struct image *image)
{
	if (!image->size)
		return true;
	sqlite3 *db = open_image(image);
	sqlite3_stmt *row = first_row(db, "PRAGMA integrity_check(1)", 0);
	bool whole = row && !strcmp((const char *)sqlite3_column_text(row, 0), "ok");
	sqlite3_finalize(row);
	whole = whole && !has_row(db, "PRAGMA foreign_key_check");
	sqlite3_close(db);
	return whole;
}

static int64_t column(sqlite3_stmt *row, int n)
{
	return sqlite3_column_int64(row, n);
}

struct image_entry image_entry(const struct image *image, int64_t most)
{
	sqlite3 *db = open_image(image);
	sqlite3_stmt *row = first_row(db,
		"SELECT seq, at, kind, key, item FROM change WHERE seq <= ?1 "
		"ORDER BY seq DESC LIMIT 1",
		most);
	struct image_entry entry = { 0 };
	if (row)
		entry = (struct image_entry){ column(row, 0), column(row, 1), column(row, 2),
			column(row, 3), column(row, 4) };
	sqlite3_finalize(row);
	sqlite3_close(db);
	return entry;
}

int64_t image_last_change(const struct image *image)
{
	sqlite3 *db = open_image(image);
	sqlite3_stmt *row =
		first_row(db, "SELECT coalesce(max(seq), 0) FROM change WHERE at IS NOT NULL", 0);
	int64_t seq = row ? column(row, 0) : 0;
	sqlite3_finalize(row);
	sqlite3_close(db);
	return seq;
}
