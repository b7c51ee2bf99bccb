/* SPDX-License-Identifier: MIT */
/*
 * A report as blocks, whatever it is written as. The composer knows what is said, the writer knows
 * how it looks. Every text lives in the document's pool.
 *
 * NB in a text is a blank at which no line may end: between a number and its unit, date or n.
 */
#ifndef REKINDLE_REPORT_DOC_H
#define REKINDLE_REPORT_DOC_H

#include <rekindle/pool.h>
#include <rekindle/score.h>
#include <rekindle/str.h>

#define NB "\302\240"

enum block_kind {
	BLOCK_TITLE,      /* two lines, each left and right */
	BLOCK_SECTION,    /* label: number or NULL */
	BLOCK_HEAD,       /* sub-head */
	BLOCK_TEXT,       /* paragraph; with a label: hangs under it */
	BLOCK_TABLE,
	BLOCK_BARS,
	BLOCK_STRIP,
	BLOCK_SPACE,
};

enum align { ALIGN_LEFT, ALIGN_RIGHT };

struct column {
	int gap;                  /* blanks before it */
	int width;                /* cells */
	enum align align;
	int shade;                /* cells of shade before the text: 0, 1, 2; part of width */
	bool wrap;                /* long text goes on below; else it is cut */
};

#define CELLS_MAX 24

struct cell {
	const char *text;         /* NULL: empty */
	enum band shade;          /* BAND_NONE: blanks */
	int span;                 /* columns that it covers; the cells of the others are empty */
};

struct row {
	struct cell cell[CELLS_MAX];
	int count;
};

struct table {
	struct column column[CELLS_MAX];
	int columns;
	struct row *rows;
	size_t row_count;
};

/* One cause on the scale of 1 to 5. */
struct bar {
	const char *label;
	double value;             /* NAN: none */
	const char *band, *note;
};

/* The values of all parties for one aspect on one line. */
struct strip {
	const char *label;
	double value[PARTIES_MAX];        /* NAN: none */
	const char *gap, *n, *p;
};

struct block {
	enum block_kind kind;
	int indent, hang;         /* cells before the first line; before the further lines */
	const char *label, *text;
	const char *right, *label_right;  /* title: right ends of both lines */
	struct table *table;
	struct bar *bars;
	size_t bar_count;
	struct strip *strips;
	size_t strip_count;
	char letter[PARTIES_MAX]; /* of the parties on a strip */
	int parties;
};

struct doc {
	struct pool pool;
	struct block *blocks;
	size_t block_count;
};

void doc_release(struct doc *);

void doc_title(struct doc *, const char *what, const char *edition, const char *who,
	const char *when);
void doc_section(struct doc *, int number, const char *title);    /* 0: without a number */
void doc_head(struct doc *, const char *text);
void doc_space(struct doc *);
void doc_text(struct doc *, int indent, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* A paragraph that hangs: label at indent, the text at hang; a label that ends in a blank may be
 * longer. */
void doc_item(struct doc *, int indent, int hang, const char *label, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
struct table *doc_table(struct doc *, int indent, const struct column *, int columns);
/* A new row, good until the next one. */
struct row *doc_row(struct doc *, struct table *);
void doc_cell(struct doc *, struct row *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_shaded(struct doc *, struct row *, enum band, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* A heading over several columns; takes as many cells of the row. */
void doc_span(struct doc *, struct row *, int span, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void doc_skip(struct row *, int cells);
struct block *doc_bars(struct doc *, int indent);
void doc_bar(struct doc *, struct block *, struct bar);
struct block *doc_strips(struct doc *, int indent, const char *letters, int parties);
void doc_strip(struct doc *, struct block *, struct strip);

/* Lines of at most 80 cells, '\n' after each. */
void doc_write_text(struct str *, const struct doc *, bool ascii);

#endif
