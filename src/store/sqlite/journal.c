/* SPDX-License-Identifier: MIT */
/*
 * What a rollback journal says: headers of a sector, each with records of a page behind it. Read as
 * SQLite reads it (its file format is documented and stable), but damage is not passed over.
 */
#include "image.h"

#include <string.h>

#define JOURNAL_HEADER 28
static const unsigned char journal_magic[8] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

struct journal {
	const struct image *file;
	size_t at;
	uint32_t records, nonce, pages, sector, page;
};

/* The header at a place; its counts are those of what has reached the disk. */
static bool read_header(struct journal *journal)
{
	const unsigned char *head = journal->file->bytes + journal->at;
	if (journal->at + JOURNAL_HEADER > journal->file->size ||
		memcmp(head, journal_magic, sizeof(journal_magic)) != 0)
		return false;
	journal->records = image_number(head + 8);
	journal->nonce = image_number(head + 12);
	if (!journal->at) {
		journal->pages = image_number(head + 16);
		journal->sector = image_number(head + 20);
		journal->page = image_number(head + 24);
	}
	if (!image_is_power(journal->sector, 32, 65536) ||
		!image_is_power(journal->page, 512, 65536))
		return false;
	/* a writer that did not wait for the disk does not count */
	if (journal->records == UINT32_MAX)
		journal->records =
			(uint32_t)((journal->file->size - journal->at - journal->sector) /
				(journal->page + 8));
	return journal->file->size >= journal->at + journal->sector;
}

static bool checks(const struct journal *journal, const unsigned char *page)
{
	uint32_t sum = journal->nonce;
	for (size_t i = journal->page - 200; i > 0 && i < journal->page; i -= 200)
		sum += page[i];
	return sum == image_number(page + journal->page);
}

/* Of the same past: what the journal puts back is the state before the last write, or the write has
 * not begun. */
static bool counter_fits(const unsigned char *page, const struct image *database)
{
	return image_is_database(database) &&
		image_counter(database->bytes) - image_counter(page) <= 1;
}

static bool take_record(const struct journal *journal, struct image *database, bool *own)
{
	const unsigned char *record = journal->file->bytes + journal->at;
	if (journal->at + journal->page + 8 > journal->file->size)
		return false;
	uint32_t number = image_number(record);
	if (!number || number > journal->pages || !checks(journal, record + 4))
		return false;
	if (number == 1)
		*own = counter_fits(record + 4, database);
	image_put(database, number, record + 4, journal->page);
	return true;
}

static bool take_records(struct journal *journal, struct image *database, bool *own)
{
	journal->at += journal->sector;
	for (uint32_t n = 0; n < journal->records; n++) {
		if (!take_record(journal, database, own))
			return false;
		journal->at += journal->page + 8;
	}
	journal->at = (journal->at + journal->sector - 1) / journal->sector * journal->sector;
	return true;
}

/* No write makes the file shorter; and the journal of a file that was nothing yet is of the one
 * that is being made. */
static bool size_fits(const struct journal *journal, const struct image *database)
{
	if (journal->pages)
		return (size_t)journal->pages * journal->page <= database->size;
	return !image_is_database(database) || image_counter(database->bytes) <= 1;
}

enum leftover journal_apply(const struct image *file, struct image *database, bool *own)
{
	struct journal journal = { .file = file };
	bool whole = true;
	*own = true;
	if (!file->size || !file->bytes[0])
		return LEFTOVER_NOTHING;
	if (!read_header(&journal))
		return LEFTOVER_DAMAGED;
	*own = size_fits(&journal, database);
	if (!*own)
		return LEFTOVER_WHOLE;
	do {
		whole = take_records(&journal, database, own);
	} while (whole && journal.records && read_header(&journal));
	/* SQLite makes the file as long as it was also where no record has reached the disk. */
	image_resize(database, (size_t)journal.pages * journal.page);
	return whole ? LEFTOVER_WHOLE : LEFTOVER_DAMAGED;
}
