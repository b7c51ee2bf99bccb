/* SPDX-License-Identifier: MIT */
/*
 * trend: the scores of all rounds of an alliance, and what rose or fell from each to the next.
 */
#include "../../write/write.h"
#include "rounds.h"

static struct table *begin_rounds(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 9 },
		{ .gap = 1, .width = 10 },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 10, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
	};
	struct table *table = doc_table(c->doc, 0, columns, sizeof(columns) / sizeof(*columns));
	struct row *row = doc_head_row(c->doc, table);

	doc_skip(row, 2);
	doc_cell(c->doc, row, "health");
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		doc_cell(c->doc, row, "%s", words_cause(cause));
	doc_cell(c->doc, row, "trust");
	doc_cell(c->doc, row, "inform");
	return table;
}

static void score_cell(struct compose *c, struct row *row, double shown, bool hidden)
{
	doc_cell(c->doc, row, "%s",
		rounds_score(c, edition_number(c->view->edition, shown), hidden && isnan(shown)));
}

static void round_row(struct compose *c, struct table *table, const struct round_read *round)
{
	const struct edition_view *view = &round->view;
	const struct scores *shown = &view->shown.scores;
	const struct assessment *assessment = &round->record.assessment;
	struct row *row = doc_row(c->doc, table);
	char day[DATE_TEXT];

	doc_cell(c->doc, row, "%s", assessment->kind < 0 ? "" : words_round(assessment->kind));
	doc_cell(c->doc, row, "%s", date_iso(assessment->date, day));
	score_cell(c, row, shown->health, view->primary);
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		score_cell(c, row, shown->cause[cause].score, view->cause[cause]);
	for (int s = SCALE_TRUST; s <= SCALE_INFORMATION; s++)
		score_cell(c, row, shown->scale[s].perception, view->scale[s] != WITHHELD_NOT);
}

static const char *short_id(struct compose *c, const struct round_read *round)
{
	char text[UUID_TEXT];

	return say(c, "%.8s", uuid_text(&round->record.assessment.object.id, text));
}

static void compose_change(struct compose *c, const struct round_change *change)
{
	doc_head(c->doc, NULL,
		words(c->pool, W_ROUNDS_SPAN,
			hole_text("from", day_long(c, change->before->record.assessment.date)),
			hole_text("to", day_long(c, change->after->record.assessment.date))),
		NULL);
	if (!rounds_compared(c, change))
		return;
	rounds_moved(c, change);
	rounds_table(c, change, false);
	if (c->joint)
		return;
	doc_space(c->doc);
	rounds_people(c, change);
	doc_text(c->doc, 0, "%s",
		words(c->pool, W_ROUNDS_WHOLE, hole_text("from", short_id(c, change->before)),
			hole_text("to", short_id(c, change->after))));
}

/* Does any of them show more than facts? */
static bool any_scores(const struct round_read *rounds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!rounds[i].view.facts_only)
			return true;
	return false;
}

static void compose_rounds(struct compose *c, const struct round_read *rounds, size_t count)
{
	struct table *table;

	doc_head(c->doc, NULL, "Rounds", NULL);
	doc_text(c->doc, 0, "%s", words_plain(W_ROUNDS_SCORES));
	doc_space(c->doc);
	table = begin_rounds(c);
	for (size_t i = 0; i < count; i++)
		round_row(c, table, &rounds[i]);
}

static void compose_trend(struct compose *c, const struct round_read *rounds,
	const struct round_change *changes, size_t count)
{
	struct hole from = hole_text("from", day_long(c, rounds[0].record.assessment.date));
	struct hole to = hole_text("to", day_long(c, rounds[count - 1].record.assessment.date));

	doc_title(c->doc, "Trend", compose_notice(c), alliance_parties(c),
		count > 1 ? words(c->pool, W_ROUNDS_OF, hole_count("n", (int)count), from, to)
			  : round_named(c, &rounds[0].record.assessment));
	compose_purpose(c);
	for (size_t i = 0; i < count; i++)
		rounds_as_of(c, &rounds[i]);
	rounds_left_out(c, changes, count - 1);
	if (any_scores(rounds, count))
		compose_rounds(c, rounds, count);
	for (size_t i = 0; i + 1 < count; i++)
		compose_change(c, &changes[i]);
	doc_space(c->doc);
	if (count == 1)
		doc_text(c->doc, 0, "%s",
			words(c->pool, W_ROUNDS_SINGLE, hole_text("day", from.text)));
}

void report_trend_text(struct str *out, const struct round_read *rounds,
	const struct round_change *changes, size_t count, bool ascii)
{
	struct compose c;
	struct doc doc;

	rounds_begin(&c, &doc, &rounds[count - 1]);
	compose_trend(&c, rounds, changes, count);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
