/* SPDX-License-Identifier: MIT */
/*
 * The columns of the map by the room there is, and where that leaves the pane.
 */
#include "diagnosis.h"

#include <string.h>

#include <rekindle/utf8.h>

/* From roomy to tight: the first that fits is taken. */
static const struct layout_choice {
	bool unfolded_only, folded_only, people, short_gap, evidence, tight;
	int bar, step; /* cells; bar 0: none */
} choices[] = {
	{ .folded_only = true, .bar = BAR_CELLS, .step = 9 },
	{ .folded_only = true, .bar = BAR_SHORT, .step = 9 },
	{ .folded_only = true, .bar = BAR_SHORT, .short_gap = true, .step = 9 },
	{ .unfolded_only = true, .bar = BAR_CELLS, .people = true, .evidence = true, .step = 10 },
	{ .unfolded_only = true, .bar = BAR_CELLS, .people = true, .tight = true, .step = 10 },
	{ .unfolded_only = true, .bar = BAR_SHORT, .people = true, .tight = true, .step = 10 },
	{ .unfolded_only = true, .people = true, .evidence = true, .step = 11 },
	{ .unfolded_only = true, .people = true, .evidence = true, .step = 10 },
	{ .unfolded_only = true, .people = true, .step = 10 },
	{ .step = 9 },
	{ .step = 8 },
	{ .step = 8, .short_gap = true },
	{ .step = 7, .short_gap = true },
};

static int need(const struct layout_choice *choice, int score, int parties)
{
	int party = score + VALUE_CELLS + 2 + (choice->bar ? choice->bar + 2 : 0);
	return party + parties * choice->step + (choice->short_gap ? 7 : GAP_CELLS) +
		(choice->evidence ? 9 : 0);
}

/* Behind all columns, where a whole scale fits there. */
static int plot_col(const struct shape *shape, int cols)
{
	int col = shape->gap + GAP_CELLS + (shape->evidence >= 0 ? 10 : 1);
	return shape->bar >= 0 && col + BAR_CELLS + 1 <= cols - 2 ? col : -1;
}

struct shape shape_for(int cols, int parties, bool unfolded)
{
	struct shape shape = { .score = unfolded ? 26 : 16,
		.aspect = ASPECT_COL,
		.bar = -1,
		.plot = -1,
		.evidence = -1,
		.short_gap = true };
	int score = shape.score;
	for (size_t i = 0; i < sizeof(choices) / sizeof(*choices); i++) {
		const struct layout_choice *choice = &choices[i];
		shape.score = choice->tight ? score - 2 : score;
		shape.aspect = choice->tight ? ASPECT_COL - 2 : ASPECT_COL;
		if ((unfolded ? choice->folded_only : choice->unfolded_only) ||
			need(choice, shape.score, parties) > cols - 2)
			continue;
		shape.bar = choice->bar ? shape.score + VALUE_CELLS + 2 : -1;
		shape.bar_cells = choice->bar;
		shape.party = shape.score + VALUE_CELLS + 2 + (choice->bar ? choice->bar + 2 : 0);
		shape.step = choice->step;
		shape.gap = shape.party + parties * shape.step;
		shape.evidence = choice->evidence ? shape.gap + GAP_CELLS + 1 : -1;
		shape.people = choice->people;
		shape.short_gap = choice->short_gap;
		shape.plot = plot_col(&shape, cols);
		return shape;
	}
	shape.score = score;
	shape.aspect = ASPECT_COL;
	shape.gap = shape.score + VALUE_CELLS + 2;
	return shape;
}

bool sheet_has_bars(int cols, int parties, bool unfolded)
{
	return shape_for(cols, parties, unfolded).bar >= 0;
}

bool sheet_plots(const struct sheet *sheet)
{
	return sheet->shape.plot >= 0 || (sheet->plots && sheet->shape.bar >= 0);
}

/* From here on the map is left what it needs, also with sides enough to leave no room for bars. */
#define PLENTY 120

bool pane_beside(int cols, int parties, bool unfolded)
{
	return width_of(cols) == WIDTH_WIDE &&
		(cols >= PLENTY || sheet_has_bars(cols - PANE_COLS, parties, unfolded));
}

static bool begins_with(const char *text, const char *sign, size_t n)
{
	return utf8_grapheme(text) == n && !memcmp(text, sign, n);
}

/* The first sign of the label, its number where labels begin alike. */
const char *plot_sign(struct pool *pool, const struct record *record, int party)
{
	const char *label = record->parties[party].label;
	size_t n = utf8_grapheme(label);
	for (int p = 0; p < (int)record->party_count; p++)
		if (p != party && begins_with(record->parties[p].label, label, n))
			return pool_printf(pool, "%d", party + 1);
	return utf8_cells_n(UTF8_SCREEN, label, n) == 1 ? pool_strndup(pool, label, n)
							: pool_printf(pool, "%d", party + 1);
}
