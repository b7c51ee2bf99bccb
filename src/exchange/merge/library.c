/* SPDX-License-Identifier: MIT */
/*
 * An action of the library stands once an alliance: copies that have drawn up the plan each for
 * itself, or for another round, have given it different UUIDs, which are one here. It goes by the
 * smallest that anybody knows, and its deletion is one whatever it went by.
 */
#include "../json/merge.h"

#include <string.h>

struct naming {
	struct merge *merge;
	struct pool pool;
	struct uuid *rounds; /* all that may have drawn it up; the first is none: the alliance */
	size_t round_count;
	json_t *filed, *stored; /* library id to index */
	json_t *done;           /* library ids that were looked at */
};

/* One action, wherever it is; -1: not there. */
struct standing {
	int file, stored;
	struct uuid id, round; /* the smallest known, and where it comes from */
	bool known;
	int64_t deleted; /* the latest of its deletions, -1 none */
};

static void add_round(struct naming *n, const struct uuid *round)
{
	for (size_t i = 0; i < n->round_count; i++)
		if (uuid_same(&n->rounds[i], round))
			return;
	*POOL_APPEND(&n->pool, n->rounds, n->round_count) = *round;
}

static void add_rounds_of(struct naming *n, const struct record *rec)
{
	for (size_t i = 0; i < rec->action_count; i++)
		add_round(n, &rec->actions[i].round);
}

static enum err collect_rounds(struct naming *n)
{
	static const struct uuid alliance;
	struct merge *m = n->merge;
	struct uuid *stored;
	size_t count;
	enum err err = store_round_ids(m->store, m->alliance, &n->pool, &stored, &count, m->why);
	add_round(n, &alliance);
	for (size_t i = 0; i < count && !err; i++)
		add_round(n, &stored[i]);
	for (size_t i = 0; i < m->file->count; i++)
		add_round(n, &m->file->rounds[i].assessment.object.id);
	add_rounds_of(n, m->from);
	add_rounds_of(n, &m->stored);
	return err;
}

static void consider(struct standing *s, const struct uuid *id, const struct uuid *round)
{
	if (s->known && memcmp(id, &s->id, sizeof(*id)) >= 0)
		return;
	s->known = true;
	s->id = *id;
	s->round = *round;
}

static json_t *by_library(const struct record *rec)
{
	json_t *index = json_object();
	for (size_t i = 0; i < rec->action_count; i++)
		if (rec->actions[i].library)
			json_object_set_new(
				index, rec->actions[i].library, json_integer((json_int_t)i));
	return index;
}

static int find(json_t *index, const char *library)
{
	json_t *at = json_object_get(index, library);
	return at ? (int)json_integer_value(at) : -1;
}

static void consider_there(struct standing *s, const struct record *rec, int at)
{
	if (at >= 0)
		consider(s, &rec->actions[at].object.id, &rec->actions[at].round);
}

static struct uuid id_from(const struct naming *n, size_t round, const char *library)
{
	const struct uuid *space = round ? &n->rounds[round] : &n->merge->stored.alliance.object.id;
	return plan_action_uuid(space, library);
}

static void gather_deletions(struct naming *n, struct standing *s, const char *library)
{
	char text[UUID_TEXT];
	for (size_t i = 0; i < n->round_count; i++) {
		struct uuid id = id_from(n, i, library);
		json_t *at = json_object_get(n->merge->deleted, uuid_text(&id, text));
		if (!at)
			continue;
		consider(s, &id, &n->rounds[i]);
		if (json_integer_value(at) > s->deleted)
			s->deleted = json_integer_value(at);
	}
	json_t *last = json_object_get(n->merge->actions, library);
	if (last && json_integer_value(last) > s->deleted)
		s->deleted = json_integer_value(last);
}

static void book(struct merge *m, const struct uuid *id, json_t *at)
{
	char text[UUID_TEXT];
	json_object_set(m->places, uuid_text(id, text), at);
	if (json_is_null(at))
		json_object_del(m->deleted, text);
	else
		json_object_set(m->deleted, text, at);
	json_decref(at);
}

