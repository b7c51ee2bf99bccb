/* SPDX-License-Identifier: MIT */
/*
 * Alliances with a known cause, as their people would rate them (rekindle-method(7), section 5.7).
 *
 * A rating is the sum of what follows, rounded half up and kept within 1 to 5, then turned where
 * the item is reversed:
 *
 *   the level of its scale    3.8 where nothing is wrong; delta less for the four aspects of the
 *                             true cause; drag times delta less for the aspects of the causes
 *                             downstream of it, the symptoms and the perceived results
 *   of the aspect     SD 0.3  one draw a scale, the same for both parties: what is so
 *   of the party      SD 0.3  one draw a party and scale: how that side sees it
 *   of the person     SD halo one draw a person, in all that they rate
 *   of the item       SD 0.8  one draw a rating
 *
 * Two parties of as many people; the roles are in turn manager, sponsor, operations, commercial,
 * specialist. Everybody answers every rated item that their role is asked, in a full round without
 * any recorded fact. A person's 100 points are proportional to 5 less the mean of their ratings of
 * the items of each cause; who rates all with 5 divides none.
 *
 * A normal draw is the sum of twelve uniform ones less six, and all of it is counted in whole
 * millionths: every machine makes the same alliances.
 */
#ifndef REKINDLE_TESTS_SIMULATE_H
#define REKINDLE_TESTS_SIMULATE_H

#include <rekindle/record.h>

#define SIMULATED_PARTIES 2

/* Lengths on the scale of ratings in thousandths, drag in per cent. */
struct cell {
	int people; /* of each party */
	int delta, drag, halo;
};

/* Fills a new record, settled: of this cell, with this true cause; the same seed makes the same
 * alliance. Release it when done. */
void simulate(
	struct record *, const struct instrument *, const struct cell *, enum cause, uint64_t seed);

#endif
