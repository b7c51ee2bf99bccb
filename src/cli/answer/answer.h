/* SPDX-License-Identifier: MIT */
/*
 * One answer of one respondent, as `rekindle answer` reads it from the command line, stores it and
 * shows it.
 */
#ifndef REKINDLE_CLI_ANSWER_H
#define REKINDLE_CLI_ANSWER_H

#include <rekindle/sitting.h>
#include <rekindle/typed.h>
#include "../commands/commands.h"

#define ANSWER_TEXTS 3 /* comment, quote, evidence */

struct answering {
	struct cli *cli;
	struct loaded loaded;
	struct sitting sitting; /* turned to the question while it is written */
	size_t question;        /* of the flow */
	struct parsed_answer parsed;
	const char *text; /* of PARSED_TEXT */
	const char *texts[ANSWER_TEXTS];
};

/* answer_read.c: the VALUE and the options, nothing of them kept yet. ERR_USAGE: no answer to that
 * question. */
enum err answer_read(struct answering *, const struct item *, struct errmsg *why);
/* Is there anything to write? */
bool answer_writes(const struct cli *);
extern const struct answer_option {
	enum option option;
	enum sitting_field field;
} answer_options[ANSWER_TEXTS];

/* answer_print.c: the answer as it stands, as text or JSON. */
enum err answer_print(const struct answering *, struct errmsg *why);

#endif
