/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis (method.md, sections 5 and 6) and its findings (6a) from scores. Pure.
 * What cannot be said is said to be so: CAUSE_NONE_FAILING, CAUSE_INSUFFICIENT, grade GRADE_NONE.
 */
#ifndef REKINDLE_DIAGNOSIS_H
#define REKINDLE_DIAGNOSIS_H

#include <rekindle/score.h>

/* Values of `primary` beside enum cause. */
enum { PRIMARY_NONE = CAUSE_COUNT, PRIMARY_INSUFFICIENT };
const char *primary_word(int primary);    /* "management", "none", "insufficient" */

enum situation { SITUATION_UNKNOWN = -1, SITUATION_UNDERPERFORMING, SITUATION_LOOK_OUTSIDE,
	SITUATION_RESULTS_OUTRUN_RELATIONSHIP, SITUATION_HEALTHY };
extern const struct vocabulary vocabulary_situation;

enum grade { GRADE_NONE, GRADE_C, GRADE_B, GRADE_A };
const char *grade_word(enum grade);       /* "A", "B", "C", "none" */

enum flip_kind { FLIP_ANSWER, FLIP_ROUTE, FLIP_CHECKLIST };
extern const struct vocabulary vocabulary_flip;

struct flip {                     /* one input that, one step away, changes the primary */
	enum flip_kind kind;
	int respondent;           /* -1 none */
	int item;                 /* item index; route: enum route_value; checklist: enum check_row */
	int from, to;             /* raw; checklist: enum check */
	int primary;              /* what it becomes */
};
#define FLIPS_SHOWN 3

struct primary {
	int cause;                /* enum cause, PRIMARY_NONE, PRIMARY_INSUFFICIENT */
	bool tie;
	double margin;            /* NAN for none and insufficient */
	bool leading[CAUSE_COUNT];
	bool contributing[CAUSE_COUNT], consequence[CAUSE_COUNT];
	int agree, agree_set, of; /* stability: leave-one-respondent-out */
	struct flip flip[FLIPS_SHOWN];
	int flip_count;           /* all of them */
};

struct knockout_found {
	enum knockout id;
	int party;                /* -1: breach, litigation */
};

#define CONFIDENCE_TEXTS 8
struct confidence {
	enum grade grade;
	/* One clause each, NULL after the last. A: what it rests on; else what stands in the way. */
	const char *reasons[CONFIDENCE_TEXTS];
	const char *raise[CONFIDENCE_TEXTS];      /* what would raise it */
};

struct finding {
	const char *id;           /* "aspect.management.governance", "gap.…" (method.md, 6a) */
	int severity;             /* 1 to 4 */
	const char *text;         /* its rule in words, with the numbers */
	int cause;                /* where it belongs: enum cause, or -1 */
	int scale;                /* enum scale, or SCALE_NONE */
};

struct diagnosis {
	struct pool pool;         /* owns every text and list here */
	struct scores scores;
	struct primary primary;
	enum situation situation;
	struct confidence confidence;
	struct knockout_found *knockouts;
	size_t knockout_count;
	bool pitfall[PITFALL_COUNT];
	bool special[SPECIAL_COUNT];
	enum track track;
	bool provisional;         /* = tie */
	/* by severity, then upstream (what belongs to no cause last), then instrument order */
	struct finding *findings;
	size_t finding_count;
};

/* rec is settled; plan_start as in section 6 "impatience" is the record's. Release when done. */
void diagnosis_compute(struct diagnosis *, const struct record *rec);
void diagnosis_release(struct diagnosis *);

#endif
