/* SPDX-License-Identifier: MIT */
/*
 * What the figures of a release hold beside the numbers and marks of a view.
 */
#ifndef REKINDLE_CORE_FIGURES_H
#define REKINDLE_CORE_FIGURES_H

#include "edition.h"
#include "printed.h"

#define FIGURES_FORM 2 /* without one they hold less */
void figures_form(struct printed *, int *form);

/* Its severity; 0: it is not there. The id of figures names a party by what never changes. */
void figures_finding(struct printed *, int *severity, enum finding_kind, int subject, int party);
bool figures_of_party(enum finding_kind); /* may such a finding be of a party? */

/* By stances alone; TRACK_COUNT: they decide nothing. */
enum track figures_forced(const struct record *);
/* A track that stances decide is no matter of the ratings: it is not carried. */
void figures_track(struct printed *, struct diagnosis *shown);

#endif
