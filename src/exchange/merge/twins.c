/* SPDX-License-Identifier: MIT */
/*
 * Two of one library action in one place, as merges of before have left them: the one with the
 * smaller UUID stands, with what is later of both and the owners of both.
 */
#include "../json/merge.h"

#include <stdlib.h>
#include <string.h>

struct twins {
	size_t kept, gone; /* of the actions */
};

static struct twins twins_of(const struct record *rec, size_t i, size_t j)
{
	const struct uuid *a = &rec->actions[i].object.id, *b = &rec->actions[j].object.id;
	return memcmp(a, b, sizeof(*a)) < 0 ? (struct twins){ i, j } : (struct twins){ j, i };
}

/* The first two of one library id; false: there are none. */
static bool find_twins(const struct record *rec, struct twins *twins)
{
	json_t *seen = json_object(), *first = NULL;
	for (size_t i = 0; i < rec->action_count && !first; i++) {
		const char *library = rec->actions[i].library;
		first = library ? json_object_get(seen, library) : NULL;
		if (first)
			*twins = twins_of(rec, (size_t)json_integer_value(first), i);
		else if (library)
			json_object_set_new(seen, library, json_integer((json_int_t)i));
	}
	bool found = first != NULL;
	json_decref(seen);
	return found;
}

static int party_of(const struct record *rec, const struct owner *owner)
{
	return rec->people[owner->person].party;
}

/* Who owns the one that stands, for the party of an owner of the other. */
static struct owner *counterpart(
	const struct record *rec, const struct twins *twins, const struct owner *owner)
{
	for (size_t i = 0; i < rec->action_owner_count; i++) {
		struct owner *other = &rec->action_owners[i];
		if (other->of == (int)twins->kept && party_of(rec, other) == party_of(rec, owner))
			return other;
	}
	return NULL;
}

/* What becomes of an owner of the other: who stands for the party then and is to be put, NULL as
 * it is. */
static struct owner *move_owner(
	const struct record *rec, const struct twins *twins, struct owner *owner)
{
	struct owner *there = counterpart(rec, twins, owner);
	if (!there) {
		owner->of = (int)twins->kept;
		return owner;
	}
	if (owner->object.changed <= there->object.changed)
		return NULL;
	there->person = owner->person;
	there->object.changed = owner->object.changed;
	there->object.extra = owner->object.extra;
	return there;
}

static void join(struct merge *m, const struct record *rec, const struct twins *twins)
{
	struct plan_action *kept = &rec->actions[twins->kept], *gone = &rec->actions[twins->gone];
	uint64_t given = gone->object.given;
	differ_id(m, VERDICT_KEPT, rec, kept, &gone->object.id);
	take_later(rec, KIND_PLAN_ACTION, &gone->object, kept);
	gone->object.given = given;
}

/* In the database */

static enum err put(struct merge *m, enum kind kind, void *object)
{
	return store_put(m->store, &m->stored, kind, object, m->alliance, m->why);
}

static enum err move_stored_owners(struct merge *m, const struct twins *twins)
{
	enum err err = ERR_NONE;
	for (size_t i = 0; i < m->stored.action_owner_count && !err; i++) {
		struct owner *owner = &m->stored.action_owners[i];
		if (owner->of != (int)twins->gone)
			continue;
		struct owner *moved = move_owner(&m->stored, twins, owner);
		if (moved)
			err = put(m, KIND_ACTION_OWNER, moved);
	}
	return err;
}

static enum err join_stored(struct merge *m, const struct twins *twins)
{
	struct plan_action *actions = m->stored.actions;
	join(m, &m->stored, twins);
	m->report->changed++;
	enum err err = put(m, KIND_PLAN_ACTION, &actions[twins->kept]);
	if (!err)
		err = move_stored_owners(m, twins);
	if (!err)
		err = store_delete(
			m->store, &m->stored, KIND_PLAN_ACTION, &actions[twins->gone], m->why);
	return err;
}

enum err join_stored_twins(struct merge *m, bool *any)
{
	struct twins twins;
	enum err err = ERR_NONE;
	*any = find_twins(&m->stored, &twins);
	return *any ? join_stored(m, &twins) : err;
}

/* In a file */

void join_filed_twins(struct merge *m, struct record *rec)
{
	struct twins twins;
	while (find_twins(rec, &twins)) {
		join(m, rec, &twins);
		for (size_t i = 0; i < rec->action_owner_count; i++)
			if (rec->action_owners[i].of == (int)twins.gone)
				move_owner(rec, &twins, &rec->action_owners[i]);
		record_remove(rec, KIND_PLAN_ACTION, twins.gone);
	}
}
