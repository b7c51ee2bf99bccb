/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as text for a terminal or a printer: 80 columns, UTF-8 or ASCII. Every text
 * goes through one door that takes out what could steer a terminal.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "marks.h"
#include "prose.h"
#include "rows.h"
#include "text.h"
#include "write.h"

#define CELLS_RULE 79
#define CELLS_WRAP 78

#define GROUP_INDENT 2 /* of what stands in a group of rows */
/* Details of a row: where the labels begin, their width, and where further lines begin. */
#define DETAIL_INDENT 5
#define DETAIL_LABEL 11
#define DETAIL_HANG 7

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
	w->mark = REPORT_MARK_RULE;
	line_symbol(w, symbol, CELLS_RULE);
	line_end(w);
	w->mark = NO_MARK;
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

static void write_title(struct writer *w, const struct doc *doc)
{
	w->mark = REPORT_MARK_TITLE;
	write_ends(w, pool_printf(&w->pool, "%s  %s", DOC_BRAND, doc->title), doc->notice);
	write_ends(w, doc->who, doc->when);
	write_rule(w, "═");
}

static const char *heading_text(struct writer *w, const struct heading *heading)
{
	return heading_line(&w->pool, heading, "  ", LETTERS_CAPITALS);
}

static void write_section(struct writer *w, const struct chapter *chapter)
{
	w->space = true;
	w->mark = REPORT_MARK_SECTION;
	if (chapter->number)
		str_addf(&w->line, "%d. ", chapter->number);
	line_clean(w, &w->line, heading_text(w, &chapter->heading));
	line_end(w);
	write_rule(w, "─");
	w->fresh = true;
}

/* With its paragraph beside it a head only begins the line. */
static void write_head(struct writer *w, const struct block *block)
{
	if (block->run_in) {
		line_clean(w, &w->line, heading_text(w, &block->heading));
		str_add(&w->line, "  ");
		return;
	}
	w->space = true;
	w->mark = block->left_out ? REPORT_MARK_LEFT_OUT : NO_MARK;
	add_wrapped(w, heading_text(w, &block->heading), 0, 0);
	w->mark = NO_MARK;
	w->fresh = true;
}

static void write_line(struct writer *w, const struct block *block)
{
	add_wrapped(w, heading_line(&w->pool, &block->heading, "  ", LETTERS_AS_GIVEN),
		block->indent, block->indent);
}

static void write_paragraph(struct writer *w, const struct block *block)
{
	add_wrapped(w, block->text, block->indent, block->indent);
}

/* Label and text as one, so that a long label is wrapped with its text, which begins after so many
 * cells of the label or a gap behind it. */
static void write_beside(struct writer *w, const char *label, const char *text, int indent,
	int cells, int gap, int hang)
{
	struct str whole;

	str_init(&whole);
	line_clean(w, &whole, label);
	if (*label) {
		int free = cells - utf8_cells(UTF8_FILE, whole.text);

		str_pad(&whole, ' ', free > 0 ? free : gap);
	}
	str_add(&whole, text);
	add_wrapped(w, whole.text, indent, hang);
	str_release(&whole);
}

/* A label in its column; one that does not fit there has lines of its own. */
static void write_column(struct writer *w, const struct entry *item, int indent)
{
	struct str label;

	str_init(&label);
	line_clean(w, &label, item->label);
	bool fits = indent + utf8_cells(UTF8_FILE, label.text) < item->hang;
	str_pad(&w->line, ' ', indent);
	if (fits)
		str_add(&w->line, label.text);
	else
		add_wrapped(w, item->label, indent, indent);
	add_wrapped(w, item->text, item->hang, item->hang);
	str_release(&label);
}

static void write_term(struct writer *w, const struct entry *item, int indent)
{
	int cells = item->hang - indent;

	switch (item->style) {
	case TERM_COLUMN:
		write_column(w, item, indent);
		break;
	case TERM_COLON:
		write_beside(w, pool_printf(&w->pool, "%s:", item->label), item->text, indent,
			cells, 1, item->hang);
		break;
	case TERM_RUN:
		write_beside(w, item->label, item->text, indent, cells, 2, item->hang);
		break;
	}
}

static void write_terms(struct writer *w, const struct block *block)
{
	for (size_t i = 0; i < block->item_count; i++)
		write_term(w, &block->items[i], block->indent);
}

static void write_list(struct writer *w, const struct block *block)
{
	for (size_t i = 0; i < block->item_count; i++) {
		const struct entry *item = &block->items[i];

		write_beside(w,
			block->style == LIST_BULLETS ? "-"
				: item->label        ? item->label
						     : "",
			item->text, block->indent, item->hang - block->indent, 1, item->hang);
	}
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
	bool first = true;

	for (int i = 0; i < row->count; i++) {
		str_init(&text[i]);
		take_cell(w, block->table, row, i, grouped, &text[i]);
		at[i] = text[i].text;
	}
	while (write_row_line(w, block, row, at, first))
		first = false;
	for (int i = 0; i < row->count; i++)
		str_release(&text[i]);
}

static void write_details(struct writer *w, const struct row *row)
{
	for (size_t i = 0; i < row->detail_count; i++)
		write_beside(w, pool_printf(&w->pool, "%s:", row->details[i].label),
			row->details[i].text, DETAIL_INDENT, DETAIL_LABEL, 1, DETAIL_HANG);
}

static void write_caption(struct writer *w, const struct block *block)
{
	const char *caption = heading_line(&w->pool, &block->heading, "  ", LETTERS_AS_GIVEN);

	add_wrapped(w, block->leads_in ? pool_printf(&w->pool, "%s:", caption) : caption, 0, 0);
}

static void write_table(struct writer *w, const struct block *block)
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

static void (*const write_block[BLOCK_KINDS])(struct writer *, const struct block *) = {
	[BLOCK_HEAD] = write_head,
	[BLOCK_LINE] = write_line,
	[BLOCK_TEXT] = write_paragraph,
	[BLOCK_LIST] = write_list,
	[BLOCK_TERMS] = write_terms,
	[BLOCK_TABLE] = write_table,
	[BLOCK_KEY] = write_table,
	[BLOCK_BARS] = text_bars,
	[BLOCK_STRIPS] = text_strips,
	[BLOCK_GANTT] = text_gantt,
	[BLOCK_TREND] = text_trend,
};

static void write_chapter(struct writer *w, const struct chapter *chapter)
{
	w->section = chapter->id;
	if (!chapter->hidden)
		write_section(w, chapter);
	for (size_t i = 0; i < chapter->block_count; i++) {
		const struct block *block = &chapter->blocks[i];

		w->space = w->space || block->apart;
		write_block[block->kind](w, block);
	}
}

void doc_write_text(struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	struct writer w = { .out = out, .ascii = ascii, .marks = marks, .mark = NO_MARK };

	str_init(&w.line);
	marks_begin(marks, out);
	if (doc->titled)
		write_title(&w, doc);
	for (size_t i = 0; i < doc->chapter_count; i++)
		write_chapter(&w, &doc->chapters[i]);
	str_release(&w.line);
	pool_release(&w.pool);
}
