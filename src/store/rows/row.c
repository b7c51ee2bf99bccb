/* SPDX-License-Identifier: MIT */
/*
 * One row of any kind as an array of cells: from an object, from the database, compared.
 */
#include "../store_private.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include <rekindle/utf8.h>

int64_t row_item(const struct row *row)
{
	return row->kind == KIND_ANSWER ? row->cell[1].whole : 0;
}

void row_init(struct pool *pool, enum kind kind, struct row *row)
{
	row->kind = kind;
	row->count = row_cells(kind);
	row->cell = pool_alloc(pool, row->count * sizeof(*row->cell));
}

void row_copy(struct pool *pool, const struct row *from, struct row *to)
{
	row_init(pool, from->kind, to);
	memcpy(to->cell, from->cell, from->count * sizeof(*to->cell));
}

static struct cell whole_cell(int64_t x, int64_t absent)
{
	return x == absent ? (struct cell){ 0 } : (struct cell){ .type = CELL_WHOLE, .whole = x };
}

static struct cell text_cell(const char *text)
{
	return text ? (struct cell){ .type = CELL_TEXT, .text = text } : (struct cell){ 0 };
}

/* Entries that say nothing are none; a list of none is NULL. */
static const char *settle_list(struct pool *pool, const char *text)
{
	struct str list;
	const char *settled = utf8_settle(pool, text);
	if (!settled)
		return NULL;
	str_init(&list);
	for (size_t n; *settled; settled += n + (settled[n] == '\n')) {
		n = strcspn(settled, "\n");
		str_add(&list, n && list.len ? "\n" : "");
		str_addn(&list, settled, n);
	}
	settled = list.len ? pool_strdup(pool, list.text) : NULL;
	str_release(&list);
	return settled;
}

static bool is_rating(const struct record *record, const struct answer *answer)
{
	return answer->value.type == VALUE_NUMBER &&
		record->instrument->items[answer->item].kind == ITEM_RATED;
}

/* The value of an answer as text; a rating has a cell of its own. */
static struct cell value_cell(
	const struct record *record, const struct answer *answer, struct pool *pool)
{
	enum item_kind kind = record->instrument->items[answer->item].kind;
	return is_rating(record, answer) ? (struct cell){ 0 }
					 : text_cell(value_format(pool, kind, &answer->value));
}

static struct cell rating_cell(const struct record *record, const struct answer *answer)
{
	return is_rating(record, answer) ? whole_cell((int64_t)answer->value.number, 0)
					 : (struct cell){ 0 };
}

/* What a reference leads to, NULL nothing. */
static const struct object *target_of(
	const struct record *record, const struct field *field, const void *member)
{
	int index = *(const int *)member;
	return index < 0 ? NULL : record_at(record, field->ref, (size_t)index);
}

static struct cell uuid_cell(const struct uuid *id)
{
	return uuid_none(id) ? (struct cell){ 0 }
			     : (struct cell){ .type = CELL_UUID, .text = (const char *)id };
}

static struct cell field_cell(const struct record *record, const struct field *field,
	const char *object, struct pool *pool)
{
	const void *member = object + field->offset;
	double real;
	switch (field->type) {
	case FIELD_LIST:
		return text_cell(settle_list(pool, *(const char *const *)member));
	case FIELD_TEXT:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		return text_cell(utf8_settle(pool, *(const char *const *)member));
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_DATE:
		return whole_cell(*(const int *)member, INT_NONE);
	case FIELD_TRI:
		return whole_cell(*(const int *)member, TRI_UNKNOWN);
	case FIELD_WORD:
		/* A required word is never left out, though one of its values means "absent"
		 * elsewhere. */
		return whole_cell(*(const int *)member, field->required ? -1 : field->absent);
	case FIELD_INSTANT:
		return whole_cell(*(const int64_t *)member, 0);
	case FIELD_REAL:
		real = *(const double *)member + 0.0; /* an engine has no -0 */
		return isnan(real) ? (struct cell){ 0 }
				   : (struct cell){ .type = CELL_REAL, .real = real };
	case FIELD_REF: {
		const struct object *target = target_of(record, field, member);
		assert(!target || target->key);
		return target ? whole_cell(target->key, 0) : (struct cell){ 0 };
	}
	case FIELD_UUID:
		return uuid_cell(member);
	case FIELD_VALUE:
		return value_cell(record, (const struct answer *)(const void *)object, pool);
	case FIELD_ITEM:
		break;
	}
	return (struct cell){ 0 };
}

