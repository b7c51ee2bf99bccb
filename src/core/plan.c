/* SPDX-License-Identifier: MIT */
/*
 * The revival plan as a whole: its span, gates, owners, and what it warns of (method.md, section
 * 7).
 */
#include <assert.h>
#include <string.h>
#include <rekindle/str.h>
#include "plan_parts.h"

const char *const phase_name[PLAN_PHASES] = {
	"Diagnosis", "Re-alignment", "Momentum", "Sustaining",
};

const char *const step_name[PLAN_STEPS] = {
	"Audit",
	"Gaps in communication and trust",
	"Objectives",
	"Governance and communication",
	"Action plans and quick wins",
	"Transparency and accountability",
	"Monitoring, adaptation, value",
};

const char *const track_plain[TRACK_COUNT] = {
	[TRACK_EXIT] = "wind the alliance down in order",
	[TRACK_ESCALATE] = "ask the sponsors for a dated decision",
	[TRACK_HEAR_FIRST] = "hear who is missing, then diagnose",
	[TRACK_REDECIDE] = "decide again whether to partner",
	[TRACK_RESTRUCTURE] = "change the deal: scope, form and terms",
	[TRACK_RECOMMIT] = "renew the commitment of the companies to each other",
	[TRACK_RELAUNCH] = "rebuild how the alliance is run",
	[TRACK_SUSTAIN] = "keep it healthy and improve the lowest aspects",
};

const char *track_step_name(enum track track, int step)
{
	static const char *const wind_down[PLAN_STEPS] = {
		"Mandate",
		"Customers",
		"People",
		"Rights and data",
		"Dates",
		"Communication",
		"Lessons",
	};

	assert(step >= 1 && step <= PLAN_STEPS);
	return track == TRACK_EXIT ? wind_down[step - 1] : step_name[step - 1];
}

int step_phase(int step)
{
	static const int phase[PLAN_STEPS] = { 1, 1, 2, 2, 3, 3, 4 };

	assert(step >= 1 && step <= PLAN_STEPS);
	return phase[step - 1];
}

int plan_find(const struct plan *plan, const struct action *action)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (plan->actions[i].action == action)
			return (int)i;
	return -1;
}

static int horizon(double health)
{
	if (isnan(health))
		return 24;
	if (at_least(health, 3.5))
		return 12;
	return at_least(health, 3.0) ? 18 : 24;
}

/* What is decided at each gate; no title: the track has no such gate. */
static const struct gate gate_hear = {
	.title = "Gate 1",
	.question = "Has every side been heard, so that a cause can be named?",
	.passed_when =
		"the missing interviews and records are in and the diagnosis has been repeated",
	.otherwise = "the sponsors who have been heard decide with what is known: go on listening"
		     " until a date, or wind the alliance down",
};
static const struct gate gate_sponsors = {
	.title = "Gate 1",
	.question = "Do the sponsors of every side commit?",
	.passed_when =
		"every sponsor has signed the same page: time, people and a date to look again",
	.otherwise = "the plan stops and the alliance is wound down in order, beginning with the"
		     " mandate, customers and people",
};
static const struct gate gate_answer = {
	.title = "Gate 1",
	.question = "Does every side take part in the revival, yes or no?",
	.passed_when = "the sponsor of every side has answered yes in writing and named a lead",
	.otherwise =
		"no answer counts as a no: the sponsors are asked to agree to an orderly wind-down",
};
static const struct gate gate_strategy = {
	.title = "Gate 1",
	.question = "Is partnering still the way to the ambition, for every side?",
	.passed_when = "the sponsors of every side have decided in writing to go on as an alliance",
	.otherwise = "the alliance is wound down in order, or becomes a contract, a purchase or a"
		     " build of one's own; steps 4 to 7 do not start",
};
static const struct gate gate_done = {
	.title = "Gate 2",
	.question = "Has enough of what was promised been done?",
	.passed_when =
		"of what was due by then at least 80 % of the quick wins and at least 80 % of the"
		" other actions are done; nothing due is not passed",
	.otherwise = "the sponsors decide within 30 days on an exit or on a new plan",
};

static const struct gate *const track_gate[TRACK_COUNT][PLAN_GATES] = {
	[TRACK_ESCALATE] = { &gate_answer, &gate_done },
	[TRACK_HEAR_FIRST] = { &gate_hear, NULL },
	[TRACK_REDECIDE] = { &gate_strategy, &gate_done },
	[TRACK_RESTRUCTURE] = { &gate_sponsors, &gate_done },
	[TRACK_RECOMMIT] = { &gate_sponsors, &gate_done },
	[TRACK_RELAUNCH] = { &gate_sponsors, &gate_done },
};

static void plan_gates(struct plan *plan)
{
	static const int days[PLAN_GATES] = { PLAN_GATE_1_DAYS, PLAN_GATE_2_DAYS };

	for (int i = 0; i < PLAN_GATES; i++) {
		if (!track_gate[plan->track][i])
			continue;
		plan->gates[plan->gate_count] = *track_gate[plan->track][i];
		plan->gates[plan->gate_count++].day = plan->start + days[i];
	}
}

enum standing { STANDING_NONE, STANDING_KNOWN, STANDING_HEARD };

/*
 * Who answered in confidence is treated as if not heard: who owns an action must not tell.
 */
static enum standing person_standing(const struct record *rec, int person)
{
	enum standing standing = STANDING_KNOWN;

