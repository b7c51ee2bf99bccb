/* SPDX-License-Identifier: MIT */
/*
 * The items behind a why, and what a party answered to one.
 */
#include "why.h"

struct item_count item_count(const struct record *rec, int item, int party)
{
	struct item_count count = { .rated = 0 };
	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct answer *answer = record_answer(rec, (int)r, item);
		int rating = record_rating(rec, (int)r, item);
		if (rec->respondents[r].party != party || !record_asked(rec, (int)r, item) ||
			!answer)
			continue;
		count.state[answer->state]++;
		count.rated += rating > 0;
		count.rating[rating] += rating > 0;
		count.sum += rating;
	}
	return count;
}

double item_mean(const struct record *rec, int item, int party)
{
	struct item_count count = item_count(rec, item, party);
	return count.rated ? (double)count.sum / count.rated : NAN;
}

static bool has_value(const struct record *rec, int item)
{
	for (size_t p = 0; p < rec->party_count; p++)
		if (!isnan(item_mean(rec, item, (int)p)))
			return true;
	return false;
}

void why_items(struct why *why, const struct asked *q, int scale)
{
	const struct instrument *bank = q->rec->instrument;
	for (size_t i = 0; i < bank->item_count && scale != SCALE_NONE; i++)
		if (bank->items[i].scale == (enum scale)scale && has_value(q->rec, (int)i))
			*POOL_APPEND(q->pool, why->items, why->item_count) = (int)i;
}
