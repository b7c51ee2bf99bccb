/* SPDX-License-Identifier: MIT */
/*
 * A copy that is whole under its name, or not there at all.
 */
#include "care_private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <rekindle/file.h>

/* What SQLite may have put beside it on the way goes too. */
static void drop(const char *temporary)
{
	static const char *const ends[] = { "", "-journal", "-wal", "-shm" };
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct str name;
		str_init(&name);
		str_addf(&name, "%s%s", temporary, ends[i]);
		unlink(name.text);
		str_release(&name);
	}
}

static enum err fill(struct engine *engine, const char *temporary, int file, const char *path,
	bool all, struct errmsg *why)
{
	struct errmsg found;
	enum err err = engine_copy_to(engine, temporary, why);
	if (!err && fsync(file) < 0)
		err = errmsg_set(why, ERR_FAILED, "cannot write %s: %s", path, strerror(errno));
	if (!err && judge_file(temporary, path, all, &found))
		err = errmsg_set(
			why, ERR_INVALID, "the copy is not whole, and not kept: %s", found.text);
	return err;
}

enum err copy_verified(
	struct engine *engine, const char *path, bool force, bool all, struct errmsg *why)
{
	char *temporary;
	int file = file_beside(path, &temporary, why);
	if (file < 0)
		return ERR_FAILED;
	/* shelf_sweep() takes one without a lock for left behind */
	flock(file, LOCK_EX | LOCK_NB);
	enum err err = fill(engine, temporary, file, path, all, why);
	if (!err)
		err = file_put(temporary, path, force, why);
	if (err)
		drop(temporary);
	close(file);
	free(temporary);
	return err;
}
