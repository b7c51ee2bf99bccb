/* SPDX-License-Identifier: MIT */
/*
 * What the files of care share: names of copies, who has a database open, a copy that is verified.
 */
#ifndef REKINDLE_CARE_PRIVATE_H
#define REKINDLE_CARE_PRIVATE_H

#include <rekindle/care.h>

#include "../store_private.h"

/* shelf.c: where copies lie */

/* The database with links followed, also where there is none. */
void shelf_place(struct str *, const char *database);
/* backups/ beside it; the copy of a day in it. */
void shelf_folder(struct str *, const char *database);
void shelf_copy(struct str *, const char *database, int day);
struct shelf_copy {
	int day;
	const char *path;
};
/* Those there are, newest day first; in pool. */
size_t shelf_list(const char *database, struct pool *, struct shelf_copy **);
/* Remove what copying that was cut off has left there. */
void shelf_sweep(const char *database);
/* The same, and wait for those that other programs are making: they have their names then. */
void shelf_settle(const char *database);

/* presence.c: whoever opens a database says so by a lock that the system takes back when it ends */

/* Be there, until the file is closed: after SQLite's own files, since closing one of a database
 * lets go of all locks of the process on it. *file is -1 where there is nothing to lock. ERR_LOCKED
 * when it is being replaced. */
enum err presence_enter(const char *database, int *file, struct errmsg *why);
void presence_leave(int file); /* -1 is fine */
/* Let nobody be there; ERR_LOCKED when somebody is. */
enum err presence_claim(const char *database, int *file, struct errmsg *why);
/* Other processes that are there, at most most. */
size_t presence_list(const char *database, int64_t *processes, size_t most);
/* One word about who has it open, for a sentence: "process 4711", "another program"; NULL nobody.
 * buffer >= 40 bytes. */
const char *presence_holder(const char *database, char *buffer, size_t size);

/* judge.c: is the file at path, by itself, a whole database of this program or an older one?
 * ERR_INVALID or ERR_FAILED with what is wrong, the file being called `called`. all: as thoroughly
 * as its pages can be looked at. */
enum err judge_file(const char *path, const char *called, bool all, struct errmsg *why);
/* The steps of it: mark, version and length; of what is open its pages, its layout, its layout. */
enum err judge_face(const char *path, const char *called, struct errmsg *why);
enum err judge_pages(struct engine *, const char *called, bool all, struct errmsg *why);
enum err judge_shape(struct engine *, int *version, struct errmsg *why);

/* newest.c: care_way_back() to why, when what lies at database is damaged indeed. */
void care_way_back_if_damaged(const char *database, struct errmsg *why);
/* A database that is gone, ERR_FAILED, or empty, ERR_INVALID, while there are good copies of it; or
 * that is empty and is not to be made (create). */
enum err care_miss(const char *database, bool create, struct errmsg *why);

/* rows.c: every statement prepares, every row of every assessment is one that rekindle writes.
 * seen: what there is; why has the first fault. Of what is at place: a database of an older schema
 * is not looked into. */
struct rows_seen {
	struct pool *pool;   /* the caller's, of faults; NULL: the first is enough */
	struct texts faults; /* of each assessment the first, each once */
	int alliances, assessments;
	bool dead_hold; /* a respondent is held by a process that is no more */
};
enum err store_read_rows(struct store *, struct rows_seen *, struct errmsg *why);
enum err judge_rows(
	const char *place, const char *called, bool alone, struct rows_seen *, struct errmsg *why);

/* copy.c: a verified, synced copy of what is open as path, or nothing. ERR_FAILED without force
 * when path exists. */
enum err copy_verified(struct engine *, const char *path, bool force, bool all, struct errmsg *why);

#endif
