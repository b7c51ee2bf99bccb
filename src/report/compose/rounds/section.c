/* SPDX-License-Identifier: MIT */
/*
 * The section of the assessment report on what has changed: compared with the last full round, and
 * what the pulses between them showed.
 */
#include "../past.h"
#include "rounds.h"

/* The earlier rounds and this one, and the first of them held against each later one. */
struct since {
	struct round_read *round;
	struct round_change *change; /* count - 1: the last is to this round */
	size_t count;
};

/* What they hold stays the report's. */
static struct round_read borrow(const struct past_round *round)
{
	return (struct round_read){ *round->record, *round->diagnosis, *round->view };
}

static struct since read_since(struct compose *c)
{
	size_t now = (size_t)c->past->now, first = trend_since(c->past->records, now);
	struct since since = { .count = now - first + 1 };

	since.round = pool_alloc(c->pool, since.count * sizeof(*since.round));
	since.change = pool_alloc(c->pool, since.count * sizeof(*since.change));
	for (size_t i = 0; i < since.count; i++)
		since.round[i] = borrow(past_round(c->past, (int)(first + i)));
	for (size_t i = 0; i + 1 < since.count; i++)
		round_compare(&since.change[i], &since.round[0], &since.round[i + 1]);
	return since;
}

static void release_since(struct since *since)
{
	for (size_t i = 0; i + 1 < since->count; i++)
		round_change_release(&since->change[i]);
}

static void compose_compared(struct compose *c, const struct round_change *change)
{
	if (!rounds_compared(c, change))
		return;
	rounds_moved(c, change);
	rounds_whole(c, change);
}

static const char *pulse_text(struct compose *c, const struct round_change *change)
{
	const char *moved = change->trend.items ? rounds_moved_text(c, change) : NULL;

	return moved ? moved : words_plain(W_ROUNDS_NO_ITEM);
}

/* Each held against the full round before. */
static void compose_pulses(struct compose *c, const struct since *since)
{
	doc_head(c->doc, NULL, "The pulses between", NULL);
	for (size_t i = 0; i + 2 < since->count; i++)
		doc_term(c->doc, 2, 4, TERM_COLON,
			day_long(c, since->change[i].after->record.assessment.date), "%s",
			pulse_text(c, &since->change[i]));
}

/* A year has two of most days: "Oct 2026". */
static const char *month(struct compose *c, int day)
{
	int year, number, of_month;

	if (day == DATE_NONE)
		return "-";
	date_split(day, &year, &number, &of_month);
	return say(c, "%s %d", date_month_short(number), year);
}

static double shown(const struct round_read *round, int cause)
{
	const struct scores *scores = &round->view.shown.scores;

	return edition_number(round->view.edition,
		cause < CAUSE_COUNT ? scores->cause[cause].score : scores->health);
}

static void trend_row(struct compose *c, struct block *block, const struct since *since,
	const char *label, int cause)
{
	double *value = pool_alloc(c->pool, since->count * sizeof(*value));

	for (size_t i = 0; i < since->count; i++)
		value[i] = shown(&since->round[i], cause);
	doc_trend_row(c->doc, block, label, value);
}

static void compose_rounds(struct compose *c, const struct since *since)
{
	struct block *block;

	doc_head(c->doc, NULL, "All rounds", NULL);
	doc_text(c->doc, 0, "%s", words_plain(W_ROUNDS_SCORES));
	block = doc_trend(c->doc, 2,
		(struct trend_scale){ 1, 5, c->scores->lines.failing, c->joint ? 1 : 2 });
	for (size_t i = 0; i < since->count; i++)
		doc_trend_round(c->doc, block, month(c, since->round[i].record.assessment.date));
	for (int cause = 0; cause < CAUSE_COUNT; cause++)
		trend_row(c, block, since, cause_info[cause].label, cause);
	trend_row(c, block, since, "Health", CAUSE_COUNT);
}

static void compose_since(struct compose *c)
{
	struct since since = read_since(c);

	compose_compared(c, &since.change[since.count - 2]);
	if (since.count > 2) {
		compose_pulses(c, &since);
		compose_rounds(c, &since);
	}
	if (c->joint) {
		doc_head(c->doc, NULL, "Left out of this comparison, and why", NULL);
		rounds_left_out_items(c, since.change, since.count - 1);
	}
	release_since(&since);
}

void compose_changes(struct compose *c)
{
	bool alone = c->in->sections == 1u << REPORT_CHANGES;

	if (!c->past->now && !alone)
		return;
	compose_chapter(c, REPORT_CHANGES, NULL, "What has changed");
	if (c->past->now)
		compose_since(c);
	else
		doc_text(c->doc, 0, "%s", words_plain(W_ROUNDS_FIRST));
}
