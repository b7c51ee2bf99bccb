/* SPDX-License-Identifier: MIT */
/*
 * Tables of the HTML report: captions, heads with their scope, rows that name their subject.
 */
#include "html.h"

#include <string.h>

#define SHORT_ROWS 20 /* up to here a table is not torn between pages */

static const char *scope_of(const struct cell *cell)
{
	return cell->span > 1 ? "colgroup" : "col";
}

/* A head cell, or an empty one over a column without a name. */
static void write_head_cell(struct html *h, const struct grid *grid, const struct row *row, int at)
{
	const struct cell *cell = &row->cell[at];
	bool right = grid->table->column[at].align == ALIGN_RIGHT;

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

static void write_head_row(struct html *h, const struct grid *grid, const struct row *row)
{
	str_add(h->out, "<tr>");
	for (int at = 0; at < row->count; at += row->cell[at].span)
		write_head_cell(h, grid, row, at);
	pad_row(h, grid->columns - row->count);
	str_add(h->out, "</tr>\n");
}

static void write_shaded(struct html *h, const struct cell *cell)
{
	html_add(h, "<td class=\"%s\">", band_word(cell->shade));
	html_text(h, cell->text);
	html_add(h, "<abbr title=\"%s\">%c</abbr></td>", band_word(cell->shade),
		band_letter(cell->shade));
}

static void write_subject(struct html *h, const struct cell *cell, bool group)
{
	html_add(h, "<th scope=\"%s\"", group ? "rowgroup" : "row");
	if (cell->span > 1)
		html_add(h, " colspan=\"%d\"", cell->span);
	str_addc(h->out, '>');
	html_text(h, cell->text);
	str_add(h->out, "</th>");
}

static void write_cell(
	struct html *h, const struct grid *grid, const struct row *row, int at, bool group)
{
	const struct cell *cell = &row->cell[at];

	if (at == grid->subject && !str_blank(cell->text)) {
		write_subject(h, cell, group);
	} else if (cell->text && cell->shade != BAND_NONE) {
		write_shaded(h, cell);
	} else {
		html_add(h, "<td%s>",
			grid->table->column[at].align == ALIGN_RIGHT ? " class=\"r\"" : "");
		html_text(h, cell->text);
		str_add(h->out, "</td>");
	}
}

/* In a table of groups what is not indented is a group. */
static bool begins_group(const struct grid *grid, const struct row *row)
{
	return grid->groups && strncmp(grid_text(row, grid->subject), "  ", 2) != 0;
}

static void write_row(struct html *h, const struct grid *grid, const struct row *row)
{
	bool group = begins_group(grid, row);

	html_add(h, "<tr%s>", group ? " class=\"group\"" : "");
	for (int at = 0; at < row->count; at += row->cell[at].span)
		write_cell(h, grid, row, at, group);
	pad_row(h, grid->columns - row->count);
	str_add(h->out, "</tr>\n");
}

static void write_details(struct html *h, const struct grid *grid, const struct grid_row *row)
{
	str_add(h->out, "<tr class=\"detail\">");
	pad_row(h, grid->subject);
	html_add(h, "<td colspan=\"%d\"><dl>\n", grid->columns - grid->subject);
	for (size_t i = 0; i < row->detail_count; i++) {
		str_add(h->out, "<dt>");
		html_text(h, outline_label(&h->pool, row->details[i]));
		str_add(h->out, "</dt><dd>");
		html_text(h, row->details[i]->text);
		str_add(h->out, "</dd>\n");
	}
	str_add(h->out, "</dl></td></tr>\n");
}

/* A row with details is a body of its own, which no page tears. */
static void write_body(struct html *h, const struct grid *grid)
{
	bool open = false;

	for (size_t i = 0; i < grid->row_count; i++) {
		const struct grid_row *row = &grid->rows[i];
		bool fresh = !open || row->detail_count || begins_group(grid, row->row);

		if (fresh) {
			str_add(h->out, open ? "</tbody>\n" : "");
			html_add(h, "<tbody%s>\n",
				row->detail_count      ? " class=\"action\""
					: grid->groups ? " class=\"grouped\""
						       : "");
		}
		write_row(h, grid, row->row);
		if (row->detail_count)
			write_details(h, grid, row);
		open = true;
	}
	str_add(h->out, open ? "</tbody>\n" : "");
}

static void write_caption(struct html *h, const struct part *part)
{
	if (!part->caption)
		return;
	html_add(h, "<caption%s>", part->captioned ? "" : " class=\"hidden\"");
	html_text(h, prose_title(&h->pool, part->caption));
	str_add(h->out, "</caption>\n");
}

/* Tables of actions follow each other: their columns stand at the same places. */
static void write_columns(struct html *h, const struct grid *grid)
{
	int cells = 0;

	for (int i = 0; i < grid->columns; i++)
		cells += grid->table->column[i].gap + grid->table->column[i].width;
	str_add(h->out, "<colgroup>");
	for (int i = 0; cells && i < grid->columns; i++)
		html_add(h, "<col style=\"width:%d%%\">",
			100 * (grid->table->column[i].gap + grid->table->column[i].width) / cells);
	str_add(h->out, "</colgroup>\n");
}

void html_table(struct html *h, const struct part *part)
{
	const struct grid *grid = part->grid;

	if (!grid->row_count)
		return;
	html_add(h, "<div class=\"table\">\n<table%s>\n",
		grid->row_count <= SHORT_ROWS && !grid->rows[0].detail_count ? " class=\"short\""
									     : "");
	write_caption(h, part);
	if (grid->rows[0].detail_count)
		write_columns(h, grid);
	if (grid->head_count)
		str_add(h->out, "<thead>\n");
	for (size_t i = 0; i < grid->head_count; i++)
		write_head_row(h, grid, &grid->heads[i]);
	if (grid->head_count)
		str_add(h->out, "</thead>\n");
	write_body(h, grid);
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

void html_key(struct html *h, const struct part *part)
{
	str_add(h->out, "<ul class=\"key\">\n");
	for (size_t i = 0; i < part->grid->row_count; i++) {
		const struct row *row = part->grid->rows[i].row;

		for (int at = 0; at < row->count; at++)
			if (!str_blank(row->cell[at].text))
				write_key_cell(h, &row->cell[at]);
	}
	str_add(h->out, "</ul>\n");
}
