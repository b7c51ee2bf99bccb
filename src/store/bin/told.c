/* SPDX-License-Identifier: MIT */
/*
 * What was said of, and by, people whose records were made one, as it was said: so that it counts
 * for the right one whatever is heard of the merges later.
 */
#include "../store_private.h"

#include <string.h>

#define PRESENT INT64_C(-1) /* the transaction that is open, which may have no number yet */

static const struct uuid *place_of(const struct record *record, enum kind kind)
{
	return kind_is_shared(kind) ? &record->alliance.object.id : &record->assessment.object.id;
}

static bool is_of_people(const struct field *field)
{
	return field->type == FIELD_REF &&
		(field->ref == KIND_PERSON || field->ref == KIND_RESPONDENT);
}

static const char *encode(const struct row *row, struct pool *pool)
{
	struct str said;
	str_init(&said);
	row_encode(&said, row, 0);
	const char *text = pool_strdup(pool, said.text);
	str_release(&said);
	return text;
}

static const char *sign_of(
	struct row *row, const struct uuid *place, const char *item, struct pool *pool)
{
	const struct kind_info *info = &kind_info[row->kind];
	char text[UUID_TEXT];
	for (size_t i = 0; i < info->field_count; i++)
		if (is_of_people(&info->fields[i]))
			row->cell[row_field_cell(row->kind, i)] = (struct cell){ 0 };
	return pool_printf(pool, "%d %s %s %s", info->code, uuid_text(place, text),
		item ? item : "", encode(row, pool));
}

static const char *item_of(const struct record *record, enum kind kind, const void *object)
{
	const struct answer *answer = object;
	return kind == KIND_ANSWER ? record->instrument->items[answer->item].id : NULL;
}

const char *store_told_sign(
	const struct record *record, enum kind kind, const void *object, struct pool *pool)
{
	struct row row;
	row_of_version(record, kind, object, pool, &row);
	return sign_of(&row, place_of(record, kind), item_of(record, kind, object), pool);
}

static enum err put(struct store *store, int64_t alliance, const struct store_told *told,
	int64_t changed, struct errmsg *why)
{
	int64_t known = 0;
	enum err err = statement_number(
		store, TOLD_KNOWN, &known, why, "bbt", &told->id, &told->place, told->said);
	if (err || known)
		return err;
	store->change.buried |= store->change.kept;
	return statement_run(store, TOLD_PUT, why, "biiiitibbt", &told->id, alliance,
		(int64_t)kind_info[told->kind].code, store->change.kept ? PRESENT : INT64_C(0),
		changed, told->said, (int64_t)clock_today(), &told->place,
		told->kind == KIND_ANSWER ? &told->whose : NULL, told->item);
}

enum err store_tell(struct store *store, int64_t alliance, const struct record *record,
	enum kind kind, const void *object, struct errmsg *why)
{
	const struct answer *answer = object;
	struct pool pool = { 0 };
	struct row row;
	row_of_version(record, kind, object, &pool, &row);
	struct store_told told = { .kind = kind,
		.id = object_id(record, kind, object),
		.place = *place_of(record, kind),
		.item = item_of(record, kind, object),
		.said = encode(&row, &pool) };
	if (kind == KIND_ANSWER)
		told.whose = record->respondents[answer->respondent].object.id;
	enum err err = put(store, alliance, &told, object_time(kind, object), why);
	pool_release(&pool);
	return err;
}

enum err tell_row(struct store *store, const struct row *row, const struct row *version,
	struct pool *pool, struct errmsg *why)
{
	int owner = row_owner_cell(row->kind);
	struct store_told told = { .kind = row->kind, .said = encode(version, pool) };
	memcpy(&told.id, row->cell[row_id_cell(row->kind)].text, sizeof(told.id));
	enum err err = row_id_of(
		store, kind_info[row->kind].parent, row->cell[owner].whole, &told.place, why);
	return err ? err
		   : put(store, store->change.alliance, &told, row_stamp_after(0, row) - 1, why);
}

