/* SPDX-License-Identifier: MIT */
/*
 * Charts as tables, for office programs that draw no inline SVG: the numbers of each, and a bar of
 * signs where there is one scale.
 */
#include "html.h"

#include <math.h>
#include <rekindle/words.h>
#include "../prose.h"

#define SCALE_LOW 1.0
#define SCALE_POINTS 4.0
#define BAR_CELLS 16
#define RIGHT " style=\"text-align:right\""

static void head(struct html *h, const char *text, bool number)
{
	if (!*text) {
		str_add(h->out, "<td></td>");
		return;
	}
	html_add(h, "<th scope=\"col\"%s>", number ? RIGHT : "");
	html_text(h, text);
	str_add(h->out, "</th>");
}

static void cell(struct html *h, const char *text, bool number)
{
	html_add(h, "<td%s>", number ? RIGHT : "");
	html_text(h, text);
	str_add(h->out, "</td>");
}

static void begin(struct html *h)
{
	str_add(h->out, "<table>\n<thead>\n<tr>");
}

static void rows(struct html *h)
{
	str_add(h->out, "</tr>\n</thead>\n<tbody>\n");
}

static void begin_row(struct html *h)
{
	str_add(h->out, "<tr>");
}

/* What the row is about. */
static void subject(struct html *h, const char *text)
{
	str_add(h->out, "<th scope=\"row\">");
	html_text(h, text);
	str_add(h->out, "</th>");
}

static void end_row(struct html *h)
{
	str_add(h->out, "</tr>\n");
}

static void end(struct html *h)
{
	str_add(h->out, "</tbody>\n</table>\n");
}

static void note(struct html *h, const char *text)
{
	str_add(h->out, "<p>");
	html_text(h, text);
	str_add(h->out, "</p>\n");
}

static const char *bar_of(struct html *h, double value)
{
	double part = isnan(value) ? 0 : (value - SCALE_LOW) / SCALE_POINTS;
	int full = (int)lround(fmin(1, fmax(0, part)) * BAR_CELLS);
	struct str bar;

	str_init(&bar);
	for (int i = 0; i < BAR_CELLS; i++)
		str_add(&bar, i < full ? "█" : "░");
	const char *copy = pool_strdup(&h->pool, bar.text);
	str_release(&bar);
	return copy;
}

static void write_bars(struct html *h, const struct block *block)
{
	begin(h);
	head(h, "Cause", false);
	head(h, "1 to 5", false);
	head(h, "Score", true);
	head(h, "Band", false);
	head(h, "Note", false);
	rows(h);
	for (size_t i = 0; i < block->bar_count; i++) {
		const struct bar *bar = &block->bars[i];

		begin_row(h);
		subject(h, bar->label);
		cell(h, bar_of(h, bar->value), false);
		cell(h, prose_number(&h->pool, bar->value, bar->tenths ? 1 : 2), true);
		cell(h, bar->band, false);
		cell(h, bar->note, false);
		end_row(h);
	}
	end(h);
	note(h, words(&h->pool, W_CHART_SCALE, hole_number("line", block->line, 2)));
}

static void write_strip(struct html *h, const struct block *block, const struct strip *strip)
{
	begin_row(h);
	subject(h, strip->label);
	for (int p = 0; p < block->parties; p++)
		cell(h, prose_number(&h->pool, strip->value[p], 2), true);
	cell(h, strip->gap, true);
	cell(h, strip->n, true);
	cell(h, strip->p, true);
	end_row(h);
}

static void write_strips(struct html *h, const struct block *block)
{
	begin(h);
	head(h, "Aspect", false);
	for (int p = 0; p < block->parties; p++)
		head(h, pool_printf(&h->pool, "%c", block->letter[p]), true);
	head(h, "gap", true);
	head(h, "n", true);
	head(h, "p", true);
	rows(h);
	for (size_t i = 0; i < block->strip_count; i++)
		write_strip(h, block, &block->strips[i]);
	end(h);
}

static const char *day_text(struct html *h, int day)
{
	char buffer[DATE_TEXT];

	return day == DATE_NONE ? "-" : pool_strdup(&h->pool, date_iso(day, buffer));
}

static void write_days(struct html *h, const struct gantt *gantt)
{
	str_add(h->out, "<ul>\n");
	for (size_t i = 0; i < gantt->gate_count; i++) {
		str_add(h->out, "<li>");
		html_text(h, gantt->gates[i].label);
		html_add(h, ": %s</li>\n", day_text(h, gantt->gates[i].day));
	}
	if (gantt->today != DATE_NONE)
		html_add(h, "<li>Today: %s</li>\n", day_text(h, gantt->today));
	str_add(h->out, "</ul>\n");
}

static void write_gantt(struct html *h, const struct block *block)
{
	const struct gantt *gantt = block->gantt;

	begin(h);
	head(h, "Action", false);
	head(h, "Start", false);
	head(h, "Due", false);
	head(h, "State", false);
	rows(h);
	for (size_t i = 0; i < gantt->row_count; i++) {
		begin_row(h);
		subject(h, gantt->rows[i].label);
		cell(h, day_text(h, gantt->rows[i].start), false);
		cell(h, day_text(h, gantt->rows[i].due), false);
		cell(h, gantt->rows[i].word, false);
		end_row(h);
	}
	end(h);
	if (gantt->gate_count || gantt->today != DATE_NONE)
		write_days(h, gantt);
}

static void write_trend(struct html *h, const struct block *block)
{
	const struct trend *trend = block->trend;

	begin(h);
	head(h, "", false);
	for (size_t r = 0; r < trend->round_count; r++)
		head(h, trend->rounds[r], true);
	rows(h);
	for (size_t i = 0; i < trend->row_count; i++) {
		begin_row(h);
		subject(h, trend->rows[i].label);
		for (size_t r = 0; r < trend->round_count; r++)
			cell(h,
				prose_number(
					&h->pool, trend->rows[i].value[r], trend->scale.decimals),
				true);
		end_row(h);
	}
	end(h);
}

void (*const html_chart_tables[BLOCK_KINDS])(struct html *, const struct block *) = {
	[BLOCK_BARS] = write_bars,
	[BLOCK_STRIPS] = write_strips,
	[BLOCK_GANTT] = write_gantt,
	[BLOCK_TREND] = write_trend,
};
