/* SPDX-License-Identifier: MIT */
/*
 * The line that the text writer is at work on: cleaned, wrapped at 78 cells, ended and marked.
 */
#include "line.h"

#include <string.h>
#include <rekindle/utf8.h>
#include "../marks.h"

#define CELLS_WRAP 78

static const struct {
	const char *symbol;
	const char *ascii;
} symbols[] = {
	{ NB, " " },
	{ "█", "#" },
	{ "▓", "+" },
	{ "▒", ":" },
	{ "░", "." },
	{ "·", "." },
	{ "─", "-" },
	{ "═", "=" },
};
#define SYMBOLS (sizeof(symbols) / sizeof(*symbols))

/* The bytes of a symbol of ours at text: only the no-break blank when the line is UTF-8. */
static size_t symbol_at(const struct writer *w, const char *text, const char **plain)
{
	for (size_t i = 0; i < (w->ascii ? SYMBOLS : 1); i++) {
		size_t n = strlen(symbols[i].symbol);

		if (!strncmp(text, symbols[i].symbol, n)) {
			*plain = symbols[i].ascii;
			return n;
		}
	}
	return 0;
}

void line_end(struct writer *w)
{
	const char *text, *plain = NULL;

	if (w->space && !w->fresh && w->out->len)
		str_addc(w->out, '\n');
	w->space = w->fresh = false;
	if (w->mark != NO_MARK)
		marks_here(w->marks, w->out, (enum report_mark_kind)w->mark, w->section);
	while (w->line.len && w->line.text[w->line.len - 1] == ' ')
		str_delete(&w->line, w->line.len - 1, 1);
	for (text = w->line.text; *text;) {
		size_t n = symbol_at(w, text, &plain);

		if (n) {
			str_add(w->out, plain);
			text += n;
		} else {
			str_addc(w->out, *text++);
		}
	}
	/* A no-break blank at the end of a line has become a plain one. */
	while (w->out->len && w->out->text[w->out->len - 1] == ' ')
		str_delete(w->out, w->out->len - 1, 1);
	str_addc(w->out, '\n');
	str_clear(&w->line);
}

static size_t character_bytes(const char *text)
{
	size_t n = 1;

	while ((text[n] & 0xC0) == 0x80)
		n++;
	return n;
}

void line_clean(const struct writer *w, struct str *out, const char *text)
{
	struct str safe;

	str_init(&safe);
	utf8_clean(&safe, text ? text : "", false, false);
	for (const char *at = safe.text; *at;) {
		const char *plain;
		size_t n = character_bytes(at);

		/* what line_end() writes in plain letters stays until then */
		if (!w->ascii || !(*at & 0x80) || symbol_at(w, at, &plain))
			str_addn(out, at, n);
		else
			str_add(out, strncmp(at, "…", 3) ? "?" : "...");
		at += n;
	}
	str_release(&safe);
}

int line_cells(const struct writer *w)
{
	return utf8_cells(UTF8_FILE, w->line.text);
}

void line_pad(struct writer *w, int cells)
{
	str_pad(&w->line, ' ', cells - line_cells(w));
}

void line_cut(struct writer *w, const char *text, int cells)
{
	struct str cleaned;

	str_init(&cleaned);
	line_clean(w, &cleaned, text);
	utf8_cut(&w->line, UTF8_FILE, cleaned.text, cells);
	str_release(&cleaned);
}

void line_symbol(struct writer *w, const char *symbol, int times)
{
	while (times-- > 0)
		str_add(&w->line, symbol);
}

/* ASCII and no-break blanks only. */
static bool is_plain(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!(text[i] & 0x80))
			continue;
		if (strncmp(text + i, NB, strlen(NB)))
			return false;
		i += strlen(NB) - 1;
	}
	return true;
}

size_t line_next(const char *text, int cells, size_t *shown)
{
	size_t n = utf8_line(UTF8_FILE, text, cells, shown), blank = n;

	if (!text[n] || text[n - 1] == ' ')
		return n;
	while (blank && text[blank - 1] != ' ')
		blank--;
	if (!blank || !is_plain(text + blank, n - blank))
		return n;
	for (*shown = blank; *shown && text[*shown - 1] == ' ';)
		--*shown;
	return blank;
}

void line_wrapped(struct writer *w, const char *text, int first, int hang)
{
	struct str cleaned;
	const char *at;

	str_init(&cleaned);
	line_clean(w, &cleaned, text);
	at = cleaned.text;
	do {
		size_t shown = 0, n;

		line_pad(w, at == cleaned.text ? first : hang);
		n = line_next(at, CELLS_WRAP - line_cells(w), &shown);
		str_addn(&w->line, at, shown);
		line_end(w);
		at += n;
		while (*at == ' ')
			at++;
	} while (*at);
	str_release(&cleaned);
}

void line_beside(struct writer *w, const char *label, const char *text, int indent, int cells,
	int gap, int hang)
{
	struct str whole;

	str_init(&whole);
	line_clean(w, &whole, label);
	if (*label) {
		int free = cells - utf8_cells(UTF8_FILE, whole.text);

		str_pad(&whole, ' ', free > 0 ? free : gap);
	}
	str_add(&whole, text);
	line_wrapped(w, whole.text, indent, hang);
	str_release(&whole);
}
