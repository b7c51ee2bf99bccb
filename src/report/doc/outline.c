/* SPDX-License-Identifier: MIT */
/*
 * Finds the structure of a document: see outline.h for the rules.
 */
#include "outline.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <rekindle/utf8.h>

#define SUBJECT_CELLS 6 /* a narrower column holds a number or a sign */

/* What is being put together. */
struct builder {
	struct outline *outline;
	struct chapter *chapter;  /* NULL before the first one */
	const struct table *last; /* table of the chapter whose columns may go on */
	const struct row *heads;  /* and its heads */
	size_t head_count;
	const char *heading; /* head or title above */
	const char *section;
	const struct block *before; /* the block before, if nothing parts them */
};

static struct part *add_part(struct builder *b, enum part_kind kind)
{
	struct part *part =
		POOL_APPEND(&b->outline->pool, b->chapter->parts, b->chapter->part_count);

	part->kind = kind;
	return part;
}

static struct part *last_part(const struct builder *b)
{
	return b->chapter->part_count ? &b->chapter->parts[b->chapter->part_count - 1] : NULL;
}

static void add_text(struct builder *b, enum part_kind kind, const char *text)
{
	add_part(b, kind)->text = text;
}

static void begin_chapter(struct builder *b, const struct block *block)
{
	bool named = block->kind == BLOCK_SECTION;

	b->chapter =
		POOL_APPEND(&b->outline->pool, b->outline->chapters, b->outline->chapter_count);
	b->chapter->id = b->section = block->section;
	b->chapter->number = named ? block->label : NULL;
	b->chapter->title = b->heading = named ? block->text : NULL;
	b->last = NULL;
}

/* Bytes of "CONFIDENCE  " at the start of a paragraph: a head with its text beside it. */
static size_t run_in(const char *text)
{
	size_t n = 0;

	while (isupper((unsigned char)text[n]) ||
		(text[n] == ' ' && isupper((unsigned char)text[n + 1])))
		n++;
	return n > 3 && text[n] == ' ' && text[n + 1] == ' ' ? n : 0;
}

static bool is_line(const struct block *block)
{
	size_t n = strlen(block->text);

	return n && !strchr(".!?:;,\"", block->text[n - 1]);
}

static bool table_follows(const struct block *block, const struct doc *doc)
{
	return block + 1 < doc->blocks + doc->block_count && block[1].kind == BLOCK_TABLE;
}

static void take_head(struct builder *b, const char *text)
{
	add_text(b, PART_HEAD, text);
	b->heading = text;
}

static void take_paragraph(struct builder *b, const struct block *block, bool above_table)
{
	size_t n = run_in(block->text);

	if (n) {
		take_head(b, pool_strndup(&b->outline->pool, block->text, n));
		add_text(b, PART_TEXT, block->text + n);
	} else if (is_line(block) || above_table) {
		add_text(b, PART_LINE, block->text);
	} else {
		add_text(b, PART_TEXT, block->text);
	}
}

static bool is_number(const char *label)
{
	size_t n = strspn(label, "0123456789");

	return n && !label[n + strspn(label + n, ". ")];
}

static enum part_kind item_kind(const struct block *block)
{
	const char *label = block->label;

	return !*label || !strcmp(label, "- ") || is_number(label) ? PART_LIST : PART_TERMS;
}

static void take_item(struct builder *b, const struct block *block)
{
	enum part_kind kind = item_kind(block);
	struct part *part = last_part(b);

	if (!part || part->kind != kind || part->items[0]->indent != block->indent)
		part = add_part(b, kind);
	*POOL_APPEND(&b->outline->pool, part->items, part->item_count) = block;
}

/* Below a table of one row, and deeper: more about that row. */
static bool is_detail(const struct builder *b, const struct block *block)
{
	const struct part *part = b->chapter && b->before ? last_part(b) : NULL;

	return part && part->kind == PART_TABLE && part->block->indent < block->indent &&
		part->block->table->row_count - part->block->table->head_count == 1;
}

static void take_detail(struct builder *b, const struct block *block)
{
	struct grid *grid = last_part(b)->grid;
	struct grid_row *row = &grid->rows[grid->row_count - 1];

	*POOL_APPEND(&b->outline->pool, row->details, row->detail_count) = block;
}

