/* SPDX-License-Identifier: MIT */
/*
 * What goes with the actions of a plan: what recurs, what the companies agreed on at the workshop,
 * how they work together, what the lawyers have to change, and what the plan is measured by.
 */
#include <math.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "compose.h"

#define HANG 21

static const char *every(struct compose *c, const struct plan_event *event)
{
	static const struct {
		int weeks;
		const char *word;
	} rhythms[] = { { 2, "every two weeks" }, { 13, "quarterly" }, { 26, "half-yearly" },
		{ 52, "yearly" } };

	for (size_t i = 0; i < sizeof(rhythms) / sizeof(*rhythms); i++)
		if (event->weeks == rhythms[i].weeks)
			return say(c, "%s from %s", rhythms[i].word, day_long(c, event->first));
	return day_long(c, event->first);
}

/* Those of one name that come once stand together: "pulse 1 Mar 2027, 31 May 2027". */
static size_t days_of(struct compose *c, size_t first, struct list *days)
{
	const struct plan *plan = c->plan;
	size_t i = first;

	for (; i < plan->event_count && !plan->events[i].weeks &&
		str_same(event_title(&plan->events[i]), event_title(&plan->events[first]));
		i++)
		list_add(c, days, day_long(c, plan->events[i].first));
	return i;
}

void compose_recurring(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->plan->event_count;) {
		const struct plan_event *event = &c->plan->events[i];
		struct list days = { 0 };
		size_t next = event->weeks ? i + 1 : days_of(c, i, &days);

		list_add(c, &list,
			say(c, "%s %s", small(c, event_title(event)),
				event->weeks ? every(c, event) : list_and(c, &days)));
		i = next;
	}
	if (list.count)
		doc_term(c->doc, 5, 7, TERM_COLON, "Recurring", "%s.", list_join(c, &list, "; "));
}

static const char *owners_of_objective(struct compose *c, size_t objective)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->rec->objective_owner_count; i++)
		if (c->rec->objective_owners[i].of == (int)objective)
			list_add(c, &list, person_short(c, c->rec->objective_owners[i].person));
	return list.count ? list_and(c, &list) : "no owner yet";
}

/* Notes and reasons in one's own words are for one side's eyes. */
static const char *note_text(struct compose *c, const char *note)
{
	return c->joint || str_blank(note) ? "" : say(c, " Note: %s.", without_stop(c, note));
}

static void compose_objective(struct compose *c, size_t at)
{
	const struct joint_objective *objective = &c->rec->joint_objectives[at];

	doc_numbered(c->doc, 2, 5, at + 1, "%s. Measure: %s; from %s to %s by %s; %s.%s",
		without_stop(c, objective->text),
		str_blank(objective->measure) ? "none yet" : objective->measure,
		str_blank(objective->baseline) ? "?" : objective->baseline,
		str_blank(objective->target) ? "?" : objective->target,
		objective->due == DATE_NONE ? "no date yet" : day_long(c, objective->due),
		owners_of_objective(c, at), note_text(c, objective->note));
}

static void said(struct compose *c, const char *what, const char *text)
{
	if (!str_blank(text))
		doc_term(c->doc, 2, HANG, TERM_COLUMN, what, "%s", text);
}

static bool has_workshop(const struct record *rec)
{
	const struct assessment *round = &rec->assessment;

	return round->workshop != DATE_NONE || round->relevant || round->opportunities ||
		round->challenges || rec->success_count;
}

static void compose_workshop(struct compose *c)
{
	const struct assessment *round = &c->rec->assessment;

	if (!has_workshop(c->rec))
		return;
	doc_head(c->doc, NULL,
		round->workshop == DATE_NONE
			? "Workshop"
			: say(c, "Workshop of %s", day_long(c, round->workshop)),
		NULL);
	said(c, "Still relevant", round->relevant);
	said(c, "Opportunities", round->opportunities);
	said(c, "Challenges", round->challenges);
	for (size_t i = 0; i < c->rec->success_count; i++)
		said(c, say(c, "Success, %s", party_label(c, c->rec->successes[i].party)),
			c->rec->successes[i].text);
}

