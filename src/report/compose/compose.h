/* SPDX-License-Identifier: MIT */
/*
 * What the composers of the sections share: the findings at hand and the words for them. Texts
 * returned here live in the document's pool.
 */
#ifndef REKINDLE_REPORT_COMPOSE_H
#define REKINDLE_REPORT_COMPOSE_H

#include <rekindle/edition_plan.h>
#include <rekindle/report.h>
#include <rekindle/trend.h>
#include <rekindle/words.h>
#include "../doc/doc.h"

#define PAGE_LINES 60         /* of text on a printed page */
#define NEAR_THE_LINE 0.10    /* a score this close to 3.50 is called near it */
#define ACTION_ROWS_PARTIES 3 /* up to here owners stand in columns */

struct compose {
	struct doc *doc;
	struct pool *pool; /* the document's */
	const struct record *rec;
	int today;                         /* day */
	struct kpi_list kpis;              /* of the round, record_kpis() */
	const struct diagnosis *diagnosis; /* NULL in a plan of its own; what may be printed */
	const struct scores *scores;       /* of the diagnosis */
	const struct plan *plan;           /* NULL in a diagnosis of its own; what is shown of it */
	const struct edition_plan *told;   /* what may be said of it, NULL: all */
	const struct assessment *later; /* the round that the plan goes on with, NULL: this one */
	const struct report_input *in;
	const struct edition_view *view;   /* NULL outside a report: nothing is withheld */
	const struct edition_view *before; /* of the round before, NULL none */
	struct past *past;                 /* all rounds, past.h; NULL outside a report */
	bool joint;
	int confidential; /* respondents who answered anything, and did so in confidence */
	int parties;
	int number[REPORT_SECTIONS]; /* of the sections that carry one, 0: left out */
	bool needs;                  /* actions tell what they need */
	int tight;                   /* page 1: so much less of each list, for it to fit */
	const char **tag;            /* of each respondent */
};

/* A document of its own: diagnosis or plan may be NULL where nothing of it is said. later: the
 * round that the plan goes on with, so that nothing is said of it but that; NULL: this one. */
void compose_begin(struct compose *, struct doc *, const struct record *, const struct diagnosis *,
	const struct plan *, const struct assessment *later);
/* Number the sections; again once c->in is known. */
void compose_number(struct compose *);
/* Where the plan is, in one line: c->later. */
const char *plan_elsewhere(struct compose *);
void compose_title(struct compose *, const char *what, const char *edition);
/* Whom the edition is for: "JOINT EDITION - for both companies". */
const char *compose_notice(const struct compose *);
/* What a paper for both companies is: behind a title, of the assessment report beside the method.
 */
void compose_purpose(struct compose *);
/* From when the figures are, where they are those of an earlier joint edition; behind a title. */
void compose_as_of(struct compose *);
const char *round_named(struct compose *, const struct assessment *); /* "baseline, 15 ..." */
/* Begins a section of the assessment report, under its number; lead may be NULL. */
void compose_chapter(struct compose *, enum report_section, const char *lead, const char *title);
/* The same for a first page, whose name is not shown on paper. */
void compose_page(struct compose *, enum report_section, const char *name);
void compose_tags(struct compose *);
void compose_confidential(struct compose *);

