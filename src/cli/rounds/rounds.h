/* SPDX-License-Identifier: MIT */
/*
 * What the commands about several rounds of an alliance share.
 */
#ifndef REKINDLE_CLI_ROUNDS_H
#define REKINDLE_CLI_ROUNDS_H

#include <rekindle/history.h>
#include "../cli.h"

/* What such a command does in its own way. */
struct rounds_command {
	/* Which rounds it is about, one or more of them, in the order in which they are compared;
	 * in pool. */
	enum err (*find)(const struct cli *, struct store *, struct pool *, int64_t **keys,
		size_t *count, struct errmsg *why);
	void (*text)(struct str *, const struct history *, bool ascii);
	struct json_t *(*json)(const struct history *);
};

/* Find the rounds, read them for --edition, remember a joint one before anybody can read of it, and
 * print. */
enum err rounds_run(struct cli *, const struct rounds_command *, struct errmsg *why);

/* rekindle(1): compare --json, trend --json. */
struct json_t *rounds_compare_json(const struct history *);
struct json_t *rounds_trend_json(const struct history *);

#endif
