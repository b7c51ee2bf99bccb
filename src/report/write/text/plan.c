/* SPDX-License-Identifier: MIT */
/*
 * Charts of characters over time: actions by week with gates and today, and values by round.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>
#include "line.h"

/* --- gantt --- */

#define GANTT_LABEL 22
#define GANTT_CELLS 38 /* at most; two a week where they fit */
#define MONTH_CELLS 4  /* a name of a month with the blank after it */
#define WEEK 7

struct gantt_plot {
	const struct gantt *gantt;
	int left, cells, days; /* first column, cells of the plot, days that it holds */
};

struct gantt_sign {
	const char *symbol, *ascii;
};

static const struct gantt_sign state_sign[] = {
	[GANTT_OPEN] = { "░", "-" },
	[GANTT_STARTED] = { "▒", "=" },
	[GANTT_DONE] = { "█", "#" },
};
static const struct gantt_sign gate_sign = { "│", "|" }, today_sign = { "╎", ":" },
			       late_sign = { "!", "!" }, no_sign = { " ", " " };

static const char *sign_of(const struct writer *w, struct gantt_sign sign)
{
	return w->ascii ? sign.ascii : sign.symbol;
}

/* Whole weeks, in cells of half a week or, for a longer plan, of as many days as fill the plot. */
static struct gantt_plot lay_gantt(const struct block *block)
{
	const struct gantt *gantt = block->gantt;
	int weeks = (gantt->to - gantt->from) / WEEK + 1;
	int most = GANTT_CELLS - block->indent;
	struct gantt_plot plot = { gantt, block->indent + GANTT_LABEL, 2 * weeks, weeks * WEEK };

	if (plot.cells > most)
		plot.cells = weeks <= most ? weeks : most;
	return plot;
}

/* The cell of a day: below 0 or from cells on when it is not shown. */
static int cell_of(const struct gantt_plot *plot, int day)
{
	double at = (double)(day - plot->gantt->from) * plot->cells / plot->days;

	return (int)floor(at);
}

static bool is_shown(const struct gantt_plot *plot, int day)
{
	return day != DATE_NONE && cell_of(plot, day) >= 0 && cell_of(plot, day) < plot->cells;
}

static void fill(const struct gantt_plot *plot, struct gantt_sign *cell, int from, int to,
	struct gantt_sign sign)
{
	for (int i = from < 0 ? 0 : from; i <= to && i < plot->cells; i++)
		cell[i] = sign;
}

static void draw_row(const struct gantt_plot *plot, const struct gantt_row *row,
	struct gantt_sign cell[GANTT_CELLS])
{
	const struct gantt *gantt = plot->gantt;

	fill(plot, cell, 0, plot->cells - 1, no_sign);
	for (size_t i = 0; i < gantt->gate_count; i++)
		if (is_shown(plot, gantt->gates[i].day))
			cell[cell_of(plot, gantt->gates[i].day)] = gate_sign;
	if (is_shown(plot, gantt->today))
		cell[cell_of(plot, gantt->today)] = today_sign;
	if (row->start != DATE_NONE && row->due != DATE_NONE)
		fill(plot, cell, cell_of(plot, row->start), cell_of(plot, row->due),
			state_sign[row->state]);
	if (gantt_late(gantt, row))
		fill(plot, cell, cell_of(plot, row->due) + 1, cell_of(plot, gantt->today) - 1,
			late_sign);
}

static void write_action(struct writer *w, const struct block *block, const struct gantt_plot *plot,
	const struct gantt_row *row)
{
	struct gantt_sign cell[GANTT_CELLS];
	char due[32] = "no date";

	str_pad(&w->line, ' ', block->indent);
	line_cut(w, row->label, GANTT_LABEL - 1);
	line_pad(w, plot->left);
	draw_row(plot, row, cell);
	for (int i = 0; i < plot->cells; i++)
		str_add(&w->line, sign_of(w, cell[i]));
	if (row->due != DATE_NONE)
		date_short(row->due, due);
	str_addf(&w->line, " %6s  ", due);
	line_cut(w, row->word, CELLS_LINE - 1 - line_cells(w));
	line_end(w);
}

/* A sign in the line, unless another one stands there. */
static void put_label(struct writer *w, const struct gantt_plot *plot, int day, const char *label)
{
	if (!is_shown(plot, day) || line_cells(w) > plot->left + cell_of(plot, day))
		return;
	line_pad(w, plot->left + cell_of(plot, day));
	line_cut(w, label, CELLS_LINE - 1 - line_cells(w));
}

/* "Nov 2026", "Dec": the year at the first one and at January. False: no name is due. */
static bool month_name(const struct gantt_plot *plot, int day, bool first, char name[32])
{
	int year, month, mday, room = cell_of(plot, gantt_next_month(day)) - cell_of(plot, day);

	date_split(day, &year, &month, &mday);
	snprintf(name, 32, first || month == 1 ? "%s %d " : "%s ", date_month_short(month), year);
	return month == 1 || room >= MONTH_CELLS || (first && plot->cells < MONTH_CELLS * 3);
}

static void write_months(struct writer *w, const struct gantt_plot *plot)
{
	const struct gantt *gantt = plot->gantt;
	char name[32];

	bool first = true;

	for (int day = gantt->from; day <= gantt->to; day = gantt_next_month(day)) {
		if (!month_name(plot, day, first, name))
			continue;
		put_label(w, plot, day, name);
		first = false;
	}
	line_end(w);
}

