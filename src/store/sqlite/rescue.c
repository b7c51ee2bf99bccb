/* SPDX-License-Identifier: MIT */
/*
 * A copy of an open SQLite database that has lost its file.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* rescue-TIME.db in a folder, then rescue-TIME.2.db and so on: empty, for the user alone. */
static bool make_in(struct str *name, const char *folder)
{
	time_t now = time(NULL);
	struct tm local;
	char at[32];
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
	return file >= 0 && fchmod(file, 0600) == 0 && close(file) == 0;
}

/* Beside the database; at home where its folder is gone as well. */
static bool make_somewhere(struct str *name, const char *path)
{
	char *copy = mem_strdup(path);
	const char *home = getenv("HOME");
	bool made = make_in(name, dirname(copy)) || (home && *home == '/' && make_in(name, home));
	free(copy);
	return made;
}

enum err engine_rescue(struct engine *engine, bool copy, struct str *name, struct errmsg *why)
{
	if (!make_somewhere(name, engine->path))
		return errmsg_set(
			why, ERR_FAILED, "%s cannot be made (%s)", name->text, strerror(errno));
	if (!copy || sqlite_copy(engine, name->text))
		return ERR_NONE;
	unlink(name->text);
	return errmsg_set(why, ERR_FAILED, "%s cannot be written", name->text);
}
