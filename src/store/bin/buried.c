/* SPDX-License-Identifier: MIT */
/*
 * How what is deleted was last known, by id: a file in which something in it was changed later
 * brings it back, and may know an older version of it, or come before one that knows a newer.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/bin.h>
#include <rekindle/date.h>

#define PRESENT INT64_C(-1) /* the transaction that is open, which may have no number yet */

static int64_t stamp(const struct row *row, size_t cell)
{
	return row->cell[cell].type == CELL_WHOLE ? row->cell[cell].whole : 0;
}

static enum err is_known(struct store *store, const char *id, int64_t changed, int64_t drawn,
	const char *said, bool *known, struct errmsg *why)
{
	int64_t count;
	enum err err = statement_number(
		store, BURIED_KNOWN, &count, why, "biit", id, changed, drawn, said);
	*known = count > 0;
	return err;
}

/* The references of the row are ids. */
static enum err keep(
	struct store *store, int64_t alliance, const struct row *row, struct errmsg *why)
{
	size_t second = row_drawn_cell(row->kind);
	const char *id = row->cell[row_id_cell(row->kind)].text;
	int64_t changed = stamp(row, row_changed_cell(row->kind));
	int64_t drawn = second == NO_CELL ? changed : stamp(row, second);
	bool known = false;
	struct str said;
	str_init(&said);
	row_encode(&said, row, 0);
	enum err err = is_known(store, id, changed, drawn, said.text, &known, why);
	if (!err && !known) {
		err = statement_run(store, BURIED_PUT, why, "biiiiiti", id, alliance,
			(int64_t)kind_info[row->kind].code,
			store->change.kept ? PRESENT : INT64_C(0), changed, drawn, said.text,
			(int64_t)clock_today());
		store->change.buried |= store->change.kept;
	}
	str_release(&said);
	return err;
}

static enum err name_references(
	struct store *store, struct row *row, struct pool *pool, struct errmsg *why)
{
	const struct kind_info *info = &kind_info[row->kind];
	enum err err = ERR_NONE;
	for (size_t i = 0; i < info->field_count && !err; i++) {
		struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (info->fields[i].type != FIELD_REF || cell->type == CELL_NULL)
			continue;
		struct uuid *id = pool_alloc(pool, sizeof(*id));
		err = row_id_of(store, info->fields[i].ref, cell->whole, id, why);
		*cell = (struct cell){ .type = CELL_UUID, .text = (const char *)id };
	}
	return err;
}

/* Where it lay is said by what brings it back. */
static void leave_place(struct row *row)
{
	int owner = row_owner_cell(row->kind), instrument = row_instrument_cell(row->kind);
	if (owner >= 0)
		row->cell[owner] = (struct cell){ 0 };
	if (instrument >= 0)
		row->cell[instrument] = (struct cell){ 0 };
}

/* Whoever says later than the deletion that they were heard needs to know whose that was. What a
 * file takes away was told by it; of two records that are made one the first is another's. */
static bool is_told(const struct transaction *change, enum kind kind)
{
	return (kind == KIND_PERSON || kind == KIND_RESPONDENT) && !change->kept && !change->unites;
}

enum err bury_row(struct store *store, const struct row *row, struct errmsg *why)
{
	const struct transaction *change = &store->change;
	struct pool pool = { 0 };
	struct row version;
	if (!kind_info[row->kind].has_id || change->unsealed || (change->kept && change->target))
		return ERR_NONE;
	row_copy(&pool, row, &version);
	leave_place(&version);
	enum err err = name_references(store, &version, &pool, why);
	if (!err)
		err = keep(store, change->alliance, &version, why);
	if (!err && is_told(change, row->kind))
		err = tell_row(store, row, &version, &pool, why);
	pool_release(&pool);
	return err;
}

enum err store_bury(struct store *store, int64_t alliance, const struct record *record,
	enum kind kind, const void *object, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct row row;
	row_of_version(record, kind, object, &pool, &row);
	enum err err = keep(store, alliance, &row, why);
	pool_release(&pool);
	return err;
}

/* Digging out */

struct sayings {
	const char **text;
	size_t count;
};

