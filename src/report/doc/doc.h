/* SPDX-License-Identifier: MIT */
/*
 * A report as a document, whatever it is written as. The composer says what a thing is, the writer
 * knows how it looks: nothing is found out from a text. Every text lives in the document's pool.
 *
 * NB in a text is a blank at which no line may end: between a number and its unit, date or n.
 */
#ifndef REKINDLE_REPORT_DOC_H
#define REKINDLE_REPORT_DOC_H

#include <rekindle/date.h>
#include <rekindle/pool.h>
#include <rekindle/score.h>
#include <rekindle/str.h>

#define NB "\302\240"
#define DOC_BRAND "REKINDLE" /* who speaks: stands before every title */

/*
 * What stands above something, in normal case. A writer may set the titles of chapters and heads in
 * capitals; an aside keeps its letters.
 */
struct heading {
	const char *lead;  /* "Phase 1", "Appendix"; NULL: none */
	const char *text;  /* NULL: no heading at all */
	const char *aside; /* with its own punctuation: " (n 3)", ", upstream first"; NULL: none */
};

enum block_kind {
	BLOCK_HEAD,  /* heading */
	BLOCK_LINE,  /* heading: one rank below a head */
	BLOCK_TEXT,  /* text: a paragraph */
	BLOCK_LIST,  /* items of one style */
	BLOCK_TERMS, /* items: each label is what its text is about */
	BLOCK_TABLE, /* table */
	BLOCK_KEY,   /* table without heads: what shades and signs mean */
	BLOCK_BARS,
	BLOCK_STRIPS,
	BLOCK_GANTT,
	BLOCK_TREND,
	BLOCK_KINDS
};

enum list_style { LIST_BULLETS, LIST_BARE, LIST_NUMBERS };

/* How a line of text has a term and what is said of it. */
enum term_style {
	TERM_COLUMN, /* the text in a column of its own; a long label has lines of its own */
	TERM_COLON,  /* "Done when: a letter names it." */
	TERM_RUN     /* "Step 2  Clear the map." */
};

/* Of a list, of terms, or one detail of a row. */
struct entry {
	const char *label; /* a number, a term; NULL: none */
	const char *text;
	int hang; /* cells before the further lines */
	enum term_style style;
};

enum align { ALIGN_LEFT, ALIGN_RIGHT };

/* Widths are relative to each other; text takes them as cells. Only text cuts: what has room for it
 * shows the whole. */
struct column {
	int gap;   /* blanks before it */
	int width; /* with its shade */
	enum align align;
	int shade; /* cells of shade before the text: 0, 1, 2 */
	bool wrap; /* long text goes on below; else it is cut */
	int lines; /* where it wraps: lines at most, of which the last is cut; 0: all it takes */
};

#define CELLS_MAX 24

struct cell {
	const char *text;  /* NULL: empty */
	const char *aside; /* of the title of a group; NULL: none */
	enum band shade;   /* BAND_NONE: blanks */
	int span;          /* columns that it covers; the cells of the others are empty */
};

struct row {
	struct cell cell[CELLS_MAX];
	int count;
	bool group;            /* begins a group: its first cell is the title of the rows below */
	struct entry *details; /* more about the row than fits into cells */
	size_t detail_count;
};

struct table {
	struct column column[CELLS_MAX];
	int columns;
	struct row *rows;
	size_t row_count;
	size_t head_count; /* rows at the start that name the columns */
	int subject;       /* the column that says what its row is about */
	bool groups;       /* rows come in groups */
	bool heads_above;  /* text does without the heads: those of a table before it are
			      the same, or what the columns are shows without them */
};

/* One cause on the scale of 1 to 5. */
struct bar {
	const char *label;
	double value; /* NAN: none */
	enum band shade;
	const char *band, *note;
	bool tenths; /* printed with one decimal, else with two */
};

/* The values of all parties for one aspect on one line. */
struct strip {
	const char *label;
	double value[PARTIES_MAX]; /* NAN: none */
	const char *gap, *n, *p;
};

enum gantt_state { GANTT_OPEN, GANTT_STARTED, GANTT_DONE };

/* One action. It is late when it is not done and `due` lies before today. */
struct gantt_row {
	const char *label;
	int start, due; /* days, both part of the bar; DATE_NONE: no bar */
	enum gantt_state state;
	const char *word; /* state for readers: "done", "5 d late", "blocked" */
};

struct gantt_gate {
	const char *label; /* short: "G1" */
	int day;
};

struct gantt {
	int from, to; /* first and last day shown */
	int today;    /* DATE_NONE: no line */
	struct gantt_row *rows;
	size_t row_count;
	struct gantt_gate *gates;
	size_t gate_count;
};

/* What the values of a trend are measured on. */
struct trend_scale {
	double low, high;
	double line;  /* drawn across, where failing begins; NAN: none */
	int decimals; /* of the printed values */
};

struct trend_row {
	const char *label;
	double *value; /* one a round; NAN: none */
};

struct trend {
	struct trend_scale scale;
	const char **rounds; /* the oldest first: "Oct 2026" */
	size_t round_count;
	struct trend_row *rows;
	size_t row_count;
};

struct block {
	enum block_kind kind;
	bool apart; /* a blank line parts it from what is before */
	int indent; /* cells before it, in text */
	/* Of a head or line; of a table or chart its caption, else the heading that it stands
	 * under. */
	struct heading heading;
	bool captioned; /* the heading is a caption of its own */
	bool leads_in;  /* the caption is a sentence that the table goes on with */
	bool run_in;    /* head: the paragraph after it stands beside it */
	bool left_out;  /* head: of the list of what the edition leaves out */
	const char *text;
	enum list_style style;
	struct entry *items;
	size_t item_count;
	struct table *table;
	struct bar *bars;
	size_t bar_count;
	struct strip *strips;
	size_t strip_count;
	double line;              /* across bars and strips */
	char letter[PARTIES_MAX]; /* of the parties on a strip */
	int parties;
	struct gantt *gantt;
	struct trend *trend;
};

