/* SPDX-License-Identifier: MIT */
/*
 * The line that the text writer is at work on; shared by the files of this folder.
 */
#ifndef REKINDLE_REPORT_LINE_H
#define REKINDLE_REPORT_LINE_H

#include <rekindle/report.h>
#include "../../doc/doc.h"

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

/* Bytes of the next line of a cleaned text, *shown of them to print: a word of Latin letters is
 * broken at a blank, not at the hyphens and full stops that line breaking allows too, since an id
 * in two parts cannot be searched for. */
size_t line_next(const char *text, int cells, size_t *shown);
/* Adds text to the line that has been begun, from `first` at least, and goes on below it at `hang`.
 */
void line_wrapped(struct writer *, const char *text, int first, int hang);
/* Label and text as one, so that a long label is wrapped with its text, which begins after so many
 * cells of the label or a gap behind it. */
void line_beside(struct writer *, const char *label, const char *text, int indent, int cells,
	int gap, int hang);

void text_table(struct writer *, const struct block *);
/* Of the kinds that are charts (chart.c). */
extern void (*const text_charts[BLOCK_KINDS])(struct writer *, const struct block *);
void text_gantt(struct writer *, const struct block *);
void text_trend(struct writer *, const struct block *);

#endif
