/* SPDX-License-Identifier: MIT */
/*
 * Reports (product.md, section 4): composed once into a document of blocks, then written as text of
 * 80 columns. The assessment report is the internal edition. The progress report and the brief go to
 * the other company as well and are always joint: no value of fewer than three respondents of a side.
 */
#ifndef REKINDLE_REPORT_H
#define REKINDLE_REPORT_H

#include <rekindle/diagnosis.h>
#include <rekindle/err.h>
#include <rekindle/plan.h>
#include <rekindle/str.h>

enum report_kind {
	REPORT_ASSESSMENT,        /* the diagnosis and the plan, in sections */
	REPORT_PROGRESS,          /* two pages for the steering committee: what is done, late, changed */
	REPORT_BRIEF,             /* one page for the sponsor of a side that has not yet confirmed */
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
	REPORT_GATES,
	REPORT_PITFALLS,
	REPORT_OPEN,
	REPORT_APPENDIX,
	REPORT_METHOD,
	REPORT_SECTIONS
};
extern const struct vocabulary vocabulary_report_section;
#define REPORT_ALL (~0u)

struct report_input {
	const struct record *record;
	const struct diagnosis *diagnosis;
	const struct plan *plan;
	const char *version;      /* of the program */
	unsigned sections;        /* bit 1 << enum report_section; of the assessment report only */
	enum report_kind kind;
	/* for progress and brief */
	int today;                /* day */
	const struct record *before;      /* the round before this one of the alliance, NULL none */
	const struct diagnosis *before_diagnosis; /* of it */
	const struct record *plan_record; /* the round that the plan is of; NULL: record */
};

/* Append the report as text: lines of at most 80 cells, '\n' after each. Sections keep the numbers
 * that they have in the whole report; the title with the edition is always there. The progress
 * report says so where no plan is stored or no round came before; a brief has at most 50 lines. */
void report_text(struct str *, const struct report_input *, bool ascii);

/* diagnose --format json (product.md, section 2), pretty-printed, '\n' at the end. */
void report_diagnosis_json(struct str *, const struct record *, const struct diagnosis *);
/* diagnose on a terminal or pipe: verdict, causes, aspects, situation; 80 columns. */
void report_diagnosis_text(
	struct str *, const struct record *, const struct diagnosis *, bool ascii);
/* plan --format text. */
void report_plan_text(struct str *, const struct record *, const struct plan *, bool ascii);
/* instrument show: a table for people, or JSON (product.md, section 5). */
void report_instrument_json(struct str *, const struct instrument *);
void report_instrument_text(struct str *, const struct instrument *, bool ascii);

#endif
