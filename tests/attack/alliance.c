/* SPDX-License-Identifier: MIT */
/*
 * Random alliances, and their scores by the method.
 */
#include "alliance.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <rekindle/date.h>
#include <rekindle/score.h>

static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

int pick(struct alliance_attacked *a, int n)
{
	return (int)(next(&a->random) >> 33) % n;
}

bool happens(struct alliance_attacked *a, int percent)
{
	return pick(a, 100) < percent;
}

/* People */

static void add_person(struct alliance_attacked *a, int side, int role)
{
	if (a->people == PEOPLE_MOST)
		return;
	a->person[a->people++] = (struct attacked_person){
		.side = side,
		.role = role,
		.attribution = happens(a, 20) ? ATTRIBUTION_CONFIDENTIAL
			: happens(a, 30)      ? ATTRIBUTION_ROLE
					      : ATTRIBUTION_NAMED,
	};
}

static int size_of_side(struct alliance_attacked *a)
{
	if (happens(a, 12))
		return 1 + pick(a, 2);
	if (a->sides > 3 || happens(a, 55))
		return 3 + pick(a, 3);
	return 6 + pick(a, 5);
}

static void add_sides(struct alliance_attacked *a)
{
	static const char *const labels[SIDES_MOST] = { "Ash", "Birch", "Cedar", "Damson", "Elm",
		"Fir" };

	a->sides = happens(a, 70) ? 2 : happens(a, 60) ? 3 : 4 + pick(a, 3);
	for (int p = 0; p < a->sides; p++) {
		snprintf(a->label[p], sizeof(a->label[p]), "%s", labels[p]);
		a->size_class[p] = pick(a, SIZE_COUNT);
		a->sponsor[p] = !happens(a, 10);
		a->stance[p] = happens(a, 92) ? STANCE_ENGAGED : pick(a, STANCE_COUNT);
		for (int n = size_of_side(a); n > 0; n--)
			add_person(a, p, pick(a, ROLE_COUNT));
	}
}

/* Ratings: around a level of the side, by some more alike than by others. */

static int rate(struct alliance_attacked *a, int scale, int side)
{
	int v = a->level[scale][side];

	if (a->spread == 3)
		return 1 + pick(a, 5);
	for (int i = 0; i < a->spread + 1; i++)
		v += happens(a, 45) ? pick(a, 3) - 1 : 0;
	if (a->spread == 0 && !happens(a, 15))
		v = a->level[scale][side];
	return v < 1 ? 1 : v > 5 ? 5 : v;
}

static signed char say(struct alliance_attacked *a, const struct item *item, int side)
{
	if (happens(a, a->unknown))
		return SAID_UNKNOWN;
	if (happens(a, a->odd))
		return (signed char)-pick(a, 4);
	int v = rate(a, item->scale, side);
	return (signed char)(item->reversed ? 6 - v : v);
}

static bool asked(
	const struct alliance_attacked *a, const struct attacked_round *round, int person, int i)
{
	const struct item *item = &a->bank->items[a->item[i]];

	return item_asks(item, (enum role)a->person[person].role) &&
		(round->kind != ROUND_PULSE || item->health_check);
}

static void divide(struct alliance_attacked *a, struct hearing *hearing)
{
	int left = 100;

	for (int c = 0; c < CAUSE_COUNT - 1; c++) {
		hearing->points[c] = (signed char)pick(a, left + 1);
		left -= hearing->points[c];
	}
	hearing->points[CAUSE_COUNT - 1] = (signed char)left;
}

static void hear(struct alliance_attacked *a, struct attacked_round *round, int person)
{
	struct hearing *hearing = &round->people[person];

	*hearing = (struct hearing){ .heard = true };
	if (happens(a, 3))
		return; /* came, and rated nothing */
	if (round->kind != ROUND_PULSE && a->bank->split >= 0 &&
		item_asks(&a->bank->items[a->bank->split], (enum role)a->person[person].role) &&
		happens(a, 60))
		divide(a, hearing);
	for (int i = 0; i < a->items; i++)
		if (asked(a, round, person, i))
			hearing->said[i] =
				say(a, &a->bank->items[a->item[i]], a->person[person].side);
}

/* A file that says nothing of an answer leaves the one that is there. */
static signed char said_again(signed char said)
{
	return said == SAID_NOTHING ? SAID_DECLINED : said;
}

