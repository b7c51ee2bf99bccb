/* SPDX-License-Identifier: MIT */
/*
 * The numbers by which people call the actions of a plan: those under which they are stored; what
 * is not stored yet goes on behind them, as it will when it is.
 */
#include "plan_parts.h"

#include <rekindle/str.h>

const size_t *plan_by_number(struct pool *pool, const struct plan *draft)
{
	size_t *places = pool_alloc(pool, (draft->action_count + 1) * sizeof(*places));

	for (size_t i = 0; i < draft->action_count; i++) {
		size_t at = i;

		for (; at && draft->actions[places[at - 1]].number > draft->actions[i].number; at--)
			places[at] = places[at - 1];
		places[at] = i;
	}
	return places;
}

static int stored_number(const struct record *rec, const struct planned_action *planned)
{
	if (planned->stored >= 0)
		return rec->actions[planned->stored].number;
	for (size_t i = 0; i < rec->action_count; i++)
		if (rec->actions[i].library && str_same(rec->actions[i].library, planned->id))
			return rec->actions[i].number;
	return 0;
}

void plan_number(struct planning *p)
{
	int last = 0;

	for (size_t i = 0; i < p->rec->action_count; i++)
		if (p->rec->actions[i].number > last)
			last = p->rec->actions[i].number;
	for (size_t i = 0; i < p->plan->action_count; i++) {
		int number = stored_number(p->rec, &p->plan->actions[i]);
		p->plan->actions[i].number = number ? number : ++last;
	}
}
