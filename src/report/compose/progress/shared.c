/* SPDX-License-Identifier: MIT */
/*
 * What the blocks of the progress report share: room on the page, days, actions by name.
 */
#include "../../write/write.h"
#include "progress.h"

#define TIME_LEAST 2 /* days until something is to be decided */

const char *round_day(struct compose *c, int day)
{
	return day == DATE_NONE ? words_plain(W_PROGRESS_DAY_UNKNOWN) : day_long(c, day);
}

/* On a day off the working day before it, if that leaves the time, else the one after. */
int friday_in(const struct compose *c, int today, int weeks)
{
	int friday = today + 5 - date_weekday(today);

	friday += 7 * (weeks + (friday - today < TIME_LEAST));
	int before = plan_day_before(c->rec, friday);
	return before - today < TIME_LEAST ? plan_day_after(c->rec, friday) : before;
}

void head_cells(struct compose *c, struct table *table, const char *const *heads, int count)
{
	struct row *row = doc_head_row(c->doc, table);

	for (int i = 0; i < count; i++)
		doc_cell(c->doc, row, "%s", heads[i]);
}

const char *action_named(struct progress *p, size_t at)
{
	return words(p->c->pool, W_PROGRESS_ACTION,
		hole_count("number", p->plan->actions[at].number),
		hole_text("title", shortened(p->c, p->plan->actions[at].title, 38)));
}

const size_t *late_actions(struct progress *p, bool blocked, size_t *count)
{
	size_t *late = NULL;

	*count = 0;
	for (size_t i = 0; i < p->plan->active_count; i++) {
		const struct planned_action *planned = &p->plan->actions[i];
		size_t at = *count;

		if (!plan_is_late(planned, p->today) &&
			!(blocked && planned->status == STATUS_BLOCKED))
			continue;
		POOL_APPEND(p->c->pool, late, *count);
		for (; at && p->plan->actions[late[at - 1]].due > planned->due; at--)
			late[at] = late[at - 1];
		late[at] = i;
	}
	return late;
}

bool hides_ratings(const struct progress *p)
{
	return facts_only(p->c) || (p->c->before && p->c->before->facts_only);
}

int page_room(const struct progress *p)
{
	return PAGE_LINES - 1 + p->page - doc_text_lines(p->c->doc); /* a blank line ends it */
}

int lines_composed(struct progress *p, void (*compose)(struct progress *, int), int with)
{
	struct doc scratch = { .chapters = NULL }, *kept = p->c->doc;
	int lines;

	p->c->doc = p->kept.doc = &scratch;
	compose(p, with);
	lines = scratch.chapters ? doc_text_lines(p->c->doc) + 1 : 0;
	p->c->doc = p->kept.doc = kept;
	doc_release(&scratch);
	return lines;
}

const char *rate_text(struct compose *c, int done, int due)
{
	return due ? say(c, "%d" NB "%%", (200 * done + due) / (2 * due)) : "-";
}
