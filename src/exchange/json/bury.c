/* SPDX-License-Identifier: MIT */
/*
 * The deletions of a document: what they reach goes, and they are remembered for the next one.
 */
#include "merge.h"

#include <stdlib.h>

static bool is_in(json_t *ids, const struct record *rec, enum kind kind, const void *object)
{
	char text[UUID_TEXT];
	struct uuid id = object_id(rec, kind, object);
	return json_object_get(ids, uuid_text(&id, text));
}

/* What goes along with something else is not counted. */
static enum err bury(struct merge *m, const struct record *rec, enum kind kind, const void *object,
	int64_t deleted)
{
	if (is_in(m->deleted, rec, kind, object)) {
		differ_stored(m, rec, VERDICT_DELETED, kind, object, deleted);
		m->report->deleted++;
	}
	vacate(m, rec, kind, object);
	m->moved |= kind == KIND_RESPONDENT;
	return store_delete(m->store, rec, kind, object, m->why);
}

/* From the last kind to the first, so that what is in something goes before it. */
static enum err bury_dead(struct merge *m, const struct record *rec, const struct lives *lives,
	enum kind first, enum kind last)
{
	enum err err = ERR_NONE;
	for (int kind = last; kind >= (int)first && !err; kind--)
		for (size_t i = 0; i < record_count(rec, kind) && !err; i++)
			if (!lives->alive[kind][i])
				err = bury(
					m, rec, kind, record_at(rec, kind, i), lives->at[kind][i]);
	return err;
}

/* A round that is sealed keeps what it has, and the people who were heard in it. */
static void tell_sealed(
	struct merge *m, const struct record *rec, const struct lives *lives, json_t *told)
{
	for (int kind = KIND_PARTY; kind < KIND_COUNT; kind++)
		for (size_t i = 0; i < record_count(rec, kind); i++) {
			const void *object = record_at(rec, kind, i);
			if (lives->alive[kind][i] &&
				object_time(kind, object) <= lives->at[kind][i] &&
				is_in(m->deleted, rec, kind, object) &&
				!is_in(told, rec, kind, object))
				differ_stored(
					m, rec, VERDICT_SEALED, kind, object, lives->at[kind][i]);
		}
}

/* What is the alliance's lives when it does in any round. */
static void join(const struct record *rec, const struct lives *lives, json_t *shared)
{
	char text[UUID_TEXT];
	for (int kind = KIND_PARTY; kind < KIND_ASSESSMENT; kind++)
		for (size_t i = 0; i < record_count(rec, kind); i++) {
			struct uuid id = object_id(rec, kind, record_at(rec, kind, i));
			if (lives->alive[kind][i])
				json_object_set_new(shared, uuid_text(&id, text), json_true());
		}
}

static enum err bury_in_round(struct merge *m, int64_t key, json_t *shared)
{
	struct record rec;
	struct lives lives;
	enum err err = store_load(m->store, key, &rec, m->why);
	if (err)
		return err;
	bool sealed = rec.assessment.sealed != DATE_NONE;
	lives_init(&lives, &rec, m->deleted, sealed ? LIVES_ALL : LIVES_LATER);
	if (sealed)
		tell_sealed(m, &rec, &lives, shared);
	else
		err = bury_dead(m, &rec, &lives, KIND_ASSESSMENT + 1, KIND_COUNT - 1);
	join(&rec, &lives, shared);
	if (!err && !lives.alive[KIND_ASSESSMENT][0])
		err = bury_dead(m, &rec, &lives, KIND_ASSESSMENT, KIND_ASSESSMENT);
	lives_release(&lives);
	record_release(&rec);
	return err;
}

/* Those that live in no round; round: any that is left. */
static enum err bury_shared(struct merge *m, int64_t round, json_t *shared)
{
	struct record rec;
	struct lives lives;
	char text[UUID_TEXT];
	enum err err = store_load(m->store, round, &rec, m->why);
	if (err)
		return err;
	lives_init(&lives, &rec, m->deleted, LIVES_LATER);
	for (int kind = KIND_PARTY; kind < KIND_ASSESSMENT; kind++)
		for (size_t i = 0; i < record_count(&rec, kind); i++) {
			struct uuid id = object_id(&rec, kind, record_at(&rec, kind, i));
			lives.alive[kind][i] =
				json_object_get(shared, uuid_text(&id, text)) != NULL;
			if (lives.alive[kind][i])
				occupy(m, &rec, kind, record_at(&rec, kind, i));
		}
	err = bury_dead(m, &rec, &lives, KIND_PARTY, KIND_ASSESSMENT - 1);
	lives_release(&lives);
	record_release(&rec);
	return err;
}

static enum err bury_all(struct merge *m)
{
	struct pool pool = { 0 };
	int64_t *keys;
	json_t *shared = json_object();
	size_t count = store_rounds(m->store, m->alliance, &pool, &keys);
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = bury_in_round(m, keys[i], shared);
	if (!err && (count = store_rounds(m->store, m->alliance, &pool, &keys)))
		err = bury_shared(m, keys[0], shared);
	json_decref(shared);
	pool_release(&pool);
	return err;
}

/* Also of those that were known: what lived by something in it may not any more. */
enum err merge_deleted(struct merge *m)
{
	bool any = json_object_size(m->deleted) || json_object_size(m->places);
	enum err err = any ? bury_all(m) : ERR_NONE;
	for (size_t i = 0; i < m->file->deleted_count && !err; i++)
		err = store_put_deleted(m->store, m->alliance, &m->file->deleted[i], m->why);
	return err ? err : places_keep(m);
}
