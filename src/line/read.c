/* SPDX-License-Identifier: MIT */
/*
 * Reading a line as typed or piped, so that a signal between two bytes is never lost.
 */
#include <poll.h>
#include <rekindle/utf8.h>
#include <sys/ioctl.h>
#include <string.h>
#include <sys/stat.h>
#include "session.h"

static bool is_file(FILE *in)
{
	struct stat at;

	return fileno(in) >= 0 && fstat(fileno(in), &at) == 0 && S_ISREG(at.st_mode);
}

/* What comes after the session is another program's, so nothing is read ahead but of a file, to
 * which it is given back. */
void line_open(const struct line_input *input)
{
	if (!is_file(input->in))
		setvbuf(input->in, NULL, _IONBF, 0);
}

void line_close(const struct line_input *input)
{
	if (is_file(input->in))
		fflush(input->in);
}

static bool interrupted(const struct line_input *input)
{
	return input->interrupted && *input->interrupted;
}

/* A line under way: how many of its bytes can be read without waiting. */
struct typing {
	const struct line_input *input;
	bool file;
	int ready;
};

/* Wait until a byte can be read; false when a signal came first. A stream without a descriptor
 * (memory) never waits. */
static bool wait_for_byte(struct typing *typing)
{
	const struct line_input *input = typing->input;
	struct pollfd poll = { .fd = fileno(input->in), .events = POLLIN };

	while (!interrupted(input)) {
		if (poll.fd < 0 || !input->wake || typing->ready-- > 0)
			return true;
		if (ppoll(&poll, 1, NULL, input->wake) <= 0)
			continue;
		/* the byte that there is at least, or its end */
		if (typing->file || ioctl(poll.fd, FIONREAD, &typing->ready) != 0)
			typing->ready = typing->file ? LINE_MOST : 1;
		typing->ready -= typing->ready > 0;
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

/* Up to its end, or to one byte more than is taken; what comes behind that is read over. */
static enum input read_bytes(struct typing *typing, struct str *bytes)
{
	int c;

	for (;;) {
		if (!wait_for_byte(typing))
			return INPUT_INTERRUPTED;
		c = getc(typing->input->in);
		if (c == EOF || c == '\n')
			break;
		if (bytes->len <= LINE_MOST)
			str_addc(bytes, (char)c);
	}
	if (c == EOF && interrupted(typing->input))
		return INPUT_INTERRUPTED;
	/* a last line without its newline is a line; the end is seen again */
	return c == EOF && !bytes->len ? INPUT_END : INPUT_LINE;
}

static void say_too_long(const struct line_input *input)
{
	struct pool pool = { 0 };

	if (input->watch)
		input->watch->read++;
	line_refuse(input, words(&pool, W_LINE_TOO_LONG, hole_count("most", LINE_MOST >> 20)));
	pool_release(&pool);
}

static bool is_over(const struct line_input *input)
{
	return input->watch && input->watch->strict && input->watch->refused;
}

static void count(const struct line_input *input, const struct str *line)
{
	struct line_watch *watch = input->watch;
	struct str cut;

	if (!watch)
		return;
	watch->read++;
	if (watch->refused)
		return;
	str_init(&cut);
	utf8_clean(&cut, line->text, false, input->ascii);
	size_t n = cut.len < sizeof(watch->typed) ? cut.len : sizeof(watch->typed) - 1;
	while (n && ((unsigned char)cut.text[n] & 0xc0) == 0x80)
		n--;
	memcpy(watch->typed, cut.text, n);
	watch->typed[n] = '\0';
	str_release(&cut);
}

enum input line_read(const struct line_input *input, struct str *line)
{
	struct typing typing = { .input = input, .file = is_file(input->in) };
	struct str bytes;
	enum input result;

	str_clear(line);
	if (is_over(input))
		return INPUT_END;
	str_init(&bytes);
	while ((result = read_bytes(&typing, &bytes)) == INPUT_LINE && bytes.len > LINE_MOST) {
		say_too_long(input);
		if (is_over(input)) {
			result = INPUT_END;
			break;
		}
		str_clear(&bytes);
	}
	repair(line, &bytes);
	str_release(&bytes);
	if (result == INPUT_LINE)
		count(input, line);
	return result;
}

bool line_quits(const char *line)
{
	return strcmp(line, ":quit") == 0 || strcmp(line, ":q") == 0;
}
