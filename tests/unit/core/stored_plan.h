/* SPDX-License-Identifier: MIT */
/*
 * A plan drawn up for two parties with the built-in library, and kept among the record's objects.
 */
#ifndef REKINDLE_TESTS_STORED_PLAN_H
#define REKINDLE_TESTS_STORED_PLAN_H

#include "build.h"
#include <rekindle/plan.h>

/* Two parties of three who rate everything alike, and the built-in library. */
static inline void begin(struct build *b, struct diagnosis *diagnosis, int value)
{
	build_pair(b, 3, value);
	b->instrument.actions = instrument_builtin()->actions;
	b->instrument.action_count = instrument_builtin()->action_count;
	b->instrument.kpis = instrument_builtin()->kpis;
	b->instrument.kpi_count = instrument_builtin()->kpi_count;
	for (int party = 0; party < 2; party++) {
		struct person *person = record_add(&b->rec, KIND_PERSON);
		person->party = party;
		person->role = ROLE_MANAGER;
		person->name = party ? "Bo" : "Ana";
	}
	build_diagnose(b, diagnosis);
	/* what an action re-tests are items of the built-in bank */
	b->instrument.items = instrument_builtin()->items;
}

static const char *const proposed[PROPOSAL_COUNT] = { "form", "weight", "value", "terms",
	"clause" };

static inline size_t keep(struct build *b, const struct diagnosis *diagnosis, const char *start)
{
	struct plan draft;

	plan_compute(&draft, &b->rec, diagnosis, build_day(start));
	size_t kept = plan_keep(&b->rec, &draft, proposed);
	plan_release(&draft);
	return kept;
}

static inline void end(struct build *b, struct diagnosis *diagnosis)
{
	b->instrument.items = b->items;
	diagnosis_release(diagnosis);
	build_release(b);
}

#endif
