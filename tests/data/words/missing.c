/* SPDX-License-Identifier: MIT */
/*
 * A hole is missing: tests/words.py has to see it.
 */
const char *a(struct pool *pool)
{
	return words(pool, W_HEARD, hole_count("heard", 1));
}
