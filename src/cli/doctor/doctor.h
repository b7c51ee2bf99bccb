/* SPDX-License-Identifier: MIT */
/*
 * What doctor has to say of a database, before it is printed one way or the other.
 */
#ifndef REKINDLE_DOCTOR_H
#define REKINDLE_DOCTOR_H

#include <rekindle/care.h>
#include <rekindle/words.h>

/* Words of the machine, for JSON. */
const char *doctor_state_word(enum care_state);
const char *doctor_remark_word(enum care_remark);
const char *doctor_kind_word(enum care_kind);
/* How it counts: 0 whole, 3 damaged, 1 cannot be looked at, 4 locked. */
enum err doctor_verdict(const struct care *);
/* For people, in the care's pool. */
const char *doctor_state(struct care *);
/* The one right next step. */
const char *doctor_step(struct care *);
const char *doctor_remark(struct care *, enum care_remark);

/* doctor_json.c */
struct config;
struct json_t *doctor_json(struct care *, const struct config *);

#endif
