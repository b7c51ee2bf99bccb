/* SPDX-License-Identifier: MIT */
/*
 * Texts that other programs of the user work on, an editor or a pager: each in a folder of its own,
 * 0700, inside one of the user's that nobody else can look into, and gone with all that the other
 * program has left beside it.
 */
#ifndef REKINDLE_SCRATCH_H
#define REKINDLE_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/err.h>
#include <rekindle/str.h>

/* $TMPDIR/rekindle-UID, or in /tmp: write n bytes to a file in a new folder there; its name into
 * path, else "". ERR_FAILED when it cannot be written, or when that name is somebody else's. */
enum err scratch_write(const char *bytes, size_t n, struct str *path, struct errmsg *why);
/* A new empty folder there, into path, else ""; a name in it is one for scratch_remove(). */
enum err scratch_make(struct str *path, struct errmsg *why);
/* Remove the folder of that file with all that is in it, folders too. */
void scratch_remove(const char *path);
/* Say beside that file who works on it and what it is for: then scratch_sweep() leaves it to
 * scratch_left(). */
enum err scratch_mark(const char *path, int process, const char *mark, struct errmsg *why);
/* The marked files that are left there by processes that have ended, as have those who worked on
 * them: what take() says it is done with is removed. */
void scratch_left(bool (*take)(const char *path, const char *mark, void *context), void *context);
/* Remove what else processes that have ended left there: for the start. */
void scratch_sweep(void);

/* The folder of all of them, there or not. */
void scratch_folder(struct str *path);

#endif
