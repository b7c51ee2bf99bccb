/* SPDX-License-Identifier: MIT */
/*
 * What the commands that write the record share: a change as one step of undo, a stored plan.
 */
#ifndef REKINDLE_RECORD_COMMANDS_H
#define REKINDLE_RECORD_COMMANDS_H

#include "../commands/commands.h"

/* work.c */
/* Load what the first operand means, and its stored plan. ERR_USAGE: none is stored. */
enum err work_open(const struct cli *, struct loaded *, struct errmsg *why);
/* One step of undo: what: how it is called, NULL: by the kind. work_end commits, or with err takes
 * all back; the record is then as it is stored. */
enum err work_begin(struct loaded *, const char *what, struct errmsg *why);
enum err work_end(struct loaded *, enum err err, struct errmsg *why);
enum err work_put(struct loaded *, enum kind, void *object, struct errmsg *why);
/* A day of an option that is not ahead; today when it was not given. */
enum err work_past_day(const struct cli *, enum option, int *day, struct errmsg *why);

/* ../action/action_find.c: place in the plan of the action that typed means: its number, the id of
 * the library's, or the beginning of its UUID. ERR_USAGE. */
enum err action_find(const struct record *, const struct plan *, const char *typed, size_t *place,
	struct errmsg *why);
/* ../action/action_set.c: what the options say, into the action at that place of the plan and its
 * owners. Days and words are checked before anything is changed. What is not stored yet is added.
 */
enum err action_set(struct cli *, struct loaded *, size_t place, struct errmsg *why);
/* The options by which it is told something. */
#define ACTION_OPTIONS                                                                             \
	(OPTION_BIT(OPTION_STATUS) | OPTION_BIT(OPTION_DONE) | OPTION_BIT(OPTION_START) |          \
		OPTION_BIT(OPTION_DUE) | OPTION_BIT(OPTION_EVERY) | OPTION_BIT(OPTION_OWNER) |     \
		OPTION_BIT(OPTION_REASON) | OPTION_BIT(OPTION_NOTE) | OPTION_BIT(OPTION_ADOPT) |   \
		OPTION_BIT(OPTION_TITLE) | OPTION_BIT(OPTION_WHAT) |                               \
		OPTION_BIT(OPTION_DONE_WHEN) | OPTION_BIT(OPTION_RESOURCES) |                      \
		OPTION_BIT(OPTION_EFFORT) | OPTION_BIT(OPTION_QUICK_WIN) |                         \
		OPTION_BIT(OPTION_WHEN) | OPTION_BIT(OPTION_OBJECTIVE) | OPTION_BIT(OPTION_KPI))

/* owners.c */
struct owner_choice {      /* who owns something on a side */
	int party, person; /* person -1: nobody chosen, the one of the role */
	const char *name;  /* of somebody who is not known yet, in pool; or NULL */
};
/* "Nordwind=2", "1=Ana Ruiz", "1=": who, of which side. given: what it was given by. ERR_USAGE. */
enum err owner_read(struct pool *, const struct record *, const char *given, const char *typed,
	struct owner_choice *, struct errmsg *why);
/* Into the record and the store; kind: KIND_ACTION_OWNER or KIND_OBJECTIVE_OWNER, of: index of what
 * is owned, role: that is asked for of somebody new, -1: none. */
enum err owner_put(
	struct loaded *, enum kind, int of, int role, struct owner_choice *, struct errmsg *why);
/* Somebody new is told of: a slip in a name would else make somebody unseen. */
void owner_tell_new(struct pool *, const struct record *, const struct owner_choice *);

#endif
