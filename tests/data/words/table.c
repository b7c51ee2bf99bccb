/* SPDX-License-Identifier: MIT */
/*
 * A sentence of a table has no such holes: tests/words.py has to see it.
 */
static const enum sentence table[] = { W_HEARD, W_NOBODY };

const char *a(struct pool *pool, int i)
{
	return words(pool, table[i], hole_count("heard", 1), hole_count("all", 2));
}