struct chapter {
	const char *id; /* lasts: a word of vocabulary_report_section; NULL: none */
	int number;     /* 0: none */
	struct heading heading;
	bool hidden; /* a first page: its heading is for contents and screen readers alone */
	struct block *blocks;
	size_t block_count;
};

struct doc {
	struct pool pool;
	const char *kind, *edition; /* words for programs: "assessment", "internal"; or NULL */
	const char *as_of; /* the day from which its figures are: ISO 8601; NULL: today's */
	bool titled;
	const char *title, *notice, *who, *when;
	struct chapter *chapters;
	size_t chapter_count;
	/* while it is built */
	struct heading heading; /* above what is added */
	bool apart;             /* the next block stands apart */
};

void doc_release(struct doc *);

void doc_title(
	struct doc *, const char *what, const char *notice, const char *who, const char *when);
/* Texts of headings are copied; lead and aside may be NULL. Ids are not. */
void doc_chapter(struct doc *, const char *id, int number, const char *lead, const char *title);
/* A chapter without a title on paper. What is added before any chapter gets one: "Report". */
void doc_page(struct doc *, const char *id, const char *name);
struct block *doc_head(struct doc *, const char *lead, const char *title, const char *aside);
void doc_line(struct doc *, int indent, const char *title, const char *aside);
void doc_space(struct doc *); /* the next block stands apart */
void doc_text(struct doc *, int indent, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* A head with its paragraph beside it. */
void doc_run_in(struct doc *, const char *title, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Items join the list before them when it is of their style and indent and nothing parts them. */
void doc_bullet(struct doc *, int indent, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_entry(struct doc *, int indent, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_numbered(struct doc *, int indent, int hang, size_t number, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
/* The label without a colon; the text begins or goes on at hang. */
void doc_term(struct doc *, int indent, int hang, enum term_style, const char *label,
	const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/* Named by the heading that it stands under; its rows are about what stands in column 0. */
struct table *doc_table(struct doc *, int indent, const struct column *, int columns);
struct table *doc_key(struct doc *, int indent, const struct column *, int columns);
/* Names the next table: "Step 1", "Audit". leads_in: a sentence that the table goes on with. */
struct caption {
	const char *lead, *text, *aside;
	bool leads_in;
};
struct table *doc_captioned(
	struct doc *, struct caption, int indent, const struct column *, int columns);
/* A new row, good until the next one. The rows that name the columns come first. */
struct row *doc_row(struct doc *, struct table *);
struct row *doc_head_row(struct doc *, struct table *);
/* A row that begins a group, its title over so many columns. */
struct row *doc_group(struct doc *, struct table *, int span, const char *title, const char *aside);
void doc_cell(struct doc *, struct row *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_shaded(struct doc *, struct row *, enum band, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* A cell over several columns; takes as many cells of the row. */
void doc_span(struct doc *, struct row *, int span, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void doc_skip(struct row *, int cells);
/* Of the last row; the label without a colon. */
void doc_detail(struct doc *, struct table *, const char *label, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* line: drawn across all bars or strips, where a cause begins to fail. */
struct block *doc_bars(struct doc *, int indent, double line);
void doc_bar(struct doc *, struct block *, struct bar);
struct block *doc_strips(struct doc *, int indent, const char *letters, int parties, double line);
void doc_strip(struct doc *, struct block *, struct strip);

/*
 * Actions over weeks. Labels and words are copied. `from` is best a Monday; what of a bar or gate
 * lies outside of from to to is not drawn, its dates are printed all the same.
 *
 *	block = doc_gantt(doc, 0, from, to, today);
 *	doc_gantt_gate(doc, block, "G1", day);
 *	doc_gantt_row(doc, block, (struct gantt_row){ title, start, due, GANTT_OPEN, "open" });
 */
struct block *doc_gantt(struct doc *, int indent, int from, int to, int today);
void doc_gantt_gate(struct doc *, struct block *, const char *label, int day);
void doc_gantt_row(struct doc *, struct block *, struct gantt_row);

/*
 * Values over rounds, a line each. Texts are copied. All rounds first, the oldest before the
 * newer ones, then the rows with one value a round (copied, NAN for none).
 *
 *	block = doc_trend(doc, 2, (struct trend_scale){ 1, 5, lines->failing, 2 });
 *	doc_trend_round(doc, block, "Oct 2026");
 *	doc_trend_round(doc, block, "Apr 2027");
 *	doc_trend_row(doc, block, "Management", (const double[]){ 2.51, 3.33 });
 */
struct block *doc_trend(struct doc *, int indent, struct trend_scale);
void doc_trend_round(struct doc *, struct block *, const char *when);
void doc_trend_row(struct doc *, struct block *, const char *label, const double *values);

/* Late, that is past due and not done. */
bool gantt_late(const struct gantt *, const struct gantt_row *);
/* The first of the month after a day: where a gantt names it. */
int gantt_next_month(int day);
/* Place on 0 to 1 of a value of the trend, within its scale. */
double trend_place(const struct trend_scale *, double value);
extern const char *const gantt_state_word[]; /* "open", "started", "done" */

/* For the files of this folder: a block at the end, and a text that printf makes. */
struct block *doc_add(struct doc *, enum block_kind, int indent);
const char *doc_format(struct doc *, const char *fmt, va_list);

#endif
