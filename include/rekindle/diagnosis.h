/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis (rekindle-method(7), sections 5 and 6) and its findings (6a) from scores. Pure.
 * What cannot be said is said to be so: CAUSE_NONE_FAILING, CAUSE_INSUFFICIENT, grade GRADE_NONE.
 */
#ifndef REKINDLE_DIAGNOSIS_H
#define REKINDLE_DIAGNOSIS_H

#include <rekindle/score.h>
#include <rekindle/texts.h>

/* Values of `primary` beside enum cause. */
enum { PRIMARY_NONE = CAUSE_COUNT, PRIMARY_INSUFFICIENT };
const char *primary_word(int primary); /* "management", "none", "insufficient" */

enum situation {
	SITUATION_UNKNOWN = -1,
	SITUATION_UNDERPERFORMING,
	SITUATION_LOOK_OUTSIDE,
	SITUATION_RESULTS_OUTRUN_RELATIONSHIP,
	SITUATION_HEALTHY
};
extern const struct vocabulary vocabulary_situation;

enum grade { GRADE_NONE, GRADE_C, GRADE_B, GRADE_A };
const char *grade_word(enum grade); /* "A", "B", "C", "none" */

enum flip_kind { FLIP_ANSWER, FLIP_ROUTE, FLIP_CHECKLIST };
extern const struct vocabulary vocabulary_flip;

struct flip { /* one input that, one step away, changes the primary */
	enum flip_kind kind;
	int respondent; /* -1 none */
	int item;       /* item index; route: enum route_value; checklist: enum check_row */
	int from, to;   /* raw; checklist: enum check */
	int primary;    /* what it becomes */
};
#define FLIPS_SHOWN 3

struct primary {
	int cause; /* enum cause, PRIMARY_NONE, PRIMARY_INSUFFICIENT */
	bool tie;
	double margin; /* NAN for none and insufficient */
	bool leading[CAUSE_COUNT];
	bool contributing[CAUSE_COUNT], consequence[CAUSE_COUNT];
	int agree, agree_set, of; /* stability: leave-one-respondent-out */
	struct flip flip[FLIPS_SHOWN];
	int flip_count; /* all of them */
};

struct knockout_found {
	enum knockout id;
	int party; /* -1: breach, litigation */
};

/* What an A rests on, or what stands in the way of a higher grade. */
enum reason_kind {
	/* no grade */
	REASON_NOBODY,    /* nobody was heard */
	REASON_ONE_SIDED, /* only `party` were heard */
	REASON_UNSCORED,  /* too few answers to score `cause` */
	/* less than an A */
	REASON_TIE,           /* `cause` cannot be told apart */
	REASON_FEW,           /* fewer than `count` people of `party` */
	REASON_RUNS_DIFFER,   /* `count` of `of` runs with one respondent left out agree */
	REASON_ROLE_MISSING,  /* nobody of `role` of `party` was heard */
	REASON_FEW_ROLES,     /* people of `count` of `of` roles were heard */
	REASON_NO_POINTS,     /* nobody divided the 100 points */
	REASON_POINTS_DIFFER, /* the points give another cause the most */
	/* an A */
	REASON_ENOUGH,      /* at least `count` people of every party */
	REASON_LEADERS,     /* a sponsor and a manager of every party */
	REASON_ROLES,       /* people of `count` of `of` roles */
	REASON_RUNS_AGREE,  /* `count` of `of` runs with one respondent left out agree */
	REASON_NO_TIE,      /* one cause leads */
	REASON_POINTS_AGREE /* the points give that cause the most as well */
};

struct reason {
	enum reason_kind kind;
	bool party[PARTIES_MAX];
	bool cause[CAUSE_COUNT];
	enum role role;
	int count, of;
};

#define CONFIDENCE_REASONS 8
struct confidence {
	enum grade grade;
	struct reason reasons[CONFIDENCE_REASONS];
	int reason_count; /* 0 in the joint edition only */
};

/* What a finding is about, in the order of the method's table (section 6a). */
enum finding_kind {
	FINDING_KNOCKOUT,
	FINDING_EXIT,
	FINDING_CAUSE,
	FINDING_ASPECT,
	FINDING_GAP,
	FINDING_KILLER,
	FINDING_PAIN,
	FINDING_BLAME,
	FINDING_PITFALL,
	FINDING_SPECIAL,
	FINDING_PERFORMANCE,
	FINDING_CHECKLIST,
	FINDING_PROCESS,
	FINDING_INCIDENT,
	FINDING_DIVIDED,
	FINDING_VISIBILITY,
	FINDING_KINDS
};
enum blame { BLAME_PARTIES_DIFFER, BLAME_ALL_PARTNER };

