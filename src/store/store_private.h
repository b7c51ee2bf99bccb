/* SPDX-License-Identifier: MIT */
/*
 * What the files of the store share: the open database, its transaction, rows as cells.
 */
#ifndef REKINDLE_STORE_PRIVATE_H
#define REKINDLE_STORE_PRIVATE_H

#include <rekindle/embedded.h>
#include <rekindle/store.h>
#include <rekindle/str.h>
#include <rekindle/texts.h>

#include "engine.h"
#include "sql/statements.h"

/* How the items of one instrument are numbered in the file: for the instrument used last. */
struct bank {
	int64_t key; /* of the instrument's row; 0: nothing remembered */
	const struct instrument *instrument;
	char *id, *version;
	int64_t *item_key; /* by index in the instrument, 0: has no row yet */
	int64_t first;     /* smallest item key */
	int *item;         /* index by key - first, -1 none */
	size_t span;
};

/* The instrument by which something was named last. */
struct asked_of {
	int64_t key;                         /* of its row; 0: none was */
	const struct instrument *instrument; /* NULL: it cannot be read */
	struct pool pool;
};

/* The round that was put in last, with what belongs to it behind it: when it had begun before, and
 * when it has now. Key 0: none was. */
struct returned {
	int64_t key, before, begun;
};

struct transaction {
	bool open;
	bool broken; /* a step failed: only a rollback can follow */
	int64_t scope, alliance;
	int64_t group; /* first entry in the change log, 0: nothing changed yet */
	int64_t next;  /* number of the next entry, when group is set */
	int64_t at;
	int64_t target;
	bool kept;     /* store_keep_stamps() */
	bool buried;   /* something was, for which it will answer: bin/buried.c */
	bool unties;   /* a row loses what it referred to, which is deleted */
	bool unites;   /* store_unite_people() */
	bool unsealed; /* seals do not hold: what goes is the whole alliance, or is forgotten */
	int64_t open_round, open_respondent; /* found without a seal last, 0 none */
	struct returned returned;
	char *what;
	struct leavers *leavers;           /* bin/along.c; NULL: none */
	struct strays *strays[KIND_COUNT]; /* rows/adopt.c: what there was at its first question */
	struct errmsg why;                 /* when broken */
};

/* The entry at the end of the change log when it was looked at last. */
struct seen {
	bool known;
	int64_t seq, at, kind, key, item;
};

/*
 * rows/layout.c: one row of any kind as cells: key (respondent and item of an answer), alliance or
 * assessment it belongs to, id, extra, instrument of an assessment or rating of an answer, then the
 * fields in the order of kind_info[]. The change log keeps rows in this order too: new fields go to
 * the end. A rated answer has null for the field `value`, any other for the rating.
 */

struct row {
	enum kind kind;
	size_t count;
	struct cell *cell; /* row_cells() of them, in a pool */
};

/* A change that waits for the person's choice: the row as it was shown, is there, and was to be. */
struct disputed {
	struct pool pool;
	struct store_conflict *list; /* count 0: nothing waits */
	size_t count;
	bool known;   /* what was shown */
	bool deleted; /* nothing is there */
	bool deletes; /* what is there was to be deleted; `mine` is what was shown */
	bool revives; /* of that, `mine` is what was deleted: it comes back, and nothing is written
		       */
	struct row shown, there, mine;
	int64_t scope, alliance;
	const char *what;
};

struct store {
	struct engine *engine; /* of path; of the rescue file once astray */
	char *path;
	char *astray; /* what became of the file at path and where what was seen is; or NULL */
	struct seen seen;
	bool checked; /* store_check(), of any size */
	/* store_shows(): the record and how it is put into a file; NULL: none. By a pointer, since
	 * it is stored as everything is, from above. */
	struct record *shown;
	enum err (*keep_shown)(struct record *, const char *name, struct errmsg *why);
	char *notice;
	struct query **prepared; /* statement_count() of them */
	struct transaction change;
	struct bank bank;
	struct asked_of asked;
	struct disputed disputed;
	int looked;         /* day on which the bin was looked into, 0 not yet */
	bool aside;         /* what the portfolio is found by is kept in memory, of a read-only file
			     */
	bool unclean;       /* something was erased, and is still to be cleaned out of the file */
	bool together;      /* between store_begin_all() and store_commit_all() */
	int64_t held;       /* respondent, 0 none */
	int64_t held_since; /* UTC ms, as it is noted beside the lock */
	int64_t held_seen;  /* engine_others() when that was last looked at */
	bool takes_over;    /* store_take_over() */
	int64_t others;     /* engine_others() when it was asked last, 0 never */
	int64_t session;    /* that its changes bear in the log, 0: it has made none */
	bool session_fresh; /* given in the transaction that is open */
	int64_t opened;     /* the last entry of the change log when it was opened */
	int64_t told;       /* the last entry of the change log that is ours, or was told of */
	bool news;          /* entries of others have been met while writing */
	int presence;       /* file that says that it is open here, -1 none */
	int copied;         /* day on which a safety copy was last made or tried */
	bool uncopied;      /* store_keep_no_copies() */
	store_listener *listener;
	void *context;
};

