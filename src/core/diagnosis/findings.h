/* SPDX-License-Identifier: MIT */
/*
 * Makers of findings: each writes one row of the method's table (section 6a), in instrument order.
 */
#ifndef REKINDLE_CORE_FINDINGS_H
#define REKINDLE_CORE_FINDINGS_H

#include "../score/basis.h"

enum { SEVERITY_MINOR = 1, SEVERITY_WEAK, SEVERITY_CRITICAL, SEVERITY_KNOCKOUT };

struct maker {
	struct diagnosis *d;
	const struct record *rec;
	enum finding_kind kind; /* of the findings that are being made … */
	int subject, party;     /* … and what the next one is about */
};

/* Adds one, with its id. Its cause is that of the scale. */
void finding_add(struct maker *, int severity, int scale);

/* Of an aspect or a cause, 0: none. */
int band_severity(enum band);
/* Which scale such a finding belongs to, SCALE_NONE: to none. */
int finding_about(const struct record *, enum finding_kind, int subject);
/* Put those of a diagnosis into the order in which they are read. */
void findings_order(struct diagnosis *);

void find_knockouts(struct maker *);
void find_exit(struct maker *);
void find_causes(struct maker *);
void find_aspects(struct maker *);
void find_gaps(struct maker *);
void find_killers(struct maker *);
void find_pain(struct maker *);
void find_blame(struct maker *);
void find_pitfalls(struct maker *);
void find_specials(struct maker *);
void find_performance(struct maker *);
void find_checks(struct maker *);
void find_events(struct maker *);
void find_processes(struct maker *);
void find_incidents(struct maker *);
void find_divided(struct maker *);
void find_invisible(struct maker *);

#endif
