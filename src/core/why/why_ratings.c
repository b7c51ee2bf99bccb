/* SPDX-License-Identifier: MIT */
/*
 * Evidence from ratings: values by party, items, quotes. For lies below the line, against is what
 * really lies from it on.
 */
#include <rekindle/edition.h>
#include "why.h"

#define QUOTES_MOST 2

void why_parties(struct why *why, const struct asked *q, int scale, double line)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!isnan(score->value[p]))
			why_add(why, q, at_least(score->value[p], line),
				argument_of_party(ARGUMENT_VALUE, (int)p, scale));
}

static double item_score(const struct asked *q, int item)
{
	struct mean mean = { 0 };
	for (size_t p = 0; p < q->rec->party_count; p++)
		mean_add(&mean, item_mean(q->rec, item, (int)p));
	return mean_of(&mean);
}

/* The lowest item of several, and the highest if the sides together see it well. */
static void add_items(struct why *why, const struct asked *q, int scale, double line)
{
	const struct instrument *bank = q->rec->instrument;
	int lowest = -1, highest = -1;
	double low = INFINITY, high = -INFINITY;
	for (size_t i = 0; i < bank->item_count; i++) {
		double score =
			bank->items[i].scale == (enum scale)scale ? item_score(q, (int)i) : NAN;
		if (below(score, low)) {
			low = score;
			lowest = (int)i;
		}
		if (above(score, high)) {
			high = score;
			highest = (int)i;
		}
	}
	if (lowest < 0 || lowest == highest)
		return;
	if (below(low, line))
		why_pro(why, q, argument_of_item(ARGUMENT_LOWEST_ITEM, lowest));
	if (at_least(high, q->d->scores.lines.failing))
		why_against(why, q, argument_of_item(ARGUMENT_HIGHEST_ITEM, highest));
}

/* How much higher the higher end of the gap rates the item; NAN for one of another scale. */
static double apart_on(const struct asked *q, int scale, const struct gap *gap, int item)
{
	if (gap->higher < 0 || q->rec->instrument->items[item].scale != (enum scale)scale)
		return NAN;
	return item_mean(q->rec, item, gap->higher) - item_mean(q->rec, item, gap->lower);
}

void why_gap(struct why *why, const struct asked *q, int scale)
{
	const struct gap *gap = &q->d->scores.scale[scale].gap;
	int widest = -1;
	double most = 0;
	why_parties(why, q, scale, INFINITY);
	for (size_t i = 0; i < q->rec->instrument->item_count; i++) {
		double apart = apart_on(q, scale, gap, (int)i);
		if (above(apart, most)) {
			most = apart;
			widest = (int)i;
		} else if (at_most(apart, 0)) {
			why_against(why, q, argument_of_item(ARGUMENT_OTHER_ITEM, (int)i));
		}
	}
	if (widest >= 0)
		why_pro(why, q, argument_of_item(ARGUMENT_WIDEST_ITEM, widest));
}

void why_ratings(struct why *why, const struct asked *q, int scale, double line)
{
	why_parties(why, q, scale, line);
	add_items(why, q, scale, line);
}

/* Where a quote belongs: 0 for, 1 against, -1 neither. */
static int side_of(const struct asked *q, int respondent, int rating, const struct gap *gap)
{
	int party = q->rec->respondents[respondent].party;
	if (!gap)
		return rating > q->d->scores.lines.failing;
	if (party != gap->higher && party != gap->lower)
		return -1;
	return (party == gap->higher) != (rating > q->d->scores.lines.failing);
}

static bool is_quoted(const struct asked *q, int scale, int respondent, int item)
{
	const struct answer *answer = record_answer(q->rec, respondent, item);
	return q->rec->instrument->items[item].scale == (enum scale)scale &&
		record_asked(q->rec, respondent, item) && record_rating(q->rec, respondent, item) &&
		!str_blank(answer->quote);
}

void why_quotes(struct why *why, const struct asked *q, int scale, const struct gap *gap)
{
	int count[2] = { 0 };
	for (size_t r = 0; r < q->rec->respondent_count; r++)
		for (size_t i = 0;
			i < q->rec->instrument->item_count && edition_quotes(q->rec, (int)r); i++) {
			int rating = record_rating(q->rec, (int)r, (int)i);
			int which = side_of(q, (int)r, rating, gap);
			if (!is_quoted(q, scale, (int)r, (int)i) || which < 0 ||
				count[which] >= QUOTES_MOST)
				continue;
			struct argument quote = argument_of_item(ARGUMENT_QUOTE, (int)i);
			quote.respondent = (int)r;
			count[which]++;
			why_add(why, q, which, quote);
		}
}
