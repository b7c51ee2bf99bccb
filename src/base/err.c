/* SPDX-License-Identifier: MIT */
/*
 * Error sentences.
 */
#include <rekindle/err.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <rekindle/str.h>
#include <rekindle/utf8.h>

enum err errmsg_set(struct errmsg *why, enum err code, const char *fmt, ...)
{
	if (!why)
		return code;
	struct str raw, clean;
	str_init(&raw);
	str_init(&clean);
	va_list args;
	va_start(args, fmt);
	str_addv(&raw, fmt, args);
	va_end(args);

	struct str valid;
	str_init(&valid);
	utf8_repair(&valid, raw.text, raw.len);
	utf8_clean(&clean, valid.text, false, false);
	size_t n = clean.len;
	if (n >= sizeof(why->text))
		for (n = sizeof(why->text) - 1; n && (clean.text[n] & 0xC0) == 0x80;)
			n--;
	memcpy(why->text, clean.text, n);
	why->text[n] = '\0';
	str_release(&raw);
	str_release(&valid);
	str_release(&clean);
	return code;
}
