/* SPDX-License-Identifier: MIT */
/*
 * What a round has from the one before, in words.
 */
#include <rekindle/words.h>

#include <rekindle/schema.h>

static const struct {
	enum kind kind;
	enum sentence sentence;
} kinds[] = {
	{ KIND_OBJECTIVE, W_CARRIED_OBJECTIVES },
	{ KIND_MILESTONE, W_CARRIED_MILESTONES },
	{ KIND_PROCESS, W_CARRIED_PROCESS },
	{ KIND_CHECKLIST, W_CARRIED_CHECKLISTS },
	{ KIND_RISK, W_CARRIED_RISKS },
	{ KIND_INCIDENT, W_CARRIED_INCIDENTS },
	{ KIND_CONTRIBUTION, W_CARRIED_CONTRIBUTIONS },
};

const char *words_carried(struct pool *pool, const int *count)
{
	struct texts list = { 0 };

	int profiles = count[KIND_PROFILE] + count[KIND_PARTY_PROFILE];
	if (profiles)
		texts_add(pool, &list, words(pool, W_CARRIED_PROFILES, hole_count("n", profiles)));
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (count[kinds[i].kind])
			texts_add(pool, &list,
				words(pool, kinds[i].sentence,
					hole_count("n", count[kinds[i].kind])));
	return words_names(pool, &list);
}
