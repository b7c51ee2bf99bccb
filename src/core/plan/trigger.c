/* SPDX-License-Identifier: MIT */
/*
 * Which actions of the library a diagnosis calls for, and the findings that each of them answers
 * (rekindle-method(7), section 7, trigger grammar).
 */
#include <assert.h>
#include "plan_parts.h"

#define LOWEST_ASPECTS 3 /* what a healthy alliance improves */

/* The kind of finding that a trigger is about. */
static const enum finding_kind trigger_finding[TRIGGER_KIND_COUNT] = {
	[TRIGGER_ASPECT] = FINDING_ASPECT,
	[TRIGGER_GAP] = FINDING_GAP,
	[TRIGGER_KILLER] = FINDING_KILLER,
	[TRIGGER_KNOCKOUT] = FINDING_KNOCKOUT,
	[TRIGGER_PITFALL] = FINDING_PITFALL,
	[TRIGGER_SPECIAL] = FINDING_SPECIAL,
	[TRIGGER_PROCESS] = FINDING_PROCESS,
	[TRIGGER_CHECKLIST] = FINDING_CHECKLIST,
	[TRIGGER_INCIDENT] = FINDING_INCIDENT,
	[TRIGGER_EVENT] = FINDING_EVENT,
	[TRIGGER_TRACK] = FINDING_EXIT,
	[TRIGGER_SOUND] = FINDING_ASPECT, /* it only keeps out and is never cited */
};

/*
 * What of the triggered actions a track takes beside its own. Blockers are what stands in the way
 * of any revival: whoever asks for a decision deals with them, and with nothing else before it.
 */
enum takes { TAKES_NONE, TAKES_BLOCKERS, TAKES_ALL };
static const enum takes track_takes[TRACK_COUNT] = {
	[TRACK_EXIT] = TAKES_NONE,
	[TRACK_ESCALATE] = TAKES_BLOCKERS,
	[TRACK_HEAR_FIRST] = TAKES_NONE,
	[TRACK_REDECIDE] = TAKES_ALL,
	[TRACK_RESTRUCTURE] = TAKES_ALL,
	[TRACK_RECOMMIT] = TAKES_ALL,
	[TRACK_RELAUNCH] = TAKES_ALL,
	[TRACK_SUSTAIN] = TAKES_ALL,
};

static void cite(struct planning *p, struct planned_action *planned, const char *id, int severity)
{
	if (severity > planned->severity)
		planned->severity = severity;
	if (!plan_cites(planned, id))
		*POOL_APPEND(&p->plan->pool, planned->findings, planned->finding_count) = id;
}

/* Cite every such finding; the id itself when the diagnosis lists none. */
static void cite_all(
	struct planning *p, struct planned_action *planned, enum finding_kind kind, int subject)
{
	const struct finding_ref wanted = { kind, subject, -1, 0 };
	bool found = false;

	for (size_t i = 0; i < p->diagnosis->finding_count; i++) {
		const struct finding *finding = &p->diagnosis->findings[i];
		const struct finding_ref ref = finding_ref(p->rec, finding);

		if (finding_ref_covers(&wanted, &ref)) {
			cite(p, planned, finding->id, finding->severity);
			found = true;
		}
	}
	if (!found)
		cite(p, planned, finding_id(&p->plan->pool, p->rec, &wanted), 0);
}

bool plan_is_lowest(const struct scores *scores, int aspect)
{
	double score = scores->scale[aspect].score;
	int lower = 0;

	for (int i = 0; i < ASPECT_COUNT; i++)
		lower += i < aspect ? at_most(scores->scale[i].score, score)
				    : below(scores->scale[i].score, score);
	return !isnan(score) && lower < LOWEST_ASPECTS;
}

static bool aspect_holds(const struct planning *p, const struct trigger *when)
{
	double score = p->diagnosis->scores.scale[when->subject].score;

	if (isnan(score))
		return false;
	return below(score, when->threshold) ||
		(p->plan->track == TRACK_SUSTAIN && when->subject < ASPECT_COUNT &&
			plan_is_lowest(&p->diagnosis->scores, when->subject));
}

/* Of a score that is unknown nobody can say that all is well. */
static bool sound_holds(const struct planning *p, const struct trigger *unless)
{
	double score = p->diagnosis->scores.scale[unless->subject].score;

	return !isnan(score) && at_least(score, unless->threshold);
}

