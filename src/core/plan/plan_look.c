/* SPDX-License-Identifier: MIT */
/*
 * What can be asked of a plan once it stands: its actions, and how far they are.
 */
#include <string.h>
#include "plan_parts.h"

int plan_find(const struct plan *plan, const struct action *action)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i].action == action)
			return (int)i;
	return -1;
}

bool plan_has_stored(const struct plan *plan, int stored)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i].stored == stored)
			return true;
	return false;
}

int plan_find_id(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (!strcmp(plan->actions[i].id, id))
			return (int)i;
	return -1;
}

bool plan_is_open(const struct planned_action *planned)
{
	return planned->status != STATUS_DONE && planned->status != STATUS_DROPPED;
}

bool plan_is_late(const struct planned_action *planned, int today)
{
	return planned->active && plan_is_open(planned) && planned->due != DATE_NONE &&
		planned->due < today;
}

struct plan_count plan_count(const struct plan *plan, int phase, int today)
{
	struct plan_count n = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		bool due = planned->due <= today, done = planned->status == STATUS_DONE;

		if (phase && step_phase(planned->step) != phase)
			continue;
		if (planned->status == STATUS_DROPPED) {
			n.dropped++;
			continue;
		}
		n.active++;
		n.due += due;
		n.due_done += due && done;
		n.done += done;
		n.started += planned->status == STATUS_STARTED;
		n.blocked += planned->status == STATUS_BLOCKED;
		n.late += plan_is_late(planned, today);
	}
	return n;
}

int plan_person_days(const struct plan *plan)
{
	int days = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		days += plan->actions[i].effort_days;
	return days;
}

bool plan_is_kept(const struct planned_action *planned)
{
	return planned->status == STATUS_DONE && planned->closed != DATE_NONE &&
		planned->closed <= planned->due;
}

struct plan_promises plan_promises(const struct plan *plan, int today)
{
	struct plan_promises n = { 0 };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (planned->due > today || planned->status == STATUS_DROPPED)
			continue;
		n.due++;
		n.kept += plan_is_kept(planned);
	}
	return n;
}

int plan_kpi_own(const struct record *rec, const char *kpi)
{
	struct uuid id;

	for (size_t i = 0; kpi && uuid_parse(kpi, &id) && i < rec->kpi_count; i++)
		if (uuid_same(&rec->kpis[i].object.id, &id))
			return (int)i;
	return -1;
}

const char *plan_kpi_name(const struct record *rec, const char *kpi)
{
	int at, own = plan_kpi_own(rec, kpi);
	const struct instrument *bank =
		kpi ? instrument_having(rec->instrument, instrument_kpi, kpi, &at) : NULL;

	return bank ? bank->kpis[at].name : own >= 0 ? rec->kpis[own].name : NULL;
}

bool plan_cites(const struct planned_action *planned, const char *finding)
{
	for (size_t i = 0; i < planned->finding_count; i++)
		if (!strcmp(planned->findings[i], finding))
			return true;
	return false;
}

bool plan_answers(const struct plan *plan, const char *finding)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan_cites(&plan->actions[i], finding))
			return true;
	return false;
}

const char *plan_finding(
	struct pool *pool, const struct record *rec, enum finding_kind kind, int subject)
{
	const struct finding_ref ref = { kind, subject, -1, 0 };

	return finding_id(pool, rec, &ref);
}
