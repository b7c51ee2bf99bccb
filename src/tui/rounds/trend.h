/* SPDX-License-Identifier: MIT */
/*
 * All rounds of the open alliance: two of them compared, all of them beside it, the KPIs. One sheet
 * of lines, built in layout(), scrolled with the heading of the comparison kept in sight.
 */
#ifndef TUI_TREND_H
#define TUI_TREND_H

#include <rekindle/history.h>
#include "../app.h"
#include "../widgets/page.h"

/* What can be in focus, and what else a line is. */
enum trend_kind {
	TREND_HEALTH,
	TREND_CAUSE,
	TREND_ASPECT,
	TREND_SYMPTOM,
	TREND_KPI,
	TREND_FOCUSABLE,
	TREND_TEXT = TREND_FOCUSABLE,
	TREND_HEADING, /* of the comparison */
	TREND_ROUND_HEADING,
	TREND_ROUND,
	TREND_KPI_HEADING,
};

/* Numbers of a row, as text: of the comparison, of a round, of a KPI. */
enum { TREND_CHANGE, TREND_PAIRS, TREND_P };
enum { TREND_DAY, TREND_HEARD };
enum { TREND_START, TREND_NOW, TREND_TARGET, TREND_DUE, TREND_SCORE, TREND_CELLS };

struct trend_line {
	enum trend_kind kind;
	int n;                         /* cause, scale, KPI, round */
	const char *text;              /* a line of text, or the name of the row */
	const char *spark;             /* NULL: none */
	double before, after;          /* what is compared */
	const char *cell[TREND_CELLS]; /* NULL: empty */
	const char *told;              /* what can be said of the change; NULL: it is not tested */
	enum style style;              /* of that */
};

/* Where columns begin or, of numbers, end; 0: not shown. */
struct trend_columns {
	int spark, before, after, change, pairs, p, told;
};

/* Where columns of KPIs end, 0: not shown; the name, as long as it is while there is room. */
struct trend_kpi_columns {
	int name, spark, end[TREND_CELLS];
};

struct trend_view {
	struct history history; /* internal; nothing of it is compared there */
	struct round_change change;
	bool compared;
	int from, to; /* rounds that are */
	struct pool said_pool;
	struct round_said said;
	const char *unread; /* why there are no rounds; NULL: there are */

	struct pool laid;
	struct trend_line *lines;
	size_t line_count;
	int heading; /* line of the comparison's */
	const struct trend_columns *columns;
	struct trend_kpi_columns kpi;
	int cols;      /* of the sheet */
	int top, rows; /* first visible line, visible lines */
	bool follow;   /* the focus was moved: bring it into sight */
	struct trend_line focus;
	struct page why; /* of the row in focus */
	bool open;       /* it alone is shown */
	int pane;        /* column in which it is shown beside the sheet, 0 not */
};

#define TREND_PANE_FROM 120
#define TREND_PANE_COL 84
#define TREND_PANE_MORE 16   /* that the sheet takes of a wider window */
#define TREND_SPARK_ROUNDS 6 /* the last so many */

/* trend_gather.c */
/* Read all rounds of the open alliance and compare two: as before where they are still there, else
 * the newest with the full round before it. */
void trend_gather(struct trend_view *, struct app *);
/* Another one to compare from, or to; around the end. */
void trend_from_another(struct trend_view *);
void trend_to_another(struct trend_view *);
void trend_release_view(struct trend_view *);
/* trend_lines.c */
void trend_layout(struct screen *, int rows, int cols);
/* Index of the line in focus. */
int trend_line_of(const struct trend_view *, const struct trend_line *);
/* trend_rows.c */
/* What a round's own diagnosis says of such a row; NAN nothing. */
double trend_value(const struct round_read *, const struct trend_line *);
/* "5+4": people with a value of the scale, or with data, by side. */
const char *trend_people(struct pool *, const struct record *, const int n[PARTIES_MAX]);
/* Fill a row of the comparison; a round. */
void trend_fill_row(struct trend_view *, struct trend_line *, bool ascii);
void trend_fill_round(struct trend_view *, struct trend_line *);
/* trend_kpis.c */
/* Of a KPI of the alliance as of today. */
void trend_fill_kpi(struct trend_view *, struct trend_line *, const struct app *);
/* The columns of KPIs, once the lines are there; how they are called. */
#define TREND_KPI_SPARK 8
void trend_place_kpis(struct trend_view *);
extern const char *const trend_kpi_head[TREND_CELLS];
/* Why its score is what it is, and its readings, on the page. */
void trend_explain_kpi(struct trend_view *, const struct app *, int width);
/* trend_why.c */
/* Why that is said of the row in focus, on the page. */
void trend_explain(struct trend_view *, const struct app *, int width);
/* trend_draw.c */
void trend_draw(const struct screen *, const struct canvas *);

#endif