static bool same_columns(const struct table *a, const struct table *b)
{
	for (int i = 0; a->columns == b->columns && i < a->columns; i++)
		if (a->column[i].width != b->column[i].width ||
			a->column[i].gap != b->column[i].gap)
			return false;
	return a->columns == b->columns;
}

static void add_rows(struct builder *b, struct grid *grid, const struct table *table)
{
	for (size_t i = table->head_count; i < table->row_count; i++)
		POOL_APPEND(&b->outline->pool, grid->rows, grid->row_count)->row = &table->rows[i];
}

static int subject_column(const struct table *table)
{
	for (int i = 0; i < table->columns; i++)
		if (table->column[i].align == ALIGN_LEFT && table->column[i].width >= SUBJECT_CELLS)
			return i;
	return 0;
}

static bool has_groups(const struct grid *grid)
{
	for (size_t i = 0; i < grid->row_count; i++)
		if (!strncmp(grid_text(grid->rows[i].row, grid->subject), "  ", 2))
			return true;
	return false;
}

static bool is_key(const struct grid *grid)
{
	return !grid->head_count && grid->row_count && grid->rows[0].row->count &&
		grid->rows[0].row->cell[0].shade != BAND_NONE;
}

static void take_heads(struct builder *b, struct grid *grid)
{
	const struct table *table = grid->table;

	if (table->head_count) {
		grid->heads = table->rows;
		grid->head_count = table->head_count;
	} else if (b->last && same_columns(b->last, table)) {
		grid->heads = b->heads;
		grid->head_count = b->head_count;
	}
	b->last = table;
	b->heads = grid->heads;
	b->head_count = grid->head_count;
}

static bool goes_on(const struct builder *b, const struct table *table)
{
	const struct part *part = b->before ? last_part(b) : NULL;

	return part && part->kind == PART_TABLE && !table->head_count && table->row_count == 1 &&
		same_columns(part->grid->table, table);
}

static struct grid *new_grid(struct builder *b, const struct table *table)
{
	struct grid *grid = pool_alloc(&b->outline->pool, sizeof(*grid));

	*grid = (struct grid){
		.table = table, .columns = table->columns, .subject = subject_column(table)
	};
	add_rows(b, grid, table);
	take_heads(b, grid);
	grid->groups = has_groups(grid);
	return grid;
}

/* A line right above names the table and is not said twice. */
static void begin_table(struct builder *b, const struct block *block)
{
	struct part *part = b->before ? last_part(b) : NULL;
	const char *caption = block->table->caption;

	if (part && part->kind == PART_LINE && !caption)
		caption = part->text;
	else
		part = add_part(b, PART_TABLE);
	*part = (struct part){ .block = block,
		.grid = new_grid(b, block->table),
		.caption = caption ? caption : b->heading,
		.captioned = caption != NULL };
	part->kind = is_key(part->grid) ? PART_KEY : PART_TABLE;
}

static void take_table(struct builder *b, const struct block *block)
{
	struct part *part = last_part(b);

	if (!goes_on(b, block->table)) {
		begin_table(b, block);
		return;
	}
	add_rows(b, part->grid, block->table);
	part->block = block;
}

static void take_chart(struct builder *b, const struct block *block, enum part_kind kind)
{
	struct part *part = add_part(b, kind);

	part->block = block;
	part->caption = b->heading;
}

static void take_block(struct builder *b, const struct doc *doc, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_TITLE:
	case BLOCK_SECTION:
	case BLOCK_SPACE:
		break;
	case BLOCK_HEAD:
		take_head(b, block->text);
		break;
	case BLOCK_TEXT:
		if (block->label && is_detail(b, block))
			take_detail(b, block);
		else if (block->label)
			take_item(b, block);
		else
			take_paragraph(b, block, table_follows(block, doc));
		break;
	case BLOCK_TABLE:
		take_table(b, block);
		break;
	case BLOCK_BARS:
		take_chart(b, block, PART_BARS);
		break;
	case BLOCK_STRIP:
		take_chart(b, block, PART_STRIPS);
		break;
	case BLOCK_GANTT:
		take_chart(b, block, PART_GANTT);
		break;
	case BLOCK_TREND:
		take_chart(b, block, PART_TREND);
		break;
	}
}

