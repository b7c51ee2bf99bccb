/* SPDX-License-Identifier: MIT */
/*
 * What the next meeting of a body of the charter has to look at, from the plan and the record: pure
 * indices and days, no words. The steering committee decides, on gates, escalations, what is late
 * for long and KPIs off their way; the working group looks at actions, and at what was noted of
 * them: that there is a note, not its words, which may be somebody's who was promised that they go
 * nowhere. Nothing of it rests on an answer or a score: it may be read by every company.
 */
#ifndef REKINDLE_AGENDA_H
#define REKINDLE_AGENDA_H

#include <rekindle/minutes.h>
#include <rekindle/plan.h>

#define AGENDA_LATE_DAYS 14      /* late by more is the steering committee's */
#define AGENDA_STEERING_WEEKS 13 /* to the meeting after it, where the plan has none */
#define AGENDA_WORKING_WEEKS 2   /* the same of the working group */
#define AGENDA_KPI_LOW 60.0      /* attainment below which a KPI is off its way */

/* In the order of the agenda. */
enum agenda_part {
	AGENDA_DECIDE, /* what is asked for: gates, what a failed one leads to, notice */
	AGENDA_ESCALATED,
	AGENDA_BLOCKED,
	AGENDA_LATE,
	AGENDA_KPIS,
	AGENDA_DUE,     /* before the meeting after this one */
	AGENDA_NOTED,   /* since the last one, to actions and joint objectives of the plan */
	AGENDA_CLOSED,  /* since the last one: done or dropped */
	AGENDA_DECIDED, /* what the last one decided */
	AGENDA_AHEAD,   /* pulses, health checks and reviews before the meeting after this one */
	AGENDA_PARTS
};

enum agenda_kind {
	AGENDA_GATE,       /* place in plan->gates */
	AGENDA_EXIT,       /* the same: it was not passed */
	AGENDA_NOTICE,     /* of the contract; no index */
	AGENDA_ESCALATION, /* index in the record's escalations */
	AGENDA_ACTION,     /* place in plan->actions */
	AGENDA_KPI,        /* index in the alliance's KPIs as they are now */
	AGENDA_NOTE,       /* index in the record's quick notes */
	AGENDA_DECISION,   /* place among the decisions of agenda->last */
	AGENDA_EVENT,      /* place in plan->events */
	AGENDA_KINDS
};

struct agenda_item {
	enum agenda_part part;
	enum agenda_kind kind;
	int index;
	int day; /* due, closed, opened, noted, or when the event is; DATE_NONE none */
};

struct agenda {
	struct pool pool;
	enum body body;
	int day;                   /* of the meeting */
	int until;                 /* the one after it */
	int last;                  /* index of the body's meeting before it, -1 none */
	int since;                 /* the day of that, else the plan's start; DATE_NONE: neither */
	struct agenda_item *items; /* by part, in it by day */
	size_t count;
	size_t of[AGENDA_PARTS];
};

/* plan: the stored one; NULL: none is stored, and nothing is said of one. day: of the meeting;
 * DATE_NONE: the body's next one by the plan, today when it has none. Release when done. */
void agenda_compute(
	struct agenda *, const struct record *, const struct plan *, enum body, int today, int day);
void agenda_release(struct agenda *);

/* Place in plan->events of what recurs for a body, -1: the plan has none. */
int agenda_event(const struct plan *, enum body);
/* Which occurrence of the event falls on a day, -1: none. */
int agenda_occurrence(const struct plan_event *, int day);

#endif
