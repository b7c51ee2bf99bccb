/* SPDX-License-Identifier: MIT */
/*
 * Lines read and said, append-only, as everything in line mode does it.
 */
#ifndef REKINDLE_LINES_H
#define REKINDLE_LINES_H

#include <rekindle/line.h>
#include <rekindle/str.h>

enum input { INPUT_LINE, INPUT_END, INPUT_INTERRUPTED };

/* Around all reading: nothing that comes after it is taken away. */
void line_open(const struct line_input *);
void line_close(const struct line_input *);
#define LINE_MOST (4 << 20) /* bytes of a line; a longer one is told, and read over */
/* A line into `line`: valid UTF-8, no '\r' at its end, no NUL. */
enum input line_read(const struct line_input *, struct str *line);
bool line_quits(const char *line);            /* :quit, or short :q */
bool line_pending(const struct line_input *); /* is there more to read at once? */

#define LINE_WIDTH 79
/* Text is made harmless, wrapped at LINE_WIDTH, with a newline at the end. */
void line_say(const struct line_input *, const char *text);
/* The same, and the line that was read last counts as refused. */
void line_refuse(const struct line_input *, const char *text);
/* The same with a blank in place of the newline, for a prompt; flushed. */
void line_prompt(const struct line_input *, const char *text);

#endif
