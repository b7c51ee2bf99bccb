/* SPDX-License-Identifier: MIT */
/*
 * That the attack claims nothing but what is so, and finds all of it: of small alliances, of which
 * every way in which they may have rated can be tried.
 */
#include "planted.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <rekindle/score.h>
#include "solve.h"

#define TRIES 400
#define SIDE_MOST 3
#define SMALL 6 /* people */

/* Two sides of one to three, who rated trust: one item, and another one that only some are asked.
 */
struct small {
	struct alliance_attacked *a;
	struct reading *r;
	int side_n[2];
	int v[SMALL];        /* the truth */
	bool value[2], mean; /* what is printed */
	double lo[3], hi[3]; /* of the two values, of their mean */
};

static double value_of(const struct small *s, const int *v, int side)
{
	double sum = 0;

	for (int i = 0; i < s->a->people; i++)
		sum += s->a->person[i].side == side ? v[i] : 0;
	return sum / s->side_n[side];
}

static void print(struct small *s, int which, double truth, struct figure f)
{
	f.lo = s->lo[which] = round(truth * 10) / 10 - 0.05 - 1e-9;
	f.hi = s->hi[which] = round(truth * 10) / 10 + 0.05 + 1e-9;
	f.decimals = 1;
	f.in = "small";
	figure_add(s->r, f);
}

static bool fits(const struct small *s, const int *v)
{
	double x[3] = { value_of(s, v, 0), value_of(s, v, 1), 0 };

	x[2] = (x[0] + x[1]) / 2;
	for (int i = 0; i < 3; i++)
		if (x[i] < s->lo[i] || x[i] > s->hi[i])
			return false;
	return true;
}

/* How many of the others are narrowed for this reader, by trying all. */
static int narrowed(const struct small *s, int reader)
{
	int least[SMALL], most[SMALL] = { 0 }, v[SMALL], worlds = 1, n = 0;

	for (int i = 0; i < s->a->people; i++) {
		least[i] = 6;
		worlds *= 5;
	}
	for (int world = 0; world < worlds; world++) {
		for (int i = 0, rest = world; i < s->a->people; i++, rest /= 5)
			v[i] = 1 + rest % 5;
		if (v[reader] != s->v[reader] || !fits(s, v))
			continue;
		for (int i = 0; i < s->a->people; i++) {
			least[i] = v[i] < least[i] ? v[i] : least[i];
			most[i] = v[i] > most[i] ? v[i] : most[i];
		}
	}
	for (int i = 0; i < s->a->people; i++)
		n += i != reader && most[i] - least[i] < NARROW;
	return n;
}

static int trust_item(const struct alliance_attacked *a)
{
	for (int i = 0; i < a->items; i++)
		if (a->bank->items[a->item[i]].scale == SCALE_TRUST &&
			!a->bank->items[a->item[i]].reversed &&
			item_asks(&a->bank->items[a->item[i]], ROLE_MANAGER) &&
			a->bank->items[a->item[i]].health_check)
			return i;
	return -1;
}

/* A pulse: one item a scale. */
static void make_small(struct small *s, uint64_t seed)
{
	struct alliance_attacked *a = s->a;

	alliance_make(a, seed);
	a->people = 0;
	a->sides = 2;
	a->stance[0] = a->stance[1] = STANCE_ENGAGED;
	a->rounds = 1;
	memset(&a->round[0], 0, sizeof(a->round[0]));
	a->round[0].kind = ROUND_PULSE;
	for (int p = 0; p < 2; p++)
		for (int n = s->side_n[p] = 1 + pick(a, SIDE_MOST); n > 0; n--) {
			int v = happens(a, 50) ? 1 + pick(a, 5) : happens(a, 50) ? 1 : 5;
			a->person[a->people].side = p;
			a->person[a->people].role = ROLE_MANAGER;
			a->round[0].people[a->people].heard = true;
			a->round[0].people[a->people].said[trust_item(a)] = (signed char)v;
			s->v[a->people++] = v;
		}
}

static bool agrees(struct small *s, uint64_t seed)
{
	struct verdict_attack verdict;
	int all = 0;

	make_small(s, seed);
	reading_begin(s->r, s->a);
	int sheet = reading_sheet(s->r, reading_state(s->r, 0));
	const struct figure mean = { .kind = FIGURE_PERCEPTION, .of = SCALE_TRUST, .sheet = sheet };
	double truth[2] = { value_of(s, s->v, 0), value_of(s, s->v, 1) };
	for (int i = 0; i < 3; i++) {
		s->lo[i] = 0;
		s->hi[i] = 6;
	}
	for (int p = 0; p < 2; p++)
		if (happens(s->a, 60))
			print(s, p, truth[p],
				(struct figure){ .kind = FIGURE_VALUE,
					.of = SCALE_TRUST,
					.side = p,
					.sheet = sheet });
	if (happens(s->a, 60))
		print(s, 2, (truth[0] + truth[1]) / 2, mean);
	solve(s->r, &verdict);
	for (int reader = 0; reader < s->a->people; reader++)
		all += narrowed(s, reader);
	reading_end(s->r);
	if (verdict.leaks == all && !verdict.wrong)
		return true;
	printf("small %llu: %d ratings are narrowed, the attack finds %d\n",
		(unsigned long long)seed, all, verdict.leaks);
	return false;
}

int sound_all(struct alliance_attacked *a, struct reading *r)
{
	struct small small = { .a = a, .r = r };
	int wrong = 0;

	for (uint64_t seed = 1; seed <= TRIES; seed++)
		wrong += !agrees(&small, seed);
	printf("%d of %d small alliances: what the attack finds is what is so\n", TRIES - wrong,
		TRIES);
	return wrong ? 1 : 0;
}
