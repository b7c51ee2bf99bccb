/* SPDX-License-Identifier: MIT */
/*
 * What a meeting has to look at.
 */
#include <rekindle/agenda.h>

#include <math.h>
#include <stdlib.h>

#include <rekindle/str.h>

struct asking {
	struct agenda *agenda;
	const struct record *rec;
	const struct plan *plan;
	int today;
};

/* Which body looks at what. */
static const bool looks_at[BODY_COUNT][AGENDA_PARTS] = {
	[BODY_STEERING] = { [AGENDA_DECIDE] = true,
		[AGENDA_ESCALATED] = true,
		[AGENDA_BLOCKED] = true,
		[AGENDA_LATE] = true,
		[AGENDA_KPIS] = true,
		[AGENDA_DUE] = true,
		[AGENDA_CLOSED] = true,
		[AGENDA_DECIDED] = true,
		[AGENDA_AHEAD] = true },
	[BODY_WORKING] = { [AGENDA_BLOCKED] = true,
		[AGENDA_LATE] = true,
		[AGENDA_DUE] = true,
		[AGENDA_NOTED] = true,
		[AGENDA_CLOSED] = true,
		[AGENDA_DECIDED] = true,
		[AGENDA_AHEAD] = true },
};

/* Those that others than the two bodies have to prepare. */
static const bool is_ahead[EVENT_KINDS] = {
	[EVENT_PULSE] = true,
	[EVENT_HEALTH_CHECK] = true,
	[EVENT_STRATEGIC_REVIEW] = true,
	[EVENT_JOINT_INNOVATION] = true,
	[EVENT_EXIT_REVIEW] = true,
};

static void add(
	struct asking *ask, enum agenda_part part, enum agenda_kind kind, int index, int day)
{
	struct agenda *agenda = ask->agenda;
	if (!looks_at[agenda->body][part])
		return;
	agenda->of[part]++;
	*POOL_APPEND(&agenda->pool, agenda->items, agenda->count) =
		(struct agenda_item){ part, kind, index, day };
}

/* When */

int agenda_event(const struct plan *plan, enum body body)
{
	enum event_kind kind = body == BODY_STEERING ? EVENT_STEERING : EVENT_WORKING_GROUP;
	for (size_t i = 0; i < plan->event_count; i++)
		if (plan->events[i].kind == kind)
			return (int)i;
	return -1;
}

int agenda_occurrence(const struct plan_event *event, int day)
{
	for (int i = 0; i < event->count; i++)
		if (plan_event_day(event, i) == day)
			return i;
	return -1;
}

static int earlier(int a, int b)
{
	return a == DATE_NONE || (b != DATE_NONE && b < a) ? b : a;
}

/* A gate that is open is decided on its day, whatever the committee's rhythm is. */
static int next_gate(const struct asking *ask, int from)
{
	const struct plan *plan = ask->plan;
	int day = DATE_NONE;

	if (ask->agenda->body != BODY_STEERING || !plan || plan_leads_to(plan))
		return DATE_NONE;
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].outcome < 0 && plan->gates[i].day >= from)
			day = earlier(day, plan->gates[i].day);
	return day;
}

/* The first meeting of the body by the plan from a day on; DATE_NONE: there is none. */
static int next_meeting(const struct asking *ask, int from)
{
	int at = ask->plan ? agenda_event(ask->plan, ask->agenda->body) : -1;
	for (int i = 0; at >= 0 && i < ask->plan->events[at].count; i++)
		if (plan_event_day(&ask->plan->events[at], i) >= from)
			return plan_event_day(&ask->plan->events[at], i);
	return DATE_NONE;
}

static void set_days(struct asking *ask, int day)
{
	struct agenda *agenda = ask->agenda;
	int weeks = agenda->body == BODY_STEERING ? AGENDA_STEERING_WEEKS : AGENDA_WORKING_WEEKS;
	agenda->day = day != DATE_NONE
		? day
		: earlier(next_meeting(ask, ask->today), next_gate(ask, ask->today));
	if (agenda->day == DATE_NONE)
		agenda->day = ask->today;
	agenda->until = next_meeting(ask, agenda->day + 1);
	if (agenda->until == DATE_NONE)
		agenda->until = agenda->day + 7 * weeks;
	agenda->last = meeting_before(ask->rec, agenda->body, agenda->day);
	agenda->since = agenda->last >= 0 ? meeting_day(&ask->rec->meetings[agenda->last])
		: ask->plan               ? ask->plan->start
					  : DATE_NONE;
}

/* What */

static void add_gates(struct asking *ask)
{
	const struct plan *plan = ask->plan;
	const struct gate *out = plan_leads_to(plan);
	if (out)
		add(ask, AGENDA_DECIDE, AGENDA_EXIT, (int)(out - plan->gates), out->decided);
	for (size_t i = 0; i < plan->gate_count && !out; i++) {
		const struct gate *gate = &plan->gates[i];
		if (gate->outcome >= 0 || gate->day > ask->agenda->until)
			continue;
		bool now = gate->day <= ask->agenda->day;
		if (now || ask->agenda->body == BODY_STEERING)
			add(ask, now ? AGENDA_DECIDE : AGENDA_DUE, AGENDA_GATE, (int)i, gate->day);
	}
}

