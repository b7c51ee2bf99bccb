/* SPDX-License-Identifier: MIT */
/*
 * Files from outside, read up to a limit; files that hold results, written whole or not at all.
 */
#ifndef REKINDLE_FILE_H
#define REKINDLE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <rekindle/err.h>
#include <rekindle/str.h>

/*
 * Append all of a file, or of the open one that is called name in messages, to text. ERR_FAILED
 * when it cannot be read, ERR_INVALID when it is larger than most bytes: one that has no end is
 * given up there, one whose size is known before a byte is read.
 */
enum err file_read(const char *path, size_t most, struct str *text, struct errmsg *why);
enum err file_read_open(
	int file, const char *name, size_t most, struct str *text, struct errmsg *why);

/*
 * Write the bytes to path: a temporary file of mode 0600 beside it, read back and compared, synced
 * and renamed. Without force a file that exists is refused (ERR_FAILED), also one that appears
 * meanwhile. What is no plain file is refused always (ERR_USAGE). Nothing is left behind when it
 * fails.
 */
enum err file_write_safely(
	const char *path, const char *bytes, size_t n, bool force, struct errmsg *why);

/* Is there anything of that name, a dangling link included? */
bool file_exists(const char *path);
/* Do both names mean one file that exists? */
bool file_same(const char *path, const char *other);

#endif
