/* SPDX-License-Identifier: MIT */
/*
 * The key reader: from ncurses to struct key, with bracketed paste, and a wait that always wakes by
 * itself (a bare blocking getch loses a resize that comes right after the first paint).
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include <stdbool.h>
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <signal.h>
#include <rekindle/str.h>
#include "actions.h"

struct keys {
	WINDOW *window;
	struct str text;            /* of the last key */
	int paste_begin, paste_end; /* codes that ncurses gives for the brackets */
};

void keys_init(struct keys *, WINDOW *);
void keys_release(struct keys *);
/* The next key that is already there; false when there is none. */
bool keys_next(struct keys *, struct key *);
/* Sleep until a key may be there, a signal came (deliver: mask to wait with) or 100 ms are over.
 * False: the terminal is gone, and no signal needs to have said so. */
bool keys_wait(const sigset_t *deliver);

#endif
