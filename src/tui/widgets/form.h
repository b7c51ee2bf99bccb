/* SPDX-License-Identifier: MIT */
/*
 * A form: labels left in 20 columns, fields right of them, one per row. A field is a line of text
 * or a choice of words. The owner reads the fields and says what is wrong with them.
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "edit.h"
#include "list.h"

#define FORM_FIELDS 64 /* a profile of six companies has 55 rows */
#define FORM_LABEL 20

struct form_field {
	const char *label;
	const char *hint;           /* one sentence for the message row, or NULL */
	const char *const *choices; /* words of a choice; NULL: text */
	int choice_count;
	int choice; /* -1: none chosen yet */
	struct edit edit;
	char complaint[96]; /* what is wrong; "" when nothing is */
	bool heading;       /* label only: opens a group */
};

struct form {
	struct form_field field[FORM_FIELDS];
	int count;
	struct list list;
};

struct form_field *form_text(struct form *, const char *label, const char *hint, const char *value);
struct form_field *form_choice(struct form *, const char *label, const char *hint,
	const char *const *choices, int count, int choice);
void form_heading(struct form *, const char *label);
void form_release(struct form *);

/* The field in focus. */
struct form_field *form_focus(struct form *);
const struct form_field *form_focused(const struct form *);
/* Is the focus in a line of text (TEXT mode)? */
bool form_writes(const struct form *);
/* What a key did. */
enum form_result {
	FORM_IGNORED,
	FORM_CHANGED, /* the field in focus has another content */
	FORM_MOVED,   /* the focus left field *left (index): time to save it */
	FORM_DONE,    /* Enter on the last field */
};
/* Keys and the actions NEXT_FIELD, PREVIOUS_FIELD, NEXT_CHOICE, PREVIOUS_CHOICE, CHANGE, DO. */
enum form_result form_act(struct form *, enum act, const struct key *, int *left);
void form_layout(struct form *, int rows, int cols);
/* Draw from row on; places the terminal cursor when a text field has the focus. */
void form_draw(const struct form *, const struct canvas *, int row);

#endif
