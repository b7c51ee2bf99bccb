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
 * meanwhile. What is no plain file is refused always (ERR_USAGE). When it fails nothing is left
 * behind, and what was there is there; only where the disk refuses the name at the end the new one
 * is.
 */
enum err file_write_safely(
	const char *path, const char *bytes, size_t n, bool force, struct errmsg *why);

/*
 * The steps of it, for a file that is written by others in between. file_check_target: may path be
 * written, as above? file_beside: a new empty file of mode 0600 in its folder, open for writing,
 * -1 with why; its name, which is yours, is *temporary. file_put: give it its name, and sync the
 * folder; without force nothing is replaced.
 */
enum err file_check_target(const char *path, bool force, struct errmsg *why);
int file_beside(const char *path, char **temporary, struct errmsg *why);
enum err file_put(const char *temporary, const char *path, bool force, struct errmsg *why);
/* Bring the folder that holds path to the disk: names given in it stay. */
void file_sync_folder(const char *path);
/* Make the folders above path that are missing, 0700 whatever the umask. */
enum err file_make_folders(const char *path, struct errmsg *why);

/* May a file of that format ("text", "markdown", "html", "json", "csv", "ics", "yaml", "pdf",
 * "docx", "pptx") have this name? Not where it ends as those of another format do; any other end,
 * or none, says nothing. */
bool file_name_fits(const char *path, const char *format);
/* How names of the format end: ".txt"; "" of one that is not known. */
const char *file_name_end(const char *format);
/* Is there anything of that name, a dangling link included? */
bool file_exists(const char *path);
/* Do both names mean one file that exists? */
bool file_same(const char *path, const char *other);

#endif
