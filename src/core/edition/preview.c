/* SPDX-License-Identifier: MIT */
/*
 * What a joint edition would show now: the diagnosis beside what is left of it, group by group.
 */
#include <rekindle/preview.h>
#include <rekindle/quote.h>
#include <rekindle/release.h>

static const char *const group_words[PREVIEW_GROUPS] = { "aspects", "symptoms", "values", "causes",
	"health", "gaps", "killers", "points", "route", "patterns", "findings", "actions", "quotes",
	"changes" };
const struct vocabulary vocabulary_preview_group = { "group", PREVIEW_GROUPS, group_words };

static const char *const why_words[PREVIEW_WHYS] = { "facts", "few", "second", "confided", "rests",
	"crowd", "release", "waits", "kept" };
const struct vocabulary vocabulary_preview_why = { "reason", PREVIEW_WHYS, why_words };

/* What is compared: all of it, and what is shown. */
struct compared {
	struct edition_preview *preview;
	const struct record *rec;
	const struct diagnosis *d;
	const struct edition_view *view;
	const struct scores *all, *shown;
};

/* One thing of a group: it is withheld where the diagnosis has it and the edition has not. */
static void count(const struct compared *c, struct preview_item item, bool is, bool is_shown)
{
	struct edition_preview *preview = c->preview;

	if (!is)
		return;
	preview->of[item.group].all++;
	preview->of[item.group].shown += is_shown;
	if (c->view->facts_only)
		item.why = PREVIEW_FACTS;
	if (!is_shown)
		*POOL_APPEND(&preview->pool, preview->withheld, preview->withheld_count) = item;
}

static void count_number(
	const struct compared *c, struct preview_item item, double all, double shown)
{
	count(c, item, !isnan(all), !isnan(shown));
}

/* A value of a party may be withheld where no perception rests on it. */
static enum preview_why why_scale(const struct edition_view *view, int scale)
{
	static const enum preview_why whys[] = {
		[WITHHELD_NOT] = PREVIEW_FEW,
		[WITHHELD_FEW] = PREVIEW_FEW,
		[WITHHELD_SECOND] = PREVIEW_SECOND,
		[WITHHELD_ROUTE] = PREVIEW_CONFIDED,
		[WITHHELD_RELEASE] = PREVIEW_RELEASE,
	};
	bool is_new = view->as_of && view->scale[scale] == WITHHELD_NOT;

	return is_new ? PREVIEW_RELEASE : whys[view->scale[scale]];
}

static void count_scales(const struct compared *c, enum preview_group group, int from, int end)
{
	for (int s = from; s < end; s++)
		count_number(c,
			(struct preview_item){
				.group = group,
				.why = why_scale(c->view, s),
				.subject = s,
				.party = -1,
			},
			c->all->scale[s].perception, c->shown->scale[s].perception);
}

static void count_values(const struct compared *c)
{
	for (int p = 0; p < (int)c->rec->party_count; p++) {
		struct preview_count before = c->preview->of[PREVIEW_VALUES], *of;

		for (int s = 0; s < SCALE_COUNT; s++)
			count_number(c,
				(struct preview_item){
					.group = PREVIEW_VALUES,
					.why = why_scale(c->view, s),
					.subject = s,
					.party = p,
				},
				c->all->scale[s].value[p], c->shown->scale[s].value[p]);
		of = &c->preview->of[PREVIEW_VALUES];
		c->preview->value[p].shown = of->shown - before.shown;
		c->preview->value[p].all = of->all - before.all;
	}
}

static struct preview_item rests(enum preview_group group, int subject)
{
	return (struct preview_item){
		.group = group,
		.why = PREVIEW_RESTS,
		.subject = subject,
		.party = -1,
	};
}

static void count_causes(const struct compared *c)
{
	for (int i = 0; i < CAUSE_COUNT; i++)
		count_number(c, rests(PREVIEW_CAUSES, i), c->all->cause[i].score,
			c->shown->cause[i].score);
	count_number(c, rests(PREVIEW_HEALTH, 0), c->all->health, c->shown->health);
}

static void count_gaps(const struct compared *c)
{
	for (int s = 0; s < SCALE_COUNT; s++)
		count_number(c, rests(PREVIEW_GAPS, s), c->all->scale[s].gap.value,
			c->shown->scale[s].gap.value);
}

static void count_killers(const struct compared *c)
{
	for (int k = 0; k < KILLER_COUNT; k++)
		count(c, rests(PREVIEW_KILLERS, k), c->all->killer_known[k],
			c->shown->killer_known[k]);
}

static void count_points(const struct compared *c)
{
	for (int p = 0; p < (int)c->rec->party_count; p++)
		count_number(c,
			(struct preview_item){
				.group = PREVIEW_POINTS,
				.why = PREVIEW_FEW,
				.party = p,
			},
			c->all->split.mean[p][0], c->shown->split.mean[p][0]);
}

static void count_route(const struct compared *c)
{
	for (int v = 0; v < ROUTE_VALUES; v++)
		count_number(c,
			(struct preview_item){
				.group = PREVIEW_ROUTE,
				.why = c->view->route ? PREVIEW_CONFIDED : PREVIEW_RELEASE,
				.subject = v,
				.party = -1,
			},
			c->all->route.value[v], c->shown->route.value[v]);
}

static void count_patterns(const struct compared *c)
{
	const struct diagnosis *d = c->d, *shown = &c->view->shown;

	for (int i = 0; i < PITFALL_COUNT; i++)
		count(c, rests(PREVIEW_PATTERNS, i), d->pitfall[i], shown->pitfall[i]);
	for (int i = 0; i < SPECIAL_COUNT; i++)
		count(c, rests(PREVIEW_PATTERNS, PITFALL_COUNT + i), d->special[i],
			shown->special[i]);
}