/* A transaction for writing is open: what is read belongs to it, and none is begun for that. */
static inline bool store_is_writing(const struct store *store)
{
	return store->change.open || store->together;
}

/* store.c: one that is not open yet; store_close() frees it. */
struct store *store_new(const char *path);

/* store.c: open with other schema steps than the program's (tests of migration). */
enum err store_open_with(const char *path, enum store_mode, const struct embedded *steps,
	struct store **, struct errmsg *why);
/* migrate.c: bring the database to the newest of steps; what to tell of it is added to notice. */
enum err store_migrate(
	struct store *, const struct embedded *steps, struct str *notice, struct errmsg *why);
/* step.c: NNN of "data/schema/mNNN_….sql", 0 for any other file; the highest of all. */
int migrate_step(const struct embedded *);
int migrate_newest(const struct embedded *steps);

/*
 * place.c: engine_begin(), engine_commit() of a file that has been looked at. Where it is another
 * now, a transaction for writing begins in the rescue file, and its commit gives ERR_FAILED with
 * the words of store_astray(); one for reading does not begin.
 */
enum err place_begin(struct store *, bool write, struct errmsg *why);
enum err place_commit(struct store *, struct errmsg *why);

/* sql/query.c. shape: a letter a parameter, i int64_t, o the same but 0 is
 * null, t text or NULL, b uuid pointer, d double (NAN: null). */

enum err statement_get(struct store *, enum statement, struct query **, struct errmsg *why);
/* Bound and ready for query_step(). */
enum err statement_bind(struct store *, enum statement, struct query **, struct errmsg *why,
	const char *shape, ...);
/* Bind, run to the end, reset. */
enum err statement_run(struct store *, enum statement, struct errmsg *why, const char *shape, ...);
/* First column of the first row as a number, 0 when there is none. */
enum err statement_number(
	struct store *, enum statement, int64_t *, struct errmsg *why, const char *shape, ...);
void statements_init(struct store *);
void statements_free(struct store *);
bool column_null(const struct query *, size_t column);
int64_t column_whole(const struct query *, size_t column); /* 0 for null */
int64_t column_or(const struct query *, size_t column, int64_t absent);
double column_real(const struct query *, size_t column);                     /* NAN for null */
const char *column_text(const struct query *, size_t column, struct pool *); /* NULL for null;
	borrowed till the next step when the pool is NULL */
struct uuid column_uuid(const struct query *, size_t column);

enum kind kind_of_code(int64_t code); /* as the change log has them; KIND_NONE unknown */
size_t row_cells(enum kind);
const char *row_column(enum kind, size_t cell); /* name of its column */
size_t row_key_cells(enum kind);                /* 2 for an answer, else 1 */
int row_owner_cell(enum kind);                  /* cell of the alliance or assessment, -1 none */
int row_id_cell(enum kind);                     /* -1 none */
int row_instrument_cell(enum kind);             /* -1 none */
int row_rating_cell(enum kind);                 /* -1 none */
size_t row_extra_cell(enum kind);
/* That of what it belongs to: its owner, or of a part what it is a part of, its first field. Not of
 * an alliance. */
size_t row_parent_cell(enum kind);
#define NO_CELL SIZE_MAX
size_t row_changed_cell(enum kind);
size_t row_drawn_cell(enum kind); /* NO_CELL of all but actions */
size_t row_field_cell(enum kind, size_t field);
size_t row_column_cell(enum kind, const char *column); /* of a field that exists */

/* rows/row.c */

