/* SPDX-License-Identifier: MIT */
/*
 * A form: labels left in 20 columns, fields right of them, one below the other; a text that is
 * longer than its field is shown in full over several rows. A field is a line of text, a text that
 * is written in a box, or a choice of words, which open as a list. How a form is kept, checked and
 * left: form_screen.h.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include <rekindle/pool.h>
#include <rekindle/schema.h>
#include <rekindle/store.h>
#include "edit.h"
#include "list.h"
#include "page.h"

#define FORM_FIELDS 64 /* a profile of six companies has 55 rows */
#define FORM_LABEL 20

/* A day that is typed: ahead, behind or the nearer one (date_typed()), or with a time. Members of
 * schema.h say it themselves. */
enum form_takes { FORM_WORDS, FORM_DAY, FORM_DAY_PAST, FORM_DAY_NEAR, FORM_MOMENT };

struct form_field {
	const char *label;
	const char *hint;           /* one sentence for the message row, or NULL */
	const char *const *choices; /* words of a choice; NULL: text */
	const int *meaning;         /* of each word, the owner's number; NULL: its index */
	int choice_count;
	int choice; /* -1: none chosen yet */
	struct edit edit;
	char complaint[256]; /* what is wrong; "" when nothing is */
	bool heading;        /* label only: opens a group */
	bool fixed;          /* it is read, not changed */
	bool box;            /* text of many lines: Enter opens a box in which it is written */
	bool takes_new; /* a choice that also takes a word that is typed into its list: FORM_NEW */
	bool entry;     /* a text that is one of the entries of a list, as are those beside it */
	int behind; /* index of the entry before it, with which it may change places, + 1; 0 none */
	bool rating; /* a choice of numbers, explained below the form: no list lies over that */
	int rows;    /* as laid out */
	enum form_takes takes;
	bool changed;  /* by keys: it holds something else than before */
	bool disputed; /* and what it held before is another now: the person chooses */
	bool drafted;  /* what was changed is kept as a draft */
	bool refused;  /* for good, when it was left: it is tried again when that is done again */
	const char *before; /* what it held when it was added or kept */
	int choice_before;
	/* What it stands for, by its owner; a form that is filled anew knows its fields by these.
	 */
	const void *row;            /* of the owner's table */
	const struct field *member; /* of an object, or NULL */
	int of;                     /* which company, rank, row */
	int64_t key; /* of that company or reading, 0: none; of is then an index, which moves */
};

struct form {
	struct form_field field[FORM_FIELDS];
	int count;
	struct list list;
	int height;       /* rows of all fields that are shown */
	bool open;        /* the list of the choice in focus, or the box of the text */
	bool used;        /* the choice or the box in focus has been: Enter goes on */
	int pick;         /* row of the open list in focus, among those with the filter; -1 none */
	int number;       /* of a row, as far as it is typed */
	char filter[128]; /* letters that were typed into the open list */
	struct pool pool; /* words, meanings, labels: until the form is filled anew */
	/* form_screen.h */
	const struct form_ops *ops;
	bool makes;  /* something new, when the last field is done; else leaving a field keeps it */
	bool alone;  /* about no alliance that is there */
	bool gone;   /* what it shows is no longer there: the next key leaves it */
	bool making; /* what it makes is being stored: nothing of it is a draft any more */
	char place_name[64];
	struct store_place place;  /* of its drafts; screen NULL: none are kept */
	int64_t typed_at;          /* monotonic ms of the first key that no draft has, 0 none */
	const char *title, *about; /* in the header; above the fields */
	char who[32];              /* in the header, or "" */
	const char *done;          /* Enter on the last field, in the footer */
	const char *leaving;       /* asked before typed text is lost */
	struct page below;
	int below_row;    /* -1: no room */
	int64_t retry_at; /* monotonic ms of the next try to make it after the disk refused, 0 none
			   */
	int asked;        /* the field that is chosen about */
	bool editor_pending; /* Ctrl-X was typed, Ctrl-E follows */
};

/* What a hint names of the ways to type a day: of one ahead, of one that is behind us. */
#define FORM_DAYS "2026-11-27, friday, +3w, eom, 27 nov"
#define FORM_DAYS_PAST "2026-11-27, friday, -10d, 27 nov"

/* Fields, from the top. Labels and hints are the caller's or in form->pool. */
struct form_field *form_text(struct form *, const char *label, const char *hint, const char *value);
struct form_field *form_choice(struct form *, const char *label, const char *hint,
	const char *const *choices, int count, int choice);
