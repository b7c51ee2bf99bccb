/* SPDX-License-Identifier: MIT */
/*
 * Which cell of a row is what, and the column it stands in: for statements, rows and their text.
 */
#include "../store_private.h"

#include <string.h>

enum kind kind_of_code(int64_t code)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (kind_info[kind].code == code)
			return (enum kind)kind;
	return KIND_NONE;
}

size_t row_key_cells(enum kind kind)
{
	return kind == KIND_ANSWER ? 2 : 1;
}

int row_owner_cell(enum kind kind)
{
	enum kind parent = kind_info[kind].parent;
	return parent == KIND_ALLIANCE || parent == KIND_ASSESSMENT ? 1 : -1;
}

size_t row_parent_cell(enum kind kind)
{
	int cell = row_owner_cell(kind);
	return cell >= 0 ? (size_t)cell : row_field_cell(kind, 0);
}

int row_id_cell(enum kind kind)
{
	return !kind_info[kind].has_id ? -1 : row_owner_cell(kind) < 0 ? 1 : 2;
}

size_t row_extra_cell(enum kind kind)
{
	return row_key_cells(kind) + (row_owner_cell(kind) >= 0) + kind_info[kind].has_id;
}

int row_instrument_cell(enum kind kind)
{
	return kind == KIND_ASSESSMENT ? (int)row_extra_cell(kind) + 1 : -1;
}

int row_rating_cell(enum kind kind)
{
	return kind == KIND_ANSWER ? (int)row_extra_cell(kind) + 1 : -1;
}

/* Where the fields begin that are no part of the key. */
static size_t first_cell(enum kind kind)
{
	bool more = row_instrument_cell(kind) >= 0 || row_rating_cell(kind) >= 0;
	return row_extra_cell(kind) + 1 + more;
}

/* Respondent and item of an answer, its first two fields, are its key. */
static size_t key_fields(enum kind kind)
{
	return kind == KIND_ANSWER ? row_key_cells(kind) : 0;
}

size_t row_field_cell(enum kind kind, size_t field)
{
	size_t keys = key_fields(kind);
	return field < keys ? field : first_cell(kind) + field - keys;
}

size_t row_cells(enum kind kind)
{
	return row_field_cell(kind, kind_info[kind].field_count);
}

const char *row_column(enum kind kind, size_t cell)
{
	const struct kind_info *info = &kind_info[kind];
	size_t keys = key_fields(kind), first = first_cell(kind);
	if ((int)cell == row_owner_cell(kind))
		return kind_info[info->parent].table;
	if ((int)cell == row_id_cell(kind))
		return "id";
	if (cell == row_extra_cell(kind))
		return "extra";
	if ((int)cell == row_instrument_cell(kind))
		return "instrument";
	if ((int)cell == row_rating_cell(kind))
		return "rating";
	if (cell < first)
		return cell < keys ? info->fields[cell].column : "key";
	return info->fields[cell - first + keys].column;
}

size_t row_column_cell(enum kind kind, const char *column)
{
	const struct kind_info *info = &kind_info[kind];
	size_t i = 0;
	while (strcmp(info->fields[i].column, column))
		i++;
	return row_field_cell(kind, i);
}

size_t row_changed_cell(enum kind kind)
{
	return row_column_cell(kind, "changed");
}

size_t row_drawn_cell(enum kind kind)
{
	return kind == KIND_PLAN_ACTION ? row_column_cell(kind, "drawn") : NO_CELL;
}
