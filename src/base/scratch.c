/* SPDX-License-Identifier: MIT */
/*
 * The user's private folder for texts in work: TMPDIR/rekindle-UID/PID.XXXXXX/text.
 */
#include <rekindle/scratch.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
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
#define MARK "for"
#define MARK_MOST 65536

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

/* A new folder of this process; its name is added to path. */
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

enum err scratch_make(struct str *path, struct errmsg *why)
{
	str_clear(path);
	enum err err = make_folder(path, why);

	if (err != ERR_NONE)
		str_clear(path);
	return err;
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

static int remove_one(const char *path, const struct stat *at, int kind, struct FTW *place)
{
	(void)at;
	(void)kind;
	(void)place;
	remove(path);
	return 0;
}

/* An editor leaves copies and swap files, a browser a whole profile; no link is followed. */
static void remove_folder(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
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

static bool has_ended(long process)
{
	return process > 0 && kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* "PID.XXXXXX" of a process that is no more. */
static bool is_left(const char *name)
{
	char *end;
	long process = strtol(name, &end, 10);

	return end != name && *end == '.' && has_ended(process);
}

static void companion(struct str *out, const char *folder, const char *name)
{
	str_clear(out);
	str_addf(out, "%s/%s", folder, name);
}

enum err scratch_mark(const char *path, int process, const char *mark, struct errmsg *why)
{
	struct str name, text;

	str_init(&name);
	str_init(&text);
	str_addn(&name, path, strlen(path) - strlen(NAME));
	str_add(&name, MARK);
	str_addf(&text, "%d\n%s", process, mark);
	enum err err = file_write_safely(name.text, text.text, text.len, true, why);
	str_release(&name);
	str_release(&text);
	return err;
}

/* What is to be done with a folder that was left; does it stay? */
struct visit {
	bool (*take)(const char *path, const char *mark, void *context); /* NULL: without a mark */
	void *context;
};

static bool is_taken(const struct visit *visit, const char *folder, const char *mark)
{
	struct str path;
	char *rest;
	long process = strtol(mark, &rest, 10);

	if (*rest != '\n' || !has_ended(process))
		return false;
	str_init(&path);
	companion(&path, folder, NAME);
	bool taken = visit->take(path.text, rest + 1, visit->context);
	str_release(&path);
	return taken;
}

static void visit_folder(const struct visit *visit, const char *folder)
{
	struct str name, mark;

	str_init(&name);
	str_init(&mark);
	companion(&name, folder, MARK);
	bool marked = file_exists(name.text);
	bool done = !marked && !visit->take;
	if (marked && visit->take && !file_read(name.text, MARK_MOST, &mark, NULL))
		done = is_taken(visit, folder, mark.text);
	if (done)
		remove_folder(folder);
	str_release(&name);
	str_release(&mark);
}

static void visit_all(const struct visit *visit, const char *path)
{
	DIR *folder = opendir(path);

	for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
		struct str left;
		if (!is_left(entry->d_name))
			continue;
		str_init(&left);
		companion(&left, path, entry->d_name);
		visit_folder(visit, left.text);
		str_release(&left);
	}
	if (folder)
		closedir(folder);
}

static void visit(bool (*take)(const char *, const char *, void *), void *context)
{
	const struct visit all = { take, context };
	struct str path;

	str_init(&path);
	scratch_folder(&path);
	if (is_private(path.text))
		visit_all(&all, path.text);
	str_release(&path);
}

void scratch_left(bool (*take)(const char *path, const char *mark, void *context), void *context)
{
	visit(take, context);
}

void scratch_sweep(void)
{
	visit(NULL, NULL);
}