void form_heading(struct form *, const char *label);
/* The text that was added last may have many lines: it is written in a box. */
struct form_field *form_box(struct form_field *);
void form_release(struct form *);

/* Words of a choice as they are gathered, each with the owner's number; zeroed but for pool. */
struct form_words {
	struct pool *pool;
	const char **word;
	size_t count;
	int *meaning;
	size_t meanings;
};
void form_word(struct form_words *, const char *word, int meaning); /* copied */
/* A choice of these, on the last one that means now. */
struct form_field *form_choose(
	struct form *, const char *label, const char *hint, const struct form_words *, int now);
/* What a word means that was typed into a choice that takes one. */
#define FORM_NEW (-2)
/* Choose a word, not blank, that is none of the choices so far: it means FORM_NEW. */
void form_choose_new(struct form *, struct form_field *, const char *word);
/* What the chosen word means; none while nothing is chosen. */
int form_meaning(const struct form_field *, int none);

/* What was typed without blanks around it; NULL when that is nothing. In pool. */
const char *form_value(struct pool *, const struct form_field *);

/* What stands in it, words of a choice too; NULL nothing. Borrowed. */
const char *form_says(const struct form_field *);

/* A day that was typed in another way as it is written out in the field from now on. */
void form_spell_day(struct form_field *, int today);
/* The day that is typed in another way, in full, for the message row; NULL: there is none. */
const char *form_day_understood(struct pool *, const struct form_field *, int today);

/* What the field says has been kept: it holds that now. */
void form_settle(struct form *, struct form_field *);
/* Back to what the field held. */
void form_restore(struct form_field *);
/* Has any field been changed and not been kept? */
bool form_changed(const struct form *);

/* The field in focus. */
struct form_field *form_focus(struct form *);
const struct form_field *form_focused(const struct form *);
/* Does the field in focus take letters (TEXT mode)? A choice does, too: they narrow its list. */
bool form_writes(const struct form *);
/* The choice whose list is open, or could be; the box that is open, or could be. NULL: none. */
const struct form_field *form_list(const struct form *);
const struct form_field *form_box_focused(const struct form *);
/* Put other text into the box in focus, as an editor has brought it back. */
void form_box_set(struct form *, const char *text);
/* Close the list or the box in focus: nothing is chosen, what is written stays. */
void form_close(struct form *);
/* What a key did. */
enum form_result {
	FORM_IGNORED,
	FORM_TAKEN,   /* nothing has another content */
	FORM_CHANGED, /* the field in focus may have another content */
	FORM_MOVED,   /* the focus left field *left (index): time to save it */
	FORM_PICKED,  /* so it did, after a row of its list was chosen */
	FORM_DONE,    /* Enter on the last field */
};
/* Keys and the actions NEXT_FIELD, PREVIOUS_FIELD, NEXT_CHOICE, PREVIOUS_CHOICE, RESTORE. */
enum form_result form_act(struct form *, enum act, const struct key *, int *left);
void form_layout(struct form *, int rows, int cols);
/* Rows drawn. */
int form_height(const struct form *);
/* Draw from row on; places the terminal cursor when a text field has the focus. What else stands on
 * the screen is drawn before: an open list lies over it. */
void form_draw(const struct form *, const struct canvas *, int row);

/* An open list: its rows, those with the filter, and behind them what is typed where that is taken
 * and is none of them; the choice in a row, choice_count for what is typed, -1 none. */
void form_list_open(struct form *);
int form_list_rows(const struct form *);
int form_list_choice(const struct form *, int row);
/* The row in focus, as Enter takes it, without going on. */
void form_list_take(struct form *);
/* form_entries.c: an entry beyond the first blank one is not there. */
bool form_is_hidden(const struct form *, int i);
/* The last field that is there. */
int form_last(const struct form *);
/* Entries behind a blank one move up; has any? */
bool form_close_up(struct form *);
/* May the entry in focus and the one before it change places? Neither is blank. */
bool form_can_move_up(const struct form *);
/* They do, and the focus goes along. */
void form_move_up(struct form *);
/* To the next field that is no heading, or the one before; false: there is none. */
bool form_step(struct form *, int by);
/* To the next field, a choice with its list open; on the last one: last. */
enum form_result form_go_on(
	struct form *, int *left, enum form_result moved, enum form_result last);

#endif
