/* SPDX-License-Identifier: MIT */
/*
 * LD_PRELOAD shim that makes the N-th file write of an unchanged program fail. IOFAULT is a list of
 * words separated by commas:
 *   match=TEXT   only files whose path contains it (default .db; -wal and -journal names do too)
 *   after=N      let N matching calls pass      count=N  then fail that many (default: all)
 *   err=ENOSPC   EPERM, EIO (default)           short=1  the first failing write writes half before
 *   kill=1       SIGKILL the program at that call instead
 *   while=FILE   only as long as that file is there
 *   spare=CALL   calls of that name pass, and are not counted
 * Calls: mkostemp, pwrite, write, fsync, fdatasync, ftruncate, unlink, link, rename, renameat2.
 * IOFAULT_LOG=FILE gets a line for each
 * matching call: a sweep counts its fault points with it, and sees that its faults did happen.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static struct {
	char match[128];
	long after, count, seen;
	int err, log;
	int torn, deadly, on;
	char gate[128], spare[16];
} fault = { .match = ".db", .count = -1, .err = EIO, .log = -1 };

static int error_named(const char *name)
{
	if (!strcmp(name, "ENOSPC"))
		return ENOSPC;
	return strcmp(name, "EPERM") ? EIO : EPERM;
}

static void set(const char *name, const char *value)
{
	if (!strcmp(name, "match"))
		snprintf(fault.match, sizeof(fault.match), "%s", value);
	else if (!strcmp(name, "after"))
		fault.after = atol(value);
	else if (!strcmp(name, "count"))
		fault.count = atol(value);
	else if (!strcmp(name, "err"))
		fault.err = error_named(value);
	else if (!strcmp(name, "short"))
		fault.torn = atoi(value);
	else if (!strcmp(name, "kill"))
		fault.deadly = atoi(value);
	else if (!strcmp(name, "while"))
		snprintf(fault.gate, sizeof(fault.gate), "%s", value);
	else if (!strcmp(name, "spare"))
		snprintf(fault.spare, sizeof(fault.spare), "%s", value);
}

__attribute__((constructor)) static void start(void)
{
	const char *words = getenv("IOFAULT"), *log = getenv("IOFAULT_LOG");
	char copy[256], *rest = copy, *word;
	if (!words)
		return;
	snprintf(copy, sizeof(copy), "%s", words);
	while ((word = strsep(&rest, ","))) {
		char *value = strchr(word, '=');
		if (value) {
			*value = '\0';
			set(word, value + 1);
		}
	}
	if (log)
		fault.log = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	fault.on = 1;
}

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

/* Shall this call fail? */
static int hit_path(const char *name, const char *path)
{
	int kept = errno;
	if (!fault.on || !strcmp(name, fault.spare) || !strstr(path, fault.match) ||
		(*fault.gate && access(fault.gate, F_OK))) {
		errno = kept;
		return 0;
	}
	long n = fault.seen++;
	int fails = n >= fault.after && (fault.count < 0 || n < fault.after + fault.count);
	if (fault.log >= 0) {
		char line[400];
		ssize_t (*put)(int, const void *, size_t) = next("write");
		int length = snprintf(
			line, sizeof(line), "%ld %s %s%s\n", n, name, path, fails ? " FAIL" : "");
		(void)!put(fault.log, line, (size_t)length);
	}
	if (fails && fault.deadly)
		raise(SIGKILL);
	errno = kept;
	return fails;
}

static int hit(const char *name, int file)
{
	char link[40], path[512];
	if (!fault.on || file < 3 || file == fault.log)
		return 0;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
	ssize_t n = readlink(link, path, sizeof(path) - 1);
	if (n <= 0)
		return 0;
	path[n] = '\0';
	return hit_path(name, path);
}

static int fail(void)
{
	errno = fault.err;
	return -1;
}

/* Half of the bytes once, when asked for. */
static size_t torn_part(size_t n)
{
	size_t part = fault.torn ? n / 2 : 0;
	fault.torn = 0;
	return part;
}

ssize_t pwrite64(int file, const void *bytes, size_t n, off64_t at)
{
	ssize_t (*real)(int, const void *, size_t, off64_t) = next("pwrite64");
	if (!hit("pwrite", file))
		return real(file, bytes, n, at);
	size_t part = torn_part(n);
	return part ? real(file, bytes, part, at) : fail();
}

ssize_t pwrite(int file, const void *bytes, size_t n, off_t at)
{
	return pwrite64(file, bytes, n, at);
}

ssize_t write(int file, const void *bytes, size_t n)
{
	ssize_t (*real)(int, const void *, size_t) = next("write");
	if (!hit("write", file))
		return real(file, bytes, n);
	size_t part = torn_part(n);
	return part ? real(file, bytes, part) : fail();
}

int fsync(int file)
{
	int (*real)(int) = next("fsync");
	return hit("fsync", file) ? fail() : real(file);
}

int fdatasync(int file)
{
	int (*real)(int) = next("fdatasync");
	return hit("fdatasync", file) ? fail() : real(file);
}

int ftruncate64(int file, off64_t n)
{
	int (*real)(int, off64_t) = next("ftruncate64");
	return hit("ftruncate", file) ? fail() : real(file, n);
}

int ftruncate(int file, off_t n)
{
	return ftruncate64(file, n);
}

int mkostemp(char *path, int flags)
{
	int (*real)(char *, int) = next("mkostemp");
	return hit_path("mkostemp", path) ? fail() : real(path, flags);
}

int unlink(const char *path)
{
	int (*real)(const char *) = next("unlink");
	return hit_path("unlink", path) ? fail() : real(path);
}

int link(const char *from, const char *to)
{
	int (*real)(const char *, const char *) = next("link");
	return hit_path("link", to) ? fail() : real(from, to);
}

int rename(const char *from, const char *to)
{
	int (*real)(const char *, const char *) = next("rename");
	return hit_path("rename", to) ? fail() : real(from, to);
}

int renameat2(int folder, const char *from, int other, const char *to, unsigned flags)
{
	int (*real)(int, const char *, int, const char *, unsigned) = next("renameat2");
	return hit_path("renameat2", to) ? fail() : real(folder, from, other, to, flags);
}
