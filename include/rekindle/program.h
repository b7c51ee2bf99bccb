/* SPDX-License-Identifier: MIT */
/*
 * Programs of others: found on PATH, started without a shell, fed through pipes.
 */
#ifndef REKINDLE_PROGRAM_H
#define REKINDLE_PROGRAM_H

#include <signal.h>
#include <stdbool.h>
#include <rekindle/err.h>
#include <rekindle/str.h>

/* Where PATH has a program of this name; file is the first of them when it has. */
bool program_find(const char *name, struct str *file);
/* Run it, arguments from its name to NULL, with input as its standard input; what it writes is
 * added to output, what it says on standard error to said. Its exit code; -1: it could not be run,
 * or a signal ended it. It has our environment and our terminal, and all the time it wants. */
int program_filter(const char *file, const char *const *arguments, const struct str *input,
	struct str *output, struct str *said);

enum program_end {
	PROGRAM_DONE,    /* it exited with 0 */
	PROGRAM_FAILED,  /* it exited otherwise, or a signal ended it */
	PROGRAM_UNKNOWN, /* it could not be started */
	PROGRAM_LATE,    /* its time was over, and it was ended */
	PROGRAM_STOPPED  /* SIGINT, SIGTERM or SIGHUP came for us, and it was ended */
};
struct program {
	const char *file;
	const char *const *arguments;   /* from its name to NULL */
	const char *const *environment; /* "NAME=value" to NULL; nothing else of ours */
	int seconds;                    /* that it may take */
};
/* The same within its time, away from the terminal: with it ends whatever it has started. The
 * signals that would end us wait until it has, and come when this returns, or at program_release().
 */
enum program_end program_run(
	const struct program *, const struct str *input, struct str *output, struct str *said);

/* Let them wait for more that has to be put in order, and come. */
void program_hold(sigset_t *before);
void program_release(const sigset_t *before);

/* Add what a program said, its lines in one, "nothing" where it said nothing. */
void program_said(struct str *line, const struct str *said);

#endif
