/* SPDX-License-Identifier: MIT */
/*
 * The verdict in two sentences: what holds the alliance back and how firm that is; then what to do
 * and what it rests on.
 */
#include "compose.h"

static const char *says_primary(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	int cause = primary->cause;
	struct hole plain = hole_text("plain", words_cause_plain_first(cause));
	struct hole name = hole_text("cause", words_cause(cause));
	struct hole score = hole_text("score", score_text(c, c->scores->cause[cause].score));
	struct hole n = hole_text("n", cause_n(c, cause));

	if (!primary->of)
		return words(c->pool, W_HOLDS_BACK, plain, name, score, n);
	return words(c->pool,
		primary->agree == primary->of ? W_HOLDS_BACK_STAYS : W_HOLDS_BACK_RUNS, plain, name,
		score, n, hole_count("agree", primary->agree), hole_count("of", primary->of));
}

/* Rule 15 of the report. */
static const char *says_tie(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;
	struct texts names = { 0 }, values = { 0 };
	int n[PARTIES_MAX];

	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (!primary->leading[i])
			continue;
		texts_add(c->pool, &names, names.count ? words_cause(i) : words_cause_first(i));
		texts_add(c->pool, &values, score_text(c, c->scores->cause[i].score));
	}
	cause_counts(c, primary->cause, n);
	return words(c->pool, W_CAUSES_TIE, hole_list("causes", &names),
		hole_list("scores", &values), hole_number("margin", primary->margin, 2),
		hole_text("n", n_text(c, n)), hole_text("first", words_cause(primary->cause)));
}

static const char *says_none(struct compose *c)
{
	int lowest = 0;

	for (int i = 1; i < CAUSE_COUNT; i++)
		if (below(c->scores->cause[i].score, c->scores->cause[lowest].score))
			lowest = i;
	return words(c->pool, W_CAUSES_HOLD, hole_text("cause", words_cause(lowest)),
		hole_text("score", score_text(c, c->scores->cause[lowest].score)),
		hole_text("n", cause_n(c, lowest)),
		hole_number("line", c->scores->lines.failing, 2));
}

static const char *says_one_sided(struct compose *c)
{
	bool heard[PARTIES_MAX] = { false };
	int n = 0;

	for (int p = 0; p < c->parties; p++) {
		heard[p] = c->scores->with_data[p] > 0;
		n += heard[p];
	}
	if (!n && c->rec->respondent_count && c->joint)
		return words_plain(W_HEARD_UNRATED);
	if (!n && c->rec->respondent_count)
		return words(
			c->pool, W_HEARD_NO_RATING, hole_word("n", (int)c->rec->respondent_count));
	if (!n)
		return words_plain(W_HEARD_NOBODY);
	return words(c->pool, W_HEARD_ONE_SIDE, hole_text("party", parties_where(c, heard)),
		hole_text("n", n_text(c, c->scores->with_data)));
}

static const char *says_insufficient(struct compose *c)
{
	struct texts missing = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (isnan(c->scores->cause[i].score))
			texts_add(c->pool, &missing, words_cause(i));
	return words(c->pool, W_CAUSES_UNSCORED, hole_list("causes", &missing),
		hole_text("heard", counts(c, c->scores->with_data)));
}

/* Only what the shown causes give by themselves. */
static const char *says_withheld(struct compose *c)
{
	struct texts hidden = { 0 };

	for (int i = 0; i < CAUSE_COUNT; i++)
		if (c->view->cause[i])
			texts_add(c->pool, &hidden, words_cause(i));
	return words(c->pool, W_CAUSES_WITHHELD, hole_list("causes", &hidden));
}

const char *case_sentence(struct compose *c)
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
static struct texts two_lowest(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE], count = lowest_aspects(c, cause, scale);
	struct texts list = { 0 };

	for (int i = 0; i < count && i < 2; i++)
		if (below(c->scores->scale[scale[i]].score, c->scores->lines.failing))
			texts_add(c->pool, &list, scored(c, scale[i]));
	return list;
}

