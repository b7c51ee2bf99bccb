/* SPDX-License-Identifier: MIT */
/*
 * How ratings and recorded facts were blended into scores.
 */
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
	const char *at = c->rec->alliance.ambitions;
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
	return say(c, "%d of %d checklist rows known", known_rows(c, first, end), end - first);
}

static const char *facts_text(struct compose *c, int scale)
{
	int objectives = (int)c->rec->objective_count;

	if (scale == ASPECT_RATIONALE)
		return say(c, "route test, %s", route_n(c));
	if (scale == ASPECT_OBJECTIVES)
		return objectives ? say(c, "%d recorded %s", objectives,
					    plural(objectives, "objective", "objectives"))
				  : "no objective was agreed";
	if (scale == ASPECT_FIT)
		return say(c, "%d ranked %s", count_ambitions(c),
			plural(count_ambitions(c), "ambition", "ambitions"));
	return scale == ASPECT_SELECTION ? rows_text(c, 0, SELECTION_ROWS)
					 : rows_text(c, SELECTION_ROWS, CHECK_ROWS);
}

static void blend_row(struct compose *c, struct table *table, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", scale_info[scale].label);
	doc_cell(c->doc, row, "%s", dash(c, "%.2f", score->perception));
	doc_cell(c->doc, row, "%s", counts(c, score->n));
	doc_cell(c->doc, row, "%.2f", score->evidence);
	doc_cell(c->doc, row, "%.2f", score->weight);
	doc_cell(c->doc, row, "%.2f", score->score);
	doc_cell(c->doc, row, "%s", facts_text(c, scale));
}

/* Ratings, facts and weight of a withheld score would give it. */
static bool blends(const struct compose *c, int scale)
{
	return !isnan(c->scores->scale[scale].evidence) && !withheld_scale(c, scale);
}

void compose_blend(struct compose *c)
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
	struct table *table;
	struct row *row;
	int n = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		n += blends(c, scale);
	doc_space(c->doc);
	if (!n) {
		doc_text(c->doc, 0, "No score%s blends ratings with recorded facts: %s.",
			c->joint ? " that is shown" : "",
			c->joint ? "nothing is recorded, or it stands beside withheld ratings"
				: c->rec->assessment.kind == ROUND_PULSE
				? "a pulse asks for ratings only"
				: "nothing of the audit is recorded");
		return;
	}
	table = doc_captioned(c->doc,
		(struct caption){ .text = say(c,
					  "%s %s ratings with recorded facts, which count for"
					  " their weight",
					  capital(c, counted(c, n, "score", "scores")),
					  plural(n, "blends", "blend")),
			.leads_in = true },
		2, columns, 7);
	row = doc_head_row(c->doc, table);
	doc_skip(row, 1);
	doc_cell(c->doc, row, "ratings");
	doc_cell(c->doc, row, "n");
	doc_cell(c->doc, row, "facts");
	doc_cell(c->doc, row, "weight");
	doc_cell(c->doc, row, "score");
	doc_cell(c->doc, row, "facts are");
	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		if (blends(c, scale))
			blend_row(c, table, scale);
}
