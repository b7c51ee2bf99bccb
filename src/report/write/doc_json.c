/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as JSON: what it says, as data. Texts have plain blanks only; the numbers of
 * charts are unrounded.
 */
#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "marks.h"
#include "prose.h"
#include "rows.h"
#include "write.h"

#define NUMBER_DIGITS 15 /* so many that 2.9 is written as that */

static void set(json_t *object, const char *name, json_t *value)
{
	int failed = json_object_set_new(object, name, value);

	assert(!failed);
	(void)failed;
}

static void add(json_t *array, json_t *value)
{
	int failed = json_array_append_new(array, value);

	assert(!failed);
	(void)failed;
}

static json_t *text(const char *raw)
{
	struct str plain;

	if (!raw)
		return json_null();
	str_init(&plain);
	prose(&plain, raw, false);
	json_t *value = json_string(plain.text);
	str_release(&plain);
	return value;
}

static json_t *number(double value)
{
	return isnan(value) ? json_null() : json_real(value);
}

static json_t *day(int date)
{
	char buffer[DATE_TEXT];

	return date == DATE_NONE ? json_null() : json_string(date_iso(date, buffer));
}

static json_t *heading(struct pool *pool, const struct heading *heading, enum letters letters)
{
	return text(heading_line(pool, heading, ": ", letters));
}

static void put_head(json_t *object, struct pool *pool, const struct block *block)
{
	set(object, "text", heading(pool, &block->heading, LETTERS_CAPITALS));
}

static void put_line(json_t *object, struct pool *pool, const struct block *block)
{
	set(object, "text", heading(pool, &block->heading, LETTERS_AS_GIVEN));
}

static void put_text(json_t *object, struct pool *pool, const struct block *block)
{
	(void)pool;
	set(object, "text", text(block->text));
}

static void put_items(json_t *object, struct pool *pool, const struct block *block)
{
	json_t *items = json_array();

	(void)pool;
	for (size_t i = 0; i < block->item_count; i++) {
		json_t *item = json_object();

		set(item, "label", text(block->items[i].label));
		set(item, "text", text(block->items[i].text));
		add(items, item);
	}
	set(object, "items", items);
}

static json_t *cell(const char *raw)
{
	return *raw ? text(raw) : json_null();
}

static void put_columns(json_t *object, struct pool *pool, const struct table *table,
	const char **detail, size_t details)
{
	json_t *columns = json_array();

	for (int i = 0; i < table->columns; i++)
		add(columns, cell(table_head(pool, table, i)));
	for (size_t i = 0; i < details; i++)
		add(columns, text(detail[i]));
	set(object, "columns", columns);
}

/* Details of rows are columns like the others. */
static void put_table(json_t *object, struct pool *pool, const struct block *block)
{
	const struct table *table = block->table;
	json_t *rows = json_array();
	size_t details;
	const char **detail = table_details(pool, table, &details);

	set(object, "caption", text(heading_of(pool, block)));
	put_columns(object, pool, table, detail, details);
	for (size_t i = table->head_count; i < table->row_count; i++) {
		json_t *row = json_array();

		for (int at = 0; at < table->columns; at++)
			add(row, cell(row_text(pool, &table->rows[i], at)));
		for (size_t d = 0; d < details; d++)
			add(row, cell(row_detail(pool, &table->rows[i], detail[d])));
		add(rows, row);
	}
	set(object, "rows", rows);
}

static void put_bars(json_t *object, struct pool *pool, const struct block *block)
{
	json_t *bars = json_array();

	(void)pool;
	for (size_t i = 0; i < block->bar_count; i++) {
		json_t *bar = json_object();

		set(bar, "label", text(block->bars[i].label));
		set(bar, "value", number(block->bars[i].value));
		set(bar, "band", text(block->bars[i].band));
		set(bar, "note", text(block->bars[i].note));
		add(bars, bar);
	}
	set(object, "bars", bars);
}

