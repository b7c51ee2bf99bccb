/* SPDX-License-Identifier: MIT */
/*
 * The heat map: aspects by party, shaded darker for worse. From four parties on it is split by
 * cause, since the columns of all would not fit beside the gaps.
 */
#include "compose.h"

#define SPLIT_FROM 4
#define WITHHELD_SIGN "(w)"

/* Cells of one party: its mean and how many it rests on. */
static int party_columns(struct compose *c, struct column *columns)
{
	int count = 0;

	for (int p = 0; p < c->parties; p++) {
		if (c->parties == 2) {
			columns[count++] = (struct column){
				.gap = p ? 2 : 1, .width = c->joint ? 8 : 7, .shade = 2
			};
			columns[count++] = (struct column){ .width = 3, .align = ALIGN_RIGHT };
		} else {
			columns[count++] = (struct column){ .gap = 1, .width = 5, .shade = 1 };
			columns[count++] = (struct column){ .width = 3, .align = ALIGN_RIGHT };
		}
	}
	return count;
}

static void party_cells(struct compose *c, struct row *row, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];

	for (int p = 0; p < c->parties; p++) {
		if (!asks_scale(c, scale)) {
			doc_cell(c->doc, row, "-");
			doc_skip(row, 1);
			continue;
		}
		if (withheld_value(c, scale, p)) {
			doc_span(c->doc, row, 2, "withheld");
			continue;
		}
		doc_shaded(c->doc, row, band_of(&c->scores->lines, score->value[p]), "%s",
			rated(c, score->value[p]));
		doc_cell(c->doc, row, "%s",
			c->joint && score->n[p] < EDITION_VALUE_MIN
				? say(c, "<%d", EDITION_VALUE_MIN)
				: say(c, "%d", score->n[p]));
	}
}

static bool hides_gap(const struct compose *c, const struct scale_score *score)
{
	int scale = (int)(score - c->scores->scale);
	bool any = withheld_scale(c, scale);

	for (int p = 0; p < c->parties; p++)
		any = any || withheld_value(c, scale, p);
	return any;
}

static const char *level_text(struct compose *c, const struct scale_score *score)
{
	if (isnan(score->gap.value))
		return hides_gap(c, score) ? "withheld" : "-";
	return say(c, "%s%s%s", gap_word(score->gap.level), score->gap.confirmed ? "*" : "",
		score->shared_pain ? " =" : "");
}

struct map {
	struct table *table;
	bool gaps; /* gap and level stand beside the parties */
	bool bands;
};

/* The word covers the band as well; a map without bands has room for a sign of it alone. */
static void score_cells(struct compose *c, const struct map *map, struct row *row, bool hidden,
	double score, const char *band)
{
	if (hidden && map->bands) {
		doc_span(c->doc, row, 2, "withheld");
		return;
	}
	doc_cell(c->doc, row, "%s",
		hidden                 ? WITHHELD_SIGN
			: isnan(score) ? "none"
				       : rated(c, score));
	if (map->bands)
		doc_cell(c->doc, row, "%s", band);
}

static void cause_row(struct compose *c, const struct map *map, int cause)
{
	struct row *row = doc_group(c->doc, map->table, 1, cause_info[cause].label, NULL);

	score_cells(c, map, row, c->view && c->view->cause[cause], c->scores->cause[cause].score,
		band_word(c->scores->cause[cause].band));
}

/* The same of what the round did not ask about. */
static void unasked_cells(struct compose *c, const struct map *map, struct row *row)
{
	if (map->bands)
		doc_span(c->doc, row, 2, "not asked");
	else
		doc_cell(c->doc, row, "-");
}

static void scale_row(struct compose *c, const struct map *map, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct row *row = doc_row(c->doc, map->table);
	bool aspect = scale < ASPECT_COUNT;

	doc_cell(c->doc, row, "%s", scale_info[scale].label);
	if (asks_scale(c, scale))
		score_cells(c, map, row, withheld_scale(c, scale), score->score,
			aspect ? band_word(band_of(&c->scores->lines, score->score)) : "");
	else
		unasked_cells(c, map, row);
	party_cells(c, row, scale);
	if (map->gaps && aspect) {
		doc_cell(c->doc, row, "%s", rated(c, score->gap.value));
		doc_cell(c->doc, row, "%s", level_text(c, score));
	}
}

static void head_rows(struct compose *c, const struct map *map)
{
	struct row *row = doc_head_row(c->doc, map->table);

	doc_skip(row, map->bands ? 3 : 2);
	for (int p = 0; p < c->parties; p++)
		doc_span(c->doc, row, 2, "%s", party_label(c, p));
	row = doc_head_row(c->doc, map->table);
	doc_skip(row, 1);
	doc_cell(c->doc, row, "%s", map->gaps ? "score" : "all");
	if (map->bands)
		doc_cell(c->doc, row, "band");
	for (int p = 0; p < c->parties; p++) {
		doc_cell(c->doc, row, "mean");
		doc_cell(c->doc, row, "n");
	}
	if (map->gaps) {
		doc_cell(c->doc, row, " gap");
		doc_cell(c->doc, row, "level");
	}
}

static struct map begin_map(struct compose *c)
{
	struct map map = { .gaps = c->parties < SPLIT_FROM, .bands = c->parties < SPLIT_FROM };
	struct column columns[CELLS_MAX] = {
		{ .width = c->parties == 2        ? (c->joint ? 24 : 26)
				: c->parties == 3 ? 22
						  : 21 },
		{ .gap = !map.gaps, .width = map.gaps ? 5 : 4 },
	};
	int count = 2;

