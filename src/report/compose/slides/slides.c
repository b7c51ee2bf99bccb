/* SPDX-License-Identifier: MIT */
/*
 * Five slides for the steering committee: what to decide, the causes, what the sides see
 * differently, the plan, the next gate. Each has a sentence for a title, and a list, a chart or a
 * table below; what else has to be said of it is a text.
 */
#include <rekindle/utf8.h>
#include "../assessment/gather.h"

#define LINE_CELLS 60
#define LINES_MOST 7
#define LINES_GATE 8
#define LINES_BESIDE 3 /* below a chart */
#define TITLE_CELLS 90
#define ROWS_MOST 5
#define LABEL_CELLS 14
#define PARTY_COLUMNS 3 /* up to here every side has its value in a column */

static void slide(struct compose *c, const char *title)
{
	doc_chapter(c->doc, NULL, 0, NULL, shortened(c, title, TITLE_CELLS));
}

/* The first in any case, then those that there is room for: none is cut. */
static void bullets(struct compose *c, const struct texts *said, int room)
{
	for (size_t i = 0; i < said->count; i++) {
		int cells = utf8_cells(UTF8_FILE, said->text[i]);
		int lines = (cells + LINE_CELLS - 1) / LINE_CELLS;

		if (i && lines > room)
			continue;
		doc_bullet(c->doc, 0, "%s", said->text[i]);
		room -= lines;
	}
}

/* What to decide */

static const char *decision_title(struct compose *c)
{
	const struct gate *out = plan_leads_to(c->plan), *next = plan_next_gate(c->plan);

	if (c->later)
		return words_plain(W_SLIDE_DECIDE_LATER);
	if (out)
		return words(c->pool, W_SLIDE_DECIDE_EXIT, hole_count("number", out->number));
	if (!next)
		return words_plain(W_SLIDE_DECIDE_NONE);
	return words(c->pool, next->day < c->today ? W_SLIDE_DECIDE_LATE : W_SLIDE_DECIDE_BY,
		hole_count("number", next->number), hole_day("day", next->day, DAY_UNBROKEN));
}

static void slide_decision(struct compose *c)
{
	const char *asked = decision_asked(c);
	struct texts said = { 0 };

	slide(c, decision_title(c));
	if (asked)
		texts_add(c->pool, &said, asked);
	if (!c->later && !plan_leads_to(c->plan))
		texts_add(c->pool, &said, track_sentence(c));
	if (!facts_only(c))
		texts_add(c->pool, &said, case_sentence(c));
	bullets(c, &said, LINES_MOST);
	compose_purpose(c);
	compose_as_of(c);
	compose_left_out_briefly(c);
	if (record_example(c->rec))
		doc_text(c->doc, 0, "%s", words_plain(W_PROGRESS_EXAMPLE));
}

/* The causes */

static const char *cause_title(struct compose *c)
{
	const struct primary *primary = &c->diagnosis->primary;

	if (withheld_primary(c) && !c->scores->one_sided)
		return words_plain(W_SLIDE_CAUSE_WITHHELD);
	if (c->scores->one_sided || primary->cause == PRIMARY_INSUFFICIENT)
		return words_plain(W_SLIDE_CAUSE_FEW);
	if (primary->cause == PRIMARY_NONE)
		return words_plain(W_SLIDE_CAUSE_NONE);
	if (primary->tie)
		return words_plain(W_SLIDE_CAUSE_TIE);
	return words(c->pool, W_SLIDE_CAUSE_FIRST,
		hole_text("plain", words_cause_plain_first(primary->cause)));
}

/* From when what people rated is, where that was before. */
static void tell_day(struct compose *c)
{
	const char *day = words_as_of_day(c->pool, c->view);

	if (day)
		doc_text(c->doc, 0, "%s", day);
}

static void slide_causes(struct compose *c)
{
	struct texts said = { 0 };

	if (facts_only(c)) {
		slide(c, words_plain(W_SLIDE_FACTS));
		texts_add(c->pool, &said, performance_text(c));
		bullets(c, &said, LINES_MOST);
		return;
	}
	slide(c, cause_title(c));
	compose_cause_bars(c);
	texts_add(c->pool, &said, health_text(c));
	texts_add(c->pool, &said, performance_text(c));
	bullets(c, &said, LINES_BESIDE);
	tell_day(c);
}

/* What the sides see differently */

