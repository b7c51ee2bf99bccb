/* SPDX-License-Identifier: MIT */
/*
 * A row of a table says a sentence with holes as if it had none: tests/words.py has to see it.
 */
static const struct row rows[] = { { W_NOBODY }, { W_HEARD } };

const char *a(const struct row *row)
{
	return words_plain(row->said);
}
