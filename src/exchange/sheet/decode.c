/* SPDX-License-Identifier: MIT */
/*
 * Base64 and quoted-printable (RFC 2045), as forgiving as mail programs are.
 */
#include "internal.h"

#include <ctype.h>
#include <string.h>

static int base64_digit(unsigned char c)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

/* What is no digit is passed over; '=' ends a text, another may follow. */
void decode_base64(const char *text, size_t n, struct str *out)
{
	unsigned held = 0;
	int bits = 0;
	for (size_t i = 0; i < n; i++) {
		int digit = base64_digit((unsigned char)text[i]);
		if (text[i] == '=')
			held = 0, bits = 0;
		if (digit < 0)
			continue;
		held = (held << 6 | (unsigned)digit) & 0xFFFF;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			str_addc(out, (char)(held >> bits & 0xFF));
		}
	}
}

static int hex(char c)
{
	int lower = tolower((unsigned char)c);
	if (isdigit(lower))
		return lower - '0';
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Bytes of a break that is none: "=" at the end of a line, blanks behind it or not. */
static size_t soft_break(const char *text, size_t n)
{
	size_t i = 1;
	while (i < n && (text[i] == ' ' || text[i] == '\t'))
		i++;
	if (i == n)
		return i;
	return text[i] == '\n' ? i + 1 : 0;
}

static void begin_line(struct pool *pool, struct origin *origin, int line)
{
	*POOL_APPEND(pool, origin->line, origin->count) = line;
}

void decode_quoted(const char *text, size_t n, int first, struct pool *pool, struct str *out,
	struct origin *origin)
{
	int line = first;
	begin_line(pool, origin, line);
	for (size_t i = 0, step; i < n; i += step) {
		bool escape = text[i] == '=' && i + 2 < n && hex(text[i + 1]) >= 0 &&
			hex(text[i + 2]) >= 0;
		step = escape ? 3 : 1;
		if (escape) {
			str_addc(out, (char)(hex(text[i + 1]) << 4 | hex(text[i + 2])));
		} else if (text[i] == '=' && soft_break(text + i, n - i)) {
			step = soft_break(text + i, n - i);
			line++;
			continue;
		} else {
			str_addc(out, text[i]);
		}
		line += text[i] == '\n';
		if (out->text[out->len - 1] == '\n')
			begin_line(pool, origin, line);
	}
}
