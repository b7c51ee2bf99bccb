/* SPDX-License-Identifier: MIT */
/*
 * What the people say now beside what they said in the round before: changes beyond chance first.
 */
#include <string.h>
#include "../rounds/rounds.h"
#include "progress.h"

#define ROWS_SHOWN 5
#define BLOCK_LINES 9                 /* beside the rows */
#define SINGLE_LINES 6                /* where only one round is stored */
#define CAUSE_LINES (CAUSE_COUNT + 3) /* at most, with the line before and the mark after */
#define LINE_BYTES 60                 /* of text that fill a line, at least */

static double size_of(const struct edition_change *change)
{
	return isnan(change->change) ? 0 : fabs(change->change);
}

/* Changes first, then by how far they moved, as far as that is said. */
static bool comes_before(const struct edition_change *a, const struct edition_change *b)
{
	bool moved = a->movement != MOVEMENT_UNCLEAR;

	if (moved != (b->movement != MOVEMENT_UNCLEAR))
		return moved;
	return above(size_of(a), size_of(b));
}

/* Aspects with pairs that may be shown, the weightiest first. */
static int shown_aspects(const struct progress *p, int out[ASPECT_COUNT])
{
	int count = 0;

	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct edition_change *change = &p->shown->aspect[a];
		int at = count;

		if (!p->trend->aspect[a].pairs || change->hides_movement)
			continue;
		for (; at && comes_before(change, &p->shown->aspect[out[at - 1]]); at--)
			out[at] = out[at - 1];
		out[at] = a;
		count++;
	}
	return count;
}

static void compose_rows(struct progress *p, const int *shown, int count)
{
	static const struct column columns[] = {
		{ .width = 20 },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 20 },
	};
	const char *heads[] = { "", day_short(p->c, p->c->in->before->assessment.date), "now",
		"change", "pairs", "p", "" };
	struct table *table = doc_table(p->c->doc, 2, columns, 7);

	head_cells(p->c, table, heads, 7);
	for (int i = 0; i < count && i < ROWS_SHOWN; i++)
		rounds_row(p->c, table, shown[i], &p->shown->aspect[shown[i]]);
}

static void add_rest(struct progress *p, struct texts *said, const int *shown, int count)
{
	int changed = 0, rest = count - ROWS_SHOWN;
	struct hole n = hole_count("n", rest);

	for (int i = ROWS_SHOWN; i < count; i++)
		changed += p->shown->aspect[shown[i]].movement != MOVEMENT_UNCLEAR;
	if (rest > 0)
		texts_add(p->c->pool, said,
			changed ? words(p->c->pool, W_CHECK_REST_CHANGED, n,
					  hole_count("changed", changed))
				: words(p->c->pool, W_CHECK_REST, n));
}

static void add_withheld(struct progress *p, struct texts *said)
{
	struct texts list = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++)
		if (p->shown->aspect[a].hides_movement)
			texts_add(p->c->pool, &list, words_scale(a));
	if (list.count)
		texts_add(p->c->pool, said,
			words(p->c->pool, W_CHECK_WITHHELD, hole_list("aspects", &list)));
}

static void add_sign(struct progress *p, struct texts *said, const int *shown, int count)
{
	bool any = false;

	for (int i = 0; i < count && i < ROWS_SHOWN; i++) {
		const struct edition_change *change = &p->shown->aspect[shown[i]];

		any = any || change->hides_change || change->hides_before || change->hides_after;
	}
	if (any)
		texts_add(p->c->pool, said, words_plain(W_CHECK_SIGN));
}

static bool is_one_or_two(int people)
{
	return people == 1 || people == 2;
}

/* Numbers only: who was heard is nobody else's business. Of one or two the other side would know
 * who they are. */
static const char *turnover_text(struct progress *p)
{
	int joined = (int)p->trend->joined.count, left = (int)p->trend->left.count;
	struct hole paired = hole_count("paired", p->trend->paired);

	if (p->shown->hides_people ||
		(p->c->joint && (is_one_or_two(joined) || is_one_or_two(left))))
		return words_plain(W_CHECK_CHANGE);
	if (!joined && !left)
		return words(p->c->pool, W_CHECK_SAME, paired);
	return words(p->c->pool, W_CHECK_TURNOVER, paired, hole_count("joined", joined),
		hole_count("left", left));
}

