/* SPDX-License-Identifier: MIT */
/*
 * The rules of findings in words (rekindle-method(7), section 6a), but for pitfalls and special
 * situations.
 */
#include "findings.h"

#include <math.h>
#include <rekindle/str.h>

static const struct scale_score *scale_of(const struct telling *t)
{
	return &t->d->scores.scale[t->finding->subject];
}

static const char *of_knockout(const struct telling *t)
{
	static const enum sentence of_party[] = {
		[KNOCKOUT_NO_SPONSOR] = W_KNOCKOUT_NO_SPONSOR,
		[KNOCKOUT_RELUCTANT] = W_KNOCKOUT_RELUCTANT,
		[KNOCKOUT_UNRESPONSIVE] = W_KNOCKOUT_UNRESPONSIVE,
	};
	const struct scale_score *rationale = &t->d->scores.scale[ASPECT_RATIONALE];
	int id = t->finding->subject, p = t->finding->party;

	if (id == KNOCKOUT_BREACH)
		return words_plain(W_KNOCKOUT_BREACH);
	if (id == KNOCKOUT_LITIGATION)
		return words_plain(W_KNOCKOUT_LITIGATION);
	if (id == KNOCKOUT_RATIONALE_GONE)
		return words(t->pool, W_KNOCKOUT_RATIONALE_GONE,
			hole_text("party", tell_label(t, p)),
			hole_number("value", rationale->value[p], 2),
			hole_count("n", rationale->n[p]), hole_number("line", SCORE_GONE, 2));
	return words(t->pool, of_party[id], hole_text("party", tell_label(t, p)));
}

static const char *of_exit(const struct telling *t)
{
	const struct scale_score *rationale = &t->d->scores.scale[ASPECT_RATIONALE];

	if (t->finding->party >= 0)
		return words(t->pool, W_EXIT_SILENT,
			hole_text("party", tell_label(t, t->finding->party)));
	const struct texts values = tell_values(t, rationale->value, true);
	return words(t->pool, W_EXIT_LOST,
		hole_number("clearance", t->d->scores.route.clearance, 2),
		hole_number("open", ROUTE_CLEAR, 2),
		hole_number("line", t->d->scores.lines.critical, 2), hole_list("values", &values),
		hole_text("n", tell_n(t, rationale->n)));
}

static double band_line(const struct telling *t, enum band band)
{
	return band == BAND_CRITICAL ? t->d->scores.lines.critical : t->d->scores.lines.failing;
}

static const char *of_cause(const struct telling *t)
{
	const struct cause_score *cause = &t->d->scores.cause[t->finding->subject];

	return words(t->pool, W_CAUSE_LOW,
		hole_text("cause", cause_info[t->finding->subject].label),
		hole_number("score", cause->score, 2),
		hole_text("n", tell_n(t, t->d->scores.with_data)),
		hole_text("band", words_band(cause->band)),
		hole_number("line", band_line(t, cause->band), 2));
}

static const char *of_aspect(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	const struct texts list = tell_values(t, scale->value, true);
	struct hole aspect = hole_text("aspect", scale_info[t->finding->subject].label);
	struct hole score = hole_number("score", scale->score, 2);
	struct hole n = hole_text("n", tell_n(t, scale->n));
	struct hole band =
		hole_text("band", words_band(band_of(&t->d->scores.lines, scale->score)));
	struct hole line =
		hole_number("line", band_line(t, band_of(&t->d->scores.lines, scale->score)), 2);
	struct hole values = hole_list("values", &list);

	if (isnan(scale->evidence))
		return words(t->pool, W_ASPECT_LOW, aspect, score, n, band, line, values);
	return words(t->pool, W_ASPECT_LOW_WITH_FACTS, aspect, score, n, band, line, values,
		hole_number("facts", scale->evidence, 2));
}

static const char *of_gap(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	const struct gap *gap = &scale->gap;
	bool material = gap->level == GAP_MATERIALLY;
	struct hole aspect = hole_text("aspect", scale_info[t->finding->subject].label);
	struct hole higher = hole_text("higher", tell_label(t, gap->higher));
	struct hole lower = hole_text("lower", tell_label(t, gap->lower));
	struct hole high = hole_number("high", scale->value[gap->higher], 2);
	struct hole low = hole_number("low", scale->value[gap->lower], 2);
	struct hole high_n = hole_count("high_n", scale->n[gap->higher]);
	struct hole low_n = hole_count("low_n", scale->n[gap->lower]);
	struct hole wide = hole_number("gap", gap->value, 2);
	struct hole line = hole_number("line", material ? GAP_MATERIAL : GAP_DISCUSS, 2);

	if (isnan(gap->p))
		return words(t->pool, W_GAP_UNTESTED, aspect, higher, high, lower, low, high_n,
			low_n, wide, line);
	return words(t->pool, gap->confirmed ? W_GAP_CONFIRMED : W_GAP_CHANCE, aspect, higher, high,
		lower, low, high_n, low_n, wide, line, hole_number("p", gap->p, 3));
}

static const char *of_killer(const struct telling *t)
{
	static const enum sentence sentences[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = W_KILLER_OBJECTIVES,
		[KILLER_COMMUNICATION_TRUST] = W_KILLER_COMMUNICATION_TRUST,
		[KILLER_GOVERNANCE] = W_KILLER_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = W_KILLER_SHIFTING_PRIORITIES,
	};
	int killer = t->finding->subject;

	return words(t->pool, sentences[killer],
		hole_number("score", t->d->scores.killer[killer], 2),
		hole_number("line", t->d->scores.lines.failing, 2));
}