struct rows {
	int scale[ASPECT_COUNT];
	int count, gaps; /* the first of them are gaps */
};

static bool can_show(const struct compose *c, int scale)
{
	return !floor_hides(c, scale) && !isnan(c->scores->scale[scale].score);
}

static void add_row(const struct compose *c, struct rows *rows, int scale)
{
	for (int i = 0; i < rows->count; i++)
		if (rows->scale[i] == scale)
			return;
	if (can_show(c, scale))
		rows->scale[rows->count++] = scale;
}

static int lowest_of(const struct compose *c, const struct rows *rows)
{
	int lowest = -1;

	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		bool there = false;

		for (int i = 0; i < rows->count; i++)
			there |= rows->scale[i] == scale;
		if (!there && can_show(c, scale) &&
			(lowest < 0 ||
				below(c->scores->scale[scale].score,
					c->scores->scale[lowest].score)))
			lowest = scale;
	}
	return lowest;
}

/* The widest gaps, then what is rated lowest. */
static struct rows choose_rows(const struct compose *c)
{
	int scale[ASPECT_COUNT], count = widest_gaps(c, scale, GAP_DISCUSS), next;
	struct rows rows = { .count = 0 };

	for (int i = 0; i < count; i++)
		add_row(c, &rows, scale[i]);
	rows.gaps = rows.count;
	while (rows.count < ROWS_MOST && (next = lowest_of(c, &rows)) >= 0)
		add_row(c, &rows, next);
	return rows;
}

/* How sure a gap is; which side is lower the values show, where there is room for them. */
static const char *gap_text(struct compose *c, const struct gap *gap, int sides)
{
	static const enum sentence known[] = { W_SLIDE_CONFIRMED, W_SLIDE_UNTESTED,
		W_SLIDE_CHANCE };
	int how = gap->confirmed ? 0 : isnan(gap->p) ? 1 : 2;

	if (sides)
		return words_plain(known[how]);
	return words(c->pool, W_SLIDE_LOWER,
		hole_text("party", shortened(c, party_label(c, gap->lower), LABEL_CELLS)),
		hole_text("known", words_plain(known[how])));
}

static const char *remark(struct compose *c, int scale, int sides)
{
	const struct scale_score *score = &c->scores->scale[scale];

	if (score->shared_pain)
		return c->parties > 2 ? "low on all sides" : "low on both sides";
	if (isnan(score->gap.value) || below(score->gap.value, GAP_DISCUSS))
		return "";
	return gap_text(c, &score->gap, sides);
}

static struct table *table_of_sides(struct compose *c, int sides)
{
	struct column columns[PARTY_COLUMNS + 4] = { { .width = 22 },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT } };
	int count = 2;

	for (int p = 0; p < sides; p++)
		columns[count++] = (struct column){ .gap = 1, .width = 8, .align = ALIGN_RIGHT };
	columns[count++] = (struct column){ .gap = 1, .width = 6, .align = ALIGN_RIGHT };
	columns[count++] = (struct column){ .gap = 2, .width = 37 - 9 * sides, .wrap = true };
	struct table *table = doc_table(c->doc, 0, columns, count);
	struct row *head = doc_head_row(c->doc, table);
	doc_cell(c->doc, head, "Aspect");
	doc_cell(c->doc, head, "alliance");
	for (int p = 0; p < sides; p++)
		doc_cell(c->doc, head, "%s", party_label(c, p));
	doc_cell(c->doc, head, "n");
	return table;
}

static void compose_rows(struct compose *c, const struct rows *rows)
{
	int sides = c->parties > PARTY_COLUMNS ? 0 : c->parties;
	struct table *table = table_of_sides(c, sides);

	for (int i = 0; i < rows->count && i < ROWS_MOST; i++) {
		int scale = rows->scale[i];
		struct row *row = doc_row(c->doc, table);

		doc_cell(c->doc, row, "%s", scale_info[scale].label);
		doc_cell(c->doc, row, "%s", floor_score(c, scale));
		for (int p = 0; p < sides; p++)
			doc_cell(c->doc, row, "%s", floor_value(c, scale, p));
		doc_cell(c->doc, row, "%s", counts_short(c, c->scores->scale[scale].n));
		doc_cell(c->doc, row, "%s", remark(c, scale, sides));
	}
}

