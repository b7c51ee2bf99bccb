/* SPDX-License-Identifier: MIT */
/*
 * Values over time as a line of signs.
 */
#include <rekindle/str.h>
#include <rekindle/words.h>

#define HEIGHTS 8

static const char *const block[HEIGHTS] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
static const char *const letter[HEIGHTS] = { ".", ":", "-", "=", "+", "*", "#", "@" };

static int height(double value, double low, double high)
{
	int at = high > low ? (int)((value - low) / (high - low) * HEIGHTS) : HEIGHTS / 2;

	return at < 0 ? 0 : at >= HEIGHTS ? HEIGHTS - 1 : at;
}

const char *words_spark(
	struct pool *pool, const double *values, size_t count, double low, double high, bool ascii)
{
	struct str out;
	const char *text;

	str_init(&out);
	for (size_t i = 0; i < count; i++)
		str_add(&out,
			isnan(values[i]) ? " "
					 : (ascii ? letter : block)[height(values[i], low, high)]);
	text = pool_strdup(pool, out.text);
	str_release(&out);
	return text;
}
