/* SPDX-License-Identifier: MIT */
/*
 * The row by which an alliance is sorted and found, and the tallies over all of them.
 */
#include "window_private.h"

#include <math.h>
#include <string.h>

#include <rekindle/utf8.h>

enum what { TALLY_DUE, TALLY_CELLS, TALLY_ROUNDS, TALLY_HEALTH, TALLY_STALE };
enum column { CELLS, NEXT, HOUR, HEALTH, COUNT, STALE, DUES };

static enum err tally(
	struct store *store, enum what what, int64_t at, int64_t by, struct errmsg *why)
{
	enum err err = statement_run(store, TALLY_ADD, why, "iii", (int64_t)what, at, by);
	return err || by > 0 ? err
			     : statement_run(store, TALLY_CLEAR, why, "ii", (int64_t)what, at);
}

static enum err move(
	struct store *store, enum what what, int64_t before, int64_t after, struct errmsg *why)
{
	if (before == after)
		return ERR_NONE;
	enum err err = tally(store, what, before, -1, why);
	return err ? err : tally(store, what, after, 1, why);
}

static enum err tally_dues(struct store *store, const char *dues, int64_t by, struct errmsg *why)
{
	struct pool pool = { 0 };
	enum err err = ERR_NONE;
	int *day;
	size_t count = days_decode(&pool, dues, &day);
	for (size_t i = 0, next; !err && i < count; i = next) {
		for (next = i + 1; next < count && day[next] == day[i];)
			next++;
		err = tally(store, TALLY_DUE, day[i], by * (int64_t)(next - i), why);
	}
	pool_release(&pool);
	return err;
}

/* None where it is not known. */
static enum err tally_health(struct store *store, double health, int64_t by, struct errmsg *why)
{
	return health >= LISTED_NO_HEALTH
		? ERR_NONE
		: tally(store, TALLY_HEALTH, (int64_t)floor(health * HEALTH_STEPS), by, why);
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* The row as it is; *found false where there is none. Texts in pool. */
static enum err get(struct store *store, int64_t alliance, struct pool *pool, int64_t *cells,
	struct listed *listed, bool *found, struct errmsg *why)
{
	struct query *row;
	*found = false;
	enum err err = statement_bind(store, LISTED_GET, &row, why, "i", alliance);
	if (!err)
		err = query_step(row, found, why);
	if (err || !*found)
		return err;
	*cells = column_whole(row, CELLS);
	*listed = (struct listed){ .next = column_whole(row, NEXT),
		.hour = column_text(row, HOUR, pool),
		.dues = column_text(row, DUES, pool),
		.health = query_cell(row, HEALTH).real,
		.rounds = column_whole(row, COUNT),
		.stale = column_whole(row, STALE) };
	query_reset(row);
	return ERR_NONE;
}

enum err listed_name(struct store *store, int64_t alliance, const char *called, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct listed before;
	struct str folded;
	int64_t was, cells = utf8_cells(UTF8_SCREEN, called);
	bool found;
	str_init(&folded);
	utf8_fold(&folded, called);
	enum err err = get(store, alliance, &pool, &was, &before, &found, why);
	if (!err)
		err = statement_run(store, LISTED_NAME, why, "iti", alliance, folded.text, cells);
	if (!err && found)
		err = move(store, TALLY_CELLS, was, cells, why);
	else if (!err && !(err = tally(store, TALLY_CELLS, cells, 1, why)) &&
		!(err = tally(store, TALLY_ROUNDS, 0, 1, why)))
		err = tally(store, TALLY_STALE, 0, 1, why);
	str_release(&folded);
	pool_release(&pool);
	return err;
}

enum err listed_row(
	struct store *store, const struct row *before, const struct row *after, struct errmsg *why)
{
	if (after->kind != KIND_ALLIANCE)
		return ERR_NONE;
	size_t cell = row_column_cell(KIND_ALLIANCE, "name");
	if (before && cell_same(&before->cell[cell], &after->cell[cell]))
		return ERR_NONE;
	return listed_name(store, after->cell[0].whole, after->cell[cell].text, why);
}

enum err listed_gone(struct store *store, int64_t alliance, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct listed was;
	int64_t cells;
	bool found;
	enum err err = get(store, alliance, &pool, &cells, &was, &found, why);
	if (!err && found && !(err = tally(store, TALLY_CELLS, cells, -1, why)) &&
		!(err = tally(store, TALLY_ROUNDS, was.rounds, -1, why)) &&
		!(err = tally(store, TALLY_STALE, was.stale, -1, why)) &&
		!(err = tally_health(store, was.health, -1, why)) &&
		!(err = tally_dues(store, was.dues, -1, why)))
		err = statement_run(store, LISTED_DROP, why, "i", alliance);
	pool_release(&pool);
	return err;
}

static enum err retally(struct store *store, const struct listed *before,
	const struct listed *after, struct errmsg *why)
{
	enum err err = move(store, TALLY_ROUNDS, before->rounds, after->rounds, why);
	if (!err)
		err = move(store, TALLY_STALE, before->stale, after->stale, why);
	if (!err && before->health != after->health &&
		!(err = tally_health(store, before->health, -1, why)))
		err = tally_health(store, after->health, 1, why);
	if (!err && !same_text(before->dues, after->dues) &&
		!(err = tally_dues(store, before->dues, -1, why)))
		err = tally_dues(store, after->dues, 1, why);
	return err;
}

enum err listed_put(
	struct store *store, int64_t alliance, const struct listed *listed, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct listed before;
	int64_t cells;
	bool found;
	enum err err = get(store, alliance, &pool, &cells, &before, &found, why);
	if (!err && found)
		err = statement_run(store, LISTED_PUT, why, "iitdiit", alliance, listed->next,
			listed->hour, listed->health, listed->rounds, listed->stale, listed->dues);
	if (!err && found)
		err = retally(store, &before, listed, why);
	pool_release(&pool);
	return err;
}
