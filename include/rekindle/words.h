/* SPDX-License-Identifier: MIT */
/*
 * Words: the only place where findings, reasons, plans and states become English. A caller names a
 * sentence and fills its holes; it never glues two halves, adds an "s" or changes a case.
 *
 * Sentences stand in src/words/FOLDER/NAME.def, one file a subject, one line a sentence:
 *
 *   SENTENCE(HEARD_OF, "{heard} of {all} people were heard.")
 *   SENTENCE(STALE, "{n:one={n} action is|other={n} actions are} no longer called for.")
 *
 * {name} is a hole. {name:zero=…|one=…|other=…} chooses by a count; zero and one may be missing,
 * other may not; a branch holds text and further holes, but no further choice. A brace or a bar has
 * no other use. NB between two literals is a blank at which no line ends. The first is said with
 *
 *   words(pool, W_HEARD_OF, hole_count("heard", 3), hole_count("all", 5))
 *
 * Every hole of the sentence is filled and none is left over, which tests/words.py proves of every
 * call (so the sentence is named in the call, or in a table of the same file) and an assert checks.
 * A sentence without holes is words_plain(W_NAME), which needs no pool.
 *
 * <undo> in a sentence is the key of that action of the screens, by its name in
 * src/words/screens/keys.def: the one that a person has settled, else the usual one.
 */
#ifndef REKINDLE_WORDS_H
#define REKINDLE_WORDS_H

#include <rekindle/agenda.h>
#include <rekindle/edition_plan.h>
#include <rekindle/quote.h>
#include <rekindle/flow.h>
#include <rekindle/plan.h>
#include <rekindle/preview.h>
#include <rekindle/schema.h>
#include <rekindle/sheets.h>
#include <rekindle/texts.h>

enum sentence {
#define SENTENCE(name, text) W_##name,
#include "../../src/words/sentences.def"
#undef SENTENCE
	SENTENCE_COUNT
};

/* "A, B and C", the one way in which a list is said; "" when empty. In pool. */
const char *words_list(struct pool *, const struct texts *);
/* The other ways to say several things, also "" when empty and in pool: "A; B; C" of clauses,
 * "A. B. C." of sentences with their stops, "A, B, C" of names to choose from and of counts,
 * "A & B" of the sides of an alliance. */
const char *words_clauses(struct pool *, const struct texts *);
const char *words_sentences(struct pool *, const struct texts *);
const char *words_names(struct pool *, const struct texts *);
const char *words_sides(struct pool *, const struct texts *);

enum hole_kind { HOLE_TEXT, HOLE_COUNT, HOLE_WORD, HOLE_NUMBER, HOLE_DAY, HOLE_LIST };
enum day_form {
	DAY_ISO,      /* "2026-11-22" */
	DAY_SHORT,    /* "22 Nov" */
	DAY_YEAR,     /* "22 Nov 2026": behind a short one */
	DAY_LONG,     /* "22 November 2026" */
	DAY_UNBROKEN, /* the same; no line ends at its blanks */
};

struct hole {
	const char *name;
	enum hole_kind kind;
	const char *text;
	const struct texts *list;
	double number;
	int count;
	int form; /* decimals of a number; enum day_form of a day */
};

/* What is given is borrowed until words() returns. */
struct hole hole_text(const char *name, const char *text); /* NULL is a bug */
struct hole hole_count(const char *name, int count);       /* in digits */
struct hole hole_word(const char *name, int count);        /* "no", "two", … "ten", then digits */
struct hole hole_number(const char *name, double x, int decimals); /* NAN is a bug */
struct hole hole_day(const char *name, int day, enum day_form);    /* DATE_NONE is a bug */
struct hole hole_list(const char *name, const struct texts *);     /* "A, B and C" */

/* The sentence with its holes filled, in pool. A hole missing or left over is a bug. */
#define words(pool, sentence, ...)                                                                 \
	words_fill((pool), (sentence), (const struct hole[]){ __VA_ARGS__, { .name = NULL } })
const char *words_fill(struct pool *, enum sentence, const struct hole *); /* name NULL ends */
/* A sentence that has no holes: as it stands. */
const char *words_plain(enum sentence);
/* "is no date: that month has 28 days", for behind the text; NULL when it is a date. */
const char *words_no_day(struct pool *, const char *text);
/* The same of a day that a time may follow, "2026-03-23T16:00". */
const char *words_no_moment(struct pool *, const char *text);
/* The same of a day as date_typed() has it: "can be 3 April 2027 or 4 March 2027; …". */
const char *words_no_typed_day(struct pool *, const char *text, int today);
/* For a form, a sentence: "2026-02-30 is no date: that month has 28 days.", or how one is written;
 * NULL when it is one, as date_typed() and date_typed_moment() have it. */
