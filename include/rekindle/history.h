/* SPDX-License-Identifier: MIT */
/*
 * Rounds of one alliance, read for one edition, and each held against the one before it.
 */
#ifndef REKINDLE_HISTORY_H
#define REKINDLE_HISTORY_H

#include <rekindle/pool.h>
#include <rekindle/rounds.h>
#include <rekindle/store.h>

/* In the order in which they are compared. Zeroed: none. */
struct history {
	struct pool pool;
	struct round_read *round;
	size_t count;
	struct round_change *change; /* of each round with the one before: count - 1 */
	bool compared;
};

/* Load them by key and compute what the edition shows; ERR_USAGE: they are of two alliances.
 * history_release() in any case, before the store is closed. */
enum err history_load(struct history *, struct store *, const int64_t *keys, size_t count,
	enum edition, struct errmsg *why);
/* Remember a joint edition of each of them before anybody can read of it, and show what is
 * remembered. Of the internal edition nothing is remembered. */
enum err history_hand_out(struct history *, struct store *, struct errmsg *why);
/* The same of what a joint report tells of: own, which is rounds->all[rounds->own], and the rounds
 * before it, of which it says what has changed and what called for an action. */
enum err history_give(
	struct store *, struct record *own, struct store_earlier *rounds, struct errmsg *why);
/* Hold each against the one before. */
void history_compare(struct history *);
void history_release(struct history *);

#endif
