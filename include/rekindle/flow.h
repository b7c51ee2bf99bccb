/* SPDX-License-Identifier: MIT */
/*
 * The order of a guided session: which questions one respondent is asked, where we are, what is
 * still open, how many minutes are left. Shared by the terminal interface and line mode.
 * Pure: the caller brings the record, keeps it up to date and tells the minutes used.
 */
#ifndef REKINDLE_FLOW_H
#define REKINDLE_FLOW_H

#include <rekindle/record.h>

struct flow {
	const struct record *record;
	int respondent;
	int *items; /* indices of items in the order of asking */
	size_t count;
	size_t at; /* 0 to count - 1 */
};

/*
 * Questions of the respondent's role in instrument order: section interview (in a pulse the rated
 * items of the health check only). An empty flow (count 0) is possible. Release when done. The
 * record may be settled again meanwhile, but not loaded anew: then begin a new flow.
 */
void flow_init(struct flow *, const struct record *, int respondent);
void flow_release(struct flow *);

/* Is it a question of sessions, of those with that role? In a pulse those of the health check alone
 * are. */
bool flow_has(const struct item *, bool pulse);
bool flow_asks(const struct item *, enum role, bool pulse);
/* Tenths of a minute that it takes to answer. */
int flow_tenths(const struct item *);

/* Move; false at the ends (nothing moves). */
bool flow_next(struct flow *);
bool flow_back(struct flow *);
bool flow_jump(struct flow *, size_t number); /* 1-based question number; false out of range */
/* Question number (0-based) of an item, or -1. */
int flow_find(const struct flow *, int item);

/* State of question i: STATE_BLANK without an answer. */
enum answer_state flow_state(const struct flow *, size_t i);
/* Why question i is still to be settled: blank, not applicable without a reason, or points that do
 * not make 100. */
enum flow_gap { GAP_NONE, GAP_BLANK, GAP_REASON, GAP_POINTS };
enum flow_gap flow_gap(const struct flow *, size_t i);
bool flow_open(const struct flow *, size_t i); /* is there a gap? */
/* Next question to settle after `from` (wraps), or -1. */
int flow_next_gap(const struct flow *, size_t from);

struct flow_counts {
	/* settled: answered (but for uneven points), dk, na, declined, not asked */
	int questions, answered, settled;
	int core, core_settled, core_blank;
	int dont_know, not_applicable, no_reason, declined, not_asked, blank, flagged;
	int uneven; /* points that do not make 100 */
	int open;   /* how many have a gap */
};
struct flow_counts flow_count(const struct flow *);

/* Minutes that the questions not yet settled will take, rounded up. */
int flow_minutes_needed(const struct flow *);
/* Minutes left of those agreed on, a begun one counted, never below 0; INT_NONE when none were
 * agreed on. */
int flow_minutes_left(const struct flow *, int seconds_used);
/* Are fewer minutes left than the open questions need? False when none were agreed on. */
bool flow_short(const struct flow *, int seconds_used);
/* When fewer minutes are left than needed: the next core question to settle after the present one
 * (wraps), else the next question. -1 when nothing is left. */
int flow_advise(const struct flow *, int seconds_used);

char state_letter(enum answer_state); /* d x r - . and 'A' for answered */

#endif
