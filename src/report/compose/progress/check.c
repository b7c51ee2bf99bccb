/* SPDX-License-Identifier: MIT */
/*
 * What the people say now beside what they said in the round before: changes beyond chance first.
 */
#include <string.h>
#include "progress.h"

#define ROWS_SHOWN 5
#define BLOCK_LINES 8                 /* beside the rows */
#define SINGLE_LINES 6                /* where only one round is stored */
#define CAUSE_LINES (CAUSE_COUNT + 3) /* at most, with the line before and the mark after */
#define LINE_BYTES 60                 /* of text that fill a line, at least */

static const char *const revived_means =
	"Revived means: two rounds in a row, no failing cause, performance from 60.";

/* Changes first, then by how far they moved. */
static bool comes_before(const struct trend_aspect *a, const struct trend_aspect *b)
{
	if (a->changed != b->changed)
		return a->changed;
	return above(fabs(a->change), fabs(b->change));
}

/* Aspects with pairs that may be shown, the weightiest first. */
static int shown_aspects(const struct progress *p, int out[ASPECT_COUNT])
{
	const struct trend_between *trend = p->trend;
	int count = 0;

	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct trend_aspect *aspect = &trend->aspect[a];
		int at = count;

		if (isnan(aspect->p) || floor_hides_change(p->c, a, aspect))
			continue;
		for (; at && comes_before(aspect, &trend->aspect[out[at - 1]]); at--)
			out[at] = out[at - 1];
		out[at] = a;
		count++;
	}
	return count;
}

static void change_row(
	struct compose *c, struct table *table, const struct trend_between *trend, int at)
{
	const struct trend_aspect *aspect = &trend->aspect[at];
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", scale_info[at].label);
	doc_cell(c->doc, row, "%s", dash(c, "%.2f", aspect->before));
	doc_cell(c->doc, row, "%s", dash(c, "%.2f", aspect->after));
	doc_cell(c->doc, row, "%+.2f", aspect->change);
	doc_cell(c->doc, row, "%d", aspect->pairs);
	doc_cell(c->doc, row, "%.3f", aspect->p);
	doc_cell(c->doc, row, "%s", aspect->changed ? "changed" : "no change detectable");
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
		change_row(p->c, table, p->trend, shown[i]);
}

static const char *rest_text(struct progress *p, const int *shown, int count)
{
	int changed = 0, rest = count - ROWS_SHOWN;

	for (int i = ROWS_SHOWN; i < count; i++)
		changed += p->trend->aspect[shown[i]].changed;
	if (rest <= 0)
		return "";
	if (changed)
		return say(p->c, " Of %d more aspects %d changed.", rest, changed);
	return say(p->c, " Of %d more %s no change is detectable.", rest,
		plural(rest, "aspect", "aspects"));
}

static const char *withheld_text(struct progress *p)
{
	struct list list = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++)
		if (!isnan(p->trend->aspect[a].p) &&
			floor_hides_change(p->c, a, &p->trend->aspect[a]))
			list_add(p->c, &list, aspect_label(p->c, a));
	return list.count
		? say(p->c,
			  " Withheld, with fewer than %d respondents or pairs of a side, or"
			  " so that these cannot be worked out: %s.",
			  EDITION_VALUE_MIN, list_and(p->c, &list))
		: "";
}

/* Numbers only: who was heard is nobody else's business. */
static const char *turnover_text(struct progress *p)
{
	size_t joined = p->trend->joined.count, left = p->trend->left.count;

	if (!joined && !left)
		return "the same people were heard both times";
	return say(p->c, "%zu %s new and %zu %s no more, so it differs from the two columns",
		joined, plural((int)joined, "is", "are"), left,
		plural((int)left, "was heard", "were heard"));
}

static void compose_pairs(struct progress *p)
{
	int shown[ASPECT_COUNT], count = shown_aspects(p, shown);
	struct compose *c = p->c;

	if (count)
		compose_rows(p, shown, count);
	else
		doc_text(c->doc, 2,
			"Nobody who can be shown answered both times: no change is"
			" detectable.");
	doc_text(c->doc, 2,
		"Change is the mean of the %d people who answered both times, both sides"
		" counting alike; %s.%s%s %d aspects tested.",
		p->trend->paired, turnover_text(p), rest_text(p, shown, count), withheld_text(p),
		p->trend->tested);
}

/* A cause whose aspects are shown to the last: of it and the others a withheld one would follow. */
static bool shows_cause(const struct progress *p, int cause)
{
	for (int a = cause * ASPECTS_PER_CAUSE; a < (cause + 1) * ASPECTS_PER_CAUSE; a++)
		if (floor_hides_change(p->c, a, &p->trend->aspect[a]))
			return false;
	return !isnan(p->trend->cause_before[cause]) && !isnan(p->trend->cause_after[cause]);
}

static void compose_cause_trend(struct progress *p)
{
	struct compose *c = p->c;
	struct block *block = NULL;

	for (int i = 0; i < CAUSE_COUNT; i++) {
		if (!shows_cause(p, i))
			continue;
		if (!block) {
			doc_text(c->doc, 2, "The causes, by these ratings alone:");
			block = doc_trend(
				c->doc, 2, (struct trend_scale){ 1, 5, SCORE_FAILING, 2 });
			doc_trend_round(
				c->doc, block, day_short(c, c->in->before->assessment.date));
			doc_trend_round(c->doc, block, "now");
		}
		doc_trend_row(c->doc, block, cause_info[i].label,
			(const double[]){ p->trend->cause_before[i], p->trend->cause_after[i] });
	}
}

int check_lines(struct progress *p)
{
	int withheld = p->trend ? (int)strlen(withheld_text(p)) : 0;

	if (!p->trend)
		return SINGLE_LINES;
	return BLOCK_LINES + CAUSE_LINES + (p->c->parties > 2) + ROWS_SHOWN +
		(withheld + LINE_BYTES - 1) / LINE_BYTES;
}

static int next_check(const struct progress *p, const struct plan_event **event)
{
	int next = DATE_NONE;

	for (size_t i = 0; p->plan && i < p->plan->event_count; i++) {
		const struct plan_event *one = &p->plan->events[i];
		bool check = one->id[0] == 'p' || one->id[0] == 'h';

		if (!check || one->first < p->today || (next != DATE_NONE && one->first >= next))
			continue;
		next = one->first;
		*event = one;
	}
	return next;
}

static void compose_single(struct progress *p)
{
	const struct plan_event *event = NULL;
	int day = next_check(p, &event);

	doc_head(p->c->doc, NULL, "Check", NULL);
	doc_text(p->c->doc, 2, "Only one round is stored, of %s: no change can be told yet.%s",
		day_long(p->c, p->c->rec->assessment.date),
		event ? say(p->c, " Next: %s, %s.", small(p->c, event_title(event)),
				day_long(p->c, day))
		      : "");
	doc_text(p->c->doc, 2, "%s", revived_means);
}

void progress_check(struct progress *p)
{
	struct compose *c = p->c;

	if (!p->trend) {
		compose_single(p);
		return;
	}
	doc_head(c->doc, NULL, say(c, "Check of %s", day_long(c, c->rec->assessment.date)),
		say(c, " (ratings of the %zu" NB "items asked both times, %s)", p->trend->items,
			floor_n(c, c->scores->with_data)));
	compose_pairs(p);
	compose_cause_trend(p);
	doc_text(c->doc, 2, "%s", revived_means);
}
