/* SPDX-License-Identifier: MIT */
/*
 * A round as it is in the end: over what is there lies all that anybody has said of people who were
 * made one or deleted, and by them, each where it counts by now, and of each the latest. It follows
 * from all that is known, whatever became known first; what of it lives is for the deletions.
 */
#include "../json/merge.h"

#include <stdlib.h>
#include <string.h>

#include <rekindle/bin.h>

/* What an object says in the end. */
struct view {
	struct object *object;
	bool there; /* there is a row of it */
};

struct laying {
	struct merge *merge;
	const struct sayings *sayings;
	struct settled *settled;
	json_t *people, *interviews; /* UUID to index */
	/* of the kind that is being laid */
	json_t *index; /* UUID to index of its view */
	struct view *views;
	size_t count;
};

/* What is known */

static int by_place(const void *a, const void *b)
{
	const struct store_told *x = a, *y = b;
	int order = memcmp(&x->place, &y->place, sizeof(x->place));
	return order ? order : (x->kind > y->kind) - (x->kind < y->kind);
}

enum err sayings_load(struct merge *m, struct sayings *sayings)
{
	*sayings = (struct sayings){ .count = 0 };
	enum err err = json_object_size(m->tied) ? store_told(m->store, m->alliance, &sayings->pool,
							   &sayings->list, &sayings->count, m->why)
						 : ERR_NONE;
	sayings->signs = told_signs(sayings->list, sayings->count);
	if (sayings->count)
		qsort(sayings->list, sayings->count, sizeof(*sayings->list), by_place);
	return err;
}

void sayings_release(struct sayings *sayings)
{
	json_decref(sayings->signs);
	pool_release(&sayings->pool);
}

