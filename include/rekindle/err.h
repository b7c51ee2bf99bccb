/* SPDX-License-Identifier: MIT */
/*
 * Errors that a function cannot settle itself: a code and one sentence for the user.
 * They are passed up and printed only by the cli; a bug is an assert instead.
 */
#ifndef REKINDLE_ERR_H
#define REKINDLE_ERR_H

/* The values are the program's exit codes (rekindle(1), EXIT STATUS). */
enum err {
	ERR_NONE = 0,
	ERR_FAILED = 1,  /* the system refused: disk, file, memory of another program */
	ERR_USAGE = 2,   /* what was asked for cannot be meant */
	ERR_INVALID = 3, /* data or instrument malformed */
	ERR_LOCKED = 4,  /* another process or session holds it */
};

struct errmsg {
	char text[768]; /* what is wrong, where, what to do; no newline at the end */
};

/* Write the sentence into why (NULL is fine) and return code, so that
 * `return errmsg_set(why, ERR_INVALID, …)` reads as one step. Text from outside is made
 * harmless for a terminal: control bytes and bidi controls become '?'. */
enum err errmsg_set(struct errmsg *why, enum err code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif
