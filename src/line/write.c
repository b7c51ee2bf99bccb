/* SPDX-License-Identifier: MIT */
/*
 * Writing for ears and eyes: plain sentences, wrapped, nothing that could steer a terminal.
 */
#include <stdarg.h>
#include <rekindle/utf8.h>
#include "session.h"

static void write_wrapped(FILE *out, const char *text, bool newline)
{
	while (*text) {
		size_t shown, n = utf8_line(UTF8_FILE, text, LINE_WIDTH, &shown);
		bool last = text[n] == '\0';
		/* a prompt keeps the blank that it ends with */
		fwrite(text, 1, last && !newline ? n : shown, out);
		if (!last || newline)
			putc('\n', out);
		text += n;
	}
}

static void write_clean(
	const struct line_input *input, bool newline, const char *fmt, va_list arguments)
{
	struct str raw, clean;

	str_init(&raw);
	str_init(&clean);
	str_addv(&raw, fmt, arguments);
	utf8_clean(&clean, raw.text, true, input->ascii);
	if (newline && clean.len == 0)
		putc('\n', input->out);
	write_wrapped(input->out, clean.text, newline);
	str_release(&clean);
	str_release(&raw);
}

void line_say(const struct line_input *input, const char *fmt, ...)
{
	va_list arguments;

	va_start(arguments, fmt);
	write_clean(input, true, fmt, arguments);
	va_end(arguments);
}

void line_prompt(const struct line_input *input, const char *fmt, ...)
{
	va_list arguments;

	va_start(arguments, fmt);
	write_clean(input, false, fmt, arguments);
	va_end(arguments);
	fflush(input->out);
}
