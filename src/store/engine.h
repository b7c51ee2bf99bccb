/* SPDX-License-Identifier: MIT */
/*
 * The seam to the database engine: what the store asks of one. Behind it lies sqlite/, the only
 * place that knows a library, its files, its error codes and its SQL beyond the statements. An
 * engine speaks of its own troubles in whole sentences (why), since only it knows what they mean.
 */
#ifndef REKINDLE_STORE_ENGINE_H
#define REKINDLE_STORE_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#include <rekindle/err.h>
#include <rekindle/pool.h>
#include <rekindle/str.h>
#include <rekindle/uuid.h>

struct engine; /* an open database */
struct query;  /* a prepared statement of one */

/*
 * A value on its way in or out. Engines store true numbers, texts and UUIDs, nothing else; what is
 * none of them reads as null. Real numbers have no -0.
 */
enum cell_type { CELL_NULL, CELL_WHOLE, CELL_REAL, CELL_TEXT, CELL_UUID };
struct cell {
	enum cell_type type;
	int64_t whole;
	double real;
	const char *text; /* borrowed; 16 bytes of a uuid */
};

/* The database */

/*
 * Open the one at place: a path, ":memory:" a private one. create: make it, for the user alone,
 * when there is none. newest: the schema this program knows; one that is newer or foreign is
 * refused without a byte of it being changed, and so is a missing one without create: ERR_FAILED.
 * It is not to be written yet but by schema steps: engine_settle() comes first.
 */
enum engine_mode { ENGINE_EXISTING, ENGINE_CREATE, ENGINE_GLANCE /* STORE_GLANCE */ };
enum err engine_open(
	const char *place, enum engine_mode, int newest, struct engine **, struct errmsg *why);
/* After the schema steps: durable writes, references enforced, nobody else's to read. notice: what
 * the user should know of the place is added. */
enum err engine_settle(struct engine *, struct str *notice, struct errmsg *why);
/* NULL is fine; queries are freed before. */
void engine_close(struct engine *);
bool engine_read_only(const struct engine *);
/*
 * Is the file of this name still the one that is open? WRITTEN: it is, and somebody else has
 * written it since this was asked last; nothing read before is believed any more. OTHER: another
 * lies there; NONE: nothing does. A database that cannot be written is SAME.
 */
enum engine_place { PLACE_SAME, PLACE_WRITTEN, PLACE_OTHER, PLACE_NONE };
enum engine_place engine_place(struct engine *);
/* Make a new file beside the database, at home where that cannot be, for the user alone; copy: with
 * all that is open, also where that has no name any more; else empty. ERR_FAILED: why says only
 * which file and what hinders. */
enum err engine_rescue(struct engine *, bool copy, struct str *name, struct errmsg *why);
/* Is path a file of the database at place, there already or not, under whatever name, or any other
 * database? What is written there would spoil it. */
bool engine_owns(const char *place, const char *path);

/* Is all of it as it was written, as far as the engine can tell? One of more than most bytes (0: of
 * any size) is not looked at. ERR_FAILED: it is damaged, with what hurts. */
enum err engine_check(struct engine *, int64_t most, struct errmsg *why);
/* Is path the database at place or one of its files? Another database is none. */
bool engine_belongs(const char *place, const char *path);

/*
 * What to do about damage is for whoever opens it to say: called behind each sentence about a
 * database that is damaged, to add to it.
 */
typedef void engine_advice(const char *place, struct errmsg *why);
void engine_on_damage(struct engine *, engine_advice *);
void engine_advise(const struct engine *, struct errmsg *why);

/* A database looked at and copied: nothing on the disk is changed by these */

/* What can be told of the file at place without opening it as a database. False, with errno, when
 * it cannot be read. Not of one that this process has open: it would lose its locks. */
struct engine_face {
	bool database; /* begins as one of this engine does */
	bool ours;     /* carries our mark */
	bool logged;   /* changes go through a file beside it */
	int version;
	int64_t size, whole;              /* bytes: there are, there should be (0: not known) */
	int64_t waits_log, waits_journal; /* bytes of what lies beside it unfinished */
};
bool engine_face(const char *place, struct engine_face *);
/* Only what waits beside that name, whether there is such a file or not. */
void engine_beside(const char *place, struct engine_face *);
/* A process that has it open, as far as its locks tell: 0 none, -1 one of another machine or not
 * known. Not of one that this process has open. */
int64_t engine_holder(const char *place);
/* Open it to be read, whatever is in it; sentences call it `called`. alone: the file without what
 * waits beside it. */
enum err engine_look(
	const char *place, const char *called, bool alone, struct engine **, struct errmsg *why);
/* Is it whole? all: every index and reference too, which takes longer. What is wrong first is
 * added to fault, nothing when it is whole; an error is that it cannot be told. */
