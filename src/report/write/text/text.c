/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as text for a terminal or a printer: 80 columns, UTF-8 or ASCII. Every text
 * goes through one door that takes out what could steer a terminal.
 */
#include <rekindle/utf8.h>
#include "../marks.h"
#include "../prose.h"
#include "../write.h"
#include "line.h"

#define CELLS_RULE 79

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
		line_wrapped(w, left, 0, 0);
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
	line_wrapped(w, heading_text(w, &block->heading), 0, 0);
	w->mark = NO_MARK;
	w->fresh = true;
}

static void write_line(struct writer *w, const struct block *block)
{
	line_wrapped(w, heading_line(&w->pool, &block->heading, "  ", LETTERS_AS_GIVEN),
		block->indent, block->indent);
}

static void write_paragraph(struct writer *w, const struct block *block)
{
	line_wrapped(w, block->text, block->indent, block->indent);
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
		line_wrapped(w, item->label, indent, indent);
	line_wrapped(w, item->text, item->hang, item->hang);
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
		line_beside(w, pool_printf(&w->pool, "%s:", item->label), item->text, indent, cells,
			1, item->hang);
		break;
	case TERM_RUN:
		line_beside(w, item->label, item->text, indent, cells, 2, item->hang);
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

		line_beside(w,
			block->style == LIST_BULLETS ? "-"
				: item->label        ? item->label
						     : "",
			item->text, block->indent, item->hang - block->indent, 1, item->hang);
	}
}

/* Charts have their table beside them. */
static void (*const write_block[BLOCK_KINDS])(struct writer *, const struct block *) = {
	[BLOCK_HEAD] = write_head,
	[BLOCK_LINE] = write_line,
	[BLOCK_TEXT] = write_paragraph,
	[BLOCK_LIST] = write_list,
	[BLOCK_TERMS] = write_terms,
	[BLOCK_TABLE] = text_table,
	[BLOCK_KEY] = text_table,
};

static void write_chapter(struct writer *w, const struct chapter *chapter)
{
	w->section = chapter->id;
	if (!chapter->hidden)
		write_section(w, chapter);
	for (size_t i = 0; i < chapter->block_count; i++) {
		const struct block *block = &chapter->blocks[i];

		w->space = w->space || block->apart;
		(write_block[block->kind] ? write_block : text_charts)[block->kind](w, block);
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

int doc_text_lines(const struct doc *doc)
{
	struct str text;
	int lines = 0;

	str_init(&text);
	doc_write_text(&text, doc, false, NULL);
	for (const char *at = text.text; *at; at++)
		lines += *at == '\n';
	str_release(&text);
	return lines;
}
