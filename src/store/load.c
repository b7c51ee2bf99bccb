/* SPDX-License-Identifier: MIT */
/*
 * One assessment with its alliance from the file into a record.
 */
#include "store_private.h"

#include <math.h>
#include <string.h>

/* Rows come in the order of their keys, so the index of one is found by halving. */
static int index_of(const struct record *record, enum kind kind, int64_t key)
{
	size_t low = 0, high = record_count(record, kind);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t at = ((const struct object *)record_at(record, kind, middle))->key;
		if (at == key)
			return (int)middle;
		if (at < key)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

/* Answers come respondent by respondent: mostly that of the answer before. */
static int respondent_of(const struct record *record, int64_t key)
{
	size_t n = record->answer_count;
	int last = n > 1 ? record->answers[n - 2].respondent : -1;
	if (last >= 0 && record->respondents[last].object.key == key)
		return last;
	return index_of(record, KIND_RESPONDENT, key);
}

static void read_rating(struct cell rating, const struct record *record, struct answer *answer)
{
	if (rating.type == CELL_WHOLE && record->instrument->items[answer->item].kind == ITEM_RATED)
		answer->value =
			(struct value){ .type = VALUE_NUMBER, .number = (double)rating.whole };
}

static void read_field(struct store *store, struct cell cell, enum kind kind,
	const struct field *field, struct record *record, char *object)
{
	void *member = object + field->offset;
	const char *text = cell.type == CELL_TEXT ? cell.text : NULL;
	if (cell.type == CELL_NULL)
		return;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		*(const char **)member = pool_strdup(&record->pool, text);
		break;
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_DATE:
	case FIELD_TRI:
	case FIELD_WORD:
		*(int *)member = (int)cell.whole;
		break;
	case FIELD_REAL:
		*(double *)member = cell.real;
		break;
	case FIELD_INSTANT:
		*(int64_t *)member = cell.whole;
		break;
	case FIELD_UUID:
		memcpy(member, cell.text, sizeof(struct uuid));
		break;
	case FIELD_REF:
		*(int *)member = kind == KIND_ANSWER ? respondent_of(record, cell.whole)
						     : index_of(record, field->ref, cell.whole);
		break;
	case FIELD_ITEM:
		*(int *)member = bank_item(store, cell.whole);
		break;
	case FIELD_VALUE:
		value_parse(&record->pool,
			record->instrument->items[((struct answer *)(void *)object)->item].kind,
			text, member);
		break;
	}
}

/* The item that a row, an answer, is about; NULL for other kinds. */
static const struct item *item_of(
	const struct store *store, const struct row *row, const struct record *record)
{
	return row->kind == KIND_ANSWER
		? &record->instrument->items[bank_item(store, row_item(row))]
		: NULL;
}

/* An object in its absent state becomes the row, if that is one of ours. */
static enum err read_object(struct store *store, const struct row *row, struct record *record,
	void *object, struct errmsg *why)
{
	enum kind kind = row->kind;
	const struct kind_info *info = &kind_info[kind];
	struct object *head = object;
	enum err err = row_check(store, row, item_of(store, row, record), why);
	if (err)
		return err;
	if (kind != KIND_ANSWER)
		head->key = row->cell[0].whole;
	if (info->has_id)
		memcpy(&head->id, row->cell[row_id_cell(kind)].text, sizeof(head->id));
	head->extra = pool_strdup(&record->pool, row->cell[row_extra_cell(kind)].text);
	for (size_t i = 0; i < info->field_count; i++)
		read_field(store, row->cell[row_field_cell(kind, i)], kind, &info->fields[i],
			record, object);
	if (kind == KIND_ANSWER)
		read_rating(row->cell[row_rating_cell(kind)], record, object);
	return row_check_object(store, row, object, why);
}

/* Does the record have all that the row refers to? */
static bool refers_within(const struct record *record, const struct row *row)
{
	const struct kind_info *info = &kind_info[row->kind];
	for (size_t i = 0; i < info->field_count; i++) {
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (info->fields[i].type == FIELD_REF && cell->type != CELL_NULL &&
			index_of(record, info->fields[i].ref, cell->whole) < 0)
			return false;
	}
	return true;
}

