/* SPDX-License-Identifier: MIT */
/*
 * Identity within a document: UUIDs, texts that stand for them, and references by id, label or
 * name.
 */
#include "internal.h"

#include <string.h>

#include <rekindle/utf8.h>

struct uuid id_uuid(const struct uuid *space, enum kind kind, const char *text)
{
	struct uuid id;
	struct str name;
	if (uuid_parse(text, &id) && !uuid_none(&id))
		return id;
	str_init(&name);
	str_addf(&name, "%s %s", kind_info[kind].name, text);
	id = uuid_derive(space, name.text);
	str_release(&name);
	return id;
}

bool id_new(struct reader *r, enum kind kind, const struct uuid *id)
{
	char key[64], buffer[UUID_TEXT];
	snprintf(key, sizeof(key), "%s %s", kind_info[kind].name, uuid_text(id, buffer));
	if (json_object_get(r->seen, key))
		return false;
	json_object_set_new(r->seen, key, json_true());
	return true;
}

/* Objects without an id that the file itself knows by name: importing it again must find them. */
static struct uuid id_by_name(struct reader *r, enum kind kind, const void *object)
{
	const struct party *party = object;
	const struct person *person = object;
	struct uuid id;
	if (kind == KIND_PARTY) {
		id = id_uuid(&r->space, kind, party->name);
	} else if (kind == KIND_PERSON && person->name) {
		struct uuid side = r->record->parties[person->party].object.id;
		struct uuid role = uuid_derive(&side, vocabulary_role.word[person->role]);
		id = id_uuid(&role, kind, person->name);
	} else {
		return uuid_new();
	}
	char key[64], buffer[UUID_TEXT];
	snprintf(key, sizeof(key), "%s %s", kind_info[kind].name, uuid_text(&id, buffer));
	return json_object_get(r->seen, key) ? uuid_new() : id;
}

enum err read_id(
	struct reader *r, const struct place *up, json_t *json, enum kind kind, void *object)
{
	struct object *head = object;
	struct place place = { up, "id", 0 };
	json_t *value = json_member(json, "id");
	if (!value) {
		if (uuid_none(&head->id))
			head->id = id_by_name(r, kind, object);
	} else {
		if (!json_is_string(value))
			return refuse_type(
				r, &place, value, "a text: a UUID or a name of your own");
		if (str_blank(json_string_value(value)))
			return refuse(
				r, &place, "is empty; write a UUID or a name, or leave it out");
		head->id = id_uuid(&r->space, kind, json_string_value(value));
	}
	if (!id_new(r, kind, &head->id))
		return refuse(r, value ? &place : up, "is the second %s of the file with this id",
			kind_info[kind].name);
	return ERR_NONE;
}

bool carries_id(json_t *object)
{
	const char *name;
	json_t *list, *value;
	size_t i;
	json_object_foreach(object, name, list)
	{
		json_array_foreach(list, i, value)
		{
			if (json_member(value, "id") || carries_id(value))
				return true;
		}
	}
	return false;
}

/* The table of names has ids as they are, UUIDs in one spelling; labels and names behind a mark,
 * without case. */
static void add_id(struct str *key, const char *text)
{
	struct uuid id;
	char buffer[UUID_TEXT];
	str_addf(key, "=%s", uuid_parse(text, &id) ? uuid_text(&id, buffer) : text);
}

static void add_name(struct str *key, const char *text)
{
	str_addc(key, '~');
	utf8_fold(key, text);
}

static void name_set(
	json_t *names, void (*add)(struct str *, const char *), const char *text, size_t index)
{
	struct str key;
	if (str_blank(text))
		return;
	str_init(&key);
	add(&key, text);
	json_t *there = json_object_get(names, key.text);
	if (!there)
		json_object_set_new(names, key.text, json_integer((json_int_t)index));
	else if (json_integer_value(there) != (json_int_t)index)
		json_object_set_new(names, key.text, json_integer(-1));
	str_release(&key);
}

void names_add_id(struct reader *r, enum kind kind, const struct uuid *id, size_t index)
{
	char buffer[UUID_TEXT];
	name_set(r->names[kind], add_id, uuid_text(id, buffer), index);
}

static const char *respondent_name(const struct record *rec, const struct respondent *respondent)
{
	if (!respondent->name && respondent->person >= 0)
		return rec->people[respondent->person].name;
	return respondent->name;
}

static const char *label_of(enum kind kind, const void *object)
{
	return kind == KIND_PARTY ? ((const struct party *)object)->label : NULL;
}

/* NULL of a kind that is referred to by id alone. */
static const char *name_of(const struct record *rec, enum kind kind, const void *object)
{
	if (kind == KIND_PARTY)
		return ((const struct party *)object)->name;
	if (kind == KIND_PERSON)
		return ((const struct person *)object)->name;
	return kind == KIND_RESPONDENT ? respondent_name(rec, object) : NULL;
}

void names_collect(struct reader *r, enum kind kind, json_t *list)
{
	enum { BY_ID, BY_LABEL, BY_NAME, WAYS };
	json_t *way[WAYS] = { json_object(), json_object(), json_object() };
	char buffer[UUID_TEXT];
	for (size_t i = 0; i < record_count(r->record, kind); i++) {
		const struct object *object = record_at(r->record, kind, i);
		json_t *id = json_member(json_array_get(list, i), "id");
		name_set(way[BY_ID], add_id, uuid_text(&object->id, buffer), i);
		name_set(way[BY_ID], add_id, json_string_value(id), i);
		name_set(way[BY_LABEL], add_name, label_of(kind, object), i);
		name_set(way[BY_NAME], add_name, name_of(r->record, kind, object), i);
	}
	json_decref(r->names[kind]);
	r->names[kind] = way[BY_ID];
	for (int i = BY_LABEL; i < WAYS; i++) {
		json_object_update_missing(r->names[kind], way[i]);
		json_decref(way[i]);
	}
}

static json_t *look_up(
	struct reader *r, enum kind kind, void (*add)(struct str *, const char *), const char *text)
{
	struct str key;
	str_init(&key);
	add(&key, text);
	json_t *index = json_object_get(r->names[kind], key.text);
	str_release(&key);
	return index;
}

int names_find(struct reader *r, enum kind kind, const char *text)
{
	json_t *index = look_up(r, kind, add_id, text);
	if (!index)
		index = look_up(r, kind, add_name, text);
	return index ? (int)json_integer_value(index) : -2;
}
