/* SPDX-License-Identifier: MIT */
/*
 * HTML of a mail that says nothing as text: its tags taken off.
 */
#include "internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Names of the characters from U+00A0 on. */
static const char *const latin[] = { "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar",
	"sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg", "plusmn",
	"sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo",
	"frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml",
	"Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
	"Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times",
	"Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave",
	"aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute",
	"ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute",
	"ocirc", "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml",
	"yacute", "thorn", "yuml" };
static const struct {
	const char *name;
	unsigned code;
} others[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
	{ "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
	{ "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bull", 0x2022 }, { "hellip", 0x2026 },
	{ "euro", 0x20AC } };

static void add_code(struct str *out, unsigned code)
{
	if (code < 0x80) {
		str_addc(out, (char)code);
	} else if (code < 0x800) {
		str_addc(out, (char)(0xC0 | code >> 6));
		str_addc(out, (char)(0x80 | (code & 0x3F)));
	} else if (code < 0x10000) {
		str_addc(out, (char)(0xE0 | code >> 12));
		str_addc(out, (char)(0x80 | (code >> 6 & 0x3F)));
		str_addc(out, (char)(0x80 | (code & 0x3F)));
	} else {
		str_addc(out, (char)(0xF0 | code >> 18));
		str_addc(out, (char)(0x80 | (code >> 12 & 0x3F)));
		str_addc(out, (char)(0x80 | (code >> 6 & 0x3F)));
		str_addc(out, (char)(0x80 | (code & 0x3F)));
	}
}

static unsigned named(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(latin) / sizeof(*latin); i++)
		if (strlen(latin[i]) == n && !strncmp(latin[i], name, n))
			return 0xA0 + (unsigned)i;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (strlen(others[i].name) == n && !strncmp(others[i].name, name, n))
			return others[i].code;
	return 0;
}

static unsigned numbered(const char *text)
{
	bool hex = tolower((unsigned char)*text) == 'x';
	unsigned long code = strtoul(text + hex, NULL, hex ? 16 : 10);
	bool known = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
	return known ? (unsigned)code : 0xFFFD;
}

/* "&auml;", "&#228;"; bytes of it, 0: it is none. */
static size_t add_entity(struct str *out, const char *text)
{
	size_t n =
		strspn(text + 1, "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	if (!n || n > 10 || text[n + 1] != ';')
		return 0;
	unsigned code = text[1] == '#' ? numbered(text + 2) : named(text + 1, n);
	if (code)
		add_code(out, code);
	return code ? n + 2 : 0;
}

static bool is_tag(const char *text, const char *name)
{
	size_t n = strlen(name);
	return !strncasecmp(text, name, n) && !isalnum((unsigned char)text[n]);
}

static bool breaks(const char *tag)
{
	static const char *const names[] = { "br", "p", "div", "tr", "li", "ul", "ol", "table",
		"pre", "blockquote", "hr", "h1", "h2", "h3", "h4", "body", "html" };
	tag += *tag == '/';
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is_tag(tag, names[i]))
			return true;
	return false;
}

/* Behind the end of what is not shown: a style, a comment. */
static const char *skip_hidden(const char *at)
{
	static const char *const hidden[] = { "style", "script", "head", "title" };
	const char *end;
	if (!strncmp(at, "<!--", 4))
		return (end = strstr(at, "-->")) ? end + 3 : at + strlen(at);
	for (size_t i = 0; i < sizeof(hidden) / sizeof(*hidden); i++) {
		if (!is_tag(at + 1, hidden[i]))
			continue;
		for (end = at + 1;
			*end && (end[0] != '<' || end[1] != '/' || !is_tag(end + 2, hidden[i]));)
			end++;
		return end;
	}
	return at;
}

void decode_html(const char *html, struct str *out)
{
	bool plain = false; /* line breaks are meant */
	for (const char *at = html; *at;) {
		if (*at == '<') {
			at = skip_hidden(at);
			const char *tag = *at == '<' ? at + 1 : "";
			if (breaks(tag))
				str_addc(out, '\n');
			plain = is_tag(tag, "pre") || (plain && !is_tag(tag, "/pre"));
			at += *at == '<' ? strcspn(at, ">") : 0;
			at += *at == '>';
			continue;
		}
		size_t n = *at == '&' ? add_entity(out, at) : 0;
		if (!n)
			str_addc(out, *at == '\n' && !plain ? ' ' : *at);
		at += n ? n : 1;
	}
}