/* Respondent and item of an answer, its first two fields, are what it is about. */
bool load_row(struct store *store, const struct row *row, struct record *record, void *object)
{
	enum kind kind = row->kind;
	const struct kind_info *info = &kind_info[kind];
	size_t first = kind == KIND_ANSWER ? row_key_cells(kind) : 0;
	struct pool pool = { 0 };
	if (!refers_within(record, row))
		return false;
	char *fresh = pool_alloc(&pool, info->size);
	object_init(kind, fresh);
	memcpy(fresh, object, sizeof(struct object));
	for (size_t i = 0; i < first; i++)
		memcpy(fresh + info->fields[i].offset,
			(const char *)object + info->fields[i].offset, sizeof(int));
	for (size_t i = first; i < info->field_count; i++)
		read_field(store, row->cell[row_field_cell(kind, i)], kind, &info->fields[i],
			record, fresh);
	if (kind == KIND_ANSWER)
		read_rating(row->cell[row_rating_cell(kind)], record, (void *)fresh);
	if (kind == KIND_PLAN_ACTION) /* the one member that no field has */
		((struct plan_action *)(void *)fresh)->number =
			((const struct plan_action *)object)->number;
	memcpy(object, fresh, info->size);
	pool_release(&pool);
	return true;
}

static enum err load_list(struct store *store, struct record *record, enum kind kind, int64_t owner,
	struct errmsg *why)
{
	struct query *query;
	struct pool pool = { 0 };
	struct row row;
	bool more = true;
	enum err err = statement_bind(store, STATEMENT_LIST + kind, &query, why, "i", owner);
	row_init(&pool, kind, &row);
	while (!err && !(err = query_step(query, &more, why)) && more) {
		row_look(query, &row);
		if (kind == KIND_ANSWER)
			err = row_check_item(store, &row, why);
		if (!err)
			err = read_object(store, &row, record, record_add(record, kind), why);
		if (err)
			query_reset(query);
	}
	pool_release(&pool);
	return err;
}

/* *owner: key of what it belongs to. */
static enum err load_one(struct store *store, struct record *record, enum kind kind, int64_t key,
	int64_t *owner, struct errmsg *why)
{
	struct query *query;
	struct pool pool = { 0 };
	struct row row;
	bool found;
	enum err err = statement_bind(store, STATEMENT_GET + kind, &query, why, "i", key);
	if (!err)
		err = query_step(query, &found, why);
	if (err)
		return err;
	if (!found)
		return errmsg_set(why, ERR_USAGE, "this %s is not in %s any more",
			kind_info[kind].name, store->path);
	row_init(&pool, kind, &row);
	row_look(query, &row);
	err = read_object(store, &row, record, record_at(record, kind, 0), why);
	if (owner)
		*owner = row.cell[row_owner_cell(kind)].whole;
	query_reset(query);
	pool_release(&pool);
	return err;
}

enum err load_instrument(struct store *store, int64_t assessment, struct pool *pool,
	const struct instrument **instrument, struct errmsg *why)
{
	struct query *query;
	bool found;
	enum err err = statement_bind(store, INSTRUMENT_OF, &query, why, "i", assessment);
	if (!err)
		err = query_step(query, &found, why);
	if (err)
		return err;
	if (!found)
		return errmsg_set(
			why, ERR_USAGE, "this assessment is not in %s any more", store->path);
	err = bank_resolve(query, 0, pool, instrument, why);
	query_reset(query);
	return err;
}

static enum err load_lists(struct store *store, struct record *record, enum kind first,
	enum kind last, int64_t owner, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int kind = first; !err && kind <= (int)last; kind++)
		if (kind_info[kind].count)
			err = load_list(store, record, (enum kind)kind, owner, why);
	return err;
}

static enum err load_shared(
	struct store *store, int64_t alliance, struct record *record, struct errmsg *why)
{
	enum err err = load_one(store, record, KIND_ALLIANCE, alliance, NULL, why);
	if (!err)
		err = load_lists(store, record, KIND_PARTY, KIND_ASSESSMENT - 1, alliance, why);
	return err ? err : number_load(store, alliance, record, why);
}

enum err load_releases(struct store *store, struct record *record, struct errmsg *why)
{
	return load_lists(
		store, record, KIND_RELEASE, KIND_RELEASE_RATING, record->alliance.object.key, why);
}

enum err store_load_shared(
	struct store *store, int64_t alliance, struct record *record, struct errmsg *why)
{
	record_init(record, instrument_builtin());
	return load_shared(store, alliance, record, why);
}

