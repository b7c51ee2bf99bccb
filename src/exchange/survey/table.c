/* SPDX-License-Identifier: MIT */
/*
 * A CSV file as rows of cells, by libcsv: which line each row begins on, what its columns are
 * called.
 */
#include "internal.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/utf8.h>

#define COLUMNS_MOST 10000

/* A file on its way through libcsv. */
struct parse {
	struct survey_table *table;
	const struct survey_map *map;
	struct errmsg *why;
	enum err err;
	const char **row; /* of the row that is open */
	size_t cells, room;
	size_t rows_room;
	int line, begun; /* being read; on which the open row began */
	bool open;
};

static enum err fault(struct parse *p, int line, const char *what)
{
	if (!p->err)
		p->err = errmsg_set(p->why, ERR_INVALID, "%s:%d: %s", p->table->name, line, what);
	return p->err;
}

static void take_cell(void *bytes, size_t n, void *context)
{
	struct parse *p = context;
	if (p->cells >= COLUMNS_MOST) {
		fault(p, p->line, "has more than 10000 columns; is that the right separator?");
		return;
	}
	if (p->cells == p->room) {
		p->room = p->room ? 2 * p->room : 64;
		p->row = mem_resize(p->row, p->room * sizeof(*p->row));
	}
	p->row[p->cells++] = bytes ? pool_strndup(&p->table->pool, bytes, n) : NULL;
}

static bool anything_from(const struct parse *p, size_t from)
{
	for (size_t i = from; i < p->cells; i++)
		if (p->row[i] && !str_blank(p->row[i]))
			return true;
	return false;
}

/* The first row says how many columns there are; of empty cells there may be more. */
static void check_width(struct parse *p)
{
	struct survey_table *table = p->table;
	char what[200];
	if (!table->row_count)
		table->column_count = p->cells;
	if (anything_from(p, table->column_count))
		snprintf(what, sizeof(what),
			"has %zu cells, the heading %zu; a separator inside a text needs quotes "
			"around it",
			p->cells, table->column_count);
	else if (p->cells < table->column_count && !p->map->short_rows)
		snprintf(what, sizeof(what),
			"has %zu cells, the heading %zu; is the file cut off? If not, write "
			"`short_rows: yes` into the map's `file`",
			p->cells, table->column_count);
	else
		return;
	fault(p, p->begun, what);
}

static void make_room(struct parse *p)
{
	struct survey_table *table = p->table;
	if (table->row_count < p->rows_room)
		return;
	p->rows_room = p->rows_room ? 2 * p->rows_room : 64;
	table->cells = mem_resize(
		table->cells, p->rows_room * table->column_count * sizeof(*table->cells));
	table->lines = mem_resize(table->lines, p->rows_room * sizeof(*table->lines));
}

static void take_row(int end, void *context)
{
	struct parse *p = context;
	struct survey_table *table = p->table;
	(void)end;
	check_width(p);
	if (!p->err && table->column_count) {
		make_room(p);
		for (size_t i = 0; i < table->column_count; i++)
			table->cells[table->row_count * table->column_count + i] =
				i < p->cells ? p->row[i] : NULL;
		table->lines[table->row_count++] = p->begun;
	}
	p->cells = 0;
	p->open = false;
}

/* Blanks belong to a text, and are taken off later. */
static int no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* Bytes to the end of the line, which LF, CR LF or CR alone ends. */
static size_t line_bytes(const char *text, size_t n)
{
	size_t i = 0;
	while (i < n && text[i] != '\n' && text[i] != '\r')
		i++;
	if (i + 1 < n && text[i] == '\r' && text[i + 1] == '\n')
		i++;
	return i < n ? i + 1 : n;
}

/* Line by line: so the line that a row begins on is known. */
static void parse_lines(struct parse *p, struct csv_parser *parser, const char *text, size_t n)
{
	for (size_t step; n && !p->err; text += step, n -= step) {
		step = line_bytes(text, n);
		bool empty = *text == '\n' || *text == '\r';
		if (!p->open && !empty) {
			p->open = true;
			p->begun = p->line;
		}
		if (csv_parse(parser, text, step, take_cell, take_row, p) != step)
			fault(p, p->line,
				"quotes are not closed, or stand inside a text that has none "
				"around it; double those that belong to it");
		p->line++;
	}
	if (!p->err && csv_fini(parser, take_cell, take_row, p))
		fault(p, p->begun, "quotes that open in this row are never closed");
}

