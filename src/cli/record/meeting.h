/* SPDX-License-Identifier: MIT */
/*
 * What the verbs of the command meeting share.
 */
#ifndef REKINDLE_CLI_MEETING_H
#define REKINDLE_CLI_MEETING_H

#include <rekindle/agenda.h>
#include "record_commands.h"

enum meeting_format { MEETING_TEXT, MEETING_MARKDOWN, MEETING_ICS, MEETING_JSON };

/* meeting_find.c */
/* --body as an enum body, by its short word or its full one; left alone where it was not given. */
enum err meeting_option_body(const struct cli *, int *body, struct errmsg *why);
/* The same; ERR_USAGE: it was not given. */
enum err meeting_read_body(const struct cli *, int *body, struct errmsg *why);
/* Index of the object of a kind whose id begins like that. ERR_USAGE: none, or several. */
enum err meeting_find(const struct record *, enum kind, const char *name, const char *typed,
	size_t *index, struct errmsg *why);

/* Index of the joint objective of that number, from 1; name: of what it was given to. ERR_USAGE. */
enum err meeting_objective(const struct record *, const char *name, const char *typed,
	size_t *index, struct errmsg *why);

/* meeting_print.c: all meetings, newest first, or those of --body; one alone by its index. */
enum err meeting_list(struct cli *, struct loaded *, struct errmsg *why);
enum err meeting_print(struct cli *, const struct loaded *, size_t index, struct errmsg *why);
/* meeting_add.c */
struct meeting_target { /* of the text that comes next */
	enum filed filed;
	size_t index;
	const char *option; /* NULL: none was given */
};
/* --action, --objective or --risk. ERR_USAGE: there is none such, or one was given before. */
enum err meeting_read_target(const struct loaded *, const struct cli_said *,
	struct meeting_target *, struct errmsg *why);
enum err meeting_add(struct cli *, struct loaded *, struct errmsg *why);

/* meeting_rows.c: a meeting on another day; a row of its minutes in other words, elsewhere in its
 * list, filed, taken out. */
enum err meeting_set_day(struct cli *, struct loaded *, struct errmsg *why);
enum err meeting_set_words(struct cli *, struct loaded *, struct errmsg *why);
enum err meeting_move_row(struct cli *, struct loaded *, struct errmsg *why);
enum err meeting_file_row(struct cli *, struct loaded *, struct errmsg *why);
enum err meeting_drop_row(struct cli *, struct loaded *, struct errmsg *why);

#endif
