/* SPDX-License-Identifier: MIT */
/*
 * How often the diagnosis names the true cause of simulated alliances (rekindle-method(7), section
 * 5.7), and none where nothing is wrong: calibrate BANK ALLIANCES [short], so many of each cell, a
 * quarter of them of each cause.
 *
 * short: two cells for each number of people alone. The same bank and number print the same on
 * every machine, and the alliances of a smaller number are the first of a greater one.
 */
#include "simulate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/diagnosis.h>

#define SEED UINT64_C(20261127)
#define VALUES_MOST 5

/* What the alliances, and what the program says of them, differ in. */
enum dimension { BY_PEOPLE, BY_DELTA, BY_DRAG, BY_HALO, BY_CAUSE, BY_GRADE, DIMENSIONS };
static const struct {
	const char *name;
	int width; /* of its column; negative: flush left */
	int count;
	int value[VALUES_MOST]; /* as in struct cell; enum cause; enum grade */
} dimensions[DIMENSIONS] = {
	[BY_PEOPLE] = { "people", 6, 5, { 2, 3, 5, 8, 15 } },
	[BY_DELTA] = { "delta", 6, 3, { 0, 500, 1000 } },
	[BY_DRAG] = { "drag", 6, 2, { 0, 50 } },
	[BY_HALO] = { "halo", 6, 2, { 600, 900 } },
	[BY_CAUSE] = { "cause", -10, CAUSE_COUNT,
		{ CAUSE_STRATEGY, CAUSE_TYPE, CAUSE_PARTNER, CAUSE_MANAGEMENT } },
	[BY_GRADE] = { "grade", -5, 4, { GRADE_A, GRADE_B, GRADE_C, GRADE_NONE } },
};
#define RESULTS (5 * 3 * 2 * 2 * CAUSE_COUNT * 4)

struct hits { /* of so many alliances */
	int alliances;
	int none, insufficient; /* no cause fails; what comes first has no score */
	int named;              /* the others: a primary cause is named */
	int found;              /* it is the true one */
	int right;              /* found; where nothing is wrong: no cause fails */
	int held;               /* the true one is in the leading set; the same */
	int leading;            /* causes in the leading sets, together */
};

/* By which value of each dimension: the first changes slowest. */
struct key {
	int at[DIMENSIONS];
};

static struct hits counted[RESULTS];

static struct key key_of(int index)
{
	struct key key;
	for (int d = DIMENSIONS - 1; d >= 0; d--) {
		key.at[d] = index % dimensions[d].count;
		index /= dimensions[d].count;
	}
	return key;
}

static int index_of(const struct key *key)
{
	int index = 0;
	for (int d = 0; d < DIMENSIONS; d++)
		index = index * dimensions[d].count + key->at[d];
	return index;
}

static int value_of(const struct key *key, enum dimension d)
{
	return dimensions[d].value[key->at[d]];
}

/* cause: the true one; PRIMARY_NONE: nothing is wrong. */
static void note(struct hits *hits, const struct primary *primary, int cause)
{
	hits->alliances++;
	hits->none += primary->cause == PRIMARY_NONE;
	hits->insufficient += primary->cause == PRIMARY_INSUFFICIENT;
	hits->right += primary->cause == cause;
	hits->held += cause == PRIMARY_NONE ? primary->cause == cause : primary->leading[cause];
	if (primary->cause >= CAUSE_COUNT)
		return;
	hits->named++;
	hits->found += primary->cause == cause;
	for (int c = 0; c < CAUSE_COUNT; c++)
		hits->leading += primary->leading[c];
}

static int place_of(enum grade grade)
{
	int at = 0;
	while (dimensions[BY_GRADE].value[at] != (int)grade)
		at++;
	return at;
}

/* The alliance of this number of its cell. */
static void diagnose(const struct instrument *bank, struct key key, int number)
{
	const struct cell cell = { value_of(&key, BY_PEOPLE), value_of(&key, BY_DELTA),
		value_of(&key, BY_DRAG), value_of(&key, BY_HALO) };
	struct record record;
	struct diagnosis diagnosis;
	key.at[BY_CAUSE] = number % CAUSE_COUNT;
	key.at[BY_GRADE] = 0;
	simulate(&record, bank, &cell, (enum cause)value_of(&key, BY_CAUSE),
		SEED << 32 ^ (uint64_t)index_of(&key) << 16 ^ (uint64_t)number);
	diagnosis_compute(&diagnosis, &record);
	key.at[BY_GRADE] = place_of(diagnosis.confidence.grade);
	note(&counted[index_of(&key)], &diagnosis.primary,
		cell.delta ? value_of(&key, BY_CAUSE) : PRIMARY_NONE);
	diagnosis_release(&diagnosis);
	record_release(&record);
}

/* The cells that the short run has of each number of people: mild or nothing wrong, dragging, of
 * the smaller halo. */
static bool in_short(const struct key *key)
{
	return value_of(key, BY_DELTA) != 1000 && value_of(key, BY_DRAG) == 50 &&
		value_of(key, BY_HALO) == 600;
}