static void put_strips(json_t *object, struct pool *pool, const struct block *block)
{
	json_t *strips = json_array(), *letters = json_array();

	for (int p = 0; p < block->parties; p++)
		add(letters, text(pool_printf(pool, "%c", block->letter[p])));
	for (size_t i = 0; i < block->strip_count; i++) {
		const struct strip *strip = &block->strips[i];
		json_t *row = json_object(), *values = json_array();

		for (int p = 0; p < block->parties; p++)
			add(values, number(strip->value[p]));
		set(row, "label", text(strip->label));
		set(row, "values", values);
		set(row, "gap", text(strip->gap));
		set(row, "n", text(strip->n));
		set(row, "p", text(strip->p));
		add(strips, row);
	}
	set(object, "letters", letters);
	set(object, "strips", strips);
}

static json_t *gates(const struct gantt *gantt)
{
	json_t *list = json_array();

	for (size_t i = 0; i < gantt->gate_count; i++) {
		json_t *gate = json_object();

		set(gate, "label", text(gantt->gates[i].label));
		set(gate, "date", day(gantt->gates[i].day));
		add(list, gate);
	}
	return list;
}

static void put_gantt(json_t *object, struct pool *pool, const struct block *block)
{
	const struct gantt *gantt = block->gantt;
	json_t *rows = json_array();

	(void)pool;
	for (size_t i = 0; i < gantt->row_count; i++) {
		const struct gantt_row *action = &gantt->rows[i];
		json_t *row = json_object();

		set(row, "label", text(action->label));
		set(row, "start", day(action->start));
		set(row, "due", day(action->due));
		set(row, "state", text(gantt_state_word[action->state]));
		set(row, "late", json_boolean(gantt_late(gantt, action)));
		set(row, "word", text(action->word));
		add(rows, row);
	}
	set(object, "from", day(gantt->from));
	set(object, "to", day(gantt->to));
	set(object, "today", day(gantt->today));
	set(object, "gates", gates(gantt));
	set(object, "rows", rows);
}

static void put_trend(json_t *object, struct pool *pool, const struct block *block)
{
	const struct trend *trend = block->trend;
	json_t *rounds = json_array(), *rows = json_array();

	(void)pool;
	for (size_t r = 0; r < trend->round_count; r++)
		add(rounds, text(trend->rounds[r]));
	for (size_t i = 0; i < trend->row_count; i++) {
		json_t *row = json_object(), *values = json_array();

		for (size_t r = 0; r < trend->round_count; r++)
			add(values, number(trend->rows[i].value[r]));
		set(row, "label", text(trend->rows[i].label));
		set(row, "values", values);
		add(rows, row);
	}
	set(object, "low", number(trend->scale.low));
	set(object, "high", number(trend->scale.high));
	set(object, "line", number(trend->scale.line));
	set(object, "rounds", rounds);
	set(object, "rows", rows);
}

static const struct {
	const char *kind;
	void (*put)(json_t *, struct pool *, const struct block *);
} block_writer[BLOCK_KINDS] = {
	[BLOCK_HEAD] = { "head", put_head },
	[BLOCK_LINE] = { "line", put_line },
	[BLOCK_TEXT] = { "text", put_text },
	[BLOCK_LIST] = { "list", put_items },
	[BLOCK_TERMS] = { "terms", put_items },
	[BLOCK_TABLE] = { "table", put_table },
	[BLOCK_KEY] = { "key", put_table },
	[BLOCK_BARS] = { "bars", put_bars },
	[BLOCK_STRIPS] = { "strips", put_strips },
	[BLOCK_GANTT] = { "gantt", put_gantt },
	[BLOCK_TREND] = { "trend", put_trend },
};

