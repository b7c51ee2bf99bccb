/* SPDX-License-Identifier: MIT */
/*
 * Which cell of a row is what, and the column it stands in: for statements, rows and their text.
 */
#include "store_private.h"

#include <string.h>

size_t row_key_cells(enum kind kind)
{
	return kind == KIND_ANSWER ? 2 : 1;
}

int row_owner_cell(enum kind kind)
{
	enum kind parent = kind_info[kind].parent;
	return parent == KIND_ALLIANCE || parent == KIND_ASSESSMENT ? 1 : -1;
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

/* Respondent and item of an answer, its first two fields, are its key. */
size_t row_field_cell(enum kind kind, size_t field)
{
	if (kind == KIND_ANSWER)
		return field < 2 ? field : field + 1;
	return row_extra_cell(kind) + 1 + (kind == KIND_ASSESSMENT) + field;
}

size_t row_cells(enum kind kind)
{
	return row_field_cell(kind, kind_info[kind].field_count);
}

const char *row_column(enum kind kind, size_t cell)
{
	const struct kind_info *info = &kind_info[kind];
	size_t first = row_field_cell(kind, 0);
	if ((int)cell == row_owner_cell(kind))
		return kind_info[info->parent].table;
	if ((int)cell == row_id_cell(kind))
		return "id";
	if (cell == row_extra_cell(kind))
		return "extra";
	if ((int)cell == row_instrument_cell(kind))
		return "instrument";
	if (kind == KIND_ANSWER)
		return info->fields[cell < row_key_cells(kind) ? cell : cell - 1].column;
	return cell ? info->fields[cell - first].column : "key";
}

size_t row_column_cell(enum kind kind, const char *column)
{
	const struct kind_info *info = &kind_info[kind];
	size_t i = 0;
	while (strcmp(info->fields[i].column, column))
		i++;
	return row_field_cell(kind, i);
}
