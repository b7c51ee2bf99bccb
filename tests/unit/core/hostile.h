/* SPDX-License-Identifier: MIT */
/*
 * Texts that somebody could send in a file to steer a terminal, a browser, a spreadsheet or a
 * calendar, and what no output may hold of them. The list here is not the program's own.
 */
#ifndef REKINDLE_TESTS_HOSTILE_H
#define REKINDLE_TESTS_HOSTILE_H

#include <check.h>
#include <string.h>
#include <rekindle/str.h>
#include <rekindle/utf8.h>

#define HAN "\346\274\242" /* two cells */
#define ACUTE "\314\201"   /* no cell of its own */
#define FAMILY "\360\237\221\250\342\200\215\360\237\221\251\342\200\215\360\237\221\247"
#define TEN(text) text text text text text text text text text text

static const struct hostile {
	const char *name, *text;
} hostile[] = {
	{ "escapes",
		"\033[31mred\033[2J\033[H\033]0;title\007\033]8;;http://"
		"x.example\033\\link\033P1q\033\\\b\b\f\v\016\177" },
	{ "c1 controls",
		"a\302\233"
		"31mb\302\235"
		"0;title\302\234c\302\205d\302\220e" },
	{ "formula", "=cmd|'/C calc'!A0" },
	{ "formula behind blanks", " \t=HYPERLINK(\"http://x.example\")" },
	{ "formula, plus", "+1+1" },
	{ "formula, minus", "-2+3" },
	{ "formula, at", "@SUM(A1:A9)" },
	{ "formula, full width",
		"\357\274\235"
		"1+1" },
	{ "formula behind a control", "\r\n\033=1+1" },
	{ "html",
		"</td></svg></style></title><script>alert(1)</script><img src=x "
		"onerror=\"alert(1)\">"
		" & &amp; &lt;b&gt; &#60; \"q\" 'a' ]]> --> <!-- <![CDATA[" },
	{ "markdown",
		"# a *b* _c_ `d` ~~e~~ [f](javascript:g) ![h](i) | j | \\ <http://x.example>"
		" https://y.example www.z.example ***\n---\n- k\n1. l\n> m\n```\nn\n| o | p "
		"|\n|---|---|" },
	{ "mdoc", ".Sh NAME\n.Dd \\fBx\\fP \\(aq \\n[x] 'br\n'\\\" y\n.so /etc/passwd" },
	{ "bidi",
		"a\342\200\256b\342\200\255c\342\201\246d\342\201\251e\342\200\217f\330\234g\342"
		"\200\216h" },
	{ "line separators",
		"a\342\200\250b\342\200\251c\302\205d\357\273\277e\342\200\213f\302\255g" },
	{ "tags", "a\363\240\200\201\363\240\201\201\363\240\201\277b\357\277\271c\357\277\273d" },
	{ "combining", "e" TEN(TEN(ACUTE ACUTE ACUTE)) "x" ACUTE ACUTE ACUTE },
	{ "combining alone", ACUTE ACUTE ACUTE },
	{ "lines", "one\ntwo\r\nthree\rfour\n\n\nfive\tsix\n" },
	{ "calendar", "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:AUDIO;,\\n\\N\\;" },
	{ "csv", "a\",\"b\"\"\r\nc;d\te" },
	{ "json", "\\\"},{\"a\":[1,null]}\\u0000\\ud800" },
	{ "formats", "%s%n%d%p%1000000d%*s{}$(id)`id`${HOME}" },
	{ "wide", TEN(HAN HAN HAN HAN HAN) TEN(HAN HAN HAN HAN HAN) TEN(HAN HAN HAN HAN HAN) },
	{ "families", TEN(FAMILY) TEN(FAMILY) TEN(FAMILY) },
	{ "one long word", TEN(TEN("xyz")) },
	{ "hyphens", TEN(TEN("x-y")) },
	{ "hard blanks", TEN(TEN("a\302\240")) },
	{ "ideographic blanks", "\343\200\200a\343\200\200" },
	{ "empty", "" },
	{ "blank", "  \t " },
};
#define HOSTILE_COUNT (sizeof(hostile) / sizeof(*hostile))

/* All of them in one text. */
static inline char *hostile_all(void)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < HOSTILE_COUNT; i++)
		str_addf(&out, "%s%s", i ? " " : "", hostile[i].text);
	return str_detach(&out);
}

/* Code points that steer a terminal or turn the order of what is read. */
static inline bool steers_reader(unsigned c)
{
	return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200B ||
		c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
		(c >= 0xE0000 && c <= 0xE0FFF);
}

/* The code point at text, which is valid UTF-8, and how many bytes it has. */
static inline unsigned code_point(const char *text, size_t *bytes)
{
	const unsigned char *at = (const unsigned char *)text;

	*bytes = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
	unsigned c = *bytes == 1 ? at[0] : at[0] & (0xFFu >> (*bytes + 1));
	for (size_t i = 1; i < *bytes; i++)
		c = c << 6 | (at[i] & 0x3F);
	return c;
}

/* besides: ASCII controls that the format itself needs. Says nothing while all is well: an
 * assertion for each character would take longer than what is tested. */
static inline void check_harmless(const char *what, const char *text, size_t n, const char *besides)
{
	ck_assert_msg(utf8_valid(text, n), "%s: not UTF-8", what);
	ck_assert_msg(strlen(text) == n, "%s: a zero byte", what);
	for (size_t i = 0, bytes; i < n; i += bytes) {
		unsigned c = code_point(text + i, &bytes);

		if (steers_reader(c) && !(c < 0x80 && strchr(besides, (int)c)))
			ck_abort_msg("%s: U+%04X in %.60s", what, c, text + (i > 30 ? i - 30 : 0));
	}
}

static inline bool is_ascii(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] & 0x80)
			return false;
	return true;
}

/* Lines of a terminal: at most so many cells, each with its end. */
static inline void check_page(const char *what, const char *text, int cells, bool ascii)
{
	for (size_t n; *text; text += n + 1) {
		n = strcspn(text, "\n");
		if (utf8_cells_n(UTF8_FILE, text, n) > cells)
			ck_abort_msg("%s: more than %d cells: %.*s", what, cells, (int)n, text);
		if (n && text[n - 1] == ' ')
			ck_abort_msg("%s: a blank at the end: %.*s|", what, (int)n, text);
		if (ascii && !is_ascii(text, n))
			ck_abort_msg("%s: not ASCII: %.*s", what, (int)n, text);
		if (!text[n])
			ck_abort_msg("%s: the last line has no end", what);
	}
}

#endif
