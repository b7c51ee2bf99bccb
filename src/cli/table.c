/* SPDX-License-Identifier: MIT */
/*
 * A table of texts, each column as wide as what stands in it; where there is no room, the columns
 * that may be are cut, the widest first.
 */
#include <rekindle/utf8.h>
#include "table.h"

void cli_table_init(struct cli_table *table, const struct cli_column *columns, size_t count)
{
	*table = (struct cli_table){ .columns = columns, .count = count };
}

void cli_table_release(struct cli_table *table)
{
	pool_release(&table->pool);
}

void cli_table_cell(struct cli_table *table, const char *text)
{
	*POOL_APPEND(&table->pool, table->cells, table->filled) =
		pool_strdup(&table->pool, text ? text : "");
}

static int cells_of(const char *text, bool ascii)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, false, ascii);
	int cells = utf8_cells(UTF8_FILE, clean.text);
	str_release(&clean);
	return cells;
}

static void measure(const struct cli_table *table, bool ascii, int *width)
{
	for (size_t i = 0; i < table->count; i++)
		width[i] = utf8_cells(UTF8_FILE, table->columns[i].title);
	for (size_t i = 0; i < table->filled; i++) {
		int cells = cells_of(table->cells[i], ascii);
		if (cells > width[i % table->count])
			width[i % table->count] = cells;
	}
}

/* The widest column that may still be cut; -1: none. */
static int widest(const struct cli_table *table, const int *width)
{
	int found = -1;

	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i].least && width[i] > table->columns[i].least &&
			(found < 0 || width[i] > width[found]))
			found = (int)i;
	return found;
}

static void fit(const struct cli_table *table, int room, int *width)
{
	int sum = (int)table->count - 1, at;

	for (size_t i = 0; i < table->count; i++)
		sum += width[i];
	for (; room && sum > room && (at = widest(table, width)) >= 0; sum--)
		width[at]--;
}

static void add_row(struct str *out, const struct cli_table *table, const char *const *cells,
	const int *width, bool ascii)
{
	for (size_t i = 0; i < table->count; i++)
		cli_cell(out, cells[i], width[i], ascii);
	while (out->len && out->text[out->len - 1] == ' ')
		str_delete(out, out->len - 1, 1);
	str_addc(out, '\n');
}

void cli_table_add(struct str *out, struct cli_table *table, int room, bool ascii)
{
	int *width = pool_alloc(&table->pool, table->count * sizeof(*width));
	const char **titles = pool_alloc(&table->pool, table->count * sizeof(*titles));

	for (size_t i = 0; i < table->count; i++)
		titles[i] = table->columns[i].title;
	measure(table, ascii, width);
	fit(table, room, width);
	add_row(out, table, titles, width, ascii);
	for (size_t at = 0; at < table->filled; at += table->count)
		add_row(out, table, table->cells + at, width, ascii);
}
