/* SPDX-License-Identifier: MIT */
/*
 * The user's private folder for texts in work: TMPDIR/rekindle-UID/PID.XXXXXX/text.
 */
#include <rekindle/scratch.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/file.h>
#include <rekindle/pool.h>

#define NAME "text"

void scratch_folder(struct str *path)
{
	const char *place = getenv("TMPDIR");

	str_addf(path, "%s/rekindle-%u", place && *place ? place : "/tmp", (unsigned)getuid());
}

/* Ours alone: in a folder that all may write to, the name may be taken by another, or be a link. */
static bool is_private(const char *path)
{
	struct stat at;

	return lstat(path, &at) == 0 && S_ISDIR(at.st_mode) && at.st_uid == getuid() &&
		!(at.st_mode & 077);
}

static enum err refuse(const char *path, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s is not a folder of yours alone; remove it, or set TMPDIR to another place",
		path);
}

/* A new folder of this process; its name into path. */
static enum err make_folder(struct str *path, struct errmsg *why)
{
	scratch_folder(path);
	if (mkdir(path->text, 0700) != 0 && errno != EEXIST)
		return errmsg_set(why, ERR_FAILED, "cannot make the folder %s: %s", path->text,
			strerror(errno));
	if (!is_private(path->text))
		return refuse(path->text, why);
	str_addf(path, "/%d.XXXXXX", (int)getpid());
	if (!mkdtemp(path->text))
		return errmsg_set(why, ERR_FAILED, "cannot make the folder %s: %s", path->text,
			strerror(errno));
	return ERR_NONE;
}

enum err scratch_write(const char *bytes, size_t n, struct str *path, struct errmsg *why)
{
	str_clear(path);
	enum err err = make_folder(path, why);

	if (err == ERR_NONE) {
		str_add(path, "/" NAME);
		err = file_write_safely(path->text, bytes, n, false, why);
		if (err != ERR_NONE)
			scratch_remove(path->text);
	}
	if (err != ERR_NONE)
		str_clear(path);
	return err;
}

/* An editor leaves copies and swap files, never folders. */
static void remove_folder(const char *path)
{
	DIR *folder = opendir(path);

	if (folder)
		for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
			unlinkat(dirfd(folder), entry->d_name, 0);
	if (folder)
		closedir(folder);
	rmdir(path);
}

void scratch_remove(const char *path)
{
	char *copy = mem_strdup(path);
	struct str own;

	str_init(&own);
	scratch_folder(&own);
	str_addc(&own, '/');
	if (strncmp(path, own.text, own.len) == 0)
		remove_folder(dirname(copy));
	str_release(&own);
	free(copy);
}

/* "PID.XXXXXX" of a process that is no more. */
static bool is_left(const char *name)
{
	char *end;
	long process = strtol(name, &end, 10);

	return end != name && *end == '.' && process > 0 && kill((pid_t)process, 0) != 0 &&
		errno == ESRCH;
}

static void sweep(const char *path)
{
	DIR *folder = opendir(path);

	for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
		struct str left;
		if (!is_left(entry->d_name))
			continue;
		str_init(&left);
		str_addf(&left, "%s/%s", path, entry->d_name);
		remove_folder(left.text);
		str_release(&left);
	}
	if (folder)
		closedir(folder);
}

void scratch_sweep(void)
{
	struct str path;

	str_init(&path);
	scratch_folder(&path);
	if (is_private(path.text))
		sweep(path.text);
	str_release(&path);
}
