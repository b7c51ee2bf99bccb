/* SPDX-License-Identifier: MIT */
/*
 * What of the stored plan is due: counted, listed by day, and as the first line of the home when
 * nobody is left to hear.
 */
#include "home.h"

#include <rekindle/date.h>
#include <rekindle/utf8.h>

#define TITLE_MOST 100 /* cells of a title, whatever somebody wrote there */

/* Few enough that a plain insertion does: at most some dozens. */
static void add_due(struct home *home, const struct planned_action *planned, int today)
{
	char text[32];
	struct str title;
	POOL_APPEND(&home->pool, home->due, home->due_count);
	size_t at = home->due_count - 1;
	for (; at > 0 && home->due[at - 1].day > planned->due; at--)
		home->due[at] = home->due[at - 1];
	str_init(&title);
	utf8_cut(&title, UTF8_SCREEN, planned->title, TITLE_MOST);
	home->due[at] = (struct home_due){ .day = planned->due,
		.late = plan_is_late(planned, today),
		.title = pool_strdup(&home->pool, title.text),
		.when = planned->due == today
			? "today"
			: pool_printf(&home->pool, "%s%s", plan_is_late(planned, today) ? "! " : "",
				  date_short(planned->due, text)) };
	str_release(&title);
}

void home_gather_due(struct home *home, struct app *app)
{
	int late = 0;
	home->due = NULL;
	home->due_count = 0;
	home->due_now = 0;
	home->due_text = "none (no plan yet)";
	if (!plan_is_stored(&app->record))
		return;
	const struct plan *plan = app_plan(app);
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (!plan_is_open(planned))
			continue;
		add_due(home, planned, app->today);
		home->due_now += planned->due <= app->today;
		late += plan_is_late(planned, app->today);
	}
	home->due_text = !home->due_now ? "none"
		: !late                 ? pool_printf(&home->pool, "%d", home->due_now)
			: pool_printf(&home->pool, "%d, %d late", home->due_now, late);
}

const char *home_due_next(struct home *home, int today)
{
	const struct home_due *next = home->due;
	char day[32];
	if (!home->due_count)
		return NULL;
	if (next->late)
		return pool_printf(&home->pool, "Next: %s; due %s, %d d late.", next->title,
			date_short(next->day, day), today - next->day);
	return pool_printf(&home->pool, "Next: %s; due %s.", next->title,
		next->day == today ? "today" : date_long(next->day, day));
}
