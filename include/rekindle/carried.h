/* SPDX-License-Identifier: MIT */
/*
 * What a next round starts with, and what of it is still to be confirmed (rekindle-method(7),
 * sections 1 and 2). Pure.
 */
#ifndef REKINDLE_CARRIED_H
#define REKINDLE_CARRIED_H

#include <rekindle/schema.h>

/* Does a full round start with what is known of this kind? Not with answers, with what happened, or
 * with what is the alliance's anyway. */
bool kind_is_carried(enum kind);
/*
 * A full round of the alliance as loaded becomes its next one, of that kind, which is not stored:
 * the assessment is new and has neither title nor date; what is carried over has no key or id yet
 * (of incidents those that are not repaired); all else of the round is gone. Settled.
 */
void record_begin_next(struct record *, enum round_kind);
/* Was the object carried over when the round began, and neither changed nor confirmed since? Never
 * of one that is not stored yet. */
bool record_unconfirmed(const struct record *, enum kind, const void *object);
/* How many of a kind. */
int record_unconfirmed_count(const struct record *, enum kind);
int record_unconfirmed_all(const struct record *); /* of all kinds */

#endif
