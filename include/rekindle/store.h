/* SPDX-License-Identifier: MIT */
/*
 * The database: one SQLite file with every alliance, assessment and answer (rekindle(1)).
 * Every change is one durable transaction with an entry in the append-only change log, which drives
 * undo and redo. Only this room knows SQL. Row keys are int64_t, 0 for none.
 */
#ifndef REKINDLE_STORE_H
#define REKINDLE_STORE_H

#include <rekindle/edition.h>
#include <rekindle/err.h>
#include <rekindle/record.h>
#include <rekindle/schema.h>

struct store;

enum store_mode {
	STORE_CREATE,   /* make file and folder when missing */
	STORE_EXISTING, /* ERR_FAILED when missing */
	STORE_GLANCE,   /* to be read as it stands, without waiting: ERR_FAILED when it is missing,
			   of another version, or anything lies beside it that has to be settled */
};

/*
 * Open: folder 0700, file 0600 whatever the umask; rollback journal, synchronous FULL, foreign
 * keys, secure_delete, busy timeout: after every change the one file is complete. Migrates an older
 * file, one transaction per step, after a backup copy beside it. ERR_FAILED: not readable, newer,
 * or not a rekindle file (said so, untouched); ERR_LOCKED: another program holds it longer than the
 * timeout. A read-only file opens read-only.
 * ":memory:" is a private database. From here on the process leaves no core file (process.h).
 */
enum err store_open(const char *path, enum store_mode, struct store **, struct errmsg *why);
void store_close(struct store *); /* NULL is fine */
const char *store_path(const struct store *);
bool store_read_only(const struct store *);
/* Was the last ERR_LOCKED another program that is writing just now? The same may work in a moment;
 * what is sealed or held stays so. */
bool store_is_busy(const struct store *);
/* Has this program come upon a database that is damaged? What failed then was refused by the data,
 * not by the system. */
bool store_met_damage(void);
/* May nothing be written to path, because it is the database, a file beside it that belongs to it
 * (also one that is not there yet: what is put there would be read as its journal), or a database
 * at all? Links and other spellings of the name are followed. */
bool store_owns(const char *database, const char *path);
/*
 * A file that is moved, deleted or replaced while it is open is noticed before anything is written
 * to it or a record read from it. From then on the store goes on in rescue-TIME.db beside it (at
 * home where its folder is gone), 0600, which has all that was seen (of a file that was overwritten
 * in place: the record that is shown), and every change gives ERR_FAILED, though it is kept there:
 * none is called saved. store_astray(): ERR_FAILED with the same words, where and how to bring it
 * back; ERR_NONE while all is well.
 */
enum err store_astray(const struct store *, struct errmsg *why);
/* The record that is open on the screen, borrowed until another is named; NULL: none. */
void store_shows(struct store *, struct record *);
/*
 * Is the file whole, as far as SQLite can tell? Before anything is taken out of it: ERR_FAILED with
 * what hurts and what to do. Looked at once while it is open, and only when it has no more than
 * most bytes; 0: whatever its size (about 4 ms a megabyte).
 */
enum err store_check(struct store *, int64_t most, struct errmsg *why);
#define STORE_CHECK_CHEAP (8 << 20)
/* Prepare every statement: for a test and a check-up. ERR_FAILED with the first that is refused. */
enum err store_prepare_all(struct store *, struct errmsg *why);
/* One sentence worth telling after open (read-only, network file system, migrated), or NULL. */
const char *store_notice(const struct store *);
/* What the user should know of that comes up later, one sentence, whenever it does: the listener
 * is called from within the function that was called. */
typedef void store_listener(void *context, const char *sentence);
void store_listen(struct store *, store_listener *, void *context);
/* Of this one, which is thrown away, no safety copies are made (care.h). */
void store_keep_no_copies(struct store *);
/* $XDG_DATA_HOME/rekindle/rekindle.db or ~/.local/share/rekindle/rekindle.db into buffer; NULL when
 * neither variable names a folder from the root: then there is no usual place. */
const char *store_default_path(char *buffer, size_t size);

/* Reading */

