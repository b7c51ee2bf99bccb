/* SPDX-License-Identifier: MIT */
/*
 * The parts of an object that are merged each by a time of its own: all of it, of an action of the
 * plan what people set and what drawing up the plan sets.
 */
#include <stdlib.h>
#include <string.h>

#include "../json/merge.h"

size_t object_parts(enum kind kind, const void *file, const void *stored, struct part parts[PARTS])
{
	parts[0] = (struct part){ fields_of_people(kind, file), fields_of_people(kind, stored),
		true, offsetof(struct object, changed) };
	parts[1] = (struct part){ fields_drawn(kind, stored), fields_drawn(kind, stored), false,
		offsetof(struct plan_action, drawn) };
	return kind == KIND_PLAN_ACTION ? 2 : 1;
}

int64_t *part_time(void *object, const struct part *part)
{
	return (int64_t *)(void *)((char *)object + part->time);
}

/* A reference that leads nowhere is less than any: what it led to may have been deleted where that
 * was known, and be there again. */
static json_t *member_compared(
	const struct record *rec, enum kind kind, const void *object, const struct field *field)
{
	bool nowhere = field->type == FIELD_REF && object_reference(field, object) < 0;
	return nowhere ? json_string("") : object_member(rec, kind, object, field);
}

/* The members of a part, keys sorted, compact. */
static char *part_text(
	const struct record *rec, enum kind kind, const void *object, uint64_t fields, bool extra)
{
	const struct object *head = object;
	json_t *out = extra && head->extra ? json_loads(head->extra, 0, NULL) : json_object();
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		json_t *value = fields >> i & 1 ? member_compared(rec, kind, object, field) : NULL;
		if (value)
			json_object_set_new(out, field->name, value);
	}
	char *text = json_dumps(out, JSON_SORT_KEYS | JSON_COMPACT);
	json_decref(out);
	return text;
}

/* References are UUIDs in both: each is written as its own record has it. */
bool part_greater(const struct record *from, const struct record *rec, enum kind kind,
	const void *file, const void *stored, const struct part *part)
{
	char *a = part_text(from, kind, file, part->fields, part->extra);
	char *b = part_text(rec, kind, stored, part->stored, part->extra);
	bool greater = strcmp(a, b) > 0;
	free(a);
	free(b);
	return greater;
}
