/* SPDX-License-Identifier: MIT */
/*
 * A bracketed paste.
 */
#include "paste.h"

#include <string.h>

#include <rekindle/utf8.h>

#define BRACKET "\033[201~"
#define BRACKET_SIZE (sizeof(BRACKET) - 1)

void paste_init(struct paste *paste)
{
	*paste = (struct paste){ .broken = false };
	str_init(&paste->text);
}

void paste_release(struct paste *paste)
{
	str_release(&paste->text);
}

void paste_begin(struct paste *paste)
{
	str_clear(&paste->text);
	paste->broken = paste->cut = false;
}

bool paste_add(struct paste *paste, unsigned char byte)
{
	struct str *text = &paste->text;
	if (text->len == PASTE_MOST + 1 + BRACKET_SIZE)
		str_delete(text, PASTE_MOST + 1, 1); /* only the last may be the bracket */
	str_addc(text, (char)byte);
	if (byte != '~' || text->len < BRACKET_SIZE)
		return false;
	size_t end = text->len - BRACKET_SIZE;
	if (memcmp(text->text + end, BRACKET, BRACKET_SIZE))
		return false;
	str_delete(text, end, BRACKET_SIZE);
	return true;
}

/* What is beyond the most that is kept goes, a whole character at a time. */
static void cut(struct paste *paste)
{
	struct str *text = &paste->text;
	size_t end = PASTE_MOST;
	if (text->len <= end)
		return;
	while (end && ((unsigned char)text->text[end] & 0xC0) == 0x80)
		end--;
	str_delete(text, end, text->len - end);
	paste->cut = true;
}

void paste_end(struct paste *paste)
{
	struct str lines;
	cut(paste);
	str_init(&lines);
	const char *raw = paste->text.text;
	for (size_t i = 0; i < paste->text.len; i++)
		if (raw[i] == '\r')
			str_addc(&lines, '\n');
		else if (raw[i] != '\n' || !i || raw[i - 1] != '\r')
			str_addc(&lines, raw[i]);
	paste->broken = !utf8_valid(lines.text, lines.len);
	str_clear(&paste->text);
	utf8_repair(&paste->text, lines.text, lines.len);
	str_release(&lines);
}
