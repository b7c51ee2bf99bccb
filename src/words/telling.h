/* SPDX-License-Identifier: MIT */
/*
 * What the words about a diagnosis share: what is told of, and the phrases that recur.
 */
#ifndef REKINDLE_WORDS_TELLING_H
#define REKINDLE_WORDS_TELLING_H

#include <rekindle/words.h>

struct telling {
	struct pool *pool;
	const struct record *rec;
	const struct diagnosis *d;
	const struct finding *finding; /* NULL: of none */
};

const char *tell_label(const struct telling *, int party);
/* "5+5": how many people of each side. */
const char *tell_n(const struct telling *, const int n[PARTIES_MAX]);
const char *tell_scale_n(const struct telling *, int scale);
/* "2.33", "no score" */
const char *tell_score(const struct telling *, double score);
/* Each side with its value: "Phoenix 2.33"; of those without one "Phoenix none" where asked for. */
struct texts tell_values(const struct telling *, const double value[PARTIES_MAX], bool none);
/* "Phoenix partner 41, GenTech management 48": the first of each party's tops. */
const char *tell_tops(const struct telling *);
/* "Phoenix 3.00, GenTech 1.60"; "" when nobody rated it. */
const char *tell_item_values(const struct telling *, int item);
const char *tell_item(const struct telling *, int item); /* its shorthand, else its topic */
/* A text of the user's without the stop at its end: the sentence around it has its own. */
const char *tell_unstopped(const struct telling *, const char *text);
/* "Change of ownership at GenTech" */
const char *tell_event(const struct telling *, const struct event *);
/* "Phoenix small, GenTech global" */
const char *tell_sizes(const struct telling *);
/* "Ruth Levin, GenTech"; by party and role where that is all they allow. */
const char *tell_speaker(const struct telling *, int respondent);

#endif