struct store_plan { /* what the list knows of the alliance's stored plan, in each of its rounds */
	bool own;   /* it was first drawn up from this round */
	int start;  /* its first day, DATE_NONE: no plan, or none with a date */
	int track;  /* enum track, -1 none */
	int size;   /* active actions without the dropped ones */
	int step;   /* of a wind-down: lowest with an open action, 0 none */
	int *due;   /* days of its open active actions, earliest first */
	size_t due_count;
};
/* How many of them are due before that day; on that day. */
int store_plan_late(const struct store_plan *, int day);
int store_plan_due(const struct store_plan *, int day);
/* When the next of them is due, DATE_NONE: no action is open. */
int store_plan_next(const struct store_plan *);

struct store_round {                  /* one row of the portfolio */
	int64_t alliance, assessment; /* keys; assessment 0: alliance without one */
	struct uuid alliance_id, assessment_id;
	const char *alliance_name, *title;
	enum round_kind kind;
	int date, sealed;
	int parties, heard, planned; /* people with data, people in all */
	int64_t change;              /* number of the last change of the alliance */
	/* summary row; stale when summary_change != change */
	int64_t summary_change;
	double health;            /* NAN none */
	const char *primary;      /* "management", "none", "insufficient", NULL unknown */
	const char *grade;        /* NULL unknown */
	const char *next_planned; /* earliest planned date of a person not heard, or NULL; a pulse's
				     too */
	struct store_plan plan;
	int64_t looked; /* the last change that was seen at the alliance's home, 0: none was */
};
/* Day of the next interview of a round that is open; of that or the next open action of its plan,
 * whichever is earlier. DATE_NONE: none. */
int store_round_interview(const struct store_round *);
int store_round_next(const struct store_round *);
struct store_list {
	struct pool pool;
	struct store_round *rounds; /* by alliance name, then date, newest last */
	size_t count;
};
enum err store_list(struct store *, struct store_list *, struct errmsg *why);
void store_list_release(struct store_list *);
/* The open active actions of a round's stored plan, earliest due first, at most `most`; into pool.
 */
struct store_due {
	int day;
	const char *title; /* raw, in any length; never NULL */
};
enum err store_due(struct store *, int64_t assessment, size_t most, struct pool *,
	struct store_due **, size_t *count, struct errmsg *why);
/* What lists show of a round (diagnosis.h), read and computed in a fraction of the time that
 * store_load() and diagnosis_compute() take. Errors as of store_load(). */
enum err store_summarise(struct store *, int64_t assessment, struct summary *, struct errmsg *why);
/* Remember the summary of an assessment as of change. Not logged. */
enum err store_put_summary(struct store *, int64_t assessment, int64_t change, double health,
	const char *primary, const char *grade, struct errmsg *why);

/*
 * The assessment meant by text: a UUID or a unique prefix of one (4 or more hex digits), or an
 * alliance's name (any case): its newest full round, of one that has pulses alone the newest pulse.
 * ERR_USAGE: none (why names what there is), ambiguous (why lists the candidates).
 */
enum err store_find(struct store *, const char *text, int64_t *assessment, struct errmsg *why);
/* The same where a name means another round: the newest one that is wanted, where there is none the
 * newest full one, else any. */
enum round_wanted { WANT_FULL, WANT_OPEN_FULL, WANT_PULSE, WANT_OPEN_PULSE };
enum err store_find_round(struct store *, const char *text, enum round_wanted, int64_t *assessment,
	struct errmsg *why);

/* The assessment in which a sheet has that token; 0: none has. */
enum err store_find_sheet(
	struct store *, const struct uuid *token, int64_t *assessment, struct errmsg *why);

/* Read one assessment with its alliance into rec (record_init not needed; release after). The
 * instrument is the one it was made with: the built-in when id and version agree, else the stored
 * content. Settled. */
enum err store_load(struct store *, int64_t assessment, struct record *rec, struct errmsg *why);
/* The round that the plan of its alliance goes on with: the newest full one, without any the newest
 * pulse. Itself when there is no telling. */
int64_t store_newest(struct store *, int64_t assessment);
/* Keys of all assessments of an alliance by date, in pool; returns their number, 0 also when they
 * cannot be read. */
