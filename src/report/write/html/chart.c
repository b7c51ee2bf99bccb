/* SPDX-License-Identifier: MIT */
/*
 * Charts of the scale from 1 to 5 and of rounds, as inline SVG. A chart prints its numbers; its
 * description says them once more in words.
 */
#include "html.h"

#include <math.h>
#include <rekindle/words.h>
#include "../prose.h"
#include "svg.h"

#define SCALE_LOW 1.0
#define SCALE_HIGH 5.0

/* --- the scale of scores --- */

struct axis {
	double left, width;
};

static double place(const struct axis *axis, double value)
{
	double part = (value - SCALE_LOW) / (SCALE_HIGH - SCALE_LOW);

	return axis->left + fmin(1, fmax(0, part)) * axis->width;
}

/* Lines at the points, and where a cause begins to fail; their numbers below. */
static void draw_axis(
	struct html *h, const struct axis *axis, double line, double top, double bottom)
{
	for (int point = 1; point <= 5; point++) {
		svg_line(h, "grid", place(axis, point), top, place(axis, point), bottom);
		svg_text(h, place(axis, point), bottom + 16, "soft mid",
			pool_printf(&h->pool, "%d", point));
	}
	svg_line(h, "mark", place(axis, line), top, place(axis, line), bottom + 4);
	svg_text(h, place(axis, line), bottom + 16, "small mid strong",
		pool_printf(&h->pool, "%.2f", line));
}

/* --- bars --- */

#define BAR_ROW 30
#define BAR_TOP 6

static void draw_bar(struct html *h, const struct axis *axis, const struct bar *bar, double y)
{
	enum band band = bar->shade;

	svg_cut(h, 0, y + 16, "strong", bar->label, 14);
	svg_box(h, "track", axis->left, y + 3, axis->width, 17);
	if (band != BAND_NONE)
		svg_box(h, band_word(band), axis->left, y + 3, place(axis, bar->value) - axis->left,
			17);
	svg_text(h, axis->left + axis->width + 14, y + 16, "strong",
		prose_number(&h->pool, bar->value, bar->tenths ? 1 : 2));
	svg_cut(h, axis->left + axis->width + 60, y + 16, NULL, bar->band, 9);
	svg_cut(h, axis->left + axis->width + 134, y + 16, "soft", bar->note, 20);
}

/* Its band and its note, as far as it has them. */
static const char *bar_text(struct html *h, const struct bar *bar)
{
	struct hole label = hole_text("label", bar->label);
	struct hole value =
		hole_text("value", prose_number(&h->pool, bar->value, bar->tenths ? 1 : 2));
	struct texts list = { 0 };

	if (!str_blank(bar->band))
		texts_add(&h->pool, &list, bar->band);
	if (!str_blank(bar->note))
		texts_add(&h->pool, &list, bar->note);
	return words(&h->pool, W_CHART_BAR, label, value,
		hole_text("said", words_names(&h->pool, &list)));
}

static void write_bars(struct html *h, const struct block *block)
{
	const struct axis axis = { 106, 350 };
	double bottom = BAR_TOP + BAR_ROW * (double)block->bar_count;

	svg_begin(h, block, bottom + 38,
		words(&h->pool, W_CHART_BARS, hole_number("line", block->line, 2)));
	for (size_t i = 0; i < block->bar_count; i++) {
		html_text(h, bar_text(h, &block->bars[i]));
		str_addc(h->out, ' ');
	}
	svg_drawing(h);
	for (size_t i = 0; i < block->bar_count; i++)
		draw_bar(h, &axis, &block->bars[i], BAR_TOP + BAR_ROW * (double)i);
	draw_axis(h, &axis, block->line, BAR_TOP, bottom);
	svg_text(h, place(&axis, block->line) + 22, bottom + 32, "soft mid",
		words(&h->pool, W_CHART_LINE, hole_number("line", block->line, 2)));
	svg_end(h);
}

/* --- strips: the parties of each aspect on one line --- */

#define STRIP_TOP 24
#define STRIP_DOT 9.0   /* radius */
#define STRIP_LANE 20.0 /* dots too close together stand below each other */
#define VALUES_A_LINE 3

struct strip_plot {
	int lane[PARTIES_MAX];
	int lanes, lines; /* of dots, of printed values */
	double height;
};

static bool lane_taken(const struct block *block, const struct axis *axis,
	const struct strip *strip, const struct strip_plot *plot, int party)
{
	for (int p = 0; p < party; p++)
		if (!isnan(strip->value[p]) && plot->lane[p] == plot->lane[party] &&
			fabs(place(axis, strip->value[p]) - place(axis, strip->value[party])) <
				2 * STRIP_DOT)
			return true;
	(void)block;
	return false;
}

