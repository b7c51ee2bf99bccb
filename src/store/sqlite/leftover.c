/* SPDX-License-Identifier: MIT */
/*
 * What a crash has left beside a database: its own is taken in, that of another file is set aside.
 *
 * SQLite does not ask whose journal it finds. One that was written for this file leads back, or a
 * -wal forward, to a state that is whole and has the past of the other: the change log is only
 * added to. Where a copy has been put in place meanwhile, the copy alone is whole, the mixture is
 * not, or the pasts differ.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "image.h"

#define PATIENCE_MS 1000
#define STEP_MS 20

enum verdict { VERDICT_OWN, VERDICT_NOTHING, VERDICT_DAMAGED, VERDICT_FOREIGN, VERDICT_LOST };

/* Is one the end of a past of which the other's is the beginning? */
static bool follows(const struct image *newer, const struct image *older)
{
	struct image_entry end = image_entry(older, INT64_MAX);
	struct image_entry there = image_entry(newer, end.seq);
	return !memcmp(&end, &there, sizeof(end));
}

/* with: what the leftover makes of the file. LOST: neither is whole. */
static enum verdict judge(const struct image *alone, const struct image *with,
	const struct image *newer, const struct image *older)
{
	bool whole = image_whole(alone);
	if (!image_whole(with))
		return whole ? VERDICT_FOREIGN : VERDICT_LOST;
	return !whole || follows(newer, older) ? VERDICT_OWN : VERDICT_FOREIGN;
}

static bool same(const struct image *a, const struct image *b)
{
	return a->size == b->size && !memcmp(a->bytes, b->bytes, a->size);
}

static enum verdict judge_journal(
	const struct image *journal, const struct image *alone, struct image *with)
{
	bool own;
	enum leftover state = journal_apply(journal, with, &own);
	if (state == LEFTOVER_NOTHING)
		return VERDICT_NOTHING;
	if (state == LEFTOVER_DAMAGED)
		return image_whole(alone) ? VERDICT_DAMAGED : VERDICT_LOST;
	if (own && same(alone, with))
		return VERDICT_OWN;
	return own ? judge(alone, with, alone, with) : VERDICT_FOREIGN;
}

/* The first change that the -wal adds comes right after the last one of the file it was begun for:
 * where others are missing in between, an older copy lies there now. */
static bool continues(const struct image *wal, const struct image *alone)
{
	int64_t last = image_entry(alone, INT64_MAX).seq;
	bool own, more = true;
	for (size_t n = 1; more; n++) {
		struct image with;
		size_t count;
		image_copy(alone, &with);
		wal_apply(wal, n, &with, &count, &own);
		int64_t end = image_entry(&with, INT64_MAX).seq, change = image_last_change(&with);
		image_release(&with);
		if (end > last)
			return change <= last + 1;
		more = count == n;
	}
	return true;
}

static enum verdict judge_wal(
	const struct image *wal, const struct image *alone, struct image *with)
{
	bool own;
	size_t count;
	enum leftover state = wal_apply(wal, SIZE_MAX, with, &count, &own);
	if (state == LEFTOVER_NOTHING)
		return VERDICT_NOTHING;
	/* SQLite takes the -wal of an empty file away. */
	if (!own || !alone->size)
		return VERDICT_FOREIGN;
	enum verdict verdict = count ? judge(alone, with, with, alone) : VERDICT_OWN;
	if (verdict == VERDICT_OWN && image_whole(alone) && !continues(wal, alone))
		verdict = VERDICT_FOREIGN;
	return verdict == VERDICT_OWN && state == LEFTOVER_DAMAGED ? VERDICT_DAMAGED : verdict;
}

/* A new name beside the database, of which the time is a part. */
static bool aside(struct str *name, const char *path, const char *what)
{
	time_t now = time(NULL);
	struct tm local;
	char at[32];
	strftime(at, sizeof(at), "%Y%m%d-%H%M%S", localtime_r(&now, &local));
	for (int i = 1; i < 100; i++) {
		str_clear(name);
		str_addf(name, "%s.%s-%s", path, what, at);
		if (i > 1)
			str_addf(name, ".%d", i);
		if (access(name->text, F_OK) < 0)
			return errno == ENOENT;
	}
	return false;
}

/* The file itself where none of it is used; a copy where SQLite goes on with the rest. */
static bool put_aside(const char *path, const struct image *leftover, bool copy, const char *name)
{
	if (!copy)
		return rename(path, name) == 0;
	int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = file >= 0 &&
		write(file, leftover->bytes, leftover->size) == (ssize_t)leftover->size &&
		fsync(file) == 0;
	return (file < 0 || close(file) == 0) && done;
}

static const struct {
	const char *name; /* part of the name that it gets */
	const char *words;
} told[] = {
	[VERDICT_DAMAGED] = { "damaged", "is damaged, and not all that it says can be read" },
	[VERDICT_FOREIGN] = { "of-another-file",
		"was left by a crash and belongs to another file "
		"than the one that lies there now" },
};

