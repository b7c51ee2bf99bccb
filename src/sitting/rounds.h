/* SPDX-License-Identifier: MIT */
/*
 * All rounds of an alliance, one after another.
 */
#ifndef SITTING_ROUNDS_H
#define SITTING_ROUNDS_H

#include <rekindle/store.h>

/* Visit every round, oldest first, each loaded anew; ends at the first error. */
enum err rounds_each(struct store *, int64_t alliance,
	enum err (*visit)(struct store *, struct record *, void *data, struct errmsg *why),
	void *data, struct errmsg *why);
/* Index of the person with this key in a round, -1 none. */
int rounds_person(const struct record *, int64_t person);

#endif
