/* SPDX-License-Identifier: MIT */
/*
 * How ratings and recorded facts were blended into scores.
 */
#include <assert.h>
#include "compose.h"

static int known_rows(const struct compose *c, int first, int end)
{
	int n = 0;

	for (int row = first; row < end; row++)
		n += record_check(c->rec, (enum check_row)row) != CHECK_UNKNOWN;
	return n;
}

static int count_ambitions(const struct compose *c)
{
	const char *at = record_profile(c->rec)->ambitions;
	int n = at && *at;

	for (; at && *at; at++)
		n += *at == '\n';
	return n < 3 ? n : 3;
}

static const char *route_n(struct compose *c)
{
	int n[PARTIES_MAX] = { 0 };

	for (size_t i = 0; i < c->rec->route_count; i++)
		if (c->rec->routes[i].party >= 0)
			n[c->rec->routes[i].party]++;
	return n_text(c, n);
}

static const char *rows_text(struct compose *c, int first, int end)
{
	return words(c->pool, W_BLEND_ROWS, hole_count("n", known_rows(c, first, end)),
		hole_count("all", end - first));
}

static const char *facts_text(struct compose *c, int scale)
{
	if (scale == ASPECT_RATIONALE)
		return words(c->pool, W_BLEND_ROUTE, hole_text("n", route_n(c)));
	if (scale == ASPECT_OBJECTIVES)
		return words(
			c->pool, W_BLEND_OBJECTIVES, hole_count("n", (int)c->rec->objective_count));
	if (scale == ASPECT_FIT)
		return words(c->pool, W_BLEND_AMBITIONS, hole_count("n", count_ambitions(c)));
	return scale == ASPECT_SELECTION ? rows_text(c, 0, SELECTION_ROWS)
					 : rows_text(c, SELECTION_ROWS, CHECK_ROWS);
}

static void blend_row(struct compose *c, struct table *table, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", scale_info[scale].label);
	doc_cell(c->doc, row, "%s", rated(c, score->perception));
	doc_cell(c->doc, row, "%s", counts(c, score->n));
	doc_cell(c->doc, row, "%.2f", score->evidence);
	doc_cell(c->doc, row, "%.2f", score->weight);
	doc_cell(c->doc, row, "%s", rated(c, score->score));
	doc_cell(c->doc, row, "%s", facts_text(c, scale));
}

/* Ratings, facts and weight of a withheld score would give it. */
static bool blends(const struct compose *c, int scale)
{
	return !isnan(c->scores->scale[scale].evidence) && !withheld_scale(c, scale);
}

static const char *none_text(const struct compose *c)
{
	if (c->joint)
		return words_plain(W_BLEND_NONE_SHOWN);
	return c->rec->assessment.kind == ROUND_PULSE ? words_plain(W_BLEND_NONE_PULSE)
						      : words_plain(W_BLEND_NONE);
}

static struct table *blend_table(struct compose *c, const char *caption)
{
	static const struct column columns[] = {
		{ .width = 18 },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 11, .wrap = true },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 18, .wrap = true },
	};
	static const char *const heads[] = { "ratings", "n", "facts", "weight", "score",
		"facts are" };
	struct table *table = doc_captioned(
		c->doc, (struct caption){ .text = caption, .leads_in = true }, 2, columns, 7);
	struct row *row = doc_head_row(c->doc, table);

	doc_skip(row, 1);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		doc_cell(c->doc, row, "%s", heads[i]);
	return table;
}

void compose_blend(struct compose *c)
{
	/* By how many: no more scales than these have facts of their own. */
	static const enum sentence captions[] = { W_BLEND_NONE, W_BLEND_1, W_BLEND_2, W_BLEND_3,
		W_BLEND_4, W_BLEND_5 };
	struct table *table;
	int n = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		n += blends(c, scale);
	assert(n < (int)(sizeof(captions) / sizeof(*captions)));
	doc_space(c->doc);
	if (!n) {
		doc_text(c->doc, 0, "%s", none_text(c));
		return;
	}
	table = blend_table(c, words_plain(captions[n]));
	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		if (blends(c, scale))
			blend_row(c, table, scale);
}
