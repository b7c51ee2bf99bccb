/* SPDX-License-Identifier: MIT */
/*
 * A database and all that belongs to it looked at, without a byte being changed.
 */
#include "care_private.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <rekindle/date.h>
#include <rekindle/file.h>
#include <rekindle/scratch.h>

/* Files beside it */

static struct care_file *add_file(struct care *care, enum care_kind kind, const char *path)
{
	struct stat at;
	struct care_file *file = POOL_APPEND(&care->pool, care->files, care->file_count);
	*file = (struct care_file){ .path = path,
		.kind = kind,
		.day = DATE_NONE,
		.size = stat(path, &at) == 0 ? at.st_size : 0 };
	return file;
}

static void find_copies(struct care *care)
{
	struct shelf_copy *copies;
	size_t count = shelf_list(care->database, &care->pool, &copies);
	for (size_t i = 0; i < count; i++) {
		struct errmsg why;
		struct care_file *file = add_file(care, CARE_COPY, copies[i].path);
		file->day = copies[i].day;
		file->good = !judge_file(file->path, file->path, false, &why);
		file->fault = file->good ? NULL : pool_strdup(&care->pool, why.text);
		if (!file->good)
			care->remarks |= 1u << CARE_BAD_COPIES;
		else if (!care->best)
			care->best = file->path;
	}
}

static bool begins(const char *text, const char *start)
{
	return !strncmp(text, start, strlen(start));
}

static bool ends(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);
	return n >= m && !strcmp(text + n - m, end);
}

/* What a name in the folder of the database is to it; -1 nothing. */
static int kind_of(const char *name, const char *database)
{
	static const struct {
		const char *end;
		enum care_kind kind;
	} known[] = { { "-wal", CARE_COMPANION }, { "-shm", CARE_COMPANION },
		{ "-journal", CARE_COMPANION }, { "-lock", CARE_COMPANION },
		{ ".schema-", CARE_UPGRADE }, { ".replaced-", CARE_REPLACED } };
	if (begins(name, "rescue-") && ends(name, ".db"))
		return CARE_RESCUE;
	if (!begins(name, database))
		return -1;
	name += strlen(database);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (known[i].kind == CARE_COMPANION ? !strcmp(name, known[i].end)
						    : begins(name, known[i].end))
			return known[i].kind;
	return -1;
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct care_file *)a)->path, ((const struct care_file *)b)->path);
}

static void find_beside(struct care *care)
{
	const char *slash = strrchr(care->database, '/');
	const char *name = slash ? slash + 1 : care->database;
	const char *folder = slash
		? pool_strndup(&care->pool, care->database, (size_t)(slash - care->database + 1))
		: "./";
	size_t before = care->file_count;
	DIR *open = opendir(folder);
	for (struct dirent *entry; open && (entry = readdir(open));) {
		int kind = kind_of(entry->d_name, name);
		if (kind >= 0)
			add_file(care, (enum care_kind)kind,
				pool_printf(
					&care->pool, "%s%s", slash ? folder : "", entry->d_name));
	}
	if (open)
		closedir(open);
	if (care->file_count > before)
		qsort(care->files + before, care->file_count - before, sizeof(*care->files),
			by_path);
	for (size_t i = before; i < care->file_count; i++)
		if (care->files[i].kind == CARE_RESCUE)
			care->rescue = care->files[i].path;
}

/* What a session left that could not save is the way back when it is later than the copies. */
static void find_way_back(struct care *care)
{
	struct stat rescue, copy;
	struct errmsg why;
	care->way_back = care->best;
	if (care->rescue && !judge_file(care->rescue, care->rescue, false, &why) &&
		!stat(care->rescue, &rescue) &&
		(!care->best || (!stat(care->best, &copy) && rescue.st_mtime >= copy.st_mtime)))
		care->way_back = care->rescue;
}

/* Who has it open */

static void find_holders(struct care *care)
{
	const size_t most = sizeof(care->holders) / sizeof(*care->holders);
	care->holder_count = presence_list(care->database, care->holders, most);
	int64_t other = engine_holder(care->database);
	for (size_t i = 0; i < care->holder_count; i++)
		if (other == care->holders[i] || other < 0)
			return;
	if (other && care->holder_count < most)
		care->holders[care->holder_count++] = other;
}

/* Its state */

static enum care_state say(struct care *care, enum care_state state, const char *fault)
{
	care->fault = fault && *fault ? pool_strdup(&care->pool, fault) : NULL;
	return state;
}

