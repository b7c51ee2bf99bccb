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
	record_put_profile(&b->rec)->type = types[dice(5)];
	record_put_profile(&b->rec)->ambitions = ambitions[dice(5)];
	record_put_profile(&b->rec)->amendable = dice(3) - 1;
	record_put_profile(&b->rec)->breach = dice(8) ? TRI_UNKNOWN : TRI_YES;
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
		kpi->direction = !isnan(kpi->baseline) && kpi->target < kpi->baseline
			? DIRECTION_LOWER
			: DIRECTION_HIGHER;
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
		struct party_profile *party = record_put_party_profile(&b->rec, p);
		party->stance = dice(6) ? STANCE_ENGAGED : dice(STANCE_COUNT);
		party->escalated = dice(3) - 1;
		party->has_sponsor = dice(3) - 1;
		party->size_class = dice(SIZE_COUNT + 1) - 1;
		for (int bias = 1 + dice(5), n = dice(10); n > 0; n--)
			random_answers(
				b, build_respondent(b, p, (enum role)dice(ROLE_COUNT)), bias);
	}
	random_facts(b);
	record_settle(&b->rec);
}

/* Assessments with the built-in bank: whole ranges of health, and sides that see it differently. */

#define CORE_PEOPLE 7 /* of a party, at most one less */

/* An alliance as its people will tell of it. */
struct random_core {
	int health;  /* around which the ratings lie */
	int weak;    /* the cause that is worse than the others; CAUSE_COUNT none */
	int quarrel; /* 0 to 3: how often the sides see a scale differently */
};

/* What a party thinks of each scale, before its people differ. */
static inline void random_views(int views[SCALE_COUNT], const struct random_core *core)
{
	for (int scale = 0; scale < SCALE_COUNT; scale++) {
		views[scale] = core->health + dice(3) - 1;
		if (scale / ASPECTS_PER_CAUSE == core->weak)
			views[scale] -= 1 + dice(2);
		if (dice(4) < core->quarrel)
			views[scale] += dice(5) - 2;
	}
}

static inline int random_rating(int view)
{
	int value = view + (dice(3) ? 0 : dice(3) - 1);
	return value < 1 ? 1 : value > 5 ? 5 : value;
}

static inline void random_core_answers(struct build *b, int respondent, const int *views)
{
	const struct instrument *bank = b->rec.instrument;
	int silence = dice(3) ? 12 : 2;
	for (size_t i = 0; i < bank->item_count; i++) {
		const struct item *item = &bank->items[i];
		int value;
		if (item->kind != ITEM_RATED ||
			!item_asks(item, (enum role)b->rec.respondents[respondent].role))
			continue;
		if (!dice(silence)) {
			int roll = dice(STATE_COUNT);
			if (roll != STATE_ANSWERED)
				build_answer(b, respondent, (int)i, (enum answer_state)roll);
			continue;
		}
		value = random_rating(views[item->scale]);
		build_rate(b, respondent, (int)i, item->reversed ? 6 - value : value);
	}
	if (dice(3))
		build_split(b, respondent, dice(50), dice(50), dice(50), dice(50));
	if (!dice(4))
		build_route(b, b->rec.respondents[respondent].party, dice(2) ? respondent : -1,
			dice(6), dice(6), dice(6), dice(6));
}

static inline void random_core_party(struct build *b, int at, const struct random_core *core)
{
	struct party_profile *party;
	int views[SCALE_COUNT];
	build_party(b, random_labels[at]);
	party = record_put_party_profile(&b->rec, at);
	party->stance = dice(5) ? STANCE_ENGAGED : dice(STANCE_COUNT + 1) - 1;
	party->escalated = dice(3) - 1;
	party->has_sponsor = dice(3) ? TRI_YES : dice(3) - 1;
	party->size_class = dice(SIZE_COUNT + 1) - 1;
	b->rec.parties[at].ours = at == 0 && dice(2) ? TRI_YES : TRI_UNKNOWN;
	random_views(views, core);
	for (int n = dice(6) ? 2 + dice(CORE_PEOPLE - 2) : 0; n > 0; n--)
		random_core_answers(b, build_respondent(b, at, (enum role)dice(ROLE_COUNT)), views);
}

static inline void random_core_people(struct build *b)
{
	for (int n = dice(12); n > 0; n--) {
		struct person *person = record_add(&b->rec, KIND_PERSON);
		person->party = dice((int)b->rec.party_count);
		person->role = dice(ROLE_COUNT);
		person->name = pool_printf(&b->rec.pool, "Person %d", n);
	}
	for (size_t i = 0; i < b->rec.respondent_count && b->rec.person_count; i++) {
		int person = dice((int)b->rec.person_count);
		if (b->rec.people[person].party == b->rec.respondents[i].party)
			b->rec.respondents[i].person = person;
	}
}

static inline void random_core_audit(struct build *b)
{
	const struct instrument *bank = b->rec.instrument;
	random_facts(b);
	record_put_profile(&b->rec)->litigation = dice(10) ? TRI_UNKNOWN : TRI_YES;
	record_put_profile(&b->rec)->type =
		dice(4) ? bank->types[dice((int)bank->type_count)].id : NULL;
	record_put_profile(&b->rec)->ambitions =
		dice(4) ? bank->ambitions[dice((int)bank->ambition_count)].id : NULL;
	for (int n = dice(4); n > 0; n--)
		((struct process *)record_add(&b->rec, KIND_PROCESS))->problem =
			dice(PROBLEM_COUNT + 1) - 1;
	for (int n = dice(4); n > 0; n--)
		((struct incident *)record_add(&b->rec, KIND_INCIDENT))->repaired = dice(3) - 1;
}

static inline void random_core(struct build *b, uint64_t seed)
{
	struct random_core core;
	state = seed * 7919 + 88172645463325252u;
	memset(b, 0, sizeof(*b));
	b->instrument = *instrument_builtin();
	record_init(&b->rec, &b->instrument);
	core = (struct random_core){ 1 + dice(5), dice(2 * CAUSE_COUNT), dice(4) };
	for (int at = 0, parties = dice(3) ? 2 : 2 + dice(PARTIES_MAX - 1); at < parties; at++)
		random_core_party(b, at, &core);
	random_core_people(b);
	if (dice(5))
		random_core_audit(b);
	record_settle(&b->rec);
}

#endif
