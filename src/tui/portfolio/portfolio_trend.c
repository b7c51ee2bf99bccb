/* SPDX-License-Identifier: MIT */
/*
 * Health over the rounds of an alliance, and among the alliances. What is not known yet is computed
 * for the rows in sight alone, a round a tick.
 */
#include "portfolio.h"

#include <math.h>

/* The last rounds of a row, the oldest first, and how many. */
static struct store_round *last_rounds(const struct portfolio_row *row, int *count)
{
	*count = row->rounds < PORTFOLIO_SPARK ? row->rounds : PORTFOLIO_SPARK;
	return row->last - *count + 1;
}

/* Health of the newest full round that has one, from *at backwards; *at: before it. NAN: none. */
static double full_health(const struct portfolio_row *row, int *at)
{
	while (*at < row->rounds) {
		const struct store_round *round = row->last - (*at)++;
		if (round->kind != ROUND_PULSE && !isnan(round->health))
			return round->health;
	}
	return NAN;
}

/* A pulse asks less, so that its health is of other items: it has no change of its own. */
static const char *change_text(struct portfolio *own, const struct portfolio_row *row)
{
	int at = 0;
	double now = full_health(row, &at), before = full_health(row, &at);
	if (isnan(now) || isnan(before))
		return "";
	return pool_printf(&own->list.pool, "%+.2f", round((now - before) * 100) / 100 + 0.0);
}

void portfolio_trend(struct portfolio *own, struct portfolio_row *row)
{
	double value[PORTFOLIO_SPARK];
	int count, known = 0;
	const struct store_round *rounds = last_rounds(row, &count);
	for (int i = 0; i < count; i++) {
		value[i] = rounds[i].health;
		known += !isnan(value[i]);
	}
	row->spark = known < 2
		? ""
		: words_spark(&own->list.pool, value, (size_t)count, 1, 5, own->ascii);
	row->change = known < 2 ? "" : change_text(own, row);
	own->trends |= row->rounds > 1; /* known or not: the columns stay where they are */
}

bool portfolio_is_stale(const struct store_round *round)
{
	return round->assessment && round->summary_change != round->change;
}

/* A round of a row in sight: of each the one that its words are about, then from the last one back.
 */
static struct store_round *round_back(const struct portfolio_row *row, int back)
{
	return back < 0 ? row->round : back < row->rounds ? row->last - back : NULL;
}

struct store_round *portfolio_stale(struct portfolio *own, struct portfolio_row **row)
{
	int end = own->focus.top + own->focus.rows;
	for (int back = -1; back < PORTFOLIO_SPARK; back++)
		for (int i = own->focus.top; i < own->count && i < end; i++) {
			struct store_round *round = round_back(&own->rows[i], back);
			*row = &own->rows[i];
			if (round && portfolio_is_stale(round))
				return round;
		}
	return NULL;
}

/* Those as healthy count half. */
const char *portfolio_rank(struct portfolio *own)
{
	double mine = own->rows[own->focus.at].round->health, below = 0;
	int known = 0;
	for (int i = 0; i < own->total; i++) {
		double other = own->rows[i].round->health;
		known += !isnan(other);
		if (i != own->focus.at && !isnan(other))
			below += other < mine ? 1 : other == mine ? 0.5 : 0;
	}
	if (isnan(mine) || known < PORTFOLIO_RANKED)
		return NULL;
	return words(&own->ahead_pool, W_HEALTH_PERCENTILE,
		hole_number("percentile", 100 * below / (known - 1), 0), hole_count("n", known));
}
