/* SPDX-License-Identifier: MIT */
/*
 * A document as chapters and parts, for the writers of formats that know lists, headings and
 * tables: what the text writer shows by indentation is structure here. Texts are the document's.
 *
 * - A labelled text becomes an item of a list; neighbours share it.
 * - A line without a full stop is a line: a small heading, or the caption of the table below it.
 * - A table of one row that follows another one of the same columns goes on with it, and the
 *   labelled texts below such a row, deeper than it, are its details.
 */
#ifndef REKINDLE_REPORT_OUTLINE_H
#define REKINDLE_REPORT_OUTLINE_H

#include "doc.h"

enum part_kind {
	PART_HEAD,  /* text */
	PART_LINE,  /* text */
	PART_TEXT,  /* text */
	PART_LIST,  /* items: with bullets or numbers in their labels, or none */
	PART_TERMS, /* items: each label is what the text is about */
	PART_TABLE, /* grid */
	PART_KEY,   /* grid: what shades and signs mean; without heads */
	PART_BARS,
	PART_STRIPS,
	PART_GANTT,
	PART_TREND, /* block */
};

struct grid_row {
	const struct row *row;
	const struct block **details;
	size_t detail_count;
};

struct grid {
	const struct table *table; /* its columns */
	const struct row *heads;   /* its own, or those of the table that it goes on with */
	size_t head_count;
	struct grid_row *rows;
	size_t row_count;
	int columns;
	int subject; /* the column that says what its row is about */
	bool groups; /* rows whose subject is not indented begin a group */
};

struct part {
	enum part_kind kind;
	const char *text;
	const char *caption; /* what names a table or chart, or NULL */
	bool captioned;      /* the caption stands nowhere else */
	const struct block *block;
	const struct block **items;
	size_t item_count;
	struct grid *grid;
};

struct chapter {
	const char *id, *number, *title; /* each may be NULL */
	struct part *parts;
	size_t part_count;
};

struct outline {
	struct pool pool;
	const struct block *title; /* NULL: none */
	struct chapter *chapters;
	size_t chapter_count;
};

void outline_init(struct outline *, const struct doc *);
void outline_release(struct outline *);

/* What a reader of a detail or item calls it: the label without its colon and blanks. */
const char *outline_label(struct pool *, const struct block *);
/* Text of the cell of that column; "" where there is none. */
const char *grid_text(const struct row *, int column);
/* The heads of the column as one name: "Phoenix mean"; "" for none. */
const char *grid_head(struct pool *, const struct grid *, int column);
/* The labels of all details, each once: they are columns in a plain table. */
const char **grid_details(struct pool *, const struct grid *, size_t *count);
/* What a row says under that label, texts of the same label joined; "" for nothing. */
const char *grid_detail(struct pool *, const struct grid_row *, const char *label);

/*
 * The one door for texts: controls and bidi controls taken out, each run of blanks as one blank,
 * none at the ends. No-break blanks stay when `keep`, else they are blanks.
 */
void prose(struct str *, const char *text, bool keep);
/* "STEP 1  AUDIT" is "STEP 1: AUDIT" where blanks do not show. */
const char *prose_title(struct pool *, const char *text);
/* The end of a prose text in ASCII: "…" is "...", what has no like becomes "?". */
void prose_ascii(struct str *, size_t from);
/* "2.51" with that many decimals, "none" for NAN. */
const char *prose_number(struct pool *, double value, int decimals);

#endif
