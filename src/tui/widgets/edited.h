/* SPDX-License-Identifier: MIT */
/*
 * What an editor of the user's has written: read back, also when the program was killed beneath it.
 */
#ifndef TUI_EDITED_H
#define TUI_EDITED_H

#include <rekindle/sitting.h>

/* The file without the heading above its text; false: it cannot be read. */
bool edited_read(const char *path, struct str *text);
/* What a file is for, to be kept beside it (scratch.h); NULL: nothing of this database outlives the
 * program. In pool. */
const char *edited_mark(struct pool *, const struct store *, const struct sitting_spot *);
/* Words that an editor had written when the program was killed, into the interviews of this
 * database: for the start. */
void edited_recover(struct store *);

#endif
