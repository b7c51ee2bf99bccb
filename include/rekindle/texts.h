/* SPDX-License-Identifier: MIT */
/*
 * A list of texts that live in a pool, in the order in which they were added. A zeroed one is an
 * empty one; the pool is the same in every call.
 */
#ifndef REKINDLE_TEXTS_H
#define REKINDLE_TEXTS_H

#include <rekindle/pool.h>

struct texts {
	const char **text;
	int *item; /* the item of the instrument that each is about, -1 none */
	size_t count;
};

void texts_add(struct pool *, struct texts *, const char *text);
void texts_add_item(struct pool *, struct texts *, const char *text, int item);
/* All of them as one text: `between` stands between any two, `last` before the last one. In pool,
 * "" when there is none. */
const char *texts_join(struct pool *, const struct texts *, const char *between, const char *last);

#endif
