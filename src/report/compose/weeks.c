/* SPDX-License-Identifier: MIT */
/*
 * The active actions of the plan by week. The report is of the day of its assessment, so nothing is
 * late in it: that is for the progress report.
 */
#include "compose.h"

static const enum gantt_state state_of[STATUS_COUNT] = {
	[STATUS_OPEN] = GANTT_OPEN,
	[STATUS_BLOCKED] = GANTT_OPEN,
	[STATUS_STARTED] = GANTT_STARTED,
	[STATUS_DONE] = GANTT_DONE,
};

static int last_day(const struct plan *plan)
{
	int last = plan->start;

	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].due > last)
			last = plan->actions[i].due;
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].day > last)
			last = plan->gates[i].day;
	return last;
}

/* What was dropped has no bar. */
void compose_weeks(struct compose *c)
{
	const struct plan *plan = c->plan;
	struct block *block;

	if (!plan->active_count)
		return;
	doc_head(c->doc, NULL, "The plan by week", NULL);
	block = doc_gantt(c->doc, 2, plan->start - (date_weekday(plan->start) + 6) % 7,
		last_day(plan), DATE_NONE);
	for (size_t i = 0; i < plan->gate_count; i++)
		doc_gantt_gate(
			c->doc, block, say(c, "G%d", plan->gates[i].number), plan->gates[i].day);
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (planned->status != STATUS_DROPPED)
			doc_gantt_row(c->doc, block,
				(struct gantt_row){
					say(c, "%2d %s", planned->number, planned->title),
					planned->start, planned->due, state_of[planned->status],
					words_status(planned->status) });
	}
}
