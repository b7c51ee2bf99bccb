/* SPDX-License-Identifier: MIT */
/*
 * A copy of the database where the user wants one.
 */
#include "care_private.h"

#include <rekindle/file.h>

static enum err check_name(const char *database, const char *path, bool force, struct errmsg *why)
{
	if (engine_belongs(database, path))
		return errmsg_set(why, ERR_USAGE,
			"%s is the database itself or one of its files; give another name", path);
	if (file_exists(path) && !force)
		return errmsg_set(why, ERR_FAILED,
			"%s exists already; give another name, or --force to overwrite it", path);
	return file_check_target(path, true, why);
}

/* A name that others use: what they write would be lost, or be taken for a part of the copy. */
static enum err check_use(const char *path, struct errmsg *why)
{
	char buffer[40];
	struct engine_face face;
	const char *who = presence_holder(path, buffer, sizeof(buffer));
	if (who)
		return errmsg_set(why, ERR_LOCKED,
			"%s is a database that is open in %s; give another name", path, who);
	engine_beside(path, &face);
	if (face.waits_log || face.waits_journal)
		return errmsg_set(why, ERR_USAGE,
			"%s%s lies there and would be taken for a part of the copy; give another "
			"name",
			path, face.waits_log ? "-wal" : "-journal");
	return ERR_NONE;
}

enum err care_backup(struct store *store, const char *path, bool force, struct errmsg *why)
{
	enum err err = check_name(store->path, path, force, why);
	if (!err)
		err = check_use(path, why);
	if (!err)
		err = copy_verified(store->engine, path, force, true, why);
	return err;
}
