/* SPDX-License-Identifier: MIT */
/*
 * Reports (rekindle(1)): composed once into a document of blocks, then written in one of
 * several formats. The assessment report has two editions. The progress report and the brief go to
 * the other company as well and are always joint.
 */
#ifndef REKINDLE_REPORT_H
#define REKINDLE_REPORT_H

#include <rekindle/diagnosis.h>
#include <rekindle/edition_plan.h>
#include <rekindle/err.h>
#include <rekindle/plan.h>
#include <rekindle/pool.h>
#include <rekindle/str.h>

enum report_kind {
	REPORT_ASSESSMENT, /* the diagnosis and the plan, in sections */
	REPORT_PROGRESS,   /* two pages for the steering committee: what is done, late, changed */
	REPORT_BRIEF,      /* one page for the sponsor of a side that has not yet confirmed */
	REPORT_SLIDES,     /* five slides for the steering committee */
	REPORT_KINDS
};
extern const struct vocabulary vocabulary_report_kind;

/* Of the assessment report, in its order. */
enum report_section {
	REPORT_SUMMARY,
	REPORT_HEARD,
	REPORT_DIAGNOSIS,
	REPORT_SIDES,
	REPORT_PERFORMANCE,
	REPORT_ROUTE,
	REPORT_PLAN,
	REPORT_KPIS,
	REPORT_GATES,
	REPORT_PITFALLS,
	REPORT_CHANGES, /* left out where no round came before, unless asked for alone */
	REPORT_OPEN,
	REPORT_APPENDIX,
	REPORT_METHOD,
	REPORT_SECTIONS
};
extern const struct vocabulary vocabulary_report_section;
#define REPORT_ALL (~0u)
/* Those that there are of a pulse, which has scores and gaps; the others are left out of its
 * report, and the other kinds say that there is none of it. */
#define REPORT_OF_PULSE                                                                            \
	(1u << REPORT_SUMMARY | 1u << REPORT_HEARD | 1u << REPORT_DIAGNOSIS | 1u << REPORT_SIDES | \
		1u << REPORT_APPENDIX | 1u << REPORT_METHOD)
/* Those that tell recorded facts, where the joint edition has nothing else to tell; the others are
 * left out. */
#define REPORT_OF_FACTS                                                                            \
	(1u << REPORT_SUMMARY | 1u << REPORT_HEARD | 1u << REPORT_PERFORMANCE |                    \
		1u << REPORT_ROUTE | 1u << REPORT_PLAN | 1u << REPORT_KPIS | 1u << REPORT_GATES |  \
		1u << REPORT_PITFALLS | 1u << REPORT_OPEN | 1u << REPORT_METHOD)

struct report_input {
	const struct record *record;
	const struct diagnosis *diagnosis;
	const struct plan *plan;
	const char *version; /* of the program */
	unsigned sections;   /* bit 1 << enum report_section; of the assessment report only */
	enum report_kind kind;
	enum edition edition;        /* of the assessment report; the other kinds are joint */
	int today;                   /* day */
	const struct record *before; /* the round that changes are held against, NULL none */
	const struct diagnosis *before_diagnosis; /* of it */
	const struct assessment *later; /* the round that the plan goes on with; NULL: this one */
	/* all rounds of the alliance, the oldest first, record and before among them; none: these
	 * two are all */
	const struct record *const *all;
	size_t count;
};

/*
 * What both faces have at hand for a report, and the input made of it. The plan of an alliance goes
 * on over its rounds: the report of one before the newest full one has none, and says where it is.
 */
struct report_rounds {
	const struct record *record;
	const struct diagnosis *diagnosis; /* of it */
	const struct plan *plan;           /* stored or a draft; of a pulse it is not looked at */
	const struct record *const *all;   /* store_load_earlier(); none: it is the only one */
	size_t count, own;                 /* all[own] is record */
	const struct assessment *later;    /* store_later() */
	int today;                         /* day */
};
struct report_reading {
	struct report_input input;
	struct diagnosis before;
};
/* The whole internal report of that kind; changes are held against the last full round before this
 * one, without one against the round before. Change input's sections and edition at will. It
 * borrows the rounds, which stay until report_reading_release(). */