/* What the deletions say of its owners is of those of the id that stands. */
static void move_owners(struct merge *m, const struct uuid *from, const struct standing *s)
{
	char text[UUID_TEXT];
	for (size_t p = 0; p < m->stored.party_count; p++) {
		const struct uuid *party = &m->stored.parties[p].object.id;
		struct uuid old = owner_uuid(KIND_ACTION_OWNER, from, party);
		struct uuid new = owner_uuid(KIND_ACTION_OWNER, &s->id, party);
		json_t *at = json_object_get(m->deleted, uuid_text(&old, text));
		json_t *there = json_object_get(m->deleted, uuid_text(&new, text));
		if (!at)
			continue;
		if (!there || json_integer_value(there) < json_integer_value(at))
			book(m, &new, json_incref(at));
		book(m, &old, json_null());
	}
}

/* They become one, of the id that stands. */
static void book_one(struct naming *n, const struct standing *s, const char *library)
{
	struct merge *m = n->merge;
	char text[UUID_TEXT];
	if (!s->known)
		return;
	json_object_set_new(m->names, uuid_text(&s->id, text), json_string(library));
	for (size_t i = 0; i < n->round_count; i++) {
		struct uuid id = id_from(n, i, library);
		if (uuid_same(&id, &s->id))
			continue;
		move_owners(m, &id, s);
		if (json_object_get(m->deleted, uuid_text(&id, text)))
			book(m, &id, json_null());
	}
	json_t *at = json_object_get(m->deleted, uuid_text(&s->id, text));
	if (s->deleted >= 0 && (!at || json_integer_value(at) != s->deleted))
		book(m, &s->id, json_integer(s->deleted));
}

static enum err rename_stored(struct merge *m, const struct standing *s)
{
	struct plan_action *action = s->stored < 0 ? NULL : &m->stored.actions[s->stored];
	if (!action || uuid_same(&action->object.id, &s->id))
		return ERR_NONE;
	differ_id(m, VERDICT_TAKEN, &m->stored, action, &s->id);
	enum err err = store_put_id(m->store, &m->stored, KIND_PLAN_ACTION, action, &s->id, m->why);
	action->round = s->round;
	return err ? err
		   : store_put(m->store, &m->stored, KIND_PLAN_ACTION, action, m->alliance, m->why);
}

static void rename_filed(struct merge *m, const struct standing *s)
{
	struct plan_action *action =
		s->file < 0 ? NULL : &m->file->rounds[m->file->count - 1].actions[s->file];
	if (!action || uuid_same(&action->object.id, &s->id))
		return;
	if (s->stored >= 0)
		differ_id(m, VERDICT_KEPT, &m->stored, &m->stored.actions[s->stored],
			&action->object.id);
	action->object.id = s->id;
	action->round = s->round;
}

static enum err name(struct naming *n, const char *library)
{
	struct merge *m = n->merge;
	struct standing s = { .deleted = -1 };
	if (!library || json_object_get(n->done, library))
		return ERR_NONE;
	json_object_set_new(n->done, library, json_true());
	s.file = find(n->filed, library);
	s.stored = find(n->stored, library);
	consider_there(&s, m->from, s.file);
	consider_there(&s, &m->stored, s.stored);
	if (json_object_size(m->deleted)) {
		gather_deletions(n, &s, library);
		book_one(n, &s, library);
	}
	rename_filed(m, &s);
	return rename_stored(m, &s);
}

static enum err name_all(struct naming *n)
{
	struct merge *m = n->merge;
	const struct record *const recs[] = { m->from, &m->stored };
	enum err err = ERR_NONE;
	for (int r = 0; r < 2; r++) {
		for (size_t i = 0; i < recs[r]->action_count && !err; i++)
			err = name(n, recs[r]->actions[i].library);
		/* of those that are in no plan the deletions are known */
		for (size_t i = 0; i < recs[r]->instrument->action_count && !err; i++)
			err = name(n, recs[r]->instrument->actions[i].id);
	}
	return err;
}

/* Of those that are in no plan the deletions are known, also where no instrument has them. */
static enum err name_deleted(struct naming *n)
{
	const char *library;
	json_t *at;
	enum err err = ERR_NONE;
	json_object_foreach(n->merge->actions, library, at)
	{
		if (!err)
			err = name(n, library);
	}
	return err;
}

enum err name_library_actions(struct merge *m)
{
	struct naming naming = { .merge = m,
		.filed = by_library(m->from),
		.stored = by_library(&m->stored),
		.done = json_object() };
	enum err err = collect_rounds(&naming);
	if (!err)
		err = name_all(&naming);
	if (!err)
		err = name_deleted(&naming);
	json_decref(naming.filed);
	json_decref(naming.stored);
	json_decref(naming.done);
	pool_release(&naming.pool);
	return err;
}
