/* SPDX-License-Identifier: MIT */
/*
 * What database and file know of deletions together: of each object the later of both. An object
 * that became a part of another, as two records of one person do, is found by what it is in the
 * end.
 */
#include "../json/merge.h"

#include <string.h>

struct deletions {
	struct pool pool;
	json_t *index; /* UUID to index */
	json_t *known; /* who is, NULL: all */
	struct store_deleted *list;
	size_t count;
};

static void add(struct deletions *all, const struct store_deleted *entry)
{
	char text[UUID_TEXT];
	json_t *at = json_object_get(all->index, uuid_text(&entry->id, text));
	struct store_deleted *known = at ? &all->list[json_integer_value(at)] : NULL;
	if (!known) {
		json_object_set_new(all->index, text, json_integer((json_int_t)all->count));
		*POOL_APPEND(&all->pool, all->list, all->count) = *entry;
		return;
	}
	const char *library = known->library ? known->library : entry->library;
	if (store_deleted_later(entry, known))
		*known = *entry;
	known->library = library;
}

/* That of what the object is a part of, NULL: it is none, or that is there. */
static const struct store_deleted *whole_of(
	const struct deletions *all, const struct store_deleted *entry)
{
	char text[UUID_TEXT];
	if (uuid_none(&entry->into))
		return NULL;
	json_t *at = json_object_get(all->index, uuid_text(&entry->into, text));
	const struct store_deleted *next = at ? &all->list[json_integer_value(at)] : NULL;
	return next && !uuid_none(&next->into) && !uuid_same(&next->into, &next->id) ? next : NULL;
}

static bool is_later(const struct store_deleted *a, const struct store_deleted *b)
{
	return a->at != b->at ? a->at > b->at : memcmp(&a->id, &b->id, sizeof(a->id)) > 0;
}

static bool is_known(const struct deletions *all, const struct uuid *id)
{
	char text[UUID_TEXT];
	return !all->known || json_object_get(all->known, uuid_text(id, text));
}

/* Of whom nobody has anything, nobody can be. */
static bool is_stronger(
	const struct deletions *all, const struct store_deleted *a, const struct store_deleted *b)
{
	bool known = is_known(all, &a->into);
	return known != is_known(all, &b->into) ? known : is_later(a, b);
}

/* Copies that made each other's the part, in a circle: what was said last counts, and who that
 * leads to stands. */
static bool is_void(const struct deletions *all, const struct store_deleted *entry)
{
	const struct store_deleted *next = whole_of(all, entry), *last = entry;
	for (size_t i = 0; next && next != entry && i < all->count; i++) {
		last = is_stronger(all, next, last) ? next : last;
		next = whole_of(all, next);
	}
	return next == entry && uuid_same(&last->into, &entry->id);
}

/* Whom it leads to in the end of those of whom anybody has anything, NULL: to nobody. */
static const struct uuid *end_of(const struct deletions *all, const struct store_deleted *entry)
{
	const struct uuid *end = NULL;
	while (entry) {
		end = is_known(all, &entry->into) ? &entry->into : end;
		entry = whole_of(all, entry);
		entry = entry && !is_void(all, entry) ? entry : NULL;
	}
	return end;
}

/* Who was deleted, and who was made a part of another. */
static void tie(struct merge *m, const struct store_deleted *list, size_t count)
{
	char text[UUID_TEXT];
	for (size_t i = 0; i < count; i++) {
		json_object_set_new(m->tied, uuid_text(&list[i].id, text), json_true());
		if (!uuid_none(&list[i].into))
			json_object_set_new(m->tied, uuid_text(&list[i].into, text), json_true());
	}
}

static void note_action(struct merge *m, const struct store_deleted *entry)
{
	json_t *times = json_object_get(m->actions, entry->library);
	if (!times || json_integer_value(times) < entry->at)
		json_object_set_new(m->actions, entry->library, json_integer(entry->at));
}

static void note(struct merge *m, const struct deletions *all, const struct store_deleted *entry)
{
	char part[UUID_TEXT], whole[UUID_TEXT];
	uuid_text(&entry->id, part);
	if (uuid_same(&entry->into, &entry->id) || is_void(all, entry)) {
		json_object_set_new(m->back, part, json_true());
		return;
	}
	json_object_set_new(m->deleted, part, json_integer(entry->at));
	if (!uuid_none(&entry->into))
		note_whose(m, entry);
	if (entry->library)
		note_action(m, entry);
	const struct uuid *end = uuid_none(&entry->into) ? NULL : end_of(all, entry);
	if (end)
		json_object_set_new(m->parts, part, json_string(uuid_text(end, whole)));
}

/* What is left of a part goes with the other. */
static void sink(struct merge *m, const char *part, const char *whole)
{
	json_t *at = json_object_get(m->deleted, part), *other = json_object_get(m->deleted, whole);
	if (json_integer_value(other) > json_integer_value(at))
		json_object_set(m->deleted, part, other);
}

enum err collect_deleted(struct merge *m)
{
	struct deletions all = { .index = json_object(), .known = m->known };
	struct store_deleted *known = NULL;
	size_t count = 0;
	const char *part;
	json_t *whole;
	enum err err = m->alliance
		? store_deleted(m->store, m->alliance, &all.pool, &known, &count, m->why)
		: ERR_NONE;
	tie(m, known, count);
	tie(m, m->file->deleted, m->file->deleted_count);
	for (size_t i = 0; i < count; i++)
		add(&all, &known[i]);
	for (size_t i = 0; i < m->file->deleted_count; i++)
		add(&all, &m->file->deleted[i]);
	json_object_clear(m->deleted);
	json_object_clear(m->parts);
	json_object_clear(m->back);
	json_object_clear(m->whose);
	json_object_clear(m->actions);
	for (size_t i = 0; i < all.count; i++)
		note(m, &all, &all.list[i]);
	json_object_foreach(m->parts, part, whole) sink(m, part, json_string_value(whole));
	json_decref(all.index);
	pool_release(&all.pool);
	return err;
}
