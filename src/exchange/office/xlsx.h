/* SPDX-License-Identifier: MIT */
/*
 * A workbook, made in memory: sheets of grids with what every sheet has, a frozen head with filters
 * that is printed on each page, columns as wide as their texts. A text is a text whatever it looks
 * like, a day a date, and nothing is a formula. The same input gives the same bytes.
 */
#ifndef REKINDLE_EXCHANGE_XLSX_H
#define REKINDLE_EXCHANGE_XLSX_H

#include "grid.h"
#include "xlsx_library.h"

/* How a cell looks. */
enum xlsx_look {
	XLSX_TEXT, /* stays a text, also when it is edited */
	XLSX_WORD, /* the same in one line */
	XLSX_NUMBER,
	XLSX_DAY,
	XLSX_HEAD,
	XLSX_DAY_HEAD,
	/* by condition, or filled */
	XLSX_QUIET, /* not answered, dropped, for later */
	XLSX_GOOD,  /* done, reached; strengths */
	XLSX_WEAK,
	XLSX_BAD, /* late, critical */
	XLSX_BUSY,
	XLSX_LOOKS
};

struct xlsx {
	const struct xlsx_calls *call;
	lxw_workbook *book;
	int file;                                        /* in memory */
	lxw_format *look[XLSX_LOOKS], *over[XLSX_LOOKS]; /* of cells, of conditions */
	lxw_error fault;                                 /* the first */
	const char *heading;                             /* of every page */
	struct str text;                                 /* of a cell */
};

/* about: what the workbook is, in its properties and at the top of each page. day: it is made on.
 * ERR_FAILED where the library is missing. xlsx_end() only after success. */
enum err xlsx_begin(struct xlsx *, const char *about, int day, struct errmsg *why);
/* The bytes of the whole, and all released, also after a failure: ERR_FAILED. */
enum err xlsx_end(struct xlsx *, struct str *out, struct errmsg *why);

/* An empty sheet, printed in landscape on A4; name: at most 31 signs. */
lxw_worksheet *xlsx_sheet(struct xlsx *, const char *name);
/* The first rows and columns stay in sight; the rows are printed on each page. */
void xlsx_freeze(struct xlsx *, lxw_worksheet *, int rows, int columns);
/* One with the grid, its titles frozen and filtered, with the first columns beside them; printed on
 * one page across, where that can be read. */
lxw_worksheet *xlsx_grid(struct xlsx *, const char *name, const struct grid *, int frozen_columns);

void xlsx_cell(struct xlsx *, lxw_worksheet *, size_t row, size_t column, const struct cell *);
void xlsx_text(struct xlsx *, lxw_worksheet *, size_t row, size_t column, const char *text,
	enum xlsx_look);
void xlsx_day(struct xlsx *, lxw_worksheet *, size_t row, size_t column, int day, enum xlsx_look);
/* Of the columns from the first on, with titles in the first row. */
void xlsx_filter(struct xlsx *, lxw_worksheet *, size_t last_row, size_t columns);
void xlsx_width(struct xlsx *, lxw_worksheet *, size_t first, size_t last, double width);
/* Of a row, in points. */
void xlsx_height(struct xlsx *, lxw_worksheet *, size_t row, double height);
/* Printed on one page across. */
void xlsx_page_wide(struct xlsx *, lxw_worksheet *);
/* From a row and column to a row and column, while formula holds for the first of them. */
struct xlsx_range {
	size_t row, column, last_row, last_column;
};
void xlsx_when(
	struct xlsx *, lxw_worksheet *, struct xlsx_range, const char *formula, enum xlsx_look);
/* Of a day, as a formula says it: DATE(2026,11,16). In pool. */
const char *xlsx_formula_day(struct pool *, int day);
/* "C" of column 2, into buffer. */
#define XLSX_COLUMN_NAME 4
const char *xlsx_column(size_t column, char buffer[XLSX_COLUMN_NAME]);

#endif
