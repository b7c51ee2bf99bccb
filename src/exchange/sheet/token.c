/* SPDX-License-Identifier: MIT */
/*
 * Tokens as text.
 */
#include "internal.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define DIGITS 32
#define GROUP 4

const char *sheet_token(const struct uuid *token, char buffer[SHEET_TOKEN])
{
	for (size_t i = 0; i < sizeof(token->byte); i++)
		snprintf(buffer + 2 * i, 3, "%02x", token->byte[i]);
	return buffer;
}

const char *sheet_token_grouped(const struct uuid *token, char buffer[SHEET_TOKEN_GROUPED])
{
	char plain[SHEET_TOKEN], *to = buffer;
	sheet_token(token, plain);
	for (int i = 0; i < DIGITS; i++) {
		if (i && i % GROUP == 0)
			*to++ = '-';
		*to++ = plain[i];
	}
	*to = '\0';
	return buffer;
}

bool sheet_token_read(const char *text, struct uuid *token)
{
	int digits = 0;
	*token = (struct uuid){ { 0 } };
	for (; *text; text++) {
		if (*text == '-' || *text == ' ')
			continue;
		if (!isxdigit((unsigned char)*text) || digits == DIGITS)
			return false;
		int c = tolower((unsigned char)*text);
		int value = c <= '9' ? c - '0' : c - 'a' + 10;
		unsigned char *byte = &token->byte[digits / 2];
		*byte = (unsigned char)(*byte | value << (digits % 2 ? 0 : 4));
		digits++;
	}
	return digits == DIGITS && !uuid_none(token);
}
