/* SPDX-License-Identifier: MIT */
/*
 * A report as blocks, whatever it is written as. The composer knows what is said, the writer knows
 * how it looks. Every text lives in the document's pool.
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

enum block_kind {
	BLOCK_TITLE,   /* two lines, each left and right */
	BLOCK_SECTION, /* label: number or NULL */
	BLOCK_HEAD,    /* sub-head */
	BLOCK_TEXT,    /* paragraph; with a label: hangs under it */
	BLOCK_TABLE,
	BLOCK_BARS,
	BLOCK_STRIP,
	BLOCK_GANTT,
	BLOCK_TREND,
	BLOCK_SPACE,
};

enum align { ALIGN_LEFT, ALIGN_RIGHT };

struct column {
	int gap;   /* blanks before it */
	int width; /* cells */
	enum align align;
	int shade; /* cells of shade before the text: 0, 1, 2; part of width */
	bool wrap; /* long text goes on below; else it is cut */
};

#define CELLS_MAX 24

struct cell {
	const char *text; /* NULL: empty */
	enum band shade;  /* BAND_NONE: blanks */
	int span;         /* columns that it covers; the cells of the others are empty */
};

struct row {
	struct cell cell[CELLS_MAX];
	int count;
};

struct table {
	struct column column[CELLS_MAX];
	int columns;
	struct row *rows;
	size_t row_count;
	size_t head_count;   /* rows at the start that name the columns */
	const char *caption; /* NULL: the line or the heading before it names the table */
};

/* One cause on the scale of 1 to 5. */
struct bar {
	const char *label;
	double value; /* NAN: none */
	const char *band, *note;
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
	double line;  /* drawn across, as SCORE_FAILING; NAN: none */
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
	const char *section; /* id of the section that it is in, NULL: none */
	int indent, hang;    /* cells before the first line; before the further lines */
	const char *label, *text;
	const char *right, *label_right; /* title: right ends of both lines */
	struct table *table;
	struct bar *bars;
	size_t bar_count;
	struct strip *strips;
	size_t strip_count;
	char letter[PARTIES_MAX]; /* of the parties on a strip */
	int parties;
	struct gantt *gantt;
	struct trend *trend;
};

struct doc {
	struct pool pool;
	struct block *blocks;
	size_t block_count;
	const char *kind, *edition; /* words for programs: "assessment", "internal"; or NULL */
	const char *section; /* id of what is added from here on (vocabulary_report_section) */
};

void doc_release(struct doc *);

void doc_title(
	struct doc *, const char *what, const char *edition, const char *who, const char *when);
void doc_section(struct doc *, int number, const char *title); /* 0: without a number */
void doc_head(struct doc *, const char *text);
void doc_space(struct doc *);
void doc_text(struct doc *, int indent, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* A paragraph that hangs: label at indent, the text at hang; a label that ends in a blank may be
 * longer. */
void doc_item(struct doc *, int indent, int hang, const char *label, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));
struct table *doc_table(struct doc *, int indent, const struct column *, int columns);
/* A new row, good until the next one. The rows that name the columns come first. */
struct row *doc_row(struct doc *, struct table *);
struct row *doc_head_row(struct doc *, struct table *);
void doc_cell(struct doc *, struct row *, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void doc_shaded(struct doc *, struct row *, enum band, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* A heading over several columns; takes as many cells of the row. */
void doc_span(struct doc *, struct row *, int span, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void doc_skip(struct row *, int cells);
struct block *doc_bars(struct doc *, int indent);
void doc_bar(struct doc *, struct block *, struct bar);
struct block *doc_strips(struct doc *, int indent, const char *letters, int parties);
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
 *	block = doc_trend(doc, 2, (struct trend_scale){ 1, 5, SCORE_FAILING, 2 });
 *	doc_trend_round(doc, block, "Oct 2026");
 *	doc_trend_round(doc, block, "Apr 2027");
 *	doc_trend_row(doc, block, "Management", (const double[]){ 2.51, 3.33 });
 */
struct block *doc_trend(struct doc *, int indent, struct trend_scale);
void doc_trend_round(struct doc *, struct block *, const char *when);
void doc_trend_row(struct doc *, struct block *, const char *label, const double *values);

/* Late, that is past due and not done. */
bool gantt_late(const struct gantt *, const struct gantt_row *);
/* Place on 0 to 1 of a value of the trend, within its scale. */
double trend_place(const struct trend_scale *, double value);
extern const char *const gantt_state_word[]; /* "open", "started", "done" */

/*
 * The writers. Each takes out what could steer its reader: controls and bidi controls, and markup
 * of the format in a text. With ascii nothing outside ASCII is written; the data stays whole in
 * HTML (character references) and JSON (escapes).
 */
/* Lines of at most 80 cells, '\n' after each. */
void doc_write_text(struct str *, const struct doc *, bool ascii);
/* CommonMark with the pipe tables of GitHub; a paragraph or row is one line, however long. */
void doc_write_markdown(struct str *, const struct doc *, bool ascii);
/* One file: no script, nothing loaded from anywhere, charts as inline SVG, a style for print. */
void doc_write_html(struct str *, const struct doc *, bool ascii);
/* {"report": {"kind", "edition", "title", "who", "when", "notice", "sections": [{"id", "number",
 * "title", "blocks": [{"kind", ...}]}]}}; numbers of charts unrounded, null for none. */
void doc_write_json(struct str *, const struct doc *, bool ascii);

#endif
