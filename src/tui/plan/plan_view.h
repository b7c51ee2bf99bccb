/* SPDX-License-Identifier: MIT */
/*
 * The plan's screens, shared by their files: the rows of the table, of the gantt and of the
 * calendar, the page about one of them, and what is written.
 */
#ifndef TUI_PLAN_VIEW_H
#define TUI_PLAN_VIEW_H

#include <rekindle/edition_plan.h>
#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"
#include "../report/save_as.h"

enum plan_row_kind { PLAN_PHASE, PLAN_GATE, PLAN_ACTION, PLAN_LATER, PLAN_MONTH, PLAN_EVENT };

struct plan_row {
	enum plan_row_kind kind;
	int index; /* phase from 0, gate, place in plan->actions, event */
	int day;   /* in the calendar; DATE_NONE elsewhere */
	int lines; /* of the table that it takes; 0 counts as one */
};

/* Where the columns of the table stand. */
struct plan_columns {
	int end;     /* of the table, exclusive */
	bool number; /* is there room for those of the actions? */
	int title;   /* first column */
	int title_cells;
	int owner, owner_step, owners; /* first column, cells, how many parties */
	int due, due_cells;            /* right end; cells with the mark before it */
	int state;                     /* column of the state */
	bool below;                    /* owners and all on a row below */
};

enum plan_page {
	PLAN_PAGE_NONE,
	PLAN_PAGE_ROW,
	PLAN_PAGE_WARNINGS,
	PLAN_PAGE_REDRAW, /* what it would change */
	PLAN_PAGE_SHIFT
};
enum plan_way { PLAN_TABLE, PLAN_GANTT, PLAN_CALENDAR, PLAN_WAYS };
/* Which actions are listed. */
enum plan_show { SHOW_ACTIVE, SHOW_OPEN, SHOW_LATE, SHOW_ALL, SHOW_COUNT };

enum plan_question {
	PLAN_ASK_START,
	PLAN_ASK_SHIFT,
	PLAN_ASK_NEW,
	PLAN_ASK_FILTER,
	PLAN_ASK_FILE,
	PLAN_ASK_ADOPT, /* confirmed is that the other side may tell what has called for it */
	PLAN_ASK_ADOPT_ALL
};

/* All that columns, rows and head of the plan rest on: while it is the same, so are they. */
struct plan_laid {
	unsigned touched; /* app->touched */
	int rows, cols, today;
	enum plan_way way;
	enum plan_show show;
	char filter[64];
};

struct plan_view {
	enum plan_way way;
	enum plan_show show;
	char filter[64]; /* only rows that have these words; "" all */
	enum plan_question asking;
	struct save_as save_as;
	enum plan_page open; /* shown alone */
	bool reopen; /* PLAN_PAGE_REDRAW: with what is done or dropped and called for again */
	struct plan_asked asked; /* PLAN_PAGE_SHIFT */
	struct pool pool;
	struct plan_row *rows;
	size_t row_count;
	struct list list; /* focus and first visible row; heights differ, see plan_layout */
	struct str focus; /* id of the action in focus: places move when dates do */
	int visible;      /* rows that fit from list.top on */
	struct plan_columns columns;
	int first_day;         /* gantt: Monday of the first week shown */
	int bars_col;          /* gantt: behind the titles */
	bool scrolled;         /* gantt: the weeks were moved by hand */
	struct page head;      /* track, start, warnings */
	struct plan_laid laid; /* what columns, rows and head are of */
	struct page page;      /* about the focus, or the warnings */
	struct plan_row paged; /* whose page it is */
	enum plan_page paged_as;
	int list_row, page_row, page_col;
};

/* plan_rows.c: rows of the way shown, in the order of the screen; the focus stays on its action. */
void plan_rows_build(struct plan_view *, struct app *);
int plan_row_height(const struct plan_view *, size_t row);
/* plan_scroll.c: what is in sight where so many rows of the screen have room; opened: for the first
 * time, where the focus is to stand well above the middle: what comes next is below it. */
