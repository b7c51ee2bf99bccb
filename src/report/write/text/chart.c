/* SPDX-License-Identifier: MIT */
/*
 * Charts of characters: bars of the causes, and the sides of an aspect on one line.
 */
#include <math.h>
#include <string.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>
#include "line.h"

#define CELLS_POINT 8 /* one point of the scale */
#define CELLS_BAR (4 * CELLS_POINT)
#define BAR_LABEL 11
#define STRIP_LABEL 20

/* Cells from the left end of the scale. */
static int on_scale(double value)
{
	return (int)lround((value - 1) * CELLS_POINT);
}

static void write_bar(struct writer *w, const struct block *block, const struct bar *bar)
{
	int left = block->indent + BAR_LABEL;
	int filled = isnan(bar->value) ? 0 : on_scale(bar->value);

	str_pad(&w->line, ' ', block->indent);
	line_cut(w, bar->label, BAR_LABEL - 1);
	line_pad(w, left);
	line_symbol(w, "█", filled);
	line_symbol(w, "·", CELLS_BAR - filled);
	if (isnan(bar->value))
		str_add(&w->line, str_blank(bar->band) ? "  none" : "");
	else
		str_addf(&w->line, "  %.*f", bar->tenths ? 1 : 2, bar->value);
	line_pad(w, left + CELLS_BAR + 8);
	line_cut(w, bar->band, 8);
	line_pad(w, left + CELLS_BAR + 18);
	line_cut(w, bar->note, CELLS_LINE - line_cells(w));
	line_end(w);
}

static void write_bars(struct writer *w, const struct block *block)
{
	int left = block->indent + BAR_LABEL;

	for (size_t i = 0; i < block->bar_count; i++)
		write_bar(w, block, &block->bars[i]);
	for (int point = 1; point <= 5; point++) {
		line_pad(w, left + (point - 1) * CELLS_POINT);
		str_addf(&w->line, "%d", point);
		if (point == 3) {
			line_pad(w, left + on_scale(block->line));
			str_addc(&w->line, '^');
		}
	}
	str_addf(&w->line, "        ^ %s",
		words(&w->pool, W_CHART_LINE, hole_number("line", block->line, 2)));
	line_end(w);
}

struct strip_layout {
	int left, lead, n; /* column of the scale, blanks after it, width of n */
};

static struct strip_layout lay_strips(const struct block *block)
{
	struct strip_layout lay = { .left = block->indent + STRIP_LABEL, .n = 3 };

	for (size_t i = 0; i < block->strip_count; i++)
		if ((int)strlen(block->strips[i].n) > lay.n)
			lay.n = (int)strlen(block->strips[i].n);
	lay.lead = CELLS_LINE - (lay.left + CELLS_BAR + 1 + 4 + 2 + lay.n + 2 + 5);
	lay.lead = lay.lead > 4 ? 4 : lay.lead < 1 ? 1 : lay.lead;
	return lay;
}

static void strip_cells(const struct block *block, const struct strip *strip,
	const char *cell[CELLS_BAR + 1], char letter[PARTIES_MAX][2])
{
	int low = CELLS_BAR, high = 0;
	bool taken[CELLS_BAR + 1] = { false };

	for (int p = 0; p < block->parties; p++) {
		if (isnan(strip->value[p]))
			continue;
		low = on_scale(strip->value[p]) < low ? on_scale(strip->value[p]) : low;
		high = on_scale(strip->value[p]) > high ? on_scale(strip->value[p]) : high;
	}
	for (int i = 0; i <= CELLS_BAR; i++)
		cell[i] = i > low && i < high ? "─" : "·";
	for (int p = 0; p < block->parties; p++) {
		if (isnan(strip->value[p]))
			continue;
		int at = on_scale(strip->value[p]);
		letter[p][0] = block->letter[p];
		cell[at] = taken[at] ? "=" : letter[p];
		taken[at] = true;
	}
}

static void write_strip(struct writer *w, const struct block *block, const struct strip *strip,
	const struct strip_layout *lay)
{
	const char *cell[CELLS_BAR + 1];
	char letter[PARTIES_MAX][2] = { "" };

	str_pad(&w->line, ' ', block->indent);
	line_cut(w, strip->label, STRIP_LABEL - 1);
	line_pad(w, lay->left);
	strip_cells(block, strip, cell, letter);
	for (int i = 0; i <= CELLS_BAR; i++)
		str_add(&w->line, cell[i]);
	str_pad(&w->line, ' ', lay->lead);
	str_addf(&w->line, "%4s  %*s  %5s", strip->gap, lay->n, strip->n, strip->p);
	line_end(w);
}

static void write_strips(struct writer *w, const struct block *block)
{
	struct strip_layout lay = lay_strips(block);

	for (int point = 1; point <= 5; point++) {
		line_pad(w, lay.left + (point - 1) * CELLS_POINT);
		str_addf(&w->line, "%d", point);
	}
	str_pad(&w->line, ' ', lay.lead);
	str_addf(&w->line, "%4s  %*s  %5s", "gap", lay.n, "n", "p");
	line_end(w);
	for (size_t i = 0; i < block->strip_count; i++)
		write_strip(w, block, &block->strips[i], &lay);
}

void (*const text_charts[BLOCK_KINDS])(struct writer *, const struct block *) = {
	[BLOCK_BARS] = write_bars,
	[BLOCK_STRIPS] = write_strips,
	[BLOCK_GANTT] = text_gantt,
	[BLOCK_TREND] = text_trend,
};
