/* SPDX-License-Identifier: MIT */
/*
 * What a plan warns of (rekindle-method(7), section 7): effort underestimated, quick wins and joint
 * objectives too few or too many, dates that contradict each other.
 */
#include <rekindle/str.h>
#include <rekindle/person.h>
#include "plan_parts.h"

static void warn(struct plan *plan, struct warning warning)
{
	*POOL_APPEND(&plan->pool, plan->warnings, plan->warning_count) = warning;
}

static void warn_count_of(struct plan *plan, enum warning_kind kind, int count)
{
	warn(plan, (struct warning){ .kind = kind, .count = count, .of = (int)plan->active_count });
}

static void warn_action(struct plan *plan, enum warning_kind kind, size_t action)
{
	warn(plan, (struct warning){ .kind = kind, .action = (int)action });
}

static int due_after(const struct plan *plan, int day)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan_is_open(&plan->actions[i]) && plan->actions[i].due > day;
	return n;
}

bool plan_outlasts_contract(const struct plan *plan, const struct record *rec)
{
	int ends = record_profile(rec)->contract_ends;

	return ends != DATE_NONE && ends < plan->end;
}

/* Days on which the contract binds no more, or may be ended, from the first day of the plan on, or
 * before it. */
static void warn_of_contract(struct plan *plan, enum warning_kind kind, int day)
{
	warn(plan,
		(struct warning){ .kind = kind,
			.day = day,
			.early = day < plan->from,
			.count = due_after(plan, day) });
}

bool plan_warns_first(const struct warning *warning)
{
	return warning->kind == WARNING_CONTRACT || warning->kind == WARNING_NOTICE;
}

void plan_warn_contract(struct planning *p)
{
	const struct profile *profile = record_profile(p->rec);
	int ends = profile->contract_ends, days = profile->notice_days;

	if (ends == DATE_NONE)
		return;
	if (plan_outlasts_contract(p->plan, p->rec))
		warn_of_contract(p->plan, WARNING_CONTRACT, ends);
	if (days != INT_NONE && days > 0 && ends >= p->plan->from && ends - days < p->plan->end)
		warn_of_contract(p->plan, WARNING_NOTICE, ends - days);
}

static void warn_effort(struct planning *p)
{
	struct plan *plan = p->plan;
	int owners = 0, resources = 0, early = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (!plan_is_open(planned))
			continue;
		owners += plan_lacks_owner(plan, p->rec, planned);
		resources += str_blank(planned->resources);
		early += planned->due - plan->start <= PLAN_EARLY_DAYS;
	}
	if (owners)
		warn_count_of(plan, WARNING_NO_OWNERS, owners);
	if (resources)
		warn_count_of(plan, WARNING_NO_RESOURCES, resources);
	if (early > PLAN_EARLY_MAX && !plan->part)
		warn_count_of(plan, WARNING_EARLY, early);
}

/* One warning for each role that nobody is known for; it names the actions that wait for it. */
static void warn_owner(struct planning *p, int party, enum role role)
{
	struct plan *plan = p->plan;
	struct warning warning = { .kind = WARNING_NO_ROLE, .party = party, .role = role };

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (plan_is_open(planned) && planned->owner[party] < 0 &&
			planned->owner_role[party] == (int)role)
			*POOL_APPEND(&plan->pool, warning.actions, warning.action_count) = (int)i;
	}
	if (warning.action_count)
		warn(plan, warning);
}

static void warn_owners(struct planning *p)
{
	for (int party = 0; party < (int)p->rec->party_count; party++)
		for (int role = 0; role < ROLE_COUNT && plan_asks(p->plan, p->rec, party); role++)
			warn_owner(p, party, (enum role)role);
}

/* Too few are those that were wanted, done or not; too many those that are open. */
static void warn_wins(struct plan *plan)
{
	int wins = 0, open = 0, early = 0, last = plan->start;

	for (size_t i = 0; i < plan->active_count; i++) {
		if (!plan->actions[i].quick_win)
			continue;
		wins++;
		open += plan_is_open(&plan->actions[i]);
		early += plan->actions[i].due - plan->start <= PLAN_WINS_EARLY_DAYS;
		if (plan->actions[i].due > last)
			last = plan->actions[i].due;
	}
	if (wins < PLAN_WINS_MIN || open > PLAN_WINS_MAX)
		warn_count_of(plan, WARNING_WINS, wins < PLAN_WINS_MIN ? wins : open);
	if (early < PLAN_WINS_MIN)
		warn_count_of(plan, WARNING_EARLY_WINS, early);
	if (last > date_add_months(plan->start, PLAN_WINS_MONTHS))
		warn(plan, (struct warning){ .kind = WARNING_LAST_WIN });
}

static void warn_end(struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_is_open(&plan->actions[i]) && plan->actions[i].due > plan->end)
			warn_action(plan, WARNING_END, i);
}

/* Does the action answer an aspect of the cause? */
static bool answers_cause(const struct record *rec, const struct planned_action *planned, int cause)
{
	for (size_t i = 0; i < planned->finding_count; i++) {
		struct finding_ref ref;

		if (finding_parse(rec, planned->findings[i], &ref) && ref.kind == FINDING_ASPECT &&
			ref.subject < ASPECT_COUNT && ref.subject / ASPECTS_PER_CAUSE == cause)
			return true;
	}
	return false;
}

/* A cause is answered through its aspects; the other findings each by an action that cites them. */
static bool answered(struct planning *p, const struct finding *finding)
{
	for (size_t i = 0; i < p->plan->active_count; i++) {
		const struct planned_action *planned = &p->plan->actions[i];

		if (plan_cites(planned, finding->id) ||
			(finding->kind == FINDING_CAUSE &&
				answers_cause(p->rec, planned, finding->subject)))
			return true;
	}
	return false;
}

