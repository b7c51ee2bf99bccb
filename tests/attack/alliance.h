/* SPDX-License-Identifier: MIT */
/*
 * Random alliances: who is in them, what they rated, which facts are known; as a file that the
 * program imports, and as the truth that an attack is judged by. The scores are computed here from
 * rekindle-method(7), section 3, and not by the program.
 */
#ifndef REKINDLE_TESTS_ALLIANCE_H
#define REKINDLE_TESTS_ALLIANCE_H

#include <stdint.h>
#include <rekindle/instrument.h>
#include <rekindle/str.h>

#define SIDES_MOST 6
#define PEOPLE_MOST 80
#define RATED_MOST 60
#define ROUNDS_MOST 2
#define OBJECTIVES_MOST 5
#define ROUTES_MOST 8

/* What somebody said of a rated item: 1 to 5 as it was given, or one of these. */
enum said { SAID_NOTHING = 0, SAID_UNKNOWN = -1, SAID_DECLINED = -2, SAID_NOT_APPLICABLE = -3 };

struct hearing { /* of a person in a round */
	bool heard;
	signed char said[RATED_MOST];
	signed char points[CAUSE_COUNT]; /* of 100; all 0: none */
};

struct attacked_person {
	int side, role, attribution;
	bool gone; /* of the alliance */
};

struct route_entry {
	int side, person; /* -1: entered without one */
	int value[ROUTE_VALUES];
};

/* Public: every edition prints them, or may. */
struct facts {
	int check[CHECK_ROWS]; /* enum check; -1: nobody filled it in */
	int objectives;
	bool measure[OBJECTIVES_MOST], target[OBJECTIVES_MOST], due[OBJECTIVES_MOST];
	int agreed;                 /* enum tri */
	int type;                   /* -1 */
	int ambition[3], ambitions; /* most important first */
	struct route_entry route[ROUTES_MOST];
	int routes;
	bool incident, event, process;
};

struct attacked_round {
	int kind; /* enum round_kind */
	int day;
	struct facts facts;
	struct hearing people[PEOPLE_MOST]; /* as it is now */
};

struct alliance_attacked {
	uint64_t seed, random;
	const struct instrument *bank;
	int item[RATED_MOST], items; /* the rated ones, as indices of the bank */
	int sides;
	char label[SIDES_MOST][16];
	int size_class[SIDES_MOST], stance[SIDES_MOST];
	bool sponsor[SIDES_MOST];
	int amendable, breach, litigation, competitors; /* enum tri */
	struct attacked_person person[PEOPLE_MOST];
	int people;
	struct attacked_round round[ROUNDS_MOST];
	int rounds;
	int level[SCALE_COUNT][SIDES_MOST], spread, unknown, odd; /* how they rate */
};

/* Below n, and whether that happens in percent of cases. */
int pick(struct alliance_attacked *, int n);
bool happens(struct alliance_attacked *, int percent);

void alliance_make(struct alliance_attacked *, uint64_t seed);
/* Some of its people come, go or rate anew in the round; the other facts may change too. In which
 * people anything changed, in changed. */
void alliance_move(struct alliance_attacked *, int round);
/* The whole as a file of rekindle-exchange(5); gone[] of those respondents that were heard before
 * and are not any more are in its list of what was deleted. */
void alliance_write(const struct alliance_attacked *, struct hearing before[][PEOPLE_MOST],
	int64_t at, struct str *);

/* One that stands in such a file, its first round; false: it cannot be read. */
bool alliance_read(struct alliance_attacked *, const char *path);

/* Section 3.1 and 3.2: how many items of a scale count for somebody, and the sum of their values;
 * 0: they have no value. only_check: of the items of the health check alone. */
int tally_of(const struct alliance_attacked *, const struct attacked_round *,
	const struct hearing *, int person, int scale, bool only_check, int *sum);
/* Is what they said to what they are asked the same? Who comes and answers nothing changes nothing.
 */
bool same_ratings(const struct alliance_attacked *, const struct attacked_round *, int person,
	const struct hearing *, const struct hearing *);
/* At least one rated item that was asked is answered. */
bool has_data(const struct alliance_attacked *, const struct attacked_round *,
	const struct hearing *, int person);
/* Section 3.5 of an aspect: its weight, 0 where there is no evidence. *evidence, 1 to 5. */
double evidence_in(const struct alliance_attacked *, const struct attacked_round *, int aspect,
	double *evidence);
/* Does an entry of the route test stand under somebody confidential? */
bool route_is_confidential(const struct alliance_attacked *, const struct facts *);
/* Identities in the file. */
void round_id(const struct alliance_attacked *, int round, char text[40]);

#endif
