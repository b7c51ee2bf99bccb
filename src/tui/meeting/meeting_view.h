/* SPDX-License-Identifier: MIT */
/*
 * A meeting of a body of the charter: above what it has to look at, below its minutes.
 */
#ifndef TUI_MEETING_VIEW_H
#define TUI_MEETING_VIEW_H

#include <rekindle/agenda.h>
#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"

enum meeting_question { MEETING_ASK_DECISION, MEETING_ASK_NOTE, MEETING_ASK_DAY };

struct meeting_view {
	enum body body;
	int day;          /* of the meeting shown, which need not be recorded */
	struct list list; /* decisions, then notes */
	enum meeting_question asking;
	struct page agenda, about; /* about: the row in focus in full */
	int list_row, about_row;
	/* laid out: the rows, and how many of each list */
	struct pool pool;
	struct minute *rows[MINUTES_LISTS];
	size_t count[MINUTES_LISTS];
};

/* meeting_rows.c */
/* The row in focus: of which list, and its place there; false: there is none. */
bool meeting_focused(const struct meeting_view *, enum minute_list *, size_t *at);
/* The rows as the record now has them. */
void meeting_gather(struct meeting_view *, const struct record *);

/* meeting_draw.c */
void meeting_layout(struct screen *, int rows, int cols);
void meeting_draw(const struct screen *, const struct canvas *);

/* meeting_change.c: each durable and one step of undo; false: refused, the message row says why. */
struct meeting_list { /* one list of the meeting of a body and day as it is to be */
	enum body body;
	int day;
	enum minute_list list;
	const struct minute *minutes;
	size_t count;
	const struct minute *file; /* goes behind the note of what it is filed to; NULL: none */
};
bool meeting_put(struct app *, const struct meeting_list *);
bool meeting_move_to(struct app *, int meeting, int day);

/* meeting_form.c */
struct minute_arg {
	int meeting; /* index in the record */
	enum minute_list list;
	size_t at;
};
extern const struct screen_ops screen_minute;

#endif