void outline_init(struct outline *outline, const struct doc *doc)
{
	struct builder b = { .outline = outline };

	*outline = (struct outline){ .title = NULL };
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct block *block = &doc->blocks[i];
		bool content = block->kind != BLOCK_TITLE && block->kind != BLOCK_SPACE;

		if (block->kind == BLOCK_TITLE && !outline->title)
			outline->title = block;
		if (block->kind == BLOCK_SECTION ||
			(content && (!b.chapter || !str_same(b.section, block->section))))
			begin_chapter(&b, block);
		take_block(&b, doc, block);
		b.before = content ? block : NULL;
	}
}

void outline_release(struct outline *outline)
{
	pool_release(&outline->pool);
}

const char *outline_label(struct pool *pool, const struct block *block)
{
	size_t n = strlen(block->label);

	while (n && strchr(" :", block->label[n - 1]))
		n--;
	return pool_strndup(pool, block->label, n);
}

const char *grid_text(const struct row *row, int column)
{
	return column < row->count && row->cell[column].text ? row->cell[column].text : "";
}

/* The head of that row over the column, also when it spans several. */
static const char *head_over(const struct row *row, int column)
{
	for (int at = column; at >= 0; at--)
		if (at < row->count && row->cell[at].text)
			return at + row->cell[at].span > column ? row->cell[at].text : "";
	return "";
}

const char *grid_head(struct pool *pool, const struct grid *grid, int column)
{
	struct str name;

	str_init(&name);
	for (size_t i = 0; i < grid->head_count; i++) {
		const char *head = head_over(&grid->heads[i], column);

		if (*head)
			str_addf(&name, "%s%s", name.len ? " " : "", head);
	}
	const char *copy = pool_strdup(pool, name.text);
	str_release(&name);
	return copy;
}

static bool has_label(const char *const *label, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(label[i], name))
			return true;
	return false;
}

const char **grid_details(struct pool *pool, const struct grid *grid, size_t *count)
{
	const char **label = NULL;

	*count = 0;
	for (size_t i = 0; i < grid->row_count; i++)
		for (size_t d = 0; d < grid->rows[i].detail_count; d++) {
			const char *name = outline_label(pool, grid->rows[i].details[d]);

			if (!has_label(label, *count, name))
				*POOL_APPEND(pool, label, *count) = name;
		}
	return label;
}

const char *grid_detail(struct pool *pool, const struct grid_row *row, const char *label)
{
	const char *text = NULL;

	for (size_t i = 0; i < row->detail_count; i++)
		if (!strcmp(outline_label(pool, row->details[i]), label))
			text = text ? pool_printf(pool, "%s; %s", text, row->details[i]->text)
				    : row->details[i]->text;
	return text ? text : "";
}

void prose(struct str *out, const char *text, bool keep)
{
	struct str safe;
	size_t start = out->len;
	bool blank = false;

	str_init(&safe);
	utf8_clean(&safe, text ? text : "", false, false);
	for (const char *at = safe.text; *at; at++) {
		bool no_break = !strncmp(at, NB, strlen(NB));

		if (*at == ' ' || (no_break && !keep)) {
			blank = true;
			at += no_break;
			continue;
		}
		if (blank && out->len > start)
			str_addc(out, ' ');
		blank = false;
		str_addc(out, *at);
	}
	str_release(&safe);
}

const char *prose_title(struct pool *pool, const char *text)
{
	struct str out;

	str_init(&out);
	for (const char *at = text; *at;) {
		size_t n = strspn(at, " ");

		str_add(&out, n > 1 && out.len && at[n] ? ": " : n ? " " : "");
		at += n;
		if (*at)
			str_addc(&out, *at++);
	}
	while (out.len && strchr(" :", out.text[out.len - 1]))
		str_delete(&out, out.len - 1, 1);
	const char *copy = pool_strdup(pool, out.text);
	str_release(&out);
	return copy;
}

void prose_ascii(struct str *out, size_t from)
{
	struct str plain;

	str_init(&plain);
	for (const char *at = out->text + from; *at;) {
		size_t n = 1;

		while ((at[n] & 0xC0) == 0x80)
			n++;
		if (!(*at & 0x80))
			str_addc(&plain, *at);
		else
			str_add(&plain,
				!strncmp(at, NB, n)            ? " "
					: !strncmp(at, "…", n) ? "..."
							       : "?");
		at += n;
	}
	str_delete(out, from, out->len - from);
	str_add(out, plain.text);
	str_release(&plain);
}

const char *prose_number(struct pool *pool, double value, int decimals)
{
	return isnan(value) ? "none" : pool_printf(pool, "%.*f", decimals, value);
}
