/* SPDX-License-Identifier: MIT */
/*
 * What the sections of the assessment report share: texts in a row, and how a report is read.
 */
#ifndef REKINDLE_REPORT_GATHER_H
#define REKINDLE_REPORT_GATHER_H

#include "../compose.h"

void texts_limit(struct compose *, struct texts *, size_t most); /* the rest: "n more" */

/* An aspect with its score and n, with a capital where it begins the list: "Terms (2.19, n 5+5)".
 */
void add_scored(struct compose *, struct texts *, int scale);

/* What scores and the number of respondents mean, and whose they are. */
void add_reading(struct compose *, struct texts *, const struct texts *who);

#endif
