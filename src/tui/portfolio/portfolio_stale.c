/* SPDX-License-Identifier: MIT */
/*
 * Summaries that are stale, computed while nobody presses a key: for the rows in sight, then for
 * all others, a slice at a time that is kept in one transaction.
 */
#include "portfolio.h"

#include <math.h>

#include <rekindle/date.h>

/* A round of a row in sight: of each the one that its words are about, then from the last one back.
 */
static struct store_round *round_back(const struct portfolio_row *row, int back)
{
	return back < 0 ? row->round : back < row->rounds ? row->last - back : NULL;
}

/* The visible round whose summary is to be computed next, and its row; NULL: none is stale. */
static struct store_round *stale_in_sight(struct portfolio *own, struct portfolio_row **row)
{
	int end = own->focus.top + own->focus.rows;
	for (int back = -1; back < PORTFOLIO_SPARK; back++)
		for (int i = own->focus.top; i < own->count && i < end; i++) {
			*row = portfolio_row(own, i);
			struct store_round *round = *row ? round_back(*row, back) : NULL;
			if (round && summary_is_stale(round))
				return round;
		}
	return NULL;
}

struct slice {
	struct portfolio *own;
	int64_t until;
	bool kept;    /* a transaction is open */
	int64_t last; /* of those out of sight */
};

static bool is_over(const struct slice *slice)
{
	const struct app *app = slice->own->app;
	return clock_monotonic_ms() >= slice->until ||
		(app->key_waits && app->key_waits(app->keys));
}

static bool see(struct slice *slice)
{
	struct portfolio *own = slice->own;
	struct portfolio_row *row;
	struct store_round *round = stale_in_sight(own, &row);
	if (!round)
		return false;
	summary_make(own->app->options.store, round, slice->kept, NULL);
	portfolio_say(own, row);
	portfolio_trend(own, row);
	own->ahead_of = 0;
	own->app->ticked = true;
	return true;
}

/* Nothing of the others is seen: without keeping it is not worth computing. Of one that cannot be
 * read nothing is kept as its summary, so that it comes once. */
static bool see_others(struct slice *slice)
{
	struct store *store = slice->own->app->options.store;
	struct store_list list = { 0 };
	if (!slice->kept || !slice->own->totals.stale || store_stale(store, 1, &list, NULL) ||
		!list.count)
		return false;
	struct store_round *round = &list.rounds[store_newest_full(list.rounds, 0, list.count)];
	bool another = round->assessment != slice->last;
	slice->last = round->assessment;
	if (another && summary_make(store, round, true, NULL))
		store_put_summary(store, round->assessment, round->change, NAN, NULL, NULL, NULL);
	store_list_release(&list);
	return another;
}

static bool is_due(struct portfolio *own)
{
	struct portfolio_row *row;
	return stale_in_sight(own, &row) || own->totals.stale;
}

bool portfolio_summarise(struct portfolio *own)
{
	struct store *store = own->app->options.store;
	struct slice slice = { own, clock_monotonic_ms() + own->slice_ms, false, 0 };
	struct errmsg why;
	if (!is_due(own))
		return false;
	slice.kept = !store_read_only(store) && !store_begin_summaries(store, &why);
	bool more;
	do
		more = see(&slice) || see_others(&slice);
	while (more && !is_over(&slice));
	/* on a full disk not again and again, but when the rows are counted the next time */
	bool failed = slice.kept && store_commit(store, &why);
	if (failed)
		own->totals.stale = 0;
	return !failed && (more || slice.kept);
}
