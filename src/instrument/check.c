/* SPDX-License-Identifier: MIT */
/*
 * The validator of a bank, the same for the built-in one and a user's: head, route, fits, circles.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static void check_head(struct loading *loading, const struct instrument *instrument)
{
	if (!instrument->id)
		fault_bank(loading, RULE_INCOMPLETE,
			"id: is missing; give the bank an id of its own, such as ours");
	else if (!id_valid(instrument->id, true))
		fault_bank(loading, RULE_MEMBER,
			"id: \"%s\" must be made of lower-case letters, digits and _, "
			"in words joined by points",
			instrument->id);
	if (!instrument->version)
		fault_bank(loading, RULE_INCOMPLETE,
			"version: is missing; give the bank a version, such as \"1\"");
}

static void check_route(struct loading *loading, const struct instrument *instrument)
{
	for (int value = 0; value < ROUTE_VALUES; value++) {
		const struct route_question *given = &instrument->route[value];
		/* A question that lacks something was reported before. */
		if (!given->topic && !given->text && !given->low && !given->mid && !given->high)
			fault_list(loading, RULE_INCOMPLETE, MEMBER_ROUTE,
				"the question %s is missing; the route test has four",
				vocabulary_route_value.word[value]);
	}
}

static void check_fits(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->fit_count; i++) {
		const struct fit *fit = &instrument->fits[i];
		size_t j = 0;
		while (j < i &&
			(instrument->fits[j].ambition != fit->ambition ||
				instrument->fits[j].type != fit->type))
			j++;
		if (j < i && fit->ambition >= 0 && fit->type >= 0)
			fault_of(&(struct place){ loading, MEMBER_FIT, i }, RULE_DUPLICATE, NULL,
				"this pair of ambition and type is given twice");
	}
}

/* Take away, round by round, the actions that none of the others requires. */
static void leave_circles(const struct instrument *instrument, bool *gone)
{
	size_t count = instrument->action_count;
	bool *needed = mem_alloc(count * sizeof(*needed)), moved = true;
	while (moved) {
		moved = false;
		memset(needed, 0, count * sizeof(*needed));
		for (size_t i = 0; i < count; i++)
			for (size_t r = 0; !gone[i] && r < instrument->actions[i].required_count;
				r++)
				if (instrument->actions[i].required[r] >= 0)
					needed[instrument->actions[i].required[r]] = true;
		for (size_t i = 0; i < count; i++)
			if (!gone[i] && !needed[i])
				gone[i] = moved = true;
	}
	free(needed);
}

/* Take away, round by round, the actions whose prerequisites are all gone; what stays is a cycle
 * or waits for one. */
static void check_cycles(struct loading *loading, const struct instrument *instrument)
{
	size_t count = instrument->action_count;
	bool *gone = mem_alloc(count * sizeof(*gone)), moved = true;
	while (moved) {
		moved = false;
		for (size_t i = 0; i < count; i++) {
			const struct action *action = &instrument->actions[i];
			bool waits = gone[i];
			for (size_t r = 0; !waits && r < action->required_count; r++)
				waits = action->required[r] >= 0 && !gone[action->required[r]];
			gone[i] |= !waits;
			moved |= !waits;
		}
	}
	leave_circles(instrument, gone);
	for (size_t i = 0; i < count; i++)
		if (!gone[i])
			fault_of(&(struct place){ loading, MEMBER_ACTIONS, i }, RULE_CIRCLE,
				"requires",
				"the actions require each other in a circle; take one link out");
	free(gone);
}

void check_bank(struct loading *loading, const struct instrument *instrument)
{
	/* What has a line comes first, what is missing from the whole bank last. */
	check_items(loading, instrument);
	check_fits(loading, instrument);
	check_cycles(loading, instrument);
	check_head(loading, instrument);
	check_complete(loading, instrument);
	check_route(loading, instrument);
}
