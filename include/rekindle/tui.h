/* SPDX-License-Identifier: MIT */
/*
 * The terminal interface, from the first paint to the restored terminal.
 */
#ifndef REKINDLE_TUI_H
#define REKINDLE_TUI_H

#include <rekindle/err.h>
#include <rekindle/sitting.h>

struct tui_options {
	struct store *store;                 /* open; stays the caller's */
	const struct instrument *instrument; /* for new assessments */
	int64_t assessment;                  /* open its home at once; 0: the portfolio */
	int64_t respondent;                  /* go straight into this interview; 0: no */
	/* or into that of somebody new, who is stored once they have agreed; NULL: no */
	const struct sitting_newcomer *newcomer;
	bool ascii;       /* draw ASCII only, whatever the locale */
	bool ascii_files; /* and write it: files are UTF-8 otherwise */
	bool colour;
	bool mouse;   /* a click and the wheel are reported, and do something */
	bool example; /* throw-away copy: the header says so */
};

/* The pager where the user has set none, for the shell: on the other screen, of which nothing
 * stays; it starts no other program and keeps no file. */
#define TUI_PAGER "LESSSECURE=1 LESSHISTFILE=- less -IR -+X"

/* Does TERM name a terminal with cursor addressing? When not, line mode is the way. */
bool tui_possible(void);

/* Run until the user leaves. ERR_FAILED when the terminal cannot be set up, and when something of
 * an interview could not be saved in the end. *interrupted (may be NULL) is true when Ctrl-C, HUP,
 * QUIT or TERM ended it; everything typed is saved then too, unless the error says otherwise. */
enum err tui_run(const struct tui_options *, bool *interrupted, struct errmsg *why);

#endif
