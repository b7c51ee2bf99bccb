/* SPDX-License-Identifier: MIT */
/*
 * The kinds of report; of the assessment report which sections, in which order, under which numbers.
 */
#include <string.h>
#include "compose.h"

static const char *const section_words[REPORT_SECTIONS] = {
	[REPORT_SUMMARY] = "summary", [REPORT_HEARD] = "heard", [REPORT_DIAGNOSIS] = "diagnosis",
	[REPORT_SIDES] = "sides", [REPORT_PERFORMANCE] = "performance", [REPORT_ROUTE] = "route",
	[REPORT_PLAN] = "plan", [REPORT_GATES] = "gates", [REPORT_PITFALLS] = "pitfalls",
	[REPORT_OPEN] = "open", [REPORT_APPENDIX] = "appendix", [REPORT_METHOD] = "method",
};
const struct vocabulary vocabulary_report_section = {
	"report section", REPORT_SECTIONS, section_words,
};

static void (*const compose_section[REPORT_SECTIONS])(struct compose *) = {
	[REPORT_SUMMARY] = compose_summary, [REPORT_HEARD] = compose_heard,
	[REPORT_DIAGNOSIS] = compose_diagnosis, [REPORT_SIDES] = compose_sides,
	[REPORT_PERFORMANCE] = compose_performance, [REPORT_ROUTE] = compose_route,
	[REPORT_PLAN] = compose_plan, [REPORT_GATES] = compose_gates,
	[REPORT_PITFALLS] = compose_pitfalls, [REPORT_OPEN] = compose_open,
	[REPORT_APPENDIX] = compose_appendix, [REPORT_METHOD] = compose_method,
};

static void number_sections(struct compose *c)
{
	int number = 0;

	for (int i = REPORT_HEARD; i < REPORT_APPENDIX; i++)
		if (i != REPORT_GATES || !c->plan || c->plan->gate_count)
			c->number[i] = ++number;
}

void compose_begin(struct compose *c, struct doc *doc, const struct record *rec,
	const struct diagnosis *diagnosis, const struct plan *plan)
{
	*doc = (struct doc){ .blocks = NULL };
	*c = (struct compose){ .doc = doc, .pool = &doc->pool, .rec = rec, .diagnosis = diagnosis,
		.scores = diagnosis ? &diagnosis->scores : NULL, .plan = plan,
		.parties = (int)rec->party_count };
	number_sections(c);
	compose_tags(c);
}

const char *alliance_parties(struct compose *c)
{
	struct list names = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &names, party_name(c, p));
	return list_and(c, &names);
}

void compose_title(struct compose *c, const char *what, const char *edition)
{
	static const char *const kinds[ROUND_COUNT] = { "baseline", "follow-up", "pulse" };
	const struct assessment *round = &c->rec->assessment;

	doc_title(c->doc, what, edition, alliance_parties(c), say(c, "%s, %s",
		round->kind < 0 ? "assessment" : kinds[round->kind], day_long(c, round->date)));
}

static void compose_assessment(struct compose *c)
{
	c->needs = c->in->sections == 1u << REPORT_PLAN;
	compose_title(c, "REKINDLE  Assessment report",
		c->parties > 2 ? "INTERNAL EDITION - not for the partners"
			       : "INTERNAL EDITION - not for the partner");
	for (int i = 0; i < REPORT_SECTIONS; i++)
		if (c->in->sections >> i & 1u)
			compose_section[i](c);
}

static const char *const kind_words[REPORT_KINDS] = {
	[REPORT_ASSESSMENT] = "assessment", [REPORT_PROGRESS] = "progress",
	[REPORT_BRIEF] = "brief",
};
const struct vocabulary vocabulary_report_kind = { "kind of report", REPORT_KINDS, kind_words };

static void (*const compose_kind[REPORT_KINDS])(struct compose *) = {
	[REPORT_ASSESSMENT] = compose_assessment, [REPORT_PROGRESS] = compose_progress,
	[REPORT_BRIEF] = compose_brief,
};

void report_text(struct str *out, const struct report_input *in, bool ascii)
{
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, in->record, in->diagnosis, in->plan);
	c.in = in;
	compose_kind[in->kind](&c);
	doc_write_text(out, &doc, ascii);
	doc_release(&doc);
}
