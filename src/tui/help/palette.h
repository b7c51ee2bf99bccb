/* SPDX-License-Identifier: MIT */
/*
 * The command palette's own table: places by the words that people have for them, commands of the
 * shell, other words for actions.
 */
#ifndef TUI_PALETTE_H
#define TUI_PALETTE_H

#include "../app.h"

struct palette_entry {
	enum act first, then; /* from the home on; ACTION_NONE none */
	const char *shell;    /* or: the command, without the program's name; else NULL */
	const char *words, *help;
};
extern const struct palette_entry palette_table[];
extern const size_t palette_count;

/* Other words for an action; "" none. */
const char *palette_words(enum act);
/* "P C", "backup": what stands where actions have their key. */
const char *palette_keys(const struct palette_entry *, char *buffer, size_t size);
/* Go there, the way that keys go: from the portfolio through the alliance in focus, from elsewhere
 * up to its home first. What asks before it is left stays. Of the shell: says how. */
void palette_go(struct app *, const struct palette_entry *);

#endif
