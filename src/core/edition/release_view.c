/* SPDX-License-Identifier: MIT */
/*
 * The view of a joint edition from the figures of a release and the facts of today
 * (rekindle-method(7), section 9.4). Nothing else of the ratings is looked at, so that no edition
 * can tell of them what no release tells.
 */
#include <string.h>
#include <rekindle/schema.h>
#include "../diagnosis/findings.h"
#include "edition.h"
#include "figures.h"

#define SAME_FACTS 0.0001 /* as far as they are stored */

/* What the figures are carried with, and where they are carried to. */
struct carried {
	struct printed printed;
	struct edition_view *view;
	const struct record *rec;
	const struct diagnosis *d;  /* of today: read for facts alone */
	bool blended[ASPECT_COUNT]; /* what follows from the score is made anew */
};

/* Findings */

/* Of how many subjects findings can rest on ratings. */
static const int subjects[FINDING_KINDS] = {
	[FINDING_KNOCKOUT] = KNOCKOUT_COUNT,
	[FINDING_EXIT] = TRACK_COUNT,
	[FINDING_CAUSE] = CAUSE_COUNT,
	[FINDING_ASPECT] = ASPECT_COUNT,
	[FINDING_GAP] = ASPECT_COUNT,
	[FINDING_KILLER] = KILLER_COUNT,
	[FINDING_PAIN] = ASPECT_COUNT,
	[FINDING_BLAME] = BLAME_ALL_PARTNER + 1,
	[FINDING_PITFALL] = PITFALL_COUNT,
	[FINDING_SPECIAL] = SPECIAL_COUNT,
	[FINDING_DIVIDED] = ASPECT_COUNT,
	[FINDING_VISIBILITY] = ASPECT_COUNT,
};

/* One whose score is made anew is what that score makes it. */
static int severity_of(struct carried *c, enum finding_kind kind, int subject, int party)
{
	const struct scores *shown = &c->view->shown.scores;
	int severity = 0;

	if (kind == FINDING_ASPECT && c->blended[subject])
		return band_severity(band_of(&shown->lines, shown->scale[subject].score));
	if (kind == FINDING_CAUSE && c->view->partial)
		return band_severity(shown->cause[subject].band);
	if (kind == FINDING_KILLER && subject != KILLER_COMMUNICATION_TRUST &&
		c->blended[finding_about(c->rec, kind, subject)])
		return band_severity(band_of(&shown->lines, shown->killer[subject]));
	figures_finding(&c->printed, &severity, kind, subject, party);
	return severity;
}

static void read_finding(struct carried *c, struct maker *m)
{
	int severity = severity_of(c, m->kind, m->subject, m->party);
	const struct finding finding = { .kind = m->kind, .subject = m->subject };

	if (!severity || edition_is_fact(c->rec, &finding))
		return;
	finding_add(m, severity, finding_about(c->rec, m->kind, m->subject));
	if (m->kind == FINDING_CAUSE)
		m->d->findings[m->d->finding_count - 1].cause = m->subject;
}

static void read_kind(struct carried *c, struct maker *m)
{
	int parties = figures_of_party(m->kind) ? (int)c->rec->party_count : 1;

	for (m->subject = 0; m->subject < subjects[m->kind]; m->subject++)
		for (int p = 0; p < parties; p++) {
			m->party = figures_of_party(m->kind) ? p : -1;
			read_finding(c, m);
		}
}

static void add_finding(
	struct edition_view *view, struct diagnosis *to, const struct finding *finding)
{
	struct finding *added = POOL_APPEND(&view->pool, to->findings, to->finding_count);

	*added = *finding;
	added->withheld = true;
}

static void add_facts(struct carried *c, enum finding_kind kind)
{
	for (size_t i = 0; i < c->d->finding_count; i++)
		if (c->d->findings[i].kind == kind && edition_is_fact(c->rec, &c->d->findings[i]))
			add_finding(c->view, &c->view->shown, &c->d->findings[i]);
}

