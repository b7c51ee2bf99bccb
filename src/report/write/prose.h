/* SPDX-License-Identifier: MIT */
/*
 * Texts and headings for the writers of formats that know no columns of cells.
 */
#ifndef REKINDLE_REPORT_PROSE_H
#define REKINDLE_REPORT_PROSE_H

#include "../doc/doc.h"

/*
 * The one door for texts: controls and bidi controls taken out, each run of blanks as one blank,
 * none at the ends. No-break blanks stay when `keep`, else they are blanks.
 */
void prose(struct str *, const char *text, bool keep);
/* The end of a prose text in ASCII: "…" is "...", what has no like becomes "?". */
void prose_ascii(struct str *, size_t from);
/* "2.51" with that many decimals, "none" for NAN. */
const char *prose_number(struct pool *, double value, int decimals);

/* How much of a heading is set in capitals: never its aside. */
enum letters { LETTERS_AS_GIVEN, LETTERS_CAPITALS };
/* A heading on one line, its lead parted from its title: "PHASE 1: AUDIT (n 3)". */
const char *heading_line(struct pool *, const struct heading *, const char *parted, enum letters);
/* The heading of a table or chart: its caption, or the one that it stands under; NULL: none. */
const char *heading_of(struct pool *, const struct block *);

#endif
