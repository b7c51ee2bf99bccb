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

#endif
