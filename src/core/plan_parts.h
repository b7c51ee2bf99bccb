/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the plan share: triggers (trigger.c), choice (select.c), dates (schedule.c) and
 * what the plan says about itself (plan.c).
 */
#ifndef REKINDLE_PLAN_PARTS_H
#define REKINDLE_PLAN_PARTS_H

#include <rekindle/plan.h>

#define SEVERITY_RED 3            /* from here on a finding must have an action */

struct planning {
	struct plan *plan;
	const struct record *rec;
	const struct diagnosis *diagnosis;
};

/* Every action of the track and every triggered one, with the findings that each answers. */
void plan_gather(struct planning *);
/* Which of them are active. */
void plan_select(struct planning *);
/* Dates of the active ones, and the order of all. */
void plan_schedule(struct planning *);

/* Does this track need early successes to keep both sides in? */
bool track_wants_wins(enum track);

/* A new text at the end of a list kept in the pool. */
void text_append(struct pool *, const char ***list, size_t *count, const char *text);

#endif
