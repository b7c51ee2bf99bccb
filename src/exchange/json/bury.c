/* SPDX-License-Identifier: MIT */
/*
 * The end of merging: what was said counts for whom it does now; what deletions have reached goes,
 * and they are remembered for the next document.
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
	vacate(m, rec, kind, object);
	if (((const struct object *)object)->key >= KEY_NONE)
		return ERR_NONE;
	if (is_in(m->deleted, rec, kind, object)) {
		differ_stored(m, rec, VERDICT_DELETED, kind, object, deleted);
		m->report->deleted++;
	}
	m->moved |= kind == KIND_RESPONDENT;
	return store_delete(m->store, rec, kind, object, m->why);
}

/* From the last kind to the first, so that what is in something goes before it. */
static enum err bury_dead(
	struct merge *m, const struct settled *settled, enum kind first, enum kind last)
{
	const struct record *rec = &settled->rec;
	const struct lives *lives = &settled->lives;
	enum err err = ERR_NONE;
	for (int kind = last; kind >= (int)first && !err; kind--)
		for (size_t i = 0; i < record_count(rec, kind) && !err; i++)
			if (!lives->alive[kind][i])
				err = bury(
					m, rec, kind, record_at(rec, kind, i), lives->at[kind][i]);
	return err;
}

/* A round that is sealed keeps what it has, and the people who were heard in it. */
static void tell_sealed(struct merge *m, const struct settled *settled, json_t *told)
{
	const struct record *rec = &settled->rec;
	const struct lives *lives = &settled->lives;
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
static void join(const struct settled *settled, json_t *shared)
{
	const struct record *rec = &settled->rec;
	char text[UUID_TEXT];
	for (int kind = KIND_PARTY; kind < KIND_ASSESSMENT; kind++)
		for (size_t i = 0; i < record_count(rec, kind); i++) {
			struct uuid id = object_id(rec, kind, record_at(rec, kind, i));
			if (settled->lives.alive[kind][i])
				json_object_set_new(shared, uuid_text(&id, text), json_true());
		}
}

static void live_in_any(struct settled *settled, json_t *shared)
{
	for (int kind = KIND_PARTY; kind < KIND_ASSESSMENT; kind++)
		for (size_t i = 0; i < record_count(&settled->rec, kind); i++)
			settled->lives.alive[kind][i] = is_in(
				shared, &settled->rec, kind, record_at(&settled->rec, kind, i));
}

/* What counts for whom it does now */

static enum err put_one(struct merge *m, struct settled *settled, const struct laid *laid)
{
	struct record *rec = &settled->rec;
	struct object *object = record_at(rec, laid->kind, laid->index);
	bool of_alliance = kind_info[laid->kind].parent == KIND_ALLIANCE;
	if (laid->was)
		differ_alike(m, rec, laid->kind, object, laid->was);
	else
		object->key = 0;
	m->report->changed += laid->was != NULL;
	m->report->added += !laid->was;
	m->moved |= laid->kind == KIND_PERSON;
	return store_put(m->store, rec, laid->kind, object, of_alliance ? m->alliance : 0, m->why);
}

static enum err put_laid(struct merge *m, struct settled *settled, bool shared)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < settled->laid_count && !err; i++) {
		const struct laid *laid = &settled->laid[i];
		if (kind_is_shared(laid->kind) == shared &&
			settled->lives.alive[laid->kind][laid->index])
			err = put_one(m, settled, laid);
	}
	return err;
}

static enum err drop_moved(struct merge *m, const struct settled *settled, bool shared)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < settled->moved_count && !err; i++) {
		const struct laid *moved = &settled->moved[i];
		if (kind_is_shared(moved->kind) != shared)
			continue;
		differ_stored(m, &settled->rec, VERDICT_DELETED, moved->kind, moved->was, 0);
		m->report->deleted++;
		err = store_delete(m->store, &settled->rec, moved->kind, moved->was, m->why);
	}
	return err;
}

