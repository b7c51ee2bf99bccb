/* SPDX-License-Identifier: MIT */
/*
 * Graphemes, cells, lines and harmless text. libunistring knows Unicode; this file only asks it.
 */
#include <rekindle/utf8.h>

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <unicase.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include <rekindle/pool.h>

#define U8(text) ((const uint8_t *)(text))
#define GRAPHEME_MOST 128 /* bytes; a flood of accents is cut into several */
#define WORD_AHEAD 128    /* bytes behind a line that tell where it may break */
#define REPLACEMENT "\xEF\xBF\xBD"
#define NO_BREAK "\xC2\xA0"

bool utf8_valid(const char *text, size_t n)
{
	return !u8_check(U8(text), n);
}

size_t utf8_character(const char *text, unsigned *code)
{
	ucs4_t at = 0;
	int n = u8_strmbtouc(&at, U8(text));
	*code = at;
	return n > 0 ? (size_t)n : 0;
}

/* Bytes up to the end of text or the first of more than `most`, whole characters. Looking no
 * farther keeps the walk through a long text linear. */
static size_t ahead(const char *text, size_t most)
{
	size_t n = strnlen(text, most);

	while ((text[n] & 0xC0) == 0x80)
		n++;
	return n;
}

size_t utf8_grapheme(const char *text)
{
	if (!*text)
		return 0;
	if (!(text[0] & 0x80) && !(text[1] & 0x80)) /* the common case, without a table */
		return text[0] == '\r' && text[1] == '\n' ? 2 : 1;
	const uint8_t *end = U8(text) + ahead(text, GRAPHEME_MOST);
	return (size_t)(u8_grapheme_next(U8(text), end) - U8(text));
}

size_t utf8_grapheme_before(const char *text, size_t at)
{
	if (!at)
		return 0;
	return (size_t)(U8(text) + at - u8_grapheme_prev(U8(text) + at, U8(text)));
}

/* What ncurses will do with it. A character that the locale does not know is drawn as one '?'. */
static int screen_cells(ucs4_t c)
{
	int w = utf8_hidden(c) ? 0 : wcwidth((wchar_t)c);
	if (w < 0 && c >= 0xA0 && MB_CUR_MAX == 1)
		return 1;
	return w > 0 ? w : 0;
}

static int file_cells(ucs4_t c)
{
	return utf8_hidden(c) ? 0 : uc_width(c, "UTF-8");
}

/* A grapheme is as wide as its widest character: a family of emoji joined by ZWJ takes two cells.
 */
static int grapheme_cells(enum utf8_ruler ruler, const char *text, size_t n)
{
	if (n == 1 && !(text[0] & 0x80))
		return (unsigned char)text[0] >= 0x20 && text[0] != 0x7F;
	int cells = 0;
	for (size_t i = 0; i < n;) {
		ucs4_t c;
		int bytes = u8_mbtouc(&c, U8(text) + i, n - i);
		int w = ruler == UTF8_SCREEN ? screen_cells(c) : file_cells(c);
		if (ruler == UTF8_SCREEN)
			cells += w;
		else if (w > cells)
			cells = w;
		i += (size_t)bytes;
	}
	return cells;
}

int utf8_cells_n(enum utf8_ruler ruler, const char *text, size_t n)
{
	int cells = 0;
	for (size_t i = 0, g; i < n && (g = utf8_grapheme(text + i)); i += g)
		cells += grapheme_cells(ruler, text + i, g);
	return cells;
}

int utf8_cells(enum utf8_ruler ruler, const char *text)
{
	return utf8_cells_n(ruler, text, strlen(text));
}

void utf8_cut(struct str *out, enum utf8_ruler ruler, const char *text, int cells)
{
	if (cells <= 0)
		return;
	if (utf8_cells(ruler, text) <= cells) {
		str_add(out, text);
		return;
	}
	size_t i = 0;
	int used = 0;
	for (size_t g; (g = utf8_grapheme(text + i)); i += g) {
		int w = grapheme_cells(ruler, text + i, g);
		if (used + w > cells - 1)
			break;
		used += w;
	}
	str_addn(out, text, i);
	str_addc(out, '~');
}

void utf8_pad(struct str *out, enum utf8_ruler ruler, const char *text, int cells)
{
	size_t before = out->len;
	utf8_cut(out, ruler, text, cells);
	str_pad(out, ' ', cells - utf8_cells(ruler, out->text + before));
}

static bool line_is_over(const char *at)
{
	return !*at || *at == '\n';
}

/* How far the text up to its newline fits into cells: bytes, always at least one grapheme. */
static size_t fitting(enum utf8_ruler ruler, const char *text, int cells)
{
	size_t i = 0;
	int used = 0;
	for (size_t g; !line_is_over(text + i); i += g) {
		g = text[i] == '\r' ? 1 : utf8_grapheme(text + i);
		used += grapheme_cells(ruler, text + i, g);
		if (used > cells && i)
			break;
	}
	return i;
}

/* Last place at or before limit where a line may break, 0 when there is none. */
static size_t last_break(const char *text, size_t n, size_t limit)
{
	char *kind = mem_alloc(n + 1);
	u8_possible_linebreaks(U8(text), n, "UTF-8", kind);
	size_t at = limit < n ? limit : n - 1;
	while (at && kind[at] != UC_BREAK_POSSIBLE)
		at--;
	free(kind);
	return at;
}

