/* SPDX-License-Identifier: MIT */
/*
 * Small assessments for tests: an instrument of up to three rated items a scale and a split item,
 * four ambitions and three types, and a record filled in by hand.
 */
#ifndef REKINDLE_TESTS_BUILD_H
#define REKINDLE_TESTS_BUILD_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/diagnosis.h>
#include <rekindle/schema.h>

#define BUILD_PER_SCALE 3
#define BUILD_ITEMS (SCALE_COUNT * BUILD_PER_SCALE + 1)
#define BUILD_ROOM 256 /* the library's actions name items of the real bank, which has more */
#define BUILD_CAUSE_ITEMS (ASPECTS_PER_CAUSE * BUILD_PER_SCALE)
#define EVERY_ROLE ((1u << ROLE_COUNT) - 1)

struct build {
	struct instrument instrument;
	struct item items[BUILD_ROOM];
	char ids[BUILD_ITEMS][48];
	struct record rec;
};

static const struct catalogue_entry build_ambitions[] = {
	{ "innovate", "Innovate", "" },
	{ "reach", "Reach", "" },
	{ "save", "Save", "" },
	{ "learn", "Learn", "" },
};
static const struct catalogue_entry build_types[] = {
	{ "research", "Research", "" },
	{ "licence", "Licence", "" },
	{ "venture", "Venture", "" },
};
/* "save" has no pair with "licence", "learn" none at all. */
static const struct fit build_fits[] = {
	{ 0, 0, 3, "One plan." },
	{ 0, 1, 1, "" },
	{ 0, 2, 2, "" },
	{ 1, 0, 1, "Years from now" },
	{ 1, 1, 3, "Their channel." },
	{ 1, 2, 2, "" },
	{ 2, 0, 0, "" },
	{ 2, 2, 3, "" },
};

static inline int build_item(int scale, int k)
{
	return scale * BUILD_PER_SCALE + k;
}

/* The last item is the split item. The health check: item 0 of three aspects of each cause. */
static inline void build_init(struct build *b)
{
	memset(b, 0, sizeof(*b));
	for (int i = 0; i < BUILD_ITEMS; i++) {
		int scale = i / BUILD_PER_SCALE, k = i % BUILD_PER_SCALE;
		bool rated = scale < SCALE_COUNT;
		snprintf(b->ids[i], sizeof(b->ids[i]), "%s.%d",
			rated ? scale_info[scale].id : "split", k + 1);
		b->items[i] = (struct item){
			.id = b->ids[i],
			.kind = rated ? ITEM_RATED : ITEM_SPLIT,
			.section = SECTION_INTERVIEW,
			.scale = rated ? scale : SCALE_NONE,
			.roles = EVERY_ROLE,
			.health_check = k == 0 && rated && scale < SCALE_RESULTS &&
				(scale >= ASPECT_COUNT || scale % ASPECTS_PER_CAUSE != 1),
			.topic = "",
			.shorthand = "",
			.text = "",
		};
	}
	b->instrument = (struct instrument){
		.id = "test",
		.version = "1",
		.title = "",
		.opening = "",
		.culture = ASPECT_COMMITMENT,
		.items = b->items,
		.item_count = BUILD_ITEMS,
		.split = BUILD_ITEMS - 1,
		.ambitions = build_ambitions,
		.ambition_count = 4,
		.types = build_types,
		.type_count = 3,
		.fits = build_fits,
		.fit_count = sizeof(build_fits) / sizeof(*build_fits),
	};
	for (int row = 0; row < CHECK_ROWS; row++)
		b->instrument.check[row] = -1;
	record_init(&b->rec, &b->instrument);
}

static inline void build_release(struct build *b)
{
	record_release(&b->rec);
}

static inline int build_party(struct build *b, const char *label)
{
	struct party *party = record_add(&b->rec, KIND_PARTY);
	party->name = party->label = label;
	return (int)b->rec.party_count - 1;
}

/* A party that did not answer, and of which nobody was heard. */
static inline void build_silent_party(struct build *b, const char *label)
{
	int party = build_party(b, label);
	record_put_party_profile(&b->rec, party)->stance = STANCE_UNRESPONSIVE;
}

static inline int build_respondent(struct build *b, int party, enum role role)
{
	struct respondent *who = record_add(&b->rec, KIND_RESPONDENT);
	who->party = party;
	who->role = (int)role;
	return (int)b->rec.respondent_count - 1;
}

/* A later answer to the same item replaces the earlier one. */
static inline struct answer *build_answer(
	struct build *b, int respondent, int item, enum answer_state state)
{
	struct answer *answer = record_add(&b->rec, KIND_ANSWER);
	answer->respondent = respondent;
	answer->item = item;
	answer->state = (int)state;
	return answer;
}

