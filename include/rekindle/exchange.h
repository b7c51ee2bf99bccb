/* SPDX-License-Identifier: MIT */
/*
 * rekindle-exchange(5): one JSON document with a whole alliance, written from the database and read
 * back. Reading checks everything before anything is changed; a fault names line and column.
 */
#ifndef REKINDLE_EXCHANGE_H
#define REKINDLE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <rekindle/err.h>
#include <rekindle/plan.h>
#include <rekindle/pool.h>
#include <rekindle/record.h>
#include <rekindle/store.h>
#include <rekindle/str.h>

/* The alliance of this assessment with all its rounds (only: this round alone) as a document. */
enum err exchange_write(struct store *, int64_t assessment, bool only, struct str *out,
	struct errmsg *why);

/* A document in memory: one record per round, sharing the alliance. Each record owns its copy. */
struct exchange {
	struct record *rounds;
	size_t count;
	bool empty;                       /* the file had no assessments; the one round was made */
	struct store_deleted *deleted;    /* of the file */
	size_t deleted_count;
	struct pool pool;
};
/* Parse and check text (name stands for it in messages). A file without assessments has one empty
 * baseline round made for it. */
enum err exchange_read(const char *text, size_t n, const char *name, struct exchange *,
	struct errmsg *why);
void exchange_release(struct exchange *);

/* plan --format json (product.md, section 2), pretty-printed, '\n' at the end: the same object that
 * stands in the document. */
void exchange_plan_json(struct str *, const struct record *, const struct plan *);

struct exchange_report {
	int added, changed, unchanged, deleted;   /* objects */
	char (*conflicts)[160];           /* one line each; free() */
	size_t conflict_count;
	int64_t assessment;               /* newest round that the file touched; dry: that is
					     there already, or 0 */
};
/* Bring a document into the database in one transaction, merging by UUID: the later `changed` wins, on
 * a tie the greater JSON text. Nothing is changed when it fails, and nothing at all when dry. */
enum err exchange_import(struct store *, struct exchange *, bool dry, struct exchange_report *,
	struct errmsg *why);

#endif
