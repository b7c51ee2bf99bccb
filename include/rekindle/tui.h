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

/*
 * Keys and colours as a configuration file has them, before tui_run(). Names: of an action as it
 * stands in src/tui/actions.def, in any case, with - for _; keys by the names that the table has,
 * separated by blanks. at, of a fault: the word that it is about, borrowed.
 */
enum tui_fault {
	TUI_TAKEN,    /* none: it is so from now on */
	TUI_NO_NAME,  /* there is no such action, or role */
	TUI_FIXED,    /* its keys are what it means: ratings, points, the editing of text */
	TUI_NO_VALUE, /* no key, or look, is given */
	TUI_TOO_MANY, /* more than TUI_KEYS_MOST */
	TUI_UNKNOWN,  /* no key, or look, has that name */
	TUI_RESERVED, /* the terminal has it, or it is a digit */
	TUI_WRITES,   /* it would write, or move, where text is written and the action works */
	TUI_FAULT_COUNT
};
#define TUI_KEYS_MOST 4
enum tui_fault tui_key(const char *action, const char *keys, const char **at);

/* Two actions that one screen offers at the same time and that have a key in common which they do
 * not have by default. changed: the one that has it since tui_key(). */
struct tui_clash {
	int changed, other;
	const char *key, *screen; /* key is valid until the next call */
};
/* The first there is; false: none. */
bool tui_keys_clash(struct tui_clash *);

/* The actions of the screens, by index from 1 on. */
int tui_action_count(void);          /* one more than the last index */
bool tui_action_settled(int action); /* by tui_key() */
bool tui_action_fixed(int action);
const char *tui_action_name(int action); /* "next-question" */
const char *tui_action_keys(int action);
const char *tui_action_help(int action);
/* Where it works: 1 where letters are commands, 2 where they are text, 3 in both. */
unsigned tui_action_modes(int action);
/* Index of a name; -1: none. */
int tui_action_find(const char *name);

/* What is shown in colour, and what it may look like: a colour, attributes, or both. */
enum tui_role { TUI_CRITICAL, TUI_WEAK, TUI_STRENGTH, TUI_LINK, TUI_ROLE_COUNT };
extern const char *const tui_role_names[TUI_ROLE_COUNT];
extern const char *const tui_role_helps[TUI_ROLE_COUNT];
enum tui_fault tui_color(const char *role, const char *look, const char **at);
/* "red bold" */
#define TUI_LOOK_TEXT 64
const char *tui_role_look(enum tui_role, char buffer[TUI_LOOK_TEXT]);
/* All words for looks, one after the other with blanks between. */
const char *tui_looks(char *buffer, size_t size);
bool tui_role_settled(enum tui_role);
/* As if nothing had been settled. */
void tui_settle_nothing(void);

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
