/* SPDX-License-Identifier: MIT */
/*
 * Which actions of a plan an edition shows, and which of their reasons it tells
 * (rekindle-method(7), section 9).
 */
#include <string.h>
#include <rekindle/edition_plan.h>
#include <rekindle/release.h>
#include <rekindle/str.h>
#include "edition.h"

/* Reasons */

/* Nothing that a respondent said is behind it. */
static bool is_fact(const struct record *rec, const struct finding_ref *ref)
{
	const struct finding finding = { .kind = ref->kind, .subject = ref->subject };

	return (ref->kind != FINDING_EXIT || ref->subject == TRACK_EXIT) &&
		edition_is_fact(rec, &finding);
}

/* By what the edition prints: where a release is printed again, today's diagnosis may have found
 * what that one says is not there. */
static bool is_found(const struct edition_round *round, const struct finding_ref *wanted)
{
	const struct diagnosis *shown = &round->view->shown;

	for (size_t i = 0; i < shown->finding_count; i++) {
		const struct finding_ref ref = finding_ref(round->rec, &shown->findings[i]);

		if (finding_ref_covers(wanted, &ref))
			return true;
	}
	return false;
}

/* Among the lowest of a healthy alliance: that tells of every other aspect that it is higher. */
static bool is_lowest(const struct edition_round *round, const struct finding_ref *ref)
{
	if (ref->kind != FINDING_ASPECT || round->diagnosis->track != TRACK_SUSTAIN)
		return false;
	for (int aspect = 0; aspect < ASPECT_COUNT; aspect++)
		if (round->view->scale[aspect] != WITHHELD_NOT)
			return false;
	return plan_is_lowest(&round->diagnosis->scores, ref->subject);
}

/* Stances are on record, whatever anybody said; any other track follows from the scores. */
static bool names_track(const struct edition_round *round, enum track track)
{
	static const struct finding_ref ending = { FINDING_EXIT, TRACK_EXIT, -1, 0 };

	if (round->diagnosis->track != track)
		return false;
	if (track == TRACK_ESCALATE)
		return true;
	return track == TRACK_EXIT
		? !edition_hides(round->view, round->rec, round->diagnosis, &ending)
		: !round->view->primary && !round->view->facts_only;
}

static bool round_tells(const struct edition_round *round, const char *id)
{
	struct finding_ref ref;

	if (!finding_parse(round->rec, id, &ref))
		return false;
	if (is_fact(round->rec, &ref))
		return true;
	if (ref.kind == FINDING_EXIT && ref.subject != TRACK_EXIT)
		return names_track(round, (enum track)ref.subject);
	if (round->view->facts_only)
		return false;
	if (edition_hides(round->view, round->rec, round->diagnosis, &ref))
		return false;
	return is_found(round, &ref) || is_lowest(round, &ref);
}

static bool answers_aspect(const struct action *action, int aspect)
{
	for (size_t i = 0; i < action->when_count; i++)
		if (action->when[i].kind == TRIGGER_ASPECT && action->when[i].subject == aspect)
			return true;
	return false;
}

/* Of what the track itself takes up, the reason is why the track is this one: who reads it reads
 * the track. -1: it is a reason of the action's own. */
static int track_behind(const struct action *action, const struct finding_ref *ref)
{
	if (ref->kind == FINDING_CAUSE)
		return plan_cause_track(ref->subject);
	if (ref->kind == FINDING_ASPECT && action && action->tracks >> TRACK_RESTRUCTURE & 1u &&
		!answers_aspect(action, ref->subject))
		return TRACK_RESTRUCTURE;
	return -1;
}

/* Is the gap that the edition prints as wide as the action asks for? That there is a finding of it
 * says only that it is to be discussed. */
static bool is_as_wide(const struct edition_round *round, const struct action *action, int aspect)
{
	const struct gap *gap = &round->view->shown.scores.scale[aspect].gap;
	double widest = gap->level == GAP_MATERIALLY ? GAP_MATERIAL : GAP_DISCUSS;
	bool asks = false;

	for (size_t i = 0; action && i < action->when_count; i++) {
		const struct trigger *when = &action->when[i];

		if (when->kind != TRIGGER_GAP || when->subject != aspect)
			continue;
		if (when->threshold <= widest ||
			(gap->level == GAP_MATERIALLY && gap->value >= when->threshold))
			return true;
		asks = true;
	}
	return !asks;
}

