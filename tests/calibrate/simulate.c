/* SPDX-License-Identifier: MIT */
/*
 * Alliances with a known cause, as their people would rate them.
 */
#include "simulate.h"

#include <rekindle/schema.h>
#include <rekindle/score.h>

/* In thousandths of a step of the scale. */
enum { HEALTHY = 3800, SD_ASPECT = 300, SD_PARTY = 300, SD_ITEM = 800 };
#define THOUSANDTH 1000
#define STEP 1000000 /* of the scale, in millionths */

static const enum role order[] = {
	ROLE_MANAGER,
	ROLE_SPONSOR,
	ROLE_OPERATIONS,
	ROLE_COMMERCIAL,
	ROLE_SPECIALIST,
};
#define ORDER (sizeof(order) / sizeof(*order))

struct simulation {
	struct record *rec;
	const struct cell *cell;
	uint64_t state;
	int64_t level[SCALE_COUNT]; /* of the alliance, its aspects' draws in it; millionths */
	int64_t view[SCALE_COUNT];  /* of the party that is being heard */
};

/* splitmix64 */
static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* Of mean 0 and the standard deviation sd, in thousandths; in millionths. */
static int64_t draw(struct simulation *s, int sd)
{
	enum { UNIFORMS = 12, BITS = 20 };
	int64_t sum = 0;
	for (int i = 0; i < UNIFORMS; i++)
		sum += (int64_t)(next(&s->state) >> (64 - BITS));
	sum -= (int64_t)UNIFORMS / 2 << BITS;
	return sum * sd * THOUSANDTH / ((int64_t)1 << BITS);
}

static bool dragged(int scale, int cause)
{
	return scale >= ASPECT_COUNT || scale / ASPECTS_PER_CAUSE > cause;
}

static void set_levels(struct simulation *s, int cause)
{
	for (int scale = 0; scale < SCALE_COUNT; scale++) {
		int below = dragged(scale, cause)            ? s->cell->delta * s->cell->drag / 100
			: scale / ASPECTS_PER_CAUSE == cause ? s->cell->delta
							     : 0;
		s->level[scale] = (int64_t)(HEALTHY - below) * THOUSANDTH + draw(s, SD_ASPECT);
	}
}

static int rating(int64_t millionths)
{
	int64_t rounded = (millionths + STEP / 2) / STEP;
	return rounded < SCORE_LOWEST     ? SCORE_LOWEST
		: rounded > SCORE_HIGHEST ? SCORE_HIGHEST
					  : (int)rounded;
}

static struct answer *answer(struct simulation *s, int who, int item)
{
	struct answer *given = record_add(s->rec, KIND_ANSWER);
	given->respondent = who;
	given->item = item;
	given->state = STATE_ANSWERED;
	return given;
}

/* What a person rated: of each cause. */
struct rated {
	int sum[CAUSE_COUNT], n[CAUSE_COUNT];
};

static void divide_points(struct simulation *s, int who, const struct rated *rated)
{
	struct value *value = &answer(s, who, s->rec->instrument->split)->value;
	double all = 0;
	value->type = VALUE_SPLIT;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		value->split[c] =
			rated->n[c] ? SCORE_HIGHEST - (double)rated->sum[c] / rated->n[c] : 0;
		all += value->split[c];
	}
	for (int c = 0; c < CAUSE_COUNT; c++)
		value->split[c] = all > 0 ? 100 * value->split[c] / all : 0;
}

static void rate(struct simulation *s, int who, int at, int64_t person, struct rated *rated)
{
	const struct item *item = &s->rec->instrument->items[at];
	int v = rating(s->view[item->scale] + person + draw(s, SD_ITEM));
	struct value *value = &answer(s, who, at)->value;
	value->type = VALUE_NUMBER;
	value->number = item->reversed ? SCORE_LOWEST + SCORE_HIGHEST - v : v;
	if (item->scale >= ASPECT_COUNT)
		return;
	rated->sum[item->scale / ASPECTS_PER_CAUSE] += v;
	rated->n[item->scale / ASPECTS_PER_CAUSE]++;
}

static void hear(struct simulation *s, int party, enum role role)
{
	const struct instrument *bank = s->rec->instrument;
	struct respondent *respondent = record_add(s->rec, KIND_RESPONDENT);
	int who = (int)s->rec->respondent_count - 1;
	int64_t person = draw(s, s->cell->halo);
	struct rated rated = { 0 };
	respondent->party = party;
	respondent->role = (int)role;
	for (size_t i = 0; i < bank->item_count; i++)
		if (bank->items[i].kind == ITEM_RATED && item_asks(&bank->items[i], role))
			rate(s, who, (int)i, person, &rated);
	if (bank->split >= 0 && item_asks(&bank->items[bank->split], role))
		divide_points(s, who, &rated);
}

static void hear_party(struct simulation *s, int at)
{
	static const char *const labels[SIMULATED_PARTIES] = { "A", "B" };
	struct party *party = record_add(s->rec, KIND_PARTY);
	party->name = party->label = labels[at];
	for (int scale = 0; scale < SCALE_COUNT; scale++)
		s->view[scale] = s->level[scale] + draw(s, SD_PARTY);
	for (int i = 0; i < s->cell->people; i++)
		hear(s, at, order[(size_t)i % ORDER]);
}

void simulate(struct record *rec, const struct instrument *bank, const struct cell *cell,
	enum cause cause, uint64_t seed)
{
	struct simulation s = { .rec = rec, .cell = cell, .state = seed };
	record_init(rec, bank);
	rec->assessment.kind = ROUND_BASELINE;
	set_levels(&s, (int)cause);
	for (int party = 0; party < SIMULATED_PARTIES; party++)
		hear_party(&s, party);
	record_settle(rec);
}