static const char *of_pain(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	const struct texts list = tell_values(t, scale->value, true);

	return words(t->pool, W_PAIN_SHARED,
		hole_text("aspect", scale_info[t->finding->subject].label),
		hole_list("values", &list), hole_text("n", tell_n(t, scale->n)),
		hole_number("line", t->d->scores.lines.failing, 2),
		hole_number("gap", scale->gap.value, 2), hole_number("limit", GAP_DISCUSS, 2));
}

static const char *of_blame(const struct telling *t)
{
	return words(t->pool,
		t->finding->subject == BLAME_ALL_PARTNER ? W_BLAME_ALL_PARTNER
							 : W_BLAME_PARTIES_DIFFER,
		hole_text("tops", tell_tops(t)), hole_text("n", tell_n(t, t->d->scores.split.n)));
}

static const char *of_performance(const struct telling *t)
{
	const struct performance *performance = &t->d->scores.performance;

	return words(t->pool, W_PERFORMANCE_LOW, hole_number("score", performance->score, 0),
		hole_number("line", PERFORMANCE_LOW, 0),
		hole_count("objectives", performance->objectives_counted),
		hole_count("kpis", performance->kpis_counted));
}

static const char *of_checklist(const struct telling *t)
{
	int row = t->finding->subject, item = t->rec->instrument->check[row];
	const char *name = item >= 0 ? t->rec->instrument->items[item].shorthand : NULL;

	return words(t->pool, W_CHECK_ROW, hole_text("row", name ? name : words_check_row(row)),
		hole_text("value", words_check((int)record_check(t->rec, (enum check_row)row))));
}

static const char *of_event(const struct telling *t)
{
	const struct event *event = &t->rec->events[t->finding->subject];
	struct hole kind = hole_text("event", tell_event(t, event));
	struct hole what = hole_text("what",
		str_blank(event->what) ? words_plain(W_INCIDENT_NO_WORDS)
				       : tell_unstopped(t, event->what));

	if (event->date == DATE_NONE)
		return words(t->pool, W_EVENT, kind, what);
	return words(t->pool, W_EVENT_ON, kind, hole_day("day", event->date, DAY_ISO), what);
}

static const char *of_process(const struct telling *t)
{
	const struct process *process = &t->rec->processes[t->finding->subject];
	struct hole step = hole_text("step", process->step ? process->step : "");
	struct hole problem = hole_text("problem", words_problem(process->problem));

	if (process->party < 0)
		return words(t->pool, W_PROCESS_STEP, step, problem);
	return words(t->pool, W_PROCESS_STEP_OF, step,
		hole_text("party", tell_label(t, process->party)), problem);
}

static const char *of_incident(const struct telling *t)
{
	const struct incident *incident = &t->rec->incidents[t->finding->subject];
	struct hole n = hole_count("n", t->finding->subject + 1);
	struct hole what = hole_text("what",
		incident->what ? tell_unstopped(t, incident->what)
			       : words_plain(W_INCIDENT_NO_WORDS));

	if (incident->date == DATE_NONE)
		return words(t->pool, W_INCIDENT, n, what);
	return words(t->pool, W_INCIDENT_OF, n, hole_day("day", incident->date, DAY_ISO), what);
}

static const char *of_divided(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	int p = t->finding->party;

	return words(t->pool, W_DIVIDED, hole_text("party", tell_label(t, p)),
		hole_text("scale", words_scale(t->finding->subject)),
		hole_number("mean", scale->value[p], 2), hole_count("n", scale->n[p]),
		hole_number("limit", DIVIDED_DEVIATION, 1));
}

static const char *of_visibility(const struct telling *t)
{
	const struct scale_score *scale = scale_of(t);
	int p = t->finding->party;

	return words(t->pool, W_VISIBILITY, hole_text("party", tell_label(t, p)),
		hole_text("scale", words_scale(t->finding->subject)),
		hole_count("unknown", scale->dont_know_count[p]),
		hole_count("all", scale->asked_count[p]), hole_count("share", VISIBILITY_PERCENT));
}

const char *words_finding(struct pool *pool, const struct record *rec, const struct diagnosis *d,
	const struct finding *finding)
{
	static const char *(*const tell[FINDING_KINDS])(const struct telling *) = {
		[FINDING_KNOCKOUT] = of_knockout,
		[FINDING_EXIT] = of_exit,
		[FINDING_CAUSE] = of_cause,
		[FINDING_ASPECT] = of_aspect,
		[FINDING_GAP] = of_gap,
		[FINDING_KILLER] = of_killer,
		[FINDING_PAIN] = of_pain,
		[FINDING_BLAME] = of_blame,
		[FINDING_PITFALL] = tell_pitfall,
		[FINDING_SPECIAL] = tell_special,
		[FINDING_PERFORMANCE] = of_performance,
		[FINDING_CHECKLIST] = of_checklist,
		[FINDING_EVENT] = of_event,
		[FINDING_PROCESS] = of_process,
		[FINDING_INCIDENT] = of_incident,
		[FINDING_DIVIDED] = of_divided,
		[FINDING_VISIBILITY] = of_visibility,
	};
	const struct telling telling = { pool, rec, d, finding };

	return finding->withheld ? "" : tell[finding->kind](&telling);
}