/* Words. */
const char *say(struct compose *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
const char *without_stop(struct compose *, const char *text); /* which follows what is added */

/* Names. */
const char *party_label(const struct compose *, int party);
const char *party_name(const struct compose *, int party); /* in full, else the label */
const char *alliance_parties(struct compose *); /* "Phoenix Labs and GenTech Solutions" */
const char *parties_where(struct compose *, const bool in[PARTIES_MAX]);
const char *person_short(struct compose *, int person); /* "D. Anand" */
const char *owner_name(struct compose *, const struct planned_action *, int party);
const char *owner_surname(struct compose *, const struct planned_action *, int party);
/* "Anand", "specialist", "respondent 9": how the internal edition names who answered. */
const char *respondent_tag(const struct compose *, int respondent);
/* The same with the party, which a confidential one never has. */
const char *respondent_full(struct compose *, int respondent);
bool is_confidential(const struct compose *, int respondent);
/* Is this person named as heard, by name or by role? Where not, it was not heard, or heard in
 * confidence: no list tells these two apart. */
bool heard_openly(const struct compose *, int person);

/* Numbers. */
/* Decimals of what people rated: the joint edition prints one. */
static inline int places(const struct compose *c)
{
	return c->joint ? 1 : 2;
}
const char *rated(struct compose *, double); /* "2.51", "-" for NAN */
/* The same as a number, for what is drawn. */
static inline double rated_number(const struct compose *c, double value)
{
	return edition_number(c->joint ? EDITION_JOINT : EDITION_INTERNAL, value);
}
/* Is what is printed of it in another band? The joint edition does not say so: it would tell more
 * than its one decimal. */
bool rounds_across(const struct compose *, double score);
const char *score_text(struct compose *, double); /* "2.51", "none", "3.50 (3.496)" across a line */
const char *scale_text(struct compose *, int scale); /* the same of a score, or "withheld" */
bool withheld_scale(const struct compose *, int scale);
bool withheld_value(const struct compose *, int scale, int party);
bool withheld_primary(const struct compose *); /* which cause comes first, and health */
const char *everybody(const struct compose *); /* "both companies", "all companies" */
const char *dash(struct compose *, const char *fmt, double); /* "-" for NAN */
const char *chance_text(struct compose *, double p);         /* "0.012", "<0.001", "-" */
const char *quantity(struct compose *, double);              /* as a person would write it; "-" */
const char *kpi_unit(const struct kpi *);                    /* "" for a plain count */
const char *counts(struct compose *, const int n[PARTIES_MAX]); /* "5+5" */
/* The same of more sides than a line has room for: "9 to 13", the fewest and the most. */
const char *counts_short(struct compose *, const int n[PARTIES_MAX]);
const char *n_text(struct compose *, const int n[PARTIES_MAX]); /* "n 5+5", unbroken */
const char *scale_n(struct compose *, int scale);
/* Did the round ask anybody about it? A pulse asks of some scales alone. */
bool asks_scale(const struct compose *, int scale);
void cause_counts(const struct compose *, int cause, int n[PARTIES_MAX]);
const char *cause_n(struct compose *, int cause);
const char *scored(struct compose *, int scale);  /* "governance (2.19, n 5+5)" */
const char *day_long(struct compose *, int day);  /* "22 April 2026", unbroken; "no date" */
const char *day_short(struct compose *, int day); /* "22 Apr" */
const char *shortened(struct compose *, const char *text, int cells); /* ends in ~ where cut */
const char *quote(struct compose *, const char *text);                /* in quotation marks */

/* Does the round decide nothing? Then there is no verdict, grade, plan, finding or fact. */
static inline bool is_pulse(const struct compose *c)
{
	return c->rec->assessment.kind == ROUND_PULSE;
}
/* Does the edition show recorded facts alone? Then there are no scores, and nothing is said of
 * them. */
static inline bool facts_only(const struct compose *c)
{
	return c->view && c->view->facts_only;
}
/* A document that is composed, in one of the formats. */
void report_write_doc(struct str *, const struct doc *, enum report_format, bool ascii);

/* What the diagnosis lets us say. */
bool names_primary(const struct compose *);
bool near_the_line(const struct compose *, double score);
/* Both write scales into out, the worst first, and return how many. */
int lowest_aspects(const struct compose *, int cause, int out[ASPECTS_PER_CAUSE]);
int widest_gaps(const struct compose *, int out[ASPECT_COUNT], double from);
const char *case_sentence(struct compose *);  /* what is the case */
const char *track_sentence(struct compose *); /* what to do */

/* Blocks that more than one document has. */
/* What an event is called, "change of ownership"; in the joint edition without blame. */
const char *happening_name(const struct compose *, int kind);
/* It with day and side and, inside, what happened and what it did, as sentences. */
const char *event_text(struct compose *, const struct event *);
/* So many events of the round at most under a heading; nothing where none is recorded. */
void compose_events(struct compose *, size_t most);
/* Knock-outs and the contract's end, under a heading; false: there is none of it. stance: also of
 * sides that hold back. */
bool compose_prior(struct compose *, bool stance);
void compose_verdict(struct compose *);
void compose_decision(struct compose *); /* the top of page 1 */
void compose_causes(struct compose *);
void compose_cause_bars(struct compose *); /* the same without a heading */
void compose_cause_notes(struct compose *);
void compose_sides_note(struct compose *); /* the situation, and where the sides part */
void compose_confidence(struct compose *);
void compose_heat(struct compose *);
void compose_killers(struct compose *);
void compose_blend(struct compose *);
void compose_plan_body(struct compose *);
void compose_gates_body(struct compose *);
void compose_weeks(struct compose *);
void compose_later(struct compose *);
void compose_recurring(struct compose *);
void compose_agreed(struct compose *);
/* Actions that are done, beside what tests them again: so many at most; how many lines it takes at
 * most, 0 where there is nothing to say. */
void compose_proof(struct compose *, int most);
int proof_lines(struct compose *, int most);
bool proof_told(const struct compose *); /* has any been asked about again? */
/* "action 3 (...) and action 7 (...)": what tests these again has risen, as far as that may be
 * said; NULL: of none. */
const char *proof_risen(struct compose *);
void compose_gap_tests(struct compose *, const int *scale, int count);
void compose_process(struct compose *);
const char *split_pattern(struct compose *); /* NULL: none */
void compose_party_letters(const struct compose *, char letter[PARTIES_MAX]);
struct table *table_of_actions(struct compose *);
/* The same for one step of the plan, under its name. */
struct table *table_of_step(struct compose *, struct caption);
void action_row(struct compose *, struct table *, size_t at);

/* Kinds of report. */
void compose_progress(struct compose *);
void compose_brief(struct compose *);
void compose_slides(struct compose *);

/* Advice on pitfall or special situation i in the order of the report; false behind the last. */
struct advised {
	const char *label;  /* in words that accuse nobody */
	const char *absent; /* the same among those that were not found */
	const char *text, *actions;
	bool present, hidden; /* hidden: neither said nor denied */
	bool unknown;         /* not present, since it could not be looked for */
};
bool pitfall_advice(struct compose *, size_t i, struct advised *);

/*
 * What the joint edition shows (rekindle-method(7), section 9): nothing that rests on fewer than
 * EDITION_VALUE_MIN respondents of a side. Progress report and brief print ratings through these
 * alone.
 */
bool floor_hides(const struct compose *, int scale); /* its score, gap and party values */
bool floor_hides_cause(const struct compose *, int cause);
const char *floor_score(struct compose *, int scale); /* "2.19", "withheld", "none" */
const char *floor_value(struct compose *, int scale, int party);
/* What is left out and why, in short: for the top of a page. */
void compose_left_out_briefly(struct compose *);

/* Sections. */
void compose_summary(struct compose *);
void compose_heard(struct compose *);
void compose_diagnosis(struct compose *);
void compose_why(struct compose *);
void compose_sides(struct compose *);
void compose_performance(struct compose *);
void compose_route(struct compose *);
void compose_plan(struct compose *);
void compose_plan_kpis(struct compose *);
void compose_gates(struct compose *);
void compose_pitfalls(struct compose *);
void compose_changes(struct compose *);
void compose_open(struct compose *);
void compose_appendix(struct compose *);
void compose_audit(struct compose *);
void compose_method(struct compose *);

/* Page 1 of the joint edition, and the words that may be quoted. */
void compose_joint(struct compose *);
void compose_left_out(struct compose *);
/* Page 1 where the edition shows facts alone. */
void compose_joint_facts(struct compose *);
void compose_quotes(struct compose *);
/* A reason of an action by the id of its finding: a clause with the number, in the joint edition
 * without blame; NULL where it is left out. An id that tells of nothing recorded stays as it is. */
const char *reason_text(struct compose *, const char *id);
const char *health_text(struct compose *);
const char *performance_text(struct compose *);
const char *performance_counted(struct compose *); /* "3 objectives with a result, 5 KPIs" */
const char *cause_note(struct compose *, int cause);
void compose_first_actions(struct compose *);
void compose_unknown(struct compose *);

#endif
