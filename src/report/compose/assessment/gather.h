/* SPDX-License-Identifier: MIT */
/*
 * What the sections of the assessment report share: texts in a row, and how a report is read.
 */
#ifndef REKINDLE_REPORT_GATHER_H
#define REKINDLE_REPORT_GATHER_H

#include "../compose.h"

/* How far page 1 is shortened to fit one sheet: c->tight from 0 on; from these levels on it does
 * without what section 3 has as well. */
#define TIGHT_WORTH 1 /* what the grade is worth stands in section 2 */
#define TIGHT_DIFFERENCES 4
#define TIGHT_SHARED 5
#define TIGHT_READING 6 /* how it is read is told by the sections */
#define TIGHT_CAUSES 7  /* the causes stand in section 2 */
#define TIGHT_MOST 7
/* Of a list that has so many at best, and so many at least: shorter from the level after the first.
 */
int tightened(const struct compose *, int most, int least);

/* What such a grade was worth on simulated alliances, as a sentence; NULL where that was not
 * counted, and in the joint edition, whose grade rests on no runs. */
const char *worth_text(struct compose *);

/* The pieces of page 1 that rest on recorded facts. What the plan asks for next; NULL: no gate is
 * ahead. Performance with what it counts. How many objectives are complete; NULL: none is recorded.
 */
const char *decision_asked(struct compose *);
const char *performance_number(struct compose *);
const char *agreement_text(struct compose *);

/* Places of the first actions that are still open, by due date; how many. */
#define FIRST_ACTIONS 5
int first_actions(const struct compose *, size_t out[FIRST_ACTIONS]);
/* What was decided at a gate, as a sentence. */
const char *was_decided(struct compose *, const struct gate *);

void texts_limit(struct compose *, struct texts *, size_t most); /* the rest: "n more" */

/* An aspect with its score and n, with a capital where it begins the list: "Terms (2.19, n 5+5)".
 */
void add_scored(struct compose *, struct texts *, int scale);

/* What scores and the number of respondents mean, and whose they are. */
void add_reading(struct compose *, struct texts *, const struct texts *who);

#endif
