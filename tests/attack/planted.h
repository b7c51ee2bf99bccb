/* SPDX-License-Identifier: MIT */
/*
 * Leaks that the attack has to find.
 */
#ifndef REKINDLE_TESTS_PLANTED_H
#define REKINDLE_TESTS_PLANTED_H

#include "figures.h"

/* All those of the folder; a and r are room for it. 0: each is found. Says which are not. */
int planted_all(const char *folder, struct alliance_attacked *a, struct reading *r);
/* Small alliances, of which all that can be found is known. 0: the attack finds just that. */
int sound_all(struct alliance_attacked *a, struct reading *r);
/* Full copies, which are read as if they were for the other company. 0: all in them is found. */
int shared_all(struct alliance_attacked *a, struct reading *r);

#endif
