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
	int64_t alliance;          /* key */
	struct record stored;      /* round being merged into */
	const struct record *from; /* its counterpart in the file */
	int *map[KIND_COUNT];      /* index in the file to index in stored */
};

/* "objectives[3]: belongs to another assessment": object number index of a round of the file. */
enum err refuse_foreign(struct merge *, const struct record *from, enum kind, size_t index);
/* The label that is only the name again is none of its own. */
void unlabel(enum kind, void *object);
/* Alliance, parties and people; round: key of any stored round. */
enum err merge_alliance(struct merge *, int64_t round);
/* A stored round and its counterpart; parties and people are merged already. */
enum err merge_round(struct merge *, int64_t key, const struct record *from);

#endif