static enum err set_aside(struct engine *engine, const char *path, const struct image *leftover,
	enum verdict verdict, bool copy, struct errmsg *why)
{
	struct str name;
	str_init(&name);
	bool done = engine->read_only ||
		(aside(&name, path, told[verdict].name) &&
			put_aside(path, leftover, copy, name.text));
	if (done)
		str_addf(&engine->said, "%s%s %s", engine->said.len ? "; " : "", path,
			told[verdict].words);
	if (done && !engine->read_only)
		str_addf(&engine->said, ": it is kept as %s", name.text);
	if (!done)
		errmsg_set(why, ERR_FAILED, "%s %s, and cannot be set aside (%s): nothing is read",
			path, told[verdict].words, strerror(errno));
	str_release(&name);
	return done ? ERR_NONE : ERR_FAILED;
}

static enum err refuse(const struct engine *engine, const char *path, struct errmsg *why)
{
	struct str detail;
	str_init(&detail);
	str_addf(&detail, "with %s beside it, and without it", path);
	enum err err = sqlite_damaged(engine, detail.text, why);
	str_release(&detail);
	return err;
}

struct leftover_kind {
	const char *end;
	enum verdict (*judge)(
		const struct image *leftover, const struct image *alone, struct image *with);
	bool forward; /* what is before the damage is of use */
};
static const struct leftover_kind kinds[] = {
	{ "-journal", judge_journal, false },
	{ "-wal", judge_wal, true },
};

/* Where nothing may be written, what it would have become is read from memory. */
static void keep_image(
	struct engine *engine, enum verdict verdict, bool forward, struct image *with)
{
	bool use = verdict == VERDICT_OWN || (verdict == VERDICT_DAMAGED && forward);
	if (!engine->read_only || !use)
		return;
	image_release(&engine->image);
	engine->image = *with;
	*with = (struct image){ 0 };
}

static enum err settle_one(struct engine *engine, const struct image *alone, const char *path,
	const struct leftover_kind *kind, struct errmsg *why)
{
	struct image leftover, with;
	enum err err = ERR_NONE;
	if (!image_read(&leftover, path))
		return ERR_NONE;
	image_copy(alone, &with);
	enum verdict verdict = kind->judge(&leftover, alone, &with);
	if (verdict == VERDICT_LOST)
		err = refuse(engine, path, why);
	else if (verdict == VERDICT_FOREIGN || verdict == VERDICT_DAMAGED)
		err = set_aside(engine, path, &leftover, verdict,
			verdict == VERDICT_DAMAGED && kind->forward, why);
	keep_image(engine, verdict, kind->forward, &with);
	image_release(&leftover);
	image_release(&with);
	return err;
}

static enum err settle_all(struct engine *engine, const struct image *alone, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct str path;
		str_init(&path);
		str_addf(&path, "%s%s", engine->path, kinds[i].end);
		err = settle_one(engine, alone, path.text, &kinds[i], why);
		str_release(&path);
	}
	return err;
}

/* By SQLite's own lock: the file must not be opened a second time, since closing that would end the
 * lock. */
static bool read_locked(sqlite3_file *file, struct image *image)
{
	sqlite3_int64 size = 0;
	*image = (struct image){ 0 };
	if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
		return false;
	image_resize(image, (size_t)size);
	for (sqlite3_int64 at = 0; at < size; at += 1 << 20) {
		sqlite3_int64 n = size - at < 1 << 20 ? size - at : 1 << 20;
		if (file->pMethods->xRead(file, image->bytes + at, (int)n, at) != SQLITE_OK)
			return false;
	}
	return true;
}

/*
 * Alone with it. Whoever is writing is no crash, and what lies there is theirs. Between two tries
 * nothing is held: a writer that waits for the readers to go would wait for this one too. A file
 * that cannot be written needs no lock.
 */
static bool lock(const struct engine *engine, sqlite3_file *file)
{
	const sqlite3_io_methods *can = file->pMethods;
	for (int waited = 0; waited <= PATIENCE_MS; waited += STEP_MS) {
		int writing = 0, code = can->xLock(file, SQLITE_LOCK_SHARED);
		if (code == SQLITE_OK && engine->read_only)
			return true;
		if (code == SQLITE_OK)
			code = can->xCheckReservedLock(file, &writing);
		if (code == SQLITE_OK && !writing)
			code = can->xLock(file, SQLITE_LOCK_EXCLUSIVE);
		if (code == SQLITE_OK && !writing)
			return true;
		can->xUnlock(file, SQLITE_LOCK_NONE);
		if (writing)
			return false;
		sqlite3_sleep(STEP_MS);
	}
	return false;
}

enum err leftover_settle(struct engine *engine, struct errmsg *why)
{
	sqlite3_file *file = NULL;
	struct image alone;
	enum err err = ERR_NONE;
	sqlite3_file_control(engine->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (!file || !file->pMethods)
		return ERR_NONE;
	if (lock(engine, file) && read_locked(file, &alone)) {
		err = settle_all(engine, &alone, why);
		image_release(&alone);
	}
	file->pMethods->xUnlock(file, SQLITE_LOCK_NONE);
	return err;
}

bool leftover_there(const char *path)
{
	bool there = false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct str name;
		struct stat at;
		str_init(&name);
		str_addf(&name, "%s%s", path, kinds[i].end);
		there |= stat(name.text, &at) == 0 && at.st_size > 0;
		str_release(&name);
	}
	return there;
}
