/* SPDX-License-Identifier: MIT */
/*
 * Texts and headings, cleaned and set.
 */
#include "prose.h"

#include <math.h>
#include <string.h>
#include <rekindle/utf8.h>

void prose(struct str *out, const char *text, bool keep)
{
	struct str safe;
	size_t start = out->len;
	bool blank = false;

	str_init(&safe);
	utf8_clean(&safe, text ? text : "", false, false);
	for (const char *at = safe.text; *at; at++) {
		bool no_break = !strncmp(at, NB, strlen(NB));

		if (*at == ' ' || (no_break && !keep)) {
			blank = true;
			at += no_break;
			continue;
		}
		if (blank && out->len > start)
			str_addc(out, ' ');
		blank = false;
		str_addc(out, *at);
	}
	str_release(&safe);
}

void prose_ascii(struct str *out, size_t from)
{
	struct str plain;

	str_init(&plain);
	for (const char *at = out->text + from; *at;) {
		size_t n = 1;

		while ((at[n] & 0xC0) == 0x80)
			n++;
		if (!(*at & 0x80))
			str_addc(&plain, *at);
		else
			str_add(&plain,
				!strncmp(at, NB, n)            ? " "
					: !strncmp(at, "…", n) ? "..."
							       : "?");
		at += n;
	}
	str_delete(out, from, out->len - from);
	str_add(out, plain.text);
	str_release(&plain);
}

const char *prose_number(struct pool *pool, double value, int decimals)
{
	return isnan(value) ? "none" : pool_printf(pool, "%.*f", decimals, value);
}

static void add_set(struct str *out, const char *text, enum letters letters)
{
	if (text && letters == LETTERS_CAPITALS)
		utf8_capitals(out, text);
	else
		str_add(out, text);
}

const char *heading_line(
	struct pool *pool, const struct heading *heading, const char *parted, enum letters letters)
{
	struct str out;

	str_init(&out);
	add_set(&out, heading->lead, letters);
	str_add(&out, heading->lead ? parted : "");
	add_set(&out, heading->text, letters);
	str_add(&out, heading->aside);
	const char *line = pool_strdup(pool, out.text);
	str_release(&out);
	return line;
}

const char *heading_of(struct pool *pool, const struct block *block)
{
	if (!block->heading.text)
		return NULL;
	return heading_line(pool, &block->heading, ": ",
		block->captioned ? LETTERS_AS_GIVEN : LETTERS_CAPITALS);
}