/* Whose interview it is, or who owns it; none: nobody. */
static struct uuid person_of(const struct row *row)
{
	const struct kind_info *info = &kind_info[row->kind];
	struct uuid person = { 0 };
	for (size_t i = 0; i < info->field_count; i++) {
		const struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (is_of_people(&info->fields[i]) && info->fields[i].ref == KIND_PERSON &&
			cell->type == CELL_UUID)
			memcpy(&person, cell->text, sizeof(person));
	}
	return person;
}

/* A row of another program may be of no kind. */
static bool read_told(struct query *query, struct pool *pool, struct store_told *told)
{
	struct row row;
	*told = (struct store_told){ .id = column_uuid(query, 0),
		.kind = kind_of_code(column_whole(query, 1)),
		.said = column_text(query, 2, pool),
		.place = column_uuid(query, 3),
		.item = column_text(query, 5, pool),
		.changed = column_whole(query, 6) };
	if (told->kind == KIND_NONE || (told->kind == KIND_ANSWER) != (told->item != NULL))
		return false;
	if (told->kind == KIND_ANSWER)
		told->whose = column_uuid(query, 4);
	row_decode(told->said, told->kind, 0, 0, 0, pool, &row);
	row.cell[0] = (struct cell){ 0 };
	if (told->kind != KIND_ANSWER)
		told->whose = person_of(&row);
	told->sign = sign_of(&row, &told->place, told->item, pool);
	return true;
}

enum err store_told(struct store *store, int64_t alliance, struct pool *pool,
	struct store_told **list, size_t *count, struct errmsg *why)
{
	struct query *query;
	struct store_told told;
	bool more = true;
	*list = NULL;
	*count = 0;
	enum err err = statement_bind(store, TOLD_LIST, &query, why, "i", alliance);
	while (!err && !(err = query_step(query, &more, why)) && more)
		if (read_told(query, pool, &told))
			*POOL_APPEND(pool, *list, *count) = told;
	return err;
}

/* As it counts */

static int find(const struct record *record, enum kind kind, const struct uuid *id,
	const struct store_people *people)
{
	bool mapped = kind == KIND_PERSON || kind == KIND_RESPONDENT;
	return mapped ? people->find(people->context, kind, id) : record_find(record, kind, id);
}

/* By keys of the record; false: something is not there. */
static bool find_references(
	const struct record *record, struct row *row, const struct store_people *people)
{
	const struct kind_info *info = &kind_info[row->kind];
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (field->type != FIELD_REF || cell->type != CELL_UUID)
			continue;
		struct uuid id;
		memcpy(&id, cell->text, sizeof(id));
		int at = find(record, field->ref, &id, people);
		const struct object *target =
			at < 0 ? NULL : record_at(record, field->ref, (size_t)at);
		if (!target)
			return false;
		*cell = (struct cell){ .type = CELL_WHOLE, .whole = target->key };
	}
	return true;
}

/* Whose answer it is, and to what. */
static bool find_question(const struct record *record, const struct store_told *told,
	const struct store_people *people, struct answer *answer)
{
	answer->respondent = find(record, KIND_RESPONDENT, &told->whose, people);
	answer->item = instrument_item(record->instrument, told->item);
	return answer->respondent >= 0 && answer->item >= 0;
}

enum err store_told_object(struct store *store, struct record *record,
	const struct store_told *told, const struct store_people *people, void **object,
	struct errmsg *why)
{
	enum kind kind = told->kind;
	bool answers = kind == KIND_ANSWER;
	struct object *made = pool_alloc(&record->pool, kind_info[kind].size);
	struct answer *answer = (void *)made;
	struct row row;
	*object = NULL;
	object_init(kind, made);
	if (answers && !find_question(record, told, people, answer))
		return ERR_NONE;
	row_decode(told->said, kind, 0, 0, 0, &record->pool, &row);
	row.cell[0] = (struct cell){ 0 };
	enum err err = row_check_version(
		store, &row, answers ? &record->instrument->items[answer->item] : NULL, why);
	if (err || !find_references(record, &row, people) || !load_row(store, &row, record, made))
		return err;
	const struct cell *extra = &row.cell[row_extra_cell(kind)];
	if (kind_info[kind].has_id)
		made->id = told->id;
	made->extra = extra->type == CELL_TEXT ? extra->text : NULL;
	*object = made;
	return ERR_NONE;
}