/* What a plan of that track has to answer: one that ends the alliance or first hears people answers
 * nothing of it, one that asks for a decision what stands in the way of any revival. */
static bool has_to_answer(enum track track, const struct finding *finding)
{
	if (track == TRACK_EXIT || track == TRACK_HEAR_FIRST)
		return false;
	return finding->severity >= SEVERITY_RED &&
		(track != TRACK_ESCALATE || finding->kind == FINDING_KNOCKOUT);
}

static void warn_unanswered(struct planning *p)
{
	struct warning warning = { .kind = WARNING_UNANSWERED };

	for (size_t i = 0; p->diagnosis && i < p->diagnosis->finding_count; i++) {
		const struct finding *finding = &p->diagnosis->findings[i];

		if (has_to_answer(p->plan->track, finding) && !answered(p, finding))
			*POOL_APPEND(&p->plan->pool, warning.findings, warning.finding_count) =
				pool_strdup(&p->plan->pool, finding->id);
	}
	if (warning.finding_count)
		warn(p->plan, warning);
}

void plan_warn_unanswered(
	struct plan *plan, const struct record *rec, const struct diagnosis *diagnosis)
{
	if (diagnosis->track != TRACK_COUNT) /* a pulse asks for nothing */
		warn_unanswered(
			&(struct planning){ .plan = plan, .rec = rec, .diagnosis = diagnosis });
}

/* Dates set by hand may contradict what waits for what. */
static void warn_order(struct plan *plan, size_t at)
{
	const struct planned_action *planned = &plan->actions[at];

	if (planned->start > planned->due)
		warn_action(plan, WARNING_BACKWARDS, at);
	for (size_t i = 0; i < planned->after_count; i++) {
		const struct planned_action *first = &plan->actions[planned->after[i]];

		if (first->active && plan_is_open(first) && first->due >= planned->start)
			warn(plan,
				(struct warning){ .kind = WARNING_OVERLAP,
					.action = (int)at,
					.other = planned->after[i] });
	}
}

static void warn_dates(struct planning *p)
{
	struct plan *plan = p->plan;

	for (size_t i = 0; i < plan->active_count; i++) {
		if (!plan_is_open(&plan->actions[i]))
			continue;
		warn_order(plan, i);
		if (date_weekday(plan->actions[i].due) >= DATE_SATURDAY)
			warn_action(plan, WARNING_WEEKEND, i);
		else if (plan_is_day_off(p->rec, plan->actions[i].due))
			warn_action(plan, WARNING_DAY_OFF, i);
	}
}

/* of_it: its owners, by side. */
static void warn_lacks(struct planning *p, int at, const struct owner *const *of_it)
{
	const struct joint_objective *objective = &p->rec->joint_objectives[at];
	struct warning warning = { .kind = WARNING_LACKS, .objective = at };
	bool owners = true;

	warning.lacks |= (unsigned)str_blank(objective->measure) << PART_MEASURE;
	warning.lacks |= (unsigned)str_blank(objective->baseline) << PART_BASELINE;
	warning.lacks |= (unsigned)str_blank(objective->target) << PART_TARGET;
	warning.lacks |= (unsigned)(objective->due == DATE_NONE) << PART_DATE;
	for (size_t party = 0; party < p->rec->party_count; party++) {
		warning.no_owner[party] = !of_it[party];
		owners = owners && !warning.no_owner[party];
	}
	if (warning.lacks || !owners)
		warn(p->plan, warning);
}

static void warn_objective(struct planning *p, int at, const struct owner *const *owners)
{
	int due = p->rec->joint_objectives[at].due, start = p->plan->start;

	warn_lacks(p, at, owners + (size_t)at * p->rec->party_count);
	if (due != DATE_NONE &&
		(due < date_add_months(start, PLAN_OBJECTIVE_MONTHS_MIN) ||
			due > date_add_months(start, PLAN_OBJECTIVE_MONTHS_MAX)))
		warn(p->plan, (struct warning){ .kind = WARNING_OUTSIDE, .objective = at });
}

static void warn_objectives(struct planning *p)
{
	int count = (int)p->rec->joint_objective_count;

	if (!p->plan->stored && !count)
		return;
	if (count < PLAN_OBJECTIVES_MIN || count > PLAN_OBJECTIVES_MAX)
		warn_count_of(p->plan, WARNING_OBJECTIVES, count);
	const struct owner **owners = person_owners(p->rec, KIND_OBJECTIVE_OWNER, &p->plan->pool);
	for (int i = 0; i < count; i++)
		warn_objective(p, i, owners);
}

static void warn_count(struct plan *plan)
{
	int open = 0, stale = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		open += plan_is_open(&plan->actions[i]);
		stale += plan_is_open(&plan->actions[i]) && plan->actions[i].stale;
	}
	if (open > plan_active_most(plan->track))
		warn_count_of(plan, WARNING_MANY, open);
	if (stale)
		warn_count_of(plan, WARNING_STALE, stale);
}

/* Too few or too many are those of the whole plan. */
static void warn_whole(struct planning *p)
{
	warn_count(p->plan);
	if (track_wants_wins(p->plan->track))
		warn_wins(p->plan);
}

void plan_warn(struct planning *p)
{
	struct plan *plan = p->plan;

	plan_warn_contract(p);
	warn_effort(p);
	warn_owners(p);
	if (!plan->part)
		warn_whole(p);
	if (track_wants_wins(plan->track) && !plan->unnamed)
		warn_objectives(p);
	warn_dates(p);
	warn_end(plan);
	warn_unanswered(p);
}