static enum err join_round(
	struct merge *m, const struct sayings *sayings, int64_t key, json_t *shared)
{
	struct settled settled;
	enum err err = settle_round(m, sayings, key, &settled);
	if (err)
		return err;
	join(&settled, shared);
	settled_release(&settled);
	return ERR_NONE;
}

static enum err place_shared(
	struct merge *m, const struct sayings *sayings, int64_t round, json_t *shared)
{
	struct settled settled;
	enum err err = settle_round(m, sayings, round, &settled);
	if (err)
		return err;
	live_in_any(&settled, shared);
	err = drop_moved(m, &settled, true);
	if (!err)
		err = put_laid(m, &settled, true);
	settled_release(&settled);
	return err;
}

/* People, and what they own, are there before what is in the rounds. */
static enum err place_people(
	struct merge *m, const struct sayings *sayings, const int64_t *keys, size_t count)
{
	json_t *shared = json_object();
	enum err err = ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = join_round(m, sayings, keys[i], shared);
	if (!err && count)
		err = place_shared(m, sayings, keys[0], shared);
	json_decref(shared);
	return err;
}

/* What is dead */

static enum err place_and_bury(struct merge *m, struct settled *settled)
{
	enum err err = drop_moved(m, settled, false);
	if (!err)
		err = bury_dead(m, settled, KIND_ASSESSMENT + 1, KIND_COUNT - 1);
	return err ? err : put_laid(m, settled, false);
}

static enum err bury_in_round(
	struct merge *m, const struct sayings *sayings, int64_t key, json_t *shared)
{
	struct settled settled;
	enum err err = settle_round(m, sayings, key, &settled);
	if (err)
		return err;
	if (settled.sealed)
		tell_sealed(m, &settled, shared);
	else
		err = place_and_bury(m, &settled);
	join(&settled, shared);
	if (!err && !settled.lives.alive[KIND_ASSESSMENT][0])
		err = bury_dead(m, &settled, KIND_ASSESSMENT, KIND_ASSESSMENT);
	settled_release(&settled);
	return err;
}

/* Those that live in no round; round: any that is left. */
static enum err bury_shared(
	struct merge *m, const struct sayings *sayings, int64_t round, json_t *shared)
{
	struct settled settled;
	enum err err = settle_round(m, sayings, round, &settled);
	if (err)
		return err;
	live_in_any(&settled, shared);
	for (int kind = KIND_PARTY; kind < KIND_ASSESSMENT; kind++)
		for (size_t i = 0; i < record_count(&settled.rec, kind); i++)
			if (settled.lives.alive[kind][i])
				occupy(m, &settled.rec, kind, record_at(&settled.rec, kind, i));
	err = bury_dead(m, &settled, KIND_PARTY, KIND_ASSESSMENT - 1);
	settled_release(&settled);
	return err;
}

static enum err bury_all(struct merge *m, const struct sayings *sayings)
{
	struct pool pool = { 0 };
	int64_t *keys;
	json_t *shared = json_object();
	size_t count = store_rounds(m->store, m->alliance, &pool, &keys);
	enum err err = sayings->count ? place_people(m, sayings, keys, count) : ERR_NONE;
	for (size_t i = 0; i < count && !err; i++)
		err = bury_in_round(m, sayings, keys[i], shared);
	if (!err && (count = store_rounds(m->store, m->alliance, &pool, &keys)))
		err = bury_shared(m, sayings, keys[0], shared);
	json_decref(shared);
	pool_release(&pool);
	return err;
}

/* Also of those that were known: what lived by something in it may not any more. */
enum err merge_deleted(struct merge *m)
{
	struct sayings sayings;
	enum err err = sayings_load(m, &sayings);
	if (!err && (sayings.count || json_object_size(m->deleted) || json_object_size(m->places)))
		err = bury_all(m, &sayings);
	if (!err)
		settle_whose(m, &sayings);
	sayings_release(&sayings);
	for (size_t i = 0; i < m->file->deleted_count && !err; i++)
		err = store_put_deleted(m->store, m->alliance, &m->file->deleted[i], m->why);
	return err ? err : places_keep(m);
}
