/* SPDX-License-Identifier: MIT */
/*
 * The split item (rekindle-method(7), section 4): where each party puts its 100 points, and the
 * patterns of blame in them.
 */
#include "basis.h"

/* The points that a respondent gave, rescaled to 100; false when there are none. */
static bool points_of(const struct record *rec, int respondent, double points[CAUSE_COUNT])
{
	int split = rec->instrument->split;
	const struct respondent *who = &rec->respondents[respondent];
	if (split < 0 || !item_asks(&rec->instrument->items[split], who->role))
		return false;
	const struct answer *answer = record_answer(rec, respondent, split);
	if (!answer || answer->state != STATE_ANSWERED || answer->value.type != VALUE_SPLIT)
		return false;
	double total = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		total += answer->value.split[c];
	if (!above(total, 0))
		return false;
	for (int c = 0; c < CAUSE_COUNT; c++)
		points[c] = 100 * answer->value.split[c] / total;
	return true;
}

/* All causes that have the most points. */
static unsigned top_of(const double points[CAUSE_COUNT])
{
	double most = 0;
	unsigned top = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		most = fmax(most, points[c]);
	for (int c = 0; c < CAUSE_COUNT; c++)
		top |= (unsigned)equal(points[c], most) << c;
	return top;
}

static void find_patterns(struct split_score *split, size_t party_count)
{
	unsigned in_every = ~0u;
	bool partner_alone = true;
	int parties = 0;
	for (size_t p = 0; p < party_count; p++) {
		if (!split->n[p])
			continue;
		unsigned top = top_of(split->mean[p]);
		in_every &= top;
		partner_alone = partner_alone && top == 1u << CAUSE_PARTNER;
		parties++;
	}
	split->parties_differ = parties >= 2 && !in_every;
	split->all_blame_partner = parties >= 2 && partner_alone;
}

void split_compute(struct split_score *split, const struct record *rec)
{
	*split = (struct split_score){ 0 };
	for (size_t r = 0; r < rec->respondent_count; r++) {
		double points[CAUSE_COUNT];
		int party = rec->respondents[r].party;
		if (!points_of(rec, (int)r, points))
			continue;
		split->n[party]++;
		for (int c = 0; c < CAUSE_COUNT; c++)
			split->mean[party][c] += points[c];
	}
	for (int c = 0; c < CAUSE_COUNT; c++) {
		struct mean overall = { 0 };
		for (size_t p = 0; p < PARTIES_MAX; p++) {
			split->mean[p][c] = split->n[p] ? split->mean[p][c] / split->n[p] : NAN;
			mean_add(&overall, split->mean[p][c]);
		}
		split->overall[c] = mean_of(&overall);
	}
	find_patterns(split, rec->party_count);
}
