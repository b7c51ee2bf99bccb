/* SPDX-License-Identifier: MIT */
/*
 * What the blocks of the progress report share.
 */
#ifndef REKINDLE_REPORT_PROGRESS_H
#define REKINDLE_REPORT_PROGRESS_H

#include "../compose.h"

struct progress {
	struct compose *c;       /* this round */
	struct compose kept;     /* the same with the stored plan, not with a draft */
	const struct plan *plan; /* NULL: none is stored, or it goes on in a later round */
	int today;
	const struct trend_between *trend; /* NULL: no round came before */
	const struct edition_trend *shown; /* what may be printed of it */
	bool revived;                      /* and said so */
	bool happened;                     /* events stand on page 1 */
	int page;                          /* line on which the present page begins */
};

/* Lines left on the present page, as text has them. */
int page_room(const struct progress *);
/* Lines that a block takes with the blank one before it, 0 where nothing is said; measured on a
 * document that nobody reads. */
int lines_composed(struct progress *, void (*compose)(struct progress *, int), int with);

/* Does one of the two rounds show facts alone? Then nothing is said of what has changed. */
bool hides_ratings(const struct progress *);

/* "67 %" of what was due; "-" where nothing was. */
const char *rate_text(struct compose *, int done, int due);
/* The day of a round: "22 April 2026", "an unknown day". */
const char *round_day(struct compose *, int day);
/* The Friday of that many weeks on, at least two days away; where that is a day off, a working day
 * beside it. */
int friday_in(const struct compose *, int today, int weeks);
/* The first row of a table: what its columns are. */
void head_cells(struct compose *, struct table *, const char *const *heads, int count);
/* "action 7 (Amendment list)": its number, and of the title what a line holds. */
const char *action_named(struct progress *, size_t at);
/* Places of the late actions by due date, in the document's pool; with those that are blocked, late
 * or not. */
const size_t *late_actions(struct progress *, bool blocked, size_t *count);

/* "quick wins 3 of 3, other actions 12 of 14 done, which passes": what is due by a gate. */
const char *gate_standing(struct progress *, const struct gate *);

void progress_status(struct progress *);
void progress_decisions(struct progress *);
void progress_plan(struct progress *);
void progress_kpis(struct progress *);
void progress_check(struct progress *);
int check_lines(struct progress *); /* that it takes at most, with the blank one before it */
/* Rates by quarter, so many lines at most. */
void progress_quarters(struct progress *, int room);
/* What the meetings have decided, the newest first: so many of them at most. */
void progress_decided(struct progress *, int most);
int decided_shown(struct progress *, int room); /* for how many of them there is room */
int decided_lines(struct progress *, int most); /* that so many take; 0 where none decided */
void progress_page(struct progress *);
void progress_next(struct progress *);
int next_lines(struct progress *); /* that it takes at least */

#endif
