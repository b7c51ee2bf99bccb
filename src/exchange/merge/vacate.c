/* SPDX-License-Identifier: MIT */
/*
 * Owners who are deleted: what an older version says of their place does not count any more.
 */
#include "../json/merge.h"

/* When the deletions have it gone, -1 not at all. */
static int64_t gone_at(const struct merge *m, const char *id)
{
	json_t *at = json_object_get(m->deleted, id);
	return at ? json_integer_value(at) : -1;
}

void vacate(struct merge *m, const struct record *rec, enum kind kind, const void *object)
{
	char text[UUID_TEXT];
	int64_t at = object_time(kind, object);
	if (!kind_is_owner(kind) || !at)
		return;
	struct uuid id = object_id(rec, kind, object);
	if (gone_at(m, uuid_text(&id, text)) >= at)
		return;
	json_object_set_new(m->deleted, text, json_integer(at));
	json_object_set_new(m->places, text, json_integer(at));
}

void occupy(struct merge *m, const struct record *rec, enum kind kind, const void *object)
{
	char text[UUID_TEXT];
	if (!kind_is_owner(kind))
		return;
	struct uuid id = object_id(rec, kind, object);
	int64_t gone = gone_at(m, uuid_text(&id, text));
	if (gone < 0 || gone > object_time(kind, object))
		return;
	json_object_del(m->deleted, text);
	json_object_set_new(m->places, text, json_null());
}

static enum err keep_place(struct merge *m, const struct uuid *id, json_t *at)
{
	char text[UUID_TEXT];
	struct store_deleted entry = { .id = *id,
		.at = json_integer_value(at),
		.library = json_string_value(json_object_get(m->names, uuid_text(id, text))) };
	whose_entry(m, text, &entry.into);
	return json_is_null(at) ? store_drop_deleted(m->store, m->alliance, id, m->why)
				: store_put_deleted(m->store, m->alliance, &entry, m->why);
}

enum err places_keep(struct merge *m)
{
	enum err err = ERR_NONE;
	struct uuid id;
	const char *text;
	json_t *at;
	json_object_foreach(m->places, text, at)
	{
		if (!err && uuid_parse(text, &id))
			err = keep_place(m, &id, at);
	}
	return err;
}
