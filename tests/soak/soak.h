/* SPDX-License-Identifier: MIT */
/*
 * Random keys and sizes on every screen: what is pressed, and how a screen has to look.
 */
#ifndef TEST_SOAK_H
#define TEST_SOAK_H

#include "../tui/stage.h"

/* A row of numbers that a seed begins; not the C library's, which differs from one to the next. */
struct dice {
	unsigned long long state;
};
void dice_begin(struct dice *, unsigned seed);
unsigned dice_roll(struct dice *, unsigned sides);

/* The next key, in the notation of term_keys(), weighted as people press them: letters are text
 * where text is written, commands elsewhere. Never one that names a folder, so that no file is
 * written outside of the stage's. */
const char *keys_next(struct dice *, bool writing);

enum { LOOK_NAV, LOOK_TEXT, LOOK_SMALL };
/* In which mode the screen is, by its last row; -1 where it says none. */
int look_mode(struct term *, int rows, int cols);
/* What is wrong with the picture; NULL where nothing is. Static. */
const char *look_wrong(struct term *, int rows, int cols);
/* The rows that a repaint has to leave as they are: of a screen, without its message, and without
 * what the clock changes. Caller frees. */
char *look_kept(struct term *, int rows);

#endif