int64_t row_item(const struct row *); /* second key of an answer, else 0 */
/* Cells of an object; owner as in store_put. Texts borrowed from it or in pool. */
enum err row_of_object(struct store *, const struct record *, enum kind, const void *object,
	int64_t owner, struct pool *, struct row *, struct errmsg *why);
/* All null; another of the same cells, texts shared. */
void row_init(struct pool *, enum kind, struct row *);
void row_copy(struct pool *, const struct row *from, struct row *to);
/* As a file says it: references are ids, and nothing tells what it belongs to. */
void row_of_version(
	const struct record *, enum kind, const void *object, struct pool *, struct row *);
/* The present row of a query into one of its kind, texts borrowed till the next step; as one that
 * stays. */
void row_look(const struct query *, struct row *);
void row_of_query(struct query *, enum kind, struct pool *, struct row *);
/* Read the row with this key; *found false when there is none. Texts in pool. */
enum err row_get(struct store *, enum kind, int64_t key, int64_t item, struct pool *, struct row *,
	bool *found, struct errmsg *why);
bool cell_same(const struct cell *, const struct cell *);
bool row_same(const struct row *, const struct row *); /* but for the times of change */
struct cell cell_kept(struct cell, struct pool *);     /* its text in pool */

/* load.c: store_load() in a transaction; the outline is as much as summary_compute() reads, the
 * rest of the record empty or not to be believed. ERR_INVALID of it may come without words. */
enum load_extent { LOAD_WHOLE, LOAD_OUTLINE };
enum err load_round(
	struct store *, int64_t assessment, enum load_extent, struct record *, struct errmsg *why);
/* rows/outline.c: the respondents of a round, whose parties the record has; their answers, by the
 * bank in use. */
enum err outline_respondents(
	struct store *, int64_t assessment, struct record *, struct errmsg *why);
enum err outline_answers(struct store *, struct record *, struct errmsg *why);

/* rows/former.c: make the plans that the rounds of an alliance had one, in the transaction of the
 * schema step that has brought them together. Nothing to do in any other database. */
enum err store_unite(struct store *, struct errmsg *why);

/* load.c: a round without what is in it, in pool. */
enum err load_assessment(
	struct store *, int64_t key, struct pool *, const struct assessment **, struct errmsg *why);
/* load.c: the releases of the record's alliance, into the record, which has none. */
enum err load_releases(struct store *, struct record *, struct errmsg *why);
/* load.c: the instrument that a round was made with; in pool when it is not the built-in. */
enum err load_instrument(struct store *, int64_t assessment, struct pool *,
	const struct instrument **, struct errmsg *why);

/* The object of the record becomes what the row says; what it refers to is in the record. False,
 * and nothing is changed, when it is not. Texts in the record's pool. */
bool load_row(struct store *, const struct row *, struct record *, void *object);

/*
 * verify.c: ERR_INVALID, with the column, when no rekindle can have written it. row_check: the
 * cells of a row, before any is used; item: that of an answer, else NULL.
 * row_check_item: that of an answer is one of the bank in use.
 * row_check_object: what it refers to, once that is looked up, and row_fault().
 * record_check_counts: of what arrays of fixed size hold.
 */
enum err row_check(
	const struct store *, const struct row *, const struct item *, struct errmsg *why);
enum err row_check_item(const struct store *, const struct row *, struct errmsg *why);
enum err row_check_object(
	const struct store *, const struct row *, const void *object, struct errmsg *why);
enum err record_check_counts(const struct store *, const struct record *, struct errmsg *why);
/* The same of a row that was decoded, of an answer to that item: ERR_INVALID with words. */
enum err row_check_version(
	const struct store *, const struct row *, const struct item *, struct errmsg *why);
/* The same of a row of the portfolio; of its summary, which is computed again, only what makes
 * sense is left. */
enum err round_check(const struct store *, struct store_round *, struct errmsg *why);

/* due.c: the stored plan of an alliance counted from its rows, with the library of one of its
 * rounds; as text and back. */
enum err count_plan(struct store *, int64_t alliance, int64_t assessment, struct pool *,
	struct store_plan *, struct errmsg *why);
void days_encode(struct str *, const int *days, size_t count);
size_t days_decode(struct pool *, const char *text, int **days);

