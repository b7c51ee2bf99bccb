/* SPDX-License-Identifier: MIT */
/*
 * What decides the primary cause, small enough to be changed and judged again many thousand
 * times: the scores and every what-if of the diagnosis go through basis_decide().
 */
#ifndef REKINDLE_CORE_BASIS_H
#define REKINDLE_CORE_BASIS_H

#include <rekindle/diagnosis.h>

/* A mean in the making; what does not exist (NAN) stays out. */
struct mean {
	double sum;
	int n;
};

static inline void mean_add(struct mean *mean, double x)
{
	if (isnan(x))
		return;
	mean->sum += x;
	mean->n++;
}

static inline double mean_of(const struct mean *mean)
{
	return mean->n ? mean->sum / mean->n : NAN;
}

/* Recorded facts beside the ratings of an aspect; both NAN without any. */
struct evidence {
	double value; /* 1 + 4x */
	double weight;
};

enum list { LIST_SELECTION, LIST_GOVERNANCE, LIST_COUNT };

struct list_info {
	enum check_row first, end; /* rows of terms.h, end not among them */
	enum scale aspect;
};
extern const struct list_info list_info[LIST_COUNT];
enum list list_of(enum check_row);
int check_points(enum check); /* in halves: yes 2, partly 1, no 0; -1 unknown */

struct basis {
	struct lines lines;
	size_t party_count;
	bool required[PARTIES_MAX];           /* not unresponsive */
	int with_data[PARTIES_MAX];           /* respondents */
	double sum[PARTIES_MAX][SCALE_COUNT]; /* of respondent values */
	int n[PARTIES_MAX][SCALE_COUNT];
	int route_sum[PARTIES_MAX][ROUTE_VALUES];
	int route_n[PARTIES_MAX][ROUTE_VALUES];
	int check_points[LIST_COUNT], check_known[LIST_COUNT];
	struct evidence objectives, fit;
	bool pulse; /* no evidence at all */
};

struct verdict {
	double perception[SCALE_COUNT];
	struct evidence evidence[ASPECT_COUNT];
	double score[ASPECT_COUNT];
	double cause[CAUSE_COUNT];
	struct route_score route;
	int primary;      /* as in struct primary */
	unsigned leading; /* bit 1 << cause */
	double margin;
};

/* tally: respondent × scale, as in struct scores. */
void basis_build(struct basis *, const struct record *, const struct tally *tally);
double basis_value(const struct basis *, size_t party, int scale);
void basis_decide(const struct basis *, struct verdict *);

/* Mean of four aspects, NAN when fewer than three exist (section 3.6). */
double cause_mean(const double aspect[ASPECTS_PER_CAUSE]);

/* One respondent's items, scale by scale; tally is zeroed before. */
void tally_respondent(struct tally tally[SCALE_COUNT], const struct record *, int respondent);
/* The same over the items marked in counts (by item index; NULL: all of them). */
void tally_items(
	struct tally tally[SCALE_COUNT], const struct record *, int respondent, const bool *counts);

/* The parts of scores_compute(), a file each. scores_causes() is the first: health, scores and
 * bands of the causes, who was heard, the points; all else of scores is zero after it. */
void scores_causes(struct scores *, const struct record *, struct basis *, struct verdict *);
struct evidence evidence_objectives(const struct record *);
struct evidence evidence_fit(const struct record *);
void evidence_collect(
	const struct basis *, const struct route_score *, struct evidence evidence[ASPECT_COUNT]);
void type_compute(struct type_fit *, struct pool *, const struct record *);
void route_judge(struct route_score *, const struct basis *);
void agreement_compute(struct scores *, const struct record *);
void split_compute(struct split_score *, const struct record *);

/* Are two parties so far apart in size that power is? (section 6) */
bool sizes_apart(const struct record *);

/* The findings alone, without the primary cause and how firm it stands: for what-ifs. */
void diagnosis_findings(struct diagnosis *, const struct record *);

/* Of performance and health, and of what is known of the causes; from knock-outs, primary cause and
 * scores. */
enum situation situation_of(const struct scores *);
enum track diagnosis_decide(const struct diagnosis *, const struct record *);

/* The parts of diagnosis_compute(). */
void primary_compute(struct primary *, const struct record *, const struct scores *);
void confidence_compute(struct diagnosis *, const struct record *);
/* The first half of each: the primary cause with its stability, without the flips; the grade
 * without its reasons. After scores_causes(). */
void primary_find(struct primary *, const struct record *, const struct scores *,
	const struct basis *, const struct verdict *);
enum grade confidence_grade(const struct diagnosis *, const struct record *);
/*
 * The grade without the runs of stability, of a diagnosis that has a grade and from which
 * everything is gone that an edition withholds: from who was heard by name, from a tie that is
 * shown, and from points and a primary cause that are; without these it is no A. Whoever answered
 * in confidence gives a side no role.
 */
enum grade confidence_shown(const struct diagnosis *shown, const struct record *);
void findings_compute(struct diagnosis *, const struct record *);

#endif