/* A part of the answers anew. */
static void rate_anew(struct alliance_attacked *a, struct attacked_round *round, int person)
{
	struct hearing *hearing = &round->people[person];
	int part = happens(a, 50) ? 10 : 100;

	for (int i = 0; i < a->items; i++)
		if (asked(a, round, person, i) && happens(a, part))
			hearing->said[i] = said_again(
				say(a, &a->bank->items[a->item[i]], a->person[person].side));
}

/* Facts */

static void add_route(struct alliance_attacked *a, struct attacked_round *round)
{
	struct facts *facts = &round->facts;
	int confidential = 0;

	for (int who = 0; who < a->people && facts->routes < ROUTES_MOST; who++) {
		const struct attacked_person *person = &a->person[who];
		bool secret = person->attribution == ATTRIBUTION_CONFIDENTIAL;
		if (!round->people[who].heard || person->role > ROLE_MANAGER || happens(a, 40))
			continue;
		if (secret && (confidential || !happens(a, 30)))
			continue;
		confidential += secret;
		struct route_entry *entry = &facts->route[facts->routes++];
		*entry = (struct route_entry){ .side = person->side, .person = who };
		for (int v = 0; v < ROUTE_VALUES; v++)
			entry->value[v] = 1 + pick(a, 5);
	}
}

static void add_objectives(struct alliance_attacked *a, struct facts *facts)
{
	facts->agreed = happens(a, 30) ? TRI_NO : TRI_UNKNOWN;
	facts->objectives = happens(a, 50) ? pick(a, OBJECTIVES_MOST + 1) : 0;
	for (int i = 0; i < facts->objectives; i++) {
		facts->measure[i] = happens(a, 60);
		facts->target[i] = happens(a, 60);
		facts->due[i] = happens(a, 60);
	}
}

static void add_facts(struct alliance_attacked *a, struct attacked_round *round)
{
	struct facts *facts = &round->facts;
	int filled = happens(a, 50) ? 70 : 0;

	for (int row = 0; row < CHECK_ROWS; row++)
		facts->check[row] = happens(a, filled) ? pick(a, CHECK_VALUE_COUNT) : -1;
	facts->type = happens(a, 50) ? pick(a, (int)a->bank->type_count) : -1;
	facts->ambitions = happens(a, 60) ? 1 + pick(a, 3) : 0;
	int first = pick(a, (int)a->bank->ambition_count);
	for (int i = 0; i < facts->ambitions; i++)
		facts->ambition[i] = (first + i) % (int)a->bank->ambition_count;
	add_objectives(a, facts);
	if (happens(a, 50))
		add_route(a, round);
	facts->incident = happens(a, 15);
	facts->event = happens(a, 15);
	facts->process = happens(a, 15);
}

static void add_round(struct alliance_attacked *a, int kind, int day)
{
	struct attacked_round *round = &a->round[a->rounds++];

	*round = (struct attacked_round){ .kind = kind, .day = day };
	for (int who = 0; who < a->people; who++)
		if (!a->person[who].gone && !happens(a, 8))
			hear(a, round, who);
	for (int row = 0; row < CHECK_ROWS; row++)
		round->facts.check[row] = -1;
	round->facts.type = -1;
	round->facts.agreed = TRI_UNKNOWN;
	if (kind != ROUND_PULSE)
		add_facts(a, round);
}

static void choose_manner(struct alliance_attacked *a)
{
	a->spread = pick(a, 4);
	a->unknown = happens(a, 50) ? pick(a, 30) : 0;
	a->odd = happens(a, 40) ? pick(a, 15) : 0;
	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < a->sides; p++)
			a->level[s][p] = p && happens(a, 50) ? a->level[s][0] : 1 + pick(a, 5);
}

static void choose_bank(struct alliance_attacked *a)
{
	size_t count;
	const struct instrument *released = NULL;

	a->bank = instrument_builtin();
	released = instrument_known("core", happens(a, 30) ? "1" : "2");
	instrument_released(&count);
	if (released)
		a->bank = released;
	for (size_t i = 0; i < a->bank->item_count && a->items < RATED_MOST; i++)
		if (a->bank->items[i].kind == ITEM_RATED)
			a->item[a->items++] = (int)i;
}