/* The rules in words count respondents: what is printed is worded anew. */
static void read_findings(struct carried *c)
{
	struct diagnosis *shown = &c->view->shown;

	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		struct maker maker = { shown, c->rec, (enum finding_kind)kind, 0, -1 };

		shown->pool = c->view->pool;
		read_kind(c, &maker);
		c->view->pool = shown->pool;
		add_facts(c, (enum finding_kind)kind);
	}
	shown->pool = c->view->pool;
	findings_order(shown);
	c->view->pool = shown->pool;
	shown->pool = (struct pool){ NULL };
	for (size_t i = 0; i < shown->finding_count; i++)
		shown->findings[i].withheld = true;
}

static bool is_shown(const struct edition_view *view, const struct finding *finding)
{
	for (size_t i = 0; i < view->shown.finding_count; i++) {
		const struct finding *shown = &view->shown.findings[i];

		if (shown->kind == finding->kind && shown->subject == finding->subject &&
			shown->party == finding->party)
			return true;
	}
	return false;
}

/* Those that are shown, and behind them, as withheld, those of today that are not. */
static void fill_whole(struct edition_view *view, const struct diagnosis *d)
{
	struct diagnosis *whole = &view->whole;

	*whole = view->shown;
	whole->findings = NULL;
	whole->finding_count = 0;
	for (size_t i = 0; i < view->shown.finding_count; i++)
		add_finding(view, whole, &view->shown.findings[i]);
	for (size_t i = 0; i < d->finding_count; i++)
		if (!is_shown(view, &d->findings[i]))
			add_finding(view, whole, &d->findings[i]);
	view->finding = pool_alloc(&view->pool, (whole->finding_count + 1) * sizeof(bool));
	for (size_t i = view->shown.finding_count; i < whole->finding_count; i++)
		view->finding[i] = true;
}

/* Scores */

static void begin_party(struct scores *shown, int party)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		shown->scale[s].value[party] = shown->scale[s].dont_know[party] = NAN;
	for (int c = 0; c < CAUSE_COUNT; c++)
		shown->cause[c].value[party] = shown->split.mean[party][c] = NAN;
}

/* Nothing of the ratings; the facts of today. */
static void begin(struct carried *c)
{
	struct diagnosis *shown = &c->view->shown;
	const struct scores *today = &c->d->scores;

	*shown = (struct diagnosis){ .scores = { .lines = today->lines,
					     .type = today->type,
					     .performance = today->performance,
					     .route = { .result = -1 } } };
	shown->primary.cause = PRIMARY_INSUFFICIENT;
	for (int p = 0; p < PARTIES_MAX; p++) {
		begin_party(&shown->scores, p);
		shown->scores.respondents[p] = today->respondents[p];
	}
	for (int s = 0; s < SCALE_COUNT; s++) {
		struct scale_score *scale = &shown->scores.scale[s];

		scale->gap.higher = scale->gap.lower = -1;
		scale->evidence = scale->weight = scale->score = NAN;
	}
}

static bool same_fact(double a, double b)
{
	return isnan(a) || isnan(b) ? isnan(a) && isnan(b) : fabs(a - b) < SAME_FACTS;
}

/*
 * A score is made of what is printed of the ratings and of the facts of today, where these are
 * others than those of the release: nothing follows from it that does not follow from the two. What
 * is behind a reason to partner is the route test.
 */
static void blend(struct carried *c, int aspect)
{
	const struct scale_score *today = &c->d->scores.scale[aspect];
	struct scale_score *shown = &c->view->shown.scores.scale[aspect];
	bool same = same_fact(shown->evidence, today->evidence) &&
		same_fact(shown->weight, today->weight);

	if (aspect == ASPECT_RATIONALE || same)
		return;
	shown->evidence = today->evidence;
	shown->weight = today->weight;
	if (c->view->scale[aspect] != WITHHELD_NOT)
		return;
	c->blended[aspect] = true;
	if (isnan(shown->perception))
		shown->score = shown->evidence;
	else if (isnan(shown->evidence))
		shown->score = shown->perception;
	else
		shown->score =
			(1 - shown->weight) * shown->perception + shown->weight * shown->evidence;
}