static enum err parse(struct parse *p, const char *text, size_t n)
{
	struct csv_parser parser;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
		return errmsg_set(p->why, ERR_FAILED, "%s: no memory to read it", p->table->name);
	csv_set_delim(&parser, (unsigned char)p->map->separator);
	csv_set_space_func(&parser, no_space);
	parse_lines(p, &parser, text, n);
	csv_free(&parser);
	free(p->row);
	return p->err;
}

/* A heading on one line, without blanks around it. */
static void add_heading(struct str *out, const char *cell)
{
	for (; *cell; cell++)
		if (strchr(" \t\r\n", *cell)) {
			if (out->len && out->text[out->len - 1] != ' ')
				str_addc(out, ' ');
		} else {
			str_addc(out, *cell);
		}
	while (out->len && out->text[out->len - 1] == ' ')
		str_delete(out, out->len - 1, 1);
}

/* The cell of a heading row: of rows above the last one the nearest to the left, which merged cells
 * leave alone there. */
static const char *heading_cell(
	const struct survey_table *table, const struct survey_map *map, size_t row, size_t column)
{
	bool last = map->name_rows >> (row + 2) == 0;
	for (size_t i = column + 1; i-- > 0;) {
		const char *cell = table_cell(table, row, (int)i);
		if ((cell && !str_blank(cell)) || last)
			return cell ? cell : "";
	}
	return "";
}

static const char *name_column(
	struct survey_table *table, const struct survey_map *map, size_t column)
{
	struct str name, part;
	str_init(&name);
	str_init(&part);
	for (size_t row = 0; row < (size_t)map->header_rows; row++) {
		if (!(map->name_rows >> (row + 1) & 1))
			continue;
		str_clear(&part);
		add_heading(&part, heading_cell(table, map, row, column));
		if (name.len && part.len)
			str_add(&name, map->group);
		str_add(&name, part.text);
	}
	const char *kept = utf8_settle(&table->pool, pool_strdup(&table->pool, name.text));
	str_release(&part);
	str_release(&name);
	return kept;
}

/* Qualtrics: {"ImportId":"QID3_1"} in one of the heading rows. */
static const char *import_id(struct survey_table *table, size_t column)
{
	const char *id = NULL;
	for (size_t row = 0; row < (size_t)table->header_rows && !id; row++) {
		const char *cell = table_cell(table, row, (int)column);
		json_t *json = cell && *cell == '{' ? json_loads(cell, 0, NULL) : NULL;
		id = pool_strdup(
			&table->pool, json_string_value(json_object_get(json, "ImportId")));
		json_decref(json);
	}
	return id;
}

/* A row of tags below the headings, "#org": nobody's answers. */
static bool is_tag_row(const struct survey_table *table, size_t row)
{
	bool any = false;
	for (size_t i = 0; i < table->column_count; i++) {
		const char *cell = table_cell(table, row, (int)i);
		if (!cell || !*cell)
			continue;
		if (*cell != '#')
			return false;
		any = true;
	}
	return any;
}

static enum err check_rows(
	struct survey_table *table, const struct survey_map *map, struct errmsg *why)
{
	size_t first = (size_t)table->header_rows;
	if (table->row_count < first || !table->column_count)
		return errmsg_set(why, ERR_INVALID,
			"%s: has %zu rows, fewer than the %d of the heading; is that the right "
			"file?",
			table->name, table->row_count, map->header_rows);
	if (map->tag_row && first < table->row_count && is_tag_row(table, first))
		table->header_rows++;
	table->header_rows += map->skip_rows;
	return ERR_NONE;
}

static void name_columns(struct survey_table *table, const struct survey_map *map)
{
	size_t bytes = table->column_count * sizeof(*table->names);
	table->names = pool_alloc(&table->pool, bytes);
	table->import_ids = pool_alloc(&table->pool, bytes);
	for (size_t i = 0; i < table->column_count; i++) {
		table->names[i] = name_column(table, map, i);
		table->import_ids[i] = import_id(table, i);
	}
}

enum err table_read(const char *text, size_t n, const char *name, const struct survey_map *map,
	struct survey_table *table, struct errmsg *why)
{
	struct str utf8;
	*table = (struct survey_table){ .name = name, .header_rows = map->header_rows };
	struct parse p = { .table = table, .map = map, .why = why, .line = 1 };
	str_init(&utf8);
	enum err err = charset_read(text, n, name, map->encoding, &utf8, why);
	if (!err)
		err = parse(&p, utf8.text, utf8.len);
	str_release(&utf8);
	if (!err)
		err = check_rows(table, map, why);
	if (!err)
		name_columns(table, map);
	return err;
}

void table_release(struct survey_table *table)
{
	free(table->cells);
	free(table->lines);
	pool_release(&table->pool);
	*table = (struct survey_table){ 0 };
}
