/* SPDX-License-Identifier: MIT */
/*
 * Who is the same in two rounds, and what the changes of so many pairs come to (rekindle-method(7),
 * section 8).
 */
#include <stdlib.h>
#include "common.h"

int common_person(const struct record *rec, const struct uuid *id)
{
	for (size_t i = 0; i < rec->person_count; i++)
		if (!uuid_none(id) && uuid_same(&rec->people[i].object.id, id))
			return (int)i;
	return -1;
}

int common_party(const struct record *rec, const struct uuid *id, size_t place)
{
	for (size_t i = 0; i < rec->party_count; i++)
		if (uuid_none(id) ? i == place : uuid_same(&rec->parties[i].object.id, id))
			return (int)i;
	return -1;
}

int common_speaks_for(const struct record *rec, int person)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].person == person)
			return rec->respondents[r].party;
	return rec->people[person].party;
}

/* Patterns of the signs of w[0..count) whose sum, from `sum` on, is at least as far from 0. */
static double count_as_far(const double *w, int count, double sum, double observed)
{
	if (!count)
		return at_least(fabs(sum), observed);
	return count_as_far(w + 1, count - 1, sum + *w, observed) +
		count_as_far(w + 1, count - 1, sum - *w, observed);
}

double sign_flip_p(const double *w, int count)
{
	double sum = 0, variance = 0;

	for (int i = 0; i < count; i++) {
		sum += w[i];
		variance += w[i] * w[i];
	}
	if (count <= TREND_EXACT_MAX)
		return count_as_far(w, count, 0, fabs(sum)) / ldexp(1, count);
	if (equal(sqrt(variance), 0))
		return 1;
	return erfc(fabs(sum) / sqrt(2 * variance));
}

void common_weigh(struct trend_aspect *aspect, double *change, const int *party)
{
	int parties = 0;

	if (!aspect->pairs)
		return;
	for (int i = 0; i < aspect->pairs; i++)
		aspect->pairs_of[party[i]]++;
	for (int i = 0; i < PARTIES_MAX; i++)
		parties += aspect->pairs_of[i] > 0;
	aspect->change = 0;
	for (int i = 0; i < aspect->pairs; i++) {
		change[i] /= parties * aspect->pairs_of[party[i]];
		aspect->change += change[i];
	}
	aspect->p = sign_flip_p(change, aspect->pairs);
}

int common_judge(struct trend_aspect *const *aspects, int count)
{
	double *p = mem_alloc(((size_t)count + 1) * sizeof(*p));
	bool *beyond = mem_alloc(((size_t)count + 1) * sizeof(*beyond));
	int tested = 0;

	for (int i = 0; i < count; i++) {
		p[i] = aspects[i]->p;
		tested += !isnan(p[i]);
	}
	benjamini_hochberg(p, count, FALSE_DISCOVERY, beyond);
	for (int i = 0; i < count; i++)
		aspects[i]->changed = beyond[i] && aspects[i]->pairs >= TREND_PAIRS_MIN &&
			at_least(fabs(aspects[i]->change), TREND_CHANGE_MIN);
	free(p);
	free(beyond);
	return tested;
}
