/* SPDX-License-Identifier: MIT */
/*
 * A database looked at without a byte on the disk being changed, and copied while others write.
 */
#include "sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_MS 3000
#define HEADER 100
#define MAGIC "SQLite format 3" /* and its NUL */
/* Where SQLite locks: in the file what is pending, reserved and shared; in the index of the -wal
 * its eight locks and the one that each connection has. */
#define LOCKS_FILE 0x40000000
#define LOCKS_FILE_COUNT 512
#define LOCKS_INDEX 120
#define LOCKS_INDEX_COUNT 9

static int64_t number(const unsigned char *bytes, int count)
{
	int64_t value = 0;
	for (int i = 0; i < count; i++)
		value = value << 8 | bytes[i];
	return value;
}

/* Bytes of a file beside it, 0 where there is none or none that matters: a journal that begins with
 * a zero is one that is done with. */
static int64_t beside(const char *place, const char *end)
{
	struct str name;
	struct stat at;
	char first = '\0';
	str_init(&name);
	str_addf(&name, "%s%s", place, end);
	int file = open(name.text, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool there = file >= 0 && fstat(file, &at) == 0 && pread(file, &first, 1, 0) == 1 && first;
	if (file >= 0)
		close(file);
	str_release(&name);
	return there ? at.st_size : 0;
}

static bool has_log(const char *place)
{
	struct str name;
	struct stat at;
	str_init(&name);
	str_addf(&name, "%s-wal", place);
	bool has = stat(name.text, &at) == 0;
	str_release(&name);
	return has;
}

/* What is known of a file from its first 100 bytes: page size at 16, kind of journal at 18, change
 * counter at 24, pages at 28, version at 60, mark at 68, and the counter again at 92 where the
 * number of pages is to be trusted. */
static void read_header(const unsigned char *header, struct engine_face *face)
{
	int64_t page = number(header + 16, 2);
	face->database = !memcmp(header, MAGIC, sizeof(MAGIC));
	if (!face->database)
		return;
	face->ours = number(header + 68, 4) == APPLICATION_ID;
	face->version = (int)number(header + 60, 4);
	face->logged = header[18] == 2;
	if (number(header + 24, 4) == number(header + 92, 4))
		face->whole = number(header + 28, 4) * (page == 1 ? 65536 : page);
}

void engine_beside(const char *place, struct engine_face *face)
{
	*face = (struct engine_face){ .waits_log = beside(place, "-wal"),
		.waits_journal = beside(place, "-journal") };
}

bool engine_face(const char *place, struct engine_face *face)
{
	unsigned char header[HEADER] = { 0 };
	struct stat at;
	*face = (struct engine_face){ 0 };
	int file = open(place, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return false;
	ssize_t n = pread(file, header, sizeof(header), 0);
	bool known = n >= 0 && fstat(file, &at) == 0;
	int system = errno;
	close(file);
	errno = system;
	if (!known)
		return false;
	engine_beside(place, face);
	face->size = at.st_size;
	if (n == HEADER)
		read_header(header, face);
	return true;
}

/* Who locks one of these bytes of a file: a process id, 0 nobody, -1 one that is not known. */
static int64_t locked_by(const char *name, off_t start, off_t count)
{
	struct flock lock = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = count
	};
	int file = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int64_t who = 0;
	if (file < 0)
		return 0;
	if (fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK)
		who = lock.l_pid > 0 ? lock.l_pid : -1;
	close(file);
	return who;
}

int64_t engine_holder(const char *place)
{
	struct str index;
	str_init(&index);
	str_addf(&index, "%s-shm", place);
	int64_t who = locked_by(place, LOCKS_FILE, LOCKS_FILE_COUNT);
	if (!who)
		who = locked_by(index.text, LOCKS_INDEX, LOCKS_INDEX_COUNT);
	str_release(&index);
	return who;
}

/* Nothing of its schema runs: it may be anybody's. */
static void defend(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	sqlite3_busy_timeout(db, BUSY_MS);
}

/*
 * How to open a file so that nothing is made or changed: as others do; alone; or, where a -wal is
 * to be read that nobody has an index of, with an index in memory, for which SQLite wants the file
 * to itself, and so a file that could be written.
 */
enum way { WAY_SHARED, WAY_ALONE, WAY_IN_MEMORY };

static enum way way_to_look(const char *place, bool alone)
{
	struct engine_face face;
	if (alone)
		return WAY_ALONE;
	if (!engine_face(place, &face) || engine_holder(place))
		return WAY_SHARED;
	if (face.waits_log)
		return WAY_IN_MEMORY;
	return face.logged || has_log(place) ? WAY_ALONE : WAY_SHARED;
}

static bool connect_to_look(struct engine *engine, const char *place, enum way way)
{
	static const char *const mode[] = { [WAY_SHARED] = "?mode=ro",
		[WAY_ALONE] = "?mode=ro&immutable=1",
		[WAY_IN_MEMORY] = "?mode=rw" };
	struct str uri;
	str_init(&uri);
	sqlite_uri(&uri, place);
	str_add(&uri, mode[way]);
	int code = sqlite3_open_v2(uri.text, &engine->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	str_release(&uri);
	if (code != SQLITE_OK)
		return false;
	defend(engine->db);
	if (way == WAY_IN_MEMORY)
		sqlite3_exec(engine->db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
	return sqlite3_exec(engine->db, "PRAGMA query_only = ON; PRAGMA foreign_keys = ON", NULL,
		       NULL, NULL) == SQLITE_OK;
}

static bool is_barred(const char *place, enum way way)
{
	return way == WAY_IN_MEMORY && access(place, W_OK) < 0;
}

static enum err refuse_look(
	struct engine *engine, const char *place, enum way way, struct errmsg *why)
{
	if (is_barred(place, way))
		return errmsg_set(why, ERR_FAILED,
			"%s is read-only, so that what waits in %s-wal cannot be read: make it "
			"writable, or copy both elsewhere",
			engine->path, engine->path);
	return sqlite_fail(engine, why);
}

enum err engine_look(
	const char *place, const char *called, bool alone, struct engine **out, struct errmsg *why)
{
	struct engine *engine = mem_alloc(sizeof(*engine));
	engine->path = mem_strdup(called);
	engine->read_only = true;
	engine->lock_file = -1;
	str_init(&engine->said);
	*out = engine;
	enum way way = way_to_look(place, alone);
	if (connect_to_look(engine, place, way) && !is_barred(place, way))
		return ERR_NONE;
	enum err err = refuse_look(engine, place, way, why);
	engine_close(engine);
	*out = NULL;
	return err;
}

/* The first of what SQLite finds, or what it says when it cannot even look. */
static enum err first_fault(
	struct engine *engine, int code, sqlite3_stmt *row, struct str *fault, struct errmsg *why)
{
	const char *said = code == SQLITE_ROW ? (const char *)sqlite3_column_text(row, 0) : NULL;
	switch (code & 0xff) {
	case SQLITE_ROW:
		str_add(fault, said && strcmp(said, "ok") ? said : "");
		return ERR_NONE;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		str_add(fault, sqlite3_errmsg(engine->db));
		return ERR_NONE;
	}
	return sqlite_fail(engine, why);
}

enum err engine_fault(struct engine *engine, bool all, struct str *fault, struct errmsg *why)
{
	sqlite3_stmt *row = NULL;
	int code = sqlite3_prepare_v2(engine->db,
		all ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", -1, &row, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(row);
	enum err err = first_fault(engine, code, row, fault, why);
	sqlite3_finalize(row);
	return err;
}

enum err engine_check_references(struct engine *engine, struct errmsg *why)
{
	sqlite3_stmt *row = NULL;
	int code = sqlite3_prepare_v2(engine->db, "PRAGMA foreign_key_check", -1, &row, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(row);
	enum err err = code == SQLITE_DONE ? ERR_NONE
		: code == SQLITE_ROW
		? errmsg_set(why, ERR_INVALID, "a row of %s belongs to a row of %s that is gone",
			  (const char *)sqlite3_column_text(row, 0),
			  (const char *)sqlite3_column_text(row, 2))
		: sqlite_fail(engine, why);
	sqlite3_finalize(row);
	return err;
}

/* Nothing of it is to be kept when it fails: no journal, and whoever asked syncs the file. The copy
 * of a database with a -wal is one that needs none. */
static int fill(struct engine *engine, sqlite3 *copy)
{
	static const char plain[] = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF; "
				    "PRAGMA journal_mode = OFF";
	int code = sqlite3_exec(copy, plain, NULL, NULL, NULL);
	sqlite3_backup *backup = sqlite3_backup_init(copy, "main", engine->db, "main");
	if (code != SQLITE_OK || !backup)
		return code != SQLITE_OK ? code : sqlite3_errcode(copy);
	sqlite3_backup_step(backup, -1);
	code = sqlite3_backup_finish(backup);
	return code != SQLITE_OK
		? code
		: sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

enum err engine_copy_to(struct engine *engine, const char *name, struct errmsg *why)
{
	struct str uri;
	sqlite3 *copy;
	str_init(&uri);
	sqlite_uri(&uri, name);
	int code = sqlite3_open_v2(uri.text, &copy,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	str_release(&uri);
	if (code == SQLITE_OK) {
		sqlite3_busy_timeout(engine->db, BUSY_MS);
		code = fill(engine, copy);
	}
	int system = copy ? sqlite3_system_errno(copy) : 0;
	sqlite3_close(copy);
	if (code == SQLITE_OK)
		return ERR_NONE;
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return errmsg_set(why, ERR_LOCKED,
			"%s is being written by another program; try again in a moment",
			engine->path);
	return errmsg_set(why, ERR_FAILED, "cannot copy %s: %s", engine->path,
		code == SQLITE_FULL ? "there is no room left"
			: system    ? strerror(system)
				    : sqlite3_errstr(code));
}

bool engine_belongs(const char *place, const char *path)
{
	return disk_belongs(place, path);
}