static int any_tri(struct alliance_attacked *a)
{
	return pick(a, 3) - 1;
}

void alliance_make(struct alliance_attacked *a, uint64_t seed)
{
	*a = (struct alliance_attacked){ .seed = seed, .random = seed * 0x2545f4914f6cdd1du + 1 };
	choose_bank(a);
	add_sides(a);
	choose_manner(a);
	a->amendable = any_tri(a);
	a->breach = happens(a, 5) ? TRI_YES : TRI_UNKNOWN;
	a->litigation = happens(a, 5) ? TRI_YES : TRI_UNKNOWN;
	a->competitors = any_tri(a);
	add_round(a, happens(a, 8) ? ROUND_PULSE : ROUND_BASELINE, date_make(2026, 3, 16));
	if (!happens(a, 30))
		return;
	for (int who = 0; who < a->people; who++)
		a->person[who].gone = happens(a, 10);
	for (int p = 0; p < a->sides; p++)
		for (int n = happens(a, 30) ? 1 + pick(a, 3) : 0; n > 0; n--)
			add_person(a, p, pick(a, ROLE_COUNT));
	add_round(a, happens(a, 30) ? ROUND_PULSE : ROUND_FOLLOW_UP, date_make(2026, 9, 14));
}

static void leave(struct alliance_attacked *a, int round, int person)
{
	const struct facts *facts = &a->round[round].facts;

	for (int i = 0; i < facts->routes; i++)
		if (facts->route[i].person == person)
			return; /* what stands under their name would go with them */
	a->round[round].people[person] = (struct hearing){ 0 };
	a->person[person].gone = true; /* and does not come back */
}

static void move_person(struct alliance_attacked *a, int round, int side)
{
	int who = pick(a, a->people);

	for (int tries = 0; a->person[who].side != side && tries < 200; tries++)
		who = pick(a, a->people);
	bool heard = a->round[round].people[who].heard;
	if (a->person[who].side != side)
		return;
	if (!heard && !a->person[who].gone)
		hear(a, &a->round[round], who);
	else if (happens(a, 35))
		leave(a, round, who);
	else if (heard && happens(a, 50))
		rate_anew(a, &a->round[round], who);
	else if (a->people < PEOPLE_MOST) {
		add_person(a, side, pick(a, ROLE_COUNT));
		hear(a, &a->round[round], a->people - 1);
	}
}

void alliance_move(struct alliance_attacked *a, int round)
{
	struct facts *facts = &a->round[round].facts;

	for (int p = 0; p < a->sides; p++)
		for (int n = happens(a, 50) ? 1 + pick(a, 4) : 0; n > 0; n--)
			move_person(a, round, p);
	if (a->round[round].kind == ROUND_PULSE || !happens(a, 30))
		return;
	for (int row = 0; row < CHECK_ROWS; row++)
		if (happens(a, 20))
			facts->check[row] = pick(a, CHECK_VALUE_COUNT);
}

/* Scores */

int tally_of(const struct alliance_attacked *a, const struct attacked_round *round,
	const struct hearing *hearing, int person, int scale, bool only_check, int *sum)
{
	int of = 0, applicable = 0, answered = 0;

	*sum = 0;
	for (int i = 0; i < a->items && hearing->heard; i++) {
		const struct item *item = &a->bank->items[a->item[i]];
		int said = hearing->said[i];
		if ((int)item->scale != scale || !asked(a, round, person, i) ||
			(only_check && !item->health_check))
			continue;
		if (round->kind == ROUND_PULSE && said == SAID_NOTHING && !item->health_check)
			continue;
		of++;
		applicable += said != SAID_NOT_APPLICABLE;
		answered += said > 0;
		*sum += said <= 0 ? 0 : item->reversed ? 6 - said : said;
	}
	int fewest = of < ANSWERED_MIN ? of : ANSWERED_MIN;
	return answered > 0 && 3 * answered >= 2 * applicable && answered >= fewest ? answered : 0;
}

bool same_ratings(const struct alliance_attacked *a, const struct attacked_round *round, int person,
	const struct hearing *before, const struct hearing *now)
{
	for (int i = 0; i < a->items; i++)
		if (before->said[i] != now->said[i] && asked(a, round, person, i))
			return false;
	return !memcmp(before->points, now->points, sizeof(now->points));
}

