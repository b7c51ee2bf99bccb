/* SPDX-License-Identifier: MIT */
/*
 * What goes with the actions of a plan: what recurs, what the companies agreed on at the workshop,
 * how they work together, what the lawyers have to change, and what the plan is measured by.
 */
#include <math.h>
#include <string.h>
#include <rekindle/proof.h>
#include <rekindle/utf8.h>
#include "compose.h"

#define HANG 21

/* An event at a rhythm that has a name; NULL: another rhythm. */
static const char *at_rhythm(struct compose *c, const struct plan_event *event)
{
	static const int weeks[] = { 2, 13, 26, 52 };
	static const enum sentence rhythms[] = { W_RECURS_FORTNIGHTLY, W_RECURS_QUARTERLY,
		W_RECURS_HALF_YEARLY, W_RECURS_YEARLY };

	for (size_t i = 0; i < sizeof(weeks) / sizeof(*weeks); i++)
		if (event->weeks == weeks[i])
			return words(c->pool, rhythms[i], hole_text("event", event_name(event)),
				hole_text("day", day_long(c, event->first)));
	return NULL;
}

/* Those of one kind that come once stand together: "pulse 1 Mar 2027, 31 May 2027". */
static size_t days_of(struct compose *c, size_t first, struct texts *days)
{
	const struct plan_event *events = c->plan->events;
	size_t i = first;

	do
		texts_add(c->pool, days, day_long(c, events[i++].first));
	while (i < c->plan->event_count && !events[first].weeks && !events[i].weeks &&
		events[i].kind == events[first].kind);
	return i;
}

void compose_recurring(struct compose *c)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->plan->event_count;) {
		const struct plan_event *event = &c->plan->events[i];
		const char *recurs = at_rhythm(c, event);
		struct texts days = { 0 };

		i = days_of(c, i, &days);
		texts_add(c->pool, &list,
			recurs ? recurs
			       : words(c->pool, W_RECURS_ON, hole_text("event", event_name(event)),
					 hole_list("days", &days)));
	}
	if (list.count)
		doc_term(c->doc, 5, 7, TERM_COLON, "Recurring", "%s",
			words(c->pool, W_SAID_WHOLE,
				hole_text("text", words_clauses(c->pool, &list))));
}

static const char *owners_of_objective(struct compose *c, size_t objective)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->rec->objective_owner_count; i++)
		if (c->rec->objective_owners[i].of == (int)objective)
			texts_add(c->pool, &list,
				person_short(c, c->rec->objective_owners[i].person));
	return list.count ? words_list(c->pool, &list) : "no owner yet";
}

static const char *else_text(const char *text, const char *instead)
{
	return str_blank(text) ? instead : text;
}

/* Notes and reasons in one's own words are for one side's eyes. */
static void compose_objective(struct compose *c, size_t at)
{
	const struct joint_objective *objective = &c->rec->joint_objectives[at];
	const char *day = objective->due == DATE_NONE ? "no date yet" : day_long(c, objective->due);
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, W_OBJECTIVE_AGREED,
			hole_text("text", without_stop(c, objective->text)),
			hole_text("measure", else_text(objective->measure, "none yet")),
			hole_text("from", else_text(objective->baseline, "?")),
			hole_text("to", else_text(objective->target, "?")), hole_text("day", day),
			hole_text("owners", owners_of_objective(c, at))));
	if (!c->joint && !str_blank(objective->note))
		texts_add(c->pool, &said,
			words(c->pool, W_OBJECTIVE_NOTE,
				hole_text("note", without_stop(c, objective->note))));
	doc_numbered(c->doc, 2, 5, at + 1, "%s", words_sentences(c->pool, &said));
}

static void said(struct compose *c, const char *what, const char *text)
{
	if (!str_blank(text))
		doc_term(c->doc, 2, HANG, TERM_COLUMN, what, "%s", text);
}

static bool has_workshop(const struct record *rec)
{
	const struct plan_frame *plan = record_plan(rec);

	return plan->workshop != DATE_NONE || plan->relevant || plan->opportunities ||
		plan->challenges || rec->success_count;
}

static void compose_workshop(struct compose *c)
{
	const struct plan_frame *plan = record_plan(c->rec);

	if (!has_workshop(c->rec))
		return;
	doc_head(c->doc, NULL,
		plan->workshop == DATE_NONE
			? "Workshop"
			: words(c->pool, W_WORKSHOP_OF,
				  hole_text("day", day_long(c, plan->workshop))),
		NULL);
	said(c, "Still relevant", plan->relevant);
	said(c, "Opportunities", plan->opportunities);
	said(c, "Challenges", plan->challenges);
	for (size_t i = 0; i < c->rec->success_count; i++)
		said(c,
			words(c->pool, W_SUCCESS_OF,
				hole_text("party", party_label(c, c->rec->successes[i].party))),
			c->rec->successes[i].text);
}

static void compose_objectives(struct compose *c)
{
	if (!c->rec->joint_objective_count &&
		(c->plan->stored || c->plan->unnamed || !plan_agrees(c->plan->track)))
		return; /* a warning says so, or nobody is to agree on any */
	if (!c->rec->joint_objective_count) {
		doc_text(c->doc, 0, "%s",
			words(c->pool, W_OBJECTIVES_NONE, hole_count("least", PLAN_OBJECTIVES_MIN),
				hole_count("most", PLAN_OBJECTIVES_MAX)));
		return;
	}
	doc_head(c->doc, NULL, "Joint objectives", NULL);
	for (size_t i = 0; i < c->rec->joint_objective_count; i++)
		compose_objective(c, i);
}

