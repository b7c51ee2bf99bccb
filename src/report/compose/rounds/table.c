/* SPDX-License-Identifier: MIT */
/*
 * The aspects of two rounds beside each other.
 */
#include "rounds.h"

#define WITHHELD_SIGN "(w)"

const char *rounds_score(struct compose *c, double score, bool hidden)
{
	return hidden ? WITHHELD_SIGN : dash(c, c->joint ? "%.1f" : "%.2f", score);
}

/* A change that rounds to nothing has no sign of its own. */
static const char *change_text(struct compose *c, const struct edition_change *change)
{
	double digits = c->joint ? 10 : 100;
	double rounded = round(change->change * digits) / digits + 0.0;

	if (change->hides_change)
		return WITHHELD_SIGN;
	return dash(c, c->joint ? "%+.1f" : "%+.2f", rounded);
}

static const char *pairs_text(struct compose *c, const struct edition_change *change)
{
	return change->hides_change ? WITHHELD_SIGN : say(c, "%d", change->pairs);
}

static const char *movement_text(const struct edition_change *change)
{
	static const enum sentence said[MOVEMENT_COUNT] = {
		[MOVEMENT_UNCLEAR] = W_ROUNDS_CANNOT,
		[MOVEMENT_ROSE] = W_ROUNDS_ROW_ROSE,
		[MOVEMENT_FELL] = W_ROUNDS_ROW_FELL,
	};

	if (change->hides_movement)
		return words_plain(W_ROUNDS_ROW_WITHHELD);
	return words_plain(change->pairs ? said[change->movement] : W_ROUNDS_ROW_NONE);
}

void rounds_row(struct compose *c, struct table *table, int a, const struct edition_change *shown)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", scale_info[a].label);
	doc_cell(c->doc, row, "%s", rounds_score(c, shown->before, shown->hides_before));
	doc_cell(c->doc, row, "%s", rounds_score(c, shown->after, shown->hides_after));
	doc_cell(c->doc, row, "%s", change_text(c, shown));
	doc_cell(c->doc, row, "%s", pairs_text(c, shown));
	doc_cell(c->doc, row, "%s", chance_text(c, shown->p));
	doc_cell(c->doc, row, "%s", movement_text(shown));
}

static void score_cells(
	struct compose *c, struct row *row, double before, double after, double then, double now)
{
	doc_cell(c->doc, row, "%s", rounds_score(c, before, isnan(before) && !isnan(then)));
	doc_cell(c->doc, row, "%s", rounds_score(c, after, isnan(after) && !isnan(now)));
}

static void cause_row(
	struct compose *c, struct table *table, const struct round_change *change, int cause)
{
	struct row *row = doc_group(c->doc, table, 1, cause_info[cause].label, NULL);

	score_cells(c, row, change->shown.cause_before[cause], change->shown.cause_after[cause],
		change->trend.cause_before[cause], change->trend.cause_after[cause]);
}

static void health_row(struct compose *c, struct table *table, const struct round_change *change)
{
	struct row *row = doc_group(c->doc, table, 1, "Health", NULL);

	score_cells(c, row, change->shown.health_before, change->shown.health_after,
		change->trend.health_before, change->trend.health_after);
}

static struct table *begin_table(struct compose *c)
{
	static const char *const heads[] = { "before", "after", "change", "pairs", "p" };
	static const struct column columns[] = {
		{ .width = 24 },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 18 },
	};
	struct table *table = doc_table(c->doc, 0, columns, 7);
	struct row *row = doc_head_row(c->doc, table);

	doc_skip(row, 1);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		doc_cell(c->doc, row, "%s", heads[i]);
	return table;
}

static void moved_rows(struct compose *c, struct table *table, const struct round_change *change,
	int cause, bool all)
{
	for (int a = cause * ASPECTS_PER_CAUSE; a < (cause + 1) * ASPECTS_PER_CAUSE; a++)
		if (all || change->shown.aspect[a].movement != MOVEMENT_UNCLEAR)
			rounds_row(c, table, a, &change->shown.aspect[a]);
}

static bool any_moved(const struct round_change *change)
{
	for (int a = 0; a < ASPECT_COUNT; a++)
		if (change->shown.aspect[a].movement != MOVEMENT_UNCLEAR)
			return true;
	return false;
}

void rounds_table(struct compose *c, const struct round_change *change, bool all)
{
	struct table *table;

	if (!all && !any_moved(change))
		return;
	doc_space(c->doc);
	table = begin_table(c);
	for (int cause = 0; cause < CAUSE_COUNT; cause++) {
		if (all)
			cause_row(c, table, change, cause);
		moved_rows(c, table, change, cause, all);
	}
	if (all)
		health_row(c, table, change);
}

/* The joint edition makes them of what it prints, so that nothing more follows from them. */
void rounds_whole(struct compose *c, const struct round_change *change)
{
	struct texts said = { 0 };

	rounds_table(c, change, true);
	doc_space(c->doc);
	texts_add(c->pool, &said, words_plain(W_ROUNDS_CHANGE));
	if (c->joint)
		texts_add(c->pool, &said, words_plain(W_ROUNDS_MEANS));
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
	if (!c->joint)
		rounds_heard(c, change);
}
