/* SPDX-License-Identifier: MIT */
/*
 * How much a mean leaves open of single ratings (rekindle-method(7), section 9.1).
 */
#ifndef REKINDLE_CORE_SPAN_H
#define REKINDLE_CORE_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#define SPAN_ITEMS                                                                                 \
	6 /* of a scale, rated by one person; who rated more is held to say what they do */

/* One respondent with a value of a scale: how many of its items they rated, and the sum of these
 * ratings, each turned so that 5 is the healthy end. */
struct span_person {
	int items, sum;
};

/*
 * people: those behind the mean of their means. Somebody knows of it only that it is at most
 * `down` lower and `up` higher than it is (both at least 0, of the scale), what they rated
 * themselves, and who rated how many items. Can, for every one of them, each rating of every other
 * still be two that lie EDITION_SPAN apart? Of one person the reader is anybody else.
 *
 * Exact over whole ratings: the means of the others that the reader does not know, in 60ths, are
 * the sums of one arithmetic progression for each number of items.
 */
bool span_open(const struct span_person *people, size_t n, double down, double up);

#define SPAN_BESIDE_MOST                                                                           \
	24 /* people of two means: of more, a decimal leaves the sums of those in both open */

/* What somebody said when one mean was made and when another was; no items: they had no value. */
struct span_two {
	struct span_person then, now;
	bool same; /* they said it once: then is now */
};

/* Of their values in one of the two, and how many these are. */
double span_sum(const struct span_two *people, size_t n, bool now, int *values);

/* How far below and above what it is a mean can lie, as span_open() has it. */
struct span_known {
	double down, up;
};

/*
 * The same of two means beside each other, of which many people are in both. What one of them tells
 * of the sum of these tells of the others through the other one: three who rate one item, two or
 * three, add up to wholes, halves or thirds. Exact over whole ratings, of at most SPAN_BESIDE_MOST
 * people; of more it is true.
 */
bool span_open_beside(
	const struct span_two *people, size_t n, struct span_known then, struct span_known now);

#endif