void plan_scroll(struct plan_view *, int rows, bool opened);
/* The row in focus, NULL without any. */
const struct plan_row *plan_focused(const struct plan_view *);
/* Remember what is in focus, so that it is found again. */
void plan_note_focus(struct plan_view *, struct app *);
/* Place in the plan of the action with that id, -1 none. */
int plan_find_action(const struct plan *, const char *id);
/* "A. Ruiz", the role of somebody nameless, "?" of nobody known; in pool. */
const char *plan_owner(
	struct pool *, const struct record *, const struct planned_action *, int party);
/* "open", "5d late", "done", "blocked", "started, 5d late"; in pool. */
const char *plan_state(struct pool *, const struct planned_action *, int today);
/* The same; of what is late only that where the cells do not hold more. */
const char *plan_state_within(struct pool *, const struct planned_action *, int today, int cells);
/* Is it late, and more is to be said of it than that? */
bool plan_state_is_long(const struct planned_action *, int today);
enum style plan_state_style(const struct planned_action *, int today);
extern const char *const plan_show_word[SHOW_COUNT];
#define PLAN_NAME_CELLS 60 /* that a message leaves for a title */

/* plan_page.c: what the page says. */
/* What a gate asks, and when it is passed. */
void plan_page_gate_asks(struct page *, const struct gate *, int width);
void plan_page_row(struct page *, struct app *, const struct plan_row *, int width);
void plan_page_warnings(struct page *, const struct record *, const struct plan *, int width);

/* plan_preview.c: what a redraw or a shift would change, worked out anew whenever it is shown. */
void plan_page_redraw(struct page *, struct app *, bool reopen, int width);
void plan_page_shift(struct page *, struct app *, const struct plan_asked *, int width);
struct plan_shift plan_shift_of(struct app *, const struct plan_asked *);

/* plan_draw.c */
void plan_layout(struct screen *, int rows, int cols);
void plan_draw(const struct screen *, const struct canvas *);
/* plan_gantt.c, plan_calendar.c: the body below the head */
void plan_gantt_layout(struct plan_view *, const struct app *, int cols);
void plan_gantt_draw(const struct screen *, const struct canvas *);
void plan_calendar_draw(const struct screen *, const struct canvas *);

/* plan_change.c: each durable and one step of undo. A draft is stored first: false when the disk
 * refuses or the round is sealed; the message row says why. */
bool plan_store(struct app *);
/* Do what was shown. */
bool plan_redraw_now(struct app *, bool reopen);
bool plan_shift_now(struct app *, const struct plan_asked *);
/* Open, started, done, open of an action of the plan by its place. */
void plan_step_status(struct app *, int place);
/* Adopt an action of the plan by its place, or no longer; every open one. */
void plan_adopt(struct app *, int place);
void plan_adopt_all(struct app *);
/* A new action of one's own after the one in focus; its index in the record, -1 refused. */
int plan_add_action(struct app *, const char *title, int step);
void plan_delete_action(struct app *, int place);
/* What the joint edition shows of the plan; false: the other rounds cannot be read, and the message
 * row says why. Release when it was true. */
struct plan_joint {
	struct store_earlier earlier;
	struct edition_history shown;
	bool read;
};
bool plan_joint(struct app *, struct plan_joint *);
/* Ask whether to adopt an action, or every open one (place -1), where that tells the other side
 * what is withheld; false: it tells nothing. */
bool plan_ask_adopt(struct app *, int place);
void plan_joint_release(struct plan_joint *);
/* Write its joint edition: calendar, table, JSON or text by the end of the name. */
void plan_write(struct app *, const struct save_as *, bool force);

/* plan_form.c */
enum plan_sheet {
	SHEET_ACTION,
	SHEET_GATE,
	SHEET_OBJECTIVE,
	SHEET_WORKSHOP,
	SHEET_CHARTER,
	SHEET_AMENDMENT,
	SHEET_DAY_OFF
};
struct plan_form_arg {
	enum plan_sheet sheet;
	int index; /* in the record: action, objective, amendment, day off; gate number */
};
extern const struct screen_ops screen_plan_form, screen_workshop, screen_amendments,
	screen_days_off;

#endif
