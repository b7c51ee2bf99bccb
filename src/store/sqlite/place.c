/* SPDX-License-Identifier: MIT */
/*
 * The file under an open SQLite database: whether it is still the one that was opened.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
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