/* Gates and today in the order of their days. */
static void write_marks(struct writer *w, const struct gantt_plot *plot)
{
	const struct gantt *gantt = plot->gantt;

	for (int i = 0; i < plot->cells; i++) {
		for (size_t g = 0; g < gantt->gate_count; g++)
			if (is_shown(plot, gantt->gates[g].day) &&
				cell_of(plot, gantt->gates[g].day) == i)
				put_label(w, plot, gantt->gates[g].day, gantt->gates[g].label);
		if (is_shown(plot, gantt->today) && cell_of(plot, gantt->today) == i)
			put_label(w, plot, gantt->today, "v");
	}
	if (line_cells(w))
		line_end(w);
}

static void write_legend(struct writer *w, const struct block *block)
{
	str_pad(&w->line, ' ', block->indent);
	for (int i = GANTT_DONE; i >= GANTT_OPEN; i--)
		str_addf(&w->line, "%s %s   ", sign_of(w, state_sign[i]), gantt_state_word[i]);
	if (block->gantt->today != DATE_NONE)
		str_add(&w->line, "! late   ");
	if (block->gantt->gate_count)
		str_addf(&w->line, "%s gate   ", sign_of(w, gate_sign));
	if (block->gantt->today != DATE_NONE)
		str_addf(&w->line, "%s v today", sign_of(w, today_sign));
	line_end(w);
}

/* Dates that the plot may not tell apart. */
static void write_days(struct writer *w, const struct block *block)
{
	const struct gantt *gantt = block->gantt;
	char day[32];

	str_pad(&w->line, ' ', block->indent);
	for (size_t i = 0; i < gantt->gate_count; i++) {
		if (line_cells(w) > CELLS_LINE - 30) {
			line_end(w);
			str_pad(&w->line, ' ', block->indent);
		}
		line_cut(w, gantt->gates[i].label, 12);
		str_addf(&w->line, " %s   ", date_short(gantt->gates[i].day, day));
	}
	if (gantt->today != DATE_NONE)
		str_addf(&w->line, "today %s", date_short(gantt->today, day));
	line_end(w);
}

void text_gantt(struct writer *w, const struct block *block)
{
	struct gantt_plot plot = lay_gantt(block);

	write_months(w, &plot);
	write_marks(w, &plot);
	for (size_t i = 0; i < block->gantt->row_count; i++)
		write_action(w, block, &plot, &block->gantt->rows[i]);
	if (block->gantt->gate_count || block->gantt->today != DATE_NONE)
		write_days(w, block);
	write_legend(w, block);
}

/* --- trend --- */

#define TREND_LABEL 22
#define TREND_VALUE 10 /* cells of a printed value or round */
#define SPARKS_MOST 16 /* of the newest rounds */

static size_t spark_count(const struct trend *trend)
{
	return trend->round_count < SPARKS_MOST ? trend->round_count : SPARKS_MOST;
}

static void add_sparks(struct writer *w, const struct trend *trend, const struct trend_row *row)
{
	size_t count = spark_count(trend);
	struct pool pool = { 0 };

	str_add(&w->line,
		words_spark(&pool, row->value + trend->round_count - count, count, trend->scale.low,
			trend->scale.high, w->ascii));
	pool_release(&pool);
}

static void add_value(struct writer *w, const struct trend *trend, double value)
{
	int end = line_cells(w) + TREND_VALUE;
	char text[48] = "none";

	if (!isnan(value))
		snprintf(text, sizeof(text), "%.*f", trend->scale.decimals, value);
	line_pad(w, end - (int)strlen(text));
	str_add(&w->line, text);
}

static void add_round(struct writer *w, const char *when)
{
	int end = line_cells(w) + TREND_VALUE, before = (int)w->line.len;

	line_cut(w, when, TREND_VALUE - 1);
	int cells = utf8_cells(UTF8_FILE, w->line.text + before);
	for (int i = end - cells - (line_cells(w) - cells); i > 0; i--)
		str_insert(&w->line, (size_t)before, " ", 1);
}

/* Rounds from..to beside each other; the sparks stand with the first of them. */
static void write_rounds(struct writer *w, const struct block *block, size_t from, size_t to)
{
	const struct trend *trend = block->trend;
	int left = block->indent + TREND_LABEL, start = left + (int)spark_count(trend);

	line_pad(w, start);
	for (size_t r = from; r < to; r++)
		add_round(w, trend->rounds[r]);
	line_end(w);
	for (size_t i = 0; i < trend->row_count; i++) {
		str_pad(&w->line, ' ', block->indent);
		line_cut(w, trend->rows[i].label, TREND_LABEL - 1);
		line_pad(w, left);
		if (!from)
			add_sparks(w, trend, &trend->rows[i]);
		line_pad(w, start);
		for (size_t r = from; r < to; r++)
			add_value(w, trend, trend->rows[i].value[r]);
		line_end(w);
	}
}

void text_trend(struct writer *w, const struct block *block)
{
	const struct trend *trend = block->trend;
	int room = CELLS_LINE - 1 - block->indent - TREND_LABEL - (int)spark_count(trend);
	size_t fit = (size_t)(room / TREND_VALUE);

	for (size_t from = 0; from < trend->round_count; from += fit)
		write_rounds(w, block, from,
			from + fit < trend->round_count ? from + fit : trend->round_count);
	if (!isnan(trend->scale.line)) {
		str_pad(&w->line, ' ', block->indent);
		str_add(&w->line,
			words(&w->pool, W_CHART_TREND_LINE,
				hole_number("line", trend->scale.line, trend->scale.decimals)));
		line_end(w);
	}
}
