/* SPDX-License-Identifier: MIT */
/*
 * How reliably dates were kept and how fast escalations were resolved, quarter by quarter, and what
 * the meetings of the last months have decided.
 */
#include <rekindle/minutes.h>
#include <rekindle/proof.h>
#include <string.h>
#include "progress.h"

#define QUARTERS_SHOWN 4
#define QUARTER_MONTHS 3
#define QUARTER_BESIDE 4 /* lines of the block beside its rows */
#define DECIDED_SHOWN 6
#define DECIDED_CELLS 180 /* of what one meeting decided */

/* "Oct to Dec 2026" */
static const char *quarter_text(struct compose *c, int first)
{
	int year, month, mday;

	date_split(first, &year, &month, &mday);
	return words(c->pool, W_QUARTER, hole_text("month", date_month_short(month)),
		hole_text("last", date_month_short(month + QUARTER_MONTHS - 1)),
		hole_count("year", year));
}

static void quarter_row(struct compose *c, struct table *table, const struct proof_quarter *quarter)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", quarter_text(c, quarter->first));
	doc_cell(c->doc, row, "%d", quarter->due);
	doc_cell(c->doc, row, "%d", quarter->kept);
	doc_cell(c->doc, row, "%s", rate_text(c, quarter->kept, quarter->due));
	doc_cell(c->doc, row, "%d", quarter->dropped);
	doc_cell(c->doc, row, "%d", quarter->resolved);
	doc_cell(c->doc, row, "%s", dash(c, "%.0f", quarter->days));
}

static struct table *begin_table(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 18 },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 12, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 15, .align = ALIGN_RIGHT },
	};
	static const char *const heads[] = { "", "due", "kept", "rate", "dropped", "resolved",
		"days to resolve" };
	struct table *table = doc_table(c->doc, 2, columns, 7);

	head_cells(c, table, heads, 7);
	return table;
}

static void compose_notes(struct progress *p, const struct proof_quarter *list, size_t count)
{
	int open = proof_escalations_open(p->kept.rec, p->today), dropped = 0;
	struct texts said = { 0 };

	for (size_t i = 0; i < count; i++)
		dropped += list[i].dropped;
	if (dropped)
		texts_add(p->c->pool, &said, words_plain(W_QUARTERS_DROPPED));
	if (open)
		texts_add(p->c->pool, &said,
			words(p->c->pool, W_QUARTERS_OPEN, hole_count("n", open)));
	if (said.count)
		doc_text(p->c->doc, 2, "%s", words_sentences(p->c->pool, &said));
}

static bool says_something(const struct proof_quarter *quarter)
{
	return quarter->due || quarter->dropped || quarter->resolved;
}

void progress_quarters(struct progress *p, int room)
{
	size_t count,
		most = room < QUARTERS_SHOWN + QUARTER_BESIDE
		? (size_t)(room > QUARTER_BESIDE ? room - QUARTER_BESIDE : 0)
		: QUARTERS_SHOWN;
	const struct proof_quarter *list =
		proof_quarters(p->c->pool, p->plan, p->kept.rec, p->today, &count);
	struct table *table;

	for (; count && !says_something(list); count--)
		list++;
	if (!count || !most)
		return;
	doc_head(p->c->doc, NULL, "Kept commitments and escalations", ", by quarter");
	table = begin_table(p->c);
	for (size_t i = count > most ? count - most : 0; i < count; i++)
		quarter_row(p->c, table, &list[i]);
	compose_notes(p, list, count);
}

/* A decision, and what has become of what it was filed to. */
static const char *decision_text(struct progress *p, const struct minute *decision)
{
	struct pool *pool = p->c->pool;
	bool left_out = p->plan && decision->filed == FILED_ACTION &&
		!plan_has_stored(p->plan, decision->index);
	const char *became =
		left_out ? NULL : words_minute_became(pool, p->kept.rec, decision, p->today);
	const char *text = without_stop(p->c, decision->text);

	return became ? words(pool, W_DECIDED_BECAME, hole_text("decision", text),
				hole_text("became", became))
		      : text;
}

/* What a meeting decided, in one line of clauses; NULL: nothing. */
static const char *decisions_of(struct progress *p, const struct meeting *meeting)
{
	struct texts list = { 0 };
	size_t count;
	const struct minute *decisions =
		minutes_read(p->c->pool, p->kept.rec, meeting, MINUTES_DECISIONS, &count);

	for (size_t i = 0; i < count; i++)
		if (!str_blank(decisions[i].text))
			texts_add(p->c->pool, &list, decision_text(p, &decisions[i]));
	return list.count ? shortened(p->c, words_clauses(p->c->pool, &list), DECIDED_CELLS) : NULL;
}

static void decided_row(struct progress *p, const struct meeting *meeting, const char *decisions)
{
	struct compose *c = p->c;
	struct hole said = hole_text("decisions", decisions);

	doc_term(c->doc, 2, 11, TERM_COLUMN, day_short(c, clock_day(meeting->at)), "%s",
		str_blank(meeting->body)
			? words(c->pool, W_DECIDED_UNNAMED, said)
			: words(c->pool, W_DECIDED_BY, said, hole_text("body", meeting->body)));
}

/* Three months, and back to the last steering committee before today where that is longer ago. */
static int decided_since(const struct progress *p)
{
	const struct record *rec = p->kept.rec;
	int since = date_add_months(p->today, -QUARTER_MONTHS),
	    last = meeting_before(rec, BODY_STEERING, p->today),
	    day = last < 0 ? since : meeting_day(&rec->meetings[last]);

	return day < since ? day : since;
}

/* Those from a day up to today that decided something, the newest first. */
static const struct meeting **decided(struct progress *p, int since, size_t *count)
{
	const struct record *rec = p->kept.rec;
	const struct meeting **list = NULL;

	*count = 0;
	for (size_t i = 0; i < rec->meeting_count; i++) {
		const struct meeting *one = &rec->meetings[i];
		size_t at = *count;

		if (clock_day(one->at) < since || clock_day(one->at) > p->today ||
			!decisions_of(p, one))
			continue;
		POOL_APPEND(p->c->pool, list, *count);
		for (; at && list[at - 1]->at < one->at; at--)
			list[at] = list[at - 1];
		list[at] = one;
	}
	return list;
}

int decided_lines(struct progress *p, int most)
{
	return lines_composed(p, progress_decided, most);
}

int decided_shown(struct progress *p, int room)
{
	int most = DECIDED_SHOWN;

	while (most && decided_lines(p, most) > room)
		most--;
	return most;
}

void progress_decided(struct progress *p, int shown)
{
	int since = decided_since(p);
	size_t count, most = (size_t)shown;
	const struct meeting **list = decided(p, since, &count);

	if (!count || !most)
		return;
	doc_head(p->c->doc, NULL,
		words(p->c->pool, W_DECIDED_SINCE, hole_text("day", day_long(p->c, since))), NULL);
	for (size_t i = 0; i < count && i < most; i++)
		decided_row(p, list[i], decisions_of(p, list[i]));
	if (count > most)
		doc_text(p->c->doc, 11, "%s",
			words(p->c->pool, W_PROGRESS_MORE_ROWS,
				hole_count("n", (int)(count - most))));
}
