/* SPDX-License-Identifier: MIT */
/*
 * Reading a table of a document, cell by cell.
 */
#include "rows.h"

#include <string.h>
#include "prose.h"

const char *row_text(struct pool *pool, const struct row *row, int column)
{
	const struct cell *cell = column < row->count ? &row->cell[column] : NULL;

	if (!cell || !cell->text)
		return "";
	if (!row->group || column)
		return cell->text;
	return heading_line(
		pool, &(struct heading){ NULL, cell->text, cell->aside }, "", LETTERS_CAPITALS);
}

/* The head of that row over the column, also when it spans several. */
static const char *head_over(const struct row *row, int column)
{
	for (int at = column; at >= 0; at--)
		if (at < row->count && row->cell[at].text)
			return at + row->cell[at].span > column ? row->cell[at].text : "";
	return "";
}

const char *table_head(struct pool *pool, const struct table *table, int column)
{
	struct str name;

	str_init(&name);
	for (size_t i = 0; i < table->head_count; i++) {
		const char *head = head_over(&table->rows[i], column);

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

const char **table_details(struct pool *pool, const struct table *table, size_t *count)
{
	const char **label = NULL;

	*count = 0;
	for (size_t i = 0; i < table->row_count; i++)
		for (size_t d = 0; d < table->rows[i].detail_count; d++) {
			const char *name = table->rows[i].details[d].label;

			if (!has_label(label, *count, name))
				*POOL_APPEND(pool, label, *count) = name;
		}
	return label;
}

const char *row_detail(struct pool *pool, const struct row *row, const char *label)
{
	const char *text = NULL;

	for (size_t i = 0; i < row->detail_count; i++)
		if (!strcmp(row->details[i].label, label))
			text = text ? pool_printf(pool, "%s; %s", text, row->details[i].text)
				    : row->details[i].text;
	return text ? text : "";
}
