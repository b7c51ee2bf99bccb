/* SPDX-License-Identifier: MIT */
/*
 * A hole too many: tests/words.py has to see it.
 */
const char *a(struct pool *pool)
{
	return words(
		pool, W_HEARD, hole_count("heard", 1), hole_count("all", 2), hole_count("n", 3));
}