/* A label that repeats the name is what record_settle() fills in: not a label of its own. */
static void drop_derived(enum kind kind, const void *object, struct row *row)
{
	const struct party *party = object;
	if (kind == KIND_PARTY && str_same(party->label, party->name))
		row->cell[row_column_cell(kind, "label")] = (struct cell){ 0 };
}

enum err row_of_object(struct store *store, const struct record *record, enum kind kind,
	const void *object, int64_t owner, struct pool *pool, struct row *row, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[kind];
	const struct object *head = object;
	enum err err = row_check_travels(kind, object, why);
	if (err)
		return err;
	row_init(pool, kind, row);
	if (kind != KIND_ANSWER)
		row->cell[0] = whole_cell(head->key, 0);
	if (row_owner_cell(kind) >= 0)
		row->cell[row_owner_cell(kind)] = whole_cell(owner, 0);
	if (info->has_id)
		row->cell[row_id_cell(kind)] =
			(struct cell){ .type = CELL_UUID, .text = (const char *)head->id.byte };
	row->cell[row_extra_cell(kind)] = text_cell(head->extra);
	for (size_t i = 0; i < info->field_count; i++)
		row->cell[row_field_cell(kind, i)] =
			field_cell(record, &info->fields[i], object, pool);
	if (kind == KIND_ANSWER) {
		row->cell[1] = (struct cell){ .type = CELL_WHOLE };
		row->cell[row_rating_cell(kind)] = rating_cell(record, object);
		err = bank_item_key(store, record->instrument,
			((const struct answer *)object)->item, &row->cell[1].whole, why);
	} else if (kind == KIND_ASSESSMENT) {
		err = bank_use(store, record->instrument, true, why);
		row->cell[row_instrument_cell(kind)] = whole_cell(store->bank.key, 0);
	}
	drop_derived(kind, object, row);
	return err;
}

void row_of_version(const struct record *record, enum kind kind, const void *object,
	struct pool *pool, struct row *row)
{
	const struct kind_info *info = &kind_info[kind];
	const struct object *head = object, *target;
	row_init(pool, kind, row);
	if (info->has_id)
		row->cell[row_id_cell(kind)] = uuid_cell(&head->id);
	if (kind == KIND_ANSWER)
		row->cell[row_rating_cell(kind)] = rating_cell(record, object);
	row->cell[row_extra_cell(kind)] = text_cell(head->extra);
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		const void *member = (const char *)object + field->offset;
		struct cell *cell = &row->cell[row_field_cell(kind, i)];
		if (field->type != FIELD_REF)
			*cell = field_cell(record, field, object, pool);
		else if ((target = target_of(record, field, member)) != NULL)
			*cell = uuid_cell(&target->id);
	}
	drop_derived(kind, object, row);
}

struct cell cell_kept(struct cell cell, struct pool *pool)
{
	if (cell.type == CELL_TEXT)
		cell.text = pool_strdup(pool, cell.text);
	else if (cell.type == CELL_UUID)
		cell.text = memcpy(pool_alloc(pool, 16), cell.text, 16);
	return cell;
}

void row_look(const struct query *query, struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		row->cell[i] = query_cell(query, i);
}

void row_of_query(struct query *query, enum kind kind, struct pool *pool, struct row *row)
{
	row_init(pool, kind, row);
	for (size_t i = 0; i < row->count; i++)
		row->cell[i] = cell_kept(query_cell(query, i), pool);
}

enum err row_get(struct store *store, enum kind kind, int64_t key, int64_t item, struct pool *pool,
	struct row *row, bool *found, struct errmsg *why)
{
	struct query *query;
	*found = false;
	enum err err = statement_bind(store, STATEMENT_GET + kind, &query, why,
		kind == KIND_ANSWER ? "ii" : "i", key, item);
	if (!err)
		err = query_step(query, found, why);
	if (*found) {
		row_of_query(query, kind, pool, row);
		query_reset(query);
	}
	return err;
}

bool cell_same(const struct cell *a, const struct cell *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case CELL_NULL:
		return true;
	case CELL_WHOLE:
		return a->whole == b->whole;
	case CELL_REAL:
		return !memcmp(&a->real, &b->real, sizeof(a->real));
	case CELL_TEXT:
		return !strcmp(a->text, b->text);
	case CELL_UUID:
		return !memcmp(a->text, b->text, 16);
	}
	return false;
}

bool row_same(const struct row *a, const struct row *b)
{
	size_t changed = row_changed_cell(a->kind), drawn = row_drawn_cell(a->kind);
	for (size_t i = 0; i < a->count; i++)
		if (i != changed && i != drawn && !cell_same(&a->cell[i], &b->cell[i]))
			return false;
	return true;
}
