/* SPDX-License-Identifier: MIT */
/*
 * The rounds of the alliance behind a report: each is computed when it is asked for first, in the
 * edition of the report.
 */
#ifndef REKINDLE_REPORT_PAST_H
#define REKINDLE_REPORT_PAST_H

#include <rekindle/proof.h>
#include "compose.h"

struct past_round {
	const struct record *record;
	const struct diagnosis *diagnosis; /* as the view has it; NULL until it is asked for */
	const struct edition_view *view;
	struct diagnosis *own; /* the one from which both were made here, NULL: they are others' */
};

struct past {
	struct pool pool;
	struct past_round *rounds; /* the oldest first */
	const struct record **records;
	size_t count;
	int now; /* the one that is reported on */
	enum edition edition;
	struct proof proof; /* of the plan, where it is stored and goes on */
};

void past_open(struct past *, const struct compose *);
void past_close(struct past *);
/* What the edition shows of a plan; release it before the rounds. */
void past_plan(struct past *, const struct plan *, struct edition_plan *);
/* What tests the plan's actions again, once compose->plan is what is shown. */
void past_prove(struct past *, const struct compose *);
/* With its diagnosis and view. */
const struct past_round *past_round(struct past *, int at);
/* Are the last two full rounds up to this one such that the alliance is revived, and may be said to
 * be? They are filled in. */
bool past_revived(struct past *, struct proof_pair *);
/* That it is, in a sentence; NULL: it is not, or that may not be said. */
const char *past_revived_text(struct compose *);
#endif
