/* SPDX-License-Identifier: MIT */
/*
 * Reading the portfolio by window.
 */
#include <rekindle/portfolio.h>

#include <string.h>

#include "window_private.h"

enum total { LATE, DUE, ALLIANCES, CELLS, MOST_ROUNDS, WITH_HEALTH, STALE };

enum err store_totals(struct store *store, int day, struct store_totals *totals, struct errmsg *why)
{
	struct query *row;
	bool found = false;
	*totals = (struct store_totals){ 0 };
	enum err err = listed_follow(store, why);
	if (!err)
		err = statement_bind(store, TALLY_ALL, &row, why, "i", (int64_t)day);
	if (!err)
		err = query_step(row, &found, why);
	if (err || !found)
		return err;
	*totals = (struct store_totals){ .alliances = (int)column_whole(row, ALLIANCES),
		.late = (int)column_whole(row, LATE),
		.due = (int)column_whole(row, DUE),
		.cells = (int)column_whole(row, CELLS),
		.rounds = (int)column_whole(row, MOST_ROUNDS),
		.with_health = (int)column_whole(row, WITH_HEALTH),
		.stale = (int)column_whole(row, STALE) };
	query_reset(row);
	return ERR_NONE;
}

/* A word as LIKE takes it for what it is, within a text. */
static const char *pattern(struct pool *pool, const char *word)
{
	struct str text;
	str_init(&text);
	str_add(&text, "%");
	for (; *word; word++)
		str_addf(&text, strchr("%_\\", *word) ? "\\%c" : "%c", *word);
	str_add(&text, "%");
	const char *made = pool_strdup(pool, text.text);
	str_release(&text);
	return made;
}

/* The parameters behind the words are one and two; count of the statement's. */
static enum err bind(struct store *store, enum statement which, const struct store_view *view,
	struct pool *pool, const int64_t *numbers, struct query **out, struct errmsg *why)
{
	enum err err = statement_get(store, which, out, why);
	if (err)
		return err;
	query_reset(*out);
	size_t parameters = query_parameters(*out);
	for (size_t i = 0; i < parameters; i++) {
		struct cell cell = { .type = CELL_NULL };
		if (i < VIEW_WORDS && i < view->count)
			cell = (struct cell){ CELL_TEXT, .text = pattern(pool, view->words[i]) };
		else if (i >= VIEW_WORDS)
			cell = (struct cell){ CELL_WHOLE, .whole = numbers[i - VIEW_WORDS] };
		query_bind(*out, i, &cell);
	}
	return ERR_NONE;
}

static enum err number(struct store *store, enum statement which, const struct store_view *view,
	const int64_t *numbers, int64_t *found, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct query *row;
	bool any = false;
	*found = 0;
	enum err err = bind(store, which, view, &pool, numbers, &row, why);
	if (!err)
		err = query_step(row, &any, why);
	if (any) {
		*found = column_whole(row, 0);
		query_reset(row);
	}
	pool_release(&pool);
	return err;
}

enum err store_view_count(
	struct store *store, const struct store_view *view, size_t *count, struct errmsg *why)
{
	int64_t found;
	enum err err = number(store, WINDOW_COUNT, view, NULL, &found, why);
	*count = (size_t)found;
	return err;
}

enum err store_view_place(struct store *store, const struct store_view *view, int64_t alliance,
	int64_t *place, struct errmsg *why)
{
	return number(store, PLACE_BY_NEXT + view->order, view, &alliance, place, why);
}

/* In one transaction, so that nothing changes between rounds and what is counted of them. query is
 * bound. */
static enum err read_list(
	struct store *store, struct query *query, struct store_list *list, struct errmsg *why)
{
	struct pool scratch = { 0 };
	int64_t *counted = NULL;
	size_t stale;
	bool own = !store_is_writing(store);
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = rounds_read(store, query, list, &scratch, &counted, &stale, why);
	if (own)
		engine_rollback(store->engine);
	pool_release(&scratch);
	if (err)
		store_list_release(list);
	return err;
}

enum err store_window(struct store *store, const struct store_view *view, size_t first,
	size_t count, struct store_list *list, struct errmsg *why)
{
	const int64_t numbers[] = { (int64_t)count, (int64_t)first };
	struct pool pool = { 0 };
	struct query *query;
	*list = (struct store_list){ 0 };
	enum err err = bind(store, WINDOW_BY_NEXT + view->order, view, &pool, numbers, &query, why);
	if (!err)
		err = read_list(store, query, list, why);
	pool_release(&pool);
	return err;
}

enum err store_view_names(struct store *store, const struct store_view *view, size_t first,
	size_t most, struct pool *pool, const char ***names, size_t *count, struct errmsg *why)
{
	const int64_t numbers[] = { (int64_t)most, (int64_t)first };
	struct query *row;
	bool more = true;
	*names = NULL;
	*count = 0;
	enum err err = bind(store, NAMES_BY_NEXT + view->order, view, pool, numbers, &row, why);
	while (!err && !(err = query_step(row, &more, why)) && more)
		*POOL_APPEND(pool, *names, *count) = column_text(row, 0, pool);
	return err;
}

enum err store_health_rank(
	struct store *store, double health, int *lower, int *same, struct errmsg *why)
{
	int64_t step = (int64_t)(health * HEALTH_STEPS);
	struct query *row;
	bool found = false;
	*lower = *same = 0;
	enum err err = statement_bind(
		store, HEALTH_RANK, &row, why, "idd", step, (double)step / HEALTH_STEPS, health);
	if (!err)
		err = query_step(row, &found, why);
	if (err || !found)
		return err;
	*lower = (int)(column_whole(row, 0) + column_whole(row, 1));
	*same = (int)column_whole(row, 2);
	query_reset(row);
	return ERR_NONE;
}

enum err store_unsaid(
	struct store *store, int day, size_t most, struct store_list *list, struct errmsg *why)
{
	struct query *query;
	*list = (struct store_list){ 0 };
	enum err err = statement_bind(
		store, WINDOW_UNSAID, &query, why, "ii", (int64_t)day, (int64_t)most);
	return err ? err : read_list(store, query, list, why);
}

static enum err put_said(
	struct store *store, const struct store_said *said, size_t count, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; !err && i < count; i++)
		err = statement_run(store, LISTED_SAID, why, "iti", said[i].alliance, said[i].words,
			(int64_t)said[i].till);
	return err;
}

/* Of a file that cannot be written the words are kept beside it, in memory. */
static enum err put_aside(
	struct store *store, const struct store_said *said, size_t count, struct errmsg *why)
{
	enum err err = store->aside ? ERR_NONE : engine_script(store->engine, listed_aside, why);
	store->aside = !err;
	return err ? err : put_said(store, said, count, why);
}

enum err store_put_said(
	struct store *store, const struct store_said *said, size_t count, struct errmsg *why)
{
	bool own;
	if (engine_read_only(store->engine))
		return put_aside(store, said, count, why);
	enum err err = change_begin(store, 0, 0, &own, why);
	return err ? err : change_end(store, own, put_said(store, said, count, why), why);
}

enum err store_stale(struct store *store, size_t most, struct store_list *list, struct errmsg *why)
{
	struct query *query;
	*list = (struct store_list){ 0 };
	enum err err = statement_bind(store, WINDOW_STALE, &query, why, "i", (int64_t)most);
	return err ? err : read_list(store, query, list, why);
}
