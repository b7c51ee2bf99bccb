/* SPDX-License-Identifier: MIT */
/*
 * How reliably the plan was kept: promises and escalations by quarter, what was due and done at a
 * gate, and the rounds that tell whether the alliance is revived (rekindle-method(7), section 7).
 */
#include <rekindle/proof.h>
#include <rekindle/str.h>
#include <math.h>

#define MONTHS_A_QUARTER 3

static int quarter_of(int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return date_make(year, month - (month - 1) % MONTHS_A_QUARTER, 1);
}

static bool resolved_by(const struct escalation *one, int today)
{
	return one->opened != DATE_NONE && one->closed != DATE_NONE && one->closed >= one->opened &&
		one->closed <= today;
}

static int first_day(const struct plan *plan, const struct record *rec, int today)
{
	int first = plan->start;

	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].due < first)
			first = plan->actions[i].due;
	for (size_t i = 0; i < rec->escalation_count; i++)
		if (resolved_by(&rec->escalations[i], today) && rec->escalations[i].closed < first)
			first = rec->escalations[i].closed;
	return first;
}

static struct proof_quarter *find_quarter(struct proof_quarter *list, size_t count, int day)
{
	for (size_t i = count; i-- > 0;)
		if (list[i].first <= day)
			return &list[i];
	return NULL;
}

static void add_action(
	struct proof_quarter *list, size_t count, const struct planned_action *planned, int today)
{
	struct proof_quarter *quarter =
		planned->due > today ? NULL : find_quarter(list, count, planned->due);

	if (!quarter)
		return;
	if (planned->status == STATUS_DROPPED) {
		quarter->dropped++;
		return;
	}
	quarter->due++;
	quarter->kept += plan_is_kept(planned);
}

/* `days` is their sum until all are in. */
static void add_escalation(
	struct proof_quarter *list, size_t count, const struct escalation *one, int today)
{
	struct proof_quarter *quarter =
		resolved_by(one, today) ? find_quarter(list, count, one->closed) : NULL;

	if (!quarter)
		return;
	quarter->resolved++;
	quarter->days += one->closed - one->opened;
}

struct proof_quarter *proof_quarters(struct pool *pool, const struct plan *plan,
	const struct record *rec, int today, size_t *count)
{
	struct proof_quarter *list = NULL;

	*count = 0;
	for (int day = quarter_of(first_day(plan, rec, today)); day <= today;
		day = date_add_months(day, MONTHS_A_QUARTER))
		*POOL_APPEND(pool, list, *count) = (struct proof_quarter){ .first = day };
	for (size_t i = 0; i < plan->active_count; i++)
		add_action(list, *count, &plan->actions[i], today);
	for (size_t i = 0; i < rec->escalation_count; i++)
		add_escalation(list, *count, &rec->escalations[i], today);
	for (size_t i = 0; i < *count; i++)
		list[i].days = list[i].resolved ? list[i].days / list[i].resolved : NAN;
	return list;
}

static struct proof_reading kept_percent(const struct plan *plan, int today)
{
	struct plan_promises n = { 0 };

	if (plan->stored)
		n = plan_promises(plan, today);
	return (struct proof_reading){ n.due ? 100.0 * n.kept / n.due : NAN, n.due };
}

static struct proof_reading days_to_resolve(const struct record *rec, int today)
{
	struct proof_reading mean = { 0 };

	for (size_t i = 0; i < rec->escalation_count; i++) {
		const struct escalation *one = &rec->escalations[i];

		if (!resolved_by(one, today))
			continue;
		mean.value += one->closed - one->opened;
		mean.n++;
	}
	mean.value = mean.n ? mean.value / mean.n : NAN;
	return mean;
}

struct proof_reading proof_reading(
	const struct plan *plan, const struct record *rec, const struct plan_kpi *kpi, int today)
{
	if (kpi->kpi < 0 && str_same(kpi->id, plan_kpi_kept))
		return kept_percent(plan, today);
	if (kpi->kpi < 0 && str_same(kpi->id, plan_kpi_resolved))
		return days_to_resolve(rec, today);
	return (struct proof_reading){ NAN, 0 };
}

int proof_escalations_open(const struct record *rec, int today)
{
	int n = 0;

	for (size_t i = 0; i < rec->escalation_count; i++) {
		const struct escalation *one = &rec->escalations[i];

		n += (one->opened == DATE_NONE || one->opened <= today) &&
			(one->closed == DATE_NONE || one->closed > today);
	}
	return n;
}

bool proof_full_rounds(
	const struct record *const *rounds, size_t count, int upto, struct proof_pair *pair)
{
	*pair = (struct proof_pair){ -1, -1 };
	for (size_t i = 0; i < count && (int)i <= upto; i++)
		if (rounds[i]->assessment.kind != ROUND_PULSE)
			*pair = (struct proof_pair){ pair->now, (int)i };
	return pair->before >= 0;
}
