/* SPDX-License-Identifier: MIT */
/*
 * What a plan warns of (rekindle-method(7), section 7): effort underestimated, quick wins and joint
 * objectives too few or too many, dates that contradict each other.
 */
#include <string.h>
#include <rekindle/str.h>
#include "plan_parts.h"

static void warn(struct plan *plan, const char *text)
{
	text_append(&plan->pool, &plan->warnings, &plan->warning_count, text);
}

static void warn_effort(struct planning *p)
{
	struct plan *plan = p->plan;
	int owners = 0, resources = 0, early = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (!plan_is_open(planned))
			continue;
		owners += plan_lacks_owner(p->rec, planned);
		resources += str_blank(planned->resources);
		early += planned->due - plan->start <= PLAN_EARLY_DAYS;
	}
	if (owners)
		warn(plan,
			pool_printf(&plan->pool,
				"Underestimated effort: %d of %zu active actions"
				" lack a named owner on at least one side.",
				owners, plan->active_count));
	if (resources)
		warn(plan,
			pool_printf(&plan->pool,
				"Underestimated effort: %d of %zu active actions name no"
				" resources.",
				resources, plan->active_count));
	if (early > PLAN_EARLY_MAX)
		warn(plan,
			pool_printf(&plan->pool,
				"Underestimated effort: %d actions are due in the first %d"
				" days; %d are many.",
				early, PLAN_EARLY_DAYS, PLAN_EARLY_MAX));
}

/* One warning for each role that nobody is known for; it names the actions that wait for it. */
static void warn_owner(struct planning *p, int party, enum role role)
{
	struct plan *plan = p->plan;
	struct str text;
	int n = 0;

	str_init(&text);
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (plan_is_open(planned) && planned->owner[party] < 0 &&
			planned->owner_role[party] == (int)role)
			str_addf(&text, "%s%zu (%s)", n++ ? ", " : "", i + 1, planned->title);
	}
	if (n)
		warn(plan,
			pool_printf(&plan->pool, "No %s of %s is known to own action%s %s.",
				vocabulary_role.word[role], p->rec->parties[party].label,
				n > 1 ? "s" : "", text.text));
	str_release(&text);
}

static void warn_owners(struct planning *p)
{
	for (int party = 0; party < (int)p->rec->party_count; party++)
		for (int role = 0; role < ROLE_COUNT; role++)
			warn_owner(p, party, (enum role)role);
}

static const char *wins_are(struct plan *plan, int wins)
{
	return pool_printf(&plan->pool, "%d quick %s", wins, wins == 1 ? "win is" : "wins are");
}

static void warn_wins(struct plan *plan)
{
	int wins = 0, early = 0, last = plan->start;
	int month_6 = date_add_months(plan->start, PLAN_WINS_MONTHS);

	for (size_t i = 0; i < plan->active_count; i++) {
		if (!plan->actions[i].quick_win)
			continue;
		wins++;
		early += plan->actions[i].due - plan->start <= PLAN_WINS_EARLY_DAYS;
		if (plan->actions[i].due > last)
			last = plan->actions[i].due;
	}
	if (wins < PLAN_WINS_MIN || wins > PLAN_WINS_MAX)
		warn(plan,
			pool_printf(&plan->pool, "%s active; %d to %d keep both sides in.",
				wins_are(plan, wins), PLAN_WINS_MIN, PLAN_WINS_MAX));
	if (early < PLAN_WINS_MIN)
		warn(plan,
			pool_printf(&plan->pool, "%s due by day %d; %d should be.",
				wins_are(plan, early), PLAN_WINS_EARLY_DAYS, PLAN_WINS_MIN));
	if (last > month_6)
		warn(plan,
			pool_printf(&plan->pool, "The last quick win is due after month %d.",
				PLAN_WINS_MONTHS));
}

static void warn_end(struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_is_open(&plan->actions[i]) && plan->actions[i].due > plan->end)
			warn(plan,
				pool_printf(&plan->pool,
					"Action %zu (%s) is due after the plan's %d months.", i + 1,
					plan->actions[i].title, plan->horizon_months));
}

/* Does an active action answer anything whose id begins like that? */
static bool is_answered(const struct plan *plan, const char *head)
{
	for (size_t i = 0; i < plan->active_count; i++)
		for (size_t j = 0; j < plan->actions[i].finding_count; j++)
			if (!strncmp(plan->actions[i].findings[j], head, strlen(head)))
				return true;
	return false;
}

/* A cause is answered through its aspects; the other findings each by an action that cites them. */
static bool answered(struct plan *plan, const struct finding *finding)
{
	if (finding->kind == FINDING_CAUSE &&
		is_answered(plan,
			pool_printf(&plan->pool, "aspect.%s.", cause_info[finding->subject].id)))
		return true;
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_cites(&plan->actions[i], finding->id))
			return true;
	return false;
}

static void warn_unanswered(struct planning *p)
{
	struct str ids;

	if (!p->diagnosis)
		return;
	str_init(&ids);
	for (size_t i = 0; i < p->diagnosis->finding_count; i++) {
		const struct finding *finding = &p->diagnosis->findings[i];

		if (finding->severity >= SEVERITY_RED && !answered(p->plan, finding))
			str_addf(&ids, "%s%s", ids.len ? ", " : "", finding->id);
	}
	if (ids.len)
		warn(p->plan,
			pool_printf(&p->plan->pool, "No active action answers %s.", ids.text));
	str_release(&ids);
}

