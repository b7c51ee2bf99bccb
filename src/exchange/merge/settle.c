/* SPDX-License-Identifier: MIT */
/*
 * For whom counts what was said of people who were made one, and by them: of all that anybody has
 * said the latest, whatever became known of the merges first.
 */
#include "../json/merge.h"

#include <rekindle/bin.h>

struct settling {
	struct merge *merge;
	struct pool pool;
	struct store_told *told;
	size_t count;
	json_t *signs;
	struct record rec; /* round that is being settled */
	struct lives lives;
	json_t *views; /* UUID to index */
	struct view *list;
	size_t views_count;
};

/* What an object says in the end. */
struct view {
	enum kind kind;
	struct object *object;
	bool there; /* there is a row of it */
};

static bool is_of_people(enum kind kind)
{
	return kind == KIND_PERSON || kind == KIND_RESPONDENT;
}

static bool is_in(json_t *ids, const struct uuid *id)
{
	char text[UUID_TEXT];
	return json_object_get(ids, uuid_text(id, text));
}

static enum err begin(struct settling *s, struct merge *m)
{
	*s = (struct settling){ .merge = m };
	enum err err = store_told(m->store, m->alliance, &s->pool, &s->told, &s->count, m->why);
	s->signs = told_signs(s->told, s->count);
	return err;
}

static void end(struct settling *s)
{
	json_decref(s->signs);
	pool_release(&s->pool);
}

/* Of whom somebody is a part by now, if that one is there. */
static struct uuid now(const void *context, const struct uuid *id)
{
	const struct settling *s = context;
	char text[UUID_TEXT];
	json_t *into = json_object_get(s->merge->parts, uuid_text(id, text));
	struct uuid whole;
	bool there = into && uuid_parse(json_string_value(into), &whole) &&
		(record_find(&s->rec, KIND_PERSON, &whole) >= 0 ||
			record_find(&s->rec, KIND_RESPONDENT, &whole) >= 0);
	return there ? whole : *id;
}

static bool is_here(const struct settling *s, const struct store_told *told)
{
	const struct record *rec = &s->rec;
	return uuid_same(&told->place,
		kind_is_shared(told->kind) ? &rec->alliance.object.id : &rec->assessment.object.id);
}

static enum err count_now(struct settling *s, const struct store_told *told, void **object)
{
	const struct store_people people = { now, s };
	return store_told_object(s->merge->store, &s->rec, told, &people, object, s->merge->why);
}

static enum err put(struct settling *s, enum kind kind, void *object)
{
	struct merge *m = s->merge;
	bool of_alliance = kind_info[kind].parent == KIND_ALLIANCE;
	return store_put(m->store, &s->rec, kind, object, of_alliance ? m->alliance : 0, m->why);
}

/* Those who stand */

/* Somebody whom merges name, who is nobody's part and lives. */
static bool stands(const struct settling *s, const struct store_told *told)
{
	const struct merge *m = s->merge;
	return is_of_people(told->kind) && is_in(m->tied, &told->id) &&
		(!is_in(m->deleted, &told->id) || is_in(m->risen, &told->id));
}

/* The file itself brings them. */
static bool is_filed(const struct merge *m, const struct store_told *told)
{
	for (size_t r = 0; r < m->file->count; r++)
		if (record_find(&m->file->rounds[r], told->kind, &told->id) >= 0)
			return true;
	return false;
}

static enum err raise(struct settling *s, const struct store_told *told)
{
	struct merge *m = s->merge;
	void *object;
	if (store_key(m->store, told->kind, &told->id) || is_filed(m, told) ||
		store_is_forgotten(m->store, &told->id))
		return ERR_NONE;
	enum err err = count_now(s, told, &object);
	if (err || !object)
		return err;
	m->report->added++;
	m->moved = true;
	return put(s, told->kind, object);
}

/* People before their interviews. */
static enum err raise_in_round(struct settling *s, int64_t key, enum kind kind)
{
	struct merge *m = s->merge;
	enum err err = store_load(m->store, key, &s->rec, m->why);
	if (err)
		return err;
	bool sealed = s->rec.assessment.sealed != DATE_NONE && !kind_is_shared(kind);
	for (size_t i = 0; i < s->count && !err && !sealed; i++)
		if (s->told[i].kind == kind && is_here(s, &s->told[i]) && stands(s, &s->told[i]))
			err = raise(s, &s->told[i]);
	record_release(&s->rec);
	return err;
}

enum err settle_standing(struct merge *m)
{
	struct settling s;
	int64_t *keys;
	if (!json_object_size(m->tied))
		return ERR_NONE;
	enum err err = begin(&s, m);
	size_t count = store_rounds(m->store, m->alliance, &s.pool, &keys);
	if (!err && count)
		err = raise_in_round(&s, keys[0], KIND_PERSON);
	for (size_t i = 0; i < count && !err; i++)
		err = raise_in_round(&s, keys[i], KIND_RESPONDENT);
	end(&s);
	return err;
}

/* The rest */

static struct view *view_of(struct settling *s, enum kind kind, const void *object, json_t **at)
{
	char text[UUID_TEXT];
	struct uuid id = object_id(&s->rec, kind, object);
	json_t *index = json_object_get(s->views, uuid_text(&id, text));
	if (at && !index)
		json_object_set_new(s->views, text, *at = json_integer((json_int_t)s->views_count));
	return index ? &s->list[json_integer_value(index)] : NULL;
}

