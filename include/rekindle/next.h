/* SPDX-License-Identifier: MIT */
/*
 * The next round of an alliance (rekindle-method(7), sections 1 and 2): what beginning it does, and
 * beginning it. A full round starts with what the newest full one knew and asks to confirm it, and
 * seals all rounds before it; a pulse has no facts and seals pulses alone.
 */
#ifndef REKINDLE_NEXT_H
#define REKINDLE_NEXT_H

#include <rekindle/carried.h>
#include <rekindle/store.h>

/* All rounds of an alliance by date, with their keys; texts in pool. */
enum err store_assessments(struct store *, int64_t alliance, struct pool *,
	const struct assessment ***rounds, size_t *count, struct errmsg *why);

struct next_round { /* what would happen now; texts in pool */
	struct pool pool;
	enum round_kind kind;
	const struct assessment **sealed; /* those that it seals, oldest first */
	size_t sealed_count;
	const struct assessment
		*after;          /* the newest round of all: it cannot be of an earlier day */
	int carried[KIND_COUNT]; /* how many of each kind it starts with */
	int people;              /* of the alliance: who can be heard again */
};
/* kind: not the baseline. from: any round of the alliance. Release in any case. */
enum err next_look(struct store *, int64_t from, enum round_kind kind, struct next_round *,
	struct errmsg *why);
void next_release(struct next_round *);
/* How much it starts with, all in all. */
int next_facts(const struct next_round *);

struct next_terms {
	enum round_kind kind;
	const char *title;                   /* NULL: none */
	int date;                            /* day */
	const struct instrument *instrument; /* NULL: the newest version of the last round's */
};
/*
 * Begin it: one transaction and one step of undo of the round `from`, which is also the last one of
 * the new round: taking it back opens again what it has sealed. It is not taken back once the round
 * has been worked in. ERR_USAGE: an earlier day than that of a round there is; ERR_LOCKED: somebody
 * is being interviewed in a round to be sealed.
 */
enum err next_begin(struct store *, int64_t from, const struct next_terms *, int64_t *round,
	struct errmsg *why);

/* An object that was carried over holds in this round as well; one step of undo with others of a
 * transaction that is open. What another program has changed since is confirmed by that. */
enum err store_confirm(
	struct store *, const struct record *, enum kind, void *object, struct errmsg *why);

#endif
