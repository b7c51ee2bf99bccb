/* SPDX-License-Identifier: MIT */
/*
 * What compare, trend and the progress report say alike of rounds.
 */
#ifndef REKINDLE_REPORT_ROUNDS_H
#define REKINDLE_REPORT_ROUNDS_H

#include <rekindle/rounds.h>
#include "../compose.h"

/* A document about the later round, from what the edition shows. */
void rounds_begin(struct compose *, struct doc *, const struct round_read *);
/* Of each round whose figures are those of an earlier joint edition, from when they are. */
void rounds_as_of(struct compose *, const struct round_read *);
/* A score as the edition prints it, "(w)" where it is withheld, "-" where there is none. */
const char *rounds_score(struct compose *, double score, bool hidden);

/* "baseline, 15 October 2026 (n 5+5)": the rounds and the items; false: they have none in common.
 */
bool rounds_compared(struct compose *, const struct round_change *);
/* What rose, what fell, what cannot be told and what that takes. */
void rounds_moved(struct compose *, const struct round_change *);
/* The same as text; NULL where there is nothing to say. */
const char *rounds_compared_text(struct compose *, const struct round_change *);
const char *rounds_moved_text(struct compose *, const struct round_change *);
const char *rounds_people_text(struct compose *, const struct round_change *);
/* How many answered both times, how many are new and gone. */
void rounds_people(struct compose *, const struct round_change *);
/* The same under a head, and who is named as heard in one of them alone; not in the joint edition.
 */
void rounds_heard(struct compose *, const struct round_change *);
/* A table of aspects, by cause with its scores: all, or those alone that rose or fell. */
void rounds_table(struct compose *, const struct round_change *, bool all);
/* All of them, what the columns mean, and in the internal edition who was heard. */
void rounds_whole(struct compose *, const struct round_change *);
/* A row of it: aspect, before, after, change, pairs, p, what is said of it. */
void rounds_row(struct compose *, struct table *, int aspect, const struct edition_change *);
/* What the joint edition leaves out of these changes; nothing in the internal one. */
void rounds_left_out_items(struct compose *, const struct round_change *, size_t count);
void rounds_left_out(struct compose *, const struct round_change *, size_t count);

#endif