size_t store_rounds(struct store *, int64_t alliance, struct pool *, int64_t **keys);

/* The UUID of one; left alone when there is none. */
enum err store_round_id(struct store *, int64_t assessment, struct uuid *, struct errmsg *why);
/* The UUIDs of all of them. */
enum err store_round_ids(struct store *, int64_t alliance, struct pool *, struct uuid **ids,
	size_t *count, struct errmsg *why);

/* The rounds of an alliance beside one of them. */
struct store_earlier {
	/* all of them by date, the oldest first, all[own] the one given; the others are loaded;
	 * none when that fails */
	const struct record **all;
	size_t count, own;
	struct record *others;
	size_t other_count;
	struct pool pool;
};
/* None beside it is no error. Release when done, also when it fails, before rec; it is not moved
 * until then. */
enum err store_load_earlier(
	struct store *, const struct record *rec, struct store_earlier *, struct errmsg *why);
void store_earlier_release(struct store_earlier *);
/* The full round that the plan goes on with, where that is a later one than rec's; texts in pool.
 * NULL: rec's own is the newest, or comes after it. */
enum err store_later(struct store *, const struct record *rec, struct pool *,
	const struct assessment **later, struct errmsg *why);

/* Writing. Between store_begin and store_commit any number of changes; they are one transaction
 * and one entry of undo. Without store_begin each change is its own. */

/* what: said by undo, "2 objectives deleted"; NULL: derived from the kind. scope: key of the
 * assessment whose undo it belongs to (0 for a new alliance: not undoable). */
enum err store_begin(struct store *, int64_t scope, const char *what, struct errmsg *why);
enum err store_commit(struct store *, struct errmsg *why);
/*
 * In the transaction that is open objects keep the times that they carry, and nothing that is
 * deleted is booked: both come from a file. Undoing it brings the former times back, and what was
 * booked. Without this every object that is put is stamped: with the later of now and one more than
 * what it replaces, so that a correction is later than what it corrects.
 */
void store_keep_stamps(struct store *);
void store_rollback(struct store *);
/* Around several of them: each stays an entry of undo of its own, but they are kept together, by
 * store_commit_all(), or not at all: by store_rollback(), also while one is open. */
enum err store_begin_all(struct store *, struct errmsg *why);
enum err store_commit_all(struct store *, struct errmsg *why);

/*
 * Insert (object key 0: a key, and a UUID where none is set, are written back into it) or update
 * one object. References are translated from rec's indices to keys; objects referred to must be
 * stored already. An unchanged object writes nothing. parent: key of the alliance (party, person,
 * assessment) or assessment (most) it belongs to, 0 for the record's own; ignored for alliance,
 * answer and actual. Safe to repeat after a failure: an object whose key is of a try that was taken
 * back is found by its id, one without id by what it says. ERR_LOCKED when busy, ERR_INVALID when
 * the id is of an object of another alliance or assessment.
 *
 * The object knows by its time which state of it was shown. Where another program has changed it
 * since, only what is changed here as well is written, and the object then says what is stored:
 * the other's changes are in it. What both have changed, to different values, is not written at
 * all: ERR_LOCKED, and store_conflicts() has both values for the person to choose.
 */
enum err store_put(struct store *, struct record *rec, enum kind, void *object, int64_t parent,
	struct errmsg *why);
/* Delete one object and everything that belongs to it; its UUID is remembered in `deleted`.
 * ERR_LOCKED when another program has changed it since it was shown: store_conflicts() says what,
 * and by store_settle() it is deleted all the same, or stays. */
enum err store_delete(struct store *, const struct record *rec, enum kind, const void *object,
	struct errmsg *why);

/*
 * Something that is not stored yet is of an object, or belongs to one, that is not in the record
 * any more (id zeros: of a kind without): ERR_LOCKED, another program has deleted it, and
 * store_conflicts() says so; by store_settle() it comes back, with what went along with it, or
 * stays away. ERR_INVALID: it is erased.
 */
enum err store_lost(struct store *, const struct record *, enum kind, int64_t key,
	const struct uuid *id, struct errmsg *why);

