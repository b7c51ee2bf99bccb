/* SPDX-License-Identifier: MIT */
/*
 * Pieces of evidence in words: a function for each kind, or for each family of kinds.
 */
#include "why.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/quote.h>
#include <rekindle/str.h>

#define PEOPLE_LISTED 8 /* values of people are listed up to here */
#define ROWS_LISTED 6

typedef const char *tell(const struct telling *, const struct argument *);

/* Contract facts and others that need no more than the sentence. */
static const char *plain(const struct telling *t, const struct argument *says)
{
	static const enum sentence sentences[ARGUMENT_KINDS] = {
		[ARGUMENT_BREACH] = W_SAID_BREACH,
		[ARGUMENT_LITIGATION] = W_SAID_LITIGATION,
		[ARGUMENT_RIGID] = W_SAID_RIGID,
		[ARGUMENT_AMENDABLE] = W_SAID_AMENDABLE,
		[ARGUMENT_NO_OBJECTIVES] = W_SAID_NO_OBJECTIVES,
	};

	(void)t;
	return words_plain(sentences[says->kind]);
}

static const char *of_party(const struct telling *t, const struct argument *says)
{
	static const enum sentence sentences[ARGUMENT_KINDS] = {
		[ARGUMENT_SPONSOR_HEARD] = W_SAID_SPONSOR_HEARD,
		[ARGUMENT_NO_SPONSOR] = W_SAID_NO_SPONSOR,
		[ARGUMENT_SILENT] = W_SAID_SILENT,
	};

	return words(
		t->pool, sentences[says->kind], hole_text("party", tell_label(t, says->party)));
}

static const char *of_stance(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_SAID_STANCE, hole_text("party", tell_label(t, says->party)),
		hole_text(
			"stance", words_stance(record_party_profile(t->rec, says->party)->stance)));
}

static const char *of_size(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_SAID_SIZE, hole_text("party", tell_label(t, says->party)),
		hole_text(
			"size", words_size(record_party_profile(t->rec, says->party)->size_class)));
}

static const char *of_routes(const struct telling *t, const struct argument *says)
{
	(void)says;
	return words(t->pool, W_SAID_ROUTES,
		hole_number("clearance", t->d->scores.route.clearance, 2),
		hole_number("open", ROUTE_CLEAR, 2));
}

static const char *of_objective(const struct telling *t, const struct argument *says)
{
	const struct objective *objective = &t->rec->objectives[says->subject];

	return words(t->pool, W_SAID_OBJECTIVE, hole_count("n", says->subject + 1),
		hole_text("result", words_result(objective->result)),
		hole_text("text", objective->text ? objective->text : words_plain(W_SAID_NO_TEXT)));
}

static const char *of_kpi(const struct telling *t, const struct argument *says)
{
	const struct kpi_list kpis = record_kpis(t->rec);

	return words(t->pool, W_SAID_KPI, hole_text("kpi", kpis.kpis[says->subject].name),
		hole_number("attained", says->value, 0));
}

static const char *of_check(const struct telling *t, const struct argument *says)
{
	enum check value = record_check(t->rec, (enum check_row)says->subject);

	return words(t->pool, W_SAID_CHECK, hole_text("row", words_check_row(says->subject)),
		hole_text("value", words_check((int)value)));
}

static const char *of_problem(const struct telling *t, const struct argument *says)
{
	const struct process *process = &t->rec->processes[says->subject];
	struct hole problem = hole_text("problem", words_problem(process->problem));
	struct hole step =
		hole_text("step", process->step ? process->step : words_plain(W_SAID_A_STEP));

	if (process->party < 0)
		return words(t->pool, W_SAID_PROBLEM, problem, step);
	return words(t->pool, W_SAID_PROBLEM_OF, problem, step,
		hole_text("party", tell_label(t, process->party)));
}

static const char *of_process(const struct telling *t, const struct argument *says)
{
	const struct process *process = &t->rec->processes[says->subject];

	return str_blank(process->note)
		? words(t->pool, W_SAID_PROCESS,
			  hole_text("problem", words_problem(process->problem)))
		: process->note;
}

static const char *of_incident(const struct telling *t, const struct argument *says)
{
	const struct incident *incident = &t->rec->incidents[says->subject];

	if (says->kind == ARGUMENT_CONSEQUENCE)
		return words(t->pool, W_SAID_CONSEQUENCE, hole_text("text", incident->consequence));
	return words_plain(incident->repaired == TRI_NO ? W_SAID_NOT_REPAIRED : W_SAID_NO_REPAIR);
}

static const char *of_event(const struct telling *t, const struct argument *says)
{
	const struct event *event = &t->rec->events[says->subject];

	if (str_blank(event->effect))
		return words(
			t->pool, W_SAID_EVENT, hole_text("event", words_happening(event->kind)));
	return words(t->pool, W_SAID_EVENT_EFFECT, hole_text("text", event->effect));
}