/* The first that is said in that place of that kind, or of what comes after. */
static size_t first_of(const struct sayings *sayings, const struct store_told *sought)
{
	size_t low = 0, high = sayings->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_place(&sayings->list[middle], sought) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whom it counts for */

static json_t *those_of(const struct laying *l, enum kind kind)
{
	return kind == KIND_PERSON ? l->people : l->interviews;
}

static int find(const void *context, enum kind kind, const struct uuid *id)
{
	const struct laying *l = context;
	char text[UUID_TEXT];
	json_t *into = json_object_get(l->merge->parts, uuid_text(id, text)), *at;
	at = json_object_get(those_of(l, kind), into ? json_string_value(into) : text);
	return at ? (int)json_integer_value(at) : -1;
}

/* Somebody else's since. */
static bool is_part(const struct merge *m, const struct uuid *id)
{
	char text[UUID_TEXT];
	return json_object_get(m->parts, uuid_text(id, text));
}

/* Of people only the one who stands says who that is. What was deleted under the name that it had
 * does not count under another. */
static bool counts(const struct merge *m, const struct store_told *told)
{
	return is_person(told->kind)
		? !is_part(m, &told->id) && !store_is_forgotten(m->store, &told->id)
		: deletion_of(m->deleted, told->kind, &told->id) < told->changed;
}

/* Of each the latest */

static struct view *view_of(struct laying *l, enum kind kind, const void *object, char text[])
{
	struct uuid id = object_id(&l->settled->rec, kind, object);
	json_t *at = json_object_get(l->index, uuid_text(&id, text));
	return at ? &l->views[json_integer_value(at)] : NULL;
}

static void consider(struct laying *l, enum kind kind, struct object *object)
{
	char text[UUID_TEXT];
	struct view *view = view_of(l, kind, object, text);
	object->given = ALL_FIELDS;
	if (view && is_said_later(&l->settled->rec, kind, object, view->object))
		view->object = object;
	if (view)
		return;
	json_object_set_new(l->index, text, json_integer((json_int_t)l->count));
	*POOL_APPEND(&l->settled->rec.pool, l->views, l->count) = (struct view){ object, false };
}

static enum err view_told(struct laying *l, enum kind kind)
{
	const struct sayings *sayings = l->sayings;
	struct record *rec = &l->settled->rec;
	const struct store_people people = { find, l };
	const struct store_told sought = { .kind = kind,
		.place = kind_is_shared(kind) ? rec->alliance.object.id
					      : rec->assessment.object.id };
	enum err err = ERR_NONE;
	void *object;
	for (size_t i = first_of(sayings, &sought);
		i < sayings->count && !err && !by_place(&sayings->list[i], &sought); i++) {
		if (!counts(l->merge, &sayings->list[i]))
			continue;
		err = store_told_object(
			l->merge->store, rec, &sayings->list[i], &people, &object, l->merge->why);
		if (!err && object)
			consider(l, kind, object);
	}
	return err;
}

/* The rows */

/* What is only another's may have been said there of one who is tied, too. */
static struct view *view_over(struct laying *l, enum kind kind, const void *row, bool tied)
{
	char text[UUID_TEXT];
	return tied || kind_info[kind].has_id || kind_is_owner(kind) ? view_of(l, kind, row, text)
								     : NULL;
}

/* Is it what is known, put there when it counted there? */
static bool is_placed(struct laying *l, enum kind kind, const void *row)
{
	struct record *rec = &l->settled->rec;
	return json_object_get(l->sayings->signs, store_told_sign(rec, kind, row, &rec->pool));
}

/* Another's by now, or there twice. */
static bool is_moved(struct laying *l, enum kind kind, const void *row)
{
	bool tied = is_tied(l->merge, &l->settled->rec, kind, row);
	struct view *view = view_over(l, kind, row, tied);
	bool twin = !view || view->there;
	if (view)
		view->there = true;
	return tied && twin && !kind_info[kind].has_id && is_placed(l, kind, row);
}

static void take_away(struct laying *l, enum kind kind)
{
	struct settled *settled = l->settled;
	struct record *rec = &settled->rec;
	size_t count = record_count(rec, kind), before = settled->moved_count;
	bool *gone = mem_alloc((count + 1) * sizeof(*gone));
	for (size_t i = 0; i < count; i++) {
		gone[i] = is_moved(l, kind, record_at(rec, kind, i));
		if (!gone[i])
			continue;
		struct object *row = pool_alloc(&rec->pool, kind_info[kind].size);
		memcpy(row, record_at(rec, kind, i), kind_info[kind].size);
		*POOL_APPEND(&rec->pool, settled->moved, settled->moved_count) =
			(struct laid){ kind, 0, row };
	}
	if (settled->moved_count > before)
		record_remove_all(rec, kind, gone);
	free(gone);
}

static void note_laid(struct settled *settled, enum kind kind, size_t index, struct object *was)
{
	*POOL_APPEND(&settled->rec.pool, settled->laid, settled->laid_count) =
		(struct laid){ kind, index, was };
}

static void replace(struct laying *l, enum kind kind, size_t index, const struct object *object)
{
	struct object *row = record_at(&l->settled->rec, kind, index), *was;
	if (fields_same(kind, object, row, NULL, ALL_FIELDS) && extra_same(object, row))
		return;
	was = pool_alloc(&l->settled->rec.pool, kind_info[kind].size);
	memcpy(was, row, kind_info[kind].size);
	memcpy(row, object, kind_info[kind].size);
	row->key = was->key;
	note_laid(l->settled, kind, index, was);
}

static void lay_over(struct laying *l, enum kind kind)
{
	struct record *rec = &l->settled->rec;
	for (size_t i = 0; i < record_count(rec, kind) && l->count; i++) {
		const void *row = record_at(rec, kind, i);
		bool tied = is_tied(l->merge, rec, kind, row);
		const struct view *view = view_over(l, kind, row, tied);
		if (view &&
			((tied && is_placed(l, kind, row)) ||
				is_said_later(rec, kind, view->object, row)))
			replace(l, kind, i, view->object);
	}
}

/* Under a key that is none: references are found by it. */
static void lay_beside(struct laying *l, enum kind kind)
{
	struct record *rec = &l->settled->rec;
	for (size_t i = 0; i < l->count; i++) {
		if (l->views[i].there)
			continue;
		size_t index = record_count(rec, kind);
		struct object *fresh = record_add(rec, kind);
		memcpy(fresh, l->views[i].object, kind_info[kind].size);
		fresh->key = KEY_NONE + (int64_t)index;
		note_laid(l->settled, kind, index, NULL);
	}
}

/* Those who are there. */
static void know(struct laying *l, enum kind kind)
{
	char text[UUID_TEXT];
	for (size_t i = 0; is_person(kind) && i < record_count(&l->settled->rec, kind); i++) {
		const struct object *object = record_at(&l->settled->rec, kind, i);
		json_object_set_new(those_of(l, kind), uuid_text(&object->id, text),
			json_integer((json_int_t)i));
	}
}

static enum err lay(struct laying *l, enum kind kind)
{
	l->index = json_object();
	l->views = NULL;
	l->count = 0;
	enum err err = view_told(l, kind);
	if (!err) {
		take_away(l, kind);
		lay_over(l, kind);
		lay_beside(l, kind);
		know(l, kind);
	}
	json_decref(l->index);
	return err;
}

static enum err lay_all(struct laying *l)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_PARTY; kind < KIND_COUNT && !err; kind++)
		if (is_of_people((enum kind)kind) &&
			(!l->settled->sealed || kind_is_shared((enum kind)kind)))
			err = lay(l, (enum kind)kind);
	return err;
}

