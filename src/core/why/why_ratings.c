/* SPDX-License-Identifier: MIT */
/*
 * Evidence from ratings and from what is recorded beside them: values by party, items, quotes,
 * facts. For lies below the line, against is what really lies from it on.
 */
#include <stdlib.h>
#include <string.h>
#include "why.h"

#define PEOPLE_LISTED 8 /* values of people are listed up to here */
#define QUOTES_MOST 2
#define ROWS_LISTED 6

static struct texts *side(struct why *why, bool against)
{
	return against ? &why->against : &why->pro;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* ": 1.67 2.00 2.33", sorted, so that nobody can be told by the order. */
static const char *people_text(const struct asked *q, int scale, int party)
{
	double value[PEOPLE_LISTED];
	int n = 0;
	const char *text = ":";
	if (q->d->scores.scale[scale].n[party] > PEOPLE_LISTED ||
		q->d->scores.scale[scale].n[party] < 2)
		return "";
	for (size_t r = 0; r < q->rec->respondent_count; r++) {
		double mean = scores_tally(&q->d->scores, r, scale)->value;
		if (q->rec->respondents[r].party == party && !isnan(mean))
			value[n++] = mean;
	}
	qsort(value, (size_t)n, sizeof(*value), by_size);
	for (int i = 0; i < n; i++)
		text = WHY_TEXT("%s %.2f", text, value[i]);
	return text;
}

void why_parties(struct why *why, const struct asked *q, int scale, double line)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	bool other = q->finding && q->finding->scale != scale;
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!isnan(score->value[p]))
			texts_add(q->pool, side(why, at_least(score->value[p], line)),
				WHY_TEXT("%s%s%s %.2f (n %d)%s",
					other ? scale_info[scale].word : "", other ? ": " : "",
					q->rec->parties[p].label, score->value[p], score->n[p],
					people_text(q, scale, (int)p)));
}

static double item_mean(const struct asked *q, int item, int party)
{
	struct mean mean = { 0 };
	for (size_t r = 0; r < q->rec->respondent_count; r++)
		if (q->rec->respondents[r].party == party && record_asked(q->rec, (int)r, item) &&
			record_rating(q->rec, (int)r, item))
			mean_add(&mean, record_rating(q->rec, (int)r, item));
	return mean_of(&mean);
}

static double item_score(const struct asked *q, int item)
{
	struct mean mean = { 0 };
	for (size_t p = 0; p < q->rec->party_count; p++)
		mean_add(&mean, item_mean(q, item, (int)p));
	return mean_of(&mean);
}

const char *why_item_values(const struct asked *q, int item)
{
	const char *text = "";
	for (size_t p = 0; p < q->rec->party_count; p++) {
		double mean = item_mean(q, item, (int)p);
		if (!isnan(mean))
			text = WHY_TEXT("%s%s%s %.2f", text, *text ? ", " : "",
				q->rec->parties[p].label, mean);
	}
	return text;
}

const char *why_item_name(const struct item *item)
{
	return str_blank(item->shorthand) ? item->topic : item->shorthand;
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
		texts_add_item(q->pool, &why->pro,
			WHY_TEXT("lowest item, %s: %s", why_item_name(&bank->items[lowest]),
				why_item_values(q, lowest)),
			lowest);
	if (at_least(high, SCORE_FAILING))
		texts_add_item(q->pool, &why->against,
			WHY_TEXT("highest item, %s: %s", why_item_name(&bank->items[highest]),
				why_item_values(q, highest)),
			highest);
}

