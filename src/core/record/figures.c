/* SPDX-License-Identifier: MIT */
/*
 * Numbers by name as one text, in the one way in which they are written.
 */
#include <rekindle/schema.h>

#include <string.h>

#define DIGITS_MOST 9
#define DECIMALS_MOST 4 /* with more, a small number is written with an exponent */

/* Behind what begins at text, NULL: it does not begin with that. */
static const char *behind(const char *text, char c)
{
	return text && *text == c ? text + 1 : NULL;
}

static const char *behind_name(const char *text)
{
	text = behind(text, '"');
	size_t n = text ? strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") : 0;
	return n ? behind(text + n, '"') : NULL;
}

static const char *behind_digits(const char *text, size_t most)
{
	size_t n = strspn(text, "0123456789");
	return n && n <= most ? text + n : NULL;
}

static const char *behind_number(const char *text)
{
	if (!text)
		return NULL;
	text += *text == '-';
	if (*text == '0' && text[1] >= '0' && text[1] <= '9')
		return NULL;
	text = behind_digits(text, DIGITS_MOST);
	return text && *text == '.' ? behind_digits(text + 1, DECIMALS_MOST) : text;
}

bool figures_valid(const char *text)
{
	const char *at = behind(text, '{');
	if (at && *at == '}')
		return !at[1];
	while (at) {
		at = behind_number(behind(behind_name(at), ':'));
		if (at && *at == '}')
			return !at[1];
		at = behind(at, ',');
	}
	return false;
}
