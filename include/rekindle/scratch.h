/* SPDX-License-Identifier: MIT */
/*
 * Texts that other programs of the user work on, an editor or a pager: each in a folder of its own,
 * 0700, inside one of the user's that nobody else can look into, and gone with all that the other
 * program has left beside it.
 */
#ifndef REKINDLE_SCRATCH_H
#define REKINDLE_SCRATCH_H

#include <stddef.h>
#include <rekindle/err.h>
#include <rekindle/str.h>

/* $TMPDIR/rekindle-UID, or in /tmp: write n bytes to a file in a new folder there; its name into
 * path, else "". ERR_FAILED when it cannot be written, or when that name is somebody else's. */
enum err scratch_write(const char *bytes, size_t n, struct str *path, struct errmsg *why);
/* Remove the folder of that file with all that is in it. */
void scratch_remove(const char *path);
/* Remove what processes that have ended left there: for the start. */
void scratch_sweep(void);

/* The folder of all of them, there or not. */
void scratch_folder(struct str *path);

#endif
