/* SPDX-License-Identifier: MIT */
/*
 * The UUID of a row, as object_id() has it of the object.
 */
#include "../store_private.h"

#include <string.h>

enum err row_id_of(
	struct store *store, enum kind kind, int64_t key, struct uuid *id, struct errmsg *why)
{
	struct query *query;
	bool found;
	enum err err = statement_bind(store, STATEMENT_GET + kind, &query, why, "i", key);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	*id = column_uuid(query, (size_t)row_id_cell(kind));
	query_reset(query);
	return ERR_NONE;
}

static enum err add_ref(struct store *store, struct str *name, enum kind kind,
	const struct cell *cell, struct errmsg *why)
{
	char buffer[UUID_TEXT];
	struct uuid id = { 0 };
	if (cell->type == CELL_NULL)
		return ERR_NONE;
	enum err err = row_id_of(store, kind, cell->whole, &id, why);
	str_addf(name, " %s", uuid_text(&id, buffer));
	return err;
}

static enum err add_item(struct store *store, struct str *name, int64_t key, struct errmsg *why)
{
	struct query *query;
	bool found;
	enum err err = statement_bind(store, ITEM_NAME, &query, why, "i", key);
	if (!err)
		err = query_step(query, &found, why);
	if (err || !found)
		return err;
	str_addf(name, " %s", column_text(query, 0, NULL));
	query_reset(query);
	return ERR_NONE;
}

static void add_uuid(struct str *name, const struct cell *cell)
{
	char buffer[UUID_TEXT];
	struct uuid id = { 0 };
	if (cell->type == CELL_UUID)
		memcpy(&id, cell->text, sizeof(id));
	str_addf(name, " %s", uuid_text(&id, buffer));
}

static enum err add_key(struct store *store, struct str *name, const struct field *field,
	const struct cell *cell, struct errmsg *why)
{
	if (field->type == FIELD_UUID) {
		add_uuid(name, cell);
		return ERR_NONE;
	}
	if (field->type == FIELD_REF)
		return add_ref(store, name, field->ref, cell, why);
	if (field->type == FIELD_ITEM)
		return add_item(store, name, cell->whole, why);
	str_addf(name, " %d", (int)cell->whole);
	return ERR_NONE;
}

/* The party of an owner's person. */
static enum err add_side(
	struct store *store, struct str *name, const struct row *row, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row person;
	bool found;
	size_t cell = row_column_cell(row->kind, "person");
	enum err err =
		row_get(store, KIND_PERSON, row->cell[cell].whole, 0, &pool, &person, &found, why);
	if (!err && found)
		err = add_ref(store, name, KIND_PARTY,
			&person.cell[row_column_cell(KIND_PERSON, "party")], why);
	pool_release(&pool);
	return err;
}

/* What it belongs to may have no id of its own either. */
static enum err space_of(
	struct store *store, const struct row *row, struct uuid *space, struct errmsg *why)
{
	enum kind parent = kind_info[row->kind].parent;
	int64_t key = row->cell[row_parent_cell(row->kind)].whole;
	struct pool pool = { 0 };
	struct row whole;
	bool found = false;
	if (kind_info[parent].has_id)
		return row_id_of(store, parent, key, space, why);
	enum err err = row_get(store, parent, key, 0, &pool, &whole, &found, why);
	if (found)
		err = row_identity(store, &whole, space, why);
	pool_release(&pool);
	return err;
}

static enum err derive(struct store *store, const struct row *row, struct uuid *id,
	struct str *name, struct errmsg *why)
{
	enum kind kind = row->kind;
	const struct kind_info *info = &kind_info[kind];
	bool part = kind == KIND_ANSWER || kind_is_part(kind);
	struct uuid space = { 0 };
	enum err err = space_of(store, row, &space, why);
	str_add(name, info->table);
	for (size_t i = part; i < kind_keys(kind) && !err; i++)
		err = add_key(
			store, name, &info->fields[i], &row->cell[row_field_cell(kind, i)], why);
	if (!err && kind_is_owner(kind))
		err = add_side(store, name, row, why);
	*id = uuid_derive(&space, name->text);
	return err;
}

enum err row_identity(
	struct store *store, const struct row *row, struct uuid *id, struct errmsg *why)
{
	struct str name;
	if (row_id_cell(row->kind) >= 0) {
		memcpy(id, row->cell[row_id_cell(row->kind)].text, sizeof(*id));
		return ERR_NONE;
	}
	str_init(&name);
	enum err err = derive(store, row, id, &name, why);
	str_release(&name);
	return err;
}

enum err row_has_twin(struct store *store, const struct row *row, bool *twin, struct errmsg *why)
{
	enum kind kind = row->kind;
	struct query *query;
	size_t parameter = 0;
	*twin = false;
	if (!kind_has_twins(kind))
		return ERR_NONE;
	enum err err = statement_get(store, STATEMENT_TWIN + kind, &query, why);
	if (err)
		return err;
	query_reset(query);
	query_bind(query, parameter++, &row->cell[row_parent_cell(kind)]);
	for (size_t i = kind_is_part(kind); i < kind_keys(kind); i++)
		query_bind(query, parameter++, &row->cell[row_field_cell(kind, i)]);
	query_bind(query, parameter, &row->cell[0]);
	err = query_step(query, twin, why);
	query_reset(query);
	return err;
}