static struct texts parties_of_knockout(struct compose *c, enum knockout a, enum knockout b)
{
	bool in[PARTIES_MAX] = { false };
	struct texts list = { 0 };

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *found = &c->diagnosis->knockouts[i];

		if ((found->id == a || found->id == b) && found->party >= 0)
			in[found->party] = true;
	}
	for (int p = 0; p < c->parties; p++)
		if (in[p])
			texts_add(c->pool, &list, party_label(c, p));
	return list;
}

static const char *exit_reason(struct compose *c)
{
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		if (c->diagnosis->findings[i].kind == FINDING_EXIT)
			return words_finding(
				c->pool, c->rec, c->diagnosis, &c->diagnosis->findings[i]);
	return NULL;
}

/* What a joint edition finds has no words. */
static const char *says_joint_exit(struct compose *c)
{
	struct texts silent = parties_of_knockout(c, KNOCKOUT_UNRESPONSIVE, KNOCKOUT_UNRESPONSIVE);

	if (!silent.count)
		return words_plain(W_DO_EXIT_TOGETHER);
	return words(c->pool, W_DO_EXIT_SILENT, hole_list("parties", &silent),
		hole_count("n", (int)silent.count));
}

static const char *says_exit(struct compose *c)
{
	const char *why = c->joint ? NULL : exit_reason(c);

	if (c->joint)
		return says_joint_exit(c);
	return why ? words(c->pool, W_DO_EXIT_BECAUSE, hole_text("why", why))
		   : words_plain(W_DO_EXIT);
}

static const char *says_escalate(struct compose *c)
{
	struct texts list = parties_of_knockout(c, KNOCKOUT_RELUCTANT, KNOCKOUT_UNRESPONSIVE);
	struct hole parties = hole_list("parties", &list);
	struct hole n = hole_count("n", (int)list.count);

	if (!c->plan || !plan_gate(c->plan, 0))
		return words(c->pool, c->joint ? W_DO_ESCALATE_JOINT : W_DO_ESCALATE, parties, n);
	return words(c->pool, c->joint ? W_DO_ESCALATE_JOINT_BY : W_DO_ESCALATE_BY, parties, n,
		hole_text("day", day_long(c, plan_gate(c->plan, 0)->day)));
}

static struct texts parties_unheard(struct compose *c)
{
	struct texts unheard = { 0 };

	for (int p = 0; p < c->parties; p++)
		if (!c->scores->with_data[p])
			texts_add(c->pool, &unheard, party_label(c, p));
	return unheard;
}

static const char *says_hear(struct compose *c)
{
	struct texts unheard = parties_unheard(c);

	if (unheard.count)
		return words(c->pool, W_DO_HEAR, hole_list("parties", &unheard));
	return words_plain(W_DO_HEAR_MORE);
}

/* Does what comes first rest on what a joint edition withholds? That a company is still to be heard
 * does not. */
static bool is_untold(struct compose *c)
{
	bool hears = c->diagnosis->track == TRACK_HEAR_FIRST;

	if (!c->joint || (hears && parties_unheard(c).count))
		return false;
	return (c->plan && c->plan->unnamed) || (hears && withheld_primary(c));
}

static const char *says_untold(const struct compose *c)
{
	return words_plain(c->plan && c->plan->stored ? W_DO_UNTOLD : W_DO_UNTOLD_YET);
}

static const char *says_sustain(struct compose *c)
{
	if (c->diagnosis->situation == SITUATION_LOOK_OUTSIDE)
		return words(c->pool, W_DO_LOOK_OUTSIDE,
			hole_number("performance", c->scores->performance.score, 0));
	return words_plain(W_DO_SUSTAIN);
}

/* Restructuring may come first although another cause is primary: then the form's aspects are
 * meant. */
