/* SPDX-License-Identifier: MIT */
/*
 * One object of a change that waits to be stored: its copy, and where it stands in the record.
 */
#include "piece.h"

#include <string.h>

static void note_references(struct pool *pool, const struct record *record, struct piece *piece)
{
	const struct kind_info *info = &kind_info[piece->kind];

	piece->refers = pool_alloc(pool, info->field_count * sizeof(*piece->refers));
	piece->keys = pool_alloc(pool, info->field_count * sizeof(*piece->keys));
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		int at = field->type == FIELD_REF ? object_reference(field, piece->object) : -1;
		const struct object *object =
			at < 0 ? NULL : record_at(record, field->ref, (size_t)at);
		if (object) {
			piece->refers[i] = object->id;
			piece->keys[i] = object->key;
		}
	}
}

static void lose(struct piece *piece, enum kind kind, int64_t key, const struct uuid *id)
{
	piece->gone = true;
	piece->lost_kind = kind;
	piece->lost_key = key;
	piece->lost_id = *id;
}

void piece_refer(const struct record *record, struct piece *piece)
{
	const struct kind_info *info = &kind_info[piece->kind];

	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		if (field->type != FIELD_REF || uuid_none(&piece->refers[i]))
			continue;
		int at = record_find(record, field->ref, &piece->refers[i]);
		*object_reference_in(field, piece->object) = at;
		if (at < 0 && !piece->deletes)
			lose(piece, field->ref, piece->keys[i], &piece->refers[i]);
	}
}

void piece_make(struct pool *pool, struct record *record, struct piece *piece)
{
	struct object *copy = pool_alloc(pool, kind_info[piece->kind].size);

	object_copy(pool, piece->kind, copy, piece->object);
	piece->object = copy;
	piece->id = object_id(record, piece->kind, copy);
	note_references(pool, record, piece);
}

static bool same_object(const struct record *record, const struct piece *piece, size_t i)
{
	const struct object *object = record_at(record, piece->kind, i);
	struct uuid id;

	if (!kind_info[piece->kind].has_id && (piece->stored || object->key))
		return object->key == piece->object->key;
	id = object_id(record, piece->kind, object);
	return uuid_same(&id, &piece->id);
}

void *piece_find(struct record *record, const struct piece *piece)
{
	const struct answer *answer = (const void *)piece->object;

	if (piece->kind == KIND_ANSWER)
		return piece->gone ? NULL
				   : record_put_answer(record, answer->respondent, answer->item);
	for (size_t i = 0; i < record_count(record, piece->kind); i++)
		if (same_object(record, piece, i))
			return record_at(record, piece->kind, i);
	return NULL;
}

/* One that is not there is deleted already. */
static void take_away(struct record *record, const struct piece *piece)
{
	size_t size = kind_info[piece->kind].size;
	const char *place = piece_find(record, piece);

	if (place)
		record_remove(record, piece->kind,
			(size_t)(place - (const char *)record_at(record, piece->kind, 0)) / size);
}

void piece_show(struct record *record, struct piece *piece)
{
	if (piece->deletes) {
		take_away(record, piece);
		return;
	}
	void *place = piece->gone ? NULL : piece_find(record, piece);

	if (!place && piece->stored && !piece->gone)
		lose(piece, piece->kind, piece->object->key, &piece->object->id);
	if (piece->gone)
		return;
	if (!place)
		place = record_add(record, piece->kind);
	object_copy(&record->pool, piece->kind, place, piece->object);
}

bool piece_concerns(const struct piece *piece, const struct uuid *id)
{
	bool concerns = !piece->deletes && uuid_same(&piece->id, id);

	for (size_t i = 0; !piece->deletes && i < kind_info[piece->kind].field_count; i++)
		concerns |= uuid_same(&piece->refers[i], id);
	return concerns;
}
