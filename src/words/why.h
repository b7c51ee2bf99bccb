/* SPDX-License-Identifier: MIT */
/*
 * The parts of a why in words: evidence, and what would change it.
 */
#ifndef REKINDLE_WORDS_WHY_H
#define REKINDLE_WORDS_WHY_H

#include "telling.h"

/* A piece of evidence. */
const char *tell_argument(const struct telling *, const struct argument *);
/* "GenTech at 2.60 or more: no longer critical; gap 0.80, discuss"; NULL: nothing would. */
const char *tell_change(const struct telling *, const struct why *);

#endif
