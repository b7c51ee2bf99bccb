/* SPDX-License-Identifier: MIT */
/*
 * Files that are read up to a limit, and written whole or not at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/file.h>
#include <rekindle/pool.h>
#include <rekindle/str.h>

static enum err failed(const char *what, const char *path, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED, "cannot %s %s: %s", what, path, strerror(errno));
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t done = write(fd, bytes, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

/* Does the file hold exactly these bytes? Asked of the disk, since a full one may lie until then.
 */
static bool reads_back(int fd, const char *bytes, size_t length)
{
	char buffer[65536];
	size_t at = 0;
	ssize_t n;

	while ((n = pread(fd, buffer, sizeof(buffer), (off_t)at)) > 0) {
		if ((size_t)n > length - at || memcmp(buffer, bytes + at, (size_t)n) != 0)
			return false;
		at += (size_t)n;
	}
	return n == 0 && at == length;
}

static enum err too_large(const char *name, size_t most, struct errmsg *why)
{
	return errmsg_set(why, ERR_INVALID,
		"%s is larger than %zu MiB, the most that is read; is it the right file?", name,
		most >> 20);
}

enum err file_read_open(
	int file, const char *name, size_t most, struct str *text, struct errmsg *why)
{
	char buffer[65536];
	struct stat at;
	size_t before = text->len;
	ssize_t n;

	if (fstat(file, &at) == 0 && S_ISREG(at.st_mode) && (uintmax_t)at.st_size > most)
		return too_large(name, most, why);
	while ((n = read(file, buffer, sizeof(buffer))) != 0) {
		if (n < 0 && errno != EINTR)
			return failed("read", name, why);
		if (n > 0)
			str_addn(text, buffer, (size_t)n);
		if (text->len - before > most)
			return too_large(name, most, why);
	}
	return ERR_NONE;
}

enum err file_read(const char *path, size_t most, struct str *text, struct errmsg *why)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

	if (file < 0)
		return failed("read", path, why);
	enum err err = file_read_open(file, path, most, text, why);
	close(file);
	return err;
}

bool file_exists(const char *path)
{
	struct stat target;
	return lstat(path, &target) == 0;
}

bool file_same(const char *path, const char *other)
{
	struct stat one, two;
	return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_ino == two.st_ino &&
		one.st_dev == two.st_dev;
}

static enum err exists(const char *path, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED, "%s exists already; give another name", path);
}

enum err file_check_target(const char *path, bool force, struct errmsg *why)
{
	struct stat target;

	if (lstat(path, &target) != 0)
		return ERR_NONE;
	if (!S_ISREG(target.st_mode) && !S_ISLNK(target.st_mode))
		return errmsg_set(
			why, ERR_USAGE, "%s is not a plain file; give another name", path);
	return force ? ERR_NONE : exists(path, why);
}

static enum err put_in_place(
	const char *temporary, const char *path, bool force, struct errmsg *why)
{
	if (force)
		return rename(temporary, path) == 0 ? ERR_NONE : failed("write", path, why);
	if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return ERR_NONE;
	if (errno == EEXIST)
		return exists(path, why);
	/* file systems that cannot: the check before stands, with a small window */
	if ((errno == EINVAL || errno == ENOSYS) && !file_exists(path) &&
		rename(temporary, path) == 0)
		return ERR_NONE;
	return failed("write", path, why);
}

/* What cannot be synced at all is as good as it gets: only a disk that fails is told of. */
static bool sync_folder(const char *path)
{
	char *copy = mem_strdup(path);
	int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool failing =
		fd >= 0 && fsync(fd) != 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT);
	int system = errno;

	if (fd >= 0)
		close(fd);
	free(copy);
	errno = system;
	return !failing;
}

void file_sync_folder(const char *path)
{
	sync_folder(path);
}

static char *temporary_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str name;

	str_init(&name);
	str_addn(&name, path, slash ? (size_t)(slash + 1 - path) : 0);
	str_add(&name, ".rekindle-XXXXXX");
	return str_detach(&name);
}

static enum err fill(int fd, const char *path, const char *bytes, size_t n, struct errmsg *why)
{
	if (!write_all(fd, bytes, n) || fsync(fd) != 0)
		return failed("write", path, why);
	if (!reads_back(fd, bytes, n))
		return errmsg_set(why, ERR_FAILED,
			"what was written to %s does not read back; "
			"nothing was kept",
			path);
	return ERR_NONE;
}

int file_beside(const char *path, char **temporary, struct errmsg *why)
{
	*temporary = temporary_name(path);
	int fd = mkostemp(*temporary, O_CLOEXEC);
	if (fd >= 0 && fchmod(fd, 0600) == 0)
		return fd;
	failed("write beside", path, why);
	if (fd >= 0) {
		unlink(*temporary);
		close(fd);
	}
	free(*temporary);
	*temporary = NULL;
	return -1;
}

enum err file_put(const char *temporary, const char *path, bool force, struct errmsg *why)
{
	enum err err = put_in_place(temporary, path, force, why);
	if (err == ERR_NONE)
		file_sync_folder(path);
	return err;
}

enum err file_write_safely(
	const char *path, const char *bytes, size_t n, bool force, struct errmsg *why)
{
	char *temporary;
	enum err err = file_check_target(path, force, why);
	if (err != ERR_NONE)
		return err;
	int fd = file_beside(path, &temporary, why);
	if (fd < 0)
		return ERR_FAILED;
	err = fill(fd, path, bytes, n, why);
	close(fd);
	if (err == ERR_NONE)
		err = put_in_place(temporary, path, force, why);
	if (err != ERR_NONE)
		unlink(temporary);
	else if (!sync_folder(path))
		err = errmsg_set(why, ERR_FAILED,
			"%s is written, but the disk did not confirm its name (%s): write it "
			"again, or it may be gone after a power cut",
			path, strerror(errno));
	free(temporary);
	return err;
}

static enum err make_folder(const char *name, struct errmsg *why)
{
	struct stat at;

	if (mkdir(name, 0700) == 0)
		return chmod(name, 0700) == 0 ? ERR_NONE : failed("make private", name, why);
	int system = errno;
	if (stat(name, &at) == 0 && S_ISDIR(at.st_mode))
		return ERR_NONE;
	return errmsg_set(why, ERR_FAILED, "cannot make the folder %s: %s", name, strerror(system));
}

enum err file_make_folders(const char *path, struct errmsg *why)
{
	char *copy = mem_strdup(path);
	enum err err = ERR_NONE;

	for (char *slash = copy + (*copy != 0); !err && (slash = strchr(slash, '/'));
		*slash++ = '/') {
		*slash = '\0';
		err = make_folder(copy, why);
	}
	free(copy);
	return err;
}
