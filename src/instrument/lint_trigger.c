/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of triggers: that each can fire in this bank, that every action can get
 * into a plan, and that whatever the diagnosis finds has actions.
 */
#include "internal.h"

#include <string.h>

#define ACTIONS_LEAST 2 /* for each subject (rekindle-method(7), section 7) */
#define EPSILON 1e-9

/*
 * What has to be answered before a rule of the program can hold (rekindle-method(7), sections 3, 5
 * and 6). Any row of a subject will do; all that a row names is needed.
 */
struct need {
	enum trigger_kind kind;
	int subject;
	const enum scale *scales; /* ends with SCALE_NONE */
	const char *field, *choice;
	bool heard;   /* facts of the audit do not stand in for the scales */
	bool culture; /* the aspect that the bank names for it, in place of scales */
	bool split;
};
/* clang-format off */
#define SCALES(...) (const enum scale[]){ __VA_ARGS__, SCALE_NONE }
#define KILLER(id, ...) { .kind = TRIGGER_KILLER, .subject = (id), .scales = SCALES(__VA_ARGS__) }
#define KNOCKOUT(id, name, word)                                                                   \
	{ .kind = TRIGGER_KNOCKOUT, .subject = (id), .field = (name), .choice = (word) }
#define PITFALL(id, scale) { .kind = TRIGGER_PITFALL, .subject = (id), .scales = SCALES(scale) }
#define SPECIAL(id, scale) { .kind = TRIGGER_SPECIAL, .subject = (id), .scales = SCALES(scale) }
#define SPECIAL_FACT(id, name, word)                                                               \
	{ .kind = TRIGGER_SPECIAL, .subject = (id), .field = (name), .choice = (word) }
/* clang-format on */

static const struct need needs[] = {
	KILLER(KILLER_OBJECTIVES, ASPECT_OBJECTIVES),
	KILLER(KILLER_COMMUNICATION_TRUST, ASPECT_COMMUNICATION, SCALE_TRUST),
	KILLER(KILLER_GOVERNANCE, ASPECT_GOVERNANCE),
	KILLER(KILLER_SHIFTING_PRIORITIES, ASPECT_RELEVANCE),
	KNOCKOUT(KNOCKOUT_NO_SPONSOR, "party.has_sponsor", "no"),
	{ .kind = TRIGGER_KNOCKOUT,
		.subject = KNOCKOUT_RATIONALE_GONE,
		.scales = SCALES(ASPECT_RATIONALE),
		.heard = true },
	KNOCKOUT(KNOCKOUT_RELUCTANT, "party.stance", "reluctant"),
	KNOCKOUT(KNOCKOUT_UNRESPONSIVE, "party.stance", "unresponsive"),
	KNOCKOUT(KNOCKOUT_BREACH, "contract.breach", "yes"),
	KNOCKOUT(KNOCKOUT_LITIGATION, "contract.litigation", "yes"),
	{ .kind = TRIGGER_PITFALL, .subject = PITFALL_BLAME_GAME, .split = true },
	{ .kind = TRIGGER_PITFALL, .subject = PITFALL_CULTURAL_DIFFERENCES, .culture = true },
	PITFALL(PITFALL_NO_SPONSORSHIP, ASPECT_SPONSORSHIP),
	PITFALL(PITFALL_UNADAPTED_AGREEMENT, ASPECT_TERMS),
	SPECIAL_FACT(SPECIAL_UNWILLING_PARTNER, "party.stance", "reluctant"),
	SPECIAL_FACT(SPECIAL_UNWILLING_PARTNER, "party.stance", "unresponsive"),
	SPECIAL_FACT(SPECIAL_RIGID_CONTRACT, "contract.amendable", "no"),
	SPECIAL(SPECIAL_RIGID_CONTRACT, ASPECT_TERMS),
	SPECIAL_FACT(SPECIAL_POWER_IMBALANCE, "party.size_class", NULL),
	SPECIAL(SPECIAL_POWER_IMBALANCE, ASPECT_VALUE),
	SPECIAL(SPECIAL_THIN_RELATIONSHIPS, SCALE_TRUST),
	SPECIAL(SPECIAL_THIN_RELATIONSHIPS, ASPECT_COMMUNICATION),
	SPECIAL(SPECIAL_IMPATIENCE, SCALE_RESULTS),
};

/* Aspects that the facts of profile, route test and audit score by themselves. */
static bool has_evidence(enum scale scale)
{
	return scale == ASPECT_RATIONALE || scale == ASPECT_OBJECTIVES || scale == ASPECT_FIT ||
		scale == ASPECT_SELECTION || scale == ASPECT_GOVERNANCE;
}

static bool is_met(const struct instrument *instrument, const struct need *need)
{
	for (const enum scale *scale = need->scales; scale && *scale != SCALE_NONE; scale++)
		if (!lint_roles(instrument, *scale) && (need->heard || !has_evidence(*scale)))
			return false;
	if (need->split)
		return instrument->split >= 0 && instrument->items[instrument->split].roles;
	return !need->field || lint_fact(instrument, need->field, need->choice) >= 0;
}

