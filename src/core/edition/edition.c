/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition withholds (rekindle-method(7), section 9): first what rests on too few
 * respondents, then whatever that could be worked out from.
 */
#include "edition.h"

#include <string.h>

static const char *const edition_words[EDITION_COUNT] = { "internal", "joint" };
const struct vocabulary vocabulary_edition = { "edition", EDITION_COUNT, edition_words };

static void hide_killers(struct edition_view *view, const struct scores *scores)
{
	const enum withheld *scale = view->scale;

	view->killer[KILLER_OBJECTIVES] = scale[ASPECT_OBJECTIVES];
	view->killer[KILLER_COMMUNICATION_TRUST] =
		scale[ASPECT_COMMUNICATION] || scale[SCALE_TRUST];
	view->killer[KILLER_GOVERNANCE] = scale[ASPECT_GOVERNANCE];
	view->killer[KILLER_SHIFTING_PRIORITIES] = scale[ASPECT_RELEVANCE];
	for (int k = 0; k < KILLER_COUNT; k++)
		view->killer[k] = view->killer[k] && scores->killer_known[k];
}

static void hide_points(
	struct edition_view *view, const struct record *rec, const struct scores *scores)
{
	for (size_t p = 0; p < rec->party_count; p++) {
		view->split[p] = scores->split.n[p] && scores->split.n[p] < EDITION_VALUE_MIN;
		view->points = view->points || view->split[p];
	}
}

/* What is asked of a company is its position; what one said in confidence is not. All that the test
 * is part of goes with it: else two of the others would give it. */
static void hide_route(
	struct edition_view *view, const struct record *rec, const struct scores *scores)
{
	const struct scale_score *score = &scores->scale[ASPECT_RATIONALE];

	for (size_t i = 0; i < rec->route_count; i++) {
		int who = rec->routes[i].respondent;

		view->route = view->route ||
			(who >= 0 && rec->respondents[who].attribution == ATTRIBUTION_CONFIDENTIAL);
	}
	if (!view->route || isnan(score->evidence))
		return;
	view->scale[ASPECT_RATIONALE] = WITHHELD_ROUTE;
	for (int p = 0; p < PARTIES_MAX; p++)
		view->value[ASPECT_RATIONALE][p] = !isnan(score->value[p]);
	view->cause[CAUSE_STRATEGY] = view->primary = true;
}

/* A gap among parties with values, where no perception joins them, has no mark of its own. */
static bool hides_gap(const struct edition_view *view, int scale)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (view->value[scale][p])
			return true;
	return view->scale[scale] != WITHHELD_NOT;
}

/* A pattern that what is shown gives by itself is shown; one that it does not give is neither said
 * nor denied. */
static void hide_patterns(
	struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	const enum withheld *scale = view->scale;
	const struct scale_score *score = d->scores.scale;

	view->pitfall[PITFALL_BLAME_GAME] = view->points;
	view->pitfall[PITFALL_CULTURAL_DIFFERENCES] =
		hides_gap(view, (int)rec->instrument->culture);
	view->pitfall[PITFALL_NO_SPONSORSHIP] = scale[ASPECT_SPONSORSHIP];
	view->pitfall[PITFALL_UNADAPTED_AGREEMENT] = scale[ASPECT_TERMS];
	view->special[SPECIAL_RIGID_CONTRACT] = scale[ASPECT_TERMS];
	view->special[SPECIAL_POWER_IMBALANCE] = hides_gap(view, ASPECT_VALUE);
	view->special[SPECIAL_THIN_RELATIONSHIPS] =
		(scale[SCALE_TRUST] &&
			!below(score[ASPECT_COMMUNICATION].score, d->scores.lines.critical)) ||
		(scale[ASPECT_COMMUNICATION] &&
			!below(score[SCALE_TRUST].perception, d->scores.lines.critical)) ||
		(scale[SCALE_TRUST] && scale[ASPECT_COMMUNICATION]);
	view->special[SPECIAL_IMPATIENCE] = scale[SCALE_RESULTS];
	for (int i = 0; i < SPECIAL_COUNT; i++)
		view->special[i] =
			view->special[i] && !edition_special_is_fact(rec, (enum special)i);
}

/* An exit without an unresponsive party stands on the reasons to partner and the route test. */
static bool hides_exit(const struct edition_view *view)
{
	return view->route || hides_gap(view, ASPECT_RATIONALE);
}

/* A spread is a distribution: it takes more respondents than a mean. */
static bool hides_spread(
	const struct edition_view *view, const struct scores *scores, int scale, int party)
{
	return view->value[scale][party] || view->scale[scale] != WITHHELD_NOT ||
		scores->scale[scale].n[party] < EDITION_DISTRIBUTION_MIN;
}

static bool hides_share(
	const struct edition_view *view, const struct scores *scores, int scale, int party)
{
	return view->scale[scale] != WITHHELD_NOT || view->value[scale][party] ||
		scores->scale[scale].n[party] < EDITION_VALUE_MIN;
}

