/* SPDX-License-Identifier: MIT */
/*
 * The file under an open SQLite database: whether it is still the one that was opened, and a copy
 * of what is open where it is not.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool same_writing(const struct stat *a, const struct stat *b)
{
	return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
		a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

void place_remember(struct engine *engine)
{
	struct stat now;
	if (engine->memory || stat(engine->path, &now) < 0)
		return;
	if (!engine->placed || same_file(&now, &engine->at))
		engine->at = now;
	engine->placed = true;
}

/* Nobody but SQLite knows which file it has open; the name may lead elsewhere by a link as well. */
static bool has_moved(struct engine *engine, const struct stat *now)
{
	int moved = 0;
	sqlite3_file_control(engine->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return moved || !same_file(now, &engine->at);
}

enum engine_place engine_place(struct engine *engine)
{
	struct stat now;
	if (engine->read_only || !engine->placed)
		return PLACE_SAME;
	if (stat(engine->path, &now) < 0)
		return errno == ENOENT || errno == ENOTDIR ? PLACE_NONE : PLACE_SAME;
	if (has_moved(engine, &now))
		return PLACE_OTHER;
	if (same_writing(&now, &engine->at))
		return PLACE_SAME;
	/* SQLite tells by a counter whether its pages are old; in a file that was copied over this
	 * one it may stand where it stood. */
	engine->at = now;
	sqlite3_db_release_memory(engine->db);
	return PLACE_WRITTEN;
}

/* rescue-TIME.db beside the database, then rescue-TIME.2.db and so on: empty, for the user alone.
 */
static bool make_beside(struct str *name, const char *path)
{
	char *copy = mem_strdup(path), *folder = dirname(copy), at[32];
	time_t now = time(NULL);
	struct tm local;
	int file = -1;
	strftime(at, sizeof(at), "%Y%m%d-%H%M%S", localtime_r(&now, &local));
	for (int i = 1; i < 100 && file < 0; i++) {
		str_clear(name);
		str_addf(name, "%s/rescue-%s", folder, at);
		if (i > 1)
			str_addf(name, ".%d", i);
		str_add(name, ".db");
		file = open(name->text, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (file < 0 && errno != EEXIST)
			break;
	}
	free(copy);
	return file >= 0 && fchmod(file, 0600) == 0 && close(file) == 0;
}

enum err engine_rescue(struct engine *engine, bool copy, struct str *name, struct errmsg *why)
{
	if (!make_beside(name, engine->path))
		return errmsg_set(
			why, ERR_FAILED, "%s cannot be made (%s)", name->text, strerror(errno));
	if (!copy || sqlite_copy(engine, name->text))
		return ERR_NONE;
	unlink(name->text);
	return errmsg_set(why, ERR_FAILED, "%s cannot be written", name->text);
}

/* The end of a commit is that the journal is cut off, or gone from its folder. */
bool engine_sync(struct engine *engine)
{
	struct str name;
	str_init(&name);
	str_addf(&name, "%s-journal", engine->path);
	int file = open(name.text, O_RDWR | O_CLOEXEC);
	if (file < 0) {
		char *copy = mem_strdup(engine->path);
		file = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		free(copy);
	}
	str_release(&name);
	bool done = file >= 0 && fsync(file) == 0;
	if (file >= 0)
		close(file);
	return done;
}
