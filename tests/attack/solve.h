/* SPDX-License-Identifier: MIT */
/*
 * What a respondent can work out of the figures of a reading: bounds of every other person's rating
 * of every item.
 *
 * Unknown are the people's sums over the items of a scale, whole numbers. A figure bounds a sum of
 * them with known weights; bounds are passed on from figure to people and back until nothing moves
 * or a fixed number of rounds is over. Each step only leaves out what cannot be, so that bounds
 * hold wherever it stops. Within a party the sums that can be reached are counted exactly.
 *
 * The reader knows the public bank, who was heard, who knew an answer, whose answers changed, the
 * facts, their own ratings and what was printed.
 */
#ifndef REKINDLE_TESTS_SOLVE_H
#define REKINDLE_TESTS_SOLVE_H

#include "figures.h"

#define NARROW 2 /* steps that the ratings which remain possible have to span */

struct finding_attack {
	int reader, victim; /* people */
	int scale, state;   /* of the victim's rating; scale may be one of the health check */
	int lo, hi;         /* of any of its items, 1 to 5, higher is healthier */
};

struct verdict_attack {
	int leaks; /* narrowed ratings, over readers */
	struct finding_attack first;
	int actions; /* of a plan, for each of which nothing that is printed calls */
	char action[100];
	int signs; /* of numbers that are not printed */
	char sign[160];
	int bounded; /* figures that bounded anything */
	bool wrong;  /* the truth is outside of what was worked out: the attack itself errs */
	char wrong_at[200]; /* where */
};

void solve(const struct reading *, struct verdict_attack *);

#endif
