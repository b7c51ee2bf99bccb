/* SPDX-License-Identifier: MIT */
/*
 * Performance against what was agreed (rekindle-method(7), section 3.9): objectives and KPIs, 0 to
 * 100.
 */
#include "basis.h"

int kpi_latest(const struct kpi_list *list, int kpi, int day)
{
	int latest = -1;
	for (size_t i = 0; i < list->actual_count; i++) {
		const struct actual *actual = &list->actuals[i];
		if (actual->kpi != kpi || isnan(actual->value))
			continue;
		if (day != DATE_NONE && actual->date > day)
			continue;
		if (latest < 0 || actual->date >= list->actuals[latest].date)
			latest = (int)i;
	}
	return latest;
}

static double share(double x)
{
	return 100 * fmin(fmax(x, 0), 1);
}

static bool starts_elsewhere(const struct kpi *kpi)
{
	return !isnan(kpi->baseline) && kpi->baseline != kpi->target;
}

static double attained(const struct kpi *kpi, double latest)
{
	bool lower = kpi->direction == DIRECTION_LOWER;
	double target = kpi->target;
	if (starts_elsewhere(kpi))
		return share((latest - kpi->baseline) / (target - kpi->baseline));
	if (isnan(kpi->baseline) && target > 0 && latest > 0)
		return share(lower ? target / latest : latest / target);
	return (lower ? at_most(latest, target) : at_least(latest, target)) ? 100 : 0;
}

double kpi_elapsed(const struct kpi *kpi, int day)
{
	if (!starts_elsewhere(kpi) || day == DATE_NONE || kpi->start == DATE_NONE ||
		kpi->due == DATE_NONE || kpi->due <= day)
		return 1;
	return kpi->start >= day ? NAN : (double)(day - kpi->start) / (kpi->due - kpi->start);
}

/* A target that is not due yet is held against the time that has passed. */
static double in_time(const struct kpi *kpi, double attainment, int day)
{
	double elapsed = kpi_elapsed(kpi, day);

	return isnan(elapsed) ? NAN : fmin(attainment / elapsed, 100);
}

double kpi_attainment(const struct kpi_list *list, int kpi, int day)
{
	const struct kpi *what = &list->kpis[kpi];
	int latest = kpi_latest(list, kpi, day);
	if (latest < 0 || isnan(what->target))
		return NAN;
	return in_time(what, attained(what, list->actuals[latest].value), day);
}

static double objectives_score(const struct record *rec, int *counted)
{
	static const double points[RESULT_COUNT] = {
		[RESULT_MET] = 100,
		[RESULT_PARTLY] = 50,
		[RESULT_MISSED] = 0,
		[RESULT_TOO_EARLY] = NAN,
	};
	struct mean mean = { 0 };
	for (size_t i = 0; i < rec->objective_count; i++)
		if (rec->objectives[i].result >= 0)
			mean_add(&mean, points[rec->objectives[i].result]);
	*counted = mean.n;
	return mean_of(&mean);
}

static void kpi_scores(struct performance *performance, const struct kpi_list *list, int day)
{
	struct mean category[CATEGORY_COUNT] = { { 0 } }, all = { 0 };
	for (size_t i = 0; i < list->kpi_count; i++)
		mean_add(&category[list->kpis[i].category], kpi_attainment(list, (int)i, day));
	for (int c = 0; c < CATEGORY_COUNT; c++) {
		performance->category[c] = mean_of(&category[c]);
		performance->kpis_counted += category[c].n;
		mean_add(&all, performance->category[c]);
	}
	performance->kpis = mean_of(&all);
}

void performance_compute(
	struct performance *performance, const struct record *rec, const struct kpi_list *kpis)
{
	struct mean mean = { 0 };
	*performance = (struct performance){ 0 };
	performance->objectives = objectives_score(rec, &performance->objectives_counted);
	kpi_scores(performance, kpis, rec->assessment.date);
	mean_add(&mean, performance->objectives);
	mean_add(&mean, performance->kpis);
	performance->score = mean_of(&mean);
	performance->low = below(performance->score, PERFORMANCE_LOW);
}
