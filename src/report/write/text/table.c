/* SPDX-License-Identifier: MIT */
/*
 * Tables of characters: columns of cells with their shades, groups, captions, and details of rows.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "../prose.h"
#include "../rows.h"
#include "line.h"

#define HEAD_LINES 3   /* of a head, at most */
#define TAIL_LETTERS 3 /* kept of one that loses its middle */
#define GROUP_INDENT 2 /* of what stands in a group of rows */
/* Details of a row: where the labels begin, their width, and where further lines begin. */
#define DETAIL_INDENT 5
#define DETAIL_LABEL 11
#define DETAIL_HANG 7

static const char *const shade_symbol[] = {
	[BAND_CRITICAL] = "█",
	[BAND_WEAK] = "▓",
	[BAND_ADEQUATE] = "▒",
	[BAND_STRENGTH] = "░",
};

static int text_cells(const struct column *column)
{
	return column->width - column->shade - (column->shade > 1);
}

/* One line of a cell; *at moves on, to its end when nothing is left for a line below. */
static void write_cell(struct writer *w, const struct column *column, const char **at, int line)
{
	int width = text_cells(column);
	struct str part;
	size_t shown = 0;

	str_init(&part);
	if (column->wrap && line + 1 != column->lines) {
		const char *from = *at;

		*at += line_next(from, width, &shown);
		str_addn(&part, from, shown);
	} else {
		utf8_cut(&part, UTF8_FILE, *at, width);
		*at += strlen(*at);
	}
	if (column->align == ALIGN_RIGHT)
		str_pad(&w->line, ' ', width - utf8_cells(UTF8_FILE, part.text));
	str_add(&w->line, part.text);
	str_release(&part);
}

static void write_shade(struct writer *w, const struct column *column, enum band shade)
{
	if (!column->shade)
		return;
	if (shade == BAND_NONE)
		str_pad(&w->line, ' ', column->shade);
	else
		line_symbol(w, shade_symbol[shade], column->shade);
	str_pad(&w->line, ' ', column->shade > 1);
}

/* The room of a cell: its column, or the columns that a heading covers. */
static struct column room_of(const struct table *table, const struct row *row, int at)
{
	struct column room = table->column[at];

	if (row->cell[at].span < 2)
		return room;
	for (int i = at + 1; i < at + row->cell[at].span; i++)
		room.width += table->column[i].gap + table->column[i].width;
	if (room.shade == 1) {
		room.shade = 0;
		room.align = ALIGN_LEFT;
	}
	return room;
}

static bool words_fit(const char *text, int cells)
{
	for (size_t n; *text; text += n + (text[n] == ' ')) {
		n = strcspn(text, " ");
		if (utf8_cells_n(UTF8_FILE, text, n) > cells)
			return false;
	}
	return true;
}

/* Would cutting make it the same as another of its row? */
static bool is_ambiguous(const struct row *row, int at, int cells)
{
	struct str one, other;
	bool same = false;

	str_init(&one);
	str_init(&other);
	utf8_cut(&one, UTF8_FILE, row->cell[at].text, cells);
	for (int i = 0; i < row->count && !same; i++) {
		if (i == at || !row->cell[i].text)
			continue;
		str_clear(&other);
		utf8_cut(&other, UTF8_FILE, row->cell[i].text, cells);
		same = !strcmp(one.text, other.text);
	}
	str_release(&one);
	str_release(&other);
	return same;
}

/* A head has no shade, so where it needs it, its room; it goes on below where that parts no word.
 */
static struct column head_room(const struct table *table, const struct row *row, int at)
{
	struct column room = room_of(table, row, at);
	const char *text = row->cell[at].text;

	if (!text || utf8_cells(UTF8_FILE, text) <= text_cells(&room))
		return room;
	room.shade = 0;
	room.wrap = words_fit(text, room.width);
	room.lines = HEAD_LINES;
	return room;
}

/* A head that would be cut to what another of its row is cut to loses its middle instead. */
static void tell_apart(const struct table *table, const struct row *row, int at, struct str *text)
{
	const struct column room = head_room(table, row, at);
	size_t tail = text->len;
	struct str whole;

	if (room.wrap || utf8_cells(UTF8_FILE, text->text) <= text_cells(&room) ||
		!is_ambiguous(row, at, room.width))
		return;
	for (int left = TAIL_LETTERS; left && tail; left--)
		while (--tail && (text->text[tail] & 0xC0) == 0x80)
			;
	str_init(&whole);
	utf8_cut(&whole, UTF8_FILE, text->text,
		room.width - utf8_cells(UTF8_FILE, text->text + tail));
	str_add(&whole, text->text + tail);
	str_clear(text);
	str_add(text, whole.text);
	str_release(&whole);
}

static bool is_head(const struct table *table, const struct row *row)
{
	return (size_t)(row - table->rows) < table->head_count;
}

static bool write_row_line(struct writer *w, const struct block *block, const struct row *row,
	const char *at[CELLS_MAX], int line)
{
	bool head = is_head(block->table, row), more = false;
	int cells = block->indent;

	for (int i = 0; i < row->count; i++) {
		const struct column *column = &block->table->column[i];
		struct column room =
			head ? head_room(block->table, row, i) : room_of(block->table, row, i);

		cells += column->gap;
		line_pad(w, cells);
		if (row->cell[i].text) {
			write_shade(w, &room, line ? BAND_NONE : row->cell[i].shade);
			write_cell(w, &room, &at[i], line);
		}
		cells += column->width;
		more = more || *at[i];
	}
	line_end(w);
	return more;
}

/* The cell as it is set: the rows of a group stand in from its title. */
static void take_cell(struct writer *w, const struct table *table, const struct row *row, int at,
	bool grouped, struct str *out)
{
	if (grouped && at == table->subject)
		str_pad(out, ' ', GROUP_INDENT);
	line_clean(w, out, row_text(&w->pool, row, at));
}

static void write_row(
	struct writer *w, const struct block *block, const struct row *row, bool grouped)
{
	struct str text[CELLS_MAX];
	const char *at[CELLS_MAX];
	int line = 0;

	for (int i = 0; i < row->count; i++) {
		str_init(&text[i]);
		take_cell(w, block->table, row, i, grouped, &text[i]);
		if (row->cell[i].text && is_head(block->table, row))
			tell_apart(block->table, row, i, &text[i]);
		at[i] = text[i].text;
	}
	while (write_row_line(w, block, row, at, line))
		line++;
	for (int i = 0; i < row->count; i++)
		str_release(&text[i]);
}

static void write_details(struct writer *w, const struct row *row)
{
	for (size_t i = 0; i < row->detail_count; i++)
		line_beside(w, pool_printf(&w->pool, "%s:", row->details[i].label),
			row->details[i].text, DETAIL_INDENT, DETAIL_LABEL, 1, DETAIL_HANG);
}

static void write_caption(struct writer *w, const struct block *block)
{
	const char *caption = heading_line(&w->pool, &block->heading, "  ", LETTERS_AS_GIVEN);

	line_wrapped(w, block->leads_in ? pool_printf(&w->pool, "%s:", caption) : caption, 0, 0);
}

void text_table(struct writer *w, const struct block *block)
{
	const struct table *table = block->table;

	if (block->captioned)
		write_caption(w, block);
	for (size_t i = table->heads_above ? table->head_count : 0; i < table->row_count; i++) {
		const struct row *row = &table->rows[i];

		write_row(w, block, row, table->groups && i >= table->head_count && !row->group);
		write_details(w, row);
	}
}
