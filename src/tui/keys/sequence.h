/* SPDX-License-Identifier: MIT */
/*
 * What a control sequence of a terminal means: the one list of the keys that the program knows.
 */
#ifndef TUI_SEQUENCE_H
#define TUI_SEQUENCE_H

#include <stdbool.h>
#include "../actions.h"

#define SEQUENCE_NUMBERS 3 /* parameters: of a key two, of a report of the mouse three */

enum sequence_kind { SEQUENCE_CSI, SEQUENCE_SS3 };

struct sequence {
	int number[SEQUENCE_NUMBERS], numbers;
	bool alt;     /* ESC came before */
	bool mouse;   /* it began with <, as a report of the mouse does */
	bool strange; /* it has what no known key has */
};

/* A byte from '0' to '?': a digit, a separator, a private marker. */
void sequence_parameter(struct sequence *, unsigned char byte);
/* The key, TUI_PASTE where a paste begins, KEY_NONE for all that is not known. */
int sequence_code(const struct sequence *, enum sequence_kind, unsigned char final);
/* Of a report of the mouse: a click or the wheel; KEY_NONE: a release, a move, another button. */
int sequence_mouse(const struct sequence *, unsigned char final);

#endif
