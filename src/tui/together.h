/* SPDX-License-Identifier: MIT */
/*
 * Which actions screens offer at the same time. The table is made from the sources of the screens
 * by src/build/together.awk: of every list that an offers() may give.
 */
#ifndef TUI_TOGETHER_H
#define TUI_TOGETHER_H

#include "actions.h"

struct together {
	const char *screen;      /* its name, or the folder of what several screens share */
	const enum act *actions; /* ACTION_NONE ends */
};
/* screen NULL ends. */
extern const struct together together[];

#endif
