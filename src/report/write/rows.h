/* SPDX-License-Identifier: MIT */
/*
 * Reading a table of a document, for the writers of formats in which it is a plain table.
 */
#ifndef REKINDLE_REPORT_ROWS_H
#define REKINDLE_REPORT_ROWS_H

#include "../doc/doc.h"

/* Text of the cell of that column, the title of a group as it is set; "" where there is none. */
const char *row_text(struct pool *, const struct row *, int column);
/* The heads of the column as one name: "Phoenix mean"; "" for none. */
const char *table_head(struct pool *, const struct table *, int column);
/* The labels of all details, each once: they are columns in a plain table. */
const char **table_details(struct pool *, const struct table *, size_t *count);
/* What a row says under that label, texts of the same label joined; "" for nothing. */
const char *row_detail(struct pool *, const struct row *, const char *label);

#endif
