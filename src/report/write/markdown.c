/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as Markdown: CommonMark with pipe tables. Whatever a text holds, it is text.
 */
#include <ctype.h>
#include <math.h>
#include <string.h>
#include "../doc/outline.h"

struct markdown {
	struct str *out;
	struct pool pool;
	bool ascii;
};

/* Signs that mean something anywhere in a line. */
#define SIGNS "\\`*_[]<>#|&~$@"

/* A bare address would become a link. */
static bool begins_link(const char *text, size_t at)
{
	return (text[at] == ':' && !strncmp(text + at, "://", 3)) ||
		(text[at] == '.' && at >= 3 && !strncasecmp(text + at - 3, "www", 3));
}

/* Bytes before the sign that would make the line a list, a rule or a heading; -1: none. */
static int begins_block(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits && (text[digits] == '.' || text[digits] == ')'))
		return (int)digits;
	return *text && strchr("-+=", *text) ? 0 : -1;
}

/* Adds text; line: it stands at the start of a line. */
static void add_escaped(struct markdown *m, const char *text, bool line)
{
	struct str plain;

	str_init(&plain);
	prose(&plain, text, true);
	if (m->ascii)
		prose_ascii(&plain, 0);
	int sign = line ? begins_block(plain.text) : -1;
	for (size_t i = 0; i < plain.len; i++) {
		if (strchr(SIGNS, plain.text[i]) || (int)i == sign || begins_link(plain.text, i))
			str_addc(m->out, '\\');
		str_addc(m->out, plain.text[i]);
	}
	str_release(&plain);
}

static void begin(struct markdown *m)
{
	if (m->out->len)
		str_addc(m->out, '\n');
}

static void end(struct markdown *m)
{
	while (m->out->len && m->out->text[m->out->len - 1] == ' ')
		str_delete(m->out, m->out->len - 1, 1);
	str_addc(m->out, '\n');
}

static void write_heading(struct markdown *m, const char *signs, const char *text)
{
	begin(m);
	str_addf(m->out, "%s ", signs);
	add_escaped(m, prose_title(&m->pool, text), false);
	end(m);
}

static void write_paragraph(struct markdown *m, const char *text)
{
	begin(m);
	add_escaped(m, text, true);
	end(m);
}

static void write_items(struct markdown *m, const struct part *part)
{
	begin(m);
	for (size_t i = 0; i < part->item_count; i++) {
		const char *label = outline_label(&m->pool, part->items[i]);
		bool bare = part->kind == PART_LIST && (!*label || *label == '-');

		str_add(m->out, "- ");
		if (!bare) {
			str_add(m->out, part->kind == PART_TERMS ? "**" : "");
			add_escaped(m, label, true);
			str_add(m->out, part->kind == PART_TERMS ? ":** " : " ");
		}
		add_escaped(m, part->items[i]->text, bare);
		end(m);
	}
}

static void add_cell(struct markdown *m, const char *text)
{
	str_add(m->out, " ");
	add_escaped(m, text, false);
	str_add(m->out, " |");
}

static void add_number(struct markdown *m, double value, int decimals)
{
	add_cell(m, prose_number(&m->pool, value, decimals));
}

static void begin_row(struct markdown *m)
{
	str_addc(m->out, '|');
}

/* The line below the heads; right: columns from there on hold numbers. */
static void write_rule(struct markdown *m, int columns, int right)
{
	begin_row(m);
	for (int i = 0; i < columns; i++)
		str_add(m->out, i < right ? " --- |" : " ---: |");
	end(m);
}

static void write_heads(
	struct markdown *m, const struct grid *grid, const char **detail, size_t details)
{
	begin_row(m);
	for (int i = 0; i < grid->columns; i++)
		add_cell(m, grid_head(&m->pool, grid, i));
	for (size_t i = 0; i < details; i++)
		add_cell(m, detail[i]);
	end(m);
	begin_row(m);
	for (int i = 0; i < grid->columns; i++)
		str_add(m->out, grid->table->column[i].align == ALIGN_RIGHT ? " ---: |" : " --- |");
	for (size_t i = 0; i < details; i++)
		str_add(m->out, " --- |");
	end(m);
}

/* A value with the letter of its band: "2.80 C". */
static void add_shaded(struct markdown *m, const struct row *row, int column)
{
	enum band band = column < row->count ? row->cell[column].shade : BAND_NONE;

	add_cell(m,
		band == BAND_NONE ? grid_text(row, column)
				  : pool_printf(&m->pool, "%s %c", grid_text(row, column),
					    band_letter(band)));
}

static void write_table(struct markdown *m, const struct part *part)
{
	const struct grid *grid = part->grid;
	size_t details;
	const char **detail = grid_details(&m->pool, grid, &details);

	if (part->captioned)
		write_heading(m, "####", part->caption);
	begin(m);
	write_heads(m, grid, detail, details);
	for (size_t i = 0; i < grid->row_count; i++) {
		begin_row(m);
		for (int column = 0; column < grid->columns; column++)
			add_shaded(m, grid->rows[i].row, column);
		for (size_t d = 0; d < details; d++)
			add_cell(m, grid_detail(&m->pool, &grid->rows[i], detail[d]));
		end(m);
	}
}

/* "C critical, below 3.00". */
static void write_key(struct markdown *m, const struct part *part)
{
	begin(m);
	for (size_t i = 0; i < part->grid->row_count; i++) {
		const struct row *row = part->grid->rows[i].row;

		for (int at = 0; at < row->count; at++) {
			if (!*grid_text(row, at))
				continue;
			str_add(m->out, "- ");
			if (row->cell[at].shade != BAND_NONE)
				str_addf(m->out, "%c ", band_letter(row->cell[at].shade));
			add_escaped(m, row->cell[at].text, row->cell[at].shade == BAND_NONE);
			end(m);
		}
	}
}

