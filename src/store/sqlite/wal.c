/* SPDX-License-Identifier: MIT */
/*
 * What a -wal says, in which rekindle 0.1.0 and other programs keep changes: a header, and frames
 * of a page each, every one summed up with all before it. Read as SQLite reads it (its file format
 * is documented and stable), but damage is not passed over.
 */
#include "image.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/pool.h>

#define HEADER 32
#define FRAME 24          /* of a header of its own */
#define MAGIC 0x377f0682u /* its last bit: sums are of numbers with the big end first */

struct wal {
	const struct image *file;
	size_t page;
	bool big;
	uint32_t sum[2];
	bool counted; /* a first page is among the frames; its change counter: */
	uint32_t first, last;
	/* Of the database before it: how many pages there are, and which are free. */
	uint32_t pages;
	unsigned char *free;
	bool strange; /* one that was free was written, or there are more or less now */
};

static uint32_t number_of(const struct wal *wal, const unsigned char *at)
{
	const unsigned char turned[] = { at[3], at[2], at[1], at[0] };
	return image_number(wal->big ? at : turned);
}

static void add_up(struct wal *wal, const unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i + 8 <= size; i += 8) {
		wal->sum[0] += number_of(wal, bytes + i) + wal->sum[1];
		wal->sum[1] += number_of(wal, bytes + i + 4) + wal->sum[0];
	}
}

static bool sums_to(const struct wal *wal, const unsigned char *at)
{
	return image_number(at) == wal->sum[0] && image_number(at + 4) == wal->sum[1];
}

static bool read_header(struct wal *wal)
{
	const unsigned char *head = wal->file->bytes;
	if (wal->file->size < HEADER || (image_number(head) & ~1u) != MAGIC)
		return false;
	wal->big = head[3] & 1;
	wal->page = image_number(head + 8);
	add_up(wal, head, HEADER - 8);
	return image_is_power((uint32_t)wal->page, 512, 65536) && sums_to(wal, head + HEADER - 8);
}

static const unsigned char *frame(const struct wal *wal, size_t n)
{
	size_t at = HEADER + n * (FRAME + wal->page);
	return at + FRAME + wal->page <= wal->file->size ? wal->file->bytes + at : NULL;
}

static bool ends_transaction(const unsigned char *frame)
{
	return image_number(frame + 4) != 0;
}

static bool check(struct wal *wal, const unsigned char *frame)
{
	if (memcmp(frame + 8, wal->file->bytes + 16, 8) != 0 || !image_number(frame))
		return false;
	add_up(wal, frame, 8);
	add_up(wal, frame + FRAME, wal->page);
	return sums_to(wal, frame + 16);
}

/* The end of the next transaction, from where all is counted; or from where there is no whole one.
 */
static size_t next_end(struct wal *wal, size_t from)
{
	const unsigned char *at;
	for (size_t n = from; (at = frame(wal, n)) && check(wal, at); n++)
		if (ends_transaction(at))
			return n + 1;
	return from;
}

/* Frames of this -wal, and not of one whose place it took, that end a transaction. */
static bool has_lost(const struct wal *wal, size_t from)
{
	const unsigned char *at, *salts = wal->file->bytes + 16;
	for (size_t n = from; (at = frame(wal, n)); n++)
		if (ends_transaction(at) &&
			(!memcmp(at + 8, salts, 4) || !memcmp(at + 12, salts + 4, 4)))
			return true;
	return false;
}

/* The list of free pages: each of its own pages names the next one and those that it lists. One
 * that is damaged ends where it does not make sense. */
static void find_free(struct wal *wal, const struct image *database)
{
	uint32_t next = image_number(database->bytes + 32);
	for (uint32_t left = wal->pages; next && next <= wal->pages && left; left--) {
		const unsigned char *list = database->bytes + (next - 1) * wal->page;
		uint32_t most = (uint32_t)wal->page / 4 - 2, count = image_number(list + 4);
		wal->free[next] = 1;
		for (uint32_t i = 0; i < count && i < most; i++) {
			uint32_t page = image_number(list + 8 + 4 * (size_t)i);
			if (page && page <= wal->pages)
				wal->free[page] = 1;
		}
		next = image_number(list);
	}
}

static void look_at_database(struct wal *wal, const struct image *database)
{
	if (!image_is_database(database) || database->size % wal->page)
		return;
	uint32_t said = image_number(database->bytes + 28);
	bool valid = image_counter(database->bytes) == image_number(database->bytes + 92);
	wal->pages = (uint32_t)(database->size / wal->page);
	if (valid && said < wal->pages)
		wal->pages = said;
	wal->free = mem_alloc((size_t)wal->pages + 1);
	find_free(wal, database);
}

/* Before the first page changes no page becomes free or is free no more, and the file neither grows
 * nor shrinks: the first page says which are free and how many there are. */
static void look_at_page(struct wal *wal, const unsigned char *frame)
{
	uint32_t page = image_number(frame), pages = image_number(frame + 4);
	wal->strange |= (page <= wal->pages && wal->free[page]) || page > wal->pages;
	wal->strange |= pages && pages != wal->pages;
}

static void count(struct wal *wal, const unsigned char *page)
{
	wal->last = image_counter(page);
	if (!wal->counted)
		wal->first = wal->last;
	wal->counted = true;
}

/* Of one transaction; where it is large its first page may come behind others. */
static void look_at_frames(struct wal *wal, size_t from, size_t end)
{
	for (size_t n = from; n < end && !wal->counted; n++)
		if (image_number(frame(wal, n)) == 1)
			count(wal, frame(wal, n) + FRAME);
	for (size_t n = from; n < end && !wal->counted && wal->pages; n++)
		look_at_page(wal, frame(wal, n));
}

/* False when there would be pages that neither has. */
static bool put_frames(struct wal *wal, size_t from, size_t end, struct image *database)
{
	look_at_frames(wal, from, end);
	for (size_t n = from; n < end; n++) {
		const unsigned char *at = frame(wal, n);
		if (image_number(at) > database->size / wal->page + end - from)
			return false;
		if (image_number(at) == 1)
			count(wal, at + FRAME);
		image_put(database, image_number(at), at + FRAME, wal->page);
	}
	size_t size = image_number(frame(wal, end - 1) + 4) * wal->page;
	bool has = size <= database->size;
	if (has)
		image_resize(database, size);
	return has;
}

/* The first pages of a -wal are later than that of the database, unless they have been put there
 * already: then it says nothing of what was before them. */
static bool is_own(const struct wal *wal, uint32_t counter)
{
	if (!wal->counted)
		return !wal->strange;
	return counter + 1 == wal->first ? !wal->strange
					 : counter >= wal->first && counter <= wal->last;
}

enum leftover wal_apply(
	const struct image *file, size_t most, struct image *database, size_t *count, bool *own)
{
	struct wal wal = { .file = file };
	uint32_t counter = image_is_database(database) ? image_counter(database->bytes) : 0;
	size_t done = 0, end;
	*count = 0;
	*own = true;
	if (!read_header(&wal))
		return file->size > HEADER ? LEFTOVER_DAMAGED : LEFTOVER_NOTHING;
	look_at_database(&wal, database);
	for (; *own && *count < most && (end = next_end(&wal, done)) > done; ++*count) {
		*own = put_frames(&wal, done, end, database);
		done = end;
	}
	*own = *own && is_own(&wal, counter);
	free(wal.free);
	if (*count < most && has_lost(&wal, done))
		return LEFTOVER_DAMAGED;
	return *count ? LEFTOVER_WHOLE : LEFTOVER_NOTHING;
}
