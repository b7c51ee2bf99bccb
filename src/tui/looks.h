/* SPDX-License-Identifier: MIT */
/*
 * How each style looks: attributes, and a colour where there are colours.
 */
#ifndef TUI_LOOKS_H
#define TUI_LOOKS_H

#include "canvas.h"

struct look {
	attr_t attributes;
	short colour; /* COLOR_..., -1: the terminal's own */
};
const struct look *look_of(enum style);
/* The pair of a style whose look has a colour. */
short look_pair(enum style);
void tui_settle_looks_back(void);

#endif
