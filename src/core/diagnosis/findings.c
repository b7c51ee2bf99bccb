/* SPDX-License-Identifier: MIT */
/*
 * Findings (rekindle-method(7), section 6a): everything that the diagnosis states, with its
 * severity, in the order in which it is read.
 */
#include <stdlib.h>
#include "findings.h"

/* Severity, then upstream (what belongs to no cause comes last), then the order of making. */
static int compare(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left;
	const struct finding *b = *(const struct finding *const *)right;
	int cause_a = a->cause < 0 ? CAUSE_COUNT : a->cause;
	int cause_b = b->cause < 0 ? CAUSE_COUNT : b->cause;
	if (a->severity != b->severity)
		return b->severity - a->severity;
	if (cause_a != cause_b)
		return cause_a - cause_b;
	if (a->scale != b->scale)
		return a->scale - b->scale;
	return a < b ? -1 : a > b;
}

void findings_order(struct diagnosis *d)
{
	if (!d->finding_count)
		return;
	const struct finding **order = mem_alloc(d->finding_count * sizeof(*order));
	struct finding *sorted = pool_alloc(&d->pool, d->finding_count * sizeof(*sorted));
	for (size_t i = 0; i < d->finding_count; i++)
		order[i] = &d->findings[i];
	qsort(order, d->finding_count, sizeof(*order), compare);
	for (size_t i = 0; i < d->finding_count; i++)
		sorted[i] = *order[i];
	free(order);
	d->findings = sorted;
}

void findings_compute(struct diagnosis *d, const struct record *rec)
{
	static void (*const makers[FINDING_KINDS])(struct maker *) = {
		[FINDING_KNOCKOUT] = find_knockouts,
		[FINDING_EXIT] = find_exit,
		[FINDING_CAUSE] = find_causes,
		[FINDING_ASPECT] = find_aspects,
		[FINDING_GAP] = find_gaps,
		[FINDING_KILLER] = find_killers,
		[FINDING_PAIN] = find_pain,
		[FINDING_BLAME] = find_blame,
		[FINDING_PITFALL] = find_pitfalls,
		[FINDING_SPECIAL] = find_specials,
		[FINDING_PERFORMANCE] = find_performance,
		[FINDING_CHECKLIST] = find_checks,
		[FINDING_EVENT] = find_events,
		[FINDING_PROCESS] = find_processes,
		[FINDING_INCIDENT] = find_incidents,
		[FINDING_DIVIDED] = find_divided,
		[FINDING_VISIBILITY] = find_invisible,
	};
	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		struct maker maker = { d, rec, (enum finding_kind)kind, 0, -1 };
		makers[kind](&maker);
	}
	findings_order(d);
}
