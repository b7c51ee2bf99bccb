/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis without what is withheld: numbers become NAN and marks false, so that nothing reads
 * from it what may not be printed.
 */
#include "edition.h"

static void redact_party(struct edition_view *view, struct scale_score *scale, int s, int p)
{
	bool row = view->scale[s] != WITHHELD_NOT,
	     few = view->facts_only || scale->n[p] < EDITION_VALUE_MIN;

	if (view->value[s][p])
		scale->value[p] = NAN;
	if (row || few) {
		scale->dont_know[p] = NAN;
		scale->dont_know_count[p] = scale->asked_count[p] = 0;
		scale->visibility_gap[p] = false;
	}
	if (row || scale->n[p] < EDITION_DISTRIBUTION_MIN)
		scale->divided[p] = false;
	if (few)
		scale->n[p] = 0;
}

static bool loses_share(const struct scale_score *scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (scale->n[p] < EDITION_VALUE_MIN && scale->asked_count[p])
			return true;
	return false;
}

static void redact_scale(struct edition_view *view, int s)
{
	struct scale_score *scale = &view->shown.scores.scale[s];
	bool row = view->scale[s] != WITHHELD_NOT, gap = row;

	if (row || loses_share(scale))
		scale->dont_know_share = NAN;
	for (int p = 0; p < PARTIES_MAX; p++) {
		gap = gap || view->value[s][p];
		redact_party(view, scale, s, p);
	}
	if (gap) {
		scale->gap = (struct gap){ .value = NAN, .higher = -1, .lower = -1, .p = NAN };
		scale->shared_pain = false;
	}
	if (!row)
		return;
	scale->perception = scale->score = NAN;
	if (s == ASPECT_RATIONALE && view->route)
		scale->evidence = scale->weight = NAN;
}

static int widest_shown(const struct scores *scores, int cause)
{
	int widest = SCALE_NONE;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++) {
		int scale = cause * ASPECTS_PER_CAUSE + i;
		double gap = scores->scale[scale].gap.value;

		if (!isnan(gap) && (widest < 0 || above(gap, scores->scale[widest].gap.value)))
			widest = scale;
	}
	return widest;
}

static void redact_cause(struct edition_view *view, int c)
{
	struct cause_score *cause = &view->shown.scores.cause[c];

	if (view->cause[c])
		*cause = (struct cause_score){ .score = NAN, .band = BAND_NONE };
	cause->widest = widest_shown(&view->shown.scores, c);
	for (int p = 0; p < PARTIES_MAX; p++)
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			if (view->cause[c] || view->value[c * ASPECTS_PER_CAUSE + i][p])
				cause->value[p] = NAN;
}

static void redact_scores(struct edition_view *view)
{
	struct scores *scores = &view->shown.scores;

	for (int s = 0; s < SCALE_COUNT; s++)
		redact_scale(view, s);
	for (int c = 0; c < CAUSE_COUNT; c++)
		redact_cause(view, c);
	for (int k = 0; k < KILLER_COUNT; k++)
		if (view->killer[k]) {
			scores->killer[k] = NAN;
			scores->killer_known[k] = scores->killer_present[k] = false;
		}
	if (view->primary)
		scores->health = NAN;
}

static void redact_points(struct edition_view *view)
{
	struct split_score *split = &view->shown.scores.split;

	for (int c = 0; c < CAUSE_COUNT; c++) {
		for (int p = 0; p < PARTIES_MAX; p++)
			if (view->split[p])
				split->mean[p][c] = NAN;
		if (view->points)
			split->overall[c] = NAN;
	}
	for (int p = 0; p < PARTIES_MAX; p++)
		split->n[p] = split->n[p] < EDITION_VALUE_MIN ? 0 : split->n[p];
	if (view->points)
		split->parties_differ = split->all_blame_partner = false;
}

static void redact_route(struct edition_view *view)
{
	struct route_score *route = &view->shown.scores.route;

	if (!view->route)
		return;
	for (int i = 0; i < ROUTE_VALUES; i++) {
		route->value[i] = NAN;
		route->undecided[i] = false;
	}
	route->clearance = NAN;
	route->result = -1;
}

/* What stances alone decide; without them nothing is known of the causes. */
static enum track track_of_facts(const struct record *rec)
{
	enum track track = TRACK_HEAR_FIRST;

	for (size_t p = 0; p < rec->party_count; p++) {
		if (record_party_silent(rec, p))
			return TRACK_EXIT;
		if (record_party_profile(rec, p)->stance != STANCE_ENGAGED)
			track = TRACK_ESCALATE;
	}
	return track;
}

/* Runs with one respondent left out and single answers that decide are about single people. */
static void redact_primary(struct edition_view *view, const struct record *rec)
{
	struct diagnosis *shown = &view->shown;
	struct primary *primary = &shown->primary;

	if (view->primary && primary->cause != PRIMARY_UNDECIDED) {
		*primary = (struct primary){ .cause = PRIMARY_INSUFFICIENT, .margin = NAN };
		shown->situation = SITUATION_UNKNOWN;
		shown->provisional = false;
	}
	primary->agree = primary->agree_set = primary->of = primary->flip_count = 0;
	shown->confidence = (struct confidence){ .grade = shown->confidence.grade };
	if (!view->facts_only)
		return;
	shown->confidence.grade = GRADE_NONE;
	if (shown->track != TRACK_COUNT)
		shown->track = track_of_facts(rec);
}

static void redact_knockouts(struct edition_view *view, const struct diagnosis *d)
{
	struct knockout_found *kept = pool_alloc(&view->pool, d->knockout_count * sizeof(*kept));
	size_t count = 0;

	for (size_t i = 0; i < d->knockout_count; i++) {
		const struct knockout_found *found = &d->knockouts[i];

		if (found->id != KNOCKOUT_RATIONALE_GONE ||
			!view->value[ASPECT_RATIONALE][found->party])
			kept[count++] = *found;
	}
	view->shown.knockouts = kept;
	view->shown.knockout_count = count;
}

/* The rules in words count respondents and name gaps; what is printed is worded anew. */
static void redact_findings(struct edition_view *view, const struct diagnosis *d)
{
	struct finding *kept = pool_alloc(&view->pool, d->finding_count * sizeof(*kept));
	size_t count = 0;

	for (size_t i = 0; i < d->finding_count; i++)
		if (!view->finding[i]) {
			kept[count] = d->findings[i];
			kept[count++].withheld = true;
		}
	view->shown.findings = kept;
	view->shown.finding_count = count;
}

void edition_redact(struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	redact_scores(view);
	redact_points(view);
	redact_route(view);
	redact_primary(view, rec);
	redact_knockouts(view, d);
	redact_findings(view, d);
	for (int i = 0; i < PITFALL_COUNT; i++)
		view->shown.pitfall[i] = d->pitfall[i] && !view->pitfall[i];
	for (int i = 0; i < SPECIAL_COUNT; i++)
		view->shown.special[i] = d->special[i] && !view->special[i];
}
