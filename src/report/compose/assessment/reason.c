/* SPDX-License-Identifier: MIT */
/*
 * Why an action is in the plan: its findings in words with their numbers, in the joint edition in
 * words that accuse nobody.
 */
#include "gather.h"

static const char *neutral_knockout(struct compose *c, const struct finding_ref *ref)
{
	static const enum sentence of_party[] = {
		[KNOCKOUT_NO_SPONSOR] = W_NEUTRAL_NO_SPONSOR,
		[KNOCKOUT_RATIONALE_GONE] = W_NEUTRAL_NO_REASON,
		[KNOCKOUT_RELUCTANT] = W_NEUTRAL_NOT_CONFIRMED,
		[KNOCKOUT_UNRESPONSIVE] = W_NEUTRAL_NOT_CONFIRMED,
	};

	if (ref->subject == KNOCKOUT_BREACH || ref->subject == KNOCKOUT_LITIGATION)
		return words_plain(W_NEUTRAL_CONTRACT);
	return ref->party < 0 ? words_plain(W_NEUTRAL_UNWILLING)
			      : words(c->pool, of_party[ref->subject],
					hole_text("party", party_label(c, ref->party)));
}

/* Stance, knock-outs and blame in words that accuse nobody; NULL for any other finding. */
static const char *neutral_reason(struct compose *c, const struct finding_ref *ref)
{
	if (ref->kind == FINDING_KNOCKOUT)
		return neutral_knockout(c, ref);
	if (ref->kind == FINDING_BLAME ||
		(ref->kind == FINDING_PITFALL && ref->subject == PITFALL_BLAME_GAME))
		return words_plain(W_NEUTRAL_WEIGHTS);
	if (ref->kind == FINDING_SPECIAL && ref->subject == SPECIAL_UNWILLING_PARTNER)
		return words_plain(W_NEUTRAL_UNWILLING);
	if (ref->kind == FINDING_EXIT && ref->subject == TRACK_EXIT)
		return words_plain(W_NEUTRAL_END);
	return NULL;
}

/* What it is about, without numbers. */
static const char *cited(struct compose *c, const struct finding_ref *ref)
{
	return words_cited_ref(c->pool, c->rec, ref);
}

/* A plan by itself may come without a diagnosis, and so without scores. */
static const char *with_score(struct compose *c, const struct finding_ref *ref, const double *score)
{
	return score ? words(c->pool, W_REASON_SCORE, hole_text("what", cited(c, ref)),
			       hole_text("score", score_text(c, *score)))
		     : cited(c, ref);
}

static const char *of_cause(struct compose *c, const struct finding_ref *ref)
{
	return with_score(c, ref, c->scores ? &c->scores->cause[ref->subject].score : NULL);
}

static bool is_found(const struct compose *c, const struct finding_ref *ref)
{
	for (size_t i = 0; i < c->diagnosis->finding_count; i++)
		if (c->diagnosis->findings[i].kind == ref->kind &&
			c->diagnosis->findings[i].subject == ref->subject)
			return true;
	return false;
}

/* What a healthy alliance improves is no finding. */
static const char *of_aspect(struct compose *c, const struct finding_ref *ref)
{
	const char *text =
		with_score(c, ref, c->scores ? &c->scores->scale[ref->subject].score : NULL);

	if (!c->diagnosis || !c->plan || c->plan->track != TRACK_SUSTAIN || is_found(c, ref))
		return text;
	return words(c->pool, W_REASON_LOWEST, hole_text("aspect", text));
}

static const char *of_gap(struct compose *c, const struct finding_ref *ref)
{
	const struct gap *gap = c->scores ? &c->scores->scale[ref->subject].gap : NULL;

	if (!gap || isnan(gap->value))
		return cited(c, ref);
	return words(c->pool, gap->confirmed ? W_REASON_GAP_CONFIRMED : W_REASON_GAP,
		hole_text("aspect", words_scale(ref->subject)),
		hole_number("gap", gap->value, places(c)));
}

static const char *of_killer(struct compose *c, const struct finding_ref *ref)
{
	return with_score(c, ref, c->scores ? &c->scores->killer[ref->subject] : NULL);
}

/* To the other side "escalate" would be a threat. */
static const char *of_decision(struct compose *c, const struct finding_ref *ref)
{
	return c->joint
		? words(c->pool, W_REASON_DECISION, hole_text("track", track_plain[ref->subject]))
		: cited(c, ref);
}

static const char *of_performance(struct compose *c, const struct finding_ref *ref)
{
	double score = c->scores ? c->scores->performance.score : NAN;

	return isnan(score) ? cited(c, ref)
			    : words(c->pool, W_REASON_PERFORMANCE, hole_number("score", score, 0));
}

static const char *of_event(struct compose *c, const struct finding_ref *ref)
{
	return happening_name(c, ref->subject);
}

/* Of a kind without one it says what it is about. */
static const char *(*const of_kind[FINDING_KINDS])(struct compose *, const struct finding_ref *) = {
	[FINDING_EXIT] = of_decision,
	[FINDING_CAUSE] = of_cause,
	[FINDING_ASPECT] = of_aspect,
	[FINDING_GAP] = of_gap,
	[FINDING_KILLER] = of_killer,
	[FINDING_PERFORMANCE] = of_performance,
	[FINDING_EVENT] = of_event,
};

/* What cannot be read, the label of a company that has another name by now, is not said to the
 * other side: it might accuse. */
const char *reason_text(struct compose *c, const char *id)
{
	const char *neutral = NULL;
	struct finding_ref ref;

	if (!finding_parse(c->rec, id, &ref))
		return c->joint ? NULL : id;
	if (c->joint && edition_hides(c->view, c->rec, c->in->diagnosis, &ref))
		return NULL;
	if (c->told && !edition_plan_tells(c->told, id))
		return NULL;
	if (c->joint)
		neutral = neutral_reason(c, &ref);
	if (neutral)
		return neutral;
	return of_kind[ref.kind] ? of_kind[ref.kind](c, &ref) : cited(c, &ref);
}
