/* SPDX-License-Identifier: MIT */
/*
 * Scores (rekindle-method(7), section 3) and the comparison of the two sides (section 4). Pure: the
 * same record gives the same numbers. All scores run from 1.00 to 5.00, higher is healthier; a
 * value that does not exist is NAN, a band that does not exist BAND_NONE.
 *
 * [party] is indexed by the record's parties (party_count of them), [scale] by enum scale.
 */
#ifndef REKINDLE_SCORE_H
#define REKINDLE_SCORE_H

#include <math.h>
#include <stdbool.h>
#include <rekindle/record.h>

/* Every constant of the method's scores and diagnosis stands here, and nowhere else. */
#define SCORE_EPSILON 1e-9
#define SCORE_LOWEST 1 /* the scale of a rating, and of every score */
#define SCORE_HIGHEST 5
#define SCORE_STRENGTH 4.0 /* bands start here: read them from struct lines */
#define SCORE_FAILING 3.5
#define SCORE_CRITICAL 3.0
#define SCORE_GONE 2.0    /* a party's rationale below this knocks out */
#define SCORE_REBUILD 2.5 /* type.fit or type.terms below this: restructure */
#define ANSWERED_OF 2     /* a respondent's value: 2 of 3 applicable items … */
#define APPLICABLE_OF 3
#define ANSWERED_MIN 2      /* … and two, or all when fewer are asked */
#define CAUSE_ASPECTS_MIN 3 /* three quarters of ASPECTS_PER_CAUSE */
#define EVIDENCE_FULL 0.5   /* weight of recorded facts beside the ratings */
#define EVIDENCE_THIN 0.25  /* of few of them */
#define OBJECTIVES_FULL 3
#define CHECKS_FULL 4
#define AMBITIONS_MAX 3
#define FIT_MAX 3
#define GAP_DISCUSS 0.75
#define GAP_MATERIAL 1.00
#define GAP_TEST_MIN 4   /* values a side for a test */
#define GAP_EXACT_MAX 24 /* values together for the exact test */
#define FALSE_DISCOVERY 0.10
#define DIVIDED_MIN 4
#define DIVIDED_DEVIATION 0.8
#define VISIBILITY_MIN 5
#define VISIBILITY_PERCENT 30
#define PERFORMANCE_LOW 60.0
#define ROUTE_CLEAR 3.5 /* a route is open from here … */
#define ROUTE_SHUT 2.5  /* … and shut up to here; grey between */
/* Margin of the leading set by the fewest respondents with data of a party: up to, margin. */
#define MARGINS                                                                                    \
	{                                                                                          \
		{ 2, 0.40 }, { 4, 0.30 }, { 7, 0.25 },                                             \
		{                                                                                  \
			INT_MAX, 0.20                                                              \
		}                                                                                  \
	}
#define GRADE_A_MIN 5 /* respondents with data a party */
#define GRADE_A_ROLES 4
#define GRADE_B_MIN 3
#define GRADE_B_PERCENT 90 /* of the runs of stability */
#define SIZE_STEPS 2       /* size classes apart: an imbalance of power */
#define IMPATIENCE_MONTHS 12

/* The method's comparisons (section 3, "Comparing"): all tests of computed values go through these.
 */
static inline bool at_least(double x, double t)
{
	return x >= t - SCORE_EPSILON;
}
static inline bool below(double x, double t)
{
	return x < t - SCORE_EPSILON;
}
static inline bool above(double x, double t)
{
	return x > t + SCORE_EPSILON;
}
static inline bool at_most(double x, double t)
{
	return x <= t + SCORE_EPSILON;
}
static inline bool equal(double x, double y)
{
	return fabs(x - y) <= SCORE_EPSILON;
}

enum band { BAND_NONE = -1, BAND_CRITICAL, BAND_WEAK, BAND_ADEQUATE, BAND_STRENGTH };
/* Where bands begin (rekindle-method(7), section 3.7). */
struct lines {
	double critical, failing, strength;
};
extern const struct lines lines_usual;
const struct lines *lines_for(const struct record *);  /* those that it is judged by */
enum band band_of(const struct lines *, double score); /* BAND_NONE for NAN */
const char *band_word(enum band);                      /* "critical"; "" for none */
char band_letter(enum band);                           /* 'C'; ' ' for none */

enum gap_level { GAP_NORMAL, GAP_DISCUSSED, GAP_MATERIALLY };
const char *gap_word(enum gap_level); /* "normal", "discuss", "material" */

/* Both sides of one aspect; value NAN when fewer than two parties have one. */
struct gap {
	double value;
	enum gap_level level;
	int higher, lower; /* parties with the highest and lowest value; -1 when there is no gap
			      value; higher is -1 too when the gap is 0 */
	double p;          /* two-sided permutation test, 0 to 1; NAN when it cannot be tested */
	bool confirmed;
};