/* What the bank would have to ask, for a message. */
static void describe(struct str *to, const struct need *need)
{
	if (need->split)
		str_add(to, "there is no split item that is asked of any role");
	else if (need->field)
		str_addf(to, "no profile item offers \"%s\" for %s",
			need->choice ? need->choice : "an answer", need->field);
	for (const enum scale *scale = need->scales; scale && *scale != SCALE_NONE; scale++)
		str_addf(to, "%s%s", scale == need->scales ? "nobody is asked about " : " or ",
			scale_info[*scale].id);
}

/* The row as it reads in this bank. */
static struct need need_of(
	const struct instrument *instrument, const struct need *row, enum scale culture[2])
{
	struct need need = *row;
	culture[0] = instrument->culture;
	culture[1] = SCALE_NONE;
	if (need.culture)
		need.scales = culture;
	return need;
}

static bool prevented_by_needs(
	const struct instrument *instrument, const struct trigger *trigger, struct str *reason)
{
	enum scale culture[2];
	struct need first = { .kind = TRIGGER_KIND_COUNT };
	for (size_t i = 0; i < sizeof(needs) / sizeof(*needs); i++) {
		if (needs[i].kind != trigger->kind || needs[i].subject != trigger->subject)
			continue;
		struct need need = need_of(instrument, &needs[i], culture);
		if (is_met(instrument, &need))
			return false;
		if (first.kind == TRIGGER_KIND_COUNT)
			first = need;
	}
	if (first.kind == TRIGGER_KIND_COUNT)
		return false;
	describe(reason, &first);
	return true;
}

/* Why it can never fire in this bank goes into reason. */
static bool prevented(
	const struct instrument *instrument, const struct trigger *trigger, struct str *reason)
{
	if (trigger->kind == TRIGGER_ASPECT || trigger->kind == TRIGGER_GAP ||
		trigger->kind == TRIGGER_SOUND) {
		const struct need need = { .scales = SCALES((enum scale)trigger->subject),
			.heard = trigger->kind == TRIGGER_GAP };
		if (trigger->kind == TRIGGER_ASPECT && trigger->threshold <= 1.0 + EPSILON)
			str_add(reason, "no score is below 1");
		else if (!is_met(instrument, &need))
			describe(reason, &need);
		return reason->len > 0;
	}
	if (trigger->kind == TRIGGER_CHECKLIST && instrument->check[trigger->subject] < 0) {
		str_add(reason, "this bank does not ask that row");
		return true;
	}
	return prevented_by_needs(instrument, trigger, reason);
}

/* One that could not be read was reported before, and may be meant to fire. */
static bool can_fire(const struct instrument *instrument, const struct trigger *trigger)
{
	struct str reason;
	str_init(&reason);
	bool never = trigger->kind != TRIGGER_KIND_COUNT && prevented(instrument, trigger, &reason);
	str_release(&reason);
	return !never;
}

static void lint_reach(const struct place *at, const struct instrument *instrument,
	const char *field, const struct trigger *triggers, size_t count)
{
	struct str reason;
	str_init(&reason);
	for (size_t t = 0; t < count; t++) {
		char text[TRIGGER_TEXT];
		str_clear(&reason);
		if (triggers[t].kind == TRIGGER_KIND_COUNT ||
			!prevented(instrument, &triggers[t], &reason))
			continue;
		fault_element(at, RULE_UNREACHABLE, field, t,
			"\"%s\" can never %s: %s; change it or take it out",
			trigger_text(&triggers[t], text), strcmp(field, "when") ? "hold" : "fire",
			reason.text);
	}
	str_release(&reason);
}

void lint_unreachable(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		struct place at = { loading, MEMBER_ACTIONS, i };
		lint_reach(&at, instrument, "when", action->when, action->when_count);
		lint_reach(&at, instrument, "unless", action->unless, action->unless_count);
	}
}

static bool fires(const struct instrument *instrument, const struct action *action,
	enum trigger_kind kind, int subject)
{
	for (size_t t = 0; t < action->when_count; t++)
		if (action->when[t].kind == kind && action->when[t].subject == subject &&
			can_fire(instrument, &action->when[t]))
			return true;
	return false;
}

static bool is_of_track(
	const struct instrument *instrument, const struct action *action, enum track track)
{
	return action->tracks >> track & 1u || fires(instrument, action, TRIGGER_TRACK, (int)track);
}

static bool is_called_for(const struct instrument *instrument, const struct action *action)
{
	for (size_t t = 0; t < action->when_count; t++)
		if (can_fire(instrument, &action->when[t]))
			return true;
	return action->tracks;
}

static unsigned kept_out_of(const struct action *action)
{
	unsigned tracks = 0;
	for (size_t i = 0; i < action->unless_count; i++)
		if (action->unless[i].kind == TRIGGER_TRACK)
			tracks |= 1u << action->unless[i].subject;
	return tracks;
}

/* The tracks of the plans that a trigger can bring an action into: who does not want to go on is
 * asked for a decision, and when the answer stays out, the end begins. */