static bool hides_finding(const struct edition_view *view, const struct record *rec,
	const struct scores *scores, const struct finding *finding)
{
	int subject = finding->subject;

	if (edition_is_fact(rec, finding))
		return false;
	switch (finding->kind) {
	case FINDING_KNOCKOUT:
		return view->value[ASPECT_RATIONALE][finding->party];
	case FINDING_EXIT:
		return hides_exit(view);
	case FINDING_CAUSE:
		return view->cause[subject];
	case FINDING_ASPECT:
		return view->scale[subject] != WITHHELD_NOT;
	case FINDING_GAP:
	case FINDING_PAIN:
		return hides_gap(view, subject);
	case FINDING_KILLER:
		return view->killer[subject];
	case FINDING_BLAME:
		return view->points;
	case FINDING_PITFALL:
		return view->pitfall[subject];
	case FINDING_SPECIAL:
		return view->special[subject];
	case FINDING_DIVIDED:
		return hides_spread(view, scores, subject, finding->party);
	case FINDING_VISIBILITY:
		return hides_share(view, scores, subject, finding->party);
	case FINDING_PERFORMANCE:
	case FINDING_CHECKLIST:
	case FINDING_EVENT:
	case FINDING_PROCESS:
	case FINDING_INCIDENT:
	case FINDING_KINDS:
		break;
	}
	return false;
}

static void hide_findings(
	struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	for (size_t i = 0; i < d->finding_count; i++)
		view->finding[i] = hides_finding(view, rec, &d->scores, &d->findings[i]);
}

static void find_rooms(
	struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		for (int p = 0; p < (int)rec->party_count; p++)
			if (!isnan(d->scores.scale[s].value[p]))
				view->room[s][p] = edition_room(view, rec, d, s, p);
}

static void hide_all(struct edition_view *view, const struct record *rec, const struct diagnosis *d)
{
	hide_route(view, rec, &d->scores);
	edition_protect(view, rec, d);
	find_rooms(view, rec, d);
	hide_killers(view, &d->scores);
	hide_points(view, rec, &d->scores);
	hide_patterns(view, rec, d);
	hide_findings(view, rec, d);
}

void edition_compute(struct edition_view *view, const struct record *rec, const struct diagnosis *d,
	enum edition edition)
{
	*view = (struct edition_view){ .edition = edition };
	view->finding = pool_alloc(&view->pool, d->finding_count * sizeof(*view->finding));
	view->shown = *d;
	view->shown.pool = view->shown.scores.pool = (struct pool){ NULL };
	if (edition == EDITION_INTERNAL)
		return;
	edition_facts(view, rec, d);
	if (!view->facts_only)
		hide_all(view, rec, d);
	edition_redact(view, rec, d);
	edition_explain(view);
}

void edition_release(struct edition_view *view)
{
	pool_release(&view->pool);
	*view = (struct edition_view){ .edition = EDITION_INTERNAL };
}

bool edition_hides(const struct edition_view *view, const struct record *rec,
	const struct diagnosis *d, const struct finding_ref *ref)
{
	if (ref->kind == FINDING_CAUSE && (view->cause[ref->subject] || view->primary))
		return true;
	for (size_t i = 0; i < d->finding_count; i++) {
		const struct finding_ref is = finding_ref(rec, &d->findings[i]);

		if (view->finding[i] && finding_ref_covers(ref, &is))
			return true;
	}
	return false;
}

bool edition_confides(const struct record *rec, int respondent)
{
	return rec->respondents[respondent].attribution == ATTRIBUTION_CONFIDENTIAL;
}

/* Does i come before the respondent? */
static bool is_numbered_before(const struct record *rec, int i, int respondent)
{
	const struct respondent *all = rec->respondents;
	bool last = edition_confides(rec, respondent);

	if (edition_confides(rec, i) != last)
		return last;
	int order = last
		? memcmp(&all[i].object.id, &all[respondent].object.id, sizeof(all[i].object.id))
		: 0;
	return order < 0 || (order == 0 && i < respondent);
}

int edition_number_of(const struct record *rec, int respondent)
{
	int number = 1;

	for (int i = 0; i < (int)rec->respondent_count; i++)
		number += is_numbered_before(rec, i, respondent);
	return number;
}

static bool asks_all(const struct item *item)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (!item_asks(item, (enum role)role))
			return false;
	return true;
}

/* Open answers are words, and of a day it is not known. */
static bool has_no_words(const struct item *item)
{
	return item->kind != ITEM_TEXT && item->kind != ITEM_DATE;
}

bool edition_states(const struct record *rec, int respondent, int item)
{
	const struct item *asked = &rec->instrument->items[item];

	return !edition_confides(rec, respondent) || (asks_all(asked) && has_no_words(asked));
}

bool edition_quotes(const struct record *rec, int respondent)
{
	const struct respondent *who = &rec->respondents[respondent];

	return !edition_confides(rec, respondent) && who->consent != TRI_NO;
}
