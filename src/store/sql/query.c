/* SPDX-License-Identifier: MIT */
/*
 * The statements of the table: prepared on first use, bound from a list of arguments; and the
 * columns of a row by type.
 */
#include "../store_private.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void statements_init(struct store *store)
{
	store->prepared = mem_alloc(statement_count() * sizeof(struct query *));
}

void statements_free(struct store *store)
{
	size_t count = statement_count();
	for (size_t i = 0; i < count; i++)
		query_free(store->prepared[i]);
	free(store->prepared);
}

static enum err prepare_kind(
	struct store *store, enum statement which, struct query **slot, struct errmsg *why)
{
	struct str sql;
	str_init(&sql);
	kind_sql(&sql, which);
	enum err err = engine_prepare(store->engine, sql.text, slot, why);
	str_release(&sql);
	return err;
}

enum err statement_get(
	struct store *store, enum statement which, struct query **out, struct errmsg *why)
{
	struct query **slot = &store->prepared[which];
	enum err err = ERR_NONE;
	if (!*slot && which < STATEMENT_FIXED)
		err = engine_prepare(store->engine, statement_text[which], slot, why);
	else if (!*slot)
		err = prepare_kind(store, which, slot, why);
	*out = *slot;
	return err;
}

enum err store_prepare_all(struct store *store, struct errmsg *why)
{
	struct query *query;
	enum err err = ERR_NONE;
	for (int i = 0; !err && i < (int)statement_count(); i++)
		if (statement_has_text((enum statement)i))
			err = statement_get(store, (enum statement)i, &query, why);
	return err;
}

static struct cell argument(char letter, va_list *arguments)
{
	struct cell cell = { .type = CELL_NULL };
	if (letter == 't') {
		cell.text = va_arg(*arguments, const char *);
		cell.type = cell.text ? CELL_TEXT : CELL_NULL;
	} else if (letter == 'b') {
		cell.text = (const char *)va_arg(*arguments, const struct uuid *);
		cell.type = cell.text ? CELL_UUID : CELL_NULL;
	} else if (letter == 'd') {
		cell.real = va_arg(*arguments, double);
		cell.type = isnan(cell.real) ? CELL_NULL : CELL_REAL;
	} else {
		cell.whole = va_arg(*arguments, int64_t);
		cell.type = letter == 'o' && !cell.whole ? CELL_NULL : CELL_WHOLE;
	}
	return cell;
}

static enum err bind_list(struct store *store, enum statement which, struct query **out,
	struct errmsg *why, const char *shape, va_list *arguments)
{
	enum err err = statement_get(store, which, out, why);
	if (err)
		return err;
	query_reset(*out);
	assert(query_parameters(*out) == strlen(shape));
	for (size_t at = 0; shape[at]; at++) {
		struct cell cell = argument(shape[at], arguments);
		query_bind(*out, at, &cell);
	}
	return ERR_NONE;
}

enum err statement_bind(struct store *store, enum statement which, struct query **out,
	struct errmsg *why, const char *shape, ...)
{
	va_list arguments;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, out, why, shape, &arguments);
	va_end(arguments);
	return err;
}

enum err statement_run(
	struct store *store, enum statement which, struct errmsg *why, const char *shape, ...)
{
	struct query *query;
	va_list arguments;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, &query, why, shape, &arguments);
	va_end(arguments);
	for (bool row = true; !err && row;)
		err = query_step(query, &row, why);
	return err;
}

enum err statement_number(struct store *store, enum statement which, int64_t *number,
	struct errmsg *why, const char *shape, ...)
{
	struct query *query;
	va_list arguments;
	bool row = false;
	*number = 0;
	va_start(arguments, shape);
	enum err err = bind_list(store, which, &query, why, shape, &arguments);
	va_end(arguments);
	if (!err)
		err = query_step(query, &row, why);
	if (row) {
		*number = column_whole(query, 0);
		query_reset(query);
	}
	return err;
}

bool column_null(const struct query *query, size_t column)
{
	return query_cell(query, column).type == CELL_NULL;
}

int64_t column_whole(const struct query *query, size_t column)
{
	return query_cell(query, column).whole;
}

int64_t column_or(const struct query *query, size_t column, int64_t absent)
{
	struct cell cell = query_cell(query, column);
	return cell.type == CELL_NULL ? absent : cell.whole;
}

double column_real(const struct query *query, size_t column)
{
	struct cell cell = query_cell(query, column);
	return cell.type == CELL_NULL ? NAN : cell.real;
}

const char *column_text(const struct query *query, size_t column, struct pool *pool)
{
	struct cell cell = query_cell(query, column);
	const char *text = cell.type == CELL_TEXT ? cell.text : NULL;
	return pool ? pool_strdup(pool, text) : text;
}

struct uuid column_uuid(const struct query *query, size_t column)
{
	struct uuid id = { 0 };
	struct cell cell = query_cell(query, column);
	if (cell.type == CELL_UUID)
		memcpy(&id, cell.text, sizeof(id));
	return id;
}
