/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a table as UTF-8.
 */
#include "internal.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/utf8.h>

static const struct {
	const char *bytes;
	size_t n;
	const char *encoding;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, "UTF-8" },
	{ "\xFF\xFE", 2, "UTF-16LE" },
	{ "\xFE\xFF", 2, "UTF-16BE" },
};
#define MARKS (sizeof(marks) / sizeof(*marks))

/* Bytes of the byte order mark; *encoding becomes what it says, whatever a map does. */
static size_t mark_of(const char *text, size_t n, const char **encoding)
{
	for (size_t i = 0; i < MARKS; i++)
		if (n >= marks[i].n && !memcmp(text, marks[i].bytes, marks[i].n)) {
			*encoding = marks[i].encoding;
			return marks[i].n;
		}
	return 0;
}

static int line_of(const char *text, size_t n)
{
	int line = 1;
	for (size_t i = 0; i < n; i++)
		line += text[i] == '\n';
	return line;
}

static enum err refuse_bytes(
	const struct str *out, const char *name, const char *encoding, struct errmsg *why)
{
	return errmsg_set(why, ERR_INVALID,
		"%s:%d: what stands here or just below is no %s; write the file's own into the "
		"map: `encoding: windows-1252`, `utf-16` or another",
		name, line_of(out->text, out->len), encoding);
}

/* Append what the converter makes of the bytes; false: it cannot. */
static bool convert(iconv_t converter, const char *text, size_t n, struct str *out)
{
	char buffer[16384], *in = (char *)(uintptr_t)text;
	size_t left = n;
	while (left) {
		char *to = buffer;
		size_t room = sizeof(buffer);
		size_t done = iconv(converter, &in, &left, &to, &room);
		str_addn(out, buffer, (size_t)(to - buffer));
		if (done == (size_t)-1 && errno != E2BIG)
			return false;
	}
	return true;
}

/* UTF-16 without a mark reads as UTF-8 with NULs between. */
static enum err check_nul(
	const char *text, size_t n, const char *name, const char *encoding, struct errmsg *why)
{
	const char *nul = memchr(text, 0, n);
	if (!nul)
		return ERR_NONE;
	return errmsg_set(why, ERR_INVALID,
		"%s:%d: has NUL characters, which no text has; if the file is UTF-16, write "
		"`encoding: utf-16le` into the map instead of %s",
		name, line_of(text, (size_t)(nul - text)), encoding);
}

static enum err from(const char *text, size_t n, const char *name, const char *encoding,
	struct str *out, struct errmsg *why)
{
	iconv_t converter = iconv_open("UTF-8", encoding);
	if (converter == (iconv_t)-1)
		return errmsg_set(why, ERR_INVALID,
			"the map's encoding \"%.40s\" is not known here; iconv -l lists those that "
			"are",
			encoding);
	bool converted = convert(converter, text, n, out);
	iconv_close(converter);
	return converted ? ERR_NONE : refuse_bytes(out, name, encoding, why);
}

static enum err from_utf8(
	const char *text, size_t n, const char *name, struct str *out, struct errmsg *why)
{
	enum err err = check_nul(text, n, name, "UTF-8", why);
	str_addn(out, text, n);
	if (err || utf8_valid(text, n))
		return err;
	str_clear(out);
	return from(text, n, name, "UTF-8", out, why);
}

enum err charset_read(const char *text, size_t n, const char *name, const char *encoding,
	struct str *out, struct errmsg *why)
{
	if (!encoding)
		encoding = "UTF-8";
	size_t mark = mark_of(text, n, &encoding);
	text += mark;
	n -= mark;
	bool plain = !strcasecmp(encoding, "UTF-8") || !strcasecmp(encoding, "UTF8");
	enum err err = plain ? from_utf8(text, n, name, out, why)
			     : from(text, n, name, encoding, out, why);
	return err ? err : check_nul(out->text, out->len, name, encoding, why);
}
