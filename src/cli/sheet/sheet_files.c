/* SPDX-License-Identifier: MIT */
/*
 * Files and folders that sheet --read is given.
 */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <rekindle/texts.h>
#include "sheet.h"

static int is_seen(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static bool is_folder(const char *path)
{
	struct stat is;

	return stat(path, &is) == 0 && S_ISDIR(is.st_mode);
}

static bool is_file(const char *path)
{
	struct stat is;

	return stat(path, &is) == 0 && S_ISREG(is.st_mode);
}

/* Plain files in the order of their names; what else lies there is passed over. */
static enum err add_folder(
	struct pool *pool, const char *path, struct texts *files, struct errmsg *why)
{
	struct dirent **entries;
	int count = scandir(path, &entries, is_seen, alphasort);

	if (count < 0)
		return errmsg_set(why, ERR_FAILED, "%s: the folder cannot be read", path);
	for (int i = 0; i < count; i++) {
		const char *file = pool_printf(pool, "%s/%s", path, entries[i]->d_name);
		if (is_file(file))
			texts_add(pool, files, file);
		free(entries[i]);
	}
	free(entries);
	return ERR_NONE;
}

enum err sheet_files(
	struct pool *pool, const char *path, struct texts *files, bool *folder, struct errmsg *why)
{
	static const char *const mails[] = { "cur", "new" };
	bool maildir = false;
	enum err err = ERR_NONE;

	*folder = strcmp(path, "-") != 0 && is_folder(path);
	if (!*folder) {
		texts_add(pool, files, path);
		return ERR_NONE;
	}
	for (size_t i = 0; i < 2 && err == ERR_NONE; i++) {
		const char *inside = pool_printf(pool, "%s/%s", path, mails[i]);
		if (is_folder(inside)) {
			maildir = true;
			err = add_folder(pool, inside, files, why);
		}
	}
	return maildir || err ? err : add_folder(pool, path, files, why);
}
