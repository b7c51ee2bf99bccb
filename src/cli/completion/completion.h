/* SPDX-License-Identifier: MIT */
/*
 * What a shell completes: from the words of a command line to those that may stand at its end. The
 * tables of options and commands say what, the database which alliances and people there are. The
 * scripts for the shells (data/completion) only carry words to and fro.
 */
#ifndef REKINDLE_COMPLETION_H
#define REKINDLE_COMPLETION_H

#include "../cli.h"

struct completing {
	/* what stands before: command, operands, options with their values */
	struct cli cli;
	const char *word;   /* to be completed, without what stands before its value */
	const char *before; /* of the word: "--format=", else "" */
	int option;         /* whose value it is; -1: an operand, or the name of an option */
	bool ended;         /* behind --: no option can follow */
	bool files;         /* the name of a file belongs there: the shell knows those */
	struct pool pool;
	struct texts words, helps; /* what may stand there, as many of each; before is not in it */
};

/* words.c: take the words apart, the last of which is to be completed, and find what may stand
 * there; those that do not begin with what was typed are among them. Silent, whatever happens. */
void complete(struct completing *, int count, char **words);

/* offered.c */
void complete_add(struct completing *, const char *word, const char *help);
void complete_release(struct completing *);

/* names.c: of the database, which is only looked at, as it stands: nothing is said of one that is
 * not there, or is of an older program. */
void complete_ids(struct completing *);
void complete_rounds(struct completing *);  /* of the alliance of the first operand */
void complete_parties(struct completing *); /* its companies */
/* Its people, but for those who spoke in confidence in any round. */
void complete_people(struct completing *);
void complete_binned(struct completing *);
void complete_items(struct completing *); /* ids of the questions of its round */

/* line.c: bash, which gives the whole line, and takes what replaces the end of it. */
struct shell_line {
	struct pool pool;
	char **words; /* the last is to be completed */
	size_t count;
	char quote;   /* in which the line ends: 0, ' or " */
	size_t shift; /* bytes of the last word before what the shell replaces */
};
/* line: from the name of the program on, up to the cursor; breaks: COMP_WORDBREAKS. */
void shell_line_read(struct shell_line *, const char *line, const char *breaks);
void shell_line_release(struct shell_line *);
/* Text as it is typed within that quotation. */
void shell_quote(struct str *, char quote, const char *text);

#endif