static bool gap_holds(const struct planning *p, const struct trigger *when)
{
	double gap = p->diagnosis->scores.scale[when->subject].gap.value;

	return !isnan(gap) && at_least(gap, when->threshold);
}

static bool knockout_holds(const struct planning *p, int id)
{
	for (size_t i = 0; i < p->diagnosis->knockout_count; i++)
		if ((int)p->diagnosis->knockouts[i].id == id)
			return true;
	return false;
}

static bool process_holds(const struct record *rec, int problem)
{
	for (size_t i = 0; i < rec->process_count; i++)
		if (rec->processes[i].problem == problem)
			return true;
	return false;
}

static bool checklist_holds(const struct record *rec, int row)
{
	enum check value = record_check(rec, (enum check_row)row);

	return value == CHECK_NO || value == CHECK_PARTLY;
}

static bool incident_holds(const struct record *rec)
{
	for (size_t i = 0; i < rec->incident_count; i++)
		if (rec->incidents[i].repaired != TRI_YES)
			return true;
	return false;
}

static bool event_holds(const struct record *rec, int kind)
{
	for (size_t i = 0; i < rec->event_count; i++)
		if (rec->events[i].kind == kind)
			return true;
	return false;
}

static bool trigger_holds(const struct planning *p, const struct trigger *when)
{
	switch (when->kind) {
	case TRIGGER_ASPECT:
		return aspect_holds(p, when);
	case TRIGGER_GAP:
		return gap_holds(p, when);
	case TRIGGER_KILLER:
		return p->diagnosis->scores.killer_present[when->subject];
	case TRIGGER_KNOCKOUT:
		return knockout_holds(p, when->subject);
	case TRIGGER_PITFALL:
		return p->diagnosis->pitfall[when->subject];
	case TRIGGER_SPECIAL:
		return p->diagnosis->special[when->subject];
	case TRIGGER_PROCESS:
		return process_holds(p->rec, when->subject);
	case TRIGGER_CHECKLIST:
		return checklist_holds(p->rec, when->subject);
	case TRIGGER_INCIDENT:
		return incident_holds(p->rec);
	case TRIGGER_EVENT:
		return event_holds(p->rec, when->subject);
	case TRIGGER_SOUND:
		return sound_holds(p, when);
	case TRIGGER_TRACK:
		return (int)p->plan->track == when->subject;
	case TRIGGER_KIND_COUNT:
		break;
	}
	assert(!"a trigger of no kind");
	return false;
}

static bool is_special(const struct trigger *when, enum special special)
{
	return when->kind == TRIGGER_SPECIAL && when->subject == (int)special;
}

static bool is_kept_out(const struct planning *p, const struct action *action)
{
	for (size_t i = 0; i < action->unless_count; i++)
		if (trigger_holds(p, &action->unless[i]))
			return true;
	return false;
}

static bool keeps_out_of(const struct action *action, enum track track)
{
	for (size_t i = 0; i < action->unless_count; i++)
		if (action->unless[i].kind == TRIGGER_TRACK &&
			action->unless[i].subject == (int)track)
			return true;
	return false;
}

/* A wind-down takes nothing from a revival, and what a knock-out calls for is mostly to ask the
 * other side. What is kept out of the asking is for the time after it: the end by one side alone.
 */
static bool ends_alone(const struct planning *p, const struct action *action, size_t at)
{
	return p->plan->track == TRACK_EXIT && action->when[at].kind == TRIGGER_KNOCKOUT &&
		keeps_out_of(action, TRACK_ESCALATE);
}

static bool is_baseline(const struct planning *p, const struct action *action)
{
	for (size_t i = 0; i < action->when_count; i++)
		if ((action->when[i].kind == TRIGGER_TRACK || ends_alone(p, action, i)) &&
			trigger_holds(p, &action->when[i]))
			return true;
	return action->tracks >> p->plan->track & 1u;
}

/* Team-building answers thin relationships, never a wrong strategy, and never comes first. */
static bool social_allowed(const struct planning *p, const struct action *action, bool baseline)
{
	if (action->step < 5 || p->plan->track == TRACK_REDECIDE)
		return false;
	if (baseline && (p->plan->track == TRACK_RECOMMIT || p->plan->track == TRACK_RELAUNCH))
		return true;
	for (size_t i = 0; i < action->when_count; i++)
		if (is_special(&action->when[i], SPECIAL_THIN_RELATIONSHIPS) &&
			trigger_holds(p, &action->when[i]))
			return true;
	return false;
}

