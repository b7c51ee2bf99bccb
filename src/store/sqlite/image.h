/* SPDX-License-Identifier: MIT */
/*
 * A database as bytes in memory, so that it can be looked at without touching the file: alone, and
 * with what a journal or a -wal beside it would make of it.
 */
#ifndef REKINDLE_STORE_SQLITE_IMAGE_H
#define REKINDLE_STORE_SQLITE_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct image {
	unsigned char *bytes; /* of sqlite3_malloc64(); NULL: empty */
	size_t size;
};

void image_release(struct image *); /* twice is fine */
void image_copy(const struct image *from, struct image *to);
/* Larger: with zeros. */
void image_resize(struct image *, size_t size);
/* One page, counted from 1, where it belongs. */
void image_put(struct image *, uint32_t number, const unsigned char *page, size_t size);
/* A file that is beside the database; false when it is empty, not there or cannot be read. */
bool image_read(struct image *, const char *path);
uint32_t image_number(const unsigned char *bytes);              /* four bytes, big end first */
bool image_is_power(uint32_t n, uint32_t least, uint32_t most); /* of two, within these */

/* The change counter of a first page, and whether a header stands there at all. */
uint32_t image_counter(const unsigned char *page);
bool image_is_database(const struct image *);
/* A whole database without a reference to nothing; one that is empty is. */
bool image_whole(const struct image *);

/* An entry of the change log; all zero: none. */
struct image_entry {
	int64_t seq, at, kind, key, item;
};
/* The last one up to a number; the number of the last one that begins a change. */
struct image_entry image_entry(const struct image *, int64_t most);
int64_t image_last_change(const struct image *);

/*
 * What a journal or a -wal says. NOTHING: SQLite would use nothing of it. WHOLE: all of it is as it
 * was written. DAMAGED: not all; what stands before the damage is used.
 */
enum leftover { LEFTOVER_NOTHING, LEFTOVER_WHOLE, LEFTOVER_DAMAGED };
/* Take back what the journal was written for. *own: as far as the counter tells it is this
 * database's. */
enum leftover journal_apply(const struct image *journal, struct image *database, bool *own);
/* Add the transactions of a -wal, at most so many; *own as above. */
enum leftover wal_apply(
	const struct image *wal, size_t most, struct image *database, size_t *count, bool *own);

#endif