/* A member that two programs have changed to different values since it was shown here. */
struct store_conflict {
	enum kind kind;
	int64_t key;
	const char *what;   /* "Sled's stance" */
	const char *member; /* "stance"; NULL of the object itself, which is deleted */
	/* As people read them, NULL nothing: what was shown (or that is not known), what is there
	 * now, what was to be written here. */
	const char *shown, *there, *ours;
	bool deleted; /* another program has deleted the object: it has no more than what, and of
			 each text that was to be written what and ours */
	bool deletes; /* it was to be deleted here: it has no ours */
	int64_t time; /* of deletes: object_time() of what is there */
};
/* Those of the last store_put(): of one object; none when it was written, or failed otherwise.
 * Valid until the next store_put(), store_delete() or store_settle(). */
const struct store_conflict *store_conflicts(const struct store *, size_t *count);
/*
 * Write that change after all, as one of its own: what is in conflict as it is there or as ours
 * says, the rest as it was meant; a deleted object comes back, or is left. ERR_LOCKED with
 * conflicts anew when the other has changed it once more. The record has to be loaded anew after
 * it.
 */
enum store_choice { STORE_THEIRS, STORE_OURS };
enum err store_settle(struct store *, enum store_choice, struct errmsg *why);

/* A whole new record (alliance, parties, people, one assessment and all in it) in one transaction;
 * keys are written back. Alliance, parties and people that are stored already are left as they are:
 * only the assessment and what is new is added. */
enum err store_add_record(struct store *, struct record *rec, struct errmsg *why);

/* Give a stored object of a kind that has one another UUID; object says it then. ERR_INVALID when
 * it is another's. */
enum err store_put_id(struct store *, const struct record *rec, enum kind, void *object,
	const struct uuid *id, struct errmsg *why);

/* Put the stored plan of plan_keep(): the assessment, every action and amendment, as one entry of
 * undo that is called what. */
enum err store_put_plan(struct store *, struct record *rec, const char *what, struct errmsg *why);

/*
 * Seal a round as of a day, or with DATE_NONE take its seal back; no step of undo. From then on
 * every write to what was recorded of it, by undo and redo too, is refused with ERR_LOCKED and
 * words: respondents, answers, sittings, all lists of the audit, its own row. The plan, the KPIs,
 * parties and people are the alliance's and go on; deleting the alliance takes its sealed rounds
 * along. ERR_LOCKED also while another program interviews somebody in the round.
 *
 * A round that is sealed, in this way or by store_put(), keeps a copy of the KPIs as they are then,
 * with their readings up to its day, and is judged by it from then on: record_kpis(). The copy goes
 * with the seal. A round that is new and sealed comes with its own.
 */
enum err store_seal(struct store *, int64_t assessment, int day, struct errmsg *why);
/* Inside store_begin: a round that comes sealed from a file which does not say what it was sealed
 * with keeps the KPIs as they are now. */
enum err store_keep_kpis(struct store *, int64_t assessment, struct errmsg *why);

/* Undo or redo the last change of this assessment: of those made through this store, then of those
 * from before it was opened, never of another program's since. *what (pool) says what it was, NULL
 * when there is nothing to undo. What others have changed of the same objects stays; ERR_LOCKED
 * with words when another program has overwritten it since. */
enum err store_undo(
	struct store *, int64_t assessment, struct pool *, const char **what, struct errmsg *why);
enum err store_redo(
	struct store *, int64_t assessment, struct pool *, const char **what, struct errmsg *why);
/* Number of the last entry of the change log; changes by other programs raise it too. */
int64_t store_change(struct store *);

/*
 * Has another program changed anything since this was asked last (since it was opened, the first
 * time)? What is no change, like where an interview stands, does not count.
 */
bool store_news(struct store *);

/*
 * By which a copy handed out earlier is known to be old: numbers of the change log, which is only
 * added to, so that they never go down in a database, by an undo neither. Of the last change of
 * one object; of the last one of any object of these kinds (a bit each, 1 << kind) of the
 * alliance, where a change that no assessment can undo counts as one of every kind. 0: none.
 */