static void write_bars(struct markdown *m, const struct part *part)
{
	const struct block *block = part->block;

	begin(m);
	str_add(m->out, "| Cause | Score | Band | Note |\n| --- | ---: | --- | --- |\n");
	for (size_t i = 0; i < block->bar_count; i++) {
		begin_row(m);
		add_cell(m, block->bars[i].label);
		add_number(m, block->bars[i].value, 2);
		add_cell(m, block->bars[i].band);
		add_cell(m, block->bars[i].note);
		end(m);
	}
	str_addf(m->out, "\nScale 1 to 5; below %.2f a cause fails.\n", SCORE_FAILING);
}

static void write_strips(struct markdown *m, const struct part *part)
{
	const struct block *block = part->block;

	begin(m);
	str_add(m->out, "| Aspect |");
	for (int p = 0; p < block->parties; p++)
		str_addf(m->out, " %c |", block->letter[p]);
	str_add(m->out, " gap | n | p |\n");
	write_rule(m, block->parties + 4, 1);
	for (size_t i = 0; i < block->strip_count; i++) {
		begin_row(m);
		add_cell(m, block->strips[i].label);
		for (int p = 0; p < block->parties; p++)
			add_number(m, block->strips[i].value[p], 2);
		add_cell(m, block->strips[i].gap);
		add_cell(m, block->strips[i].n);
		add_cell(m, block->strips[i].p);
		end(m);
	}
}

static const char *day_text(struct markdown *m, int day)
{
	char buffer[DATE_TEXT];

	return day == DATE_NONE ? "-" : pool_strdup(&m->pool, date_iso(day, buffer));
}

static void write_gantt(struct markdown *m, const struct part *part)
{
	const struct gantt *gantt = part->block->gantt;

	begin(m);
	str_add(m->out, "| Action | Start | Due | State |\n| --- | --- | --- | --- |\n");
	for (size_t i = 0; i < gantt->row_count; i++) {
		begin_row(m);
		add_cell(m, gantt->rows[i].label);
		add_cell(m, day_text(m, gantt->rows[i].start));
		add_cell(m, day_text(m, gantt->rows[i].due));
		add_cell(m, gantt->rows[i].word);
		end(m);
	}
	for (size_t i = 0; i < gantt->gate_count; i++) {
		str_add(m->out, i ? "- " : "\n- ");
		add_escaped(m, gantt->gates[i].label, true);
		str_addf(m->out, ": %s\n", day_text(m, gantt->gates[i].day));
	}
	if (gantt->today != DATE_NONE)
		str_addf(m->out, "%s- Today: %s\n", gantt->gate_count ? "" : "\n",
			day_text(m, gantt->today));
}

static void write_trend(struct markdown *m, const struct part *part)
{
	const struct trend *trend = part->block->trend;

	begin(m);
	str_add(m->out, "| |");
	for (size_t r = 0; r < trend->round_count; r++)
		add_cell(m, trend->rounds[r]);
	end(m);
	write_rule(m, (int)trend->round_count + 1, 1);
	for (size_t i = 0; i < trend->row_count; i++) {
		begin_row(m);
		add_cell(m, trend->rows[i].label);
		for (size_t r = 0; r < trend->round_count; r++)
			add_number(m, trend->rows[i].value[r], trend->scale.decimals);
		end(m);
	}
}

static void write_head(struct markdown *m, const struct part *part)
{
	write_heading(m, "###", part->text);
}

static void write_line(struct markdown *m, const struct part *part)
{
	write_heading(m, "####", part->text);
}

static void write_text(struct markdown *m, const struct part *part)
{
	write_paragraph(m, part->text);
}

static void (*const write_part[])(struct markdown *, const struct part *) = {
	[PART_HEAD] = write_head,
	[PART_LINE] = write_line,
	[PART_TEXT] = write_text,
	[PART_LIST] = write_items,
	[PART_TERMS] = write_items,
	[PART_TABLE] = write_table,
	[PART_KEY] = write_key,
	[PART_BARS] = write_bars,
	[PART_STRIPS] = write_strips,
	[PART_GANTT] = write_gantt,
	[PART_TREND] = write_trend,
};

static void write_title(struct markdown *m, const struct block *title)
{
	write_heading(m, "#", title->label);
	write_paragraph(m, title->label_right);
	write_paragraph(m, pool_printf(&m->pool, "%s, %s", title->text, title->right));
}

static void write_chapter(struct markdown *m, const struct chapter *chapter)
{
	if (chapter->title)
		write_heading(m, "##",
			pool_printf(&m->pool, "%s%s%s", chapter->number ? chapter->number : "",
				chapter->number ? " " : "", chapter->title));
	for (size_t i = 0; i < chapter->part_count; i++)
		write_part[chapter->parts[i].kind](m, &chapter->parts[i]);
}

void doc_write_markdown(struct str *out, const struct doc *doc, bool ascii)
{
	struct markdown m = { .out = out, .ascii = ascii };
	struct outline outline;

	outline_init(&outline, doc);
	if (outline.title)
		write_title(&m, outline.title);
	for (size_t i = 0; i < outline.chapter_count; i++)
		write_chapter(&m, &outline.chapters[i]);
	outline_release(&outline);
	pool_release(&m.pool);
}