struct finding {
	const char *id; /* "aspect.management.governance", "gap.…" (rekindle-method(7), 6a) */
	enum finding_kind kind;
	int subject;  /* enum knockout, cause, scale, killer, blame, pitfall, special, check_row;
			 process and incident: index in the record; else 0 */
	int party;    /* -1: no one party */
	int severity; /* 1 to 4 */
	const char *text; /* its rule in words, with the numbers */
	int cause;        /* where it belongs: enum cause, or -1 */
	int scale;        /* enum scale, or SCALE_NONE */
};

struct diagnosis {
	struct pool pool; /* owns every text and list here */
	struct scores scores;
	struct primary primary;
	enum situation situation;
	struct confidence confidence;
	struct knockout_found *knockouts;
	size_t knockout_count;
	bool pitfall[PITFALL_COUNT];
	bool special[SPECIAL_COUNT];
	enum track track;
	bool provisional; /* = tie */
	/* by severity, then upstream (what belongs to no cause last), then instrument order */
	struct finding *findings;
	size_t finding_count;
};

/* rec is settled; plan_start as in section 6 "impatience" is the record's. Release when done. */
void diagnosis_compute(struct diagnosis *, const struct record *rec);
void diagnosis_release(struct diagnosis *);

/*
 * One thing that could be otherwise at the next round: an input and what it would have to be. Party
 * is -1 where the input belongs to no party.
 */
enum change_kind {
	CHANGE_RATINGS, /* the party's mean of scale `subject` is at least `value` */
	CHANGE_VIEWS,   /* its people lie within `value` of their mean of scale `subject` */
	CHANGE_KNOWN,   /* `value` of its "don't know" of scale `subject` are answered */
	CHANGE_SPLIT,   /* it gives cause `subject` the most of 100 points */
	CHANGE_STANCE,  /* it is engaged */
	CHANGE_SPONSOR, /* it has a sponsor */
	CHANGE_SIZE,    /* its size class is `subject` */
	CHANGE_BREACH,
	CHANGE_LITIGATION, /* the contract fact is "no" */
	CHANGE_AMENDABLE,  /* the contract can be amended */
	CHANGE_TYPE,       /* the declared type is the catalogue's `subject` */
	CHANGE_ROUTE,      /* route value `subject` is at most `value` */
	CHANGE_CHECK,      /* checklist row `subject` is "yes" */
	CHANGE_AGREED,     /* objectives are agreed on */
	CHANGE_COMPLETE,   /* objective `subject` has measure, target and date */
	CHANGE_RESULT,     /* objective `subject` is met */
	CHANGE_KPI,        /* the latest reading of KPI `subject` is at its target */
	CHANGE_PROCESS,    /* process row `subject` has no problem */
	CHANGE_INCIDENT,   /* incident `subject` is repaired */
	CHANGE_KINDS
};

struct change {
	enum change_kind kind;
	int party, subject;
	double value;
};

/* A copy to apply changes to. It borrows from rec, which must outlive it and keep its answers. */
void record_branch(struct record *copy, const struct record *rec);
void record_branch_release(struct record *copy);
/* Sets what the change says, by the smallest step that reaches it. */
void record_apply_change(struct record *, const struct change *);

/* Why something is said, and what would change it (rekindle-method(7), section 6a). */
struct why {
	const char *title;         /* one sentence without its stop */
	struct texts rule;         /* the rule in words with the numbers in it */
	struct texts pro, against; /* evidence; empty when there is none */
	struct texts items; /* of its scale, each with the means of the sides; empty without one */
	const char *would_change; /* NULL: nothing would */
	/* Applied together they make the finding go, or change its severity. None for what is no
	 * finding. */
	struct change *changes;
	size_t change_count;
};

/* Of a finding of this diagnosis of this record; everything lives in pool. Quotes are those that
 * may be shown in the internal edition: none of confidential respondents. */
void why_finding(struct why *, struct pool *, const struct record *, const struct diagnosis *,
	const struct finding *);
/* Of a cause, or of one of its aspects (cause then follows from scale), failing or not. */
void why_cause(
	struct why *, struct pool *, const struct record *, const struct diagnosis *, int cause);
void why_aspect(
	struct why *, struct pool *, const struct record *, const struct diagnosis *, int scale);

/* A rated item behind a why. Ratings are turned where the item is reversed: 5 is the healthy end.
 */
struct why_item {
	const char *text;      /* the question, as it is put to the own company */
	const char *anchor[3]; /* of 1, 3, 5, turned as well; or NULL */
	bool reversed;
	struct texts values; /* a side: its ratings in order of size, mean, what was not rated */
	struct texts words;  /* quotes and comments of those who may be quoted */
};
void why_item(struct why_item *, struct pool *, const struct record *, int item);

#endif