static void diagnose_all(const struct instrument *bank, int alliances, bool brief)
{
	for (int i = 0; i < RESULTS; i++) {
		struct key key = key_of(i);
		if (key.at[BY_CAUSE] || key.at[BY_GRADE] || (brief && !in_short(&key)))
			continue;
		for (int number = 0; number < alliances; number++)
			diagnose(bank, key, number);
	}
}

/* Two keys are alike where it matters: in these dimensions. */
static bool alike(const struct key *a, const struct key *b, unsigned by)
{
	for (int d = 0; d < DIMENSIONS; d++)
		if (by >> d & 1u && a->at[d] != b->at[d])
			return false;
	return true;
}

/* Of all that are like it in these dimensions. */
static struct hits hits_of(const struct key *key, unsigned by)
{
	struct hits sum = { 0 };
	for (int i = 0; i < RESULTS; i++) {
		const struct hits *one = &counted[i];
		struct key other = key_of(i);
		if (!alike(key, &other, by))
			continue;
		sum.alliances += one->alliances;
		sum.none += one->none;
		sum.insufficient += one->insufficient;
		sum.named += one->named;
		sum.found += one->found;
		sum.right += one->right;
		sum.held += one->held;
		sum.leading += one->leading;
	}
	return sum;
}

static const char *value_text(const struct key *key, enum dimension d, char text[16])
{
	int value = value_of(key, d);
	if (d == BY_GRADE)
		return grade_word((enum grade)value);
	if (d == BY_CAUSE)
		return cause_info[value].id;
	if (d == BY_PEOPLE)
		snprintf(text, 16, "%d", value);
	else
		snprintf(text, 16, "%.1f", value / (d == BY_DRAG ? 100.0 : 1000.0));
	return text;
}

/* The first cells of a row; of the heading without a key. */
static void print_cells(const struct key *key, unsigned by)
{
	char text[16];
	for (int d = 0; d < DIMENSIONS; d++)
		if (by >> d & 1u)
			printf("%*s  ", dimensions[d].width,
				key ? value_text(key, (enum dimension)d, text)
				    : dimensions[d].name);
}

static void print_share(int part, int of)
{
	if (of)
		printf("%6d %%", (200 * part + of) / (2 * of));
	else
		printf("%8s", "-");
}

static void print_hits(const struct hits *hits)
{
	printf("%9d", hits->alliances);
	print_share(hits->right, hits->alliances);
	print_share(hits->held, hits->alliances);
	print_share(hits->none, hits->alliances);
	print_share(hits->insufficient, hits->alliances);
	print_share(hits->found, hits->named);
	if (hits->named)
		printf("%6.2f", (double)hits->leading / hits->named);
	else
		printf("%6s", "-");
	printf("\n");
}

/* Is there a row of it? Where nothing is wrong there is none of a cause. */
static bool has_row(const struct key *key, unsigned by, const struct hits *hits)
{
	static const struct key first;
	bool wrong = value_of(key, BY_DELTA) > 0;
	return alike(key, &first, ~by) && hits->alliances && (wrong || !(by >> BY_CAUSE & 1u));
}

/* A row for each value of these dimensions, everything else together. */
static void print_table(const char *title, unsigned by)
{
	printf("\n%s\n", title);
	print_cells(NULL, by);
	printf("alliances   right    held    none unknown   named   set\n");
	for (int i = 0; i < RESULTS; i++) {
		struct key key = key_of(i);
		struct hits hits = hits_of(&key, by);
		if (!has_row(&key, by, &hits))
			continue;
		print_cells(&key, by);
		print_hits(&hits);
	}
}

static void print_all(bool brief)
{
	enum {
		PEOPLE = 1u << BY_PEOPLE,
		DELTA = 1u << BY_DELTA,
		CAUSE = 1u << BY_CAUSE,
		GRADE = 1u << BY_GRADE,
		CELL = PEOPLE | DELTA | 1u << BY_DRAG | 1u << BY_HALO
	};
	print_table("by people and grade", PEOPLE | DELTA | GRADE);
	print_table("by people", PEOPLE | DELTA);
	print_table("by cause", DELTA | CAUSE);
	if (brief)
		return;
	print_table("by cell", CELL);
	print_table("by cell and grade", CELL | GRADE);
}

int main(int argc, char **argv)
{
	const struct instrument *bank = NULL;
	struct pool pool = { 0 };
	struct errmsg why;
	int alliances = argc > 2 ? atoi(argv[2]) : 0;
	bool brief = argc > 3 && !strcmp(argv[3], "short");
	if (alliances < 1 || alliances > UINT16_MAX) {
		fprintf(stderr, "usage: calibrate BANK ALLIANCES [short]\n");
		return EXIT_FAILURE;
	}
	if (instrument_load(argv[1], &pool, &bank, &why)) {
		fprintf(stderr, "calibrate: %s\n", why.text);
		return EXIT_FAILURE;
	}
	diagnose_all(bank, alliances, brief);
	printf("%s %s, %d alliances of each cell\n", bank->id, bank->version, alliances);
	print_all(brief);
	pool_release(&pool);
	return EXIT_SUCCESS;
}
