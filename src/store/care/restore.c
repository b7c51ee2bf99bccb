/* SPDX-License-Identifier: MIT */
/*
 * A copy put in the place of the database. First it is read whole, then written beside the database
 * and checked again, and only then given its name, in one step; what was there has another by then.
 */
#include "care_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/date.h>
#include <rekindle/file.h>

#define NAMES 1000 /* of what is kept of one day */

static const char *const companions[] = { "-wal", "-journal", "-shm" };
#define COMPANIONS (sizeof(companions) / sizeof(*companions))

struct restore {
	const char *file;    /* given */
	struct str place;    /* of the database, links followed */
	struct str work;     /* folder beside it */
	struct str fresh;    /* the copy in it */
	struct str *aside;   /* what there was */
	struct engine *from; /* file, open */
	int version;
	int claim;
	bool moved; /* what was there has lost its name already */
};

/* Is file one that can be put there? Its rows are looked at in the copy. */

static enum err check_names(const struct restore *restore, struct errmsg *why)
{
	struct engine_face face;
	struct stat at;
	const char *file = restore->file;
	if (file_same(restore->place.text, file))
		return errmsg_set(why, ERR_USAGE, "%s is the database itself; name a copy", file);
	if (stat(file, &at) < 0)
		return errmsg_set(why, ERR_FAILED, "cannot read %s: %s", file, strerror(errno));
	if (!S_ISREG(at.st_mode))
		return errmsg_set(why, ERR_USAGE, "%s is not a file", file);
	if (engine_face(file, &face) && face.waits_journal)
		return errmsg_set(why, ERR_INVALID,
			"%s was copied in the middle of a write, of which %s-journal is a part; "
			"open it once with rekindle --db, then restore it",
			file, file);
	return judge_face(file, file, why);
}

static enum err check_inside(struct restore *restore, struct errmsg *why)
{
	enum err err = engine_look(restore->file, restore->file, false, &restore->from, why);
	if (!err)
		err = judge_pages(restore->from, restore->file, true, why);
	if (!err)
		err = judge_shape(restore->from, &restore->version, why);
	return err;
}

/* The folder for what is not in place yet. One of this name was left by a program that was killed:
 * whoever works in it has a claim on the database. */

static void empty_folder(const char *path)
{
	DIR *folder = opendir(path);
	for (struct dirent *entry; folder && (entry = readdir(folder));)
		unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
}

static enum err make_work(struct restore *restore, struct errmsg *why)
{
	const char *place = restore->place.text, *slash = strrchr(place, '/');
	size_t n = slash ? (size_t)(slash + 1 - place) : 0;
	str_addn(&restore->work, place, n);
	str_addf(&restore->work, ".%s.restore", place + n);
	str_addf(&restore->fresh, "%s/new.db", restore->work.text);
	enum err err = file_make_folders(restore->fresh.text, why);
	if (!err)
		empty_folder(restore->work.text);
	return err;
}

/* An older one is brought up to date, to see that it can be, and its rows looked at: a copy of it.
 */
static enum err try_older(struct restore *restore, struct errmsg *why)
{
	struct str name;
	struct store *store = NULL;
	struct rows_seen seen = { 0 };
	struct errmsg found;
	str_init(&name);
	str_addf(&name, "%s/old.db", restore->work.text);
	enum err err = copy_verified(restore->from, name.text, false, false, &found);
	if (!err)
		err = store_open(name.text, STORE_EXISTING, &store, &found);
	if (!err)
		err = store_read_rows(store, &seen, &found);
	if (err)
		errmsg_set(why, err,
			"%s is of an older rekindle and cannot be brought up to date: %s",
			restore->file, found.text);
	store_close(store);
	str_release(&name);
	return err;
}

static enum err make_fresh(struct restore *restore, struct errmsg *why)
{
	struct rows_seen seen = { 0 };
	enum err err = make_work(restore, why);
	if (!err && restore->version < migrate_newest(embedded_files))
		err = try_older(restore, why);
	if (!err)
		err = copy_verified(restore->from, restore->fresh.text, false, true, why);
	if (!err)
		err = judge_rows(restore->fresh.text, restore->file, true, &seen, why);
	return err;
}

/* What is there now. Where it is whole together with what waits beside it, it takes that in, so
 * that it is one file when it gets its new name; where it is not, all of it is kept as it lies. */