size_t utf8_line(enum utf8_ruler ruler, const char *text, int cells, size_t *shown)
{
	size_t fits = fitting(ruler, text, cells);
	/* Blanks at the end of a line hang over the edge. */
	size_t blank = fits;
	while (text[blank] == ' ')
		blank++;
	size_t line;
	if (line_is_over(text + blank)) {
		line = blank + (text[blank] == '\n');
		fits = blank;
	} else {
		size_t look = blank + 1, end = look + ahead(text + look, WORD_AHEAD);
		while (look < end && text[look] != ' ' && text[look] != '\n')
			look++;
		size_t at = last_break(text, look, blank);
		line = at ? at : fits;
		fits = line;
	}
	while (fits && text[fits - 1] == ' ')
		fits--;
	if (shown)
		*shown = fits;
	return line;
}

bool utf8_hidden(unsigned c)
{
	return c == 0x00AD || c == 0x061C || c == 0x180E ||
		(c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) ||
		(c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
		(c >= 0xE0000 && c <= 0xE0FFF);
}

/* Controls, and what else begins a line or a note of its own. */
static bool controls(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
		(c >= 0xFFF9 && c <= 0xFFFB);
}

bool utf8_steers(unsigned c)
{
	return controls(c) || utf8_hidden(c);
}

/* hidden: what is not drawn is kept. */
static void clean(struct str *out, const char *text, bool lines, bool ascii, bool hidden)
{
	size_t n = strlen(text);
	for (size_t i = 0; i < n;) {
		ucs4_t c;
		int bytes = u8_mbtouc(&c, U8(text) + i, n - i);
		if (c == '\n' || c == '\t')
			str_addc(out, lines ? (char)c : ' ');
		else if (controls(c))
			str_add(out, ascii ? "?" : REPLACEMENT);
		else if (utf8_hidden(c))
			str_addn(out, text + i, hidden ? (size_t)bytes : 0);
		else if (ascii && c > 0x7E)
			str_addc(out, c == 0xA0 ? ' ' : '?');
		else
			str_addn(out, text + i, (size_t)bytes);
		i += (size_t)bytes;
	}
}

void utf8_clean(struct str *out, const char *text, bool lines, bool ascii)
{
	clean(out, text, lines, ascii, false);
}

void utf8_tame(struct str *out, const char *text, bool lines)
{
	clean(out, text, lines, false, true);
}

void utf8_loosen(struct str *s, size_t from)
{
	for (size_t at = from; at + 1 < s->len; at++)
		if (!memcmp(s->text + at, NO_BREAK, strlen(NO_BREAK))) {
			s->text[at] = ' ';
			str_delete(s, at + 1, strlen(NO_BREAK) - 1);
		}
}

void utf8_json_escape(struct str *out, unsigned code)
{
	if (code < 0x10000)
		str_addf(out, "\\u%04x", code);
	else
		str_addf(out, "\\u%04x\\u%04x", 0xD800 + ((code - 0x10000) >> 10),
			0xDC00 + ((code - 0x10000) & 0x3FF));
}

void utf8_json_clean(struct str *out, const char *json)
{
	size_t n = strlen(json);

	for (size_t i = 0; i < n;) {
		ucs4_t c;
		int bytes = u8_mbtouc(&c, U8(json) + i, n - i);

		if (c != '\n' && utf8_steers(c))
			utf8_json_escape(out, c);
		else
			str_addn(out, json + i, (size_t)bytes);
		i += (size_t)bytes;
	}
}

void utf8_capitals(struct str *out, const char *text)
{
	size_t n = 0;
	uint8_t *upper = u8_toupper(U8(text), strlen(text), NULL, NULL, NULL, &n);

	if (upper)
		str_addn(out, (const char *)upper, n);
	else /* not valid: as it is */
		str_add(out, text);
	free(upper);
}

void utf8_repair(struct str *out, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n;) {
		ucs4_t c;
		int used = u8_mbtoucr(&c, U8(bytes) + i, n - i);
		if (used > 0 && c) {
			str_addn(out, bytes + i, (size_t)used);
			i += (size_t)used;
		} else {
			str_add(out, REPLACEMENT);
			i++;
		}
	}
}

static bool is_settled(const char *text)
{
	while (*text && !(*text & 0x80) && *text != '\r')
		text++;
	return !*text;
}

static void add_with_lf(struct str *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\r");
		str_addn(out, text, n);
		text += n;
		if (!*text)
			break;
		str_addc(out, '\n');
		text += text[1] == '\n' ? 2 : 1;
	}
}

const char *utf8_settle(struct pool *pool, const char *text)
{
	static const char mark[] = "\xEF\xBB\xBF";
	if (!text || is_settled(text))
		return text;
	struct str lines;
	size_t n;
	str_init(&lines);
	add_with_lf(&lines, text + (strncmp(text, mark, sizeof(mark) - 1) ? 0 : sizeof(mark) - 1));
	uint8_t *normal = u8_normalize(UNINORM_NFC, U8(lines.text), lines.len, NULL, &n);
	if (normal) /* NULL: it was not valid UTF-8 */
		text = pool_strndup(pool, (const char *)normal, n);
	free(normal);
	str_release(&lines);
	return text;
}

void utf8_fold(struct str *out, const char *text)
{
	size_t n;
	uint8_t *folded = u8_casefold(U8(text), strlen(text), NULL, UNINORM_NFC, NULL, &n);
	if (folded)
		str_addn(out, (const char *)folded, n);
	free(folded);
}

bool utf8_same_name(const char *a, const char *b)
{
	struct str left, right;
	if (str_blank(a) || str_blank(b))
		return false;
	str_init(&left);
	str_init(&right);
	utf8_fold(&left, a);
	utf8_fold(&right, b);
	bool same = strcmp(left.text, right.text) == 0;
	str_release(&left);
	str_release(&right);
	return same;
}
