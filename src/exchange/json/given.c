/* SPDX-License-Identifier: MIT */
/*
 * What a file says of an object, field by field: what it leaves out stays as the database has it.
 */
#include "internal.h"

static uint64_t bit_of(enum kind kind, size_t offset)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count; i++)
		if (info->fields[i].offset == offset)
			return UINT64_C(1) << i;
	return 0;
}

bool field_is_given(enum kind kind, const void *object, size_t offset)
{
	return ((const struct object *)object)->given & bit_of(kind, offset);
}

void field_give(enum kind kind, void *object, size_t offset, bool given)
{
	struct object *head = object;
	uint64_t bit = bit_of(kind, offset);
	head->given = given ? head->given | bit : head->given & ~bit;
}
