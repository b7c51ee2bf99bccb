/* SPDX-License-Identifier: MIT */
/*
 * Reading a line as typed or piped, so that a signal between two bytes is never lost.
 */
#include <poll.h>
#include <rekindle/utf8.h>
#include "session.h"

static bool interrupted(const struct line_input *input)
{
	return input->interrupted && *input->interrupted;
}

/* Wait until a byte can be read; false when a signal came first. A stream without a descriptor
 * (memory) never waits. */
static bool wait_for_byte(const struct line_input *input)
{
	struct pollfd poll = { .fd = fileno(input->in), .events = POLLIN };

	while (!interrupted(input)) {
		if (poll.fd < 0 || !input->wake)
			return true;
		if (ppoll(&poll, 1, NULL, input->wake) > 0)
			return true;
	}
	return false;
}

bool line_pending(const struct line_input *input)
{
	struct pollfd poll = { .fd = fileno(input->in), .events = POLLIN };
	const struct timespec now = { 0 };

	if (poll.fd < 0)
		return true;
	return ppoll(&poll, 1, &now, NULL) > 0;
}

static void repair(struct str *line, const struct str *bytes)
{
	size_t n = bytes->len;

	if (n && bytes->text[n - 1] == '\r')
		n--;
	for (size_t i = 0; i < n; i++)
		if (bytes->text[i] == '\0')
			bytes->text[i] = '?';
	str_clear(line);
	utf8_repair(line, bytes->text, n);
}

enum input line_read(const struct line_input *input, struct str *line)
{
	struct str bytes;
	enum input result = INPUT_END;

	str_init(&bytes);
	str_clear(line);
	for (;;) {
		if (!wait_for_byte(input)) {
			result = INPUT_INTERRUPTED;
			break;
		}
		int c = getc(input->in);
		if (c == EOF && interrupted(input)) {
			result = INPUT_INTERRUPTED;
			break;
		}
		if (c == EOF) {
			/* a last line without its newline is a line; the end is seen again */
			result = bytes.len ? INPUT_LINE : INPUT_END;
			break;
		}
		if (c == '\n') {
			result = INPUT_LINE;
			break;
		}
		str_addc(&bytes, (char)c);
	}
	repair(line, &bytes);
	str_release(&bytes);
	return result;
}
