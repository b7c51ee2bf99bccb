/* SPDX-License-Identifier: MIT */
/*
 * What a control sequence of a terminal means: the one list of the keys that the program knows.
 */
#ifndef TUI_SEQUENCE_H
#define TUI_SEQUENCE_H

#include <stdbool.h>
#include "../actions.h"

#define SEQUENCE_NUMBERS 2 /* parameters that a known key may have */

enum sequence_kind { SEQUENCE_CSI, SEQUENCE_SS3 };

struct sequence {
	int number[SEQUENCE_NUMBERS], numbers;
	bool alt;     /* ESC came before */
	bool strange; /* it has what no known key has */
};

/* A byte from '0' to '?': a digit, a separator, a private marker. */
void sequence_parameter(struct sequence *, unsigned char byte);
/* The key, TUI_PASTE where a paste begins, KEY_NONE for all that is not known. */
int sequence_code(const struct sequence *, enum sequence_kind, unsigned char final);

#endif
