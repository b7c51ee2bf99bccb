/* SPDX-License-Identifier: MIT */
/*
 * Who has a database open. Each process locks a byte of the file far behind its end, of its own
 * number: the system takes the lock back when the process ends, however it ends. Locks of the open
 * file, not of the process, since those would be lost with any other file of it that is closed.
 */
#include "care_private.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FIRST (INT64_C(1) << 62)
#define COUNT (INT64_C(1) << 32)
#define WAIT_MS 3000
#define STEP_MS 20

static bool lock(int file, short type, int64_t first, int64_t count)
{
	struct flock wanted = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = first, .l_len = count
	};
	return fcntl(file, F_OFD_SETLK, &wanted) == 0;
}

static bool is_in_the_way(int error)
{
	return error == EAGAIN || error == EACCES;
}

/* Replaced between opening and locking: what is locked is not what the name means any more. */
static bool is_replaced(int file, const char *database)
{
	struct stat locked, named;
	return fstat(file, &locked) == 0 && stat(database, &named) == 0 &&
		(locked.st_ino != named.st_ino || locked.st_dev != named.st_dev);
}

enum entering { ENTERED, IN_THE_WAY, NOTHING_TO_LOCK };

static enum entering try_to_enter(const char *database, int *file)
{
	*file = open(database, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (*file < 0)
		return NOTHING_TO_LOCK;
	bool locked = lock(*file, F_RDLCK, FIRST + getpid(), 1);
	if (locked && !is_replaced(*file, database))
		return ENTERED;
	bool busy = locked || is_in_the_way(errno);
	if (!busy)
		return ENTERED; /* a file system without locks */
	close(*file);
	*file = -1;
	return IN_THE_WAY;
}

enum err presence_enter(const char *database, int *file, struct errmsg *why)
{
	const struct timespec step = { .tv_nsec = STEP_MS * 1000000L };
	for (int waited = 0; waited <= WAIT_MS; waited += STEP_MS) {
		if (try_to_enter(database, file) != IN_THE_WAY)
			return ERR_NONE;
		nanosleep(&step, NULL);
	}
	return errmsg_set(why, ERR_LOCKED,
		"%s is being replaced by another program; try again in a moment", database);
}

void presence_leave(int file)
{
	if (file >= 0)
		close(file);
}

static enum err refuse_claim(const char *database, struct errmsg *why)
{
	char buffer[40];
	const char *who = presence_holder(database, buffer, sizeof(buffer));
	return errmsg_set(why, ERR_LOCKED,
		"%s is open in %s: end that first, so that nothing it writes is lost", database,
		who ? who : "another program");
}

enum err presence_claim(const char *database, int *file, struct errmsg *why)
{
	*file = -1;
	if (engine_holder(database))
		return refuse_claim(database, why);
	*file = open(database, O_RDWR | O_CLOEXEC | O_NONBLOCK);
	if (*file < 0 && errno == ENOENT)
		return ERR_NONE;
	if (*file < 0)
		return errmsg_set(
			why, ERR_FAILED, "cannot write %s: %s", database, strerror(errno));
	if (lock(*file, F_WRLCK, FIRST, COUNT) || !is_in_the_way(errno))
		return ERR_NONE;
	close(*file);
	*file = -1;
	return refuse_claim(database, why);
}

/* The locks of a range: the system tells of one, which splits the range. */
static void list_range(
	int file, int64_t first, int64_t end, int64_t *processes, size_t most, size_t *count)
{
	struct flock found = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = first, .l_len = end - first
	};
	if (first >= end || *count == most || fcntl(file, F_OFD_GETLK, &found) < 0 ||
		found.l_type == F_UNLCK)
		return;
	int64_t from = found.l_start > first ? found.l_start : first;
	bool one = found.l_len == 1;
	if (!one || from - FIRST != getpid())
		processes[(*count)++] = one ? from - FIRST : -1;
	list_range(file, first, from, processes, most, count);
	if (one)
		list_range(file, from + 1, end, processes, most, count);
}

size_t presence_list(const char *database, int64_t *processes, size_t most)
{
	size_t count = 0;
	int file = open(database, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file >= 0) {
		list_range(file, FIRST, FIRST + COUNT, processes, most, &count);
		close(file);
	}
	return count;
}

const char *presence_holder(const char *database, char *buffer, size_t size)
{
	int64_t process = 0;
	if (!presence_list(database, &process, 1))
		process = engine_holder(database);
	if (!process)
		return NULL;
	snprintf(buffer, size, process > 0 ? "process %" PRId64 : "another program", process);
	return buffer;
}