static void compose_objectives(struct compose *c)
{
	if (!c->rec->joint_objective_count && c->plan->stored)
		return; /* a warning says so */
	if (!c->rec->joint_objective_count) {
		doc_text(c->doc, 0,
			"Joint objectives: none recorded yet. The workshop of step 3"
			" agrees on %d to %d.",
			PLAN_OBJECTIVES_MIN, PLAN_OBJECTIVES_MAX);
		return;
	}
	doc_head(c->doc, NULL, "Joint objectives", NULL);
	for (size_t i = 0; i < c->rec->joint_objective_count; i++)
		compose_objective(c, i);
}

static const char *hours(struct compose *c, int level)
{
	int agreed = c->rec->alliance.charter.hours[level];

	return say(c, "%d" NB "hours", agreed == INT_NONE ? charter_hours[level] : agreed);
}

/* The charter stands in the report once a plan is stored: before, all of it is a proposal. */
static void compose_charter(struct compose *c)
{
	int agreed = c->rec->alliance.charter.agreed;

	if (!c->plan->stored)
		return;
	doc_head(c->doc, NULL,
		agreed == DATE_NONE ? "Charter, not signed yet"
				    : say(c, "Charter, signed on %s", day_long(c, agreed)),
		NULL);
	for (int part = 0; part < CHARTER_PARTS; part++) {
		const char *text = charter_text(c->rec, c->pool, (enum charter_part)part);

		if (part >= CHARTER_LEVEL_1 && part <= CHARTER_LEVEL_3)
			text = say(c, "%s, within %s", text, hours(c, part - CHARTER_LEVEL_1));
		said(c, charter_info[part].label, text);
	}
}

static void compose_amendments(struct compose *c)
{
	if (!c->rec->amendment_count)
		return;
	doc_head(c->doc, NULL, "Amendment list", ", for the lawyers of every side");
	for (size_t i = 0; i < c->rec->amendment_count; i++)
		doc_numbered(c->doc, 2, 5, i + 1, "%s%s.%s",
			without_stop(c, c->rec->amendments[i].text),
			c->rec->amendments[i].settled == TRI_YES ? " (settled)" : "",
			c->joint || str_blank(c->rec->amendments[i].because)
				? ""
				: say(c, " Because: %s.",
					  without_stop(c, c->rec->amendments[i].because)));
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

static const char *now_text(struct compose *c, const struct plan_kpi *kpi)
{
	return isnan(kpi->now) ? "not measured" : quantity(c, kpi->now);
}

static const char *name_text(struct compose *c, const struct plan_kpi *kpi)
{
	return str_blank(kpi->unit) || str_same(kpi->unit, "number") ||
			strcasestr(kpi->name, kpi->unit)
		? kpi->name
		: say(c, "%s, %s", kpi->name, kpi->unit);
}

void compose_plan_kpis(struct compose *c)
{
	static const struct column columns[] = { { .gap = 2, .width = 12 },
		{ .gap = 2, .width = 34, .wrap = true }, { .gap = 1, .width = 12 },
		{ .gap = 1, .width = 6 }, { .gap = 1, .width = 9 } };
	static const char *const heads[] = { "category", "KPI", "now", "target", "read" };
	enum category before = CATEGORY_COUNT;
	struct row *row;

	if (!c->plan->kpi_count)
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
			kpi->category == before ? "" : vocabulary_category.word[kpi->category]);
		doc_cell(c->doc, row, "%s", name_text(c, kpi));
		doc_cell(c->doc, row, "%s", now_text(c, kpi));
		doc_cell(
			c->doc, row, "%s", isnan(kpi->target) ? "agree" : quantity(c, kpi->target));
		doc_cell(c->doc, row, "%s", words_reading((int)kpi->read));
		before = kpi->category;
	}
}
