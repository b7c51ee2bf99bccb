/* SPDX-License-Identifier: MIT */
/*
 * Beginning a document: what its composers share, its title, its sections under their numbers.
 */
#include "compose.h"

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
	[REPORT_OPEN] = "open",
	[REPORT_APPENDIX] = "appendix",
	[REPORT_METHOD] = "method",
};
const struct vocabulary vocabulary_report_section = {
	"report section",
	REPORT_SECTIONS,
	section_words,
};

static void number_sections(struct compose *c)
{
	int number = 0;

	for (int i = REPORT_HEARD; i < REPORT_APPENDIX; i++)
		if (!c->plan ||
			((i != REPORT_GATES || c->plan->gate_count) &&
				(i != REPORT_KPIS || c->plan->kpi_count)))
			c->number[i] = ++number;
}

void compose_begin(struct compose *c, struct doc *doc, const struct record *rec,
	const struct diagnosis *diagnosis, const struct plan *plan)
{
	*doc = (struct doc){ .chapters = NULL };
	*c = (struct compose){ .doc = doc,
		.pool = &doc->pool,
		.rec = rec,
		.diagnosis = diagnosis,
		.scores = diagnosis ? &diagnosis->scores : NULL,
		.plan = plan,
		.parties = (int)rec->party_count };
	number_sections(c);
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

void compose_title(struct compose *c, const char *what, const char *edition)
{
	int kind = c->rec->assessment.kind;
	struct hole day = hole_text("day", day_long(c, c->rec->assessment.date));

	doc_title(c->doc, what, edition, alliance_parties(c),
		kind < 0 ? words(c->pool, W_REPORT_NO_KIND, day)
			 : words(c->pool, W_REPORT_ROUND, hole_text("round", words_round(kind)),
				   day));
}

void compose_chapter(
	struct compose *c, enum report_section section, const char *lead, const char *title)
{
	doc_chapter(
		c->doc, vocabulary_report_section.word[section], c->number[section], lead, title);
}

void compose_page(struct compose *c, enum report_section section, const char *name)
{
	doc_page(c->doc, vocabulary_report_section.word[section], name);
}
