/* SPDX-License-Identifier: MIT */
/*
 * What a form does with keys and the message row: what a key meant, hints, complaints, what was
 * typed.
 */
#ifndef TUI_FIELDS_H
#define TUI_FIELDS_H

#include "../app.h"
#include "form.h"

enum fields_event {
	FIELDS_OTHER, /* not for the form */
	FIELDS_STAY,
	FIELDS_CHANGED, /* the field in focus */
	FIELDS_LEFT,    /* field *left was left */
	FIELDS_DONE,    /* Enter on the last field, which is *left */
	FIELDS_OUT,     /* leave the form; *left is the field in focus */
};
enum fields_event fields_act(struct form *, enum act, const struct key *, int *left);

/* The hint, or what is wrong with the field in focus, unless the message row is taken. */
void fields_hint(struct app *, const struct form *);
/* Mark a field and say what is wrong with it. */
void fields_complain(struct app *, struct form_field *, const char *sentence);
/* What was typed without blanks around it; NULL when that is nothing. In pool. */
const char *fields_text(struct pool *, const struct form_field *);

#endif