void report_read(struct report_reading *, const struct report_rounds *, enum report_kind);
void report_reading_release(struct report_reading *);

/* Is there a report of that kind of the round? A pulse asks for no decision: it has a brief never,
 * and a progress report where a plan is stored. */
bool report_is_of(const struct record *, enum report_kind);
/* Which edition a report of that kind is. */
enum edition report_edition(enum report_kind, enum edition asked);

enum report_format {
	REPORT_TEXT,
	REPORT_MARKDOWN,
	REPORT_HTML,
	REPORT_JSON,
	REPORT_PDF, /* this and what follows: what convert() makes the file of */
	REPORT_DOCX,
	REPORT_PPTX, /* of any kind it is the slides */
	REPORT_FORMATS
};
extern const struct vocabulary vocabulary_report_format;
/* Of which kind is a report of that kind in that format? */
enum report_kind report_kind_as(enum report_kind, enum report_format);
/* How the name of a file in that format ends: ".txt", ".md", ".html", ".json", ".pdf". */
const char *report_suffix(enum report_format);

/*
 * Append the report. Sections keep the numbers that they have in the whole report; the title with
 * the edition is always there. What the formats are:
 *
 * text      lines of at most 80 cells, '\n' after each
 * markdown  CommonMark with pipe tables, lines of any length
 * html      one file without scripts that loads nothing; charts inline, a style for print
 * json      the sections and their blocks as data
 *
 * The progress report says so where no plan is stored or no round came before; a brief has at most
 * 50 lines of text. No text of a user is markup in any of them. With ascii nothing outside ASCII is
 * written: other characters become '?' in text and markdown, references in html, escapes in json.
 */
void report_write(struct str *, const struct report_input *, enum report_format, bool ascii);

/* What begins on a line of a report. */
enum report_mark_kind {
	REPORT_MARK_TITLE,    /* text: a line of the title */
	REPORT_MARK_RULE,     /* text: a line of one sign from edge to edge */
	REPORT_MARK_SECTION,  /* its title; HTML, JSON: where it begins */
	REPORT_MARK_LEFT_OUT, /* the list of what the edition leaves out */
};
struct report_mark {
	int line; /* from 0 */
	enum report_mark_kind kind;
	const char *section; /* word of vocabulary_report_section, NULL: none; lasts */
};
struct report_marks { /* zeroed: none */
	struct pool pool;
	struct report_mark *mark; /* by line */
	size_t count;
	size_t seen; /* bytes and lines so far, for the writer */
	int lines;
};
/* The same, with marks on what was appended, line 0 its first; they replace those that are there.
 * Release them when done. */
void report_write_marked(struct str *, const struct report_input *, enum report_format, bool ascii,
	struct report_marks *);
void report_marks_release(struct report_marks *);

/* diagnose --format json (rekindle(1)), pretty-printed, '\n' at the end. */
void report_diagnosis_json(struct str *, const struct record *, const struct diagnosis *);
/* diagnose on a terminal or pipe, as on a day: verdict, causes, aspects, situation; 80 columns. A
 * sealed round is read as on its own day. */
void report_diagnosis_text(
	struct str *, const struct record *, const struct diagnosis *, int today, bool ascii);
/* plan --format text, as on a day: what its edition shows. The record and the diagnosis that was
 * computed from; they give the reasons their values. */
void report_plan_text(struct str *, const struct record *, const struct diagnosis *,
	const struct edition_history *, int today, bool ascii);
/* The same in one of the formats. */
void report_plan(struct str *, const struct record *, const struct diagnosis *,
	const struct edition_history *, int today, enum report_format, bool ascii);
/* meeting ID agenda (rekindle(1)): the agenda on one page of text, longer lists cut with how many
 * more there are; for every company. plan: the stored one, NULL none. today: a day. */
struct agenda;
void report_agenda(struct str *, const struct record *, const struct plan *, const struct agenda *,
	int today, enum report_format, bool ascii);
/* instrument show: a table for people, or JSON (rekindle-instrument(5)). */
void report_instrument_json(struct str *, const struct instrument *);
void report_instrument_text(struct str *, const struct instrument *, bool ascii);

#endif