/* What can be told without opening it; CARE_WHOLE: nothing against it. */
static enum care_state face_state(struct care *care, struct engine_face *face)
{
	struct stat at;
	if (stat(care->database, &at) < 0)
		return errno == ENOENT || errno == ENOTDIR
			? CARE_MISSING
			: say(care, CARE_UNREADABLE, strerror(errno));
	if (!S_ISREG(at.st_mode))
		return CARE_NO_FILE;
	if (!engine_face(care->database, face))
		return say(care, CARE_UNREADABLE, strerror(errno));
	care->size = face->size;
	care->version = face->version;
	if (face->waits_journal && !care->holder_count)
		return CARE_CUT_OFF;
	if (!face->size)
		return CARE_EMPTY;
	if (!face->database)
		return CARE_NO_DATABASE;
	if (!face->ours)
		return CARE_FOREIGN;
	if (face->version > care->newest)
		return CARE_NEWER;
	return face->size < face->whole && !face->waits_log ? CARE_TRUNCATED : CARE_WHOLE;
}

static enum care_state judged(
	struct care *care, enum err err, enum care_state state, const struct errmsg *why)
{
	if (!err)
		return CARE_WHOLE;
	if (err == ERR_LOCKED)
		state = CARE_LOCKED;
	else if (err == ERR_FAILED)
		state = CARE_UNREADABLE;
	return say(care, state, why->text);
}

static enum care_state pages_state(struct care *care, bool alone)
{
	struct engine *engine = NULL;
	struct errmsg why;
	enum err err = engine_look(care->database, care->database, alone, &engine, &why);
	if (!err)
		err = judge_pages(engine, care->database, true, &why);
	enum care_state state = judged(care, err, CARE_DAMAGED, &why);
	if (state == CARE_WHOLE)
		state = judged(
			care, judge_shape(engine, &care->version, &why), CARE_RESHAPED, &why);
	engine_close(engine);
	return state;
}

static enum care_state rows_state(struct care *care)
{
	struct errmsg why;
	struct rows_seen seen = { .pool = &care->pool };
	enum err err = judge_rows(care->database, care->database, false, &seen, &why);
	care->alliances = seen.alliances;
	care->assessments = seen.assessments;
	care->faults = seen.faults;
	if (seen.dead_hold)
		care->remarks |= 1u << CARE_DEAD_HOLD;
	return judged(care, err, CARE_STRANGE, &why);
}

/* One that is damaged with what lies beside it may be whole without. */
static enum care_state inside_state(struct care *care, const struct engine_face *face)
{
	enum care_state state = pages_state(care, false);
	bool spoilt = state == CARE_DAMAGED || state == CARE_RESHAPED;
	if (spoilt && face->waits_log && pages_state(care, true) == CARE_WHOLE)
		return CARE_LEFT_OVER;
	if (state == CARE_WHOLE)
		state = rows_state(care);
	return state == CARE_WHOLE && care->version < care->newest ? CARE_OLDER : state;
}

static bool is_read_only(const char *database, mode_t mode)
{
	char *copy = mem_strdup(database), *slash = strrchr(copy, '/');
	if (slash)
		slash[slash == copy] = '\0';
	bool writable = (mode & 0222) && access(database, W_OK) == 0 &&
		access(slash ? copy : ".", W_OK) == 0;
	free(copy);
	return !writable;
}

static void remark_file(struct care *care, const struct engine_face *face)
{
	struct stat at;
	if (care->rescue)
		care->remarks |= 1u << CARE_RESCUED;
	if (care->state == CARE_MISSING || stat(care->database, &at) < 0 || !S_ISREG(at.st_mode))
		return;
	if (face->waits_log && !care->holder_count)
		care->remarks |= 1u << CARE_UNFINISHED;
	if (is_read_only(care->database, at.st_mode))
		care->remarks |= 1u << CARE_READ_ONLY;
	if (at.st_mode & 077)
		care->remarks |= 1u << CARE_OPEN_TO_ALL;
	if (!care->best && (care->state == CARE_WHOLE || care->state == CARE_OLDER))
		care->remarks |= 1u << CARE_NO_COPY;
}

static void find_temporary(struct care *care)
{
	struct str path;
	str_init(&path);
	scratch_folder(&path);
	care->temporary = pool_strdup(&care->pool, path.text);
	care->temporary_there = file_exists(path.text);
	str_release(&path);
}

void care_examine(const char *database, struct care *care)
{
	struct engine_face face = { 0 };
	struct str place;
	*care = (struct care){ .newest = migrate_newest(embedded_files) };
	str_init(&place);
	shelf_place(&place, database);
	care->database = pool_strdup(&care->pool, place.text);
	str_release(&place);
	find_copies(care);
	find_beside(care);
	find_way_back(care);
	find_holders(care);
	find_temporary(care);
	care->state = face_state(care, &face);
	if (care->state == CARE_WHOLE)
		care->state = inside_state(care, &face);
	remark_file(care, &face);
}

void care_release(struct care *care)
{
	pool_release(&care->pool);
	*care = (struct care){ 0 };
}
