/* SPDX-License-Identifier: MIT */
/*
 * What the verbs of the command people share.
 */
#ifndef REKINDLE_CLI_PEOPLE_H
#define REKINDLE_CLI_PEOPLE_H

#include <jansson.h>
#include "../commands/commands.h"

/* people_set.c */
/* --date as the moment of an interview, in the pool of cli; NULL: an empty one. Untouched where it
 * was not given. ERR_USAGE: it is none. */
enum err people_read_planned(struct cli *, const char **planned, struct errmsg *why);
/* --role, --party and --date into a person (index), and told. */
enum err people_set_place(struct cli *, struct loaded *, int person, struct errmsg *why);

/* people_card.c */
/* --attribution, --minutes, --heard and --consent into the interview of a person (index), and told.
 */
enum err people_set_card(struct cli *, struct loaded *, int person, struct errmsg *why);
/* What was agreed on for it; null where there is none. */
json_t *people_card_json(const struct record *, int person);

#endif
