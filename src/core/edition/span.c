/* SPDX-License-Identifier: MIT */
/*
 * How much a mean leaves open of single ratings (rekindle-method(7), section 9.1).
 */
#include "span.h"

#include <math.h>
#include <rekindle/edition.h>

#define PARTS 60     /* of a step of the scale: divided by each number of items up to SPAN_ITEMS */
#define ROUNDED 1e-6 /* of a part: what rounding may have added to a bound */

/*
 * By how much the sums of people who rated so many items can differ from what they are; in parts,
 * the means of all those who rated more items than that.
 */
struct moves {
	long down[SPAN_ITEMS + 1], up[SPAN_ITEMS + 1];
	long down_beyond[SPAN_ITEMS + 1], up_beyond[SPAN_ITEMS + 1];
};

/* What is known of the sum of the means, in parts, from what it is. */
struct known {
	long down, up;
};

static bool moves_alone(const struct span_person *person)
{
	return person->items > SPAN_ITEMS;
}

static void add(struct moves *moves, const struct span_person *person, int times)
{
	if (moves_alone(person))
		return;
	moves->down[person->items] += times * (person->sum - SCORE_LOWEST * person->items);
	moves->up[person->items] += times * (SCORE_HIGHEST * person->items - person->sum);
}

static long part_of(int items)
{
	return PARTS / items;
}

static long divide_up(long a, long b)
{
	return a / b + (a % b > 0);
}

static long divide_down(long a, long b)
{
	return a / b - (a % b < 0);
}

static void sum_up(struct moves *moves)
{
	moves->down_beyond[SPAN_ITEMS] = moves->up_beyond[SPAN_ITEMS] = 0;
	for (int items = SPAN_ITEMS; items > 0; items--) {
		moves->down_beyond[items - 1] =
			moves->down_beyond[items] + part_of(items) * moves->down[items];
		moves->up_beyond[items - 1] =
			moves->up_beyond[items] + part_of(items) * moves->up[items];
	}
}

/* Can those who rated `items` or more move their means by least to most parts together? */
static bool reaches(const struct moves *moves, int items, long least, long most)
{
	while (items <= SPAN_ITEMS && !moves->down[items] && !moves->up[items])
		items++;
	if (items > SPAN_ITEMS)
		return least <= 0 && most >= 0;
	long part = part_of(items);
	long from = divide_up(least - moves->up_beyond[items], part);
	long to = divide_down(most + moves->down_beyond[items], part);
	if (from < -moves->down[items])
		from = -moves->down[items];
	if (to > moves->up[items])
		to = moves->up[items];
	for (long steps = from; steps <= to; steps++)
		if (reaches(moves, items + 1, least - steps * part, most - steps * part))
			return true;
	return false;
}

/* What one rating can be, among so many of this sum. */
static int least_rating(int items, int sum)
{
	int rest = sum - SCORE_HIGHEST * (items - 1);

	return rest > SCORE_LOWEST ? rest : SCORE_LOWEST;
}

static int most_rating(int items, int sum)
{
	int rest = sum - SCORE_LOWEST * (items - 1);

	return rest < SCORE_HIGHEST ? rest : SCORE_HIGHEST;
}

static bool open_by_itself(const struct span_person *person)
{
	return most_rating(person->items, person->sum) - least_rating(person->items, person->sum) >=
		EDITION_SPAN;
}

/* Given how the others can move; the sums that they allow need not be neighbours. */
static bool open_beside(
	const struct span_person *person, const struct moves *others, const struct known *known)
{
	int items = person->items, least = SCORE_HIGHEST, most = SCORE_LOWEST;

	if (moves_alone(person))
		return false;
	for (int sum = SCORE_LOWEST * items; sum <= SCORE_HIGHEST * items; sum++) {
		long moved = (sum - person->sum) * part_of(items);

		if (!reaches(others, 1, -known->down - moved, known->up - moved))
			continue;
		if (least_rating(items, sum) < least)
			least = least_rating(items, sum);
		if (most_rating(items, sum) > most)
			most = most_rating(items, sum);
	}
	return most - least >= EDITION_SPAN;
}

static bool same(const struct span_person *a, const struct span_person *b)
{
	return a->items == b->items && a->sum == b->sum;
}

/* One who rates as somebody before does is as open as that one. */
static bool is_first(const struct span_person *people, size_t at, size_t but)
{
	for (size_t i = 0; i < at; i++)
		if (i != but && same(&people[i], &people[at]))
			return false;
	return true;
}

static bool open_to(const struct span_person *people, size_t n, size_t reader,
	const struct moves *all, const struct known *known)
{
	for (size_t i = 0; i < n; i++) {
		struct moves others = *all;

		if (i == reader || open_by_itself(&people[i]) || !is_first(people, i, reader))
			continue;
		add(&others, &people[i], -1);
		if (reader < n)
			add(&others, &people[reader], -1);
		sum_up(&others);
		if (!open_beside(&people[i], &others, known))
			return false;
	}
	return true;
}

/* In parts of all people together; INFINITY: as far as they can move. */
static long parts_of(double way, size_t n)
{
	double most = (SCORE_HIGHEST - SCORE_LOWEST) * PARTS * (double)n;

	return (long)floor(fmax(fmin(way * PARTS * (double)n - ROUNDED, most), 0));
}

bool span_open(const struct span_person *people, size_t n, double down, double up)
{
	const struct known known = { parts_of(down, n), parts_of(up, n) };
	struct moves all = { 0 };

	for (size_t i = 0; i < n; i++)
		add(&all, &people[i], 1);
	if (n == 1)
		return open_to(people, n, n, &all, &known);
	for (size_t reader = 0; reader < n; reader++)
		if (is_first(people, reader, n) && !open_to(people, n, reader, &all, &known))
			return false;
	return true;
}