/* rows/text.c: cells behind the key as text; the time of change is written relative to at. */
void row_encode(struct str *, const struct row *, int64_t at);
void row_decode(const char *text, enum kind, int64_t key, int64_t item, int64_t at, struct pool *,
	struct row *);

/* The bounds of what travels. */
#define WHOLE_MOST 1000000
#define INSTANT_MOST INT64_C(253402300799999) /* the year 9999 */
/* rows/check.c: ERR_INVALID with a sentence for an object that an exported file could not hold. */
enum err row_check_travels(enum kind, const void *object, struct errmsg *why);
/* The field of an object that says what there is not, though its type has it: a level above the
 * last, an end before the beginning; NULL: none does. */
const struct field *row_fault(enum kind, const void *object);

/* rows/stamp.c: give the row that is written its time, or times: the later of at and one more than
 * what is replaced; before NULL: nothing is. Of an action only the part that differs gets one. */
void row_stamp(const struct row *before, struct row *after, int64_t at);
int64_t row_stamp_after(int64_t at, const struct row *before);
/* Of a row that comes back with its round: at, or later where it had been confirmed there. */
int64_t row_stamp_back(const struct returned *, const struct row *, int64_t at);

/* rows/seal.c: ERR_LOCKED when the row, before NULL a new one, after NULL one that goes, is of a
 * round that is sealed and may not be written; the same of what is kept of a respondent beside the
 * rows. */
enum err seal_check(
	struct store *, const struct row *before, const struct row *after, struct errmsg *why);
enum err seal_check_respondent(struct store *, int64_t respondent, struct errmsg *why);
/* seal.c: store_seal() in the transaction that is open. */
enum err seal_round(struct store *, int64_t assessment, int day, struct errmsg *why);

/*
 * rows/kept.c: the KPIs that a round keeps become those of the alliance as they are now with their
 * readings up to its day, when it is sealed, else none. kept_follow: after a round has changed,
 * when it was sealed or opened.
 */
enum err kept_take(struct store *, int64_t round, struct errmsg *why);
enum err kept_follow(
	struct store *, const struct row *before, const struct row *after, struct errmsg *why);

/* numbers.c: the numbers of the actions of a plan. number_row: a row was put; number_rest: all that
 * have none; number_get: into the action, 0 where there is none; number_load: into all of the
 * record's, which stand in the order of their keys. */
enum err number_row(
	struct store *, const struct row *before, const struct row *after, struct errmsg *why);
enum err number_rest(struct store *, struct errmsg *why);
enum err number_get(struct store *, struct plan_action *, struct errmsg *why);
enum err number_load(struct store *, int64_t alliance, struct record *, struct errmsg *why);

/* window/listed.c: what the portfolio is sorted and found by goes with the row that is put; with an
 * alliance that goes. window/follow.c: it is made for all alliances that have none yet, by a schema
 * step. */
enum err listed_row(
	struct store *, const struct row *before, const struct row *after, struct errmsg *why);
enum err listed_gone(struct store *, int64_t alliance, struct errmsg *why);
enum err listed_fill(struct store *, struct errmsg *why);

/* rows/identity.c: that of the row with this key, of a kind that has one; left alone when there is
 * none. */
enum err row_id_of(struct store *, enum kind, int64_t key, struct uuid *, struct errmsg *why);
/* The UUID of a row, derived where its kind has none of its own: object_id(). */
enum err row_identity(struct store *, const struct row *, struct uuid *, struct errmsg *why);
/* Does another row go by the same derived UUID? */
enum err row_has_twin(struct store *, const struct row *, bool *twin, struct errmsg *why);

/*
 * rows/past.c. row_past: of the row and all that it is in, its round and what it cannot be without,
 * the latest deletion in the book, -1 none; and of what it is in the latest change.
 * row_next_hold: what it is in, one after another, *i from 0 on; *more is false behind the last.
 * row_library: which action of the library the row is, NULL none.
 */
struct past {
	int64_t deleted, changed;
};
enum err row_past(struct store *, const struct row *, struct past *, struct errmsg *why);
enum err row_next_hold(struct store *, const struct row *, size_t *i, struct pool *,
	struct row *holder, bool *more, struct errmsg *why);
const char *row_library(const struct row *);

/*
 * rows/adopt.c: give the row, which has no key, that of one within owner, an alliance or round,
 * that says the same and that record does not know; every such row is given away once in a
 * transaction. Without one the row stays without a key.
 */
