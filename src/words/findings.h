/* SPDX-License-Identifier: MIT */
/*
 * Pitfalls and special situations, which are said in two ways: as a rule that begins with its name,
 * and as the case under a heading of its own.
 */
#ifndef REKINDLE_WORDS_FINDINGS_H
#define REKINDLE_WORDS_FINDINGS_H

#include "telling.h"

const char *tell_pitfall(const struct telling *);
const char *tell_special(const struct telling *);
/* "Phoenix partner 41, GenTech management 48": the first of each party's tops. */
const char *tell_tops(const struct telling *);

#endif