static enum err read_sayings(enum err err, struct query *query, struct pool *pool,
	struct sayings *all, struct errmsg *why)
{
	bool more = true;
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, all->text, all->count) = column_text(query, 0, pool);
	return err;
}

/* By keys of the record; what it has not is nothing. *whole: without it the object can be. */
static void find_references(const struct record *record, struct row *row, bool *whole)
{
	const struct kind_info *info = &kind_info[row->kind];
	*whole = true;
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (field->type != FIELD_REF || cell->type != CELL_UUID)
			continue;
		int at = record_find(
			record, field->ref, (const struct uuid *)(const void *)cell->text);
		const struct object *target =
			at < 0 ? NULL : record_at(record, field->ref, (size_t)at);
		*cell = (struct cell){ 0 };
		if (target && target->key)
			*cell = (struct cell){ .type = CELL_WHOLE, .whole = target->key };
		*whole &= cell->type != CELL_NULL || !field->required;
	}
}

static enum err dig_out(struct store *store, struct record *record, enum kind kind,
	const char *said, void **version, struct errmsg *why)
{
	struct row row;
	bool whole;
	*version = NULL;
	row_decode(said, kind, 0, 0, 0, &record->pool, &row);
	enum err err = row_check_version(store, &row, NULL, why);
	if (err)
		return err;
	find_references(record, &row, &whole);
	struct object *object = pool_alloc(&record->pool, kind_info[kind].size);
	object_init(kind, object);
	if (!whole || !load_row(store, &row, record, object))
		return ERR_NONE;
	const struct cell *extra = &row.cell[row_extra_cell(kind)];
	memcpy(&object->id, row.cell[row_id_cell(kind)].text, sizeof(object->id));
	object->extra = extra->type == CELL_TEXT ? extra->text : NULL;
	*version = object;
	return ERR_NONE;
}

enum err store_buried(struct store *store, struct record *record, enum kind kind,
	const struct uuid *id, void ***versions, size_t *count, struct errmsg *why)
{
	struct sayings all = { 0 };
	struct query *query;
	void *version;
	*versions = NULL;
	*count = 0;
	enum err err = statement_bind(
		store, BURIED_LIST, &query, why, "bi", id, (int64_t)kind_info[kind].code);
	err = read_sayings(err, query, &record->pool, &all, why);
	for (size_t i = 0; i < all.count && !err; i++) {
		err = dig_out(store, record, kind, all.text[i], &version, why);
		if (version)
			*POOL_APPEND(&record->pool, *versions, *count) = version;
	}
	return err;
}

enum err store_buried_action(struct store *store, struct record *record, const char *library,
	void ***versions, size_t *count, struct errmsg *why)
{
	struct sayings all = { 0 };
	struct query *query;
	void *version;
	*versions = NULL;
	*count = 0;
	enum err err = statement_bind(store, BURIED_OF_KIND, &query, why, "ii",
		record->alliance.object.key, (int64_t)kind_info[KIND_PLAN_ACTION].code);
	err = read_sayings(err, query, &record->pool, &all, why);
	for (size_t i = 0; i < all.count && !err; i++) {
		err = dig_out(store, record, KIND_PLAN_ACTION, all.text[i], &version, why);
		if (version && str_same(((const struct plan_action *)version)->library, library))
			*POOL_APPEND(&record->pool, *versions, *count) = version;
	}
	return err;
}

enum err buried_claim(struct store *store, struct errmsg *why)
{
	return store->change.buried
		? statement_run(store, BURIED_CLAIM, why, "i", store->change.group)
		: ERR_NONE;
}

enum err buried_turn(struct store *store, int64_t group, struct errmsg *why)
{
	return statement_run(store, BURIED_TURN, why, "ii", store->change.group, group);
}

enum err buried_expire(struct store *store, int day, bool *any, struct errmsg *why)
{
	int64_t count;
	enum err err = statement_number(store, BURIED_DUE, &count, why, "i", (int64_t)day);
	*any = count > 0;
	return err || !*any ? err : statement_run(store, BURIED_DROP, why, "i", (int64_t)day);
}
