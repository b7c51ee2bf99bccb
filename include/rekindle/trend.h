/* SPDX-License-Identifier: MIT */
/*
 * What has changed between two rounds of one alliance (rekindle-method(7), section 8). Pure.
 *
 * Compared are ratings alone, over the items that both rounds asked: an item is asked in a round
 * when somebody was asked it, and of a role when the banks of both rounds ask that role. Items are
 * the same when id, text, anchors, direction and scale are. Facts belong to the round in which they
 * were recorded and stay out. A person is the same by UUID; somebody without one, or heard in one
 * round only, counts in that round's values and makes no pair.
 */
#ifndef REKINDLE_TREND_H
#define REKINDLE_TREND_H

#include <rekindle/score.h>

#define TREND_PAIRS_MIN 5 /* for a change to be called one */
#define TREND_CHANGE_MIN 0.20
#define TREND_EXACT_MAX 20 /* pairs: every pattern of signs is looked at, else normal */

/* What can be said of a change: nothing, as long as it cannot be told from chance. */
enum movement { MOVEMENT_UNCLEAR, MOVEMENT_ROSE, MOVEMENT_FELL, MOVEMENT_COUNT };

/* One aspect in both rounds. Parties are those of the later round. */
struct trend_aspect {
	double before, after;           /* unpaired: perception over the common items; NAN none */
	bool whole_before, whole_after; /* over every item of it that the round asked */
	int n_before[PARTIES_MAX], n_after[PARTIES_MAX]; /* respondents with a value */
	double change; /* mean of the parties' mean paired changes; NAN without a pair */
	int pairs, pairs_of[PARTIES_MAX];
	int single_of[PARTIES_MAX]; /* people with a value in one of the rounds alone */
	double p;                   /* two-sided sign-flip permutation, 0 to 1; NAN: not tested */
	bool changed;               /* beyond chance; else it cannot be told from chance yet */
};

/* Who was heard in one round only, as indices of people in the record of that round. */
struct trend_people {
	int *person;
	size_t count;
};

/* Who was heard in one of the rounds, and what they rated of the common items. In pool. */
struct trend_round {
	const struct record *rec;  /* borrowed */
	const struct tally *tally; /* respondent × scale */
	int *other;                /* by person: the same one in the other round, -1 */
	int party[PARTIES_MAX];    /* by party: the same one of the later round, -1 */
};

struct trend_between {
	struct pool pool;
	struct trend_round before, after;
	size_t items; /* rated items that both rounds asked */
	struct trend_aspect aspect[ASPECT_COUNT];
	double cause_before[CAUSE_COUNT], cause_after[CAUSE_COUNT]; /* ratings alone */
	double health_before, health_after; /* mean of the causes, NAN unless all have a score */
	int tested;                         /* aspects with a p */
	int paired;                         /* people with ratings in both rounds */
	int single_of[PARTIES_MAX];         /* people with ratings in one of the rounds alone */
	struct trend_people joined, left;   /* of the later round; of the earlier one */
};

/* Both records are settled. Release when done. */
void trend_compute(struct trend_between *, const struct record *before, const struct record *after);
void trend_release(struct trend_between *);

/* How many of the rated items of the later bank are the same in the earlier one, whoever was asked.
 */
size_t trend_alike(const struct instrument *before, const struct instrument *after, size_t *rated);

/* Of the rounds of an alliance, the oldest first: the one that all[own] is held against, the last
 * full one before it; where none is full, the first. */
size_t trend_since(const struct record *const *all, size_t own);
/* What changes of all[own] are held against: the last full round before it; where there is none, as
 * for a pulse that comes first, the one before. NULL: no round is before it. */
const struct record *trend_before(const struct record *const *all, size_t own);

enum movement trend_movement(const struct trend_aspect *);
/* The fewest pairs with which the clearest change would be told from chance, where so many aspects
 * are tested: the least n with 2^(1-n) <= FALSE_DISCOVERY / tested, TREND_PAIRS_MIN or more. */
int trend_pairs_needed(int tested);

/*
 * Share of all patterns of signs whose sum is at least as far from 0 as that of w[0..count) as it
 * is: w[i] is a change times its weight, 1 / (parties * pairs of its party). Beyond
 * TREND_EXACT_MAX the normal approximation. 1 for count 0.
 */
double sign_flip_p(const double *w, int count);

#endif
