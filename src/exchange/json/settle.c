/* SPDX-License-Identifier: MIT */
/*
 * The texts of a document as they are stored: in NFC, with LF, without byte order marks.
 */
#include "internal.h"

#include <rekindle/utf8.h>

static void settle_text(json_t *value)
{
	struct pool pool = { 0 };
	const char *text = json_string_value(value);
	const char *settled = utf8_settle(&pool, text);
	if (settled != text)
		json_string_set(value, settled);
	pool_release(&pool);
}

static void settle_list(json_t *list)
{
	size_t i;
	json_t *value;
	json_array_foreach(list, i, value) json_settle(value);
}

static void settle_members(json_t *object)
{
	const char *name;
	json_t *value;
	json_object_foreach(object, name, value) json_settle(value);
}

void json_settle(json_t *value)
{
	if (json_is_string(value))
		settle_text(value);
	else if (json_is_array(value))
		settle_list(value);
	else if (json_is_object(value))
		settle_members(value);
}