/* The track; of what is stored also the cause that comes first: a stance that is recorded later
 * makes another track, and leaves the cause. */
static bool tells_track(const struct edition_round *round, enum track track, bool stored)
{
	const struct edition_view *view = round->view;

	return names_track(round, track) ||
		(stored && !view->primary && !view->facts_only &&
			plan_cause_track(view->shown.primary.cause) == (int)track);
}

static bool round_tells_of(
	const struct edition_round *round, const struct planned_action *planned, const char *id)
{
	struct finding_ref ref;

	if (!finding_parse(round->rec, id, &ref) || !round_tells(round, id))
		return false;
	int track = track_behind(planned->action, &ref);
	if (track >= 0)
		return tells_track(round, (enum track)track, planned->stored >= 0);
	return ref.kind != FINDING_GAP || is_as_wide(round, planned->action, ref.subject);
}

static bool is_joint(const struct edition_plan *plan)
{
	return plan->rounds[plan->count - 1].view->edition == EDITION_JOINT;
}

/* Which rounds have called for something: what others show of it does not count. */
struct callers {
	size_t first, count;
};

/* The last full round until that day; without one, the one that the plan is read with. */
static struct callers redrawn_by(const struct edition_plan *plan, int day)
{
	size_t last = plan->count;

	for (size_t i = 0; i < plan->count; i++) {
		const struct assessment *is = &plan->rounds[i].rec->assessment;

		if (is->kind != ROUND_PULSE && is->date != DATE_NONE && is->date <= day &&
			(last == plan->count ||
				is->date >= plan->rounds[last].rec->assessment.date))
			last = i;
	}
	return (struct callers){ last < plan->count ? last : plan->count - 1, 1 };
}

/* Of a plan that is as it was first drawn up, one round; of one that was redrawn, which of them is
 * not kept. */
static struct callers drawn_by(const struct edition_plan *plan)
{
	const struct plan_frame *frame = record_plan(plan->rounds[plan->count - 1].rec);

	for (size_t i = 0; frame->redrawn == DATE_NONE && i < plan->count; i++)
		if (uuid_same(&frame->round, &plan->rounds[i].rec->assessment.object.id))
			return (struct callers){ i, 1 };
	return (struct callers){ 0, plan->count };
}

/* A draft is of the round that it is read with. Where that shows facts alone, earlier rounds do not
 * tell more. */
static bool is_of_last(const struct edition_plan *plan)
{
	return !plan->whole->stored || plan->rounds[plan->count - 1].view->facts_only;
}

static struct callers callers_of_plan(const struct edition_plan *plan)
{
	return is_of_last(plan) ? (struct callers){ plan->count - 1, 1 } : drawn_by(plan);
}

static struct callers callers_of(
	const struct edition_plan *plan, const struct planned_action *planned)
{
	const struct record *rec = plan->rounds[plan->count - 1].rec;

	if (is_of_last(plan) || planned->stored < 0)
		return (struct callers){ plan->count - 1, 1 };
	return rec->actions[planned->stored].added == DATE_NONE
		? drawn_by(plan)
		: redrawn_by(plan, rec->actions[planned->stored].added);
}

static struct callers callers_of_track(const struct edition_plan *plan)
{
	int redrawn = record_plan(plan->rounds[plan->count - 1].rec)->redrawn;

	return is_of_last(plan) || redrawn == DATE_NONE ? callers_of_plan(plan)
							: redrawn_by(plan, redrawn);
}

static bool tells(const struct edition_plan *plan, struct callers of,
	const struct planned_action *planned, const char *finding)
{
	if (!is_joint(plan))
		return true;
	for (size_t i = of.first; i < of.first + of.count; i++)
		if (round_tells_of(&plan->rounds[i], planned, finding))
			return true;
	return false;
}

bool edition_plan_tells(const struct edition_plan *plan, const char *finding)
{
	struct callers of = callers_of_plan(plan);

	for (size_t i = of.first; is_joint(plan) && i < of.first + of.count; i++)
		if (round_tells(&plan->rounds[i], finding))
			return true;
	return !is_joint(plan);
}

bool edition_plan_shows_amendment(
	const struct edition_plan *plan, const struct amendment *amendment)
{
	struct finding_ref ref;

	return str_blank(amendment->because) ||
		!finding_parse(plan->rounds[plan->count - 1].rec, amendment->because, &ref) ||
		edition_plan_tells(plan, amendment->because);
}

/* Actions */