enum err row_adopt(struct store *, const struct record *, int64_t owner, struct row *,
	struct pool *, struct errmsg *why);
void strays_free(struct strays *); /* NULL is fine */

/*
 * rows/merge.c. row_shown: the row as it was when mine was read, by its times; *known false when
 * nothing tells. cell_disputed: have both changed it, or what belongs with it, and not to the same?
 * Without shown everything that differs is. row_merge: there, with what only mine has changed, and
 * what is disputed by choice; false when something is.
 */
bool row_same_times(const struct row *, const struct row *);
enum err row_shown(struct store *, const struct row *there, const struct row *mine, struct pool *,
	struct row *shown, bool *known, struct errmsg *why);
bool cell_disputed(
	const struct row *shown, const struct row *there, const struct row *mine, size_t cell);
bool row_merge(struct pool *, const struct row *shown, const struct row *there,
	const struct row *mine, enum store_choice, struct row *merged);

/* log/conflict.c: keep what was refused for the choice, ERR_LOCKED with the first of it in words.
 * shown NULL: nothing tells; there NULL: it is deleted. */
enum err conflict_found(struct store *, const struct row *shown, const struct row *there,
	const struct row *mine, struct errmsg *why);
void conflict_forget(struct store *);

/* An object that was to be deleted has been changed since it was shown as `mine`: the same, about
 * that. ERR_NONE: to what it was. */
enum err conflict_of_deletion(
	struct store *, const struct row *there, const struct row *mine, struct errmsg *why);

/* log/revive.c */

/* The object as it was when it was deleted; not found: its key is another's by now, or it is
 * erased. A kind without ids is known by its key. */
enum err revive_find(struct store *, enum kind, int64_t key, const struct uuid *id, struct pool *,
	struct row *was, bool *found, struct errmsg *why);
/* Bring it back, with what was deleted in the same step and hangs together with it; in a
 * transaction. */
enum err revive(struct store *, const struct row *was, struct errmsg *why);

/* log/called.c: what people call a row; the question that an answer is to; one of its cells (NULL:
 * that is nothing they know of), what stands in it (NULL: nothing); some of its members, "Sled's
 * stance and size"; what differs between two states of it, NULL when that is too much to be named.
 * In pool or borrowed. */
const char *row_called(struct store *, const struct row *, struct pool *);
const char *answer_asked(struct store *, const struct row *, struct pool *);
const char *cell_called(enum kind, size_t cell, struct pool *);
const char *cell_said(struct store *, const struct row *, size_t cell, struct pool *);
const char *members_called(
	struct store *, const struct row *, const struct texts *members, struct pool *);
const char *change_called(
	struct store *, const struct row *before, const struct row *after, struct pool *);

/* rows/write.c: insert or update, delete: with log entry and book of deleted ids. before: the row
 * as it is now, NULL none. A new key is written into after. along: it goes with what it is in,
 * whose deletion tells of it. */
enum err row_put(struct store *, const struct row *before, struct row *after, struct errmsg *why);
enum err row_delete(struct store *, const struct row *before, bool along, struct errmsg *why);

/* book.c: the book of deletions. at: -1 when the id is not in it. */
enum err book_find(struct store *, const struct uuid *, int64_t *at, struct errmsg *why);
enum err book_add(struct store *, const struct store_deleted *, struct errmsg *why);
/* The object is back, as of *at, which becomes later than what the book says of it. */
enum err book_return(struct store *, const struct uuid *, int64_t *at, struct errmsg *why);
/* *at becomes the latest deletion of that action of the library, under any UUID, if that is later.
 */
enum err book_action(struct store *, const char *library, int64_t *at, struct errmsg *why);
enum err book_remove(struct store *, const struct uuid *, struct errmsg *why);
/* Put back what it said before an import that is undone, or done again. */
enum err book_turn(struct store *, int64_t group, struct errmsg *why);

/* bank.c */

/* Find or make the rows of an instrument and its items; in a transaction when they may be missing.
 */
enum err bank_use(struct store *, const struct instrument *, bool make, struct errmsg *why);
enum err bank_item_key(
	struct store *, const struct instrument *, int item, int64_t *key, struct errmsg *why);
int bank_item(const struct store *, int64_t key); /* of the bank in use; -1 unknown */
void bank_forget(struct store *);

