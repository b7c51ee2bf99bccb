/* SPDX-License-Identifier: MIT */
/*
 * An SQLite file opened and closed.
 */
#include "sqlite.h"

#include <stdlib.h>
#include <string.h>

#define BUSY_MS 3000
#define BUSY_STEP_MS 20

/* What SQLite opens. Everything as a URI, so that no path can be mistaken for one. */
static void file_uri(struct str *uri, const struct engine *engine)
{
	sqlite_uri(uri, engine->path);
	str_addf(uri, "?mode=%s", engine->read_only ? "ro" : "rw");
	if (engine->read_only && engine->alone)
		str_add(uri, "&immutable=1");
}

/* A file from somebody else may hold more than rows: nothing in its schema runs before it has been
 * compared with ours (engine_settle() comes after that), no function in it that could do harm ever
 * does, and no statement writes past the schema. */
static void defend(sqlite3 *db)
{
	static const struct {
		int option, on;
	} settings[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
		/* A file that is refused must not be written by closing it. */
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		sqlite3_db_config(db, settings[i].option, settings[i].on, NULL);
}

/* In memory there is no -wal: the mark that there may be one is taken away. */
static int read_image(struct engine *engine)
{
	struct image *image = &engine->image;
	sqlite3_int64 size = (sqlite3_int64)image->size;
	if (!size)
		return SQLITE_OK;
	image->bytes[18] = image->bytes[19] = 1;
	int code = sqlite3_deserialize(engine->db, "main", image->bytes, size, size,
		SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
	*image = (struct image){ 0 };
	return code;
}

static enum err connect(struct engine *engine, struct errmsg *why)
{
	struct str uri;
	str_init(&uri);
	if (engine->memory || engine->image.size)
		str_add(&uri, "file::memory:");
	else
		file_uri(&uri, engine);
	int code = sqlite3_open_v2(uri.text, &engine->db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
		NULL);
	str_release(&uri);
	if (code == SQLITE_OK)
		code = read_image(engine);
	if (code != SQLITE_OK)
		return sqlite_fail(engine, why);
	sqlite3_busy_timeout(engine->db, engine->glance ? 0 : BUSY_MS);
	defend(engine->db);
	return ERR_NONE;
}

/* What a crash left is looked into before SQLite does. Read only, the file is opened anew then: as
 * an image, or as it stands, since what lies beside it cannot be taken in or away. */
static enum err connect_settled(struct engine *engine, struct errmsg *why)
{
	bool left = !engine->memory && leftover_there(engine->path);
	enum err err = connect(engine, why);
	if (!err && left)
		err = leftover_settle(engine, why);
	if (err || !left || !engine->read_only)
		return err;
	sqlite3_close(engine->db);
	engine->alone = true;
	return connect(engine, why);
}

static bool is_about_writing(int code)
{
	static const int codes[] = { SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY,
		SQLITE_PERM };
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if ((code & 0xff) == codes[i])
			return true;
	return false;
}

static enum err connect_to_read(struct engine *engine, struct errmsg *why)
{
	engine->read_only = engine->alone = true;
	sqlite3_close(engine->db);
	enum err err = connect_settled(engine, why);
	if (!err)
		sqlite3_exec(engine->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
	return err;
}

/* Even to be read, a file with a -wal needs room beside it for an index, and one whose last write
 * was cut off has to be written. On a full disk, or a share that has no memory to share, there is
 * no room: reading goes on without. */
static enum err make_readable(struct engine *engine, struct errmsg *why)
{
	int code = sqlite3_exec(engine->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
	int system = sqlite3_system_errno(engine->db);
	if (engine->read_only || !is_about_writing(code))
		return ERR_NONE;
	engine->hindrance = mem_strdup(system ? strerror(system) : sqlite3_errstr(code));
	return connect_to_read(engine, why);
}

/* Is it as it has to be for a glance? */
static bool at_rest(const struct engine *engine, const struct disk_state *state, int newest)
{
	return state->exists && !state->empty && !state->wal &&
		state->version == (unsigned)newest && !leftover_there(engine->path);
}

static enum err prepare_file(
	struct engine *engine, enum engine_mode mode, int newest, struct errmsg *why)
{
	struct disk_state state;
	bool create = mode == ENGINE_CREATE;
	enum err err = disk_inspect(engine->path, &state, why);
	if (err)
		return err;
	engine->glance = mode == ENGINE_GLANCE;
	if (engine->glance && !at_rest(engine, &state, newest))
		return errmsg_set(why, ERR_FAILED, "%s cannot be read as it stands", engine->path);
	if (!state.exists && !create)
		return errmsg_set(why, ERR_FAILED, "there is no database at %s", engine->path);
	if (!state.exists)
		return disk_create(engine->path, why);
	if (state.version > (unsigned)newest)
		return errmsg_set(why, ERR_FAILED,
			"%s was written by a newer rekindle (schema %u, this program "
			"knows %d); it is left as it is: use the newer program",
			engine->path, state.version, newest);
	engine->read_only = state.read_only || engine->glance;
	engine->alone = state.wal;
	return ERR_NONE;
}

enum err engine_open(const char *place, enum engine_mode mode, int newest, struct engine **out,
	struct errmsg *why)
{
	struct engine *engine = mem_alloc(sizeof(*engine));
	engine->path = mem_strdup(place);
	engine->lock_file = -1;
	str_init(&engine->said);
	engine->memory = !strcmp(place, ":memory:");
	enum err err = engine->memory ? ERR_NONE : prepare_file(engine, mode, newest, why);
	if (!err)
		err = connect_settled(engine, why);
	if (!err && !engine->memory)
		err = make_readable(engine, why);
	if (err) {
		engine_close(engine);
		engine = NULL;
	}
	*out = engine;
	return err;
}

/*
 * A rollback journal, so that at rest the one file is everything: it is complete after each commit,
 * nothing that was deleted waits in a second file, and the journal of a write that was cut off
 * carries the page by which it can be told from that of another file (leftover.c). Truncated and
 * synced, a commit is durable without the folder; on a network the journal is deleted, as file
 * servers expect it. Measured, one change of two rows: 0.65 ms, deleted and synced 0.76, WAL 0.2
 * but 0.7 with the checkpoint that would make the file complete. Up to 64 MiB of a write are held
 * until its end, so that others can read while it lasts. A file in WAL mode, of an earlier version,
 * is taken over with all that its -wal holds. That does not wait for others by itself.
 */
static enum err set_pragmas(struct engine *engine, bool network, struct errmsg *why)
{
	static const char local[] = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; "
				    "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; "
				    "PRAGMA cache_spill = 16384";
	static const char remote[] = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; "
				     "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; "
				     "PRAGMA cache_spill = 16384";
	int code = SQLITE_BUSY;
	for (int waited = 0; code == SQLITE_BUSY && waited <= BUSY_MS; waited += BUSY_STEP_MS) {
		code = sqlite3_exec(engine->db, network ? remote : local, NULL, NULL, NULL);
		if (code == SQLITE_BUSY)
			sqlite3_sleep(BUSY_STEP_MS);
	}
	return code == SQLITE_OK ? ERR_NONE : sqlite_fail(engine, why);
}

enum err engine_settle(struct engine *engine, struct str *notice, struct errmsg *why)
{
	enum err err = ERR_NONE;
	bool network = !engine->memory && disk_on_network(engine->path);
	if (engine->read_only)
		sqlite3_exec(engine->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
	else
		err = set_pragmas(engine, network, why);
	engine->settled = !err;
	place_remember(engine);
	if (!engine->read_only && !engine->memory)
		disk_make_private(engine->path);
	if (err)
		return err;
	str_addf(notice, "%s%s", notice->len && engine->said.len ? "; " : "", engine->said.text);
	str_add(notice, notice->len && (engine->read_only || network) ? "; " : "");
	if (engine->hindrance)
		str_addf(notice,
			"nothing can be written beside %s (%s): it is opened to be read, and "
			"nothing "
			"can be changed in it",
			engine->path, engine->hindrance);
	else if (engine->read_only)
		str_addf(notice, "%s is read-only: nothing can be changed in it", engine->path);
	else if (network)
		str_addf(notice,
			"%s is on a network file system: it is written more slowly, and one "
			"program at a time",
			engine->path);
	sqlite3_db_config(engine->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
	sqlite3_db_config(
		engine->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, engine->hindrance != NULL, NULL);
	return ERR_NONE;
}

void engine_hurry(struct engine *engine, bool hurry)
{
	sqlite3_busy_timeout(engine->db, hurry || engine->glance ? 0 : BUSY_MS);
}

/* The empty journal goes, under SQLite's own lock; where another program is in the way it stays,
 * and means nothing. */
static void tidy(struct engine *engine)
{
	enum engine_place place = engine_place(engine);
	if (!engine->settled || engine->read_only || engine->memory || place == PLACE_OTHER ||
		place == PLACE_NONE)
		return;
	sqlite3_busy_timeout(engine->db, 0);
	sqlite3_exec(engine->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

void engine_close(struct engine *engine)
{
	if (!engine)
		return;
	engine_unlock(engine);
	sqlite3_finalize(engine->others);
	tidy(engine);
	sqlite3_close(engine->db);
	free(engine->path);
	free(engine->hindrance);
	image_release(&engine->image);
	str_release(&engine->said);
	free(engine);
}

bool engine_owns(const char *place, const char *path)
{
	return disk_owns(place, path);
}

bool engine_read_only(const struct engine *engine)
{
	return engine->read_only;
}
