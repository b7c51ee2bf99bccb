/* SPDX-License-Identifier: MIT */
/*
 * A score as every screen shows it: two decimals and the letter of its band, in its colour; the
 * number itself only where it is critical, in bold: it can be read on every background.
 */
#ifndef TUI_SCORE_H
#define TUI_SCORE_H

#include <rekindle/score.h>
#include "../canvas.h"

#define SCORE_CELLS 6 /* "3.41 W" */

enum style score_style(enum band);
/* From column col on; "--" where there is none. */
void score_draw(const struct canvas *, const struct lines *, int row, int col, double score);

#endif
