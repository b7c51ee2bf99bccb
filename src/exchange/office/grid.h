/* SPDX-License-Identifier: MIT */
/*
 * Making a table: its columns first, then row by row.
 */
#ifndef REKINDLE_EXCHANGE_GRID_H
#define REKINDLE_EXCHANGE_GRID_H

#include <rekindle/exchange.h>
#include <rekindle/office.h>

/* title is borrowed. */
void grid_add_column(struct grid *, const char *title);
/* The same of several, up to a NULL. */
void grid_add_columns(struct grid *, const char *const *titles);
/* The cells of a new row, all empty, one a column; good until the next row. */
struct cell *grid_add_row(struct grid *);

/* Texts are borrowed; NULL, and DATE_NONE, is an empty cell. */
struct cell cell_text(const char *);
struct cell cell_word(const char *);
struct cell cell_number(double); /* NAN: empty */
struct cell cell_day(int day);

#endif
