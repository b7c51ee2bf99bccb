/* SPDX-License-Identifier: MIT */
/*
 * Which readings of the open round were read as they stand now: what was read is no next step.
 */
#ifndef TUI_HOME_READING_H
#define TUI_HOME_READING_H

#include "../app.h"

enum home_reading { HOME_READ_DIAGNOSIS, HOME_READ_PREVIEW };

/* Was it read, and would a reader find the same now: verdict, grade, as many people heard? */
bool home_was_read(struct app *, enum home_reading);
/* It is on the screen. Best effort: nothing where the file is read-only. */
void home_note_read(struct app *, enum home_reading);

#endif
