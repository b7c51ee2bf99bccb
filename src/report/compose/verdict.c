/* SPDX-License-Identifier: MIT */
/*
 * The verdict in two sentences: what holds the alliance back and how firm that is; then what to do
 * and what it rests on.
 */
#include "compose.h"

static const char *stability(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (!primary->of)
		return "";
	if (primary->agree == primary->of)
		return say(c,
			", and stays the primary cause whichever respondent is left out (%d of" NB
			"%d" NB "runs)",
			primary->agree, primary->of);
	return say(c,
		", and is the primary cause in %d" NB "of" NB "%d" NB
		"runs with one respondent left out",
		primary->agree, primary->of);
}

static const char *says_primary(struct compose *c)
{
	const struct cause_info *cause = &cause_info[c->diagnosis->primary.cause];

	return say(c, "%s holds it back: %s scores %s (%s), the lowest of the four causes%s.",
		capital(c, cause->plain), cause->id,
		score_text(c, c->scores->cause[c->diagnosis->primary.cause].score),
		cause_n(c, c->diagnosis->primary.cause), stability(c));
}

/* Rule 15 of the report. */
static const char *says_tie(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	struct list names = { 0 }, values = { 0 };
	int n[PARTIES_MAX];

	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (!primary->leading[i])
			continue;
		list_add(c, &names, cause_info[i].id);
		list_add(c, &values, score_text(c, c->scores->cause[i].score));
	}
	cause_counts(c, primary->cause, n);
	return say(c,
		"%s cannot be told apart (%s, margin %.2f, %s); start with %s, because it comes"
		" first and is cheapest to rule out. Provisional.",
		capital(c, list_and(c, &names)), list_and(c, &values), primary->margin,
		n_text(c, n), cause_info[primary->cause].id);
}

static const char *says_none(struct compose *c)
{
	int lowest = 0;

	for (int i = 1; i < CAUSE_COUNT; i++)
		if (below(c->scores->cause[i].score, c->scores->cause[lowest].score))
			lowest = i;
	return say(c, "None of the four causes fails: the lowest, %s, scores %s (%s), from %.2f.",
		cause_info[lowest].id, score_text(c, c->scores->cause[lowest].score),
		cause_n(c, lowest), SCORE_FAILING);
}

static const char *says_one_sided(struct compose *c)
{
	bool heard[PARTIES_MAX] = { false };
	int n = 0;

	for (int p = 0; p < c->parties; p++) {
		heard[p] = c->scores->with_data[p] > 0;
		n += heard[p];
	}
	if (!n)
		return "Nobody has been heard yet, so nothing can be said about the alliance.";
	return say(c, "Only %s was heard (%s); this is its view, and no verdict on the alliance.",
		parties_where(c, heard), n_text(c, c->scores->with_data));
}

static const char *says_insufficient(struct compose *c)
{
	struct list missing = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (isnan(c->scores->cause[i].score))
			list_add(c, &missing, cause_info[i].id);
	return say(c,
		"What holds the alliance back cannot be said yet: there are too few answers to"
		" score %s (%s respondents heard).",
		list_and(c, &missing), counts(c, c->scores->with_data));
}

/* Only what the shown causes give by themselves. */
static const char *says_withheld(struct compose *c)
{
	struct list hidden = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (c->view->cause[i])
			list_add(c, &hidden, cause_info[i].id);
	return say(c,
		"Which cause comes first is not said in this edition, because the score of %s is"
		" withheld.",
		list_and(c, &hidden));
}

static const char *what_is_the_case(struct compose *c)
{
	if (withheld_primary(c) && !c->scores->one_sided)
		return says_withheld(c);
	if (c->scores->one_sided)
		return says_one_sided(c);
	if (c->diagnosis->primary.cause == PRIMARY_INSUFFICIENT)
		return says_insufficient(c);
	if (c->diagnosis->primary.cause == PRIMARY_NONE)
		return says_none(c);
	return c->diagnosis->primary.tie ? says_tie(c) : says_primary(c);
}

/* The two lowest failing aspects of a cause: "governance (2.19, n 5+5)". */
static struct list two_lowest(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	struct list list = { 0 };

	for (int i = 0; i < count && i < 2; i++)
		if (below(c->scores->scale[scale[i]].score, SCORE_FAILING))
			list_add(c, &list, scored(c, scale[i]));
	return list;
}

static const char *reason_holds(struct compose *c)
{
	const struct scale_score *rationale = &c->scores->scale[ASPECT_RATIONALE];

	if (isnan(rationale->score) || below(rationale->score, SCORE_FAILING))
		return "";
	return say(c, "%s holds, but ", say(c, "the %s", scored(c, ASPECT_RATIONALE)));
}

