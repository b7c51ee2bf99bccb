/* SPDX-License-Identifier: MIT */
/*
 * Members of the record's objects as a line of text, by their type in schema.h: shown, checked,
 * taken. Texts, lists, quantities, dates, whole and real numbers; what is chosen from words is an
 * int that form_meaning gives.
 */
#ifndef TUI_BIND_H
#define TUI_BIND_H

#include <rekindle/schema.h>

/* The member of that name; NULL when there is none. */
const struct field *bind_named(enum kind, const char *name);
/* Is it written, not chosen? */
bool bind_is_written(const struct field *);

/* What it holds, as bind_take reads it; NULL when nothing. In pool or the object's own. */
const char *bind_text(struct pool *, const struct field *, const void *object);
/* Why text (NULL: nothing) cannot be its value, in one sentence; NULL: it can. */
const char *bind_complaint(struct pool *, const struct field *, const char *text);
/* Text that bind_complaint let through, into the object; what it points to in pool, or text. */
void bind_take(struct pool *, const struct field *, void *object, const char *text);

/* Members that are an int. */
int bind_number(const struct field *, const void *object);
void bind_set(const struct field *, void *object, int number);

/* The whole text must be a number. NULL, or what is wrong. */
const char *bind_read_real(const char *text, double *value);
/* Entries of a list on one line: "Phoenix; GenTech". */
const char *bind_list(struct pool *, const char *lines);

/* Index of the object with that key, -1 when it is gone: indices move when the record is loaded
 * anew. */
int bind_index(const struct record *, enum kind, int64_t key);

#endif
