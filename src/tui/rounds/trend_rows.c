/* SPDX-License-Identifier: MIT */
/*
 * Rows of the trend: what is compared, and each round by itself.
 */
#include "trend.h"

double trend_value(const struct round_read *round, const struct trend_line *line)
{
	const struct scores *scores = &round->view.shown.scores;
	switch (line->kind) {
	case TREND_HEALTH:
		return scores->health;
	case TREND_CAUSE:
		return scores->cause[line->n].score;
	case TREND_ASPECT:
		return scores->scale[line->n].score;
	case TREND_SYMPTOM:
		return scores->scale[line->n].perception;
	case TREND_KPI:
	case TREND_TEXT:
	case TREND_HEADING:
	case TREND_ROUND_HEADING:
	case TREND_ROUND:
	case TREND_KPI_HEADING:
		break;
	}
	return NAN;
}

const char *trend_people(struct pool *pool, const struct record *record, const int n[PARTIES_MAX])
{
	const char *text = "";
	for (size_t p = 0; p < record->party_count; p++)
		text = pool_printf(pool, p ? "%s+%d" : "%s%d", text, n[p]);
	return text;
}

static const char *name_of(const struct trend_line *line)
{
	if (line->kind == TREND_HEALTH)
		return "Health";
	return line->kind == TREND_CAUSE ? cause_info[line->n].label : words_scale(line->n);
}

/* A symptom is not compared: what the rounds themselves say of it. */
static void fill_values(const struct trend_view *own, struct trend_line *line)
{
	const struct edition_trend *shown = &own->change.shown;
	if (line->kind == TREND_ASPECT) {
		line->before = shown->aspect[line->n].before;
		line->after = shown->aspect[line->n].after;
	} else if (line->kind == TREND_CAUSE) {
		line->before = shown->cause_before[line->n];
		line->after = shown->cause_after[line->n];
	} else if (line->kind == TREND_HEALTH) {
		line->before = shown->health_before;
		line->after = shown->health_after;
	} else {
		line->before = trend_value(own->change.before, line);
		line->after = trend_value(own->change.after, line);
	}
}

static const char *spark(struct trend_view *own, const struct trend_line *line, bool ascii)
{
	double value[TREND_SPARK_ROUNDS];
	size_t count = own->history.count;
	size_t n = count < TREND_SPARK_ROUNDS ? count : TREND_SPARK_ROUNDS;
	for (size_t i = 0; i < n; i++)
		value[i] = trend_value(&own->history.round[count - n + i], line);
	return words_spark(&own->laid, value, n, SCORE_LOWEST, SCORE_HIGHEST, ascii);
}

static const char *told(struct trend_view *own, const struct edition_change *shown)
{
	static const enum sentence moved[MOVEMENT_COUNT] = {
		[MOVEMENT_ROSE] = W_ROUNDS_ROW_ROSE,
		[MOVEMENT_FELL] = W_ROUNDS_ROW_FELL,
	};
	bool narrow = !own->columns->pairs;
	int needed = trend_pairs_needed(own->change.trend.tested);
	if (shown->movement != MOVEMENT_UNCLEAR)
		return words_plain(moved[shown->movement]);
	if (!shown->pairs)
		return words_plain(W_ROUNDS_ROW_NONE);
	if (shown->pairs < needed)
		return narrow ? words(&own->laid, W_TREND_NEEDS_SHORT, hole_count("n", needed))
			      : words(&own->laid, W_TREND_NEEDS, hole_count("n", needed));
	return words_plain(narrow ? W_TREND_CANNOT_SHORT : W_TREND_CANNOT);
}

/* A change that rounds to nothing has no sign of its own. */
static double rounded(double change)
{
	return round(change * 100) / 100 + 0.0;
}

static void fill_change(struct trend_view *own, struct trend_line *line)
{
	static const enum style styles[MOVEMENT_COUNT] = {
		[MOVEMENT_UNCLEAR] = STYLE_PLAIN,
		[MOVEMENT_ROSE] = STYLE_GOOD,
		[MOVEMENT_FELL] = STYLE_CRITICAL,
	};
	const struct edition_change *shown = &own->change.shown.aspect[line->n];
	if (!isnan(shown->change))
		line->cell[TREND_CHANGE] = pool_printf(&own->laid, "%+.2f", rounded(shown->change));
	line->cell[TREND_PAIRS] = pool_printf(&own->laid, "%d", shown->pairs);
	if (!isnan(shown->p))
		line->cell[TREND_P] = pool_printf(&own->laid, "%.3f", shown->p);
	line->told = told(own, shown);
	line->style = styles[shown->movement];
}

void trend_fill_row(struct trend_view *own, struct trend_line *line, bool ascii)
{
	line->text = name_of(line);
	line->spark = spark(own, line, ascii);
	fill_values(own, line);
	if (line->kind == TREND_ASPECT)
		fill_change(own, line);
}

void trend_fill_round(struct trend_view *own, struct trend_line *line)
{
	const struct round_read *round = &own->history.round[line->n];
	const struct assessment *assessment = &round->record.assessment;
	char day[DATE_TEXT];
	line->text = assessment->kind < 0 ? "--" : words_round(assessment->kind);
	line->cell[TREND_DAY] = assessment->date == DATE_NONE
		? "--"
		: pool_strdup(&own->laid, date_iso(assessment->date, day));
	line->cell[TREND_HEARD] =
		trend_people(&own->laid, &round->record, round->diagnosis.scores.with_data);
}