const char *words_wrong_day(struct pool *, const char *text, int today);
const char *words_wrong_moment(struct pool *, const char *text, int today);
/* "Friday, 27 November 2026": what was understood. */
const char *words_day_in_full(struct pool *, int day);
/* Its text with the holes in it, for whoever checks the sentences. */
const char *words_pattern(enum sentence);

/* From now on sentences name this key for the action, "^O" for "undo"; of no interest where none
 * names it. Sentences that were said before and name keys are no longer valid. */
void words_settle_key(const char *action, const char *shown);
/* The usual key number i of those that sentences name, from 0 on, and its action; NULL: no more. */
const char *words_usual_key(int i, const char **action);

/* A day that may be none: "28 January 2027", "no date". In pool or as it stands. */
const char *words_day(struct pool *, int day, enum day_form);

/* A count in words: "no", "one" … "ten"; above that NULL, for digits are easier to read. */
const char *count_word(int n);

/* What people call a thing inside a sentence, by its enum: "hear first" for the code hear_first. */
const char *words_cause(int cause);
const char *words_role(int role);
const char *words_stance(int stance);
const char *words_size(int size_class);
const char *words_problem(int problem);
const char *words_happening(int happening);
const char *words_result(int result);
const char *words_check(int check);
const char *words_check_row(int row); /* "decision rights" */
const char *words_route_value(int value);
const char *words_track(int track);
const char *words_situation(int situation); /* not of SITUATION_UNKNOWN */
const char *words_sheet_state(enum sheet_state);
const char *words_reading(int reading);      /* "monthly" */
const char *words_quote_bar(enum quote_bar); /* "goes out", "a name" */
const char *words_scale(int scale); /* "reason to partner": scale_info's label inside a sentence */
const char *words_band(int band);   /* not of BAND_NONE */
const char *words_category(int category);
const char *words_status(int status);
const char *words_round(int round);
const char *words_attribution(int attribution);
const char *words_pitfall(int pitfall);
const char *words_special(int special);
const char *words_killer(int killer);
const char *words_knockout(int knockout);
const char *words_direction(int direction);
const char *words_primary(int primary); /* in a column: a cause, "none", "--" insufficient */
/* What of a round is from the one before, by how many there are of each kind: "the profile, 4
 * objectives". In pool. */
const char *words_carried(struct pool *, const int *count);
/* A member of an object: "stance", "end of the contract". In pool or as it stands. */
const char *words_member(struct pool *, enum kind, const struct field *);
/* At the beginning of a sentence: "Baseline"; and as a verdict: "HEAR FIRST". */
const char *words_round_first(int round);
const char *words_happening_first(int happening);
const char *words_cause_first(int cause);
const char *words_cause_loud(int cause);
const char *words_cause_plain_first(int cause); /* "The way the alliance is managed" */
const char *words_track_first(int track);
const char *words_track_loud(int track);

/* {us} and {them} of a question bank's text filled in for a respondent of party: its label, the
 * list of the others. In pool, or text itself where it holds neither. */
const char *words_mirror(struct pool *, const struct record *, const char *text, int party);
/* The same for readers of all companies, without the name of one: "your company", "the other
 * company" or, of more than two, "the other companies". */
const char *words_neutral(struct pool *, const struct record *, const char *text);
/* Has the respondent a name of their own? */
bool words_is_named(const struct record *, int respondent);
/* "Ana Ruiz" or, without a name, "sponsor of Phoenix"; in pool or borrowed from the record. */
const char *words_respondent(struct pool *, const struct record *, int respondent);
/* "A. Ruiz"; "An. Ruiz" where somebody else of the alliance would be "A. Ruiz" as well; a name that
 * is not a given name before a family name whole, the role of somebody nameless. unbroken: no line
 * ends inside it. In pool, or as it stands. */
const char *words_person_short(struct pool *, const struct record *, int person, bool unbroken);
/* What the answer to a question of the flow (0-based) shows in a list: "2", "12 words", "40 30 20
 * 10", the texts of choices; the letter of its state where there is none, "d", "x", "r", "-", ".".
 * In pool. */
const char *words_answer(struct pool *, const struct flow *, size_t question);

/* A state of an answer, "not applicable". */
const char *words_state(enum answer_state);
/* What was answered, whole: a text as it was written, "don't know", "not applicable: no contract".
 * In pool, or borrowed from the record. */