static const char *parties_of_knockout(struct compose *c, enum knockout a, enum knockout b)
{
	bool in[PARTIES_MAX] = { false };

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *found = &c->diagnosis->knockouts[i];

		if ((found->id == a || found->id == b) && found->party >= 0)
			in[found->party] = true;
	}
	return parties_where(c, in);
}

static const char *by_gate(struct compose *c)
{
	return c->plan && c->plan->gate_count ? say(c, " by %s", day_long(c, c->plan->gates[0].day))
					      : "";
}

static const char *says_joint_exit(struct compose *c)
{
	const char *silent = parties_of_knockout(c, KNOCKOUT_UNRESPONSIVE, KNOCKOUT_UNRESPONSIVE);

	return *silent
		? say(c,
			  "Wind it down in order: %s has not yet confirmed that it takes part"
			  " in a revival.",
			  silent)
		: "Wind it down in order, together.";
}

static const char *says_exit(struct compose *c)
{
	if (c->joint)
		return says_joint_exit(c);
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		if (c->diagnosis->findings[i].kind == FINDING_EXIT)
			return say(c, "Wind it down in order. %s",
				words_finding(
					c->pool, c->rec, c->diagnosis, &c->diagnosis->findings[i]));
	return "Wind it down in order.";
}

static const char *says_escalate(struct compose *c)
{
	return say(c,
		"Put it to the sponsors first: %s has not %sconfirmed that it takes part in a"
		" revival, and a dated answer is needed%s before anything else is repaired.",
		parties_of_knockout(c, KNOCKOUT_RELUCTANT, KNOCKOUT_UNRESPONSIVE),
		c->joint ? "yet " : "", by_gate(c));
}

static const char *says_hear(struct compose *c)
{
	bool unheard[PARTIES_MAX] = { false };
	int n = 0;

	for (int p = 0; p < c->parties; p++) {
		unheard[p] = !c->scores->with_data[p];
		n += unheard[p];
	}
	if (n)
		return say(c,
			"Hear people of %s first and collect the records, then repeat the"
			" diagnosis.",
			parties_where(c, unheard));
	return "Have the missing questions answered on every side, then repeat the diagnosis.";
}

static const char *says_sustain(struct compose *c)
{
	if (c->diagnosis->situation == SITUATION_LOOK_OUTSIDE)
		return say(c,
			"Keep it as it is run and look outside: performance is %.0f" NB "of" NB
			"100, and the ratings do not tell why.",
			c->scores->performance.score);
	return "Keep what works, improve the lowest aspects, and look again at the next round.";
}

/* What has to happen to the lowest aspects of the cause to start with, by track. */
static const struct {
	const char *verb, *needs;
	bool reason; /* may lean on the reason to partner */
} repair[TRACK_COUNT] = {
	[TRACK_REDECIDE] = { "Decide again whether to partner",
		"to be settled before anything else is repaired", false },
	[TRACK_RESTRUCTURE] = { "Restructure it", "to be agreed anew", true },
	[TRACK_RECOMMIT] = { "Recommit", "to be put right between the companies", true },
	[TRACK_RELAUNCH] = { "Relaunch it", "to be rebuilt", true },
};

/* Restructuring may come first although another cause is primary: then the form's aspects are
 * meant. */
static int repair_cause(const struct compose *c)
{
	return c->diagnosis->track == TRACK_RESTRUCTURE ? CAUSE_TYPE : c->diagnosis->primary.cause;
}

static const char *says_repair(struct compose *c)
{
	enum track track = c->diagnosis->track;
	struct list aspects = { 0 };

	if (repair_cause(c) < CAUSE_COUNT)
		aspects = two_lowest(c, repair_cause(c));
	if (!aspects.count)
		return say(c, "%s.", repair[track].verb);
	return say(c, "%s: %s%s %s %s%s.", repair[track].verb,
		repair[track].reason ? reason_holds(c) : "", list_and(c, &aspects),
		plural((int)aspects.count, "has", "have"), repair[track].needs,
		c->joint && track == TRACK_RELAUNCH ? say(c, " by %s together", everybody(c)) : "");
}

const char *track_sentence(struct compose *c)
{
	switch (c->diagnosis->track) {
	case TRACK_EXIT:
		return says_exit(c);
	case TRACK_ESCALATE:
		return says_escalate(c);
	case TRACK_HEAR_FIRST:
		return says_hear(c);
	case TRACK_SUSTAIN:
		return says_sustain(c);
	case TRACK_REDECIDE:
	case TRACK_RESTRUCTURE:
	case TRACK_RECOMMIT:
	case TRACK_RELAUNCH:
	case TRACK_COUNT:
		break;
	}
	return says_repair(c);
}

void compose_verdict(struct compose *c)
{
	doc_head(c->doc, NULL, "Verdict", NULL);
	doc_text(c->doc, 0, "%s %s", what_is_the_case(c), track_sentence(c));
}
