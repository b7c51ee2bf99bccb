/* SPDX-License-Identifier: MIT */
/*
 * A table of texts on standard output.
 */
#ifndef REKINDLE_CLI_TABLE_H
#define REKINDLE_CLI_TABLE_H

#include "cli.h"

struct cli_column {
	const char *title;
	int least; /* cells to which it may be cut; 0: it is not */
};

struct cli_table {
	const struct cli_column *columns;
	size_t count; /* of columns */
	const char **cells;
	size_t filled; /* cells, row by row */
	struct pool pool;
};

void cli_table_init(struct cli_table *, const struct cli_column *, size_t count);
void cli_table_release(struct cli_table *);
/* The next cell; NULL is an empty one. Copied. */
void cli_table_cell(struct cli_table *, const char *text);
/* Titles and all rows, within so many columns of the terminal; 0: nothing is cut. */
void cli_table_add(struct str *, struct cli_table *, int room, bool ascii);

#endif
