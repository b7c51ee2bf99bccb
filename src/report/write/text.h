/* SPDX-License-Identifier: MIT */
/*
 * The line that the text writer is at work on; shared by text.c, chart.c and text_plan.c.
 */
#ifndef REKINDLE_REPORT_TEXT_H
#define REKINDLE_REPORT_TEXT_H

#include <rekindle/report.h>
#include "../doc/doc.h"

#define CELLS_LINE 80 /* never more */

#define NO_MARK (-1)

struct writer {
	struct str *out;
	struct report_marks *marks;
	int mark; /* enum report_mark_kind of the lines being written, or NO_MARK */
	const char *section;
	struct pool pool;
	struct str line;
	bool ascii;
	bool space; /* a blank line is due before the next one */
	bool fresh; /* a heading has just been written: no blank line after it */
};

/* Text as it may be printed, still with its no-break blanks, as wide as it will be. */
void line_clean(const struct writer *, struct str *out, const char *text);
int line_cells(const struct writer *);
void line_pad(struct writer *, int cells); /* blanks up to there */
void line_symbol(struct writer *, const char *symbol, int times);
void line_cut(struct writer *, const char *text, int cells); /* at most so many */
void line_end(struct writer *);

void text_bars(struct writer *, const struct block *);
void text_strips(struct writer *, const struct block *);
void text_gantt(struct writer *, const struct block *);
void text_trend(struct writer *, const struct block *);

#endif