static inline void build_rate(struct build *b, int respondent, int item, int value)
{
	struct answer *answer = build_answer(b, respondent, item, STATE_ANSWERED);
	answer->value.type = VALUE_NUMBER;
	answer->value.number = value;
}

/* One letter an item: 1 to 5 answered, d don't know, n not applicable, r declined, q not asked,
 * - blank, and a space for no answer at all. */
static inline void build_states(struct build *b, int respondent, int scale, const char *states)
{
	static const char letters[] = "dnrq-";
	static const enum answer_state meaning[] = { STATE_DONT_KNOW, STATE_NOT_APPLICABLE,
		STATE_DECLINED, STATE_NOT_ASKED, STATE_BLANK };
	for (int k = 0; states[k]; k++) {
		const char *at = strchr(letters, states[k]);
		if (states[k] >= '1' && states[k] <= '5')
			build_rate(b, respondent, build_item(scale, k), states[k] - '0');
		else if (at)
			build_answer(b, respondent, build_item(scale, k), meaning[at - letters]);
	}
}

static inline void build_scale(struct build *b, int respondent, int scale, int value)
{
	for (int k = 0; k < BUILD_PER_SCALE; k++)
		build_rate(b, respondent, build_item(scale, k), value);
}

/* The twelve items of a cause rated so that they add up to sum: the cause's mean is sum / 12. */
static inline void build_cause(struct build *b, int respondent, int cause, int sum)
{
	for (int i = 0; i < BUILD_CAUSE_ITEMS; i++)
		build_rate(b, respondent, cause * BUILD_CAUSE_ITEMS + i,
			sum / BUILD_CAUSE_ITEMS + (i < sum % BUILD_CAUSE_ITEMS));
}

/* Everything rated alike, symptoms and results too. */
static inline void build_everything(struct build *b, int respondent, int value)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		build_scale(b, respondent, s, value);
}

/* n more respondents of a party, with the roles in turn, who rate everything alike. */
static inline void build_team(struct build *b, int party, int n, int value)
{
	for (int i = 0; i < n; i++)
		build_everything(b, build_respondent(b, party, (enum role)(i % ROLE_COUNT)), value);
}

/* Two parties, A and B, of n respondents each; everything rated alike. */
static inline void build_pair(struct build *b, int n, int value)
{
	build_init(b);
	for (int p = 0; p < 2; p++)
		build_team(b, build_party(b, p ? "B" : "A"), n, value);
}

/* Everybody rates the cause so that its mean is sum / 12. */
static inline void build_cause_all(struct build *b, int cause, int sum)
{
	for (size_t r = 0; r < b->rec.respondent_count; r++)
		build_cause(b, (int)r, cause, sum);
}

static inline void build_split(struct build *b, int respondent, double strategy, double type,
	double partner, double management)
{
	struct answer *answer = build_answer(b, respondent, b->instrument.split, STATE_ANSWERED);
	answer->value.type = VALUE_SPLIT;
	answer->value.split[CAUSE_STRATEGY] = strategy;
	answer->value.split[CAUSE_TYPE] = type;
	answer->value.split[CAUSE_PARTNER] = partner;
	answer->value.split[CAUSE_MANAGEMENT] = management;
}

/* 0 is an absent value. */
static inline struct route *build_route(struct build *b, int party, int respondent, int own,
	int tradability, int closeness, int integration)
{
	int value[ROUTE_VALUES] = { own, tradability, closeness, integration };
	struct route *route = record_add(&b->rec, KIND_ROUTE);
	route->party = party;
	route->respondent = respondent;
	for (int v = 0; v < ROUTE_VALUES; v++)
		route->value[v] = value[v] ? value[v] : INT_NONE;
	return route;
}

static inline void build_check(struct build *b, enum check_row row, enum check value)
{
	struct checklist *check = record_add(&b->rec, KIND_CHECKLIST);
	check->row = (int)row;
	check->value = (int)value;
}

static inline int build_day(const char *iso)
{
	int day;
	ck_assert(date_parse(iso, &day));
	return day;
}

static inline void build_score(struct build *b, struct scores *scores)
{
	record_settle(&b->rec);
	scores_compute(scores, &b->rec);
}

static inline void build_diagnose(struct build *b, struct diagnosis *d)
{
	record_settle(&b->rec);
	diagnosis_compute(d, &b->rec);
}

/* Equal, or both absent. */
#define assert_value(x, y)                                                                         \
	do {                                                                                       \
		double value_x = (x), value_y = (y);                                               \
		if (isnan(value_y))                                                                \
			ck_assert_double_nan(value_x);                                             \
		else                                                                               \
			ck_assert_double_eq_tol(value_x, value_y, 1e-9);                           \
	} while (0)

/* One test a row of the array; the row is number _i. */
#define add_cases(tcase, test, list)                                                               \
	tcase_add_loop_test(tcase, test, 0, (int)(sizeof(list) / sizeof(*(list))))

#endif
