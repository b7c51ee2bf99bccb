/* SPDX-License-Identifier: MIT */
/*
 * Marking lines while they are written. Everything takes NULL for marks that nobody wants.
 */
#ifndef REKINDLE_REPORT_MARKS_H
#define REKINDLE_REPORT_MARKS_H

#include <rekindle/report.h>

/* What is appended from here on is line 0 and further. */
void marks_begin(struct report_marks *, const struct str *out);
/* The line that is being written. section: an id that lasts, or NULL. */
void marks_here(
	struct report_marks *, const struct str *out, enum report_mark_kind, const char *section);
/* A line by its number, not before the marks already made. */
void marks_line(struct report_marks *, int line, enum report_mark_kind, const char *section);

#endif
