/* SPDX-License-Identifier: MIT */
/*
 * The home of an alliance: what was gathered from the record, what of it is visible, where the
 * focus stands. Texts are copies: nothing here points into the record.
 */
#ifndef TUI_HOME_H
#define TUI_HOME_H

#include <rekindle/looked.h>
#include <rekindle/next.h>

#include "../app.h"
#include "../widgets/list.h"

enum hearing {
	HEARING_HEARD,
	HEARING_BEGUN,
	HEARING_PLANNED,
	HEARING_OPEN,
	HEARING_UNWILLING,
	HEARING_NEVER /* owns parts of the plan alone */
};

struct home_person {
	int person, respondent; /* indices in the record, -1 none; one of them is there */
	int party, role;
	enum hearing hearing;
	bool late; /* planned for a day that is over */
	const char *name;
	const char *state;   /* "heard", "today 16:00", "22 Oct" */
	const char *planned; /* ISO, or NULL */
};

enum next_kind {
	NEXT_ADD,
	NEXT_INTERVIEW,
	NEXT_ACTION,
	NEXT_DECISION,
	NEXT_DIAGNOSIS,
	NEXT_BEGIN,
	NEXT_CONFIRM,
	NEXT_PROFILE,
	NEXT_AUDIT,
	NEXT_PREVIEW,
	NEXT_SHEETS,
	NEXT_PLAN
};

struct home_due { /* an open action of the stored plan */
	int day;
	bool late;
	const char *when, *title; /* "! 12 Oct", "today" */
};

/* One place of the people table: a person, or a role of which a side has nobody. */
struct home_slot {
	int role, party; /* role ROLE_COUNT: who only owns parts of the plan */
	int person;      /* index in people, -1 nobody */
	int row;         /* line of the table */
	int column;
	bool first; /* the role's word stands before it */
};

enum home_line_kind {
	LINE_BLANK,
	LINE_PARTIES,
	LINE_PARTY,
	LINE_PEOPLE,
	LINE_ANSWERED,
	LINE_CAUSE,
	LINE_TEXT,
	LINE_SEEN /* what the other side would see: goes where the rest fits only without it */
};
struct home_line {
	enum home_line_kind kind;
	int n; /* party, row of the table, cause */
	const char *text;
};

struct home {
	struct pool pool; /* what was gathered */
	struct home_person *people;
	size_t people_count;
	int parties;
	const char **party_label;
	double (*answered)[CAUSE_COUNT]; /* share by party and cause, NAN nothing asked */
	enum next_kind next;
	int next_person; /* index in people, -1 */
	int next_party;  /* of NEXT_ADD, -1 any */
	const char *next_text, *safe_text, *count_text;
	const char *preview_text; /* what the other side would see; "" nothing yet */
	int shown, showable;      /* aspects of it */
	const char **flagged;
	size_t flagged_count;
	struct home_due *due; /* earliest first */
	size_t due_count;
	int due_now;                      /* of these up to today */
	const char *due_text;             /* "2, 1 late", "none (no plan yet)" */
	const struct assessment **rounds; /* of the alliance, by date */
	size_t round_count;
	int64_t pulse;              /* key of the open one, 0 none */
	int due_round;              /* day of the next that the plan has, DATE_NONE none */
	enum round_kind due_kind;   /* of that one */
	struct texts more;          /* about all that, a line each */
	const char *decision;       /* what is to be decided since a gate was not passed, or NULL */
	int64_t looked_of;          /* the alliance of what follows */
	struct store_looked looked; /* when it was looked at before */
	struct looked_news news;    /* since then */
	int64_t seen;               /* the last change when that was read */
	bool outdated;              /* another program has changed something since */
	struct texts since;         /* clauses about it */
	const char *since_when;     /* "Tuesday" */

	struct pool laid; /* what was laid out */
	struct home_slot *slots;
	size_t slot_count;
	struct home_line *lines;
	size_t line_count;
	bool columns; /* sides beside each other */
	int column_width;
	int pane;      /* column of the list at the right, 0 none */
	int next_rows; /* rows of the pinned first line */
	int top, rows; /* visible lines */
	bool scrolled; /* by page: the focus may be out of sight */

	int focus;         /* slot, -1: what comes next */
	int deleting;      /* index in people, while it is asked about */
	bool confirming;   /* it is asked whether all is to be confirmed */
	int64_t same;      /* key of the person who is said to be another, 0 nobody */
	int64_t same_into; /* and of that other, while it is asked about */
	int64_t noted; /* key of the person in focus, while the record is loaded anew; or respondent
			*/
};

#define HOME_LABEL 14 /* cells before the first side */

/* home_gather.c */
void home_gather(struct home *, struct app *);
/* home_next.c. After all else was gathered. */
void home_gather_next(struct home *, struct app *);
/* Where the next step is done, but of NEXT_ADD, INTERVIEW and BEGIN; what the footer calls it. */
void home_go_next(const struct home *, struct app *);
const char *home_next_label(const struct home *);
/* "2026-10-15T16:00" taken apart; *time is "16:00" in pool, NULL without one. */
int home_planned_day(struct pool *, const char *planned, const char **time);
/* home_due.c */
void home_gather_due(struct home *, struct app *);
/* "Next: Settle the open incidents; due 12 Oct, 3 d late."; NULL: no action is open. In home->pool.
 */
const char *home_due_next(struct home *, int today);
/* home_rounds.c */
static inline bool home_is_pulse(const struct app *app)
{
	return app->record.assessment.kind == ROUND_PULSE;
}
/* After home_gather_due(). */
void home_gather_rounds(struct home *, struct app *);
/* "Next: begin the pulse that was due 12 January."; NULL: none is, or an action comes first. */
const char *home_round_due(struct home *, const struct app *);
/* home_since.c */
/* Read what has changed since it was looked at last. */
void home_look(struct home *, struct app *);
/* Remember that it was looked at. */
void home_looked(struct home *, struct app *);
/* After home_gather_rounds(). */
void home_gather_since(struct home *, struct app *);
/* All that in at most three lines of that width; NULL nothing. In home->laid. */
const char *home_since_text(struct home *, int width);
/* home_go.c */
void home_begin_due(struct home *, struct app *);
/* Is a pulse open that is not the round which is shown? */
bool home_other_pulse(const struct home *, const struct app *);
/* False: the action is another's. */
bool home_act_rounds(struct home *, struct app *, enum act);
/* home_same.c */
/* Mark the person (index in the record) as the record that goes; on another, ask whether they are
 * one; on the same once more, take the mark off. */
void home_same(struct home *, struct app *, int person);
void home_same_confirmed(struct home *, struct app *);
/* home_draw.c */
/* What stands before the people of a role, and before who only owns parts of the plan. */
const char *home_role(int role);
void home_layout(struct screen *, int rows, int cols);
void home_draw(const struct screen *, const struct canvas *);

#endif