static void compose_pairs(struct progress *p)
{
	int shown[ASPECT_COUNT], count = shown_aspects(p, shown);
	struct compose *c = p->c;
	struct texts said = { 0 };

	if (count)
		compose_rows(p, shown, count);
	else
		doc_text(c->doc, 2, "%s", words_plain(W_CHECK_NOBODY));
	texts_add(c->pool, &said, turnover_text(p));
	add_sign(p, &said, shown, count);
	add_rest(p, &said, shown, count);
	add_withheld(p, &said);
	texts_add(c->pool, &said,
		words(c->pool, W_CHECK_TESTED, hole_count("n", p->trend->tested),
			hole_count("pairs", trend_pairs_needed(p->trend->tested))));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static void compose_cause_trend(struct progress *p)
{
	struct compose *c = p->c;
	struct block *block = NULL;

	for (int i = 0; i < CAUSE_COUNT; i++) {
		double before = p->shown->cause_before[i], after = p->shown->cause_after[i];

		if (isnan(before) || isnan(after))
			continue;
		if (!block) {
			doc_text(c->doc, 2, "%s", words_plain(W_CHECK_CAUSES));
			block = doc_trend(c->doc, 2,
				(struct trend_scale){ 1, 5, c->scores->lines.failing, 1 });
			doc_trend_round(
				c->doc, block, day_short(c, c->in->before->assessment.date));
			doc_trend_round(c->doc, block, "now");
		}
		doc_trend_row(
			c->doc, block, cause_info[i].label, (const double[]){ before, after });
	}
}

int check_lines(struct progress *p)
{
	struct texts withheld = { 0 };
	int bytes = 0;

	if (!p->trend || hides_ratings(p))
		return SINGLE_LINES;
	add_withheld(p, &withheld);
	if (withheld.count)
		bytes = (int)strlen(withheld.text[0]) + 1; /* the blank before it */
	return BLOCK_LINES + CAUSE_LINES + (p->c->parties > 2) + ROWS_SHOWN +
		(bytes + LINE_BYTES - 1) / LINE_BYTES;
}

/* The event by which the next round is heard; NULL: none is planned. */
static const struct plan_event *next_check(const struct progress *p)
{
	const struct plan_event *next = NULL;

	for (size_t i = 0; p->plan && i < p->plan->event_count; i++) {
		const struct plan_event *one = &p->plan->events[i];
		bool check = one->kind == EVENT_PULSE || one->kind == EVENT_HEALTH_CHECK;

		if (check && one->first >= p->today && (!next || one->first < next->first))
			next = one;
	}
	return next;
}

static void compose_single(struct progress *p)
{
	const struct plan_event *next = next_check(p);
	struct compose *c = p->c;
	struct texts said = { 0 };

	struct hole day = hole_text("day", round_day(c, c->rec->assessment.date));

	texts_add(c->pool, &said,
		c->later ? words(c->pool, W_CHECK_FIRST, day,
				   hole_text("later", round_named(c, c->later)))
			 : words(c->pool, W_CHECK_SINGLE, day));
	if (next)
		texts_add(c->pool, &said,
			words(c->pool, W_CHECK_NEXT, hole_text("event", event_name(next)),
				hole_text("day", day_long(c, next->first))));
	doc_head(c->doc, NULL, "Check", NULL);
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
	doc_text(c->doc, 2, "%s",
		words(c->pool, W_CHECK_REVIVED, hole_number("line", PERFORMANCE_LOW, 0)));
}

static void compose_untold(struct progress *p)
{
	doc_head(p->c->doc, NULL, "Check", NULL);
	doc_text(p->c->doc, 2, "%s", words_plain(W_CHECK_UNTOLD));
}

void progress_check(struct progress *p)
{
	struct compose *c = p->c;

	if (p->trend && hides_ratings(p)) {
		compose_untold(p);
		return;
	}
	if (!p->trend) {
		compose_single(p);
		return;
	}
	doc_head(c->doc, NULL,
		words(c->pool, W_CHECK_OF, hole_text("day", round_day(c, c->rec->assessment.date))),
		say(c, " %s",
			words(c->pool, W_CHECK_RATINGS, hole_count("items", (int)p->trend->items),
				hole_text("n", n_text(c, c->scores->with_data)))));
	compose_pairs(p);
	compose_cause_trend(p);
	doc_text(c->doc, 2, "%s",
		words(c->pool, W_CHECK_REVIVED, hole_number("line", PERFORMANCE_LOW, 0)));
}