bool has_data(const struct alliance_attacked *a, const struct attacked_round *round,
	const struct hearing *hearing, int person)
{
	for (int i = 0; i < a->items && hearing->heard; i++)
		if (hearing->said[i] > 0 && asked(a, round, person, i))
			return true;
	return false;
}

bool route_is_confidential(const struct alliance_attacked *a, const struct facts *facts)
{
	for (int i = 0; i < facts->routes; i++)
		if (facts->route[i].person >= 0 &&
			a->person[facts->route[i].person].attribution == ATTRIBUTION_CONFIDENTIAL)
			return true;
	return false;
}

static double route_mean(const struct alliance_attacked *a, const struct facts *facts, int v)
{
	double sum = 0;
	int sides = 0;

	for (int p = 0; p < a->sides; p++) {
		double of_side = 0;
		int n = 0;
		for (int i = 0; i < facts->routes; i++)
			if (facts->route[i].side == p) {
				of_side += facts->route[i].value[v];
				n++;
			}
		sum += n ? of_side / n : 0;
		sides += n > 0;
	}
	return sides ? sum / sides : NAN;
}

static double rationale_in(
	const struct alliance_attacked *a, const struct facts *facts, double *evidence)
{
	if (!facts->routes)
		return 0;
	double own = route_mean(a, facts, ROUTE_OWN);
	double trade = route_mean(a, facts, ROUTE_TRADABILITY);
	double both = fmin(
		route_mean(a, facts, ROUTE_CLOSENESS), route_mean(a, facts, ROUTE_INTEGRATION));
	double clearance = fmax(own, fmax(trade, both));

	*evidence = 1 + 4 * fmin(fmax(3.5 - clearance, 0), 1);
	return 0.5;
}

static double objectives_in(const struct facts *facts, double *evidence)
{
	int have = 0;

	*evidence = 1;
	if (!facts->objectives)
		return facts->agreed == TRI_NO ? 0.5 : 0;
	for (int i = 0; i < facts->objectives; i++)
		have += facts->measure[i] + facts->target[i] + facts->due[i];
	*evidence = 1 + 4 * have / (3.0 * facts->objectives);
	return facts->objectives >= 3 ? 0.5 : 0.25;
}

static double fit_in(const struct alliance_attacked *a, const struct facts *facts, double *evidence)
{
	double sum = 0, weights = 0;

	for (int i = 0; i < facts->ambitions && facts->type >= 0; i++) {
		int fit = instrument_fit(a->bank, facts->ambition[i], facts->type, NULL);
		sum += fit < 0 ? 0 : (3 - i) * fit / 3.0;
		weights += fit < 0 ? 0 : 3 - i;
	}
	*evidence = weights > 0 ? 1 + 4 * sum / weights : 0;
	return weights > 0 ? 0.5 : 0;
}

static double checks_in(const struct facts *facts, int from, int to, double *evidence)
{
	static const double worth[] = { [CHECK_YES] = 1, [CHECK_PARTLY] = 0.5, [CHECK_NO] = 0 };
	double sum = 0;
	int known = 0;

	for (int row = from; row < to; row++)
		if (facts->check[row] >= 0 && facts->check[row] != CHECK_UNKNOWN) {
			sum += worth[facts->check[row]];
			known++;
		}
	*evidence = known ? 1 + 4 * sum / known : 0;
	return known >= 4 ? 0.5 : known ? 0.25 : 0;
}

double evidence_in(const struct alliance_attacked *a, const struct attacked_round *round,
	int aspect, double *evidence)
{
	const struct facts *facts = &round->facts;

	*evidence = 0;
	if (round->kind == ROUND_PULSE)
		return 0;
	switch (aspect) {
	case ASPECT_RATIONALE:
		return rationale_in(a, facts, evidence);
	case ASPECT_OBJECTIVES:
		return objectives_in(facts, evidence);
	case ASPECT_FIT:
		return fit_in(a, facts, evidence);
	case ASPECT_SELECTION:
		return checks_in(facts, 0, SELECTION_ROWS, evidence);
	case ASPECT_GOVERNANCE:
		return checks_in(facts, GOVERNANCE_MANAGERS, CHECK_ROWS, evidence);
	default:
		return 0;
	}
}