int64_t store_object_change(struct store *, enum kind, int64_t key);
int64_t store_kinds_change(struct store *, int64_t alliance, uint64_t kinds);

/* The sitting of a respondent: where the session stands. Not logged, does not travel. */
struct store_sitting {
	int64_t respondent;
	int item;          /* index in the record's instrument of the open question, -1 none */
	int field;         /* what the draft belongs to, enum sitting_field; 0 the answer */
	const char *draft; /* text being typed, or NULL */
	int cursor;        /* byte offset in draft */
	int seconds;       /* used so far */
	bool finished;
};
enum err store_put_sitting(
	struct store *, const struct record *rec, const struct store_sitting *, struct errmsg *why);
/* What was being typed in the interview of a respondent is stored as an answer: it is over. */
enum err store_end_typed(struct store *, int64_t respondent, struct errmsg *why);
/* *found false when there is none. Texts in pool. */
enum err store_get_sitting(struct store *, const struct record *rec, int64_t respondent,
	struct pool *, struct store_sitting *, bool *found, struct errmsg *why);

/*
 * Text being typed that is part of no object yet, kept so that it outlives the program: by the
 * place where it is written and a field there. Not logged, does not travel; it goes with its
 * alliance. Inside store_begin what is kept or dropped is part of that transaction.
 */
struct store_place {
	const char *screen; /* and what for: "person", "new person" */
	struct uuid object; /* what is written of; of something new, what it will belong to; zeros:
			       neither is there yet */
	int64_t alliance;   /* key, 0: none yet */
};
struct store_draft {
	const char *field; /* name, of the screen's own */
	const char *text;
	size_t cursor; /* byte offset in text */
	int64_t at;    /* when it was kept, UTC milliseconds; written by store_put_draft */
};
enum err store_put_draft(
	struct store *, const struct store_place *, const struct store_draft *, struct errmsg *why);
/* All of a place, the newest last; nothing is no error. In pool. */
enum err store_drafts(struct store *, const struct store_place *, struct pool *,
	struct store_draft **, size_t *count, struct errmsg *why);
/* What was begun of one object becomes the other's. ERR_LOCKED: of both in the same field. */
enum err store_move_drafts(struct store *, const struct uuid *from, const struct uuid *into,
	int64_t alliance, struct errmsg *why);
/* One of them, or with field NULL all of the place. None there is no error. */
enum err store_drop_draft(
	struct store *, const struct store_place *, const char *field, struct errmsg *why);

/*
 * Hold a respondent for interviewing; ERR_LOCKED names the process and host that hold it. Released
 * by store_unhold, on close, and when the program ends in any other way. On a network file system,
 * where nobody can tell whether a program of another machine has ended, its hold stays until it is
 * taken over. Also ERR_LOCKED: the round is sealed.
 */
enum err store_hold(struct store *, int64_t respondent, struct errmsg *why);
void store_unhold(struct store *);
/* Is the respondent that is held here still held here? ERR_LOCKED: another program has taken over,
 * why says which one and when. Cheap where nobody has written anything since. */
enum err store_still_holds(struct store *, struct errmsg *why);
/* Hold it again, over the head of who has taken over. */
enum err store_hold_again(struct store *, struct errmsg *why);
/* From here on respondents are held also where another program holds them. */
void store_take_over(struct store *);

/*
 * Joint editions (rekindle-method(7), section 9.4): remember that one of rec's round is made now,
 * before it is given away. rec is stored and settled, d its diagnosis. It is held against the
 * releases that are stored now, those of other programs and files included, and rec has these
 * afterwards, with a new one: release_view() then prints what is remembered. Where no new one is
 * made, nothing is written. It is in no undo; a read-only file remembers nothing.
 */
enum err store_keep_edition(
	struct store *, struct record *rec, const struct diagnosis *d, struct errmsg *why);

/* An alliance with all that its rounds share, of no round: it may have none. The instrument is the
 * built-in: nothing of that depends on it. Inside store_begin. Release record after, also when it
 * fails. */
enum err store_load_shared(
	struct store *, int64_t alliance, struct record *record, struct errmsg *why);