static bool is_whole(const char *place)
{
	struct engine *engine = NULL;
	int version;
	bool whole = !judge_face(place, place, NULL) &&
		!engine_look(place, place, false, &engine, NULL) &&
		!judge_pages(engine, place, false, NULL) && !judge_shape(engine, &version, NULL);
	engine_close(engine);
	return whole;
}

static void settle_present(const char *place)
{
	struct engine *engine;
	struct errmsg why;
	struct str notice;
	if (!is_whole(place) ||
		engine_open(place, ENGINE_EXISTING, migrate_newest(embedded_files), &engine, &why))
		return;
	str_init(&notice);
	engine_settle(engine, &notice, &why);
	str_release(&notice);
	engine_close(engine);
}

static void name_companion(struct str *name, const char *path, size_t i)
{
	str_clear(name);
	str_addf(name, "%s%s", path, companions[i]);
}

static bool has_companion(const char *path)
{
	struct str name;
	bool has = false;
	str_init(&name);
	for (size_t i = 0; !has && i < COMPANIONS; i++) {
		name_companion(&name, path, i);
		has = file_exists(name.text);
	}
	str_release(&name);
	return has;
}

static void move_companions(const char *from, const char *to)
{
	struct str one, two;
	str_init(&one);
	str_init(&two);
	for (size_t i = 0; i < COMPANIONS; i++) {
		name_companion(&one, from, i);
		name_companion(&two, to, i);
		if (file_exists(one.text))
			rename(one.text, two.text);
	}
	str_release(&one);
	str_release(&two);
}

static void name_aside(struct restore *restore, int n)
{
	char day[DATE_TEXT];
	str_clear(restore->aside);
	str_addf(restore->aside, "%s.replaced-%s", restore->place.text,
		date_iso(clock_today(), day));
	if (n > 1)
		str_addf(restore->aside, ".%d", n);
}

/* Some file systems know no second names. */
static bool cannot_link(int error)
{
	return error == EPERM || error == EOPNOTSUPP || error == ENOSYS || error == EMLINK;
}

/* A second name for what is there, which it keeps when the first is taken; or, where there are no
 * second names, for a moment the only one. */
static enum err name_present(struct restore *restore, struct errmsg *why)
{
	for (int n = 1; n < NAMES; n++) {
		name_aside(restore, n);
		if (has_companion(restore->aside->text))
			continue;
		if (link(restore->place.text, restore->aside->text) == 0)
			return ERR_NONE;
		restore->moved = cannot_link(errno);
		if (restore->moved)
			return file_put(restore->place.text, restore->aside->text, false, why);
		if (errno != EEXIST)
			break;
	}
	return errmsg_set(why, ERR_FAILED, "cannot keep %s as %s: %s", restore->place.text,
		restore->aside->text, strerror(errno));
}

static void take_back(const struct restore *restore)
{
	move_companions(restore->aside->text, restore->place.text);
	if (restore->moved)
		rename(restore->aside->text, restore->place.text);
	else
		unlink(restore->aside->text);
}

static enum err swap(struct restore *restore, struct errmsg *why)
{
	const char *place = restore->place.text;
	bool there = file_exists(place);
	if (there)
		settle_present(place);
	enum err err = ERR_NONE;
	if (there)
		err = name_present(restore, why);
	else if (has_companion(place))
		name_aside(restore, 1);
	if (err)
		return err;
	move_companions(place, restore->aside->text);
	file_sync_folder(place);
	err = file_put(restore->fresh.text, place, there && !restore->moved, why);
	if (err)
		take_back(restore);
	return err;
}

static enum err run(struct restore *restore, struct errmsg *why)
{
	enum err err = check_names(restore, why);
	if (!err)
		err = check_inside(restore, why);
	if (!err)
		err = presence_claim(restore->place.text, &restore->claim, why);
	if (!err)
		err = make_fresh(restore, why);
	if (!err)
		err = swap(restore, why);
	engine_close(restore->from);
	if (restore->work.len) {
		empty_folder(restore->work.text);
		rmdir(restore->work.text);
	}
	presence_leave(restore->claim);
	return err;
}

enum err care_restore(const char *database, const char *file, struct str *aside, struct errmsg *why)
{
	struct restore restore = { .file = file, .aside = aside, .claim = -1 };
	str_init(&restore.place);
	str_init(&restore.work);
	str_init(&restore.fresh);
	shelf_place(&restore.place, database);
	enum err err = run(&restore, why);
	if (err)
		str_clear(aside);
	str_release(&restore.place);
	str_release(&restore.work);
	str_release(&restore.fresh);
	return err;
}
