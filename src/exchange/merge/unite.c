/* SPDX-License-Identifier: MIT */
/*
 * Records of people that were made one with another's, and their interviews: what a file or the
 * database still has of the one is the other's.
 */
#include "../json/merge.h"

#include <stdlib.h>
#include <string.h>

static const enum kind united[] = { KIND_PERSON, KIND_RESPONDENT };
#define UNITED (sizeof(united) / sizeof(*united))

/* Of what the object is a part since; false: of nothing. */
static bool whole_of(const struct merge *m, const struct object *part, struct uuid *whole)
{
	char text[UUID_TEXT];
	json_t *into = json_object_get(m->parts, uuid_text(&part->id, text));
	return into && uuid_parse(json_string_value(into), whole);
}

/* Everything of the record that refers to the one refers to the other. */
static void refer(struct record *rec, enum kind kind, int from, int to)
{
	for (int k = 0; k < KIND_COUNT; k++)
		for (size_t i = 0; i < record_count(rec, (enum kind)k); i++)
			for (size_t f = 0; f < kind_info[k].field_count; f++) {
				const struct field *field = &kind_info[k].fields[f];
				int *at = field->type == FIELD_REF && field->ref == kind
					? object_reference_in(
						  field, record_at(rec, (enum kind)k, i))
					: NULL;
				if (at && *at == from)
					*at = to;
			}
}

/* Who is in the database alone stands in the file as one of whom it says nothing. */
static int stand_in(struct record *rec, enum kind kind, size_t part, const struct uuid *id)
{
	struct object *object = record_add(rec, kind);
	memcpy(object, record_at(rec, kind, part), kind_info[kind].size);
	*object = (struct object){ .id = *id };
	return (int)record_count(rec, kind) - 1;
}

static int find_whole(const struct merge *m, struct record *rec, enum kind kind, size_t part,
	const struct uuid *id)
{
	int at = record_find(rec, kind, id);
	return at < 0 && store_key(m->store, kind, id) ? stand_in(rec, kind, part, id) : at;
}

static enum err unite_filed_kind(struct merge *m, struct record *rec, enum kind kind, bool *any)
{
	size_t count = record_count(rec, kind);
	bool *gone = mem_alloc((2 * count + 1) * sizeof(*gone));
	struct uuid whole;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++) {
		const struct object *part = record_at(rec, kind, i);
		int at = whole_of(m, part, &whole) ? find_whole(m, rec, kind, i, &whole) : -1;
		if (at < 0)
			continue;
		void *object = record_at(rec, kind, i);
		differ_stored(m, rec, VERDICT_GONE, kind, object, 0);
		refer(rec, kind, (int)i, at);
		*any = gone[i] = true;
		if (m->alliance)
			err = store_bury(m->store, m->alliance, rec, kind, object, m->why);
	}
	if (*any)
		record_remove_all(rec, kind, gone);
	free(gone);
	return err;
}

enum err unite_filed(struct merge *m)
{
	enum err err = ERR_NONE;
	for (size_t r = 0; json_object_size(m->parts) && r < m->file->count; r++)
		for (size_t k = 0; k < UNITED && !err; k++) {
			bool any = false;
			err = unite_filed_kind(m, &m->file->rounds[r], united[k], &any);
			if (any && united[k] == KIND_RESPONDENT)
				join_answers(&m->file->rounds[r]);
		}
	return err;
}

/* In the database */

struct pair {
	int part, whole; /* indices */
};

static struct pair *pairs_of(
	const struct merge *m, struct record *rec, enum kind kind, size_t *count)
{
	struct pair *pairs = NULL;
	struct uuid whole;
	*count = 0;
	for (size_t i = 0; i < record_count(rec, kind); i++) {
		int at = whole_of(m, record_at(rec, kind, i), &whole)
			? record_find(rec, kind, &whole)
			: -1;
		if (at >= 0)
			*POOL_APPEND(&rec->pool, pairs, *count) = (struct pair){ (int)i, at };
	}
	return pairs;
}

/* What was said in both is as it was said last. */
static enum err move_answers(struct merge *m, struct record *rec, const struct pair *pair)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < rec->answer_count && !err; i++) {
		struct answer moved = rec->answers[i];
		const struct answer *there = record_answer(rec, pair->whole, moved.item);
		if (moved.respondent != pair->part ||
			(there && !is_said_later(rec, KIND_ANSWER, &moved, there)))
			continue;
		moved.respondent = pair->whole;
		err = store_put(m->store, rec, KIND_ANSWER, &moved, 0, m->why);
	}
	return err;
}