static const char *of_competing(const struct telling *t, const struct argument *says)
{
	const char *where = record_profile(t->rec)->competitors_where;

	(void)says;
	return str_blank(where) ? words_plain(W_SAID_COMPETING)
				: words(t->pool, W_SAID_COMPETING_IN, hole_text("where", where));
}

static const char *of_counts(const struct telling *t, const struct argument *says)
{
	static const enum sentence sentences[ARGUMENT_KINDS] = {
		[ARGUMENT_UNREPAIRED] = W_SAID_UNREPAIRED,
		[ARGUMENT_REPAIRED] = W_SAID_REPAIRED,
		[ARGUMENT_COMPLETE] = W_SAID_COMPLETE,
	};

	return words(t->pool, sentences[says->kind], hole_count("count", says->count),
		hole_count("of", says->of));
}

static const char *of_facts(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_SAID_FACTS,
		hole_number("score", t->d->scores.scale[says->subject].evidence, 2));
}

static const char *of_rows(const struct telling *t, const struct argument *says)
{
	struct texts rows = { 0 };

	for (int row = 0; row < CHECK_ROWS && rows.count < ROWS_LISTED; row++)
		if (says->rows >> row & 1u)
			texts_add(t->pool, &rows, words_check_row(row));
	if (says->count > ROWS_LISTED)
		texts_add(t->pool, &rows,
			words(t->pool, W_SAID_MORE_ROWS,
				hole_count("n", says->count - ROWS_LISTED)));
	return words(t->pool, W_SAID_ROWS, hole_count("count", says->count),
		hole_count("of", says->of), hole_text("value", words_check(says->subject)),
		hole_list("rows", &rows));
}

static const char *of_form(const struct telling *t, const struct argument *says)
{
	(void)says;
	return words(t->pool, W_SAID_FORM, hole_number("fit", t->d->scores.type.fit, 2),
		hole_count("most", FIT_MAX));
}

/* "Joint innovation 3 of 3: both sides put people on one plan" */
static const char *of_fit(const struct telling *t, const struct argument *says)
{
	const struct instrument *bank = t->rec->instrument;
	const char *reason = NULL;
	int fit = instrument_fit(bank, says->subject, says->type, &reason);
	struct hole ambition = hole_text("ambition", bank->ambitions[says->subject].name);

	if (str_blank(reason) || !*tell_unstopped(t, reason))
		return words(t->pool, W_SAID_FIT, ambition, hole_count("fit", fit),
			hole_count("most", FIT_MAX));
	return words(t->pool, W_SAID_FIT_BECAUSE, ambition, hole_count("fit", fit),
		hole_count("most", FIT_MAX), hole_text("reason", tell_unstopped(t, reason)));
}

static double fit_of(const struct type_fit *found, int type)
{
	for (size_t i = 0; i < found->better_count; i++)
		if (found->better[i].type == type)
			return found->better[i].fit;
	return 0;
}

