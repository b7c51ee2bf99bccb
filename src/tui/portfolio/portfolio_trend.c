/* SPDX-License-Identifier: MIT */
/*
 * Health over the rounds of an alliance, and among the alliances.
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
}

/* Those as healthy count half. */
const char *portfolio_rank(struct portfolio *own, const struct portfolio_row *row)
{
	double mine = row->round->health;
	int lower, same, known = own->totals.with_health;
	if (isnan(mine) || known < PORTFOLIO_RANKED ||
		store_health_rank(own->app->options.store, mine, &lower, &same, NULL))
		return NULL;
	double below = lower + (same ? same - 1 : 0) * 0.5;
	return words(&own->ahead_pool, W_HEALTH_PERCENTILE,
		hole_number("percentile", 100 * below / (known - 1), 0), hole_count("n", known));
}
