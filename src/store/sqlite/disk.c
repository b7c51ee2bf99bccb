/* SPDX-License-Identifier: MIT */
/*
 * An SQLite database as a file: what lies there and beside it, and who may read it.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <rekindle/file.h>

#define HEADER 100
#define MAGIC "SQLite format 3" /* and its NUL */

static unsigned big_endian(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 |
		bytes[3];
}

static bool has_journal(const char *path)
{
	struct str name;
	struct stat at;
	str_init(&name);
	str_addf(&name, "%s-journal", path);
	bool there = stat(name.text, &at) == 0 && at.st_size > 0;
	str_release(&name);
	return there;
}

bool disk_beside(struct str *name, const char *path, int version)
{
	for (int i = 1; i < 1000; i++) {
		str_clear(name);
		str_addf(name, "%s.schema-%d", path, version);
		if (i > 1)
			str_addf(name, ".%d", i);
		int file = open(name->text, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (file >= 0) {
			fchmod(file, 0600);
			return close(file) == 0;
		}
		if (errno != EEXIST)
			return false;
	}
	return false;
}

static bool folder_writable(const char *path)
{
	char *copy = mem_strdup(path);
	bool writable = access(dirname(copy), W_OK) == 0;
	free(copy);
	return writable;
}

/* The first 100 bytes of a SQLite file hold the version at 60 and the application at 68. A header
 * that is no header beside a journal is a creation that was cut off: SQLite takes it back. */
static enum err inspect_header(
	const char *path, int file, struct disk_state *state, struct errmsg *why)
{
	unsigned char header[HEADER] = { 0 };
	ssize_t n = pread(file, header, sizeof(header), 0);
	if (n < 0)
		return errmsg_set(why, ERR_FAILED, "cannot read %s: %s", path, strerror(errno));
	state->empty = n == 0;
	state->wal = header[18] == 2;
	bool sqlite = n == HEADER && !memcmp(header, MAGIC, sizeof(MAGIC));
	if (sqlite && big_endian(header + 68) == APPLICATION_ID)
		state->version = big_endian(header + 60);
	else if (!state->empty && (sqlite || !state->journal))
		return errmsg_set(why, ERR_FAILED,
			"%s is not a rekindle database (%s); it is left as it is", path,
			sqlite ? "another program's SQLite file" : "not an SQLite file");
	return ERR_NONE;
}

enum err disk_inspect(const char *path, struct disk_state *state, struct errmsg *why)
{
	struct stat at;
	*state = (struct disk_state){ 0 };
	if (stat(path, &at) < 0) {
		if (errno == ENOENT)
			return ERR_NONE;
		return errmsg_set(why, ERR_FAILED, "cannot open %s: %s", path, strerror(errno));
	}
	if (!S_ISREG(at.st_mode))
		return errmsg_set(why, ERR_FAILED, "%s is not a file%s", path,
			S_ISDIR(at.st_mode) ? " but a folder" : "");
	state->exists = true;
	/* A file without any write permission is meant to stay as it is, even for root. */
	state->read_only = !(at.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) ||
		access(path, W_OK) < 0 || !folder_writable(path);
	state->journal = has_journal(path);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return errmsg_set(why, ERR_FAILED, "cannot open %s: %s", path, strerror(errno));
	enum err err = inspect_header(path, file, state, why);
	close(file);
	return err;
}

enum err disk_create(const char *path, struct errmsg *why)
{
	enum err err = file_make_folders(path, why);
	if (err)
		return err;
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0 && errno == EEXIST)
		return ERR_NONE;
	if (file < 0)
		return errmsg_set(why, ERR_FAILED, "cannot make %s: %s", path, strerror(errno));
	fchmod(file, 0600);
	close(file);
	return ERR_NONE;
}

/* The name from the root, links of its folder followed, its own kept: what is not there yet has one
 * too. NULL when there is no such folder. */
static char *rooted(const char *path)
{
	char *folder = mem_strdup(path), *name = mem_strdup(path);
	char *real = realpath(dirname(folder), NULL);
	struct str whole;
	str_init(&whole);
	if (real)
		str_addf(&whole, "%s/%s", strcmp(real, "/") ? real : "", basename(name));
	free(folder);
	free(name);
	free(real);
	return real ? str_detach(&whole) : NULL;
}

/* What of a name stands behind the database's, NULL when it is another's. */
static const char *behind(const char *database, const char *name)
{
	size_t n = strlen(database);
	return name && !strncmp(name, database, n) ? name + n : NULL;
}

static const char *const companions[] = { "", "-wal", "-shm", "-journal", LOCK_SUFFIX };
#define COMPANIONS (sizeof(companions) / sizeof(*companions))
/* Copies, and what was set aside: names that go on behind these. */
static const char *const kept[] = { ".schema-", "-wal.", "-journal." };

static bool is_kept(const char *end)
{
	bool is = false;
	for (size_t i = 0; end && i < sizeof(kept) / sizeof(*kept); i++)
		is |= !strncmp(end, kept[i], strlen(kept[i]));
	return is;
}

static bool is_companion(const char *database, const char *path)
{
	char *name = rooted(path);
	const char *end = behind(database, name);
	bool found = is_kept(end);
	for (size_t i = 0; !found && i < COMPANIONS; i++) {
		struct str beside;
		str_init(&beside);
		str_addf(&beside, "%s%s", database, companions[i]);
		found = (end && !strcmp(end, companions[i])) || file_same(beside.text, path);
		str_release(&beside);
	}
	free(name);
	return found;
}

static bool is_database(const char *path)
{
	char start[sizeof(MAGIC)] = "";
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return false;
	bool is = read(file, start, sizeof(start)) == (ssize_t)sizeof(start) &&
		!memcmp(start, MAGIC, sizeof(start));
	close(file);
	return is;
}

bool disk_belongs(const char *database, const char *path)
{
	char *name = realpath(database, NULL);
	if (!name)
		name = rooted(database);
	bool belongs = name && is_companion(name, path);
	free(name);
	return belongs;
}

bool disk_owns(const char *database, const char *path)
{
	return is_database(path) || disk_belongs(database, path);
}

void disk_make_private(const char *path)
{
	for (size_t i = 0; i < COMPANIONS; i++) {
		struct str name;
		struct stat at;
		str_init(&name);
		str_addf(&name, "%s%s", path, companions[i]);
		if (stat(name.text, &at) == 0 && (at.st_mode & 077))
			(void)!chmod(name.text, at.st_mode & 0700);
		str_release(&name);
	}
}

bool disk_type_network(unsigned long type)
{
	static const unsigned long known[] = {
		0x6969,     /* NFS */
		0x517B,     /* SMB */
		0xFE534D42, /* SMB2 */
		0xFF534D42, /* CIFS */
		0x65735546, /* FUSE: sshfs and others */
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if ((type & 0xFFFFFFFF) == known[i])
			return true;
	return false;
}

bool disk_on_network(const char *path)
{
	struct statfs at;
	return statfs(path, &at) == 0 && disk_type_network((unsigned long)at.f_type);
}