static const char *of_better(const struct telling *t, const struct argument *says)
{
	const struct instrument *bank = t->rec->instrument;
	struct hole type = hole_text("type", bank->types[says->type].name);
	struct hole fit = hole_number("fit", fit_of(&t->d->scores.type, says->type), 2);
	struct hole most = hole_count("most", FIT_MAX);

	if (instrument_fit(bank, says->subject, says->type, NULL) < 0)
		return words(t->pool, W_SAID_BETTER, type, fit, most);
	return words(
		t->pool, W_SAID_BETTER_FOR, type, fit, most, hole_text("gain", of_fit(t, says)));
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* "1.67 2.00 2.33", sorted, so that nobody can be told by the order; "" for too many or for one. */
static const char *people(const struct telling *t, int scale, int party)
{
	double value[PEOPLE_LISTED];
	struct texts list = { 0 };
	size_t n = 0;

	if (t->d->scores.scale[scale].n[party] > PEOPLE_LISTED ||
		t->d->scores.scale[scale].n[party] < 2)
		return "";
	for (size_t r = 0; r < t->rec->respondent_count; r++) {
		double mean = scores_tally(&t->d->scores, r, scale)->value;
		if (t->rec->respondents[r].party == party && !isnan(mean))
			value[n++] = mean;
	}
	qsort(value, n, sizeof(*value), by_size);
	for (size_t i = 0; i < n; i++)
		texts_add(t->pool, &list, pool_printf(t->pool, "%.2f", value[i]));
	return texts_join(t->pool, &list, " ", " ");
}

static const char *value_of(const struct telling *t, const struct argument *says)
{
	const struct scale_score *score = &t->d->scores.scale[says->subject];
	bool other = t->finding && t->finding->scale != says->subject;
	const char *list = people(t, says->subject, says->party);
	struct hole scale = hole_text("scale", words_scale(says->subject));
	struct hole party = hole_text("party", tell_label(t, says->party));
	struct hole value = hole_number("value", score->value[says->party], 2);
	struct hole n = hole_count("n", score->n[says->party]);

	if (other && *list)
		return words(t->pool, W_SAID_VALUE_ON_PEOPLE, scale, party, value, n,
			hole_text("people", list));
	if (other)
		return words(t->pool, W_SAID_VALUE_ON, scale, party, value, n);
	if (*list)
		return words(
			t->pool, W_SAID_VALUE_PEOPLE, party, value, n, hole_text("people", list));
	return words(t->pool, W_SAID_VALUE, party, value, n);
}

/* People of the party who rated some of the scale, but too little of it. */
static int uncounted(const struct telling *t, int scale, int party)
{
	int n = 0;

	for (size_t r = 0; r < t->rec->respondent_count; r++) {
		const struct tally *tally = scores_tally(&t->d->scores, r, scale);
		n += t->rec->respondents[r].party == party && tally->answered &&
			isnan(tally->value);
	}
	return n;
}

/* With the name of the scale, where the finding is about another one. */
static const char *of_value(const struct telling *t, const struct argument *says)
{
	int more = uncounted(t, says->subject, says->party);

	return more ? words(t->pool, W_SAID_UNCOUNTED, hole_text("said", value_of(t, says)),
			      hole_count("n", more))
		    : value_of(t, says);
}

static const char *of_rates_well(const struct telling *t, const struct argument *says)
{
	const struct scale_score *score = &t->d->scores.scale[says->subject];

	return words(t->pool, W_SAID_RATES_WELL, hole_text("party", tell_label(t, says->party)),
		hole_text("scale", words_scale(says->subject)),
		hole_number("value", score->value[says->party], 2),
		hole_count("n", score->n[says->party]));
}

static const char *of_aspect(const struct telling *t, const struct argument *says)
{
	const struct scale_score *scale = &t->d->scores.scale[says->subject];
	struct texts list = tell_values(t, scale->value, false);
	struct hole aspect = hole_text("aspect", words_scale(says->subject));
	struct hole score = hole_number("score", scale->score, 2);

	if (!isnan(scale->evidence)) /* or the score would be none of the sides' and unexplained */
		texts_add(t->pool, &list,
			words(t->pool, W_SAID_FACTS_VALUE,
				hole_number("value", scale->evidence, 2)));
	if (!list.count)
		return words(t->pool, W_SAID_ASPECT, aspect, score);
	return words(t->pool, W_SAID_ASPECT_VALUES, aspect, score, hole_list("values", &list));
}

static const char *of_symptom(const struct telling *t, const struct argument *says)
{
	const struct scale_score *scale = &t->d->scores.scale[says->subject];
	const struct texts list = tell_values(t, scale->value, false);

	return words(t->pool,
		says->subject == SCALE_RESULTS         ? W_SAID_PERCEIVED
			: says->subject == SCALE_TRUST ? W_SAID_TRUST
						       : W_SAID_INFORMATION,
		hole_number("score", scale->perception, 2), hole_list("values", &list));
}

static const char *of_results(const struct telling *t, const struct argument *says)
{
	(void)says;
	return words(t->pool, W_SAID_RESULTS,
		hole_number("score", t->d->scores.scale[SCALE_RESULTS].perception, 2));
}

static const char *of_item(const struct telling *t, const struct argument *says)
{
	static const enum sentence sentences[ARGUMENT_KINDS] = {
		[ARGUMENT_LOWEST_ITEM] = W_SAID_LOWEST_ITEM,
		[ARGUMENT_HIGHEST_ITEM] = W_SAID_HIGHEST_ITEM,
		[ARGUMENT_WIDEST_ITEM] = W_SAID_WIDEST_ITEM,
		[ARGUMENT_OTHER_ITEM] = W_SAID_OTHER_ITEM,
	};

	return words(t->pool, sentences[says->kind], hole_text("item", tell_item(t, says->item)),
		hole_text("values", tell_item_values(t, says->item)));
}

static const char *of_unknown(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_SAID_UNKNOWN, hole_text("item", tell_item(t, says->item)),
		hole_count("n", says->count));
}

static const char *of_gap(const struct telling *t, const struct argument *says)
{
	struct hole gap = hole_number("gap", t->d->scores.scale[says->subject].gap.value, 2);

	if (says->kind == ARGUMENT_ALIKE)
		return words(t->pool, W_SAID_ALIKE, gap);
	return words(t->pool, W_SAID_GAP, gap, hole_number("line", GAP_DISCUSS, 2));
}