static struct strip_plot lay_strip(
	const struct block *block, const struct axis *axis, const struct strip *strip)
{
	struct strip_plot plot = { .lanes = 1 };

	plot.lines = (block->parties + VALUES_A_LINE - 1) / VALUES_A_LINE;
	for (int p = 0; p < block->parties; p++) {
		while (!isnan(strip->value[p]) && lane_taken(block, axis, strip, &plot, p))
			plot.lane[p]++;
		plot.lanes = plot.lane[p] + 1 > plot.lanes ? plot.lane[p] + 1 : plot.lanes;
	}
	plot.height = fmax(22 + 15 * plot.lines, 6 + STRIP_LANE * plot.lanes) + 6;
	return plot;
}

static const char *strip_values(
	struct html *h, const struct block *block, const struct strip *strip, int from, int to)
{
	const char *text = "";

	for (int p = from; p < to && p < block->parties; p++)
		text = pool_printf(&h->pool, "%s%s%c" NB "%s", text, *text ? "  " : "",
			block->letter[p], prose_number(&h->pool, strip->value[p], 2));
	return text;
}

/* From the lowest to the highest value. */
static void draw_span(struct html *h, const struct block *block, const struct axis *axis,
	const struct strip *strip, double y)
{
	double low = NAN, high = NAN;

	for (int p = 0; p < block->parties; p++) {
		low = fmin(low, strip->value[p]);
		high = fmax(high, strip->value[p]);
	}
	if (!isnan(low))
		svg_line(h, "base", place(axis, low), y, place(axis, high), y);
}

static void draw_strip(struct html *h, const struct block *block, const struct axis *axis,
	const struct strip *strip, const struct strip_plot *plot, double y)
{
	double end = axis->left + axis->width, middle = y + 14;

	svg_cut(h, 0, y + 14, "strong", strip->label, 25);
	for (int line = 0; line < plot->lines; line++)
		svg_text(h, 0, y + 29 + 15 * line, "soft",
			strip_values(
				h, block, strip, line * VALUES_A_LINE, (line + 1) * VALUES_A_LINE));
	svg_line(h, "grid", axis->left, middle, end, middle);
	draw_span(h, block, axis, strip, middle);
	for (int p = 0; p < block->parties; p++) {
		double x = place(axis, strip->value[p]), at = middle + plot->lane[p] * STRIP_LANE;

		if (isnan(strip->value[p]))
			continue;
		html_add(h, "<circle class=\"p%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>\n", p, x,
			at, STRIP_DOT);
		svg_text(h, x, at + 4, "on mid", pool_printf(&h->pool, "%c", block->letter[p]));
	}
	svg_text(h, end + 48, y + 18, "end strong", strip->gap);
	svg_text(h, SVG_WIDTH - 66, y + 18, "end", strip->n);
	svg_text(h, SVG_WIDTH - 4, y + 18, "end", strip->p);
}

static void describe_strips(struct html *h, const struct block *block)
{
	for (size_t i = 0; i < block->strip_count; i++) {
		const struct strip *strip = &block->strips[i];

		html_text(h,
			words(&h->pool, W_CHART_STRIP, hole_text("label", strip->label),
				hole_text(
					"values", strip_values(h, block, strip, 0, block->parties)),
				hole_text("gap", strip->gap), hole_text("n", strip->n),
				hole_text("p", strip->p)));
		str_addc(h->out, ' ');
	}
}

static void write_strips(struct html *h, const struct block *block)
{
	const struct axis axis = { 192, 290 };
	double end = axis.left + axis.width, y = STRIP_TOP, height = STRIP_TOP;

	for (size_t i = 0; i < block->strip_count; i++)
		height += lay_strip(block, &axis, &block->strips[i]).height;
	svg_begin(h, block, height + 24, "Values of the sides on a scale from 1 to 5");
	describe_strips(h, block);
	svg_drawing(h);
	svg_text(h, end + 48, 14, "soft end", "gap");
	svg_text(h, SVG_WIDTH - 66, 14, "soft end", "n");
	svg_text(h, SVG_WIDTH - 4, 14, "soft end", "p");
	draw_axis(h, &axis, block->line, STRIP_TOP - 4, height);
	for (size_t i = 0; i < block->strip_count; i++) {
		struct strip_plot plot = lay_strip(block, &axis, &block->strips[i]);

		draw_strip(h, block, &axis, &block->strips[i], &plot, y);
		y += plot.height;
	}
	svg_end(h);
}

