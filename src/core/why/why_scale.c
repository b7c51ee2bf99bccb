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

static const char *values_text(const struct asked *q, const double value[PARTIES_MAX])
{
	struct texts list = { 0 };
	for (size_t p = 0; p < q->rec->party_count; p++)
		if (!isnan(value[p]))
			texts_add(q->pool, &list,
				WHY_TEXT("%s %.2f", q->rec->parties[p].label, value[p]));
	return why_list(q->pool, &list);
}

static void add_symptom(struct why *why, const struct asked *q, int symptom, double line)
{
	const struct scale_score *score = &q->d->scores.scale[symptom];
	if (!symptom || isnan(score->perception))
		return;
	texts_add(q->pool, at_least(score->perception, line) ? &why->against : &why->pro,
		WHY_TEXT("%s %.2f: %s",
			symptom == SCALE_RESULTS         ? "perceived results"
				: symptom == SCALE_TRUST ? "trust"
							 : "information flow",
			score->perception, values_text(q, score->value)));
}

static void add_problems(struct why *why, const struct asked *q, unsigned problems)
{
	for (size_t i = 0; i < q->rec->process_count; i++) {
		const struct process *process = &q->rec->processes[i];
		if (process->problem < 0 || !(problems >> process->problem & 1u))
			continue;
		texts_add(q->pool, &why->pro,
			WHY_TEXT("%s: %s%s%s", vocabulary_problem.word[process->problem],
				process->step ? process->step : "a step",
				process->party < 0 ? "" : ", ",
				process->party < 0 ? "" : q->rec->parties[process->party].label));
	}
}

static void add_incidents(struct why *why, const struct asked *q)
{
	size_t repaired = 0, count = q->rec->incident_count;
	for (size_t i = 0; i < count; i++)
		repaired += q->rec->incidents[i].repaired == TRI_YES;
	if (repaired < count)
		texts_add(q->pool, &why->pro,
			WHY_TEXT("%zu of %zu incidents not repaired", count - repaired, count));
	if (repaired)
		texts_add(q->pool, &why->against,
			WHY_TEXT("%zu of %zu incidents repaired", repaired, count));
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
		const char *values = values_text(q, q->d->scores.scale[scale].value);
		if (isnan(score))
			continue;
		texts_add(q->pool, at_least(score, line) ? &why->against : &why->pro,
			WHY_TEXT("%s %.2f%s%s%s", scale_info[scale].word, score,
				*values ? " (" : "", values, *values ? ")" : ""));
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
		texts_add(q->pool, &why->pro,
			WHY_TEXT("the sides give it the most of 100 points, %.0f", overall[cause]));
	else
		texts_add(q->pool, &why->against,
			WHY_TEXT("the sides give %s more of 100 points, %.0f "
				 "against %.0f",
				cause_info[most].id, overall[most], overall[cause]));
}

void why_of_cause(struct why *why, const struct asked *q, int cause, double line)
{
	add_aspects(why, q, cause, line);
	add_points(why, q, cause);
}
