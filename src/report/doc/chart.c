/* SPDX-License-Identifier: MIT */
/*
 * Building the charts of a document, and what all writers work out of them.
 */
#include "doc.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct block *doc_bars(struct doc *doc, int indent, double line)
{
	struct block *block = doc_add(doc, BLOCK_BARS, indent);

	block->line = line;
	return block;
}

void doc_bar(struct doc *doc, struct block *block, struct bar bar)
{
	*POOL_APPEND(&doc->pool, block->bars, block->bar_count) = bar;
}

struct block *doc_strips(struct doc *doc, int indent, const char *letters, int parties, double line)
{
	struct block *block = doc_add(doc, BLOCK_STRIPS, indent);

	memcpy(block->letter, letters, (size_t)parties);
	block->parties = parties;
	block->line = line;
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
	struct block *block = doc_add(doc, BLOCK_GANTT, indent);

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

int gantt_next_month(int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return date_make(year + month / 12, month % 12 + 1, 1);
}

struct block *doc_trend(struct doc *doc, int indent, struct trend_scale scale)
{
	struct block *block = doc_add(doc, BLOCK_TREND, indent);

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
