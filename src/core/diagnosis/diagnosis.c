/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis (rekindle-method(7), sections 5 and 6): situation, knock-outs, decision, pitfalls,
 * special situations; primary cause, confidence and findings have files of their own.
 */
#include "../score/basis.h"

static const char *const situation_words[] = {
	[SITUATION_UNDERPERFORMING] = "underperforming",
	[SITUATION_LOOK_OUTSIDE] = "look_outside",
	[SITUATION_RESULTS_OUTRUN_RELATIONSHIP] = "results_outrun_relationship",
	[SITUATION_HEALTHY] = "healthy",
};
const struct vocabulary vocabulary_situation = {
	"situation",
	SITUATION_HEALTHY + 1,
	situation_words,
};

enum situation situation_of(const struct scores *scores)
{
	static const enum situation by[2][2] = {
		/* [performance low][health low] */
		{ SITUATION_HEALTHY, SITUATION_RESULTS_OUTRUN_RELATIONSHIP },
		{ SITUATION_LOOK_OUTSIDE, SITUATION_UNDERPERFORMING },
	};
	if (isnan(scores->performance.score) || isnan(scores->health))
		return SITUATION_UNKNOWN;
	bool low = below(scores->health, scores->lines.failing);
	for (int c = 0; c < CAUSE_COUNT; c++)
		low = low || scores->cause[c].failing;
	return by[scores->performance.low][low];
}

static bool knocked_out(
	const struct diagnosis *d, const struct record *rec, enum knockout id, int p)
{
	const struct party_profile *party = record_party_profile(rec, p);
	switch (id) {
	case KNOCKOUT_NO_SPONSOR:
		return party->has_sponsor == TRI_NO;
	case KNOCKOUT_RATIONALE_GONE:
		return below(d->scores.scale[ASPECT_RATIONALE].value[p], SCORE_GONE);
	case KNOCKOUT_RELUCTANT:
		return party->stance == STANCE_RELUCTANT;
	case KNOCKOUT_UNRESPONSIVE:
		return party->stance == STANCE_UNRESPONSIVE;
	case KNOCKOUT_BREACH:
	case KNOCKOUT_LITIGATION:
	case KNOCKOUT_COUNT:
		break;
	}
	return false;
}

static void knock_out(struct diagnosis *d, enum knockout id, int party)
{
	struct knockout_found *found = POOL_APPEND(&d->pool, d->knockouts, d->knockout_count);
	*found = (struct knockout_found){ id, party };
}

static void find_knockouts(struct diagnosis *d, const struct record *rec)
{
	for (int id = 0; id < KNOCKOUT_BREACH; id++)
		for (size_t p = 0; p < rec->party_count; p++)
			if (knocked_out(d, rec, id, (int)p))
				knock_out(d, id, (int)p);
	if (record_profile(rec)->breach == TRI_YES)
		knock_out(d, KNOCKOUT_BREACH, -1);
	if (record_profile(rec)->litigation == TRI_YES)
		knock_out(d, KNOCKOUT_LITIGATION, -1);
}

static bool has_knockout(const struct diagnosis *d, enum knockout id)
{
	for (size_t i = 0; i < d->knockout_count; i++)
		if (d->knockouts[i].id == id)
			return true;
	return false;
}

/* Another route is open, and no party still sees a reason to partner. */
static bool reason_lost(const struct scores *scores, const struct record *rec)
{
	if (!at_least(scores->route.clearance, ROUTE_CLEAR))
		return false;
	for (size_t p = 0; p < rec->party_count; p++)
		if (!below(scores->scale[ASPECT_RATIONALE].value[p], scores->lines.critical))
			return false;
	return true;
}

static bool must_exit(const struct scores *scores, const struct record *rec)
{
	for (size_t p = 0; p < rec->party_count; p++)
		if (record_party_silent(rec, p))
			return true;
	return reason_lost(scores, rec);
}

static bool must_rebuild(const struct scale_score *scale)
{
	return !isnan(scale->perception) && below(scale->score, SCORE_REBUILD);
}

enum track diagnosis_decide(const struct diagnosis *d, const struct record *rec)
{
	const struct scale_score *scale = d->scores.scale;
	int primary = d->primary.cause;
	if (must_exit(&d->scores, rec))
		return TRACK_EXIT;
	if (has_knockout(d, KNOCKOUT_RELUCTANT) || has_knockout(d, KNOCKOUT_UNRESPONSIVE))
		return TRACK_ESCALATE;
	if (primary == PRIMARY_INSUFFICIENT)
		return TRACK_HEAR_FIRST;
	if (primary == CAUSE_STRATEGY)
		return TRACK_REDECIDE;
	if (primary == CAUSE_TYPE || must_rebuild(&scale[ASPECT_FIT]) ||
		must_rebuild(&scale[ASPECT_TERMS]))
		return TRACK_RESTRUCTURE;
	if (primary == CAUSE_PARTNER)
		return TRACK_RECOMMIT;
	return primary == CAUSE_MANAGEMENT ? TRACK_RELAUNCH : TRACK_SUSTAIN;
}