/* Dates set by hand may contradict what waits for what. */
static void warn_order(struct plan *plan, size_t at)
{
	const struct planned_action *planned = &plan->actions[at];

	if (planned->start > planned->due)
		warn(plan,
			pool_printf(&plan->pool, "Action %zu (%s) is due before it starts.", at + 1,
				planned->title));
	for (size_t i = 0; i < planned->after_count; i++) {
		const struct planned_action *first = &plan->actions[planned->after[i]];

		if (first->active && plan_is_open(first) && first->due >= planned->start)
			warn(plan,
				pool_printf(&plan->pool,
					"Action %zu (%s) starts before action %d (%s) ends, which "
					"it"
					" waits for.",
					at + 1, planned->title, planned->after[i] + 1,
					first->title));
	}
}

static void warn_dates(struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (!plan_is_open(planned))
			continue;
		warn_order(plan, i);
		if (date_weekday(planned->due) >= DATE_SATURDAY)
			warn(plan,
				pool_printf(&plan->pool, "Action %zu (%s) is due on a weekend.",
					i + 1, planned->title));
	}
}

static bool has_owner(const struct record *rec, int objective, int party)
{
	for (size_t i = 0; i < rec->objective_owner_count; i++)
		if (rec->objective_owners[i].of == objective &&
			rec->people[rec->objective_owners[i].person].party == party)
			return true;
	return false;
}

/* "measure, target" or "" */
static const char *objective_lacks(struct planning *p, int at)
{
	const struct joint_objective *objective = &p->rec->joint_objectives[at];
	const struct {
		bool lacks;
		const char *word;
	} parts[] = {
		{ str_blank(objective->measure), "measure" },
		{ str_blank(objective->baseline), "baseline" },
		{ str_blank(objective->target), "target" },
		{ objective->due == DATE_NONE, "date" },
	};
	struct str words;

	str_init(&words);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].lacks)
			str_addf(&words, "%s%s", words.len ? ", " : "", parts[i].word);
	for (size_t party = 0; party < p->rec->party_count; party++)
		if (!has_owner(p->rec, at, (int)party))
			str_addf(&words, "%sowner of %s", words.len ? ", " : "",
				p->rec->parties[party].label);
	const char *text = pool_strdup(&p->plan->pool, words.text);
	str_release(&words);
	return text;
}

static void warn_objective(struct planning *p, int at)
{
	struct plan *plan = p->plan;
	const char *lacks = objective_lacks(p, at);
	int due = p->rec->joint_objectives[at].due;

	if (*lacks)
		warn(plan,
			pool_printf(&plan->pool, "Joint objective %d lacks: %s.", at + 1, lacks));
	if (due != DATE_NONE &&
		(due < date_add_months(plan->start, PLAN_OBJECTIVE_MONTHS_MIN) ||
			due > date_add_months(plan->start, PLAN_OBJECTIVE_MONTHS_MAX)))
		warn(plan,
			pool_printf(&plan->pool,
				"Joint objective %d is due outside months %d to %d of the plan.",
				at + 1, PLAN_OBJECTIVE_MONTHS_MIN, PLAN_OBJECTIVE_MONTHS_MAX));
}

static void warn_objectives(struct planning *p)
{
	struct plan *plan = p->plan;
	size_t count = p->rec->joint_objective_count;

	if (!plan->stored && !count)
		return;
	if (count < PLAN_OBJECTIVES_MIN || count > PLAN_OBJECTIVES_MAX)
		warn(plan,
			pool_printf(&plan->pool, "%s recorded; the workshop agrees on %d to %d.",
				!count               ? "No joint objective is"
					: count == 1 ? "One joint objective is"
						     : pool_printf(&plan->pool,
							       "%zu joint objectives are", count),
				PLAN_OBJECTIVES_MIN, PLAN_OBJECTIVES_MAX));
	for (size_t i = 0; i < count; i++)
		warn_objective(p, (int)i);
}

static void warn_count(struct plan *plan)
{
	int open = 0, stale = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		open += plan_is_open(&plan->actions[i]);
		stale += plan_is_open(&plan->actions[i]) && plan->actions[i].stale;
	}
	if (open > PLAN_ACTIVE_MAX)
		warn(plan,
			pool_printf(&plan->pool,
				"%d actions are active; more than %d at once is"
				" a list, not a plan.",
				open, PLAN_ACTIVE_MAX));
	if (stale)
		warn(plan,
			pool_printf(&plan->pool,
				"%d active action%s no longer called for:"
				" drop %s, or go on knowingly.",
				stale, stale == 1 ? " is" : "s are", stale == 1 ? "it" : "them"));
}

void plan_warn(struct planning *p)
{
	struct plan *plan = p->plan;

	warn_effort(p);
	warn_owners(p);
	warn_count(plan);
	if (track_wants_wins(plan->track)) {
		warn_wins(plan);
		warn_objectives(p);
	}
	warn_dates(plan);
	warn_end(plan);
	warn_unanswered(p);
}
