/* SPDX-License-Identifier: MIT */
/*
 * Change since an earlier round (rekindle-method(7), section 8): pairs of people over the items
 * that both rounds asked, and whether it can be chance.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/trend.h>
#include "../score/basis.h"

/* One round over the common items. */
struct side {
	const struct record *rec;
	bool *counts;        /* by item: asked in both rounds */
	struct tally *tally; /* respondent × scale */
	struct verdict verdict;
};

struct pairing {
	struct side before, after;
	int *earlier;           /* by person of the later round: the same one before, -1 */
	int party[PARTIES_MAX]; /* by party of the earlier round: the same one now, -1 */
};

static bool asked_of_anybody(const struct record *rec, int item)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (record_asked(rec, (int)r, item))
			return true;
	return false;
}

/* Place in the other round's bank of the same item, if that round asked it; else -1. */
static int asked_there(const struct record *other, const struct item *item)
{
	int at = instrument_item(other->instrument, item->id);

	if (at < 0 || other->instrument->items[at].scale != item->scale)
		return -1;
	return asked_of_anybody(other, at) ? at : -1;
}

static size_t find_common(struct pairing *p)
{
	const struct instrument *bank = p->after.rec->instrument;
	size_t count = 0;

	for (size_t i = 0; i < bank->item_count; i++) {
		int at = bank->items[i].kind == ITEM_RATED && asked_of_anybody(p->after.rec, (int)i)
			? asked_there(p->before.rec, &bank->items[i])
			: -1;

		if (at < 0)
			continue;
		p->after.counts[i] = p->before.counts[at] = true;
		count++;
	}
	return count;
}

static void side_open(struct side *side, struct pool *pool, const struct record *rec)
{
	side->rec = rec;
	side->counts = pool_alloc(pool, rec->instrument->item_count * sizeof(*side->counts));
	side->tally = pool_alloc(pool, rec->respondent_count * SCALE_COUNT * sizeof(*side->tally));
}

/* Perceptions and causes of a round from its ratings alone. */
static void side_score(struct side *side)
{
	struct basis basis;

	for (size_t r = 0; r < side->rec->respondent_count; r++)
		tally_items(&side->tally[r * SCALE_COUNT], side->rec, (int)r, side->counts);
	basis_build(&basis, side->rec, side->tally);
	basis.pulse = true;
	basis_decide(&basis, &side->verdict);
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

static bool answered(const struct side *side, int person)
{
	for (size_t r = 0; r < side->rec->respondent_count; r++)
		for (int s = 0; s < SCALE_COUNT && side->rec->respondents[r].person == person; s++)
			if (side->tally[r * SCALE_COUNT + (size_t)s].answered)
				return true;
	return false;
}

static int find_person(const struct record *rec, const struct uuid *id)
{
	for (size_t i = 0; i < rec->person_count; i++)
		if (!uuid_none(id) && uuid_same(&rec->people[i].object.id, id))
			return (int)i;
	return -1;
}

/* Parties are of the alliance: the same by UUID, or where there is none by their place. */
static int find_party(const struct record *rec, const struct uuid *id, size_t place)
{
	for (size_t i = 0; i < rec->party_count; i++)
		if (uuid_none(id) ? i == place : uuid_same(&rec->parties[i].object.id, id))
			return (int)i;
	return -1;
}

static void match(struct pairing *p, struct pool *pool)
{
	const struct record *before = p->before.rec, *after = p->after.rec;

	p->earlier = pool_alloc(pool, after->person_count * sizeof(*p->earlier));
	for (size_t i = 0; i < after->person_count; i++)
		p->earlier[i] = find_person(before, &after->people[i].object.id);
	for (size_t i = 0; i < before->party_count; i++)
		p->party[i] = find_party(after, &before->parties[i].object.id, i);
}

/* The party for which somebody speaks now. */
static int speaks_for(const struct record *rec, int person)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].person == person)
			return rec->respondents[r].party;
	return rec->people[person].party;
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
		party[count] = speaks_for(p->after.rec, (int)i);
		change[count++] = now - then;
	}
	return count;
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

/* Parties weigh alike, however many pairs each has. */
static void weigh(struct trend_aspect *aspect, double *change, const int *party)
{
	int parties = 0;

	for (int i = 0; i < aspect->pairs; i++)
		aspect->pairs_of[party[i]]++;
	for (int i = 0; i < PARTIES_MAX; i++)
		parties += aspect->pairs_of[i] > 0;
	aspect->change = 0;
	for (int i = 0; i < aspect->pairs; i++) {
		change[i] /= parties * aspect->pairs_of[party[i]];
		aspect->change += change[i];
	}
}

static void compare(struct trend_aspect *aspect, const struct pairing *p, int at)
{
	size_t people = p->after.rec->person_count;
	double *change = mem_alloc(people * sizeof(*change));
	int *party = mem_alloc(people * sizeof(*party));

	*aspect = (struct trend_aspect){ .before = p->before.verdict.perception[at],
		.after = p->after.verdict.perception[at],
		.change = NAN,
		.p = NAN };
	aspect->pairs = pair_up(p, at, change, party);
	if (aspect->pairs) {
		weigh(aspect, change, party);
		aspect->p = sign_flip_p(change, aspect->pairs);
	}
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

static void judge(struct trend_between *trend)
{
	double p[ASPECT_COUNT];
	bool beyond[ASPECT_COUNT];

	for (int a = 0; a < ASPECT_COUNT; a++) {
		p[a] = trend->aspect[a].p;
		trend->tested += !isnan(p[a]);
	}
	benjamini_hochberg(p, ASPECT_COUNT, FALSE_DISCOVERY, beyond);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		struct trend_aspect *aspect = &trend->aspect[a];

		aspect->changed = beyond[a] && aspect->pairs >= TREND_PAIRS_MIN &&
			at_least(fabs(aspect->change), TREND_CHANGE_MIN);
	}
}

static void add_person(struct trend_between *trend, struct trend_people *people, int person)
{
	*POOL_APPEND(&trend->pool, people->person, people->count) = person;
}

static void sort_people(struct trend_between *trend, const struct pairing *p)
{
	for (size_t i = 0; i < p->after.rec->person_count; i++) {
		if (!answered(&p->after, (int)i))
			continue;
		if (p->earlier[i] >= 0 && answered(&p->before, p->earlier[i]))
			trend->paired++;
		else
			add_person(trend, &trend->joined, (int)i);
	}
	for (size_t i = 0; i < p->before.rec->person_count; i++) {
		int now = find_person(p->after.rec, &p->before.rec->people[i].object.id);

		if (answered(&p->before, (int)i) && (now < 0 || !answered(&p->after, now)))
			add_person(trend, &trend->left, (int)i);
	}
}

void trend_compute(
	struct trend_between *trend, const struct record *before, const struct record *after)
{
	struct pairing p = { 0 };

	*trend = (struct trend_between){ 0 };
	side_open(&p.before, &trend->pool, before);
	side_open(&p.after, &trend->pool, after);
	trend->items = find_common(&p);
	side_score(&p.before);
	side_score(&p.after);
	match(&p, &trend->pool);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		compare(&trend->aspect[a], &p, a);
		count_values(&trend->aspect[a], &p, a);
	}
	judge(trend);
	memcpy(trend->cause_before, p.before.verdict.cause, sizeof(trend->cause_before));
	memcpy(trend->cause_after, p.after.verdict.cause, sizeof(trend->cause_after));
	sort_people(trend, &p);
}

void trend_release(struct trend_between *trend)
{
	pool_release(&trend->pool);
	*trend = (struct trend_between){ 0 };
}
