/* SPDX-License-Identifier: MIT */
/*
 * The frame, texts, lines and boxes of a chart.
 */
#include "svg.h"

#include <rekindle/utf8.h>
#include "../prose.h"

void svg_begin(struct html *h, const struct block *block, double height, const char *what)
{
	int chart = ++h->charts;
	const char *name = heading_of(&h->pool, block);

	str_add(h->out, "<figure class=\"chart\"");
	html_scrolls(h, name ? name : what);
	html_add(h,
		">\n<svg viewBox=\"0 0 %d %.0f\" role=\"img\""
		" aria-describedby=\"chart-%d\">\n",
		SVG_WIDTH, height, chart);
	html_chart_style(h);
	str_add(h->out, "<title>");
	html_text(h, name ? name : what);
	html_add(h, "</title>\n<desc id=\"chart-%d\">", chart);
	html_text(h, what);
	str_add(h->out, ". ");
}

void svg_drawing(struct html *h)
{
	str_add(h->out, "</desc>\n");
}

void svg_end(struct html *h)
{
	str_add(h->out, "</svg>\n</figure>\n");
}

void svg_text(struct html *h, double x, double y, const char *class, const char *text)
{
	html_add(h, "<text x=\"%.1f\" y=\"%.1f\"%s%s%s>", x, y, class ? " class=\"" : "",
		class ? class : "", class ? "\"" : "");
	html_text(h, text);
	str_add(h->out, "</text>\n");
}

void svg_cut(struct html *h, double x, double y, const char *class, const char *text, int cells)
{
	struct str plain, cut;

	str_init(&plain);
	str_init(&cut);
	prose(&plain, text, true);
	utf8_cut(&cut, UTF8_FILE, plain.text, cells);
	svg_text(h, x, y, class, cut.text);
	str_release(&cut);
	str_release(&plain);
}

void svg_line(struct html *h, const char *class, double x1, double y1, double x2, double y2)
{
	html_add(h, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", class,
		x1, y1, x2, y2);
}

void svg_box(struct html *h, const char *class, double x, double y, double width, double height)
{
	html_add(h,
		"<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
		" rx=\"2\"/>\n",
		class, x, y, width, height);
}
