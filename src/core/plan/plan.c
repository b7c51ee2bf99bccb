/* SPDX-License-Identifier: MIT */
/*
 * The revival plan as a whole (rekindle-method(7), section 7).
 */
#include <assert.h>
#include "plan_parts.h"

bool plan_revived(const struct diagnosis *before, const struct diagnosis *now)
{
	const struct diagnosis *rounds[] = { before, now };

	for (size_t i = 0; i < 2; i++)
		if (rounds[i]->primary.cause != PRIMARY_NONE ||
			isnan(rounds[i]->scores.performance.score) ||
			rounds[i]->scores.performance.low)
			return false;
	return true;
}

/* A plan of any origin once its actions stand. */
static void complete(struct planning *p)
{
	plan_number(p);
	plan_link(p->plan);
	plan_owners(p);
	plan_events(p);
	plan_kpis(p);
	plan_warn(p);
}

/* A wind-down takes no longer for an alliance that is worse. */
int plan_horizon(enum track track, const struct scores *scores)
{
	if (track == TRACK_EXIT)
		return PLAN_MONTHS_SHORT;
	if (isnan(scores->health))
		return PLAN_MONTHS_LONG;
	if (at_least(scores->health, scores->lines.failing))
		return PLAN_MONTHS_SHORT;
	return at_least(scores->health, scores->lines.critical) ? PLAN_MONTHS : PLAN_MONTHS_LONG;
}

void plan_compute(
	struct plan *plan, const struct record *rec, const struct diagnosis *diagnosis, int start)
{
	struct planning p = { .plan = plan, .rec = rec, .diagnosis = diagnosis };

	assert(start != DATE_NONE);
	*plan = (struct plan){ .track = diagnosis->track };
	plan->start = plan->from = plan->end = plan_day_after(rec, start);
	if (diagnosis->track == TRACK_COUNT) { /* a pulse decides nothing */
		plan->track = TRACK_SUSTAIN;
		return;
	}
	plan->horizon_months = plan_horizon(plan->track, &diagnosis->scores);
	plan->end = date_add_months(plan->start, plan->horizon_months);
	plan_gates(&p, &(struct gate_drawing){ .first = 1, .day = plan->start });
	plan_gather(&p);
	plan_select(&p);
	plan_schedule(&p);
	complete(&p);
}

void plan_read(struct plan *plan, const struct record *rec)
{
	struct planning p = { .plan = plan, .rec = rec };

	plan_restore(&p);
	complete(&p);
}

void plan_follow(struct plan *plan, const struct record *rec)
{
	struct planning p = { .plan = plan, .rec = rec };

	plan->warnings = NULL;
	plan->warning_count = 0;
	plan->kpis = NULL;
	plan->kpi_count = 0;
	plan_link(plan);
	plan_kpis(&p);
	plan_warn(&p);
}

void plan_release(struct plan *plan)
{
	pool_release(&plan->pool);
	*plan = (struct plan){ .track = TRACK_SUSTAIN };
}