static bool track_takes_trigger(enum track track, const struct trigger *when)
{
	/* What rivals may show each other is settled first, whatever comes of the alliance. */
	if (is_special(when, SPECIAL_COOPETITION))
		return true;
	switch (track_takes[track]) {
	case TAKES_NONE:
		return false;
	case TAKES_BLOCKERS:
		return when->kind == TRIGGER_KNOCKOUT ||
			is_special(when, SPECIAL_UNWILLING_PARTNER);
	case TAKES_ALL:
		return true;
	}
	return false;
}

int plan_cause_track(int primary)
{
	static const enum track track[CAUSE_COUNT] = { TRACK_REDECIDE, TRACK_RESTRUCTURE,
		TRACK_RECOMMIT, TRACK_RELAUNCH };

	return primary < CAUSE_COUNT ? (int)track[primary] : -1;
}

/* The structure is so far off that it goes first, whatever the primary cause (section 6). */
static void cite_structure(struct planning *p, struct planned_action *planned)
{
	static const enum scale deal[] = { ASPECT_FIT, ASPECT_TERMS };

	for (size_t i = 0; i < sizeof(deal) / sizeof(*deal); i++) {
		const struct scale_score *score = &p->diagnosis->scores.scale[deal[i]];

		if (!isnan(score->perception) && below(score->score, SCORE_REBUILD))
			cite_all(p, planned, FINDING_ASPECT, (int)deal[i]);
	}
}

/* Why the track is this one: every action of its own answers at least this. */
static void cite_track(struct planning *p, struct planned_action *planned)
{
	int primary = p->diagnosis->primary.cause;

	if (plan_cause_track(primary) == (int)p->plan->track)
		cite_all(p, planned, FINDING_CAUSE, primary);
	else if (p->plan->track == TRACK_RESTRUCTURE)
		cite_structure(p, planned);
	if (!planned->finding_count)
		cite_all(p, planned, FINDING_EXIT, (int)p->plan->track);
}

static void cite_triggers(struct planning *p, struct planned_action *planned)
{
	for (size_t i = 0; i < planned->action->when_count; i++) {
		const struct trigger *when = &planned->action->when[i];

		if (when->kind == TRIGGER_TRACK || !trigger_holds(p, when))
			continue;
		if (!planned->baseline && !track_takes_trigger(p->plan->track, when))
			continue;
		cite_all(p, planned, trigger_finding[when->kind],
			when->kind == TRIGGER_INCIDENT ? 0 : when->subject);
	}
}

static void gather_action(struct planning *p, const struct action *action)
{
	struct plan *plan = p->plan;
	struct planned_action planned;

	if (is_kept_out(p, action))
		return;
	planned_of_library(&plan->pool, p->rec->instrument, action, &planned);
	planned.baseline = is_baseline(p, action);
	plan_put_behind(plan, &planned);
	planned.quick_win &= plan->track != TRACK_EXIT;
	if (action->social && !social_allowed(p, action, planned.baseline))
		return;
	if (planned.baseline)
		cite_track(p, &planned);
	cite_triggers(p, &planned);
	if (planned.finding_count)
		*POOL_APPEND(&plan->pool, plan->actions, plan->action_count) = planned;
}

/* Does any action that is called for stand in for it? */
static bool is_replaced(
	const struct plan *plan, const struct instrument *instrument, const struct action *action)
{
	int at = (int)(action - instrument->actions);

	for (size_t i = 0; i < plan->action_count; i++)
		for (size_t k = 0; k < plan->actions[i].action->instead_of_count; k++)
			if (plan->actions[i].action->instead_of[k] == at)
				return true;
	return false;
}

/* What stands in for one may give way to a third: then neither is in the plan. */
static void take_places(struct plan *plan, const struct instrument *instrument)
{
	bool *replaced = pool_alloc(&plan->pool, plan->action_count * sizeof(*replaced));
	size_t kept = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		replaced[i] = is_replaced(plan, instrument, plan->actions[i].action);
	for (size_t i = 0; i < plan->action_count; i++)
		if (!replaced[i])
			plan->actions[kept++] = plan->actions[i];
	plan->action_count = kept;
}

void plan_gather(struct planning *p)
{
	const struct instrument *instrument = p->rec->instrument;

	for (size_t i = 0; i < instrument->action_count; i++)
		gather_action(p, &instrument->actions[i]);
	take_places(p->plan, instrument);
}
