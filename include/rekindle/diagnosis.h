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
enum { PRIMARY_NONE = CAUSE_COUNT, PRIMARY_INSUFFICIENT, PRIMARY_UNDECIDED /* a pulse's */ };
const char *primary_word(
	int primary); /* "management", "none", "insufficient"; NULL of PRIMARY_UNDECIDED */
int primary_from_word(const char *word); /* the way back; -1 for NULL and any other word */

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
enum grade grade_from_word(
	const char *word); /* the way back; GRADE_NONE for NULL and any other word */

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
	int cause; /* enum cause, PRIMARY_NONE, PRIMARY_INSUFFICIENT, PRIMARY_UNDECIDED */
	bool tie;
	double margin; /* NAN where it is no cause */
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
	FINDING_EVENT,
	FINDING_PROCESS,
	FINDING_INCIDENT,
	FINDING_DIVIDED,
	FINDING_VISIBILITY,
	FINDING_KINDS
};
enum blame { BLAME_PARTIES_DIFFER, BLAME_ALL_PARTNER };

/* Its rule, with the numbers, is words_finding(). */
struct finding {
	const char *id; /* "aspect.management.governance", "gap.…" (rekindle-method(7), 6a) */
	enum finding_kind kind;
	int subject;   /* enum knockout, track, cause, scale, killer, blame, pitfall, special,
			  check_row; event, process and incident: index in the record; else 0 */
	int party;     /* -1: no one party */
	int severity;  /* 1 to 4 */
	int cause;     /* where it belongs: enum cause, or -1 */
	int scale;     /* enum scale, or SCALE_NONE */
	bool withheld; /* its rule must not be said: the joint edition's */
};

/* What the id of a finding, or of a reason that is none, says. */
struct finding_ref {
	enum finding_kind kind;
	int subject; /* as above; of an event enum happening, of a process row enum
		       problem, of an incident 0 */
	int party;   /* -1 none */
	int number;  /* which event of that kind, process row with that problem, incident; from 1,
		       0: any */
};
/* The one place where an id is made … (in pool) */
const char *finding_id(struct pool *, const struct record *, const struct finding_ref *);
/* … and read: false where it is none, or names what the record does not have. */
bool finding_parse(const struct record *, const char *id, struct finding_ref *);
struct finding_ref finding_ref(const struct record *, const struct finding *);
/* Is b what a says, or one of it: any party, any number where a names none? */
bool finding_ref_covers(const struct finding_ref *a, const struct finding_ref *b);

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
	enum track track; /* TRACK_COUNT: a pulse decides nothing */
	bool provisional; /* = tie */
	/* by severity, then upstream (what belongs to no cause last), then instrument order */
	struct finding *findings;
	size_t finding_count;
};

/* rec is settled; plan_start as in section 6 "impatience" is the record's. Release when done. A
 * pulse has scores and gaps alone (section 2): no primary cause, situation, decision, grade,
 * killers, findings or anything else that a list here has. */
void diagnosis_compute(struct diagnosis *, const struct record *rec);
void diagnosis_release(struct diagnosis *);

/*
 * What lists show of a round, by itself: the same as diagnosis_compute() says, without the time
 * that the rest of it takes. Of the record it reads only its round, its parties and what is known
 * of them, the profile, the respondents, of the answers the states, ratings and points, the route
 * test, objectives and checklists; everything else may be missing.
 */
struct summary {
	double health; /* NAN none */
	int primary;   /* as in struct primary */
	enum grade grade;
};
void summary_compute(struct summary *, const struct record *rec);

/* What came of simulated alliances, of two parties of so many people each, where the diagnosis got
 * this grade (section 5.7): per cent, of those with a mild cause and of those with a marked one. */
struct calibrated {
	int people;
	enum grade grade;
	int right, right_marked;   /* the true cause was named */
	int held, held_marked;     /* it was in the leading set */
	int missed, missed_marked; /* no cause was failing */
};
#define CALIBRATED_RARE (-1) /* so few got that grade that there is no share */

/* Of this diagnosis: of as many people as its smallest party with data has, or the next fewer that
 * were simulated. NULL: fewer were not simulated, no grade, or not the bank that it was counted of.
 */
const struct calibrated *diagnosis_calibrated(const struct record *, const struct diagnosis *);

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
	CHANGE_COMPETING,  /* the parties compete nowhere */
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

