/* SPDX-License-Identifier: MIT */
/*
 * Drawing on a window.
 */
#include "canvas.h"

#include <stdarg.h>
#include <string.h>

#include <rekindle/utf8.h>
#include "looks.h"

/* Our own signs in ASCII; what a person wrote becomes '?' instead. */
static const struct {
	const char *sign;
	char ascii;
} signs[] = {
	{ "█", '#' },
	{ "░", '.' },
	{ "▒", '=' },
	{ "│", '|' },
	{ "─", '-' },
	{ "╎", ':' },
	{ "┌", '+' },
	{ "┐", '+' },
	{ "└", '+' },
	{ "┘", '+' },
	{ "▁", '.' },
	{ "▂", ':' },
	{ "▃", '-' },
	{ "▄", '=' },
	{ "▅", '+' },
	{ "▆", '*' },
	{ "▇", '#' },
};

static void set_style(const struct canvas *canvas, enum style style)
{
	short pair = canvas->colour ? look_pair(style) : 0;
	wattr_set(canvas->window, look_of(style)->attributes, pair, NULL);
}

static void sign_ascii(struct str *out, const char *text)
{
	while (*text) {
		size_t i = 0, n = sizeof(signs) / sizeof(*signs);
		while (i < n && strncmp(text, signs[i].sign, strlen(signs[i].sign)))
			i++;
		if (i < n) {
			str_addc(out, signs[i].ascii);
			text += strlen(signs[i].sign);
		} else {
			str_addc(out, *text++);
		}
	}
}

/* Room for text, cleaned and cut behind itself: parts of the scratch are appended to it, so it must
 * not move. */
static void make_room(struct str *s, const char *text)
{
	size_t need = strlen(text) * 8 + 16;
	str_clear(s);
	if (s->room < need)
		str_pad(s, ' ', (int)need);
	str_clear(s);
}

/* text as it may be shown, cut to width, at the start of the scratch. */
static const char *shown(const struct canvas *canvas, const char *text, int width)
{
	struct str *s = canvas->scratch;
	make_room(s, text);
	if (canvas->ascii) {
		sign_ascii(s, text);
		str_addc(s, '\0');
		size_t at = s->len;
		utf8_clean(s, s->text, false, true);
		str_delete(s, 0, at);
	} else {
		utf8_clean(s, text, false, false);
		utf8_loosen(s, 0);
	}
	str_addc(s, '\0');
	size_t cut = s->len;
	utf8_cut(s, UTF8_SCREEN, s->text, width);
	return s->text + cut;
}

/* Magnifiers and screen readers follow the cursor, seen or not: to the start of what is drawn last
 * as the focus. */
static void stand(const struct canvas *canvas, int row, int col)
{
	if (!canvas->focus_row || (*canvas->focus_row == row && *canvas->focus_col < col))
		return;
	*canvas->focus_row = row;
	*canvas->focus_col = col;
}

/* Cells of a text that is printable ASCII and needs no cut; -1: it is more than that. */
static int plain_cells(const char *text, int width)
{
	int n = 0;
	while (text[n] >= ' ' && text[n] <= '~')
		if (++n > width)
			return -1;
	return text[n] ? -1 : n;
}

int canvas_text(const struct canvas *canvas, int row, int col, int width, enum style style,
	const char *text)
{
	if (row < 0 || row >= canvas->rows || col < 0 || col >= canvas->cols || !text)
		return 0;
	if (width > canvas->cols - col)
		width = canvas->cols - col;
	int cells = plain_cells(text, width);
	const char *harmless = cells < 0 ? shown(canvas, text, width) : text;
	if (style == STYLE_FOCUS)
		stand(canvas, row, col);
	set_style(canvas, style);
	mvwaddstr(canvas->window, row, col, harmless);
	set_style(canvas, STYLE_PLAIN);
	return cells < 0 ? utf8_cells(UTF8_SCREEN, harmless) : cells;
}

int canvas_textf(const struct canvas *canvas, int row, int col, int width, enum style style,
	const char *fmt, ...)
{
	char text[512];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	size_t n = strlen(text);
	while (n && !utf8_valid(text, n)) /* cut inside a character */
		text[--n] = '\0';
	return canvas_text(canvas, row, col, width, style, text);
}

