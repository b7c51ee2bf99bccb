/* SPDX-License-Identifier: MIT */
/*
 * Drawing on a window: text clipped by cells, harmless, in ASCII where the locale wants it.
 * Rows and columns count from 0. Nothing here reads keys or changes state of a screen.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <rekindle/str.h>

/* What a piece of text is; looks.c says how that looks. */
enum style {
	STYLE_PLAIN,
	STYLE_BOLD,     /* verdict, question, section, key, sum */
	STYLE_FOCUS,    /* the one focus: reversed */
	STYLE_FIELD,    /* where something can be written: underlined */
	STYLE_PART,     /* the open part of a screen: bold, underlined */
	STYLE_DIM,      /* may vanish without loss */
	STYLE_CRITICAL, /* red and bold */
	STYLE_WARN,     /* yellow: W, ! */
	STYLE_GOOD,     /* green: S, done */
	STYLE_LINK,     /* cyan: quick wins */
	STYLE_COUNT
};

/* Signs outside ASCII that the screens use, by the name of what they mean. */
#define SIGN_FULL "█"
#define SIGN_REST "░"
#define SIGN_RULE "│"

/* Cells of a row that the focus leaves as they are: a bar reversed would read as its opposite. */
#define KEPT_MOST 8
struct kept_cells {
	int row, count;
	struct {
		int from, to; /* exclusive */
	} span[KEPT_MOST];
};

struct canvas {
	WINDOW *window;
	int rows, cols;
	bool ascii, colour;
	struct str *scratch;          /* kept between paints: no allocation while drawing */
	int *cursor_row, *cursor_col; /* where the terminal cursor goes; left alone: hidden */
	int *focus_row, *focus_col;   /* where it stands when hidden: on the focus */
	struct kept_cells *kept;      /* of the row drawn last that has bars */
};

/* Text from column col, at most width cells, cut with '~'; returns the cells written. */
int canvas_text(const struct canvas *, int row, int col, int width, enum style, const char *text);
int canvas_textf(const struct canvas *, int row, int col, int width, enum style, const char *fmt,
	...) __attribute__((format(printf, 6, 7)));
/* Ends at column col (exclusive). */
void canvas_right(const struct canvas *, int row, int col, enum style, const char *text);
/* Exactly width cells, padded with blanks: a row of the focus or a field. */
void canvas_padded(
	const struct canvas *, int row, int col, int width, enum style, const char *text);
/* Text wrapped at width, from line skip on, at most rows lines; returns the lines drawn. */
int canvas_wrapped(const struct canvas *, int row, int col, int width, int skip, int rows,
	enum style, const char *text);
/* Lines that text takes when wrapped at width; at least 1. */
int canvas_lines(const char *text, int width);
/* A bar of width cells, filled from the left. */
void canvas_bar(const struct canvas *, int row, int col, int width, int filled);
/* Cells drawn as a bar, or as what else tells by how dark it is: the focus leaves them. */
void canvas_keep(const struct canvas *, int row, int col, int width);
/* One sign a value, as high as it is: kept like a bar. */
void canvas_spark(const struct canvas *, int row, int col, int width, const char *text);
/* Mark a row that is already drawn as the focus: '>' in column 0 and its cells reversed, but those
 * of bars. The whole row; up to column end, where a pane stands behind it or what keeps its colour:
 * a state, a day; from column col on, where something else stands before it. */
void canvas_focus(const struct canvas *, int row);
void canvas_focus_span(const struct canvas *, int row, int end);
void canvas_focus_part(const struct canvas *, int row, int col, int end);

/* Narrower than the standard layout of 80 columns: one column. */
static inline bool width_is_narrow(int cols)
{
	return cols < 80;
}

/* Prepare colour pairs; once after the terminal is set up. */
void canvas_colours(void);

#endif