const char *words_whole_answer(struct pool *, const struct record *, const struct answer *);

/* Why the grade is what it is, and what would raise it: one clause each, NULL after the last. */
struct confidence_words {
	const char *reasons[CONFIDENCE_REASONS + 1], *raise[CONFIDENCE_REASONS + 1];
};
struct confidence_words words_confidence(
	struct pool *, const struct record *, const struct diagnosis *);
/* Either of the two as one text, "A; B". */
const char *words_reasons(struct pool *, const char *const *reasons);

/* How often a diagnosis of this grade named the true cause of simulated alliances; of a tie, had it
 * among those that lead; where no cause fails, overlooked it. NULL where that was not counted
 * (diagnosis_calibrated()). */
const char *words_worth(struct pool *, const struct record *, const struct diagnosis *);

/* The rule of a finding with its numbers, as one sentence; "" where it is withheld. */
const char *words_finding(
	struct pool *, const struct record *, const struct diagnosis *, const struct finding *);
/* The same as it comes first, where the rule stands behind it: a short sentence without line, count
 * of people and id; "" where it is withheld. */
const char *words_finding_plain(
	struct pool *, const struct record *, const struct diagnosis *, const struct finding *);
/* What the id of a finding is about, without its numbers, inside a sentence: "a gap on governance";
 * the id itself where the record has no such thing any more. In pool, or borrowed. */
const char *words_cited(struct pool *, const struct record *, const char *id);
/* The same of an id that is read already. */
const char *words_cited_ref(struct pool *, const struct record *, const struct finding_ref *);
/* What an action of a plan of that track is for: the finding as it comes first, or what it was
 * about, where this round does not find it. In pool. */
const char *words_because(
	struct pool *, const struct record *, const struct diagnosis *, enum track, const char *id);
/* Of a pitfall or special situation: the same under a heading of its own. */
const char *words_case(
	struct pool *, const struct record *, const struct diagnosis *, const struct finding *);

/* Why something is said, and what would change it. */
struct why_words {
	const char *title;         /* one sentence without its stop */
	struct texts rule;         /* the rule in words with the numbers in it */
	struct texts pro, against; /* evidence; empty when there is none */
	struct texts items; /* of its scale, each with the means of the sides; empty without one */
	const char *would_change; /* NULL: nothing would */
};
void words_why(struct why_words *, struct pool *, const struct record *, const struct diagnosis *,
	const struct why *);

/* A rated item behind a why. Ratings are turned where the item is reversed: 5 is the healthy end.
 */
struct item_words {
	const char *text;      /* the question, as it is put to the own company */
	const char *anchor[3]; /* of 1, 3, 5, turned as well; or NULL */
	bool reversed;
	struct texts values; /* a side: its ratings in order of size, mean, what was not rated */
	struct texts words;  /* quotes and comments of those who may be quoted */
};
void words_item(struct item_words *, struct pool *, const struct record *, int item);

/*
 * A sign a value, by its height between low and high, the oldest first: one of "▁▂▃▄▅▆▇█", in ASCII
 * of ".:-=+*#@", a blank for NAN. Scores stand between 1 and 5; where low and high are one, every
 * value stands in the middle. In pool.
 */
const char *words_spark(
	struct pool *, const double *values, size_t count, double low, double high, bool ascii);

/* What adopting an action of the whole plan, or every open one, tells the other side, in one or two
 * sentences; NULL: nothing, the joint edition shows it already. plan: of the joint edition. */
const char *words_adopting(struct pool *, const struct edition_plan *plan, size_t action);
const char *words_adopting_all(struct pool *, const struct edition_plan *plan);
/* What the other side can work out from the action alone: "low ratings of governance"; NULL:
 * nothing.
 */
const char *words_adopting_reasons(struct pool *, const struct edition_plan *plan, size_t action);
/* What the joint edition leaves out, and why: one sentence. */
const char *words_left_out(
	struct pool *, const struct record *, const struct edition_view *, enum left_out);

/* What the other side would see now: lines for whoever prints them, wrapped by it. */
enum preview_line_kind {
	PREVIEW_LINE_HEADING,
	PREVIEW_LINE_TEXT,
	PREVIEW_LINE_COUNT, /* label: of what; text: "9 of 16" */
	PREVIEW_LINE_UNDER, /* belongs to the text before */
};
struct preview_line {
	enum preview_line_kind kind;
	const char *label, *text; /* label NULL: none */
};
struct preview_words {
	struct preview_line *line;
	size_t count;
};
/* All in pool. preview_look_ahead() was called, unless the round is sealed. */
void words_preview(struct preview_words *, struct pool *, const struct record *,
	const struct edition_preview *);
