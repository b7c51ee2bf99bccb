/* SPDX-License-Identifier: MIT */
/*
 * The kinds of report; of the assessment report which sections, in which order, under which
 * numbers.
 */
#include <rekindle/release.h>
#include "../write/write.h"
#include "compose.h"
#include "past.h"

#define DAY_MS 86400000

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
	[REPORT_CHANGES] = compose_changes,
	[REPORT_OPEN] = compose_open,
	[REPORT_APPENDIX] = compose_appendix,
	[REPORT_METHOD] = compose_method,
};

/* A pulse has scores and gaps; of it nothing else is reported. */
static unsigned sections_of(const struct compose *c)
{
	unsigned sections = c->in->sections & ((1u << REPORT_SECTIONS) - 1);

	if (is_pulse(c))
		sections &= REPORT_OF_PULSE;
	return facts_only(c) ? sections & REPORT_OF_FACTS : sections;
}

static void compose_assessment(struct compose *c)
{
	c->needs = c->in->sections == 1u << REPORT_PLAN;
	compose_title(c, "Assessment report", compose_notice(c));
	unsigned sections = sections_of(c);
	if (c->joint && !(sections >> REPORT_SUMMARY & 1u))
		compose_left_out(c); /* on top, whichever parts follow */
	if (!sections)
		doc_text(c->doc, 0, "%s",
			words_plain(is_pulse(c) ? W_REPORT_PULSE_NO_PART : W_REPORT_FACTS_NO_PART));
	for (int i = 0; i < REPORT_SECTIONS; i++)
		if (sections >> i & 1u)
			compose_section[i](c);
}

static const char *const kind_words[REPORT_KINDS] = {
	[REPORT_ASSESSMENT] = "assessment",
	[REPORT_PROGRESS] = "progress",
	[REPORT_BRIEF] = "brief",
	[REPORT_SLIDES] = "slides",
};
const struct vocabulary vocabulary_report_kind = { "kind of report", REPORT_KINDS, kind_words };

/* What is decided by a diagnosis is not reported of a round that decides nothing. */
static void compose_undecided(struct compose *c)
{
	compose_title(c, words_plain(W_REPORT_OF_PULSE), compose_notice(c));
	doc_text(c->doc, 0, "%s",
		words(c->pool, W_REPORT_PULSE_NO_KIND,
			hole_text("kind", vocabulary_report_kind.word[c->in->kind])));
}

static void (*const compose_kind[REPORT_KINDS])(struct compose *) = {
	[REPORT_ASSESSMENT] = compose_assessment,
	[REPORT_PROGRESS] = compose_progress,
	[REPORT_BRIEF] = compose_brief,
	[REPORT_SLIDES] = compose_slides,
};

bool report_is_of(const struct record *record, enum report_kind kind)
{
	if (record->assessment.kind != ROUND_PULSE || kind == REPORT_ASSESSMENT)
		return true;
	return kind == REPORT_PROGRESS && plan_is_stored(record);
}

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
	[REPORT_PDF] = { ".pdf", doc_write_paper },
	[REPORT_DOCX] = { ".docx", doc_write_office },
	[REPORT_PPTX] = { ".pptx", doc_write_slides },
};
static const char *const format_words[REPORT_FORMATS] = {
	[REPORT_TEXT] = "text",
	[REPORT_MARKDOWN] = "markdown",
	[REPORT_HTML] = "html",
	[REPORT_JSON] = "json",
	[REPORT_PDF] = "pdf",
	[REPORT_DOCX] = "docx",
	[REPORT_PPTX] = "pptx",
};
const struct vocabulary vocabulary_report_format = {
	"report format",
	REPORT_FORMATS,
	format_words,
};

void report_write_doc(struct str *out, const struct doc *doc, enum report_format format, bool ascii)
{
	formats[format].write(out, doc, ascii, NULL);
}

const char *report_suffix(enum report_format format)
{
	return formats[format].suffix;
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
		.before = trend_before(rounds->all, rounds->own),
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

static const char *as_of_day(struct doc *doc, const struct edition_view *view)
{
	char day[DATE_TEXT];

	return view->as_of ? pool_strdup(&doc->pool, date_iso((int)(view->as_of / DAY_MS), day))
			   : NULL;
}

/* The document of a report, from what its edition shows. */
static void compose_doc(struct doc *doc, const struct report_input *in, enum edition edition,
	const struct edition_view *view, const struct edition_view *before)
{
	struct compose c;
	struct past past;
	struct edition_plan told;

	compose_begin(&c, doc, in->record, &view->shown, in->plan, in->later);
	c.in = in;
	c.today = in->today;
	c.view = view;
	c.before = before;
	c.joint = edition == EDITION_JOINT;
	doc->kind = vocabulary_report_kind.word[in->kind];
	doc->edition = vocabulary_edition.word[edition];
	doc->as_of = as_of_day(doc, view);
	past_open(&past, &c);
	c.past = &past;
	past_plan(&past, in->plan, &told);
	c.plan = &told.shown;
	c.told = &told;
	past_prove(&past, &c);
	compose_number(&c);
	if (!report_is_of(in->record, in->kind))
		compose_undecided(&c);
	else
		compose_kind[in->kind](&c);
	edition_plan_release(&told);
	past_close(&past);
}

/* What a report is composed from: the joint edition has nothing of a round but its view. */
struct sources {
	struct report_input in;
	struct edition_view view, before;
	struct plan draft; /* of what is shown */
	bool drafts;
};

static void show_view(struct sources *from)
{
	struct report_input *in = &from->in;

	in->diagnosis = &from->view.whole;
	if (in->before)
		in->before_diagnosis = &from->before.whole;
	from->drafts = edition_draft(&from->draft, in->plan, in->record, &from->view);
	if (from->drafts)
		in->plan = &from->draft;
}

static void open_sources(struct sources *from, const struct report_input *in, enum edition edition)
{
	*from = (struct sources){ .in = *in };
	release_view(&from->view, in->record, in->diagnosis, edition);
	if (in->before)
		release_view(&from->before, in->before, in->before_diagnosis, edition);
	if (edition == EDITION_JOINT)
		show_view(from);
}

static void close_sources(struct sources *from)
{
	if (from->drafts)
		plan_release(&from->draft);
	edition_release(&from->view);
	if (from->in.before)
		edition_release(&from->before);
}

enum report_kind report_kind_as(enum report_kind kind, enum report_format format)
{
	return format == REPORT_PPTX ? REPORT_SLIDES : kind;
}

void report_write_marked(struct str *out, const struct report_input *asked,
	enum report_format format, bool ascii, struct report_marks *marks)
{
	struct report_input whole = *asked;
	const struct report_input *in = &whole;
	struct doc doc;
	struct sources from;

	whole.kind = report_kind_as(asked->kind, format);
	enum edition edition = report_edition(in->kind, in->edition);
	open_sources(&from, in, edition);
	compose_doc(&doc, &from.in, edition, &from.view, in->before ? &from.before : NULL);
	formats[format].write(out, &doc, ascii, marks);
	doc_release(&doc);
	close_sources(&from);
}

void report_write(
	struct str *out, const struct report_input *in, enum report_format format, bool ascii)
{
	report_write_marked(out, in, format, ascii, NULL);
}