void why_gap(struct why *why, const struct asked *q, int scale)
{
	const struct gap *gap = &q->d->scores.scale[scale].gap;
	int widest = -1;
	double most = 0;
	why_parties(why, q, scale, INFINITY);
	for (size_t i = 0; i < q->rec->instrument->item_count && gap->higher >= 0; i++) {
		const struct item *item = &q->rec->instrument->items[i];
		double apart = item->scale == (enum scale)scale
			? item_mean(q, (int)i, gap->higher) - item_mean(q, (int)i, gap->lower)
			: NAN;
		if (above(apart, most)) {
			most = apart;
			widest = (int)i;
		} else if (at_most(apart, 0)) {
			texts_add_item(q->pool, &why->against,
				WHY_TEXT("not so on %s: %s", why_item_name(item),
					why_item_values(q, (int)i)),
				(int)i);
		}
	}
	if (widest >= 0)
		texts_add_item(q->pool, &why->pro,
			WHY_TEXT("widest on %s: %s",
				why_item_name(&q->rec->instrument->items[widest]),
				why_item_values(q, widest)),
			widest);
}

void why_ratings(struct why *why, const struct asked *q, int scale, double line)
{
	why_parties(why, q, scale, line);
	add_items(why, q, scale, line);
}

const char *why_speaker(const struct asked *q, int respondent)
{
	const struct respondent *who = &q->rec->respondents[respondent];
	const char *party = q->rec->parties[who->party].label;
	const char *name = who->name;
	if (str_blank(name) && who->person >= 0)
		name = q->rec->people[who->person].name;
	if (who->attribution == ATTRIBUTION_NAMED && !str_blank(name))
		return WHY_TEXT("%s, %s", name, party);
	return WHY_TEXT("%s %s", party, vocabulary_role.word[who->role]);
}

bool why_may_quote(const struct asked *q, int respondent)
{
	const struct respondent *who = &q->rec->respondents[respondent];
	return who->attribution != ATTRIBUTION_CONFIDENTIAL && who->consent != TRI_NO;
}

/* Where a quote belongs: 0 for, 1 against, -1 neither. */
static int side_of(const struct asked *q, int respondent, int rating, const struct gap *gap)
{
	int party = q->rec->respondents[respondent].party;
	if (!gap)
		return rating > SCORE_FAILING;
	if (party != gap->higher && party != gap->lower)
		return -1;
	return (party == gap->higher) != (rating > SCORE_FAILING);
}

void why_quotes(struct why *why, const struct asked *q, int scale, const struct gap *gap)
{
	int count[2] = { 0 };
	for (size_t r = 0; r < q->rec->respondent_count; r++)
		for (size_t i = 0; i < q->rec->instrument->item_count && why_may_quote(q, (int)r);
			i++) {
			int rating = record_rating(q->rec, (int)r, (int)i);
			int which = side_of(q, (int)r, rating, gap);
			if (q->rec->instrument->items[i].scale != (enum scale)scale || !rating ||
				!record_asked(q->rec, (int)r, (int)i) || which < 0 ||
				count[which] >= QUOTES_MOST)
				continue;
			const char *quote = record_answer(q->rec, (int)r, (int)i)->quote;
			if (str_blank(quote))
				continue;
			count[which]++;
			texts_add_item(q->pool, side(why, which),
				WHY_TEXT("\"%s\" %s", quote, why_speaker(q, (int)r)), (int)i);
		}
}

static void add_rows(struct why *why, const struct asked *q, enum list list, enum check value)
{
	struct texts rows = { 0 };
	int known = 0, count = 0;
	for (int row = (int)list_info[list].first; row < (int)list_info[list].end; row++) {
		enum check is = record_check(q->rec, (enum check_row)row);
		known += is != CHECK_UNKNOWN;
		if (is != value)
			continue;
		if (++count <= ROWS_LISTED)
			texts_add(q->pool, &rows, why_row(q, row));
	}
	if (count > ROWS_LISTED)
		texts_add(q->pool, &rows, WHY_TEXT("%d more", count - ROWS_LISTED));
	if (count)
		texts_add(q->pool, side(why, value == CHECK_YES),
			WHY_TEXT("%d of %d checklist rows "
				 "\"%s\": %s",
				count, known, vocabulary_check.word[value],
				why_list(q->pool, &rows)));
}

