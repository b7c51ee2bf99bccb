/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as text for a terminal or a printer: 80 columns, UTF-8 or ASCII. Every text
 * goes through one door that takes out what could steer a terminal.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "text.h"

#define CELLS_RULE 79
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

static const char *const shade_symbol[] = {
	[BAND_CRITICAL] = "█",
	[BAND_WEAK] = "▓",
	[BAND_ADEQUATE] = "▒",
	[BAND_STRENGTH] = "░",
};

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

/*
 * Bytes of the next line. A word of Latin letters is broken at a blank, not at the hyphens and full
 * stops that line breaking allows too: an id in two parts cannot be searched for.
 */
static size_t next_line(const char *text, int cells, size_t *shown)
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

/* Adds text to the line that has been begun, from `first` at least, and goes on below it at `hang`.
 */
static void add_wrapped(struct writer *w, const char *text, int first, int hang)
{
	struct str cleaned;
	const char *at;

	str_init(&cleaned);
	line_clean(w, &cleaned, text);
	at = cleaned.text;
	do {
		size_t shown = 0, n;

		line_pad(w, at == cleaned.text ? first : hang);
		n = next_line(at, CELLS_WRAP - line_cells(w), &shown);
		str_addn(&w->line, at, shown);
		line_end(w);
		at += n;
		while (*at == ' ')
			at++;
	} while (*at);
	str_release(&cleaned);
}

static void write_rule(struct writer *w, const char *symbol)
{
	line_symbol(w, symbol, CELLS_RULE);
	line_end(w);
}

/* Left and right ends of one line; below each other when they do not fit. */
static void write_ends(struct writer *w, const char *left, const char *right)
{
	struct str cleaned;
	int cells;

	str_init(&cleaned);
	line_clean(w, &cleaned, right);
	cells = utf8_cells(UTF8_FILE, cleaned.text);
	str_clear(&w->line);
	line_clean(w, &w->line, left);
	if (line_cells(w) + 2 + cells > CELLS_RULE) {
		str_clear(&w->line);
		add_wrapped(w, left, 0, 0);
	}
	line_pad(w, CELLS_RULE - cells);
	str_add(&w->line, cleaned.text);
	line_end(w);
	str_release(&cleaned);
}

static void write_title(struct writer *w, const struct block *block)
{
	write_ends(w, block->label, block->label_right);
	write_ends(w, block->text, block->right);
	write_rule(w, "═");
}

static void write_section(struct writer *w, const struct block *block)
{
	w->space = true;
	if (block->label) {
		str_add(&w->line, block->label);
		str_addc(&w->line, ' ');
	}
	line_clean(w, &w->line, block->text);
	line_end(w);
	write_rule(w, "─");
	w->fresh = true;
}

static void write_head(struct writer *w, const struct block *block)
{
	w->space = true;
	add_wrapped(w, block->text, 0, 0);
	w->fresh = true;
}

/* A label that ends in a blank has its text beside it, however long it is. */
static bool runs_in(const char *label)
{
	size_t n = strlen(label);

	return !n || label[n - 1] == ' ';
}

/* Label and text as one, so that a long label is wrapped with its text. */
static void write_run_in(struct writer *w, const struct block *block)
{
	struct str whole;

	str_init(&whole);
	line_clean(w, &whole, block->label);
	if (*block->label)
		str_pad(&whole, ' ',
			block->hang - block->indent - utf8_cells(UTF8_FILE, whole.text));
	str_add(&whole, block->text);
	add_wrapped(w, whole.text, block->indent, block->hang);
	str_release(&whole);
}

/* Before the text; else it has lines of its own. */
static bool label_fits(const struct writer *w, const struct block *block)
{
	struct str label;
	int cells;

	str_init(&label);
	line_clean(w, &label, block->label);
	cells = utf8_cells(UTF8_FILE, label.text);
	str_release(&label);
	return block->indent + cells < block->hang;
}

static void write_paragraph(struct writer *w, const struct block *block)
{
	if (block->label && runs_in(block->label)) {
		write_run_in(w, block);
		return;
	}
	str_pad(&w->line, ' ', block->indent);
	if (block->label && !label_fits(w, block))
		add_wrapped(w, block->label, block->indent, block->indent);
	else if (block->label)
		line_clean(w, &w->line, block->label);
	add_wrapped(w, block->text, block->hang, block->hang);
}

/* One line of a cell; *at moves on, to its end when nothing is left for a line below. */
static void write_cell(struct writer *w, const struct column *column, const char **at)
{
	int width = column->width - column->shade - (column->shade > 1);
	struct str part;
	size_t shown = 0;

	str_init(&part);
	if (column->wrap) {
		const char *from = *at;

		*at += next_line(from, width, &shown);
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

static bool write_row_line(struct writer *w, const struct block *block, const struct row *row,
	const char *at[CELLS_MAX], bool first)
{
	int cells = block->indent;
	bool more = false;

	for (int i = 0; i < row->count; i++) {
		const struct column *column = &block->table->column[i];
		struct column room = room_of(block->table, row, i);

		cells += column->gap;
		line_pad(w, cells);
		if (row->cell[i].text) {
			write_shade(w, &room, first ? row->cell[i].shade : BAND_NONE);
			write_cell(w, &room, &at[i]);
		}
		cells += column->width;
		more = more || *at[i];
	}
	line_end(w);
	return more;
}

static void write_row(struct writer *w, const struct block *block, const struct row *row)
{
	struct str text[CELLS_MAX];
	const char *at[CELLS_MAX];
	bool first = true;

	for (int i = 0; i < row->count; i++) {
		str_init(&text[i]);
		line_clean(w, &text[i], row->cell[i].text);
		at[i] = text[i].text;
	}
	while (write_row_line(w, block, row, at, first))
		first = false;
	for (int i = 0; i < row->count; i++)
		str_release(&text[i]);
}

static void write_table(struct writer *w, const struct block *block)
{
	for (size_t i = 0; i < block->table->row_count; i++)
		write_row(w, block, &block->table->rows[i]);
}

static void write_space(struct writer *w, const struct block *block)
{
	(void)block;
	w->space = true;
}

static void (*const write_block[])(struct writer *, const struct block *) = {
	[BLOCK_TITLE] = write_title,
	[BLOCK_SECTION] = write_section,
	[BLOCK_HEAD] = write_head,
	[BLOCK_TEXT] = write_paragraph,
	[BLOCK_TABLE] = write_table,
	[BLOCK_BARS] = text_bars,
	[BLOCK_STRIP] = text_strips,
	[BLOCK_GANTT] = text_gantt,
	[BLOCK_TREND] = text_trend,
	[BLOCK_SPACE] = write_space,
};

void doc_write_text(struct str *out, const struct doc *doc, bool ascii)
{
	struct writer w = { .out = out, .ascii = ascii };

	str_init(&w.line);
	for (size_t i = 0; i < doc->block_count; i++)
		write_block[doc->blocks[i].kind](&w, &doc->blocks[i]);
	str_release(&w.line);
}
