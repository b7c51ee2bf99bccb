/* SPDX-License-Identifier: MIT */
/*
 * Line mode: a guided session on two streams, append-only, for screen readers, pipes and terminals
 * that cannot place a cursor. The same flow and the same store as the screens.
 */
#ifndef REKINDLE_LINE_H
#define REKINDLE_LINE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <rekindle/err.h>
#include <rekindle/record.h>
#include <rekindle/sitting.h>

/* What was read, and which of it was no answer, no command or not stored. */
struct line_watch {
	bool strict; /* the first refused line is the last that is read: to the session the input
			ends there, so that no answer goes to another question than it was meant for
		      */
	size_t read; /* lines so far */
	size_t refused;
	size_t first;   /* number of the first refused line, from 1 */
	char typed[64]; /* the beginning of it, in whole signs, and of the line read last */
};

struct line_input {
	FILE *in; /* made unbuffered, but a file; what follows is left in it */
	FILE *out;
	bool ascii; /* show '?' for what is outside ASCII */
	/* Set by a signal handler: the session saves and ends. NULL: nothing interrupts. The
	 * signals in `wake` are let through only while the session waits for input. */
	const volatile sig_atomic_t *interrupted;
	const sigset_t *wake;
	struct line_watch *watch; /* NULL: nobody asks */
};

enum line_end { LINE_LEFT, LINE_FINISHED, LINE_NO_CONSENT, LINE_INTERRUPTED };

/* Who is interviewed: the respondent of that key, or, with 0, somebody new; NULL: nobody. */
struct line_who {
	int64_t respondent;
	const struct sitting_newcomer *newcomer;
};

/*
 * Interview somebody until the questions are finished, the user leaves or the input ends. Somebody
 * new is stored with the answer to whether they agree; who->respondent is their key then. Every
 * answer is durable before "Saved" is printed, and the place in the session is kept, so that the
 * next call goes on at the very question. ERR_LOCKED: sealed, or held by another program.
 * ERR_FAILED also when something could not be stored in the end; why says how much.
 */
enum err line_interview(struct store *, int64_t assessment, struct line_who *who,
	const struct line_input *, enum line_end *, struct errmsg *why);

/* Ask who is interviewed: one of those in the assessment, or a new one by party, role and name, in
 * pool. Nobody when the input ended first. ERR_LOCKED: the round is sealed. */
enum err line_choose(struct store *, int64_t assessment, const struct line_input *, struct pool *,
	struct line_who *who, struct errmsg *why);

/* What can be typed, for :help, `rekindle help line` and the manual; name NULL ends. */
struct line_word {
	const char *name, *argument, *help;
};
extern const struct line_word line_answers[];  /* answers by kind of question */
extern const struct line_word line_commands[]; /* ":back" … */

#endif