static const char *sides_title(struct compose *c, const struct rows *rows)
{
	if (c->scores->one_sided || c->parties < 2)
		return words_plain(W_SLIDE_SIDES_ONE);
	if (!rows->count)
		return words_plain(W_SLIDE_SIDES_WITHHELD);
	if (!rows->gaps)
		return words(c->pool, W_SLIDE_SIDES_ALIKE, hole_number("line", GAP_DISCUSS, 2));
	return words(c->pool, W_SLIDE_SIDES, hole_count("n", rows->gaps));
}

static void slide_sides(struct compose *c)
{
	struct rows rows = { .count = 0 };

	if (!facts_only(c))
		rows = choose_rows(c);
	slide(c, sides_title(c, &rows));
	if (!rows.count)
		return;
	compose_rows(c, &rows);
	doc_text(c->doc, 0, "%s",
		words(c->pool, W_WHY_SCALE, hole_number("line", c->scores->lines.failing, 2)));
	tell_day(c);
}

/* The plan */

static const char *plan_title(struct compose *c)
{
	struct plan_count n = plan_count(c->plan, 0, c->today);

	if (c->later)
		return words_plain(W_SLIDE_DECIDE_LATER);
	if (!c->plan->active_count)
		return words_plain(W_SLIDE_PLAN_EMPTY);
	if (!c->plan->stored || c->today < c->plan->start)
		return words(c->pool, W_SLIDE_PLAN_AHEAD,
			hole_count("n", (int)c->plan->active_count),
			hole_day("day", c->plan->end, DAY_UNBROKEN));
	return words(c->pool, W_SLIDE_PLAN_DONE, hole_count("done", n.done),
		hole_count("all", n.active + n.dropped), hole_word("late", n.late));
}

static const char *no_action(struct compose *c)
{
	const struct gate *out = plan_leads_to(c->plan);

	if (c->later)
		return plan_elsewhere(c);
	return out ? words(c->pool, W_NEXT_LEADS_OUT, hole_count("number", out->number))
		   : words_plain(W_FIRST_NONE_LEFT);
}

static void slide_plan(struct compose *c)
{
	size_t at[FIRST_ACTIONS];
	bool none = c->later || plan_leads_to(c->plan);
	int count = none ? 0 : first_actions(c, at);
	struct table *table;
	struct texts said = { 0 };

	slide(c, plan_title(c));
	if (c->plan->active_count && !count) {
		texts_add(c->pool, &said, no_action(c));
		bullets(c, &said, LINES_MOST);
	}
	table = count ? table_of_actions(c) : NULL;
	for (int i = 0; i < count; i++)
		action_row(c, table, at[i]);
	if (!c->later && !c->plan->stored)
		doc_text(c->doc, 0, "%s", words_plain(W_SLIDE_PLAN_DRAFT));
}

/* The next gate */

static const char *gate_slide_title(struct compose *c, const struct gate *next)
{
	if (!next)
		return words_plain(W_SLIDE_GATE_NONE);
	return words(c->pool, next->day < c->today ? W_SLIDE_GATE_LATE : W_SLIDE_GATE,
		hole_count("number", next->number), hole_day("day", next->day, DAY_UNBROKEN));
}

static void slide_gate(struct compose *c)
{
	const struct gate *next = c->later ? NULL : plan_next_gate(c->plan);
	struct texts said = { 0 };

	slide(c, gate_slide_title(c, next));
	if (next) {
		texts_add(c->pool, &said, gate_question(next));
		texts_add(c->pool, &said,
			words(c->pool, W_PLAN_GATE_WHEN,
				hole_text("when", gate_passed_when(next))));
		texts_add(c->pool, &said,
			words(c->pool, W_PLAN_GATE_ELSE,
				hole_text("otherwise", gate_otherwise(next))));
	}
	for (size_t i = 0; !c->later && i < c->plan->gate_count; i++)
		if (c->plan->gates[i].outcome >= 0)
			texts_add(c->pool, &said, was_decided(c, &c->plan->gates[i]));
	bullets(c, &said, LINES_GATE);
}

void compose_slides(struct compose *c)
{
	doc_title(c->doc, "Steering committee", "JOINT EDITION - for the steering committee",
		alliance_parties(c), day_long(c, c->later ? c->rec->assessment.date : c->today));
	slide_decision(c);
	slide_causes(c);
	slide_sides(c);
	slide_plan(c);
	slide_gate(c);
}