static int repair_cause(const struct compose *c)
{
	return c->diagnosis->track == TRACK_RESTRUCTURE ? CAUSE_TYPE : c->diagnosis->primary.cause;
}

/* What has to happen to the lowest aspects of the cause to start with; relaunching is what the
 * joint edition asks of all. */
static const char *says_aspects(struct compose *c, const struct texts *aspects)
{
	static const enum sentence repair[TRACK_COUNT] = {
		[TRACK_REDECIDE] = W_REPAIR_REDECIDE,
		[TRACK_RESTRUCTURE] = W_REPAIR_RESTRUCTURE,
		[TRACK_RECOMMIT] = W_REPAIR_RECOMMIT,
		[TRACK_RELAUNCH] = W_REPAIR_RELAUNCH,
	};
	struct hole lowest = hole_list("aspects", aspects);
	struct hole n = hole_count("n", (int)aspects->count);

	if (c->joint && c->diagnosis->track == TRACK_RELAUNCH)
		return words(c->pool, W_REPAIR_TOGETHER, lowest, n,
			hole_text("everybody", everybody(c)));
	return words(c->pool, repair[c->diagnosis->track], lowest, n);
}

/* The same where the reason to partner holds. */
static const char *says_but_aspects(struct compose *c, const struct texts *aspects)
{
	static const enum sentence holds[TRACK_COUNT] = {
		[TRACK_RESTRUCTURE] = W_HOLDS_RESTRUCTURE,
		[TRACK_RECOMMIT] = W_HOLDS_RECOMMIT,
		[TRACK_RELAUNCH] = W_HOLDS_RELAUNCH,
	};
	struct hole lowest = hole_list("aspects", aspects);
	struct hole n = hole_count("n", (int)aspects->count);
	struct hole reason = hole_text("reason", scored(c, ASPECT_RATIONALE));

	if (c->joint && c->diagnosis->track == TRACK_RELAUNCH)
		return words(c->pool, W_HOLDS_TOGETHER, reason, lowest, n,
			hole_text("everybody", everybody(c)));
	return words(c->pool, holds[c->diagnosis->track], reason, lowest, n);
}

static bool leans_on_reason(const struct compose *c)
{
	double reason = c->scores->scale[ASPECT_RATIONALE].score;

	return c->diagnosis->track != TRACK_REDECIDE && !isnan(reason) &&
		!below(reason, c->scores->lines.failing);
}

static const char *says_repair(struct compose *c)
{
	static const enum sentence alone[TRACK_COUNT] = {
		[TRACK_REDECIDE] = W_DO_REDECIDE,
		[TRACK_RESTRUCTURE] = W_DO_RESTRUCTURE,
		[TRACK_RECOMMIT] = W_DO_RECOMMIT,
		[TRACK_RELAUNCH] = W_DO_RELAUNCH,
	};
	struct texts aspects = { 0 };

	if (repair_cause(c) < CAUSE_COUNT)
		aspects = two_lowest(c, repair_cause(c));
	if (!aspects.count)
		return words_plain(alone[c->diagnosis->track]);
	return leans_on_reason(c) ? says_but_aspects(c, &aspects) : says_aspects(c, &aspects);
}

const char *track_sentence(struct compose *c)
{
	if (is_untold(c))
		return says_untold(c);
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

/* A knock-out or a contract that ends stands before it; an end of the alliance before its reason.
 */
void compose_verdict(struct compose *c)
{
	bool ends = c->diagnosis->track == TRACK_EXIT;

	if (compose_prior(c, true))
		doc_space(c->doc);
	doc_head(c->doc, NULL, "Verdict", NULL);
	if (is_pulse(c)) {
		doc_text(c->doc, 0, "%s", words_plain(W_VERDICT_PULSE));
		return;
	}
	doc_text(c->doc, 0, "%s %s", ends ? track_sentence(c) : case_sentence(c),
		ends ? case_sentence(c) : track_sentence(c));
}