static void consider(struct settling *s, enum kind kind, void *object)
{
	json_t *fresh;
	struct view *view = view_of(s, kind, object, &fresh);
	((struct object *)object)->given = ALL_FIELDS;
	if (!view)
		*POOL_APPEND(&s->pool, s->list, s->views_count) =
			(struct view){ kind, object, false };
	else if (is_said_later(&s->rec, kind, object, view->object))
		view->object = object;
}

static bool is_deleted(const struct settling *s, enum kind kind, const void *object)
{
	return lives_deleted(&s->lives, &s->rec, kind, object, s->merge->deleted) >=
		object_time(kind, object);
}

/* Deleted under the name that it had, or has by now, or with what it is in. */
static bool is_dead(struct settling *s, const struct store_told *told, const void *object)
{
	const struct merge *m = s->merge;
	char text[UUID_TEXT];
	json_t *at = json_object_get(m->deleted, uuid_text(&told->id, text));
	return !is_of_people(told->kind) &&
		((at && json_integer_value(at) >= object_time(told->kind, object)) ||
			is_deleted(s, told->kind, object));
}

/* Of people only the one who stands says who that is. */
static bool counts(const struct settling *s, const struct store_told *told)
{
	return is_here(s, told) &&
		(!is_of_people(told->kind) ||
			(!is_in(s->merge->parts, &told->id) &&
				record_find(&s->rec, told->kind, &told->id) >= 0));
}

static enum err view_told(struct settling *s, bool shared)
{
	enum err err = ERR_NONE;
	void *object;
	for (size_t i = 0; i < s->count && !err; i++) {
		const struct store_told *told = &s->told[i];
		if (kind_is_shared(told->kind) != shared || !counts(s, told))
			continue;
		err = count_now(s, told, &object);
		if (!err && object && !is_dead(s, told, object))
			consider(s, told->kind, object);
	}
	return err;
}

static bool is_moved(struct settling *s, enum kind kind, const void *row)
{
	return is_tied(s->merge, &s->rec, kind, row) &&
		json_object_get(s->signs, store_told_sign(&s->rec, kind, row, &s->pool));
}

static enum err replace(
	struct settling *s, enum kind kind, const struct object *row, struct object *object)
{
	if (fields_same(kind, object, row, NULL, ALL_FIELDS) && extra_same(object, row))
		return ERR_NONE;
	object->key = row->key;
	differ_alike(s->merge, &s->rec, kind, object, row);
	s->merge->report->changed++;
	return put(s, kind, object);
}

/* What was another's all the time goes; what is deleted does with all the others. */
static enum err settle_row(struct settling *s, enum kind kind, const struct object *row)
{
	struct merge *m = s->merge;
	struct view *view = view_of(s, kind, row, NULL);
	bool moved = is_moved(s, kind, row), twin = view && view->there;
	if (view)
		view->there = true;
	if (view && !(twin && moved) && (moved || is_said_later(&s->rec, kind, view->object, row)))
		return replace(s, kind, row, view->object);
	if ((view && !twin) || !moved || kind_info[kind].has_id || is_deleted(s, kind, row))
		return ERR_NONE;
	differ_stored(m, &s->rec, VERDICT_DELETED, kind, row, 0);
	m->report->deleted++;
	return store_delete(m->store, &s->rec, kind, row, m->why);
}

static enum err settle_rows(struct settling *s, enum kind first, enum kind last)
{
	enum err err = ERR_NONE;
	for (int kind = first; kind <= (int)last; kind++)
		for (size_t i = 0; i < record_count(&s->rec, (enum kind)kind) && !err; i++)
			err = settle_row(
				s, (enum kind)kind, record_at(&s->rec, (enum kind)kind, i));
	for (size_t i = 0; i < s->views_count && !err; i++)
		if (!s->list[i].there && !kind_info[s->list[i].kind].has_id) {
			s->merge->report->added++;
			err = put(s, s->list[i].kind, s->list[i].object);
		}
	return err;
}

static enum err settle_part(struct settling *s, bool shared)
{
	s->views = json_object();
	s->list = NULL;
	s->views_count = 0;
	enum err err = view_told(s, shared);
	if (!err)
		err = settle_rows(s, shared ? KIND_PARTY : KIND_ASSESSMENT + 1,
			shared ? KIND_ASSESSMENT - 1 : KIND_COUNT - 1);
	json_decref(s->views);
	return err;
}

static enum err settle_round(struct settling *s, int64_t key, bool first)
{
	struct merge *m = s->merge;
	enum err err = store_load(m->store, key, &s->rec, m->why);
	if (err)
		return err;
	lives_init(&s->lives, &s->rec, m->deleted, LIVES_LATER);
	if (first)
		err = settle_part(s, true);
	if (!err && s->rec.assessment.sealed == DATE_NONE)
		err = settle_part(s, false);
	lives_release(&s->lives);
	record_release(&s->rec);
	return err;
}

enum err settle_people(struct merge *m)
{
	struct settling s;
	int64_t *keys;
	if (!json_object_size(m->tied))
		return ERR_NONE;
	enum err err = begin(&s, m);
	size_t count = store_rounds(m->store, m->alliance, &s.pool, &keys);
	for (size_t i = 0; i < count && !err; i++)
		err = settle_round(&s, keys[i], !i);
	end(&s);
	return err;
}
