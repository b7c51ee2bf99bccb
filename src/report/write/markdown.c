/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as Markdown: CommonMark with pipe tables. Whatever a text holds, it is text.
 */
#include <ctype.h>
#include <math.h>
#include <string.h>
#include <rekindle/words.h>
#include "marks.h"
#include "prose.h"
#include "rows.h"
#include "write.h"

struct markdown {
	struct str *out;
	struct pool pool;
	bool ascii;
	struct report_marks *marks;
	const char *section; /* id of the chapter */
};

/* Widths of columns of texts that have none of their own. */
#define LABEL_WIDTH 22
#define DETAIL_WIDTH 40
#define NUMBER_WIDTH 6
#define DATE_WIDTH 10
#define DASHES_LEAST 3

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
	add_escaped(m, text, false);
	end(m);
}

static void write_paragraph(struct markdown *m, const char *text)
{
	begin(m);
	add_escaped(m, text, true);
	end(m);
}

static void write_list(struct markdown *m, const struct block *block)
{
	begin(m);
	for (size_t i = 0; i < block->item_count; i++) {
		const struct entry *item = &block->items[i];

		str_add(m->out, "- ");
		if (item->label) {
			add_escaped(m, item->label, true);
			str_addc(m->out, ' ');
		}
		add_escaped(m, item->text, !item->label);
		end(m);
	}
}

