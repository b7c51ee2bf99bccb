/* SPDX-License-Identifier: MIT */
/*
 * What the files of the portfolio's window share: rounds read and counted, the row that an alliance
 * is sorted and found by.
 */
#ifndef REKINDLE_STORE_WINDOW_PRIVATE_H
#define REKINDLE_STORE_WINDOW_PRIVATE_H

#include "../store_private.h"

/* counts.c: people and plan of a round as they are now, texts in pool; and kept as those of a
 * change, for which the summary gets a row where there is none. */
struct counts {
	int parties, heard, planned;
	const char *next_planned;
	struct store_plan plan;
};
enum err round_count(struct store *, int64_t alliance, int64_t assessment, struct pool *,
	struct counts *, struct errmsg *why);
enum err counts_remember(struct store *, int64_t assessment, int64_t change, const struct counts *,
	struct errmsg *why);

/*
 * rounds.c: the rows of a query with the columns of the portfolio, at the end of list. counted
 * (scratch): of each the change as of which it was counted, -1 where that was before its last one:
 * it is counted now, *stale says how many.
 */
enum err rounds_read(struct store *, struct query *, struct store_list *, struct pool *scratch,
	int64_t **counted, size_t *stale, struct errmsg *why);

/* listed.c: what an alliance is sorted by and counted among, but for its name. */
#define LISTED_NO_DAY 2147483647
#define LISTED_NO_HEALTH 9.0
#define HEALTH_STEPS 64 /* of one point */
struct listed {
	int64_t next;
	const char *hour, *dues; /* dues NULL: none */
	double health;
	int64_t rounds, stale;
};
/* Its name, with which a row begins that knows nothing else; the rest, of one that has a row. */
enum err listed_name(struct store *, int64_t alliance, const char *called, struct errmsg *why);
enum err listed_put(struct store *, int64_t alliance, const struct listed *, struct errmsg *why);

/* follow.c: what has changed since is taken in, where the file can be written now; best effort, as
 * what is shown of a round is counted in any case. */
enum err listed_follow(struct store *, struct errmsg *why);

#endif
