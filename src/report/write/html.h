/* SPDX-License-Identifier: MIT */
/*
 * Shared by the files of the HTML writer. Markup is added to `out` as it is; every text goes
 * through html_text, which leaves nothing in it that HTML or SVG would take for markup.
 */
#ifndef REKINDLE_REPORT_HTML_H
#define REKINDLE_REPORT_HTML_H

#include "../doc/outline.h"

struct html {
	struct str *out;
	struct pool pool;
	bool ascii;
	int charts; /* so far: their titles have ids */
};

void html_add(struct html *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Content of an element, or of an attribute in quotation marks. */
void html_text(struct html *, const char *text);

/* Figures: inline SVG with its numbers, a title and a description. */
void html_bars(struct html *, const struct part *);
void html_strips(struct html *, const struct part *);
void html_gantt(struct html *, const struct part *);
void html_trend(struct html *, const struct part *);

void html_table(struct html *, const struct part *);
void html_key(struct html *, const struct part *);

#endif