/* A finding on how answers are spread is held back where the values themselves are not, too. */
static enum preview_why why_not_said(const struct compared *c, const struct finding *finding)
{
	bool spread = finding->kind == FINDING_DIVIDED;

	return spread && !isnan(c->shown->scale[finding->subject].value[finding->party])
		? PREVIEW_CROWD
		: PREVIEW_RESTS;
}

static void count_findings(const struct compared *c)
{
	for (size_t i = 0; i < c->view->whole.finding_count; i++) {
		struct preview_item item = rests(PREVIEW_FINDINGS, (int)i);

		item.why = why_not_said(c, &c->view->whole.findings[i]);
		count(c, item, true, !c->view->finding[i]);
	}
}

/* Facts alone call for no action that is left out: the reason is what its own reasons rest on. */
static void count_actions(const struct compared *c, const struct edition_plan *plan)
{
	for (size_t i = 0; plan && i < plan->whole->action_count; i++)
		count(c, rests(PREVIEW_ACTIONS, (int)i), true, plan->shows[i]);
}

/* Where facts alone are shown, no words are; nor any beside an aspect that is withheld. */
static bool may_quote(const struct compared *c, const struct quote *quote)
{
	int scale = c->rec->instrument->items[c->rec->answers[quote->answer].item].scale;

	return !c->view->facts_only &&
		(scale == SCALE_NONE || c->view->scale[scale] == WITHHELD_NOT);
}

static enum preview_why why_not_quoted(const struct quote *quote)
{
	if (quote->bar == QUOTE_FREE)
		return PREVIEW_RESTS;
	return quote->bar == QUOTE_KEPT ? PREVIEW_KEPT : PREVIEW_WAITS;
}

static void count_quotes(const struct compared *c)
{
	struct pool pool = { 0 };
	size_t n;
	const struct quote *quotes = quotes_of(&pool, c->rec, &n);

	for (size_t i = 0; i < n; i++)
		count(c,
			(struct preview_item){
				.group = PREVIEW_QUOTES,
				.why = why_not_quoted(&quotes[i]),
				.party = -1,
			},
			true, quotes[i].bar == QUOTE_FREE && may_quote(c, &quotes[i]));
	pool_release(&pool);
}

/* Beside what the round before has handed out. */
static void count_changes(const struct compared *c, const struct record *before)
{
	struct diagnosis then;
	struct edition_view view;
	struct trend_between trend;
	struct edition_trend shown;

	diagnosis_compute(&then, before);
	release_view(&view, before, &then, EDITION_JOINT);
	trend_compute(&trend, before, c->rec);
	edition_trend(&shown, &trend, &view, c->view);
	for (int a = 0; a < ASPECT_COUNT; a++) {
		struct preview_item item = rests(PREVIEW_CHANGES, a);

		item.why = shown.aspect[a].repeats ? PREVIEW_RELEASE : PREVIEW_RESTS;
		count(c, item, trend.aspect[a].pairs > 0, !shown.aspect[a].hides_movement);
	}
	trend_release(&trend);
	edition_release(&view);
	diagnosis_release(&then);
}

struct preview_count preview_aspects(const struct diagnosis *d, const struct edition_view *view)
{
	struct preview_count of = { 0, 0 };

	for (int s = 0; s < ASPECT_COUNT; s++) {
		of.all += !isnan(d->scores.scale[s].perception);
		of.shown += !isnan(view->shown.scores.scale[s].perception);
	}
	return of;
}

static int count_asked(const struct record *rec)
{
	bool asked[ASPECT_COUNT] = { false };
	int n = 0;

	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct item *item = &rec->instrument->items[i];

		if (item->kind == ITEM_RATED && item->scale >= 0 && item->scale < ASPECT_COUNT &&
			(rec->assessment.kind != ROUND_PULSE || item->health_check))
			asked[item->scale] = true;
	}
	for (int s = 0; s < ASPECT_COUNT; s++)
		n += asked[s];
	return n;
}

static bool has_release(const struct record *rec)
{
	for (size_t i = 0; i < rec->release_count; i++)
		if (uuid_same(&rec->releases[i].round, &rec->assessment.object.id))
			return true;
	return false;
}

void preview_compute(struct edition_preview *preview, const struct record *rec,
	const struct diagnosis *d, const struct edition_view *view, const struct edition_plan *plan,
	const struct record *before)
{
	const struct compared c = {
		.preview = preview,
		.rec = rec,
		.d = d,
		.view = view,
		.all = &d->scores,
		.shown = &view->shown.scores,
	};

	*preview = (struct edition_preview){
		.view = view, .plan = plan, .released = has_release(rec)
	};
	preview->asked = count_asked(rec);
	count_scales(&c, PREVIEW_ASPECTS, 0, ASPECT_COUNT);
	count_scales(&c, PREVIEW_SYMPTOMS, ASPECT_COUNT, SCALE_COUNT);
	count_values(&c);
	count_causes(&c);
	count_gaps(&c);
	count_killers(&c);
	count_points(&c);
	count_route(&c);
	count_patterns(&c);
	count_findings(&c);
	count_actions(&c, plan);
	count_quotes(&c);
	if (before)
		count_changes(&c, before);
}

void preview_release(struct edition_preview *preview)
{
	pool_release(&preview->pool);
	*preview = (struct edition_preview){ .withheld_count = 0 };
}