/* An action that an aspect in good order would keep out tells that it is not. */
static bool tells_unsound(const struct edition_round *round, const struct action *action)
{
	for (size_t i = 0; action && i < action->unless_count; i++)
		if (action->unless[i].kind == TRIGGER_SOUND &&
			(round->view->facts_only ||
				round->view->scale[action->unless[i].subject] != WITHHELD_NOT))
			return true;
	return false;
}

/* What brings people together comes only with thin relationships, or with the track. */
static bool explains(const struct record *rec, const struct action *action, const char *id)
{
	struct finding_ref ref;

	if (!action || !action->social)
		return true;
	return finding_parse(rec, id, &ref) &&
		(ref.kind == FINDING_CAUSE || ref.kind == FINDING_EXIT ||
			(ref.kind == FINDING_SPECIAL && ref.subject == SPECIAL_THIN_RELATIONSHIPS));
}

static bool round_explains(const struct edition_round *round, const struct planned_action *planned)
{
	if (tells_unsound(round, planned->action))
		return false;
	for (size_t i = 0; i < planned->finding_count; i++)
		if (explains(round->rec, planned->action, planned->findings[i]) &&
			round_tells_of(round, planned, planned->findings[i]))
			return true;
	return false;
}

/* By hand, and not from the library. */
static bool is_own(const struct record *rec, const struct planned_action *planned)
{
	return planned->stored >= 0 && !rec->actions[planned->stored].library;
}

static bool shows_action(const struct edition_plan *plan, const struct planned_action *planned)
{
	const struct record *rec = plan->rounds[plan->count - 1].rec;

	const struct callers of = callers_of(plan, planned);

	if (!is_joint(plan) || planned->adopted || is_own(rec, planned))
		return true;
	for (size_t i = of.first; i < of.first + of.count; i++)
		if (round_explains(&plan->rounds[i], planned))
			return true;
	return false;
}

static void keep_reasons(struct edition_plan *plan, struct planned_action *planned)
{
	const char **told = pool_alloc(&plan->pool, (planned->finding_count + 1) * sizeof(*told));
	const struct callers of = callers_of(plan, planned);
	size_t count = 0;

	for (size_t i = 0; i < planned->finding_count; i++)
		if (tells(plan, of, planned, planned->findings[i]))
			told[count++] = planned->findings[i];
	planned->findings = told;
	planned->finding_count = count;
}

/* Whether the diagnosis calls for it still, or only of late, may rest on what is withheld. Why it
 * is blocked or was dropped is for the team, as notes are. */
static void show_action(struct edition_plan *plan, const struct planned_action *planned)
{
	struct planned_action *shown = &plan->shown.actions[plan->shown.action_count++];

	*shown = *planned;
	keep_reasons(plan, shown);
	shown->stale = shown->fresh = false;
	shown->severity = 0;
	shown->reason = NULL;
	plan->shown.active_count += shown->active;
}

static void show_actions(struct edition_plan *plan)
{
	const struct plan *whole = plan->whole;
	struct plan *shown = &plan->shown;

	shown->actions =
		pool_alloc(&plan->pool, (whole->action_count + 1) * sizeof(*shown->actions));
	shown->action_count = shown->active_count = 0;
	for (size_t i = 0; i < whole->action_count; i++) {
		plan->shows[i] = shows_action(plan, &whole->actions[i]);
		plan->left_out += !plan->shows[i];
		if (plan->shows[i])
			show_action(plan, &whole->actions[i]);
	}
}

/* The track */

static bool is_named(const struct edition_plan *plan)
{
	const struct callers of = callers_of_track(plan);

	for (size_t i = of.first; i < of.first + of.count; i++)
		if (names_track(&plan->rounds[i], plan->whole->track))
			return true;
	return false;
}

/* What a gate that is still to be decided asks would tell the track. */
static void plain_gates(struct edition_plan *plan)
{
	struct plan *shown = &plan->shown;
	struct gate *gates = pool_alloc(&plan->pool, (shown->gate_count + 1) * sizeof(*gates));

	for (size_t i = 0; i < shown->gate_count; i++) {
		gates[i] = shown->gates[i];
		if (gates[i].outcome < 0 && gates[i].kind != GATE_DONE)
			gates[i].kind = GATE_UNTOLD;
	}
	shown->gates = gates;
	for (size_t i = 0; i < shown->action_count; i++) {
		shown->actions[i].gated = false;
		shown->actions[i].gate = 0;
	}
}

