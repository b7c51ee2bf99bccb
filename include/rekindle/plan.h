/* SPDX-License-Identifier: MIT */
/*
 * The revival plan (method.md, section 7): from a diagnosis and a start date to dated actions with
 * an owner on every side, in four phases and seven steps. Pure; the same input, the same plan.
 */
#ifndef REKINDLE_PLAN_H
#define REKINDLE_PLAN_H

#include <rekindle/diagnosis.h>

#define PLAN_STEPS 7
#define PLAN_PHASES 4
#define PLAN_ACTIVE_MAX 24
#define PLAN_PER_FINDING 2        /* triggered actions that one finding brings in */
#define PLAN_EARLY_DAYS 30
#define PLAN_EARLY_MAX 7
#define PLAN_GATES 2
#define PLAN_GATE_1_DAYS 30
#define PLAN_GATE_2_DAYS 100
#define PLAN_WINS_MIN 2
#define PLAN_WINS_MAX 5
#define PLAN_WINS_EARLY_DAYS 90
#define PLAN_WINS_MONTHS 6

extern const char *const phase_name[PLAN_PHASES];         /* "Diagnosis", … index 0 = phase 1 */
extern const char *const step_name[PLAN_STEPS];
const char *track_step_name(enum track, int step); /* a wind-down has steps of its own */
int step_phase(int step);			   /* 1 to 7 -> 1 to 4 */
extern const char
	*const track_plain[TRACK_COUNT]; /* "rebuild how the alliance is run": one clause */

struct planned_action {
	const struct action *action;
	bool baseline;	       /* of the track itself, whatever else triggers it */
	bool active;	       /* else later: looked at after gate 2 */
	bool gated;	       /* dated, but starts only when gate 1 is passed */
	bool quick_win;	       /* never in a wind-down */
	int start, due;	       /* days; DATE_NONE when later */
	const char **findings; /* ids of what it answers: "aspect.…", "gap.…"; for one of the
				  track's own also "cause.…" or "decision.…". Never empty. */
	size_t finding_count;
	int severity;             /* highest of its findings, 0 when none has one */
	/* person index of the owner per party (by owner role), -1: no such person known */
	int owner[PARTIES_MAX];
	enum role owner_role[PARTIES_MAX];
};

struct gate {
	const char *title;
	int day;
	const char *question;     /* what is decided */
	const char *passed_when;
	const char *otherwise;    /* the exit branch */
};

struct plan {
	struct pool pool;
	enum track track;
	int start;                /* a Monday or what was asked for, moved off weekends */
	int horizon_months;       /* 12, 18, 24 */
	int end;
	/* Active first in plan order: step, then severity, then due, a prerequisite before what
	 * waits for it; then the later ones by step and severity. */
	struct planned_action *actions;
	size_t action_count, active_count;
	struct gate gates[PLAN_GATES];
	size_t gate_count;        /* 0 for exit and sustain: nothing is at stake there */
	const char **warnings;
	size_t warning_count;
};

/* start: first day of the plan (DATE_NONE is a bug). Release when done. */
void plan_compute(struct plan *, const struct record *rec, const struct diagnosis *, int start);
void plan_release(struct plan *);

/* Place of an action of the instrument in plan->actions, or -1. */
int plan_find(const struct plan *, const struct action *);
/* Does the planned action cite this finding? */
bool plan_cites(const struct planned_action *, const char *finding);

#endif