static void write_terms(struct markdown *m, const struct block *block)
{
	begin(m);
	for (size_t i = 0; i < block->item_count; i++) {
		str_add(m->out, "- **");
		add_escaped(m, block->items[i].label, true);
		str_add(m->out, ":** ");
		add_escaped(m, block->items[i].text, false);
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

/* A cell of the line below the heads: as many dashes as the column is wide, beside the others. */
static void add_rule(struct markdown *m, int width, enum align align)
{
	str_addc(m->out, ' ');
	str_pad(m->out, '-', width < DASHES_LEAST ? DASHES_LEAST : width);
	str_add(m->out, align == ALIGN_RIGHT ? ": |" : " |");
}

/* Of a chart: a head over each column, then the line below. */
static void write_chart_heads(
	struct markdown *m, const struct column *columns, const char *const *heads, int count)
{
	begin(m);
	begin_row(m);
	for (int i = 0; i < count; i++)
		add_cell(m, heads[i]);
	end(m);
	begin_row(m);
	for (int i = 0; i < count; i++)
		add_rule(m, columns[i].width, columns[i].align);
	end(m);
}

static void write_heads(
	struct markdown *m, const struct table *table, const char **detail, size_t details)
{
	begin_row(m);
	for (int i = 0; i < table->columns; i++)
		add_cell(m, table_head(&m->pool, table, i));
	for (size_t i = 0; i < details; i++)
		add_cell(m, detail[i]);
	end(m);
	begin_row(m);
	for (int i = 0; i < table->columns; i++)
		add_rule(m, table->column[i].width, table->column[i].align);
	for (size_t i = 0; i < details; i++)
		add_rule(m, DETAIL_WIDTH, ALIGN_LEFT);
	end(m);
}

/* A value with the letter of its band: "2.80 C". */
static void add_shaded(struct markdown *m, const struct row *row, int column)
{
	enum band band = column < row->count ? row->cell[column].shade : BAND_NONE;
	const char *text = row_text(&m->pool, row, column);

	add_cell(m,
		band == BAND_NONE ? text : pool_printf(&m->pool, "%s %c", text, band_letter(band)));
}

static void write_row(struct markdown *m, const struct table *table, const struct row *row,
	const char **detail, size_t details)
{
	begin_row(m);
	for (int column = 0; column < table->columns; column++)
		add_shaded(m, row, column);
	for (size_t d = 0; d < details; d++)
		add_cell(m, row_detail(&m->pool, row, detail[d]));
	end(m);
}

static void write_table(struct markdown *m, const struct block *block)
{
	const struct table *table = block->table;
	size_t details;
	const char **detail = table_details(&m->pool, table, &details);

	if (block->captioned)
		write_heading(m, "####", heading_of(&m->pool, block));
	begin(m);
	write_heads(m, table, detail, details);
	for (size_t i = table->head_count; i < table->row_count; i++)
		write_row(m, table, &table->rows[i], detail, details);
}

static void write_key_cell(struct markdown *m, const struct cell *cell)
{
	str_add(m->out, "- ");
	if (cell->shade != BAND_NONE)
		str_addf(m->out, "%c ", band_letter(cell->shade));
	add_escaped(m, cell->text, cell->shade == BAND_NONE);
	end(m);
}

/* "C critical, below 3.00". */
static void write_key(struct markdown *m, const struct block *block)
{
	begin(m);
	for (size_t i = 0; i < block->table->row_count; i++)
		for (int at = 0; at < block->table->rows[i].count; at++)
			if (!str_blank(block->table->rows[i].cell[at].text))
				write_key_cell(m, &block->table->rows[i].cell[at]);
}

static void write_bars(struct markdown *m, const struct block *block)
{
	static const char *const heads[] = { "Cause", "Score", "Band", "Note" };
	static const struct column columns[] = { { .width = LABEL_WIDTH },
		{ .width = NUMBER_WIDTH, .align = ALIGN_RIGHT }, { .width = DATE_WIDTH },
		{ .width = LABEL_WIDTH } };

	write_chart_heads(m, columns, heads, 4);
	for (size_t i = 0; i < block->bar_count; i++) {
		begin_row(m);
		add_cell(m, block->bars[i].label);
		add_number(m, block->bars[i].value, block->bars[i].tenths ? 1 : 2);
		add_cell(m, block->bars[i].band);
		add_cell(m, block->bars[i].note);
		end(m);
	}
	str_addf(m->out, "\n%s\n",
		words(&m->pool, W_CHART_SCALE, hole_number("line", block->line, 2)));
}

/* A label, which may be empty, then numbers as many as there are heads. */
static void write_number_heads(
	struct markdown *m, const char *label, const char *const *heads, int count)
{
	begin(m);
	str_addf(m->out, "| %s%s|", label, *label ? " " : "");
	for (int i = 0; i < count; i++)
		add_cell(m, heads[i]);
	end(m);
	begin_row(m);
	add_rule(m, LABEL_WIDTH, ALIGN_LEFT);
	for (int i = 0; i < count; i++)
		add_rule(m, NUMBER_WIDTH, ALIGN_RIGHT);
	end(m);
}

static void write_strips(struct markdown *m, const struct block *block)
{
	const char *heads[PARTIES_MAX + 3] = { NULL };
	int count = 0;

	for (int p = 0; p < block->parties; p++)
		heads[count++] = pool_printf(&m->pool, "%c", block->letter[p]);
	heads[count++] = "gap";
	heads[count++] = "n";
	heads[count++] = "p";
	write_number_heads(m, "Aspect", heads, count);
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

static void write_days(struct markdown *m, const struct gantt *gantt)
{
	for (size_t i = 0; i < gantt->gate_count; i++) {
		str_add(m->out, i ? "- " : "\n- ");
		add_escaped(m, gantt->gates[i].label, true);
		str_addf(m->out, ": %s\n", day_text(m, gantt->gates[i].day));
	}
	if (gantt->today != DATE_NONE)
		str_addf(m->out, "%s- Today: %s\n", gantt->gate_count ? "" : "\n",
			day_text(m, gantt->today));
}

static void write_gantt(struct markdown *m, const struct block *block)
{
	static const char *const heads[] = { "Action", "Start", "Due", "State" };
	static const struct column columns[] = { { .width = DETAIL_WIDTH }, { .width = DATE_WIDTH },
		{ .width = DATE_WIDTH }, { .width = DATE_WIDTH } };
	const struct gantt *gantt = block->gantt;

	write_chart_heads(m, columns, heads, 4);
	for (size_t i = 0; i < gantt->row_count; i++) {
		begin_row(m);
		add_cell(m, gantt->rows[i].label);
		add_cell(m, day_text(m, gantt->rows[i].start));
		add_cell(m, day_text(m, gantt->rows[i].due));
		add_cell(m, gantt->rows[i].word);
		end(m);
	}
	write_days(m, gantt);
}

static void write_trend(struct markdown *m, const struct block *block)
{
	const struct trend *trend = block->trend;

	write_number_heads(m, "", trend->rounds, (int)trend->round_count);
	for (size_t i = 0; i < trend->row_count; i++) {
		begin_row(m);
		add_cell(m, trend->rows[i].label);
		for (size_t r = 0; r < trend->round_count; r++)
			add_number(m, trend->rows[i].value[r], trend->scale.decimals);
		end(m);
	}
}

static void write_head(struct markdown *m, const struct block *block)
{
	begin(m);
	if (block->left_out)
		marks_here(m->marks, m->out, REPORT_MARK_LEFT_OUT, m->section);
	str_add(m->out, "### ");
	add_escaped(m, heading_line(&m->pool, &block->heading, ": ", LETTERS_CAPITALS), false);
	end(m);
}

static void write_line(struct markdown *m, const struct block *block)
{
	write_heading(m, "####", heading_line(&m->pool, &block->heading, ": ", LETTERS_AS_GIVEN));
}

static void write_text(struct markdown *m, const struct block *block)
{
	write_paragraph(m, block->text);
}

static void (*const write_block[BLOCK_KINDS])(struct markdown *, const struct block *) = {
	[BLOCK_HEAD] = write_head,
	[BLOCK_LINE] = write_line,
	[BLOCK_TEXT] = write_text,
	[BLOCK_LIST] = write_list,
	[BLOCK_TERMS] = write_terms,
	[BLOCK_TABLE] = write_table,
	[BLOCK_KEY] = write_key,
	[BLOCK_BARS] = write_bars,
	[BLOCK_STRIPS] = write_strips,
	[BLOCK_GANTT] = write_gantt,
	[BLOCK_TREND] = write_trend,
};

static void write_title(struct markdown *m, const struct doc *doc)
{
	write_heading(m, "#", pool_printf(&m->pool, "%s: %s", DOC_BRAND, doc->title));
	write_paragraph(m, doc->notice);
	write_paragraph(m, pool_printf(&m->pool, "%s, %s", doc->who, doc->when));
}

static void write_chapter_title(struct markdown *m, const struct chapter *chapter)
{
	begin(m);
	marks_here(m->marks, m->out, REPORT_MARK_SECTION, m->section);
	str_add(m->out, "## ");
	if (chapter->number)
		str_addf(m->out, "%d. ", chapter->number);
	add_escaped(m, heading_line(&m->pool, &chapter->heading, ": ", LETTERS_CAPITALS), false);
	end(m);
}

static void write_chapter(struct markdown *m, const struct chapter *chapter)
{
	m->section = chapter->id;
	if (!chapter->hidden)
		write_chapter_title(m, chapter);
	for (size_t i = 0; i < chapter->block_count; i++)
		write_block[chapter->blocks[i].kind](m, &chapter->blocks[i]);
}

void doc_write_markdown(
	struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	struct markdown m = { .out = out, .ascii = ascii, .marks = marks };

	marks_begin(marks, out);
	if (doc->titled)
		write_title(&m, doc);
	for (size_t i = 0; i < doc->chapter_count; i++)
		write_chapter(&m, &doc->chapters[i]);
	pool_release(&m.pool);
}
