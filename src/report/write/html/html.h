/* SPDX-License-Identifier: MIT */
/*
 * Shared by the files of the HTML writer. Markup is added to `out` as it is; every text goes
 * through html_text, which leaves nothing in it that HTML or SVG would take for markup.
 */
#ifndef REKINDLE_REPORT_HTML_H
#define REKINDLE_REPORT_HTML_H

#include <rekindle/report.h>
#include "../../doc/doc.h"

/* Who reads it: a browser; what prints it; an office program, which takes the words alone. */
enum html_use { HTML_SCREEN, HTML_PAPER, HTML_OFFICE };

struct html {
	struct str *out;
	enum html_use use;
	struct pool pool;
	bool ascii;
	int charts; /* so far: their titles have ids */
	struct report_marks *marks;
	const struct chapter *chapter; /* that is being written */
	bool headed;                   /* a head has been written in it */
};

void html_add(struct html *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Content of an element, or of an attribute in quotation marks. */
void html_text(struct html *, const char *text);

/* What may be wider than the page can be reached and scrolled with keys: attributes of its element.
 * named: what it is, or NULL for the title of the chapter. */
void html_scrolls(struct html *, const char *named);

/* Figures: inline SVG with its numbers, a title and a description. */
extern void (*const html_charts[BLOCK_KINDS])(struct html *, const struct block *);
/* The same as tables. */
extern void (*const html_chart_tables[BLOCK_KINDS])(struct html *, const struct block *);
/* The content of the page's style; inside a chart the style of charts, where that is needed. */
void html_style(struct html *);
void html_chart_style(struct html *);
void html_gantt(struct html *, const struct block *);

void html_table(struct html *, const struct block *);
void html_key(struct html *, const struct block *);

#endif
