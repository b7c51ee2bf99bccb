/* SPDX-License-Identifier: MIT */
/*
 * Tables of the HTML report: captions, heads with their scope, rows that name their subject.
 */
#include "html.h"

#include "../prose.h"
#include "../rows.h"

#define SHORT_ROWS 20 /* up to here a table is not torn between pages */

static const char *scope_of(const struct cell *cell)
{
	return cell->span > 1 ? "colgroup" : "col";
}

/* A head cell, or an empty one over a column without a name. */
static void write_head_cell(
	struct html *h, const struct table *table, const struct row *row, int at)
{
	const struct cell *cell = &row->cell[at];
	bool right = table->column[at].align == ALIGN_RIGHT;

	if (str_blank(cell->text)) {
		str_add(h->out, "<td></td>");
		return;
	}
	html_add(h, "<th scope=\"%s\"", scope_of(cell));
	if (cell->span > 1)
		html_add(h, " colspan=\"%d\" class=\"wide\"", cell->span);
	else if (right)
		str_add(h->out, " class=\"r\"");
	str_addc(h->out, '>');
	html_text(h, cell->text);
	str_add(h->out, "</th>");
}

static void pad_row(struct html *h, int cells)
{
	if (cells > 1)
		html_add(h, "<td colspan=\"%d\"></td>", cells);
	else if (cells == 1)
		str_add(h->out, "<td></td>");
}

static void write_head_row(struct html *h, const struct table *table, const struct row *row)
{
	str_add(h->out, "<tr>");
	for (int at = 0; at < row->count; at += row->cell[at].span)
		write_head_cell(h, table, row, at);
	pad_row(h, table->columns - row->count);
	str_add(h->out, "</tr>\n");
}

static void write_shaded(struct html *h, const struct cell *cell)
{
	html_add(h, "<td class=\"%s\">", band_word(cell->shade));
	html_text(h, cell->text);
	if (h->use != HTML_SCREEN)
		str_addc(h->out, ' '); /* read as text alone */
	html_add(h, "<abbr title=\"%s\">%c</abbr></td>", band_word(cell->shade),
		band_letter(cell->shade));
}

static void write_subject(struct html *h, const struct row *row, int at)
{
	html_add(h, "<th scope=\"%s\"", row->group ? "rowgroup" : "row");
	if (row->cell[at].span > 1)
		html_add(h, " colspan=\"%d\"", row->cell[at].span);
	str_addc(h->out, '>');
	html_text(h, row_text(&h->pool, row, at));
	str_add(h->out, "</th>");
}

static void write_cell(struct html *h, const struct table *table, const struct row *row, int at)
{
	const struct cell *cell = &row->cell[at];

	if (at == table->subject && !str_blank(cell->text)) {
		write_subject(h, row, at);
	} else if (cell->text && cell->shade != BAND_NONE) {
		write_shaded(h, cell);
	} else {
		html_add(h, "<td%s>", table->column[at].align == ALIGN_RIGHT ? " class=\"r\"" : "");
		html_text(h, cell->text);
		str_add(h->out, "</td>");
	}
}

static void write_row(struct html *h, const struct table *table, const struct row *row)
{
	html_add(h, "<tr%s>", row->group ? " class=\"group\"" : "");
	for (int at = 0; at < row->count; at += row->cell[at].span)
		write_cell(h, table, row, at);
	pad_row(h, table->columns - row->count);
	str_add(h->out, "</tr>\n");
}

static void write_details(struct html *h, const struct table *table, const struct row *row)
{
	str_add(h->out, "<tr class=\"detail\">");
	pad_row(h, table->subject);
	html_add(h, "<td colspan=\"%d\"><dl>\n", table->columns - table->subject);
	for (size_t i = 0; i < row->detail_count; i++) {
		str_add(h->out, "<dt>");
		html_text(h, row->details[i].label);
		str_add(h->out, "</dt><dd>");
		html_text(h, row->details[i].text);
		str_add(h->out, "</dd>\n");
	}
	str_add(h->out, "</dl></td></tr>\n");
}

static const char *body_class(const struct table *table, const struct row *row)
{
	return row->detail_count ? " class=\"action\"" : table->groups ? " class=\"grouped\"" : "";
}

/* A row with details is a body of its own, which no page tears. */
static void write_bodies(struct html *h, const struct table *table)
{
	for (size_t i = table->head_count; i < table->row_count; i++) {
		const struct row *row = &table->rows[i];
		bool first = i == table->head_count;

		if (!first && (row->detail_count || row->group))
			str_add(h->out, "</tbody>\n");
		if (first || row->detail_count || row->group)
			html_add(h, "<tbody%s>\n", body_class(table, row));
		write_row(h, table, row);
		if (row->detail_count)
			write_details(h, table, row);
	}
	str_add(h->out, "</tbody>\n");
}

static void write_caption(struct html *h, const struct block *block, const char *caption)
{
	if (!caption)
		return;
	html_add(h, "<caption%s>", block->captioned ? "" : " class=\"hidden\"");
	html_text(h, caption);
	str_add(h->out, "</caption>\n");
}

/* Tables of actions follow each other: their columns stand at the same places. */
static void write_columns(struct html *h, const struct table *table)
{
	int cells = 0;

	for (int i = 0; i < table->columns; i++)
		cells += table->column[i].gap + table->column[i].width;
	str_add(h->out, "<colgroup>");
	for (int i = 0; cells && i < table->columns; i++)
		html_add(h, "<col style=\"width:%d%%\">",
			100 * (table->column[i].gap + table->column[i].width) / cells);
	str_add(h->out, "</colgroup>\n");
}

static void write_heads(struct html *h, const struct table *table)
{
	if (!table->head_count)
		return;
	str_add(h->out, "<thead>\n");
	for (size_t i = 0; i < table->head_count; i++)
		write_head_row(h, table, &table->rows[i]);
	str_add(h->out, "</thead>\n");
}

void html_table(struct html *h, const struct block *block)
{
	const struct table *table = block->table;
	const char *caption = heading_of(&h->pool, block);
	size_t rows = table->row_count - table->head_count;

	if (!rows)
		return;
	bool details = table->rows[table->head_count].detail_count;
	str_add(h->out, "<div class=\"table\"");
	html_scrolls(h, caption);
	html_add(h, ">\n<table%s>\n", rows <= SHORT_ROWS && !details ? " class=\"short\"" : "");
	write_caption(h, block, caption);
	if (details)
		write_columns(h, table);
	write_heads(h, table);
	write_bodies(h, table);
	str_add(h->out, "</table>\n</div>\n");
}

static void write_key_cell(struct html *h, const struct cell *cell)
{
	str_add(h->out, "<li>");
	if (cell->shade != BAND_NONE)
		html_add(h, "<b class=\"%s\">%c</b>", band_word(cell->shade),
			band_letter(cell->shade));
	html_text(h, cell->text);
	str_add(h->out, "</li>\n");
}

void html_key(struct html *h, const struct block *block)
{
	str_add(h->out, "<ul class=\"key\">\n");
	for (size_t i = 0; i < block->table->row_count; i++) {
		const struct row *row = &block->table->rows[i];

		for (int at = 0; at < row->count; at++)
			if (!str_blank(row->cell[at].text))
				write_key_cell(h, &row->cell[at]);
	}
	str_add(h->out, "</ul>\n");
}