static const char *of_test(const struct telling *t, const struct argument *says)
{
	return words(t->pool, says->kind == ARGUMENT_CONFIRMED ? W_SAID_CONFIRMED : W_SAID_CHANCE,
		hole_number("p", t->d->scores.scale[says->subject].gap.p, 3));
}

static const char *of_quote(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_ITEM_QUOTE,
		hole_text("quote",
			quote_words(t->pool,
				record_answer(t->rec, says->respondent, says->item)->quote)),
		hole_text("speaker", tell_speaker(t, says->respondent)));
}

static const char *of_points(const struct telling *t, const struct argument *says)
{
	const struct split_score *split = &t->d->scores.split;
	const double *mean = split->mean[says->party];

	return words(t->pool, W_SAID_POINTS, hole_text("party", tell_label(t, says->party)),
		hole_number("strategy", mean[CAUSE_STRATEGY], 0),
		hole_number("type", mean[CAUSE_TYPE], 0),
		hole_number("partner", mean[CAUSE_PARTNER], 0),
		hole_number("management", mean[CAUSE_MANAGEMENT], 0),
		hole_count("n", split->n[says->party]));
}

static const char *of_all_lowest(const struct telling *t, const struct argument *says)
{
	return words(t->pool, W_SAID_ALL_LOWEST, hole_text("cause", words_cause(says->subject)));
}

static const char *of_sum(const struct telling *t, const struct argument *says)
{
	const double *overall = t->d->scores.split.overall;
	struct hole points = hole_number("points", overall[says->subject], 0);
	int most = 0;

	if (says->kind == ARGUMENT_MOST_POINTS)
		return words(t->pool, W_SAID_MOST_POINTS, points);
	for (int c = 1; c < CAUSE_COUNT; c++)
		most = above(overall[c], overall[most]) ? c : most;
	return words(t->pool, W_SAID_FEWER_POINTS, hole_text("cause", words_cause(most)),
		hole_number("most", overall[most], 0), points);
}

const char *tell_argument(const struct telling *t, const struct argument *says)
{
	static tell *const tells[ARGUMENT_KINDS] = {
		[ARGUMENT_SPONSOR_HEARD] = of_party,
		[ARGUMENT_NO_SPONSOR] = of_party,
		[ARGUMENT_STANCE] = of_stance,
		[ARGUMENT_SILENT] = of_party,
		[ARGUMENT_SIZE] = of_size,
		[ARGUMENT_BREACH] = plain,
		[ARGUMENT_LITIGATION] = plain,
		[ARGUMENT_RIGID] = plain,
		[ARGUMENT_AMENDABLE] = plain,
		[ARGUMENT_ROUTES] = of_routes,
		[ARGUMENT_OBJECTIVE] = of_objective,
		[ARGUMENT_KPI] = of_kpi,
		[ARGUMENT_CHECK] = of_check,
		[ARGUMENT_PROBLEM] = of_problem,
		[ARGUMENT_PROCESS] = of_process,
		[ARGUMENT_REPAIR] = of_incident,
		[ARGUMENT_CONSEQUENCE] = of_incident,
		[ARGUMENT_EVENT] = of_event,
		[ARGUMENT_COMPETING] = of_competing,
		[ARGUMENT_UNREPAIRED] = of_counts,
		[ARGUMENT_REPAIRED] = of_counts,
		[ARGUMENT_FACTS] = of_facts,
		[ARGUMENT_ROWS] = of_rows,
		[ARGUMENT_COMPLETE] = of_counts,
		[ARGUMENT_NO_OBJECTIVES] = plain,
		[ARGUMENT_FORM] = of_form,
		[ARGUMENT_FIT] = of_fit,
		[ARGUMENT_BETTER] = of_better,
		[ARGUMENT_VALUE] = of_value,
		[ARGUMENT_RATES_WELL] = of_rates_well,
		[ARGUMENT_ASPECT] = of_aspect,
		[ARGUMENT_SYMPTOM] = of_symptom,
		[ARGUMENT_RESULTS] = of_results,
		[ARGUMENT_LOWEST_ITEM] = of_item,
		[ARGUMENT_HIGHEST_ITEM] = of_item,
		[ARGUMENT_WIDEST_ITEM] = of_item,
		[ARGUMENT_OTHER_ITEM] = of_item,
		[ARGUMENT_UNKNOWN] = of_unknown,
		[ARGUMENT_GAP] = of_gap,
		[ARGUMENT_ALIKE] = of_gap,
		[ARGUMENT_CONFIRMED] = of_test,
		[ARGUMENT_CHANCE] = of_test,
		[ARGUMENT_QUOTE] = of_quote,
		[ARGUMENT_POINTS] = of_points,
		[ARGUMENT_ALL_LOWEST] = of_all_lowest,
		[ARGUMENT_MOST_POINTS] = of_sum,
		[ARGUMENT_FEWER_POINTS] = of_sum,
	};

	return tells[says->kind](t, says);
}
