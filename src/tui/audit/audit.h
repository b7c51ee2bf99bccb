/* SPDX-License-Identifier: MIT */
/*
 * The audit's screens, shared by their files: rows, columns, the labels of fields, what changes.
 */
#ifndef TUI_AUDIT_H
#define TUI_AUDIT_H

#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"

enum audit_part {
	AUDIT_GOALS,
	AUDIT_PROCESS,
	AUDIT_CHECKLISTS,
	AUDIT_ROUTE,
	AUDIT_RISKS,
	AUDIT_EVENTS,
	AUDIT_INCIDENTS,
	AUDIT_STAKES,
	AUDIT_PARTS
};

#define AUDIT_COLUMNS 9 /* of a table at the most */
struct audit_place {
	int col, width; /* without the gap behind it; width 0: not shown */
};

/* What can be in focus. kind assessment: whether objectives were agreed on at all. */
struct audit_row {
	enum kind kind;
	int index; /* in the record; enum check_row; -1: none yet, the row says so */
};

enum audit_line_kind {
	LINE_TITLES,
	LINE_GROUP,
	LINE_ROW,
	LINE_BELOW,
	LINE_SUM,
	LINE_MEANS,
	LINE_BLANK
};

struct audit_line {
	enum audit_line_kind kind;
	enum kind of; /* titles */
	int row;      /* LINE_ROW, LINE_BELOW */
	const char *text;
	const char *label, *figure; /* of a sum, at the right */
};

enum audit_question { ASK_ACTUAL, ASK_WHY };

struct audit {
	enum audit_part part;
	struct list list[AUDIT_PARTS]; /* focus in rows, top in lines */
	int value;                     /* route test: enum route_value in focus */
	bool reading;                  /* the row in focus alone, in full */
	enum audit_question asking;
	enum kind awaited; /* a form for a new one is open above */
	size_t before;     /* how many there were */
	int64_t noted;     /* key of the row in focus, while the record is loaded anew */
	struct pool pool;
	struct audit_row *rows;
	size_t row_count;
	struct audit_line *lines;
	size_t line_count;
	struct page about; /* the row in focus in full */
	int list_row, list_rows, about_row;
	struct audit_place places[KIND_COUNT][AUDIT_COLUMNS]; /* of the kinds that are shown */
	bool sticky; /* titles stay while their rows scroll */
	struct performance performance;
	struct route_score route;
};

/* audit_rows.c */
void audit_rows(struct audit *, const struct app *, enum audit_part);
void audit_lines(struct audit *, const struct app *, int cols);
const struct audit_row *audit_focused(const struct audit *);
/* Put the focus on a row of the open part; false when it is not there. */
bool audit_go(struct audit *, enum kind, int index);
bool audit_row_has(
	struct pool *, const struct app *, const struct audit_row *, const struct sought *);
int audit_known_checks(const struct record *);

/* audit_text.c: fields as words */
struct audit_label {
	enum kind kind;
	const char *field; /* name in schema.h */
	const char *label; /* NULL: the topic of the route test's question */
	const char *hint;
	bool needed;
	bool box; /* text of many lines */
};
extern const struct audit_label audit_labels[];
extern const size_t audit_label_count;
struct audit_noun {
	const char *title; /* "Objective" */
	const char *one;   /* "an objective" */
	const char *about; /* what is recorded here */
	const char *empty; /* said while there is none */
};
const struct audit_noun *audit_noun(enum kind);
/* What a field holds as text for reading, in pool; NULL when nothing. */
const char *audit_text(
	struct pool *, const struct record *, const struct field *, const void *object);
/* What people call word i of a member's vocabulary: "too early". */
const char *audit_word(const struct vocabulary *, int i);
const char *audit_day(struct pool *, int day); /* "30 Jun 2026", NULL for none */
const char *audit_title(struct pool *, const struct record *, enum kind, const void *object);
/* Cut to the room that a message leaves for a name. */
const char *audit_short(struct pool *, const char *text);
/* Why what an object is about cannot be kept: another is about the same already, by its words.
 * index: its own, -1 a new one. NULL: it can. In pool. */
const char *audit_twin(
	struct pool *, const struct record *, enum kind, const void *object, int index);
/* The whole text must be a date and a number. NULL, or what is wrong. */
const char *audit_read_actual(struct pool *, const char *text, int *day, double *value);

/* audit_columns.c */
enum { COLUMN_FILL = 0, COLUMN_NONE = -1, COLUMN_BELOW = -2 };
struct audit_column {
	const char *title;
	const char *field; /* or: */
	const char *(*text)(struct pool *, const struct record *, int index);
	int cells[3];     /* by enum width, the gap included */
	bool right;       /* right-aligned */
	bool bar;         /* 0 to 100 as a bar */
	const char *word; /* before it on the row below: "due 30 Jun 2026" */
};
const struct audit_column *audit_columns(enum kind, size_t *count);
const char *audit_cell(
	struct pool *, const struct record *, enum kind, const struct audit_column *, int index);
double audit_bar(const struct record *, int kpi);

/* audit_widths.c */
/* Place the columns of the kinds that have rows. */
void audit_place(struct audit *, const struct app *, int cols);
int audit_end(int cols);     /* where tables end */
int audit_sum_end(int cols); /* where figures that are summed up end, and their sums */

/* audit_about.c: the row in focus in full */
void audit_about(struct audit *, const struct app *, int width);
/* A question of the route test with its anchors, for an entry of this party (-1 unknown). */
void audit_question(struct page *, const struct record *, enum route_value, int party, int width);

/* audit_draw.c */
void audit_layout(struct screen *, int rows, int cols);
void audit_draw(const struct screen *, const struct canvas *);

/* audit_parts.c: the line of all parts */
void audit_draw_parts(const struct audit *, const struct record *, const struct canvas *);

/* audit_change.c: each durable, and one step of undo; false: said why, the record is as before.
 * what: how undo calls it; NULL: by the name of the object. */
bool audit_put(struct app *, const char *what, enum kind, void *object);
bool audit_add(struct app *, enum kind, const void *object);
void audit_delete(struct app *, const struct audit_row *);
bool audit_answer_check(struct app *, enum check_row, enum check);
void audit_step_check(struct app *, enum check_row);
void audit_step_agreed(struct app *);
void audit_rate(struct app *, int route, enum route_value, int value);
bool audit_add_actual(struct app *, int kpi, int day, double value);
void audit_why(struct app *, int objective, const char *text);

/* audit_form.c, audit_catalogue.c */
struct audit_form_arg {
	enum kind kind;
	int index; /* -1: a new one */
	int kpi;   /* entry of the catalogue that fills a new KPI, -1 none */
};
extern const struct screen_ops screen_audit_form, screen_audit_catalogue;

#endif
