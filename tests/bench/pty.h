/* SPDX-License-Identifier: MIT */
/*
 * A program on a pseudo-terminal of 80x24, timed by what it writes: a paint is over when nothing
 * has come for a while, and it took until its last byte.
 */
#ifndef REKINDLE_BENCH_PTY_H
#define REKINDLE_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define PTY_QUIET_MS 40 /* so long without a byte, and a paint is over */

struct pty {
	int terminal;
	pid_t program;
	bool ended;
	bool own_arrows; /* it has asked for the arrow keys of an application */
};
struct pty_paint {
	double took;  /* milliseconds from what began it to its last byte */
	size_t bytes; /* 0: nothing was written for a second */
};

/* From the call of exec on. words: what the first paint has to show, as the terminal gets it, in
 * one piece; ends the measurement when it does not. */
struct pty_paint pty_start(struct pty *, const char *const arguments[], const char *words);
/* One key: a character or ENTER, UP, DOWN, PAGE_DOWN … in braces. */
struct pty_paint pty_key(struct pty *, const char *key);
/* What it writes within so many milliseconds. */
size_t pty_listen(struct pty *, int milliseconds);
double pty_processor(const struct pty *); /* milliseconds it has used so far */
long pty_wakes(const struct pty *);       /* how often it has waited for something */
double pty_private(const struct pty *);   /* KiB that no other process shares */
/* Sends the keys, then waits for the end. */
void pty_end(struct pty *, const char *keys);

#endif