static unsigned tracks_of(const struct trigger *trigger)
{
	const unsigned ask = 1u << TRACK_ESCALATE, end = 1u << TRACK_EXIT;
	if (trigger->kind == TRIGGER_TRACK)
		return 1u << trigger->subject;
	if (trigger->kind == TRIGGER_SPECIAL && trigger->subject == SPECIAL_UNWILLING_PARTNER)
		return ask;
	if (trigger->kind == TRIGGER_KNOCKOUT &&
		(trigger->subject == KNOCKOUT_RELUCTANT ||
			trigger->subject == KNOCKOUT_UNRESPONSIVE))
		return ask | end;
	return (1u << TRACK_COUNT) - 1;
}

/* Does the condition hold whenever the trigger does? */
static bool follows(const struct trigger *trigger, const struct trigger *unless)
{
	if (trigger->kind == TRIGGER_ASPECT && unless->kind == TRIGGER_SOUND)
		return trigger->subject == unless->subject && unless->threshold <= 1.0 + EPSILON;
	if (trigger->kind == unless->kind) /* one that could not be read may be another */
		return trigger->kind != TRIGGER_KIND_COUNT && trigger->subject == unless->subject;
	return unless->kind == TRIGGER_SPECIAL && unless->subject == SPECIAL_UNWILLING_PARTNER &&
		tracks_of(trigger) == (1u << TRACK_ESCALATE | 1u << TRACK_EXIT);
}

static bool is_open(const struct action *action, const struct trigger *trigger)
{
	if (!(tracks_of(trigger) & ~kept_out_of(action)))
		return false;
	for (size_t i = 0; i < action->unless_count; i++)
		if (follows(trigger, &action->unless[i]))
			return false;
	return true;
}

/* Does its own `unless` close every way into a plan? */
static bool is_closed(const struct instrument *instrument, const struct action *action)
{
	for (size_t t = 0; t < action->when_count; t++)
		if (can_fire(instrument, &action->when[t]) && is_open(action, &action->when[t]))
			return false;
	return !(action->tracks & ~kept_out_of(action));
}

static void lint_social(
	const struct place *at, const struct instrument *instrument, const struct action *action)
{
	if (action->step < 5)
		fault_of(at, RULE_ORPHAN, "social",
			"never comes before step 5, and this is step %d; move the action or take "
			"\"social\" out",
			action->step);
	else if (!is_of_track(instrument, action, TRACK_RECOMMIT) &&
		!is_of_track(instrument, action, TRACK_RELAUNCH) &&
		!fires(instrument, action, TRIGGER_SPECIAL, SPECIAL_THIN_RELATIONSHIPS))
		fault_of(at, RULE_ORPHAN, "social",
			"comes with the tracks recommit and relaunch and the trigger \"special "
			"thin_relationships\" only; give the action one of them");
}

void lint_orphans(struct loading *loading, const struct instrument *instrument)
{
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		struct place at = { loading, MEMBER_ACTIONS, i };
		if (!is_called_for(instrument, action))
			fault_of(&at, RULE_ORPHAN, NULL,
				"can never get into a plan: it has no track and no trigger that "
				"can fire; give it one or take it out");
		else if (is_closed(instrument, action))
			fault_of(&at, RULE_ORPHAN, "unless",
				"keeps it out of every plan that its tracks and triggers bring it "
				"into; take a condition out or give the action another trigger");
		else if (action->social)
			lint_social(&at, instrument, action);
	}
}

/* How many actions have a trigger on the subject; *last is one of them. */
static int serving(
	const struct instrument *instrument, enum trigger_kind kind, int subject, size_t *last)
{
	int count = 0;
	for (size_t i = 0; i < instrument->action_count; i++) {
		const struct action *action = &instrument->actions[i];
		bool serves = kind == TRIGGER_TRACK && action->tracks >> subject & 1u;
		for (size_t t = 0; !serves && t < action->when_count; t++)
			serves = action->when[t].kind == kind && action->when[t].subject == subject;
		if (serves)
			*last = i;
		count += serves;
	}
	return count;
}

static void lint_subject(struct loading *loading, const struct instrument *instrument,
	enum trigger_kind kind, int subject)
{
	size_t last = 0;
	int count = serving(instrument, kind, subject, &last);
	if (count >= ACTIONS_LEAST)
		return;
	struct str name;
	str_init(&name);
	trigger_subject(&name, kind, subject);
	if (count)
		fault_of(&(struct place){ loading, MEMBER_ACTIONS, last }, RULE_UNSERVED, NULL,
			"is the only action for \"%s\"; give one more action this trigger",
			name.text);
	else
		fault_list(loading, RULE_UNSERVED, MEMBER_ACTIONS,
			"there is no action for \"%s\"; give %d actions this trigger", name.text,
			ACTIONS_LEAST);
	str_release(&name);
}

void lint_unserved(struct loading *loading, const struct instrument *instrument)
{
	for (enum trigger_kind kind = 0; kind < TRIGGER_KIND_COUNT; kind++)
		for (int subject = 0; subject < trigger_subjects(kind); subject++)
			if (kind != TRIGGER_GAP && kind != TRIGGER_SOUND)
				lint_subject(loading, instrument, kind, subject);
}
