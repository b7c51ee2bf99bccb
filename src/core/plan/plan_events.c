/* SPDX-License-Identifier: MIT */
/*
 * What recurs, and what the plan is measured by (rekindle-method(7), section 7). Meetings recur
 * every so many weeks; what would fall on a day off is on the working day after it, and falls out
 * where the next one is held there.
 */
#include <string.h>
#include <rekindle/str.h>
#include "plan_parts.h"

#define QUARTER_WEEKS 13

/* In which plans an event stands. */
enum where { WHERE_ALL, WHERE_RELATIONSHIP };

static const struct {
	const char *id;
	enum event_kind kind;
	int weeks; /* between occurrences, from the first day on; 0: once */
	int month; /* of one that comes once */
	enum where where;
} calendar[] = {
	{ "working_group", EVENT_WORKING_GROUP, 2, 0, WHERE_ALL },
	{ "steering", EVENT_STEERING, QUARTER_WEEKS, 0, WHERE_ALL },
	{ "relationship", EVENT_RELATIONSHIP, QUARTER_WEEKS, 0, WHERE_RELATIONSHIP },
	{ "pulse_3", EVENT_PULSE, 0, 3, WHERE_ALL },
	{ "pulse_6", EVENT_PULSE, 0, 6, WHERE_ALL },
	{ "pulse_9", EVENT_PULSE, 0, 9, WHERE_ALL },
	{ "health_check", EVENT_HEALTH_CHECK, 0, 12, WHERE_ALL },
	{ "strategic_review", EVENT_STRATEGIC_REVIEW, 2 * QUARTER_WEEKS, 0, WHERE_ALL },
	{ "joint_innovation", EVENT_JOINT_INNOVATION, 2 * QUARTER_WEEKS, 0, WHERE_ALL },
	{ "exit_review", EVENT_EXIT_REVIEW, 4 * QUARTER_WEEKS, 0, WHERE_ALL },
};

int plan_event_day(const struct plan_event *event, int i)
{
	return event->days[i];
}

int plan_event_rule(const struct plan_event *event, int i)
{
	return event->rules[i];
}

/* A strategy problem yields no team building: the rule of social actions. */
static bool takes_relationship(struct planning *p)
{
	struct plan *plan = p->plan;

	if (plan->track == TRACK_RECOMMIT || plan->track == TRACK_RELAUNCH)
		return true;
	return plan->track != TRACK_REDECIDE &&
		plan_answers(plan,
			plan_finding(
				&plan->pool, p->rec, FINDING_SPECIAL, SPECIAL_THIN_RELATIONSHIPS));
}

/* Behind gate 1 nothing recurs before it is passed. */
static int first_day(const struct plan *plan)
{
	return track_first_gated(plan->track) > PLAN_STEPS ? plan->from : plan_waits_until(plan);
}

/* The day of an occurrence: what is left of the plan, too, where only days off are left. */
static int held_on(const struct planning *p, int day)
{
	int after = plan_day_after(p->rec, day);

	return after > p->plan->end && day <= p->plan->end ? plan_day_before(p->rec, day) : after;
}

/* count: that the rule has from its first day on. What gives way to days off is not held beside the
 * one before it or the next one. */
static void set_days(const struct planning *p, struct plan_event *event, int regular, int count)
{
	size_t size = ((size_t)count + 1) * sizeof(*event->days);
	int n = 0;

	event->days = pool_alloc(&p->plan->pool, size);
	event->rules = pool_alloc(&p->plan->pool, size);
	for (int i = 0; i <= count; i++) {
		int rule = regular + 7 * event->weeks * i, day = held_on(p, rule);
		bool twice = n && i < count && day <= event->days[n - 1];

		if (twice && day != rule)
			continue;
		n -= twice;
		event->rules[n] = rule;
		event->days[n++] = day;
	}
	event->count = n - 1;
	event->first = event->days[0];
}

static void add_event(struct planning *p, size_t i)
{
	struct plan *plan = p->plan;
	struct plan_event event = {
		.id = calendar[i].id, .kind = calendar[i].kind, .weeks = calendar[i].weeks
	};
	int from = first_day(plan), step = 7 * event.weeks, count = 1;
	int regular = event.weeks ? plan->from + step
				  : held_on(p, date_add_months(plan->from, calendar[i].month));

	while (event.weeks && regular < from)
		regular += step;
	if (event.weeks && regular <= plan->end)
		count += (plan->end - regular) / step;
	set_days(p, &event, regular, count);
	*POOL_APPEND(&plan->pool, plan->events, plan->event_count) = event;
}

void plan_events(struct planning *p)
{
	if (p->plan->track == TRACK_EXIT)
		return;
	for (size_t i = 0; i < sizeof(calendar) / sizeof(*calendar); i++)
		if (calendar[i].where == WHERE_ALL || takes_relationship(p))
			add_event(p, i);
}

