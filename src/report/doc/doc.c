/* SPDX-License-Identifier: MIT */
/*
 * Building a document, block by block.
 */
#include "doc.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

void doc_release(struct doc *doc)
{
	pool_release(&doc->pool);
	*doc = (struct doc){ .blocks = NULL };
}

static const char *format(struct doc *doc, const char *fmt, va_list args)
{
	struct str out;

	str_init(&out);
	str_addv(&out, fmt, args);
	const char *text = pool_strdup(&doc->pool, out.text);
	str_release(&out);
	return text;
}

static struct block *add(struct doc *doc, enum block_kind kind, int indent)
{
	struct block *block = POOL_APPEND(&doc->pool, doc->blocks, doc->block_count);

	block->kind = kind;
	block->section = doc->section;
	block->indent = block->hang = indent;
	return block;
}

void doc_title(
	struct doc *doc, const char *what, const char *edition, const char *who, const char *when)
{
	struct block *block = add(doc, BLOCK_TITLE, 0);

	block->label = what;
	block->label_right = edition;
	block->text = who;
	block->right = when;
}

void doc_section(struct doc *doc, int number, const char *title)
{
	struct block *block = add(doc, BLOCK_SECTION, 0);

	block->label = number ? pool_printf(&doc->pool, "%d.", number) : NULL;
	block->text = pool_strdup(&doc->pool, title);
}

void doc_head(struct doc *doc, const char *text)
{
	add(doc, BLOCK_HEAD, 0)->text = pool_strdup(&doc->pool, text);
}

void doc_space(struct doc *doc)
{
	add(doc, BLOCK_SPACE, 0);
}

void doc_text(struct doc *doc, int indent, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = format(doc, fmt, args);
	va_end(args);
	add(doc, BLOCK_TEXT, indent)->text = text;
}

void doc_item(struct doc *doc, int indent, int hang, const char *label, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	const char *text = format(doc, fmt, args);
	va_end(args);
	struct block *block = add(doc, BLOCK_TEXT, indent);
	block->hang = hang;
	block->label = pool_strdup(&doc->pool, label);
	block->text = text;
}

struct table *doc_table(struct doc *doc, int indent, const struct column *columns, int count)
{
	struct table *table = pool_alloc(&doc->pool, sizeof(*table));

	assert(count <= CELLS_MAX);
	memcpy(table->column, columns, (size_t)count * sizeof(*columns));
	table->columns = count;
	add(doc, BLOCK_TABLE, indent)->table = table;
	return table;
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
	row->cell[row->count++] = (struct cell){ text, shade, 1 };
}

void doc_cell(struct doc *doc, struct row *row, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, format(doc, fmt, args), BAND_NONE);
	va_end(args);
}

void doc_shaded(struct doc *doc, struct row *row, enum band shade, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, format(doc, fmt, args), shade);
	va_end(args);
}

void doc_span(struct doc *doc, struct row *row, int span, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_cell(row, format(doc, fmt, args), BAND_NONE);
	va_end(args);
	row->cell[row->count - 1].span = span;
	doc_skip(row, span - 1);
}

void doc_skip(struct row *row, int cells)
{
	while (cells-- > 0)
		put_cell(row, NULL, BAND_NONE);
}

struct block *doc_bars(struct doc *doc, int indent)
{
	return add(doc, BLOCK_BARS, indent);
}

void doc_bar(struct doc *doc, struct block *block, struct bar bar)
{
	*POOL_APPEND(&doc->pool, block->bars, block->bar_count) = bar;
}

struct block *doc_strips(struct doc *doc, int indent, const char *letters, int parties)
{
	struct block *block = add(doc, BLOCK_STRIP, indent);

	memcpy(block->letter, letters, (size_t)parties);
	block->parties = parties;
	return block;
}

void doc_strip(struct doc *doc, struct block *block, struct strip strip)
{
	*POOL_APPEND(&doc->pool, block->strips, block->strip_count) = strip;
}

const char *const gantt_state_word[] = {
	[GANTT_OPEN] = "open",
	[GANTT_STARTED] = "started",
	[GANTT_DONE] = "done",
};

struct block *doc_gantt(struct doc *doc, int indent, int from, int to, int today)
{
	struct block *block = add(doc, BLOCK_GANTT, indent);

	assert(from <= to);
	block->gantt = pool_alloc(&doc->pool, sizeof(*block->gantt));
	*block->gantt = (struct gantt){ .from = from, .to = to, .today = today };
	return block;
}

void doc_gantt_gate(struct doc *doc, struct block *block, const char *label, int day)
{
	struct gantt *gantt = block->gantt;

	*POOL_APPEND(&doc->pool, gantt->gates, gantt->gate_count) =
		(struct gantt_gate){ pool_strdup(&doc->pool, label), day };
}

void doc_gantt_row(struct doc *doc, struct block *block, struct gantt_row row)
{
	struct gantt *gantt = block->gantt;

	row.label = pool_strdup(&doc->pool, row.label ? row.label : "");
	row.word = pool_strdup(&doc->pool, row.word ? row.word : "");
	*POOL_APPEND(&doc->pool, gantt->rows, gantt->row_count) = row;
}

bool gantt_late(const struct gantt *gantt, const struct gantt_row *row)
{
	return row->state != GANTT_DONE && gantt->today != DATE_NONE && row->due != DATE_NONE &&
		row->due < gantt->today;
}

struct block *doc_trend(struct doc *doc, int indent, struct trend_scale scale)
{
	struct block *block = add(doc, BLOCK_TREND, indent);

	assert(scale.low < scale.high);
	block->trend = pool_alloc(&doc->pool, sizeof(*block->trend));
	block->trend->scale = scale;
	return block;
}

void doc_trend_round(struct doc *doc, struct block *block, const char *when)
{
	struct trend *trend = block->trend;

	assert(!trend->row_count);
	*POOL_APPEND(&doc->pool, trend->rounds, trend->round_count) = pool_strdup(&doc->pool, when);
}

void doc_trend_row(struct doc *doc, struct block *block, const char *label, const double *values)
{
	struct trend *trend = block->trend;
	size_t size = trend->round_count * sizeof(*values);
	double *copy = pool_alloc(&doc->pool, size);

	if (size)
		memcpy(copy, values, size);
	*POOL_APPEND(&doc->pool, trend->rows, trend->row_count) =
		(struct trend_row){ pool_strdup(&doc->pool, label), copy };
}

double trend_place(const struct trend_scale *scale, double value)
{
	return fmin(1, fmax(0, (value - scale->low) / (scale->high - scale->low)));
}
