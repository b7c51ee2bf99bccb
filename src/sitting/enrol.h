/* SPDX-License-Identifier: MIT */
/*
 * Somebody new, in the record before they are in the store.
 */
#ifndef REKINDLE_SITTING_ENROL_H
#define REKINDLE_SITTING_ENROL_H

#include <rekindle/sitting.h>

/* Index of the person, who is added to the record where the alliance does not know them; -1: their
 * side is gone. */
int enrol_person(struct record *, const struct sitting_newcomer *);
/* The person as a respondent of the round, the one there is or a new one. */
struct respondent *enrol_respondent(struct record *, int person);
/* The transaction in which they are stored. */
enum err enrol_begin(struct store *, const struct record *, struct errmsg *why);

#endif
