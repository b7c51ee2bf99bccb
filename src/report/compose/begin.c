/* SPDX-License-Identifier: MIT */
/*
 * Beginning a document: what its composers share, its title, its sections under their numbers.
 */
#include "past.h"

static const char *const section_words[REPORT_SECTIONS] = {
	[REPORT_SUMMARY] = "summary",
	[REPORT_HEARD] = "heard",
	[REPORT_DIAGNOSIS] = "diagnosis",
	[REPORT_SIDES] = "sides",
	[REPORT_PERFORMANCE] = "performance",
	[REPORT_ROUTE] = "route",
	[REPORT_PLAN] = "plan",
	[REPORT_KPIS] = "kpis",
	[REPORT_GATES] = "gates",
	[REPORT_PITFALLS] = "pitfalls",
	[REPORT_CHANGES] = "changes",
	[REPORT_OPEN] = "open",
	[REPORT_APPENDIX] = "appendix",
	[REPORT_METHOD] = "method",
};
const struct vocabulary vocabulary_report_section = {
	"report section",
	REPORT_SECTIONS,
	section_words,
};

/* Of the sections that are about something which not every report has. */
static bool has_section(const struct compose *c, int section)
{
	if (is_pulse(c) && !(REPORT_OF_PULSE >> section & 1u))
		return false;
	if (facts_only(c) && !(REPORT_OF_FACTS >> section & 1u))
		return false;
	if (section == REPORT_CHANGES)
		return c->past && c->past->now;
	if (!c->plan)
		return true;
	if (section == REPORT_GATES)
		return !c->later && c->plan->gate_count;
	return section != REPORT_KPIS || (!c->later && c->plan->kpi_count);
}

void compose_number(struct compose *c)
{
	int number = 0;

	for (int i = REPORT_HEARD; i < REPORT_APPENDIX; i++)
		c->number[i] = has_section(c, i) ? ++number : 0;
}

void compose_begin(struct compose *c, struct doc *doc, const struct record *rec,
	const struct diagnosis *diagnosis, const struct plan *plan, const struct assessment *later)
{
	*doc = (struct doc){ .chapters = NULL };
	*c = (struct compose){ .doc = doc,
		.pool = &doc->pool,
		.rec = rec,
		.kpis = record_kpis(rec),
		.diagnosis = diagnosis,
		.scores = diagnosis ? &diagnosis->scores : NULL,
		.plan = plan,
		.later = later,
		.parties = (int)rec->party_count };
	compose_number(c);
	compose_confidential(c);
	compose_tags(c);
}

const char *alliance_parties(struct compose *c)
{
	struct texts names = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &names, party_name(c, p));
	return words_list(c->pool, &names);
}

/* By whether the joint edition, then by whether of more than two companies. */
static const char *const edition_title[2][2] = {
	{ "INTERNAL EDITION - not for the partner", "INTERNAL EDITION - not for the partners" },
	{ "JOINT EDITION - for both companies", "JOINT EDITION - for all companies" },
};

const char *compose_notice(const struct compose *c)
{
	return edition_title[c->joint][c->parties > 2];
}

const char *round_named(struct compose *c, const struct assessment *round)
{
	struct hole day = hole_text("day", day_long(c, round->date));

	return round->kind < 0
		? words(c->pool, W_REPORT_NO_KIND, day)
		: words(c->pool, W_REPORT_ROUND, hole_text("round", words_round(round->kind)), day);
}

static void as_of(struct compose *c, const char *text)
{
	if (text)
		doc_text(c->doc, 0, "%s", text);
}

void compose_purpose(struct compose *c)
{
	if (c->joint)
		doc_text(c->doc, 0, "%s", words_plain(W_WORKING_PAPER));
}

void compose_as_of(struct compose *c)
{
	if (c->view)
		as_of(c, words_as_of(c->pool, c->view));
	if (c->before)
		as_of(c,
			words_as_of_round(
				c->pool, c->before, day_long(c, c->in->before->assessment.date)));
}

void compose_title(struct compose *c, const char *what, const char *edition)
{
	doc_title(c->doc, what, edition, alliance_parties(c), round_named(c, &c->rec->assessment));
	compose_as_of(c);
}

const char *plan_elsewhere(struct compose *c)
{
	return words(c->pool, W_REPORT_PLAN_LATER, hole_text("round", round_named(c, c->later)));
}

void compose_chapter(
	struct compose *c, enum report_section section, const char *lead, const char *title)
{
	const unsigned rated = 1u << REPORT_DIAGNOSIS | 1u << REPORT_SIDES | 1u << REPORT_ROUTE;

	doc_chapter(
		c->doc, vocabulary_report_section.word[section], c->number[section], lead, title);
	if (rated >> section & 1u && c->view)
		as_of(c, words_as_of_day(c->pool, c->view));
}

void compose_page(struct compose *c, enum report_section section, const char *name)
{
	doc_page(c->doc, vocabulary_report_section.word[section], name);
}