/* --- trend: a small plot a row, all on the same scale --- */

#define TREND_ROW 76.0
#define TREND_LEFT 170.0
#define TREND_TOP 4.0
#define TREND_PLOT 44.0 /* height of the scale in a row */

struct trend_plot {
	const struct trend *trend;
	double step;  /* between two rounds */
	size_t every; /* dates are printed at every so many rounds */
};

static double trend_x(const struct trend_plot *plot, size_t round)
{
	return TREND_LEFT + 28 + plot->step * (double)round;
}

static double trend_y(const struct trend_plot *plot, double top, double value)
{
	return top + 20 + (1 - trend_place(&plot->trend->scale, value)) * TREND_PLOT;
}

static void draw_path(
	struct html *h, const struct trend_plot *plot, const struct trend_row *row, double top)
{
	bool open = false;

	for (size_t r = 0; r + 1 < plot->trend->round_count; r++) {
		open = !isnan(row->value[r]) && !isnan(row->value[r + 1]);
		if (open)
			svg_line(h, "trend", trend_x(plot, r), trend_y(plot, top, row->value[r]),
				trend_x(plot, r + 1), trend_y(plot, top, row->value[r + 1]));
	}
}

static void draw_trend_row(
	struct html *h, const struct trend_plot *plot, const struct trend_row *row, double top)
{
	const struct trend *trend = plot->trend;

	svg_cut(h, 0, top + 46, "strong", row->label, 22);
	svg_line(h, "grid", TREND_LEFT, top + TREND_ROW - 4, SVG_WIDTH, top + TREND_ROW - 4);
	if (!isnan(trend->scale.line))
		svg_line(h, "mark", TREND_LEFT, trend_y(plot, top, trend->scale.line), SVG_WIDTH,
			trend_y(plot, top, trend->scale.line));
	draw_path(h, plot, row, top);
	for (size_t r = 0; r < trend->round_count; r++) {
		double x = trend_x(plot, r), y = trend_y(plot, top, row->value[r]);

		if (isnan(row->value[r])) {
			svg_text(h, x, top + 46, "soft mid halo", "none");
			continue;
		}
		html_add(h, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>\n", x, y);
		svg_text(h, x, y - 7, "small mid strong halo",
			prose_number(&h->pool, row->value[r], trend->scale.decimals));
	}
}

static void describe_trend(struct html *h, const struct trend *trend)
{
	for (size_t i = 0; i < trend->row_count; i++) {
		html_text(h, trend->rows[i].label);
		for (size_t r = 0; r < trend->round_count; r++) {
			str_addc(h->out, ' ');
			html_text(h, trend->rounds[r]);
			str_addc(h->out, ' ');
			html_text(h,
				prose_number(
					&h->pool, trend->rows[i].value[r], trend->scale.decimals));
		}
		str_add(h->out, "; ");
	}
}

static void write_trend(struct html *h, const struct block *block)
{
	const struct trend *trend = block->trend;
	size_t gaps = trend->round_count > 1 ? trend->round_count - 1 : 1;
	struct trend_plot plot = { trend, fmin(130, (SVG_WIDTH - TREND_LEFT - 64) / (double)gaps),
		1 };
	double bottom = TREND_TOP + TREND_ROW * (double)trend->row_count;

	while (plot.step * (double)plot.every < 70 && plot.every < gaps)
		plot.every++;
	svg_begin(h, block, bottom + (isnan(trend->scale.line) ? 18 : 36),
		words(&h->pool, W_CHART_TREND, hole_number("low", trend->scale.low, 0),
			hole_number("high", trend->scale.high, 0)));
	describe_trend(h, trend);
	svg_drawing(h);
	for (size_t i = 0; i < trend->row_count; i++)
		draw_trend_row(h, &plot, &trend->rows[i], TREND_TOP + TREND_ROW * (double)i);
	for (size_t r = 0; r < trend->round_count; r += plot.every)
		svg_cut(h, trend_x(&plot, r), bottom + 12, "soft mid", trend->rounds[r], 12);
	if (!isnan(trend->scale.line))
		svg_text(h, TREND_LEFT, bottom + 30, "soft",
			words(&h->pool, W_CHART_DASHED,
				hole_number("line", trend->scale.line, trend->scale.decimals)));
	svg_end(h);
}

void (*const html_charts[BLOCK_KINDS])(struct html *, const struct block *) = {
	[BLOCK_BARS] = write_bars,
	[BLOCK_STRIPS] = write_strips,
	[BLOCK_GANTT] = html_gantt,
	[BLOCK_TREND] = write_trend,
};