/* The months that a plan is given follow from health, so the shortest time is shown. */
static void plain_horizon(struct plan *shown)
{
	if (shown->horizon_months > PLAN_MONTHS_SHORT)
		shown->end = date_add_months(shown->from, PLAN_MONTHS_SHORT);
	shown->horizon_months = PLAN_MONTHS_SHORT;
}

static bool keeps_track_untold(struct edition_plan *plan)
{
	if (is_named(plan))
		return false;
	plan->shown.unnamed = true;
	plan->shown.track = TRACK_RELAUNCH;
	plain_gates(plan);
	plain_horizon(&plan->shown);
	return true;
}

/* Events */

/* What is held for people to meet tells of thin relationships, or the track. */
static bool shows_event(const struct edition_plan *plan, const struct plan_event *event)
{
	static const char thin[] = "special.thin_relationships";
	enum track track = plan->whole->track;

	if (event->first > plan->shown.end)
		return false;
	return event->kind != EVENT_RELATIONSHIP || edition_plan_tells(plan, thin) ||
		(!plan->shown.unnamed && (track == TRACK_RECOMMIT || track == TRACK_RELAUNCH));
}

static void show_events(struct edition_plan *plan)
{
	struct plan *shown = &plan->shown;
	struct plan_event *events =
		pool_alloc(&plan->pool, (shown->event_count + 1) * sizeof(*events));
	size_t count = 0;

	for (size_t i = 0; i < shown->event_count; i++) {
		struct plan_event event = shown->events[i];

		if (!shows_event(plan, &event))
			continue;
		while (event.count > 1 && plan_event_day(&event, event.count - 1) > shown->end)
			event.count--;
		events[count++] = event;
	}
	shown->events = events;
	shown->event_count = count;
}

/* Warnings */

/* What nothing calls for any more, and what the plan does nothing about, is the own side's matter.
 */
static void drop_own(struct edition_plan *plan)
{
	struct plan *shown = &plan->shown;
	struct warning *kept = pool_alloc(&plan->pool, (shown->warning_count + 1) * sizeof(*kept));
	size_t count = 0;

	for (size_t i = 0; i < shown->warning_count; i++)
		if (shown->warnings[i].kind != WARNING_STALE &&
			shown->warnings[i].kind != WARNING_UNANSWERED)
			kept[count++] = shown->warnings[i];
	shown->warnings = kept;
	shown->warning_count = count;
}

static void warn_anew(struct edition_plan *plan)
{
	struct plan *shown = &plan->shown;

	shown->pool = plan->pool;
	plan_follow(shown, plan->rounds[plan->count - 1].rec);
	plan->pool = shown->pool;
	shown->pool = (struct pool){ NULL };
}

void edition_plan_compute(struct edition_plan *plan, const struct plan *whole,
	const struct edition_round *rounds, size_t count)
{
	*plan = (struct edition_plan){ .shown = *whole, .whole = whole, .count = count };
	plan->shown.pool = (struct pool){ NULL };
	plan->rounds = pool_alloc(&plan->pool, count * sizeof(*rounds));
	memcpy(plan->rounds, rounds, count * sizeof(*rounds));
	plan->shows = pool_alloc(&plan->pool, (whole->action_count + 1) * sizeof(*plan->shows));
	if (!is_joint(plan) || !whole->action_count) {
		memset(plan->shows, true, whole->action_count * sizeof(*plan->shows));
		return;
	}
	show_actions(plan);
	plan->shown.part = keeps_track_untold(plan) || plan->left_out;
	show_events(plan);
	if (plan->shown.part)
		warn_anew(plan);
	else
		drop_own(plan);
}

void edition_plan_release(struct edition_plan *plan)
{
	pool_release(&plan->pool);
	*plan = (struct edition_plan){ .count = 0 };
}

size_t edition_plan_untold(
	const struct edition_plan *plan, size_t action, struct pool *pool, const char ***findings)
{
	const struct planned_action *planned = &plan->whole->actions[action];
	const struct callers of = callers_of(plan, planned);
	size_t count = 0;

	*findings = NULL;
	for (size_t i = 0; !plan->shows[action] && i < planned->finding_count; i++)
		if (!tells(plan, of, planned, planned->findings[i]))
			*POOL_APPEND(pool, *findings, count) = planned->findings[i];
	return count;
}

/* Rounds */

struct edition_past {
	struct diagnosis diagnosis;
	struct edition_view view;
};

