/* SPDX-License-Identifier: MIT */
/*
 * A table in memory, as CSV and as JSON.
 */
#include "grid.h"

#include <math.h>
#include <string.h>
#include "../json/internal.h"

void grid_release(struct grid *grid)
{
	pool_release(&grid->pool);
	*grid = (struct grid){ 0 };
}

const struct cell *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cells[row * grid->column_count + column];
}

void grid_add_column(struct grid *grid, const char *title)
{
	*POOL_APPEND(&grid->pool, grid->titles, grid->column_count) = title;
}

void grid_add_columns(struct grid *grid, const char *const *titles)
{
	for (; *titles; titles++)
		grid_add_column(grid, *titles);
}

struct cell *grid_add_row(struct grid *grid)
{
	size_t count = grid->row_count * grid->column_count;
	struct cell *row = NULL;

	for (size_t i = 0; i < grid->column_count; i++)
		row = POOL_APPEND(&grid->pool, grid->cells, count);
	grid->row_count++;
	return row + 1 - grid->column_count;
}

struct cell cell_text(const char *text)
{
	return (struct cell){ .kind = text ? CELL_TEXT : CELL_NONE, .text = text };
}

struct cell cell_word(const char *word)
{
	return (struct cell){ .kind = word ? CELL_WORD : CELL_NONE, .text = word };
}

struct cell cell_number(double number)
{
	return (struct cell){ .kind = isnan(number) ? CELL_NONE : CELL_NUMBER, .number = number };
}

struct cell cell_day(int day)
{
	return (struct cell){ .kind = day == DATE_NONE ? CELL_NONE : CELL_DAY, .day = day };
}

/* CSV */

static void csv_cell(struct csv *csv, const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NONE:
		csv_text(csv, NULL);
		break;
	case CELL_TEXT:
		csv_text(csv, cell->text);
		break;
	case CELL_WORD:
		csv_plain(csv, cell->text);
		break;
	case CELL_NUMBER:
		csv_number(csv, cell->number);
		break;
	case CELL_DAY:
		csv_day(csv, cell->day);
		break;
	}
}

void grid_csv(struct str *out, const struct grid *grid)
{
	struct csv csv;

	csv_begin(&csv, out);

	for (size_t i = 0; i < grid->column_count; i++)
		csv_text(&csv, grid->titles[i]);
	csv_end_row(&csv);
	for (size_t row = 0; row < grid->row_count; row++) {
		for (size_t i = 0; i < grid->column_count; i++)
			csv_cell(&csv, grid_cell(grid, row, i));
		csv_end_row(&csv);
	}
}

/* JSON */

static json_t *json_cell(const struct cell *cell)
{
	switch (cell->kind) {
	case CELL_NONE:
		break;
	case CELL_TEXT:
	case CELL_WORD:
		return json_string(cell->text);
	case CELL_NUMBER:
		return json_of_number(cell->number);
	case CELL_DAY:
		return day_or_null(cell->day);
	}
	return json_null();
}

void grid_json(struct str *out, const struct grid *grid)
{
	json_t *array = json_array();

	for (size_t row = 0; row < grid->row_count; row++) {
		json_t *object = json_object();
		for (size_t i = 0; i < grid->column_count; i++)
			json_object_set_new(
				object, grid->titles[i], json_cell(grid_cell(grid, row, i)));
		json_array_append_new(array, object);
	}
	json_emit(out, array, true);
	str_addc(out, '\n');
	json_decref(array);
}