void canvas_right(const struct canvas *canvas, int row, int col, enum style style, const char *text)
{
	int cells = utf8_cells(UTF8_SCREEN, text);
	canvas_text(canvas, row, col > cells ? col - cells : 0, cells, style, text);
}

void canvas_padded(const struct canvas *canvas, int row, int col, int width, enum style style,
	const char *text)
{
	if (row < 0 || row >= canvas->rows || col >= canvas->cols)
		return;
	if (width > canvas->cols - col)
		width = canvas->cols - col;
	set_style(canvas, style);
	mvwhline(canvas->window, row, col, ' ' | (chtype)look_of(style)->attributes, width);
	canvas_text(canvas, row, col, width, style, text);
}

int canvas_lines(const char *text, int width)
{
	int lines = 0;
	for (size_t n; (n = utf8_line(UTF8_SCREEN, text, width, NULL)); text += n)
		lines++;
	return lines ? lines : 1;
}

int canvas_wrapped(const struct canvas *canvas, int row, int col, int width, int skip, int rows,
	enum style style, const char *text)
{
	int drawn = 0;
	size_t visible;
	for (size_t n; drawn < rows && (n = utf8_line(UTF8_SCREEN, text, width, &visible));
		text += n) {
		if (skip-- > 0)
			continue;
		char line[1024];
		if (visible >= sizeof(line))
			visible = sizeof(line) - 1;
		while (visible && !utf8_valid(text, visible))
			visible--;
		memcpy(line, text, visible);
		line[visible] = '\0';
		canvas_text(canvas, row + drawn++, col, width, style, line);
	}
	return drawn;
}

void canvas_keep(const struct canvas *canvas, int row, int col, int width)
{
	struct kept_cells *kept = canvas->kept;
	if (kept->row != row)
		*kept = (struct kept_cells){ .row = row };
	if (kept->count == KEPT_MOST)
		return;
	kept->span[kept->count].from = col;
	kept->span[kept->count++].to = col + width;
}

#define BAR_MOST 40

void canvas_bar(const struct canvas *canvas, int row, int col, int width, int filled)
{
	canvas_keep(canvas, row, col - 1, width + 2); /* else it would melt into the focus */
	char bar[BAR_MOST * sizeof(SIGN_FULL)] = "";
	for (int i = 0; i < width && i < BAR_MOST; i++)
		strcat(bar, i < filled ? SIGN_FULL : SIGN_REST);
	canvas_text(canvas, row, col, width, STYLE_PLAIN, bar);
}

void canvas_spark(const struct canvas *canvas, int row, int col, int width, const char *text)
{
	int used = canvas_text(canvas, row, col, width, STYLE_PLAIN, text);
	if (used)
		canvas_keep(canvas, row, col - 1, used + 2);
}

/* Where the cells from col on that are kept end; col: they are not. */
static int kept_to(const struct canvas *canvas, int row, int col)
{
	const struct kept_cells *kept = canvas->kept;
	for (int i = 0; kept->row == row && i < kept->count; i++)
		if (col >= kept->span[i].from && col < kept->span[i].to)
			return kept->span[i].to;
	return col;
}

static int next_kept(const struct canvas *canvas, int row, int col, int end)
{
	while (col < end && kept_to(canvas, row, col) == col)
		col++;
	return col;
}

void canvas_focus_part(const struct canvas *canvas, int row, int col, int end)
{
	if (row < 0 || row >= canvas->rows)
		return;
	if (end > canvas->cols)
		end = canvas->cols;
	stand(canvas, row, 0);
	mvwaddch(canvas->window, row, 0, '>');
	while (col < end) {
		int to = next_kept(canvas, row, col, end);
		if (to > col)
			mvwchgat(canvas->window, row, col, to - col, A_REVERSE, 0, NULL);
		col = kept_to(canvas, row, to);
	}
}

void canvas_focus_span(const struct canvas *canvas, int row, int end)
{
	canvas_focus_part(canvas, row, 0, end);
}

void canvas_focus(const struct canvas *canvas, int row)
{
	canvas_focus_span(canvas, row, canvas->cols - 2);
}
