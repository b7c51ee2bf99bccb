/* SPDX-License-Identifier: MIT */
/*
 * Evidence: recorded facts beside the ratings (rekindle-method(7), section 3.5), and how well the
 * form of the alliance fits its ambitions.
 */
#include <stdlib.h>
#include <string.h>
#include <rekindle/str.h>
#include "basis.h"

static const struct evidence no_evidence = { NAN, NAN };

static struct evidence evidence_of(double x, double weight)
{
	double range = SCORE_HIGHEST - SCORE_LOWEST;
	return (struct evidence){ SCORE_LOWEST + range * x, weight };
}

struct evidence evidence_objectives(const struct record *rec)
{
	if (!rec->objective_count)
		return rec->assessment.objectives_agreed == TRI_NO ? evidence_of(0, EVIDENCE_FULL)
								   : no_evidence;
	int have = 0;
	for (size_t i = 0; i < rec->objective_count; i++) {
		const struct objective *objective = &rec->objectives[i];
		have += !str_blank(objective->measure) + !str_blank(objective->target) +
			(objective->due != DATE_NONE);
	}
	return evidence_of((double)have / (3.0 * (double)rec->objective_count),
		rec->objective_count >= OBJECTIVES_FULL ? EVIDENCE_FULL : EVIDENCE_THIN);
}

static struct evidence evidence_checks(const struct basis *basis, enum list list)
{
	int known = basis->check_known[list];
	if (!known)
		return no_evidence;
	return evidence_of(basis->check_points[list] / (2.0 * known),
		known >= CHECKS_FULL ? EVIDENCE_FULL : EVIDENCE_THIN);
}

/* The harder the other routes, the better the reason to partner. */
static struct evidence evidence_rationale(const struct route_score *route)
{
	if (isnan(route->clearance))
		return no_evidence;
	return evidence_of(fmin(fmax(ROUTE_CLEAR - route->clearance, 0), 1), EVIDENCE_FULL);
}

void evidence_collect(const struct basis *basis, const struct route_score *route,
	struct evidence evidence[ASPECT_COUNT])
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		evidence[a] = no_evidence;
	if (basis->pulse)
		return;
	evidence[ASPECT_RATIONALE] = evidence_rationale(route);
	evidence[ASPECT_OBJECTIVES] = basis->objectives;
	evidence[ASPECT_FIT] = basis->fit;
	for (int list = 0; list < LIST_COUNT; list++)
		evidence[list_info[list].aspect] = evidence_checks(basis, list);
}

int ranked_ambitions(const struct record *rec, int ambition[AMBITIONS_MAX])
{
	int count = 0;
	const char *at = record_profile(rec)->ambitions;
	while (at && *at && count < AMBITIONS_MAX) {
		size_t n = strcspn(at, "\n");
		ambition[count] = -1;
		for (size_t i = 0; i < rec->instrument->ambition_count; i++) {
			const char *id = rec->instrument->ambitions[i].id;
			if (strlen(id) == n && !memcmp(id, at, n))
				ambition[count] = (int)i;
		}
		count++;
		at += n + (at[n] == '\n');
	}
	return count;
}

/* 0 to 3, weighted 3, 2, 1 by rank; NAN when the matrix has no pair of them. */
static double fit_of(const struct record *rec, int type)
{
	int ambition[AMBITIONS_MAX];
	int count = ranked_ambitions(rec, ambition);
	int sum = 0, weights = 0;
	for (int rank = 0; rank < count && type >= 0; rank++) {
		int fit = ambition[rank] < 0
			? -1
			: instrument_fit(rec->instrument, ambition[rank], type, NULL);
		if (fit < 0)
			continue;
		sum += (AMBITIONS_MAX - rank) * fit;
		weights += AMBITIONS_MAX - rank;
	}
	return weights ? (double)sum / weights : NAN;
}

int type_gain(const struct record *rec, int type)
{
	int ambition[AMBITIONS_MAX], count = ranked_ambitions(rec, ambition), best = -1, most = 0;
	const char *id = record_profile(rec)->type;
	int declared = id ? instrument_type(rec->instrument, id) : -1;
	for (int rank = 0; rank < count; rank++) {
		int here = instrument_fit(rec->instrument, ambition[rank], declared, NULL);
		int there = instrument_fit(rec->instrument, ambition[rank], type, NULL);
		int gain = (AMBITIONS_MAX - rank) * (there - here);
		if (here < 0 || gain <= most)
			continue;
		most = gain;
		best = ambition[rank];
	}
	return best;
}

static double declared_fit(const struct record *rec)
{
	const char *type = record_profile(rec)->type;
	return type ? fit_of(rec, instrument_type(rec->instrument, type)) : NAN;
}

struct evidence evidence_fit(const struct record *rec)
{
	double fit = declared_fit(rec);
	return isnan(fit) ? no_evidence : evidence_of(fit / FIT_MAX, EVIDENCE_FULL);
}

void type_compute(struct type_fit *type, struct pool *pool, const struct record *rec)
{
	*type = (struct type_fit){ .fit = declared_fit(rec) };
	for (size_t t = 0; t < rec->instrument->type_count; t++) {
		double fit = fit_of(rec, (int)t);
		if (!above(fit, type->fit))
			continue;
		POOL_APPEND(pool, type->better, type->better_count);
		size_t at = type->better_count - 1;
		for (; at && above(fit, type->better[at - 1].fit); at--)
			type->better[at] = type->better[at - 1];
		type->better[at].type = (int)t;
		type->better[at].fit = fit;
	}
}
