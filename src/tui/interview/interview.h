/* SPDX-License-Identifier: MIT */
/*
 * The guided session's state, shared by its files: what is asked (flow), what is being written,
 * where the clock stands.
 */
#ifndef TUI_INTERVIEW_H
#define TUI_INTERVIEW_H

#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"

/* What the box in TEXT mode writes; the numbers stand in the database (sitting.field). */
enum writing {
	WRITING_NOTHING = -1,
	WRITING_ANSWER,
	WRITING_COMMENT,
	WRITING_QUOTE,
	WRITING_EVIDENCE,
	WRITING_REASON,
	WRITING_COUNT
};

struct interview {
	struct app *app;
	int respondent;
	struct flow flow;
	enum writing writing;
	struct edit box;
	bool asking_note;    /* the line being asked is a quick note, else a search */
	bool draft_dirty;    /* typed since the draft was last kept */
	int64_t draft_since; /* monotonic ms of the first such key */
	int64_t draft_kept;  /* UTC ms of the last kept draft, 0 none */
	bool editor_pending; /* Ctrl-X was typed, Ctrl-E follows */
	int row;             /* focus in choice, multi, check and split */
	bool digits;         /* the row's points are being typed */
	int probe;
	struct page page;
	int scale_line[6];     /* page line of each rating, 1 to 5 */
	int box_row, box_rows; /* where the box is drawn */
	bool read_only;        /* somebody else holds this interview */
	bool finished;         /* the review has finished it: leave */
	bool paused;
	int seconds_before; /* of earlier sittings */
	int64_t since;      /* monotonic ms when the clock last started */
	int minute_shown;
	int64_t retry_at; /* monotonic ms of the next try after a failed write */
};

/* What is asked and answered now. */
const struct item *interview_item(const struct interview *);
int interview_item_index(const struct interview *);
const struct answer *interview_answer(const struct interview *);
/* Seconds used so far, all sittings. */
int interview_seconds(const struct interview *);

/* interview_answer.c: changing answers; each is durable when it returns true. */
bool interview_rate(struct interview *, int value);
bool interview_state(struct interview *, enum answer_state);
bool interview_skip(struct interview *);
bool interview_pick(struct interview *, int row);
bool interview_points(struct interview *, int row, int points);
int interview_points_left(const struct interview *);
bool interview_flag(struct interview *);
void interview_note(struct interview *, const char *text);
/* TEXT: open the box on a field, keep the draft, leave it (the text becomes part of the answer). */
void interview_write(struct interview *, enum writing);
void interview_keep_draft(struct interview *);
bool interview_stop_writing(struct interview *);
/* Remember the place (question, seconds) in the database. */
void interview_keep_place(struct interview *);
/* Everything that is still blank and not core becomes "not asked"; the sitting is finished. */
bool interview_finish(struct interview *);

/* interview_draw.c */
void interview_layout(struct screen *, int rows, int cols);
void interview_draw(const struct screen *, const struct canvas *);

/* Another question: the box is left, the place is kept. */
void interview_go(struct interview *, size_t question);

/* Argument of screen_review: the interview below it. */
struct review_arg {
	struct interview *interview;
	bool jump; /* the jump list: no counts */
};
/* The row's word in review lists, cut by the caller. */
const char *interview_short(const struct interview *, size_t question);

#endif