/* The last day on which the contract can be given notice, when nobody meets again before it. */
static void add_notice(struct asking *ask)
{
	const struct profile *profile = record_profile(ask->rec);
	if (profile->contract_ends == DATE_NONE || profile->notice_days == INT_NONE)
		return;
	int notice = profile->contract_ends - profile->notice_days;
	if (notice >= ask->today && notice <= ask->agenda->until)
		add(ask, AGENDA_DECIDE, AGENDA_NOTICE, -1, notice);
}

static void add_escalations(struct asking *ask)
{
	for (size_t i = 0; i < ask->rec->escalation_count; i++)
		if (ask->rec->escalations[i].closed == DATE_NONE)
			add(ask, AGENDA_ESCALATED, AGENDA_ESCALATION, (int)i,
				ask->rec->escalations[i].opened);
}

static void add_open(struct asking *ask, const struct planned_action *planned, int place)
{
	bool steering = ask->agenda->body == BODY_STEERING;
	bool dated = planned->due != DATE_NONE;
	int late = dated && planned->due < ask->today ? ask->today - planned->due : 0;
	if (planned->status == STATUS_BLOCKED)
		add(ask, AGENDA_BLOCKED, AGENDA_ACTION, place, planned->due);
	else if (late && (!steering || late > AGENDA_LATE_DAYS))
		add(ask, AGENDA_LATE, AGENDA_ACTION, place, planned->due);
	else if (dated && !late && !steering && planned->due <= ask->agenda->until)
		add(ask, AGENDA_DUE, AGENDA_ACTION, place, planned->due);
}

/* Behind a gate that leads out nothing else is asked for; what was closed is told all the same. */
static void add_actions(struct asking *ask)
{
	const struct plan *plan = ask->plan;
	bool out = plan_leads_to(plan) != NULL;
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct planned_action *planned = &plan->actions[i];
		if (!plan_is_open(planned) && planned->closed != DATE_NONE &&
			planned->closed >= ask->agenda->since && planned->closed <= ask->today)
			add(ask, AGENDA_CLOSED, AGENDA_ACTION, (int)i, planned->closed);
		else if (planned->active && plan_is_open(planned) && !out)
			add_open(ask, planned, (int)i);
	}
}

/* What has no reading, or not begun, is not off its way. */
static void add_kpis(struct asking *ask)
{
	const struct kpi_list list = record_kpis_now(ask->rec);
	for (size_t i = 0; i < list.kpi_count; i++)
		if (kpi_attainment(&list, (int)i, ask->today) < AGENDA_KPI_LOW)
			add(ask, AGENDA_KPIS, AGENDA_KPI, (int)i, DATE_NONE);
}

static void add_decided(struct asking *ask)
{
	struct agenda *agenda = ask->agenda;
	size_t count = 0;
	if (agenda->last >= 0)
		minutes_read(&agenda->pool, ask->rec, &ask->rec->meetings[agenda->last],
			MINUTES_DECISIONS, &count);
	for (size_t i = 0; i < count; i++)
		add(ask, AGENDA_DECIDED, AGENDA_DECISION, (int)i, DATE_NONE);
}

/* What every company has: an action of the plan at hand, a joint objective. */
static bool is_shared(const struct asking *ask, const struct minute *minute)
{
	if (minute->index < 0)
		return false;
	return minute->filed == FILED_ACTION
		? ask->plan && plan_has_stored(ask->plan, minute->index)
		: minute->filed == FILED_OBJECTIVE;
}

static void add_noted(struct asking *ask)
{
	struct agenda *agenda = ask->agenda;
	for (size_t i = 0; i < ask->rec->note_count; i++) {
		const struct note *note = &ask->rec->notes[i];
		const struct minute minute = note_minute(&agenda->pool, ask->rec, note);
		int day = note->at ? clock_day(note->at) : DATE_NONE;
		if (is_shared(ask, &minute) && (agenda->since == DATE_NONE || day >= agenda->since))
			add(ask, AGENDA_NOTED, AGENDA_NOTE, (int)i, day);
	}
}

static void add_ahead(struct asking *ask)
{
	const struct plan *plan = ask->plan;
	for (size_t i = 0; i < plan->event_count; i++) {
		const struct plan_event *event = &plan->events[i];
		for (int k = 0; k < event->count && is_ahead[event->kind]; k++) {
			int day = plan_event_day(event, k);
			if (day >= ask->agenda->day && day <= ask->agenda->until)
				add(ask, AGENDA_AHEAD, AGENDA_EVENT, (int)i, day);
		}
	}
}

/* Of one day, and without one, as they were found. */
static int by_part_and_day(const void *a, const void *b)
{
	const struct agenda_item *x = a, *y = b;
	int order = (x->part > y->part) - (x->part < y->part);
	if (!order)
		order = (x->day > y->day) - (x->day < y->day);
	if (!order)
		order = (x->kind > y->kind) - (x->kind < y->kind);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

void agenda_compute(struct agenda *agenda, const struct record *rec, const struct plan *plan,
	enum body body, int today, int day)
{
	struct asking ask = { agenda, rec, plan, today };

	*agenda = (struct agenda){ .body = body };
	set_days(&ask, day);
	if (plan) {
		add_gates(&ask);
		add_actions(&ask);
		add_ahead(&ask);
	}
	add_notice(&ask);
	add_escalations(&ask);
	add_kpis(&ask);
	add_decided(&ask);
	add_noted(&ask);
	if (agenda->count)
		qsort(agenda->items, agenda->count, sizeof(*agenda->items), by_part_and_day);
}

void agenda_release(struct agenda *agenda)
{
	pool_release(&agenda->pool);
}
