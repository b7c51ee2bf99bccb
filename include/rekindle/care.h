/* SPDX-License-Identifier: MIT */
/*
 * Care for the database: safety copies of it, the way back to one, and what can be told of a file
 * without changing it. Copies lie in the folder backups/ beside the database, one a day of writing,
 * each a database of its own: NAME-YYYY-MM-DD.db for NAME.db.
 */
#ifndef REKINDLE_CARE_H
#define REKINDLE_CARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <rekindle/err.h>
#include <rekindle/pool.h>
#include <rekindle/store.h>
#include <rekindle/str.h>

/* How many are kept: the last of days, and of the weeks (Monday to Sunday) before those, of each
 * the last. Days on which nothing was written count for nothing. */
#define CARE_DAYS 7
#define CARE_WEEKS 4

/*
 * Which copies stay, of those of count different days, newest first. What a clock that ran ahead
 * has left behind, days after today, is no reason to let go of what came before, nor the other way
 * round: either part is kept by itself, and the copy of today always stays.
 */
void care_choose(const int *days, size_t count, int today, bool *stays);

/*
 * The copy of today, at the first commit of a day, which is done by then and not touched by what
 * becomes of it: what keeps the copy from being made is said once, see store_listen(). A copy is
 * written under another name, read back whole, synced and only then given its name. None of a
 * database in memory or read-only, or after store_keep_no_copies().
 */
void care_daily(struct store *);

/* A copy at path, at any time. ERR_USAGE: path is the database or one of its files, or no plain
 * file; ERR_FAILED: exists (without force), or cannot be written; ERR_LOCKED: path is a database in
 * use. It is there whole, checked and synced, or as it was. */
enum err care_backup(struct store *, const char *path, bool force, struct errmsg *why);

/*
 * Put a copy of file in the place of the database. file is read whole first: ERR_INVALID when it is
 * damaged or holds what no rekindle writes, ERR_FAILED when it is newer than this program or none
 * of ours, ERR_USAGE when it is the database itself; ERR_LOCKED when another program has the
 * database open. What was there is kept under the name in aside (empty: there was nothing). At
 * every moment either is whole under its name. file is left as it is.
 */
enum err care_restore(
	const char *database, const char *file, struct str *aside, struct errmsg *why);

/* Path of the newest copy of the database that is whole, into buffer; NULL when there is none. */
const char *store_newest_backup(const char *path, char *buffer, size_t size);
/* Add to a sentence that tells of damage what to do: the newest good copy and the command. */
void care_way_back(const char *database, struct errmsg *why);
/* A word for a shell, quoted where it needs it; the command that brings file back, with --db where
 * the place is not the usual one. */
void care_word(struct str *, const char *word);
void care_command(struct str *, const char *database, const char *file);

/* What there is to know of a database without changing anything */

/* Its state, the first that holds. */
enum care_state {
	CARE_WHOLE,
	CARE_OLDER, /* whole, of an older rekindle */
	CARE_MISSING,
	CARE_NO_FILE,    /* a folder, a device */
	CARE_UNREADABLE, /* its mode or its folder's */
	CARE_EMPTY,
	CARE_NO_DATABASE,
	CARE_FOREIGN,   /* another program's */
	CARE_NEWER,     /* of a newer rekindle */
	CARE_TRUNCATED, /* shorter than it says it is */
	CARE_LOCKED,    /* another program does not let go of it */
	CARE_CUT_OFF,   /* a write was cut off in the middle; the next opening takes it back */
	CARE_LEFT_OVER, /* whole without the -wal that lies beside it, not with it */
	CARE_DAMAGED,
	CARE_RESHAPED, /* laid out as no rekindle does it */
	CARE_STRANGE,  /* rows hold what no rekindle writes */
	CARE_STATE_COUNT
};
/* What else there is to say, a bit each. */
enum care_remark {
	CARE_UNFINISHED,  /* changes of a program that was killed wait for the next opening */
	CARE_READ_ONLY,   /* it, or its folder, cannot be written */
	CARE_OPEN_TO_ALL, /* others than its owner can read it */
	CARE_RESCUED,     /* a file with the state of a session that could not be saved */
	CARE_DEAD_HOLD,   /* a respondent is held by a process that is no more */
	CARE_BAD_COPIES,  /* safety copies that are damaged */
	CARE_NO_COPY,     /* it is whole, but of its safety copies none is */
	CARE_REMARK_COUNT
};

enum care_kind { CARE_COMPANION, CARE_COPY, CARE_UPGRADE, CARE_REPLACED, CARE_RESCUE };
struct care_file {
	const char *path;
	enum care_kind kind;
	int day; /* of a copy, else DATE_NONE */
	int64_t size;
	bool good;         /* of a copy: is it whole? */
	const char *fault; /* of one that is not */
};

struct care {
	struct pool pool;
	const char *database; /* where it really lies */
	enum care_state state;
	unsigned remarks;  /* 1u << enum care_remark */
	const char *fault; /* what was found, a sentence; NULL where the state says it all */
	struct texts
		faults; /* of CARE_STRANGE: of each assessment what was found first, each once */
	int64_t size;
	int version, newest; /* schema: its, and this program's */
	int alliances, assessments;
	struct care_file *files; /* beside it; copies newest first */
	size_t file_count;
	int64_t holders[16]; /* processes that have it open; -1 one that is not known */
	size_t holder_count;
	const char *best;      /* newest good copy, or NULL */
	const char *way_back;  /* that, or what a session left that could not save and is later */
	const char *rescue;    /* newest file with a state that could not be saved, or NULL */
	const char *temporary; /* folder of texts in work */
	bool temporary_there;
};
/* Look at everything. Never fails: what cannot be looked at is a state. Release it. */
void care_examine(const char *database, struct care *);
void care_release(struct care *);

#endif
