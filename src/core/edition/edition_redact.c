/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis without what is withheld: numbers become NAN and marks false, so that nothing reads
 * from it what may not be printed.
 */
#include "../diagnosis/findings.h"
#include "edition.h"

/*
 * All that is printed of a number: its decimal, and on which side of a line it lies. What stands
 * for it has both and no more, so that neither an order nor a comparison tells how it was rounded.
 */
static double stand_for(double x, const double *lines, size_t count)
{
	double printed = edition_number(EDITION_JOINT, x);

	for (size_t i = 0; i < count; i++) {
		if (below(x, lines[i]) && !below(printed, lines[i]))
			return lines[i] - SLIVER;
		if (below(printed, lines[i]) && !below(x, lines[i]))
			return lines[i];
	}
	return printed;
}

void edition_round(const struct scores *scores, double *x)
{
	const double lines[] = { SCORE_GONE, SCORE_REBUILD, scores->lines.critical,
		scores->lines.failing, scores->lines.strength };

	*x = stand_for(*x, lines, sizeof(lines) / sizeof(*lines));
}

/* Who sees it better is not said where it is printed as none. */
static void round_gap(struct gap *gap)
{
	static const double lines[] = { GAP_DISCUSS, GAP_MATERIAL };

	gap->value = stand_for(gap->value, lines, sizeof(lines) / sizeof(*lines));
	if (gap->value <= 0)
		gap->higher = -1;
}

/* A test tells how the ratings are spread: it takes more respondents than a mean. */
static void redact_test(struct scale_score *scale)
{
	struct gap *gap = &scale->gap;

	for (int p = 0; p < PARTIES_MAX; p++)
		if ((p == gap->higher || p == gap->lower) && scale->n[p] < EDITION_TEST_MIN) {
			gap->p = NAN;
			gap->confirmed = false;
		}
}

static void redact_party(struct edition_view *view, struct scale_score *scale, int s, int p)
{
	bool row = view->scale[s] != WITHHELD_NOT,
	     few = view->facts_only || scale->n[p] < EDITION_VALUE_MIN;

	if (view->value[s][p])
		scale->value[p] = NAN;
	if (row || few || view->value[s][p]) {
		scale->dont_know[p] = NAN;
		scale->dont_know_count[p] = scale->asked_count[p] = 0;
		scale->visibility_gap[p] = false;
	}
	if (row || view->value[s][p] || scale->n[p] < EDITION_DISTRIBUTION_MIN)
		scale->divided[p] = false;
	if (few || view->value[s][p])
		scale->n[p] = 0;
}

static bool loses_share(const struct edition_view *view, const struct scale_score *scale, int s)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if ((scale->n[p] < EDITION_VALUE_MIN && scale->asked_count[p]) || view->value[s][p])
			return true;
	return false;
}

static void redact_scale(struct edition_view *view, int s)
{
	struct scale_score *scale = &view->shown.scores.scale[s];
	bool row = view->scale[s] != WITHHELD_NOT, gap = row;

	redact_test(scale);
	if (row || loses_share(view, scale, s))
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
	for (int p = 0; p < PARTIES_MAX; p++)
		if (!edition_shows_party_cause(view, c, p))
			cause->value[p] = NAN;
	for (int p = 0; p < PARTIES_MAX; p++)
		cause->n[p] = cause->n[p] < EDITION_VALUE_MIN ? 0 : cause->n[p];
}

static void round_scale(const struct scores *scores, struct scale_score *scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		edition_round(scores, &scale->value[p]);
	edition_round(scores, &scale->perception);
	edition_round(scores, &scale->score);
	round_gap(&scale->gap);
}

static void round_scores(struct scores *scores)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		round_scale(scores, &scores->scale[s]);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		edition_round(scores, &scores->cause[c].score);
		for (int p = 0; p < PARTIES_MAX; p++)
			edition_round(scores, &scores->cause[c].value[p]);
		scores->cause[c].widest = widest_shown(scores, c);
	}
	for (int k = 0; k < KILLER_COUNT; k++)
		edition_round(scores, &scores->killer[k]);
	edition_round(scores, &scores->health);
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
	round_scores(scores);
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
	if (view->facts_only)
		shown->confidence.grade = GRADE_NONE;
	if (shown->confidence.grade != GRADE_NONE)
		shown->confidence.grade = confidence_shown(shown, rec);
	if (view->primary && shown->track != TRACK_COUNT)
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

/* In the order of the diagnosis. */
static bool comes_before(const struct finding *a, const struct finding *b)
{
	int cause_a = a->cause < 0 ? CAUSE_COUNT : a->cause;
	int cause_b = b->cause < 0 ? CAUSE_COUNT : b->cause;

	if (a->severity != b->severity)
		return a->severity > b->severity;
	if (cause_a != cause_b)
		return cause_a < cause_b;
	return a->scale != b->scale ? a->scale < b->scale : a->kind < b->kind;
}

static void put_in_order(struct finding *list, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t at = i; at && comes_before(&list[at], &list[at - 1]); at--) {
			struct finding moved = list[at];

			list[at] = list[at - 1];
			list[at - 1] = moved;
		}
}

/* A gap that is not said to be confirmed is as severe as one that is not. */
static int severity_shown(const struct edition_view *view, const struct finding *finding)
{
	if (finding->kind != FINDING_GAP ||
		view->shown.scores.scale[finding->subject].gap.confirmed)
		return finding->severity;
	return finding->severity > SEVERITY_WEAK ? SEVERITY_WEAK : finding->severity;
}

/* The rules in words count respondents and name gaps; what is printed is worded anew. */
static void redact_findings(struct edition_view *view, const struct diagnosis *d)
{
	struct finding *kept = pool_alloc(&view->pool, d->finding_count * sizeof(*kept));
	size_t count = 0;

	for (size_t i = 0; i < d->finding_count; i++)
		if (!view->finding[i]) {
			kept[count] = d->findings[i];
			kept[count].severity = severity_shown(view, &d->findings[i]);
			kept[count++].withheld = true;
		}
	put_in_order(kept, count);
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
