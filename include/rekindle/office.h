/* SPDX-License-Identifier: MIT */
/*
 * Tables for the programs of an office: rows and columns in memory, made once, and their writers.
 * Every cell says what it holds, so that each format writes a number as a number, a day as a day
 * and a text as nothing but text.
 */
#ifndef REKINDLE_OFFICE_H
#define REKINDLE_OFFICE_H

#include <rekindle/err.h>
#include <rekindle/pool.h>
#include <rekindle/record.h>
#include <rekindle/str.h>

enum cell_kind {
	CELL_NONE,
	CELL_TEXT,   /* of people, or of a question bank */
	CELL_WORD,   /* of a closed set, or an id: needs no guard */
	CELL_NUMBER, /* whole or not */
	CELL_DAY
};
struct cell {
	enum cell_kind kind;
	const char *text;
	double number;
	int day;
};

struct grid {
	struct pool pool;
	const char **titles; /* of the columns */
	size_t column_count;
	struct cell *cells; /* row by row, column_count each */
	size_t row_count;
};
void grid_release(struct grid *);
/* The cell of a row and column that are there. */
const struct cell *grid_cell(const struct grid *, size_t row, size_t column);

/*
 * The answers of a round as its internal edition may state them (edition_states()): assessment,
 * respondent, party, role, item, aspect, state, value, text and comment; values and ratings as they
 * were given. A row an answer, by item, then by respondent in the order of the file. wide: a row a
 * respondent, in that order, with a column each question that the round asks, which holds the
 * value or text, else the state of what was not answered.
 *
 * A respondent is a UUID; one who answered in confidence a number (edition_number_of()) without
 * party, role and words, behind all the others. Blank answers without a word are no rows. Borrows
 * from the record, which must outlive it.
 */
void answers_grid(struct grid *, const struct record *, bool wide);

/* RFC 4180, with a row of titles; texts are guarded as struct csv does it. */
void grid_csv(struct str *, const struct grid *);
/* An array of one object a row, its members called as the columns; an empty cell is null. Pretty,
 * '\n' at the end. */
void grid_json(struct str *, const struct grid *);

/*
 * A workbook (XLSX), the bytes of one: days are days, numbers numbers, texts nothing but texts.
 * today: the day that it was made on. libxlsxwriter is loaded for it: ERR_FAILED, and what to
 * install, where it is missing; nothing is added to the text then.
 */
enum err answers_xlsx(struct str *, const struct grid *answers, const struct record *, int today,
	struct errmsg *why);

#endif
