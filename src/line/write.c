/* SPDX-License-Identifier: MIT */
/*
 * Writing for ears and eyes: plain sentences, wrapped, nothing that could steer a terminal.
 */
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

void line_say(const struct line_input *input, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, true, input->ascii);
	if (clean.len == 0)
		putc('\n', input->out);
	write_wrapped(input->out, clean.text, true);
	str_release(&clean);
}

void line_refuse(const struct line_input *input, const char *text)
{
	struct line_watch *watch = input->watch;

	line_say(input, text);
	if (watch && !watch->refused++)
		watch->first = watch->read;
}

void line_prompt(const struct line_input *input, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, true, input->ascii);
	str_addc(&clean, ' ');
	write_wrapped(input->out, clean.text, false);
	str_release(&clean);
	fflush(input->out);
}
