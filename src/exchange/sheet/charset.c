/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a mail or a text as UTF-8, whatever is said of them.
 */
#include "internal.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <rekindle/utf8.h>

static const struct {
	const char *bytes;
	size_t n;
	const char *charset;
} marks[] = {
	{ "\xEF\xBB\xBF", 3, "UTF-8" },
	{ "\xFF\xFE", 2, "UTF-16LE" },
	{ "\xFE\xFF", 2, "UTF-16BE" },
};

/* Without a mark ASCII in UTF-16 has every second byte zero. */
static const char *wide(const char *bytes, size_t n)
{
	if (n < 4 || !memchr(bytes, 0, n))
		return NULL;
	return bytes[1] == 0 && bytes[3] == 0    ? "UTF-16LE"
		: bytes[0] == 0 && bytes[2] == 0 ? "UTF-16BE"
						 : NULL;
}

/* What is called Latin 1, ASCII, or nothing at all is what Windows writes. */
static const char *meant(const char *charset)
{
	static const char *const western[] = { "iso-8859-1", "latin1", "us-ascii", "ascii", "utf-8",
		"utf8", "unknown-8bit", "x-unknown", "default", "iso8859-1" };
	for (size_t i = 0; charset && i < sizeof(western) / sizeof(*western); i++)
		if (!strcasecmp(charset, western[i]))
			return "WINDOWS-1252";
	return charset ? charset : "WINDOWS-1252";
}

/* One byte that is nothing is passed over. */
static void convert(iconv_t converter, const char *bytes, size_t n, struct str *out)
{
	char buffer[4096], *in = (char *)(uintptr_t)bytes;
	while (n) {
		char *to = buffer;
		size_t room = sizeof(buffer), done = iconv(converter, &in, &n, &to, &room);
		str_addn(out, buffer, (size_t)(to - buffer));
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		str_add(out, "\xEF\xBF\xBD");
		in++;
		n--;
	}
}

static void from(const char *charset, const char *bytes, size_t n, struct str *out)
{
	iconv_t converter = iconv_open("UTF-8", charset);
	if (converter == (iconv_t)-1)
		converter = iconv_open("UTF-8", "WINDOWS-1252");
	if (converter == (iconv_t)-1) {
		utf8_repair(out, bytes, n);
		return;
	}
	convert(converter, bytes, n, out);
	iconv_close(converter);
}

static bool any_high(const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)bytes[i] >= 0x80)
			return true;
	return false;
}

/* Is it text in UTF-8? Plain ASCII is, unless the charset makes other letters of it. */
static bool is_utf8(const char *bytes, size_t n, const char *charset)
{
	bool shifts = charset &&
		(!strncasecmp(charset, "iso-2022", 8) || !strcasecmp(charset, "utf-7") ||
			!strncasecmp(charset, "hz", 2));
	return utf8_valid(bytes, n) && !memchr(bytes, 0, n) && (!shifts || any_high(bytes, n));
}

void decode_charset(const char *bytes, size_t n, const char *charset, struct str *out)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (n >= marks[i].n && !memcmp(bytes, marks[i].bytes, marks[i].n)) {
			charset = marks[i].charset;
			bytes += marks[i].n;
			n -= marks[i].n;
		}
	if (is_utf8(bytes, n, charset)) {
		str_addn(out, bytes, n);
		return;
	}
	if (!charset || strncasecmp(charset, "utf-16", 6) != 0)
		charset = wide(bytes, n) ? wide(bytes, n) : meant(charset);
	from(charset, bytes, n, out);
}