static json_t *chapter_json(struct pool *pool, const struct chapter *chapter)
{
	json_t *object = json_object(), *blocks = json_array();

	for (size_t i = 0; i < chapter->block_count; i++) {
		const struct block *one = &chapter->blocks[i];
		json_t *block = json_object();

		set(block, "kind", json_string(block_writer[one->kind].kind));
		block_writer[one->kind].put(block, pool, one);
		add(blocks, block);
	}
	set(object, "id", text(chapter->id));
	set(object, "number", chapter->number ? json_integer(chapter->number) : json_null());
	set(object, "title",
		chapter->hidden ? json_null() : heading(pool, &chapter->heading, LETTERS_CAPITALS));
	set(object, "blocks", blocks);
	return object;
}

static json_t *report_json(struct pool *pool, const struct doc *doc)
{
	json_t *report = json_object(), *sections = json_array();

	for (size_t i = 0; i < doc->chapter_count; i++)
		add(sections, chapter_json(pool, &doc->chapters[i]));
	set(report, "kind", text(doc->kind));
	set(report, "edition", text(doc->edition));
	set(report, "as_of", doc->as_of ? text(doc->as_of) : json_null());
	set(report, "title",
		doc->titled ? text(pool_printf(pool, "%s: %s", DOC_BRAND, doc->title))
			    : json_null());
	set(report, "notice", text(doc->notice));
	set(report, "who", text(doc->who));
	set(report, "when", text(doc->when));
	set(report, "sections", sections);
	return report;
}

/* Where things stand in what is printed: a line for each value, and each end of one that holds
 * others. */
static int lines_of(const json_t *value)
{
	const char *key;
	json_t *member;
	size_t i;
	int lines = 0;

	json_object_foreach((json_t *)value, key, member) lines += lines_of(member);
	json_array_foreach(value, i, member) lines += lines_of(member);
	return lines ? lines + 2 : 1;
}

/* The line of a member, counted from the one on which the object begins. */
static int line_of(const json_t *object, const char *name)
{
	const char *key;
	json_t *member;
	int line = 1;

	json_object_foreach((json_t *)object, key, member)
	{
		if (!strcmp(key, name))
			break;
		line += lines_of(member);
	}
	return line;
}

static void mark_chapter(
	struct report_marks *marks, const struct chapter *chapter, const json_t *object, int line)
{
	const json_t *blocks = json_object_get(object, "blocks");

	marks_line(marks, line + line_of(object, "id"), REPORT_MARK_SECTION, chapter->id);
	line += line_of(object, "blocks") + 1;
	for (size_t i = 0; i < chapter->block_count; i++) {
		const json_t *block = json_array_get(blocks, i);

		if (chapter->blocks[i].left_out)
			marks_line(marks, line + line_of(block, "text"), REPORT_MARK_LEFT_OUT,
				chapter->id);
		line += lines_of(block);
	}
}

static void mark_report(struct report_marks *marks, const struct doc *doc, const json_t *root)
{
	const json_t *report = json_object_get(root, "report");
	const json_t *sections = json_object_get(report, "sections");
	int line = line_of(root, "report") + line_of(report, "sections") + 1;

	for (size_t i = 0; i < doc->chapter_count; i++) {
		mark_chapter(marks, &doc->chapters[i], json_array_get(sections, i), line);
		line += lines_of(json_array_get(sections, i));
	}
}

void doc_write_json(struct str *out, const struct doc *doc, bool ascii, struct report_marks *marks)
{
	struct pool pool = { NULL };
	json_t *root = json_object();

	set(root, "report", report_json(&pool, doc));
	char *dumped = json_dumps(root,
		JSON_INDENT(2) | JSON_REAL_PRECISION(NUMBER_DIGITS) |
			(ascii ? JSON_ENSURE_ASCII : 0));
	assert(dumped);
	marks_begin(marks, out);
	mark_report(marks, doc, root);
	str_add(out, dumped);
	str_addc(out, '\n');
	free(dumped);
	json_decref(root);
	pool_release(&pool);
}
