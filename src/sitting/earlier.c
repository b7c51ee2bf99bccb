/* SPDX-License-Identifier: MIT */
/*
 * What the person of an interview said in the rounds before.
 */
#include <rekindle/sitting.h>
#include <rekindle/words.h>
#include "rounds.h"

struct looking {
	const struct sitting *sitting;
	struct sitting_earlier *earlier;
	int64_t person;
	bool over; /* this round was met: what follows is later */
};

static int respondent_of(const struct record *round, int64_t person)
{
	int at = rounds_person(round, person);

	return at < 0 ? -1 : sitting_of_person(round, at);
}

/* Of what was answered there, what is asked here as well. */
static void take(struct looking *looking, const struct flow *then)
{
	const struct flow *now = &looking->sitting->flow;

	for (size_t i = 0; i < then->count; i++) {
		const char *id = then->record->instrument->items[then->items[i]].id;
		int item = instrument_item(now->record->instrument, id);
		int question = item < 0 ? -1 : flow_find(now, item);
		if (question >= 0 && flow_state(then, i) != STATE_BLANK)
			looking->earlier->said[question] =
				words_answer(&looking->earlier->pool, then, i);
	}
}

static enum err visit(struct store *store, struct record *round, void *data, struct errmsg *why)
{
	struct looking *looking = data;
	struct flow flow;

	(void)store;
	(void)why;
	looking->over |=
		round->assessment.object.key == looking->sitting->record->assessment.object.key;
	int respondent = looking->over ? -1 : respondent_of(round, looking->person);
	if (respondent < 0)
		return ERR_NONE;
	flow_init(&flow, round, respondent);
	take(looking, &flow);
	flow_release(&flow);
	return ERR_NONE;
}

void sitting_earlier(const struct sitting *sitting, struct sitting_earlier *earlier)
{
	const struct record *record = sitting->record;
	int person = sitting_respondent(sitting)->person;
	struct looking looking = { .sitting = sitting, .earlier = earlier };

	*earlier = (struct sitting_earlier){ .said = NULL };
	earlier->said =
		pool_alloc(&earlier->pool, (sitting->flow.count + 1) * sizeof(*earlier->said));
	if (person < 0)
		return;
	looking.person = record->people[person].object.key;
	rounds_each(sitting->store, record->alliance.object.key, visit, &looking, NULL);
}

void sitting_earlier_release(struct sitting_earlier *earlier)
{
	pool_release(&earlier->pool);
	*earlier = (struct sitting_earlier){ .said = NULL };
}