/* Its own round is the last. */
static struct edition_round *read_rounds(struct edition_history *history, const struct record *rec,
	const struct diagnosis *diagnosis, enum edition edition, const struct record *const *rounds,
	size_t own)
{
	struct edition_round *read;

	*history = (struct edition_history){ .past_count = edition == EDITION_JOINT ? own : 0 };
	read = pool_alloc(&history->pool, (own + 1) * sizeof(*read));
	history->past =
		pool_alloc(&history->pool, (history->past_count + 1) * sizeof(*history->past));
	for (size_t i = 0; i < history->past_count; i++) {
		struct edition_past *past = &history->past[i];

		diagnosis_compute(&past->diagnosis, rounds[i]);
		release_view(&past->view, rounds[i], &past->diagnosis, edition);
		read[i] = (struct edition_round){ rounds[i], &past->view.whole, &past->view };
	}
	release_view(&history->view, rec, diagnosis, edition);
	read[history->past_count] =
		(struct edition_round){ rec, &history->view.whole, &history->view };
	history->printed = &history->plan;
	return read;
}

static int last_number(const struct record *rec)
{
	int last = 0;

	for (size_t i = 0; i < rec->action_count; i++)
		last = rec->actions[i].number > last ? rec->actions[i].number : last;
	return last;
}

/* As the joint edition of that round shows them, those first. */
static void number_of_round(struct plan *draft, const struct edition_round *round)
{
	int known = last_number(round->rec), next = known;
	struct edition_plan joint;

	edition_plan_compute(&joint, draft, round, 1);
	bool *fresh = pool_alloc(&joint.pool, (draft->action_count + 1) * sizeof(*fresh));
	for (size_t i = 0; i < draft->action_count; i++)
		fresh[i] = draft->actions[i].number > known;
	for (int told = true; told >= false; told--)
		for (size_t i = 0; i < draft->action_count; i++)
			if (fresh[i] && joint.shows[i] == told)
				draft->actions[i].number = ++next;
	edition_plan_release(&joint);
}

void edition_plan_number(
	struct plan *draft, const struct record *rec, const struct diagnosis *diagnosis)
{
	struct edition_view view;

	release_view(&view, rec, diagnosis, EDITION_JOINT);
	number_of_round(draft, &(struct edition_round){ rec, &view.whole, &view });
	edition_release(&view);
}

bool edition_draft(struct plan *draft, const struct plan *plan, const struct record *rec,
	const struct edition_view *view)
{
	if (view->edition != EDITION_JOINT || !plan || plan->stored || view->facts_only ||
		view->whole.track == TRACK_COUNT || (!view->as_of && view->primary))
		return false;
	plan_compute(draft, rec, &view->shown, plan->start);
	number_of_round(draft, &(struct edition_round){ rec, &view->whole, view });
	return true;
}

static bool has_action(const struct plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (!strcmp(plan->actions[i].id, id))
			return true;
	return false;
}

/* Of the plan itself that is shown which the draft in its place prints. */
static void mark_drawn(struct edition_plan *plan, const struct plan *drawn)
{
	plan->left_out = 0;
	for (size_t i = 0; i < plan->whole->action_count; i++) {
		plan->shows[i] = has_action(drawn, plan->whole->actions[i].id);
		plan->left_out += !plan->shows[i];
	}
}

void edition_history_compute(struct edition_history *history, const struct record *rec,
	const struct diagnosis *diagnosis, const struct plan *plan, enum edition edition,
	const struct record *const *rounds, size_t own)
{
	const struct edition_round *read =
		read_rounds(history, rec, diagnosis, edition, rounds, own);

	edition_plan_compute(&history->plan, plan, read, history->past_count + 1);
	if (!edition_draft(&history->draft, plan, rec, &history->view))
		return;
	edition_plan_compute(&history->drawn, &history->draft, read, history->past_count + 1);
	mark_drawn(&history->plan, &history->drawn.shown);
	history->printed = &history->drawn;
}

void edition_history_release(struct edition_history *history)
{
	if (history->printed == &history->drawn) {
		edition_plan_release(&history->drawn);
		plan_release(&history->draft);
	}
	edition_plan_release(&history->plan);
	for (size_t i = 0; i < history->past_count; i++) {
		edition_release(&history->past[i].view);
		diagnosis_release(&history->past[i].diagnosis);
	}
	edition_release(&history->view);
	pool_release(&history->pool);
	*history = (struct edition_history){ .past_count = 0 };
}
