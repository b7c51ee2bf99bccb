/* SPDX-License-Identifier: MIT */
/*
 * The items and the people over which two rounds are compared.
 */
#ifndef REKINDLE_CORE_TREND_COMMON_H
#define REKINDLE_CORE_TREND_COMMON_H

#include <rekindle/trend.h>

/* By role, then by item of the bank of that round: are its ratings compared? In pool. */
struct common {
	bool *before, *after;
	size_t items; /* that somebody's role was asked in both */
};

void common_find(
	struct common *, struct pool *, const struct record *before, const struct record *after);

/* Index of that person, -1: nobody. Who has no UUID is nobody of another round. */
int common_person(const struct record *, const struct uuid *);
/* The same of a party; parties are of the alliance, without a UUID the same by their place. */
int common_party(const struct record *, const struct uuid *, size_t place);
/* The party for which somebody speaks in a round. */
int common_speaks_for(const struct record *, int person);

/* Of pairs with a change and a party each, in the order of the people: how many of each party, the
 * mean of the parties' means and its p. Parties weigh alike, however many pairs each has. */
void common_weigh(struct trend_aspect *, double *change, const int *party);
/* Which of so many changes are beyond chance; returns how many were tested. */
int common_judge(struct trend_aspect *const *, int count);

#endif