static void add_objectives(struct why *why, const struct asked *q, bool against)
{
	size_t complete = 0, count = q->rec->objective_count;
	for (size_t i = 0; i < count; i++) {
		const struct objective *objective = &q->rec->objectives[i];
		complete += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
	}
	texts_add(q->pool, side(why, against),
		count ? WHY_TEXT("%zu of %zu objectives have measure, "
				 "target and date",
				complete, count)
		      : "no objectives are agreed on");
}

static void add_route(struct why *why, const struct asked *q, bool against)
{
	texts_add(q->pool, side(why, against),
		WHY_TEXT("the other routes are clear by %.2f, open "
			 "from %.2f",
			q->d->scores.route.clearance, ROUTE_CLEAR));
}

/* "Joint innovation 3 of 3: both sides put people on one plan"; NULL for a pair that the bank
 * lacks. */
static const char *fit_text(const struct asked *q, int ambition, int type, int *fit)
{
	const struct instrument *bank = q->rec->instrument;
	const char *reason = NULL;
	*fit = instrument_fit(bank, ambition, type, &reason);
	size_t n = str_blank(reason) ? 0 : strlen(reason);
	n -= n && reason[n - 1] == '.';
	return *fit < 0 ? NULL
			: WHY_TEXT("%s %d of %d%s%.*s", bank->ambitions[ambition].name, *fit,
				  FIT_MAX, n ? ": " : "", (int)n, n ? reason : "");
}

/* What the declared form does for each ambition, on the side where its own fit puts it. */
static void add_fits(struct why *why, const struct asked *q, double line)
{
	int ambition[AMBITIONS_MAX], count = ranked_ambitions(q->rec, ambition), fit;
	int type = instrument_type(q->rec->instrument, q->rec->alliance.type);
	for (int rank = 0; rank < count; rank++) {
		const char *text = fit_text(q, ambition[rank], type, &fit);
		if (text)
			texts_add(q->pool,
				side(why,
					at_least(SCORE_LOWEST +
							(SCORE_HIGHEST - SCORE_LOWEST) * fit /
								FIT_MAX,
						line)),
				text);
	}
}

static void add_better(struct why *why, const struct asked *q)
{
	const struct type_fit *type = &q->d->scores.type;
	int fit, better = type->better_count ? type->better[0].type : -1;
	if (better < 0)
		return;
	const char *text = fit_text(q, type_gain(q->rec, better), better, &fit);
	texts_add(q->pool, &why->pro,
		WHY_TEXT("%s would fit %.2f of %d%s%s", q->rec->instrument->types[better].name,
			type->better[0].fit, FIT_MAX, text ? "; " : "", text ? text : ""));
}

static void add_form(struct why *why, const struct asked *q, bool against, double line)
{
	texts_add(q->pool, side(why, against),
		WHY_TEXT("the form fits the ambitions %.2f of %d", q->d->scores.type.fit, FIT_MAX));
	add_fits(why, q, line);
	add_better(why, q);
}

void why_facts(struct why *why, const struct asked *q, int aspect, double line)
{
	const struct scale_score *score = &q->d->scores.scale[aspect];
	if (isnan(score->evidence))
		return;
	bool against = at_least(score->evidence, line);
	texts_add(q->pool, side(why, against),
		WHY_TEXT("recorded facts score %.2f", score->evidence));
	if (aspect == ASPECT_OBJECTIVES)
		add_objectives(why, q, against);
	else if (aspect == ASPECT_RATIONALE)
		add_route(why, q, against);
	else if (aspect == ASPECT_FIT)
		add_form(why, q, against, line);
	else
		for (int value = CHECK_NO; value >= CHECK_YES; value--)
			add_rows(why, q,
				aspect == ASPECT_SELECTION ? LIST_SELECTION : LIST_GOVERNANCE,
				(enum check)value);
}
