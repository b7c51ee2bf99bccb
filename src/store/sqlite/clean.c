/* SPDX-License-Identifier: MIT */
/*
 * A database without a trace of what was deleted from it, and the copies that still hold it.
 */
#include "sqlite.h"

#include <dirent.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/file.h>

#define MAGIC "SQLite format 3" /* and its NUL */

/* Deleted bytes are overwritten with zeros where they stand, but a page that was split may hold
 * them twice. In memory: what is kept shall not lie in a file of its own on the way. */
enum err engine_clean(struct engine *engine, struct errmsg *why)
{
	if (sqlite3_exec(engine->db, "PRAGMA temp_store = MEMORY; VACUUM", NULL, NULL, NULL) !=
			SQLITE_OK ||
		sqlite3_wal_checkpoint_v2(
			engine->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK)
		return sqlite_fail(engine, why);
	place_remember(engine);
	return ERR_NONE;
}

static bool is_database(const char *bytes, size_t size)
{
	return size >= sizeof(MAGIC) && !memcmp(bytes, MAGIC, sizeof(MAGIC));
}

static bool holds(const char *bytes, size_t size, const struct uuid *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (memmem(bytes, size, &ids[i], sizeof(ids[i])))
			return true;
	return false;
}

/* of_ours: by its name what was set aside of the database, be it pages of a journal; what else lies
 * there is read no further than to see that it is no database. */
static bool file_holds(const char *path, bool of_ours, const struct uuid *ids, size_t count)
{
	struct stat at;
	bool found = false;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	if (file >= 0 && fstat(file, &at) == 0 && S_ISREG(at.st_mode) && at.st_size > 0) {
		void *bytes = mmap(NULL, (size_t)at.st_size, PROT_READ, MAP_PRIVATE, file, 0);
		if (bytes != MAP_FAILED) {
			found = (of_ours || is_database(bytes, (size_t)at.st_size)) &&
				holds(bytes, (size_t)at.st_size, ids, count);
			munmap(bytes, (size_t)at.st_size);
		}
	}
	if (file >= 0)
		close(file);
	return found;
}

struct search {
	const char *database, *file; /* its path, and the last part of it */
	const struct uuid *ids;
	size_t count;
};

static void look_into(const struct search *search, const char *folder, struct str *names)
{
	DIR *dir = opendir(folder);
	struct str path;
	str_init(&path);
	for (const struct dirent *entry; dir && (entry = readdir(dir));) {
		str_clear(&path);
		str_addf(&path, "%s/%s", folder, entry->d_name);
		if (!file_same(path.text, search->database) &&
			file_holds(path.text,
				!strncmp(entry->d_name, search->file, strlen(search->file)),
				search->ids, search->count))
			str_addf(names, "%s\n", path.text);
	}
	str_release(&path);
	if (dir)
		closedir(dir);
}

void engine_copies(
	const struct engine *engine, const struct uuid *ids, size_t count, struct str *names)
{
	const char *slash = strrchr(engine->path, '/');
	const struct search search = { engine->path, slash ? slash + 1 : engine->path, ids, count };
	struct str backups;
	if (engine->memory || !count)
		return;
	char *copy = mem_strdup(engine->path);
	const char *folder = dirname(copy);
	str_init(&backups);
	str_addf(&backups, "%s/backups", folder);
	look_into(&search, folder, names);
	look_into(&search, backups.text, names);
	str_release(&backups);
	free(copy);
}