/* asked.c: is that the text which is stored of it? */
bool bank_is_text(const struct instrument *, const char *stored);
/* The instrument whose id, version and content are three columns of the row, from `first`
 * on; in pool, or built in. */
enum err bank_resolve(struct query *, size_t first, struct pool *, const struct instrument **,
	struct errmsg *why);
/* The one that an item's row is of, with the item's id in pool; that with which a round was made.
 * Till the next of these is asked for; the newest where it cannot be told. */
const struct instrument *asked_item(struct store *, int64_t item, struct pool *, const char **id);
const struct instrument *asked_round(struct store *, const struct uuid *round);
void asked_forget(struct store *);

/* log/transaction.c */

/* Begin one for a single change unless there is one; *own tells. */
enum err change_begin(
	struct store *, int64_t scope, int64_t alliance, bool *own, struct errmsg *why);
/* Commit or roll back when own; else remember a failure. Returns result or the failure of the
 * commit. */
enum err change_end(struct store *, bool own, enum err result, struct errmsg *why);
/* Add an entry; old and new as text, NULL for no row. */
enum err change_log(struct store *, enum kind, int64_t key, int64_t item, const char *old,
	const char *new, struct errmsg *why);

/* hold.c: may a respondent be interviewed here? By the lock; and by what is known of the holder
 * that is noted, where the place keeps no locks. */
enum holder {
	HOLDER_NONE,
	HOLDER_GONE,   /* this program, or one of this machine that has ended */
	HOLDER_PERHAPS /* it lives, or cannot be asked */
};
bool hold_is_free(enum engine_lock, enum holder, bool force);
/* log/changelog.c */

/* One entry of a group of the change log: a row before and after as text, NULL for no row. */
struct entry {
	enum kind kind;
	int64_t key, item;
	const char *old, *new;
};
struct group {
	int64_t at;
	const char *what;
	struct entry *entries; /* numbered without a gap from that of the group on */
	size_t count;
};
/* The group with this number; texts in pool. */
enum err change_read(
	struct store *, int64_t first, struct pool *, struct group *, struct errmsg *why);
/* Put back what was there before the entry, of a group of that time, unless something else has been
 * changed there since: then *same is false. */
enum err change_turn(
	struct store *, const struct entry *, int64_t at, bool *same, struct errmsg *why);

/* log/confirmed.c: of an entry that confirmed a fact, or took that back, and by which the fact has
 * another time now, since it came back with its round: in row the time that turns it around;
 * of any other row as it is. */
enum err confirmed_turn(struct store *, const struct row *old, const struct row *new,
	struct row *row, struct errmsg *why);

/* log/begun.c: the group that began a round here, and the scope whose undo it is; 0: none did, it
 * is of a file. The round that a group began, 0 none. Does nothing belong to the round? */
enum err begun_find(
	struct store *, int64_t round, int64_t *group, int64_t *scope, struct errmsg *why);
int64_t begun_round(const struct group *);
enum err begun_is_empty(struct store *, int64_t round, bool *empty, struct errmsg *why);

/* hold.c: ERR_LOCKED when another program interviews the respondent. */
enum err hold_check(struct store *, int64_t respondent, struct errmsg *why);

/* find.c */

/* Range of the UUIDs that start with text; false when text is not the start of one. */
bool find_range(const char *text, struct uuid *low, struct uuid *high);
/* The same name, whatever its case. */
bool find_same_name(const char *a, const char *b);

/* bin/bin.c: delete a row as row_delete_deep(); kinds that lie in the bin are put there. ERR_LOCKED
 * when somebody in it is interviewed by another program. */
enum err bin_delete(struct store *, enum kind, int64_t key, int64_t item, struct errmsg *why);
/* The group of the change log that deleted what lies there. */
struct store_binned;
struct store_found;
struct bin_start {
	int64_t group, scope;
};
enum err bin_start(
	struct store *, const struct store_binned *, struct bin_start *, struct errmsg *why);
/* Bring it back in the open transaction; the group is its undo, unless times are kept: then a file
 * does it. ERR_LOCKED as store_undelete(). */
enum err bin_take_out(
	struct store *, const struct store_binned *, const struct bin_start *, struct errmsg *why);
