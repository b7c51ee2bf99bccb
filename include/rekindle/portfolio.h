/* SPDX-License-Identifier: MIT */
/*
 * The portfolio by window: of many alliances only those are read that are shown. What they are
 * sorted by, found by and counted follows the change log, and is brought up to date by
 * store_totals(); in between it is as it was then. One row is an alliance, with its newest full
 * round.
 */
#ifndef REKINDLE_PORTFOLIO_H
#define REKINDLE_PORTFOLIO_H

#include <rekindle/store.h>

enum store_order {
	ORDER_NEXT,   /* by day of what comes next, those of one day by the hour of the interview */
	ORDER_NAME,   /* without case */
	ORDER_HEALTH, /* the lowest first; of that row, as far as it is known */
	ORDER_COUNT
};
/* Of equal ones by name; what has no value is last. */

#define VIEW_WORDS 32 /* at most */
struct store_view {
	enum store_order order;
	const char *const *words; /* folded; only those alliances that have all of them in what was
				     said of them last */
	size_t count;             /* 0: all alliances; more than VIEW_WORDS do not count */
};

struct store_totals {
	int alliances, late, due; /* interviews and actions before the day, on it */
	int cells;                /* of the longest name, on a screen */
	int rounds;               /* the most that an alliance has */
	int with_health;
	int stale; /* alliances whose diagnosis is to be made anew */
};
/* As of day. What another program is just writing is not waited for: it is seen later. */
enum err store_totals(struct store *, int day, struct store_totals *, struct errmsg *why);

/* How many alliances there are; the rounds of some of them, in their order, those of one together
 * and the newest last; where one of them stands, -1 nowhere; their names folded, in pool. All but
 * the number of steps over rows that an index has is as much as is shown. */
enum err store_view_count(
	struct store *, const struct store_view *, size_t *count, struct errmsg *why);
enum err store_window(struct store *, const struct store_view *, size_t first, size_t count,
	struct store_list *, struct errmsg *why);
enum err store_view_place(struct store *, const struct store_view *, int64_t alliance,
	int64_t *place, struct errmsg *why);
enum err store_view_names(struct store *, const struct store_view *, size_t first, size_t most,
	struct pool *, const char ***names, size_t *count, struct errmsg *why);

/* How many alliances have a lower health, and the same. */
enum err store_health_rank(
	struct store *, double health, int *lower, int *same, struct errmsg *why);

/*
 * The words by which an alliance is found are the face's, and may be of a day: the rounds of at
 * most so many alliances whose words are not put together, or not those of that day; and keeping
 * them up to a day, all of them or none.
 */
struct store_said {
	int64_t alliance;
	const char *words; /* folded */
	int till;
};
enum err store_unsaid(
	struct store *, int day, size_t most, struct store_list *, struct errmsg *why);
enum err store_put_said(
	struct store *, const struct store_said *, size_t count, struct errmsg *why);

/* The rounds of at most so many alliances whose newest full round waits for its diagnosis. */
enum err store_stale(struct store *, size_t most, struct store_list *, struct errmsg *why);

/* That many summaries are kept in one transaction, for which nobody is waited: store_begin() and
 * ERR_LOCKED at once where another program writes. */
enum err store_begin_summaries(struct store *, struct errmsg *why);
/* The newest full round of those from first to before end, without any the newest: what comes after
 * it are pulses. */
size_t store_newest_full(const struct store_round *rounds, size_t first, size_t end);

#endif
