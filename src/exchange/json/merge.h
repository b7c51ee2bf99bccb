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
	int64_t alliance;          /* key */
	bool fresh;                /* the alliance was made for this file */
	struct record stored;      /* round being merged into */
	bool sealed;               /* and nothing of it may change */
	const struct record *from; /* its counterpart in the file */
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
 * itself. */
enum living { LIVES_LATER, LIVES_UNTIMED, LIVES_ALL };
/* Release after. */
void lives_init(struct lives *, const struct record *, json_t *deleted, enum living);
void lives_release(struct lives *);

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
/* What the file gives of them into the stored object. Texts are shared. */
void fields_transfer(enum kind, const void *file, void *stored, int *const *map, uint64_t fields);
/* All of the file's object into a new one, which has no key yet. */
void object_take(enum kind, const void *file, void *stored, int *const *map);

/* differ.c: what is reported. stored or file NULL: the other side has none of it. */
void differ_object(struct merge *, enum verdict, enum kind, const void *file, const void *stored,
	int64_t here_at, int64_t there_at);
/* Every one of the fields of which both say different things. */
void differ_fields(struct merge *, enum verdict, enum kind, const void *file, const void *stored,
	uint64_t fields, int64_t here_at, int64_t there_at);
/* Of a stored object of another record than the one being merged into. */
void differ_stored(struct merge *, const struct record *, enum verdict, enum kind,
	const void *stored, int64_t there_at);

/* merge.c */

/* "objectives[3]: belongs to another assessment": object number index of a round of the file. */
enum err refuse_foreign(struct merge *, const struct record *from, enum kind, size_t index);

/* The label that is only the name again is none of its own. */
void unlabel(enum kind, void *object);
/* The alliance and all that its rounds share; round: key of any stored round, 0 it has none. */
enum err merge_alliance(struct merge *, int64_t round);
/* A stored round and its counterpart; what rounds share is merged already. fresh: it was made for
 * this file. */
enum err merge_round(struct merge *, int64_t key, const struct record *from, bool fresh);

/* bury.c: delete what deletions of the file have reached, and remember them. */
enum err merge_deleted(struct merge *);

#endif
