/* SPDX-License-Identifier: MIT */
/*
 * A number that one program has at a time: a byte of a file beside the database, locked by the
 * system, which lets go of it when the program ends, however it ends. The database itself is not
 * taken for it: closing any descriptor of it would drop what SQLite has locked. An open file
 * description has the lock, not a process, so that two databases opened by one exclude each other.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define TRIES 50

static const struct timespec pause_between = { .tv_nsec = 1000000 };

static struct flock byte_of(int64_t number)
{
	return (struct flock){
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = (off_t)number, .l_len = 1
	};
}

static const struct flock everything = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

/* Who has just let go takes the file away: what was opened before is then nobody's any more. */
static bool is_in_place(int file, const char *name)
{
	struct stat opened, there;
	return fstat(file, &opened) == 0 && stat(name, &there) == 0 &&
		opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

/* Is it locked whole? That is for a moment, by one who takes the file away. */
static bool is_going(int file, int64_t number)
{
	struct flock other = byte_of(number);
	return fcntl(file, F_OFD_GETLK, &other) == 0 &&
		(other.l_type == F_UNLCK || other.l_len == 0);
}

static enum engine_lock try_lock(int file, const char *name, int64_t number, bool *again)
{
	const struct flock byte = byte_of(number);
	if (fcntl(file, F_OFD_SETLK, &byte) == 0) {
		*again = !is_in_place(file, name);
		return LOCK_MINE;
	}
	if (errno != EAGAIN && errno != EACCES)
		return LOCK_UNKNOWN;
	*again = is_going(file, number);
	return LOCK_THEIRS;
}

static enum engine_lock lock_file(const char *name, int64_t number, int *out)
{
	enum engine_lock lock = LOCK_UNKNOWN;
	bool again = true;
	for (int i = 0; again && i < TRIES; i++) {
		again = false;
		int file = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (file < 0)
			return LOCK_UNKNOWN;
		lock = try_lock(file, name, number, &again);
		if (lock == LOCK_MINE && !again) {
			*out = file;
			return lock;
		}
		close(file);
		if (again)
			nanosleep(&pause_between, NULL);
	}
	return again ? LOCK_THEIRS : lock;
}

enum engine_lock engine_lock(struct engine *engine, int64_t number)
{
	struct str name;
	if (engine->memory || (engine->locked == number && engine->lock_file >= 0))
		return LOCK_MINE;
	engine_unlock(engine);
	str_init(&name);
	str_addf(&name, "%s" LOCK_SUFFIX, engine->path);
	enum engine_lock lock = lock_file(name.text, number, &engine->lock_file);
	str_release(&name);
	if (lock == LOCK_MINE)
		engine->locked = number;
	/* another machine may not have been asked */
	return lock == LOCK_MINE && disk_on_network(engine->path) ? LOCK_UNKNOWN : lock;
}

/* The last one to let go leaves nothing behind. */
void engine_unlock(struct engine *engine)
{
	struct str name;
	if (engine->lock_file < 0)
		return;
	str_init(&name);
	str_addf(&name, "%s" LOCK_SUFFIX, engine->path);
	if (fcntl(engine->lock_file, F_OFD_SETLK, &everything) == 0 &&
		is_in_place(engine->lock_file, name.text))
		unlink(name.text);
	str_release(&name);
	close(engine->lock_file);
	engine->lock_file = -1;
	engine->locked = 0;
}
