/* SPDX-License-Identifier: MIT */
/*
 * What of the stored plan is due: counted, listed by day, and as the first line of the home when
 * nobody is left to hear.
 */
#include "home.h"

#include <rekindle/utf8.h>

#define TITLE_MOST 100 /* cells of a title, whatever somebody wrote there */

/* Few enough that a plain insertion does: at most some dozens. */
static void add_due(struct home *home, const struct planned_action *planned, int today)
{
	bool late = plan_is_late(planned, today);
	struct str title;
	POOL_APPEND(&home->pool, home->due, home->due_count);
	size_t at = home->due_count - 1;
	for (; at > 0 && home->due[at - 1].day > planned->due; at--)
		home->due[at] = home->due[at - 1];
	str_init(&title);
	utf8_cut(&title, UTF8_SCREEN, planned->title, TITLE_MOST);
	home->due[at] = (struct home_due){ .day = planned->due,
		.late = late,
		.title = pool_strdup(&home->pool, title.text),
		.when = planned->due == today ? words_plain(W_WHEN_TODAY)
					      : words(&home->pool, late ? W_WHEN_LATE : W_WHEN_DAY,
							hole_day("day", planned->due, DAY_SHORT)) };
	str_release(&title);
}

static const char *decision_text(struct home *home, const struct gate *gate)
{
	return gate ? words(&home->pool, W_NEXT_LEADS_TO, hole_count("gate", gate->number),
			      hole_text("otherwise", gate_otherwise(gate)))
		    : NULL;
}

void home_gather_due(struct home *home, struct app *app)
{
	int late = 0;
	home->due = NULL;
	home->due_count = 0;
	home->due_now = 0;
	home->due_text = words_plain(W_DUE_NO_PLAN);
	home->decision = NULL;
	if (!plan_is_stored(&app->record))
		return;
	const struct plan *plan = app_plan(app);
	home->decision = decision_text(home, plan_leads_to(plan));
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (!plan_is_open(planned))
			continue;
		add_due(home, planned, app->today);
		home->due_now += planned->due <= app->today;
		late += plan_is_late(planned, app->today);
	}
	struct hole due = hole_count("due", home->due_now);
	home->due_text = !home->due_now ? words_plain(W_DUE_NONE)
		: !late                 ? words(&home->pool, W_DUE, due)
			: words(&home->pool, W_DUE_LATE, due, hole_count("late", late));
}

const char *home_due_next(struct home *home, int today)
{
	const struct home_due *next = home->due;
	if (!home->due_count)
		return NULL;
	struct hole title = hole_text("title", next->title);
	if (next->day == today)
		return words(&home->pool, W_NEXT_TODAY, title);
	if (!next->late)
		return words(&home->pool, W_NEXT_DUE, title, hole_day("day", next->day, DAY_LONG));
	return words(&home->pool, W_NEXT_LATE, title, hole_day("day", next->day, DAY_SHORT),
		hole_count("late", today - next->day));
}
