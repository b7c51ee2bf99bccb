/* SPDX-License-Identifier: MIT */
/*
 * The minutes of the meeting shown as rows: decisions, then notes.
 */
#include "meeting_view.h"

void meeting_gather(struct meeting_view *view, const struct record *record)
{
	int at = meeting_on(record, view->body, view->day);
	pool_release(&view->pool);
	view->pool = (struct pool){ 0 };
	for (int list = 0; list < MINUTES_LISTS; list++) {
		view->rows[list] = NULL;
		view->count[list] = 0;
		if (at >= 0)
			view->rows[list] = minutes_read(&view->pool, record, &record->meetings[at],
				(enum minute_list)list, &view->count[list]);
	}
}

bool meeting_focused(const struct meeting_view *view, enum minute_list *list, size_t *at)
{
	size_t decisions = view->count[MINUTES_DECISIONS];
	*at = (size_t)view->list.at;
	*list = *at < decisions ? MINUTES_DECISIONS : MINUTES_NOTES;
	*at -= *list == MINUTES_NOTES ? decisions : 0;
	return *at < view->count[*list];
}