enum err engine_fault(struct engine *, bool all, struct str *fault, struct errmsg *why);
/* ERR_INVALID: a row belongs to another that is not there. */
enum err engine_check_references(struct engine *, struct errmsg *why);
/* Copy all of it, as it is at one moment, into the file name, which is empty and in use by nobody,
 * and alone afterwards; not synced. Others may write meanwhile. ERR_LOCKED when they do not stop.
 */
enum err engine_copy_to(struct engine *, const char *name, struct errmsg *why);

/* Its schema */

/* Number of the last step that it has been through, 0: none, nothing is in it. */
enum err engine_version(struct engine *, int *version, struct errmsg *why);
/* ERR_FAILED when a database of this version does not carry our mark, or is none of a program. */
enum err engine_check_ours(struct engine *, int version, struct errmsg *why);
/*
 * What its schema is made of, a line each, blanks and quotes left out: tables, indices and whatever
 * else there is. engine_check_shape: ERR_INVALID when that is not exactly what wanted says, with
 * the first line that is too many or changed; a schema that another program has touched is never
 * worked with.
 */
enum err engine_shape(struct engine *, struct str *out, struct errmsg *why);
/* A script that makes an empty database of the same schema, mark and version in one go. */
enum err engine_making(struct engine *, struct str *out, struct errmsg *why);
enum err engine_check_shape(struct engine *, const char *wanted, struct errmsg *why);
/* Keep a copy of the database of that version aside; where it lies into name (empty: the engine
 * keeps none). ERR_FAILED when that is not possible: then nothing is left. */
enum err engine_copy(struct engine *, int version, struct str *name, struct errmsg *why);
/* Run a text of statements, those of a schema step. why: the engine's own words, without the place.
 */
enum err engine_script(struct engine *, const char *text, struct errmsg *why);

/* Transactions: one at a time. For writing, others are kept from writing until it ends; ERR_LOCKED
 * when another program is in the way longer than the engine's patience. */
enum err engine_begin(struct engine *, bool write, struct errmsg *why);
/* From here on nobody is waited for, or again: for what can as well be done later. */
void engine_hurry(struct engine *, bool);
enum err engine_commit(struct engine *, struct errmsg *why);
/* After a commit that failed: bring what of it is in the file to the disk, if that can be done now.
 */
bool engine_sync(struct engine *);
/* Take back; fine when there is none, since an engine may have done so by itself. */
void engine_rollback(struct engine *);
bool engine_in_transaction(const struct engine *);
/* Was what failed last refused because another program is in the way? */
bool engine_is_busy(const struct engine *);
/* Has this program come upon a damaged database? */
bool engine_met_damage(void);

/*
 * A number above 0 that one program has at a time, at most one each: until it unlocks it, takes
 * another or ends, in whatever way. LOCK_UNKNOWN: the place keeps no such locks, or not between
 * machines.
 */
enum engine_lock { LOCK_MINE, LOCK_THEIRS, LOCK_UNKNOWN };
enum engine_lock engine_lock(struct engine *, int64_t number);
void engine_unlock(struct engine *); /* fine when nothing is locked */

/*
 * Outside of a transaction: write the file anew, so that nothing of what was deleted from it is
 * left, neither in it nor in what lies beside it. ERR_LOCKED when another program is in the way.
 */
enum err engine_clean(struct engine *, struct errmsg *why);
/* The databases in the folder of this one and in its folder `backups` that hold one of these ids,
 * and what else has a name that begins with that of this one: added to names, a line each. */
void engine_copies(const struct engine *, const struct uuid *ids, size_t count, struct str *names);
/* A number that changes when another program, or another connection, has committed something; cheap
 * enough to be asked ten times a second. */
int64_t engine_others(struct engine *);

/* Statements: parameters are ?1, ?2 and so on, columns and parameters count from 0 here. */

enum err engine_prepare(struct engine *, const char *text, struct query **, struct errmsg *why);
void query_free(struct query *); /* NULL is fine */
size_t query_parameters(const struct query *);
size_t query_columns(const struct query *);
/* Ready for new values; the old ones stay bound. */
void query_reset(struct query *);
/* Text and uuid are borrowed until the query is reset. */
void query_bind(struct query *, size_t parameter, const struct cell *);
/* The next row. At the end, or when it fails, it is reset. */
enum err query_step(struct query *, bool *row, struct errmsg *why);
/* A value of the present row; text and uuid are borrowed until the next step or reset. */
struct cell query_cell(const struct query *, size_t column);
/* Of a column of whole numbers, 0 for null: sooner than as a cell. */
int64_t query_whole(const struct query *, size_t column);
/* Key that the engine gave to the row inserted last. */
int64_t engine_last_key(const struct engine *);

#endif
