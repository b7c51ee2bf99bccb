/* SPDX-License-Identifier: MIT */
/*
 * What the commands about several rounds of an alliance share.
 */
#ifndef REKINDLE_CLI_ROUNDS_H
#define REKINDLE_CLI_ROUNDS_H

#include <rekindle/rounds.h>
#include "../cli.h"

/* Rounds of one alliance in the order in which they are compared. Zeroed: none. */
struct rounds {
	struct pool pool;
	struct store *store;
	struct round_read *round;
	size_t count;
	struct round_change *change; /* of each round with the one before: count - 1 */
	bool compared;
};

/* Load them by key, compute what the edition shows, and remember each joint edition before anybody
 * can read of it: ERR_FAILED with words where one may not be made. The rest is filled in by the
 * caller; rounds_free() in any case. */
enum err rounds_load(
	struct rounds *, const int64_t *keys, size_t count, enum edition, struct errmsg *why);
void rounds_free(struct rounds *);

/* rekindle(1): compare --json, trend --json. */
struct json_t *rounds_compare_json(const struct round_change *);
struct json_t *rounds_trend_json(const struct rounds *);

#endif
