/* SPDX-License-Identifier: MIT */
/*
 * Writing a result to a file from a screen: the name asked for on the message row, nothing
 * overwritten unasked, the database never.
 */
#ifndef TUI_SAVE_AS_H
#define TUI_SAVE_AS_H

#include "../app.h"

struct save_as {
	char *path; /* the one typed last; free() */
};

/* Ask for a name. middle: what the alliance's labels and the day stand around, "-plan", or "". */
void save_as_ask(struct app *, const char *middle, const char *suffix);
/* The typed name; true when it can be written at once. Else it is asked for again and said why, or
 * whether to overwrite is being asked: ACTION_CONFIRMED then means yes. */
bool save_as_take(struct save_as *, struct app *, const char *typed);
/* Write it; says what was written, or why not and asks for another name. lines: said with it, 0:
 * not. */
bool save_as_write(const struct save_as *, struct app *, const struct str *, bool force, int lines);
void save_as_release(struct save_as *);

#endif
