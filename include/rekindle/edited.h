/* SPDX-License-Identifier: MIT */
/*
 * What an editor of the user's has written: read back, also when the program was killed beneath it.
 */
#ifndef REKINDLE_EDITED_H
#define REKINDLE_EDITED_H

#include <rekindle/sitting.h>

/* The file without the heading above its text; false: it cannot be read. */
bool edited_read(const char *path, struct str *text);
/* What a file is for, to be kept beside it (scratch.h); NULL: nothing of this database outlives the
 * program. In pool. */
const char *edited_mark(struct pool *, const struct store *, const struct sitting_spot *);
/* What programs that were killed have left in the temporary folder: words that an editor had
 * written become drafts of the interviews of this database, of those that are there still, and
 * nothing else of them stays. For the start, and after somebody was forgotten. */
void edited_recover(struct store *);

#endif
