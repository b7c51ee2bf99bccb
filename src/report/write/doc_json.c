/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as JSON: what it says, as data. Texts have plain blanks only; the numbers of
 * charts are unrounded.
 */
#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include "../doc/outline.h"

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

/* A title, in which blanks part what belongs apart. */
static json_t *title_text(struct pool *pool, const char *raw)
{
	return raw ? text(prose_title(pool, raw)) : json_null();
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

static void put_text(json_t *object, struct pool *pool, const struct part *part)
{
	set(object, "text",
		part->kind == PART_TEXT ? text(part->text) : title_text(pool, part->text));
}

static void put_items(json_t *object, struct pool *pool, const struct part *part)
{
	json_t *items = json_array();

	for (size_t i = 0; i < part->item_count; i++) {
		const char *label = outline_label(pool, part->items[i]);
		json_t *item = json_object();

		set(item, "label", *label && *label != '-' ? text(label) : json_null());
		set(item, "text", text(part->items[i]->text));
		add(items, item);
	}
	set(object, "items", items);
}

static json_t *cell(const char *raw)
{
	return *raw ? text(raw) : json_null();
}

static void put_columns(json_t *object, struct pool *pool, const struct grid *grid,
	const char **detail, size_t details)
{
	json_t *columns = json_array();

	for (int i = 0; i < grid->columns; i++)
		add(columns, cell(grid_head(pool, grid, i)));
	for (size_t i = 0; i < details; i++)
		add(columns, text(detail[i]));
	set(object, "columns", columns);
}

/* Details of rows are columns like the others. */
static void put_table(json_t *object, struct pool *pool, const struct part *part)
{
	const struct grid *grid = part->grid;
	json_t *rows = json_array();
	size_t details;
	const char **detail = grid_details(pool, grid, &details);

	set(object, "caption", title_text(pool, part->caption));
	put_columns(object, pool, grid, detail, details);
	for (size_t i = 0; i < grid->row_count; i++) {
		json_t *row = json_array();

		for (int at = 0; at < grid->columns; at++)
			add(row, cell(grid_text(grid->rows[i].row, at)));
		for (size_t d = 0; d < details; d++)
			add(row, cell(grid_detail(pool, &grid->rows[i], detail[d])));
		add(rows, row);
	}
	set(object, "rows", rows);
}

static void put_bars(json_t *object, struct pool *pool, const struct part *part)
{
	const struct block *block = part->block;
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

static void put_strips(json_t *object, struct pool *pool, const struct part *part)
{
	const struct block *block = part->block;
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

static void put_gantt(json_t *object, struct pool *pool, const struct part *part)
{
	const struct gantt *gantt = part->block->gantt;
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

static void put_trend(json_t *object, struct pool *pool, const struct part *part)
{
	const struct trend *trend = part->block->trend;
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
	void (*put)(json_t *, struct pool *, const struct part *);
} part_writer[] = {
	[PART_HEAD] = { "head", put_text },
	[PART_LINE] = { "line", put_text },
	[PART_TEXT] = { "text", put_text },
	[PART_LIST] = { "list", put_items },
	[PART_TERMS] = { "terms", put_items },
	[PART_TABLE] = { "table", put_table },
	[PART_KEY] = { "key", put_table },
	[PART_BARS] = { "bars", put_bars },
	[PART_STRIPS] = { "strips", put_strips },
	[PART_GANTT] = { "gantt", put_gantt },
	[PART_TREND] = { "trend", put_trend },
};

static json_t *chapter_json(struct pool *pool, const struct chapter *chapter)
{
	json_t *object = json_object(), *blocks = json_array();

	for (size_t i = 0; i < chapter->part_count; i++) {
		const struct part *part = &chapter->parts[i];
		json_t *block = json_object();

		set(block, "kind", json_string(part_writer[part->kind].kind));
		part_writer[part->kind].put(block, pool, part);
		add(blocks, block);
	}
	set(object, "id", text(chapter->id));
	set(object, "number", chapter->number ? json_integer(atoi(chapter->number)) : json_null());
	set(object, "title", title_text(pool, chapter->title));
	set(object, "blocks", blocks);
	return object;
}

static json_t *report_json(struct pool *pool, const struct doc *doc, const struct outline *outline)
{
	const struct block *title = outline->title;
	json_t *report = json_object(), *sections = json_array();

	for (size_t i = 0; i < outline->chapter_count; i++)
		add(sections, chapter_json(pool, &outline->chapters[i]));
	set(report, "kind", text(doc->kind));
	set(report, "edition", text(doc->edition));
	set(report, "title", title_text(pool, title ? title->label : NULL));
	set(report, "notice", text(title ? title->label_right : NULL));
	set(report, "who", text(title ? title->text : NULL));
	set(report, "when", text(title ? title->right : NULL));
	set(report, "sections", sections);
	return report;
}

void doc_write_json(struct str *out, const struct doc *doc, bool ascii)
{
	struct outline outline;
	struct pool pool = { NULL };
	json_t *root = json_object();

	outline_init(&outline, doc);
	set(root, "report", report_json(&pool, doc, &outline));
	char *dumped = json_dumps(root, JSON_INDENT(2) | (ascii ? JSON_ENSURE_ASCII : 0));
	assert(dumped);
	str_add(out, dumped);
	str_addc(out, '\n');
	free(dumped);
	json_decref(root);
	pool_release(&pool);
	outline_release(&outline);
}
