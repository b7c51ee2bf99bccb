/* SPDX-License-Identifier: MIT */
/*
 * The guided session on the screens: the sitting, what is being typed, where the focus stands.
 */
#ifndef TUI_INTERVIEW_H
#define TUI_INTERVIEW_H

#include <rekindle/sitting.h>
#include "../app.h"
#include "../widgets/list.h"
#include "../widgets/page.h"

struct interview {
	struct app *app;
	struct sitting sitting;
	enum sitting_field writing; /* what the box in TEXT mode writes */
	struct edit box;
	struct str over;     /* what is being typed over: what was stored when that began */
	bool asking_note;    /* the line being asked is a quick note, else a search */
	bool draft_dirty;    /* typed since the draft was last kept */
	int64_t draft_since; /* monotonic ms of the first such key */
	int64_t draft_kept;  /* UTC ms of the last kept draft, 0 none */
	bool editor_pending; /* Ctrl-X was typed, Ctrl-E follows */
	int row;             /* focus in choice, multi, check and split */
	bool moved;          /* it was moved since the question was opened */
	bool follow;         /* the page keeps the focus in sight until it is scrolled */
	bool digits;         /* the row's points are being typed */
	int probe;
	int probe_line; /* of the page */
	struct page page;
	int scale_line[6];     /* page line of each rating, 1 to 5 */
	int box_row, box_rows; /* where the box is drawn */
	int minute_shown;
	int title_cells; /* of the longest short word of a question */
	bool done;       /* the review has finished it: leave */
};

/* interview_open.c */
/* Where it was left; what makes it read only is told. */
void interview_open(struct interview *, int64_t respondent);
/* By the clock: one that could not be held is held once it can be. */
void interview_hold_again(struct interview *);

/* interview_told.c */
/* Instead of when it was saved, where it cannot be changed; NULL: it can. */
const char *interview_standing(const struct interview *);
/* What became of a change: the header's word, and why it was refused or waits. True: durable. */
bool interview_kept(struct interview *, enum kept);
/* By the clock: who has taken the interview over is told. */
void interview_look(struct interview *);
/* By the clock: another minute is to be painted. */
void interview_clock_tick(struct interview *);
/* What the field that is being typed holds, "" nothing. */
const char *interview_stored(const struct interview *);
/* Another program has stored something else than what the box was opened over, and than what is
 * typed: ask_text puts both before the person. */
bool interview_overtaken(const struct interview *);
void interview_ask_text(struct interview *);
/* The same of the place and the draft, which are no change that the header tells of. */
bool interview_placed(struct interview *, enum kept);
/* Undo takes back what is stored: false, and said, while something waits. */
bool interview_may_undo(struct interview *);
/* The row's word in review lists, cut by the caller. */
const char *interview_short(const struct interview *, size_t question);
/* "Ana Ruiz, Phoenix" for the header. */
void interview_who(const struct interview *, char *buffer, size_t size);

/* interview_choice.c: ACTION_THEIRS, ACTION_OURS: what was disputed is done with, the record is
 * another. */
enum nav interview_choose(struct interview *, enum act);

/* interview_move.c */
/* Another question: the box is left, the place is kept. */
void interview_go(struct interview *, size_t question);
void interview_next(struct interview *);
/* The question is answered: a pulse, of ten minutes, then asks the next one, and so does an
 * interview that is to. */
void interview_go_on(struct interview *);
void interview_open_question(struct interview *);
int interview_chosen_row(const struct interview *); /* where the focus stands at first */
enum nav interview_act_move(struct interview *, enum act);

/* interview_answer.c */
enum nav interview_act_answer(struct interview *, enum act, const struct key *);
/* Enter takes the row in focus of one choice, unless something else was answered and the focus was
 * not moved since. NULL: nothing was taken; else what is to be said, once the next question stands.
 * False in *may: it cannot be kept. */
const char *interview_take_row(struct interview *, bool *may);

/* interview_box.c: TEXT mode */
void interview_write(struct interview *, enum sitting_field);
void interview_draft_back(struct interview *);
void interview_keep_draft(struct interview *);
void interview_draft_tick(struct interview *);
/* The text becomes part of the answer; false: it is refused and stays in the box. */
bool interview_stop_writing(struct interview *);
enum nav interview_act_text(struct interview *, enum act, const struct key *);

/* interview_page.c */
/* Columns of the list of questions at the right, 0 none; of its titles. */
int interview_side(const struct interview *);
int interview_side_titles(const struct interview *);
void interview_layout(struct screen *, int rows, int cols);
int interview_width(const struct interview *);
int interview_head_rows(int body); /* topic and minutes, blank rows where there is room */
bool interview_big_box(const struct interview *);
int interview_focus_line(const struct interview *); /* line of the page, -1 none */
/* First column of the bars of a split on the screen; 0: the question has none. */
int interview_bar_col(const struct interview *);
/* "28 min left", and whether it stands still. */
const char *interview_clock(struct pool *, const struct interview *);
enum answer_state interview_state(const struct interview *);
/* In the page's pool: text with the companies' names; the probe that is open of a question that
 * has some; how the person may be quoted. */
const char *interview_mirrored(struct interview *, const char *text);
const char *interview_probe(struct interview *);
const char *interview_choice_text(struct interview *, int row);
int interview_choices(const struct item *); /* rows to choose from, 0 none */
const char *interview_quoted_as(struct interview *);

/* interview_draw.c */
void interview_draw(const struct screen *, const struct canvas *);

/* review_columns.c */
struct review_columns {
	int topic, topic_cells;
	int question; /* 0: not shown */
	int answer, end;
	int side; /* of the answer in focus; 0: not shown */
};
struct review_columns review_columns(
	const struct interview *, const struct sitting_earlier *, int cols);
/* Where an answer begins that takes so many cells with what stands behind it. */
int review_answer_col(const struct review_columns *, int cells);

/* Argument of screen_review: the interview below it. */
struct review_arg {
	struct interview *interview;
	bool jump; /* the jump list: no counts */
};

#endif
