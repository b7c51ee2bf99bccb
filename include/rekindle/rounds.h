/* SPDX-License-Identifier: MIT */
/*
 * Rounds of one alliance held against each other (rekindle-method(7), sections 8 and 9.5), and what
 * `compare` and `trend` print of that for people.
 */
#ifndef REKINDLE_ROUNDS_H
#define REKINDLE_ROUNDS_H

#include <rekindle/edition.h>
#include <rekindle/str.h>

/* One round with what is computed of it. */
struct round_read {
	struct record record; /* settled, and filled in by the caller */
	struct diagnosis diagnosis;
	struct edition_view view;
};
void round_compute(struct round_read *, enum edition);
void round_release(struct round_read *); /* with its record; of one not computed as well */

/* A round and one that it is held against. */
struct round_change {
	const struct round_read *before, *after; /* borrowed */
	struct trend_between trend;
	struct edition_trend shown; /* what may be printed of it */
};
/* Both are of one edition. Release when done, before the rounds. */
void round_compare(
	struct round_change *, const struct round_read *before, const struct round_read *after);
void round_change_release(struct round_change *);

/* What is said of a change, a paragraph each; NULL where there is nothing to say. */
struct round_said {
	const char *compared;      /* which rounds, how many were heard, over how many items */
	const char *moved;         /* what rose and fell, what cannot be told and what that takes */
	const char *people;        /* how many answered both times, are new, are gone */
	const char *joined, *left; /* who: those who are named as heard */
};
void round_say(struct round_said *, struct pool *, const struct round_change *);

/* compare on a terminal or pipe: every aspect, 80 columns. */
void report_compare_text(struct str *, const struct round_change *, bool ascii);
/* trend: the scores of count rounds, one or more, the oldest first, then what rose or fell in each
 * change, of a round with the one before: count - 1 of them. */
void report_trend_text(struct str *, const struct round_read *rounds,
	const struct round_change *changes, size_t count, bool ascii);

#endif
