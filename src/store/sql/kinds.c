/* SPDX-License-Identifier: MIT */
/*
 * The statements of a kind, from its row in kind_info[]: its columns are written nowhere else. No
 * value ever becomes a part of the text.
 */
#include "../store_private.h"

#include <assert.h>

enum statement statement_refer(enum kind kind, size_t field)
{
	int before = 0;
	for (int k = 0; k <= (int)kind; k++)
		for (size_t i = 0; i < (k == (int)kind ? field : kind_info[k].field_count); i++)
			before += kind_info[k].fields[i].type == FIELD_REF;
	return (enum statement)(STATEMENT_REFER + before);
}

size_t statement_count(void)
{
	return (size_t)statement_refer(KIND_COUNT - 1, kind_info[KIND_COUNT - 1].field_count);
}

bool kind_has_twins(enum kind kind)
{
	return kind_keys(kind) && kind != KIND_ANSWER;
}

bool statement_has_text(enum statement which)
{
	if (which >= STATEMENT_FIND && which < STATEMENT_TWIN)
		return kind_info[which - STATEMENT_FIND].has_id;
	if (which >= STATEMENT_TWIN && which < STATEMENT_REFER)
		return kind_has_twins((enum kind)(which - STATEMENT_TWIN));
	return true;
}

static void add_columns(struct str *sql, enum kind kind)
{
	for (size_t i = 0; i < row_cells(kind); i++)
		str_addf(sql, "%s%s", i ? ", " : "", row_column(kind, i));
}

static void add_order(struct str *sql, enum kind kind)
{
	for (size_t i = 0; i < row_key_cells(kind); i++)
		str_addf(sql, "%s%s", i ? ", " : " ORDER BY ", row_column(kind, i));
}

static void add_key(struct str *sql, enum kind kind)
{
	for (size_t i = 0; i < row_key_cells(kind); i++)
		str_addf(sql, "%s%s = ?%zu", i ? " AND " : " WHERE ", row_column(kind, i), i + 1);
}

static void add_select(struct str *sql, enum kind kind)
{
	str_add(sql, "SELECT ");
	add_columns(sql, kind);
	str_addf(sql, " FROM %s", kind_info[kind].table);
}

static void list_sql(struct str *sql, enum kind kind)
{
	enum kind parent = kind_info[kind].parent;
	add_select(sql, kind);
	if (parent == KIND_NONE)
		str_add(sql, " WHERE key = ?1");
	else if (row_owner_cell(kind) >= 0)
		str_addf(sql, " WHERE %s = ?1", kind_info[parent].table);
	else
		str_addf(sql, " WHERE %s IN (SELECT key FROM %s WHERE %s = ?1)",
			kind_info[kind].fields[0].column, kind_info[parent].table,
			kind_info[kind_info[parent].parent].table);
	add_order(sql, kind);
}

static void get_sql(struct str *sql, enum kind kind)
{
	add_select(sql, kind);
	add_key(sql, kind);
}

static void put_sql(struct str *sql, enum kind kind)
{
	size_t keys = row_key_cells(kind);
	str_addf(sql, "INSERT INTO %s (", kind_info[kind].table);
	add_columns(sql, kind);
	str_add(sql, ") VALUES (");
	for (size_t i = 0; i < row_cells(kind); i++)
		str_addf(sql, "%s?%zu", i ? ", " : "", i + 1);
	str_add(sql, ") ON CONFLICT (");
	for (size_t i = 0; i < keys; i++)
		str_addf(sql, "%s%s", i ? ", " : "", row_column(kind, i));
	str_add(sql, ") DO UPDATE SET ");
	for (size_t i = keys; i < row_cells(kind); i++)
		str_addf(sql, "%s%s = excluded.%s", i > keys ? ", " : "", row_column(kind, i),
			row_column(kind, i));
}

static void delete_sql(struct str *sql, enum kind kind)
{
	str_addf(sql, "DELETE FROM %s", kind_info[kind].table);
	add_key(sql, kind);
}

static void find_sql(struct str *sql, enum kind kind)
{
	str_addf(sql, "SELECT key FROM %s WHERE id = ?1", kind_info[kind].table);
}

/* ?1 what it belongs to, then what says which it is, last its own key. */
static void twin_sql(struct str *sql, enum kind kind)
{
	size_t count = 1;
	str_addf(sql, "SELECT key FROM %s WHERE %s = ?1", kind_info[kind].table,
		row_column(kind, row_parent_cell(kind)));
	for (size_t i = kind_is_part(kind); i < kind_keys(kind); i++)
		str_addf(sql, " AND %s IS ?%zu", kind_info[kind].fields[i].column, ++count);
	str_addf(sql, " AND key <> ?%zu LIMIT 1", count + 1);
}

static void refer_sql(struct str *sql, int which)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < kind_info[kind].field_count; i++) {
			const struct field *field = &kind_info[kind].fields[i];
			if (field->type != FIELD_REF || which--)
				continue;
			add_select(sql, (enum kind)kind);
			str_addf(sql, " WHERE %s = ?1", field->column);
			add_order(sql, (enum kind)kind);
			return;
		}
}

void kind_sql(struct str *sql, enum statement which)
{
	static void (*const blocks[])(struct str *, enum kind) = { list_sql, get_sql, put_sql,
		delete_sql, find_sql, twin_sql };
	int block = ((int)which - STATEMENT_LIST) / KIND_COUNT;
	assert(which >= STATEMENT_LIST && (size_t)which < statement_count());
	if (which >= STATEMENT_REFER)
		refer_sql(sql, (int)which - STATEMENT_REFER);
	else
		blocks[block](sql, (enum kind)(((int)which - STATEMENT_LIST) % KIND_COUNT));
}