static enum err move_field(struct merge *m, struct record *rec, enum kind of,
	const struct field *field, const struct pair *pair)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < record_count(rec, of) && !err; i++) {
		void *object = record_at(rec, of, i);
		if (object_reference(field, object) != pair->part)
			continue;
		*object_reference_in(field, object) = pair->whole;
		err = store_put(m->store, rec, of, object, 0, m->why);
	}
	return err;
}

/* All that refers to the one, but answers; of a sealed round only what the rounds share. */
static enum err move_rest(
	struct merge *m, struct record *rec, enum kind kind, const struct pair *pair)
{
	bool sealed = rec->assessment.sealed != DATE_NONE;
	enum err err = ERR_NONE;
	for (int of = 0; of < KIND_COUNT; of++)
		for (size_t f = 0; f < kind_info[of].field_count && !err; f++) {
			const struct field *field = &kind_info[of].fields[f];
			if (field->type == FIELD_REF && field->ref == kind && of != KIND_ANSWER &&
				(!sealed || kind_is_shared((enum kind)of)))
				err = move_field(m, rec, (enum kind)of, field, pair);
		}
	return err;
}

static enum err drop(struct merge *m, struct record *rec, enum kind kind, int part)
{
	char text[UUID_TEXT];
	const struct object *object = record_at(rec, kind, (size_t)part);
	json_t *at = json_object_get(m->deleted, uuid_text(&object->id, text));
	differ_stored(m, rec, VERDICT_DELETED, kind, object, json_integer_value(at));
	m->report->deleted++;
	return store_delete(m->store, rec, kind, object, m->why);
}

static enum err unite_interviews(struct merge *m, struct record *rec)
{
	size_t count;
	struct pair *pairs = pairs_of(m, rec, KIND_RESPONDENT, &count);
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++) {
		err = move_answers(m, rec, &pairs[i]);
		if (!err)
			err = move_rest(m, rec, KIND_RESPONDENT, &pairs[i]);
		if (!err)
			err = drop(m, rec, KIND_RESPONDENT, pairs[i].part);
	}
	return err;
}

static void note_heard(const struct record *rec, int person, json_t *heard)
{
	char text[UUID_TEXT];
	if (person >= 0)
		json_object_set_new(
			heard, uuid_text(&rec->people[person].object.id, text), json_true());
}

/* Who was heard, or sent a sheet. */
static void note_all_heard(const struct record *rec, json_t *heard)
{
	for (size_t i = 0; i < rec->respondent_count; i++)
		note_heard(rec, rec->respondents[i].person, heard);
	for (size_t i = 0; i < rec->sheet_count; i++)
		note_heard(rec, rec->sheets[i].person, heard);
}

static enum err unite_round(struct merge *m, int64_t key, json_t *heard)
{
	struct record rec;
	size_t count;
	enum err err = store_load(m->store, key, &rec, m->why);
	if (err)
		return err;
	struct pair *pairs = pairs_of(m, &rec, KIND_PERSON, &count);
	bool sealed = rec.assessment.sealed != DATE_NONE;
	if (sealed)
		note_all_heard(&rec, heard);
	for (size_t i = 0; i < count && !err; i++)
		err = move_rest(m, &rec, KIND_PERSON, &pairs[i]);
	if (!err && !sealed)
		err = unite_interviews(m, &rec);
	record_release(&rec);
	return err;
}

/* Who was heard in a round that is sealed stays there. */
static enum err drop_people(struct merge *m, int64_t key, json_t *heard)
{
	struct record rec;
	size_t count;
	char text[UUID_TEXT];
	enum err err = store_load(m->store, key, &rec, m->why);
	if (err)
		return err;
	struct pair *pairs = pairs_of(m, &rec, KIND_PERSON, &count);
	for (size_t i = 0; i < count && !err; i++)
		if (!json_object_get(heard, uuid_text(&rec.people[pairs[i].part].object.id, text)))
			err = drop(m, &rec, KIND_PERSON, pairs[i].part);
	record_release(&rec);
	return err;
}

static bool any_stored(const struct merge *m)
{
	const char *text;
	json_t *into;
	struct uuid id;
	json_object_foreach(m->parts, text, into)
	{
		for (size_t k = 0; k < UNITED; k++)
			if (uuid_parse(text, &id) && store_key(m->store, united[k], &id))
				return true;
	}
	return false;
}

enum err unite_stored(struct merge *m)
{
	struct pool pool = { 0 };
	json_t *heard = json_object();
	int64_t *keys;
	size_t count = any_stored(m) ? store_rounds(m->store, m->alliance, &pool, &keys) : 0;
	enum err err = ERR_NONE;
	m->moved |= count > 0;
	for (size_t i = 0; i < count && !err; i++)
		err = unite_round(m, keys[i], heard);
	if (count && !err)
		err = drop_people(m, keys[0], heard);
	json_decref(heard);
	pool_release(&pool);
	return err;
}