static void blend_killers(struct carried *c)
{
	struct scores *shown = &c->view->shown.scores;

	for (int k = 0; k < KILLER_COUNT; k++) {
		int aspect = finding_about(c->rec, FINDING_KILLER, k);

		if (k == KILLER_COMMUNICATION_TRUST || !c->blended[aspect] || c->view->killer[k] ||
			c->rec->assessment.kind == ROUND_PULSE)
			continue;
		shown->killer[k] = shown->scale[aspect].score;
		shown->killer_known[k] = !isnan(shown->killer[k]);
		shown->killer_present[k] = below(shown->killer[k], shown->lines.failing);
	}
}

static void finish_scores(struct carried *c)
{
	struct scores *shown = &c->view->shown.scores;
	int heard = 0;

	for (size_t p = 0; p < c->rec->party_count; p++)
		heard += shown->with_data[p] > 0;
	shown->one_sided = heard < 2;
	for (int s = ASPECT_COUNT; s < SCALE_COUNT; s++)
		shown->scale[s].score = shown->scale[s].perception;
	for (int a = 0; a < ASPECT_COUNT; a++)
		blend(c, a);
	blend_killers(c);
}

/* What is decided */

static void read_track(struct carried *c)
{
	struct diagnosis *shown = &c->view->shown;
	enum track forced = figures_forced(c->rec);

	shown->track = TRACK_COUNT;
	figures_track(&c->printed, shown);
	if (forced != TRACK_COUNT)
		shown->track = forced;
	else if (shown->track == TRACK_COUNT)
		shown->track = diagnosis_decide(shown, c->rec);
}

static bool rationale_gone(struct carried *c, int party)
{
	int severity = 0;

	figures_finding(&c->printed, &severity, FINDING_KNOCKOUT, KNOCKOUT_RATIONALE_GONE, party);
	return severity != 0;
}

static void add_knockout(struct carried *c, enum knockout id, int party)
{
	struct diagnosis *shown = &c->view->shown;

	*POOL_APPEND(&c->view->pool, shown->knockouts, shown->knockout_count) =
		(struct knockout_found){ id, party };
}

/* By kind, then by party, as a diagnosis has them. */
static void read_knockouts(struct carried *c)
{
	for (int id = 0; id < KNOCKOUT_COUNT; id++) {
		for (size_t i = 0; i < c->d->knockout_count; i++)
			if (c->d->knockouts[i].id == (enum knockout)id &&
				id != KNOCKOUT_RATIONALE_GONE)
				add_knockout(c, (enum knockout)id, c->d->knockouts[i].party);
		for (size_t p = 0; id == KNOCKOUT_RATIONALE_GONE && p < c->rec->party_count; p++)
			if (rationale_gone(c, (int)p))
				add_knockout(c, (enum knockout)id, (int)p);
	}
}

static void read_decision(struct carried *c)
{
	struct edition_view *view = c->view;
	struct diagnosis *shown = &view->shown;

	if (c->rec->assessment.kind == ROUND_PULSE) {
		shown->primary = (struct primary){ .cause = PRIMARY_UNDECIDED, .margin = NAN };
		shown->situation = SITUATION_UNKNOWN;
		shown->track = TRACK_COUNT;
		return;
	}
	for (int i = 0; i < SPECIAL_COUNT; i++) {
		bool fact = edition_special_is_fact(c->rec, (enum special)i);

		shown->special[i] = fact ? c->d->special[i] : shown->special[i];
		view->special[i] = view->special[i] && !fact;
	}
	shown->provisional = shown->primary.tie;
	shown->situation = view->primary ? SITUATION_UNKNOWN : situation_of(&shown->scores);
	read_knockouts(c);
	read_track(c);
	read_findings(c);
}

