/* SPDX-License-Identifier: MIT */
/*
 * What the files of this engine share: one SQLite file, and how it lies on the disk.
 */
#ifndef REKINDLE_STORE_SQLITE_H
#define REKINDLE_STORE_SQLITE_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "../engine.h"
#include "image.h"

struct engine {
	sqlite3 *db;
	char *path;
	char *hindrance; /* why it is opened to be read only, where it could be written; or NULL */
	bool memory, read_only, glance; /* glance: opened by ENGINE_GLANCE */
	int64_t locked;                 /* lock.c: the number, 0 none; and the file in which, -1 */
	int lock_file;
	bool alone;            /* read as it stands, whatever lies beside it */
	struct image image;    /* read in its place: with what lies beside it taken in; or empty */
	struct str said;       /* what was found beside it, for the notice */
	bool settled;          /* engine_settle() has been through */
	bool placed;           /* at is known: */
	struct stat at;        /* the file as it was seen last */
	bool busy;             /* the last failure was another program's lock */
	sqlite3_stmt *others;  /* PRAGMA data_version, when it was asked */
	engine_advice *advise; /* engine_on_damage(), or NULL */
};

/* uri.c: the path as SQLite takes it for what it is, whatever is in it; without what follows a ?
 */
void sqlite_uri(struct str *uri, const char *path);

/* query.c: what SQLite said last, as a sentence. */
enum err sqlite_fail(struct engine *, struct errmsg *why);

/* query.c: the one sentence about damage; detail: what hurts. Always ERR_FAILED. */
enum err sqlite_damaged(const struct engine *, const char *detail, struct errmsg *why);

/* lock.c: the file beside the database, while somebody is interviewed. */
#define LOCK_SUFFIX "-lock"

/* schema.c: everything into an empty file; false when that failed. */
bool sqlite_copy(struct engine *, const char *name);

/* place.c: the file is as we have written it, or found it. */
void place_remember(struct engine *);

/* leftover.c: does anything lie beside it that a crash may have left? Look into that before SQLite
 * does, on a connection that has read nothing yet: what is of another file, or damaged, is set
 * aside and said; of a read-only one the image is made. ERR_FAILED: damaged, or it cannot be set
 * aside. */
bool leftover_there(const char *path);
enum err leftover_settle(struct engine *, struct errmsg *why);

/* disk.c */

#define APPLICATION_ID 0x524B444C

struct disk_state {
	bool exists, empty, read_only, journal; /* journal: an unfinished write lies beside it */
	bool wal;                               /* written with a -wal */
	unsigned version;                       /* schema, as far as the header tells */
};
/* Look at a file without touching it; ERR_FAILED when it is not one of ours. */
enum err disk_inspect(const char *path, struct disk_state *, struct errmsg *why);
/* Make an empty file, 0600, and its folders, 0700. One made meanwhile by another program is fine.
 */
enum err disk_create(const char *path, struct errmsg *why);
/* A new empty file beside the database: PATH.schema-1, then PATH.schema-1.2 and so on. */
bool disk_beside(struct str *name, const char *path, int version);
/* engine_belongs(), engine_owns(). */
bool disk_belongs(const char *database, const char *path);
bool disk_owns(const char *database, const char *path);
/* Take the rights of others away. */
void disk_make_private(const char *path);
bool disk_on_network(const char *path);
/* Is this file system type (statfs f_type) one of a network? */
bool disk_type_network(unsigned long type);

#endif
