/* SPDX-License-Identifier: MIT */
/*
 * The kinds of report; of the assessment report which sections, in which order, under which
 * numbers.
 */
#include "../write/write.h"
#include "compose.h"
#include "past.h"

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

static void compose_assessment(struct compose *c)
{
	c->needs = c->in->sections == 1u << REPORT_PLAN;
	compose_title(c, "Assessment report", compose_notice(c));
	if (c->joint && !(c->in->sections >> REPORT_SUMMARY & 1u))
		compose_left_out(c); /* on top, whichever parts follow */
	for (int i = 0; i < REPORT_SECTIONS; i++)
		if (c->in->sections >> i & 1u)
			compose_section[i](c);
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
	void (*write)(struct str *, const struct doc *, bool ascii, struct report_marks *);
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

/* What changes are held against: the last full round before this one; where there is none, as for a
 * pulse that comes first, the one before. */
static const struct record *held_against(const struct report_rounds *rounds)
{
	const struct record *full = NULL;

	for (size_t i = 0; i < rounds->count && rounds->all[i] != rounds->record; i++)
		if (rounds->all[i]->assessment.kind != ROUND_PULSE)
			full = rounds->all[i];
	return full ? full : rounds->before;
}

void report_read(
	struct report_reading *reading, const struct report_rounds *rounds, enum report_kind kind)
{
	struct report_input *in = &reading->input;

	*in = (struct report_input){ .record = rounds->record,
		.diagnosis = rounds->diagnosis,
		.plan = rounds->plan,
		.version = REKINDLE_VERSION,
		.sections = REPORT_ALL,
		.kind = kind,
		.edition = EDITION_INTERNAL,
		.today = rounds->today,
		.before = held_against(rounds),
		.all = rounds->all,
		.count = rounds->count,
		.later = rounds->later };
	if (in->before) {
		diagnosis_compute(&reading->before, in->before);
		in->before_diagnosis = &reading->before;
	}
}

void report_reading_release(struct report_reading *reading)
{
	if (reading->input.before)
		diagnosis_release(&reading->before);
}

/* The document of a report, from what its edition shows. */
static void compose_doc(struct doc *doc, const struct report_input *in, enum edition edition,
	const struct edition_view *view, const struct edition_view *before)
{
	struct compose c;
	struct past past;

	compose_begin(&c, doc, in->record, &view->shown, in->plan, in->later);
	c.in = in;
	c.view = view;
	c.before = before;
	c.joint = edition == EDITION_JOINT;
	doc->kind = vocabulary_report_kind.word[in->kind];
	doc->edition = vocabulary_edition.word[edition];
	past_open(&past, &c);
	c.past = &past;
	compose_kind[in->kind](&c);
	past_close(&past);
}

void report_write_marked(struct str *out, const struct report_input *in, enum report_format format,
	bool ascii, struct report_marks *marks)
{
	struct doc doc;
	struct edition_view view, before;
	enum edition edition = report_edition(in->kind, in->edition);

	edition_compute(&view, in->record, in->diagnosis, edition);
	if (in->before)
		edition_compute(&before, in->before, in->before_diagnosis, edition);
	compose_doc(&doc, in, edition, &view, in->before ? &before : NULL);
	formats[format].write(out, &doc, ascii, marks);
	doc_release(&doc);
	edition_release(&view);
	if (in->before)
		edition_release(&before);
}

void report_write(
	struct str *out, const struct report_input *in, enum report_format format, bool ascii)
{
	report_write_marked(out, in, format, ascii, NULL);
}