	if (map.bands)
		columns[count++] = (struct column){ .gap = 1, .width = 8 };
	count += party_columns(c, &columns[count]);
	if (map.gaps) {
		columns[count++] = (struct column){
			.gap = c->parties == 2 ? 2 : 1, .width = 4, .align = ALIGN_RIGHT
		};
		columns[count++] = (struct column){ .gap = c->parties == 2 ? 2 : 1, .width = 9 };
	}
	map.table = doc_table(c->doc, 0, columns, count);
	return map;
}

static void compose_beside(struct compose *c, const struct map *map)
{
	doc_group(c->doc, map->table, map->table->columns, "Symptoms and results",
		" (beside the causes, part of none)");
	for (int scale = ASPECT_COUNT; scale < SCALE_COUNT; scale++)
		scale_row(c, map, scale);
}

static void compose_whole(struct compose *c)
{
	struct map map = begin_map(c);

	head_rows(c, &map);
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		cause_row(c, &map, cause);
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			scale_row(c, &map, cause * ASPECTS_PER_CAUSE + i);
	}
	compose_beside(c, &map);
}

static const char *gap_of(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct hole aspect = hole_text("aspect", words_scale(scale));
	struct hole level = hole_text("level", level_text(c, score));

	if (isnan(score->gap.value))
		return words(c->pool, W_HEAT_NO_GAP, aspect, level);
	return words(c->pool, W_HEAT_GAP, aspect, level,
		hole_number("gap", score->gap.value, places(c)));
}

static void compose_cause_gaps(struct compose *c, int cause)
{
	struct texts list = { 0 };

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		texts_add(c->pool, &list, gap_of(c, cause * ASPECTS_PER_CAUSE + i));
	doc_term(c->doc, 2, 8, TERM_RUN, "Gaps", "%s", words_names(c->pool, &list));
}

static void compose_split(struct compose *c)
{
	struct map map = { 0 };

	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		doc_space(c->doc);
		map = begin_map(c);
		head_rows(c, &map);
		cause_row(c, &map, cause);
		for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
			scale_row(c, &map, cause * ASPECTS_PER_CAUSE + i);
		compose_cause_gaps(c, cause);
	}
	doc_space(c->doc);
	map = begin_map(c);
	head_rows(c, &map);
	map.table->heads_above = true;
	compose_beside(c, &map);
}

/* Rounding is for the eye: where a printed value seems to lie on the other side of a line, say so.
 */
static void compose_rounded(struct compose *c)
{
	struct texts list = { 0 };

	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		double score = c->scores->scale[scale].score;

		if (rounds_across(c, score))
			texts_add(c->pool, &list,
				words(c->pool, W_HEAT_ROUNDED,
					hole_text("aspect", words_scale(scale)),
					hole_text("score", score_text(c, score))));
	}
	if (list.count)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_HEAT_CLOSE,
				hole_text("aspects", words_names(c->pool, &list))));
}

/* The last score that is printed below a line. */
static double last(double line)
{
	return line - 0.01;
}

/* The blocks of shade are 2 cells wide in a map of two parties, else 1. */
static void compose_legend(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 23, .shade = 2 },
		{ .gap = 2, .width = 22, .shade = 2 },
		{ .gap = 2, .width = 25, .shade = 2 },
	};
	const struct lines *lines = &c->scores->lines;
	struct hole from = hole_number("from", lines->critical, 2);
	struct table *legend = doc_key(c->doc, 2, columns, 3);
	struct row *row = doc_row(c->doc, legend);

	doc_shaded(c->doc, row, BAND_CRITICAL, "%s", words(c->pool, W_KEY_CRITICAL, from));
	doc_shaded(c->doc, row, BAND_WEAK, "%s",
		words(c->pool, W_KEY_WEAK, from, hole_number("to", last(lines->failing), 2)));
	doc_shaded(c->doc, row, BAND_ADEQUATE, "%s",
		words(c->pool, W_KEY_ADEQUATE, hole_number("from", lines->failing, 2),
			hole_number("to", last(lines->strength), 2)));
	row = doc_row(c->doc, legend);
	doc_shaded(c->doc, row, BAND_STRENGTH, "%s",
		words(c->pool, W_KEY_STRENGTH, hole_number("from", lines->strength, 2)));
	doc_cell(c->doc, row, "* gap confirmed");
	doc_cell(c->doc, row, "= pain shared by all");
}

static const char *few_text(struct compose *c)
{
	struct hole n = hole_count("n", EDITION_VALUE_MIN);

	return c->parties < SPLIT_FROM
		? words(c->pool, W_HEAT_FEWER, n)
		: words(c->pool, W_HEAT_FEWER_SIGN, n, hole_text("sign", WITHHELD_SIGN));
}

/* With one decimal a number can seem to lie on a line that it is below. */
static void compose_signs(struct compose *c)
{
	double failing = c->scores->lines.failing;
	struct texts said = { 0 };

	texts_add(c->pool, &said, few_text(c));
	texts_add(c->pool, &said,
		words(c->pool, W_HEAT_BANDS, hole_number("line", failing, places(c)),
			hole_number("failing", failing, 2)));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

void compose_heat(struct compose *c)
{
	compose_legend(c);
	if (c->joint)
		compose_signs(c);
	doc_space(c->doc);
	if (c->parties < SPLIT_FROM)
		compose_whole(c);
	else
		compose_split(c);
	compose_rounded(c);
}
