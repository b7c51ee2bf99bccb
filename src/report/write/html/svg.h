/* SPDX-License-Identifier: MIT */
/*
 * Drawing a chart of the HTML report: a figure of SVG_WIDTH units, about as wide as a page of text.
 */
#ifndef REKINDLE_REPORT_HTML_SVG_H
#define REKINDLE_REPORT_HTML_SVG_H

#include "html.h"

#define SVG_WIDTH 720

/* Opens the figure and its description, to which the numbers are added in words;
 * svg_drawing ends the description. */
void svg_begin(struct html *, const struct block *, double height, const char *what);
void svg_drawing(struct html *);
void svg_end(struct html *);
void svg_text(struct html *, double x, double y, const char *class, const char *text);
/* Text cut to so many cells; a cell is 7 units wide at most. */
void svg_cut(struct html *, double x, double y, const char *class, const char *text, int cells);
void svg_line(struct html *, const char *class, double x1, double y1, double x2, double y2);
void svg_box(struct html *, const char *class, double x, double y, double width, double height);

#endif