/* One respondent's items of one scale, counted (section 3.2). */
struct tally {
	int asked, applicable, answered, dont_know;
	int sum;      /* of v over the answered */
	double value; /* their mean; NAN missing */
};

struct scale_score {
	double value[PARTIES_MAX]; /* party perception */
	int n[PARTIES_MAX];        /* respondents with a value */
	double perception;
	double evidence, weight;       /* aspects only; NAN without evidence */
	double score;                  /* aspects only: blend; = perception for symptoms, results */
	double dont_know[PARTIES_MAX]; /* share, NAN for 0/0 */
	int dont_know_count[PARTIES_MAX], asked_count[PARTIES_MAX]; /* dk; answered + dk */
	double dont_know_share; /* unweighted mean of the parties', NAN without any */
	bool visibility_gap[PARTIES_MAX];
	bool divided[PARTIES_MAX];
	bool shared_pain;
	struct gap gap;
};

struct cause_score {
	double score;
	enum band band;
	bool failing;              /* false without a score */
	double value[PARTIES_MAX]; /* mean of its aspect values, NAN below three quarters */
	int n[PARTIES_MAX];        /* respondents with a value of at least one of its aspects */
	int widest;                /* scale with the widest gap, SCALE_NONE without any */
};

struct route_score {
	double value[ROUTE_VALUES]; /* unweighted mean of parties */
	double clearance;           /* of the other routes; NAN when a value looked at is missing */
	int result;                 /* enum route_result, -1 null */
	bool undecided[ROUTE_VALUES];
};
enum route_result {
	ROUTE_BUILD,
	ROUTE_CONTRACT,
	ROUTE_ACQUIRE,
	ROUTE_ALLIANCE,
	ROUTE_INCONCLUSIVE
};
extern const struct vocabulary vocabulary_route_result;

struct type_fit {
	double fit; /* 0 to 3, weighted over the ambitions; NAN without declared type or pair */
	/* strictly higher than the declared one's, best first, ties in catalogue order */
	struct {
		int type;
		double fit;
	} * better;
	size_t better_count;
};

struct performance {
	double score, objectives, kpis; /* 0 to 100 */
	double category[CATEGORY_COUNT];
	bool low;
	int objectives_counted, kpis_counted;
};

struct split_score {
	double mean[PARTIES_MAX][CAUSE_COUNT]; /* NAN row for a party without a split */
	int n[PARTIES_MAX];
	double overall[CAUSE_COUNT]; /* mean of party means, NAN without any */
	bool parties_differ, all_blame_partner;
};

struct scores {
	struct pool pool;
	struct lines lines; /* by which all of it is judged */
	struct scale_score scale[SCALE_COUNT];
	struct cause_score cause[CAUSE_COUNT];
	double health; /* NAN unless all four causes have a score */
	bool killer_known[KILLER_COUNT], killer_present[KILLER_COUNT];
	double killer[KILLER_COUNT];
	int respondents[PARTIES_MAX], with_data[PARTIES_MAX];
	bool one_sided;
	struct route_score route;
	struct type_fit type;
	struct performance performance;
	struct split_score split;
	struct tally *tally; /* respondent × scale: scores_tally() */
};

/* Indices of the first three ranked ambitions, -1 for one that the catalogue lacks; their number.
 */
int ranked_ambitions(const struct record *, int ambition[AMBITIONS_MAX]);
/* The ambition that this type serves most above the declared one, weighted by rank; -1 none. */
int type_gain(const struct record *, int type);

/* Everything of sections 3 and 4. rec is settled. Release when done. */
void scores_compute(struct scores *, const struct record *rec);
void scores_release(struct scores *);

static inline const struct tally *scores_tally(
	const struct scores *scores, size_t respondent, int scale)
{
	return &scores->tally[respondent * SCALE_COUNT + scale];
}

/* Attainment 0 to 100 of one KPI at a day, NAN when left out (section 3.9). DATE_NONE: every
 * actual counts, and nothing is divided by the elapsed time. */
double kpi_attainment(const struct kpi_list *, int kpi, int day);
/* The share of the way to its target that is due at that day, above 0: by the time that has passed
 * between start and due; 1 where no time counts (over, not known, no baseline to come from). NAN:
 * not begun, it is left out. Attainment is held against it. */
double kpi_elapsed(const struct kpi *, int day);
/* Index of the actual that counts at that day, -1 none. */
int kpi_latest(const struct kpi_list *, int kpi, int day);
/* Performance of a round by these KPIs; scores_compute() takes those of record_kpis(). */
void performance_compute(struct performance *, const struct record *, const struct kpi_list *);

/* Two-sided permutation test of the difference in means (section 4): values as they are, n >= 1
 * each. */
double permutation_p(const double *a, int na, const double *b, int nb);
/* Benjamini–Hochberg step-up: confirmed[i] for p[i]; NAN entries are no tests. */
void benjamini_hochberg(const double *p, int n, double q, bool *confirmed);

#endif
