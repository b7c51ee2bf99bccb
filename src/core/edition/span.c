/* SPDX-License-Identifier: MIT */
/*
 * How much a mean leaves open of single ratings (rekindle-method(7), section 9.1).
 */
#include "span.h"

#include <math.h>
#include <stdint.h>
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

/* Two means */

/* Those who said the same in both, and what is in one of them only. */
enum group { GROUP_BOTH, GROUP_THEN, GROUP_NOW, GROUPS };

#define SUMS_WORDS (SPAN_BESIDE_MOST * SCORE_HIGHEST * PARTS / 64 + 1)

/* Sums that can be, by bit. */
struct sums {
	uint64_t bit[SUMS_WORDS];
};

struct beside {
	const struct span_two *people;
	size_t n;
	int unit, words;        /* parts of a step that are whole for everybody; of such sums */
	long least[2], most[2]; /* what can be of the sum of then, and of now */
};

/* NULL: has no value there. */
static const struct span_person *member(const struct span_two *one, enum group group)
{
	const struct span_person *is = group == GROUP_THEN ? &one->then : &one->now;

	return is->items && one->same == (group == GROUP_BOTH) ? is : NULL;
}

static int common_divisor(int a, int b)
{
	return b ? common_divisor(b, a % b) : a;
}

static void add_unit(int *unit, const struct span_person *person)
{
	if (person->items && !moves_alone(person))
		*unit *= person->items / common_divisor(person->items, *unit);
}

static void shift_in(struct sums *to, const struct sums *from, long by, int words)
{
	int whole = (int)(by / 64), rest = (int)(by % 64);

	for (int i = words - 1; i >= whole; i--) {
		to->bit[i] |= from->bit[i - whole] << rest;
		if (rest && i > whole)
			to->bit[i] |= from->bit[i - whole - 1] >> (64 - rest);
	}
}

/* Who rated more than the span knows says what they do, as the reader does. */
static bool is_fixed(const struct span_person *person, bool reads)
{
	return reads || moves_alone(person);
}

static long in_units(const struct beside *b, const struct span_person *person, int sum)
{
	return lround((double)sum * b->unit / person->items);
}

static void add_sums(
	const struct beside *b, struct sums *sums, const struct span_person *person, bool fixed)
{
	struct sums more = { { 0 } };
	int from = fixed ? person->sum : SCORE_LOWEST * person->items;
	int to = fixed ? person->sum : SCORE_HIGHEST * person->items;

	for (int sum = from; sum <= to; sum++)
		shift_in(&more, sums, in_units(b, person, sum), b->words);
	*sums = more;
}

static struct sums sums_of(const struct beside *b, enum group group, size_t reader, size_t without)
{
	struct sums sums = { { 1 } };

	for (size_t i = 0; i < b->n; i++) {
		const struct span_person *person = member(&b->people[i], group);

		if (person && i != without)
			add_sums(b, &sums, person, is_fixed(person, i == reader));
	}
	return sums;
}

static bool has_sum(const struct beside *b, const struct sums *sums, long from, long to)
{
	long end = 64L * b->words - 1;

	for (long i = from > 0 ? from : 0; i <= to && i <= end; i++)
		if (sums->bit[i / 64] >> i % 64 & 1u)
			return true;
	return false;
}

/* Is there an alliance that prints both means, in which a group has so much beside its sums? */
static bool could_be(
	const struct beside *b, const struct sums sums[GROUPS], enum group group, long more)
{
	for (long both = 0; both < 64L * b->words; both++) {
		bool open = has_sum(b, &sums[GROUP_BOTH], both, both);

		for (int k = 0; open && k < 2; k++) {
			bool counts = group == GROUP_BOTH || (int)group == GROUP_THEN + k;
			long have = both + (counts ? more : 0);

			open = has_sum(
				b, &sums[GROUP_THEN + k], b->least[k] - have, b->most[k] - have);
		}
		if (open)
			return true;
	}
	return false;
}

static bool member_open(const struct beside *b, const struct sums sums[GROUPS], enum group group,
	const struct span_person *person)
{
	int least = SCORE_HIGHEST, most = SCORE_LOWEST;

	for (int sum = SCORE_LOWEST * person->items; sum <= SCORE_HIGHEST * person->items; sum++) {
		if (!could_be(b, sums, group, in_units(b, person, sum)))
			continue;
		if (least_rating(person->items, sum) < least)
			least = least_rating(person->items, sum);
		if (most_rating(person->items, sum) > most)
			most = most_rating(person->items, sum);
	}
	return most - least >= EDITION_SPAN;
}

static bool same_two(const struct span_two *a, const struct span_two *b)
{
	return a->same == b->same && same(&a->then, &b->then) && same(&a->now, &b->now);
}

static bool is_first_two(const struct beside *b, size_t at, size_t but)
{
	for (size_t i = 0; i < at; i++)
		if (i != but && same_two(&b->people[i], &b->people[at]))
			return false;
	return true;
}

static bool beside_open_to(const struct beside *b, size_t reader)
{
	struct sums sums[GROUPS];

	for (int g = 0; g < GROUPS; g++)
		sums[g] = sums_of(b, (enum group)g, reader, b->n);
	for (size_t i = 0; i < b->n; i++)
		for (int g = 0; i != reader && g < GROUPS && is_first_two(b, i, reader); g++) {
			const struct span_person *person = member(&b->people[i], (enum group)g);
			struct sums all = sums[g];

			if (!person || moves_alone(person) || open_by_itself(person))
				continue;
			sums[g] = sums_of(b, (enum group)g, reader, i);
			bool open = member_open(b, sums, (enum group)g, person);
			sums[g] = all;
			if (!open)
				return false;
		}
	return true;
}

double span_sum(const struct span_two *people, size_t n, bool now, int *values)
{
	double sum = 0;

	*values = 0;
	for (size_t i = 0; i < n; i++) {
		const struct span_person *is = now ? &people[i].now : &people[i].then;

		sum += is->items ? (double)is->sum / is->items : 0;
		*values += is->items > 0;
	}
	return sum;
}

/* What can be of the sum of one of the two, in units. */
static void bound(struct beside *b, int k, struct span_known known)
{
	int n;
	double sum = span_sum(b->people, b->n, k == 1, &n);
	double most = (SCORE_HIGHEST - SCORE_LOWEST) * (double)n;
	b->least[k] = lround(ceil((sum - fmin(known.down * n, most)) * b->unit + ROUNDED));
	b->most[k] = lround(floor((sum + fmin(known.up * n, most)) * b->unit - ROUNDED));
}

bool span_open_beside(
	const struct span_two *people, size_t n, struct span_known then, struct span_known now)
{
	struct beside b = { .people = people, .n = n, .unit = 1 };

	if (n > SPAN_BESIDE_MOST)
		return true;
	for (size_t i = 0; i < n; i++) {
		add_unit(&b.unit, &people[i].then);
		add_unit(&b.unit, &people[i].now);
	}
	b.words = (int)n * SCORE_HIGHEST * b.unit / 64 + 1;
	bound(&b, 0, then);
	bound(&b, 1, now);
	for (size_t reader = 0; reader < n; reader++)
		if (is_first_two(&b, reader, n) && !beside_open_to(&b, reader))
			return false;
	return true;
}
