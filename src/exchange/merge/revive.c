/* SPDX-License-Identifier: MIT */
/*
 * What comes back because something in it was changed later than it was deleted: of the file's
 * version and those that are known here the later one, part by part, as of two that are there.
 */
#include "../json/merge.h"

static bool part_wins(const struct record *rec, enum kind kind, const void *known, void *stored,
	const struct part *part)
{
	int64_t there = *part_time((void *)(uintptr_t)known, part), here = *part_time(stored, part);
	if (there != here)
		return there > here;
	return there && part_greater(rec, rec, kind, known, stored, part);
}

static void take_part(const struct record *rec, enum kind kind, const void *known, void *stored,
	const struct part *part)
{
	if (!part_wins(rec, kind, known, stored, part))
		return;
	fields_transfer(kind, known, stored, NULL, part->fields);
	if (part->extra)
		((struct object *)stored)->extra = ((const struct object *)known)->extra;
	*part_time(stored, part) = *part_time((void *)(uintptr_t)known, part);
}

void take_later(const struct record *rec, enum kind kind, struct object *known, void *stored)
{
	struct part parts[PARTS];
	known->given = ALL_FIELDS;
	size_t count = object_parts(kind, known, stored, parts);
	for (size_t i = 0; i < count; i++) {
		take_part(rec, kind, known, stored, &parts[i]);
		object_parts(kind, known, stored, parts);
	}
}

/* An action of the library may have gone by another id when it was deleted. */
static enum err find_known(
	struct merge *m, enum kind kind, const void *object, void ***known, size_t *count)
{
	const char *library =
		kind == KIND_PLAN_ACTION ? ((const struct plan_action *)object)->library : NULL;
	return library ? store_buried_action(m->store, &m->stored, library, known, count, m->why)
		       : store_buried(m->store, &m->stored, kind,
				 &((const struct object *)object)->id, known, count, m->why);
}

/* The round that drew an action up goes with the id that stands. */
static void keep_name(enum kind kind, const void *stored, void *known)
{
	if (kind == KIND_PLAN_ACTION)
		((struct plan_action *)known)->round = ((const struct plan_action *)stored)->round;
}

enum err revive_latest(struct merge *m, enum kind kind, const void *file, void *stored)
{
	void **known;
	size_t count;
	if (!kind_is_container(kind))
		return ERR_NONE;
	enum err err = find_known(m, kind, file, &known, &count);
	for (size_t i = 0; i < count && !err; i++) {
		keep_name(kind, stored, known[i]);
		take_later(&m->stored, kind, known[i], stored);
	}
	if (!err && count)
		differ_fields(m, VERDICT_KEPT, kind, file, stored, ALL_FIELDS,
			object_time(kind, stored), object_time(kind, file));
	return err;
}

static bool is_optional(const struct field *field)
{
	return field->type == FIELD_REF && !field->required;
}

bool loses_reference(const struct merge *m, enum kind kind, const void *file)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		int index = is_optional(field) ? object_reference(field, file) : -1;
		if (index >= 0 && m->map[field->ref][index] < 0)
			return true;
	}
	return false;
}

static bool lacks_reference(enum kind kind, const void *object)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count && info->has_id; i++)
		if (is_optional(&info->fields[i]) && object_reference(&info->fields[i], object) < 0)
			return true;
	return false;
}

static bool take_references(enum kind kind, const struct object *known, void *stored)
{
	const struct kind_info *info = &kind_info[kind];
	bool any = false;
	if (known->changed != ((const struct object *)stored)->changed)
		return false;
	for (size_t i = 0; i < info->field_count; i++) {
		const struct field *field = &info->fields[i];
		if (!is_optional(field) || object_reference(field, stored) >= 0 ||
			object_reference(field, known) < 0)
			continue;
		*object_reference_in(field, stored) = object_reference(field, known);
		any = true;
	}
	return any;
}

enum err tie_again(struct merge *m, enum kind kind, void *stored, bool *tied)
{
	void **known;
	size_t count;
	*tied = false;
	if (!lacks_reference(kind, stored))
		return ERR_NONE;
	enum err err = find_known(m, kind, stored, &known, &count);
	for (size_t i = 0; i < count && !err; i++)
		*tied |= take_references(kind, known[i], stored);
	return err;
}

/* The containers of a round that comes to nothing are in it. */
enum err bury_round(struct merge *m, const struct record *from)
{
	enum err err = ERR_NONE;
	for (int kind = KIND_ASSESSMENT; kind < KIND_COUNT; kind++)
		for (size_t i = 0; kind_is_container((enum kind)kind) && !err &&
			i < record_count(from, (enum kind)kind);
			i++)
			err = store_bury(m->store, m->alliance, from, (enum kind)kind,
				record_at(from, (enum kind)kind, i), m->why);
	return err;
}