/* What a piece of evidence says. In parentheses what it is about beside its kind. */
enum argument_kind {
	/* recorded facts */
	ARGUMENT_SPONSOR_HEARD, /* (party) */
	ARGUMENT_NO_SPONSOR,    /* (party) */
	ARGUMENT_STANCE,        /* (party) */
	ARGUMENT_SILENT,        /* (party) unresponsive, escalated */
	ARGUMENT_SIZE,          /* (party) */
	ARGUMENT_BREACH,
	ARGUMENT_LITIGATION,
	ARGUMENT_RIGID,
	ARGUMENT_AMENDABLE,
	ARGUMENT_ROUTES,      /* how clear the other routes are */
	ARGUMENT_OBJECTIVE,   /* (subject: its index) its result */
	ARGUMENT_KPI,         /* (subject: its index; value: of 100) */
	ARGUMENT_CHECK,       /* (subject: enum check_row) */
	ARGUMENT_PROBLEM,     /* (subject: index of the process row) of a step */
	ARGUMENT_PROCESS,     /* (subject: index of the process row) what is noted of it */
	ARGUMENT_REPAIR,      /* (subject: index of the incident) not repaired, or not recorded */
	ARGUMENT_CONSEQUENCE, /* (subject: index of the incident) */
	ARGUMENT_EVENT,       /* (subject: index of the event) what it did */
	ARGUMENT_COMPETING,   /* the parties compete, and where */
	ARGUMENT_UNREPAIRED,  /* count of so many incidents */
	ARGUMENT_REPAIRED,    /* count of so many incidents */
	ARGUMENT_FACTS,       /* (subject: aspect) what they score */
	ARGUMENT_ROWS,        /* (subject: enum check; rows) count of so many */
	ARGUMENT_COMPLETE,    /* count of so many objectives */
	ARGUMENT_NO_OBJECTIVES,
	ARGUMENT_FORM,   /* how the form fits the ambitions */
	ARGUMENT_FIT,    /* (subject: ambition; type) */
	ARGUMENT_BETTER, /* (subject: ambition that gains most; type) a form that would fit better
			  */
	/* ratings */
	ARGUMENT_VALUE,        /* (party, subject: scale) */
	ARGUMENT_RATES_WELL,   /* (party, subject: scale) */
	ARGUMENT_ASPECT,       /* (subject: aspect) its score and values */
	ARGUMENT_SYMPTOM,      /* (subject: symptom) its value and values */
	ARGUMENT_RESULTS,      /* perceived results are rated well */
	ARGUMENT_LOWEST_ITEM,  /* (item) */
	ARGUMENT_HIGHEST_ITEM, /* (item) */
	ARGUMENT_WIDEST_ITEM,  /* (item) of a gap */
	ARGUMENT_OTHER_ITEM,   /* (item) on which there is no such gap */
	ARGUMENT_UNKNOWN,      /* (item) so many "don't know" */
	ARGUMENT_GAP,          /* (subject: scale) wide enough to be discussed */
	ARGUMENT_ALIKE,        /* (subject: scale) not as wide */
	ARGUMENT_CONFIRMED,    /* (subject: scale) its gap, by a test */
	ARGUMENT_CHANCE,       /* (subject: scale) its gap may be chance */
	ARGUMENT_QUOTE,        /* (respondent, item) */
	/* the 100 points */
	ARGUMENT_POINTS,       /* (party) */
	ARGUMENT_ALL_LOWEST,   /* (subject: cause) every side rates it lowest */
	ARGUMENT_MOST_POINTS,  /* (subject: cause) */
	ARGUMENT_FEWER_POINTS, /* (subject: cause) than another one gets */
	ARGUMENT_KINDS
};

/* A piece of evidence; words_why() says it. What a kind does not need is -1 or 0. */
struct argument {
	enum argument_kind kind;
	int party, subject, respondent;
	int item; /* of the instrument, -1 none */
	int type; /* of the catalogue of types */
	int count, of;
	unsigned rows; /* bit 1 << enum check_row */
	double value;
};

struct arguments {
	struct argument *list;
	size_t count;
};

/* What would make it otherwise. */
enum would {
	WOULD_NOTHING, /* nothing that is recorded */
	WOULD_CHANGES, /* the changes, applied together */
	WOULD_PASS,    /* what has happened stays with its round; the next starts without it */
	WOULD_SCORE,   /* it has no score: values of every side */
	/* it is healthy; weak when … */
	WOULD_PARTY_FALL,  /* … `party` is below `level` */
	WOULD_ALL_FALL,    /* … every side is below `level` */
	WOULD_ASPECTS_FALL /* … its aspects are lower by more than `level` on average */
};

/* Why something is said, and what would change it (rekindle-method(7), section 6a). */
enum why_about { WHY_FINDING, WHY_CAUSE, WHY_ASPECT };
struct why {
	enum why_about about;
	const struct finding *finding; /* asked about, or what the cause or aspect is; or NULL */
	int cause, scale;              /* asked about; -1 and SCALE_NONE for other findings */
	struct arguments pro, against; /* evidence; empty when there is none */
	int *items;                    /* of its scale, those with a value; empty without one */
	size_t item_count;
	enum would would;
	int party;
	double level;
	/* Applied together they make the finding go, or change its severity. None for what is no
	 * finding. */
	struct change *changes;
	size_t change_count;
	double gap_then; /* of an aspect, once they are applied; NAN where that is not known */
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
/* From which score on the finding would be another one: the end of its band. */
double why_line(const struct diagnosis *, const struct finding *);

/* How often a party gave each rating of an item, and each other answer. Ratings are turned where
 * the item is reversed: 5 is the healthy end. */
struct item_count {
	int rating[SCORE_HIGHEST + 1]; /* from 1 on */
	int state[STATE_COUNT];
	int rated, sum;
};
struct item_count item_count(const struct record *, int item, int party);
/* Mean of the party's ratings, NAN without any. */
double item_mean(const struct record *, int item, int party);

#endif
