/* SPDX-License-Identifier: MIT */
/*
 * The lines of a report that begin something.
 */
#include "marks.h"

void report_marks_release(struct report_marks *marks)
{
	pool_release(&marks->pool);
	*marks = (struct report_marks){ .count = 0 };
}

void marks_begin(struct report_marks *marks, const struct str *out)
{
	if (!marks)
		return;
	report_marks_release(marks);
	marks->seen = out->len;
}

void marks_line(
	struct report_marks *marks, int line, enum report_mark_kind kind, const char *section)
{
	if (marks)
		*POOL_APPEND(&marks->pool, marks->mark, marks->count) =
			(struct report_mark){ line, kind, section };
}

void marks_here(struct report_marks *marks, const struct str *out, enum report_mark_kind kind,
	const char *section)
{
	if (!marks)
		return;
	for (; marks->seen < out->len; marks->seen++)
		marks->lines += out->text[marks->seen] == '\n';
	marks_line(marks, marks->lines, kind, section);
}