/* Who was heard or sent a sheet in a sealed round stays there. */
static void keep_sealed(struct settled *settled)
{
	const struct record *rec = &settled->rec;
	bool *alive = settled->lives.alive[KIND_PERSON];
	for (size_t i = 0; i < rec->respondent_count; i++)
		if (rec->respondents[i].person >= 0)
			alive[rec->respondents[i].person] = true;
	for (size_t i = 0; i < rec->sheet_count; i++)
		alive[rec->sheets[i].person] = true;
}

/* Who is a part of another is not there any more. */
static void bury_parts(struct laying *l, enum kind kind)
{
	struct settled *settled = l->settled;
	const struct record *rec = &settled->rec;
	for (size_t i = 0; i < record_count(rec, kind); i++) {
		const struct object *object = record_at(rec, kind, i);
		if (is_part(l->merge, &object->id) && find(l, kind, &object->id) >= 0)
			settled->lives.alive[kind][i] = false;
	}
	if (settled->sealed)
		keep_sealed(settled);
}

static enum err lay_told(struct merge *m, const struct sayings *sayings, struct settled *settled)
{
	struct laying l = { m, sayings, settled, json_object(), json_object(), NULL, NULL, 0 };
	know(&l, KIND_PERSON);
	know(&l, KIND_RESPONDENT);
	enum err err = sayings->count ? lay_all(&l) : ERR_NONE;
	lives_init(&settled->lives, &settled->rec, m, settled->sealed ? LIVES_ALL : LIVES_LATER);
	bury_parts(&l, KIND_PERSON);
	if (!settled->sealed)
		bury_parts(&l, KIND_RESPONDENT);
	json_decref(l.people);
	json_decref(l.interviews);
	return err;
}

enum err settle_round(
	struct merge *m, const struct sayings *sayings, int64_t key, struct settled *settled)
{
	*settled = (struct settled){ .sealed = false };
	enum err err = store_load(m->store, key, &settled->rec, m->why);
	if (err)
		return err;
	settled->sealed = settled->rec.assessment.sealed != DATE_NONE;
	err = lay_told(m, sayings, settled);
	if (err)
		settled_release(settled);
	return err;
}

void settled_release(struct settled *settled)
{
	lives_release(&settled->lives);
	record_release(&settled->rec);
}
