/* SPDX-License-Identifier: MIT */
/*
 * Searching the rows of a screen while the word is typed. A screen says what its rows are
 * (screen_ops.rows); which one the word goes to is decided here, for all alike: the first after the
 * focus that has it, around the end. Words are compared as names are, in NFC and without case.
 */
#ifndef TUI_SEEK_H
#define TUI_SEEK_H

#include <stdbool.h>

struct screen;
struct list;
struct page;
struct sought;

/* Does the text have the word? NULL has none. */
bool sought_in(const struct sought *, const char *text);

/* What they are: how it is said that none has the word. */
enum rows_of {
	ROWS_ANY,
	ROWS_ALLIANCES,
	ROWS_PEOPLE,
	ROWS_AUDIT,
	ROWS_QUESTIONS,
	ROWS_CAUSES,
	ROWS_FINDINGS,
	ROWS_ACTIONS,
	ROWS_ACTIONS_SHOWN, /* not all of them */
	ROWS_REPORT
};

struct rows {
	int count, at; /* all of them; the one in focus */
	enum rows_of of;
	bool (*has)(struct screen *, int row, const struct sought *);
	void (*go)(struct screen *, int row); /* put the focus there */
	struct list *list;                    /* instead of count, at and go: they are its rows */
	struct page *page; /* instead of all: its lines are searched, and it is scrolled */
};

#endif
