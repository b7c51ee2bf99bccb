/* SPDX-License-Identifier: MIT */
/*
 * Is a file a whole database? Nothing is changed to find out.
 */
#include "care_private.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

static int newest(void)
{
	return migrate_newest(embedded_files);
}

/* What its first bytes and its length say. */
enum err judge_face(const char *path, const char *called, struct errmsg *why)
{
	struct engine_face face;
	if (!engine_face(path, &face))
		return errmsg_set(why, ERR_FAILED, "cannot read %s: %s", called, strerror(errno));
	if (!face.database || !face.ours || face.version < 1)
		return errmsg_set(why, ERR_FAILED, "%s is not a rekindle database (%s)", called,
			!face.size              ? "it is empty"
				: face.database ? "another program's SQLite file"
						: "not an SQLite file");
	if (face.version > newest())
		return errmsg_set(why, ERR_FAILED,
			"%s was written by a newer rekindle (schema %d, this program knows %d): "
			"use "
			"the newer program",
			called, face.version, newest());
	if (face.size < face.whole)
		return errmsg_set(why, ERR_INVALID,
			"%s is cut off: %" PRId64 " of its %" PRId64 " bytes are there", called,
			face.size, face.whole);
	return ERR_NONE;
}

enum err judge_pages(struct engine *engine, const char *called, bool all, struct errmsg *why)
{
	struct str fault;
	str_init(&fault);
	enum err err = engine_fault(engine, false, &fault, why);
	if (!err && !fault.len && all)
		err = engine_fault(engine, true, &fault, why);
	if (!err && fault.len)
		err = errmsg_set(why, ERR_INVALID, "%s is damaged (%s)", called, fault.text);
	str_release(&fault);
	return err;
}

/* Only of the newest schema it is known what it is made of. */
enum err judge_shape(struct engine *engine, int *version, struct errmsg *why)
{
	enum err err = engine_version(engine, version, why);
	if (!err && *version >= 1)
		err = engine_check_ours(engine, *version, why);
	else if (!err)
		err = errmsg_set(why, ERR_INVALID, "it is no rekindle database any more");
	if (err || *version < newest())
		return err;
	return engine_check_shape(engine, embedded_find("data/schema.txt")->text, why);
}

enum err judge_file(const char *path, const char *called, bool all, struct errmsg *why)
{
	struct engine *engine = NULL;
	int version;
	enum err err = judge_face(path, called, why);
	if (!err)
		err = engine_look(path, called, true, &engine, why);
	if (!err)
		err = judge_pages(engine, called, all, why);
	if (!err)
		err = judge_shape(engine, &version, why);
	engine_close(engine);
	return err;
}
