/* SPDX-License-Identifier: MIT */
/*
 * What the files of the action command share: an action, and what options say of it.
 */
#ifndef REKINDLE_ACTION_COMMAND_H
#define REKINDLE_ACTION_COMMAND_H

#include "../record/record_commands.h"

struct action_setting {
	struct cli *cli;
	struct loaded *loaded;
	const struct planned_action *planned; /* as the plan has it, before anything is set */
	struct plan_action *action;           /* what is set */
};

/* action_words.c: what it is called, what it is about, takes, serves and moves, and whether it is
 * for now. The words are in the pool of cli. */
enum err action_set_words(struct action_setting *, struct errmsg *why);

/* action_own.c: one of the user's own, with what the options say of it, after these are checked;
 * place: where the plan has it. ERR_USAGE: without a title or step. */
enum err action_add(struct cli *, struct loaded *, size_t *place, struct errmsg *why);
/* The action at that place is deleted; one of the library's, which would come back with the next
 * draft, is to be marked as dropped instead: *drops. */
enum err action_drop(struct cli *, struct loaded *, size_t place, bool *drops, struct errmsg *why);

#endif