/* KPIs */

const char plan_kpi_kept[] = "kept_commitments", plan_kpi_resolved[] = "days_to_resolve";

static const char *const reading_words[] = {
	[READING_MONTHLY] = "monthly",
	[READING_QUARTERLY] = "quarterly",
};
const struct vocabulary vocabulary_reading = { "reading", READING_QUARTERLY + 1, reading_words };

static enum reading reading_of(enum category category)
{
	return category == CATEGORY_FINANCIAL || category == CATEGORY_OPERATIONAL
		? READING_MONTHLY
		: READING_QUARTERLY;
}

static void add_kpi(struct plan *plan, struct plan_kpi kpi)
{
	*POOL_APPEND(&plan->pool, plan->kpis, plan->kpi_count) = kpi;
}

static void add_recorded(struct planning *p, int at)
{
	const struct kpi_list list = record_kpis_now(p->rec);
	const struct kpi *kpi = &list.kpis[at];
	int latest = kpi_latest(&list, at, DATE_NONE);

	add_kpi(p->plan,
		(struct plan_kpi){ .category = (enum category)kpi->category,
			.name = kpi->name,
			.unit = kpi->unit ? kpi->unit : "",
			.kpi = at,
			.now = latest < 0 ? NAN : list.actuals[latest].value,
			.target = kpi->target,
			.readings = kpi_readings(&list, at),
			.read = reading_of((enum category)kpi->category) });
}

/* The recorded KPI of that name, or -1. */
static int in_use(const struct record *rec, const char *name)
{
	for (size_t i = 0; i < rec->kpi_count; i++)
		if (str_same(rec->kpis[i].name, name))
			return (int)i;
	return -1;
}

static void add_template(struct planning *p, int at, enum reading read)
{
	const struct kpi_template *kpi = &p->rec->instrument->kpis[at];

	add_kpi(p->plan,
		(struct plan_kpi){ .category = kpi->category,
			.id = kpi->id,
			.name = kpi->name,
			.unit = kpi->unit,
			.kpi = -1,
			.now = NAN,
			.target = NAN,
			.read = read });
}

/* Both tell whether the plan itself is kept to, whatever else is measured. */
static bool is_of_every_plan(const char *id)
{
	return !strcmp(id, plan_kpi_kept) || !strcmp(id, plan_kpi_resolved);
}

static int moved_by(const struct plan *plan, const char *kpi)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan->actions[i].kpi && !strcmp(plan->actions[i].kpi, kpi);
	return n;
}

/* Of the catalogue's the one that most actions move; -1 when the category has none. */
static int proposed(const struct planning *p, enum category category)
{
	const struct instrument *instrument = p->rec->instrument;
	int best = -1, most = -1;

	for (size_t i = 0; i < instrument->kpi_count; i++) {
		int n = moved_by(p->plan, instrument->kpis[i].id);
		if (instrument->kpis[i].category != category || n <= most ||
			is_of_every_plan(instrument->kpis[i].id))
			continue;
		best = (int)i;
		most = n;
	}
	return best;
}

static void add_category(struct planning *p, enum category category)
{
	int taken = 0;

	for (size_t i = 0; i < p->rec->kpi_count && taken < PLAN_KPIS_PER_CATEGORY; i++) {
		if (p->rec->kpis[i].category != (int)category)
			continue;
		add_recorded(p, (int)i);
		taken++;
	}
	if (!taken && proposed(p, category) >= 0)
		add_template(p, proposed(p, category), reading_of(category));
}

/* In use already, among those shown or beyond them, or proposed. */
static void add_of_every_plan(struct planning *p, const char *id)
{
	int at = instrument_kpi(p->rec->instrument, id), used;

	if (at < 0)
		return;
	for (size_t i = 0; i < p->plan->kpi_count; i++)
		if (!strcmp(p->plan->kpis[i].name, p->rec->instrument->kpis[at].name))
			return;
	used = in_use(p->rec, p->rec->instrument->kpis[at].name);
	if (used >= 0)
		add_recorded(p, used);
	else
		add_template(p, at, READING_MONTHLY);
}

/* Nobody pursues what the alliance was for while it is wound down: only the plan is measured. */
void plan_kpis(struct planning *p)
{
	for (int category = 0; category < CATEGORY_COUNT; category++) {
		if (p->plan->track != TRACK_EXIT)
			add_category(p, (enum category)category);
		if (category == CATEGORY_OPERATIONAL)
			add_of_every_plan(p, plan_kpi_resolved);
		else if (category == CATEGORY_RELATIONSHIP)
			add_of_every_plan(p, plan_kpi_kept);
	}
}
