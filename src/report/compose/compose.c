/* SPDX-License-Identifier: MIT */
/*
 * The kinds of report; of the assessment report which sections, in which order, under which
 * numbers.
 */
#include <string.h>
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

static void (*const compose_section[REPORT_SECTIONS])(struct compose *) = {
	[REPORT_SUMMARY] = compose_summary,
	[REPORT_HEARD] = compose_heard,
	[REPORT_DIAGNOSIS] = compose_diagnosis,
	[REPORT_SIDES] = compose_sides,
	[REPORT_PERFORMANCE] = compose_performance,
	[REPORT_ROUTE] = compose_route,
	[REPORT_PLAN] = compose_plan,
	[REPORT_KPIS] = compose_plan_kpis,
	[REPORT_GATES] = compose_gates,
	[REPORT_PITFALLS] = compose_pitfalls,
	[REPORT_OPEN] = compose_open,
	[REPORT_APPENDIX] = compose_appendix,
	[REPORT_METHOD] = compose_method,
};

static const char *edition_title(const struct compose *c)
{
	if (c->joint)
		return c->parties > 2 ? "JOINT EDITION - for all companies"
				      : "JOINT EDITION - for both companies";
	return c->parties > 2 ? "INTERNAL EDITION - not for the partners"
			      : "INTERNAL EDITION - not for the partner";
}

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
	*doc = (struct doc){ .blocks = NULL };
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
	struct list names = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &names, party_name(c, p));
	return list_and(c, &names);
}

void compose_title(struct compose *c, const char *what, const char *edition)
{
	static const char *const kinds[ROUND_COUNT] = { "baseline", "follow-up", "pulse" };
	const struct assessment *round = &c->rec->assessment;

	doc_title(c->doc, what, edition, alliance_parties(c),
		say(c, "%s, %s", round->kind < 0 ? "assessment" : kinds[round->kind],
			day_long(c, round->date)));
}

static void compose_assessment(struct compose *c)
{
	c->needs = c->in->sections == 1u << REPORT_PLAN;
	compose_title(c, "REKINDLE  Assessment report", edition_title(c));
	if (c->joint && !(c->in->sections >> REPORT_SUMMARY & 1u))
		compose_left_out(c); /* on top, whichever parts follow */
	for (int i = 0; i < REPORT_SECTIONS; i++) {
		c->doc->section = section_words[i];
		if (c->in->sections >> i & 1u)
			compose_section[i](c);
	}
}

static const char *const kind_words[REPORT_KINDS] = {
	[REPORT_ASSESSMENT] = "assessment",
	[REPORT_PROGRESS] = "progress",
	[REPORT_BRIEF] = "brief",
};
const struct vocabulary vocabulary_report_kind = { "kind of report", REPORT_KINDS, kind_words };

static void (*const compose_kind[REPORT_KINDS])(struct compose *) = {
	[REPORT_ASSESSMENT] = compose_assessment,
	[REPORT_PROGRESS] = compose_progress,
	[REPORT_BRIEF] = compose_brief,
};

enum edition report_edition(enum report_kind kind, enum edition asked)
{
	return kind == REPORT_ASSESSMENT ? asked : EDITION_JOINT;
}

static const struct {
	const char *suffix;
	void (*write)(struct str *, const struct doc *, bool ascii);
} formats[REPORT_FORMATS] = {
	[REPORT_TEXT] = { ".txt", doc_write_text },
	[REPORT_MARKDOWN] = { ".md", doc_write_markdown },
	[REPORT_HTML] = { ".html", doc_write_html },
	[REPORT_JSON] = { ".json", doc_write_json },
};
static const char *const format_words[REPORT_FORMATS] = {
	[REPORT_TEXT] = "text",
	[REPORT_MARKDOWN] = "markdown",
	[REPORT_HTML] = "html",
	[REPORT_JSON] = "json",
};
const struct vocabulary vocabulary_report_format = {
	"report format",
	REPORT_FORMATS,
	format_words,
};

const char *report_suffix(enum report_format format)
{
	return formats[format].suffix;
}

void report_write(
	struct str *out, const struct report_input *in, enum report_format format, bool ascii)
{
	struct compose c;
	struct doc doc;
	struct edition_view view, before;
	enum edition edition = report_edition(in->kind, in->edition);

	edition_compute(&view, in->record, in->diagnosis, edition);
	if (in->before)
		edition_compute(&before, in->before, in->before_diagnosis, edition);
	compose_begin(&c, &doc, in->record, &view.shown, in->plan);
	c.in = in;
	c.view = &view;
	c.before = in->before ? &before : NULL;
	c.joint = edition == EDITION_JOINT;
	doc.kind = vocabulary_report_kind.word[in->kind];
	doc.edition = vocabulary_edition.word[edition];
	compose_kind[in->kind](&c);
	formats[format].write(out, &doc, ascii);
	doc_release(&doc);
	edition_release(&view);
	if (in->before)
		edition_release(&before);
}
