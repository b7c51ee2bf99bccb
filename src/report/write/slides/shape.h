/* SPDX-License-Identifier: MIT */
/*
 * Shapes of a slide in PresentationML, as pandoc passes them on. A text goes through shape_text(),
 * which leaves nothing in it that XML or Markdown would take for markup. Places and sizes are in
 * EMU: 12700 to a point, on a slide of 9144000 by 5143500.
 */
#ifndef REKINDLE_REPORT_SHAPE_H
#define REKINDLE_REPORT_SHAPE_H

#include "../../doc/doc.h"

struct slides {
	struct str *out;
	bool ascii;
	struct pool pool;
	int shapes; /* so far: each has a number */
	int y;      /* where the next one stands */
	struct str notes;
	const char *head; /* before the next text; NULL: nothing */
};

struct box {
	int x, y, width, height;
};

#define INK "1C2430"
#define SOFT "566072"
#define LINE "D5DAE2"
#define WASH "F0F2F5"
#define ACCENT "1F4E6B"

struct look {
	int size; /* hundredths of a point */
	bool bold;
	const char *colour, *align; /* "l", "r", "ctr" */
};

void shape_text(struct slides *, const char *text);
/* One run of text. */
void shape_run(struct slides *, const struct look *, const char *text);
/* One paragraph in a box of its own. */
void shape_words(struct slides *, const struct box *, const struct look *, const char *text);
void shape_rectangle(struct slides *, const struct box *, const char *colour);
/* The list of the slide, in the place that its layout has for it. */
void shape_list(struct slides *, const struct box *, const struct block *, int size);
/* A table over the width; its height in EMU. */
int shape_table(struct slides *, const struct box *, const struct block *);

#endif
