/* SPDX-License-Identifier: MIT */
/*
 * Random assessments for properties: the same ones on every machine.
 */
#ifndef REKINDLE_TESTS_RANDOM_H
#define REKINDLE_TESTS_RANDOM_H

#include "build.h"

static uint64_t state;

/* xorshift64*: the same assessments on every machine. */
static inline int dice(int sides)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (int)((state * 2685821657736338717u >> 33) % (uint64_t)sides);
}

static inline void random_answers(struct build *b, int respondent, int bias)
{
	for (int i = 0; i < BUILD_ITEMS - 1; i++) {
		int roll = dice(24);
		if (roll < STATE_COUNT && roll != STATE_ANSWERED)
			build_answer(b, respondent, i, (enum answer_state)roll);
		else if (roll != STATE_COUNT) {
			int value = bias + dice(4) - 1;
			build_rate(b, respondent, i, value < 1 ? 1 : value > 5 ? 5 : value);
		}
	}
	if (dice(3))
		build_split(b, respondent, dice(50), dice(50), dice(50), dice(50));
	if (!dice(4))
		build_route(b, b->rec.respondents[respondent].party, dice(2) ? respondent : -1,
			dice(6), dice(6), dice(6), dice(6));
}

static inline void random_facts(struct build *b)
{
	static const char *const types[] = { NULL, "research", "licence", "venture", "other" };
	static const char *const ambitions[] = { NULL, "reach", "innovate\nsave", "learn",
		"save\nreach\ninnovate\nlearn" };
	b->rec.alliance.type = types[dice(5)];
	b->rec.alliance.ambitions = ambitions[dice(5)];
	b->rec.alliance.amendable = dice(3) - 1;
	b->rec.alliance.breach = dice(8) ? TRI_UNKNOWN : TRI_YES;
	b->rec.alliance.started = dice(4) ? 20000 + dice(900) : DATE_NONE;
	b->rec.assessment.date = dice(8) ? 20500 : DATE_NONE;
	b->rec.assessment.objectives_agreed = dice(3) - 1;
	b->rec.assessment.kind = dice(6) ? ROUND_BASELINE : ROUND_PULSE;
	for (int row = 0; row < CHECK_ROWS; row++)
		if (dice(3))
			build_check(b, row, (enum check)dice(CHECK_VALUE_COUNT));
	for (int i = dice(5); i > 0; i--) {
		struct objective *objective = record_add(&b->rec, KIND_OBJECTIVE);
		objective->measure = dice(2) ? "m" : NULL;
		objective->target = dice(2) ? "0" : " ";
		objective->result = dice(RESULT_COUNT + 1) - 1;
	}
	for (int i = dice(5); i > 0; i--) {
		struct kpi *kpi = record_add(&b->rec, KIND_KPI);
		kpi->category = dice(CATEGORY_COUNT);
		kpi->target = dice(5) ? dice(20) : NAN;
		kpi->baseline = dice(2) ? dice(20) : NAN;
		kpi->direction = !isnan(kpi->baseline) && kpi->target < kpi->baseline ?
			DIRECTION_LOWER : DIRECTION_HIGHER;
		kpi->start = dice(2) ? 20400 + dice(200) : DATE_NONE;
		kpi->due = dice(2) ? 20450 + dice(200) : DATE_NONE;
	}
	for (int i = b->rec.kpi_count ? dice(8) : 0; i > 0; i--) {
		struct actual *actual = record_add(&b->rec, KIND_ACTUAL);
		actual->kpi = dice((int)b->rec.kpi_count);
		actual->date = 20400 + dice(150);
		actual->value = dice(25) - 2;
	}
}

static const char *const random_labels[PARTIES_MAX] = { "A", "B", "C", "D", "E", "F" };

static inline void random_build(struct build *b, uint64_t seed)
{
	state = seed * 7919 + 88172645463325252u;
	build_init(b);
	for (int i = 0; i < BUILD_ITEMS; i++) {
		b->items[i].reversed = b->items[i].kind == ITEM_RATED && !dice(6);
		b->items[i].roles = dice(4) ? EVERY_ROLE : (unsigned)dice(EVERY_ROLE + 1);
	}
	for (int parties = 2 + dice(PARTIES_MAX - 1), p = 0; p < parties; p++) {
		build_party(b, random_labels[p]);
		struct party *party = &b->rec.parties[p];
		party->stance = dice(6) ? STANCE_ENGAGED : dice(STANCE_COUNT);
		party->escalated = dice(3) - 1;
		party->has_sponsor = dice(3) - 1;
		party->size_class = dice(SIZE_COUNT + 1) - 1;
		for (int bias = 1 + dice(5), n = dice(10); n > 0; n--)
			random_answers(b, build_respondent(b, p, (enum role)dice(ROLE_COUNT)), bias);
	}
	random_facts(b);
	record_settle(&b->rec);
}

#endif
