/* SPDX-License-Identifier: MIT */
/*
 * An object taken out of a record, with what cannot be without it: as the store deletes it.
 */
#include <rekindle/schema.h>

#include <stdlib.h>
#include <string.h>

/* Of every object of a kind: its index once the others are gone, or -1 for one of those. */
struct places {
	int *of[KIND_COUNT];
};

/* Of an object that refers to nothing that goes: may it stay? */
static bool can_be_without(const struct places *places, enum kind kind, const void *object)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		if (field->type != FIELD_REF || !field->required)
			continue;
		int at = object_reference(field, object);
		if (at >= 0 && places->of[field->ref][at] < 0)
			return false;
	}
	return true;
}

/* Nothing refers to an object of a later kind, so one way through them is enough. */
static void find_places(
	const struct record *record, enum kind of, const bool *gone, struct places *places)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		size_t count = record_count(record, (enum kind)kind);
		int next = 0;
		places->of[kind] = mem_alloc((count ? count : 1) * sizeof(int));
		for (size_t i = 0; i < count; i++) {
			const void *object = record_at(record, (enum kind)kind, i);
			bool stays = !((enum kind)kind == of && gone[i]) &&
				can_be_without(places, (enum kind)kind, object);
			places->of[kind][i] = stays ? next++ : -1;
		}
	}
}

/* What it refers to stands elsewhere now, or is none. */
static void point_anew(const struct places *places, enum kind kind, void *object)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		int *at = field->type == FIELD_REF ? object_reference_in(field, object) : NULL;
		if (at && *at >= 0)
			*at = places->of[field->ref][*at];
	}
}

static void move_together(struct record *record, enum kind kind, const struct places *places)
{
	const struct kind_info *info = &kind_info[kind];
	size_t *count = (size_t *)((char *)record + info->count), stay = 0, all = *count;
	for (size_t i = 0; i < all; i++) {
		char *from = record_at(record, kind, i);
		if (places->of[kind][i] < 0)
			continue;
		char *to = record_at(record, kind, stay++);
		memmove(to, from, info->size);
		point_anew(places, kind, to);
	}
	*count = stay;
}

void record_remove_all(struct record *record, enum kind kind, const bool *gone)
{
	struct places places;
	find_places(record, kind, gone, &places);
	for (int i = 0; i < KIND_COUNT; i++)
		if (kind_info[i].count)
			move_together(record, (enum kind)i, &places);
	for (int i = 0; i < KIND_COUNT; i++)
		free(places.of[i]);
	record_settle(record);
}

void record_remove(struct record *record, enum kind kind, size_t index)
{
	bool *gone = mem_alloc(record_count(record, kind) * sizeof(*gone));
	gone[index] = true;
	record_remove_all(record, kind, gone);
	free(gone);
}
