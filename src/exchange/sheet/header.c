/* SPDX-License-Identifier: MIT */
/*
 * The header of a mail, and of each of its parts (RFC 5322, RFC 2045).
 */
#include "header.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

size_t header_line(const char *text, size_t n)
{
	const char *end = memchr(text, '\n', n);
	return end ? (size_t)(end - text) + 1 : n;
}

/* Bytes of a name and its colon, 0: the line is none of a header. */
static size_t field_name(const char *text, size_t n)
{
	size_t i = 0;
	while (i < n && isgraph((unsigned char)text[i]) && text[i] != ':')
		i++;
	return i && i < n && text[i] == ':' ? i + 1 : 0;
}

/* An mbox may begin a message with "From ". */
static bool fits(const char *text, size_t n, bool first)
{
	return *text == ' ' || *text == '\t' || field_name(text, n) ||
		(first && n > 5 && !strncmp(text, "From ", 5));
}

size_t header_bytes(const char *text, size_t n)
{
	size_t at = 0, step;
	for (; at < n; at += step) {
		step = header_line(text + at, n - at);
		if (text[at] == '\n')
			break;
		if (!fits(text + at, step, at == 0))
			break;
	}
	return at;
}

static bool is_named(const char *line, size_t n, const char *name)
{
	size_t length = strlen(name);
	return n > length && line[length] == ':' && !strncasecmp(line, name, length);
}

static void add_folded(struct str *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		str_addc(out, text[i] == '\n' || text[i] == '\t' || !text[i] ? ' ' : text[i]);
}

const char *header_get(struct pool *pool, const char *head, size_t n, const char *name)
{
	struct str out;
	bool inside = false, found = false;
	str_init(&out);
	for (size_t at = 0, step; at < n; at += step) {
		step = header_line(head + at, n - at);
		bool goes_on = head[at] == ' ' || head[at] == '\t';
		if (!goes_on) {
			inside = !found && is_named(head + at, step, name);
			found |= inside;
		}
		size_t skip = inside && !goes_on ? strlen(name) + 1 : 0;
		if (inside)
			add_folded(&out, head + at + skip, step - skip);
	}
	const char *value = found ? pool_strdup(pool, out.text) : NULL;
	str_release(&out);
	return value ? value + strspn(value, " ") : NULL;
}

static const char *value_of(struct pool *pool, const char *text)
{
	struct str out;
	str_init(&out);
	text += strspn(text, " ");
	if (*text != '"')
		str_addn(&out, text, strcspn(text, "; "));
	for (text += *text == '"'; out.len == 0 && *text && *text != '"'; text++) {
		const char *from = text;
		for (; *text && *text != '"'; text++)
			if (*text == '\\' && text[1]) {
				str_addn(&out, from, (size_t)(text - from));
				from = ++text;
			}
		str_addn(&out, from, (size_t)(text - from));
		break;
	}
	const char *value = pool_strdup(pool, out.text);
	str_release(&out);
	return value;
}

const char *header_parameter(struct pool *pool, const char *value, const char *name)
{
	size_t n = strlen(name);
	bool quoted = false;
	for (const char *at = value; at && *at; at++) {
		quoted ^= *at == '"';
		if (*at != ';' || quoted)
			continue;
		const char *word = at + 1 + strspn(at + 1, " ");
		if (strncasecmp(word, name, n) != 0)
			continue;
		const char *sign = word + n + strspn(word + n, " ");
		if (*sign == '=')
			return value_of(pool, sign + 1);
	}
	return NULL;
}

bool header_is(const char *value, const char *word)
{
	size_t n = strlen(word);
	return value && !strncasecmp(value, word, n) &&
		(word[n - 1] == '/' || !isalnum((unsigned char)value[n]));
}