static void find_pitfalls(struct diagnosis *d, const struct record *rec)
{
	const struct scores *scores = &d->scores;
	const struct scale_score *scale = scores->scale,
				 *culture = &scale[rec->instrument->culture];
	d->pitfall[PITFALL_BLAME_GAME] =
		scores->split.parties_differ || scores->split.all_blame_partner;
	d->pitfall[PITFALL_CULTURAL_DIFFERENCES] = below(culture->score, d->scores.lines.failing) ||
		at_least(culture->gap.value, GAP_DISCUSS);
	d->pitfall[PITFALL_NO_SPONSORSHIP] =
		below(scale[ASPECT_SPONSORSHIP].score, d->scores.lines.failing);
	d->pitfall[PITFALL_UNADAPTED_AGREEMENT] =
		below(scale[ASPECT_TERMS].score, d->scores.lines.failing);
}

bool sizes_apart(const struct record *rec)
{
	int smallest = SIZE_COUNT, largest = -1;
	for (size_t p = 0; p < rec->party_count; p++) {
		int size = record_party_profile(rec, p)->size_class;
		if (size < 0)
			continue;
		smallest = size < smallest ? size : smallest;
		largest = size > largest ? size : largest;
	}
	return largest - smallest >= SIZE_STEPS;
}

static bool just_started(int start, int day)
{
	return start != DATE_NONE && day != DATE_NONE && start <= day &&
		day < date_add_months(start, IMPATIENCE_MONTHS);
}

static void find_specials(struct diagnosis *d, const struct record *rec)
{
	const struct scale_score *scale = d->scores.scale;
	const struct assessment *round = &rec->assessment;
	d->special[SPECIAL_UNWILLING_PARTNER] =
		has_knockout(d, KNOCKOUT_RELUCTANT) || has_knockout(d, KNOCKOUT_UNRESPONSIVE);
	d->special[SPECIAL_RIGID_CONTRACT] = record_profile(rec)->amendable == TRI_NO ||
		below(scale[ASPECT_TERMS].score, d->scores.lines.critical);
	d->special[SPECIAL_POWER_IMBALANCE] =
		sizes_apart(rec) || at_least(scale[ASPECT_VALUE].gap.value, GAP_DISCUSS);
	d->special[SPECIAL_THIN_RELATIONSHIPS] =
		below(scale[SCALE_TRUST].perception, d->scores.lines.critical) ||
		below(scale[ASPECT_COMMUNICATION].score, d->scores.lines.critical);
	d->special[SPECIAL_IMPATIENCE] =
		below(scale[SCALE_RESULTS].perception, d->scores.lines.critical) &&
		just_started(rec->alliance.started, round->date);
	d->special[SPECIAL_COOPETITION] = record_profile(rec)->competitors == TRI_YES;
}

/* One item carries an aspect there: it shows movement. */
static void decide_nothing(struct diagnosis *d)
{
	d->primary = (struct primary){ .cause = PRIMARY_UNDECIDED, .margin = NAN };
	d->situation = SITUATION_UNKNOWN;
	d->track = TRACK_COUNT;
	for (int k = 0; k < KILLER_COUNT; k++) {
		d->scores.killer[k] = NAN;
		d->scores.killer_known[k] = d->scores.killer_present[k] = false;
	}
}

void diagnosis_compute(struct diagnosis *d, const struct record *rec)
{
	*d = (struct diagnosis){ 0 };
	scores_compute(&d->scores, rec);
	if (rec->assessment.kind == ROUND_PULSE) {
		decide_nothing(d);
		return;
	}
	primary_compute(&d->primary, rec, &d->scores);
	d->situation = situation_of(&d->scores);
	confidence_compute(d, rec);
	find_knockouts(d, rec);
	find_pitfalls(d, rec);
	find_specials(d, rec);
	d->track = diagnosis_decide(d, rec);
	d->provisional = d->primary.tie;
	findings_compute(d, rec);
}

void summary_compute(struct summary *summary, const struct record *rec)
{
	struct diagnosis d = { .primary.cause = PRIMARY_UNDECIDED };
	struct basis basis;
	struct verdict verdict;
	scores_causes(&d.scores, rec, &basis, &verdict);
	if (rec->assessment.kind != ROUND_PULSE) {
		primary_find(&d.primary, rec, &d.scores, &basis, &verdict);
		d.confidence.grade = confidence_grade(&d, rec);
	}
	*summary = (struct summary){ d.scores.health, d.primary.cause, d.confidence.grade };
	diagnosis_release(&d);
}

void diagnosis_findings(struct diagnosis *d, const struct record *rec)
{
	*d = (struct diagnosis){ .track = TRACK_COUNT };
	scores_compute(&d->scores, rec);
	find_knockouts(d, rec);
	find_pitfalls(d, rec);
	find_specials(d, rec);
	if (must_exit(&d->scores, rec))
		d->track = TRACK_EXIT;
	findings_compute(d, rec);
}

void diagnosis_release(struct diagnosis *d)
{
	scores_release(&d->scores);
	pool_release(&d->pool);
	*d = (struct diagnosis){ 0 };
}