enum err load_assessment(struct store *store, int64_t key, struct pool *pool,
	const struct assessment **round, struct errmsg *why)
{
	struct record record;
	record_init(&record, instrument_builtin());
	enum err err = load_one(store, &record, KIND_ASSESSMENT, key, NULL, why);
	struct assessment *copy = pool_alloc(pool, sizeof(*copy));
	*copy = record.assessment;
	copy->title = pool_strdup(pool, copy->title);
	copy->object.extra = NULL;
	*round = copy;
	record_release(&record);
	return err;
}

static enum err load_whole(struct store *store, int64_t assessment, int64_t alliance,
	struct record *record, struct errmsg *why)
{
	enum err err = load_shared(store, alliance, record, why);
	if (!err)
		err = load_lists(store, record, KIND_ASSESSMENT, KIND_COUNT - 1, assessment, why);
	if (err)
		return err;
	record_order(record);
	record_settle(record);
	return ERR_NONE;
}

static enum err load_outline(struct store *store, int64_t assessment, int64_t alliance,
	struct record *record, struct errmsg *why)
{
	static const enum kind rest[] = { KIND_PROFILE, KIND_PARTY_PROFILE, KIND_ROUTE,
		KIND_OBJECTIVE, KIND_CHECKLIST };
	enum err err = load_list(store, record, KIND_PARTY, alliance, why);
	if (!err)
		err = outline_respondents(store, assessment, record, why);
	record_settle(record);
	if (!err)
		err = outline_answers(store, record, why);
	for (size_t i = 0; !err && i < sizeof(rest) / sizeof(*rest); i++)
		err = load_list(store, record, rest[i], assessment, why);
	return err;
}

enum err load_round(struct store *store, int64_t assessment, enum load_extent extent,
	struct record *record, struct errmsg *why)
{
	static enum err (*const load_parts[])(struct store *, int64_t assessment, int64_t alliance,
		struct record *, struct errmsg *) = { load_whole, load_outline };
	const struct instrument *instrument;
	int64_t alliance = 0;
	struct pool pool = { 0 };
	enum err err = load_instrument(store, assessment, &pool, &instrument, why);
	if (err) {
		pool_release(&pool);
		*record = (struct record){ 0 };
		return err;
	}
	record_init(record, instrument);
	record->instrument_pool = pool;
	err = bank_use(store, instrument, false, why);
	if (!err)
		err = load_one(store, record, KIND_ASSESSMENT, assessment, &alliance, why);
	if (!err)
		err = load_parts[extent](store, assessment, alliance, record, why);
	if (!err)
		err = record_check_counts(store, record, why);
	if (err)
		record_release(record);
	return err;
}

/* One transaction, so that nothing changes between the kinds. */
enum err store_load(
	struct store *store, int64_t assessment, struct record *record, struct errmsg *why)
{
	bool own = !store_is_writing(store);
	*record = (struct record){ 0 };
	enum err err = own ? place_begin(store, false, why) : ERR_NONE;
	if (err)
		return err;
	err = load_round(store, assessment, LOAD_WHOLE, record, why);
	if (own)
		engine_rollback(store->engine);
	return err;
}

int64_t store_newest(struct store *store, int64_t assessment)
{
	int64_t newest = 0;
	statement_number(
		store, ROUND_NEWEST, &newest, NULL, "ii", assessment, (int64_t)ROUND_PULSE);
	return newest ? newest : assessment;
}

enum err store_round_ids(struct store *store, int64_t alliance, struct pool *pool,
	struct uuid **ids, size_t *count, struct errmsg *why)
{
	struct query *query;
	bool more = true;
	*ids = NULL;
	*count = 0;
	enum err err = statement_bind(store, ROUND_IDS, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		*POOL_APPEND(pool, *ids, *count) = column_uuid(query, 0);
	return err;
}

size_t store_rounds(struct store *store, int64_t alliance, struct pool *pool, int64_t **keys)
{
	struct query *query;
	size_t n = 0;
	bool more = true;
	*keys = NULL;
	if (statement_bind(store, ROUNDS, &query, NULL, "i", alliance))
		return 0;
	while (!query_step(query, &more, NULL) && more)
		*POOL_APPEND(pool, *keys, n) = column_whole(query, 0);
	return n;
}
