/* SPDX-License-Identifier: MIT */
/*
 * From the sums of ratings, route entries and checklist rows to the scores of the causes
 * (rekindle-method(7), section 3) and to the primary cause (section 5): the one place that decides
 * it.
 */
#include "basis.h"

const struct list_info list_info[LIST_COUNT] = {
	[LIST_SELECTION] = { 0, SELECTION_ROWS, ASPECT_SELECTION },
	[LIST_GOVERNANCE] = { SELECTION_ROWS, CHECK_ROWS, ASPECT_GOVERNANCE },
};

enum list list_of(enum check_row row)
{
	return row < SELECTION_ROWS ? LIST_SELECTION : LIST_GOVERNANCE;
}

int check_points(enum check value)
{
	static const int points[CHECK_VALUE_COUNT] = {
		[CHECK_YES] = 2,
		[CHECK_PARTLY] = 1,
		[CHECK_NO] = 0,
		[CHECK_UNKNOWN] = -1,
	};
	return points[value];
}

static void add_ratings(struct basis *basis, const struct record *rec, const struct tally *tally)
{
	for (size_t r = 0; r < rec->respondent_count; r++) {
		int party = rec->respondents[r].party;
		basis->with_data[party] += record_has_data(rec, (int)r);
		for (int scale = 0; scale < SCALE_COUNT; scale++) {
			double value = tally[r * SCALE_COUNT + scale].value;
			if (isnan(value))
				continue;
			basis->sum[party][scale] += value;
			basis->n[party][scale]++;
		}
	}
}

static void add_routes(struct basis *basis, const struct record *rec)
{
	for (size_t i = 0; i < rec->route_count; i++) {
		const struct route *route = &rec->routes[i];
		for (int v = 0; v < ROUTE_VALUES; v++) {
			if (route->value[v] == INT_NONE)
				continue;
			basis->route_sum[route->party][v] += route->value[v];
			basis->route_n[route->party][v]++;
		}
	}
}

static void add_checks(struct basis *basis, const struct record *rec)
{
	for (int row = 0; row < CHECK_ROWS; row++) {
		int points = check_points(record_check(rec, row));
		if (points < 0)
			continue;
		basis->check_points[list_of(row)] += points;
		basis->check_known[list_of(row)]++;
	}
}

void basis_build(struct basis *basis, const struct record *rec, const struct tally *tally)
{
	*basis = (struct basis){
		.lines = *lines_for(rec),
		.party_count = rec->party_count,
		.objectives = evidence_objectives(rec),
		.fit = evidence_fit(rec),
		.pulse = rec->assessment.kind == ROUND_PULSE,
	};
	for (size_t p = 0; p < rec->party_count; p++)
		basis->required[p] = record_party_profile(rec, p)->stance != STANCE_UNRESPONSIVE;
	add_ratings(basis, rec, tally);
	add_routes(basis, rec);
	add_checks(basis, rec);
}

double basis_value(const struct basis *basis, size_t party, int scale)
{
	int n = basis->n[party][scale];
	return n ? basis->sum[party][scale] / n : NAN;
}

/* Parties weigh alike, however many people of each were heard (section 3.4). */
static double perception(const struct basis *basis, int scale)
{
	struct mean mean = { 0 };
	for (size_t p = 0; p < basis->party_count; p++) {
		if (!basis->n[p][scale] && basis->required[p])
			return NAN;
		mean_add(&mean, basis_value(basis, p, scale));
	}
	return mean_of(&mean);
}

static double blend(double perceived, const struct evidence *evidence)
{
	if (isnan(evidence->value))
		return perceived;
	if (isnan(perceived))
		return evidence->value;
	return (1 - evidence->weight) * perceived + evidence->weight * evidence->value;
}

double cause_mean(const double aspect[ASPECTS_PER_CAUSE])
{
	struct mean mean = { 0 };
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		mean_add(&mean, aspect[i]);
	return mean.n >= CAUSE_ASPECTS_MIN ? mean_of(&mean) : NAN;
}

static double margin_of(const struct basis *basis)
{
	static const struct {
		int up_to;
		double margin;
	} margins[] = MARGINS;
	int fewest = 0;
	for (size_t p = 0; p < basis->party_count; p++) {
		int n = basis->with_data[p];
		if (n && (!fewest || n < fewest))
			fewest = n;
	}
	int i = 0;
	while (fewest > margins[i].up_to)
		i++;
	return margins[i].margin;
}

static int most_upstream(unsigned causes)
{
	int cause = 0;
	while (!(causes >> cause & 1u))
		cause++;
	return cause;
}

/* Leading set and primary (section 5) from the scores of the causes. */
static void lead(const struct basis *basis, struct verdict *verdict)
{
	const double *score = verdict->cause;
	double lowest = INFINITY;
	int upstream_unknown = CAUSE_COUNT;
	for (int c = CAUSE_COUNT - 1; c >= 0; c--) {
		if (isnan(score[c]))
			upstream_unknown = c;
		else if (below(score[c], basis->lines.failing))
			lowest = fmin(lowest, score[c]);
	}
	verdict->leading = 0;
	verdict->margin = NAN;
	verdict->primary = upstream_unknown < CAUSE_COUNT ? PRIMARY_INSUFFICIENT : PRIMARY_NONE;
	if (isinf(lowest))
		return;
	double margin = margin_of(basis);
	unsigned leading = 0;
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (below(score[c], basis->lines.failing) && at_most(score[c], lowest + margin))
			leading |= 1u << c;
	int first = most_upstream(leading);
	if (upstream_unknown < first)
		return;
	verdict->leading = leading;
	verdict->margin = margin;
	verdict->primary = first;
}

void basis_decide(const struct basis *basis, struct verdict *verdict)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		verdict->perception[s] = perception(basis, s);
	route_judge(&verdict->route, basis);
	evidence_collect(basis, &verdict->route, verdict->evidence);
	for (int a = 0; a < ASPECT_COUNT; a++)
		verdict->score[a] = blend(verdict->perception[a], &verdict->evidence[a]);
	for (int c = 0; c < CAUSE_COUNT; c++)
		verdict->cause[c] = cause_mean(&verdict->score[c * ASPECTS_PER_CAUSE]);
	lead(basis, verdict);
}
