/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis as one sheet of lines: verdict, the map of causes and aspects, what goes with it.
 * Built in layout(), scrolled as a whole with the heading of the map kept in sight.
 */
#ifndef TUI_DIAGNOSIS_H
#define TUI_DIAGNOSIS_H

#include "../app.h"
#include "../widgets/page.h"
#include "why_page.h"

/* The verdict in sentences; texts live in pool. */
const char *verdict_primary(struct pool *, const struct record *, const struct diagnosis *);
const char *verdict_situation(struct pool *, const struct diagnosis *);
const char *verdict_grade(struct pool *, const struct record *, const struct diagnosis *);
/* What goes with the causes; "" when there is nothing to say. */
const char *verdict_symptoms(struct pool *, const struct diagnosis *);
const char *verdict_killers(struct pool *, const struct diagnosis *);
const char *verdict_pitfalls(struct pool *, const struct diagnosis *);
const char *verdict_specials(struct pool *, const struct diagnosis *);
const char *verdict_knockouts(struct pool *, const struct record *, const struct diagnosis *);

/* An entry of the map: enum cause, or CAUSE_COUNT + enum scale for an aspect. */
enum { ENTRIES_MAX = CAUSE_COUNT + ASPECT_COUNT };
static inline int entry_cause(int entry)
{
	return entry < CAUSE_COUNT ? entry : (entry - CAUSE_COUNT) / ASPECTS_PER_CAUSE;
}
static inline int entry_scale(int entry)
{
	return entry < CAUSE_COUNT ? SCALE_NONE : entry - CAUSE_COUNT;
}

enum sheet_kind { SHEET_TEXT, SHEET_HEADING, SHEET_ENTRY, SHEET_PARTIES };

struct sheet_line {
	enum sheet_kind kind;
	int entry; /* of SHEET_ENTRY and SHEET_PARTIES */
	int party; /* SHEET_PARTIES: the first of PARTIES_BELOW */
	enum style style;
	const char *label; /* bold, before the text; or NULL */
	const char *text;
	int indent;
};
#define NAME_COL 4 /* of a cause */
#define ASPECT_COL 6
#define BAR_CELLS 20    /* five a point, from 1 */
#define BAR_SHORT 12    /* three a point, where the pane takes the room */
#define VALUE_CELLS 6   /* "3.41 W" */
#define GAP_CELLS 14    /* "1.40 material*" */
#define PARTIES_BELOW 2 /* side by side on a row below their entry */

/* Columns of the map. */
struct shape {
	int score, bar;    /* bar -1: none */
	int bar_cells;     /* of it; one more with both ends of the scale */
	int plot;          /* of the plot beside the bars; -1: it takes their place */
	int party, step;   /* first column and cells of each party; step 0: on rows below */
	int gap, evidence; /* evidence -1: none */
	int aspect;        /* first column of an aspect's name */
	bool people, short_gap;
};

/* Where the pane that says why stands; alone: as a screen of its own, when it is asked for. */
enum pane_place { PANE_ALONE, PANE_BELOW, PANE_RIGHT };
#define PANE_ROWS 9  /* below the map, behind a blank row */
#define PANE_COLS 35 /* at the right of it */

struct sheet {
	bool open[CAUSE_COUNT];
	bool chosen; /* somebody has folded: the size no longer decides */
	int lifted;  /* the cause that a search unfolded, from 1; 0 none */
	bool plots;  /* the sides as points in place of the bars */
	int focus;   /* entry */
	bool follow; /* the focus was moved: bring it into sight */
	struct shape shape;
	struct pool pool;
	struct sheet_line *lines;
	size_t count;
	size_t heading; /* line of the map's heading */
	int top, rows;
	int wanted; /* top as it was before the window changed */
	int placed; /* top as the last layout left it */
	int window_rows, window_cols;
	bool all_visible;
	int cols; /* of the sheet: the window's, less the pane at the right */
	enum pane_place pane;
	struct page why;      /* of the entry in focus */
	struct why_view view; /* what of it opens */
	int explained;        /* that entry */
	int pane_row, pane_col;
	bool inside; /* the pane has the keys */
};

/* diagnosis_shape.c */
struct shape shape_for(int cols, int parties, bool unfolded);
/* Do the columns of a window of that width hold bars? */
bool sheet_has_bars(int cols, int parties, bool unfolded);
/* Is the pane at the right of the map, unfolded or not? */
bool pane_beside(int cols, int parties, bool unfolded);
/* Are the sides shown as points on the scale? */
bool sheet_plots(const struct sheet *);
/* The point of a side: the first sign of its label, its number where labels begin alike; in pool.
 */
const char *plot_sign(struct pool *, const struct record *, int party);

/* diagnosis_sheet.c, diagnosis_draw.c */
void diagnosis_layout(struct screen *, int rows, int cols);
void diagnosis_draw(const struct screen *, const struct canvas *);

/* sheet.c */
/* The entries in order of the screen; returns their number. */
int sheet_entries(const struct sheet *, int entries[ENTRIES_MAX]);
/* First line of an entry, -1 for a folded one, and the lines it takes. */
int sheet_place(const struct sheet *, int entry, int *count);
/* Is a cause unfolded? */
bool sheet_unfolded(const struct sheet *);

/* diagnosis_pane.c */
/* The pane: its place decides the columns of the sheet; it is filled once the sheet is laid out. */
void pane_place(struct sheet *, const struct app *, int rows, int cols);
void pane_layout(struct sheet *, struct app *, int rows, int cols);
/* Nothing but the pane is drawn. */
bool pane_alone(const struct sheet *);
void pane_draw(const struct sheet *, const struct canvas *);

#endif