/* UUIDs of deleted objects of an alliance with the time, oldest first: for exchange. */
struct store_deleted {
	struct uuid id;
	int64_t at;
	struct uuid into;    /* of what it is a part since; itself: it is not any more, and is no
				deletion; zeros: it is deleted; in the entry of an interview that
				went with the person: of that one */
	const char *library; /* of an action of the library which, NULL */
};
/* Later, of one time by what it is a part of since. */
bool store_deleted_later(const struct store_deleted *, const struct store_deleted *);
enum err store_deleted(struct store *, int64_t alliance, struct pool *, struct store_deleted **,
	size_t *count, struct errmsg *why);

/* What was said in one record of a person becomes another's: it is not deleted where it was. For
 * the rest of the transaction, inside store_begin. */
void store_unite_people(struct store *);
/* An object that was just deleted is a part of another since. Inside store_begin. */
enum err store_note_part(
	struct store *, const struct uuid *part, const struct uuid *into, struct errmsg *why);
/* Remember a deletion that a file tells of; of two for one object the later stays. Inside
 * store_begin, after the first change of it or none. */
enum err store_put_deleted(
	struct store *, int64_t alliance, const struct store_deleted *, struct errmsg *why);

/* What is there is later than its deletion, and nothing hangs on that any more. Inside store_begin
 * as store_put_deleted(). */
enum err store_drop_deleted(
	struct store *, int64_t alliance, const struct uuid *, struct errmsg *why);

/*
 * A version of an object that a file has and that is deleted here, of a kind that is a container
 * (kind_is_container()), or that refers to something deleted, of a kind that has an id: it is kept
 * for BIN_DAYS days, as what is deleted here is. record: that of the file. What is known already
 * writes nothing. Inside store_begin.
 */
enum err store_bury(struct store *, int64_t alliance, const struct record *record, enum kind,
	const void *object, struct errmsg *why);
/* Every version that is kept of one: objects in record's pool, of none of its lists and without a
 * key; what they refer to is in record, or they refer to nothing. */
enum err store_buried(struct store *, struct record *record, enum kind, const struct uuid *,
	void ***versions, size_t *count, struct errmsg *why);
/* The same of an action of the library, whatever it went by. */
enum err store_buried_action(struct store *, struct record *record, const char *library,
	void ***versions, size_t *count, struct errmsg *);

/*
 * What was said of, or by, people whose records were made one, as it was said: whose it is since
 * follows from all that is known of the merges, and may become another's. Kept as store_bury()
 * does.
 */
struct store_told {
	enum kind kind;
	struct uuid id;    /* object_id() of it */
	struct uuid place; /* of its round, or of the alliance */
	struct uuid whose; /* of an answer the respondent, else the person or nobody */
	int64_t changed;   /* when it was said, 0: it does not say */
	const char *item;  /* of an answer */
	const char *said;  /* the rest, in a form of the store's own */
	const char *sign;  /* alike of all that say the same at one time, whoever they are of */
};
/* Keep what an object of the record says; what is known already writes nothing. Inside
 * store_begin. */
enum err store_tell(struct store *, int64_t alliance, const struct record *, enum kind,
	const void *object, struct errmsg *why);
enum err store_told(struct store *, int64_t alliance, struct pool *, struct store_told **,
	size_t *count, struct errmsg *why);
/* That of an object; in pool. */
const char *store_told_sign(const struct record *, enum kind, const void *object, struct pool *);
/* Where in the record somebody, a person or a respondent, is since; -1 nowhere. */
struct store_people {
	int (*find)(const void *context, enum kind, const struct uuid *);
	const void *context;
};
/* As it counts now: an object in record's pool, of none of its lists and without a key, or NULL:
 * something that it refers to is not in record. ERR_INVALID when it is nothing that
 * rekindle writes. */
enum err store_told_object(struct store *, struct record *, const struct store_told *,
	const struct store_people *, void **object, struct errmsg *why);

/* Exchange: key of the row with this UUID, 0 when there is none. */
int64_t store_key(struct store *, enum kind, const struct uuid *);
/* Remember an instrument's content (once per id and version); the built-in needs none. */
enum err store_put_instrument(struct store *, const struct instrument *, struct errmsg *why);

#endif
