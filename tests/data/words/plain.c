/* SPDX-License-Identifier: MIT */
/*
 * A sentence with holes said as if it had none: tests/words.py has to see it.
 */
const char *a(void)
{
	return words_plain(W_HEARD);
}
