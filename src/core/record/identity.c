/* SPDX-License-Identifier: MIT */
/*
 * Who is who in every database: UUIDs, also of what has none of its own; and which of two is later.
 */
#include <rekindle/schema.h>

#include <rekindle/str.h>

size_t kind_keys(enum kind kind)
{
	static const size_t keys[KIND_COUNT] = {
		[KIND_ANSWER] = 2,         /* respondent, item */
		[KIND_ROUTE] = 2,          /* party, respondent */
		[KIND_DAY_OFF] = 2,        /* party, from */
		[KIND_RELEASE_RATING] = 2, /* release, number */
		[KIND_ACTUAL] = 2,         /* kpi, date */
		[KIND_CHECKLIST] = 1,      /* row */
		[KIND_CONTRIBUTION] = 1,   /* party */
		[KIND_SUCCESS] = 1,        /* party */
		[KIND_GATE] = 1,           /* number */
		[KIND_SEALED_KPI] = 1,     /* the KPI */
		[KIND_SEALED_ACTUAL] = 2,  /* kpi, date */
		[KIND_PARTY_PROFILE] = 1,  /* party */
	};
	return keys[kind];
}

bool kind_is_owner(enum kind kind)
{
	return kind == KIND_ACTION_OWNER || kind == KIND_OBJECTIVE_OWNER;
}

/* Does its first field say what it is a part of? */
static bool begins_with_parent(enum kind kind)
{
	return kind == KIND_ANSWER || kind_is_part(kind);
}

static struct uuid space_of(const struct record *rec, enum kind kind, const void *object)
{
	const struct field *first = &kind_info[kind].fields[0];
	if (!begins_with_parent(kind))
		return kind_is_shared(kind) ? rec->alliance.object.id : rec->assessment.object.id;
	return object_id(rec, first->ref,
		record_at(rec, first->ref, (size_t)object_reference(first, object)));
}

static void add_key(
	struct str *name, const struct record *rec, const struct field *field, const void *object)
{
	char buffer[UUID_TEXT];
	const void *member = (const char *)object + field->offset;
	if (field->type == FIELD_UUID) {
		str_addf(name, " %s", uuid_text(member, buffer));
		return;
	}
	int x = *(const int *)member;
	if (field->type == FIELD_ITEM)
		str_addf(name, " %s", rec->instrument->items[x].id);
	else if (field->type != FIELD_REF)
		str_addf(name, " %d", x);
	else if (x >= 0)
		str_addf(name, " %s",
			uuid_text(
				&((const struct object *)record_at(rec, field->ref, (size_t)x))->id,
				buffer));
}

/* A side has one owner: another name is a change of the same. */
static void add_side(struct str *name, const struct record *rec, const struct owner *owner)
{
	char buffer[UUID_TEXT];
	const struct party *party = &rec->parties[rec->people[owner->person].party];
	str_addf(name, " %s", uuid_text(&party->object.id, buffer));
}

struct uuid owner_uuid(enum kind kind, const struct uuid *of, const struct uuid *party)
{
	char buffer[UUID_TEXT];
	struct str name;
	str_init(&name);
	str_addf(&name, "%s %s", kind_info[kind].table, uuid_text(party, buffer));
	struct uuid id = uuid_derive(of, name.text);
	str_release(&name);
	return id;
}

struct uuid object_id(const struct record *rec, enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	struct str name;
	if (info->has_id)
		return ((const struct object *)object)->id;
	struct uuid space = space_of(rec, kind, object);
	str_init(&name);
	str_add(&name, info->table);
	for (size_t i = begins_with_parent(kind); i < kind_keys(kind); i++)
		add_key(&name, rec, &info->fields[i], object);
	if (kind_is_owner(kind))
		add_side(&name, rec, object);
	struct uuid id = uuid_derive(&space, name.text);
	str_release(&name);
	return id;
}

static bool same_key(const struct field *field, const void *a, const void *b)
{
	const char *x = (const char *)a + field->offset, *y = (const char *)b + field->offset;
	if (field->type == FIELD_UUID)
		return uuid_same(
			(const struct uuid *)(const void *)x, (const struct uuid *)(const void *)y);
	return *(const int *)(const void *)x == *(const int *)(const void *)y;
}

static bool same_keys(enum kind kind, const void *a, const void *b)
{
	bool same = true;
	for (size_t i = 0; i < kind_keys(kind); i++)
		same &= same_key(&kind_info[kind].fields[i], a, b);
	return same;
}

int object_twin(const struct record *rec, enum kind kind, const void *object, size_t self)
{
	size_t count = kind_keys(kind) ? record_count(rec, kind) : 0;
	if (self < count && same_keys(kind, record_at(rec, kind, self), object))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (i != self && same_keys(kind, record_at(rec, kind, i), object))
			return (int)i;
	return -1;
}

int64_t object_time(enum kind kind, const void *object)
{
	const struct plan_action *action = object;
	int64_t changed = action->object.changed;
	return kind == KIND_PLAN_ACTION && action->drawn > changed ? action->drawn : changed;
}
