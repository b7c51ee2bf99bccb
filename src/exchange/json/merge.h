/* SPDX-License-Identifier: MIT */
/*
 * Merging a document into what the database has of its alliance.
 */
#ifndef REKINDLE_EXCHANGE_MERGE_H
#define REKINDLE_EXCHANGE_MERGE_H

#include "internal.h"

struct merge {
	struct store *store;
	struct exchange *file;
	struct exchange_report *report;
	struct errmsg *why;
	bool theirs;
	int64_t now;
	json_t *deleted;           /* UUID to when, of database and file */
	json_t *parts;             /* UUID of what is a part of another since to the other's */
	json_t *back;              /* UUIDs of what was a part of another and is not any more */
	json_t *tied;              /* UUIDs of all that deletions and merges of people name */
	json_t *known;             /* of them those that anybody has anything of, NULL: all */
	json_t *whose;             /* of interviews that went with the person: merge/whose.c */
	json_t *actions;           /* id of a library action to its latest deletion */
	json_t *names;             /* UUID of a library action to its id there */
	json_t *places;            /* of owners: UUID to when it was vacated, null: it is held */
	int64_t alliance;          /* key */
	bool fresh;                /* the alliance was made for this file */
	struct record stored;      /* round being merged into */
	bool sealed;               /* and nothing of it may change */
	bool revived;              /* something has come back */
	bool moved;                /* what others are known by has changed, or is gone */
	const struct record *from; /* its counterpart in the file */
	size_t done, all;          /* objects, for the watch of the file */
	int *map[KIND_COUNT];      /* index in the file to index in stored, -1 none */
};

/* alive.c */

/* Of a record by kind and index: when it was deleted, itself or what it is in, -1 not at all; and
 * whether it lives all the same. */
struct lives {
	bool *alive[KIND_COUNT];
	int64_t *at[KIND_COUNT];
};
/* What lives beside that: nothing; what does not say when it was changed; all that is of the round
 * itself, and what that refers to. */
enum living { LIVES_LATER, LIVES_UNTIMED, LIVES_ALL };
/* Release after. */
void lives_init(struct lives *, const struct record *, const struct merge *, enum living);
void lives_release(struct lives *);
/* Up to when what was said of an object by that id is gone, -1 it was not deleted. */
int64_t deletion_of(json_t *deleted, enum kind, const struct uuid *);

/* match.c */

/* Indices of the objects of a kind by identity; not of answers. */
json_t *ids_of(const struct record *, enum kind);
/* The index in `ids` of each object of rec, -1 none, into map. */
void ids_map(const struct record *rec, enum kind, json_t *ids, int *map);

/* Fields of an object as bits. */
#define ALL_FIELDS UINT64_MAX
uint64_t fields_of_people(enum kind, const void *object); /* without those of drawing up the plan */
uint64_t fields_drawn(enum kind, const void *object);
/* Do both say the same of those that the file gives? References are seen through map. */
bool fields_same(enum kind, const void *file, const void *stored, int *const *map, uint64_t fields);
bool field_says_same(const struct field *, const void *file, const void *stored, int *const *map);
bool extra_same(const void *file, const void *stored);
/* What the file gives of them into the stored object. Texts are shared. map NULL: both are of one
 * record. */
void fields_transfer(enum kind, const void *file, void *stored, int *const *map, uint64_t fields);
/* All of the file's object into a new one, which has no key yet. */
void object_take(enum kind, const void *file, void *stored, int *const *map);

/* differ.c: what is reported. stored or file NULL: the other side has none of it. */
void differ_object(struct merge *, enum verdict, enum kind, const void *file, const void *stored,
	int64_t here_at, int64_t there_at);
/* Every one of the fields of which both say different things. */
void differ_fields(struct merge *, enum verdict, enum kind, const void *file, const void *stored,
	uint64_t fields, int64_t here_at, int64_t there_at);
/* That an action goes by one id, and not by the other. */
void differ_id(struct merge *, enum verdict, const struct record *, const struct plan_action *,
	const struct uuid *there);
/* Of two about the same thing one stands. */
void differ_alike(struct merge *, const struct record *, enum kind, const void *stands,
	const void *gives_way);
/* Of a stored object of another record than the one being merged into. */
void differ_stored(struct merge *, const struct record *, enum verdict, enum kind,
	const void *stored, int64_t there_at);

/* ../merge/parts.c */

/* One part of an object, which has a time of its own. */
struct part {
	uint64_t fields; /* of the file's version */
	uint64_t stored; /* of the stored version */
	bool extra;
	size_t time; /* offset */
};
/* What people set, then of an action what drawing up the plan sets. Returns how many. */
#define PARTS 2
size_t object_parts(enum kind, const void *file, const void *stored, struct part[PARTS]);
int64_t *part_time(void *object, const struct part *);
/* Of two that say different things at one time: is the first the greater text? Each with its
 * record. */
bool part_greater(const struct record *, const struct record *, enum kind, const void *,
	const void *, const struct part *);

/* merge.c */

/* "objectives[3]: belongs to another assessment": object number index of a round of the file. */
enum err refuse_foreign(struct merge *, const struct record *from, enum kind, size_t index);

/* Forgotten, or said by, or tied to, somebody who is. */
bool is_forgotten(const struct merge *, const struct record *, enum kind, const void *object);
/* The label that is only the name again is none of its own. */
void unlabel(enum kind, void *object);
/* The alliance and all that its rounds share; round: key of any stored round, 0 it has none. */
enum err merge_alliance(struct merge *, int64_t round);
/* A stored round and its counterpart; what rounds share is merged already. fresh: it was made for
 * this file. */
