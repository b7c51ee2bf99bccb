/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the plan share: triggers (trigger.c), choice (select.c), dates (schedule.c),
 * what is stored of it (plan_stored.c) and what is to be minded (plan_warn.c); below them what
 * holds of a track (plan_track.c), of the library's actions and of any plan (plan_look.c).
 */
#ifndef REKINDLE_PLAN_PARTS_H
#define REKINDLE_PLAN_PARTS_H

#include <rekindle/plan.h>

#define SEVERITY_RED 3 /* from here on a finding must have an action */
#define SEVERITY_YELLOW 2

struct planning {
	struct plan *plan;
	const struct record *rec;
	const struct diagnosis *diagnosis; /* NULL: the plan is read, not drafted */
	size_t beside;                     /* active ones that a redraw leaves aside */
};

/* Which gates a plan has: those of its track, numbered from `first` on and counted from a day. */
struct gate_drawing {
	int first, day;
	bool decided; /* with what the record says was decided, also at gates of before */
};

/* Every action of the track and every triggered one, with the findings that each answers. */
void plan_gather(struct planning *);
/* Which of them are active. */
void plan_select(struct planning *);
/* Dates of the active ones, and the order of all. */
void plan_schedule(struct planning *);
/* The number of each. */
void plan_number(struct planning *);
/* What waits for what, by place; once the order stands. */
void plan_link(struct plan *);
void plan_gates(struct planning *, const struct gate_drawing *);
/* Those of the stored plan; start: its first day. */
struct gate_drawing plan_gates_drawn(const struct record *, int start);
/* Does the action wait for the first gate, which is not passed? And until which day. */
void plan_put_behind(const struct plan *, struct planned_action *);
int plan_waits_until(const struct plan *);
/* What was decided at a gate of the plan keeps what it asked and its day. */
void plan_fix_gates(struct record *, const struct plan *);
int plan_horizon(enum track, const struct scores *); /* months */
void plan_owners(struct planning *);
void plan_events(struct planning *);
void plan_kpis(struct planning *);
void plan_warn(struct planning *);
/* Of these only that it outlasts the contract. */
void plan_warn_contract(struct planning *);
/* Actions, span and gates of the stored plan. */
void plan_restore(struct planning *);

/* Does this track need early successes to keep both sides in? */
bool track_wants_wins(enum track);
/* First step that waits for gate 1; PLAN_STEPS + 1: none does. */
int track_first_gated(enum track);

/* The last working day up to one, not before the start. */
int plan_due_day(const struct record *, int start, int due);

/* Has a hand set anything of it, its owner (owned) included, or is it under way or over? */
bool plan_action_touched(const struct plan_action *, bool owned);
/* Put an action called for among the record's; take dates and place from the draft. */
void plan_keep_new(struct record *, const struct planned_action *);
void plan_keep_dates(struct plan_action *, const struct planned_action *);
/* Places in a draft by number, in pool: so they are kept, and so the store numbers them. */
const size_t *plan_by_number(struct pool *, const struct plan *draft);
const char *plan_join_lines(struct pool *, const char *const *texts, size_t count);
/* The library's action behind a stored one, NULL when there is none; from (may be NULL): the bank
 * whose it is, which need not be that of the round. */
const struct action *library_action(
	const struct instrument *, const struct plan_action *, const struct instrument **from);
/* Does any action, active or later, cite this finding (by id)? */
bool plan_answers(const struct plan *, const char *finding);
/* Id of a finding that belongs to no one party; in pool. */
const char *plan_finding(struct pool *, const struct record *, enum finding_kind kind, int subject);

#endif
