/* SPDX-License-Identifier: MIT */
/*
 * KPIs of the alliance as of today: their readings as a line, and how far each is on its way, held
 * against the share of the way that is due by now.
 */
#include "trend.h"

#include <rekindle/utf8.h>
#include "../widgets/bind.h"

#define READINGS 6 /* the last so many */
#define SHEET_LEFT 2

static const char *real_text(struct pool *pool, double value)
{
	return isnan(value) ? "--" : value_number(pool, value);
}

/* By day, up to today; into pool. */
static size_t readings_of(
	struct pool *pool, const struct kpi_list *list, int kpi, int today, struct actual **found)
{
	size_t count = 0;
	*found = NULL;
	for (size_t i = 0; i < list->actual_count; i++) {
		const struct actual *one = &list->actuals[i];
		if (one->kpi != kpi || isnan(one->value) || one->date > today)
			continue;
		POOL_APPEND(pool, *found, count);
		size_t at = count - 1;
		for (; at && (*found)[at - 1].date > one->date; at--)
			(*found)[at] = (*found)[at - 1];
		(*found)[at] = *one;
	}
	return count;
}

static void widen(double value, double *low, double *high)
{
	*low = fmin(*low, value); /* which leaves out what is NAN */
	*high = fmax(*high, value);
}

/* Between what it came from and where it is to go, or beyond where a reading is. */
static const char *spark(struct pool *pool, const struct kpi *kpi, const struct actual *readings,
	size_t count, bool ascii)
{
	double value[READINGS], low = kpi->baseline, high = kpi->baseline;
	size_t n = count < READINGS ? count : READINGS;
	widen(kpi->target, &low, &high);
	for (size_t i = 0; i < count; i++)
		widen(readings[i].value, &low, &high);
	for (size_t i = 0; i < n; i++)
		value[i] = readings[count - n + i].value;
	return words_spark(pool, value, n, low, high, ascii);
}

/* The share of the way that is due by now; "--" where no time counts, or it has not begun. */
static const char *due_text(struct pool *pool, const struct kpi *kpi, int today)
{
	double due = kpi_elapsed(kpi, today);
	bool timed = !isnan(kpi->baseline) && kpi->start != DATE_NONE && kpi->due != DATE_NONE;
	return isnan(due) || !timed ? "--" : pool_printf(pool, "%.0f %%", due * 100);
}

void trend_fill_kpi(struct trend_view *own, struct trend_line *line, const struct app *app)
{
	const struct kpi_list list = record_kpis_now(&app->record);
	const struct kpi *kpi = &list.kpis[line->n];
	struct pool *pool = &own->laid;
	struct actual *readings;
	size_t count = readings_of(pool, &list, line->n, app->today, &readings);
	double score = kpi_attainment(&list, line->n, app->today);
	line->text = kpi->name ? kpi->name : "--";
	line->spark = spark(pool, kpi, readings, count, app->options.ascii);
	line->cell[TREND_START] = real_text(pool, kpi->baseline);
	line->cell[TREND_NOW] = real_text(pool, count ? readings[count - 1].value : NAN);
	line->cell[TREND_TARGET] = real_text(pool, kpi->target);
	line->cell[TREND_DUE] = due_text(pool, kpi, app->today);
	line->cell[TREND_SCORE] = isnan(score) ? "--" : pool_printf(pool, "%.0f", score);
}

/* Its readings, the newest first, and what the score means. */
static const char *score_text(
	struct pool *pool, const struct kpi *kpi, double latest, double score, double due)
{
	if (isnan(score))
		return words_plain(W_TREND_WHY_KPI_NONE);
	struct hole attained = hole_number("attained", score, 0);
	struct hole now = hole_text("latest", value_number(pool, latest));
	struct hole target = hole_text("target", value_number(pool, kpi->target));
	if (isnan(kpi->baseline))
		return words(pool, W_TREND_WHY_KPI_WHOLE, attained, now, target);
	return words(pool, W_TREND_WHY_KPI, attained, now,
		hole_text("baseline", value_number(pool, kpi->baseline)), target,
		hole_number("share", due * 100, 0));
}

static const char *name_text(struct pool *pool, const struct kpi *kpi)
{
	if (!kpi->name || str_blank(kpi->unit))
		return kpi->name ? kpi->name : "--";
	return words(
		pool, W_KPI_NAME_UNIT, hole_text("name", kpi->name), hole_text("unit", kpi->unit));
}

void trend_explain_kpi(struct trend_view *own, const struct app *app, int width)
{
	const struct kpi_list list = record_kpis_now(&app->record);
	const struct kpi *kpi = &list.kpis[own->focus.n];
	struct page *page = &own->why;
	struct actual *readings;
	size_t count = readings_of(&own->laid, &list, own->focus.n, app->today, &readings);
	page_add(page, STYLE_BOLD, 0, width, name_text(&own->laid, kpi));
	page_blank(page);
	page_add(page, STYLE_PLAIN, 0, width,
		score_text(&own->laid, kpi, count ? readings[count - 1].value : NAN,
			kpi_attainment(&list, own->focus.n, app->today),
			kpi_elapsed(kpi, app->today)));
	page_blank(page);
	page_add(page, STYLE_BOLD, 0, width, words_plain(W_TREND_READINGS));
	if (!count)
		page_add(page, STYLE_PLAIN, 2, width - 2, words_plain(W_TREND_READINGS_NONE));
	for (size_t i = count; i-- > 0;)
		page_add(page, STYLE_PLAIN, 2, width - 2,
			words(&own->laid, W_TREND_READING,
				hole_day("day", readings[i].date, DAY_LONG),
				hole_text("value", value_number(&own->laid, readings[i].value))));
}

const char *const trend_kpi_head[TREND_CELLS] = {
	[TREND_START] = "start",
	[TREND_NOW] = "now",
	[TREND_TARGET] = "target",
	[TREND_DUE] = "due",
	[TREND_SCORE] = "score",
};

static int wider(int cells, const char *text)
{
	int own = text ? utf8_cells(UTF8_SCREEN, text) : 0;
	return own > cells ? own : cells;
}

static int kpi_cells(const struct trend_view *own, int cell)
{
	int cells = utf8_cells(UTF8_SCREEN, trend_kpi_head[cell]);
	for (size_t i = 0; i < own->line_count; i++)
		if (own->lines[i].kind == TREND_KPI)
			cells = wider(cells, own->lines[i].cell[cell]);
	return cells;
}

void trend_place_kpis(struct trend_view *own)
{
	bool narrow = width_is_narrow(own->cols);
	struct trend_kpi_columns at = { .name = 3 };
	int all = 0;
	for (size_t i = 0; i < own->line_count; i++)
		if (own->lines[i].kind == TREND_KPI)
			at.name = wider(at.name, own->lines[i].text);
	for (int i = 0; i < TREND_CELLS; i++)
		if (!narrow || i == TREND_NOW || i == TREND_SCORE)
			all += at.end[i] = kpi_cells(own, i) + 2;
	int room = own->cols - 4 - all - (narrow ? 0 : TREND_KPI_SPARK + 2);
	at.name = at.name < room ? at.name : room;
	at.spark = narrow ? 0 : SHEET_LEFT + at.name + 2;
	int end = narrow ? SHEET_LEFT + at.name : at.spark + TREND_KPI_SPARK;
	for (int i = 0; i < TREND_CELLS; i++)
		if (at.end[i])
			at.end[i] = end += at.end[i];
	own->kpi = at;
}