enum err merge_round(struct merge *, int64_t key, const struct record *from, bool fresh);

/* ../merge/library.c: every library action of file and database goes by the smallest UUID that
 * anybody knows of it, and its deletions are one. After twins are joined. */
enum err name_library_actions(struct merge *);

/* ../merge/twins.c */

/* Two of one library action become one, in the database (any: there were two, and the record is to
 * be loaded anew, there may be more), in a record of the file. */
enum err join_stored_twins(struct merge *, bool *any);
void join_filed_twins(struct merge *, struct record *);

/* ../merge/alike.c: of objects without an id of their own that are about the same thing one stands.
 * In a record that is about to be written (internal.h); in those of the file; in a round of the
 * database that is loaded; in all of its rounds, where something has moved. */
void join_filed_alike(struct merge *);
/* Of answers of one respondent to one item, in a record. */
void join_answers(struct record *);
/* Of two of one id: is the first what was said last? */
bool is_said_later(const struct record *, enum kind, const void *, const void *);
enum err join_stored_alike(struct merge *, struct record *);
enum err join_alike_again(struct merge *);

/* ../merge/deletions.c: deleted, parts, tied and actions of database and file. */
enum err collect_deleted(struct merge *);

/* ../merge/told.c: keep what database and file say of, and by, those who are tied, as they say it;
 * then who of them is known. */
enum err tell_people(struct merge *);
/* Is it of one of them, or by one? */
bool is_tied(const struct merge *, const struct record *, enum kind, const void *object);
/* The signs of what is known, as the members of an object. */
json_t *told_signs(const struct store_told *, size_t count);

/* A person, or an interview. */
bool is_person(enum kind);
/* Is one of them, or refers to one. */
bool is_of_people(enum kind);

/* ../merge/settle.c */

/* All that is known to have been said of, and by, those who are tied. Release after. */
struct sayings {
	struct pool pool;
	struct store_told *list; /* by place and kind */
	size_t count;
	json_t *signs;
};
enum err sayings_load(struct merge *, struct sayings *);
void sayings_release(struct sayings *);

/* What has come to lie over a row. */
struct laid {
	enum kind kind;
	size_t index;
	const struct object *was; /* the row, NULL: there is none */
};
/* A round with what rounds share as it is in the end, if it lives. */
struct settled {
	struct record rec;
	bool sealed; /* only what rounds share was laid */
	struct lives lives;
	struct laid *laid;  /* what is other than its row; kind by kind */
	struct laid *moved; /* rows that are not in rec: it counts for another now */
	size_t laid_count, moved_count;
};
/* The key of what has no row is that or more. */
#define KEY_NONE (INT64_MAX / 2)
/* Release after, when it is ERR_NONE. */
enum err settle_round(struct merge *, const struct sayings *, int64_t round, struct settled *);
void settled_release(struct settled *);

/* ../merge/unite.c: what became a part of another, in the file; in the database, once what both
 * have is there. */
enum err unite_filed(struct merge *);
enum err unite_stored(struct merge *);

/* ../merge/revive.c */

/* Of two versions of one record the second becomes what is later of both. */
void take_later(const struct record *, enum kind, struct object *known, void *stored);

/* An object that is being added though it was deleted, as the file has it: it becomes what is known
 * of it here where that is later, which is reported. */
enum err revive_latest(struct merge *, enum kind, const void *file, void *stored);
/* Does the file's object refer to something that is deleted, though it can be without? */
bool loses_reference(const struct merge *, enum kind, const void *file);
/* References that were lost with what they led to, and that is back: of the version that is there.
 * *tied: it refers to something again. */
enum err tie_again(struct merge *, enum kind, void *stored, bool *tied);
/* Keep what a round of the file, which is deleted and stays so, says of itself and the containers
 * in it. */
enum err bury_round(struct merge *, const struct record *from);

/* ../merge/forgotten.c: in what the file has of joint editions, of those who are forgotten here
 * only the party is left. */
void blank_forgotten(const struct merge *, struct record *);

/* ../merge/vacate.c */

/* The newest that is said of an owner is somebody who is deleted: of that side nobody who was named
 * before owns it. Of other kinds, and of what does not say when, nothing. */
void vacate(struct merge *, const struct record *, enum kind, const void *object);
/* Somebody owns it who was named later: it is as if it had never been vacated. */
void occupy(struct merge *, const struct record *, enum kind, const void *object);
/* Remember both with the deletions. */
enum err places_keep(struct merge *);

/* ../merge/whose.c */

/* An entry of the deletions that names what something is a part of may be one of those. */
void note_whose(struct merge *, const struct store_deleted *);
/* Whom somebody has named last as the person of an interview, of whatever version: is it known? */
bool is_whose_known(const struct merge *, const struct object *interview);
/* Who that is in the end, where it was said later than what the object says; else NULL, also of
 * other kinds. */
const char *whose_since(const struct merge *, enum kind, const void *object);
/* Once what is deleted is gone: remember whose interviews were that went with the person, where
 * their own deletion does not say that they are gone, and forget it of others. */
void settle_whose(struct merge *, const struct sayings *);
/* The person of such an entry; false: it is none. */
bool whose_entry(const struct merge *, const char *id, struct uuid *person);

/* bury.c: what counts for whom it does now is there, what deletions have reached is not; and
 * remember these. After everything else. */
enum err merge_deleted(struct merge *);

#endif