/* "The other side would see 9 of 16 aspects now."; NULL: there is no aspect. In pool. */
const char *words_preview_line(struct pool *, struct preview_count aspects);
/* From when its figures are, where they are those of an earlier edition: why that is, in a
 * sentence; the same of a round that is named ("15 October 2026"); the day alone. NULL: they are of
 * today. */
const char *words_as_of(struct pool *, const struct edition_view *);
const char *words_as_of_round(struct pool *, const struct edition_view *, const char *round);
const char *words_as_of_day(struct pool *, const struct edition_view *);

/* The plan. */
extern const char *const phase_name[PLAN_PHASES]; /* "Diagnosis", … index 0 = phase 1 */
extern const char *const step_name[PLAN_STEPS];
const char *track_step_name(enum track, int step); /* a wind-down has steps of its own */
extern const char
	*const track_plain[TRACK_COUNT]; /* "rebuild how the alliance is run": one clause */
/* Points for an amendment of the agreement, for plan_keep(). */
extern const char *const words_proposals[PROPOSAL_COUNT];
const char *gate_title(const struct gate *);       /* "Gate 1" */
const char *gate_question(const struct gate *);    /* what is decided */
const char *gate_passed_when(const struct gate *); /* a clause without its stop */
const char *gate_otherwise(const struct gate *);   /* the exit branch, a clause as well */
const char *gate_briefly(const struct gate *);     /* the same without how */
const char *event_title(const struct plan_event *);
const char *event_name(const struct plan_event *); /* the same inside a sentence */
/* What is to be minded, one sentence; _inside: as it reads after "Warning: ". */
const char *words_warning(
	struct pool *, const struct record *, const struct plan *, const struct warning *);
const char *words_warning_inside(
	struct pool *, const struct record *, const struct plan *, const struct warning *);

/* "24 December 2026", "24 to 31 December 2026"; that a side has days off from that day on already:
 * entry `at` of the record. In pool. */
const char *words_day_off(struct pool *, const struct day_off *);
const char *words_day_off_twin(struct pool *, const struct record *, int at);
/* Why a plan is not redrawn yet: see plan_waits_for_hearing(). */
const char *words_hear_before_redraw(const struct record *);
/* What a redraw would change: its head lines; one line an item; how many there are of a kind. */
struct texts words_redraw(struct pool *, const struct record *, const struct plan_redraw *);
const char *words_redraw_item(struct pool *, const struct record *, const struct plan_redraw *,
	const struct redraw_item *);
const char *words_redraw_kind(struct pool *, const struct plan_redraw *, enum redraw_kind);
/* One action that a shift would move: its new days, and the present ones. */
const char *words_shift_item(struct pool *, const struct record *, const struct plan_move *);

/* The agenda of a meeting: "Agenda of the steering committee, Monday, 8 June 2026"; the head of one
 * of its parts that has items; an item, one sentence or two. today: by which something is late. In
 * pool. Every company may read them. */
const char *words_agenda_title(struct pool *, const struct agenda *);
const char *words_agenda_part(struct pool *, const struct agenda *, enum agenda_part);
const char *words_agenda_item(struct pool *, const struct record *, const struct plan *,
	const struct agenda *, const struct agenda_item *, int today);
/* A decision or note with what became of it, one sentence; the latter alone, a clause, NULL:
 * nothing that can be said. */
const char *words_minute(struct pool *, const struct record *, const struct minute *, int today);
const char *words_minute_became(
	struct pool *, const struct record *, const struct minute *, int today);
/* "action 7 (One budget)": where it is filed; NULL: nowhere. */
const char *words_filed(struct pool *, const struct record *, const struct minute *);
/* Where a quick note is filed: the same, or what it says in words of its own; NULL: nowhere. */
const char *words_note_filed(struct pool *, const struct record *, const struct note *);
/* What stands of it there: "8 June 2026, steering committee: One budget". */
const char *words_filed_line(struct pool *, const struct meeting *, const char *text);

/* The charter: label, what to write there, and the wording that stands while nothing is agreed. */
struct charter_info {
	const char *label, *hint, *proposal;
};
extern const struct charter_info charter_info[CHARTER_PARTS];
/* What is agreed, else the proposal; members proposed by name from the people. In pool. */
const char *charter_text(const struct record *, struct pool *, enum charter_part);
/* The whole charter as it stands: what is agreed, else the proposals. Texts in pool, or borrowed.
 */
void words_charter(const struct record *, struct pool *, struct charter *standing);

#endif
