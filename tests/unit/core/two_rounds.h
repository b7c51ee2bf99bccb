/* SPDX-License-Identifier: MIT */
/*
 * Two rounds of one alliance for tests: built by hand, person by person, or at random.
 */
#ifndef REKINDLE_TESTS_TWO_ROUNDS_H
#define REKINDLE_TESTS_TWO_ROUNDS_H

#include "random.h"

static struct build before, after;

static inline struct uuid named(const char *name)
{
	static const struct uuid space = { { 1 } };
	return uuid_derive(&space, name);
}

static inline struct uuid numbered(int n)
{
	char name[16];
	snprintf(name, sizeof(name), "%d", n);
	return named(name);
}

/* The items by id, as a bank that was loaded has them. */
static inline void index_items(struct build *b, int by_id[BUILD_ITEMS])
{
	for (int i = 0; i < BUILD_ITEMS; i++) {
		int at = i;

		for (; at && strcmp(b->ids[by_id[at - 1]], b->ids[i]) > 0; at--)
			by_id[at] = by_id[at - 1];
		by_id[at] = i;
	}
	b->instrument.items_by_id = by_id;
}

static int sorted[2][BUILD_ITEMS];

static inline void begin(void)
{
	struct build *rounds[] = { &before, &after };

	for (int i = 0; i < 2; i++) {
		build_init(rounds[i]);
		index_items(rounds[i], sorted[i]);
		build_party(rounds[i], "A");
		build_party(rounds[i], "B");
		rounds[i]->rec.parties[0].object.id = named("party A");
		rounds[i]->rec.parties[1].object.id = named("party B");
	}
}

static inline int add(struct build *b, int party, struct uuid id)
{
	struct person *person = record_add(&b->rec, KIND_PERSON);
	int who;

	person->object.id = id;
	person->party = party;
	person->role = ROLE_MANAGER;
	who = build_respondent(b, party, ROLE_MANAGER);
	b->rec.respondents[who].person = (int)b->rec.person_count - 1;
	return who;
}

/* Two random rounds of one alliance; of three people about two are in both. */
static inline void random_rounds(uint64_t seed)
{
	struct build *rounds[] = { &before, &after };

	for (int i = 0; i < 2; i++) {
		random_build(rounds[i], 2 * seed + (uint64_t)i);
		index_items(rounds[i], sorted[i]);
		for (size_t r = 0; r < rounds[i]->rec.respondent_count; r++) {
			struct person *person = record_add(&rounds[i]->rec, KIND_PERSON);

			person->party = rounds[i]->rec.respondents[r].party;
			person->object.id =
				numbered(10000 * person->party + (int)r + (r % 3 ? 0 : 1000 * i));
			rounds[i]->rec.respondents[r].person = (int)r;
		}
	}
}

#endif