/* Figures of before all were stored */

static int most(int a, int b)
{
	return a > b ? a : b;
}

static void count_ratings(struct carried *c, int release)
{
	for (size_t i = 0; i < c->rec->release_rating_count; i++) {
		const struct release_rating *rating = &c->rec->release_ratings[i];
		int party = rating->release == release
			? record_find(c->rec, KIND_PARTY, &rating->party)
			: -1;

		if (party >= 0)
			c->view->shown.scores.with_data[party]++;
	}
}

static void complete_scores(struct carried *c)
{
	struct edition_view *view = c->view;
	struct scores *shown = &view->shown.scores;

	for (int s = 0; s < SCALE_COUNT; s++) {
		struct scale_score *scale = &shown->scale[s];

		view->scale[s] = isnan(scale->perception) ? WITHHELD_RELEASE : WITHHELD_NOT;
		if (s < ASPECT_COUNT)
			c->blended[s] = view->scale[s] == WITHHELD_NOT;
		for (size_t p = 0; p < c->rec->party_count; p++) {
			view->value[s][p] = isnan(scale->value[p]);
			if (s < ASPECT_COUNT) {
				int *n = &shown->cause[s / ASPECTS_PER_CAUSE].n[p];
				*n = most(*n, scale->n[p]);
			}
		}
	}
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		shown->cause[cause].band = band_of(&shown->lines, shown->cause[cause].score);
		shown->cause[cause].failing =
			below(shown->cause[cause].score, shown->lines.failing);
		view->cause[cause] = isnan(shown->cause[cause].score);
	}
}

/* Whatever they do not have is withheld. */
static void complete(struct carried *c, int release)
{
	struct edition_view *view = c->view;

	view->partial = true;
	count_ratings(c, release);
	complete_scores(c);
	view->primary = view->points = view->route = true;
	for (int k = 0; k < KILLER_COUNT; k++)
		view->killer[k] = true;
	for (size_t p = 0; p < c->rec->party_count; p++)
		view->split[p] = true;
	for (int i = 0; i < PITFALL_COUNT; i++)
		view->pitfall[i] = true;
	for (int i = 0; i < SPECIAL_COUNT; i++)
		view->special[i] = true;
}

/* To the view */

/* release: whose figures they are, -1: a new one. */
static void read_view(struct edition_view *view, const struct record *rec,
	const struct diagnosis *d, const char *figures, int release)
{
	struct carried c = { .view = view, .rec = rec, .d = d };
	int form = 0;

	*view = (struct edition_view){ .edition = EDITION_JOINT };
	begin(&c);
	printed_read(&c.printed, rec, figures);
	figures_form(&c.printed, &form);
	printed_view(&c.printed, view);
	if (form < FIGURES_FORM)
		complete(&c, release);
	finish_scores(&c);
	read_decision(&c);
	edition_explain(view);
	printed_release(&c.printed);
}

void release_view(struct edition_view *view, const struct record *rec, const struct diagnosis *d,
	enum edition edition)
{
	struct release_look look;

	edition_compute(view, rec, d, edition);
	if (edition == EDITION_INTERNAL) {
		view->whole = view->shown;
		return;
	}
	release_look(&look, rec, rec, view, &d->scores);
	if (look.print >= 0 || !view->facts_only) {
		struct pool pool = { 0 };
		const char *figures = look.print < 0 ? release_figures(&pool, rec, view)
						     : rec->releases[look.print].printed;

		struct room room[SCALE_COUNT][PARTIES_MAX];

		memcpy(room, view->room, sizeof(room));
		edition_release(view);
		read_view(view, rec, d, figures, look.print);
		memcpy(view->room, room, sizeof(room));
		view->as_of = look.again ? look.at : 0;
		view->left_out[LEFT_OUT_CHANGES] = !look.again; /* it is said with the day */
		pool_release(&pool);
	}
	fill_whole(view, d);
}
