/* SPDX-License-Identifier: MIT */
/*
 * The rows of listed.c follow the change log: who has changed since the portfolio was read last is
 * counted anew. No change pays for it when it is made.
 */
#include <rekindle/portfolio.h>

#include <math.h>

#include "window_private.h"

size_t store_newest_full(const struct store_round *rounds, size_t first, size_t end)
{
	for (size_t i = end; i-- > first;)
		if (rounds[i].kind != ROUND_PULSE)
			return i;
	return end - 1;
}

/* An interview is due like an action, and stands among them by its day. */
static const char *dues_of(const struct store_round *round, struct pool *pool)
{
	const struct store_plan *plan = &round->plan;
	int interview = store_round_interview(round), *due = NULL;
	size_t count = 0;
	struct str days;
	bool waits = interview != DATE_NONE;
	for (size_t i = 0; i <= plan->due_count; i++) {
		if (waits && (i == plan->due_count || interview <= plan->due[i]))
			*POOL_APPEND(pool, due, count) = interview;
		waits &= i < plan->due_count && interview > plan->due[i];
		if (i < plan->due_count)
			*POOL_APPEND(pool, due, count) = plan->due[i];
	}
	str_init(&days);
	days_encode(&days, due, count);
	const char *text = count ? pool_strdup(pool, days.text) : NULL;
	str_release(&days);
	return text;
}

static struct listed listed_of(const struct store_round *round, size_t rounds, struct pool *pool)
{
	struct listed listed = { .next = LISTED_NO_DAY, .hour = "~", .health = LISTED_NO_HEALTH };
	int next = store_round_next(round);
	listed.next = next == DATE_NONE ? LISTED_NO_DAY : next;
	if (round->next_planned)
		listed.hour = round->next_planned;
	if (!isnan(round->health))
		listed.health = round->health;
	listed.rounds = (int64_t)rounds;
	listed.stale = round->assessment && round->summary_change != round->change;
	listed.dues = dues_of(round, pool);
	return listed;
}

/* keep: what was counted for it is kept as well, so that it is not counted again when it is shown.
 */
static enum err keep_counts(struct store *store, const struct store_list *list,
	const int64_t *counted, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < list->count; i++) {
		const struct store_round *round = &list->rounds[i];
		const struct counts counts = { round->parties, round->heard, round->planned,
			round->next_planned, round->plan };
		if (round->assessment && counted[i] == -1)
			err = counts_remember(
				store, round->assessment, round->change, &counts, why);
	}
	return err;
}

static enum err put_listed(struct store *store, struct store_list *list, struct errmsg *why)
{
	const struct store_round *round =
		&list->rounds[store_newest_full(list->rounds, 0, list->count)];
	const struct listed listed = listed_of(round, list->count, &list->pool);
	return listed_put(store, round->alliance, &listed, why);
}

static enum err follow_alliance(
	struct store *store, int64_t alliance, bool keep, struct errmsg *why)
{
	struct store_list list = { 0 };
	struct pool scratch = { 0 };
	struct query *query;
	int64_t *counted = NULL;
	size_t stale;
	enum err err = statement_bind(store, WINDOW_OF, &query, why, "i", alliance);
	if (!err)
		err = rounds_read(store, query, &list, &scratch, &counted, &stale, why);
	if (!err && keep)
		err = keep_counts(store, &list, counted, why);
	if (!err && list.count)
		err = put_listed(store, &list, why);
	store_list_release(&list);
	pool_release(&scratch);
	return err;
}

static enum err touched(struct store *store, int64_t since, struct pool *pool, int64_t **keys,
	size_t *count, struct errmsg *why)
{
	struct query *row;
	bool more = true;
	enum err err = statement_bind(store, FOLLOW_TOUCHED, &row, why, "i", since);
	while (!err && !(err = query_step(row, &more, why)) && more)
		*POOL_APPEND(pool, *keys, *count) = column_whole(row, 0);
	return err;
}

/* In the transaction that is open. */
static enum err follow(struct store *store, int64_t since, int64_t last, struct errmsg *why)
{
	struct pool pool = { 0 };
	int64_t *keys = NULL;
	size_t count = 0;
	enum err err = touched(store, since, &pool, &keys, &count, why);
	for (size_t i = 0; !err && i < count; i++)
		err = follow_alliance(store, keys[i], true, why);
	if (!err)
		err = statement_run(store, FOLLOWED_PUT, why, "i", last);
	pool_release(&pool);
	return err;
}

enum err listed_fill(struct store *store, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct missing {
		int64_t key;
		const char *name;
	} *list = NULL;
	struct query *row;
	size_t count = 0;
	bool more = true;
	enum err err = statement_bind(store, LISTED_MISSING, &row, why, "");
	while (!err && !(err = query_step(row, &more, why)) && more)
		*POOL_APPEND(&pool, list, count) =
			(struct missing){ column_whole(row, 0), column_text(row, 1, &pool) };
	for (size_t i = 0; !err && i < count; i++) {
		err = listed_name(store, list[i].key, list[i].name, why);
		if (!err)
			err = follow_alliance(store, list[i].key, true, why);
	}
	if (!err)
		err = statement_run(store, FOLLOWED_PUT, why, "i", store_change(store));
	pool_release(&pool);
	return err;
}

enum err store_begin_summaries(struct store *store, struct errmsg *why)
{
	engine_hurry(store->engine, true);
	enum err err = store_begin(store, 0, NULL, why);
	engine_hurry(store->engine, false);
	return err;
}

/* Behind the log, as far as it can be told? */
static enum err is_behind(struct store *store, int64_t *since, bool *behind, struct errmsg *why)
{
	enum err err = statement_number(store, FOLLOWED_GET, since, why, "");
	*behind = !err && *since != store_change(store);
	return err;
}

enum err listed_follow(struct store *store, struct errmsg *why)
{
	int64_t since;
	bool behind;
	enum err err = is_behind(store, &since, &behind, why);
	if (err || !behind || engine_read_only(store->engine) || store_is_writing(store))
		return err;
	if (store_begin_summaries(store, NULL))
		return ERR_NONE;
	err = is_behind(store, &since, &behind, why);
	if (!err && behind)
		err = follow(store, since, store_change(store), why);
	change_end(store, true, err, NULL);
	return ERR_NONE;
}

static enum err put_summary(struct store *store, int64_t assessment, int64_t change, double health,
	const char *primary, const char *grade, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct counts counts;
	int64_t alliance;
	enum err err = statement_number(store, ALLIANCE_OF, &alliance, why, "i", assessment);
	if (!err && alliance)
		err = round_count(store, alliance, assessment, &pool, &counts, why);
	if (!err && alliance)
		err = counts_remember(store, assessment, change, &counts, why);
	if (!err && alliance)
		err = statement_run(store, SUMMARY_PUT, why, "iidtt", assessment, change, health,
			primary, grade);
	if (!err && alliance)
		err = follow_alliance(store, alliance, false, why);
	pool_release(&pool);
	return err;
}

enum err store_put_summary(struct store *store, int64_t assessment, int64_t change, double health,
	const char *primary, const char *grade, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	err = put_summary(store, assessment, change, health, primary, grade, why);
	return change_end(store, own, err, why);
}
