/* SPDX-License-Identifier: MIT */
/*
 * The plan's screen, shared by its files: the rows of the table and the page about one of them.
 */
#ifndef TUI_PLAN_VIEW_H
#define TUI_PLAN_VIEW_H

#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"

enum plan_row_kind { PLAN_PHASE, PLAN_GATE, PLAN_ACTION, PLAN_LATER };

struct plan_row {
	enum plan_row_kind kind;
	int index;                /* phase from 0, gate, place in plan->actions */
};

/* Where the columns of the table stand. */
struct plan_columns {
	int end;                  /* of the table, exclusive */
	int title_cells;
	int owner, owner_step, owners;    /* first column, cells, how many parties */
	int due;                  /* right end */
	int state;                /* column of "after gate 1", -1 none */
	bool below;               /* owners and all on a row below */
};

enum plan_page { PLAN_PAGE_NONE, PLAN_PAGE_ROW, PLAN_PAGE_WARNINGS };

struct plan_view {
	bool all;                 /* l: the later actions too */
	bool asking_start;        /* the line being asked is a date, else a search */
	enum plan_page open;      /* shown alone */
	struct pool pool;
	struct plan_row *rows;
	size_t row_count;
	struct list list;         /* focus and first visible row; heights differ, see plan_layout */
	int visible;              /* rows that fit from list.top on */
	struct plan_columns columns;
	struct page head;         /* track, start, warnings */
	struct page page;         /* about the focus, or the warnings */
	struct plan_row paged;    /* whose page it is */
	enum plan_page paged_as;
	int list_row, page_row, page_col;
};

/* Rows of the table in the order of the screen; keeps the focus on the same row where it is still there. */
void plan_rows_build(struct plan_view *, const struct plan *);
int plan_row_height(const struct plan_view *, size_t row);
/* The row in focus, NULL without any. */
const struct plan_row *plan_focused(const struct plan_view *);
/* "A. Ruiz", the role of somebody nameless, "?" of nobody known; in pool. */
const char *plan_owner(struct pool *, const struct record *, const struct planned_action *, int party);

/* plan_page.c: what the page says. */
void plan_page_row(struct page *, struct app *, const struct plan_row *, int width);
void plan_page_warnings(struct page *, const struct plan *, int width);

/* plan_draw.c */
void plan_layout(struct screen *, int rows, int cols);
void plan_draw(const struct screen *, const struct canvas *);

#endif
