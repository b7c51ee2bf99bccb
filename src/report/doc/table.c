/* SPDX-License-Identifier: MIT */
/*
 * Building the tables of a document, row by row.
 */
#include "doc.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

static struct block *add_table(
	struct doc *doc, enum block_kind kind, int indent, const struct column *columns, int count)
{
	struct block *block = doc_add(doc, kind, indent);

	assert(count <= CELLS_MAX);
	block->table = pool_alloc(&doc->pool, sizeof(*block->table));
	memcpy(block->table->column, columns, (size_t)count * sizeof(*columns));
	block->table->columns = count;
	return block;
}

struct table *doc_table(struct doc *doc, int indent, const struct column *columns, int count)
{
	return add_table(doc, BLOCK_TABLE, indent, columns, count)->table;
}

struct table *doc_key(struct doc *doc, int indent, const struct column *columns, int count)
{
	return add_table(doc, BLOCK_KEY, indent, columns, count)->table;
}

struct table *doc_captioned(struct doc *doc, struct caption caption, int indent,
	const struct column *columns, int count)
{
	struct block *block = add_table(doc, BLOCK_TABLE, indent, columns, count);

	block->heading = (struct heading){ pool_strdup(&doc->pool, caption.lead),
		pool_strdup(&doc->pool, caption.text), pool_strdup(&doc->pool, caption.aside) };
	block->captioned = true;
	block->leads_in = caption.leads_in;
	return block->table;
}

struct row *doc_row(struct doc *doc, struct table *table)
{
	return POOL_APPEND(&doc->pool, table->rows, table->row_count);
}

struct row *doc_head_row(struct doc *doc, struct table *table)
{
	assert(table->head_count == table->row_count);
	table->head_count++;
	return doc_row(doc, table);
}

static void put_cell(struct row *row, const char *text, enum band shade)
{
	assert(row->count < CELLS_MAX);
	row->cell[row->count++] = (struct cell){ .text = text, .shade = shade, .span = 1 };
}

void doc_skip(struct row *row, int cells)
{
	while (cells-- > 0)
		put_cell(row, NULL, BAND_NONE);
}

struct row *doc_group(
	struct doc *doc, struct table *table, int span, const char *title, const char *aside)
{
	struct row *row = doc_row(doc, table);

	table->groups = row->group = true;
	put_cell(row, pool_strdup(&doc->pool, title), BAND_NONE);
	row->cell[0].aside = pool_strdup(&doc->pool, aside);
	row->cell[0].span = span;
	doc_skip(row, span - 1);
	return row;
}

void doc_cell(struct doc *doc, struct row *row, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, doc_format(doc, fmt, args), BAND_NONE);
	va_end(args);
}

void doc_shaded(struct doc *doc, struct row *row, enum band shade, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, doc_format(doc, fmt, args), shade);
	va_end(args);
}

void doc_span(struct doc *doc, struct row *row, int span, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, doc_format(doc, fmt, args), BAND_NONE);
	va_end(args);
	row->cell[row->count - 1].span = span;
	doc_skip(row, span - 1);
}

void doc_detail(struct doc *doc, struct table *table, const char *label, const char *fmt, ...)
{
	struct row *row = &table->rows[table->row_count - 1];
	va_list args;

	va_start(args, fmt);
	const char *text = doc_format(doc, fmt, args);
	va_end(args);
	*POOL_APPEND(&doc->pool, row->details, row->detail_count) = (struct entry){
		.label = pool_strdup(&doc->pool, label), .text = text, .style = TERM_COLON
	};
}
