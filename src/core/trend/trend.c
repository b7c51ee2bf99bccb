/* SPDX-License-Identifier: MIT */
/*
 * Change since an earlier round (rekindle-method(7), section 8): pairs of people over the items
 * that both rounds asked, and whether it can be chance.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/trend.h>
#include "../score/basis.h"
#include "common.h"

/* One round over the common items. */
struct side {
	const struct record *rec;
	const bool *counts;  /* role × item: asked in both rounds */
	struct tally *tally; /* respondent × scale */
	struct verdict verdict;
};

struct pairing {
	struct side before, after;
	int *earlier, *later;   /* by person: the same one in the other round, -1 */
	int party[PARTIES_MAX]; /* by party of the earlier round: the same one now, -1 */
};

/* Are ratings of that item by that respondent compared? */
static const bool *counts_of(const struct side *side, size_t respondent)
{
	size_t role = (size_t)side->rec->respondents[respondent].role;

	return side->counts + role * side->rec->instrument->item_count;
}

/* Perceptions and causes of a round from its ratings alone. */
static void side_score(struct side *side)
{
	struct basis basis;

	for (size_t r = 0; r < side->rec->respondent_count; r++)
		tally_items(&side->tally[r * SCALE_COUNT], side->rec, (int)r, counts_of(side, r));
	basis_build(&basis, side->rec, side->tally);
	basis.pulse = true;
	basis_decide(&basis, &side->verdict);
}

static void side_open(
	struct side *side, struct pool *pool, const struct record *rec, const bool *counts)
{
	side->rec = rec;
	side->counts = counts;
	side->tally = pool_alloc(pool, rec->respondent_count * SCALE_COUNT * sizeof(*side->tally));
	side_score(side);
}

/* Is nothing of the scale left out that the round asked? */
static bool is_whole(const struct side *side, int scale)
{
	const struct instrument *bank = side->rec->instrument;

	for (size_t r = 0; r < side->rec->respondent_count; r++)
		for (size_t i = 0; i < bank->item_count; i++)
			if ((int)bank->items[i].scale == scale && !counts_of(side, r)[i] &&
				record_asked(side->rec, (int)r, (int)i))
				return false;
	return true;
}

static double value_of(const struct side *side, size_t respondent, int scale)
{
	return side->tally[respondent * SCALE_COUNT + (size_t)scale].value;
}

/* Mean of what a person said as one respondent or several; NAN without a value. */
static double person_value(const struct side *side, int person, int scale)
{
	struct mean mean = { 0 };

	for (size_t r = 0; r < side->rec->respondent_count; r++)
		if (side->rec->respondents[r].person == person)
			mean_add(&mean, value_of(side, r, scale));
	return mean_of(&mean);
}

/* Has that respondent a value of the scale; SCALE_NONE: any rating that is compared? */
static bool has_value(const struct side *side, size_t respondent, int scale)
{
	if (scale != SCALE_NONE)
		return !isnan(value_of(side, respondent, scale));
	for (int s = 0; s < SCALE_COUNT; s++)
		if (side->tally[respondent * SCALE_COUNT + (size_t)s].answered)
			return true;
	return false;
}

static bool was_heard(const struct side *side, int person, int scale)
{
	for (size_t r = 0; r < side->rec->respondent_count; r++)
		if (side->rec->respondents[r].person == person && has_value(side, r, scale))
			return true;
	return false;
}

static void match(struct pairing *p, struct pool *pool)
{
	const struct record *before = p->before.rec, *after = p->after.rec;

	p->earlier = pool_alloc(pool, after->person_count * sizeof(*p->earlier));
	p->later = pool_alloc(pool, before->person_count * sizeof(*p->later));
	for (size_t i = 0; i < after->person_count; i++)
		p->earlier[i] = common_person(before, &after->people[i].object.id);
	for (size_t i = 0; i < before->person_count; i++)
		p->later[i] = common_person(after, &before->people[i].object.id);
	for (size_t i = 0; i < before->party_count; i++)
		p->party[i] = common_party(after, &before->parties[i].object.id, i);
}

/* Paired changes of one aspect: change and party of each, in the order of the people. */
static int pair_up(const struct pairing *p, int aspect, double *change, int *party)
{
	int count = 0;

	for (size_t i = 0; i < p->after.rec->person_count; i++) {
		double now = person_value(&p->after, (int)i, aspect);
		double then =
			p->earlier[i] < 0 ? NAN : person_value(&p->before, p->earlier[i], aspect);

		if (isnan(now - then))
			continue;
		party[count] = common_speaks_for(p->after.rec, (int)i);
		change[count++] = now - then;
	}
	return count;
}

static void compare(struct trend_aspect *aspect, const struct pairing *p, int at)
{
	size_t people = p->after.rec->person_count;
	double *change = mem_alloc(people * sizeof(*change));
	int *party = mem_alloc(people * sizeof(*party));

	*aspect = (struct trend_aspect){ .before = p->before.verdict.perception[at],
		.after = p->after.verdict.perception[at],
		.whole_before = is_whole(&p->before, at),
		.whole_after = is_whole(&p->after, at),
		.change = NAN,
		.p = NAN };
	aspect->pairs = pair_up(p, at, change, party);
	common_weigh(aspect, change, party);
	free(change);
	free(party);
}

static void count_values(struct trend_aspect *aspect, const struct pairing *p, int at)
{
	for (size_t r = 0; r < p->after.rec->respondent_count; r++)
		aspect->n_after[p->after.rec->respondents[r].party] +=
			!isnan(value_of(&p->after, r, at));
	for (size_t r = 0; r < p->before.rec->respondent_count; r++) {
		int party = p->party[p->before.rec->respondents[r].party];

		if (party >= 0)
			aspect->n_before[party] += !isnan(value_of(&p->before, r, at));
	}
}

