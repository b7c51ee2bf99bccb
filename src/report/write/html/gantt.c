/* SPDX-License-Identifier: MIT */
/*
 * The plan over weeks as inline SVG: bars by state, what is late, gates and today.
 */
#include "html.h"

#include <math.h>
#include <rekindle/words.h>
#include "svg.h"

#define GANTT_LEFT 262.0
#define GANTT_WIDTH 314.0
#define GANTT_TOP 40.0
#define GANTT_ROW 22.0
#define LABEL_CELLS 44  /* a number and the longest title of the library */
#define MONTH_ROOM 30.0 /* a month's name needs */

static double place(const struct gantt *gantt, int day)
{
	double part = (double)(day - gantt->from) / (gantt->to - gantt->from + 1);

	return GANTT_LEFT + fmin(1, fmax(0, part)) * GANTT_WIDTH;
}

static bool shown(const struct gantt *gantt, int day)
{
	return day != DATE_NONE && day >= gantt->from && day <= gantt->to;
}

static const char *month_name(struct html *h, int day, bool first)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return first || month == 1
		? pool_printf(&h->pool, "%s" NB "%d", date_month_short(month), year)
		: date_month_short(month);
}

/* A line at each month, its name where there is room; the year at the first and at January. */
static void draw_months(struct html *h, const struct gantt *gantt, double bottom)
{
	double free = 0;

	for (int day = gantt->from; day <= gantt->to; day = gantt_next_month(day)) {
		const char *name = month_name(h, day, day == gantt->from);
		double x = place(gantt, day);

		svg_line(h, "grid", x, GANTT_TOP - 4, x, bottom);
		if (x < free || x > GANTT_LEFT + GANTT_WIDTH - MONTH_ROOM)
			continue;
		svg_text(h, x + 2, 12, "soft small", name);
		free = x + (name[3] ? 2 : 1) * MONTH_ROOM;
	}
}

static void draw_gates(struct html *h, const struct gantt *gantt, double bottom)
{
	for (size_t i = 0; i < gantt->gate_count; i++) {
		const struct gantt_gate *gate = &gantt->gates[i];

		if (!shown(gantt, gate->day))
			continue;
		double x = place(gantt, gate->day);
		svg_line(h, "gate", x, GANTT_TOP - 8, x, bottom);
		svg_cut(h, x, GANTT_TOP - 12, "small strong mid", gate->label, 10);
	}
	if (shown(gantt, gantt->today)) {
		double x = place(gantt, gantt->today);
		svg_line(h, "mark", x, GANTT_TOP - 8, x, bottom + 6);
		svg_text(h, x, bottom + 18, "small mid", "today");
	}
}

static const char *day_text(struct html *h, int day)
{
	char buffer[32];

	return day == DATE_NONE ? "no date" : pool_strdup(&h->pool, date_short(day, buffer));
}

static void draw_row(
	struct html *h, const struct gantt *gantt, const struct gantt_row *row, double y)
{
	bool late = gantt_late(gantt, row);

	svg_cut(h, 0, y + 15, "small", row->label, LABEL_CELLS);
	if (row->start != DATE_NONE && row->due != DATE_NONE && row->start <= gantt->to &&
		row->due >= gantt->from) {
		double left = place(gantt, row->start), right = place(gantt, row->due + 1);

		svg_box(h, gantt_state_word[row->state], left, y + 5, fmax(right - left, 2), 12);
	}
	if (late)
		svg_line(h, "late", place(gantt, row->due + 1), y + 11, place(gantt, gantt->today),
			y + 11);
	svg_text(h, GANTT_LEFT + GANTT_WIDTH + 50, y + 15, "small end", day_text(h, row->due));
	svg_cut(h, GANTT_LEFT + GANTT_WIDTH + 58, y + 15, late ? "small strong" : "small soft",
		row->word, 13);
}

static void describe(struct html *h, const struct gantt *gantt)
{
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct gantt_row *row = &gantt->rows[i];

		html_text(h,
			words(&h->pool, W_CHART_ACTION, hole_text("action", row->label),
				hole_text("start", day_text(h, row->start)),
				hole_text("due", day_text(h, row->due)),
				hole_text("state", row->word)));
		str_addc(h->out, ' ');
	}
	for (size_t i = 0; i < gantt->gate_count; i++) {
		html_text(h,
			words(&h->pool, W_CHART_GATE, hole_text("gate", gantt->gates[i].label),
				hole_text("day", day_text(h, gantt->gates[i].day))));
		str_addc(h->out, ' ');
	}
	if (gantt->today != DATE_NONE)
		html_text(h,
			words(&h->pool, W_CHART_TODAY,
				hole_text("day", day_text(h, gantt->today))));
}

static void draw_legend(struct html *h, const struct gantt *gantt, double y)
{
	static const char *const words[] = { "done", "started", "open" };
	double x = GANTT_LEFT;

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++, x += 76) {
		svg_box(h, words[i], x, y - 10, 18, 10);
		svg_text(h, x + 24, y, "small soft", words[i]);
	}
	if (gantt->today == DATE_NONE)
		return; /* nothing is late on no day */
	svg_line(h, "late", x, y - 4, x + 18, y - 4);
	svg_text(h, x + 24, y, "small soft", "late");
}

void html_gantt(struct html *h, const struct block *block)
{
	const struct gantt *gantt = block->gantt;
	double bottom = GANTT_TOP + GANTT_ROW * (double)gantt->row_count;

	svg_begin(h, block, bottom + 44, "Actions by week");
	describe(h, gantt);
	svg_drawing(h);
	draw_months(h, gantt, bottom);
	for (size_t i = 0; i < gantt->row_count; i++)
		draw_row(h, gantt, &gantt->rows[i], GANTT_TOP + GANTT_ROW * (double)i);
	draw_gates(h, gantt, bottom);
	draw_legend(h, gantt, bottom + 40);
	svg_end(h);
}
