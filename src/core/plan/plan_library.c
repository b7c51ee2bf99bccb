/* SPDX-License-Identifier: MIT */
/*
 * Actions of the library as a plan has them, and stored ones beside them.
 */
#include <rekindle/str.h>
#include "plan_parts.h"

bool plan_action_active(const struct plan_action *kept)
{
	return kept->active != TRI_NO && kept->due != DATE_NONE;
}

bool plan_action_open(const struct plan_action *kept)
{
	return kept->status != STATUS_DONE && kept->status != STATUS_DROPPED;
}

static bool has_words(const struct plan_action *action)
{
	return action->title || action->what || action->done_when || action->resources ||
		action->kpi || action->retest || action->required || action->note ||
		action->reason || action->every;
}

bool plan_action_touched(const struct plan_action *action, bool owned)
{
	return !action->library || action->status != STATUS_OPEN || has_words(action) ||
		action->step != INT_NONE || action->effort_days != INT_NONE ||
		action->closed != DATE_NONE || action->quick_win != TRI_UNKNOWN ||
		action->dated == TRI_YES || action->moved == TRI_YES || action->objective >= 0 ||
		action->adopted == TRI_YES || owned;
}

const struct action *library_action(const struct instrument *instrument,
	const struct plan_action *kept, const struct instrument **from)
{
	int at;
	const struct instrument *bank = kept->library
		? instrument_having(instrument, instrument_action, kept->library, &at)
		: NULL;

	if (from)
		*from = bank;
	return bank ? &bank->actions[at] : NULL;
}

int plan_action_step(const struct instrument *instrument, const struct plan_action *kept)
{
	const struct action *action = library_action(instrument, kept, NULL);

	if (kept->step >= 1 && kept->step <= PLAN_STEPS)
		return kept->step;
	return action ? action->step : 1;
}

const char *plan_action_title(const struct instrument *instrument, const struct plan_action *kept)
{
	const struct action *action = library_action(instrument, kept, NULL);

	if (!str_blank(kept->title))
		return kept->title;
	return action ? action->title : kept->library ? kept->library : "";
}

static const char *const *ids_of_items(
	struct pool *pool, const struct instrument *instrument, const struct action *action)
{
	const char **ids = pool_alloc(pool, (action->retest_count + 1) * sizeof(*ids));

	for (size_t i = 0; i < action->retest_count; i++)
		ids[i] = instrument->items[action->retest[i]].id;
	return ids;
}

static const char *const *ids_of_actions(
	struct pool *pool, const struct instrument *instrument, const struct action *action)
{
	const char **ids = pool_alloc(pool, (action->required_count + 1) * sizeof(*ids));

	for (size_t i = 0; i < action->required_count; i++)
		ids[i] = instrument->actions[action->required[i]].id;
	return ids;
}

void planned_of_library(struct pool *pool, const struct instrument *instrument,
	const struct action *action, struct planned_action *planned)
{
	*planned = (struct planned_action){
		.action = action,
		.stored = -1,
		.id = action->id,
		.step = action->step,
		.title = action->title,
		.what = action->what,
		.done_when = action->done_when,
		.resources = action->resources,
		.effort_days = action->effort_days,
		.kpi = action->kpi < 0 ? NULL : instrument->kpis[action->kpi].id,
		.retest = ids_of_items(pool, instrument, action),
		.retest_count = action->retest_count,
		.required = ids_of_actions(pool, instrument, action),
		.required_count = action->required_count,
		.quick_win = action->quick_win,
		.start = DATE_NONE,
		.due = DATE_NONE,
		.closed = DATE_NONE,
		.objective = -1,
	};
}
