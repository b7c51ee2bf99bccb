/* SPDX-License-Identifier: MIT */
/*
 * What speaks for and against an aspect or a cause being low: its ratings and facts, with the
 * symptom, the problems of the process map and the incidents that go with it.
 */
#include "why.h"

/* What beside its ratings goes with an aspect. */
static const struct {
	unsigned problems; /* bit 1 << enum problem */
	bool incidents;
	int symptom; /* 0: none */
} beside[ASPECT_COUNT] = {
	[ASPECT_OBJECTIVES] = { .symptom = SCALE_RESULTS },
	[ASPECT_COMPLEMENT] = { .problems = 1u << PROBLEM_BOTTLENECK, .symptom = SCALE_RESULTS },
	[ASPECT_COMPATIBLE] = { .problems = 1u << PROBLEM_BOTTLENECK | 1u << PROBLEM_REDUNDANCY },
	[ASPECT_COMMITMENT] = { .incidents = true, .symptom = SCALE_TRUST },
	[ASPECT_GOVERNANCE] = { .problems = 1u << PROBLEM_CONFUSION },
	[ASPECT_COORDINATION] = { .problems = 1u << PROBLEM_BOTTLENECK | 1u << PROBLEM_REDUNDANCY |
			1u << PROBLEM_CONFUSION },
	[ASPECT_COMMUNICATION] = { .problems = 1u << PROBLEM_CONFUSION,
		.symptom = SCALE_INFORMATION },
	[ASPECT_CAPABILITY] = { .incidents = true },
};

static void add_symptom(struct why *why, const struct asked *q, int symptom, double line)
{
	const struct scale_score *score = &q->d->scores.scale[symptom];
	if (!symptom || isnan(score->perception))
		return;
	why_add(why, q, at_least(score->perception, line), argument_of(ARGUMENT_SYMPTOM, symptom));
}

static void add_problems(struct why *why, const struct asked *q, unsigned problems)
{
	for (size_t i = 0; i < q->rec->process_count; i++) {
		int problem = q->rec->processes[i].problem;
		if (problem >= 0 && problems >> problem & 1u)
			why_pro(why, q, argument_of(ARGUMENT_PROBLEM, (int)i));
	}
}

static void add_incidents(struct why *why, const struct asked *q)
{
	struct argument says = argument(ARGUMENT_REPAIRED);
	says.of = (int)q->rec->incident_count;
	for (int i = 0; i < says.of; i++)
		says.count += q->rec->incidents[i].repaired == TRI_YES;
	if (says.count)
		why_against(why, q, says);
	says.kind = ARGUMENT_UNREPAIRED;
	says.count = says.of - says.count;
	if (says.count)
		why_pro(why, q, says);
}

void why_scale(struct why *why, const struct asked *q, int scale, double line)
{
	why_ratings(why, q, scale, line);
	if (scale < ASPECT_COUNT) {
		why_facts(why, q, scale, line);
		why_quotes(why, q, scale, NULL);
		add_symptom(why, q, beside[scale].symptom, line);
		add_problems(why, q, beside[scale].problems);
		if (beside[scale].incidents)
			add_incidents(why, q);
	} else {
		why_quotes(why, q, scale, NULL);
	}
}

static void add_aspects(struct why *why, const struct asked *q, int cause, double line)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;
		double score = q->d->scores.scale[scale].score;
		if (!isnan(score))
			why_add(why, q, at_least(score, line), argument_of(ARGUMENT_ASPECT, scale));
	}
}

/* Which cause the sides put first with their points. */
static void add_points(struct why *why, const struct asked *q, int cause)
{
	const double *overall = q->d->scores.split.overall;
	int most = 0;
	if (isnan(overall[cause]))
		return;
	for (int c = 1; c < CAUSE_COUNT; c++)
		most = above(overall[c], overall[most]) ? c : most;
	if (most == cause)
		why_pro(why, q, argument_of(ARGUMENT_MOST_POINTS, cause));
	else
		why_against(why, q, argument_of(ARGUMENT_FEWER_POINTS, cause));
}

void why_of_cause(struct why *why, const struct asked *q, int cause, double line)
{
	add_aspects(why, q, cause, line);
	add_points(why, q, cause);
}