static const char *within_hours(struct compose *c, int level, const char *who)
{
	int agreed = c->rec->alliance.charter.hours[level];

	return words(c->pool, W_CHARTER_WITHIN, hole_text("who", who),
		hole_count("hours", agreed == INT_NONE ? charter_hours[level] : agreed));
}

/* The charter stands in the report once a plan is stored: before, all of it is a proposal. */
static void compose_charter(struct compose *c)
{
	int agreed = c->rec->alliance.charter.agreed;

	if (!c->plan->stored)
		return;
	doc_head(c->doc, NULL,
		agreed == DATE_NONE
			? "Charter, not signed yet"
			: words(c->pool, W_CHARTER_SIGNED, hole_text("day", day_long(c, agreed))),
		NULL);
	for (int part = 0; part < CHARTER_PARTS; part++) {
		const char *text = charter_text(c->rec, c->pool, (enum charter_part)part);

		if (part >= CHARTER_LEVEL_1 && part <= CHARTER_LEVEL_3)
			text = within_hours(c, part - CHARTER_LEVEL_1, text);
		said(c, charter_info[part].label, text);
	}
}

static const char *amendment_text(struct compose *c, const struct amendment *amendment)
{
	struct hole text = hole_text("text", without_stop(c, amendment->text));
	struct texts said = { 0 };

	texts_add(c->pool, &said,
		words(c->pool, amendment->settled == TRI_YES ? W_AMENDMENT_SETTLED : W_SAID_WHOLE,
			text));
	if (!c->joint && !str_blank(amendment->because))
		texts_add(c->pool, &said,
			words(c->pool, W_AMENDMENT_BECAUSE,
				hole_text("why",
					without_stop(c, reason_text(c, amendment->because)))));
	return words_sentences(c->pool, &said);
}

static void compose_amendments(struct compose *c)
{
	size_t shown = 0;

	for (size_t i = 0; i < c->rec->amendment_count; i++) {
		if (c->told && !edition_plan_shows_amendment(c->told, &c->rec->amendments[i]))
			continue;
		if (!shown)
			doc_head(c->doc, NULL, "Amendment list", ", for the lawyers of every side");
		doc_numbered(
			c->doc, 2, 5, ++shown, "%s", amendment_text(c, &c->rec->amendments[i]));
	}
}

void compose_agreed(struct compose *c)
{
	if (c->plan->track == TRACK_EXIT)
		return;
	compose_workshop(c);
	compose_objectives(c);
	compose_charter(c);
	compose_amendments(c);
}

/* KPIs of the plan */

/* What nobody reads may be known from the plan and the escalations: of how many. */
static const char *now_text(struct compose *c, const struct plan_kpi *kpi)
{
	struct proof_reading known = proof_reading(c->plan, c->rec, kpi, c->today);

	if (!isnan(kpi->now))
		return quantity(c, kpi->now);
	return known.n ? words(c->pool, W_KPI_KNOWN, hole_number("value", known.value, 0),
				 hole_count("n", known.n))
		       : "not measured";
}

static const char *name_text(struct compose *c, const struct plan_kpi *kpi)
{
	/* A name that says its unit is not told it a second time. */
	if (str_blank(kpi->unit) || str_same(kpi->unit, "number") ||
		str_has_word(kpi->name, kpi->unit))
		return kpi->name;
	return words(c->pool, W_KPI_IN, hole_text("kpi", kpi->name), hole_text("unit", kpi->unit));
}

void compose_plan_kpis(struct compose *c)
{
	static const struct column columns[] = { { .gap = 2, .width = 12 },
		{ .gap = 2, .width = 34, .wrap = true }, { .gap = 1, .width = 12 },
		{ .gap = 1, .width = 6 }, { .gap = 1, .width = 9 } };
	static const char *const heads[] = { "category", "KPI", "now", "target", "read" };
	enum category before = CATEGORY_COUNT;
	struct row *row;

	if (c->later || !c->plan->kpi_count)
		return;
	compose_chapter(c, REPORT_KPIS, NULL, "KPIs of the plan");
	struct table *table = doc_table(c->doc, 0, columns, 5);
	table->subject = 1;
	row = doc_head_row(c->doc, table);
	for (size_t i = 0; i < 5; i++)
		doc_cell(c->doc, row, "%s", heads[i]);
	for (size_t i = 0; i < c->plan->kpi_count; i++) {
		const struct plan_kpi *kpi = &c->plan->kpis[i];

		row = doc_row(c->doc, table);
		doc_cell(c->doc, row, "%s",
			kpi->category == before ? "" : words_category((int)kpi->category));
		doc_cell(c->doc, row, "%s", name_text(c, kpi));
		doc_cell(c->doc, row, "%s", now_text(c, kpi));
		doc_cell(
			c->doc, row, "%s", isnan(kpi->target) ? "agree" : quantity(c, kpi->target));
		doc_cell(c->doc, row, "%s", words_reading((int)kpi->read));
		before = kpi->category;
	}
}
