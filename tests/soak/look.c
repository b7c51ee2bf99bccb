/* SPDX-License-Identifier: MIT */
/*
 * What holds for the picture of every screen.
 */
#include "soak.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_MIN 10
#define COLS_MIN 40
#define REPORT_COLS 80

static char wrong[256];

static const char *is_wrong(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static const char *is_wrong(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsnprintf(wrong, sizeof(wrong), fmt, args);
	va_end(args);
	return wrong;
}

int look_mode(struct term *term, int rows, int cols)
{
	if (rows < ROWS_MIN || cols < COLS_MIN)
		return LOOK_SMALL;
	const char *foot = term_row(term, rows - 1);
	return !strncmp(foot, "  NAV", 5) ? LOOK_NAV : !strncmp(foot, "  TEXT", 6) ? LOOK_TEXT : -1;
}

/* No control signs, none that turn the direction of writing. */
static bool is_raw(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;
	for (; *at; at++) {
		if (*at < 0x20 || *at == 0x7F || (*at == 0xC2 && at[1] < 0xA0))
			return true;
		if (*at == 0xE2 &&
			((at[1] == 0x80 && at[2] >= 0xAA && at[2] <= 0xAE) ||
				(at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9)))
			return true;
	}
	return false;
}

/* A report is written for 80 columns, and has words in all of them. */
static bool is_report(struct term *term, int cols)
{
	return cols == REPORT_COLS && !strncmp(term_row(term, 0), "  Report ", 9);
}

static const char *wrong_row(struct term *term, int row, int cols)
{
	for (int col = 0; col < cols; col++)
		if (is_raw(term_at(term, row, col).text))
			return is_wrong("a control sign at row %d, column %d", row, col);
	struct term_cell last = term_at(term, row, cols - 1);
	bool written = *last.text && strcmp(last.text, " ") != 0;
	if (last.reverse || last.underline || (written && !is_report(term, cols)))
		return is_wrong("row %d goes into the last column", row);
	return NULL;
}

/* At most one mark of the focus; a report, which is text up to the left edge, may quote one. */
static const char *wrong_focus(struct term *term, int rows)
{
	int marks = 0;
	for (int row = 1; row < rows - 2; row++)
		marks += !strcmp(term_at(term, row, 0).text, ">");
	return marks > 1 ? is_wrong("%d rows have the focus", marks) : NULL;
}

/* Where letters are text, the cursor stands in the body, shown or, at a choice, hidden. */
static const char *wrong_cursor(struct term *term, int rows, int mode)
{
	int row, col;
	bool seen;
	term_cursor(term, &row, &col, &seen);
	if (mode != LOOK_TEXT || (row > 0 && row < rows - 2))
		return NULL;
	return is_wrong("letters are text, and the cursor stands in row %d, column %d", row, col);
}

static const char *wrong_frame(struct term *term, int rows, int cols)
{
	int mode = look_mode(term, rows, cols), row, col;
	const char *head = term_row(term, 0);
	if (mode == LOOK_SMALL)
		return NULL;
	if (mode < 0)
		return is_wrong("no mode in the last row");
	if (strncmp(head, "  ", 2) || !head[2] || head[2] == ' ')
		return is_wrong("no title in the first row");
	if (term_find(term, "NOT SAVED", &row, &col))
		return is_wrong("something is not saved");
	const char *found = wrong_focus(term, rows);
	return found ? found : wrong_cursor(term, rows, mode);
}

/* The title's stack, on the way in and for the editor, is all that the emulator does not know. */
static bool knows(const char *unknown)
{
	return !*unknown || !strcmp(unknown, "CSI22t ") || !strcmp(unknown, "CSI22t CSI23t ");
}

const char *look_wrong(struct term *term, int rows, int cols)
{
	const char *found = NULL;
	for (int row = 0; row < rows && !found; row++)
		if (rows >= ROWS_MIN && cols >= COLS_MIN)
			found = wrong_row(term, row, cols);
	if (!found && !knows(term_unhandled(term)))
		found = is_wrong("unknown sequence %s", term_unhandled(term));
	return found ? found : wrong_frame(term, rows, cols);
}

/* Header, message and footer are others, and the minutes go on. */
static bool may_change(const char *line, size_t length, int row, int rows)
{
	return row == 0 || row >= rows - 6 || memmem(line, length, "min left", 8);
}

char *look_kept(struct term *term, int rows)
{
	const char *line = term_text(term), *end;
	char *kept = malloc(strlen(line) + 1), *at = kept;
	for (int row = 0; (end = strchr(line, '\n')); row++, line = end + 1)
		if (!may_change(line, (size_t)(end - line), row, rows))
			at = mempcpy(at, line, (size_t)(end - line) + 1);
	*at = '\0';
	return kept;
}
