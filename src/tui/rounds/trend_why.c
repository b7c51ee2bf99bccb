/* SPDX-License-Identifier: MIT */
/*
 * Why something is said of a row of the trend: the scores, the pairs, the test, and what would
 * tell.
 */
#include "trend.h"

static const char *score_text(struct pool *pool, const struct scores *scores, double score)
{
	enum band band = band_of(&scores->lines, score);
	return isnan(score) ? words_plain(W_TREND_NO_SCORE)
			    : pool_printf(pool, "%.2f %c", score, band_letter(band));
}

static const char *change_score(struct trend_view *own, double score)
{
	return score_text(&own->laid, &own->change.after->diagnosis.scores, score);
}

static void say(struct trend_view *own, int width, const char *text)
{
	page_add(&own->why, STYLE_PLAIN, 0, width, text);
}

/* "Phoenix 5, GenTech 4" */
static const char *sides_text(struct trend_view *own, const int pairs[PARTIES_MAX])
{
	const struct record *record = &own->change.after->record;
	struct texts list = { 0 };
	for (size_t p = 0; p < record->party_count; p++)
		texts_add(&own->laid, &list,
			words(&own->laid, W_TREND_WHY_SIDE,
				hole_text("party", record->parties[p].label),
				hole_count("n", pairs[p])));
	return words_names(&own->laid, &list);
}

/* What keeps a change from being told, and what it would take. */
static const char *unclear_text(struct trend_view *own, const struct trend_aspect *aspect)
{
	struct hole pairs = hole_count("pairs", aspect->pairs);
	int needed = trend_pairs_needed(own->change.trend.tested);
	if (aspect->pairs < TREND_PAIRS_MIN)
		return words(&own->laid, W_TREND_WHY_FEW, hole_count("least", needed), pairs);
	if (aspect->pairs < needed)
		return words(&own->laid, W_TREND_WHY_TAKES, hole_count("needed", needed), pairs);
	if (fabs(aspect->change) < TREND_CHANGE_MIN)
		return words(
			&own->laid, W_TREND_WHY_SMALL, hole_number("least", TREND_CHANGE_MIN, 2));
	return words(&own->laid, W_TREND_WHY_MIXED, pairs);
}

static void explain_pairs(struct trend_view *own, const struct trend_aspect *aspect, int width)
{
	static const enum sentence verdict[MOVEMENT_COUNT] = {
		[MOVEMENT_UNCLEAR] = W_TREND_WHY_UNCLEAR,
		[MOVEMENT_ROSE] = W_TREND_WHY_ROSE,
		[MOVEMENT_FELL] = W_TREND_WHY_FELL,
	};
	enum movement movement = trend_movement(aspect);
	struct texts said = { 0 };
	say(own, width,
		words(&own->laid, W_TREND_WHY_PAIRS, hole_count("pairs", aspect->pairs),
			hole_text("sides", sides_text(own, aspect->pairs_of)),
			hole_text("change", pool_printf(&own->laid, "%+.2f", aspect->change))));
	page_blank(&own->why);
	texts_add(&own->laid, &said,
		words(&own->laid, W_TREND_WHY_P, hole_number("p", aspect->p, 3),
			hole_count("tested", own->change.trend.tested)));
	texts_add(&own->laid, &said, words_plain(verdict[movement]));
	if (movement == MOVEMENT_UNCLEAR)
		texts_add(&own->laid, &said, unclear_text(own, aspect));
	say(own, width, words_sentences(&own->laid, &said));
}

static void explain_aspect(struct trend_view *own, int a, int width)
{
	const struct trend_aspect *aspect = &own->change.trend.aspect[a];
	const struct record *record = &own->change.after->record;
	say(own, width,
		words(&own->laid, W_TREND_WHY_SCORES,
			hole_text("before", change_score(own, aspect->before)),
			hole_text("then", trend_people(&own->laid, record, aspect->n_before)),
			hole_text("after", change_score(own, aspect->after)),
			hole_text("now", trend_people(&own->laid, record, aspect->n_after))));
	page_blank(&own->why);
	if (aspect->pairs)
		explain_pairs(own, aspect, width);
	else
		say(own, width,
			words(&own->laid, W_TREND_WHY_NO_PAIR,
				hole_count(
					"needed", trend_pairs_needed(own->change.trend.tested))));
}

static const char *mean_text(struct trend_view *own, const struct trend_line *line)
{
	const struct trend_between *trend = &own->change.trend;
	bool health = line->kind == TREND_HEALTH;
	struct hole before = hole_text("before",
		change_score(own, health ? trend->health_before : trend->cause_before[line->n]));
	struct hole after = hole_text("after",
		change_score(own, health ? trend->health_after : trend->cause_after[line->n]));
	return health ? words(&own->laid, W_TREND_WHY_HEALTH, before, after)
		      : words(&own->laid, W_TREND_WHY_CAUSE, before, after);
}

static const char *title_of(const struct trend_line *line)
{
	if (line->kind == TREND_HEALTH)
		return "Health";
	return line->kind == TREND_CAUSE ? cause_info[line->n].label : scale_info[line->n].label;
}

static const char *round_text(
	struct trend_view *own, const struct round_read *round, const struct trend_line *line)
{
	const struct assessment *assessment = &round->record.assessment;
	struct hole named = hole_text(
		"round", assessment->kind < 0 ? "--" : words_round_first(assessment->kind));
	struct hole score = hole_text("score",
		score_text(&own->laid, &round->diagnosis.scores, trend_value(round, line)));
	if (assessment->date == DATE_NONE)
		return words(&own->laid, W_TREND_ROUND_UNDATED, named, score);
	return words(&own->laid, W_TREND_ROUND_SCORE, named,
		hole_day("day", assessment->date, DAY_LONG), score);
}

static void explain_rounds(struct trend_view *own, int width)
{
	page_blank(&own->why);
	page_add(&own->why, STYLE_BOLD, 0, width, words_plain(W_TREND_BY_ROUND));
	for (size_t i = 0; i < own->history.count; i++)
		page_add(&own->why, STYLE_PLAIN, 2, width - 2,
			round_text(own, &own->history.round[i], &own->focus));
}

void trend_explain(struct trend_view *own, const struct app *app, int width)
{
	const struct trend_line *line = &own->focus;
	if (line->kind == TREND_KPI) {
		trend_explain_kpi(own, app, width);
		return;
	}
	page_add(&own->why, STYLE_BOLD, 0, width, title_of(line));
	page_blank(&own->why);
	if (line->kind == TREND_ASPECT)
		explain_aspect(own, line->n, width);
	else
		say(own, width,
			line->kind == TREND_SYMPTOM ? words_plain(W_TREND_WHY_SYMPTOM)
						    : mean_text(own, line));
	explain_rounds(own, width);
}