/* ERR_LOCKED when another program interviews somebody in the object. */
enum err bin_check_held(struct store *, enum kind, int64_t key, struct errmsg *why);
/* bin/along.c: an interview was deleted, with the entry first of the change log, whose it was; now
 * the person is: what was noted of that person in this transaction comes back along. */
void along_note(struct store *, int64_t person, int64_t first);
enum err along_take(struct store *, int64_t person, int64_t first, struct errmsg *why);
void leavers_free(struct leavers *); /* NULL is fine */
/* Which kinds do? */
static inline bool kind_is_binned(enum kind kind)
{
	return kind == KIND_ALLIANCE || kind == KIND_PERSON || kind == KIND_ASSESSMENT ||
		kind == KIND_RESPONDENT;
}

/*
 * bin/theirs.c: what belongs to an object: what is in it, and of a person all that the person said
 * and is named for; in the tables and in the change log.
 */
struct theirs {
	struct keys {
		unsigned char *has; /* by key */
		size_t size;
	} keys[KIND_COUNT];
	bool grown;
	struct pool pool;
	struct uuid *ids; /* of those that have one */
	size_t id_count;
};
void theirs_add(struct theirs *, enum kind, int64_t key);
bool theirs_has(const struct theirs *, enum kind, int64_t key);
/* Of those added: what is in the tables. */
enum err theirs_in_tables(struct store *, struct theirs *, struct errmsg *why);
/* And what was, as the log has it; gone: only what is in the tables no more. */
enum err theirs_in_log(struct store *, struct theirs *, bool gone, struct errmsg *why);
/* Erase the entries of the log that are theirs, and their places in the bin. */
enum err theirs_erase_log(struct store *, const struct theirs *, struct errmsg *why);
void theirs_release(struct theirs *);

/*
 * bin/buried.c: keep a row as it was before it goes or loses what it refers to, where its kind has
 * an id; not of an alliance that goes whole, nor what undoing an import takes away.
 */
enum err bury_row(struct store *, const struct row *, struct errmsg *why);
/* bin/told.c: keep it as store_tell() does, of a row that goes; version: as bury_row() keeps it. */
enum err tell_row(struct store *, const struct row *, const struct row *version, struct pool *,
	struct errmsg *why);
/* At the end of a transaction: what it has buried goes back with its group, if that is undone. */
enum err buried_claim(struct store *, struct errmsg *why);
/* Take back what an import has buried that is undone, or give it again. */
enum err buried_turn(struct store *, int64_t group, struct errmsg *why);
/* Erase what was buried on that day or before; *any: something was. */
enum err buried_expire(struct store *, int day, bool *any, struct errmsg *why);
/* bin/merged.c: by itself, without undoing the merge. */
enum err merged_undeleted(struct store *, const struct store_binned *, struct errmsg *why);
/* ERR_USAGE when the record of this person is part of another's, who is there or in
 * the bin. */
enum err merged_check(struct store *, const struct store_found *, struct errmsg *why);
/* Those in the bin whose records are part of theirs. */
enum err merged_add(struct store *, struct theirs *, struct errmsg *why);

/* bin/released.c: in joint editions, of those whose ids these are and who are gone only the party
 * is left. */
enum err released_forget(struct store *, const struct theirs *, struct errmsg *why);
/* Erase those of the rounds whose ids these are and that are gone; what the log has of them is
 * theirs.
 */
enum err released_expire(struct store *, struct theirs *, struct errmsg *why);

/* bin/mention.c: where names stand in what is said by others of the alliance; lines in pool. */
enum err mentions_find(struct store *, int64_t alliance, const struct theirs *,
	const struct texts *names, struct pool *, struct texts *mentions, struct errmsg *why);

/* bin/expire.c: erase what has lain in the bin long enough; in a transaction, before its first
 * entry.
 */
enum err bin_expire(struct store *, struct errmsg *why);
/* bin/clean.c: when something was erased, nothing of it is left in the file after this; outside of
 * a transaction. ERR_LOCKED: another program reads it. With an error it is still to be done, with
 * the next change or at the end. */
enum err clean_up(struct store *, struct errmsg *why);
/* Once more before the file is closed, where it is still the one that was opened. */
void clean_last(struct store *);

/* rows/reference.c */

/* Delete a row, what belongs to it and what cannot be without it; other references to it become
 * none. */
enum err row_delete_deep(struct store *, enum kind, int64_t key, int64_t item, struct errmsg *why);

#endif