/* Somebody without an identity is nobody of the other round. */
static void count_nameless(const struct side *side, int scale, const int *party, int *single)
{
	for (size_t r = 0; r < side->rec->respondent_count; r++) {
		const struct respondent *who = &side->rec->respondents[r];
		int at = party ? party[who->party] : who->party;

		if (at >= 0 && who->person < 0)
			single[at] += has_value(side, r, scale);
	}
}

/* Who counts in one of the rounds alone, by party: their answers follow from what differs. */
static void count_single(const struct pairing *p, int scale, int single[PARTIES_MAX])
{
	const struct record *before = p->before.rec, *after = p->after.rec;

	count_nameless(&p->before, scale, p->party, single);
	count_nameless(&p->after, scale, NULL, single);
	for (size_t i = 0; i < after->person_count; i++) {
		bool then = p->earlier[i] >= 0 && was_heard(&p->before, p->earlier[i], scale);

		if (then != was_heard(&p->after, (int)i, scale))
			single[common_speaks_for(after, (int)i)]++;
	}
	for (size_t i = 0; i < before->person_count; i++) {
		int party = p->party[common_speaks_for(before, (int)i)];

		if (party >= 0 && p->later[i] < 0)
			single[party] += was_heard(&p->before, (int)i, scale);
	}
}

static void judge(struct trend_between *trend)
{
	struct trend_aspect *all[ASPECT_COUNT];

	for (int a = 0; a < ASPECT_COUNT; a++)
		all[a] = &trend->aspect[a];
	trend->tested = common_judge(all, ASPECT_COUNT);
}

static void add_person(struct trend_between *trend, struct trend_people *people, int person)
{
	*POOL_APPEND(&trend->pool, people->person, people->count) = person;
}

static void sort_people(struct trend_between *trend, const struct pairing *p)
{
	for (size_t i = 0; i < p->after.rec->person_count; i++) {
		if (!was_heard(&p->after, (int)i, SCALE_NONE))
			continue;
		if (p->earlier[i] >= 0 && was_heard(&p->before, p->earlier[i], SCALE_NONE))
			trend->paired++;
		else
			add_person(trend, &trend->joined, (int)i);
	}
	for (size_t i = 0; i < p->before.rec->person_count; i++) {
		int now = p->later[i];

		if (was_heard(&p->before, (int)i, SCALE_NONE) &&
			(now < 0 || !was_heard(&p->after, now, SCALE_NONE)))
			add_person(trend, &trend->left, (int)i);
	}
	count_single(p, SCALE_NONE, trend->single_of);
}

static void keep_rounds(struct trend_between *trend, const struct pairing *p)
{
	trend->before = (struct trend_round){ p->before.rec, p->before.tally, p->later, { 0 } };
	trend->after = (struct trend_round){ p->after.rec, p->after.tally, p->earlier, { 0 } };
	memcpy(trend->before.party, p->party, sizeof(trend->before.party));
	for (int i = 0; i < PARTIES_MAX; i++)
		trend->after.party[i] = i;
}

static double mean_of_causes(const double cause[CAUSE_COUNT])
{
	double sum = 0;

	for (int c = 0; c < CAUSE_COUNT; c++)
		sum += cause[c];
	return sum / CAUSE_COUNT;
}

void trend_compute(
	struct trend_between *trend, const struct record *before, const struct record *after)
{
	struct pairing p = { 0 };
	struct common common;

	*trend = (struct trend_between){ 0 };
	common_find(&common, &trend->pool, before, after);
	trend->items = common.items;
	side_open(&p.before, &trend->pool, before, common.before);
	side_open(&p.after, &trend->pool, after, common.after);
	match(&p, &trend->pool);
	keep_rounds(trend, &p);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		compare(&trend->aspect[a], &p, a);
		count_values(&trend->aspect[a], &p, a);
		count_single(&p, a, trend->aspect[a].single_of);
	}
	judge(trend);
	memcpy(trend->cause_before, p.before.verdict.cause, sizeof(trend->cause_before));
	memcpy(trend->cause_after, p.after.verdict.cause, sizeof(trend->cause_after));
	trend->health_before = mean_of_causes(trend->cause_before);
	trend->health_after = mean_of_causes(trend->cause_after);
	sort_people(trend, &p);
}

void trend_release(struct trend_between *trend)
{
	pool_release(&trend->pool);
	*trend = (struct trend_between){ 0 };
}

size_t trend_since(const struct record *const *all, size_t own)
{
	size_t since = own;

	while (since && (since == own || all[since]->assessment.kind == ROUND_PULSE))
		since--;
	return since;
}

const struct record *trend_before(const struct record *const *all, size_t own)
{
	const struct record *since;

	if (!own)
		return NULL;
	since = all[trend_since(all, own)];
	return since->assessment.kind == ROUND_PULSE ? all[own - 1] : since;
}

enum movement trend_movement(const struct trend_aspect *aspect)
{
	if (!aspect->changed)
		return MOVEMENT_UNCLEAR;
	return aspect->change > 0 ? MOVEMENT_ROSE : MOVEMENT_FELL;
}

int trend_pairs_needed(int tested)
{
	int pairs = TREND_PAIRS_MIN;

	while (!at_most(tested * ldexp(1, 1 - pairs), FALSE_DISCOVERY))
		pairs++;
	return pairs;
}