	for (size_t i = 0; i < rec->respondent_count; i++) {
		if (rec->respondents[i].person != person)
			continue;
		if (rec->respondents[i].attribution == ATTRIBUTION_CONFIDENTIAL)
			return STANDING_KNOWN;
		if (record_has_data(rec, (int)i))
			standing = STANDING_HEARD;
	}
	return standing;
}

static int find_owner(const struct record *rec, int party, enum role role)
{
	enum standing best = STANDING_NONE;
	int owner = -1;

	for (size_t i = 0; i < rec->person_count; i++) {
		enum standing standing;

		if (rec->people[i].party != party || rec->people[i].role != (int)role)
			continue;
		standing = person_standing(rec, (int)i);
		if (standing > best) {
			best = standing;
			owner = (int)i;
		}
	}
	return owner;
}

static void plan_owners(struct planning *p)
{
	int ours = record_ours(p->rec);

	for (size_t i = 0; i < p->plan->action_count; i++) {
		struct planned_action *planned = &p->plan->actions[i];

		for (int party = 0; party < PARTIES_MAX; party++) {
			planned->owner_role[party] = party == ours ? planned->action->owner
				: planned->action->partner_owner;
			planned->owner[party] = party < (int)p->rec->party_count
				? find_owner(p->rec, party, planned->owner_role[party]) : -1;
		}
	}
}

static void warn(struct plan *plan, const char *text)
{
	text_append(&plan->pool, &plan->warnings, &plan->warning_count, text);
}

static bool lacks_owner(const struct planning *p, const struct planned_action *planned)
{
	for (size_t i = 0; i < p->rec->party_count; i++)
		if (planned->owner[i] < 0)
			return true;
	return false;
}

static void warn_effort(struct planning *p)
{
	struct plan *plan = p->plan;
	int owners = 0, resources = 0;

	for (size_t i = 0; i < plan->active_count; i++) {
		owners += lacks_owner(p, &plan->actions[i]);
		resources += str_blank(plan->actions[i].action->resources);
	}
	if (owners)
		warn(plan, pool_printf(&plan->pool,
				   "Underestimated effort: %d of %zu active actions"
				   " lack a named owner on at least one side.",
				   owners, plan->active_count));
	if (resources)
		warn(plan, pool_printf(&plan->pool,
				   "Underestimated effort: %d of %zu active actions name no"
				   " resources.",
				   resources, plan->active_count));
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

		if (planned->owner[party] < 0 && planned->owner_role[party] == role)
			str_addf(&text, "%s%zu (%s)", n++ ? ", " : "", i + 1,
				planned->action->title);
	}
	if (n)
		warn(plan, pool_printf(&plan->pool, "No %s of %s is known to own action%s %s.",
			vocabulary_role.word[role], p->rec->parties[party].label, n > 1 ? "s" : "",
			text.text));
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
		warn(plan, pool_printf(&plan->pool, "%s active; %d to %d keep both sides in.",
			wins_are(plan, wins), PLAN_WINS_MIN, PLAN_WINS_MAX));
	if (early < PLAN_WINS_MIN)
		warn(plan, pool_printf(&plan->pool, "%s due by day %d; %d should be.",
			wins_are(plan, early), PLAN_WINS_EARLY_DAYS, PLAN_WINS_MIN));
	if (last > month_6)
		warn(plan, pool_printf(&plan->pool, "The last quick win is due after month %d.",
			PLAN_WINS_MONTHS));
}

static void warn_end(struct plan *plan)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan->actions[i].due > plan->end)
			warn(plan, pool_printf(&plan->pool,
					   "Action %zu (%s) is due after the plan's %d months.",
					   i + 1, plan->actions[i].action->title,
					   plan->horizon_months));
}

static bool answered(const struct plan *plan, const char *finding)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_cites(&plan->actions[i], finding))
			return true;
	return false;
}

/* A cause is answered through its aspects; the other findings each by an action that cites them. */
static void warn_unanswered(struct planning *p)
{
	struct str ids;

	if (!track_wants_wins(p->plan->track))
		return;
	str_init(&ids);
	for (size_t i = 0; i < p->diagnosis->finding_count; i++) {
		const struct finding *finding = &p->diagnosis->findings[i];

		if (finding->severity >= SEVERITY_RED && strncmp(finding->id, "cause.", 6)
			&& !answered(p->plan, finding->id))
			str_addf(&ids, "%s%s", ids.len ? ", " : "", finding->id);
	}
	if (ids.len)
		warn(p->plan,
			pool_printf(&p->plan->pool, "No active action answers %s.", ids.text));
	str_release(&ids);
}

void plan_compute(struct plan *plan, const struct record *rec, const struct diagnosis *diagnosis,
	int start)
{
	struct planning p = { .plan = plan, .rec = rec, .diagnosis = diagnosis };

	assert(start != DATE_NONE);
	*plan = (struct plan){ .track = diagnosis->track };
	plan->start = date_weekday(start) >= DATE_SATURDAY ? date_next_monday(start) : start;
	plan->horizon_months = horizon(diagnosis->scores.health);
	plan->end = date_add_months(plan->start, plan->horizon_months);
	plan_gates(plan);
	plan_gather(&p);
	plan_select(&p);
	plan_schedule(&p);
	plan_owners(&p);
	warn_effort(&p);
	warn_owners(&p);
	if (track_wants_wins(plan->track))
		warn_wins(plan);
	warn_end(plan);
	warn_unanswered(&p);
}

void plan_release(struct plan *plan)
{
	pool_release(&plan->pool);
	*plan = (struct plan){ .track = TRACK_SUSTAIN };
}
